"""What was done last, newest first: each can be taken back, and an unknown code asks which product it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.counting import Kind
from app.store.counts import Done, Line
from app.ui.count.narrow import AtLeast
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import clock_time, signed, tr

_AFTER_MS = 20


class LastScans(QWidget):
    """`undo` and `name` carry the number of a row."""

    undo = Signal(int)
    name = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("Last scans"), tr("each one can be undone"))
        quiet = Look(colour="text_tertiary")
        fields: list[Field[Done]] = [
            Field(head=tr("Time"), words=lambda row: _time(row.at), column=Column(88, CellDelegate)),
            Field(
                head=tr("What"),
                words=_what,
                glyph=lambda row: Glyph.LOOK if row.kind is Kind.UNKNOWN else None,
                look=lambda row: quiet if row.undone else None,
                column=Column(120, StatusDelegate, stretch=True),
            ),
            Field(
                head=tr("Counted"),
                words=lambda row: _amount(row, self._now.get(row.seq)),
                look=lambda row: quiet if row.undone else Look(colour="text_secondary"),
                column=Column(150, NumberDelegate),
            ),
        ]
        self._now: dict[int, int] = {}
        self._model = Sheet(fields, key=lambda row: row.seq, said=_said)
        self.table: SheetTable[Done] = SheetTable(tr("Last scans"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.horizontalHeader().hide()
        AtLeast(self.table, rows=1)
        self.table.opened.connect(lambda _index: self._open())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(lambda: self.table.setUpdatesEnabled(True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_rows(self, rows: list[Done], lines: Mapping[int, Line]) -> None:
        """These, and the products that they are of. All of them move with each scan, so they are drawn after
        the number that is looked at, and once for scans that come together.
        """
        self.table.setUpdatesEnabled(False)
        self._soon.start()
        self._now = _running(rows, lines)
        self.table.show_rows(rows)
        self.table.scrollToTop()
        self.setVisible(bool(rows))

    def _open(self) -> None:
        row = self.table.current()
        if row is None or row.undone:
            return
        if row.kind is Kind.UNKNOWN:
            self.name.emit(row.seq, row.code)
        else:
            self.undo.emit(row.seq)


def _time(at: datetime) -> str:
    return clock_time(at, seconds=True)


def _what(row: Done) -> str:
    if row.kind is Kind.UNKNOWN:
        return tr("{code} is not in your shop", code=row.code)
    return row.title


def _amount(row: Done, now: int | None = None) -> str:
    if row.undone:
        return tr("taken back")
    if row.hidden:
        return tr("first count, kept")
    match row.kind:
        case Kind.UNKNOWN:
            return tr("Which product is it?")
        case Kind.SET:
            return tr("typed {pieces}", pieces=row.pieces)
        case Kind.DAMAGED:
            return tr("{pieces} damaged", pieces=signed(row.pieces))
    return signed(row.pieces) if now is None else tr("{change}, now {counted}", change=signed(row.pieces), counted=now)


def _running(rows: Sequence[Done], lines: Mapping[int, Line]) -> dict[int, int]:
    """What had been counted of its product after each scan: from what it is now, back to the last typed number."""
    left: dict[int, int | None] = {}
    found = {}
    for row in rows:
        line = lines.get(row.product) if row.product is not None else None
        if line is None or row.undone or row.kind is Kind.DAMAGED:
            continue
        after = left.setdefault(line.product, line.counted)
        if after is None or row.hidden or row.pieces < 0 or row.kind not in (Kind.SCAN, Kind.ADD):
            left[line.product] = None  # what there was before is not known from these rows
        else:
            found[row.seq] = after
            left[line.product] = after - row.pieces
    return found


def _said(row: Done) -> str:
    return tr("{time}: {what}, {amount}", time=_time(row.at), what=_what(row), amount=_amount(row))
