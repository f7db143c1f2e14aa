"""The report of a fault, to read and to copy. Plimsoll never sends it: the seller does, or nobody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.bridge import Bridge
from app.ui.report_text import ReportText
from app.ui.shell.sheets import Sheet
from app.ui.widgets.text import Paragraph
from app.ui.words import tr


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
        self.text = ReportText()
        self.text.setMinimumHeight(self._theme.px(300))
        self.body.addWidget(self.text, 1)
        self.copy = self.text.copy_button
        self.copy.setEnabled(False)
        self.foot.insertWidget(0, self.copy)
        bridge.background(bridge.lent.report, self._show)

    def _show(self, report: str) -> None:
        if isValid(self):
            self.text.setPlainText(report)
            self.copy.setEnabled(True)
            self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
