"""Hearing of orders: doorbells, polling with a cursor, and the orders that were open when the shop was connected."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.changes import Changes
from app.core.channel import Doorbell, Guard
from app.core.drift import ONE_IMPORT, Look, Verdict, is_mass_change, judge
from app.core.hooks import ORDERS
from app.core.orders import Order
from app.errors import ChannelError
from app.posting import post_order
from app.store import edits, inbox, listings, looks, plans, pushes, relay, settings, shops
from app.store.database import transaction
from app.store.shops import Shop
from app.sync.concluding import conclude
from app.sync.desk import Desk, seconds, together

CLOSE = timedelta(seconds=15)  # a sale this near to our own write may have been wiped out by it
DOUBT_AFTER = timedelta(seconds=3)
RETRY_ORDER_S = 20.0
POLL_MOST_S = 3600


class Pull:
    """One shop's orders. Each method is one unit of work: one call and the booking of what it said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._began_at: datetime | None = None  # the order poll under way
        self._next_poll_at: datetime | None = None  # None: at once
        self._polled_at: datetime | None = None  # the newest complete poll; None where nothing may put the next one off
        self._again = False  # something was missed: once more, after the poll under way
        self._open_page: str | None = None

    def poll_soon(self) -> None:
        """Something that was seen waits for an order poll: as soon as that would show every order up to now.

        Not while an order that the last one only named cannot be read: that explains nothing yet.
        """
        self._polled_at = None
        if inbox.half_read(self._desk.db, self._desk.shop_id):
            return
        soon = self._desk.clock() + seconds(self._desk.channel.info.read_lag_s)
        if self._next_poll_at is not None and soon < self._next_poll_at:
            self._next_poll_at = soon

    def start_over(self) -> None:
        """Nobody listened for a while, or the clock was set: ask at once, and once more where a poll is under way."""
        self._next_poll_at, self._polled_at, self._again = None, None, self._began_at is not None

    def due(self, now: datetime) -> bool:
        """Is an order poll due, or under way?"""
        if self._began_at is not None or self._next_poll_at is None:
            return True
        return now >= self._next_poll_at and not self._put_off(now)

    def _put_off(self, now: datetime) -> bool:
        """While the shop's webhooks are known to arrive and nothing is scarce, a poll less often does. Asked anew at
        each usual interval, so that a relay that falls silent costs one of them.
        """
        desk, hooks = self._desk, self._desk.channel.info.hooks
        if self._polled_at is None or hooks is None or hooks.stretch_s is None:
            return False
        if settings.get(desk.db, settings.POLL_S, shop=desk.shop_id) is not None:
            return False
        if settings.get(desk.db, settings.PROMOTION_POLL_S) is not None:
            return False
        until = self._polled_at + seconds(hooks.stretch_s)
        heard = relay.heard_by_relay(desk.db, desk.shop_id, now=now)
        if now >= until or not heard or plans.at_risk(desk.db, desk.shop_id):
            return False
        self._next_poll_at = min(until, now + seconds(desk.channel.info.poll_s))
        return True

    def wait(self, now: datetime) -> float:
        """Seconds until the next poll."""
        return 0.0 if self._next_poll_at is None else max(0.0, (self._next_poll_at - now).total_seconds())

    def answer_bell(self, shop: Shop, now: datetime) -> bool:
        """Fetch what the oldest doorbell names, as it is now. False: none waits."""
        desk = self._desk
        ring = inbox.waiting(desk.db, shop.id, now=now)
        if ring is None:
            return False
        if ring.kind == ORDERS:  # nothing is named: ask for all that has changed. A new start polls anyway
            self._next_poll_at, self._again = None, self._began_at is not None
            with transaction(desk.db):
                inbox.handled(desk.db, shop.id, ring, now=now)
            return True
        if ring.kind == "stock":
            with transaction(desk.db):
                looks.look_at_ref(desk.db, shop.id, ring.ref, at=now)
                inbox.handled(desk.db, shop.id, ring, now=now)
            return True
        try:
            order = desk.channel.order(ring.ref)
        except ChannelError:
            with transaction(desk.db):
                inbox.later(desk.db, ring, now=now, wait=seconds(RETRY_ORDER_S * (ring.attempts + 1)))
                desk.write_calls()
            raise
        if order is None:
            with transaction(desk.db):
                inbox.handled(desk.db, shop.id, ring, now=now)
        else:
            since = desk.steady.listens_since
            changes = post_order(desk.db, shop, order, now=now, by=ring.source, ring=ring, since=since)
            self._tell(changes, shop, order, now)
        if looks.any_unsettled(desk.db, shop.id):
            self.poll_soon()  # what was seen may have waited for this order
        return True

    def poll(self, shop: Shop, now: datetime) -> None:
        """Read one page of changed orders.

        The cursor is saved after what it covers was booked: the order of those lines is the guarantee.
        """
        desk = self._desk
        began_at = self._began_at or now
        cursor = shop.orders_cursor or desk.channel.first_cursor(shop.connected_at)
        page = desk.channel.orders_changed(cursor)
        self._began_at = began_at if page.more else None
        self._book(shop, page.orders, now)
        with transaction(desk.db):
            inbox.ring(desk.db, shop.id, _bells(page.incomplete, page.cursor), now=now)
            shops.save_cursor(desk.db, shop.id, page.cursor)
            desk.write_calls()
            if not page.more:
                shops.poll_complete(desk.db, shop.id, began_at=began_at, behind=desk.channel.behind())
        if not page.more:
            self._completed(shop, began_at, now)

    def read_open(self, shop: Shop, now: datetime) -> None:
        """Read one page of the orders that were open when the shop was connected."""
        desk = self._desk
        page = desk.channel.orders_open(self._open_page)
        self._book(shop, page.orders, now)
        self._open_page = page.cursor if page.more else None
        with transaction(desk.db):
            inbox.ring(desk.db, shop.id, _bells(page.incomplete, "open"), now=now)
            desk.write_calls()
            if not page.more:
                shops.opened(desk.db, shop.id)

    def _book(self, shop: Shop, orders: Sequence[Order], now: datetime) -> None:
        since = self._desk.steady.listens_since
        for order in orders:
            self._tell(post_order(self._desk.db, shop, order, now=now, since=since), shop, order, now)

    def _tell(self, changes: Changes, shop: Shop, order: Order, now: datetime) -> None:
        if changes:
            self._desk.tell(changes)
            self._doubt(shop, order, now)

    def _doubt(self, shop: Shop, order: Order, now: datetime) -> None:
        """Without compare-and-set a write of ours may have wiped out a sale made just then: look again."""
        desk = self._desk
        refs = [line.listing for line in order.lines if line.listing is not None]
        if desk.channel.info.guard is Guard.COMPARE_AND_SET or not refs:
            return
        placed_at = order.placed_at + seconds(shop.behind_s)  # the shop's clock dates it, ours the write
        doubtful = looks.written_about(desk.db, shop.id, refs, placed_at=placed_at, within=CLOSE)
        if doubtful:
            with transaction(desk.db):
                looks.look_again(desk.db, doubtful, at=together(now + DOUBT_AFTER, desk.channel.info.look_again_s))

    def _completed(self, shop: Shop, began_at: datetime, now: datetime) -> None:
        desk = self._desk
        again, self._again = self._again, False
        self._next_poll_at, self._polled_at = now + seconds(0.0 if again else self._interval(shop)), now
        judge_looks(desk, shop, began_at - seconds(desk.channel.info.read_lag_s), now)
        if looks.any_unsettled(desk.db, shop.id):
            self.poll_soon()  # what was seen while this poll ran, or just before it
        conclude(desk, shop, now)
        desk.tell(Changes(shops=frozenset({shop.id}), due=frozenset() if again else desk.heard.hear(shop.id)))

    def _interval(self, shop: Shop) -> float:
        chosen = settings.get(self._desk.db, settings.POLL_S, shop=shop.id)
        info = self._desk.channel.info
        usual = info.live_poll_s if shop.sends and info.live_poll_s else info.poll_s
        most = info.hooks.poll_most_s if info.hooks and relay.endpoint_of(self._desk.db, shop.id) else None
        rush = settings.get(self._desk.db, settings.PROMOTION_POLL_S)
        return float(min(chosen or usual, most or POLL_MOST_S, rush or POLL_MOST_S))


