"""Barcodes as modules of black and white, drawn on paper and on the screen: EAN, Code 128 and QR."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.papers.ink import BLANK, INK
from app.ui.theme import follow
from app.ui.words import tr

CODE = "PLIMSOLL-SCAN"  # shown on the set-up page, to learn a scanner from
_QUIET = {"ean": 9, "code128": 10, "qr": 4}  # modules of white around it, as the standards ask
_WIDTH, _HEIGHT = 420, 72


class Symbol(StrEnum):
    """How a code is drawn."""

    EAN = "ean"
    CODE128 = "code128"
    QR = "qr"


def best(code: str) -> Symbol:
    """EAN where it is one, else Code 128; what Code 128 cannot say in a narrow label is a QR code."""
    if code.isdecimal() and len(code) in (8, 13) and _check_holds(code):
        return Symbol.EAN
    return Symbol.CODE128 if code.isascii() and code.isprintable() and len(code) <= 24 else Symbol.QR


def _check_holds(code: str) -> bool:
    """The last digit of an EAN: weighted 3, 1, 3 … from the right, the sum of all is a multiple of ten (GS1)."""
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(code))) % 10 == 0


def modules(code: str, symbol: Symbol) -> list[str]:
    """Rows of "1" for black and "0" for white; one row where it is bars."""
    if symbol is Symbol.QR:
        import segno

        made = segno.make(code, micro=False, error="m")
        return ["".join("1" if cell else "0" for cell in row) for row in made.matrix]
    import barcode

    kind = ("ean8" if len(code) == 8 else "ean13") if symbol is Symbol.EAN else "code128"
    (bars,) = barcode.get_barcode_class(kind)(code).build()
    return ["".join("1" if letter in "1G" else "0" for letter in bars)]


def draw(painter: QPainter, room: QRectF, code: str, symbol: Symbol | None = None) -> None:
    """Draw it black on white into the middle of `room`, with whole dots for each module where that fits."""
    chosen = symbol or best(code)
    rows = modules(code, chosen)
    quiet = _QUIET[chosen]
    across, down = len(rows[0]) + 2 * quiet, len(rows) + 2 * quiet
    dot = room.width() / across if len(rows) == 1 else min(room.width() / across, room.height() / down)
    dot = float(int(dot)) if dot >= 1 else dot
    painter.fillRect(room, BLANK)
    left = room.left() + (room.width() - dot * len(rows[0])) / 2
    high = room.height() if len(rows) == 1 else dot
    top = room.top() + (0 if len(rows) == 1 else (room.height() - dot * len(rows)) / 2)
    for y, row in enumerate(rows):
        _draw_row(painter, row, QRectF(left, top + y * high, dot, high))


def _draw_row(painter: QPainter, row: str, first: QRectF) -> None:
    begin = 0
    while (begin := row.find("1", begin)) >= 0:
        end = row.find("0", begin)
        end = len(row) if end < 0 else end
        painter.fillRect(
            QRectF(first.left() + begin * first.width(), first.top(), (end - begin) * first.width(), first.height()),
            INK,
        )
        begin = end


class Barcode(QWidget):
    """The code from which a scanner is learned, to be scanned from the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = follow(self._dress)
        self.setAccessibleName(tr("Barcode {code}", code=CODE))
        self._dress()

    def sizeHint(self) -> QSize:
        """Large enough for a scanner."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black on white in both themes: scanners need that."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        whole = QRectF(self.rect())
        painter.fillRect(whole, BLANK)
        draw(painter, whole.adjusted(0, 8, 0, -8), CODE)
        painter.end()

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.updateGeometry()
