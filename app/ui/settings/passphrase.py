"""Sign-in keys where there is no keyring: a passphrase is set, typed at each start, changed or given up."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.core.changes import Changes
from app.errors import PlimsollError
from app.ui.bridge import Bridge, PassphraseLent
from app.ui.settings.rows import SettingRow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr


class Keys(SettingRow):
    """The row in Settings: where the key is, and what can be done about it."""

    def __init__(self, bridge: Bridge) -> None:
        self.unlock = Button(tr("Unlock…"), size=ButtonSize.SMALL)
        self.choose = Button(tr("Set a passphrase…"), size=ButtonSize.SMALL)
        self.change = Button(tr("Change…"), size=ButtonSize.SMALL)
        self.forget = Button(tr("Give it up"), size=ButtonSize.SMALL)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.forget, self.change, self.choose, self.unlock):
            row.addWidget(button)
        super().__init__(tr("Sign-in keys"), "", buttons)
        self._bridge, self._lent = bridge, bridge.lent.passphrase
        self.unlock.clicked.connect(lambda _on=False: ask_unlock(self.window(), bridge, self.read))
        for button in (self.choose, self.change):
            button.clicked.connect(lambda _on=False: self._set())
        self.forget.clicked.connect(lambda _on=False: self._forget())
        self.read()

    def read(self) -> None:
        """Where the key is, as far as that is known by now."""
        kept = self._bridge.lent.secrets_kept()
        self.say(secrets_words(kept))
        can = self._lent is not None
        self.unlock.setVisible(can and kept == "locked")
        self.choose.setVisible(can and kept == "session")
        for button in (self.change, self.forget):
            button.setVisible(can and kept == "passphrase")

    def _set(self) -> None:
        if self._lent is not None:
            _open(SetDialog(self.window(), self._bridge, self._lent), self.read)

    def _forget(self) -> None:
        if self._lent is not None:
            self._bridge.background(self._lent.forget, lambda _done: self.read())


class _Slow(Dialog):
    """A dialog whose answer takes a while, and may be refused."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, *, question: str, text: str, yes: str) -> None:
        super().__init__(parent, question=question, text=text, yes=yes, no=tr("Later"))
        self._bridge, self._over = bridge, False
        self.wrong = Paragraph("", colour="danger")
        self.wrong.hide()

    def done(self, result: int) -> None:
        """What is answered after it was closed is nobody's any more."""
        self._over = True
        super().done(result)

    def _do(self, work: Callable[[], None]) -> None:
        self.yes.setEnabled(False)
        self.wrong.hide()
        self._bridge.background(work, lambda _done: self._did(), self._refused)

    def _did(self) -> None:
        self._bridge.changed.emit(Changes(settings=True))
        if not self._over:
            super().accept()

    def _refused(self, error: PlimsollError) -> None:
        if not self._over:
            self.yes.setEnabled(True)
            self.wrong.setText(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))
            self.wrong.show()


class UnlockDialog(_Slow):
    """At each start: the passphrase."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, lent: PassphraseLent) -> None:
        super().__init__(
            parent,
            bridge,
            question=tr("Unlock your sign-in keys?"),
            text=tr("Until then Plimsoll cannot sign in to your channels: it hears of no sale and sends nothing."),
            yes=tr("Unlock"),
        )
        self._lent = lent
        self.field = _hidden(tr("Passphrase"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.wrong)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Try it."""
        if self.yes.isEnabled():
            typed = self.field.text()
            self._do(lambda: self._lent.unlock(typed))

    def _refused(self, error: PlimsollError) -> None:
        super()._refused(error)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.selectAll()


class SetDialog(_Slow):
    """A passphrase, typed twice."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, lent: PassphraseLent) -> None:
        super().__init__(
            parent,
            bridge,
            question=tr("Set a passphrase?"),
            text=tr(
                "This computer has no keyring. A passphrase seals your sign-in keys here, and you type it at each"
                " start. Nobody can tell it to you again: without it you connect your channels anew. Stock and"
                " history need none."
            ),
            yes=tr("Set it"),
        )
        self._lent = lent
        self.field, self.again = _hidden(tr("Passphrase")), _hidden(tr("Once more"))
        for part in (self.field, self.again, self.wrong):
            self.body.addWidget(part)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Both must be the same."""
        typed = self.field.text()
        same = typed == self.again.text()
        self.again.set_error("" if same else tr("The two differ."))
        if same and self.yes.isEnabled():
            self._do(lambda: self._lent.set(typed))


def ask_unlock(window: QWidget, bridge: Bridge, then: Callable[[], object] = lambda: None) -> None:
    """Ask for the passphrase over this window."""
    if bridge.lent.passphrase is not None:
        _open(UnlockDialog(window, bridge, bridge.lent.passphrase), then)


def secrets_words(kept: str) -> str:
    """Where the key to the sign-in keys is."""
    if kept == "keyring":
        return tr("Your sign-in keys are sealed with a key in this computer’s keyring.")
    if kept == "passphrase":
        return tr("Your sign-in keys are sealed with your passphrase, which you type at each start.")
    if kept == "locked":
        return tr("Locked: Plimsoll signs in to no channel until you type your passphrase.")
    if kept == "session":
        return tr(
            "This session only: no keyring answers on this computer. After the next start you sign in to your channels"
            " again."
        )
    return tr("No sign-in key was needed yet.")


def _hidden(name: str) -> TextField:
    field = TextField(name)
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _open(dialog: Dialog, then: Callable[[], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _result: then())
    dialog.open()
