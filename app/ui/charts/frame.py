"""Where everything in a stock chart stands, in pixels: scales, ticks, stacks, and labels that never lie on each other.

No Qt: how wide words are is asked of whoever draws.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from app.ui.charts.picture import Event, Mark, Picture

LINES = 4  # horizontal lines at most, zero among them
TICK, TICK_PITCH = 2, 3  # a sale is a small square; they stack
LANE_TICKS = 8  # as many as the lane is high
_LANE = LANE_TICKS * TICK_PITCH
_TOP, _GAP, _LABEL_GAP, _APART = 10, 5, 8, 8
_LANE_ABOVE, _LANE_BELOW = 8, 9
_LEAST_SPAN = 1
_HEAD_ROOM = 0.08  # of the span: the line never lies on the upper edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How moments and numbers turn into pixels. The plot lies between left and right, top and bottom."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lane: float  # the line on which events stand
    low: float
    high: float  # a little above the highest number
    start: float
    end: float
    ticks: tuple[int, ...]

    def x(self, at: float) -> float:
        """Where a moment is."""
        return self.left + (at - self.start) / (self.end - self.start) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Where a number is."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def at(self, x: float) -> float:
        """The moment at a place."""
        return self.start + (x - self.left) / (self.right - self.left) * (self.end - self.start)

    def value(self, y: float) -> float:
        """The number at a place."""
        return self.low + (self.bottom - y) / (self.bottom - self.top) * (self.high - self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What the frame must know of the letters: a line's height, how wide words are, and how large 1 px is."""

    line: float
    advance: Callable[[str], float]
    number: Callable[[int], str]
    scale: float = 1.0


def frame(picture: Picture, width: float, height: float, labels: Iterable[str], measures: Measures) -> Frame:
    """Room for the numbers at the left, the labels at the right, the events and the dates below; the rest is plot."""
    most, low = _span(picture)
    high = most + (most - low) * _HEAD_ROOM
    ticks = nice_ticks(low, floor(high))
    px = measures.scale
    left = max(measures.advance(measures.number(tick)) for tick in ticks) + _GAP * px
    right = width - max((measures.advance(label) for label in labels), default=0.0) - 3 * _LABEL_GAP * px
    dates = height - measures.line
    lane = dates - _LANE_BELOW * px
    return Frame(
        width=width,
        height=height,
        left=round(left),
        right=round(max(right, left + 10)),
        top=_TOP * px,
        bottom=max(round(lane - (_LANE + _LANE_ABOVE) * px), _TOP * px + 10),
        lane=round(lane),
        low=low,
        high=high,
        start=picture.start,
        end=max(picture.until, picture.start + 1),
        ticks=ticks,
    )


def _span(picture: Picture) -> tuple[int, int]:
    """Zero is always in view; the axis goes below it when stock did."""
    lines = (
        picture.available, picture.on_hand, picture.floor, picture.reorder,
        picture.future.expected if picture.future else (),
    )  # fmt: skip
    values = [value for line in lines for _, value in line if value is not None]
    high, low = max((*values, 0)), min((*values, 0))
    return max(high, low + _LEAST_SPAN, _LEAST_SPAN), low


def nice_ticks(low: int, high: int) -> tuple[int, ...]:
    """Round numbers between the two, zero among them: whole pieces, and few enough to be read."""
    step, factors = 1, (2, 2.5, 2)  # 1, 2, 5, 10, 20, 50 …
    turn = 0
    while floor(high / step) - ceil(low / step) + 1 > LINES:
        step = int(step * factors[turn % 3])
        turn += 1
    return tuple(range(ceil(low / step) * step, high + 1, step))


# ------------------------------------------------------------------------------------------------------- the lane


@dataclass(frozen=True, slots=True)
class Stacks:
    """The sales' ticks: their upper left corners, and how many pieces one of them stands for."""

    places: tuple[tuple[float, float], ...]
    pieces: int


def stacks(events: Iterable[Event], where: Frame, scale: float = 1.0) -> Stacks:
    """One tick a piece, stacked where sales are close. When the lane is too low for that, a tick stands for more."""
    pitch = TICK_PITCH * scale
    heights: dict[int, int] = {}
    for event in events:
        if event.mark is Mark.SALE:
            column = round((where.x(event.at) - where.left) / pitch)
            heights[column] = heights.get(column, 0) + event.pieces
    pieces = max(1, ceil(max(heights.values(), default=0) / LANE_TICKS))
    places = tuple(
        (where.left + column * pitch - TICK * scale / 2, where.lane - (level + 1) * pitch)
        for column, height in sorted(heights.items())
        for level in range(ceil(height / pieces))
    )
    return Stacks(places, pieces)


def beside(places: Iterable[float], least: float) -> list[float]:
    """Of marks that would lie on each other, the first."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] >= least:
            kept.append(place)
    return kept


# ------------------------------------------------------------------------------------------------------- labels


@dataclass(frozen=True, slots=True)
class Placed:
    """Words and where they begin."""

    words: str
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where they end."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that want to stand at x: around it, or from it on (`begins`)."""

    words: str
    x: float
    begins: bool = False


def dates(wanted: Sequence[Wanted], width: float, advance: Callable[[str], float], scale: float = 1.0) -> list[Placed]:
    """As many as fit beside each other, those that are named first before the others; none leaves the chart."""
    placed: list[Placed] = []
    for one in wanted:
        wide = advance(one.words)
        left = one.x if one.begins else one.x - wide / 2
        left = min(max(0.0, left), width - wide)
        fits = all(
            left >= other.right + _APART * scale or left + wide + _APART * scale <= other.left for other in placed
        )
        if fits and wide <= width:
            placed.append(Placed(one.words, left, wide))
    return sorted(placed, key=lambda one: one.left)


def apart(wanted: Sequence[float], line: float, top: float, bottom: float) -> list[float]:
    """Heights for labels at the line ends: the first stays where it is, the others make way in their own direction."""
    placed: list[float] = []
    for place, y in enumerate(wanted):
        y = min(max(y, top), bottom)
        if place:
            y = _free(y, placed, line, up=wanted[place] <= wanted[0], top=top, bottom=bottom)
        placed.append(y)
    return placed


def _free(y: float, placed: Sequence[float], line: float, *, up: bool, top: float, bottom: float) -> float:
    for upwards in (up, not up):
        found = y
        for other in sorted(placed, reverse=upwards):
            if abs(found - other) < line:
                found = other - line if upwards else other + line
        if top <= found <= bottom and all(abs(found - other) >= line for other in placed):
            return found
    return y
