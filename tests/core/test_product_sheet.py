"""What a sheet of products would do: columns, rows, errors by row and column."""

from app.core import product_sheet as sheet
from app.core.product_sheet import Layout, SheetPlan, Stored
from app.core.text import Text

SHOPS = {3: "Etsy"}
MUG = Stored(
    sku="MUG",
    values={"title": "Mug", "barcode": "5012345678900", "place": "A1", "floor": 4, "on_hand": 7},
    counted=True,
)
TILE = Stored(sku="TILE", values={"title": "Tile", "barcode": None, "place": "", "on_hand": None})
SET = Stored(sku="SET", values={"title": "Set", "place": ""}, bundle=True)


def planned(heads: str, *lines: str, currency: str = "") -> SheetPlan:
    where = sheet.layout(heads.split("|"), SHOPS)
    assert isinstance(where, Layout), where
    rows = [(number, line.split("|")) for number, line in enumerate(lines, start=2)]
    return sheet.plan(rows, where, [MUG, TILE, SET], currency=currency)


def errors(plan: SheetPlan) -> list[str]:
    return [str(one.sentence) for one in plan.wrong]


def test_new_changed_and_unchanged() -> None:
    plan = planned("SKU|Title|Floor", "mug|Mug|5", "TILE|Tile|", "NEW||2")
    assert [(row.sku, dict(row.changes)) for row in plan.changed] == [("MUG", {"floor": (4, 5)})]
    assert [(row.sku, dict(row.changes)) for row in plan.new] == [("NEW", {"floor": (None, 2), "title": (None, "NEW")})]
    assert len(plan.rows) == 3
    assert plan.wrong == ()


def test_an_empty_cell_leaves_a_value_and_a_dash_takes_it_away() -> None:
    assert planned("SKU|Floor", "MUG|").changed == ()
    (row,) = planned("SKU|Floor|Place|Barcode", "MUG|-|–|−").changed
    assert dict(row.changes) == {"floor": (4, None), "place": ("A1", ""), "barcode": ("5012345678900", None)}
    assert errors(planned("SKU|Title", "MUG|-")) == ["Row 2, column Title: cannot be taken away"]


def test_errors_name_row_and_column_and_all_are_found() -> None:
    plan = planned("SKU|Cost|Floor|Held back: Etsy", "MUG|x|-3|1.5", "|5||", "TILE|3|2|0")
    assert errors(plan) == [
        "Row 2, column Floor: “-3” is not a whole number from 0 up",
        "Row 2, column Held back: Etsy: “1.5” is not a whole number from 0 up",
        "Row 2, column Currency: is missing: say which currency the cost is in, such as GBP",
        "Row 3, column SKU: is missing",
        "Row 4, column Currency: is missing: say which currency the cost is in, such as GBP",
    ]


def test_costs_have_a_currency() -> None:
    (row,) = planned("SKU|Cost|Currency", "MUG|3,20|gbp").changed
    assert dict(row.changes) == {"cost": (None, 320), "currency": (None, "GBP")}
    (row,) = planned("SKU|Cost", "MUG|3.20", currency="EUR").changed
    assert row.changes["currency"] == (None, "EUR")
    (row,) = planned("SKU|Cost", "MUG|5", currency="JPY").changed
    assert row.changes["cost"] == (None, 5)


def test_one_product_twice_is_an_error() -> None:
    assert errors(planned("SKU|Floor", "MUG|1", " mug |2")) == ["Row 3, column SKU: is in row 2 already"]
    assert errors(planned("SKU|Floor", "NEW|1", "new|2")) == ["Row 3, column SKU: is in row 2 already"]


def test_a_barcode_must_stay_one_products() -> None:
    assert errors(planned("SKU|Barcode", "TILE|5012345678900")) == ["Row 2, column Barcode: is the barcode of MUG too"]
    swapped = planned("SKU|Barcode", "TILE|5012345678900", "MUG|036000291452")
    assert swapped.wrong == ()
    assert len(errors(planned("SKU|Barcode", "A|036000291452", "B|0036000291452"))) == 2


def test_on_hand_is_a_first_number_only() -> None:
    plan = planned("SKU|On hand", "MUG|9", "TILE|0", "SET|3", "NEW|2")
    assert {row.sku: row.changes.get("on_hand") for row in plan.rows} == {
        "MUG": None,
        "TILE": (None, 0),
        "SET": None,
        "NEW": (None, 2),
    }
    assert {row.sku for row in plan.rows if row.kept is not None} == {"MUG", "SET"}
    assert planned("SKU|On hand", "MUG|7").rows[0].kept is None, "it is the same"


def test_columns_are_found_by_other_names_and_the_rest_is_named() -> None:
    where = sheet.layout(["Variant SKU", "EAN", "Colour", "Price"], SHOPS)
    assert isinstance(where, Layout)
    assert where.keys == ("sku", "barcode", None, None)
    plan = sheet.plan([], where, [])
    assert plan.unread == ("Colour", "Price")


def test_a_sheet_without_a_sku_or_with_a_column_twice_is_refused() -> None:
    assert isinstance(sheet.layout(["Title"], SHOPS), Text)
    assert isinstance(sheet.layout(["SKU", "Floor", "Safety stock"], SHOPS), Text)


def test_a_short_row_and_an_empty_one_are_no_trouble() -> None:
    plan = planned("SKU|Title|Floor", "MUG", "||", "TILE|Tile|1")
    assert [row.sku for row in plan.rows] == ["MUG", "TILE"]


def test_two_products_that_differ_in_case_only_are_told_apart_or_asked_about() -> None:
    where = sheet.layout(["SKU", "Floor"], {})
    assert isinstance(where, Layout)
    both = [Stored(sku="a", values={"title": "a"}), Stored(sku="A", values={"title": "A"})]
    plan = sheet.plan([(2, ["A", "1"]), (3, ["a", "2"])], where, both)
    assert [row.sku for row in plan.rows] == ["A", "a"]
    both = [Stored(sku="aB", values={}), Stored(sku="Ab", values={})]
    assert errors(sheet.plan([(2, ["ab", "1"])], where, both)) == ["Row 2, column SKU: could be aB or Ab"]
