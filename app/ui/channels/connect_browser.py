"""Signing in on a channel's own page: what is said while the browser is there, and one attempt from begin to end."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.text import N_
from app.errors import ChannelRefused, PlimsollError
from app.ui.bridge import Bridge, ConnectForm, SigningIn
from app.ui.shell.views import announce
from app.ui.widgets.button import Button
from app.ui.widgets.fields import TextField
from app.ui.widgets.glyphs import Glyph, StatusLine
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr

T = TypeVar("T")


class BrowserPart(QWidget):
    """Shown while the seller is on the channel's page, with the ways out when the browser does not come back.

    `again` wants the page opened once more, `pasted` carries the address from the browser, `cancelled` ends it.
    """

    again = Signal()
    pasted = Signal(str)
    cancelled = Signal()

    def __init__(self, channel: str) -> None:
        super().__init__()
        self._channel, self._page = channel, ""
        self.status = StatusLine(Glyph.ON_ORDER, tr("Waiting for {channel} in your browser", channel=channel))
        self.words = Paragraph()
        self.open = Button(tr("Open the page again"), icon="external")
        self.copy = Button(tr("Copy its address"), icon="copy")
        self.cancel = Button(tr("Cancel"))
        self.field = TextField(tr("Address from the browser"))
        self.use = Button(tr("Use this address"))
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Signing in to {channel}", channel=channel))
        self.hide()

    def begin(self, page: str, *, opened: bool) -> None:
        """The browser shows the page, or this computer opened none."""
        self._page = page
        self.field.set_text("")
        self.field.set_error("")
        self.status.show()
        words = tr("Sign in there, and allow Plimsoll. It goes on here by itself.")
        if not opened:
            words = tr("This computer opened no browser. Copy the address of the page, and open it in one.")
        self.words.setText(words)
        self.show()
        announce(self, f"{self.status.accessibleName()}. {words}")
        (self.open if opened else self.copy).setFocus(Qt.FocusReason.OtherFocusReason)

    def nobody_listens(self, error: PlimsollError) -> None:
        """The browser has nowhere to come back to: what it shows must be pasted."""
        self.status.hide()
        words = f"{say(error.title)} {say(error.advice)}"
        self.words.setText(words)
        announce(self, words)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def not_ours(self, error: PlimsollError) -> None:
        """What was pasted is no answer to this attempt; the wait goes on."""
        self.busy(busy=False)
        words = f"{say(error.title)} {say(error.advice)}"
        self.field.set_error(words)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.field, words)

    def busy(self, *, busy: bool) -> None:
        """What was pasted is being used."""
        for part in (self.field.edit, self.use, self.open):
            part.setEnabled(not busy)

    def end(self) -> None:
        """Over, in whatever way."""
        self.busy(busy=False)
        self.field.set_text("")
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(tr("In your browser")))
        column.addWidget(self.status)
        column.addWidget(self.words)
        column.addLayout(_row(self.open, self.copy, self.cancel))
        column.addSpacing(4)
        lost = tr(
            "Does the browser end on a page that it cannot show? Copy the whole address from its address bar, and"
            " paste it here."
        )
        column.addWidget(Paragraph(lost))
        column.addWidget(self.field)
        column.addLayout(_row(self.use))

    def _connect(self) -> None:
        self.open.clicked.connect(lambda _checked=False: self.again.emit())
        self.copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self._page))
        self.cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        self.use.clicked.connect(lambda _checked=False: self._paste())
        self.field.edit.returnPressed.connect(self._paste)
        self.field.edit.textEdited.connect(lambda _text: self.field.set_error(""))

    def _paste(self) -> None:
        address = self.field.text().strip()
        if address:
            self.pasted.emit(address)
            return
        missing = tr("The address is missing. Copy it from the browser’s address bar.")
        self.field.set_error(missing)
        announce(self.field, missing)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


class Form(Protocol):
    """What an attempt needs of the form that it is for."""

    browser: BrowserPart

    def busy(self, words: str) -> None:
        """Something is under way; "" ends it."""

    def show_waiting(self) -> None:
        """The browser is out."""

    def signed_in(self, brought: dict[str, str]) -> None:
        """The browser came back."""

    def not_signed_in(self, error: PlimsollError | None) -> None:
        """It did not; None: the seller called it off."""


class BrowserSignIn(QObject):
    """One attempt at a time. `signed` says that the form has what the browser brought."""

    signed = Signal()

    def __init__(self, bridge: Bridge, form: Form, typed: Callable[[], ConnectForm], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._form, self._typed = bridge, form, typed
        self._number = 0  # answers to older attempts are not wanted any more
        self._attempt: SigningIn | None = None
        form.browser.again.connect(self._open_again)
        form.browser.pasted.connect(self._paste)
        form.browser.cancelled.connect(self.cancel)

    @property
    def waiting(self) -> bool:
        """Is the browser out?"""
        return self._attempt is not None

    def begin(self, shop: int) -> None:
        """Ask whether the keys are good, then open the page and wait."""
        self.stop()
        typed, lent = self._typed(), self._bridge.lent
        self._form.busy(tr("Asking whether the keys are good…"))
        number = self._number

        def got(attempt: SigningIn) -> None:
            if number == self._number:
                self._got(attempt)
            else:
                attempt.cancel()  # called off while the keys were tried

        def failed(error: PlimsollError) -> None:
            if number == self._number:
                self._failed(error)

        self._bridge.background(lambda: lent.sign_in(typed, shop), got, failed)

    def cancel(self) -> None:
        """The seller thinks better of it. What was typed stays."""
        self.stop()
        self._form.not_signed_in(None)

    def stop(self) -> None:
        """Whatever comes back is not wanted any more."""
        self._number += 1
        if self._attempt is not None:
            self._attempt.cancel()
            self._attempt = None
            self._form.browser.end()

    def _got(self, attempt: SigningIn) -> None:
        self._attempt = attempt
        opened = self._bridge.lent.open_page(attempt.page)
        self._form.browser.begin(attempt.page, opened=opened)
        self._form.show_waiting()
        self._slowly(attempt.wait, self._came, self._failed)

    def _came(self, brought: dict[str, str] | None) -> None:
        self.stop()
        if brought is None:
            self._form.not_signed_in(_late())
            return
        self._form.signed_in(brought)
        self.signed.emit()

    def _failed(self, error: PlimsollError) -> None:
        if self._attempt is not None and not self._attempt.listens:
            self._form.browser.nobody_listens(error)
            return
        self.stop()
        self._form.not_signed_in(error)

    def _open_again(self) -> None:
        if self._attempt is not None:
            self._bridge.lent.open_page(self._attempt.page)

    def _paste(self, address: str) -> None:
        attempt = self._attempt
        if attempt is None:
            return
        self._form.browser.busy(busy=True)

        def failed(error: PlimsollError) -> None:
            if isinstance(error, ChannelRefused):
                self._form.browser.not_ours(error)
                return
            self.stop()
            self._form.not_signed_in(error)

        self._slowly(lambda: attempt.pasted(address), self._came, failed)

    def _slowly(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[PlimsollError], None]
    ) -> None:
        number = self._number

        def wanted(then: Callable[..., None]) -> Callable[..., None]:
            return lambda found: then(found) if number == self._number else None

        self._bridge.background(work, wanted(done), wanted(failed))


def _late() -> PlimsollError:
    return PlimsollError(
        N_("The browser did not come back within {minutes} minutes.", minutes=5),
        N_("What you typed is still here. Sign in again when you are ready."),
    )
