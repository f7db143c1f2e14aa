"""Import and export of products: which file, the preview, the writing, and one undo."""

import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core import product_sheet as sheet
from app.core.changes import Changes
from app.core.money import digits_of
from app.core.product_sheet import Planned, SheetPlan, Stored
from app.core.text import N_, Text
from app.importing import take_sheet_back, take_sheet_over
from app.sheets.reading import Rows, SheetError, read
from app.sheets.writing import Cell, write
from app.store import product_sheet
from app.ui.bridge import Bridge
from app.ui.products.import_dialog import ImportDialog
from app.ui.sheet_choice import choose_sheet
from app.ui.widgets.dialog import Dialog
from app.ui.words import tr, trn

NAME = "plimsoll-products"


class ProductSheets(QObject):
    """`undoable` as on a page: a sentence, and what takes it back. Trouble is told by the bridge."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window

    # In

    def import_products(self) -> None:
        """Ask which file, and show what it would do."""
        path = choose_sheet(self._window, tr("Import products"))
        if path is not None:
            self.preview(path)

    def preview(self, path: Path) -> None:
        """Read the file beside the window, then show what it would do."""
        self._bridge.background(lambda: read(path), lambda rows: self._show(path.name, rows))

    def _show(self, name: str, rows: Rows) -> None:
        db = self._bridge.db
        shops = product_sheet.shops(db)
        (_, heads), *rest = rows
        where = sheet.layout(heads, shops)
        if isinstance(where, Text):
            self._bridge.trouble.emit(
                SheetError(where, N_("Correct the sheet and choose it again. Nothing was changed."))
            )
            return
        plan = sheet.plan(rest, where, product_sheet.stored(db), currency=product_sheet.currency(db))
        effects = product_sheet.effects(db, plan.rows)
        dialog = ImportDialog(
            self._window,
            name,
            plan,
            heads=sheet.heads_of(shops),
            mass=effects if product_sheet.is_mass(db, effects) else (),
            shops=shops,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(lambda: self._take(name, plan))
        dialog.open()

    def _take(self, name: str, plan: SheetPlan) -> None:
        rows = [row for row in plan.rows if row.changes]
        bridge, batch = self._bridge, f"sheet/{uuid.uuid4()}"
        if bridge.perform(take_sheet_over, bridge.db, rows, batch=batch, now=bridge.now) is None:
            return
        sentence = trn(
            "{n} product taken over from {file}", "{n} products taken over from {file}", len(rows), file=name
        )
        self.undoable.emit(sentence, self._undo(rows, batch))

    def _undo(self, rows: list[Planned], batch: str) -> Callable[[], Changes | None]:
        bridge = self._bridge
        return lambda: bridge.perform(take_sheet_back, bridge.db, rows, batch=batch, now=bridge.now)

    # Out

    def export_products(self) -> None:
        """Ask where to, and write every product there."""
        kinds = {tr("Excel workbook (*.xlsx)"): ".xlsx", tr("Text, CSV UTF-8 (*.csv)"): ".csv"}
        path, kind = QFileDialog.getSaveFileName(self._window, tr("Export products"), f"{NAME}.xlsx", ";;".join(kinds))
        if path:
            target = Path(path)
            known = target.suffix.lower() in kinds.values()
            self.export(target if known else target.with_name(target.name + kinds.get(kind, ".xlsx")))

    def export(self, path: Path) -> None:
        """Write every product there, and say so."""
        rows = export_rows(product_sheet.stored(self._bridge.db), product_sheet.shops(self._bridge.db))
        self._bridge.background(lambda: write(path, rows), lambda _none: self._exported(path, len(rows) - 1))

    def _exported(self, path: Path, products: int) -> None:
        dialog = Dialog(
            self._window,
            question=trn("{n} product is in {file}", "{n} products are in {file}", products, file=path.name),
            text=tr("Change it and import it again, if you like. It lies in {folder}", folder=str(path.parent)),
            yes=tr("Close"),
            no=tr("Show the folder"),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.no.clicked.connect(lambda _checked=False: _show_folder(path))
        dialog.open()


def export_rows(stored: list[Stored], shops: dict[int, str]) -> list[list[Cell]]:
    """The sheet of all products, the columns' names first."""
    heads = sheet.heads_of(shops)
    return [list(heads.values()), *([_cell(one, key) for key in heads] for one in stored)]


def _cell(one: Stored, key: str) -> Cell:
    if key == sheet.SKU:
        return one.sku
    value = one.values.get(key)
    if key == sheet.COST and isinstance(value, int):
        digits = digits_of(str(one.values.get(sheet.CURRENCY)))
        return value / 10**digits if digits else value
    return value


def _show_folder(path: Path) -> None:
    from app.ui.settings.keeping import open_folder

    open_folder(str(path.parent))
