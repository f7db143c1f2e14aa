"""The notice that something has to be counted once more, and the key that does it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.counts import Line
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr, trn


class Notice(QWidget):
    """`count_now` carries the product to be counted again."""

    count_now = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._first: int | None = None
        self.title = Label("", weight=600)
        self.words = Paragraph(tr("Your first count is kept. It stays hidden, so the second one is honest too."))
        self.button = Button(tr("Count it now"), hint="F2")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda _checked=False: self.press())
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.title)
        said.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(StatusGlyph(Glyph.ON_ORDER, tr("Count again"), size=14), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._theme = follow(self.update)
        self.hide()

    def show_again(self, lines: Sequence[Line], now: int | None) -> None:
        """These have to be counted once more; the one that is counted now needs no button."""
        waiting = [line for line in lines if line.product != now]
        self._first = waiting[0].product if waiting else None
        self.setVisible(bool(lines))
        if not lines:
            return
        first = (waiting or list(lines))[0]
        self.title.setText(
            trn("Please count the {title} once more", "Please count {n} products once more", len(lines),
                title=first.title)
        )  # fmt: skip
        moved = [line.title for line in lines if line.moved]
        kept = tr("Your first count is kept. It stays hidden, so the second one is honest too.")
        why = tr("{titles} moved while you counted.", titles=", ".join(moved[:3])) if moved else ""
        self.words.setText(" ".join(filter(None, (why, kept))))
        self.setAccessibleName(self.title.text())
        self.button.setVisible(self._first is not None)

    def press(self) -> None:
        """F2."""
        if self._first is not None:
            self.count_now.emit(self._first)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground with a border."""
        painter, theme = QPainter(self), self._theme
        ground, line = theme.colour("accent_tint"), theme.colour("accent_line")
        paint.box(painter, QRectF(self.rect()), theme.radius("panel"), fill=ground, border=line)
        painter.end()
