"""How long it went well between oversells: one bar for each calm, and the one that lasts now (R25)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import number, tr, trn

_BARS, _BAR, _GAP, _HEIGHT = 12, 9, 4, 34


class Calms(QWidget):
    """Bars, the oldest first; the one that lasts is in the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.days: Sequence[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = follow(self.update)

    def show_days(self, days: Sequence[int]) -> None:
        """These, the newest twelve."""
        self.days = tuple(days[-_BARS:])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its bars."""
        px = self._theme.px
        return QSize(max(1, len(self.days)) * (px(_BAR) + _GAP), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each as high as it lasted; none is lower than can be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most, wide = max([1, *self.days]), self._theme.px(_BAR)
        for place, days in enumerate(self.days):
            high = max(2.0, days / most * (self.height() - 1))
            rect = QRectF(place * (wide + _GAP), self.height() - high, wide, high)
            colour = "accent" if place == len(self.days) - 1 else "line_strong"
            paint.box(painter, rect, 1.5, fill=self._theme.colour(colour))
        painter.end()


class DaysSince(QWidget):
    """The number, its words, the bars, and what the causes were."""

    def __init__(self) -> None:
        super().__init__()
        self.days = Label("", "title", tabular=True)
        self.words = Label("", colour="text_secondary")
        self.longest = Label("", "small", colour="text_tertiary")
        self.calms = Calms()
        self.causes = ElidedLabel("", "small", colour="text_secondary")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.longest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.days)
        row.addLayout(said)
        row.addSpacing(12)
        row.addWidget(self.calms)
        row.addSpacing(12)
        row.addWidget(self.causes, 1)

    def show_days(self, days: Sequence[int], causes: Sequence[tuple[str, int]]) -> None:
        """How long since the newest, and what the confirmed causes were. Hidden where there was none yet."""
        self.setVisible(bool(days))
        if not days:
            return
        since, longest = days[-1], max(days)
        self.days.setText(number(since))
        self.words.setText(trn("day since the last oversell", "days since the last oversell", since))
        self.longest.setText(trn("The longest calm was {n} day", "The longest calm was {n} days", longest))
        self.calms.show_days(days)
        named = ", ".join(f"{name} {number(count)}" for name, count in causes)
        self.causes.setText(tr("Causes: {causes}", causes=named) if named else "")
        self.setAccessibleName(" ".join((self.days.text(), self.words.text(), self.longest.text(), self.causes.text())))
