"""How the list of shops draws its cells: two lines each, and in the first column the badge and the state's shape."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.widgets.badge import paint_badge
from app.ui.widgets.cells import CellDelegate, CellRole, Index
from app.ui.widgets.glyphs import COLOURS, Glyph, paint_glyph
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.table import TableView

SECOND = int(Qt.ItemDataRole.UserRole) + 40  # the line under the first
_BADGE, _BADGE_GAP = 28, 14
_GLYPH, _GLYPH_GAP = 10, 7
_LINE_GAP = 2


class TwoLines(CellDelegate):
    """A line and a quieter one under it."""

    def __init__(self, view: TableView, *, strong: bool = False, tabular: bool = True) -> None:
        super().__init__(view, tabular=tabular, strong=strong)

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Both lines, or the first one alone in the middle."""
        second = str(index.data(SECOND) or "")
        first = room
        if second:
            first, under = _halves(room, self.theme.line("body"), self.theme.line("small"))
            self._small.draw(painter, under, second, self.ink(option, "text_secondary"))
        words, look = self.words(index), index.data(CellRole.LOOK)
        self.lettering(look).draw(painter, first, words, self.ink(option, self.colour(words, look)))

    def hidden_words(self, rect: QRectF, index: Index) -> str:
        """Both lines if one of them is cut."""
        room = self.room(rect, index.column()).width()
        first, second = self.words(index), str(index.data(SECOND) or "")
        if max(self._bold.advance(first), self._small.advance(second)) <= room + 0.5:
            return ""
        return "\n".join(filter(None, (first, second)))

    def _dress(self) -> None:
        super()._dress()
        self._small = Lettering(self.theme.font("small", tabular=True))


class ShopDelegate(TwoLines):
    """The badge, the name, and the state with its shape."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view, strong=True, tabular=False)

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Badge, name and state."""
        theme = self.theme
        side = theme.px(_BADGE)
        square = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
        paint_badge(painter, str(index.data(CellRole.BADGE)), square, theme, paused=bool(index.data(CellRole.PAUSED)))
        rest = room.adjusted(side + _BADGE_GAP, 0, 0, 0)
        first, under = _halves(rest, theme.line("body"), theme.line("small"))
        self._bold.draw(painter, first, self.words(index), self.ink(option, "text_primary"))
        shape, glyph = theme.px(_GLYPH), Glyph(index.data(CellRole.GLYPH))
        mark = QRectF(under.left(), round(under.center().y() - shape / 2), shape, shape)
        paint_glyph(painter, glyph, mark, theme, colour=self.ink(option, COLOURS[glyph]))
        state = under.adjusted(shape + _GLYPH_GAP, 0, 0, 0)
        self._small.draw(painter, state, str(index.data(SECOND)), self.ink(option, "text_secondary"))

    def hidden_words(self, rect: QRectF, index: Index) -> str:
        """Name and state if one of them is cut."""
        before = self.theme.px(_BADGE) + _BADGE_GAP + self.theme.px(_GLYPH) + _GLYPH_GAP
        return super().hidden_words(rect.adjusted(before, 0, 0, 0), index)


def _halves(room: QRectF, first: int, second: int) -> tuple[QRectF, QRectF]:
    top = round(room.center().y() - (first + second + _LINE_GAP) / 2)
    upper = QRectF(room.left(), top, room.width(), first)
    return upper, QRectF(room.left(), top + first + _LINE_GAP, room.width(), second)
