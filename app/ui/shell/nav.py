"""One line of the sidebar: a page's icon and name, what is to be done there, and in the rail only its icon."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.lettering import Lettering
from app.ui.words import tr

_EDGE, _ICON_LEFT, _TEXT_LEFT, _DOT = 8, 8, 33, 5


class NavItem(QAbstractButton):
    """A page in the sidebar. Pressing it shows the page; ↑ and ↓ (`stepped`) go to its neighbours."""

    stepped = Signal(int)

    def __init__(self, title: str, icon: str, keys: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._icon, self._keys = title, icon, keys_of(keys)
        self._note, self._pressing, self._rail = "", False, False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._tell()

    def set_note(self, note: str, *, pressing: bool = False, said: str = "") -> None:
        """What is to be done there, in red when it is pressing; `said` is the same for a screen reader."""
        self._note, self._pressing = note, pressing
        self._tell(said)

    def set_rail(self, *, rail: bool) -> None:
        """Only the icon from now on, or the name as well."""
        self._rail = rail
        self._tell()

    def note(self) -> str:
        """What is written at its right."""
        return self._note

    def sizeHint(self) -> QSize:
        """As high as the design says; as wide as the sidebar."""
        theme = self._theme
        return QSize(theme.px(32), theme.size("nav_item"))

    minimumSizeHint = sizeHint

    def nextCheckState(self) -> None:
        """Nothing: the window checks the page that is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along, Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, name and note."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        if on or self.underMouse():
            ground = theme.colour("bg_nav_selected" if on else "bg_hover")
            paint.box(painter, QRectF(self.rect()), theme.radius("control"), fill=ground)
        side = theme.size("icon")
        left = (self.width() - side) // 2 if self._rail else _ICON_LEFT
        top = (self.height() - side) // 2
        ink = "accent" if on else "text_secondary"
        theme.paint_icon(painter, self._icon, ink, QRectF(left, top, side, side))
        if self._rail:
            self._paint_dot(painter, QRectF(left + side, top - 1, theme.px(_DOT), theme.px(_DOT)))
        else:
            self._paint_words(painter, on=on)
        painter.end()

    def _paint_words(self, painter: QPainter, *, on: bool) -> None:
        theme = self._theme
        note = Lettering(theme.font("small", tabular=True, weight=600 if self._pressing else None))
        width = note.advance(self._note)
        room = QRectF(0, 0, self.width() - _EDGE, self.height())
        note.draw(painter, room, self._note, self._note_ink(), Qt.AlignmentFlag.AlignRight)
        left = _TEXT_LEFT + theme.size("icon") - 16
        room = QRectF(left, 0, self.width() - left - _EDGE - (width + 6 if width else 0), self.height())
        ink = theme.colour("text_primary" if on else "text_secondary")
        Lettering(theme.font("body", weight=600 if on else None)).draw(painter, room, self._title, ink)

    def _paint_dot(self, painter: QPainter, square: QRectF) -> None:
        if self._note and self._pressing:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._note_ink())
            painter.drawEllipse(square)

    def _note_ink(self) -> QColor:
        return self._theme.colour("danger" if self._pressing else "text_tertiary")

    def _tell(self, said: str = "") -> None:
        words = said or self._note
        name = tr("{page}, {note}", page=self._title, note=words) if words else self._title
        self.setAccessibleName(name)
        self.setToolTip(tr("{name}  {keys}", name=name if self._rail else self._title, keys=self._keys))
        self.update()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
