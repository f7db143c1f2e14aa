"""The report of a fault, to read and to copy. Plimsoll never sends it: the seller does, or nobody."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.ui.bridge import Bridge
from app.ui.shell.sheets import Sheet
from app.ui.widgets.button import Button
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

_COPIED_MS = 2000


class ReportSheet(Sheet):
    """Says what is in it and what is not, and shows all of it."""

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(parent, tr("Report of what went wrong"))
        words = tr(
            "Versions and the end of the log. No sign-in keys, no mail addresses, no names of customers."
            " Plimsoll sends it to nobody. Copy it into a message to whoever helps you."
        )
        self.body.addWidget(Paragraph(words))
        self.body.addSpacing(12)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The report"))
        self.text.setMinimumHeight(self._theme.px(300))
        self.text.setFont(self._theme.font("mono"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.addWidget(self.text, 1)
        self.copy = Button(tr("Copy the report"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda _checked=False: self._copied())
        self.foot.insertWidget(0, self.copy)
        bridge.background(bridge.lent.report, self._show)

    def _show(self, report: str) -> None:
        if isValid(self):
            self.text.setPlainText(report)
            self.copy.setEnabled(True)
            self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self.copy, lambda: self.copy.setText(tr("Copy the report")))
