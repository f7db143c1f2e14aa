"""What the command field looks for: products and orders."""

import pytest

from app.posting import post_order
from app.store import finding
from app.store.database import transaction
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order

PRODUCTS = {
    "MUG-SPK-350": ("Speckled mug 350 ml", "4006381333931"),
    "MUG-KEL-350": ("Kelp mug 350 ml", "4006381333948"),
    "PLT-MUG-100": ("Saucer for mugs", None),
    "plt-sho-220": ("Shoal dinner plate 22 cm", "4012345678901"),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    db = fresh(tmp_path_factory.mktemp("finding"))
    for sku, (title, barcode) in PRODUCTS.items():
        add_product(db, sku, 10)
        with transaction(db):
            db.execute("update product set title = ?, barcode = ? where sku = ?", (title, barcode, sku))
    for channel, name, numbers in (("etsy", "Etsy", ("3382914377", "3382914400")), ("shopify", "Store", ("#1033",))):
        shop = add_shop(db, channel=channel, name=name, letter=name[0])
        add_listing(db, shop, "MUG-SPK-350", shows=10)
        for number in numbers:
            post_order(db, shop, order(number, line("MUG-SPK-350")), now=NOW)
    yield db
    db.close()


def skus(db, typed, limit=8):
    return [one.sku for one in finding.products(db, typed, now=NOW, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mug", ["MUG-KEL-350", "MUG-SPK-350", "PLT-MUG-100"]),
        ("MUG-S", ["MUG-SPK-350"]),
        ("plt-s", ["plt-sho-220"]),
        ("mug 350 spe", ["MUG-SPK-350"]),
        ("4012345678901", ["plt-sho-220"]),
        ("40123", ["plt-sho-220"]),
        ("sp", ["MUG-SPK-350"]),
        ("  ", []),
        ('"; drop', []),
        ("\ud800mug\0", ["MUG-KEL-350", "MUG-SPK-350", "PLT-MUG-100"]),
        ("\U0010ffff", []),
    ],
)
def test_products_hold_every_word(db, typed, found):
    assert skus(db, typed) == found


def test_whose_sku_begins_so_comes_first(db):
    assert skus(db, "pl") == ["plt-sho-220", "PLT-MUG-100"]
    assert skus(db, "mug", limit=2) == ["MUG-KEL-350", "MUG-SPK-350"]


@pytest.mark.parametrize("typed", ["specled", "speckeld", "spekcled", "specklde", "spekled", "sspeckled", "speckleed"])
def test_one_slip_of_the_finger_is_forgiven(db, typed):
    found = finding.products(db, typed, now=NOW, limit=8)
    assert [(one.sku, one.nearly) for one in found] == [("MUG-SPK-350", True)]


@pytest.mark.parametrize("typed", ["spickled plate", "spickeld", "xxxeckled", "spxxled", "mgu"])
def test_more_than_one_is_not_nor_one_in_a_short_word(db, typed):
    assert skus(db, typed) == []


def test_nothing_is_nearly_where_something_is_written_so(db):
    assert not any(one.nearly for one in finding.products(db, "speckled", now=NOW, limit=8))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("33829143", [("3382914377", "Etsy")]),
        ("3382914", [("3382914377", "Etsy"), ("3382914400", "Etsy")]),
        ("103", [("#1033", "Store")]),
        (" #1033 ", [("#1033", "Store")]),
        ("#", []),
        ("", []),
        ("4377", []),
    ],
)
def test_orders_by_how_their_number_begins(db, typed, found):
    assert [(one.number, one.shop) for one in finding.orders(db, typed, limit=5)] == found


def test_orders_have_an_end(db):
    assert len(finding.orders(db, "3", limit=1)) == 1
