"""Test orders for each way by which orders come in, the shop's hold setting, and when its hosting is spoken of."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QLabel

from app.channels.shopify.info import INFO as SHOPIFY
from app.channels.woocommerce.info import INFO as WOO
from app.core.orders import Order
from app.posting import post_order
from app.store import looks
from app.store.database import transaction
from app.ui.shell.sheets import Sheet
from tests.life import NOW, add_listing, add_product, add_shop, line, order


def words(page) -> str:
    (sheet,) = [one for one in page.findChildren(Sheet) if one.isVisible()]
    said = " ".join(label.text() for label in sheet.findChildren(QLabel))
    sheet.close()
    return said


def race(db, shop, listing, ref, minutes):
    """Two orders in one second, and a number that is off a minute later."""
    for seconds, name in ((0, f"{ref}a"), (1, f"{ref}b")):
        made: Order = order(name, line("MUG", 1), at=minutes, placed=minutes)
        post_order(db, shop, replace(made, placed_at=made.placed_at + timedelta(seconds=seconds)), now=NOW)
    with transaction(db):
        at = NOW + timedelta(minutes=minutes + 1)
        looks.outside_edit(db, listing, expected=1, seen=0, should=1, at=at)


def test_every_path_has_its_steps_and_the_hosting_is_spoken_of_after_two_locks(opened, db, program):
    woo = add_shop(db)
    db.execute('update shop set settings = \'{"hold_minutes": ""}\'')
    add_product(db, "MUG", 50)
    listing = add_listing(db, woo, "MUG", shows=50)
    page = opened(channels=(WOO, SHOPIFY))
    page.overview.choose(woo.id)
    command = next(one for one in page.commands() if one.key == "paths")
    assert command.enabled()
    command.run()
    said = words(page)
    for path in WOO.paths:
        assert str(path.title) in said
        assert all(str(step) in said for step in path.steps)
    assert "Hold stock is off" in said
    assert "managed WooCommerce host" not in said
    race(db, woo, listing, "1", 0)
    program.now = NOW + timedelta(days=1)
    command.run()
    assert "managed WooCommerce host" not in words(page), "once is not enough"
    race(db, woo, listing, "2", 60)
    command.run()
    assert "2 times in 30 days two orders for one product came within a second" in words(page)


def test_shopify_has_its_own_paths(opened, db, program):
    shop = add_shop(db, "shopify", "Shopify", "S")
    page = opened(channels=(WOO, SHOPIFY))
    page.do("paths", shop.id)
    said = words(page)
    assert "A till (Shopify POS)" in said
    assert "Draft orders and invoices" in said
    assert "Hold stock" not in said
