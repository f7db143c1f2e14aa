"""While you were away: since when the program did not run, what came in the meantime, and what it did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.store.leaving import Unconfirmed

LEAST = timedelta(minutes=30)  # a shorter time away is nothing to tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """What happened while the program did not run. `caught_up`: every shop was read since.

    `orders` and `pieces`: sold in that time and booked since, `by_shop` (shop, orders); `messages`: kept by the relay;
    `incidents`: opened by it. `compared_at`: since then every shop was compared once, at the latest; `unconfirmed` are
    numbers that no shop had confirmed when the seller left.
    """

    id: int
    left_at: datetime
    back_at: datetime
    messages: int
    orders: int
    pieces: int
    incidents: int
    caught_up: bool
    by_shop: tuple[tuple[int, int], ...] = ()
    compared_at: datetime | None = None
    unconfirmed: "tuple[Unconfirmed, ...]" = ()


def silent_since(db: Connection) -> datetime | None:
    """The last sign of life of any shop or the relay."""
    row = db.execute(
        "select max(at) from (select max(success_at) as at from shop where removed_at is null"
        " union all select pulled_at from relay)"
    ).fetchone()
    return moment_or_none(row[0])


def begin(db: Connection, *, now: datetime, left: bool = False) -> None:
    """The program starts: was it away for long? A time away that nobody was told of yet goes on.

    `left`: something was not confirmed when the seller left, which is told after the shortest time away.
    """
    since = silent_since(db)
    if since is None or (now - since < LEAST and not left):
        return
    db.execute("update absence set seen_at = ? where seen_at is null", (stamp(now),))
    db.execute(
        "insert into absence (left_at, back_at, from_seq)"
        " values (?, ?, (select coalesce(max(seq), 0) from stock_entry))",
        (stamp(since), stamp(now)),
    )


def count_messages(db: Connection, arrived: Sequence[datetime]) -> None:
    """Messages with these moments of arrival were fetched: some may have waited while nobody was here."""
    row = db.execute("select id, back_at from absence where seen_at is null order by id desc limit 1").fetchone()
    if row is not None:
        waited = sum(stamp(at) < row[1] for at in arrived)
        db.execute("update absence set messages = messages + ? where id = ?", (waited, row[0]))


def seen(db: Connection, number: int, *, now: datetime) -> None:
    """The seller has seen it."""
    db.execute("update absence set seen_at = ? where id = ?", (stamp(now), number))


def unseen(db: Connection) -> Absence | None:
    """The newest time away, with what it brought so far; None once it was seen."""
    row = db.execute(
        "select id, left_at, back_at, messages, from_seq from absence where seen_at is null order by id desc limit 1"
    ).fetchone()
    if row is None:
        return None
    number, left, back, messages, from_seq = row
    sold = db.execute(
        "select shop_id, count(distinct order_id), coalesce(sum(committed_delta), 0) from stock_entry not indexed"
        " where seq > ? and kind = 'commit' and happened_at < ? and order_id is not null group by shop_id",
        (from_seq, back),
    ).fetchall()
    (incidents,) = db.execute("select count(*) from incident where opened_at >= ?", (back,)).fetchone()
    (behind,) = db.execute(
        "select count(*) from shop where removed_at is null and channel != 'stall' and mode != 'paused'"
        " and (orders_read_at is null or orders_read_at < ?)",
        (back,),
    ).fetchone()
    from app.store import leaving  # and with it all of planning: the first paint may have nothing to tell

    return Absence(
        id=number,
        left_at=moment(left),
        back_at=moment(back),
        messages=messages,
        orders=sum(orders for _, orders, _ in sold),
        pieces=sum(pieces for _, _, pieces in sold),
        incidents=incidents,
        caught_up=not behind,
        by_shop=tuple((shop, orders) for shop, orders, _ in sold),
        compared_at=_compared_at(db, back),
        unconfirmed=tuple(leaving.told_at(db, moment(back))),
    )


def _compared_at(db: Connection, back: str) -> datetime | None:
    """When the last of all live shops was compared for the first time since; None while one was not."""
    row = db.execute(
        "select count(*), count(ended_at), max(ended_at) from (select (select min(ended_at) from compare"
        " where shop_id = shop.id and ended_at >= ?) as ended_at"
        " from shop where removed_at is null and channel != 'stall' and mode = 'live')",
        (back,),
    ).fetchone()
    shops, compared, ended = row
    return moment(ended) if shops and shops == compared else None
