"""The relay's dialogs: pair it, set up one shop's webhooks, leave it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.hooks import Doorway, Hooks, SecretFrom
from app.errors import PlimsollError
from app.store.relay import Endpoint
from app.store.shops import Shop
from app.ui.bridge import Bridge, RelayLent
from app.ui.channels.connect_rows import StepRow
from app.ui.settings.relay_words import SEES, SEES_NOT
from app.ui.shell.views import announce
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import LineEdit, TextField
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import clock_time, say, tr

T = TypeVar("T")
_WIDTH = 560
_SLOW = timedelta(seconds=15)  # a test that takes longer is told of


class _Asking(Dialog):
    """A dialog that asks the relay: what is answered after it was closed is nobody's any more."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, *, question: str, text: str, yes: str, no: str) -> None:
        super().__init__(parent, question=question, text=text, yes=yes, no=no, width=_WIDTH)
        self._bridge, self._over = bridge, False

    def done(self, result: int) -> None:
        """It is closed, in whatever way."""
        self._over = True
        super().done(result)

    def _ask(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[PlimsollError], None]) -> None:
        self._bridge.background(
            work,
            lambda found: None if self._over else then(found),
            lambda error: None if self._over else failed(error),
        )


class PairDialog(_Asking):
    """Where the relay is, and the code that it shows. Stays open until the relay has answered."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, pair: Callable[[str, str], None]) -> None:
        super().__init__(
            parent,
            bridge,
            question=tr("Pair with your relay?"),
            text=tr("On its host, “plimsoll-relay pair” shows a code that holds for 15 minutes."),
            yes=tr("Pair"),
            no=tr("Leave it"),
        )
        self._pair = pair
        self.address = TextField(tr("Address of the relay"), placeholder="https://relay.example")
        self.code = TextField(tr("Code"), placeholder="XXXX-XXXX-XXXX", tabular=True)
        self.body.addWidget(self.address)
        self.body.addWidget(self.code)
        for words in (SEES, SEES_NOT):
            self.body.addWidget(Paragraph(say(words), "small"))
        self.said, self.wrong = Paragraph("", colour="text_secondary"), Paragraph("", colour="danger")
        for part in (self.said, self.wrong):
            part.hide()
            self.body.addWidget(part)
        self.address.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Ask the relay."""
        address, code = self.address.text().strip(), self.code.text().strip()
        self.address.set_error("" if address else tr("The address is missing."))
        self.code.set_error("" if code else tr("The code is missing."))
        missing = next((field for field, typed in ((self.address, address), (self.code, code)) if not typed), None)
        if missing is not None:
            missing.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.yes.isEnabled():
            self._busy(tr("Pairing."))
            self._ask(lambda: self._pair(address, code), lambda _done: self._paired(), self._refused)

    def _paired(self) -> None:
        self._busy("")
        super().accept()

    def _refused(self, error: PlimsollError) -> None:
        self._busy("")
        sentence = tr("{title} {advice}", title=say(error.title), advice=say(error.advice))
        self.wrong.setText(sentence)
        self.wrong.show()
        self.code.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.edit.selectAll()
        announce(self, sentence)

    def _busy(self, words: str) -> None:
        for part in (self.yes, self.address, self.code):
            part.setEnabled(not words)
        self.wrong.hide()
        self.said.setText(words)
        self.said.setVisible(bool(words))


