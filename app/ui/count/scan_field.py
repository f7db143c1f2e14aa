"""The line that one counts with. It keeps the keyboard, and tells a scanner from fingers by the keys' own moments."""

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent, QWheelEvent

from app.core.count_entry import Keys, Scanned, Scanner, Typed
from app.ui.theme import follow
from app.ui.widgets.fields import LineEdit, set_flag
from app.ui.widgets.lettering import Lettering
from app.ui.words import duration, tr

_ICON_ROOM, _EDGE = 44, 16
_NOTE_MS = 200
_BURST_MS = 60  # longer than between two keys of a scanner
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ScanField(LineEdit):
    """`scanned` and `typed` carry what a line meant; `more` is one more or fewer, `back` Backspace on an empty line."""

    scanned = Signal(object)  # Scanned
    typed = Signal(object)  # Typed
    more = Signal(int)
    back = Signal()
    twice = Signal()  # the same scan came twice

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(tr("Scan, or type a SKU or name"), role="lead", measure="large")
        self.keys = Keys(scanner)
        self._since = QElapsedTimer()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._note = QTimer(self)
        self._note.setInterval(_NOTE_MS)
        self._note.timeout.connect(self.update)
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.setInterval(_BURST_MS)
        self._show_soon.timeout.connect(self._show)
        self.textEdited.connect(self._edited)
        self._theme = follow(self._dress_field)
        self._dress_field()

    def showEvent(self, event: QShowEvent) -> None:
        """The age of the last scan is shown while the page is."""
        super().showEvent(event)
        self._note.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._note.stop()

    def take(self, event: QKeyEvent) -> bool:
        """A key that came anywhere on the page. True: it is the line's."""
        key, at_ms = event.key(), self._moment(event)
        if key in ENTER:
            return self._enter(at_ms)
        if key == Qt.Key.Key_Backspace and not self.keys.text:
            self.back.emit()
            return True
        character = event.text()
        if not character or not _typing(event):
            return False
        if character in "+-−" and not self.keys.text:
            self.more.emit(1 if character == "+" else -1)
            return True
        self.keys.key(character, at_ms)
        if self.keys.quick:  # nobody reads what a scanner types: it is gone with its Enter
            self._show_soon.start()
        else:
            self._show()
        return True

    def _show(self) -> None:
        self._show_soon.stop()
        if self.text() != self.keys.text:
            self.setText(self.keys.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Printable keys and Enter mean something; the rest edits the line."""
        if not self.take(event):
            self._show()
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt would draw the cursor anew after each key of a scanner."""
        if not self._show_soon.isActive():
            super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel never changes anything here."""
        event.ignore()

    def note(self) -> str:
        """Whether the scanner can be used: what stands at the right of the line."""
        if not self.hasFocus():
            return tr("Click here to scan")
        if not self._since.isValid():
            return tr("Scanner ready")
        return tr("Scanner ready, {age} ago", age=duration(self._since.elapsed() / 1000))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the scanner's mark before it and its state behind it."""
        super().paintEvent(event)
        painter, theme, side = QPainter(self), self._theme, self._theme.px(18)
        theme.paint_icon(painter, "count", "text_primary", QRectF(_EDGE, (self.height() - side) // 2, side, side))
        if not self.text():
            room = QRectF(self.rect()).adjusted(_ICON_ROOM, 0, -_EDGE, 0)
            colour = theme.colour("text_tertiary" if self.hasFocus() else "warn_text")
            Lettering(theme.font("small")).draw(painter, room, self.note(), colour, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _enter(self, at_ms: float) -> bool:
        found = self.keys.enter(at_ms)
        self._show()
        if found is None:
            self.twice.emit()
        elif isinstance(found, Scanned):
            self._since.start()
            self.scanned.emit(found)
        else:
            assert isinstance(found, Typed)
            self.typed.emit(found)
        return True

    def _edited(self, text: str) -> None:
        self.keys.put(text)  # pasted, deleted or changed in the middle

    def _moment(self, event: QKeyEvent) -> float:
        """When the key was pressed. An event that does not know is dated now."""
        return float(event.timestamp() or self._clock.elapsed())

    def _dress_field(self) -> None:
        self.setFixedHeight(self._theme.size("scan_field"))
        self.setTextMargins(self._theme.px(_ICON_ROOM - 12), 0, 0, 0)
        set_flag(self, "scan", on=True)


def _typing(event: QKeyEvent) -> bool:
    """Is it a key that writes? Ctrl and Alt make commands."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & commands and (event.text().isprintable() or event.text() == "\x1d")
