"""Counting a shelf: what was scanned and typed adds up to, and what is to be made of it once the shelf is closed.

Nothing here that is used before closing takes a ledger number as an argument: blindness is a matter of what is asked.
Rules: ../shared/product/counting.md; the numbers name its section 2. Quantities are pieces.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

PIECES_MAX = 100_000  # more than this on one shelf is a slip of the fingers, or a barcode


class Kind(StrEnum):
    """What a seller did while counting. Each is kept as a row that is never changed."""

    SCAN = "scan"  # a code was read: that many more
    ADD = "add"  # so many more, or fewer
    SET = "set"  # this is the number at this place; 0 is "zero, I looked"
    DAMAGED = "damaged"  # so many more that cannot be sold
    UNDO = "undo"  # takes back one row
    UNKNOWN = "unknown"  # a code that belongs to nothing: parked


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing the seller did. `round` is 1 for the first count of a product and 2 for the second.

    `on_hand` is the ledger's number at that moment: kept to be compared later, shown to nobody before the shelf is
    closed.
    """

    seq: int
    kind: Kind
    at: datetime
    product: int | None = None
    place: str = ""
    round: int = 1
    pieces: int = 0
    code: str = ""
    undoes: int | None = None
    on_hand: int = 0
    ledger_seq: int = 0  # the newest row of its ledger that moved on hand


@dataclass(frozen=True, slots=True)
class Tally:
    """What one round of one product adds up to.

    `moved`: on hand changed between its first and its last row (rule 13): it has to be counted again.
    """

    places: Mapping[str, int] = field(default_factory=dict)  # pieces by place, as far as they were counted
    damaged: int = 0
    on_hand: int = 0
    moved: bool = False

    @property
    def counted(self) -> bool:
        """Was anything counted? Blank is never zero (rule 12)."""
        return bool(self.places)

    @property
    def pieces(self) -> int:
        """Pieces that can be sold."""
        return sum(self.places.values())

    def misses(self, places: Iterable[str]) -> list[str]:
        """The places that were not looked at yet, in their order."""
        return [place for place in places if place not in self.places]


def tallies(events: Iterable[Event]) -> dict[tuple[int, int], Tally]:
    """By product and round. Rows that were taken back count for nothing, and say nothing of when it was counted."""
    events = sorted(events, key=lambda event: event.seq)
    undone = {event.undoes for event in events if event.kind is Kind.UNDO}
    found: dict[tuple[int, int], _Sum] = {}
    for event in events:
        if event.product is not None and event.kind is not Kind.UNDO and event.seq not in undone:
            found.setdefault((event.product, event.round), _Sum()).add(event)
    return {key: one.tally() for key, one in found.items()}


class _Sum:
    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._damaged = 0
        self._on_hand: list[int] = []
        self._ledger: set[tuple[int, int]] = set()

    def add(self, event: Event) -> None:
        self._on_hand.append(event.on_hand)
        self._ledger.add((event.on_hand, event.ledger_seq))  # out and in again is a move too
        if event.kind is Kind.DAMAGED:
            self._damaged = max(0, self._damaged + event.pieces)
            return
        before = 0 if event.kind is Kind.SET else self._places.get(event.place, 0)
        self._places[event.place] = max(0, before + event.pieces)

    def tally(self) -> Tally:
        return Tally(self._places, self._damaged, self._on_hand[-1] if self._on_hand else 0, len(self._ledger) > 1)


def last_undoable(events: Sequence[Event]) -> Event | None:
    """The newest row that can still be taken back."""
    undone = {event.undoes for event in events if event.kind is Kind.UNDO}
    return next((one for one in reversed(events) if one.kind is not Kind.UNDO and one.seq not in undone), None)


# ------------------------------------------------------------------------------------------------ after closing


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far counted and expected may be apart. Percent alone is never used: of nothing it is nothing (rule 16)."""

    pieces: int = 2
    percent: float = 0.0
    strict_below: int = 2  # at so many pieces or fewer, any difference counts (C35)

    def allows(self, counted: int, expected: int) -> bool:
        """Is that near enough?"""
        if expected <= self.strict_below:
            return counted == expected
        return abs(counted - expected) <= max(self.pieces, int(expected * self.percent / 100))


class Verdict(StrEnum):
    """What is to be done about a product of a closed shelf."""

    MISSING = "missing"  # one of its places was not looked at
    MOVED = "moved"  # on hand changed while it was counted: count again
    AGAIN = "again"  # too far apart: count again
    REASON = "reason"  # counted twice and still apart: a reason is needed
    OPENING = "opening"  # it never had a number: this is its first
    SETTLED = "settled"  # counted twice, apart, and the seller said why
    SMALL = "small"  # apart, but near enough
    AGREES = "agrees"


# What is in the way of posting.
WAITS = frozenset({Verdict.MISSING, Verdict.MOVED, Verdict.AGAIN, Verdict.REASON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A product of a closed shelf: its tallies by round, and what is known of it besides.

    `packed`: pieces sold and lying in parcels elsewhere, which the ledger still holds (rule 15).
    """

    rounds: Mapping[int, Tally]
    places: Sequence[str] = ()
    started: bool = True
    packed: int = 0
    reason: str = ""

    @property
    def last(self) -> Tally:
        """The newest round: the one that is posted."""
        return self.rounds[max(self.rounds)] if self.rounds else Tally()

    @property
    def found(self) -> int:
        """All that is there: on the shelf, damaged, and packed elsewhere."""
        return self.last.pieces + self.last.damaged + self.packed

    @property
    def difference(self) -> int:
        """What was found less on hand at the moment it was counted: sales since then do not matter (rule 14)."""
        return self.found - self.last.on_hand


def judge(line: Counted, tolerance: Tolerance) -> Verdict:
    """What is to be done about it."""
    last = line.last
    if not last.counted or last.misses(line.places):
        return Verdict.MISSING
    if last.moved:
        return Verdict.MOVED
    if not line.started:
        return Verdict.OPENING
    if line.difference == 0:
        return Verdict.AGREES
    if tolerance.allows(line.found, last.on_hand):
        return Verdict.SMALL
    if max(line.rounds) == 1:
        return Verdict.AGAIN
    return Verdict.SETTLED if line.reason else Verdict.REASON


@dataclass(frozen=True, slots=True)
class Figures:
    """What a count says of the stock (rule 28)."""

    lines: int = 0
    equal: int = 0
    missing: int = 0  # pieces fewer than expected
    surplus: int = 0  # pieces more than expected
    seconds: float = 0.0

    @property
    def accuracy(self) -> float | None:
        """Equal lines over lines; None for no line."""
        return self.equal / self.lines if self.lines else None

    @property
    def seconds_per_100(self) -> float | None:
        """How long a hundred products take."""
        return 100 * self.seconds / self.lines if self.lines else None
