"""Backups: a lane of its own, because a disk may be slow and a second folder may hang.

At start the inventory itself is read through once: damage is found before it is needed.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from app.core import backups as rules
from app.core.text import N_
from app.errors import InventoryDamaged, PlimsollError, StoreError
from app.store import overview
from app.store.backup import back_up, copy_to, is_nearly_full, name_for, newest_backup, rotate
from app.store.faults import DAMAGE_ADVICE
from app.store.sqlite import Connection

FIRST_AFTER_S = 15.0  # the window and the shops come first
EVERY_S = 60.0
SAID_AGAIN = timedelta(days=1)  # what cannot be mended at once is said once a day


class BackingUp:
    """`second` is asked each time: the seller may choose another folder while it runs."""

    def __init__(
        self,
        db: Connection,
        inventory: Path,
        folder: Path,
        *,
        second: Callable[[], Path | None],
        clock: Callable[[], datetime],
        trouble: Callable[[PlimsollError], None],
    ) -> None:
        self._db, self._inventory, self._folder = db, inventory, folder
        self._second, self._clock, self._trouble = second, clock, trouble
        self._steps = 0
        self._said: dict[str, datetime] = {}

    def step(self) -> float:
        """Wait a little; read the inventory through once; then a backup whenever one is due."""
        self._steps += 1
        if self._steps == 1:
            return FIRST_AFTER_S
        try:
            if self._steps == 2:
                self._check()
            self._back_up()
        except StoreError as error:
            self._say(error)
        return EVERY_S

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def _check(self) -> None:
        if self._db.execute("pragma quick_check(1)").fetchall() != [("ok",)]:
            raise InventoryDamaged(N_("The inventory is damaged."), DAMAGE_ADVICE)

    def _back_up(self) -> None:
        now, newest = self._clock(), newest_backup(self._folder)
        if not rules.is_due(newest, written=overview.saved_at(self._db), now=now):
            return
        made = self._folder / name_for(now)
        back_up(self._db, made)
        rotate(self._folder, now=now)
        self._warn_of_room()
        second = self._second()
        if second is not None:
            copy_to(made, second)
            rotate(second, now=now)

    def _warn_of_room(self) -> None:
        if is_nearly_full(self._inventory, self._folder):
            self._say(
                StoreError(
                    N_("The disk with your inventory is nearly full."),
                    N_("Free some space soon. Nothing is lost yet, and Plimsoll goes on."),
                )
            )

    def _say(self, error: StoreError) -> None:
        """The same trouble is said once a day, not each minute."""
        now, what = self._clock(), error.title.template
        last = self._said.get(what)
        if last is None or now - last >= SAID_AGAIN:
            self._said[what] = now
            self._trouble(error)
