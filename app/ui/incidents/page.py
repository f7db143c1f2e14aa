"""The Incidents page: the list, and one incident at a time in its place. Esc goes back to the list."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from app.core.changes import Changes
from app.core.contact import rung
from app.core.followups import Outcome, Todo
from app.core.wizard import Step
from app.errors import PlimsollError
from app.sheets.writing import write
from app.store import causes, families, followups, incident_records, incidents, listings, shops
from app.store.incidents import IncidentRow
from app.ui.bridge import Bridge
from app.ui.incidents import fix_writes as writes_fix
from app.ui.incidents import writes
from app.ui.incidents.clock_head import ClockHead, left_words, tick_after, who_words
from app.ui.incidents.deeds import Deeds
from app.ui.incidents.detail_view import Shown
from app.ui.incidents.happened_words import cause_name
from app.ui.incidents.incident_sheet import incident_rows
from app.ui.incidents.list_view import ListView
from app.ui.incidents.rail import titles
from app.ui.incidents.stopwatch import Stopwatch
from app.ui.incidents.work import Ticking, Work
from app.ui.page import Command, Page
from app.ui.shell.announce import speak
from app.ui.shell.header import PageHeader, bar_place
from app.ui.theme import Theme
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.key_hint import keys_of
from app.ui.words import tr, trn


class IncidentsPage(Page):
    """`working_changed` says that `working` did: an incident is a place to work, and wants the room of the sidebar."""

    key = "incidents"
    working_changed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Incidents"))
        self._number: int | None = None
        self.bar_place = bar_place()
        self.header = PageHeader(tr("Incidents"))
        self.sign = StatusGlyph(Glyph.OVERSOLD, tr("Incident"), size=14)
        self.back = Button(tr("All incidents"), Variant.SECONDARY, hint=keys_of(QKeySequence("Esc")))
        self.back.clicked.connect(lambda _checked=False: self.show_list())
        self.header.before.addWidget(self.sign)
        self.header.add_action(self.back)
        self.export = Button(tr("Export…"))
        self.export.clicked.connect(lambda _checked=False: self.ask_export())
        self.header.add_action(self.export)
        self.clock = ClockHead(bridge.now)
        self.header.after.insertWidget(0, self.clock)
        self.list, self.work = ListView(lambda: bridge.now), Work(bridge, lambda: bridge.now)
        self.detail = self.work.detail
        self.deeds = Deeds(bridge, self, self.work)
        self.list.chosen.connect(self.show_incident)
        self.detail.left.connect(self.show_list)
        self.work.closed.connect(self._close)
        self.work.went.connect(self.go)
        self.detail.follow_ups.finished.connect(self._finish)
        self.work.rail.picked.connect(self.show_incident)
        self.work.undoable.connect(self.undoable)
        self.stopwatch = Stopwatch(self, lambda: bridge.now, self._spend)
        self._ticking, self._ticked_at = Ticking(self, self._tick), bridge.now
        self._views = QStackedWidget()
        self._views.addWidget(self.list)
        self._views.addWidget(self.work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addWidget(self._views, 1)
        self._read()

    @property
    def working(self) -> bool:
        """Is one incident open?"""
        return self._number is not None

    @property
    def incident_in_view(self) -> int | None:
        """The number of the incident that is open here."""
        return self._number

    def commands(self) -> list[Command]:
        """What can be done with the incident in view."""
        return [
            Command(
                key="show_product",
                menu="stock",
                text=tr("Show the incident’s product"),
                run=self._show_product,
                enabled=lambda: self.working,
            ),
            *(
                Command(
                    key=f"step_{int(step)}",
                    menu="view",
                    text=tr("Step {number}: {title}", number=str(int(step)), title=title),
                    run=lambda step=step: self.work.show_step(step),  # type: ignore[misc]
                    shortcut=f"Alt+{int(step)}",
                    enabled=lambda: self.working,
                )
                for step, title in titles().items()
            ),
        ]

    def open(self, what: object) -> None:
        """Show the incident with this number, with (number, step) in that step; else the list."""
        if isinstance(what, int):
            self.show_incident(what)
        elif isinstance(what, tuple):
            self.show_incident(what[0])
            self.work.show_step(Step(what[1]))
        elif self.working:
            self.show_list()

    def shown(self) -> None:
        """The orders of the incident, or the list, take the keyboard."""
        view = self.work if self.working else self.list
        view.take_keyboard()

    def on_changed(self, changes: Changes) -> None:
        """Levels, orders or incidents changed, or what a channel shows."""
        if changes.incidents or changes.skus or changes.orders or changes.shops or changes.catalog:
            self._read()

    def show_incident(self, number: int) -> None:
        """One incident in the place of the list."""
        if incidents.incident(self.bridge.db, number) is None:
            return
        if self._number is None or number not in families.family(self.bridge.db, self._number):
            self.work.step = None
        self._number = number
        self.stopwatch.work_on(number)
        self._views.setCurrentWidget(self.work)
        self._read()
        self.working_changed.emit()
        self.work.show_step(self.work.step)

    def show_list(self) -> None:
        """Back to all of them, at the one that was in view."""
        self._number = None
        self.stopwatch.work_on(None)
        self._views.setCurrentWidget(self.list)
        self._read()
        self.working_changed.emit()
        self.list.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, from wherever nothing nearer wanted it."""
        if event.key() == Qt.Key.Key_Escape and self.working:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        db = self.bridge.db
        if self._number is None:
            rows = incidents.incidents(db)
            found = incident_records.records(db, rows, now=self.bridge.now)
            named = [(cause_name(cause), count) for cause, count in causes.statistics(db).items()]
            self.list.show_incidents(rows, found, named)
            opened = sum(row.closed_at is None for row in rows)
            self.export.setVisible(bool(rows))
            self._head(tr("Incidents"), trn("{n} open", "{n} open", opened) if opened else "")
            return
        row = incidents.incident(db, self._number)
        assert row is not None, "incidents are never deleted"
        shown = Shown(
            row=row,
            claims=incidents.claims(db, row.id),
            listings=listings.listings_of_product(db, row.sku),
            shops=shops.shops(db),
            family=families.family(db, row.id),
            written=followups.sent(db, row.head),
        )
        self.work.show_incident(shown)
        self._head_of(row)
        self._show_clock()

    def ask_export(self) -> None:
        """Ask where, and write all incidents as a sheet."""
        kinds = tr("Spreadsheets (*.csv *.xlsx)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export incidents"), "plimsoll-incidents.csv", kinds)
        if path:
            self.write_sheet(Path(path))

    def write_sheet(self, path: Path) -> None:
        """All incidents, whatever the list shows."""
        rows = incidents.incidents(self.bridge.db)
        found = incident_records.records(self.bridge.db, rows, now=self.bridge.now)
        try:
            write(path, incident_rows(rows, found))
        except PlimsollError as error:
            self.bridge.trouble.emit(error)

    def _head(self, title: str, note: str) -> None:
        self.sign.setVisible(self.working)
        self.back.setVisible(self.working)
        if self.working:
            self.export.hide()
        if not self.working:
            self.clock.hide()
            self._ticking.stop()
        self.header.say(title, note)

    def _show_clock(self) -> None:
        clock, now = self.work.contact, self.bridge.now
        self.clock.show_clock(clock, now)
        wait = tick_after(clock, now)
        if wait is not None:
            self._ticking.start(int(wait.total_seconds() * 1000))

    def _tick(self) -> None:
        """A minute went by, or a second of the last five minutes."""
        clock, since, self._ticked_at = self.work.contact, self._ticked_at, self.bridge.now
        if clock is None or not self.working:
            return
        self._show_clock()
        if rung(clock, since, self._ticked_at) is not None:
            speak(
                self, tr("{who}, {left}", who=who_words(clock), left=left_words(clock, self._ticked_at)), pressing=True
            )

    def _head_of(self, row: IncidentRow) -> None:
        short = tr("{product}, {pieces} more promised than you have", product=row.title, pieces=row.short)
        note = short if row.short and row.closed_at is None else row.title
        glyph = Glyph.OVERSOLD if row.short else Glyph.READY
        self.sign.set_glyph(Glyph.DONE if row.closed_at else glyph, note)
        self._head(tr("Incident {number}", number=str(row.head)), note)

    def _show_product(self) -> None:
        row = incidents.incident(self.bridge.db, self._number) if self._number is not None else None
        if row is not None:
            self.go.emit("inventory", row.sku)

    def _close(self, note: str) -> None:
        number = self._number
        if number is None:
            return
        done = self.bridge.perform(writes.close_incident, self.bridge.db, number, note, now=self.bridge.now)
        if done:
            self.undoable.emit(tr("Incident {number} closed", number=str(number)), lambda: self._reopen(number))

    def _spend(self, number: int, seconds: int) -> None:
        """The seller worked on it: its minutes are part of what it cost. A closed one takes no more."""
        row = incidents.incident(self.bridge.db, number)
        if row is not None and row.closed_at is None:
            self.bridge.perform(writes_fix.add_work, self.bridge.db, number, seconds)

    def _finish(self, todo: Todo, outcome: Outcome) -> None:
        """A follow-up is done; Ctrl Z takes that back."""
        number, db = self._number, self.bridge.db
        if number is not None and self.bridge.perform(
            writes_fix.finish, db, number, todo, outcome, now=self.bridge.now
        ):
            back = partial(self.bridge.perform, writes_fix.take_back, db, number, todo)
            self.undoable.emit(tr("Order {number} is followed up", number=todo.number), back)

    def _reopen(self, number: int) -> None:
        self.bridge.perform(writes.reopen_incident, self.bridge.db, number)
