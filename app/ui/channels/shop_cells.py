"""How the list of shops draws its cells: two lines each, and in the first column the badge and the state's shape."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.widgets.badge import paint_badge
from app.ui.widgets.cells import CellDelegate, CellRole, Index
from app.ui.widgets.glyphs import COLOURS, Glyph, paint_glyph
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.progress import paint_meter
from app.ui.widgets.sparkline import HEIGHT as SPARK_HEIGHT
from app.ui.widgets.sparkline import WIDTH as SPARK_WIDTH
from app.ui.widgets.sparkline import paint_sparkline
from app.ui.widgets.table import TableView

SECOND = int(Qt.ItemDataRole.UserRole) + 40  # the line under the first
SPARK = SECOND + 1  # lags of the last day in seconds, for the line beside the words
SHARE = SECOND + 2  # a part of one, for the bar before the words
_BADGE, _BADGE_GAP = 28, 14
_GLYPH, _GLYPH_GAP = 10, 7
_LINE_GAP = 2
_SPARK_GAP = 12
_BAR, _BAR_GAP = 64, 10


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


class LagDelegate(TwoLines):
    """The line of the last day, and beside it how far behind the shop is now."""

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The line where something was sent, and the words."""
        lags = index.data(SPARK)
        if lags:
            height = self.theme.px(SPARK_HEIGHT)
            line = QRectF(room.left(), round(room.center().y() - height / 2), self.theme.px(SPARK_WIDTH), height)
            paint_sparkline(painter, lags, line, self.theme)
        super().paint_content(painter, self._beside(room), option, index)

    def hidden_words(self, rect: QRectF, index: Index) -> str:
        """Both lines if one of them is cut."""
        return super().hidden_words(self._beside(rect), index)

    def _beside(self, room: QRectF) -> QRectF:
        return room.adjusted(self.theme.px(SPARK_WIDTH) + _SPARK_GAP, 0, 0, 0)


class ShareDelegate(TwoLines):
    """A bar and its percentage; without a share only what the words say."""

    def paint_content(self, painter: QPainter, room: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The bar, then the words."""
        share = index.data(SHARE)
        if share is not None:
            height, width = self.theme.size("gauge_height"), self.theme.px(_BAR)
            bar = QRectF(room.left(), round(room.center().y() - height / 2), width, height)
            paint_meter(painter, share, bar, self.theme)
            room = room.adjusted(width + _BAR_GAP, 0, 0, 0)
        super().paint_content(painter, room, option, index)

    def hidden_words(self, rect: QRectF, index: Index) -> str:
        """The words if they are cut: there is the bar before them."""
        before = 0 if index.data(SHARE) is None else self.theme.px(_BAR) + _BAR_GAP
        return super().hidden_words(rect.adjusted(before, 0, 0, 0), index)


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
