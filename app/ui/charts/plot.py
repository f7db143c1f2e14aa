"""The stock chart drawn: pyqtgraph carries the lines and the scale, two painters the ground and the marks.

Import it late: pyqtgraph and numpy cost half a second and 57 MB.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.ui.charts.frame import TICK, Frame, Measures, Placed, Stacks, Wanted, apart, beside, dates, frame, stacks
from app.ui.charts.picture import Event, Mark, Picture
from app.ui.charts.steps import Dip, Step, below_zero, dips, reduced, short_of
from app.ui.charts.words import ChartWords
from app.ui.theme import Theme
from app.ui.widgets import paint
from app.ui.widgets.lettering import Lettering

_DISC, _DISC_OUT, _DISC_STROKE = 9, 13, 1.5
_CROSS = 2.4
_MARKS_APART, _DAYS_APART = 7, 9
_LABEL_LINE = 4  # a line goes so far towards its label


class StockPlot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws one picture at a time. It takes no mouse and no keys: whoever holds it moves its cursor."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._theme = theme
        self._picture: Picture | None = None
        self._words: ChartWords | None = None
        self.frame_: Frame | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self.setCentralItem(self._box)
        self._ground, self._marks = _Painter(self._paint_ground), _Painter(self._paint_marks)
        self._ground.setZValue(-1000)  # pyqtgraph's box lies at −100
        self._marks.setZValue(1000)
        for painter in (self._ground, self._marks):
            self.scene().addItem(painter)
        self._fill, self._on_hand, self._available = _curve(), _curve(), _curve()
        self._reorder, self._floor, self._expected = _curve(), _curve(smooth=True), _curve()
        for curve in (self._fill, self._on_hand, self._available, self._expected, self._reorder, self._floor):
            self._box.addItem(curve)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cursor.hide()
        self._box.addItem(self._cursor)
        theme.changed.connect(self._dress)
        self._dress()

    # What its holder tells

    def show_picture(self, picture: Picture, words: ChartWords) -> None:
        """Draw this."""
        self._picture, self._words = picture, words
        self._lay_out()

    def set_cursor(self, at: float | None) -> None:
        """Put the cursor on a moment, or take it away."""
        self._cursor.setVisible(at is not None)
        if at is not None and self._picture is not None:
            self._cursor.setValue(at - self._picture.start)

    def drawn_points(self) -> tuple[Sequence[float], Sequence[float]]:
        """The points of the available line as they are drawn: what cannot be seen is left out."""
        x, y = self._available.getData()
        return x, y

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything stands elsewhere."""
        super().resizeEvent(event)
        if getattr(self, "_picture", None) is not None:
            self._lay_out()

    def event(self, event: QEvent) -> bool:
        """On another screen a pixel may be another size."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._dress()
        return bool(super().event(event))

    # Where things are

    def _lay_out(self) -> None:
        picture, words, theme = self._picture, self._words, self._theme
        assert picture is not None
        assert words is not None
        self._letters, self._strong = Lettering(theme.font("micro")), Lettering(theme.font("micro", weight=600))
        measures = Measures(
            line=theme.line("micro"), advance=self._letters.advance, number=words.number, scale=theme.text_scale
        )
        self._dips = dips(picture.available)
        labels = (words.reorder, words.events, *((words.now,) if self._open_dip() else ()))
        widest = max((*labels, words.floor), key=self._strong.advance)
        here = frame(picture, self.width(), self.height(), (widest, widest + "0"), measures)
        self.frame_ = here
        self._areas = (short_of(picture.available, picture.floor), below_zero(picture.available))
        self._stacks: Stacks = stacks(picture.events, here, theme.text_scale)
        self._dates = self._place_dates(here, picture, words)
        self._set_lines(picture, here)
        self._cursor.setSpan(1 - (here.lane + 1) / here.height, 1 - here.top / 2 / here.height)
        for painter in (self._ground, self._marks):
            painter.cover(QRectF(0, 0, self.width(), self.height()))

    def _open_dip(self) -> Dip | None:
        return self._dips[-1] if self._dips and self._dips[-1].now else None

    def _place_dates(self, here: Frame, picture: Picture, words: ChartWords) -> list[Placed]:
        receipts = [event.at for event in picture.events if event.mark is Mark.RECEIPT]
        wanted = [
            Wanted(words.today, here.x(picture.end)),
            *(self._day_ahead(here, picture, words, event.at) for event in self._coming()[:1]),
            Wanted(words.day(picture.start), here.left, begins=True),
            *(Wanted(words.day(at), here.x(at)) for at in reversed(receipts)),
        ]
        return dates(wanted, here.width, self._letters.advance, self._theme.text_scale)

    def _day_ahead(self, here: Frame, picture: Picture, words: ChartWords, at: float) -> Wanted:
        """A day to come stands at its place, or at the right of "Today" where that is too near."""
        said, advance = words.day(at), self._letters.advance
        free = here.x(picture.end) + advance(words.today) / 2 + _DAYS_APART * self._theme.text_scale
        return Wanted(said, max(here.x(at) - advance(said) / 2, free), begins=True)

    def _coming(self) -> Sequence[Event]:
        future = self._picture.future if self._picture else None
        return future.arrivals if future else ()

    def _set_lines(self, picture: Picture, here: Frame) -> None:
        start = picture.start
        x = (here.at(0) - start, here.at(here.width) - start)
        self._box.setRange(xRange=x, yRange=(here.value(here.height), here.value(0)), padding=0)
        columns = max(1, round(here.right - here.left))
        available = reduced([(at, value or 0) for at, value in picture.available], columns)
        _set(self._available, available, start)
        _set(self._fill, [(at, max(0, value)) for at, value in available], start)
        _set(self._on_hand, reduced([(at, value or 0) for at, value in picture.on_hand], columns), start)
        _set(self._expected, picture.future.expected if picture.future else (), start)
        beyond = here.at(here.right + _LABEL_LINE * self._theme.text_scale)
        _set(self._reorder, _to(picture.reorder, beyond), start)
        _set(self._floor, _to(picture.floor, beyond), start)

    # What is painted

    def _paint_ground(self, painter: QPainter) -> None:
        here, theme = self.frame_, self._theme
        if here is None or self._picture is None:
            return
        if self._picture.future is not None:
            now = round(here.x(self._picture.end))
            painter.fillRect(QRectF(now, 0, here.right - now, here.lane), theme.colour("future_band"))
            painter.fillRect(QRectF(now, 0, 1, here.lane), theme.colour("line_hair"))
        for tick in here.ticks:
            y = round(here.y(tick))
            painter.fillRect(QRectF(here.left, y, here.right - here.left, 1), theme.colour("grid"))
        for areas, colour in zip(self._areas, ("under_floor_hatch", "below_zero_hatch"), strict=True):
            for area in areas:
                left, right = here.x(area.begin), here.x(area.end)
                rect = QRectF(left, here.y(area.high), max(1.0, right - left), here.y(area.low) - here.y(area.high))
                paint.hatch(painter, rect, theme.colour(colour))

    def _paint_marks(self, painter: QPainter) -> None:
        here, words = self.frame_, self._words
        if here is None or words is None or self._picture is None:
            return
        ink = self._theme.colour
        painter.fillRect(QRectF(here.left, round(here.y(0)), here.right - here.left, 1), ink("zero_line"))
        for tick in here.ticks:
            self._write(painter, words.number(tick), here.left - 5 * self._theme.text_scale, here.y(tick), right=True)
        self._paint_lane(painter, here)
        for placed in self._dates:
            self._write(painter, placed.words, placed.left, here.height - self._theme.line("micro") / 2)
        self._paint_ends(painter, here, words)
        self._paint_crossing(painter, here)
        self._paint_dips(painter, here, words)

    def _paint_lane(self, painter: QPainter, here: Frame) -> None:
        assert self._picture is not None
        theme, scale = self._theme, self._theme.text_scale
        painter.fillRect(QRectF(here.left, here.lane, here.right - here.left, 1), theme.colour("grid"))
        for left, top in self._stacks.places:
            painter.fillRect(QRectF(round(left), round(top), TICK * scale, TICK * scale), theme.colour("event_sale"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, draw in ((Mark.COUNT, _diamond), (Mark.RECEIPT, _triangle)):
            places = (here.x(event.at) for event in self._picture.events if event.mark is mark)
            for x in beside(places, _MARKS_APART * scale):
                draw(painter, x, here.lane, theme)
        for x in beside((here.x(event.at) for event in self._coming()), _MARKS_APART * scale):
            _triangle(painter, x, here.lane, theme, hollow=True)

    def _paint_crossing(self, painter: QPainter, here: Frame) -> None:
        """Where it is expected to fall under its floor: the shape that says "under"."""
        picture = self._picture
        if picture is None or picture.future is None or picture.future.crosses is None or not picture.floor:
            return
        side = self._theme.tokens.symbol_size["receipt"] * self._theme.text_scale
        x, y = here.x(picture.future.crosses), here.y(picture.floor[-1][1] or 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn_mark"))
        corners = (QPointF(x - side / 2 - 1, y - side - 2), QPointF(x + side / 2 + 1, y - side - 2), QPointF(x, y - 2))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_ends(self, painter: QPainter, here: Frame, words: ChartWords) -> None:
        """Labels at the ends of the lines. The floor's stays at its line, the others make way."""
        assert self._picture is not None
        wanted: list[tuple[float, str, str, Lettering, float]] = []
        floor, reorder, dip = _last(self._picture.floor), _last(self._picture.reorder), self._open_dip()
        scale, after = self._theme.text_scale, here.right + 3 * 8 * self._theme.text_scale
        if floor is not None:
            self._paint_disc(painter, here.right + 14 * scale, here.y(floor))
            wanted.append((here.y(floor), words.floor, "text_primary", self._strong, after))
        if dip is not None:
            wanted.append((here.y(dip.value), words.now, "danger", self._strong, here.right + 10 * scale))
        if reorder is not None and reorder != floor:
            wanted.append((here.y(reorder), words.reorder, "axis_text", self._letters, here.right + 8 * scale))
        line = self._theme.line("micro")
        heights = apart([one[0] for one in wanted], line, line / 2, here.bottom)
        for y, (_, said, colour, letters, left) in zip(heights, wanted, strict=True):
            self._write(painter, said, left, y, colour=colour, letters=letters)
        if self._picture.events:
            self._write(painter, words.events, here.right + 8 * scale, here.lane - 4 * scale)

    def _paint_dips(self, painter: QPainter, here: Frame, words: ChartWords) -> None:
        taken: list[QRectF] = []
        for dip in reversed(self._dips):
            x, y = here.x(dip.at), here.y(dip.value)
            self._paint_oversell(painter, x, y)
            said, line = words.number(dip.value), self._theme.line("micro")
            wide = self._strong.advance(said)
            rect = QRectF(x - wide - 10 * self._theme.text_scale, y - line / 2, wide, line)
            if not dip.now and rect.left() >= here.left and not any(rect.intersects(other) for other in taken):
                self._write(painter, said, rect.left(), y, colour="danger", letters=self._strong)
                taken.append(rect)

    def _paint_disc(self, painter: QPainter, x: float, y: float) -> None:
        """The Plimsoll mark: a disc with the line going through it."""
        scale, theme = self._theme.text_scale, self._theme
        y = round(y) + 0.5
        with paint.saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("floor_line"), _DISC_STROKE * scale))
            painter.setBrush(theme.colour("bg_surface"))
            painter.drawEllipse(QPointF(x, y), _DISC / 2 * scale, _DISC / 2 * scale)
            painter.drawLine(QPointF(x - _DISC_OUT / 2 * scale, y), QPointF(x + _DISC_OUT / 2 * scale, y))

    def _paint_oversell(self, painter: QPainter, x: float, y: float) -> None:
        scale, theme = self._theme.text_scale, self._theme
        radius, arm = theme.tokens.symbol_size["oversell"] / 2 * scale, _CROSS * scale
        with paint.saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("event_oversell"))
            painter.drawEllipse(QPointF(x, y), radius, radius)
            painter.setPen(paint.pen(theme.colour("text_on_danger"), 1.5 * scale))
            painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
            painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))

    def _write(
        self,
        painter: QPainter,
        words: str,
        x: float,
        y: float,
        *,
        right: bool = False,
        colour: str = "axis_text",
        letters: Lettering | None = None,
    ) -> None:
        line = self._theme.line("micro")
        letters = letters or self._letters
        wide = letters.advance(words)
        rect = QRectF(x - wide if right else x, y - line / 2, wide + 1, line)
        letters.draw(painter, rect, words, self._theme.colour(colour), elide=Qt.TextElideMode.ElideNone)

    def _dress(self) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()  # these pens count in the screen's own pixels
        scale, border = ratio * theme.text_scale, theme.tokens.border
        self.setBackground(theme.colour("bg_surface"))
        self._available.setPen(_pen(theme.colour("available_line"), border["chart_line"] * scale))
        self._fill.setPen(None)
        self._fill.setBrush(theme.colour("available_fill"))
        self._fill.setFillLevel(0)
        self._on_hand.setPen(_pen(theme.colour("on_hand_line"), border["chart_thin"] * ratio))
        self._floor.setPen(_pen(theme.colour("floor_line"), border["chart_floor"] * scale))
        dashes = [length * ratio for length in theme.tokens.dash["reorder"]]
        self._reorder.setPen(_pen(theme.colour("reorder_line"), border["chart_thin"] * ratio, dashes))
        dots = [length * ratio for length in theme.tokens.dash["expected"]]
        self._expected.setPen(_pen(theme.colour("expected"), border["chart_floor"] * scale, dots))
        self._cursor.setPen(_pen(theme.colour("text_primary"), ratio))
        if self._picture is not None:
            self._lay_out()


