"""The columns of Inventory: how each is called, how wide it is, how it sorts, and what stands in its cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate

from app.core.records import dataclass
from app.core.stock import Status
from app.store.inventory import ProductRow
from app.ui.inventory.phrases import Stand, row_sentences, shown_at, shown_sentence, status_words
from app.ui.widgets.cells import CellDelegate, CellRole, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import GaugeDelegate, ShownDelegate, StatusDelegate
from app.ui.widgets.gauge import Load
from app.ui.widgets.glyphs import GLYPH_OF, Glyph
from app.ui.widgets.table import TableView
from app.ui.widgets.tips import plain
from app.ui.words import NOTHING, number, tr, trn

Cell = Mapping[int, Any]
Delegate = Callable[[TableView], QStyledItemDelegate]

_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_TIP, _LOOK = int(Qt.ItemDataRole.ToolTipRole), int(CellRole.LOOK)
_NEGATIVE = Look(colour="danger", strong=True)
_DIFFERS = Look(differs=True)
_PRODUCT_LEAST = 140  # px at 100 % text: below this, columns give way

FLOOR, REORDER = "floor", "reorder"
EDITED = frozenset({FLOOR, REORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One column. `sort` is a key of the store's, empty where it makes no sense; `gives_way` hides it first when 1."""

    key: str
    head: str
    width: int
    delegate: Delegate
    cell: Callable[[ProductRow, Sequence[Stand]], Cell]
    heard: Callable[[ProductRow, Sequence[Stand]], str]
    sort: str = ""
    stretch: bool = False
    numbers: bool = False
    repeats: bool = True  # do many cells look alike?
    gives_way: int = 0
    stand: Stand | None = None
    header: Mapping[int, Any] = field(default_factory=dict)


def specs(stands: Sequence[Stand], setting: Delegate) -> tuple[Spec, ...]:
    """All columns, one for every shop among them. `setting` draws and edits what can be edited in place."""
    quiet: Delegate = lambda view: NumberDelegate(view, colour="text_secondary")  # noqa: E731
    strong: Delegate = lambda view: NumberDelegate(view, strong=True)  # noqa: E731
    return (
        Spec(
            key="sku",
            head=tr("SKU"),
            width=112,
            delegate=SkuDelegate,
            cell=_sku,
            heard=row_sentences,
            sort="sku",
            repeats=False,
        ),
        Spec(
            key="title",
            head=tr("Product"),
            width=180,
            delegate=CellDelegate,
            cell=_title,
            heard=row_sentences,
            sort="title",
            stretch=True,
            repeats=False,
        ),
        _number("on_hand", tr("On hand"), 60, NumberDelegate, _on_hand, gives_way=3),
        _number("committed", tr("Committed"), 69, quiet, _committed, gives_way=2),
        _number("available", tr("Available"), 58, strong, _available),
        Spec(key="load", head=tr("Load"), width=92, delegate=GaugeDelegate, cell=_load, heard=_unheard, gives_way=1),
        _number(FLOOR, tr("Floor"), 40, setting, _floor),
        _number(REORDER, tr("Reorder"), 54, setting, _reorder, gives_way=4),
        *(_shop(stand) for stand in stands),
        Spec(
            key="status",
            head=tr("Status"),
            width=120,
            delegate=StatusDelegate,
            cell=_status,
            heard=status_words,
            sort="attention",
        ),
    )


def hidden(columns: Sequence[Spec], room: int) -> frozenset[str]:
    """The columns that give way so that names stay readable in `room`, a width at 100 % text size."""
    gone: list[str] = []
    needed = sum(_PRODUCT_LEAST if column.stretch else column.width for column in columns)
    for column in sorted((column for column in columns if column.gives_way), key=lambda column: column.gives_way):
        if needed <= room:
            break
        gone.append(column.key)
        needed -= column.width
    return frozenset(gone)


def _number(
    key: str,
    head: str,
    width: int,
    delegate: Delegate,
    cell: Callable[[ProductRow], dict[int, Any]],
    *,
    gives_way: int = 0,
) -> Spec:
    def heard(row: ProductRow, _stands: Sequence[Stand]) -> str:
        value = cell(row)[_DISPLAY]
        shown = NOTHING if value is None else number(value)
        return tr("{column} {value}, {title}", column=head, value=shown, title=row.title)

    return Spec(
        key=key,
        head=head,
        width=width,
        delegate=delegate,
        cell=lambda row, _stands: cell(row),
        heard=heard,
        sort=key,
        numbers=True,
        gives_way=gives_way,
    )


def _sku(row: ProductRow, _stands: Sequence[Stand]) -> Cell:
    return {_DISPLAY: row.sku}


def _title(row: ProductRow, _stands: Sequence[Stand]) -> Cell:
    look = Look(note=trn("{n} part", "{n} parts", row.parts)) if row.parts else None
    return {_DISPLAY: row.title, _LOOK: look}


def _on_hand(row: ProductRow) -> dict[int, Any]:
    return {_DISPLAY: row.on_hand if row.started else None}


def _committed(row: ProductRow) -> dict[int, Any]:
    return {_DISPLAY: row.committed if row.started else None}


def _available(row: ProductRow) -> dict[int, Any]:
    look = _NEGATIVE if row.started and row.available < 0 else None
    return {_DISPLAY: row.available if row.started else None, _LOOK: look}


def _load(row: ProductRow, _stands: Sequence[Stand]) -> Cell:
    return {int(CellRole.LOAD): Load(row.available, row.floor, row.reorder_point) if row.started else Load(0, None)}


def _unheard(_row: ProductRow, _stands: Sequence[Stand]) -> str:
    return ""


def _floor(row: ProductRow) -> dict[int, Any]:
    return {_DISPLAY: row.floor, _EDIT: row.floor}


def _reorder(row: ProductRow) -> dict[int, Any]:
    return {_DISPLAY: row.reorder_point, _EDIT: row.reorder_point}


def _shop(stand: Stand) -> Spec:
    def cell(row: ProductRow, _stands: Sequence[Stand]) -> Cell:
        shown = shown_at(row, stand.id)
        if shown is None:
            return {_DISPLAY: None}
        if shown.taken_off:
            return {_DISPLAY: 0}
        value = shown.number if shown.differs is None else shown.differs
        return {_DISPLAY: value, _LOOK: None if shown.differs is None else _DIFFERS}

    def heard(row: ProductRow, _stands: Sequence[Stand]) -> str:
        return shown_sentence(stand.name, shown_at(row, stand.id))

    header = {int(CellRole.BADGE): stand.letter, int(CellRole.PAUSED): stand.paused, _TIP: plain(stand.name)}
    return Spec(
        key=f"shop/{stand.id}",
        head=stand.name,
        width=26,
        delegate=ShownDelegate,
        cell=cell,
        heard=heard,
        numbers=True,
        stand=stand,
        header={**header, int(CellRole.GROUP): tr("Shown on")},
    )


def _status(row: ProductRow, stands: Sequence[Stand]) -> Cell:
    look = Look(colour="text_secondary") if row.status is Status.NO_NUMBER else None
    return {_DISPLAY: status_words(row, stands), int(CellRole.GLYPH): _glyph(row), _LOOK: look}


def _glyph(row: ProductRow) -> Glyph:
    """What was ordered needs no order any more; it is not here yet either."""
    ordered = row.status is Status.REORDER and row.on_order > 0
    return Glyph.ON_ORDER if ordered else GLYPH_OF[row.status]
