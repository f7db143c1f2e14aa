"""Leaving: what may be sold twice meanwhile, preparing for it slice by slice, what shops have not confirmed, and coming
back.

What is in force is the dated setting `settings.AWAY`; the policy plans by it (`core.policy`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from math import inf

from app.core.away import Away, Spot, Stake, away_of, by_risk, reckoned, roughly, stake
from app.core.hours import LEARN_FROM, Hours, hours_of, learnt, next_start, prepares_at
from app.core.places import Place, Supply
from app.core.records import dataclass
from app.store import compares, looks, plans, pushes, rethinking, settings, shops
from app.store.database import transaction
from app.store.demand import Demand
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

SLICE = 50  # products in one transaction, the riskiest first: lanes tell shops of one slice while the next is written
READ_ALL_AFTER = timedelta(minutes=30)  # who was away for longer reads every number before anything is sent
RARELY = 1 / (90 * 86_400)  # pieces a second: of what was never sold nobody knows more than that it may be
WEIGHED = 5000  # of more products only the riskiest are weighed for the seller to read
LISTED = 200


class Way(StrEnum):
    """How the seller leaves."""

    QUIT = "quit"
    SLEEP = "sleep"
    SHUTDOWN = "shutdown"
    EVENING = "evening"  # before the usual end of the day; Plimsoll goes on running


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """What is in force: since when, how the seller left, and until when, where that is known."""

    away: Away
    way: Way
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What may happen until the seller is back. `until` None: nobody knows when that is.

    `stakes`: the products that may be sold twice, the riskiest first; `titles` by product.
    """

    until: datetime | None
    seconds: float
    stakes: tuple[Stake, ...]
    titles: Mapping[int, str]


class Open(StrEnum):
    """What is missing before a number counts as confirmed."""

    TELL = "tell"  # the shop was not told yet, or did not answer
    READ = "read"  # it was told, and its number was not read back yet
    DIFFERS = "differs"  # it shows another number, and not by us
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """A number that nobody has seen where it should be. `shows` and `should` None: not known."""

    listing: int
    shop: int
    sku: str
    title: str
    shows: int | None
    should: int | None
    state: Open

    @property
    def too_much(self) -> bool:
        """May it sell more than it should, by all we know?"""
        return self.shows is None or self.should is None or self.shows > self.should


# ------------------------------------------------------------------------------------------------ what is at risk


def stakes(db: Connection, *, seconds: float, now: datetime) -> list[Stake]:
    """What may be sold twice if nobody answers a sale for so long, the riskiest first."""
    found = _weighed(db, ranked(db, seconds=seconds, now=now)[:WEIGHED], seconds=seconds, now=now)
    return by_risk(list(found), seconds=seconds)


_SELLING = """
    select level.product_id, available, sum(weight) / (select weight from demand_unit), min(since)
    from stock_level as level left join demand using (product_id) where started group by level.product_id
"""


def ranked(db: Connection, *, seconds: float, now: datetime) -> list[int]:
    """The products that several places sell, about the riskiest first: read in one go and not weighed one by one."""
    counted, first = min(seconds, LEARN_FROM.total_seconds()), cache(moment)
    order = {}
    for product, available, pieces, since in db.execute(_SELLING):
        rate = Demand(pieces, first(since)).rate_per_s(now) if pieces else 0.0
        order[product] = roughly(available, max(rate, RARELY) * counted)
    return sorted(plans.sold_in_several_places(db), key=lambda product: (-order.get(product, -inf), product))


def outlook(db: Connection, *, until: datetime | None, seconds: float, now: datetime) -> Outlook:
    """What may be sold twice in so long a time, with the names of the products."""
    found = stakes(db, seconds=seconds, now=now)
    titles = db.execute(
        "select id, title from product where id in (select value from json_each(?))",
        (json.dumps([one.product for one in found]),),
    )
    return Outlook(until=until, seconds=seconds, stakes=tuple(found), titles=dict(titles.fetchall()))


def _weighed(db: Connection, sold: Sequence[int], *, seconds: float, now: datetime) -> Iterator[Stake]:
    of_listing = dict(db.execute("select id, shop_id from listing where product_id is not null"))
    for at in range(0, len(sold), SLICE):
        for product, supply, places in plans.supplies(db, sold[at : at + SLICE], now=now):
            spots = _spots(supply, places, of_listing, seconds)
            yield stake(product, supply.available, spots, supply.size)


