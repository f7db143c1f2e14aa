"""What a stock chart shows, made from ledger rows and dated settings; and the sentence that says it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.core.deliveries import Arrival, outlook
from app.core.stock import EntryKind
from app.store.history import Move
from app.store.settings import Dated
from app.ui.charts.picture import Event, Mark, Picture, bundle_picture, future, picture
from app.ui.charts.words import chart_words, describe

END = datetime(2026, 5, 14, 12, tzinfo=UTC)
START = END - timedelta(days=60)


def at(days: float) -> datetime:
    """So many days before the end."""
    return END - timedelta(days=days)


def move(
    days: float,
    on_hand: int,
    committed: int = 0,
    kind: EntryKind = EntryKind.ADJUST,
    change: int = -1,
    *,
    seq: int = 0,
    reason: str = "broken",
    undone: bool = False,
) -> Move:
    promised = kind is EntryKind.COMMIT
    return Move(
        seq or round(1000 - days * 10),
        at(days),
        kind,
        0 if promised else change,
        change if promised else 0,
        on_hand,
        committed,
        reason,
        undone,
    )


def drawn(*moves: Move, floor: tuple[tuple[float, int | None], ...] = ()) -> Picture:
    floors = [Dated(at(days), value) for days, value in floor]
    return picture(moves, floors, [], start=START, end=END)


def test_lines_begin_with_what_stood_before_and_end_now() -> None:
    shown = drawn(move(70, 9, 1), move(30, 8, 2), move(10, 8, 5, EntryKind.COMMIT, 3))
    days = 86400.0
    start = START.timestamp()
    assert shown.available == [(start, 8), (start + 30 * days, 6), (start + 50 * days, 3), (END.timestamp(), 3)]
    assert [value for _, value in shown.on_hand] == [9, 8, 8]
    assert [stop.available for stop in shown.stops] == [6, 3]


def test_a_product_that_is_younger_begins_where_it_began() -> None:
    shown = drawn(move(5, 4))
    assert shown.available == [(at(5).timestamp(), 4), (END.timestamp(), 4)]
    assert drawn().empty
    assert not shown.empty


def test_what_was_booked_this_moment_is_where_the_line_ends() -> None:
    shown = drawn(move(5, 4), move(0, -1))
    assert shown.available[-1] == (END.timestamp(), -1)
    assert shown.oversold_now
    assert shown.bounds == (4, -1)


def test_a_clock_that_was_set_back_moves_no_line_backwards() -> None:
    shown = drawn(move(5, 4), move(9, 3, seq=960), move(-3, 2, seq=990))
    moments = [moment for moment, _ in shown.available]
    assert moments == sorted(moments)
    assert moments[-1] == END.timestamp()


@pytest.mark.parametrize(
    ("kind", "change", "reason", "undone", "mark"),
    [
        (EntryKind.COMMIT, 3, "", False, Mark.SALE),
        (EntryKind.RECEIVE, 24, "delivery", False, Mark.RECEIPT),
        (EntryKind.RECEIVE, 24, "delivery", True, None),
        (EntryKind.COUNT, -1, "counted", False, Mark.COUNT),
        (EntryKind.COUNT, 0, "counted", False, None),
        (EntryKind.ADJUST, -1, "broken", False, Mark.COUNT),
        (EntryKind.ADJUST, 11, "start", False, None),
        (EntryKind.SHIP, -1, "", False, None),
        (EntryKind.RELEASE, -1, "", False, None),
    ],
)
def test_what_stands_in_the_event_lane(
    kind: EntryKind, change: int, reason: str, undone: bool, mark: Mark | None
) -> None:
    shown = drawn(move(5, 4, 0, kind, change, reason=reason, undone=undone))
    expected = [] if mark is None else [Event(at(5).timestamp(), mark, change)]
    assert shown.events == expected


def test_old_floors_stay_true_for_the_past() -> None:
    shown = drawn(move(60, 3), floor=((90, 2), (20, 4), (10, None)))
    assert [value for _, value in shown.floor] == [2, 4, None, None]
    assert shown.days_under_floor() == 11  # both ends count: the change came at noon


def test_days_below_zero_are_days_under_the_floor() -> None:
    shown = drawn(move(60, 9), move(1.9, 1), move(1, -1), floor=((90, 2),))
    assert shown.days_under_floor() == 3


def test_a_bundle_is_what_the_scarcest_part_allows() -> None:
    mug = [move(50, 9), move(20, 5), move(10, 1)]
    egg = [move(40, 4), move(30, 9)]
    shown = bundle_picture({1: (2, mug), 2: (1, egg)}, [], [], start=START, end=END)
    assert [(round((END.timestamp() - moment) / 86400), value) for moment, value in shown.available] == [
        (40, 4),
        (20, 2),
        (10, 0),
        (0, 0),
    ]
    assert [stop.change for stop in shown.stops] == [-2, -2]
    assert all(stop.seq == 0 for stop in shown.stops)


@pytest.mark.parametrize(
    ("moves", "floor", "expected"),
    [
        ([], (), "Kelp mug, 60 days: no number yet"),
        ([move(60, 28), move(5, 7)], (), "Kelp mug, 60 days: between 28 and 7"),
        ([move(60, 28), move(5, -3)], (), "Kelp mug, 60 days: between 28 and −3, oversold now"),
        (
            [move(60, 28), move(5, 3), move(4, 9)],
            ((90, 4),),
            "Kelp mug, 60 days: between 28 and 3, under the floor on 2 days",
        ),
        ([move(60, 28), move(0.2, 3)], ((90, 4),), "Kelp mug, 60 days: between 28 and 3, under the floor on 1 day"),
        (
            [move(60, 28), move(0.2, -3)],
            ((90, 4),),
            "Kelp mug, 60 days: between 28 and −3, under the floor on 1 day, oversold now",
        ),
    ],
)
def test_the_chart_in_one_sentence(
    theme: object, moves: list[Move], floor: tuple[tuple[float, int | None], ...], expected: str
) -> None:
    assert describe(drawn(*moves, floor=floor), "Kelp mug", 60) == expected


def test_its_labels(theme: object) -> None:
    shown = drawn(move(60, 28), move(1, -3), floor=((90, 4),))
    words = chart_words(shown)
    assert (words.floor, words.now, words.day(at(38).timestamp())) == ("Floor 4", "−3 now", "6 Apr")


def test_the_future_is_in_whole_pieces_and_ends_the_chart():
    now = datetime(2026, 5, 14, 14, 32, tzinfo=UTC).astimezone()
    coming = [Arrival(date(2026, 5, 20), 10), Arrival(date(2026, 5, 13), 99), Arrival(date(2026, 6, 20), 5)]
    seen = outlook(available=5, sells=[0.5] * 120, arrivals=coming, floor=4, today=now.date())
    found = future(seen, coming, available=5, now=now, days=10)
    steps = [(day_of(at), value) for at, value in found.expected]
    assert steps == [(14, 5), (15, 4), (17, 3), (19, 2), (20, 12), (21, 11), (23, 10), (25, 10)]
    assert [(day_of(one.at), one.pieces) for one in found.arrivals] == [(20, 10)]
    assert day_of(found.crosses) == 17
    whole = Picture(start=now.timestamp() - 1, end=now.timestamp(), available=(), on_hand=(), future=found)
    assert whole.until == found.until > whole.end


def day_of(at: float | None) -> int:
    return datetime.fromtimestamp(at or 0, tz=UTC).astimezone().day
