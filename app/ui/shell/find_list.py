"""The list of finds under the command field. It is made when the field is first asked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.shell.palette import Find, described
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.key_hint import key_hint_size, paint_key_hint
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.text import Label
from app.ui.widgets.tips import plain
from app.ui.words import tr

_LIST_WIDTH, _EDGE, _BORDER = 440, 12, 1
_HEAD = 26  # the name of a group, with the white space above it
_MOST_HIGH = 620
_RIGHT = Qt.AlignmentFlag.AlignRight
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class FindModel(QAbstractListModel):
    """The finds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finds: Sequence[Find] = ()

    def show_finds(self, finds: Sequence[Find]) -> None:
        """Other finds from now on."""
        self.beginResetModel()
        self.finds = finds
        self.endResetModel()

    def heads(self, row: int) -> bool:
        """Does a group begin here?"""
        group = self.finds[row].group
        return bool(group) and (row == 0 or self.finds[row - 1].group != group)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.finds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Its words, and all of it for a screen reader."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.finds[index.row()].words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return described(self.finds, index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(described(self.finds, index.row()))
        return None


class FindDelegate(QStyledItemDelegate):
    """Draws one find: note, words, keys."""

    def __init__(self, view: QListView, model: FindModel) -> None:
        super().__init__(view)
        self._model = model
        self._theme = follow(self._dress)
        self._dress()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row; the first of a group carries the group's name above it."""
        head = self._theme.px(_HEAD) if self._model.heads(index.row()) else 0
        return QSize(self._theme.px(200), self._theme.size("row_compact") + head)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        find, rect = self._model.finds[index.row()], QRectF(option.rect)
        if self._model.heads(index.row()):
            head = QRectF(rect)
            rect.setTop(rect.top() + self._theme.px(_HEAD))
            head.setBottom(rect.top())
            self._head(painter, head, find.group, first=index.row() == 0)
        self._line(painter, rect, option.state, find)

    def _head(self, painter: QPainter, rect: QRectF, words: str, *, first: bool) -> None:
        if not first:
            line = QRectF(rect.left(), rect.top() + 3, rect.width(), 1)
            painter.fillRect(line, self._theme.colour("line_hair"))
        self._heads.draw(painter, rect.adjusted(_EDGE, 4, -_EDGE, 0), words, self._theme.colour("text_tertiary"))

    def _line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, find: Find) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("bg_selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("bg_hover"))
        room = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if find.keys:
            size = key_hint_size(find.keys, theme)
            box = QRectF(room.right() - size.width(), round(room.center().y() - size.height() / 2), 0, 0)
            box.setSize(size)
            paint_key_hint(painter, find.keys, box, theme)
            room.setRight(box.left() - _EDGE)
        if find.note:
            took = min(room.width() / 2, self._note.advance(find.note))
            place = QRectF(room.left(), room.top(), took, room.height())
            self._note.draw(painter, place, find.note, theme.colour("text_tertiary"))
            room.setLeft(room.left() + max(took, theme.px(100)) + _EDGE)
        if find.off:
            took = self._note.draw(painter, room, tr("Not now"), theme.colour("text_tertiary"), _RIGHT)
            room.setRight(room.right() - took - _EDGE)
        self._words.draw(painter, room, find.words, theme.colour("text_disabled" if find.off else "text_primary"))

    def _dress(self) -> None:
        self._words = Lettering(self._theme.font("body"))
        self._note = Lettering(self._theme.font("small", zero=True))
        self._heads = Lettering(self._theme.font("micro"))


class FindList(QFrame):
    """The list under the field. It lies in the window, so that it never takes the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._home = window
        self.setAccessibleName(tr("Finds"))
        self.view = QListView()
        self.view.setAccessibleName(tr("Finds"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = FindModel(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(FindDelegate(self.view, self.model))
        self.nothing: QLabel = Label(tr("Nothing found"), colour="text_secondary")
        self.nothing.setContentsMargins(_EDGE, 8, _EDGE, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BORDER, _BORDER + 4, _BORDER, _BORDER + 4)
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self.nothing)
        self._theme = follow(self.hide)
        self.hide()

    def show_finds(self, finds: Sequence[Find], right: QPoint) -> None:
        """Show these, the list's right top corner at a point of the window."""
        self.model.show_finds(finds)
        self.view.setVisible(bool(finds))
        self.nothing.setVisible(not finds)
        if finds:
            self.view.setCurrentIndex(self.model.index(0, 0))
        theme, window = self._theme, self._home
        width = min(theme.px(_LIST_WIDTH), window.width() - 16)
        heads = sum(map(self.model.heads, range(len(finds))))
        rows = len(finds) * theme.size("row_compact") + heads * theme.px(_HEAD)
        height = (rows or self.nothing.sizeHint().height()) + 2 * (_BORDER + 4)
        height = min(height, theme.px(_MOST_HIGH), window.height() - right.y() - 8)
        self.setGeometry(QRect(max(8, right.x() - width), right.y(), width, height))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet and its border."""
        painter, theme = QPainter(self), self._theme
        ground, line = theme.colour("bg_surface"), theme.colour("line_strong")
        paint.box(painter, QRectF(self.rect()), theme.radius("badge"), fill=ground, border=line)
        painter.end()