class _Painter(pg.GraphicsObject):  # type: ignore[misc]
    """An item in the view's own pixels that lets somebody else paint it."""

    def __init__(self, draw: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._draw, self._rect = draw, QRectF()

    def cover(self, rect: QRectF) -> None:
        """Lie over this, and paint again."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.update()

    def boundingRect(self) -> QRectF:
        """All of the view."""
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Let it be painted."""
        with paint.saved(painter):
            self._draw(painter)


def _curve(*, smooth: bool = False) -> Any:
    """A line of steps. Smooth only where a pixel and a half must look like it."""
    return pg.PlotCurveItem(antialias=smooth, stepMode="right", connect="finite")


def _set(curve: Any, steps: Sequence[Step], start: float) -> None:
    x = np.array([at - start for at, _ in steps])
    y = np.array([np.nan if value is None else value for _, value in steps], dtype=float)
    curve.setData(x, y)


def _to(steps: Sequence[Step], end: float) -> list[Step]:
    """The same, with its last number held a little longer."""
    return [*steps, (end, steps[-1][1])] if steps else []


def _last(steps: Sequence[Step]) -> int | None:
    return steps[-1][1] if steps else None


def _pen(colour: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashes:
        pen.setDashPattern([length / width for length in dashes])
    return pen


def _triangle(painter: QPainter, x: float, bottom: float, theme: Theme, *, hollow: bool = False) -> None:
    side = theme.tokens.symbol_size["receipt"] * theme.text_scale
    painter.setPen(QPen(theme.colour("expected"), 1.5) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("bg_surface" if hollow else "event_receipt"))
    points = (QPointF(x - side / 2 - 1, bottom + 1), QPointF(x, bottom - side), QPointF(x + side / 2 + 1, bottom + 1))
    painter.drawPolygon(QPolygonF(points))


def _diamond(painter: QPainter, x: float, bottom: float, theme: Theme) -> None:
    half = theme.tokens.symbol_size["count"] / 2 * theme.text_scale
    y = bottom - half
    painter.setPen(QPen(theme.colour("event_count"), 1.5))
    painter.setBrush(theme.colour("bg_surface"))
    painter.drawPolygon(
        QPolygonF((QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half)))
    )
