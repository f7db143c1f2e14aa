"""Checks that a fix held: begun by the seller, judged by housekeeping from rows, and ended by what was seen."""

from dataclasses import dataclass
from datetime import datetime

from app.core.fixing import IN_TIME_S, READ_WITHIN, Check, Rule, Seen, State, Verdict, apart, judge
from app.core.text import N_, Text
from app.store.moments import moment, moment_or_none, stamp
from app.store.sentences import packed, unpacked
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A check as it stands in the database."""

    id: int
    incident: int
    product: int
    check: Check
    who: str
    state: State
    ended_at: datetime | None
    note: Text | None


_KEPT = """
    select incident_check.id, incident_id, product_id, rule, days, orders, begun_at, who, state, ended_at,
        incident_check.note from incident_check join incident on incident.id = incident_id
"""


def begin(db: Connection, incident: int, check: Check, *, who: str = "", now: datetime) -> None:
    """Inside a transaction: this check from now on. One that runs is stopped."""
    stop(db, incident, now=now)
    db.execute(
        "insert into incident_check (incident_id, rule, days, orders, begun_at, who) values (?, ?, ?, ?, ?, ?)",
        (incident, check.rule.value, check.days, check.orders, stamp(check.begun_at), who),
    )


def stop(db: Connection, incident: int, *, now: datetime) -> None:
    """Inside a transaction: the seller wants none, or another."""
    db.execute(
        "update incident_check set state = 'stopped', ended_at = ? where incident_id = ? and state = 'running'",
        (stamp(now), incident),
    )


def newest(db: Connection, incident: int) -> Kept | None:
    """The check that counts for an incident."""
    row = db.execute(_KEPT + " where incident_id = ? order by incident_check.id desc limit 1", (incident,)).fetchone()
    return _kept(row) if row else None


def all_of(db: Connection, incident: int) -> list[Kept]:
    """Every check of an incident, oldest first."""
    return [_kept(row) for row in db.execute(_KEPT + " where incident_id = ? order by incident_check.id", (incident,))]


def _kept(row: tuple) -> Kept:  # type: ignore[type-arg]
    number, incident, product, rule, days, orders, begun, who, state, ended, note = row
    return Kept(
        id=number,
        incident=incident,
        product=product,
        check=Check(rule=Rule(rule), begun_at=moment(begun), days=days, orders=orders),
        who=who,
        state=State(state),
        ended_at=moment_or_none(ended),
        note=unpacked(note) if note else None,
    )


def verdict(db: Connection, incident: int, *, now: datetime) -> Verdict | None:
    """How the check of an incident stands; None where there is none."""
    kept = newest(db, incident)
    if kept is None:
        return None
    if kept.state is State.RUNNING:
        return judge(kept.check, seen(db, kept, now=now), now=now)
    return Verdict(kept.state, kept.note or N_("Stopped by you"))


def judge_all(db: Connection, *, now: datetime) -> frozenset[int]:
    """Inside a transaction: end the checks that held or did not. Returns their incidents."""
    changed = set()
    for row in db.execute(_KEPT + " where state = 'running'").fetchall():
        kept = _kept(row)
        found = judge(kept.check, seen(db, kept, now=now), now=now)
        if found.state is not State.RUNNING:
            db.execute(
                "update incident_check set state = ?, ended_at = ?, note = ? where id = ?",
                (found.state.value, stamp(now), packed(found.note), kept.id),
            )
            changed.add(kept.incident)
    return frozenset(changed)


def seen(db: Connection, kept: Kept, *, now: datetime) -> Seen:
    """What happened to the product since its check began."""
    since, rule = stamp(kept.check.begun_at), kept.check.rule
    wrong = _oversold(db, kept.product, since)
    if wrong is None and rule is not Rule.OVERSELL:
        wrong = _edited(db, kept.product, since) or _counted(db, kept.product, since)
    if wrong is None and rule is Rule.LATE:
        wrong = _late(db, kept.product, since)
    (orders,) = db.execute(
        "select count(distinct order_id) from stock_entry where product_id = ? and kind = 'commit' and recorded_at > ?",
        (kept.product, since),
    ).fetchone()
    return Seen(orders=orders, wrong=wrong, unread=_unread(db, kept.product, now))


def _oversold(db: Connection, product: int, since: str) -> Text | None:
    row = db.execute(
        "select min(incident_claim.heard_at), incident_id from incident_claim"
        " join incident on incident.id = incident_id where product_id = ? and incident_claim.heard_at > ?",
        (product, since),
    ).fetchone()
    if row[0] is None:
        return None
    return N_("It was oversold again on {day}, incident {number}.", day=_day(row[0]), number=str(row[1]))


def _day(at: str) -> str:
    """A day as it is kept in a sentence for years: 2026-05-14."""
    return moment(at).date().isoformat()


def _edited(db: Connection, product: int, since: str) -> Text | None:
    rows = db.execute(
        "select found_at, expected, outside_edit.seen, shop.name from outside_edit"
        " join listing on listing.id = listing_id join shop on shop.id = shop_id"
        " where product_id = ? and found_at > ? order by outside_edit.id",
        (product, since),
    )
    for at, expected, shown, shop in rows:
        if apart(expected, shown - expected):
            day = _day(at)
            return N_(
                "{shop} showed {seen} on {day}, ours was {expected}.", shop=shop, seen=shown, expected=expected, day=day
            )
    return None


def _counted(db: Connection, product: int, since: str) -> Text | None:
    rows = db.execute(
        "select recorded_at, on_hand_delta, on_hand_after from stock_entry indexed by stock_entry_by_hand"
        " where product_id = ? and kind in ('adjust', 'count') and kind = 'count' and recorded_at > ? order by seq",
        (product, since),
    )
    for at, change, after in rows:
        if apart(after - change, change):
            said = after - change
            return N_("A count on {day} found {n}, the ledger said {said}.", day=_day(at), n=after, said=said)
    return None


def _late(db: Connection, product: int, since: str) -> Text | None:
    row = db.execute(
        "select confirmation.at, seconds, shop.name from confirmation join listing on listing.id = listing_id"
        " join shop on shop.id = confirmation.shop_id where product_id = ? and confirmation.at > ?"
        " and (seconds is null or seconds > ?) order by confirmation.id limit 1",
        (product, since, IN_TIME_S),
    ).fetchone()
    if row is None:
        return None
    if row[1] is None:
        return N_("{shop} did not take a number on {day}.", shop=row[2], day=_day(row[0]))
    seconds = round(row[1])
    return N_("{shop} confirmed a number on {day} only after {n} s.", shop=row[2], n=seconds, day=_day(row[0]))


def _unread(db: Connection, product: int, now: datetime) -> tuple[str, ...]:
    """Live shops that sell it and were not read for so long that nobody can say."""
    rows = db.execute(
        "select distinct shop.name from listing join shop on shop.id = shop_id where product_id = ?"
        " and gone_at is null and stock_of is null and removed_at is null and mode = 'live'"
        " and channel != 'stall' and (success_at is null or success_at < ?) order by shop.name",
        (product, stamp(now - READ_WITHIN)),
    )
    return tuple(name for (name,) in rows)
