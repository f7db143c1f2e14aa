"""The products of the shelf that is being counted. Blind: what was counted, and nothing that could tell the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.counts import Line
from app.ui.count.narrow import AtLeast, Narrow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import number, tr

NO_SHELF = ""


def shelf_name(shelf: str) -> str:
    """How a shelf is called; products without a place are on none."""
    return shelf or tr("Without a shelf")


class ShelfList(QWidget):
    """`chosen` carries a product to count next; `close_wanted` is F4's button."""

    chosen = Signal(int)
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now: int | None = None
        self.title = SectionTitle(tr("Shelf"))
        self.close_shelf = Button(tr("Close the shelf"), size=ButtonSize.SMALL, hint="F4")
        self.close_shelf.setToolTip(tr("Close the shelf to see the ledger (F4)"))
        self.close_shelf.clicked.connect(lambda _checked=False: self.close_wanted.emit())
        self.close_shelf.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.row.addWidget(self.close_shelf)
        self._narrow = Narrow(self, hides=0)
        fields = self._fields()
        self._model: Sheet[Line] = Sheet(fields, key=lambda row: row.product, said=self._said)
        self.table: SheetTable[Line] = SheetTable(tr("Products of the shelf"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._narrow.watch(self.table)
        AtLeast(self.table, rows=3)
        self.table.opened.connect(lambda _index: self._choose())
        self.table.clicked.connect(lambda _index: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)

    def show_shelf(self, name: str, lines: Sequence[Line], now: int | None) -> None:
        """These products, and the one that is counted now."""
        before, self._now = self._now, now
        done = sum(line.done for line in lines)
        self.title.set_title(shelf_name(name))
        self.title.set_note(tr("counting, {done} of {all}", done=number(done), all=number(len(lines))))
        self._model.change_rows(lines, before, now)
        row = self._model.row_of(now)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.select_row(row)

    def _choose(self) -> None:
        line = self.table.current()
        if line is not None:
            self.chosen.emit(line.product)

    def _said(self, line: Line) -> str:
        return tr(
            "{title}, {sku}: {state}", title=line.title, sku=line.sku,
            state=tr("{counted} counted", counted=line.counted) if line.counted is not None else self._note(line)
            or tr("not counted yet"),
        )  # fmt: skip

    def _note(self, line: Line) -> str:
        if line.round > 1 and line.moved and not line.done:
            return tr("Moved, count again")
        if line.product == self._now:
            return tr("Counting now")
        if line.round > 1 and not line.done:
            return tr("Count again")
        if line.counted is not None and line.misses:
            return tr("Also at {places}", places=", ".join(line.misses))
        return "" if line.asked else tr("Nobody asked for it")

    def _glyph(self, line: Line) -> Glyph:
        if line.round > 1 and not line.done:
            return Glyph.ON_ORDER
        if line.done:
            return Glyph.DONE
        return Glyph.READY if line.counted is not None else Glyph.OPEN

    def _fields(self) -> list[Field[Line]]:
        def strong(line: Line) -> Look | None:
            return Look(strong=True) if line.product == self._now else None

        return [
            Field(
                head=tr("SKU"), words=lambda line: line.sku, glyph=self._glyph, look=strong,
                column=Column(122, StatusDelegate),
            ),
            Field(
                head=tr("Product"), words=lambda line: line.title, look=strong,
                glyph=lambda line: self._glyph(line) if self._narrow.on else None,
                column=Column(100, StatusDelegate, stretch=True),
            ),
            Field(
                head=tr("Counted"), words=lambda line: line.counted, look=strong, column=Column(58, NumberDelegate)
            ),
            Field(
                head="", words=self._note, look=lambda _line: Look(colour="text_secondary"),
                column=Column(124, CellDelegate),
            ),
        ]  # fmt: skip