def _spots(supply: Supply, places: Sequence[Place], of_listing: dict[int, int], seconds: float) -> list[Spot]:
    """Every place with what it sells in that time; where nothing was sold yet, all places count alike."""
    total = sum(place.rate_per_s * place.per_piece for place in places)
    return [
        Spot(
            listing=place.listing,
            shop=of_listing[place.listing],
            bound=0 if place.bound >= plans.UNREAD else max(0, place.bound - place.untaken) * place.per_piece,
            mean=max(supply.rate_per_s, RARELY)
            * min(seconds, LEARN_FROM.total_seconds())
            * (place.rate_per_s * place.per_piece / total if total else 1 / len(places)),
            reached=not place.deaf,
            known=place.bound < plans.UNREAD,
        )
        for place in places
    ]


# ------------------------------------------------------------------------------------------------ preparing


def in_force(db: Connection) -> Leave | None:
    """What the seller has prepared; None where nothing is."""
    row = db.execute(
        "select value, at from setting_now where name = ? and shop_id = 0 and product_id = 0", (settings.AWAY,)
    ).fetchone()
    if row is None or row[0] is None:
        return None
    kept = json.loads(row[0])
    until = kept.get("until")
    return Leave(
        away=away_of(row[0]),
        way=Way(kept.get("way", Way.QUIT)),
        since=moment(row[1]),
        until=moment(until) if until else None,
    )


def prepare(db: Connection, away: Away, *, way: Way, until: datetime | None, now: datetime) -> Iterator[frozenset[int]]:
    """Do what the seller wants done before leaving: slice by slice, each in its transaction, the riskiest first.

    Yields the shops that have something to tell, so that they are told while the next slice is written.
    """
    order = ranked(db, seconds=away.seconds, now=now)
    kept = {**json.loads(away.text()), "way": way.value, "until": stamp(until) if until else None}
    with transaction(db, lasting=True):
        settings.put(db, settings.AWAY, json.dumps(kept), now=now)
    for at in range(0, len(order), SLICE):
        with transaction(db):
            due = _think_over(db, order[at : at + SLICE], now)
        yield due


def _think_over(db: Connection, products: Sequence[int], now: datetime) -> frozenset[int]:
    changed = list(plans.rethink(db, products, now=now))
    due = pushes.mark_due(db, changed, now=now) if changed else frozenset()
    return due | pushes.mark_stale(db, products, now=now)


# ------------------------------------------------------------------------------------------------ what is confirmed

_OPEN = """
    select listing.id, push.shop_id, product.sku, product.title, listing.believed,
        case when state in ('refused', 'gave_up') then 'refused' when state != 'acknowledged' then 'tell'
            when listing.differs is not null then 'differs' else 'read' end
    from push join listing on listing.id = listing_id join stock_level using (product_id)
        join product on product.id = listing.product_id join shop on shop.id = push.shop_id
    where shop.mode = 'live' and shop.held is null and shop.channel != 'stall' and shop.removed_at is null
        and started and counted and gone_at is null and stock_of is null
        and (state != 'acknowledged' or listing.differs is not null
            or (key_at >= ?1 and (settled = 0 or look_at is not null or seen_at is null or seen_at < confirmed_at)))
    order by listing.id
"""


def unconfirmed(db: Connection, *, since: datetime, now: datetime, limit: int = LISTED) -> list[Unconfirmed]:
    """Numbers that a shop was not told, did not take, or that were not read back since; what shows too much first."""
    rows = db.execute(_OPEN, (stamp(since),)).fetchall()
    by_shop: dict[int, list[int]] = {}
    for listing, shop, *_ in rows[:limit]:
        by_shop.setdefault(shop, []).append(listing)
    should: dict[int, int] = {}
    for shop, numbers in by_shop.items():
        found = pushes.offers_of(db, shop, numbers, now=now)
        should |= {listing: slot.offer.quantity for listing, slot in found.items()}
    made = [
        Unconfirmed(
            listing=listing, shop=shop, sku=sku, title=title, shows=shows, should=should.get(listing), state=Open(state)
        )
        for listing, shop, sku, title, shows, state in rows[:limit]
    ]
    return sorted(made, key=lambda one: (not one.too_much, one.shop, one.sku))


def count_unconfirmed(db: Connection, *, since: datetime) -> dict[int, dict[Open, int]]:
    """By shop, how many numbers are not confirmed, and what is missing."""
    counted: dict[int, dict[Open, int]] = {}
    for _, shop, *_, state in db.execute(_OPEN, (stamp(since),)):
        of_shop = counted.setdefault(shop, {})
        of_shop[Open(state)] = of_shop.get(Open(state), 0) + 1
    return counted


