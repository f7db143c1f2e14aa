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


# ------------------------------------------------------------------------------------------------ reasons and packs

CANDLE = Known(sku="CND", title="Sea candle", barcode="5012345678900")
PROPOSED = [
    row(1, "S1", title="Sea candles"),
    row(2, "S2", title="Something", barcode="5012345678900"),
    row(3, "S3", title="Sea candle, set of 6", shows=4),
    row(4, "S4", title="Sea candle, set of 6"),
    row(5, "", title="Sea candle, 12-pack"),
]


def test_proposals_by_looks_wait_for_the_seller() -> None:
    matching = Matching.of(PROPOSED, [CANDLE])
    assert [line.group for line in matching.lines] == ["similar", "same_barcode", "pack", "pack", "pack"]
    assert all(line.open and line.can_tick for line in matching.lines)
    assert matching.work().all == 0


def test_all_of_one_reason_are_accepted_at_once_and_undone_at_once() -> None:
    matching = Matching.of(PROPOSED, [CANDLE])
    assert matching.accept("pack") == 3
    assert matching.summary() == Summary(link=1, add=2, undecided=2)
    assert matching.undo()
    assert matching.summary() == Summary(undecided=5)
    assert not matching.undo()


def test_a_pack_becomes_a_bundle_of_so_many_and_two_listings_of_it_one() -> None:
    matching = Matching.of(PROPOSED, [CANDLE])
    matching.accept("pack")
    bundles = [(listing, product.sku, dict(parts)) for listing, product, parts in matching.work().bundles]
    assert bundles == [(3, "S3", {"CND": 6}), (4, "S3", {"CND": 6}), (5, "CND-X12", {"CND": 12})]
    before = matching.work().before()
    assert before.added == ("CND-X12", "S3")
    assert before.links == ((3, None), (4, None), (5, None))


def test_a_pack_takes_no_sku_and_no_barcode_that_are_in_use() -> None:
    products = [CANDLE, Known(sku="CND-X12", title="Unlike")]
    matching = Matching.of([row(5, "", title="Sea candle, 12-pack", barcode="5012345678900")], products)
    matching.accept("pack")
    ((_, product, _),) = matching.work().bundles
    assert (product.sku, product.barcode) == ("CND-X12-2", None)


def test_a_listing_can_be_several_products_and_bundles_among_them_are_taken_apart() -> None:
    products = [
        CANDLE,
        Known(sku="DISH"),
        Known(sku="SIX", parts={"CND": 6}),
        Known(sku="BOTH", parts={"CND": 2, "DISH": 1}),
    ]
    matching = Matching.of([row(1, "GIFT", title="Gift")], products)
    matching.sell(matching.lines, {"SIX": 2, "CND": 1, "DISH": 1})
    ((_, product, parts),) = matching.work().bundles
    assert (product.sku, parts) == ("GIFT", {"CND": 13, "DISH": 1})
    matching.sell(matching.lines, {"DISH": 1, "CND": 2})
    assert matching.work().links == ((1, "BOTH"),), "the same bundle is there already"


def test_of_duplicates_one_can_be_the_product_and_the_others_left_alone() -> None:
    matching = Matching.of([row(1, "A"), row(2, "a"), row(3, "B")], [])
    matching.only(matching.lines[1])
    assert {line.listing.id: line.choice for line in matching.lines} == {
        1: Choice.IGNORE,
        2: Choice.ADD,
        3: Choice.ADD,
    }


def test_a_contradiction_is_not_ticked_but_taken() -> None:
    matching = Matching.of([row(1, "DISH", barcode="5012345678900")], [CANDLE, Known(sku="DISH")])
    (line,) = matching.lines
    assert (line.group, line.can_tick, line.can_add) == ("conflict", False, False)
    matching.take(line, line.options[1])
    assert matching.work().links == ((1, "CND"),)


def test_what_is_proposed_can_be_added_as_new_all_the_same() -> None:
    matching = Matching.of(PROPOSED, [CANDLE])
    matching.add(matching.lines)
    assert [product.sku for _, product in matching.work().products] == ["S1", "S2", "S3", "S4"], "one has no SKU"


def test_products_that_the_shop_does_not_list_are_known() -> None:
    matching = Matching.of([row(1, "A", product_sku="A"), row(2, "B")], [Known(sku=sku) for sku in "ABC"])
    assert [one.sku for one in matching.unlisted()] == ["C"]
    matching.clear(matching.lines)
    assert [one.sku for one in matching.unlisted()] == ["B", "C"]
