"""What is ordered and not here yet: when it comes, who confirmed that, and how much of it came already."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.deliveries import Line
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import day, moment, number, tr, trn


class OnTheWay(QWidget):
    """`opened` is Enter on a line: another date for it."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now: datetime | None = None
        fields = self._fields()
        self._model: Sheet[Line] = Sheet(fields, key=lambda row: row.id, said=self._said)
        self.table: SheetTable[Line] = SheetTable(tr("On the way"), self._model, fields)
        self.table.opened.connect(lambda _index: self.opened.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Line], now: datetime) -> None:
        """These lines."""
        self._now = now
        self.table.show_rows(rows)
        self._model.redraw()

    def note(self) -> str:
        """How much is expected, and how much of it is late."""
        rows = self._model.rows
        if not rows:
            return tr("Nothing is ordered")
        said = trn("{n} piece is expected", "{n} pieces are expected", sum(row.open for row in rows))
        late = sum(self._late(row) for row in rows)
        return ", ".join(filter(None, (said, trn("{n} line is late", "{n} lines are late", late) if late else "")))

    def _late(self, row: Line) -> bool:
        return self._now is not None and row.late(self._now.astimezone().date())

    def _when(self, row: Line) -> str:
        assert self._now is not None
        if row.due_on is None:
            return tr("No date")
        if self._late(row):
            return tr("Late since {day}", day=day(row.due_on, self._now))
        return tr("Due {day}", day=day(row.due_on, self._now))

    def _confirmed(self, row: Line) -> str:
        assert self._now is not None
        if not row.confirmed_by or row.confirmed_at is None:
            return tr("Not confirmed")
        return tr("{who}, {when}", who=row.confirmed_by, when=moment(row.confirmed_at, self._now, short=True))

    def _said(self, row: Line) -> str:
        return tr(
            "{title}, {sku}, from {supplier}: {open} of {pieces} still to come. {when}. {confirmed}.",
            title=row.title, sku=row.sku, supplier=row.supplier_name, open=number(row.open),
            pieces=number(row.pieces), when=self._when(row), confirmed=self._confirmed(row),
        )  # fmt: skip

    def _fields(self) -> list[Field[Line]]:
        quiet = Look(colour="text_secondary")
        return [
            Field(
                head=tr("When"), words=self._when, column=Column(190, StatusDelegate),
                glyph=lambda row: Glyph.LOOK if self._late(row) else Glyph.ON_ORDER,
            ),
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(132, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(220, CellDelegate, stretch=True)),
            Field(
                head=tr("Comes from"), words=lambda row: row.supplier_name, look=lambda _row: quiet,
                column=Column(170, CellDelegate),
            ),
            Field(
                head=tr("Still to come"), words=lambda row: row.open, look=lambda _row: Look(strong=True),
                column=Column(100, NumberDelegate),
            ),
            Field(
                head=tr("Ordered"), words=lambda row: row.pieces, look=lambda _row: quiet,
                column=Column(84, NumberDelegate),
            ),
            Field(
                head=tr("Confirmed by"), words=self._confirmed,
                look=lambda row: quiet if row.confirmed_by else Look(colour="text_tertiary"),
                column=Column(220, CellDelegate),
            ),
        ]  # fmt: skip
