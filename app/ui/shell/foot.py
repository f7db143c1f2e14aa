"""Under the page: what was just done and can be taken back, what was refused and why, and what an alert says."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import PlimsollError
from app.ui.shell.header import SIDE
from app.ui.widgets.bars import Bar, BarKind, UndoBar
from app.ui.words import say, tr

_BELOW = 12


class Foot(QWidget):
    """Room for three bars. `announce` says to a screen reader what appears here."""

    def __init__(self, announce: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._announce = announce
        self._take_back: Callable[[], object] | None = None
        self._trouble: Bar | None = None
        self._news: Bar | None = None
        self.undo_bar = UndoBar()
        self.undo_bar.undone.connect(self.undo)
        self.undo_bar.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, 0, SIDE, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.undo_bar)
        self.setProperty("panel", "surface")

    @property
    def can_undo(self) -> bool:
        """Is there something to take back? It outlives the bar, until the next change."""
        return self._take_back is not None

    def trouble(self) -> Bar | None:
        """The bar that says what was refused."""
        return self._trouble

    def offer_undo(self, sentence: str, take_back: Callable[[], object]) -> None:
        """Something was done: say it, and offer to take it back."""
        self.drop_trouble()
        self._take_back = take_back
        self.undo_bar.offer(sentence)
        self._settle()
        self._announce(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The undo bar goes by itself after a while: give its room back."""
        if event.type() == QEvent.Type.HideToParent:
            self._settle()
        return super().eventFilter(watched, event)

    def undo(self) -> None:
        """Take the last change back. What it does may itself be refused."""
        take_back, self._take_back = self._take_back, None
        self.undo_bar.dismiss()
        self._settle()
        if take_back is not None:
            self.drop_trouble()
            take_back()

    def show_trouble(self, error: PlimsollError) -> None:
        """Say calmly what went wrong and what to do."""
        self.drop_trouble()
        sentence = tr("{title} {advice}", title=say(error.title), advice=say(error.advice))
        self._trouble = Bar(BarKind.TROUBLE, sentence, tr("Close"), self.drop_trouble)
        self._column.insertWidget(0, self._trouble)
        self._settle()
        self._announce(sentence)

    def drop_trouble(self) -> None:
        """It was read, or another change was made."""
        if self._trouble is not None:
            bar, self._trouble = self._trouble, None
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self._settle()

    def show_news(self, sentence: str, action: str, act: Callable[[], object]) -> None:
        """Say quietly what an alert has to say; it goes when it is pressed or closed, or when there is other news."""
        self.drop_news()

        def pressed() -> None:
            self.drop_news()
            act()

        self._news = Bar(BarKind.TROUBLE, sentence, action, pressed, on_close=self.drop_news)
        self._column.insertWidget(0, self._news)
        self._settle()
        self._announce(sentence)

    def news(self) -> Bar | None:
        """The bar that says what an alert has to say."""
        return self._news

    def drop_news(self) -> None:
        """It was read, or there is other news."""
        if self._news is not None:
            bar, self._news = self._news, None
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self._settle()

    def _settle(self) -> None:
        shown = self._trouble is not None or self._news is not None or self.undo_bar.isVisibleTo(self)
        self._column.setContentsMargins(SIDE, 0, SIDE, _BELOW if shown else 0)
