"""An Inventory page over a small pottery, in a window that has the menus' keys, as the program has it."""

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import catalog, listings, looks, settings
from app.store.catalog import Product
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.bridge import Bridge, Lent
from app.ui.inventory.page import InventoryPage
from app.ui.page import Command
from app.ui.theme import Theme
from tests.life import NOW, add_listing, add_product, add_shop, line, order, share

# SKU, name, on hand, floor, reorder point
PRODUCTS = (
    ("MUG-SPK", "Speckled mug 350 ml", 11, 4, 12),
    ("PLT-SHO", "Shoal dinner plate 22 cm", 14, 8, 20),
    ("VAS-KEL", "Kelp bud vase 18 cm", 6, 6, 9),
    ("TIL-SEA", "Sea glaze tile 10 cm", 40, 10, 18),
    ("BWL-RAM", "Ramen bowl 16 cm", 12, 5, 13),
    ("BUT-DSH", "Butter dish with lid", 12, 3, 7),
    ("EGG-CUP", "Egg cup & spoon", 30, 3, 7),
)
MUG, PLATE, TILE, BOWL, DISH, EGG, SET, NEW = (
    "MUG-SPK",
    "PLT-SHO",
    "TIL-SEA",
    "BWL-RAM",
    "BUT-DSH",
    "EGG-CUP",
    "SET-TWO",
    "NEW-JUG",
)


class Pottery:
    """Two shops and a stall; one product oversold, one under its floor, one that differs, one without a number."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.now = NOW
        self.woo = add_shop(db, "woocommerce", "WooCommerce", "W")
        self.shopify = add_shop(db, "shopify", "Shopify", "S")
        self.stall = add_shop(db, "stall", "Market stall", "M")
        for sku, title, on_hand, floor, reorder in PRODUCTS:
            self._add(sku, title, on_hand, floor, reorder)
        with transaction(db):
            catalog.add_product(db, Product(sku=NEW, title="Milk jug"), now=NOW)
            catalog.add_product(db, Product(sku=SET, title="Breakfast set for two"), now=NOW)
            catalog.set_parts(db, SET, {EGG: 2, DISH: 1})
            settings.put(db, settings.HELD_BACK, 1, now=NOW)
        self.sell(MUG, 14)
        self.sell(PLATE, 7)
        self.differ(TILE, 41)

    def _add(self, sku: str, title: str, on_hand: int, floor: int, reorder: int) -> None:
        number = add_product(self.db, sku, on_hand)
        with transaction(self.db):
            self.db.execute(
                "update product set title = ?, place = 'Shelf B', price_minor = 2400, currency = 'GBP' where id = ?",
                (title, number),
            )
            settings.put(self.db, settings.FLOOR, floor, product=number, now=NOW)
            settings.put(self.db, settings.REORDER_POINT, reorder, product=number, now=NOW)
        for shop in (self.woo, self.shopify):
            add_listing(self.db, shop, sku, shows=max(0, on_hand - 1))
        share(self.db, sku)  # what a split shows is said where splits are tested

    def number(self, sku: str) -> int:
        found = catalog.product_id(self.db, sku)
        assert found is not None
        return found

    def listing(self, sku: str, shop: Shop | None = None) -> listings.ListingRow:
        wanted = (shop or self.woo).id
        return next(row for row in listings.listings_of_product(self.db, sku) if row.shop_id == wanted)

    def sell(self, sku: str, pieces: int, shop: Shop | None = None) -> object:
        self.now += timedelta(minutes=1)
        shop = shop or self.woo
        ref = f"{sku}-{self.now:%H%M}"
        booked = order(ref, line(sku, pieces), placed=(self.now - NOW) / timedelta(minutes=1))
        return post_order(self.db, shop, dataclasses.replace(booked, updated_at=self.now), now=self.now)

    def deliver(self, sku: str, pieces: int) -> object:
        self.now += timedelta(minutes=1)
        batch = f"{sku}/{self.now}"
        return post_adjustment(self.db, sku, EntryKind.RECEIVE, pieces, reason="delivery", batch=batch, now=self.now)

    def differ(self, sku: str, shows: int) -> None:
        listing = self.listing(sku)
        with transaction(self.db):
            looks.outside_edit(self.db, listing.id, expected=0, seen=shows, should=0, at=self.now)
            self.db.execute("update listing set believed = ? where id = ?", (shows, listing.id))

    def put(self, sku: str, state: str, words: str = "", quantity: int | None = 6, shop: Shop | None = None) -> None:
        """How the last update of a listing went."""
        with transaction(self.db):
            self.db.execute(
                "update push set state = ?, words = ?, quantity = ? where listing_id = ?",
                (state, words, quantity, self.listing(sku, shop).id),
            )

    def state(self, sku: str, shop: Shop | None = None) -> str:
        return self.listing(sku, shop).state


def bridge_over(db: Connection, clock: Callable[[], datetime]) -> Bridge:
    lent: dict[str, object] = {field.name: lambda *_arguments: None for field in dataclasses.fields(Lent)}
    return Bridge(db, Lent(**{**lent, "clock": clock, "channels": lambda: ()}))  # type: ignore[arg-type]


class Window(QWidget):
    """Stands in for the program's window: it hears the news, and its menus' shortcuts run the page's commands."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.bridge = bridge
        self.page = InventoryPage(bridge, theme)
        self.page.setParent(self)
        bridge.changed.connect(self.page.on_changed)
        self.troubles: list[object] = []
        bridge.trouble.connect(self.troubles.append)
        self.undoable: list[tuple[str, Callable[[], object]]] = []
        self.page.undoable.connect(lambda sentence, back: self.undoable.append((sentence, back)))
        self.gone: list[tuple[str, object]] = []
        self.page.go.connect(lambda key, what: self.gone.append((key, what)))
        for command in self.page.commands():
            self._add(command)

    def resizeEvent(self, event: object) -> None:
        self.page.setGeometry(self.rect())

    def _add(self, command: Command) -> None:
        action = QAction(command.text, self)
        action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda: command.run() if command.enabled() else None)
        self.addAction(action)

    # What a test does and sees

    def press(self, key: Qt.Key | str, *held: Qt.KeyboardModifier) -> None:
        """A key, to whatever has the keyboard."""
        target = QApplication.focusWidget() or self
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        QTest.keyClick(target, key, modifiers)  # type: ignore[call-overload]

    def type(self, words: str) -> None:
        """Words, to whatever has the keyboard."""
        QTest.keyClicks(QApplication.focusWidget() or self, words)

    def skus(self) -> list[str]:
        """The list from the top."""
        model = self.page.table.stock
        return [str(product.sku) for row in range(model.rowCount()) if (product := model.product(row))]

    def current(self) -> str:
        """The current product's SKU."""
        row = self.page.list.current()
        return row.sku if row else ""

    def cell(self, sku: str, key: str, role: Qt.ItemDataRole | int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a column of a product's row."""
        model = self.page.table.stock
        row = self.skus().index(sku)
        return model.index(row, model.column_of(key)).data(role)

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        found = self.page.deeds.dialog
        assert found is not None, "no dialog is open"
        return found
