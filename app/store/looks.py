"""Looking at what shops show: what must be looked at, what was seen, and what was made of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from app.core.drift import Look, Verdict
from app.store import compares, edits, promises
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

# An order that a poll only named explains nothing before it is read. Which listings it holds is known unless it is new.
_HALF_READ = """
    exists (select 1 from doorbell left join sales_order as named
            on named.shop_id = doorbell.shop_id and named.ref = doorbell.ref
        where doorbell.shop_id = listing.shop_id and handled_at is null and doorbell.source = 'poll' and kind = 'order'
            and (named.id is null
                or listing.ref in (select listing_ref from order_line where order_line.order_id = named.id)))
"""


def unsettled(db: Connection, shop: int, *, before: datetime) -> list[tuple[int, Look]]:
    """What was seen in this shop before a moment, and not yet judged, though it can be: (listing, look)."""
    rows = db.execute(
        "select listing.id, seen, seen_at, listing.believed, moved_at, unsure, push.quantity"
        " from listing join push on listing_id = listing.id"
        f" where listing.shop_id = ? and settled = 0 and seen is not null and seen_at <= ? and not {_HALF_READ}",
        (shop, stamp(before)),
    )
    return [
        (
            listing,
            Look(
                seen=seen,
                seen_at=moment(seen_at),
                believed=believed,
                moved_at=moment_or_none(moved_at),
                unsure=bool(unsure),
                sent=sent,
            ),
        )
        for listing, seen, seen_at, believed, moved_at, unsure, sent in rows
    ]


def any_unsettled(db: Connection, shop: int) -> bool:
    """Was anything seen in this shop that is not judged yet?"""
    return bool(
        db.execute("select exists (select 1 from listing where shop_id = ? and settled = 0)", (shop,)).fetchone()[0]
    )


def look_judged(db: Connection, number: int, seen: int, verdict: Verdict, *, now: datetime) -> None:
    """A look was judged. Unless it must be repeated, what was seen is the truth: the fate of an unsure write is known,
    and so is the most that the listing may still sell.
    """
    db.execute("update listing set settled = 1 where id = ?", (number,))
    if verdict is Verdict.LOOK_AGAIN:
        return
    db.execute("update listing set believed = ?, broken_at = null where id = ?", (seen, number))
    db.execute("update push set unsure = 0, state = 'due' where listing_id = ? and unsure", (number,))
    waits = db.execute("select 1 from listing where id = ? and settle_at > ?", (number, stamp(now))).fetchone()
    if verdict is Verdict.OUTSIDE:
        promises.edit(db, number, seen, now=now)
    elif not waits:
        promises.adopt(db, number, seen, now=now)


def outside_edit(db: Connection, number: int, *, expected: int, seen: int, should: int | None, at: datetime) -> None:
    """Somebody else changed the number. It is shown until it is decided, or until our next write replaces it."""
    db.execute(
        "insert into outside_edit (listing_id, found_at, expected, seen, wrote, wrote_at)"
        " select ?1, ?2, ?3, ?4, iif(key_at is null, null, quantity), key_at from push where listing_id = ?1",
        (number, stamp(at), expected, seen),
    )
    differs = should is not None and should != seen
    db.execute("update listing set differs = ? where id = ?", (seen if differs else None, number))
    if not differs:
        edits.overtaken(db, [number], "agrees", now=at)


def look_again_if_written(db: Connection, numbers: Sequence[int], *, at: datetime) -> None:
    """Read those of these listings again whose write was confirmed, unless a look is due before."""
    db.executemany(
        "update listing set look_at = min(coalesce(look_at, ?1), ?1) where id = ?2"
        " and (select state from push where listing_id = listing.id) in ('acknowledged', 'due')",
        [(stamp(at), number) for number in numbers],
    )


def look_again(db: Connection, numbers: Sequence[int], *, at: datetime) -> None:
    """Read these listings again from `at` on."""
    db.executemany("update listing set look_at = ? where id = ?", [(stamp(at), number) for number in numbers])


def look_at_ref(db: Connection, shop: int, ref: str, *, at: datetime) -> None:
    """Read one listing again from `at` on. A variation may be named without its parent, as webhooks do."""
    db.execute(
        "update listing set look_at = ?1 where shop_id = ?2 and (ref = ?3 or ref like '%/' || ?3)",
        (stamp(at), shop, ref),
    )


def written_about(
    db: Connection, shop: int, refs: Sequence[str], *, placed_at: datetime, within: timedelta
) -> list[int]:
    """Those of these listings that we wrote to about when an order for them was placed."""
    marks = ",".join("?" * len(refs))
    rows = db.execute(
        f"select id from listing where shop_id = ? and ref in ({marks}) and confirmed_at between ? and ?",
        (shop, *refs, stamp(placed_at - within), stamp(placed_at + within)),
    )
    return [number for (number,) in rows]


def not_answered(db: Connection, shop: int, refs: Iterable[str], *, at: datetime) -> None:
    """The channel said nothing about these: a missing record is not a zero. Ask again later."""
    db.executemany(
        "update listing set look_at = ? where shop_id = ? and ref = ?", [(stamp(at), shop, ref) for ref in refs]
    )


def to_look_at(db: Connection, shop: int, *, now: datetime, limit: int) -> list[str]:
    """Refs of listings whose number must be read now."""
    rows = db.execute(
        "select ref from listing where shop_id = ? and look_at <= ? and gone_at is null and stock_of is null"
        " order by look_at limit ?",
        (shop, stamp(now), limit),
    )
    return [ref for (ref,) in rows]


def look_at_all(db: Connection, shop: int, *, now: datetime, why: str = compares.ASKED) -> None:
    """Read every linked listing of the shop again: a compare begins."""
    db.execute(
        "update listing set look_at = ? where shop_id = ? and product_id is not null and gone_at is null"
        " and stock_of is null and counted",
        (stamp(now), shop),
    )
    compares.begin(db, shop, why, now=now)
