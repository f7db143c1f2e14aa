"""Products are added, taken off sale and put back: what is asked, what is written, and what is refused."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store import catalog, places, shops
from app.store.database import transaction
from app.ui.inventory.new_product import NewProductDialog
from app.ui.inventory.on_sale import OnSaleDialog
from app.ui.inventory.places_dialog import PlacesDialog
from app.ui.shell.paused import PausedDialog
from tests.life import level
from tests.ui.inventory.world import BOWL, MUG, NEW, Pottery, Window

Key = Qt.Key


def adding(window: Window) -> NewProductDialog:
    window.page.deeds.add_product()
    dialog = window.dialog()
    assert isinstance(dialog, NewProductDialog)
    return dialog


def run(window: Window, key: str) -> None:
    command = next(command for command in window.page.commands() if command.key == key)
    assert command.enabled()
    command.run()


def test_a_new_product_is_added_and_shown(window: Window, pottery: Pottery) -> None:
    dialog = adding(window)
    dialog.sku.set_text(" PLN-SML ")
    dialog.title.set_text("Planter")
    dialog.first.set_text("7")
    dialog.accept()
    assert not dialog.isVisible()
    assert level(pottery.db, "PLN-SML") == (7, 0)
    assert window.current() == "PLN-SML"


@pytest.mark.parametrize(
    ("sku", "title", "first", "sentence"),
    [
        ("", "Planter", "", "Type a SKU: what you call it, on every channel alike."),
        ("PLN", "  ", "", "Type a name."),
        ("PLN", "Planter", "seven", "“seven” is not a whole number."),
        ("PLN", "Planter", "-7", "Must be 0 or more."),
        (MUG, "Planter", "", "MUG-SPK is Speckled mug 350 ml already. Type another SKU. Nothing was added."),
        ("mug-spk", "Planter", "", "mug-spk is Speckled mug 350 ml already. Type another SKU. Nothing was added."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_added(
    window: Window, pottery: Pottery, sku: str, title: str, first: str, sentence: str
) -> None:
    before = window.skus()
    dialog = adding(window)
    for field, words in ((dialog.sku, sku), (dialog.title, title), (dialog.first, first)):
        field.set_text(words)
    dialog.accept()
    assert dialog.isVisible()
    assert [field.error() for field in (dialog.sku, dialog.title, dialog.first) if field.error()] == [sentence]
    assert (dialog.sku.text(), dialog.title.text(), dialog.first.text()) == (sku, title, first)
    dialog.reject()
    assert catalog.product_id(pottery.db, "PLN") is None
    assert window.skus() == before


def test_taken_off_a_channel_and_put_back(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    window.page.open(BOWL)
    run(window, "take_off")
    dialog = window.dialog()
    assert isinstance(dialog, OnSaleDialog)
    assert not dialog.yes.isEnabled(), "nothing is ticked yet"
    dialog.boxes[0].setChecked(True)
    dialog.accept()
    assert pottery.listing(BOWL).taken_off
    assert pottery.state(BOWL) == "due"
    sentence, back = window.undoable[-1]
    assert sentence == "Ramen bowl 16 cm: taken off WooCommerce"
    run(window, "put_back")
    put_back = window.dialog()
    assert isinstance(put_back, OnSaleDialog)
    assert [box.text() for box in put_back.boxes] == ["WooCommerce"]
    put_back.reject()
    assert back()
    assert not pottery.listing(BOWL).taken_off


def test_places_are_set_and_taken_back(window: Window, pottery: Pottery) -> None:
    window.page.open(BOWL)
    number = catalog.product_id(pottery.db, BOWL)
    assert number is not None
    before = places.of_product(pottery.db, number)
    run(window, "places")
    dialog = window.dialog()
    assert isinstance(dialog, PlacesDialog)
    dialog.said.emit(["Attic", "Shelf C"])
    assert places.of_product(pottery.db, number) == ["Attic", "Shelf C"]
    sentence, back = window.undoable[-1]
    assert sentence == "Ramen bowl 16 cm: its places were set"
    back()
    assert places.of_product(pottery.db, number) == before


def test_commands_that_make_no_sense_cannot_be_pressed(window: Window) -> None:
    window.page.open(NEW)
    enabled = {command.key: command.enabled() for command in window.page.commands()}
    assert enabled["adjust"]
    assert not enabled["take_off"]
    assert not enabled["put_back"]


def test_a_product_is_paused_everywhere_at_once_with_what_each_channel_does(window: Window, pottery: Pottery) -> None:
    window.page.open(BOWL)
    run(window, "pause_product")
    asked = window.dialog()
    assert isinstance(asked, OnSaleDialog)
    assert asked.windowTitle() == "Pause Ramen bowl 16 cm everywhere?"
    assert [(box.text(), box.isChecked()) for box in asked.boxes] == [("WooCommerce", True), ("Shopify", True)]
    assert all("set to 0" in box.accessibleDescription() for box in asked.boxes)
    asked.accept()
    assert all(pottery.listing(BOWL, shop).taken_off for shop in (pottery.woo, pottery.shopify))
    shown = window.dialog()
    assert isinstance(shown, PausedDialog)
    assert [line.name.text() for line in shown.lines] == ["WooCommerce", "Shopify"]
    shown.accept()
    run(window, "resume_product")
    back = window.dialog()
    assert isinstance(back, OnSaleDialog)
    assert all(box.isChecked() for box in back.boxes)
    back.accept()
    assert not any(pottery.listing(BOWL, shop).taken_off for shop in (pottery.woo, pottery.shopify))


def test_what_is_paused_already_is_said_and_left_alone(window: Window, pottery: Pottery) -> None:
    with transaction(pottery.db):
        shops.set_mode(pottery.db, pottery.shopify.id, "paused", now=pottery.now)
    window.page.open(BOWL)
    run(window, "pause_product")
    asked = window.dialog()
    assert isinstance(asked, OnSaleDialog)
    assert [box.text() for box in asked.boxes] == ["WooCommerce"]
    assert asked.accessibleDescription().endswith("Shopify keeps the number that it shows: nothing is sent there.")
