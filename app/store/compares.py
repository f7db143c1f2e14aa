"""Compares of whole shops with what they should show: which is under way, and the reports of those that ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.drift import is_flagged
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

DAILY, ASKED = "daily", "asked"
A_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """A report: of so many listings, how many showed another number, and how many of those were flagged (R88)."""

    shop_id: int
    began_at: datetime
    ended_at: datetime
    why: str
    listings: int
    differing: int
    flagged: int

    @property
    def agreeing(self) -> int:
        """How many showed what they should."""
        return self.listings - self.differing


def begin(db: Connection, shop: int, why: str, *, now: datetime) -> None:
    """Every linked number of the shop is being read from now on. One that is under way goes on."""
    db.execute(
        "update shop set compare_at = ?2, compare_why = ?3 where id = ?1 and compare_at is null",
        (shop, stamp(now), why),
    )


def under_way(db: Connection, shop: int) -> bool:
    """Is a compare waiting for nothing but its report? A sweep over the shop must have met its last page."""
    row = db.execute(
        "select 1 from shop where id = ? and compare_at is not null"
        " and (compare_why = 'asked' or listings_read_at >= compare_at)",
        (shop,),
    ).fetchone()
    return row is not None


def end(db: Connection, shop: int, *, now: datetime) -> Compare | None:
    """Every number was read, and explained: write the report. None where no compare was under way."""
    row = db.execute("select compare_at, compare_why, mode from shop where id = ?", (shop,)).fetchone()
    if row is None or row[0] is None:
        return None
    db.execute("update shop set compare_at = null, compare_why = null where id = ?", (shop,))
    began_at, why, mode = moment(row[0]), str(row[1]), row[2]
    if mode == "looking":  # nothing of ours was ever told to it
        return None
    (count,) = db.execute(
        "select count(*) from listing join stock_level using (product_id)"
        " where shop_id = ? and gone_at is null and stock_of is null and counted and started",
        (shop,),
    ).fetchone()
    edits = db.execute(
        "select listing_id, expected, edit.seen from outside_edit as edit join listing on listing.id = listing_id"
        " where shop_id = ? and (found_at >= ? or (settled_at is null and differs is not null))",
        (shop, stamp(began_at)),
    ).fetchall()
    flagged = {number for number, expected, seen in edits if is_flagged(expected=expected, seen=seen)}
    made = Compare(
        shop_id=shop,
        began_at=began_at,
        ended_at=now,
        why=why,
        listings=count,
        differing=min(count, len({number for number, *_ in edits})),
        flagged=min(count, len(flagged)),
    )
    db.execute(
        "insert into compare (shop_id, began_at, ended_at, why, listings, differing, flagged)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (shop, row[0], stamp(now), why, made.listings, made.differing, made.flagged),
    )
    return made


def reports(db: Connection, shop: int, *, limit: int = 60) -> list[Compare]:
    """The newest reports of a shop, newest first."""
    rows = db.execute(
        "select shop_id, began_at, ended_at, why, listings, differing, flagged from compare where shop_id = ?"
        " order by seq desc limit ?",
        (shop, limit),
    )
    return [
        Compare(
            shop_id=number,
            began_at=moment(began),
            ended_at=moment(ended),
            why=why,
            listings=count,
            differing=differing,
            flagged=flagged,
        )
        for number, began, ended, why, count, differing, flagged in rows
    ]


def missed_days(made: Sequence[Compare], now: datetime) -> int:
    """How many whole days before the newest report, or until now, went without one (R130). `made` is newest first."""
    if not made:
        return 0
    gap = now - made[0].ended_at
    if gap < 2 * A_DAY and len(made) > 1:
        gap = made[0].began_at - made[1].ended_at
    return max(0, gap // A_DAY - 1)
