"""The proposed cause from facts written by hand: one incident, and what is changed about it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.core.diagnosis import diagnose
from app.core.diagnosis_causes import Cause, Certainty, Mechanism
from app.core.diagnosis_facts import Back, Edited, Facts, Move, Place, Rang, Ruled, Said, Sale, Shown, Told
from app.core.diagnosis_fair import fair
from app.core.diagnosis_questions import Ask, answers
from app.core.diagnosis_replay import Change, otherwise

T = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return T + timedelta(seconds=seconds)


ETSY, WOO = (
    Place(listing=1, shop=1, name="Etsy", letter="E", sku="MUG"),
    Place(listing=2, shop=2, name="Woo", letter="W", sku="MUG"),
)


def sale(order: int, place: Place, bought: float, *, heard: float | None = None, **more) -> Sale:
    when = at(bought + 1 if heard is None else heard)
    given = {"pieces": 1, "booked_at": when, **more}
    return Sale(
        order=order, number=f"#{order}", shop=place.shop, listing=place.listing, bought_at=at(bought), heard_at=when,
        **given,
    )  # fmt: skip


def commit(seq: int, order: int, seconds: float, committed_after: int) -> Move:
    return Move(
        seq=seq, at=at(seconds), kind="commit", on_hand=0, committed=1, on_hand_after=1,
        committed_after=committed_after, order=order,
    )  # fmt: skip


def incident(apart: float = 60.0, **more) -> Facts:
    """One mug; Woo sells it, and Etsy sells it again so many seconds later, before it was told."""
    given = {
        "places": [ETSY, WOO],
        "moves": [commit(1, 1, 1, 1), commit(2, 2, apart + 1, 2)],
        "sales": [sale(1, WOO, 0), sale(2, ETSY, apart, over=1)],
        "shown": [Shown(listing=1, at=at(-300), pieces=1), Shown(listing=2, at=at(-300), pieces=1)],
        "told": [
            Told(id=1, shop=1, listing=1, at=at(-300), quantity=1, seconds=1.0),
            Told(id=2, shop=1, listing=1, at=at(apart + 5), quantity=0, seconds=apart + 4),
        ],
        "said": [
            Said(id=n, shop=n % 2 + 1, at=at(-300 + 20 * n), verb="read orders", target="", outcome="ok", status=200)
            for n in range(30)
        ],
        **more,
    }
    return Facts(number=1, sku="MUG", title="Mug", product=1, opened_at=at(apart + 1), end=at(apart + 600), **given)


def failing(status: int | None, begin: float = 5, end: float = 50) -> list[Said]:
    return [
        Said(
            id=100 + n, shop=1, at=at(begin + n * (end - begin) / 4), verb="set stock", target="",
            outcome="unavailable", status=status,
        )
        for n in range(5)
    ]  # fmt: skip


def with_calls(facts: Facts, calls: list[Said]) -> Facts:
    return replace(facts, said=sorted([*facts.said, *calls], key=lambda call: call.at))


def proposed(facts: Facts) -> tuple[Cause, Mechanism, Certainty]:
    found = diagnose(facts)
    return found.proposed.cause, found.proposed.mechanism, found.certainty


def test_two_buyers_in_one_second() -> None:
    facts = incident(0.5)
    facts = replace(facts, told=[facts.told[0], replace(facts.told[1], seconds=2.0)])
    assert proposed(facts) == (Cause.LATE, Mechanism.SECOND, Certainty.CLEAR)


def test_a_shop_that_asks_to_wait_makes_data_late() -> None:
    assert proposed(with_calls(incident(), failing(429))) == (Cause.LATE, Mechanism.TOO_MANY, Certainty.CLEAR)


@pytest.mark.parametrize("status", [500, None])
def test_a_shop_that_fails_was_slow(status) -> None:
    assert proposed(with_calls(incident(), failing(status))) == (Cause.SLOW, Mechanism.FAILED, Certainty.CLEAR)


def test_failures_that_were_over_before_do_not_matter() -> None:
    facts = with_calls(incident(), failing(500, -250, -210))
    assert proposed(facts)[1] is not Mechanism.FAILED


def test_a_shop_that_confirms_late_was_slow() -> None:
    assert proposed(incident(60))[:2] == (Cause.SLOW, Mechanism.ANSWERS)


def test_the_computer_was_off() -> None:
    facts = incident(600)
    facts = replace(facts, said=[call for call in facts.said if not at(-20) < call.at], sales=facts.sales)
    facts = with_calls(
        facts, [Said(id=90, shop=2, at=at(700), verb="read orders", target="", outcome="ok", status=200)]
    )
    late = [sale(1, WOO, 0, heard=701), sale(2, ETSY, 600, heard=702, over=1)]
    assert proposed(replace(facts, sales=late)) == (Cause.LATE, Mechanism.OFF, Certainty.CLEAR)


def test_silence_after_a_failure_is_no_sleep() -> None:
    calls = [
        Said(id=1, shop=1, at=at(0), verb="", target="", outcome="unavailable", status=500),
        Said(id=2, shop=1, at=at(900), verb="", target="", outcome="ok", status=200),
    ]
    assert incident(said=calls).gaps() == []


def lost_ring() -> Facts:
    """Woo's sale was heard of after four minutes by a poll, its webhook being lost; Etsy sold the piece meanwhile."""
    facts = incident(200, rings=[Rang(shop=2, ref="9", at=at(-100))])
    told = [facts.told[0], Told(id=2, shop=1, listing=1, at=at(251), quantity=0, seconds=2.0)]
    said = [replace(call, at=at(-300 + 30 * n)) for n, call in enumerate(facts.said)]
    sales = [sale(1, WOO, 0, heard=240), sale(2, ETSY, 200, over=1, heard=250)]
    return replace(facts, sales=sales, told=told, said=said)


