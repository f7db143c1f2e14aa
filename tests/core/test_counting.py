"""Counting, pure: what rows add up to, when a line is counted again, and what a typed or scanned line means."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.core import shelving
from app.core.count_entry import GUARD_MS, Keys, Scanned, Scanner, Typed, What, learned, once, read
from app.core.count_kinds import classes
from app.core.counting import Counted, Event, Kind, Tally, Tolerance, Verdict, judge, last_undoable, tallies

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
EAN = "5060912340113"


def rows(*facts, **same):
    """Rows in order: (kind, pieces) or (kind, pieces, place)."""
    made = []
    for seq, (kind, pieces, *place) in enumerate(facts, 1):
        at = NOW + timedelta(seconds=seq)
        values = {"product": 1, "on_hand": 10, "place": place[0] if place else ""} | same
        undoes = {"undoes": pieces} if kind is Kind.UNDO else {}
        made.append(Event(seq=seq, kind=kind, at=at, pieces=0 if undoes else pieces, **values, **undoes))
    return made


def tally(*facts, **same):
    return tallies(rows(*facts, **same))[1, 1]


def test_scans_add_up_a_number_replaces_and_more_and_fewer_follow():
    assert tally((Kind.SCAN, 1), (Kind.SCAN, 1), (Kind.SCAN, 6)).pieces == 8
    assert tally((Kind.SCAN, 1), (Kind.SET, 12), (Kind.ADD, 2), (Kind.ADD, -1)).pieces == 13
    assert tally((Kind.ADD, -4)).pieces == 0, "never below nothing"


def test_blank_is_not_zero():
    assert tallies([]) == {}
    looked = tally((Kind.SET, 0))
    assert looked.counted
    assert looked.pieces == 0
    assert (1, 1) not in tallies(rows((Kind.SCAN, 1), (Kind.UNDO, 1)))


def test_what_was_taken_back_counts_for_nothing_wherever_it_stood():
    assert tally((Kind.SCAN, 1), (Kind.SET, 40), (Kind.UNDO, 2), (Kind.SCAN, 1)).pieces == 2
    assert tally((Kind.SET, 4), (Kind.SCAN, 1), (Kind.SCAN, 1), (Kind.UNDO, 3)).pieces == 5


def test_the_newest_row_that_stands_is_taken_back_first():
    events = rows((Kind.SCAN, 1), (Kind.SET, 4), (Kind.UNDO, 2))
    assert last_undoable(events).seq == 1
    assert last_undoable(rows((Kind.SCAN, 1), (Kind.UNDO, 1))) is None


def test_every_place_counts_and_a_missing_one_keeps_the_line_open():
    both = tally((Kind.SCAN, 3, "A"), (Kind.SET, 4, "B"))
    assert (both.pieces, both.misses(["A", "B"]), both.misses(["A", "B", "C"])) == (7, [], ["C"])
    assert judge(Counted(rounds={1: both}, places=["A", "C"]), Tolerance()) is Verdict.MISSING


def test_damaged_pieces_are_counted_apart():
    one = tally((Kind.SCAN, 8), (Kind.DAMAGED, 2))
    assert (one.pieces, one.damaged) == (8, 2)
    line = Counted(rounds={1: one})
    assert line.difference == 0, "they are there, though nobody can buy them"
    assert judge(line, Tolerance()) is Verdict.AGREES


def test_a_line_that_moved_is_counted_again_however_near_it_is():
    moved = [*rows((Kind.SCAN, 10)), Event(seq=9, kind=Kind.ADD, at=NOW, product=1, pieces=0, on_hand=9)]
    assert judge(Counted(rounds=_by_round(moved)), Tolerance()) is Verdict.MOVED


def _by_round(events):
    return {number: one for (_, number), one in tallies(events).items()}


@pytest.mark.parametrize(
    ("counted", "expected", "tolerance", "verdict"),
    [
        (10, 10, Tolerance(), Verdict.AGREES),
        (12, 10, Tolerance(), Verdict.SMALL),
        (13, 10, Tolerance(), Verdict.AGAIN),
        (1, 2, Tolerance(), Verdict.AGAIN),  # at two or fewer any difference
        (3, 2, Tolerance(), Verdict.AGAIN),
        (10, 0, Tolerance(percent=50.0), Verdict.AGAIN),  # a percent of nothing is nothing
        (95, 100, Tolerance(percent=5.0), Verdict.SMALL),
        (94, 100, Tolerance(percent=5.0), Verdict.AGAIN),
        (12, 10, Tolerance(percent=5.0), Verdict.SMALL),  # the larger of both
    ],
)
def test_how_far_apart_is_too_far(counted, expected, tolerance, verdict):
    line = Counted(rounds={1: Tally({"": counted}, on_hand=expected)})
    assert judge(line, tolerance) is verdict


def test_a_second_count_needs_a_reason_where_it_is_still_apart():
    first, second = Tally({"": 5}, on_hand=10), Tally({"": 6}, on_hand=10)
    line = Counted(rounds={1: first, 2: second})
    assert line.difference == -4
    assert judge(line, Tolerance()) is Verdict.REASON
    assert judge(replace(line, reason="broken"), Tolerance()) is Verdict.SETTLED
    assert judge(Counted(rounds={1: first, 2: Tally({"": 10}, on_hand=10)}), Tolerance()) is Verdict.AGREES


def test_parcels_elsewhere_are_still_on_hand():
    line = Counted(rounds={1: Tally({"": 7}, on_hand=10)}, packed=3)
    assert judge(line, Tolerance()) is Verdict.AGREES


def test_a_product_without_a_number_starts_with_what_was_counted():
    assert judge(Counted(rounds={1: Tally({"": 40})}, started=False), Tolerance()) is Verdict.OPENING


# ------------------------------------------------------------------------------------------------ the line


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("", Typed(What.NEXT)),
        ("  ", Typed(What.NEXT)),
        ("12", Typed(What.SET, 12)),
        ("0", Typed(What.SET, 0)),
        ("= 5", Typed(What.SET, 5)),
        ("=12", Typed(What.SET, 12)),
        ("12345", Typed(What.FIND, words="12345")),  # five digits are a code, never an amount
        ("#1024", Typed(What.FIND, words="1024")),
        ("+3", Typed(What.ADD, 3)),
        ("-2", Typed(What.ADD, -2)),
        ("−2", Typed(What.ADD, -2)),
        ("5 *", Typed(What.TIMES, 5)),
        ("5 * MUG", Typed(What.TIMES, 5, "MUG")),
        ("mug 350", Typed(What.FIND, words="mug 350")),
    ],
)
def test_what_a_typed_line_means(line, typed):
    assert read(line) == typed


def fast(keys, code, at, gap=8.0):
    """A scanner types this code; the moment of its Enter, and what came of it."""
    for letter in code:
        keys.key(letter, at)
        at += gap
    return keys.enter(at), at


def slow(keys, text, at):
    for letter in text:
        keys.key(letter, at)
        at += 140.0
    return at


def test_a_scanner_is_told_from_fingers_by_the_time_between_keys():
    keys = Keys(Scanner())
    assert fast(keys, EAN, 0.0)[0] == Scanned(EAN)
    assert keys.text == ""
    at = slow(keys, EAN, 5000.0)
    assert keys.enter(at) == Typed(What.FIND, words=EAN)


def test_a_scanned_code_is_never_an_amount():
    assert fast(Keys(Scanner()), "1024", 0.0)[0] == Scanned("1024")
    keys = Keys(Scanner())
    at = slow(keys, "1024", 0.0)
    assert keys.enter(at) == Typed(What.SET, 1024)


@pytest.mark.parametrize("before", ["5", "5 *", "5*"])
def test_a_number_before_a_scan_says_how_often_it_counts(before):
    keys = Keys(Scanner())
    at = slow(keys, before, 0.0)
    assert fast(keys, EAN, at)[0] == Scanned(EAN, 5)


def test_two_hundred_scans_of_one_thing_at_eight_a_second_all_count():
    keys, counted = Keys(Scanner()), 0
    for scan in range(200):
        found, _ = fast(keys, EAN, scan * 125.0, gap=2.0)
        counted += isinstance(found, Scanned)
    assert counted == 200
    assert GUARD_MS < 125


def test_the_same_code_at_once_is_one_scan_and_another_code_is_another():
    keys = Keys(Scanner())
    _, at = fast(keys, EAN, 0.0, gap=1.0)
    assert fast(keys, EAN, at + 20, gap=1.0)[0] is None
    assert fast(keys, "5060912340120", at + 50, gap=1.0)[0] == Scanned("5060912340120")


def test_one_scan_delivered_twice_in_one_string_counts_once():
    assert once(EAN + EAN, {EAN}.__contains__) == EAN
    assert once("4444", {"4444", "44"}.__contains__) == "4444", "a code that is known as it stands"
    assert once("MUGMUG", {"TILE"}.__contains__) == "MUGMUG"


def test_what_a_scanner_puts_around_a_code_is_learned_and_left_out():
    scanner = learned(["]E0" + EAN + "$"] * 3, EAN)
    assert scanner == Scanner(prefix="]E0", suffix="$")
    assert fast(Keys(scanner), "]E0" + EAN + "$", 0.0)[0] == Scanned(EAN)
    assert learned(["x" + EAN, "y" + EAN], EAN) is None
    assert learned(["123"], EAN) is None
    assert learned([], EAN) is None


def test_control_characters_are_left_out():
    assert fast(Keys(Scanner()), "\x1d" + EAN + "\x04", 0.0)[0] == Scanned(EAN)


def test_what_sells_most_is_a_and_what_never_sold_is_c():
    found = classes({1: 70.0, 2: 15.0, 3: 14.0, 4: 1.0, 5: 0.0})
    assert found == {1: "A", 2: "A", 3: "B", 4: "C", 5: "C"}
    assert classes({1: 0.0}) == {1: "C"}


def test_places_in_one_line():
    assert shelving.read(" Shelf A,  bay 1 ;; Back room; Shelf A, bay 1") == ["Shelf A, bay 1", "Back room"]
    assert shelving.written(["A, 1", "B"]) == "A, 1; B"
