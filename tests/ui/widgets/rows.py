"""A small table model for tests and the gallery: rows of cells, each a dict from role to value."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

Cell = Mapping[int, Any]


def cell(text: object = None, /, **roles: Any) -> Cell:
    """A cell with its text; roles by the names of `CellRole` and `Qt.ItemDataRole`, in small letters."""
    from app.ui.widgets.cells import CellRole

    known = {role.name.lower(): int(role) for role in CellRole}
    known |= {"tooltip": int(Qt.ItemDataRole.ToolTipRole), "check": int(Qt.ItemDataRole.CheckStateRole)}
    return {int(Qt.ItemDataRole.DisplayRole): text, **{known[name]: value for name, value in roles.items()}}


class Rows(QAbstractTableModel):
    """Shows what it was given. Cells in `editable` columns can be edited; what was typed is kept in `typed`."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], heads: Sequence[Cell] = (), editable: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self.rows, self.heads, self.editable = [list(row) for row in rows], list(heads), set(editable)
        self.typed: list[tuple[int, int, object]] = []

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows[0] if self.rows else self.heads)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        asked = Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.EditRole else role
        return self.rows[index.row()][index.column()].get(int(asked))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or section >= len(self.heads):
            return None
        return self.heads[section].get(int(role))

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() in self.editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        if self.data(index, Qt.ItemDataRole.CheckStateRole) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        asked = Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.EditRole else role
        self.typed.append((index.row(), index.column(), value))
        self.rows[index.row()][index.column()] = {**self.rows[index.row()][index.column()], int(asked): value}
        self.dataChanged.emit(index, index)
        return True