class Copied(QWidget):
    """Something to copy: it can be selected, and there is a button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = LineEdit(name)
        self.edit.setReadOnly(True)
        self.button = Button(tr("Copy"), size=ButtonSize.SMALL, icon="copy", name=tr("Copy: {words}", words=name))
        self.button.clicked.connect(lambda _on=False: QGuiApplication.clipboard().setText(self.edit.text()))
        self.button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(name, colour="text_secondary"))
        column.addLayout(row)

    def show_words(self, words: str) -> None:
        """This is what is copied."""
        self.edit.setText(words)
        self.edit.setCursorPosition(0)
        self.button.setEnabled(bool(words))


class DoorDialog(_Asking):
    """One shop's webhooks: its address, the steps, the secret, and a test that has to come back."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, lent: RelayLent, shop: Shop, hooks: Hooks) -> None:
        super().__init__(
            parent,
            bridge,
            question=tr("Webhooks of {shop}: do they arrive?", shop=shop.name),
            text=tr("Give the channel this address, and keep it to yourself. Then see whether a test comes back."),
            yes=tr("Send a test"),
            no=tr("Close"),
        )
        self.shop, self._hooks = shop, hooks
        self._lent = lent
        self._doorway: Doorway | None = None
        self._endpoint: Endpoint | None = None
        self._sent_at: datetime | None = None
        self.address, self.made = Copied(tr("Address")), Copied(say(hooks.secret_label))
        self.make = Button(tr("Let Plimsoll set them up"), size=ButtonSize.SMALL)
        self.typed = TextField(say(hooks.secret_label), placeholder=f"{hooks.starts}…" if hooks.starts else "")
        self.keep = Button(tr("Keep this secret"), size=ButtonSize.SMALL)
        self.signed = Paragraph("", "small")
        self.lent = Button(tr("Lend the secret"), size=ButtonSize.SMALL)
        self.lending = Paragraph("", "small")
        self.said = Paragraph("", colour="text_primary")
        self._lay_out()
        self.yes.setEnabled(False)
        self.make.clicked.connect(lambda _on=False: self._make())
        self.keep.clicked.connect(lambda _on=False: self._keep())
        self.lent.clicked.connect(lambda _on=False: self._lend())
        self._say(tr("Asking the relay for an address."))
        self._ask(lambda: lent.doorway(shop.id), self.show_doorway, self._failed)

    def show_doorway(self, doorway: Doorway) -> None:
        """The relay has an address for the shop."""
        self._doorway = doorway
        self.address.show_words(doorway.address)
        self.made.show_words(doorway.secret)
        self.yes.setEnabled(True)
        self._say("")
        self._tell_signed()
        if not self.typed.edit.hasFocus():
            self.address.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def show_endpoint(self, endpoint: Endpoint | None, now: datetime) -> None:
        """How it stands now."""
        self._endpoint = endpoint
        if endpoint is not None and self._sent_at is not None:
            if endpoint.tested_at is not None and endpoint.tested_at >= self._sent_at:
                self._sent_at = None
                self._say(tr("Works: the test came back at {time}.", time=clock_time(endpoint.tested_at, seconds=True)))
            elif now - self._sent_at > _SLOW:
                self._say(tr("The test has not come back yet. Plimsoll goes on listening for it."))
        self._tell()

    def accept(self) -> None:
        """Send a test; the dialog stays."""
        if self.yes.isEnabled():
            self.yes.setEnabled(False)
            self._sent_at = self._bridge.now
            self._say(tr("Sent. Waiting for it to come back."))
            self._ask(lambda: self._lent.test(self.shop.id), lambda _done: self._tested(), self._failed)

    # Inside

    def _lay_out(self) -> None:
        for number, step in enumerate(self._hooks.steps, 1):
            self.body.addWidget(StepRow(number, step))
        self.body.insertWidget(0, self.address)
        made = self._hooks.secret_from is SecretFrom.PLIMSOLL
        self.body.insertWidget(1, self.made)
        self.made.setVisible(made)
        self.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.make.setVisible(self._hooks.by_api)
        self.body.addWidget(self.typed)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.typed, self.keep):
            part.setVisible(not made)
        self.body.addWidget(self.signed)
        self.body.addWidget(self.lending)
        self.body.addWidget(self.lent, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.said)

    def _make(self) -> None:
        self._say(tr("Setting them up."))
        self._ask(lambda: self._lent.make_hooks(self.shop.id), self._made, self._failed)

    def _made(self, count: int) -> None:
        kept = tr("Plimsoll looks at every start whether they are still there, and makes again what is missing.")
        made = tr("They are set up.") if count else tr("They were all there already.")
        self._say(tr("{made} {kept}", made=made, kept=kept))

    def _keep(self) -> None:
        secret = self.typed.text().strip()
        if not secret:
            self.typed.set_error(tr("The secret is missing. Copy it from the channel, as in the steps above."))
            self.typed.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.typed.set_error("")
        self._ask(lambda: self._lent.set_secret(self.shop.id, secret), lambda _done: self._kept(), self._wrong)

    def _kept(self) -> None:
        self.typed.set_text("")
        if self._doorway is not None:
            self._doorway = Doorway(address=self._doorway.address, secret=self._doorway.secret, signed=True)
        self._tell_signed()
        announce(self, self.signed.text())

    def _wrong(self, error: PlimsollError) -> None:
        self.typed.set_error(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))
        self.typed.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lend(self) -> None:
        lent = not (self._endpoint is not None and self._endpoint.lent)
        self.lent.setEnabled(False)
        self._ask(lambda: self._lent.lend(self.shop.id, lent), lambda _done: self.lent.setEnabled(True), self._failed)

    def _tested(self) -> None:
        self.yes.setEnabled(True)

    def _failed(self, error: PlimsollError) -> None:
        self._sent_at = None
        self.yes.setEnabled(self._doorway is not None)
        self.lent.setEnabled(True)
        self._say(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))

    def _tell_signed(self) -> None:
        known = self._doorway is not None and self._doorway.signed
        yes = tr("Plimsoll knows what this channel signs with, and drops every message that is not signed so.")
        no = tr("Until Plimsoll knows what this channel signs with, it drops every message.")
        self.signed.setText(yes if known else no)

    def _tell(self) -> None:
        lent = self._endpoint is not None and self._endpoint.lent
        there = tr("The relay was lent the secret and refuses forgeries itself. Whoever runs it can read the secret.")
        here = tr("The secret stays on this computer. Lent to the relay, it lets it refuse floods of forgeries.")
        self.lending.setText(there if lent else here)
        self.lent.setText(tr("Take the secret back") if lent else tr("Lend the secret"))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self, words)


def unpair_dialog(parent: QWidget | None) -> Dialog:
    """Leave the relay?"""
    return _asked(
        parent,
        tr("Unpair the relay?"),
        tr(
            "It deletes everything that it keeps for you, and its addresses stop working. Plimsoll goes on asking your"
            " channels for orders."
        ),
        tr("Unpair"),
    )


def forget_dialog(parent: QWidget | None, why: str) -> Dialog:
    """It does not answer: forget it all the same?"""
    return _asked(
        parent,
        tr("Forget the relay without its answer?"),
        tr(
            "{why} What it keeps stays there, unreadable without the key on this computer, for 30 days at most.",
            why=why,
        ),
        tr("Forget it"),
    )


def _asked(parent: QWidget | None, question: str, text: str, yes: str) -> Dialog:
    dialog = Dialog(parent, question=question, text=text, yes=yes, no=tr("Keep it"), danger=True, safe_first=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
