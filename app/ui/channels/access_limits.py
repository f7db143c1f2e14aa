"""What counts as too many writers and as a race: both numbers have no source (C18), so they are the seller's."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store import access, settings
from app.ui.bridge import Bridge
from app.ui.channels import outside_acts
from app.ui.settings.rows import NumberField
from app.ui.shell.views import EDGE
from app.ui.widgets.text import Label
from app.ui.words import tr

_MOST_WRITERS, _MOST_S = 99, 600


class AccessLimits(QWidget):
    """Two numbers in a row; empty means as usual. `undoable` is told what was changed and what takes it back."""

    def __init__(self, bridge: Bridge, undoable: Callable[[str, object], None]) -> None:
        super().__init__()
        self._bridge, self._undoable = bridge, undoable
        self.writers = self._field(
            tr("Warn above so many other programs"), 0, _MOST_WRITERS, access.MANY, settings.WRITERS_MOST
        )
        self.race = self._field(
            tr("Seconds after our own write that count as a race"), 1, _MOST_S, access.RACE_S, settings.RACE_S
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 8, EDGE, 10)
        row.setSpacing(8)
        for words, field in (
            (tr("Warn above so many other programs"), self.writers),
            (tr("Seconds after our own write that count as a race"), self.race),
        ):
            label = Label(words, "small", colour="text_secondary")
            label.setBuddy(field.edit)
            row.addWidget(label)
            row.addWidget(field)
            row.addSpacing(12)
        row.addStretch(1)

    def show_numbers(self) -> None:
        """What holds now."""
        db = self._bridge.db
        self.writers.show_number(settings.get(db, settings.WRITERS_MOST))
        self.race.show_number(settings.get(db, settings.RACE_S))

    def _field(self, name: str, least: int, most: int, usual: int, setting: str) -> NumberField:
        return NumberField(
            name,
            least=least,
            most=most,
            wrong=tr("From {least} to {most}", least=least, most=most),
            on_number=lambda value: self._put(setting, value),
            usual=usual,
        )

    def _put(self, setting: str, value: int | None) -> bool:
        bridge, before = self._bridge, settings.get(self._bridge.db, setting)
        if bridge.perform(outside_acts.set_warning, bridge.db, setting, value, now=bridge.now) is None:
            return False
        said = tr("Another number of programs is too many")
        if setting == settings.RACE_S:
            said = tr("Another time counts as a race")
        self._undoable(
            said, lambda: bridge.perform(outside_acts.set_warning, bridge.db, setting, before, now=bridge.now)
        )
        return True
