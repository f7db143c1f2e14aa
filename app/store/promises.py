"""The ledger of promises: what each listing may still sell that we do not know of, as immutable rows and their sum.

The only writer of `promise`. What a write, a sale or a look does to the bound is decided in `core.exposure`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core import exposure
from app.core.exposure import Exposure, Promise, Sent, Write
from app.core.guard import Guard
from app.core.text import Text
from app.store.moments import moment, stamp
from app.store.sentences import packed, unpacked
from app.store.sqlite import Connection

KEEP = timedelta(days=90)

_INSERT = """
    insert into promise (listing_id, at, kind, change, bound_after, why)
    select id, ?2, ?3, ?4, bound + ?4, ?5 from listing where id = ?1 returning bound_after
"""


def record(db: Connection, listing: int, promises: Iterable[Promise], *, now: datetime) -> int | None:
    """Inside a transaction: write these rows; the listing's bound follows by trigger. The bound, if there was a row."""
    after, at = None, stamp(now)
    for promise in promises:
        row = (listing, at, promise.kind.value, promise.change, packed(promise.why))
        (after,) = db.execute(_INSERT, row).fetchone()
    return after


def bound(db: Connection, listing: int) -> Exposure:
    """What a listing may still sell, by all its promises."""
    return Exposure(db.execute("select bound from listing where id = ?", (listing,)).fetchone()[0])


def send(db: Connection, listing: int, write: Write, *, now: datetime) -> None:
    """Just before the call: the intent counts from here on."""
    record(db, listing, exposure.send(bound(db, listing), write)[1], now=now)


def refuse(db: Connection, listing: int, write: Write, *, now: datetime) -> None:
    """The write certainly did not take place: what its sending promised is free again."""
    sent = Exposure(bound(db, listing).bound, (Sent(write, exposure.added_by(write)),))
    record(db, listing, exposure.refuse(sent, write.key)[1], now=now)


def unsure(db: Connection, listing: int, write: Write, *, now: datetime) -> None:
    """It may or may not have taken place: it goes on counting at its worst."""
    sent = Exposure(bound(db, listing).bound, (Sent(write, exposure.added_by(write)),))
    record(db, listing, exposure.unsure(sent, write.key)[1], now=now)


def adopt(db: Connection, listing: int, shows: int, *, now: datetime) -> None:
    """It was read, and every order until then is known: it can sell what it shows, and no more."""
    record(db, listing, exposure.adopt(bound(db, listing), shows)[1], now=now)


def edit(db: Connection, listing: int, shows: int, *, now: datetime) -> None:
    """Somebody else changed the number: what it shows now counts."""
    kept = bound(db, listing)
    record(db, listing, exposure.edited(kept, max(0, shows) - kept.bound)[1], now=now)


def sell(db: Connection, listing: int, pieces: int, *, now: datetime) -> bool:
    """Pieces left its number (negative: came back) by its own orders. False: more than it may have been showing."""
    _, promises = exposure.sold(Exposure(), pieces) if pieces > 0 else exposure.restocked(Exposure(), -pieces)
    after = record(db, listing, promises, now=now)  # how much it changes does not hang on what it was
    if after is None or after >= 0:
        return True
    record(db, listing, exposure.oversold(Exposure(after))[1], now=now)
    return False


def settle(db: Connection, listings: Sequence[int], *, now: datetime) -> None:
    """Their last writes are confirmed and settled: they can sell no more than they are believed to show."""
    for listing in listings:
        shows, kept = db.execute(
            "update listing set settle_at = null where id = ? returning max(0, coalesce(believed, 0)), bound",
            (listing,),
        ).fetchone()
        if kept > shows:
            write = Write(key="", old=kept, new=shows, guard=Guard.COMPARE_AND_SET)
            sent = Exposure(kept, (Sent(write, added=0, freed=kept - shows),))
            record(db, listing, exposure.settle(sent, "")[1], now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """One row: what moved the bound of a listing, by how many pieces, and what it was then."""

    seq: int
    listing: int
    at: datetime
    kind: str
    change: int
    bound_after: int
    why: Text


def history(db: Connection, listing: int, *, limit: int = 50) -> list[PromiseRow]:
    """A listing's promises, newest first."""
    rows = db.execute(
        "select seq, listing_id, at, kind, change, bound_after, why from promise where listing_id = ?"
        " order by seq desc limit ?",
        (listing, limit),
    )
    return [
        PromiseRow(seq=seq, listing=number, at=moment(at), kind=kind, change=by, bound_after=after, why=unpacked(why))
        for seq, number, at, kind, by, after, why in rows
    ]


def bounds_that_disagree(db: Connection) -> list[tuple[int, int, int]]:
    """Listings whose bound is not what their newest promise says: (listing, bound, by the promises)."""
    return db.execute(
        "select listing.id, bound, coalesce(bound_after, 0) from listing left join promise"
        " on seq = (select max(seq) from promise where listing_id = listing.id) where bound != coalesce(bound_after, 0)"
    ).fetchall()


def prune(db: Connection, *, now: datetime, limit: int = 5000) -> None:
    """Forget rows older than ninety days, a slice at a time; the newest of each listing stays."""
    db.execute(
        "delete from promise where seq in (select seq from promise as old where at < ? and exists"
        " (select 1 from promise as later where later.listing_id = old.listing_id and later.seq > old.seq)"
        " order by seq limit ?)",
        (stamp(now - KEEP), limit),
    )


def to_settle(db: Connection, shop: int, *, now: datetime) -> list[int]:
    """Listings whose lowered number holds by now: nobody can buy by the old one any more."""
    rows = db.execute("select id from listing where shop_id = ? and settle_at <= ?", (shop, stamp(now)))
    return [number for (number,) in rows]
