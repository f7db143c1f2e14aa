"""Delegates: what a table's cells look like. The table paints the row's ground, a delegate only what stands in it.

A model says what a cell is through `CellRole`; colours are token names there, so that a change of theme needs no model.
"""

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.core.records import dataclass
from app.ui.theme import follow
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.tips import plain
from app.ui.words import NOTHING, number

Index = QModelIndex | QPersistentModelIndex

PADDING = 8  # on each side of a cell
_NOTE_GAP = 5
_LEAST_AHEAD = 2
_USER = int(Qt.ItemDataRole.UserRole)


class CellRole(IntEnum):
    """What a model can say of a cell beside its text."""

    LOOK = _USER + 1  # Look: how this cell departs from its column
    GLYPH = _USER + 2  # Glyph: the shape before the text
    LOAD = _USER + 3  # Load: what the gauge shows
    BADGE = _USER + 4  # str: a channel's letters; in headers too
    PAUSED = _USER + 5  # bool: that channel is paused
    GROUP = _USER + 6  # str, in headers: words above this column and its neighbours with the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell departs from its column. `colour` is a token; `note` are quiet words after the text.

    `differs`: the channel shows another number than it should.
    """

    colour: str = ""
    strong: bool = False
    note: str = ""
    differs: bool = False


class CellDelegate(QStyledItemDelegate):
    """Text in a type role and a colour, elided where it does not fit. Numbers are written with a true minus."""

    def __init__(
        self,
        view: QAbstractItemView,
        *,
        role: str = "body",
        colour: str = "text_primary",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        tabular: bool = False,
        zero: bool = False,
        strong: bool = False,
    ) -> None:
        super().__init__(view)
        self.align = align
        self._view = view
        self._role, self._colour, self._elide = role, colour, elide
        self._tabular, self._zero, self._strong = tabular, zero, strong
        self.theme = follow(self._dress)
        self._dress()

    # What Qt calls

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what stands in the cell; its row's ground is drawn already."""
        self.paint_content(painter, self.room(QRectF(option.rect), index.column()), option, index)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the text, as high as a row."""
        width = self.lettering(index.data(CellRole.LOOK)).advance(self.words(index)) + 2 * PADDING
        return QSize(round(width), self.theme.size("row"))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The model's own tooltip, else the whole text where it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            own = index.data(Qt.ItemDataRole.ToolTipRole)
            words = self.hidden_words(QRectF(option.rect), index) if own is None else own
            QToolTip.showText(event.globalPos(), plain(words), view)
            return True
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A bare line. What is typed goes to the model as text, which decides whether it will do."""
        name = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor = LineEdit(str(name or self.words(index)), role=self._role, tabular=self._tabular, parent=parent)
        editor.setProperty("cell", "true")
        editor.setAlignment(self.align)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with what is there, selected, so that typing replaces it.

        Qt comes here again with every change of the row: what was typed by then stays.
        """
        assert isinstance(editor, QLineEdit)
        if editor.isModified():
            return
        value = index.data(Qt.ItemDataRole.EditRole)
        editor.setText("" if value is None else str(value))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    # What the delegates below share

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what stands in the cell."""
        words, look = self.words(index), index.data(CellRole.LOOK)
        if not words:
            return
        ink = self.ink(option, self.colour(words, look))
        took = self.lettering(look).draw(painter, room, words, ink, self.align, self._elide)
        if look is not None and look.note:
            rest = room.adjusted(took + _NOTE_GAP, 0, 0, 0)
            if rest.width() > 0:
                self._note.draw(painter, rest, look.note, self.ink(option, "text_tertiary"))

    def hidden_words(self, rect: QRectF, index: Index) -> str:
        """The whole text if it is cut in a cell of that rectangle, else nothing."""
        words = self.words(index)
        room = self.room(rect, index.column()).width()
        return words if self.lettering(index.data(CellRole.LOOK)).advance(words) > room + 0.5 else ""

    def words(self, index: Index) -> str:
        """What is written in the cell."""
        value = index.data(Qt.ItemDataRole.DisplayRole)
        if value is None:
            return NOTHING if self._tabular else ""
        return number(value) if isinstance(value, int) else str(value)

    def colour(self, words: str, look: Look | None) -> str:
        """The token of the cell's colour."""
        if look is not None and look.colour:
            return look.colour
        return "text_tertiary" if words == NOTHING else self._colour

    def ink(self, option: QStyleOptionViewItem, name: str) -> QColor:
        """A colour to draw with. In high contrast the system's own highlight decides on selected rows."""
        if self.theme.high_contrast and option.state & QStyle.StateFlag.State_Selected:
            return self.theme.colour("text_on_accent")
        return self.theme.colour(name)

    def room(self, rect: QRectF, column: int) -> QRectF:
        """Where the contents go: the cell without its padding, which is wider at the table's edges."""
        before, after = self._edges_of(column)
        # Numbers stand at the right: what keeps them from their neighbour is their column's width.
        ahead = _LEAST_AHEAD if self.align is Qt.AlignmentFlag.AlignRight else PADDING
        return rect.adjusted(ahead + before, 0, -PADDING - after, 0)

    def lettering(self, look: Look | None) -> Lettering:
        """What the cell's text is drawn with."""
        return self._bold if self._strong or (look is not None and look.strong) else self._plain

    def _edges_of(self, column: int) -> tuple[int, int]:
        edges = getattr(self._view, "edges_of", None)
        return (0, 0) if edges is None else edges(column)

    def _dress(self) -> None:
        font = self.theme.font
        self._plain = Lettering(font(self._role, tabular=self._tabular, zero=self._zero))
        self._bold = Lettering(font(self._role, tabular=self._tabular, zero=self._zero, weight=600))
        self._note = Lettering(font("small"))


class NumberDelegate(CellDelegate):
    """Numbers under each other: right-aligned, tabular digits, a dash where there is none."""

    def __init__(self, view: QAbstractItemView, *, colour: str = "text_primary", strong: bool = False) -> None:
        super().__init__(view, colour=colour, align=Qt.AlignmentFlag.AlignRight, tabular=True, strong=strong)


class SkuDelegate(CellDelegate):
    """SKUs: small, quiet, with slashed zeros."""

    def __init__(self, view: QAbstractItemView, *, colour: str = "text_tertiary") -> None:
        super().__init__(view, role="small", colour=colour, zero=True)


class OrderNumberDelegate(CellDelegate):
    """Order numbers: they differ at their ends, so they elide in the middle."""

    def __init__(self, view: QAbstractItemView, *, role: str = "small", colour: str = "text_primary") -> None:
        super().__init__(view, role=role, colour=colour, elide=Qt.TextElideMode.ElideMiddle, zero=True)
