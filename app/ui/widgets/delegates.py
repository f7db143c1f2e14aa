"""The cells that are more than text: what a channel shows, status, load gauge, badge and tick."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from app.ui.widgets import paint
from app.ui.widgets.badge import paint_badge
from app.ui.widgets.cells import PADDING, CellDelegate, CellRole, Index
from app.ui.widgets.choice import paint_check
from app.ui.widgets.gauge import Load, paint_gauge
from app.ui.widgets.glyphs import COLOURS, Glyph, paint_glyph

_GLYPH, _GLYPH_GAP = 12, 6
_BOX_PADDING = 4


class ShownDelegate(CellDelegate):
    """What a channel shows: centred under its badge. A number that differs is boxed and bold, never only coloured."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view, role="small", colour="text_secondary", align=Qt.AlignmentFlag.AlignHCenter, tabular=True)

    def room(self, rect: QRectF, _column: int) -> QRectF:
        """All of the cell: these columns are as narrow as their numbers."""
        return rect

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The number, boxed where it differs."""
        look = index.data(CellRole.LOOK)
        if look is None or not look.differs:
            super().paint_content(painter, room, option, index)
            return
        words, height = self.words(index), self.theme.size("badge")
        width = round(self._bold.advance(words)) + 2 * _BOX_PADDING
        left = paint.aligned(painter, room.center().x() - width / 2)
        box = QRectF(left, round(room.center().y() - height / 2), width, height)
        paint.box(painter, box, self.theme.radius("badge"), border=self.ink(option, "warn_mark"))
        self._bold.draw(painter, box, words, self.ink(option, "warn_text"), self.align, Qt.TextElideMode.ElideNone)


class StatusDelegate(CellDelegate):
    """A shape and its word."""

    def __init__(self, view: QAbstractItemView, *, role: str = "small") -> None:
        super().__init__(view, role=role)

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The shape, then the word. Good news is grey."""
        glyph = _glyph(index)
        if glyph is not None:
            side = self.theme.px(_GLYPH)
            square = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
            paint_glyph(painter, glyph, square, self.theme, colour=self.ink(option, COLOURS[glyph]))
            room = room.adjusted(side + _GLYPH_GAP, 0, 0, 0)
        words, look = self.words(index), index.data(CellRole.LOOK)
        name = "text_tertiary" if glyph is Glyph.OK and look is None else self.colour(words, look)
        self.lettering(look).draw(painter, room, words, self.ink(option, name))

    def room(self, rect: QRectF, column: int) -> QRectF:
        """A status is the last to be cut: it may use the padding after it."""
        return super().room(rect, column).adjusted(0, 0, PADDING - 2, 0)


class GaugeDelegate(CellDelegate):
    """The load gauge, from `CellRole.LOAD`."""

    def __init__(self, view: QAbstractItemView, *, width: str = "gauge_width") -> None:
        super().__init__(view)
        self._width = width

    def paint_content(self, painter: QPainter, room: QRectF, _option: QStyleOptionViewItem, index: Index) -> None:
        """The gauge in the middle of the row's height."""
        load = index.data(CellRole.LOAD)
        if isinstance(load, Load):
            width = min(self.theme.size(self._width), int(room.width()))
            height = self.theme.size("gauge_height")
            track = QRectF(room.left(), round(room.center().y() - height / 2), width, height)
            paint_gauge(painter, load, track, self.theme)

    def words(self, _index: Index) -> str:
        """None: the row says its numbers."""
        return ""


class BadgeDelegate(CellDelegate):
    """A channel's badge, from `CellRole.BADGE`, and any text beside it."""

    def __init__(self, view: QAbstractItemView, *, role: str = "body", size: str = "badge_small") -> None:
        super().__init__(view, role=role)
        self._size = size

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The badge, then the text."""
        letters = index.data(CellRole.BADGE)
        side = self.theme.size(self._size)
        if letters:
            square = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
            paint_badge(painter, str(letters), square, self.theme, paused=bool(index.data(CellRole.PAUSED)))
        super().paint_content(painter, room.adjusted(side + PADDING, 0, 0, 0), option, index)


class CheckDelegate(CellDelegate):
    """A box to tick. All of the cell can be clicked; Space ticks it."""

    def paint_content(self, painter: QPainter, room: QRectF, _option: QStyleOptionViewItem, index: Index) -> None:
        """The box, as the model says."""
        side = self.theme.size("icon")
        square = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        paint_check(painter, square, _check_state(index), self.theme, enabled=enabled)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click or Space turns the box over."""
        pressed = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if not (pressed or event.type() == QEvent.Type.MouseButtonRelease):
            return False
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = _check_state(index) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def words(self, _index: Index) -> str:
        """None: the row says what it is."""
        return ""


def _glyph(index: Index) -> Glyph | None:
    value = index.data(CellRole.GLYPH)  # Qt hands a word back as a bare string
    return None if value is None else Glyph(value)


def _check_state(index: Index) -> Qt.CheckState:
    value = index.data(Qt.ItemDataRole.CheckStateRole)
    return Qt.CheckState.Unchecked if value is None else Qt.CheckState(value)
