"""Rows of measured figures: a name, a value, and under the value the sum that it comes from."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.channels.health_words import Said, bar_names
from app.ui.shell.views import clear
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.glyphs import StatusGlyph
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import number, tr

_NAME = 150
_BARS, _BAR_GAP = 52, 6
_SLOW_FROM = 4  # the first bar that is a minute and more


class FigureRow(QWidget):
    """One figure."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self._name = Paragraph(said.name)
        self._value = Label(said.value, weight=600, tabular=True)
        self._why = Paragraph(said.why, "small")
        self._look = StatusGlyph(said.glyph, tr("Needs a look"), size=11) if said.glyph else None
        words = QVBoxLayout()
        words.setSpacing(1)
        line = QHBoxLayout()
        line.setSpacing(6)
        if self._look is not None:
            line.addWidget(self._look)
        line.addWidget(self._value)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 8)
        row.setSpacing(12)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._theme = follow(self._dress)
        self._value.set_colour("warn_text" if said.missed else "text_primary")
        self.setAccessibleName(f"{said.name}: {said.value}. {said.why}")
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        paint.hairline(self, self._theme.colour("line_hair"))

    def _dress(self) -> None:
        self._name.setFixedWidth(self._theme.px(_NAME))


class FigureRows(QWidget):
    """All of them, one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self._said: list[Said] = []
        self._rows: list[FigureRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def said(self) -> Sequence[Said]:
        """What is shown."""
        return self._said

    def show_figures(self, said: Sequence[Said]) -> None:
        """Other figures from now on; what reads the same is left alone."""
        for place, one in enumerate(said):
            if place < len(self._said) and self._said[place] == one:
                continue
            row = FigureRow(one)
            if place < len(self._rows):
                self._rows[place].hide()
                self._rows[place].deleteLater()
                self._column.removeWidget(self._rows[place])
                self._rows[place] = row
            else:
                self._rows.append(row)
            self._column.insertWidget(place, row)
            row.show()
        self._said = list(said)


class LagBars(QWidget):
    """The histogram of how long confirming took. Bars over a minute are amber; under each its count and its edge."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self._names = bar_names()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)
        self._dress()
        self.show_counts((0,) * len(self._names))

    def show_counts(self, counts: Sequence[int]) -> None:
        """Other counts from now on."""
        self._counts = tuple(counts)
        said = (
            tr("{bar}: {count}", bar=name, count=count)
            for name, count in zip(self._names, self._counts, strict=True)
            if count
        )
        self.setAccessibleName(tr("Confirmed after: {bars}", bars=", ".join(said) or tr("nothing was sent")))
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for the bars and two lines of words."""
        return QSize(self._theme.px(360), self._theme.px(_BARS) + 2 * self._theme.line("micro"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter, theme = QPainter(self), self._theme
        line, most = theme.line("micro"), max(1, *self._counts)
        height, wide = theme.px(_BARS), self.width() / len(self._counts)
        for place, (name, count) in enumerate(zip(self._names, self._counts, strict=True)):
            left = paint.aligned(painter, place * wide)
            room = QRectF(left, 0, wide - _BAR_GAP, height)
            tall = 0.0 if not count else max(2.0, room.height() * count / most)
            bar = QRectF(left, line + height - tall, room.width(), tall)
            painter.fillRect(bar, theme.colour("warn_mark" if place >= _SLOW_FROM else "accent"))
            above = QRectF(left, bar.top() - line, room.width(), line)
            if count:
                self._lettering.draw(painter, above, number(count), theme.colour("text_secondary"), _MIDDLE)
            under = QRectF(left, line + height, room.width(), line)
            painter.fillRect(QRectF(left, line + height, room.width(), 1), theme.colour("line_strong"))
            self._lettering.draw(painter, under, name, theme.colour("text_tertiary"), _MIDDLE)
        painter.end()

    def _dress(self) -> None:
        self._lettering = Lettering(self._theme.font("micro", tabular=True))
        self.updateGeometry()
        self.update()


_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class TwoColumns(QWidget):
    """Two parts side by side where there is room, and else one under the other."""

    def __init__(self, first: QWidget, second: QWidget, *, least: int, gap: int) -> None:
        super().__init__()
        self._parts, self._least, self._beside = (first, second), least, True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(gap)
        self._theme = follow(self._again)
        self._place()

    def fit(self, width: int) -> None:
        """This is how wide it may be."""
        beside = width >= self._theme.px(self._least)
        if beside != self._beside:
            self._beside = beside
            self._place()

    def _again(self) -> None:
        self.fit(self.width())

    def _place(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
        first, second = self._parts
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(first, 0, 0, top)
        self._grid.addWidget(second, *((0, 1) if self._beside else (1, 0)), top)
        self._grid.setColumnStretch(0, 56)
        self._grid.setColumnStretch(1, 44 if self._beside else 0)


def emptied(column: QVBoxLayout) -> QVBoxLayout:
    """The same column with nothing in it."""
    clear(column)
    return column
