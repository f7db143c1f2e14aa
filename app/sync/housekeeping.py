"""What nobody waits for: checking the levels against the ledger, thinking over what is shared and what is split, and
forgetting old logs in slices.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.core.changes import Changes
from app.core.text import N_, NN_
from app.errors import PlimsollError, StoreError
from app.store import (
    alarms,
    alert_checks,
    by_hand,
    calls,
    catalog,
    confirmations,
    decisions,
    demand,
    fix_checks,
    inbox,
    leaving,
    ledger,
    letters,
    plans,
    promises,
    promotion,
    promotions,
    pushes,
    rethinking,
    settings,
    shops,
)
from app.store.database import transaction
from app.store.sqlite import Connection
from app.sync import alerting

EVERY_S = 30.0
BREATH_S = 0.02  # between two slices, so that whoever waits for the write lock gets it
TIDY_EVERY = timedelta(minutes=5)
MEASURE_EVERY = timedelta(hours=24)
LETTERS_KEPT = timedelta(days=60)  # words to customers after their incident was closed, unless the seller says
ASLEEP = timedelta(seconds=5 * EVERY_S)  # between two rounds: nobody listened meanwhile


class Housekeeping:
    """A lane of its own, so that it never delays a sale."""

    def __init__(
        self,
        db: Connection,
        clock: Callable[[], datetime],
        tell: Callable[[Changes], None],
        trouble: Callable[[PlimsollError], None],
        installation: str = "",
    ) -> None:
        self._db = db
        self._clock = clock
        self._tell = tell
        self._trouble = trouble
        self._installation = installation
        self._checked = False
        self._left: list[int] = []  # products still to be thought over in this round
        self._round_at: datetime | None = None  # the next round; None: at once
        self._measured_at: datetime | None = None
        self._asked: list[tuple[int, ...]] = []  # what was last told of places kept by hand
        self._tidied_at: datetime | None = None
        self._watched_at: datetime | None = None
        self._listened_at: datetime | None = None

    def step(self) -> float:
        """One unit: a slice of what the seller has changed, else one of this round, else the start of a round."""
        now = self._clock()
        try:
            self._ask_by_hand()
            if self._think_over_asked(now):
                return BREATH_S
            if self._think_over_some(now):
                self._check_alerts(now)  # in turns: a round over very many products may last until the next
                return BREATH_S
            if self._round_at is not None and now < self._round_at:
                return BREATH_S if self._check_alerts(now) else (self._round_at - now).total_seconds()
            self._round_at = now + timedelta(seconds=EVERY_S)
            self._check()
            self._measure()
            self._begin(now)
            self._watch()
            self._alert_round(now)
            self._tidy()
            self._day_ends(now)
            self._think_over_some(now)
            return BREATH_S if self._left or alert_checks.wanted(self._db) else EVERY_S
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

    def _ask_by_hand(self) -> None:
        """No lane speaks to a place kept by hand: here is where its to-dos are made."""
        if not by_hand.asks(self._db):
            return
        with transaction(self._db, lasting=True):  # what is shown may be typed there, and so counts as sent
            changes = by_hand.ask(self._db, now=self._clock())
        asked = by_hand.open_slots(self._db)
        if asked != self._asked:
            self._asked = asked
            self._tell(changes)

    def _begin(self, now: datetime) -> None:
        """A round over every product that is sold in several places: rates and lags change without any sale."""
        with transaction(self._db):
            demand.tick(self._db, now=now)
        self._left = plans.sold_in_several_places(self._db)

    def _think_over_asked(self, now: datetime) -> bool:
        """What a rule of the seller has changed goes first. False: nothing waits."""
        if not rethinking.asked(self._db):
            return False
        with transaction(self._db):
            changes = rethinking.step(self._db, now=now)
        if changes:
            self._tell(changes)
        return True

    def _think_over_some(self, now: datetime) -> bool:
        """Share or split some of this round's products. False: all were."""
        if not self._left:
            return False
        some, self._left = self._left[: rethinking.SLICE], self._left[rethinking.SLICE :]
        with transaction(self._db):
            changed = list(plans.rethink(self._db, some, now=now))
            due = pushes.mark_due(self._db, changed, now=now) if changed else frozenset()
            due |= pushes.mark_stale(self._db, list(plans.split_ones(self._db, set(some))), now=now)
        if changed or due:
            self._tell(Changes(skus=catalog.skus(self._db, changed), due=due))
        return True

    def _check_alerts(self, now: datetime) -> bool:
        """A slice of the products whose number or rule changed. False: none waits."""
        if not alert_checks.wanted(self._db):
            return False
        self._tell_all(alerting.check_some(self._db, now=now))
        return True

    def _alert_round(self, now: datetime) -> None:
        """After `_watch`: the alerts of every shop and every contact clock, and what was held until now."""
        sender = settings.fact(self._db, settings.SENDER)
        sends = not self._installation or sender in (None, self._installation)
        listening = self._listened_at or now
        self._tell_all(alerting.check_round(self._db, listening_since=listening, sends=sends, now=now))

    def _tell_all(self, changes: Changes) -> None:
        if changes:
            self._tell(changes)

    def _watch(self) -> None:
        """Ring and end alarms; go on with a check before a promotion that nobody looks at; see whether fixes held."""
        now = self._clock()
        with transaction(self._db):
            changed = alarms.judge(self._db, listening_since=self._listening_since(now), now=now)
            due = promotion.go_on(self._db, now=now)
            rush = promotions.go_on(self._db, now=now)
            freed = list(decisions.expire(self._db, now=now))  # what was held for a customer until now is free again
            if freed:
                plans.rethink(self._db, freed, now=now)
                due |= pushes.mark_due(self._db, freed, now=now)
            checked = fix_checks.judge_all(self._db, now=now)
        if changed or due or freed or checked or rush:
            skus = catalog.skus(self._db, freed)
            self._tell(Changes(shops=changed | due, due=due, skus=skus, incidents=checked, settings=rush))

    def _day_ends(self, now: datetime) -> None:
        """Before the usual end of the day, with the seller's consent; a lost network cannot be prepared for later."""
        if leaving.is_morning(self._db, now=now):
            with transaction(self._db):
                leaving.take_back(self._db, now=now)
            self._tell(Changes(settings=True))
        sender = settings.fact(self._db, settings.SENDER)
        if self._installation and sender not in (None, self._installation):
            return
        wanted = leaving.evening(self._db, now=now)
        if wanted is not None:
            away, until = wanted
            for due in leaving.prepare(self._db, away, way=leaving.Way.EVENING, until=until, now=now):
                self._tell(Changes(settings=True, due=due))

    def _listening_since(self, now: datetime) -> datetime:
        """Since when the shops are listened to without a break: a computer that slept heard nothing."""
        last, self._watched_at = self._watched_at, now
        if last is None or now - last > ASLEEP:
            self._listened_at = now
        return self._listened_at or now

    def _measure(self) -> None:
        """How sales bunch up, once a day and at start: by that the chance of selling a piece twice is judged."""
        now = self._clock()
        if self._measured_at is not None and now - self._measured_at < MEASURE_EVERY:
            return
        self._measured_at = now
        sold = plans.sold_in_several_places(self._db)
        for at in range(0, len(sold), rethinking.SLICE):
            sizes = demand.bursts(self._db, sold[at : at + rethinking.SLICE], now=now)  # read before the lock is taken
            with transaction(self._db):
                demand.keep_bursts(self._db, sizes)

    def _tidy(self) -> None:
        now = self._clock()
        if self._tidied_at is not None and now - self._tidied_at < TIDY_EVERY:
            return
        self._tidied_at = now
        with transaction(self._db):
            alert_checks.prune(self._db)
        self._forget(now)

    def _forget(self, now: datetime) -> None:
        for shop in shops.shops(self._db):
            with transaction(self._db):
                calls.prune(self._db, shop.id)
                confirmations.prune(self._db, shop.id)
        with transaction(self._db):
            inbox.prune(self._db, now=now)
            promises.prune(self._db, now=now)
            days = settings.get(self._db, settings.LETTERS_KEPT)
            letters.prune(self._db, closed_before=now - (timedelta(days=days) if days else LETTERS_KEPT))
