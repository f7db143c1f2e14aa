"""What the Today page reads: what is at its floor, links that need somebody, counts, and what Plimsoll did lately.

Every statement walks an index over what it counts, or a table of few rows; none reads the ledger from end to end.
What one more source has to add is one more record here and one more section of the page.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.core.alerting import OF_SHOPS, Kind
from app.core.audits import Standing
from app.core.count_kinds import EVERY, TOP_PRODUCTS, CountKind, due
from app.core.incidents import Event
from app.core.text import Text
from app.core.today import ShopLinks
from app.store import alerts, audits, count_lists, counts, deliveries, floor_acts, inventory, promotions
from app.store.alert_log import Alert
from app.store.compares import Compare, reports
from app.store.deliveries import Line
from app.store.floor_acts import PutBack
from app.store.inventory import ProductRow
from app.store.moments import moment, stamp
from app.store.promotions import NEVER, REMINDED, Promotion, Ready
from app.store.sentences import unpacked
from app.store.sqlite import Connection

SHOWN = 6  # products at or under their floors that are named; the rest is one press away
LOOKED_AT = 300  # of those, so many are put in order by how far they are under
LATELY = timedelta(hours=24)
EXACT_LINES = 500  # a longer count does not say how far it is
OFFERED = 3  # products of each further alert that are named
_EVENTS = 200  # the newest of what became of incidents, among which the day's are found
_UNDER, _AT = 1, 2  # core.stock.ATTENTION


# ---------------------------------------------------------------------------------------------------- floors


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """How many products are under their floors and at them, and the worst of them."""

    under: int = 0
    at: int = 0
    worst: tuple[ProductRow, ...] = ()


def floors(db: Connection, *, now: datetime) -> Floors:
    """By the index over what needs attention. What is oversold stands in its incident."""
    found = dict(
        db.execute(
            "select attention, count(*) from stock_level where attention in (?, ?) group by attention", (_UNDER, _AT)
        )
    )
    numbers = [
        number
        for (number,) in db.execute(
            "select product_id from (select product_id, attention, available - floor as above from stock_level"
            " where attention in (?, ?) order by attention, product_id limit ?)"
            " order by attention, above, product_id limit ?",
            (_UNDER, _AT, LOOKED_AT, SHOWN),
        )
    ]
    rows = inventory.rows(db, numbers, now=now)
    return Floors(under=found.get(_UNDER, 0), at=found.get(_AT, 0), worst=tuple(rows[number] for number in numbers))


# ---------------------------------------------------------------------------------------------------- promotions


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """The promotion that is on, the one that begins within two weeks, and how old the last checks are."""

    on: Promotion | None = None
    coming: Promotion | None = None
    ready: Ready = NEVER


def sale(db: Connection, *, now: datetime) -> Sale:
    """A few rows."""
    on, coming = promotions.running(db), promotions.coming(db, now=now)
    if coming is not None and coming.planned.first_at - now > REMINDED:
        coming = None
    return Sale(on=on, coming=coming, ready=promotions.ready(db)) if on or coming else Sale()


# ---------------------------------------------------------------------------------------------------- alerts


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """Alerts that stand and that no other section shows: what runs out soon, how many products are to be
    ordered (`reorder`), what is wrong with shops; and what can be put back at its floor.
    """

    back: tuple[PutBack, ...] = ()
    soon: tuple[Alert, ...] = ()
    all_soon: int = 0
    reorder: int = 0
    shops: tuple[Alert, ...] = ()


def fired(db: Connection) -> Fired:
    """As they stand. Oversold products stand in incidents, floors and outside edits in sections of their own."""
    soon = alerts.of_kind(db, Kind.ZERO, limit=OFFERED)
    return Fired(
        back=tuple(floor_acts.to_put_back(db, limit=OFFERED)),
        soon=tuple(soon),
        all_soon=alerts.count(db, Kind.ZERO) if len(soon) == OFFERED else len(soon),
        reorder=alerts.count(db, Kind.REORDER),
        shops=tuple(one for kind in OF_SHOPS for one in alerts.of_kind(db, kind, limit=50)),
    )


# ---------------------------------------------------------------------------------------------------- on the way


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What is ordered and not here yet: the next lines, how many there are, and how many of them are late."""

    lines: tuple[Line, ...] = ()
    every: int = 0
    late: int = 0


