"""Which product was meant: for a code that nobody knows, and for words that match several."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.errors import PlimsollError
from app.store import catalog
from app.ui.channels.pick import PickDialog
from app.ui.count.desk import Desk
from app.ui.words import tr


class Naming(QObject):
    """Asks, and counts for what was answered."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def name(self, seq: int, code: str) -> None:
        """Which product is this unknown code?"""
        dialog = PickDialog(
            self._page, self._desk.bridge, question=tr("Which product is {code}?", code=code),
            text=tr("What was scanned counts for it, and the code names it from now on."), yes=tr("It is this one"),
            blind=True,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(lambda sku: self._named(seq, sku))
        dialog.open()

    def _named(self, seq: int, sku: str) -> None:
        product = self._product(sku)
        if self._desk.taking is None or product is None:
            return
        try:
            self._desk.taking.name_code(seq, product, 1)
        except PlimsollError as error:
            self._desk.bridge.trouble.emit(error)
        self._desk.session.redraw()
        self._desk.redraw_head()

    def find(self, words: str) -> None:
        """These words mean no single product: which one is it?"""
        dialog = PickDialog(
            self._page, self._desk.bridge, question=tr("Which product?"), text=tr("Several match, or none."),
            yes=tr("Count this one"), words=words, blind=True,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self._picked)
        dialog.open()

    def _picked(self, sku: str) -> None:
        product = self._product(sku)
        if product is not None:
            self._desk.session.count_now(product)
            self._desk.redraw_head()

    def _product(self, sku: str) -> int | None:
        return catalog.product_id(self._desk.bridge.db, sku)
