"""A report to read, and the button that copies it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.theme import follow
from app.ui.widgets.button import Button
from app.ui.words import tr

_COPIED_MS = 2000


class ReportText(QPlainTextEdit):
    """All of the report; `copy_button` puts it on the clipboard and says so for a moment."""

    def __init__(self, report: str = "") -> None:
        super().__init__(report)
        self.copy_button = Button(tr("Copy the report"))
        self.copy_button.clicked.connect(lambda _checked=False: self._copied())
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("The report"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._theme = follow(self._dress)
        self._dress()

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.toPlainText())
        self.copy_button.setText(tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self.copy_button, lambda: self.copy_button.setText(tr("Copy the report")))

    def _dress(self) -> None:
        self.setFont(self._theme.font("mono"))
