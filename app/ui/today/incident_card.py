"""The most pressing incident: the clock at the left, who waits in the middle, and what to do next at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.contact import Clock
from app.core.wizard import Step
from app.store.incidents import IncidentRow
from app.store.shops import Shop
from app.store.waiting import Customer
from app.ui.incidents.clock_head import left_words
from app.ui.shell.views import clear
from app.ui.theme import follow
from app.ui.today.rows import LinkRow, let_through
from app.ui.widgets import paint
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.clock_bar import LAST_HOUR, ClockBar, ContactTime
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import clock_time, duration, number, tr, trn

_CLOCK, _EDGE, _PIECES = 248, 20, 76
SHOWN = 4  # customers that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """One customer of it, and how far the message is."""

    customer: Customer
    glyph: Glyph
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """The incident that is shown. `clock` None: nobody has to be written to. `listed`: is it on sale anywhere?"""

    row: IncidentRow
    clock: Clock | None
    waits: tuple[Waits, ...]
    stopped: bool
    listed: bool

    @property
    def unwritten(self) -> int:
        """How many have not heard from the seller."""
        return self.clock.waiting if self.clock is not None else 0


class IncidentCard(QWidget):
    """`go` carries the page of incidents, and which one in which step."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._pressing: Pressing | None = None
        self._shown: object = None
        self._tinted = False
        self.sign = StatusGlyph(Glyph.OVERSOLD, tr("Incident"))
        self.name = Label("", colour="danger")
        self.left, self.what = Label("", "clock", colour="danger", tabular=True), Paragraph("")
        time = datetime(2000, 1, 1).astimezone()
        about = ContactTime(found_at=time, write_by_at=time + timedelta(hours=2), now=time)
        self.bar = ClockBar(about, tr("Time to write"), width=_CLOCK - 2 * _EDGE)
        self.found, self.by = (ElidedLabel("", "small", colour="text_secondary") for _ in range(2))
        self.title, self.sentence = ElidedLabel("", "section"), Paragraph("")
        self.write = Button(tr("Open the incident"), Variant.PRIMARY)
        self.evidence = Button(tr("See the evidence"), Variant.QUIET)
        self.people = QVBoxLayout()
        self.people.setSpacing(0)
        self._clock = QWidget()
        self._lay_out()
        self.write.clicked.connect(lambda _checked=False: self._open(self._next()))
        self.evidence.clicked.connect(lambda _checked=False: self._open(Step.HAPPENED))
        self._theme = follow(self._dress)
        self._dress()

    def show_incident(self, pressing: Pressing, shops: Mapping[int, Shop], now: datetime) -> None:
        """This one, as it stands now."""
        self._pressing = pressing
        row = pressing.row
        self.title.setText(_title(row))
        self.sentence.setText(_sentence(pressing))
        self.name.setText(tr("Incident {number}, open", number=str(row.head)))
        label = trn("Write to {n} person", "Write to {n} people", pressing.unwritten)
        self.write.setText(label if pressing.unwritten else tr("Open incident {number}", number=str(row.head)))
        if pressing.waits != self._shown:
            self._shown = pressing.waits
            self._list(pressing.waits, shops)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """The clock, as it stands now."""
        pressing = self._pressing
        if pressing is None:
            return
        clock = pressing.clock
        for part in (self.bar, self.found, self.by):
            part.setVisible(clock is not None)
        if clock is None:
            self.left.setText(number(pressing.row.available))
            self.what.setText(tr("available"))
        else:
            self._show_clock(clock, now)
        running = clock is not None and clock.stopped_at is None
        self._tinted = running or bool(pressing.row.short)
        grave = self._tinted if clock is None else running and clock.left(now) < LAST_HOUR
        self.sign.set_glyph(Glyph.OVERSOLD if self._tinted else Glyph.READY, self.name.text())
        self.name.set_colour("danger" if self._tinted else "text_primary")
        self.left.set_colour("danger" if grave else "text_primary")
        self.setAccessibleName(
            tr("{incident}. {title}. {left} {what}", incident=self.name.text(), title=self.title.text(),
               left=self.left.text(), what=self.what.text())
        )  # fmt: skip
        self.update()

    def _show_clock(self, clock: Clock, now: datetime) -> None:
        if clock.stopped_at is not None:
            self.left.setText(duration(clock.stopped_at - clock.found_at, coarse=True))
            self.what.setText(tr("until everyone was written to"))
        elif (left := clock.left(now)) > timedelta():
            self.left.setText(duration(left, coarse=left >= timedelta(minutes=5)))
            self.what.setText(tr("left to write to everyone affected"))
        else:
            self.left.setText(duration(-left, coarse=True))
            self.what.setText(tr("late: somebody still waits for a word"))
        self.found.setText(tr("Found {time}", time=clock_time(clock.found_at)))
        self.by.setText(tr("Write by {time}", time=clock_time(clock.write_by_at)))
        self.bar.set_time(
            ContactTime(found_at=clock.found_at, write_by_at=clock.write_by_at, now=now, stopped_at=clock.stopped_at),
            left_words(clock, now),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, tinted under the clock where it is grave, and the line between its two parts."""
        painter, theme = QPainter(self), self._theme
        grave = self._tinted
        line = theme.colour("danger_line" if grave else "line_strong")
        whole, radius = QRectF(self.rect()), theme.radius("panel")
        split = self._clock.geometry().right() + 1
        with paint.saved(painter):
            painter.setClipRect(0, 0, split, self.height())
            paint.box(painter, whole, radius, fill=theme.colour("danger_tint" if grave else "bg_sunken"))
        paint.box(painter, whole, radius, border=line)
        painter.fillRect(split, 1, 1, self.height() - 2, line)
        painter.end()

    def _next(self) -> Step | None:
        pressing = self._pressing
        return Step.CUSTOMERS if pressing is not None and pressing.unwritten else None

    def _open(self, step: Step | None) -> None:
        if self._pressing is not None:
            number_ = self._pressing.row.id
            self.go.emit("incidents", number_ if step is None else (number_, int(step)))

    def _list(self, waits: Sequence[Waits], shops: Mapping[int, Shop]) -> None:
        clear(self.people)
        for one in waits[:SHOWN]:
            row = CustomerLine(one, shops.get(one.customer.shop_id))
            row.clicked.connect(lambda _checked=False: self._open(Step.CUSTOMERS))
            let_through(row)
            self.people.addWidget(row)
        more = len(waits) - SHOWN
        if more > 0:
            said = trn("and {n} more who waits for it", "and {n} more who wait for it", more)
            self.people.addWidget(Label(said, "small", colour="text_tertiary"))

    def _lay_out(self) -> None:
        head, times = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(self.name, 1)
        times.addWidget(self.found)
        times.addStretch(1)
        times.addWidget(self.by)
        clock = QVBoxLayout(self._clock)
        clock.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, _EDGE - 2)
        clock.setSpacing(4)
        clock.addLayout(head)
        clock.addSpacing(6)
        for part in (self.left, self.what):
            clock.addWidget(part)
        clock.addSpacing(4)
        clock.addWidget(self.bar)
        clock.addLayout(times)
        clock.addStretch(1)
        middle, press = QVBoxLayout(), QVBoxLayout()
        middle.setContentsMargins(_EDGE, _EDGE - 4, 0, _EDGE - 6)
        middle.setSpacing(4)
        middle.addWidget(self.title)
        middle.addWidget(self.sentence)
        middle.addSpacing(6)
        middle.addLayout(self.people)
        middle.addStretch(1)
        press.setContentsMargins(_EDGE, _EDGE - 4, _EDGE, _EDGE - 4)
        press.setSpacing(8)
        press.addWidget(self.write)
        press.addWidget(self.evidence)
        press.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._clock)
        row.addLayout(middle, 1)
        row.addLayout(press)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # its sentence wraps

    def _dress(self) -> None:
        self._clock.setFixedWidth(self._theme.px(_CLOCK))
        self.update()


class CustomerLine(LinkRow):
    """One order that waits for it."""

    def __init__(self, waits: Waits, shop: Shop | None) -> None:
        one = waits.customer
        name = shop.name if shop is not None else tr("A channel that was removed")
        order = tr("{shop} {number}", shop=name, number=one.number)
        pieces = trn("{n} piece", "{n} pieces", one.pieces)
        super().__init__(tr("{order}, {pieces}. {state}", order=order, pieces=pieces, state=waits.state), lambda: None)
        self.row.setSpacing(8)
        self._pieces = ElidedLabel(pieces, colour="text_secondary")
        self._state = ElidedLabel(waits.state, "small")
        self.row.addWidget(Badge(shop.letter if shop is not None else "?", name))
        number_ = ElidedLabel(order, middle=True, zero=True)
        for label in (number_, self._state):  # both give way alike, so that the rows stay in line
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row.addWidget(number_, 3)
        self.row.addWidget(self._pieces)
        self.row.addWidget(StatusGlyph(waits.glyph, waits.state))
        self.row.addWidget(self._state, 2)
        self._sizes = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._pieces.setFixedWidth(self._sizes.px(_PIECES))


def _title(row: IncidentRow) -> str:
    if row.short:
        return tr("{product}: {n} more promised than you have", product=row.title, n=number(row.short))
    return tr("{product}: covered again", product=row.title)


def _sentence(pressing: Pressing) -> str:
    row = pressing.row
    said = [tr("{on_hand} on the shelf, {committed} promised.", on_hand=row.on_hand, committed=row.committed)]
    if pressing.stopped:
        said.append(tr("Selling is stopped on every channel."))
    elif pressing.listed and row.short:
        said.append(tr("It shows 0 everywhere, and selling is not stopped."))
    if pressing.unwritten:
        said.append(
            trn("{n} person has not heard from you.", "{n} people have not heard from you.", pressing.unwritten)
        )
    return " ".join(said)