def elsewhere(facts: Facts, *, knew: bool) -> Facts:
    """Long before, Ebay sold one too. Etsy was never told of that; `knew`: it showed no more than there was by then."""
    ebay = Place(listing=4, shop=4, name="Ebay", letter="B", sku="MUG")
    moves = [replace(commit(0, 3, -599, 1), on_hand_after=2), *facts.moves]
    shown = [Shown(listing=1, at=at(-700), pieces=1 if knew else 2), *facts.shown[1:]]
    early = sale(3, ebay, -600)
    return replace(
        facts, places=[*facts.places, ebay], moves=moves, shown=shown, sales=[early, *facts.sales], told=facts.told[1:]
    )


def test_a_lost_webhook() -> None:
    assert proposed(lost_ring()) == (Cause.LATE, Mechanism.WEBHOOK, Certainty.CLEAR)


@pytest.mark.parametrize(
    ("shop", "begin", "end", "expected"),
    [
        (4, -580, 190, Mechanism.WEBHOOK),  # its order was heard of at once: what it refused since then delayed nothing
        (2, 5, 300, Mechanism.FAILED),  # its orders could not be read
        (1, -590, 190, Mechanism.FAILED),  # it could not be told of Ebay's
    ],
)  # fmt: skip
def test_a_failed_call_counts_only_where_it_stood_in_the_way(shop, begin, end, expected) -> None:
    facts = elsewhere(lost_ring(), knew=False)
    facts = replace(facts, said=[call for call in facts.said if call.shop != shop or not at(begin) < call.at < at(end)])
    calls = [replace(call, shop=shop) for call in failing(500, begin, end)]
    cause, mechanism, _ = proposed(with_calls(facts, calls))
    assert (cause, mechanism) == (Cause.LATE if expected is Mechanism.WEBHOOK else Cause.SLOW, expected)


@pytest.mark.parametrize(("knew", "expected"), [(True, Mechanism.WEBHOOK), (False, Mechanism.FAILED)])
def test_a_shop_that_shows_no_more_than_there_is_needs_no_number(knew, expected) -> None:
    calls = failing(500, -590, -100)  # of Etsy, and over before the piece was bought
    assert proposed(with_calls(elsewhere(lost_ring(), knew=knew), calls))[1] is expected


