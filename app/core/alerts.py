"""What is wrong with a shop that its seller should know: each alarm says why it rang, and what would end it."""

from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.health import LAST_CALLS, Failures
from app.core.records import dataclass
from app.core.text import N_, NN_, Text

KEYS_WARN = timedelta(days=14)


class AlarmKind(StrEnum):
    """What an alarm is about, most serious first."""

    FAILING = "failing"  # too many of the last calls failed
    SILENT = "silent"  # nothing succeeded for three intervals
    KEYS_END = "keys_end"  # the channel wants the seller to sign in before a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One alarm."""

    kind: AlarmKind
    why: Text
    ends: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """What the alarms are judged by. `silence` None: it is not silent for long."""

    shop: str
    failures: Failures = field(default_factory=Failures)
    silence: timedelta | None = None
    keys_end_at: datetime | None = None


def alarms(vitals: Vitals, *, now: datetime) -> tuple[Alarm, ...]:
    """Everything that is wrong now."""
    found = (_failing(vitals), _silent(vitals), _keys_end(vitals, now))
    return tuple(alarm for alarm in found if alarm is not None)


def _failing(vitals: Vitals) -> Alarm | None:
    failed = vitals.failures
    if not failed.alarming:
        return None
    return Alarm(
        kind=AlarmKind.FAILING,
        why=N_(
            "{failed} of the last {calls} calls to {shop} failed.",
            failed=failed.failed,
            calls=failed.calls,
            shop=vitals.shop,
        ),
        ends=NN_(
            "It ends after {n} more call that goes well: then no more than {percent} % of the last {calls} failed.",
            "It ends after {n} more calls that go well: then no more than {percent} % of the last {calls} failed.",
            failed.good_calls,
            percent=5,
            calls=LAST_CALLS,
        ),
    )


def _silent(vitals: Vitals) -> Alarm | None:
    if vitals.silence is None:
        return None
    minutes = max(1, int(vitals.silence.total_seconds()) // 60)
    return Alarm(
        kind=AlarmKind.SILENT,
        why=NN_(
            "Nothing has succeeded at {shop} for {n} minute.",
            "Nothing has succeeded at {shop} for {n} minutes.",
            minutes,
            shop=vitals.shop,
        ),
        ends=N_("It ends with the first call that goes well. Plimsoll goes on trying."),
    )


def _keys_end(vitals: Vitals, now: datetime) -> Alarm | None:
    ends_at = vitals.keys_end_at
    if ends_at is None or ends_at - now > KEYS_WARN:
        return None
    return Alarm(
        kind=AlarmKind.KEYS_END,
        why=N_("{shop} wants you back before {date}.", shop=vitals.shop, date=f"{ends_at:%Y-%m-%d}"),
        ends=N_("It ends when you sign in to {shop} again.", shop=vitals.shop),
    )
