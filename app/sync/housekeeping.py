"""What nobody waits for: checking the levels against the ledger, backups, and forgetting old logs in slices."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from app.core.text import N_, NN_
from app.errors import PlimsollError, StoreError
from app.store import calls, inbox, ledger, shops
from app.store.backup import back_up, newest_backup, rotate
from app.store.database import transaction
from app.store.sqlite import Connection

EVERY_S = 300.0
BACK_UP_EVERY = timedelta(hours=24)


class Housekeeping:
    """A lane of its own, so that it never delays a sale."""

    def __init__(
        self,
        db: Connection,
        clock: Callable[[], datetime],
        trouble: Callable[[PlimsollError], None],
        backups: Path | None,
    ) -> None:
        self._db = db
        self._clock = clock
        self._trouble = trouble
        self._backups = backups
        self._checked = False

    def step(self) -> float:
        """One round of everything."""
        try:
            self._check()
            self._forget()
            self._back_up()
        except StoreError as error:
            self._trouble(error)
        return EVERY_S

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def _check(self) -> None:
        if self._checked:
            return
        self._checked = True
        wrong = ledger.levels_that_disagree(self._db)
        if wrong:
            self._trouble(
                StoreError(
                    NN_(
                        "{n} product’s level is not the sum of its ledger rows: {skus}",
                        "The levels of {n} products are not the sums of their ledger rows: {skus}",
                        len(wrong),
                        skus=", ".join(sku for sku, *_ in wrong[:5]),
                    ),
                    N_("Open Settings and choose Recompute from the ledger. The ledger itself is whole."),
                )
            )

    def _forget(self) -> None:
        for shop in shops.shops(self._db):
            with transaction(self._db):
                calls.prune(self._db, shop.id)
        with transaction(self._db):
            inbox.prune(self._db, now=self._clock())

    def _back_up(self) -> None:
        if self._backups is None:
            return
        now = self._clock()
        newest = newest_backup(self._backups)
        if newest is None or now - newest > BACK_UP_EVERY:
            back_up(self._db, self._backups / f"plimsoll-{now:%Y%m%d-%H%M%S}.db")
            rotate(self._backups)
