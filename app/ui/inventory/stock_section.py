"""The pane's chart: its title, what its lines are, how far it looks back, and the same as a table."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from app.store import history, settings
from app.store.sqlite import Connection
from app.ui.charts.picture import Picture, Stop, bundle_picture, future, picture
from app.ui.charts.stock_chart import StockChart
from app.ui.charts.words import chart_words, describe
from app.ui.inventory.ahead import Forecasts, ahead_words, days_shown
from app.ui.inventory.chart_table import ChartTable
from app.ui.inventory.facts import ProductFacts
from app.ui.inventory.pick_button import PickButton
from app.ui.theme import Theme, follow
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr, trn

RANGES = (14, 60, 365)  # days
_USUAL = 1
_HEIGHT, _MESSAGE = 232, 60
_SIDE = 20
_SWATCH = 12
_TITLE_GAP = 10
_AHEAD_LEAST, _AHEAD_SHARE = 7, 6  # days ahead at least, and as a share of those that are looked back


class Key(QLabel):
    """A short piece of a line, and what that line is."""

    def __init__(self, words: str, colour: str, width: float) -> None:
        super().__init__(words)
        self._colour, self._line = colour, width
        self._theme = follow(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The piece of line, then the words."""
        painter, theme = QPainter(self), self._theme
        middle = self.height() // 2
        line = QRectF(0, middle - self._line / 2, theme.px(_SWATCH), self._line)
        painter.fillRect(line, theme.colour(self._colour))
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        self.setFont(self._theme.font("small"))
        self.setIndent(self._theme.px(_SWATCH + 4))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._theme.colour("text_secondary"))
        self.setPalette(palette)