@pytest.mark.parametrize(
    ("shown", "begin", "end", "expected"),
    [
        ([(-9, 2)], 0, 50, False),  # still one more than there is
        ([(-9, 1)], 0, 50, True),
        ([(-9, 2), (30, 1)], 0, 50, True),
        ([(-9, 2), (30, 1)], 0, 20, False),
        ([(-9, 1), (10, 2)], 20, 50, False),  # raised again before
        ([(-9, 1)], 50, 0, False),  # booked after it was bought: nobody could tell
        ([(-9, 1), (0, 2)], 0, 50, False),  # in one breath with the sale
        ([], 0, 50, False),
    ],
)  # fmt: skip
def test_when_a_listing_showed_no_more_than_there_was(shown, begin, end, expected) -> None:
    """Two pieces, and one of them is sold at 0."""
    moves = [replace(commit(0, 3, -99, 0), on_hand_after=2), replace(commit(1, 1, 0, 1), on_hand_after=2)]
    facts = incident(moves=moves, shown=[Shown(listing=1, at=at(when), pieces=pieces) for when, pieces in shown])
    assert fair(facts, ETSY).between(at(begin), at(end)) is expected


def edit(found: float, *, wrote: float | None = None, number: int = 1) -> Edited:
    wrote_at = None if wrote is None else at(wrote)
    return Edited(id=number, listing=1, found_at=at(found), expected=0, seen=3, wrote_at=wrote_at)


def told_in_time(apart: float = 300) -> Facts:
    """Etsy was told of Woo's sale, and sold all the same."""
    facts = incident(apart)
    zero = Told(id=2, shop=1, listing=1, at=at(3), quantity=0, seconds=2.0)
    return replace(facts, told=[facts.told[0], zero])


def test_somebody_raised_the_number_in_the_shop() -> None:
    facts = replace(told_in_time(), edits=[edit(200, wrote=3)])
    assert proposed(facts) == (Cause.HAND, Mechanism.OUTSIDE, Certainty.CLEAR)


def test_a_number_of_the_shops_own_that_followed_a_sale_late() -> None:
    told = told_in_time()
    sales = [sale(9, ETSY, 150, pieces=3), *told.sales]
    edits = [edit(200, number=1), Edited(id=2, listing=1, found_at=at(260), expected=1, seen=0)]
    assert proposed(replace(told, sales=sales, edits=edits)) == (Cause.SLOW, Mechanism.UNPAID, Certainty.LIKELY)
    assert proposed(replace(told, sales=sales, edits=edits[:1]))[0] is Cause.HAND, "it never came down by itself"
    assert proposed(replace(told, edits=edits))[0] is Cause.HAND, "nothing was sold there before"


def test_a_raise_that_our_next_write_replaced_does_not_matter() -> None:
    facts = replace(incident(0.5), edits=[edit(-500)])
    assert proposed(facts)[0] is not Cause.HAND


@pytest.mark.parametrize(
    "edits", [[edit(20, wrote=3)], [edit(100, number=1), edit(150, number=2), edit(200, number=3)]]
)
def test_two_writers(edits) -> None:
    assert proposed(replace(told_in_time(), edits=edits))[0] is Cause.RACE


def test_what_is_a_race_is_the_sellers() -> None:
    near = replace(told_in_time(), edits=[edit(50, wrote=3)])
    assert proposed(near)[0] is Cause.HAND
    assert proposed(replace(near, race=timedelta(seconds=60)))[0] is Cause.RACE


def test_a_return_that_nobody_answered_for() -> None:
    back = Back(order=7, number="#7", shop=1, kind="returned", pieces=1, asked_at=at(250))
    assert proposed(replace(told_in_time(), back=[back])) == (Cause.RETURN, Mechanism.NONE, Certainty.CLEAR)


def test_a_return_that_was_answered_before_does_not_matter() -> None:
    back = Back(
        order=7, number="#7", shop=1, kind="returned", pieces=1, asked_at=at(-900), answer="here", answered_at=at(-800)
    )
    assert proposed(replace(told_in_time(), back=[back]))[0] is Cause.UNKNOWN


def test_a_listing_that_was_linked_late() -> None:
    facts = told_in_time()
    twin = Place(listing=3, shop=1, name="Etsy", letter="E", sku="MUG")
    sales = [facts.sales[0], sale(2, twin, -900, heard=-890, booked_at=at(301), over=1)]
    facts = replace(facts, places=[*facts.places, twin], sales=sales)
    found = diagnose(facts)
    assert (found.proposed.cause, found.certainty) == (Cause.DUPLICATE, Certainty.CLEAR)
    assert found.proposed.rows == ("order/2",)


