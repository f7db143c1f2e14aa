"""All shelves of a count in a short list: where one stands, what is closed and what is posted. Enter goes there."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.count.shelf_list import shelf_name
from app.ui.count.taking import Far, Taking
from app.ui.widgets.cells import CellDelegate, Look
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.words import number, tr


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    state: str
    glyph: Glyph


class ShelfPick(QWidget):
    """`chosen` carries the name of a shelf."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, tuple[tuple[Far, bool, bool], _Row]] = {}
        fields: list[Field[_Row]] = [
            Field(
                head=tr("Shelf"),
                words=lambda row: shelf_name(row.name),
                glyph=lambda row: row.glyph,
                column=Column(100, StatusDelegate, stretch=True),
            ),
            Field(
                head=tr("State"),
                words=lambda row: row.state,
                look=lambda _row: Look(colour="text_secondary"),
                column=Column(150, CellDelegate),
            ),
        ]
        said = lambda row: tr("{shelf}: {state}", shelf=shelf_name(row.name), state=row.state)  # noqa: E731
        self._model: Sheet[_Row] = Sheet(fields, key=lambda row: row.name, said=said)
        self.table: SheetTable[_Row] = SheetTable(tr("Shelves"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.table.horizontalHeader().hide()
        self.table.opened.connect(lambda _index: self._open())
        self.table.clicked.connect(lambda _index: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionTitle(tr("Shelves"), tr("Enter goes to one")))
        column.addWidget(self.table, 1)

    def show_shelves(self, taking: Taking) -> None:
        """Every shelf of the count."""
        self._model.change_rows([self._row(taking, name) for name in taking.shelves()])

    def _row(self, taking: Taking, name: str) -> _Row:
        """A scan changes one shelf of perhaps hundreds: what is said of the others is said already."""
        facts = taking.far[name], name in taking.closed, name == taking.shelf and taking.counting
        known = self._told.get(name)
        if known is not None and known[0] == facts:
            return known[1]
        row = self._row_of(name, *facts)
        self._told[name] = facts, row
        return row

    @staticmethod
    def _row_of(name: str, far: Far, closed: bool, here: bool) -> _Row:  # noqa: FBT001 - three facts in a row
        if far.posted == far.lines:
            return _Row(name, tr("posted"), Glyph.DONE)
        if closed:
            return _Row(name, tr("closed, to be posted"), Glyph.LOOK)
        state = tr("{done} of {all} counted", done=number(far.done), all=number(far.lines))
        return _Row(name, state, Glyph.READY if here else Glyph.OPEN)

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.chosen.emit(row.name)
