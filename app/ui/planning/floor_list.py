"""Floors that would be others by what sold lately: accepted row by row, all that are ticked in one press."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.floors import Method
from app.store.floor_updates import Update
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.search import SearchField
from app.ui.widgets.sheet import Field, Sheet, SheetTable, tick_field
from app.ui.widgets.table import Column
from app.ui.words import NOTHING, number, tr, trn


class FloorList(QWidget):
    """`opened` carries the SKU of a row: its working; `changed` comes when others are ticked."""

    opened = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left: set[int] = set()
        self._all: tuple[Update, ...] = ()
        self.search = SearchField(
            tr("Filter the floors to update"), placeholder=tr("SKU or name"), hint="", measure="small"
        )
        self.search.asked.connect(lambda _words: self._narrow())
        self._working = ""
        self._looked = False
        fields = self._fields()
        self._model: Sheet[Update] = Sheet(fields, key=lambda row: row.product, said=_said, ticked=self._ticked)
        self.table: SheetTable[Update] = SheetTable(tr("Floors to update"), self._model, fields)
        self.table.ticked_rows.connect(self._tick)
        self.table.opened.connect(lambda _index: self._open())
        self.search.left.connect(self.table.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Update]) -> None:
        """What was found. Rough ones are not ticked: one outlier moves them."""
        self._working, self._looked = "", True
        self._left = {row.product for row in rows if row.found.method is Method.WORST}
        self._all = tuple(rows)
        self._narrow()

    def show_progress(self, done: int, of: int) -> None:
        """How far the reckoning is."""
        self._working = tr("{done} of {of} products reckoned", done=number(done), of=number(of))

    def note(self) -> str:
        """How many there are, or how far it is."""
        if self._working or not self._looked:
            return self._working
        rows = self._all
        if not rows:
            return tr("Every floor is as your sales say")
        said = trn("{n} product would have another floor", "{n} products would have other floors", len(rows))
        rough = sum(row.found.method is Method.WORST for row in rows)
        more = trn("{n} of them rough", "{n} of them rough", rough) if rough else ""
        shown = len(self._model.rows)
        some = trn("{n} shown", "{n} shown", shown) if shown < len(rows) else ""
        return ", ".join(filter(None, (said, more, some)))

    def wanted(self) -> list[Update]:
        """Those that are ticked, of what the filter leaves."""
        return [row for row in self._model.rows if self._ticked(row)]

    # Inside

    def _narrow(self) -> None:
        """Only what has every word in its SKU or name."""
        words = self.search.text().casefold().split()
        self.table.show_rows(
            [row for row in self._all if all(word in f"{row.sku} {row.title}".casefold() for word in words)]
        )
        self._model.redraw()
        self.changed.emit()

    def _ticked(self, row: Update) -> bool:
        return row.product not in self._left

    def _tick(self, rows: list[int], on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for place in rows:
            product = self._model.rows[place].product
            (self._left.discard if on else self._left.add)(product)
        self._model.redraw()
        self.changed.emit()

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.opened.emit(row.sku)

    def _fields(self) -> list[Field[Update]]:
        quiet, strong = Look(colour="text_secondary"), Look(strong=True)

        def column(head: str, words: Callable[[Update], int | None], look: Look) -> Field[Update]:
            return Field(head=head, words=words, look=lambda _row: look, column=Column(110, NumberDelegate))

        return [
            tick_field(),
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(132, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(220, CellDelegate, stretch=True)),
            column(tr("Floor"), lambda row: row.floor, quiet),
            column(tr("New floor"), lambda row: row.found.floor, strong),
            column(tr("Reorder at"), lambda row: row.reorder_at, quiet),
            column(tr("New reorder at"), lambda row: row.found.reorder_at, strong),
            column(tr("Days in stock"), lambda row: row.days, quiet),
            Field(head=tr("By"), words=_how, look=_how_look, column=Column(190, CellDelegate)),
        ]


def _how(row: Update) -> str:
    if row.found.method is Method.WORST:
        return tr("Worst case, rough")
    if row.found.method is Method.SLOW:
        return tr("How seldom it sells")
    return tr("How sales vary, thin") if row.found.thin else tr("How sales vary")


def _how_look(row: Update) -> Look:
    rough = row.found.method is Method.WORST or row.found.thin
    return Look(colour="warn_text" if rough else "text_secondary")


def _said(row: Update) -> str:
    def shown(value: int | None) -> str:
        return NOTHING if value is None else number(value)

    return tr(
        "{title}, {sku}: floor {old}, would be {new}; reorder at {was}, would be {at}. {how}.",
        title=row.title, sku=row.sku, old=shown(row.floor), new=number(row.found.floor), was=shown(row.reorder_at),
        at=number(row.found.reorder_at), how=_how(row),
    )  # fmt: skip
