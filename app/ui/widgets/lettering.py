"""One line of text, drawn where a painter wants it: elided to fit, vertically centred, and measured only once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

_FITTED_KEPT = 4096  # lines


class Lettering:
    """A font with what drawing lines in it needs to know, and the lines that it fitted last: tables draw them often."""

    def __init__(self, font: QFont) -> None:
        self._font, self._metrics = font, QFontMetricsF(font)
        self._middle = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._advances: dict[str, float] = {}
        self._fitted: dict[tuple[str, int, Qt.TextElideMode], tuple[str, float]] = {}

    def advance(self, words: str) -> float:
        """How wide these words are."""
        found = self._advances.get(words)
        if found is None:
            if len(self._advances) >= _FITTED_KEPT:
                self._advances.clear()
            found = self._advances[words] = self._metrics.horizontalAdvance(words)
        return found

    def fit(self, words: str, width: float, elide: Qt.TextElideMode) -> tuple[str, float]:
        """What of a line fits, and how wide that is."""
        key = (words, int(width), elide)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) >= _FITTED_KEPT:
                self._fitted.clear()
            shown, advance = words, self.advance(words)
            if advance > width + 0.5 and elide is not Qt.TextElideMode.ElideNone:
                shown = self._metrics.elidedText(words, elide, width)
                advance = self.advance(shown)
            found = self._fitted[key] = (shown, advance)
        return found

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        words: str,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> float:
        """Draw one line, vertically centred and elided to fit. Returns the width that it took."""
        shown, advance = self.fit(words, rect.width(), elide)
        left = rect.left()
        if align is Qt.AlignmentFlag.AlignRight:
            left = rect.right() - advance
        elif align is Qt.AlignmentFlag.AlignHCenter:
            left += (rect.width() - advance) / 2
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawText(QPointF(left, round(rect.center().y() + self._middle)), shown)
        return advance
