"""The seller's list of programs that may change stock in a shop. No channel tells it: every row was typed (C18)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.drift import RACE
from app.store import settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

MANY = 2  # R53: more than so many programs that may write is a warning sign; the number has no source (C18)
RACE_S = round(RACE.total_seconds())
ASK_AGAIN_AFTER = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program besides Plimsoll: does it need to write stock, and since when may it not any more?"""

    name: str
    needed: bool
    revoked_at: datetime | None
    noted_at: datetime


def many(db: Connection) -> int:
    """More other programs than so many are a warning sign, as the seller has it."""
    found = settings.get(db, settings.WRITERS_MOST)
    return MANY if found is None else int(found)


def race_s(db: Connection) -> int:
    """A change from outside so many seconds after our own write counts as a race, as the seller has it."""
    found = settings.get(db, settings.RACE_S)
    return RACE_S if found is None else int(found)


_TAKEN_BACK = -1  # in place of `needed`: the program was noted by mistake


def programs(db: Connection, shop: int) -> list[Program]:
    """Every program that was ever noted, those that may still write first, then by name."""
    rows = db.execute(
        "select program, needed, revoked_at, at from write_access as row where shop_id = ?1 and seq ="
        " (select max(seq) from write_access where shop_id = ?1 and program = row.program) and needed >= 0"
        " order by revoked_at is not null, program collate nocase",
        (shop,),
    )
    return [
        Program(name=name, needed=bool(needed), revoked_at=moment_or_none(revoked), noted_at=moment(at))
        for name, needed, revoked, at in rows
    ]


def note(
    db: Connection, shop: int, name: str, *, needed: bool, revoked_at: datetime | None = None, now: datetime
) -> None:
    """Inside a transaction: a program, as it is from now on."""
    db.execute(
        "insert into write_access (at, shop_id, program, needed, revoked_at) values (?, ?, ?, ?, ?)",
        (stamp(now), shop, name, needed, stamp(revoked_at) if revoked_at else None),
    )


def taken_back(db: Connection, shop: int, name: str, *, now: datetime) -> None:
    """Inside a transaction: the program was noted by mistake, and is not in the list any more."""
    db.execute(
        "insert into write_access (at, shop_id, program, needed) values (?, ?, ?, ?)",
        (stamp(now), shop, name, _TAKEN_BACK),
    )


def checked(db: Connection, shop: int, count: int, *, now: datetime) -> None:
    """Inside a transaction: the seller has looked, and so many other programs may write stock."""
    settings.put(db, settings.ACCESS_CHECKED, count, shop=shop, now=now)


def unchecked(db: Connection, shop: int, *, now: datetime) -> None:
    """Inside a transaction: the seller had not looked after all. What was said before that holds again."""
    settings.put(db, settings.ACCESS_CHECKED, None, shop=shop, now=now)


def checked_at(db: Connection, shop: int) -> datetime | None:
    """When the seller last looked; None: never. Each row without a value takes the one before it back."""
    looked: list[datetime] = []
    for row in settings.history(db, settings.ACCESS_CHECKED, shop=shop):
        if row.value is not None:
            looked.append(row.at)
        elif looked:
            looked.pop()
    return looked[-1] if looked else None


def is_due(db: Connection, shop: int, *, now: datetime) -> bool:
    """Is it time to look again?"""
    last = checked_at(db, shop)
    return last is None or now - last > ASK_AGAIN_AFTER