def test_a_part_of_a_bundle() -> None:
    facts = incident(0.5)
    bundle = Place(listing=2, shop=2, name="Woo", letter="W", sku="SET", bundle=True)
    facts = replace(facts, places=[ETSY, bundle], told=[facts.told[0], replace(facts.told[1], seconds=2.0)])
    assert proposed(facts) == (Cause.BUNDLE, Mechanism.NONE, Certainty.CLEAR)


def test_a_shop_that_sells_below_zero() -> None:
    facts = replace(told_in_time(), places=[replace(ETSY, oversells=True), WOO])
    assert proposed(facts) == (Cause.HELD, Mechanism.OVERSELLS, Certainty.CLEAR)


def held(at_: float, value: int, seq: int) -> Ruled:
    return Ruled(seq=seq, at=at(at_), name="held_back", shop=0, product=1, value=value)


def test_held_back_was_lowered_before() -> None:
    facts = incident(0.5)
    facts = replace(facts, told=[facts.told[0], replace(facts.told[1], seconds=2.0)])
    lowered = replace(facts, rules=[held(-90_000, 1, 1), held(-3600, 0, 2)])
    assert proposed(lowered)[:2] == (Cause.HELD, Mechanism.LOWERED)
    long_ago = replace(facts, rules=[held(-9_000_000, 1, 1), held(-8_000_000, 0, 2)])
    assert proposed(long_ago)[0] is Cause.LATE


def test_a_count_that_took_what_was_promised() -> None:
    counted = Move(seq=5, at=at(10), kind="count", on_hand=-1, committed=0, on_hand_after=0, committed_after=1)
    facts = Facts(number=1, sku="MUG", title="Mug", opened_at=at(10), end=at(600), places=[ETSY], moves=[counted])
    assert proposed(facts)[:2] == (Cause.HAND, Mechanism.INSIDE)


def test_without_records_it_is_unknown() -> None:
    facts = incident(told=[], said=[], shown=[])
    assert proposed(facts) == (Cause.UNKNOWN, Mechanism.NONE, Certainty.UNCLEAR)


def test_settings_are_read_as_they_were_then() -> None:
    floors = [
        Ruled(seq=1, at=at(-900), name="floor", shop=0, product=1, value=4),
        Ruled(seq=2, at=at(5000), name="floor", shop=0, product=1, value=9),
    ]
    found = {one.ask: one for one in answers(incident(rules=floors), diagnose(incident(rules=floors)))}
    assert list(found) == list(Ask)
    assert [str(words) for words in found[Ask.FLOOR].words] == ["Floor 4."]
    assert found[Ask.FLOOR].rows == ("setting/1",)
    assert found[Ask.ALERT].rows == ("ledger/1",)


def test_every_answer_names_its_rows() -> None:
    facts = with_calls(incident(), failing(429))
    found = {one.ask: one for one in answers(facts, diagnose(facts))}
    assert found[Ask.PIECES].rows == ("ledger/2",)
    assert found[Ask.CHANNELS].rows == ("order/2",)
    assert found[Ask.LAST_GOOD].rows == ("told/1",)
    assert str(found[Ask.LAST_GOOD].words[0]).endswith(", that is 6 min before.")
    assert len(found[Ask.REFUSED].rows) == 6


def test_the_replay() -> None:
    facts = incident(300)
    facts = replace(facts, sales=[sale(1, WOO, 0, heard=290), sale(2, ETSY, 300, over=1)])
    facts = replace(facts, told=[facts.told[0], Told(id=2, shop=1, listing=1, at=at(310), quantity=0, seconds=20.0)])
    saved = {one.change: one.prevented for one in otherwise(facts)}
    assert saved == {Change.HELD: 1, Change.POLL: 1, Change.SPLIT: 1, Change.ALERT: 0}
    assert all(one.assumes and one.of == 1 for one in otherwise(facts))


def test_polling_more_often_does_not_help_when_the_shop_refuses() -> None:
    facts = with_calls(incident(300), failing(429, 5, 250))
    saved = {one.change: one.prevented for one in otherwise(facts)}
    assert saved[Change.POLL] == 0
