"""Proposals with their reasons: SKU, barcode, pack, title; duplicates and contradictions are the seller's."""

import pytest

from app.core.matching import LIKE, Candidate, Catalogue, Known, Match, Proposal, gtin, propose
from app.core.packs import base_sku, pack_of, without_pack
from app.core.titles import Titles, words_of

MUG = Known(sku="MUG-350", title="Speckled mug 350 ml", barcode="5012345678900")
PLATE = Known(sku="PLT-22", title="Shoal dinner plate 22 cm")


def one(*products: Known, **facts: object) -> Proposal:
    values = {"listing": 1, "sku": "", "title": "", "counted": True, **facts}
    (found,) = propose([Candidate(**values)], Catalogue(products))  # type: ignore[arg-type]
    return found


def test_the_same_sku_goes_before_everything() -> None:
    found = one(MUG, PLATE, sku=" mug-350 ", title="Shoal dinner plate 22 cm")
    assert (found.match, found.product) == (Match.SAME_SKU, "MUG-350")


def test_the_same_barcode_is_found_in_every_length() -> None:
    upc = Known(sku="UPC", title="Bowl", barcode="036000291452")
    found = one(MUG, upc, sku="other", title="Something else", barcode="0 036000-291452")
    assert (found.match, found.product) == (Match.SAME_BARCODE, "UPC")


@pytest.mark.parametrize("code", ["", None, "0000000000000", "12345", "1"])
def test_what_identifies_nothing_is_no_barcode(code: str | None) -> None:
    assert gtin(code) == ""


def test_a_similar_title_has_its_score() -> None:
    found = one(MUG, PLATE, title="Mug, speckled, 350 ml")
    assert (found.match, found.product) == (Match.SIMILAR, "MUG-350")
    assert found.options[0].score == pytest.approx(1.0)
    found = one(MUG, PLATE, sku="S1", title="Shoal dinner plates 22 cm blue")
    assert found.match is Match.SIMILAR
    assert LIKE < found.options[0].score < 1


def test_another_size_is_not_similar() -> None:
    assert one(MUG, sku="X", title="Speckled mug 500 ml").match is Match.NEW
    assert one(MUG, title="Speckled mug 500 ml").match is Match.NO_SKU


def test_a_unit_without_its_space_is_the_same_size() -> None:
    assert one(MUG, sku="X", title="Speckled mug 350ML").match is Match.SIMILAR
    assert one(MUG, sku="X", title="Speckled mug 500ml").match is Match.NEW


def test_without_any_product_everything_is_new() -> None:
    assert one(sku="A", title="Mug").product == "A"


def test_a_sku_twice_in_the_shop_or_among_the_products_is_a_decision() -> None:
    twice = [Candidate(listing=n, sku=sku, title="", counted=True) for n, sku in ((1, "A"), (2, "a "))]
    assert {found.match for found in propose(twice, Catalogue([Known(sku="A")]))} == {Match.DUPLICATE}
    found = one(Known(sku="mug"), Known(sku="MUG"), sku="Mug")
    assert (found.match, found.product, len(found.options)) == (Match.DUPLICATE, None, 2)
    assert one(Known(sku="mug"), Known(sku="MUG"), sku="MUG").match is Match.SAME_SKU


def test_a_sku_and_a_barcode_that_contradict_each_other_are_a_decision() -> None:
    found = one(MUG, PLATE, sku="PLT-22", barcode="5012345678900")
    assert found.match is Match.CONFLICT
    assert [(option.sku, option.reason) for option in found.options] == [
        ("PLT-22", Match.SAME_SKU),
        ("MUG-350", Match.SAME_BARCODE),
    ]


@pytest.mark.parametrize(
    ("title", "sku", "pieces"),
    [
        ("Speckled mug, set of 6", "", 6),
        ("Candle 12-pack", "", 12),
        ("Candle (12 pcs)", "", 12),
        ("6 x speckled mug", "", 6),
        ("Speckled mug x 6", "", 6),
        ("Becher 4er-Set", "", 4),
        ("Speckled mug", "MUG-X6", 6),
        ("Speckled mug", "MUG-6pk", 6),
        ("Print 30 x 40", "", 1),
        ("Print 30 x 40 cm", "", 1),
        ("Mug 350 ml", "MUG-350", 1),
        ("Set of 1 mug", "", 1),
        ("A pack of 0", "", 1),
        ("Size 12 shoe", "SHOE-12", 1),
    ],
)
def test_how_many_pieces_a_listing_sells(title: str, sku: str, pieces: int) -> None:
    assert pack_of(title, sku) == pieces


def test_a_pack_is_so_many_of_a_product() -> None:
    found = one(MUG, sku="S", title="Speckled mug 350 ml, set of 6")
    assert (found.match, found.product, found.options[0].pack) == (Match.PACK, "MUG-350", 6)
    by_sku = one(MUG, sku="MUG-350-X6", title="Quite another name")
    assert (by_sku.match, by_sku.options[0].pack) == (Match.PACK, 6)
    same_code = one(MUG, title="Half a dozen, 6 pack", barcode="5012345678900")
    assert (same_code.match, same_code.options[0].pack) == (Match.PACK, 6)


def test_a_pack_that_is_known_already_is_linked() -> None:
    six = Known(sku="MUG-SIX", title="Mugs for the table", parts={"MUG-350": 6})
    found = one(MUG, six, sku="S", title="Speckled mug 350 ml, set of 6")
    assert (found.match, found.product, found.options[0].pack) == (Match.PACK, "MUG-SIX", 1)


def test_a_pack_of_packs_counts_in_packs() -> None:
    two = Known(sku="TWO", title="Candle, set of 2")
    assert one(two, title="Candle, set of 6").options[0].pack == 3
    assert one(two, title="Candle, set of 2").match is Match.SIMILAR
    assert one(two, title="Candle, set of 5").match is Match.NO_SKU, "no whole number of them"


def test_words_are_compared_without_accents_case_and_plural() -> None:
    assert words_of("Café CUPS") == words_of("cafe cup")
    assert without_pack("Mug, set of 6").split() == ["mug,"]
    assert base_sku("MUG-1000X") == ("MUG-1000X", 1)


def test_rare_words_count_for_more() -> None:
    titles = Titles([*(f"Blue mug {name}" for name in ("kelp", "shoal", "tern")), "Blue kelp"])
    ((place, _), *_) = titles.like("Mug kelp", least=0.1, most=3)
    assert place == 0
    assert titles.like("Nothing alike", least=0.1, most=3) == []


def test_the_best_come_first_and_are_few() -> None:
    titles = Titles([f"Mug {name}" for name in "abcdef"])
    found = titles.like("Mug c", least=0.0, most=3)
    assert len(found) == 3
    assert found[0][0] == 2
