"""Words on a page: one line, a paragraph with the design's line height, and a line that elides.

All take text as it is: a product name with an ampersand or angle brackets stays a product name.
"""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import follow
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.tips import plain

_PREFERRED_CHARACTERS = 60  # the width that a paragraph asks for when nothing tells it otherwise


class Label(QLabel):
    """One line of text in a type role and a token colour."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        colour: str = "text_primary",
        tabular: bool = False,
        zero: bool = False,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._role, self._colour = role, colour
        self._tabular, self._zero, self._weight = tabular, zero, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = follow(self._dress)
        self._dress()

    def set_colour(self, colour: str) -> None:
        """Another token colour from now on."""
        if colour != self._colour:
            self._colour = colour
            self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role, tabular=self._tabular, zero=self._zero, weight=self._weight))
        self.setMinimumHeight(self._theme.line(self._role))
        palette = QPalette()  # says only what it sets: the rest goes on following the application's
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setPalette(palette)


class ElidedLabel(Label):
    """A line that gives way: it ends in an ellipsis, or has one in its middle, and says all of it in its tooltip."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        colour: str = "text_primary",
        middle: bool = False,
        zero: bool = False,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._drawn: Lettering | None = None  # in the font that it has now
        super().__init__(words, role, colour=colour, zero=zero, weight=weight, parent=parent)
        self._elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for an ellipsis and a letter on each side."""
        return QSize(ceil(self._lettering().advance("m…m")), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        align = Qt.AlignmentFlag(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        colour = self._theme.colour(self._colour)
        self._lettering().draw(painter, QRectF(self.rect()), self.text(), colour, align, self._elide)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in full what does not fit any more."""
        super().resizeEvent(event)
        self._tell()

    def setText(self, words: str) -> None:
        """Other words from now on."""
        super().setText(words)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other widths."""
        self._drawn = None
        super().changeEvent(event)

    def _lettering(self) -> Lettering:
        if self._drawn is None:
            self._drawn = Lettering(self.font())
        return self._drawn

    def _tell(self) -> None:
        cut = self._lettering().advance(self.text()) > self.width() + 0.5
        self.setToolTip(plain(self.text()) if cut else "")


class Paragraph(Label):
    """Text that wraps, with the line height of its type role."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        colour: str = "text_secondary",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._counted: dict[int, int] = {}  # lines by width: a layout asks for the same again and again
        super().__init__(words, role, colour=colour, weight=weight, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._line_count(inner) * self._theme.line(self._role) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """One line if it is short, else a comfortable measure."""
        metrics = QFontMetricsF(self.font())
        measure = metrics.averageCharWidth() * _PREFERRED_CHARACTERS
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        margins = self.contentsMargins()
        width = ceil(min(widest, measure)) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest word on as many lines as it takes: words are never cut."""
        metrics = QFontMetricsF(self.font())
        margins = self.contentsMargins()
        width = ceil(max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0))
        return QSize(width + margins.left() + margins.right(), self._theme.line(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines at the role's pitch."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._colour if self.isEnabled() else "text_disabled"))
        room, pitch = self.contentsRect(), self._theme.line(self._role)
        top = room.top()
        for layout in self._layouts(room.width()):
            layout.draw(painter, QPointF(room.left(), top))
            top += layout.lineCount() * pitch
        painter.end()

    def setText(self, words: str) -> None:
        """Other words from now on."""
        self._counted.clear()
        super().setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other lines."""
        self._counted.clear()
        super().changeEvent(event)

    def _dress(self) -> None:
        self._counted.clear()
        super()._dress()

    def _line_count(self, width: int) -> int:
        found = self._counted.get(width)
        if found is None:
            found = self._counted[width] = sum(layout.lineCount() for layout in self._layouts(width))
        return found

    def _layouts(self, width: int) -> list[QTextLayout]:
        pitch = self._theme.line(self._role)
        return [_laid_out(part, self.font(), width, pitch) for part in self.text().split("\n")]


def _laid_out(words: str, font: QFont, width: int, pitch: int) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        row = layout.lineCount() - 1
        line.setPosition(QPointF(0, row * pitch + round((pitch - line.height()) / 2)))
    layout.endLayout()
    return layout
