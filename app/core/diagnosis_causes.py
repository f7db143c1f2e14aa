"""The causes of an oversell, how they come about, and how surely one is proposed."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from app.core.diagnosis_facts import Facts
from app.core.text import Text

BOOKED_LATE = timedelta(minutes=2)  # heard of, and not booked for so long: its listing was not linked
LOOK_BACK = timedelta(days=7)
ONE_SECOND = timedelta(seconds=2)  # shops write whole seconds
ORDINARY_S = 120.0  # so long a change may take when all is well
SLOW_S = 30.0  # a number confirmed later than this, and nothing was refused: the channel took its time
THROTTLED = 429


class Cause(StrEnum):
    """The four classes that stay reportable, and five that are kept apart from them."""

    LATE = "late"
    HAND = "hand"
    HELD = "held"
    SLOW = "slow"
    RACE = "race"
    RETURN = "return"
    DUPLICATE = "duplicate"
    BUNDLE = "bundle"
    UNKNOWN = "unknown"


class Mechanism(StrEnum):
    """How it came about, where that can be told."""

    OFF = "off"
    WEBHOOK = "webhook"
    POLL = "poll"
    SECOND = "second"
    TOO_MANY = "too_many"
    UNPAID = "unpaid"
    OVERSELLS = "oversells"
    FAILED = "failed"
    ANSWERS = "answers"
    OUTSIDE = "outside"
    INSIDE = "inside"
    LOWERED = "lowered"
    NONE = ""


class Certainty(StrEnum):
    """How sure the proposal is."""

    CLEAR = "clear"
    LIKELY = "likely"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible cause: how many of the pieces it accounts for, why, and what speaks against it."""

    cause: Cause
    mechanism: Mechanism = Mechanism.NONE
    pieces: int = 0
    reasons: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    rows: tuple[str, ...] = ()  # evidence: "ledger/12", "call/5", "edit/3", "order/9", "setting/2", "told/7"
    weight: float = 0.0  # seconds of the delay, among causes of lateness


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """The proposal, and the others that were weighed."""

    proposed: Candidate
    certainty: Certainty
    others: tuple[Candidate, ...] = field(default=())


def has_logs(facts: Facts) -> bool:
    """Is it on record what the listings that went over were told, and how the shops answered?"""
    return bool(facts.told) and bool(facts.said)
