"""The order in which a shop is told its numbers, where more of them wait than one step can plan.

How urgent a number is shows only once it was planned. What that gave is kept in a table of the lane's own connection,
never in the inventory: each listing is planned when it becomes due and when something about it changed, and has its
place until then. A change shows by its mark: all that `_MARK` names.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from app.store.faults import translated
from app.store.moments import stamp
from app.store.sqlite import Connection

Rank = tuple[int, bool, float, int]  # the smallest goes first
_LAST: Rank = (1 << 30, True, 0.0, 0)

_TABLE = """
    create temp table if not exists lineup (
        number integer primary key, shop_id integer not null, mark text not null,
        turn integer not null, unread integer not null, harm real not null, rise integer not null) strict
"""
_JOINED = "from push join listing on listing.id = push.listing_id join stock_level using (product_id)"
_WAITS = """
    where started and gone_at is null and counted and stock_of is null
        and push.shop_id = ?1 and +state in ('due', 'retrying') and state != 'acknowledged'
        and (next_at is null or next_at <= ?2)
"""
_PLACED = f"{_JOINED} left join temp.lineup as placed on placed.number = push.listing_id {_WAITS}"
_MARK = """
    wanted || state || unsure || settled || (look_at is null or look_at <= ?2)
        || ' ' || ifnull(available - listing.believed, '') || ' ' || ifnull(price_minor, '')
"""
_NEW = f"""
    select listing.id, {_MARK} {_PLACED} and placed.mark is not {_MARK}
    order by listing.believed is null, available - listing.believed, listing.id limit ?3
"""
_PLACE = """
    insert or replace into temp.lineup
    select json_extract(value, '$[0]'), ?1, json_extract(value, '$[1]'), json_extract(value, '$[2]'),
        json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]')
    from json_each(?2)
"""
_UNSETTLED = """
    select exists (select 1 from listing join push on listing_id = listing.id join stock_level using (product_id)
        where listing.shop_id = ? and settled = 0 and started and gone_at is null and counted and stock_of is null
            and state in ('due', 'retrying'))
"""


def waiting(db: Connection, shop: int, *, now: datetime, limit: int = -1) -> list[int]:
    """The listings of a shop that wait for a write now, in any order."""
    rows = db.execute(f"select listing.id {_JOINED} {_WAITS} limit ?3", (shop, stamp(now), limit))
    return [number for (number,) in rows]


def unsettled(db: Connection, shop: int) -> bool:
    """Does anything that waits depend on a look that no order poll explained yet?"""
    return bool(db.execute(_UNSETTLED, (shop,)).fetchone()[0])


def usual_price(db: Connection, shop: int, *, now: datetime) -> float:
    """What a piece costs on average of what waits, in minor units of the shop's currency; 1 where no price is known."""
    average = db.execute(f"select avg(price_minor) {_JOINED} {_WAITS}", (shop, stamp(now))).fetchone()[0]
    return 1.0 if average is None else float(average)


def clear(db: Connection, shop: int) -> None:
    """Every listing of the shop needs a place anew."""
    with translated(None):
        db.execute(_TABLE)
        db.execute("delete from temp.lineup where shop_id = ?", (shop,))


def without_place(db: Connection, shop: int, *, now: datetime, limit: int) -> dict[int, str]:
    """The listings that wait and have no place, or changed since they got it, each with its mark.

    What most likely must fall comes first: by what is available, as nothing else is known before it is planned.
    """
    rows = db.execute(_NEW, (shop, stamp(now), limit)).fetchall()
    return {number: str(mark) for number, mark in rows}


def place(db: Connection, shop: int, marks: Mapping[int, str], ranks: Mapping[int, Rank]) -> None:
    """Give listings their places. `marks` are from before they were planned: what changed meanwhile shows.

    What could not be planned (a bundle with a part without a number) comes last.
    """
    rows = [[number, mark, *ranks.get(number, _LAST)] for number, mark in marks.items()]
    with translated(None):
        db.execute(_PLACE, (shop, json.dumps(rows)))


def front(db: Connection, shop: int, *, now: datetime, limit: int) -> list[int]:
    """The most urgent of those that have a place."""
    rows = db.execute(
        f"select listing.id {_PLACED} and placed.mark is not null"
        " order by turn, unread, harm, rise, listing.id limit ?3",
        (shop, stamp(now), limit),
    )
    return [number for (number,) in rows]
