"""The four audits that find what drifted anyway (requirements R87 to R91): when each is next, and how it is kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.records import dataclass
from app.core.text import N_, Text


class Audit(StrEnum):
    """One of the four, in the order of their rhythm."""

    DAILY = "daily"  # all channels compared
    WEEKLY = "weekly"  # the twenty best sellers counted
    MONTHLY = "monthly"  # everything counted, at once or over the month (C36)
    QUARTERLY = "quarterly"  # the assumptions reviewed


EVERY: dict[Audit, timedelta] = {
    Audit.DAILY: timedelta(days=1),
    Audit.WEEKLY: timedelta(days=7),
    Audit.MONTHLY: timedelta(days=30),
    Audit.QUARTERLY: timedelta(days=91),
}

APP_CLOSED = N_("the app was closed")
NOT_BEGUN = N_("nobody began it")
NOT_POSTED = N_("it was begun, but nothing was posted")
NOT_ALL = N_("some products were not counted in time")
NOT_READ = N_("a shop could not be read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an audit stands. `next_at` None: there is nothing to audit yet. `missed`: whole rounds since it was due.

    `streak`: rounds in a row, up to the newest, without a missed one. `done` of `of` say how far the present round is,
    where it is made of parts (products, shops); `because` is why rounds were missed.
    """

    audit: Audit
    next_at: datetime | None = None
    last_at: datetime | None = None
    streak: int = 0
    missed: int = 0
    done: int = 0
    of: int = 0
    because: Text | None = None

    def due(self, now: datetime) -> bool:
        """Is it to be done now?"""
        return self.next_at is not None and self.next_at <= now


def standing(
    audit: Audit, ended: Iterable[datetime], *, since: datetime | None, now: datetime, done: int = 0, of: int = 0
) -> Standing:
    """From when it was done. `since`: from when there was something to audit; None: there is nothing."""
    if since is None:
        return Standing(audit=audit)
    every, rounds = EVERY[audit], _rounds(sorted(ended), EVERY[audit])
    last = rounds[-1] if rounds else None
    next_at = last + every if last is not None else since
    late = now - next_at
    return Standing(
        audit=audit,
        next_at=next_at,
        last_at=last,
        streak=_streak(rounds, every) if late < every else 0,
        missed=max(0, late // every),
        done=done,
        of=of,
    )


def _rounds(ended: Sequence[datetime], every: timedelta) -> list[datetime]:
    """What was done twice within half a round is one round, and its newest moment counts."""
    found: list[datetime] = []
    anchor: datetime | None = None
    for at in ended:
        if anchor is not None and at - anchor < every / 2:
            found[-1] = at
        else:
            found.append(at)
            anchor = at
    return found


def _streak(rounds: Sequence[datetime], every: timedelta) -> int:
    """Rounds up to the newest between which none is missing."""
    count = min(1, len(rounds))
    for before, after in zip(reversed(rounds[:-1]), reversed(rounds), strict=False):
        if after - before >= 2 * every:
            break
        count += 1
    return count


def covered(spans: Iterable[tuple[datetime, datetime]], begin: datetime, end: datetime) -> float:
    """The share of a time that these spans cover: they do not overlap. 0 for no time at all."""
    whole = (end - begin).total_seconds()
    inside = sum((max(timedelta(0), min(till, end) - max(left, begin)).total_seconds() for left, till in spans), 0.0)
    return inside / whole if whole > 0 else 0.0
