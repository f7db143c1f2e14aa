"""One shop's lane: `step()` does one unit of work, the most urgent first, and says when it wants to be called again.

Pause > write that lowers > cancel or refund > order read and due order poll > write that raises > stock read > listing
page; before all of them, every few minutes, who else sends there (`sync/marking`). So no long list ever delays a stock
write, and a shop that hangs delays only itself. While doorbells and lowerings both wait, they take turns: a sale that
is not read holds up the lowerings of all other shops, and what waits is sent together.
"""

from datetime import datetime, timedelta

from app.core.changes import Changes
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut
from app.store import compares, listings, looks, pushes, sending, settings, shops, vitals
from app.store.agenda import Agenda, agenda
from app.store.database import transaction
from app.store.shops import Shop
from app.sync.backoff import Backoff
from app.sync.concluding import end_sweep
from app.sync.desk import Desk
from app.sync.hooks import KeepHooks
from app.sync.marking import KeepMark
from app.sync.past import ReadPast
from app.sync.pull import Pull
from app.sync.push import Plan, Push, read_stock
from app.sync.reverse import Reverse
from app.sync.waking import Waking

IDLE_S = 30.0  # how long a lane with nothing to do sleeps at most
ASLEEP = timedelta(hours=24)  # after such a silence every linked number is read again before anything is sent
WELL_EVERY = timedelta(seconds=10)


