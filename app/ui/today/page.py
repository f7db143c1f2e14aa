"""The Today page: what needs the seller, then what was done. Five areas are always covered (R1), the worst one leads.

It is read in one go and drawn from that; every line opens the very place that it speaks of.
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.store import absence
from app.store.database import transaction
from app.store.floor_acts import PutBack
from app.store.incidents import IncidentRow
from app.store.today import Fired
from app.ui.bridge import Bridge
from app.ui.incidents.clock_head import tick_after
from app.ui.inventory.alert_line import Fees
from app.ui.inventory.floor_deeds import put_back
from app.ui.page import Command, Page
from app.ui.shell.facts import Facts
from app.ui.shell.header import SIDE, PageHeader, bar_place
from app.ui.shell.notices import Notice
from app.ui.shell.views import Scrolling
from app.ui.theme import Theme
from app.ui.today import reading, stands, words
from app.ui.today.deeds import AwaySection, DeedsSection
from app.ui.today.incident_card import IncidentCard
from app.ui.today.reading import Reading
from app.ui.today.rows import LinkRow, Section, let_through, quiet_row, stops
from app.ui.today.sections import CountsSection, FloorsSection, channels_section, links_section
from app.ui.today.sources import ComingSection, NextSale, StockAlerts
from app.ui.today.stands import Stand
from app.ui.widgets.button import Button
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import ElidedLabel
from app.ui.words import calendar_date, tr, trn, weekday

_BESIDE, _BETWEEN = 32, 26  # between the columns, and between sections
_LEFT, _RIGHT = 64, 37  # how they share the width
_TWO_COLUMNS = 1000  # narrower, at 100 % text, they stand one under the other
_RING = 4  # for the focus ring
_SOON_MS = 400  # news come in bursts, and nothing here is read by the second
_MINUTE_MS = 60_000


class TodayPage(Page):
    """`lead_changed`: the window's bar has something else to say here."""

    key = "today"
    lead_changed = Signal()

    def __init__(
        self, bridge: Bridge, theme: Theme, facts: Callable[[], Facts] = Facts, within: QWidget | None = None
    ) -> None:
        super().__init__(bridge, theme)
        if within is not None:  # before anything is in it: what is moved later is dressed once more
            self.setParent(within)
        self.setAccessibleName(tr("Today"))
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts = facts
        self.reading: Reading | None = None
        self._stands: list[Stand] = []
        self.lead: tuple[Notice, ...] = ()
        self.bar_place = bar_place()
        self.header = PageHeader(tr("Today"))
        self.count, self.sale = (
            Button(tr("Continue count"), icon="count"),
            Button(tr("Record a stall sale"), icon="plus"),
        )
        self.card, self.others = IncidentCard(), Section(tr("Other incidents"))
        self.no_incident = quiet_row(tr("Incidents: none is open"), lambda: self.go.emit("incidents", None))
        self.floors, self.counts = FloorsSection(), CountsSection()
        self.channels, self.links = channels_section(), links_section()
        self.alerts, self.coming, self.next_sale = StockAlerts(), ComingSection(), NextSale()
        self.away, self.deeds = AwaySection(), DeedsSection()
        self._soon = _timer(self, _SOON_MS, self._read)
        self._clock = _timer(self, _MINUTE_MS, self._tick)
        self._lay_out()
        self._connect()
        self._read()  # before it is seen: what is added to a page in view is laid out piece by piece
        self._fresh = True

    # What the window asks of a page

    def commands(self) -> list[Command]:
        """What can be done here."""
        return [
            Command(key="continue_count", menu="stock", text=tr("Continue the count"), run=self._continue,
                    enabled=lambda: self._has("session")),
            Command(key="record_sale", menu="stock", text=tr("Record a stall sale…"), run=self._sell,
                    shortcut="Ctrl+Shift+S", enabled=lambda: self._has("stall")),
        ]  # fmt: skip

    def open(self, _what: object) -> None:
        """Back to the top."""
        self._scroll.verticalScrollBar().setValue(0)

    def shown(self) -> None:
        """The first thing that can be pressed takes the keyboard."""
        if not self._fresh:
            self._read()
        self._fresh = False
        self._lay_again()
        first = next((stop for stop in self._stops() if stop.isVisible()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, _changes: Changes) -> None:
        """Anything may concern it."""
        self._soon.start()

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes on."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and the inventory may be closed at any moment."""
        self._soon.stop()
        self._clock.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        self._fit()

    # Reading

    def _read(self) -> None:
        self._soon.stop()
        read = self.reading = reading.read(self.bridge.db, self._facts(), self.bridge.now)
        now, shops = read.now, read.shops
        self._show_incidents(read)
        none = all(shop.by_hand for shop in shops.values())
        self.channels.show_lines(
            read.lines, tr("{n} of {all}", n=read.to_look_at, all=len(shops)),
            nothing=tr("Channels: none is connected yet") if none else "",
        )  # fmt: skip
        self.links.show_lines(
            words.link_lines(read.links, shops), nothing=tr("Product links: nothing is linked yet") if none else ""
        )
        self.floors.show_floors(read.floors, {shop.id: shop.name for shop in shops.values() if not shop.by_hand})
        self.counts.show_counts(read.due, now, read.audits)
        self.next_sale.show_sale(read.sale, now)
        self.alerts.show_fired(read.fired, self._fees(read.fired))
        self.coming.show_coming(read.coming, now)
        self.deeds.show_done(read.done, shops, read.facts.backup_at, now)
        self.away.show_away(read.facts.away, shops, now, sample=read.facts.sample)
        self.count.setVisible(read.session is not None)
        self.sale.setVisible(read.stall is not None)
        self._stands = stands.stands(read)
        self._tell_lead()
        self._tick()
        self._set_tab_order()

    def _show_incidents(self, read: Reading) -> None:
        pressing = read.opened.pressing
        self.card.setVisible(pressing is not None)
        self.no_incident.setVisible(pressing is None)
        if pressing is not None:
            self.card.show_incident(pressing, read.shops, read.now)
        self.others.show_rows(read.opened.others, lambda: [self._other(row) for row in read.opened.others], quiet=True)
        self.others.setVisible(bool(read.opened.others))

    def _other(self, row: IncidentRow) -> LinkRow:
        short = trn("{n} more promised than you have", "{n} more promised than you have", row.short)
        state = short if row.short else tr("covered again")
        said = tr("Incident {number}: {title}, {state}", number=str(row.head), title=row.title, state=state)
        made = LinkRow(said, lambda: self.go.emit("incidents", row.id))
        made.row.setSpacing(8)
        made.row.addWidget(StatusGlyph(Glyph.OVERSOLD if row.short else Glyph.READY, state))
        made.row.addWidget(ElidedLabel(said), 1)
        return made

    def _tell_lead(self) -> None:
        found = stands.lead(self._stands)
        before, self.lead = self.lead, (found,) if found is not None else ()
        if self.lead != before:
            self.lead_changed.emit()

    def _tick(self) -> None:
        """The date, the clock, and how long they stay true."""
        now, pressing = self.bridge.now, self.reading.opened.pressing if self.reading is not None else None
        clock = pressing.clock if pressing is not None else None
        running = clock is not None and clock.stopped_at is None
        left = clock.left(now) if clock is not None and running else None
        on = now.astimezone().date()
        title = tr("{weekday} {date}", weekday=weekday(on, long=True), date=calendar_date(on, on))
        self.header.say(title, stands.headline(self._stands, left))
        self.card.tick(now)
        wait = tick_after(clock, now)
        self._clock.start(_MINUTE_MS if wait is None else int(wait.total_seconds() * 1000))

    # Doing

    def _has(self, what: str) -> bool:
        return self.reading is not None and getattr(self.reading, what) is not None

    def _continue(self) -> None:
        self.go.emit("count", self.reading.session if self.reading is not None else None)

    def _sell(self) -> None:
        self.go.emit("count", "sell")

    def _fees(self, fired: Fired) -> Fees:
        """What putting a listing on sale again costs; asked for only where something can be put back."""
        channels = {act.channel for one in fired.back for act in one.acts}
        infos = self.bridge.lent.channels() if channels else ()
        return {info.key: info.presses for info in infos if info.key in channels}

    def _put_back(self, one: PutBack) -> None:
        done = put_back(self.bridge, one.product, one.title, one.acts)
        if done is not None:
            self.undoable.emit(*done)

    def _seen(self, number: int) -> None:
        db, now = self.bridge.db, self.bridge.now

        def write() -> Changes:
            with transaction(db):
                absence.seen(db, number, now=now)
            return Changes(settings=True)

        self.bridge.perform(write)

    # Building

    def _connect(self) -> None:
        for part in (self.card, self.next_sale, self.floors, self.alerts, self.counts, self.coming, self.channels,
                     self.links):  # fmt: skip
            part.go.connect(self.go)
        self.alerts.put_back.connect(self._put_back)
        self.away.seen.connect(self._seen)
        self.count.clicked.connect(lambda _checked=False: self._continue())
        self.sale.clicked.connect(lambda _checked=False: self._sell())

    def _lay_out(self) -> None:
        for button in (self.count, self.sale):
            self.header.add_action(button)
        let_through(self.no_incident)
        inside = QWidget()
        self._scroll: QScrollArea = Scrolling(inside)
        column = QVBoxLayout(self)  # from the outside in: what is moved with all that is in it is dressed once more
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addWidget(self._scroll, 1)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(SIDE, _RING, SIDE, SIDE)
        whole.setSpacing(8)
        for part in (self.card, self.others, self.no_incident):
            whole.addWidget(part)
        whole.addSpacing(_BETWEEN - 16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_BESIDE)
        self._columns.addLayout(_column(self.next_sale, self.floors, self.alerts, self.counts, self.coming), _LEFT)
        self._columns.addLayout(_column(self.channels, self.links, self.away, self.deeds), _RIGHT)
        whole.addLayout(self._columns)
        whole.addStretch(1)

    def _fit(self) -> None:
        two = self.width() >= self.theme.px(_TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        self._columns.setSpacing(_BESIDE if two else _BETWEEN)
        self._lay_again()

    def _lay_again(self) -> None:
        """Before the next paint: what scrolls is as high as its rows need at this width."""
        QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))

    def _stops(self) -> list[QWidget]:
        parts: list[QWidget] = [self.card, self.others, self.no_incident, self.next_sale, self.floors, self.alerts]
        parts += [self.counts, self.coming, self.channels, self.links, self.away]
        return stops(parts)

    def _set_tab_order(self) -> None:
        order = [self.count, self.sale, *self._stops()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_BETWEEN)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def _timer(parent: QObject, after_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(call)
    return timer
