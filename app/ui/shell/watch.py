"""Keeps the facts that the frame shows: read again on news, at most ten times a second, and grown older by a clock."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes
from app.store.backup import newest_backup
from app.ui.bridge import Bridge
from app.ui.shell import facts as shell_facts
from app.ui.shell.facts import Facts

TICK_MS = 1000  # while an age is shown
QUIET_TICK_MS = 30_000


class Watch(QObject):
    """`renewed` carries the facts before and after; `aged` says that a second went by."""

    renewed = Signal(object, object)
    aged = Signal()

    def __init__(self, bridge: Bridge, backups: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._backups = bridge, backups
        sends_here = bridge.lent.sends_here()
        self.facts: Facts = shell_facts.read(bridge.db, sends_here=sends_here, sample=bridge.sample, backups=backups)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._settle()

    def on_changed(self, changes: Changes) -> None:
        """Something was written: read what is concerned again."""
        facts = replace(self.facts, sends_here=self._bridge.lent.sends_here())
        self._renew(shell_facts.read_again(self._bridge.db, facts, changes, now=self._bridge.now))

    def set_stopped(self, *, stopped: bool) -> None:
        """A bug ended the sync, or it runs again."""
        self._renew(replace(self.facts, stopped=stopped))

    def look_for_backup(self) -> None:
        """A backup may have been made."""
        if self._backups is not None:
            backup_at = newest_backup(self._backups)
            if backup_at != self.facts.backup_at:
                self._renew(replace(self.facts, backup_at=backup_at))

    def _renew(self, facts: Facts) -> None:
        before, self.facts = self.facts, facts
        self._settle()
        self.renewed.emit(before, facts)

    def _settle(self) -> None:
        ages = any(standing.ages for standing in self.facts.standings)
        wanted = TICK_MS if ages else QUIET_TICK_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def _tick(self) -> None:
        if self._timer.interval() == QUIET_TICK_MS:
            self.look_for_backup()
        self.aged.emit()
