"""The timeline of an incident: what was available, what buyers still saw, sales, updates, and where it went over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.diagnosis_facts import Facts, Place
from app.core.diagnosis_questions import window
from app.ui.theme import Theme, follow
from app.ui.widgets import paint
from app.ui.widgets.badge import paint_badge
from app.ui.words import clock_time, duration, number, signed, tr

_PLOT, _LANE, _AXIS, _LEFT, _RIGHT, _TOP = 128, 28, 26, 152, 64, 10
_QUIET = timedelta(seconds=45)  # a time without an update that is worth saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How moments and pieces become pixels."""

    begin: datetime
    end: datetime
    left: float
    right: float
    top: float
    bottom: float
    low: int
    high: int

    def x(self, at: datetime) -> float:
        """Where a moment is; what lies outside stands at the edge."""
        share = (at - self.begin) / (self.end - self.begin)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def y(self, pieces: float) -> float:
        """Where a number is."""
        return self.bottom - (pieces - self.low) / max(1, self.high - self.low) * (self.bottom - self.top)


def shown_span(facts: Facts) -> tuple[datetime, datetime]:
    """From a little before the last good update to a little after the last order that went over."""
    begin, end = window(facts)
    last = max([facts.opened_at, *(max(sale.booked_at, sale.bought_at) for sale in facts.over)])
    last = min(end, max([last, *(one.at for one in facts.told if one.at <= last + timedelta(minutes=5))]))
    spare = max(timedelta(seconds=20), (last - begin) * 0.06)
    return begin - spare, last + spare


def fired_alerts(facts: Facts) -> list[datetime]:
    """When an alert fired in the time that is shown."""
    begin, end = shown_span(facts)
    return [one.at for one in facts.checks if one.seq and one.outcome == "fired" and begin <= one.at <= end]


def has_alerts(facts: Facts | None) -> bool:
    """Is there anything for their lane?"""
    return facts is not None and bool(fired_alerts(facts))


class Timeline(QWidget):
    """Draws one incident. The same events stand in a table for the keyboard; this says them in one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Timeline"))
        self._theme = follow(self._dress)
        self._dress()

    def show_facts(self, facts: Facts) -> None:
        """This incident from now on."""
        self._facts = facts
        self._dress()

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        lanes = 1 + len(self._lanes()) + has_alerts(self._facts)
        return QSize(600, self._theme.px(_TOP + _PLOT + lanes * _LANE + _AXIS))

    minimumSizeHint = sizeHint

    def _lanes(self) -> list[Place]:
        """The places that sold too many first, and those that sold beside them, four at most."""
        if self._facts is None:
            return []
        begin, end = shown_span(self._facts)
        over = {sale.listing for sale in self._facts.over}
        near = {sale.listing for sale in self._facts.sales if begin <= sale.bought_at <= end}
        places = [place for place in self._facts.places if place.listing in over | near]
        return sorted(places, key=lambda place: place.listing not in over)[:4]

    def _dress(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plot, and under it a lane for sales and one for each place."""
        if self._facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = Drawing(painter, self._facts, self._lanes(), self._theme, QRectF(self.rect()))
        drawing.draw()
        painter.end()