def _bells(refs: Sequence[str], key: str) -> list[Doorbell]:
    """Orders that a page could not hold whole are fetched one by one, each reading once."""
    return [Doorbell(kind="order", ref=ref, key=f"poll/{ref}/{key}") for ref in refs]


def judge_looks(desk: Desk, shop: Shop, before: datetime, now: datetime) -> None:
    """Everything seen before a complete order poll began (less the channel's read lag) can now be explained, or called
    an outside edit.

    A mass change stops sending to the shop until the seller decides.
    """
    judged = [(number, look, judge(look)) for number, look in looks.unsettled(desk.db, shop.id, before=before)]
    if not judged:
        return
    with transaction(desk.db):
        for number, look, verdict in judged:
            _keep_verdict(desk, shop, number, look, verdict, now)
        due = pushes.mark_freed(desk.db, [number for number, *_ in judged], now=now)
        if shop.sends:
            changed, zeros = edits.changed_at_once(desk.db, shop.id, now - ONE_IMPORT)
            linked, _ = listings.counts(desk.db, shop.id)
            if is_mass_change(zeros=zeros, changed=changed, listings=linked):
                shops.hold(desk.db, shop.id, changed=changed)
    if due:
        desk.tell(Changes(due=due))


def _keep_verdict(desk: Desk, shop: Shop, number: int, look: Look, verdict: Verdict, now: datetime) -> None:
    looks.look_judged(desk.db, number, look.seen, verdict, now=now)
    if verdict is Verdict.LOOK_AGAIN:
        looks.look_again(desk.db, [number], at=now)
    elif verdict is Verdict.OUTSIDE and shop.mode != "looking":
        assert look.believed is not None
        slot = pushes.offer_of(desk.db, number, now=now)
        if slot is None:
            return  # what is not linked to a product with a number is the shop's own business
        should = slot.offer.quantity
        looks.outside_edit(desk.db, number, expected=look.believed, seen=look.seen, should=should, at=look.seen_at)
