"""Sheets taken over: all or nothing, told to the channels, and taken back as one act."""

import csv
import io
from pathlib import Path

import pytest

from app.core import product_sheet as sheet
from app.core.product_sheet import Layout, SheetPlan
from app.core.stock import EntryKind
from app.importing import take_sheet_back, take_sheet_over
from app.posting import post_adjustment
from app.store import catalog, places, product_sheet, settings
from app.store.database import transaction
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def planned(db: Connection, text: str) -> SheetPlan:
    heads, *lines = csv.reader(io.StringIO(text))
    where = sheet.layout(heads, product_sheet.shops(db))
    assert isinstance(where, Layout)
    rows = list(enumerate(lines, start=2))
    plan = sheet.plan(rows, where, product_sheet.stored(db), currency=product_sheet.currency(db))
    assert plan.wrong == ()
    return plan


def take(db: Connection, text: str) -> SheetPlan:
    plan = planned(db, text)
    take_sheet_over(db, plan.rows, batch="sheet/1", now=NOW)
    return plan


def values(db: Connection, sku: str) -> dict[str, object]:
    return dict(next(one for one in product_sheet.stored(db) if one.sku == sku).values)


SHEET = "SKU,Title,Barcode,Cost,Currency,Floor,Reorder at,Held back,Held back: Woo,On hand\n"


def test_everything_in_a_row_is_written_and_a_second_time_changes_nothing(db: Connection) -> None:
    add_shop(db)
    add_product(db, "MUG", 5)
    text = SHEET + "MUG,Speckled mug,5012345678900,3.20,GBP,4,6,1,2,\nNEW,,,,,,,,,3\n"
    take(db, text)
    assert values(db, "MUG") == {
        "title": "Speckled mug",
        "barcode": "5012345678900",
        "place": "",
        "cost": 320,
        "currency": "GBP",
        "floor": 4,
        "reorder_point": 6,
        "held_back": 1,
        "held_back@1": 2,
        "on_hand": 5,
    }
    assert level(db, "NEW") == (3, 0)
    again = planned(db, text)
    assert (again.new, again.changed) == ((), ())


def test_never_counted_is_not_zero(db: Connection) -> None:
    take(db, "SKU,On hand\nA,0\nB,\n")
    assert db.execute(
        "select sku, started from product join stock_level on product_id = id order by sku"
    ).fetchall() == [
        ("A", 1),
        ("B", 0),
    ]
    assert values(db, "B")["on_hand"] is None


def test_settings_are_dated_and_channels_are_told(db: Connection) -> None:
    shop = add_shop(db)
    number = add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    db.execute("update push set state = 'acknowledged'")
    take(db, "SKU,Held back,Cost\nMUG,1,\n")
    take_sheet_over(db, planned(db, "SKU,Held back\nMUG,2\n").rows, batch="sheet/2", now=later(1))
    assert [one.value for one in settings.history(db, settings.HELD_BACK, product=number)] == [1, 2]
    assert db.execute("select state from push").fetchall() == [("due",)]


def test_taking_back_restores_and_removes_what_was_added(db: Connection) -> None:
    add_product(db, "MUG", 5)
    before = product_sheet.stored(db)
    plan = take(db, SHEET + "MUG,Speckled,123456789012,3.20,GBP,4,6,1,,\nNEW,New one,,1,GBP,2,,,,\n")
    assert catalog.product_id(db, "NEW") is not None
    take_sheet_back(db, plan.rows, batch="sheet/1", now=later(1))
    assert product_sheet.stored(db) == before
    assert catalog.product_id(db, "NEW") is None
    take_sheet_back(db, plan.rows, batch="sheet/1", now=later(2))
    assert product_sheet.stored(db) == before


def test_a_first_number_is_taken_back_and_its_product_stays_uncounted(db: Connection) -> None:
    plan = take(db, "SKU,On hand\nNEW,4\n")
    take_sheet_back(db, plan.rows, batch="sheet/1", now=later(1))
    assert level(db, "NEW") == (0, 0)
    assert values(db, "NEW")["on_hand"] is None


def test_what_was_changed_since_stays(db: Connection) -> None:
    number = add_product(db, "MUG", 5)
    plan = take(db, "SKU,Title,Floor,Held back\nMUG,Other,4,1\n")
    with transaction(db):
        settings.put(db, settings.FLOOR, 9, product=number, now=later(1))
        db.execute("update product set title = 'Mine'")
    take_sheet_back(db, plan.rows, batch="sheet/1", now=later(2))
    found = values(db, "MUG")
    assert (found["title"], found["floor"], found.get("held_back")) == ("Mine", 9, None)


