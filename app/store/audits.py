"""How the four audits stand, read from what they leave behind anyway: reports, posted counts, and reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core import audits
from app.core.audits import EVERY, Audit, Standing
from app.core.count_kinds import CountKind
from app.core.text import Text
from app.store import count_lists
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

LOOKS_BACK = timedelta(days=800)  # a longer streak is said as this long
_MOST = 800
_CLOSED_SHARE = 0.5  # of the time in which an audit was missed

_STOCKED = "started and product_id not in (select bundle_id from bundle_part)"


def standing(db: Connection, now: datetime) -> list[Standing]:
    """The four audits, from the daily to the quarterly one. For Today and Count."""
    return [
        _explained(db, found, now)
        for found in (_daily(db, now), _weekly(db, now), _monthly(db, now), _quarterly(db, now))
    ]


def elsewhere(db: Connection, now: datetime) -> list[Standing]:
    """Of the two audits that are no counts: those that are due. Reads some reports, and no product."""
    found = [one for one in (_daily(db, now), _quarterly(db, now)) if one.due(now)]
    return [_explained(db, one, now) for one in found]


def reviewed(db: Connection, *, note: str = "", now: datetime) -> None:
    """Inside a transaction: the seller has looked through the assumptions of this season."""
    db.execute("insert into season_review (at, note) values (?, ?)", (stamp(now), note))


# ------------------------------------------------------------------------------------------------ each of them


def _daily(db: Connection, now: datetime) -> Standing:
    """The shop that is worst off speaks for all."""
    shops = db.execute(
        "select id, connected_at from shop where removed_at is null and channel != 'stall' and mode != 'looking'"
    ).fetchall()
    found = [
        audits.standing(Audit.DAILY, _reports(db, shop, now), since=moment(since), now=now) for shop, since in shops
    ]
    if not found:
        return Standing(audit=Audit.DAILY)
    worst = min(found, key=lambda one: (one.next_at or now, one.streak))
    return replace(
        worst,
        streak=min(one.streak for one in found),
        done=sum(not one.due(now) for one in found),
        of=len(found),
    )


def _reports(db: Connection, shop: int, now: datetime) -> list[datetime]:
    rows = db.execute(
        "select ended_at from compare where shop_id = ? and ended_at >= ? order by seq desc limit ?",
        (shop, stamp(now - LOOKS_BACK), _MOST),
    )
    return [moment(at) for (at,) in rows]


def _weekly(db: Connection, now: datetime) -> Standing:
    done, of = _progress(db, (CountKind.TOP,))
    return audits.standing(
        Audit.WEEKLY,
        _posted(db, (CountKind.TOP,), now),
        since=_first_number(db) if count_lists.products(db, CountKind.TOP, now=now) else None,
        now=now,
        done=done,
        of=of,
    )


def _monthly(db: Connection, now: datetime) -> Standing:
    """A full count, or a month in which every product was counted once."""
    begin = now.astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    done, of = db.execute(
        f"select coalesce(sum(coalesce(counted_at, '') >= ?), 0), count(*) from stock_level where {_STOCKED}",
        (stamp(begin),),
    ).fetchone()
    months = [*_posted(db, (CountKind.FULL,), now), *_whole_months(db, now)]
    if of and done == of:
        (newest,) = db.execute(f"select max(counted_at) from stock_level where {_STOCKED}").fetchone()
        months.append(moment(newest))
    return audits.standing(Audit.MONTHLY, months, since=_first_number(db), now=now, done=done, of=of)


def _whole_months(db: Connection, now: datetime) -> list[datetime]:
    """For each month of which every product of that time was counted in some count: when the last of them was."""
    rows = db.execute(
        f"""
        with counted as (
            select product_id, substr(closed_at, 1, 7) as month, max(closed_at) as at
            from count_line join count_shelf using (session_id, shelf)
            where posted is not null and closed_at >= ? group by 1, 2)
        select max(counted.at) from counted join product on product.id = product_id
        where created_at < month group by month
        having count(*) >= (select count(*) from stock_level join product as known on known.id = product_id
            where known.created_at < month and {_STOCKED}) and month < ?
        """,
        (stamp(now - LOOKS_BACK), stamp(now)[:7]),
    )
    return [moment(at) for (at,) in rows]


def _quarterly(db: Connection, now: datetime) -> Standing:
    rows = db.execute("select at from season_review order by id desc limit 40")
    first = _first_number(db)
    # Nothing has a season on its first day: the first review is due a quarter later.
    since = first + EVERY[Audit.QUARTERLY] if first is not None else None
    return audits.standing(Audit.QUARTERLY, [moment(at) for (at,) in rows], since=since, now=now)


def _posted(db: Connection, kinds: Iterable[CountKind], now: datetime) -> list[datetime]:
    """When counts of these kinds ended with something posted."""
    marks = [kind.value for kind in kinds]
    rows = db.execute(
        f"select ended_at from count_session where kind in ({','.join('?' * len(marks))}) and ended_at >= ?"
        " and exists (select 1 from count_line where session_id = count_session.id and posted is not null)",
        (*marks, stamp(now - LOOKS_BACK)),
    )
    return [moment(at) for (at,) in rows]


def _progress(db: Connection, kinds: Sequence[CountKind]) -> tuple[int, int]:
    """How far the open count of such a kind is: products posted or closed, and all of them."""
    row = db.execute(
        "select coalesce(sum(sealed >= round or posted is not null), 0), count(*) from count_line where session_id ="
        f" (select max(id) from count_session where ended_at is null and kind in ({','.join('?' * len(kinds))}))",
        [kind.value for kind in kinds],
    ).fetchone()
    return int(row[0]), int(row[1])


def _first_number(db: Connection) -> datetime | None:
    row = db.execute(
        f"select recorded_at from stock_entry where exists (select 1 from stock_level where {_STOCKED})"
        " order by seq limit 1"
    ).fetchone()
    return moment(row[0]) if row else None


# ------------------------------------------------------------------------------------------------ why one was missed


def _explained(db: Connection, found: Standing, now: datetime) -> Standing:
    return replace(found, because=_because(db, found, now)) if found.missed else found


def _because(db: Connection, found: Standing, now: datetime) -> Text:
    assert found.next_at is not None
    away = [
        (moment(left), moment(back))
        for left, back in db.execute(
            "select left_at, back_at from absence where back_at > ? order by id", (stamp(found.next_at),)
        )
    ]
    if audits.covered(away, found.next_at, now) >= _CLOSED_SHARE:
        return audits.APP_CLOSED
    if found.audit is Audit.DAILY:
        return audits.NOT_READ
    if found.audit is Audit.MONTHLY:
        return audits.NOT_ALL if found.done else audits.NOT_BEGUN
    return audits.NOT_POSTED if found.audit is Audit.WEEKLY and found.of else audits.NOT_BEGUN
