"""A webhook or a mail server of the seller's own: where it is, kept sealed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox, TextField
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr

_WIDTH = 520


class _OutletDialog(Dialog):
    """Asks, keeps in the background, and stays open until that worked."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, *, question: str, text: str, yes: str) -> None:
        super().__init__(parent, question=question, text=text, yes=yes, no=tr("Leave it"), width=_WIDTH)
        self._bridge, self._over = bridge, False
        self.wrong = Paragraph("", colour="danger")
        self.wrong.hide()

    def done(self, result: int) -> None:
        """It is closed, in whatever way."""
        self._over = True
        super().done(result)

    def _keep(self, work: Callable[[], None]) -> None:
        self.yes.setEnabled(False)
        self.wrong.hide()
        self._bridge.background(work, lambda _done: self._kept(), self._refused)

    def _kept(self) -> None:
        if not self._over:
            super().accept()

    def _refused(self, error: PlimsollError) -> None:
        if self._over:
            return
        self.yes.setEnabled(True)
        self.wrong.setText(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))
        self.wrong.show()


class WebhookDialog(_OutletDialog):
    """One address. What is sent there names products, channels and numbers, and no customer."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, keep: Callable[[str], None]) -> None:
        super().__init__(
            parent,
            bridge,
            question=tr("Send alerts to a webhook?"),
            text=tr(
                "Plimsoll posts the words of each alert there as JSON, over https. They name products, channels and"
                " numbers, and no customer. The address is sealed on this computer."
            ),
            yes=tr("Send them there"),
        )
        self._keep_address = keep
        self.address = TextField(tr("Address of the webhook"), placeholder="https://")
        self.body.addWidget(self.address)
        self.body.addWidget(self.wrong)
        self.address.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Keep it."""
        typed = self.address.text().strip()
        self.address.set_error("" if typed else tr("The address is missing."))
        if typed and self.yes.isEnabled():
            self._keep(lambda: self._keep_address(typed))


class MailDialog(_OutletDialog):
    """The seller's own mail server, for outgoing mail."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, keep: Callable[[dict[str, str]], None]) -> None:
        super().__init__(
            parent,
            bridge,
            question=tr("Send alerts by mail?"),
            text=tr(
                "Plimsoll hands each alert to your own mail server, always encrypted. Mails name products, channels"
                " and numbers, and no customer. The password is sealed on this computer."
            ),
            yes=tr("Send them by mail"),
        )
        self._keep_facts = keep
        self.fields = {
            "host": TextField(tr("Server for outgoing mail"), placeholder="smtp.example"),
            "port": TextField(tr("Port"), placeholder="465", tabular=True),
            "user": TextField(tr("User name")),
            "password": TextField(tr("Password")),
            "sender": TextField(tr("From"), placeholder="alerts@shop.example"),
            "to": TextField(tr("To"), placeholder="you@shop.example"),
        }
        self.fields["password"].edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.security = ComboBox(tr("Encryption"))
        self.security.addItem(tr("TLS"), "tls")
        self.security.addItem(tr("STARTTLS"), "starttls")
        for names in (("host", "port"), ("user", "password"), ("sender", "to")):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addWidget(self.fields[name], 1 if name == "port" else 2, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(Label(tr("Encryption"), colour="text_secondary"))
        row.addWidget(self.security)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.wrong)
        self.fields["host"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Keep it."""
        needed = {"host", "port", "sender", "to"}
        typed = {name: field.text() for name, field in self.fields.items()}
        for name in needed:
            self.fields[name].set_error("" if typed[name].strip() else tr("This is missing."))
        missing = next((name for name in self.fields if name in needed and not typed[name].strip()), None)
        if missing is not None:
            self.fields[missing].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.yes.isEnabled():
            typed["security"] = str(self.security.currentData())
            self._keep(lambda: self._keep_facts(typed))
