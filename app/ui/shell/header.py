"""A page's header: title, one quiet sentence beside it, actions at the right; and the place for bars under it."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets.button import Button
from app.ui.widgets.text import ElidedLabel

SIDE = 24  # white space at a page's sides
_TITLE = 220  # so wide a title never gives way


class PageHeader(QWidget):
    """60 px high. `before` takes what stands left of the title, `after` what stands at the right."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title, "title")
        self._note = ElidedLabel(note, colour="text_secondary")
        self.before, self.after = QHBoxLayout(), QHBoxLayout()
        for row in (self.before, self.after):
            row.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(10)
        row.addLayout(self.before)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        row.addStretch(0)
        row.addLayout(self.after)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._dress()
        self.say(title, note)

    def say(self, title: str, note: str = "") -> None:
        """Another title, and the sentence beside it."""
        self._title.setMinimumWidth(0)  # a label asks for its least width at least, and that is the old title's
        self._title.setText(title)
        self._keep_title()
        self._note.setText(note)
        self.setAccessibleName(" ".join(filter(None, (title, note))))

    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def note(self) -> str:
        """The sentence that is shown."""
        return self._note.text()

    def add_action(self, button: Button) -> None:
        """One more button at the right."""
        self.after.addWidget(button)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("page_header"))
        self._keep_title()

    def _keep_title(self) -> None:
        """The sentence gives way first; a title only when it names something with a very long name."""
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), self._theme.px(_TITLE)))


def bar_place() -> QVBoxLayout:
    """Where the window puts the bar: under a page's header. A page keeps it as its attribute `bar_place`."""
    place = QVBoxLayout()
    place.setContentsMargins(SIDE, 0, SIDE, 0)
    place.setSpacing(0)
    return place
