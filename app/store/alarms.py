"""Alarms: rung and ended by what was measured, and kept with the reason and the calls they were judged by."""

from collections.abc import Iterable
from datetime import datetime

from app.core.alerts import Alarm, AlarmKind, Vitals, alarms
from app.core.health import LAST_CALLS, Failures, failures, silent_for
from app.core.records import dataclass
from app.core.text import Text
from app.store import settings, shops
from app.store.moments import moment, moment_or_none, stamp
from app.store.sentences import packed, unpacked
from app.store.shops import Shop
from app.store.sqlite import Connection

QUIET_POLL_S = 60.0  # where nothing is sent, shops are polled once a minute
_ORDER = {kind.value: place for place, kind in enumerate(AlarmKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """An alarm as it stands in the database. `first_call` to `last_call`: what it was judged by in the call log."""

    shop: int
    kind: AlarmKind
    rang_at: datetime
    ended_at: datetime | None
    why: Text
    ends: Text
    first_call: int | None
    last_call: int | None


_RUNG = "select shop_id, kind, rang_at, ended_at, why, ends, first_call, last_call from alarm"


def _rung(row: tuple[int, str, str, str | None, str, str, int | None, int | None]) -> Rung:
    shop, kind, rang_at, ended_at, why, ends, first, last = row
    return Rung(
        shop=shop,
        kind=AlarmKind(kind),
        rang_at=moment(rang_at),
        ended_at=moment_or_none(ended_at),
        why=unpacked(why),
        ends=unpacked(ends),
        first_call=first,
        last_call=last,
    )


def open_alarms(db: Connection, shop: int) -> tuple[Rung, ...]:
    """What rings at a shop now, the most serious first."""
    rows = [_rung(row) for row in db.execute(_RUNG + " where shop_id = ? and ended_at is null", (shop,))]
    return tuple(sorted(rows, key=lambda one: _ORDER[one.kind.value]))


def history(db: Connection, shop: int, *, limit: int = 50) -> list[Rung]:
    """A shop's alarms, newest first."""
    return [_rung(row) for row in db.execute(_RUNG + " where shop_id = ? order by id desc limit ?", (shop, limit))]


def judge(db: Connection, *, listening_since: datetime, now: datetime) -> frozenset[int]:
    """Ring what is wrong, end what is over; the shops of which something changed. Inside a transaction."""
    changed = set()
    for shop in shops.shops(db):
        if shop.by_hand:
            continue
        calls = last_calls(db, shop.id)
        found = alarms(vitals_of(db, shop, calls[0], listening_since, now), now=now)
        if _end_others(db, shop.id, found, now) | _ring(db, shop.id, found, calls, now):
            changed.add(shop.id)
    return frozenset(changed)


def vitals_of(db: Connection, shop: Shop, failed: Failures, listening_since: datetime, now: datetime) -> Vitals:
    """What a shop's alarms are judged by. `failed`: how its last calls went."""
    (end_at,) = db.execute("select keys_end_at from shop where id = ?", (shop.id,)).fetchone()
    signed_out = shop.trouble == "signed_out"  # says so itself, and asks for more than patience
    silence = silent_for(success_at=shop.success_at, listening_since=listening_since, poll_s=poll_s(db, shop), now=now)
    return Vitals(
        shop=shop.name,
        failures=Failures() if signed_out else failed,
        silence=None if signed_out else silence,
        keys_end_at=moment_or_none(end_at),
    )


def poll_s(db: Connection, shop: Shop) -> float:
    """Seconds between two order polls of a shop."""
    (live_s,) = db.execute("select poll_s from shop where id = ?", (shop.id,)).fetchone()
    chosen = settings.get(db, settings.POLL_S, shop=shop.id)
    return float(chosen or (live_s if shop.sends else max(live_s, QUIET_POLL_S)))


def last_calls(db: Connection, shop: int) -> tuple[Failures, int | None, int | None]:
    """How a shop's last calls went, and the first and the last of them in its log."""
    rows = db.execute(
        "select id, outcome = 'ok' from channel_call where shop_id = ? order by id desc limit ?", (shop, LAST_CALLS)
    ).fetchall()
    judged = failures([bool(good) for _, good in rows])
    return judged, rows[-1][0] if rows else None, rows[0][0] if rows else None


def _end_others(db: Connection, shop: int, found: Iterable[Alarm], now: datetime) -> bool:
    still = [alarm.kind.value for alarm in found]
    marks = ",".join("?" * len(still))
    done = db.execute(
        f"update alarm set ended_at = ? where shop_id = ? and ended_at is null and kind not in ({marks})",
        (stamp(now), shop, *still),
    )
    return done.rowcount > 0


def _ring(
    db: Connection, shop: int, found: Iterable[Alarm], calls: tuple[Failures, int | None, int | None], now: datetime
) -> bool:
    changed = False
    for alarm in found:
        of_calls = alarm.kind is AlarmKind.FAILING
        done = db.execute(
            "insert into alarm (shop_id, kind, rang_at, why, ends, first_call, last_call)"
            " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do update set why = ?4, ends = ?5, first_call = ?6,"
            " last_call = ?7 where (why, ends) is not (?4, ?5)",
            (
                shop,
                alarm.kind.value,
                stamp(now),
                packed(alarm.why),
                packed(alarm.ends),
                calls[1] if of_calls else None,
                calls[2] if of_calls else None,
            ),
        )
        changed |= done.rowcount > 0
    return changed