def coming(db: Connection, *, now: datetime) -> Coming:
    """What is late first, as its day is over."""
    every, late = deliveries.how_many(db, now.astimezone().date())
    lines = deliveries.expected(db, limit=SHOWN - 2) if every else []
    return Coming(lines=tuple(lines), every=every, late=late)


def audits_due(db: Connection, *, now: datetime) -> list[Standing]:
    """Audits that are due and are no counts: the compare of every day, and the review of every quarter."""
    return audits.elsewhere(db, now)


# ---------------------------------------------------------------------------------------------------- links

_LINKS = """
    select shop.id,
        (select count(*) from listing indexed by listing_broken_link
         where shop_id = shop.id and product_id is not null and gone_at is not null and stock_of is null),
        (select count(*) from listing indexed by listing_unlinked
         where shop_id = shop.id and product_id is null and ignored = 0 and gone_at is null and stock_of is null)
    from shop where removed_at is null and channel != 'stall' order by shop.id
"""
_UNBOOKED = """
    select shop_id, count(*) from order_line indexed by order_line_waiting
    cross join sales_order on sales_order.id = order_id
    where linked = 0 and open > 0 and gone = 0 and not ended group by shop_id
"""


def links(db: Connection) -> list[ShopLinks]:
    """Shops whose links need somebody."""
    unbooked = dict(db.execute(_UNBOOKED).fetchall())
    found = [
        ShopLinks(shop=shop, unbooked=unbooked.get(shop, 0), broken=broken, unlinked=unlinked)
        for shop, broken, unlinked in db.execute(_LINKS)
    ]
    return [one for one in found if one.unbooked or one.broken or one.unlinked]


# ---------------------------------------------------------------------------------------------------- counts


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDue:
    """A count that is open (`session`), or due by its rhythm. `missed`: whole intervals that went by without one.

    `done` and `again` of `lines` products; None where the count is too long to say so quickly.
    """

    kind: CountKind
    name: str = ""
    session: int | None = None
    at: datetime | None = None
    missed: int = 0
    done: int | None = None
    again: int = 0
    lines: int = 0


def counts_due(db: Connection, *, now: datetime) -> list[CountDue]:
    """Open counts first, then each rhythm with its next day."""
    found = [_open(db, session) for session in counts.open_sessions(db)]
    begun = {one.kind for one in found}
    for kind in EVERY:
        if kind in begun:
            continue
        when = due(kind, count_lists.last_ended(db, kind), now)
        lines = TOP_PRODUCTS if kind is CountKind.TOP else 0
        found.append(CountDue(kind=kind, at=when.at, missed=when.missed, lines=lines))
    return found


def _open(db: Connection, session: counts.Session) -> CountDue:
    (lines,) = db.execute("select count(*) from count_line where session_id = ?", (session.id,)).fetchone()
    about = CountDue(kind=CountKind(session.kind), name=session.name, session=session.id, lines=lines)
    if lines > EXACT_LINES:
        return about
    rows = counts.lines(db, session.id)
    done = sum(line.done or line.posted is not None for line in rows)
    again = sum(line.round > 1 and not line.done and line.posted is None for line in rows)
    return CountDue(kind=about.kind, name=about.name, session=session.id, lines=lines, done=done, again=again)