class StockSection(QWidget):
    """`followed` says on which ledger row the chart's cursor is."""

    followed = Signal(object)  # seq

    def __init__(self, db: Connection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db, self._theme = db, theme
        self._forecasts = Forecasts(db)
        self._facts: ProductFacts | None = None
        self._range = _USUAL
        self._as_table = self._drawn = False
        self.chart = StockChart(theme)
        self.chart.stopped.connect(self._on_stopped)
        self.table = ChartTable()
        self.ahead = Paragraph("", "small")
        self.ahead.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.ahead.hide()
        self.message = Paragraph()
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.range = PickButton(tr("Days shown"), [trn("{n} day", "{n} days", days) for days in RANGES], _USUAL)
        self.range.picked.connect(self.set_range)
        self._body = QStackedWidget()
        self._keys = QWidget()
        self._build()
        follow(self._dress)
        self._dress()

    @property
    def days(self) -> int:
        """How far it looks back."""
        return RANGES[self._range]

    @property
    def as_table(self) -> bool:
        """Is the table shown?"""
        return self._as_table

    def show_facts(self, facts: ProductFacts) -> None:
        """Another product, or what was booked of this one."""
        self._facts = facts
        if not facts.row.started:
            self._say(tr("No number yet. Once you adjust its stock, this shows how it goes."))
            return
        drawn = self._read(facts)
        if drawn.empty:
            self._say(tr("Nothing was written to its ledger yet."))
            return
        self.ahead.setVisible(bool(self.ahead.text()))
        self.chart.show_picture(drawn, chart_words(drawn), self._described(drawn))
        self.table.rows.show(drawn, facts.now)
        self._drawn = True
        self._fit_keys()
        self._dress()
        self._body.setCurrentWidget(self.table if self._as_table else self.chart)

    def set_range(self, place: int) -> None:
        """Look back further, or less far."""
        place = min(max(0, place), len(RANGES) - 1)
        if place != self._range:
            self._range = place
            self.range.choose(place)
            if self._facts is not None:
                self.show_facts(self._facts)

    def move_range(self, step: int) -> None:
        """One step further back, or with −1 one step nearer."""
        self.set_range(self._range + step)

    def toggle_table(self) -> None:
        """The table in the chart's place, or the other way round. The keyboard goes with it."""
        had = self._body.currentWidget()
        focused = had is not None and (
            had.hasFocus() or (had.focusWidget() is not None and had.focusWidget().hasFocus())
        )
        self._as_table = not self._as_table
        if self._facts is not None:
            self.show_facts(self._facts)
        now = self._body.currentWidget()
        if focused and now is not None:
            now.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_stop(self, sentence: str) -> None:
        """What the ledger says of the row under the cursor."""
        self.chart.say_stop(sentence)
        if sentence and (self.chart.hasFocus() or self.chart.underMouse()):
            at = self.chart.tooltip_place() + QPoint(12, 0)
            QToolTip.showText(at, sentence, self.chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the lines are is said where there is room; the chart says it in words too."""
        super().resizeEvent(event)
        self._fit_keys()

    def minimumSizeHint(self) -> QSize:
        """As narrow as title and range."""
        width = self._title.sizeHint().width() + self.range.sizeHint().width() + 2 * _SIDE + 2 * _TITLE_GAP
        return QSize(width, super().minimumSizeHint().height())

    # Inside

    def _fit_keys(self) -> None:
        room = self.width() - self.minimumSizeHint().width() - _TITLE_GAP
        self._keys.setVisible(self._drawn and self._keys.sizeHint().width() <= room)

    def _read(self, facts: ProductFacts) -> Picture:
        self.ahead.setText("")
        end, start = facts.now, facts.now - timedelta(days=self.days)
        number = facts.row.id
        floors = settings.history(self._db, settings.FLOOR, product=number)
        reorders = settings.history(self._db, settings.REORDER_POINT, product=number)
        if not facts.parts:
            moves = history.moves(self._db, number, since=start)
            return self._with_future(picture(moves, floors, reorders, start=start, end=end), facts)
        parts = {
            part.product_id: (part.pieces, history.moves(self._db, part.product_id, since=start))
            for part in facts.parts
        }
        return bundle_picture(parts, floors, reorders, start=start, end=end)

    def _with_future(self, drawn: Picture, facts: ProductFacts) -> Picture:
        """What comes: deliveries that somebody confirmed, and what is left if it goes on selling like this."""
        if drawn.empty:
            return drawn
        row, today = facts.row, facts.now.astimezone().date()
        ahead = self._forecasts.ahead(row, facts.now)
        if not any(ahead.sells) and (ahead.last or today) < today:
            return drawn
        days = days_shown(ahead, today, looked_back=self.days, least=max(_AHEAD_LEAST, self.days // _AHEAD_SHARE))
        self.ahead.setText(ahead_words(ahead, facts.now))
        come = future(ahead.seen, ahead.coming, available=row.available, now=facts.now, days=days)
        return replace(drawn, future=come)

    def _described(self, drawn: Picture) -> str:
        assert self._facts is not None
        return " ".join(filter(None, (describe(drawn, self._facts.row.title, self.days), self.ahead.text())))

    def _say(self, sentence: str) -> None:
        self.ahead.hide()
        self.message.setText(sentence)
        self._drawn = False
        self._fit_keys()
        self._dress()
        self._body.setCurrentWidget(self.message)

    def _on_stopped(self, stop: Stop | None) -> None:
        if stop is None:
            QToolTip.hideText()
            if self._facts is not None and self.chart.picture is not None:
                drawn = self.chart.picture
                self.chart.say_stop("")
                self.chart.setAccessibleDescription(self._described(drawn))
        elif stop.seq:
            self.followed.emit(stop.seq)

    def _build(self) -> None:
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(9)
        border = self._theme.tokens.border
        keys.addWidget(Key(tr("Available"), "available_line", border["chart_line"]))
        keys.addWidget(Key(tr("On hand"), "on_hand_line", border["chart_thin"]))
        self._title = Label(tr("Stock"), "section")
        title = QHBoxLayout()
        title.setContentsMargins(_SIDE, 0, _SIDE, 0)
        title.setSpacing(_TITLE_GAP)
        title.addWidget(self._title)
        title.addStretch(1)
        title.addWidget(self._keys)
        title.addWidget(self.range)
        for shown in (self.chart, self.table, self.message):
            self._body.addWidget(shown)
        self.chart.setContentsMargins(_SIDE, 0, 8, 0)
        self.message.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(8)
        column.addLayout(title)
        column.addWidget(self._body)
        column.addWidget(self.ahead)

    def _dress(self) -> None:
        self._body.setFixedHeight(self._theme.px(_HEIGHT if self._drawn else _MESSAGE))
