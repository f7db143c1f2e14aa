"""Counting sheets and labels, drawn page by page with any painter: on paper, or into a picture for a test.

All measures are millimetres of the page, times `dot`: the painter's own dots in a millimetre.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from app.core.count_paper import PaperLine, sheet_code
from app.ui.count import barcode
from app.ui.count.barcode import Symbol
from app.ui.papers.ink import BLANK, INK
from app.ui.words import number, tr

A4 = (210.0, 297.0)
_EDGE, _TOP, _ROW = 14.0, 44.0, 12.5
_SMALLEST = 0.7  # of a size, where words are long
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Brush:
    """A painter and how many of its dots are a millimetre."""

    painter: QPainter
    dot: float

    def rect(self, left: float, top: float, width: float, height: float) -> QRectF:
        """A rectangle given in millimetres."""
        return QRectF(left * self.dot, top * self.dot, width * self.dot, height * self.dot)

    def words(self, text: str, room: QRectF, size: float, *, bold: bool = False, middle: bool = False) -> None:
        """One line of words: smaller where it is too long, and cut with an ellipsis where that does not do."""
        font = QFont(QApplication.font())
        font.setBold(bold)
        full = max(1, round(size * self.dot))
        for dots in range(full, max(1, round(full * _SMALLEST)) - 1, -1):
            font.setPixelSize(dots)
            if QFontMetricsF(font).horizontalAdvance(text) <= room.width():
                break
        self.painter.setFont(font)
        self.painter.setPen(INK)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self.painter.drawText(room, Qt.AlignmentFlag.AlignCenter if middle else _FLAGS, cut)

    def box(self, room: QRectF) -> None:
        """A box to write into."""
        self.painter.setPen(QPen(INK, 0.3 * self.dot))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(room)

    def line(self, top: float) -> None:
        """A hairline across the page."""
        self.painter.fillRect(self.rect(_EDGE, top, A4[0] - 2 * _EDGE, 0.15), INK)


def draw_sheet(brush: Brush, count: int, name: str, page: int, pages: int, lines: Sequence[PaperLine]) -> None:
    """One sheet of a count: its barcode, a line with barcode and box for each place, and the total to be written in."""
    brush.painter.fillRect(brush.rect(0, 0, *A4), BLANK)
    brush.words(name, brush.rect(_EDGE, 12, 100, 8), 6, bold=True)
    shelf = lines[0].shelf or tr("Without a shelf")
    brush.words(shelf, brush.rect(_EDGE, 20, 100, 7), 5)
    said = tr("Sheet {page} of {pages}. Scan its code, then type the numbers in this order.", page=page, pages=pages)
    brush.words(said, brush.rect(_EDGE, 32.5, A4[0] - 2 * _EDGE, 5), 3)
    barcode.draw(brush.painter, brush.rect(122, 12, 74, 16), sheet_code(count, page), Symbol.CODE128)
    brush.words(sheet_code(count, page), brush.rect(122, 28, 74, 5), 3, middle=True)
    for left, width, head in ((_EDGE, 34, tr("Place")), (50, 60, tr("Product")), (172, 24, tr("Counted"))):
        brush.words(head, brush.rect(left, _TOP - 6, width, 5), 3)
    for place, line in enumerate(lines):
        _draw_line(brush, line, _TOP + place * _ROW)
    bottom = _TOP + len(lines) * _ROW
    brush.line(bottom)
    total = tr("Total of this sheet, {n} lines", n=number(len(lines)))
    brush.words(total, brush.rect(_EDGE, bottom + 2, 150, 8), 4, bold=True)
    brush.box(brush.rect(172, bottom + 2, 24, 9))


def _draw_line(brush: Brush, line: PaperLine, top: float) -> None:
    brush.line(top)
    brush.words(line.place or "–", brush.rect(_EDGE, top, 34, _ROW), 3.2)
    brush.words(line.title, brush.rect(50, top + 1, 58, 5.5), 3.6, bold=True)
    brush.words(line.sku, brush.rect(50, top + 6.2, 58, 5), 3)
    code = line.barcode or line.sku
    symbol = barcode.best(code)
    barcode.draw(brush.painter, brush.rect(110, top + 1, 58, _ROW - 2), code, symbol)
    brush.box(brush.rect(172, top + 1.5, 24, _ROW - 3))


class LabelSheet(Enum):
    """Common sheets of labels on A4: columns, rows, width, height, left and top edge, and the steps between them."""

    L7160 = (3, 7, 63.5, 38.1, 7.2, 15.1, 66.0, 38.1)
    L7163 = (2, 7, 99.1, 38.1, 4.7, 15.1, 101.6, 38.1)
    L7651 = (5, 13, 38.1, 21.2, 4.7, 10.7, 40.6, 21.2)

    @property
    def per_page(self) -> int:
        """Labels on a sheet."""
        return int(self.value[0] * self.value[1])

    def room(self, brush: Brush, place: int) -> QRectF:
        """Where a label lies, counted from the first of its sheet."""
        columns, _, width, height, left, top, across, down = self.value
        row, column = divmod(place, int(columns))
        return brush.rect(left + column * across, top + row * down, width, height)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a label. `code` is what a scanner reads."""

    title: str
    sku: str
    code: str


def draw_labels(brush: Brush, sheet: LabelSheet, labels: Sequence[Label]) -> None:
    """One sheet of labels."""
    brush.painter.fillRect(brush.rect(0, 0, *A4), BLANK)
    for place, label in enumerate(labels):
        _draw_label(brush, sheet.room(brush, place), label)


def _draw_label(brush: Brush, room: QRectF, label: Label) -> None:
    mm = brush.dot
    inner = room.adjusted(2 * mm, 1.5 * mm, -2 * mm, -1.5 * mm)
    symbol = barcode.best(label.code)
    if symbol is Symbol.CODE128 and inner.width() / (11 * len(label.code) + 55) < 0.2 * mm:
        symbol = Symbol.QR  # bars thinner than a fifth of a millimetre are not read
    words = min(3.4 * mm, inner.height() / 6)
    brush.words(label.title, QRectF(inner.left(), inner.top(), inner.width(), words * 1.3), words / mm, bold=True)
    foot = QRectF(inner.left(), inner.bottom() - words * 1.3, inner.width(), words * 1.3)
    brush.words(label.sku, foot, words / mm, middle=True)
    middle = QRectF(inner.left(), inner.top() + words * 1.4, inner.width(), inner.height() - words * 2.7)
    barcode.draw(brush.painter, middle, label.code, symbol)