# ---------------------------------------------------------------------------------------------------- what was done


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDeed:
    """What became of an incident."""

    at: datetime
    incident: int
    title: str
    kind: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmDeed:
    """An alarm that rang, and why."""

    at: datetime
    shop: int
    why: Text
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What Plimsoll did since a moment.

    `orders` placed since then and booked, by shop; of `sent` numbers so many were confirmed within a minute (`prompt`),
    later (`late`), or `never`; `put_back`: numbers that somebody else had changed, by shop.
    """

    since: datetime
    incidents: tuple[IncidentDeed, ...] = ()
    alarms: tuple[AlarmDeed, ...] = ()
    compares: tuple[Compare, ...] = ()
    orders: dict[int, int] = field(default_factory=dict)
    put_back: dict[int, int] = field(default_factory=dict)
    prompt: int = 0
    late: int = 0
    never: int = 0

    @property
    def sent(self) -> int:
        """Numbers that were sent, and came to an end."""
        return self.prompt + self.late + self.never


_BECAME = (Event.OPENED.value, Event.STOPPED.value, Event.RESUMED.value, Event.COVERED.value)
_PROMPT_S = 60.0  # R28


def done(db: Connection, *, now: datetime) -> Done:
    """What it did in the last day."""
    since = now - LATELY
    shops = [shop for (shop,) in db.execute("select id from shop where removed_at is null and channel != 'stall'")]
    sent = [_sent(db, shop, since) for shop in shops]
    orders = {shop: _orders(db, shop, since) for shop in shops}
    newest = [report for shop in shops for report in reports(db, shop, limit=1) if report.ended_at >= since]
    return Done(
        since=since,
        incidents=tuple(_became(db, since)),
        alarms=tuple(_rang(db, since)),
        compares=tuple(sorted(newest, key=lambda report: report.ended_at, reverse=True)),
        orders={shop: count for shop, count in orders.items() if count},
        put_back=_put_back(db, since),
        prompt=sum(one[0] for one in sent),
        late=sum(one[1] for one in sent),
        never=sum(one[2] for one in sent),
    )


def _became(db: Connection, since: datetime) -> list[IncidentDeed]:
    marks = ",".join("?" * len(_BECAME))
    rows = db.execute(
        "select at, incident_id, title, kind from (select * from incident_event order by seq desc limit ?) as event"
        " join incident on incident.id = incident_id join product on product.id = product_id"
        f" where event.at >= ? and kind in ({marks}) order by event.seq desc",
        (_EVENTS, stamp(since), *_BECAME),
    )
    return [
        IncidentDeed(at=moment(at), incident=incident, title=title, kind=Event(kind))
        for at, incident, title, kind in rows
    ]


def _rang(db: Connection, since: datetime) -> list[AlarmDeed]:
    rows = db.execute(
        "select rang_at, shop_id, why, ended_at is not null from (select * from alarm order by id desc limit ?)"
        " where rang_at >= ? order by rang_at desc",
        (_EVENTS, stamp(since)),
    )
    return [AlarmDeed(at=moment(at), shop=shop, why=unpacked(why), over=bool(over)) for at, shop, why, over in rows]


def _orders(db: Connection, shop: int, since: datetime) -> int:
    row = db.execute(
        "select count(*) from sales_order where shop_id = ? and placed_at >= ?", (shop, stamp(since))
    ).fetchone()
    return int(row[0])


def _sent(db: Connection, shop: int, since: datetime) -> tuple[int, int, int]:
    row = db.execute(
        "select coalesce(sum(seconds <= ?1), 0), coalesce(sum(seconds > ?1), 0), coalesce(sum(seconds is null), 0)"
        " from confirmation where shop_id = ?2 and at > ?3",
        (_PROMPT_S, shop, stamp(since)),
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def _put_back(db: Connection, since: datetime) -> dict[int, int]:
    rows = db.execute(
        "select listing.shop_id, count(*) from (select * from edit_decision order by seq desc limit ?) as made"
        " join outside_edit on outside_edit.id = edit_id join listing on listing.id = listing_id"
        " where made.at >= ? and decider = 'standing' and decision = 'ours' group by listing.shop_id",
        (_EVENTS, stamp(since)),
    )
    return dict(rows.fetchall())