def on_the_way(counted: Mapping[int, Mapping[Open, int]]) -> int:
    """How many numbers a shop may still confirm by itself."""
    return sum(found.get(Open.TELL, 0) + found.get(Open.READ, 0) for found in counted.values())


# ------------------------------------------------------------------------------------------------ coming back


def come_back(db: Connection, *, now: datetime) -> Leave | None:
    """Inside a transaction: what was not confirmed is kept to be told, and all that was prepared is taken back."""
    leave = in_force(db)
    if leave is None:
        return None
    db.executemany(
        "insert into leave_unconfirmed (left_at, back_at, listing_id, shows, should, state) values (?, ?, ?, ?, ?, ?)",
        [
            (stamp(leave.since), stamp(now), one.listing, one.shows, one.should, one.state.value)
            for one in unconfirmed(db, since=leave.since, now=now)
            if one.too_much
        ],
    )
    take_back(db, now=now)
    return leave


def read_all(db: Connection, *, silent_since: datetime | None, now: datetime) -> None:
    """Inside a transaction, before any lane runs: who was away for long reads every number before anything is sent."""
    if silent_since is None or now - silent_since <= READ_ALL_AFTER:
        return
    for shop in shops.shops(db):
        if shop.mode == "live" and not shop.by_hand:
            looks.look_at_all(db, shop.id, now=now, why=compares.ASKED)


def take_back(db: Connection, *, now: datetime) -> None:
    """Inside a transaction: share again what was prepared."""
    settings.put(db, settings.AWAY, None, now=now)
    rethinking.ask(db, 0, listed=True)


def told_at(db: Connection, back_at: datetime) -> list[Unconfirmed]:
    """What was not confirmed when the seller left, of the return at that moment or after it."""
    rows = db.execute(
        "select listing_id, listing.shop_id, product.sku, product.title, shows, should, state from leave_unconfirmed"
        " join listing on listing.id = listing_id join product on product.id = product_id"
        " where back_at >= ? order by leave_unconfirmed.id limit ?",
        (stamp(back_at), LISTED),
    )
    return [
        Unconfirmed(listing=listing, shop=shop, sku=sku, title=title, shows=shows, should=should, state=Open(state))
        for listing, shop, sku, title, shows, should, state in rows
    ]


def evening(db: Connection, *, now: datetime) -> tuple[Away, datetime] | None:
    """What to prepare now, as the usual end of the day is near, and until when; None: nothing.

    Only with the seller's consent, and not once more on a day on which it was taken back.
    """
    if not settings.get(db, settings.LEAVE_EARLY) or in_force(db) is not None:
        return None
    wanted = wishes(db, now=now)
    early = prepares_at(wanted.hours, now) if wanted.hours is not None else None
    if wanted.hours is None or early is None or now < early:
        return None
    before = settings.history(db, settings.AWAY)
    if before and before[-1].at >= early:
        return None
    until = next_start(wanted.hours, now)
    return replace(wanted.away, seconds=reckoned((until - now).total_seconds())), until


def is_morning(db: Connection, *, now: datetime) -> bool:
    """Was the evening prepared for, and is it over?"""
    leave = in_force(db)
    return leave is not None and leave.way is Way.EVENING and leave.until is not None and now >= leave.until


# ------------------------------------------------------------------------------------------------ hours and consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the seller wants done on leaving, whether also unasked, and the usual hours; `set_hours` False: learnt."""

    away: Away
    alone: bool
    early: bool
    hours: Hours | None
    set_hours: bool


def wishes(db: Connection, *, now: datetime) -> Wishes:
    """As they are now."""
    kept, typed = settings.get(db, settings.LEAVE_AS), settings.get(db, settings.HOURS)
    return Wishes(
        away=away_of(str(kept)) if kept else Away(),
        alone=bool(settings.get(db, settings.LEAVE_ALONE)),
        early=bool(settings.get(db, settings.LEAVE_EARLY)),
        hours=hours_of(str(typed)) if typed else learnt(_absences(db, now), now),
        set_hours=bool(typed),
    )


def _absences(db: Connection, now: datetime) -> list[tuple[datetime, datetime]]:
    rows = db.execute("select left_at, back_at from absence where back_at > ? order by id", (stamp(now - LEARN_FROM),))
    return [(moment(left), moment(back)) for left, back in rows]
