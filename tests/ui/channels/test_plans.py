"""Starting stock and going live, in words, before anything is done."""

from typing import Any

import pytest

from app.core.policy import Offer
from app.core.text import N_
from app.store.health import MatchRow
from app.store.pushes import Slot
from app.store.start import StartRow
from app.ui.channels.plans import (
    LivePlan,
    StartGroup,
    left_out,
    live_plan,
    live_press,
    live_words,
    start_group,
    start_press,
    start_words,
)
from tests.ui.channels.test_matching import row


def start(obstacle: str | None = None, shown: int | None = 10, sold: int = 2) -> StartRow:
    return StartRow(product_id=1, sku="MUG", title="Mug", shown=shown, sold=sold, booked_on_hand=0, obstacle=obstacle)


def slot(listing: int, shows: int | None, offer: int, *, settled: bool = True) -> Slot:
    values: dict[str, Any] = dict.fromkeys(("key_at", "due_at", "look_at", "sent_quantity", "sent_believed"))
    return Slot(
        listing=listing,
        ref=str(listing),
        batch="",
        sku="channel’s own",
        believed=shows,
        offer=Offer(listing=1, quantity=offer, target=offer, why=N_("{offer} here", offer=offer)),
        risk=0.0,
        wanted=1,
        state="due",
        unsure=False,
        key="",
        settled=settled,
        **values,
    )


def linked(number: int, sku: str = "", **more: Any) -> MatchRow:
    return row(number, sku or f"S{number}", product_sku=sku or f"S{number}", **more)


@pytest.mark.parametrize(
    ("found", "group", "words"),
    [
        (start(), StartGroup.READY, "Shows 10 + 2 sold and not sent = 12 on hand"),
        (start(sold=0), StartGroup.READY, "Shows 10 = 10 on hand"),
        (start(shown=-1, sold=3), StartGroup.READY, "Shows −1 + 3 sold and not sent = 2 on hand"),
        (start("unread", None), StartGroup.READING, "Its number is being read"),
        (start("started"), StartGroup.SKIPPED, "It already has a number"),
        (start("bundle"), StartGroup.SKIPPED, "A bundle: it follows its parts"),
        (start("not_counted"), StartGroup.SKIPPED, "The shop does not count its stock"),
        (start("below_zero"), StartGroup.SKIPPED, "Below zero there: count it by hand"),
        (start("twice"), StartGroup.SKIPPED, "Listed twice there: count it by hand"),
    ],
)
def test_every_product_says_how_its_number_comes_about_or_why_it_has_none(
    found: StartRow, group: StartGroup, words: str
) -> None:
    assert (start_group(found), str(start_words(found))) == (group, words)


def test_the_start_button_counts() -> None:
    assert [str(start_press(1)), str(start_press(84))] == ["Start 1 product", "Start 84 products"]


def test_what_falls_furthest_comes_first_and_what_agrees_is_only_counted() -> None:
    rows = [linked(1, "A"), linked(2, "B"), linked(3, "C"), linked(4, "D")]
    plan = live_plan(
        [slot(1, 3, 4), slot(2, 9, 2), slot(3, 5, 5), slot(4, 3, 1)], rows, {"A": "Aster", "B": "Bowl", "D": "Dish"}
    )
    assert [(one.sku, one.title, one.shows, one.offer) for one in plan.changes] == [
        ("B", "Bowl", 9, 2),
        ("D", "Dish", 3, 1),
        ("A", "Aster", 3, 4),
    ]
    assert (plan.same, plan.unread, plan.can_go) == (1, 0, True)
    assert str(live_press(plan)) == "Go live and send 3 numbers"
    assert str(live_words(plan)) == "3 numbers would change: 2 down, 1 up. 1 stays as it is."


@pytest.mark.parametrize("unread", [slot(1, None, 3), slot(1, 3, 4, settled=False)])
def test_a_number_that_nobody_knows_blocks(unread: Slot) -> None:
    plan = live_plan([unread, slot(2, 3, 4)], [linked(1), linked(2)], {})
    assert (plan.unread, plan.can_go, len(plan.changes)) == (1, False, 1)
    assert str(live_words(plan)).startswith("1 number has not been read yet.")


def test_what_is_left_out_is_counted_and_a_follower_is_neither_sent_nor_left_out() -> None:
    rows = [
        linked(1),
        linked(2, stock_of="r1"),
        row(3, "NEW"),
        row(4, "OLD", ignored=True),
        linked(5),
        linked(6, counted=False),
    ]
    plan = live_plan([slot(1, 3, 3), slot(2, None, 3)], rows, {})
    assert (plan.same, plan.unread, plan.unlinked, plan.unnumbered) == (1, 0, 1, 1)
    assert [str(sentence) for sentence in left_out(plan)] == [
        "1 listing is not linked: nothing is sent to it.",
        "1 product has no number yet: it is not sent.",
    ]
    assert str(live_press(plan)) == "Go live"
    assert "already shows every number" in str(live_words(plan))
    assert left_out(LivePlan()) == ()