class Drawing:
    """One painting of a timeline."""

    def __init__(self, painter: QPainter, facts: Facts, lanes: Sequence[Place], theme: Theme, room: QRectF) -> None:
        self.p, self.facts, self.lanes, self.theme = painter, facts, lanes, theme
        begin, end = shown_span(facts)
        px = theme.px
        self.room = room
        self.moves = [move for move in facts.moves if move.at <= end]
        inside = [move.available_after for move in self.moves if move.at >= begin]
        before = [move.available_after for move in self.moves if move.at < begin][-1:]
        shown = [one.pieces for one in facts.shown if begin <= one.at <= end]
        values = [*inside, *before, *shown, 1]
        self.scale = Scale(
            begin=begin, end=end, left=px(_LEFT), right=room.width() - px(_RIGHT), top=px(_TOP),
            bottom=px(_TOP + _PLOT) - px(12), low=min(0, *values), high=max(values) + 1,
        )  # fmt: skip
        self.start = before[0] if before else (inside[0] if inside else 0)

    def draw(self) -> None:
        """All of it, from the ground up."""
        self._grid()
        steps = self._steps()
        self._area(steps)
        self._seen()
        self._floor()
        self._line(steps)
        self._over()
        self._say_seen()
        self._sales()
        for turn, place in enumerate(self.lanes):
            self._lane(place, turn + 1)
        if has_alerts(self.facts):
            self._alerts(len(self.lanes) + 1)

    # --- the plot ---------------------------------------------------------------------------------------------------

    def _text(
        self,
        rect: QRectF,
        words: str,
        colour: str = "text_secondary",
        align: Any = None,
        role: str = "small",
        weight: int | None = None,
    ) -> None:
        self.p.setFont(self.theme.font(role, tabular=True, weight=weight))
        self.p.setPen(self.theme.colour(colour))
        self.p.drawText(rect, align or (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _steps(self) -> list[tuple[float, int]]:
        later = [(self.scale.x(m.at), m.available_after) for m in self.moves if m.at >= self.scale.begin]
        steps = [(self.scale.left, self.start), *later]
        return [*steps, (self.scale.right, steps[-1][1])]

    def _grid(self) -> None:
        scale, line = self.scale, self.theme.px(16)
        zero = scale.y(0)
        self.p.setPen(QPen(self.theme.colour("grid"), 1))
        span = (scale.end - scale.begin).total_seconds()
        step = next((s for s in (15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400) if span / s <= 7), 28800)
        at = datetime.fromtimestamp((int(scale.begin.timestamp()) // step + 1) * step, tz=scale.begin.tzinfo)
        bottom = self._lane_top(len(self.lanes) + 1 + has_alerts(self.facts))
        while at < scale.end:
            x = paint.snapped(self.p, scale.x(at))
            self.p.setPen(QPen(self.theme.colour("grid"), 1))
            self.p.drawLine(QPointF(x, scale.top), QPointF(x, bottom))
            wide = QRectF(x - 50, bottom + 4, 100, line)
            self._text(wide, clock_time(at, seconds=step < 60), align=Qt.AlignmentFlag.AlignCenter)
            at += timedelta(seconds=step)
        self._text(QRectF(0, scale.top, self.theme.px(90), line), tr("Available"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        edge = scale.left - self.theme.px(8)
        for value in {0, self.start}:
            self._text(QRectF(edge - 60, scale.y(value) - line / 2, 60, line), number(value), align=right)
        self.p.setPen(QPen(self.theme.colour("line_control"), 1))
        self.p.drawLine(QPointF(scale.left, zero), QPointF(scale.right, zero))

    def _area(self, steps: Sequence[tuple[float, int]]) -> None:
        zero = self.scale.y(0)
        for (x, value), (to, _) in pairwise(steps):
            y = self.scale.y(value)
            rect = QRectF(x, min(y, zero), to - x, abs(zero - y))
            if value > 0:
                self.p.fillRect(rect, self.theme.colour("available_fill"))
            elif value < 0:
                paint.hatch(self.p, rect, self.theme.colour("danger"))

    def _beside(self, y: float) -> QRectF:
        """Room for a word at the right of the plot."""
        line = self.theme.line("small")
        return QRectF(self.scale.right + 8, y - line / 2, self.room.right() - self.scale.right - 8, line)

    def _line(self, steps: Sequence[tuple[float, int]]) -> None:
        for (x, value), (to, after) in pairwise(steps):
            self.p.setPen(QPen(self.theme.colour("available_line"), 2))
            self.p.drawLine(QPointF(x, self.scale.y(value)), QPointF(to, self.scale.y(value)))
            self.p.drawLine(QPointF(to, self.scale.y(value)), QPointF(to, self.scale.y(after)))
        last = steps[-1][1]
        rect = self._beside(self.scale.y(last))
        self._text(rect, number(last), "danger" if last < 0 else "text_primary", weight=600)

    def _seen(self) -> None:
        """What the places that went over still showed, dotted."""
        over = {sale.listing for sale in self.facts.over}
        for place in [place for place in self.lanes if place.listing in over][:2]:
            rows = [one for one in self.facts.shown if one.listing == place.listing and one.at <= self.scale.end]
            if not rows:
                continue
            self.p.setPen(paint.pen(self.theme.colour("on_hand_line"), 1.4, (2.0, 3.0)))
            before = [one.pieces for one in rows if one.at < self.scale.begin]
            x, value = self.scale.left, before[-1] if before else rows[0].pieces
            for one in [one for one in rows if one.at >= self.scale.begin]:
                to = self.scale.x(one.at)
                self.p.drawLine(QPointF(x, self.scale.y(value)), QPointF(to, self.scale.y(value)))
                self.p.drawLine(QPointF(to, self.scale.y(value)), QPointF(to, self.scale.y(one.pieces)))
                x, value = to, one.pieces
            self.p.drawLine(QPointF(x, self.scale.y(value)), QPointF(self.scale.right, self.scale.y(value)))

    def _say_seen(self) -> None:
        """What the place that was furthest off showed when it sold too many."""
        seen = []
        for sale in self.facts.over:
            rows = [one for one in self.facts.shown if one.listing == sale.listing and one.at < sale.bought_at]
            if rows and sale.bought_at >= self.scale.begin:
                seen.append((rows[-1].pieces, self.scale.x(sale.bought_at), sale))
        if not seen:
            return
        pieces, x, sale = max(seen, key=lambda one: one[0])
        words = tr("{shop} still showed {n}", shop=self.facts.shop_name(sale.shop), n=pieces)
        self.p.setFont(self.theme.font("small", tabular=True))
        line, wide = self.theme.px(18), self.p.fontMetrics().horizontalAdvance(words)
        y = self.scale.y(pieces)
        floor = self._floor_y()
        under = floor is not None and 0 <= y - floor <= line  # over the line it would lie on the floor
        rect = QRectF(max(self.scale.left, x - wide - 8), y + 2 if under else y - line - 1, wide, line)
        self.p.fillRect(rect, self.theme.colour("bg_surface"))
        self._text(rect, words)

    def _floor_y(self) -> float | None:
        """Where the floor is that held then; None where none was set, or it is out of view."""
        rule = self.facts.rule_at("floor", self.facts.opened_at, product=self.facts.product)
        if rule is None or rule.value is None or not self.scale.low <= float(rule.value) <= self.scale.high:
            return None
        return self.scale.y(float(rule.value))

    def _floor(self) -> None:
        y = self._floor_y()
        rule = self.facts.rule_at("floor", self.facts.opened_at, product=self.facts.product)
        if y is None or rule is None or rule.value is None:
            return
        self.p.setPen(QPen(self.theme.colour("floor_line"), 1.5))
        self.p.drawLine(QPointF(self.scale.left, y), QPointF(self.scale.right, y))
        self._text(self._beside(y), tr("Floor {n}", n=int(rule.value)), "text_primary")

    def _over(self) -> None:
        """Where it went over: a disc with a cross, in the order of the ledger."""
        numbers = {sale.order for sale in self.facts.over}
        for move in self.moves:
            if move.order in numbers and move.committed > 0 and move.at >= self.scale.begin:
                middle = QPointF(self.scale.x(move.at), self.scale.y(move.available_after))
                self.p.setPen(QPen(self.theme.colour("bg_surface"), 1.5))
                self.p.setBrush(self.theme.colour("event_oversell"))
                self.p.drawEllipse(middle, 6.5, 6.5)
                self._cross(middle, 2.4, "text_on_danger")

    def _cross(self, middle: QPointF, arm: float, colour: str) -> None:
        self.p.setPen(QPen(self.theme.colour(colour), 1.6))
        for x, y in ((arm, arm), (arm, -arm)):
            self.p.drawLine(middle - QPointF(x, y), middle + QPointF(x, y))

    # --- the lanes --------------------------------------------------------------------------------------------------

    def _lane_top(self, turn: int) -> float:
        return self.theme.px(_TOP + _PLOT + turn * _LANE)

    def _lane_head(self, turn: int, words: str) -> float:
        top = self._lane_top(turn)
        self.p.setPen(QPen(self.theme.colour("line_hair"), 1))
        self.p.drawLine(QPointF(0, top), QPointF(self.room.width(), top))
        self.p.setFont(self.theme.font("small"))
        fit = self.p.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.theme.px(_LEFT - 14))
        self._text(QRectF(0, top, self.theme.px(_LEFT - 8), self.theme.px(_LANE)), fit)
        return top + self.theme.px(_LANE) / 2

    def _sales(self) -> None:
        y = self._lane_head(0, tr("Sales"))
        side, taken = self.theme.size("badge_small"), 0.0
        for sale in self.facts.sales:
            if not self.scale.begin <= sale.bought_at <= self.scale.end:
                continue
            place = self.facts.place(sale.listing)
            x = max(self.scale.x(sale.bought_at) - side / 2, taken)
            if x > self.room.width() - 40:
                break
            paint_badge(self.p, place.letter if place else "?", QRectF(x, y - side / 2, side, side), self.theme)
            colour = "danger" if sale.over else "text_primary"
            self._text(QRectF(x + side + 4, y - 9, 40, 18), signed(-sale.pieces), colour)
            taken = x + side + 34

    def _lane(self, place: Place, turn: int) -> None:
        """Its updates: a dot for each confirmed, a cross for each that failed, and the longest time without one."""
        y = self._lane_head(turn, tr("Sent to {shop}", shop=place.name))
        if turn == len(self.lanes):
            bottom = self._lane_top(turn + 1)
            self.p.setPen(QPen(self.theme.colour("line_hair"), 1))
            self.p.drawLine(QPointF(0, bottom), QPointF(self.room.width(), bottom))
        scale = self.scale
        goods = [
            one.at for one in self.facts.told
            if one.listing == place.listing and one.seconds is not None and scale.begin <= one.at <= scale.end
        ]  # fmt: skip
        bad = [
            call.at for call in self.facts.said
            if call.shop == place.shop and call.failed and scale.begin <= call.at <= scale.end
        ]  # fmt: skip
        quiet = self._without(place, goods, y)
        for at in goods:
            self.p.setPen(Qt.PenStyle.NoPen)
            self.p.setBrush(self.theme.colour("available_line"))
            self.p.drawEllipse(QPointF(scale.x(at), y), 4, 4)
        last = -20.0
        for at in bad:
            if scale.x(at) - last >= 9:
                last = scale.x(at)
                self._cross(QPointF(last, y), 3.6, "danger")
        if quiet is not None:
            self._say_quiet(*quiet, bad, y)

    def _alerts(self, turn: int) -> None:
        """Filled where one fired; a ring where one was on the screen, beside it where it would hide it."""
        y, scale, ink = self._lane_head(turn, tr("Alerts")), self.scale, self.theme.colour("warn_mark")
        bottom = self._lane_top(turn + 1)
        self.p.setPen(QPen(self.theme.colour("line_hair"), 1))
        self.p.drawLine(QPointF(0, bottom), QPointF(self.room.width(), bottom))
        fired = [scale.x(at) for at in fired_alerts(self.facts)]
        self.p.setPen(Qt.PenStyle.NoPen)
        self.p.setBrush(ink)
        for x in fired:
            self.p.drawEllipse(QPointF(x, y), 4, 4)
        self.p.setPen(QPen(ink, 1.4))
        self.p.setBrush(Qt.BrushStyle.NoBrush)
        for at in self.facts.alerts_seen:
            if scale.begin <= at <= scale.end:
                x = scale.x(at)
                while any(abs(x - other) < 9 for other in fired):
                    x += 1
                self.p.drawEllipse(QPointF(x, y), 4, 4)

    def _without(self, place: Place, goods: Sequence[datetime], y: float) -> tuple[datetime, datetime] | None:
        """The time without an update in which it sold too many."""
        over = [sale.bought_at for sale in self.facts.over if sale.listing == place.listing]
        if not over:
            return None
        begin = max([at for at in goods if at <= over[0]], default=self.scale.begin)
        end = min([at for at in goods if at > over[0]], default=self.scale.end)
        if end - begin < _QUIET:
            return None
        self.p.setPen(paint.pen(self.theme.colour("danger"), 1.2, (1.5, 3.5)))
        self.p.drawLine(QPointF(self.scale.x(begin) + 6, y), QPointF(self.scale.x(end) - 6, y))
        return begin, end

    def _say_quiet(self, begin: datetime, end: datetime, bad: Sequence[datetime], y: float) -> None:
        """How long it was, where there is most room between the crosses."""
        words = tr("{time} without an update", time=duration(end - begin))
        self.p.setFont(self.theme.font("small", weight=600))
        wide, line = self.p.fontMetrics().horizontalAdvance(words) + 12, self.theme.px(18)
        edges = [self.scale.x(at) for at in (begin, *(at for at in bad if begin < at < end), end)]
        first, last = max(pairwise(edges), key=lambda pair: pair[1] - pair[0])
        if wide + 12 > last - first:
            return
        rect = QRectF((first + last) / 2 - wide / 2, y - line / 2, wide, line)
        self.p.fillRect(rect, self.theme.colour("bg_surface"))
        self._text(rect, words, "text_primary", align=Qt.AlignmentFlag.AlignCenter, weight=600)