class ShopLane:
    """One connected shop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pull = Pull(desk)
        self._push = Push(desk)
        self._reverse = Reverse(desk)
        self._hooks = KeepHooks(desk)
        self._mark = KeepMark(desk)
        self._past = ReadPast(desk)
        self._backoff = Backoff(desk.rng)
        self._waking = Waking(desk, self._pull, self._backoff)
        self._listing_page: str | None = None
        self._sweep_began_at: datetime | None = None
        self._rereading = False
        self._lowered = False  # was the last turn a lowering's?
        self._more = False  # what is due is not all sorted yet
        self._well_at: datetime | None = None
        self._start()

    def _start(self) -> None:
        desk, now = self._desk, self._desk.clock()
        shop = desk.shop()
        with transaction(desk.db):
            sending.recover(desk.db, desk.shop_id, now=now)
            shops.set_manner(desk.db, desk.shop_id, desk.channel.info)
            if shop and shop.orders_read_at and now - shop.orders_read_at > ASLEEP:
                looks.look_at_all(desk.db, desk.shop_id, now=now, why=compares.DAILY)
            self._rereading = bool(looks.to_look_at(desk.db, desk.shop_id, now=now, limit=1))
        if shop and shop.mode == "live":
            desk.heard.expect(desk.shop_id)

    def step(self) -> float:
        """Do the most urgent thing, if any; seconds until there is something to do again."""
        now, shop = self._desk.clock(), self._desk.shop()
        if shop is None:
            return IDLE_S
        woke = self._waking.look(shop, now) is not None
        self._desk.steady.tell(now, woke=woke, trouble_since=shop.trouble_since)
        if woke:
            self._rereading, self._well_at = True, None
        left = self._backoff.left(now)
        if left > 0:
            return min(left, IDLE_S)
        waits, self._more = agenda(self._desk.db, shop.id, now=now), False
        try:
            worked = self._work(shop, waits, now)
        except ChannelError as error:
            return self._troubled(shop, error)
        if worked:
            self._well(shop)
            return 0.0
        self._desk.flush_calls()
        return 0.0 if self._more else self._wait(waits, now)

    def close(self) -> None:
        """Let go of the shop's connections and of the database."""
        self._desk.flush_calls()
        self._desk.channel.close()
        self._desk.db.close()

    # ---------------------------------------------------------------------------------------- one unit of work

    def _work(self, shop: Shop, waits: Agenda, now: datetime) -> bool:
        if waits.settles:
            self._push.settle(shop, now)
            return True
        mine = waits.sender == self._desk.installation
        sends = shop.sends and mine
        if mine and self._mark.work(shop, now, sends=sends):
            return True
        if sends and waits.pauses:
            self._pause_or_resume(shop)
            return True
        if self._lowered and waits.rings and self._answer_bell(shop, now):
            return True
        plan = self._plan(shop, waits, now, sends=sends)
        self._more = plan.more
        if plan.lowers:
            self._lowered = True
            self._push.send(shop, plan.lowers, now)
            return True
        if plan.looks:
            self._push.look(shop, plan.looks)
            return True
        if waits.reversals and self._reverse.work(shop, now, sends=sends):
            return True
        if plan.waits_for_poll:
            self._pull.poll_soon()
        return self._orders(shop, waits, now) or self._rest(shop, waits, plan, now)

    def _plan(self, shop: Shop, waits: Agenda, now: datetime, *, sends: bool) -> Plan:
        """Nothing is written before the shop's orders were read, nor while a long sleep is being made up for."""
        steady = self._desk.steady
        heard = sends and self._desk.heard.has(shop.id)
        if not heard or (waits.writes and self._still_rereading(shop, now)):
            steady.may_not_send(now)
            return Plan()
        plan = self._push.plan(shop, now) if waits.writes else Plan()
        if not plan.lowering:
            steady.nothing_waits(now)
        return plan

    def _orders(self, shop: Shop, waits: Agenda, now: datetime) -> bool:
        if waits.rings and self._answer_bell(shop, now):
            return True
        if self._pull.due(now):
            self._pull.poll(shop, now)
            return True
        if not shop.opened:
            self._pull.read_open(shop, now)
            return True
        return False

    def _answer_bell(self, shop: Shop, now: datetime) -> bool:
        self._lowered = False
        return self._pull.answer_bell(shop, now)

    def _rest(self, shop: Shop, waits: Agenda, plan: Plan, now: datetime) -> bool:
        if plan.raises and self._desk.heard.all:
            self._push.send(shop, plan.raises, now)
            return True
        if self._hooks.work(now):
            return True
        if waits.looks:
            self._look(shop, now)
            return True
        if self._sweep_due(shop, now):
            self._read_listings(shop, now)
            return True
        return self._past.work(shop, now)

    def _look(self, shop: Shop, now: datetime) -> None:
        desk = self._desk
        read_stock(desk, shop, looks.to_look_at(desk.db, shop.id, now=now, limit=desk.channel.info.read_batch))
        if looks.to_look_at(desk.db, shop.id, now=now, limit=1):
            return
        if looks.any_unsettled(desk.db, shop.id) or compares.under_way(desk.db, shop.id):
            self._pull.poll_soon()  # what was seen can be explained only by a poll begun after it

    def _still_rereading(self, shop: Shop, now: datetime) -> bool:
        """After a long sleep nothing is sent before every linked number was read again and explained."""
        if self._rereading:
            waiting = looks.to_look_at(self._desk.db, shop.id, now=now, limit=1)
            self._rereading = bool(waiting) or looks.any_unsettled(self._desk.db, shop.id)
        return self._rereading

    def _pause_or_resume(self, shop: Shop) -> None:
        asked = listings.pause_asked(self._desk.db, shop.id)
        assert asked is not None
        state, memo, words = "paused", asked.memo, ""
        try:
            if asked.resume:
                self._desk.channel.resume(asked.ref, asked.memo)
                state, memo = "none", ""
            else:
                memo = self._desk.channel.pause(asked.ref)
        except ChannelRefused as error:
            state, words = "failed", error.words or str(error.title)
        with transaction(self._desk.db, lasting=True):  # how the listing was before is never told again
            listings.pause_done(self._desk.db, asked.listing, state, memo=memo, words=words)
            looks.look_again(self._desk.db, [asked.listing], at=self._desk.clock())  # and what the shop shows now
            self._desk.write_calls()
        self._desk.tell(Changes(shops=frozenset({shop.id}), catalog=True))

    def _sweep_due(self, shop: Shop, now: datetime) -> bool:
        if self._sweep_began_at is not None or shop.listings_read_at is None:
            return True
        if settings.get(self._desk.db, settings.PROMOTION) is not None:
            return False  # what the channel allows is kept for stock and orders; the list is read afterwards
        return now - shop.listings_read_at > timedelta(seconds=self._desk.channel.info.listings_s)

    def _read_listings(self, shop: Shop, now: datetime) -> None:
        desk = self._desk
        began_at = self._sweep_began_at or now
        page = desk.channel.listings(self._listing_page)
        self._sweep_began_at, self._listing_page = (began_at, page.next) if page.next is not None else (None, None)
        read_at = desk.clock()
        with transaction(desk.db):
            compares.begin(desk.db, shop.id, compares.DAILY, now=began_at)
            listings.save_listings(desk.db, shop.id, page.listings, read_at=read_at)
            desk.write_calls()
            due: frozenset[int] = frozenset()
            if page.next is None:
                gone = end_sweep(desk, shop, began_at, read_at)
                due = pushes.mark_freed(desk.db, gone, now=read_at)
                shops.listings_read(desk.db, shop.id, at=read_at)
        if page.next is None:
            self._pull.poll_soon()
        desk.tell(Changes(shops=frozenset({shop.id}), catalog=True, due=due))

    # ---------------------------------------------------------------------------------------- how it went

    def _troubled(self, shop: Shop, error: ChannelError) -> float:
        desk, now = self._desk, self._desk.clock()
        wait = self._backoff.failed(error, now)
        kind = "signed_out" if isinstance(error, ChannelSignedOut) else "unavailable"
        kind = "refused" if isinstance(error, ChannelRefused) else kind
        with transaction(desk.db):
            shops.troubled(desk.db, shop.id, kind=kind, words=str(error), now=now)
            desk.write_calls()
        desk.tell(Changes(shops=frozenset({shop.id})))
        return min(wait, IDLE_S)

    def _well(self, shop: Shop) -> None:
        desk, now = self._desk, self._desk.clock()
        recovered = self._backoff.succeeded()
        if not recovered and self._well_at is not None and now - self._well_at < WELL_EVERY:
            return
        self._well_at = now
        with transaction(desk.db, lasting=True):  # and so everything that was booked meanwhile
            shops.well(desk.db, shop.id, now=now)
            vitals.keep_told(desk.db, shop.id, desk.channel.told(), now=now)
            if recovered:
                sending.revive(desk.db, shop.id, now=now)
        if recovered or shop.trouble:
            desk.tell(Changes(shops=frozenset({shop.id})))

    def _wait(self, waits: Agenda, now: datetime) -> float:
        later = [max(0.05, (at - now).total_seconds()) for at in _moments(waits) if at]
        return min(IDLE_S, self._pull.wait(now), *later)


def _moments(waits: Agenda) -> tuple[datetime | None, ...]:
    return waits.next_look_at, waits.next_ring_at, waits.next_settle_at, waits.next_reversal_at
