"""Matching without a window: what is proposed, what the seller may decide, and what is to be written."""

from typing import Any

import pytest

from app.core.matching import Known
from app.store.health import MatchRow
from app.ui.channels.matching import IGNORED, Choice, Line, Matching, Summary

SKUS = [Known(sku="MUG-KEL-350"), Known(sku="TILE")]


def row(number: int, sku: str = "", **more: Any) -> MatchRow:
    values = {
        "id": number,
        "ref": f"r{number}",
        "sku": sku,
        "title": f"Listing {number}",
        "barcode": "",
        "price_minor": None,
        "currency": "",
        "counted": True,
        "ignored": False,
        "stock_of": None,
        "product_sku": None,
        "shows": 3,
        **more,
    }
    return MatchRow(**values)


def lines(matching: Matching) -> dict[int, Line]:
    return {line.listing.id: line for line in matching.lines}


EVERY_KIND = [
    row(1, "MUG-KEL-350", product_sku="MUG-KEL-350"),
    row(2, " tile "),
    row(3, "NEW"),
    row(4, "TWICE"),
    row(5, "twice"),
    row(6),
    row(7, "CARD", counted=False),
    row(8, "OLD", ignored=True),
]


def test_every_listing_is_in_one_group() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    assert matching.counts() == {
        "linked": 1,
        "same_sku": 1,
        "same_barcode": 0,
        "similar": 0,
        "pack": 0,
        "new": 1,
        "duplicate": 2,
        "conflict": 0,
        "no_sku": 1,
        "not_counted": 1,
        "ignored": 1,
    }


def test_only_what_is_sure_is_ticked_and_nothing_is_done_to_the_rest() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    found = {number: (line.choice, line.target) for number, line in lines(matching).items()}
    assert found[2] == (Choice.LINK, "TILE")
    assert found[3] == (Choice.ADD, "")
    assert {number for number, (choice, _) in found.items() if choice is Choice.NONE} == {1, 4, 5, 6, 7, 8}
    work = matching.work()
    assert work.links == ((2, "TILE"),)
    assert [(listing, product.sku) for listing, product in work.products] == [(3, "NEW")]
    assert work.ignored == ()
    assert matching.summary() == Summary(link=1, add=1, undecided=4)


def test_a_new_product_takes_what_the_shop_says_of_it() -> None:
    new = row(1, " NEW ", title="", price_minor=2400, currency="GBP", barcode="506")
    ((_, product),) = Matching.of([new], []).work().products
    assert (product.sku, product.title, product.price_minor, product.currency) == ("NEW", "NEW", 2400, "GBP")
    assert product.barcode == "506"


def test_unticking_does_nothing_and_ticking_again_proposes_the_same() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    line = lines(matching)[2]
    matching.tick(line, on=False)
    assert matching.work().links == ()
    matching.tick(line, on=True)
    assert matching.work().links == ((2, "TILE"),)


def test_duplicates_that_the_seller_ticks_become_one_product_whatever_their_case() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    for number in (4, 5):
        matching.tick(lines(matching)[number], on=True)
    added = [(listing, product.sku) for listing, product in matching.work().products]
    assert added == [(3, "NEW"), (4, "TWICE"), (5, "TWICE")]
    assert matching.summary() == Summary(link=2, add=2, undecided=2)


def test_a_duplicate_of_a_product_that_is_here_is_linked_to_it() -> None:
    matching = Matching.of([row(1, "TILE"), row(2, "TILE")], SKUS)
    for line in matching.lines:
        assert line.open
        matching.tick(line, on=True)
    assert matching.work().links == ((1, "TILE"), (2, "TILE"))


def test_a_listing_without_a_sku_waits_for_a_product() -> None:
    matching = Matching.of([row(1)], SKUS)
    line = matching.lines[0]
    assert not line.can_tick
    matching.link([line], "TILE")
    assert line.can_tick
    assert matching.work().links == ((1, "TILE"),)
    matching.clear([line])
    assert (line.choice, line.can_tick, matching.work().all) == (Choice.NONE, False, 0)


def test_linking_to_the_same_product_again_writes_nothing() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    matching.link([lines(matching)[1]], "MUG-KEL-350")
    assert 1 not in dict(matching.work().links)


def test_leaving_alone_takes_a_link_away_and_ignores_the_rest() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    matching.ignore([lines(matching)[number] for number in (1, 6, 8)])
    work = matching.work()
    assert (1, None) in work.links
    assert work.ignored == (6,)
    assert lines(matching)[8].choice is Choice.NONE, "it is left alone already"
    assert matching.summary() == Summary(link=1, add=1, ignore=1, unlink=1, undecided=3)


def test_listings_that_show_the_same_number_stand_under_their_holder() -> None:
    rows = [row(1, "A"), row(2, "A-S", stock_of="r1"), row(3, "A-L", stock_of="r1"), row(4, "B", stock_of="gone")]
    matching = Matching.of(rows, [])
    assert [(line.listing.id, [one.id for one in line.followers]) for line in matching.lines] == [(1, [2, 3]), (4, [])]
    assert matching.counts()["new"] == 2


def test_decisions_outlive_a_new_reading() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    matching.tick(lines(matching)[2], on=False)
    matching.link([lines(matching)[6]], "TILE")
    again = Matching.of([*EVERY_KIND, row(9, "LATE")], SKUS, matching)
    assert lines(again)[2].choice is Choice.NONE
    assert (lines(again)[6].choice, lines(again)[6].target) == (Choice.LINK, "TILE")
    assert lines(again)[9].choice is Choice.ADD


def test_a_decision_is_forgotten_once_it_was_carried_out() -> None:
    before = Matching.of([row(1, "NEW")], [])
    after = Matching.of([row(1, "NEW", product_sku="NEW")], [Known(sku="NEW")], before)
    assert after.lines[0].choice is Choice.NONE
    assert after.work().all == 0


def test_groups_and_words_choose_what_is_shown() -> None:
    matching = Matching.of(EVERY_KIND, SKUS)
    shown = lambda *groups, words="": [line.listing.id for line in matching.in_groups(groups, words)]  # noqa: E731
    assert shown() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert shown("new", IGNORED) == [3, 8]
    assert shown(words="LISTING new") == [3]
    assert shown("linked", words="kel 350") == [1]
    assert shown("linked", words="nowhere") == []


def test_a_listing_is_found_by_those_that_follow_it() -> None:
    matching = Matching.of([row(1, "A"), row(2, "LARGE", stock_of="r1"), row(3, "B")], [])
    assert [line.listing.id for line in matching.in_groups((), "large")] == [1]


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (Summary(link=63, add=21), "Link 63 and add 21 products"),
        (Summary(link=1, add=1), "Link 1 and add 1 product"),
        (Summary(link=1), "Link 1 listing"),
        (Summary(add=21), "Add 21 products"),
        (Summary(ignore=1, unlink=2), "Keep 3 decisions"),
    ],
)
def test_the_button_says_what_it_does(summary: Summary, words: str) -> None:
    assert str(summary.press()) == words
