"""An inventory with a shelf or two, and a Count page over it in a window that has the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import catalog
from app.store.catalog import Product
from app.store.database import transaction
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.count.page import CountPage
from app.ui.theme import Theme
from tests.life import NOW, fresh
from tests.ui.channels.world import Program

EAN = {"MUG": "5060912340113", "TILE": "5060912340120", "VASE": "5060912340137"}


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def stocked(db: Connection, sku: str, on_hand: int | None, place: str) -> int:
    with transaction(db):
        product = Product(sku=sku, title=sku.title(), barcode=EAN.get(sku), place=place)
        number = catalog.add_product(db, product, now=NOW)
    if on_hand is not None:
        post_adjustment(db, sku, EntryKind.RECEIVE, on_hand, reason="delivery", batch=f"d/{sku}", now=NOW)
    return number


@pytest.fixture
def shop(db: Connection) -> dict[str, int]:
    facts = {"MUG": (10, "Shelf A, bay 1"), "TILE": (8, "Shelf A, bay 2"), "VASE": (3, "Shelf B")}
    return {sku: stocked(db, sku, *about) for sku, about in facts.items()}


@pytest.fixture
def page(db: Connection, shop: dict[str, int], theme: Theme, qtbot) -> Iterator[CountPage]:  # type: ignore[no-untyped-def]
    bridge = Bridge(db, Program(db).lend())
    made = CountPage(bridge, theme)
    made.tones.on = False
    bridge.changed.connect(made.on_changed)
    bridge.setParent(made)
    qtbot.addWidget(made)
    made.resize(1360, 830)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.shown()
    yield made
    bridge.close()
