"""This computer: does Plimsoll start with it, and what does closing the window do."""

from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.computer import Closing, ComputerLent, NewerVersion, UpdatesLent
from app.ui.settings.rows import RadioRow, SettingRow
from app.ui.settings.sections import Section
from app.ui.shell.updating import newer_words
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.choice import CheckBox
from app.ui.words import say, tr


class ThisComputer(Section):
    """The tick, and where there is a tray, the choice."""

    def __init__(self, bridge: Bridge, lent: ComputerLent) -> None:
        super().__init__(tr("This computer"))
        self._bridge, self._lent, tray = bridge, lent, lent.has_tray()
        name = tr("Start with this computer")
        self.starts = CheckBox(name=name)
        self.starts.setChecked(lent.starts_with_it())
        self.starts.clicked.connect(self._on_starts)
        into = tr("After you have signed in, Plimsoll starts in the tray and goes on telling your channels.")
        small = tr("After you have signed in, Plimsoll starts as a small window and goes on telling your channels.")
        self.column.addWidget(SettingRow(name, into if tray else small, self.starts))
        self.closing: RadioRow[Closing] | None = None
        if tray:
            answers = {
                Closing.ASK: tr("Ask"),
                Closing.TRAY: tr("Keep running in the tray"),
                Closing.END: tr("Quit"),
            }
            self.closing = RadioRow(tr("Closing the window"), answers, lent.closing(), lent.set_closing)
            sentence = tr("While something is sent to a channel. Quit in the menu always ends Plimsoll.")
            self.column.addWidget(SettingRow(tr("Closing the window"), sentence, self.closing))

        if lent.updates is not None:
            self.updates: Updates | None = Updates(bridge, lent.updates)
            self.column.addWidget(self.updates)
        else:
            self.updates = None

    def read(self) -> None:
        """The close button may have been answered meanwhile, or the system's own settings used."""
        self.starts.setChecked(self._lent.starts_with_it())
        if self.closing is not None:
            self.closing.choose(self._lent.closing())

    def _on_starts(self, on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        try:
            self._lent.start_with_it(on)
        except PlimsollError as error:
            self.starts.setChecked(not on)
            self._bridge.trouble.emit(error)


class Updates(SettingRow):
    """A tick, and a button that asks at once. Nothing is installed: the page of the newer version is shown."""

    def __init__(self, bridge: Bridge, lent: UpdatesLent) -> None:
        name = tr("Look for a newer version once a day")
        self._usual = tr("Asks {host}, and sends nothing of yours. Nothing is installed by itself.", host=lent.host)
        self.look = CheckBox(name=name)
        super().__init__(name, self._usual, self.look)
        self._bridge, self._lent = bridge, lent
        self._page = ""
        self.look.setChecked(lent.on())
        self.look.clicked.connect(lent.set)
        self.button = Button(tr("Look now"), size=ButtonSize.SMALL)
        self.button.clicked.connect(lambda _checked=False: self._press())
        self.row.insertWidget(1, self.button)

    def _press(self) -> None:
        if self._page:
            self._bridge.lent.open_page(self._page)
            return
        self.button.setEnabled(False)
        self._bridge.background(self._lent.check, self._found, self._failed)

    def _found(self, newer: NewerVersion | None) -> None:
        self.button.setEnabled(True)
        if newer is None:
            self.say(tr("This is the newest version."))
            return
        self._page = newer.page
        self.say(newer_words(newer))
        self.button.setText(tr("Open its page"))

    def _failed(self, error: PlimsollError) -> None:
        self.button.setEnabled(True)
        self.say(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))
