"""The cancellation budget of every shop: one cell for each cancellation that its limit allows."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.cancellations import Budget
from app.store.budgets import ShopBudgets
from app.ui.channels.budget_words import (
    SHOWN_CELLS,
    budget_said,
    cells,
    counted_words,
    is_known,
    left_words,
    other_words,
    sum_words,
    trust_words,
    unknown_words,
)
from app.ui.channels.figure_rows import emptied
from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr

_CELL_HEIGHT, _CELL_GAP = 12, 4
_INDENT = 26  # under the badge and its gap
_KEY = 18
_LINK_ABOVE = 4


def paint_cell(painter: QPainter, kind: str, rect: QRectF, theme: Theme) -> None:
    """Draw a cell: "used" is solid, "would" is hatched, "left" is empty."""
    radius = theme.radius("gauge")
    if kind == "used":
        paint.box(painter, rect, radius, fill=theme.colour("accent"))
        return
    paint.box(painter, rect, radius, fill=theme.colour("bg_surface"))
    if kind == "would":
        paint.hatch(painter, rect.adjusted(1, 1, -1, -1), theme.colour("accent"))
    line = "accent_line" if kind == "would" else "line_control"
    paint.box(painter, rect, radius, border=theme.colour(line))


class BudgetCells(QWidget):
    """One cell for each cancellation that is allowed; above twenty of them a bar."""

    def __init__(self, budget: Budget, name: str) -> None:
        super().__init__()
        self._budget = budget
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = follow(self._dress)

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(self._theme.px(240), self._theme.px(_CELL_HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells."""
        painter, budget = QPainter(self), self._budget
        if budget.broken or not budget.allowed:
            whole = QRectF(self.rect())
            colour = "danger" if budget.broken else "line_control"
            fill = self._theme.colour("danger_tint") if budget.broken else None
            paint.box(painter, whole, self._theme.radius("gauge"), fill=fill, border=self._theme.colour(colour))
        elif budget.allowed > SHOWN_CELLS:
            self._paint_bar(painter)
        else:
            self._paint_cells(painter)
        painter.end()

    def _paint_cells(self, painter: QPainter) -> None:
        used, would, left = cells(self._budget)
        kinds = ["used"] * used + ["would"] * would + ["left"] * left
        wide = (self.width() + _CELL_GAP) / len(kinds)
        for place, kind in enumerate(kinds):
            start = paint.aligned(painter, place * wide)
            end = paint.aligned(painter, (place + 1) * wide) - _CELL_GAP
            paint_cell(painter, kind, QRectF(start, 0, end - start, self.height()), self._theme)

    def _paint_bar(self, painter: QPainter) -> None:
        used, would, _ = cells(self._budget)
        share, start = self.width() / self._budget.allowed, 0.0
        paint_cell(painter, "left", QRectF(self.rect()), self._theme)
        for kind, count in (("used", used), ("would", would)):
            if count:
                wide = max(2.0, paint.aligned(painter, count * share))
                paint_cell(painter, kind, QRectF(start, 0, wide, self.height()), self._theme)
                start += wide

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class _Key(QWidget):
    """A cell of the legend."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._theme = follow(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_cell(painter, self._kind, QRectF(self.rect()), self._theme)
        painter.end()

    def _dress(self) -> None:
        self.setFixedSize(self._theme.px(_KEY), self._theme.px(_CELL_HEIGHT))
        self.update()


class ShopBudget(QWidget):
    """One shop's limits."""

    orders_wanted = Signal(object)  # Budget

    def __init__(self, found: ShopBudgets, now: datetime) -> None:
        super().__init__()
        self._theme = follow(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(5)
        first = found.first
        budget = first.budget if first else None
        column.addLayout(self._head(found, budget))
        inner = QVBoxLayout()
        inner.setContentsMargins(_INDENT, 0, 0, 0)
        inner.setSpacing(4)
        column.addLayout(inner)
        if first is not None and budget is not None:
            inner.addWidget(BudgetCells(budget, budget_said(found, budget, now)))
            inner.addWidget(Paragraph(sum_words(budget, now), "small"))
            inner.addLayout(self._source(budget, now))
        rest = [line for line in found.lines if line is not first]
        for line in rest:
            if is_known(line):
                broken = line.budget is not None and line.budget.broken
                colour = "warn_text" if broken else "text_secondary"
                inner.addWidget(Paragraph(other_words(line, now), "small", colour=colour))
        unknown = unknown_words([line for line in rest if not is_known(line)])
        if unknown:
            inner.addWidget(Paragraph(unknown, "small", colour="text_tertiary"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        paint.hairline(self, self._theme.colour("line_hair"))

    def _head(self, found: ShopBudgets, budget: Budget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Badge(found.shop.letter, found.shop.name))
        row.addWidget(Label(found.shop.name))
        if budget is not None:
            row.addWidget(Label(say(budget.limit.title), "small", colour="text_tertiary"), 1)
            left, of = left_words(budget)
            amounts = QHBoxLayout()
            amounts.setSpacing(4)
            amounts.addWidget(Label(left, weight=600, colour="danger" if budget.broken else "text_primary"))
            amounts.addWidget(Label(of, colour="text_secondary"))
            row.addLayout(amounts)
        else:
            row.addStretch(1)
        return row

    def _source(self, budget: Budget, now: datetime) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        source = Paragraph(trust_words(budget.limit, now), "small", colour="text_tertiary")
        source.setContentsMargins(0, _LINK_ABOVE, 0, _LINK_ABOVE)  # on a line with the links beside it
        row.addWidget(source, 1)
        if budget.listed:
            orders = Button(counted_words(len(budget.listed)), Variant.LINK)
            orders.clicked.connect(lambda _checked=False: self.orders_wanted.emit(budget))
            row.addWidget(orders, 0, Qt.AlignmentFlag.AlignVCenter)
        if budget.limit.link:
            page = Button(tr("Its page"), Variant.LINK, name=tr("The page of {source}", source=budget.limit.source))
            page.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(budget.limit.link)))
            row.addWidget(page, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


class NoLimit(QWidget):
    """The shops without a limit."""

    def __init__(self, found: Sequence[ShopBudgets]) -> None:
        super().__init__()
        self._words = Label(tr("No limit set"), colour="text_secondary")
        self._whose = Label(tr("Limits are yours to set."), "small", colour="text_tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(8)
        for one in found:
            row.addWidget(Badge(one.shop.letter, one.shop.name, paused=True))
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._whose)


class BudgetPane(QWidget):
    """The budgets of all shops. `limits_wanted` opens their limits, `orders_wanted` the orders that one counts."""

    limits_wanted = Signal()
    orders_wanted = Signal(object)  # Budget

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._shown: list[ShopBudgets] = []
        self._parts: list[QWidget] = []
        self.title = SectionTitle(tr("Cancellation budget"))
        self.edit = Button(tr("Edit limits…"), Variant.LINK)
        self.edit.clicked.connect(lambda _checked=False: self.limits_wanted.emit())
        self.title.row.addWidget(self.edit)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addLayout(self._rows)
        column.addLayout(_legend())

    @property
    def shown(self) -> Sequence[ShopBudgets]:
        """What is shown."""
        return self._shown

    def show_budgets(self, found: Sequence[ShopBudgets]) -> None:
        """Other budgets from now on; those that are the same stay as they are."""
        if found and _same(found, self._shown):
            return
        self._shown = list(found)
        rows, now = emptied(self._rows), self._now()
        parts: list[QWidget] = []
        for one in found:
            if one.set:
                part = ShopBudget(one, now)
                part.orders_wanted.connect(self.orders_wanted)
                parts.append(part)
        without = [one for one in found if not one.set]
        if without:
            parts.append(NoLimit(without))
        for widget in parts:
            rows.addWidget(widget)
            widget.show()
        self._parts = parts


def _same(one: Sequence[ShopBudgets], other: Sequence[ShopBudgets]) -> bool:
    """Would they read the same? What else is known of a shop changes all the time."""

    def read(found: ShopBudgets) -> tuple[object, ...]:
        return found.shop.id, found.shop.name, found.shop.letter, found.lines, found.days_to_send

    return [read(found) for found in one] == [read(found) for found in other]


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(7)
    for kind, words in (("used", tr("Used")), ("would", tr("Would be used")), ("left", tr("Left"))):
        row.addWidget(_Key(kind))
        row.addWidget(Label(words, "small", colour="text_secondary"))
        row.addSpacing(9)
    row.addStretch(1)
    return row
