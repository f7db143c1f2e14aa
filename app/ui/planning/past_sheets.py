"""Past sales from a spreadsheet: which file, the preview, the keeping, and one undo."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core import past_sheet
from app.core.text import N_, Text
from app.importing import put_past_back, take_past_over
from app.sheets.reading import Rows, SheetError, read
from app.store import catalog, past_sales, product_sheet
from app.ui.bridge import Bridge
from app.ui.planning.past_dialog import PastDialog
from app.ui.sheet_choice import choose_sheet
from app.ui.words import tr, trn


class PastSheets(QObject):
    """`undoable` as on a page: a sentence, and what takes it back. Trouble is told by the bridge."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._page = bridge, page
        self.dialog: PastDialog | None = None

    def choose(self) -> None:
        """Ask which file, and show what it says."""
        path = choose_sheet(self._page, tr("Past sales from a spreadsheet"))
        if path is not None:
            self.preview(path)

    def preview(self, path: Path) -> None:
        """Read the file beside the window, then show what it says."""
        self._bridge.background(lambda: read(path), lambda rows: self.show_rows(path.name, rows))

    def show_rows(self, name: str, rows: Rows) -> None:
        """What a sheet says, the columns' names first."""
        bridge, db = self._bridge, self._bridge.db
        (_, heads), *rest = rows
        where, shops = past_sheet.layout(heads), product_sheet.shops(db)
        if isinstance(where, Text) or not shops:
            none = N_("Past sales need to know where they were sold.")
            advice = N_("Connect a channel, or add a place that is kept by hand, and choose it again.")
            again = N_("Correct the sheet and choose it again. Nothing was changed.")
            error = SheetError(where, again) if isinstance(where, Text) else SheetError(none, advice)
            bridge.trouble.emit(error)
            return
        products = catalog.numbers(db)
        plan = past_sheet.plan(rest, where, products, today=bridge.now.astimezone().date())
        skus = {number: sku for sku, number in products.items()}
        dialog = PastDialog(self._page, db, name, plan, skus=skus, shops=shops, now=bridge.now)
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(name, dialog))
        dialog.open()

    def _take(self, name: str, dialog: PastDialog) -> None:
        bridge, shop, sales = self._bridge, dialog.shop, dialog.sales
        before = past_sales.of_days(bridge.db, shop, sales)
        if bridge.perform(take_past_over, bridge.db, shop, sales) is None:
            return
        pieces = sum(one.pieces for one in sales)
        said = trn("{n} past sale taken over from {file}", "{n} past sales taken over from {file}", pieces, file=name)
        self.undoable.emit(said, lambda: bridge.perform(put_past_back, bridge.db, shop, sales, before))
