"""Keys that nobody nearer wants are the scanner's, wherever the keyboard is in a view."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.count.scan_field import ENTER, ScanField


class ScanAnywhere(QObject):
    """Watches only what has the keyboard: a filter on the whole program would be called for every event there is."""

    def __init__(self, view: QWidget, field: ScanField) -> None:
        super().__init__(view)
        self._view, self._field = view, field
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A scan, or the first letter of something typed, brings the keyboard back to the line."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._ours(event):
            return False
        if not self._field.take(event):
            return False
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _moved(self, _before: QWidget | None, after: QWidget | None) -> None:
        if after is not None and after is not self._field and self._view.isAncestorOf(after):
            after.installEventFilter(self)

    def _ours(self, event: QKeyEvent) -> bool:
        writes = bool(event.text()) and event.text().isprintable() and event.text() != " "
        goes_on = (event.key() in ENTER or event.text() == " ") and bool(self._field.keys.text)
        return writes or goes_on