def test_a_new_product_that_the_seller_has_touched_stays_and_nobody_inherits_a_setting(db: Connection) -> None:
    plan = take(db, "SKU,Floor\nA,1\nB,2\n")
    kept = catalog.product_id(db, "A")
    assert kept is not None
    with transaction(db):
        settings.put(db, settings.FLOOR, 9, product=kept, now=later(1))
    take_sheet_back(db, plan.rows, batch="sheet/1", now=later(2))
    assert (catalog.product_id(db, "A"), catalog.product_id(db, "B")) == (kept, None)
    assert values(db, "A")["floor"] == 9
    add_product(db, "C")
    assert values(db, "C").get("floor") is None


def test_a_number_that_came_meanwhile_stands(db: Connection) -> None:
    add_product(db, "MUG")
    plan = planned(db, "SKU,On hand\nMUG,4\n")
    post_adjustment(db, "MUG", EntryKind.COUNT, 9, reason="counted", batch="c", now=NOW)
    take_sheet_over(db, plan.rows, batch="sheet/1", now=later(1))
    assert level(db, "MUG") == (9, 0)


def test_nothing_is_half_taken_over(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    add_product(db, "MUG", 5)
    before, plan = product_sheet.stored(db), planned(db, "SKU,Floor,On hand\nMUG,4,\nNEW,1,2\n")
    monkeypatch.setattr("app.importing.ledger.append", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_sheet_over(db, plan.rows, batch="sheet/1", now=NOW)
    assert product_sheet.stored(db) == before


def test_one_currency_is_understood_and_several_are_not(db: Connection) -> None:
    assert product_sheet.currency(db) == ""
    take(db, "SKU,Cost,Currency\nA,1,GBP\n")
    assert product_sheet.currency(db) == "GBP"
    take_sheet_over(db, planned(db, "SKU,Cost,Currency\nB,1,EUR\n").rows, batch="sheet/2", now=NOW)
    assert product_sheet.currency(db) == ""


# ------------------------------------------------------------------------------------------------ the circuit breaker


def shop_with(db: Connection, products: int) -> None:
    shop = add_shop(db)
    for number in range(products):
        add_product(db, f"P{number:02}", 5)
        add_listing(db, shop, f"P{number:02}", shows=5)


@pytest.mark.parametrize(("zeros", "asks"), [(9, False), (10, True)])
def test_ten_products_to_zero_ask_first(db: Connection, zeros: int, asks: bool) -> None:
    shop_with(db, 30)
    plan = planned(db, "SKU,Held back\n" + "".join(f"P{number:02},5\n" for number in range(zeros)))
    effects = product_sheet.effects(db, plan.rows)
    assert [(one.before, one.after) for one in effects] == [(5, 0)] * zeros
    assert product_sheet.is_mass(db, effects) is asks


@pytest.mark.parametrize(("changed", "asks"), [(19, False), (20, True)])
def test_over_a_quarter_and_at_least_twenty_ask_first(db: Connection, changed: int, asks: bool) -> None:
    shop_with(db, 40)
    plan = planned(db, "SKU,Held back: Woo\n" + "".join(f"P{number:02},1\n" for number in range(changed)))
    assert product_sheet.is_mass(db, product_sheet.effects(db, plan.rows)) is asks


def test_what_changes_no_number_asks_nothing(db: Connection) -> None:
    shop_with(db, 30)
    plan = planned(db, "SKU,Floor,Title\n" + "".join(f"P{number:02},7,Other\n" for number in range(30)))
    assert product_sheet.effects(db, plan.rows) == []


def test_first_numbers_of_zero_over_what_a_shop_shows_ask_first(db: Connection) -> None:
    shop = add_shop(db)
    for number in range(10):
        add_product(db, f"P{number}")
        add_listing(db, shop, f"P{number}", shows=3)
    plan = planned(db, "SKU,On hand\n" + "".join(f"P{number},0\n" for number in range(10)))
    assert product_sheet.is_mass(db, product_sheet.effects(db, plan.rows))


def test_a_sheet_gives_a_product_all_its_places_and_takes_them_back(db: Connection) -> None:
    add_product(db, "MUG", 5)
    plan = take(db, 'SKU,Location\nMUG,"Shelf A, bay 1;  Back room"\n')
    number = catalog.product_id(db, "MUG")
    assert places.of_product(db, number) == ["Shelf A, bay 1", "Back room"]
    assert values(db, "MUG")["place"] == "Shelf A, bay 1; Back room"
    assert not planned(db, 'SKU,Places\nMUG,"Shelf A, bay 1; Back room"\n').changed
    take_sheet_back(db, plan.rows, batch="sheet/1", now=later(1))
    assert places.of_product(db, number) == []
