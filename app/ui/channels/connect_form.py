"""One way to connect: what the seller does by hand, what is typed, and how the test of it went."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from app.core.channel import ChannelInfo, ConnectWay, Introduction
from app.errors import ChannelUnavailable, PlimsollError
from app.ui.channels.connect_browser import BrowserPart
from app.ui.channels.connect_rows import Checks, FieldRow, StepRow
from app.ui.channels.steps import (
    ADDRESS,
    Stage,
    about_address,
    after_test,
    failed_checks,
    missing,
    odd_starts,
    only_location,
    tidied,
)
from app.ui.shell.views import FormColumn, Trouble, announce
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import say, tr


class ConnectFormPart(FormColumn):
    """Steps, fields, test and result for one way of one channel.

    `tested` wants the test, `agreed` wants what passed to be kept. What is typed stays until `forget_secrets`.
    """

    tested = Signal()
    agreed = Signal()

    def __init__(self, info: ChannelInfo, way: ConnectWay, *, again: bool = False) -> None:
        super().__init__()
        self.info, self.way, self._again = info, way, again
        self.introduction: Introduction | None = None
        self.brought: dict[str, str] = {}  # what the browser came back with
        self.browser = BrowserPart(info.title)
        self.rows = [FieldRow(field) for field in way.fields]
        self.trouble, self.checks = Trouble(), Checks()
        self.test = Button(tr("Test the connection"), Variant.PRIMARY)
        self.keep = Button(tr("Connect"), Variant.PRIMARY)
        self.reason = Paragraph(colour="text_tertiary")
        self.secrets = Paragraph(role="small", colour="text_tertiary")
        self._lay_out()
        self._connect()
        self._settle()

    def values(self) -> dict[str, str]:
        """What is typed, without the spaces that copying brings along."""
        return tidied(self.way.fields, self._typed())

    @property
    def wants_browser(self) -> bool:
        """Has the seller to sign in on the channel's page before anything can be tested?"""
        return self.way.browser and not self.brought

    def check(self) -> bool:
        """Is everything typed? What is missing or cannot be right is said under its field."""
        typed = self._typed()
        kept = self._again and self.way.browser  # what is not typed again is kept
        found = ({} if kept else missing(self.way.fields, typed)) | odd_starts(self.way.fields, typed)
        for row in self.rows:
            row.set_error(say(found[row.field.name]) if row.field.name in found else "")
        first = next((row for row in self.rows if row.field.name in found), None)
        if first is not None:
            self.trouble.clear()  # it was about what was typed before
            self._point_at(first)
        return first is None

    def location(self) -> str:
        """The location to link: the one that was chosen, or the only one."""
        if self.introduction is None:
            return ""
        return self.checks.location() if len(self.introduction.locations) > 1 else only_location(self.introduction)

    def busy(self, words: str) -> None:
        """Something is under way: "Testing…". "" ends it."""
        for row in self.rows:
            row.input.setEnabled(not words)
        self.test.setEnabled(not words)
        self.keep.setEnabled(not words)
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
        if words:
            self.trouble.clear()
            announce(self, words)
        else:
            self._settle()

    def show_waiting(self) -> None:
        """The browser is out: nothing here is to be pressed but what is about it."""
        self.reason.hide()
        self.test.hide()
        self.bring_into_view(self.browser)

    def signed_in(self, brought: dict[str, str]) -> None:
        """The browser came back."""
        self.brought = brought
        self.busy("")

    def not_signed_in(self, error: PlimsollError | None) -> None:
        """It did not; None: the seller called it off. What was typed stays."""
        self.busy("")
        if error is None:
            self.test.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_error(error)

    def show_result(self, introduction: Introduction) -> None:
        """The shop has answered."""
        self.introduction = introduction
        if not introduction.ok:
            self.brought = {}  # what is missing is allowed on the channel's page
        self.checks.show_result(introduction)
        for card in self.checks.cards:
            card.button.toggled.connect(lambda _on: self._settle())
        self.busy("")
        stage = after_test(introduction)
        if stage is not Stage.CHECKS:
            announce(self, tr("Every check passed."))
            target = self.checks.cards[0].button if stage is Stage.LOCATION else self.keep
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.trouble.show_words(say(failed_checks(introduction)))
            self.test.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(self.test if stage is Stage.CHECKS else self.keep)

    def show_error(self, error: PlimsollError) -> None:
        """The shop could not be asked. What was typed stays."""
        self.busy("")
        address = next((row for row in self.rows if row.field.name == ADDRESS), None)
        if address is not None and self.introduction is None and about_address(error):
            address.set_error(" ".join((say(error.title), say(error.advice))))
            self._point_at(address)
            return
        self.trouble.show_error(error)
        if isinstance(error, ChannelUnavailable):  # its own advice is about the sync, which goes on trying
            advice = tr("Nothing was kept, and what you typed is still here. Try again when the shop answers.")
            self.trouble.show_words(say(error.title), advice, self.trouble.details().splitlines())
        self.bring_into_view(self.trouble)
        self.test.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_secrets(self) -> None:
        """Nothing secret stays in a field."""
        for row in self.rows:
            if row.field.secret:
                row.input.edit.clear()
        self.brought = {}
        self.forget_result()

    def forget_result(self) -> None:
        """What the last test found is about what was typed then."""
        self.introduction = None
        self.checks.forget()
        self._settle()

    def put(self, name: str, value: str) -> None:
        """Fill in what is known already."""
        for row in self.rows:
            if row.field.name == name and not row.field.secret:
                row.input.set_text(value)

    def tell_secrets(self, words: str) -> None:
        """Where the keys are kept; "" while nobody knows."""
        self.secrets.setText(words)
        self.secrets.setVisible(bool(words))

    def focus_first(self) -> None:
        """The first field that is still empty."""
        empty = next((row for row in self.rows if not row.input.text()), self.rows[0] if self.rows else None)
        (empty.input.edit if empty else self.test).setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _point_at(self, row: FieldRow) -> None:
        """The keyboard goes to the field with something wrong in it, and a screen reader says what it is."""
        row.input.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(row)
        announce(row, row.input.error())

    def _typed(self) -> dict[str, str]:
        return {row.field.name: row.input.text() for row in self.rows}

    def _typed_anew(self) -> None:
        self.brought = {}  # other keys, another sign-in
        self.forget_result()

    def _settle(self) -> None:
        done = self.introduction
        passed = done is not None and done.ok and not self._again
        self.keep.setVisible(passed)
        self.test.setVisible(not self.browser.isVisible())
        self.test.set_variant(Variant.SECONDARY if passed else Variant.PRIMARY)
        if self.wants_browser:
            self.test.setText(tr("Sign in with {channel}", channel=self.info.title))
        elif self._again:
            self.test.setText(tr("Test and keep these keys"))
        else:
            self.test.setText(tr("Test again") if done else tr("Test the connection"))
        if done is not None and passed:
            self.keep.setText(tr("Connect {shop}", shop=done.name))
            undecided = bool(self.checks.cards) and not self.checks.location()
            self.keep.setEnabled(not undecided)
            self.reason.setText(tr("Choose a location first.") if undecided else "")
            self.reason.setVisible(undecided)

    def _lay_out(self) -> None:
        items = self.items
        items.addWidget(SectionTitle(tr("What you do in {channel}", channel=self.info.title)))
        for number, step in enumerate(self.way.steps, start=1):
            items.addWidget(StepRow(number, step))
        if self.info.help_url:
            items.addWidget(self._help(), 0, Qt.AlignmentFlag.AlignLeft)
        items.addSpacing(8)
        items.addWidget(SectionTitle(tr("What you type here")))
        for row in self.rows:
            items.addWidget(row)
        items.addWidget(self.secrets)
        if self._again and self.way.browser:
            items.addWidget(Paragraph(tr("Leave a field empty to use the key that is kept."), "small"))
        items.addWidget(self.trouble)
        items.addWidget(self.browser)
        items.addWidget(self.checks)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.keep, self.test):
            buttons.addWidget(button)
        buttons.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(0)
        items.addLayout(buttons)
        if self.info.notice is not None:
            items.addSpacing(8)
            items.addWidget(Paragraph(say(self.info.notice), "small", colour="text_tertiary"))
        items.addStretch(1)
        self.reason.hide()

    def _help(self) -> Button:
        label = tr("Open the instructions of {channel}", channel=self.info.title)
        button = Button(label, Variant.LINK, icon="external")
        button.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(self.info.help_url)))
        return button

    def _connect(self) -> None:
        self.test.clicked.connect(lambda _checked=False: self.tested.emit())
        self.keep.clicked.connect(lambda _checked=False: self.agreed.emit())
        for row, after in zip(self.rows, [*self.rows[1:], None], strict=True):
            row.input.edit.textEdited.connect(lambda _text: self._typed_anew())
            row.input.edit.textChanged.connect(lambda _text, row=row: row.set_error(""))
            if after is None:
                row.input.edit.returnPressed.connect(self.tested)
            else:
                row.input.edit.returnPressed.connect(after.input.edit.setFocus)
