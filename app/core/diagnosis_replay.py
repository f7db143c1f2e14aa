"""What would have happened otherwise: the same buyers at the same moments, with one thing changed.

A buyer who sees fewer than he wants leaves. How long each sale took to be heard of, and each shop to confirm a number,
is as it was measured. What happened first replays as it was; only what differs from that counts as prevented.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from itertools import count

from app.core.diagnosis_facts import Edited, Facts, Place, Sale
from app.core.text import N_, Text

POLL_S = 60.0  # "polling every minute"
ACTS_AFTER = timedelta(minutes=5)  # so soon after an alert the seller stops selling
USUAL_FLOOR = 3  # where none was set
REPLAYED = timedelta(hours=24)


class Change(StrEnum):
    """What might have been different."""

    HELD = "held"
    POLL = "poll"
    SPLIT = "split"
    ALERT = "alert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """How many of the pieces that went over it would have prevented, and what is assumed."""

    change: Change
    prevented: int
    of: int
    assumes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is changed: pieces held back more, the longest a sale stays unheard of, shares, or a stop."""

    held: int = 0
    heard_s: float | None = None
    split: bool = False
    stop_at: datetime | None = None


def otherwise(facts: Facts) -> list[Otherwise]:
    """The four changes that were asked for, in the order of their names in the window."""
    same = N_("The same buyers at the same moments. A buyer who sees too few leaves.")
    floor, floor_words = _floor(facts)
    reached = next((move.at for move in facts.moves if move.available_after <= floor), None)
    stop = Setting(stop_at=reached + ACTS_AFTER) if reached else Setting()
    measured = N_("Every number travels as long as it did then.")
    soon = N_("A sale is heard of within a minute while the computer is on.")
    shares = N_("Each place shows its own share of what was there when the last day began.")
    acts = N_("You stop selling {n} minutes after the alert.", n=int(ACTS_AFTER.total_seconds() // 60))
    ways = (
        (Change.HELD, Setting(held=1), (same, measured)),
        (Change.POLL, Setting(heard_s=POLL_S), (same, soon)),
        (Change.SPLIT, Setting(split=True), (same, shares)),
        (Change.ALERT, stop, (same, floor_words, acts)),
    )
    return [
        Otherwise(change=change, prevented=prevented(facts, setting), of=facts.pieces_over, assumes=assumes)
        for change, setting, assumes in ways
    ]


def _floor(facts: Facts) -> tuple[int, Text]:
    rule = facts.rule_at("floor", facts.opened_at, product=facts.product)
    if rule is not None and rule.value is not None:
        return int(rule.value), N_("At the floor of {n} that was set.", n=int(rule.value))
    return USUAL_FLOOR, N_("No floor was set: with one of {n}.", n=USUAL_FLOOR)


def prevented(facts: Facts, setting: Setting) -> int:
    """Pieces that would not have been sold twice."""
    if setting == Setting() or not facts.over:
        return 0
    base = Run(facts, Setting())
    base.play()
    other = Run(facts, setting, was=base.shown)
    other.play()
    whole = facts.pieces_over
    return max(0, min(whole, base.short - other.short))


@dataclass(slots=True)
class Run:
    """One replay. `was` is what each buyer saw in the replay of what happened; None: this is that replay."""

    facts: Facts
    setting: Setting
    was: Mapping[int, int] | None = None
    shown: dict[int, int] = field(default_factory=dict)  # by sale: what its listing showed
    lowest: int = 0
    _available: int = 0
    _known: int = 0
    _shows: dict[int, int] = field(default_factory=dict)
    _own: dict[int, int] = field(default_factory=dict)  # by listing: sold there and not heard of
    _events: list[tuple[datetime, int, Callable[[datetime], None]]] = field(default_factory=list)
    _turn: Iterator[int] = field(default_factory=count)

    @property
    def short(self) -> int:
        """The most pieces that were promised twice."""
        return max(0, -self.lowest)

    def play(self) -> None:
        """From a day before the first that went over, to the end."""
        first = min(sale.bought_at for sale in self.facts.over)
        self._set_up(first - REPLAYED)
        while self._events:
            at, _, happens = heapq.heappop(self._events)
            happens(at)

    def _put(self, at: datetime, happens: Callable[[datetime], None]) -> None:
        heapq.heappush(self._events, (at, next(self._turn), happens))

    def _set_up(self, start: datetime) -> None:
        facts = self.facts
        before = [move for move in facts.moves if move.at <= start]
        later = [move for move in facts.moves if move.at > start]
        if before:
            self._available = before[-1].available_after
        elif later:
            self._available = later[0].available_after - later[0].on_hand + later[0].committed
        self._known = self.lowest = self._available
        for number, place in enumerate(facts.places):
            self._shows[place.listing] = self._at_first(place, number, start)
        for index, sale in enumerate(facts.sales):
            if sale.booked_at > start:
                self._put(max(sale.bought_at, start), partial(self._buy, index, sale))
        for move in later:
            if move.order is None and move.on_hand:
                self._put(move.at, partial(self._move, move.on_hand))
        for edit in facts.edits:
            good = facts.last_good(edit.listing, edit.found_at)
            at = good.at + timedelta(seconds=1) if good else edit.found_at - timedelta(minutes=1)
            if at > start:
                self._put(at, partial(self._edit, edit))

    def _at_first(self, place: Place, number: int, start: datetime) -> int:
        if self.setting.split:
            share, more = divmod(max(0, self._available), max(1, len(self.facts.places)))
            return (share + (number < more)) // place.per
        steps = [one.pieces for one in self.facts.shown if one.listing == place.listing and one.at <= start]
        shows = steps[-1] if steps else max(0, self._available) // place.per
        return max(0, shows - self.setting.held)

    def _edit(self, edit: Edited, _at: datetime) -> None:
        self._shows[edit.listing] = max(0, self._shows.get(edit.listing, 0) + edit.change)

    def _buy(self, index: int, sale: Sale, at: datetime) -> None:
        listing = sale.listing or 0
        place = self.facts.place(sale.listing)
        wants = max(1, sale.pieces // place.per) if place else sale.pieces
        shows = self._shows.get(listing, 0)
        self.shown[index] = shows
        if self.was is not None:
            hidden = max(0, wants - self.was.get(index, wants))  # it was sold, whatever we think that it showed
            stopped = self.setting.stop_at is not None and at > self.setting.stop_at
            if shows + hidden < wants or stopped:
                return
        self._shows[listing] = max(0, shows - wants)
        self._own[listing] = self._own.get(listing, 0) + sale.pieces
        self._available -= sale.pieces
        self.lowest = min(self.lowest, self._available)
        self._put(self._heard(sale), partial(self._hear, sale))

    def _heard(self, sale: Sale) -> datetime:
        if self.setting.heard_s is None:
            return sale.heard_at
        soonest = sale.bought_at + timedelta(seconds=self.setting.heard_s)
        for first, last in self.facts.gaps():
            if first < soonest < last:
                soonest = last  # nobody polls while the computer is off
        return min(sale.heard_at, soonest)

    def _hear(self, sale: Sale, at: datetime) -> None:
        self._known -= sale.pieces
        self._own[sale.listing or 0] = self._own.get(sale.listing or 0, 0) - sale.pieces
        self._tell_all(at, sale.heard_at, but=sale.listing)

    def _move(self, by: int, at: datetime) -> None:
        self._available += by
        self._known += by
        self.lowest = min(self.lowest, self._available)
        self._tell_all(at, at, but=None)

    def _tell_all(self, at: datetime, was_at: datetime, *, but: int | None) -> None:
        """As long after the news as each listing then took to confirm a number."""
        for place in self.facts.places:
            told = next(
                (
                    one.at for one in self.facts.told
                    if one.listing == place.listing and one.seconds is not None and one.at >= was_at
                ),
                None,
            )  # fmt: skip
            if place.listing != but and told is not None:
                self._put(at + (told - was_at), partial(self._tell, place))

    def _tell(self, place: Place, at: datetime) -> None:
        room = self._known - self._own.get(place.listing, 0) - _held(self.facts, place, at)
        shows = max(0, room // place.per - self.setting.held)
        if self.setting.split:
            shows = min(shows, self._shows.get(place.listing, 0))
        self._shows[place.listing] = shows


def _held(facts: Facts, place: Place, at: datetime) -> int:
    """The most particular number of pieces held back there at a moment."""
    scopes = ((place.shop, facts.product), (0, facts.product), (place.shop, 0), (0, 0))
    for shop, product in scopes:
        rule = facts.rule_at("held_back", at, shop=shop, product=product)
        if rule is not None and rule.value is not None:
            return int(rule.value)
    return 0
