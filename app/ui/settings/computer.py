"""This computer: does Plimsoll start with it, and what does closing the window do."""

from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.computer import Closing, ComputerLent
from app.ui.settings.rows import RadioRow, SettingRow
from app.ui.settings.sections import Section
from app.ui.widgets.choice import CheckBox
from app.ui.words import tr


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
