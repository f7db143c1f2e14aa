"""The Count page: choosing a count, counting, and the review of each shelf. Esc finishes later; nothing is lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import counting
from app.core import count_paper
from app.core.audits import Audit
from app.core.changes import Changes
from app.core.count_entry import Scanner
from app.core.count_kinds import CountKind
from app.core.counting import Tolerance
from app.errors import PlimsollError
from app.store import count_lists, count_open, count_settings, counts, places
from app.store.counts import Session
from app.store.database import transaction
from app.store.places import shelf_of
from app.store.stall_days import StallDay
from app.ui.bridge import Bridge
from app.ui.count.closing import Closing
from app.ui.count.commands import count_commands, stall_commands
from app.ui.count.naming import Naming
from app.ui.count.paper import Paper
from app.ui.count.past import PastCounts
from app.ui.count.reviewing import Reviewing
from app.ui.count.scan_field import ScanField
from app.ui.count.session_view import SessionView
from app.ui.count.settings_dialog import CountSettings
from app.ui.count.shelf_list import shelf_name
from app.ui.count.stall import StallView
from app.ui.count.stall_now import day_words
from app.ui.count.stalls import Stalls
from app.ui.count.start_view import Offer, StartView
from app.ui.count.steps import Steps
from app.ui.count.taking import Taking
from app.ui.count.tones import Tones
from app.ui.inventory.places_dialog import PlacesDialog
from app.ui.page import Command, Page
from app.ui.pictures import Pictures
from app.ui.planning.season import SeasonReview
from app.ui.shell.header import PageHeader, bar_place
from app.ui.shell.views import ask_then
from app.ui.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.text import Label
from app.ui.words import tr, trn

_SELL = "sell"


class CountPage(Page):
    """`working_changed`: a count is a place to work, and wants the room of the sidebar."""

    key = "count"
    working_changed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Count"))
        self.bar_place = bar_place()
        self.taking: Taking | None = None
        self.tones = Tones(on=count_settings.sounds(bridge.db))
        self.header = PageHeader(tr("Count"))
        self.steps, self.progress, self.again = Steps(), Label(""), Label("", colour="text_secondary")
        self.sounds = Button(tr("Sounds on"), icon="sound", name=tr("Sounds on (F9)"))
        self.finish = Button(tr("Finish later"), hint=keys_of(QKeySequence("Esc")))
        self.start = StartView(bridge.db, lambda: bridge.now)
        self.session = SessionView(ScanField(count_settings.scanner(bridge.db)), self.tones, Pictures(bridge))
        self.stall = StallView(bridge, ScanField(count_settings.scanner(bridge.db)), self.tones)
        self.review = self.session.review
        self.reviewing = Reviewing(bridge, self.review, self)
        self.paper = Paper(bridge, self)
        self.stalls, self.closing, self.naming = Stalls(self, self), Closing(self, self), Naming(self, self)
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show(self.start)

    @property
    def working(self) -> bool:
        """Is a count in view, or a stall day?"""
        return self.taking is not None or self.stalls.open is not None

    def commands(self) -> list[Command]:
        """What can be done while counting and at the stall."""
        return [*count_commands(self), *stall_commands(self.stalls, self)]

    def open(self, what: object) -> None:
        """Go on with the count of this number, or begin one of these products; else show where counts begin.

        With a kind of count, that one is chosen there; "sell" records what was sold at a stall.
        """
        if what == _SELL:
            self.stalls.sell()
        elif isinstance(what, CountKind):
            self.finish_later()
            self.start.choose(what)
        elif isinstance(what, Audit):
            self._audit(what)
        elif isinstance(what, int | Session):
            self.go_on(what if isinstance(what, int) else what.id)
        elif isinstance(what, StallDay):
            self.stalls.go_on(what.id)
        elif isinstance(what, tuple):
            self._begin("", CountKind.FREE, what)
        elif self.working:
            self.finish_later()

    def shown(self) -> None:
        """The line takes the keyboard, or the list of counts."""
        if not self.working:
            self.start.read()
            self.start.take_keyboard()
        elif self.taking is None:
            self.stall.redraw()
            self.stall.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Sales go on while one counts: nothing of them shows here. New products may be counted."""
        if not self.working and (changes.catalog or changes.skus):
            self.start.read()

    def _audit(self, audit: Audit) -> None:
        """Do an audit: the two of the shelves here, the others where they are at home."""
        if audit is Audit.DAILY:
            self.go.emit("channels", None)
        elif audit is Audit.QUARTERLY:
            self.season()
        else:
            kind = CountKind.TOP if audit is Audit.WEEKLY else CountKind.ROLLING
            self.start.begin_kind(kind)

    # --- the acts ------------------------------------------------------------------------------------------------

    def begin(self, offer: Offer) -> None:
        """Begin this count. Products that another count has are left to it, and said."""
        products = count_lists.products(self.bridge.db, offer.kind, shelf=offer.shelf, now=self.bridge.now)
        self._begin(offer.name, offer.kind, products)

    def _begin(self, name: str, kind: CountKind, products: Sequence[int]) -> None:
        bridge = self.bridge
        name = name or trn("{n} chosen product", "{n} chosen products", len(products))
        try:
            number, taken = counting.begin(
                bridge.db, name=name, kind=kind.value, products=products,
                tolerance=count_settings.tolerance(bridge.db), now=bridge.now,
            )  # fmt: skip
        except PlimsollError as error:
            bridge.trouble.emit(error)
            return
        self.go_on(number)
        if taken:
            words = trn("{n} product is in another open count.", "{n} products are in other open counts.", len(taken))
            self.session.said.setText(words)

    def go_on(self, number: int) -> None:
        """Go on with a count: everything that was scanned is still there."""
        session = counts.session(self.bridge.db, number)
        if session is None or session.ended_at is not None:
            return
        self.stalls.leave()
        count_open.take_in_hand(self.bridge.db, number)
        self.taking = Taking(self.bridge.db, session, lambda: self.bridge.now)
        self.reviewing.begin(self.taking)
        self._show(self.session)
        self.session.begin(self.taking)
        self.redraw_head()
        self.working_changed.emit()

    def show_stall(self) -> None:
        """The stall's own view."""
        self._show(self.stall)
        self.redraw_head()
        self.working_changed.emit()

    def finish_later(self) -> None:
        """Leave the count, or the stall day, as it is. Every scan is kept."""
        if self.taking is not None:
            count_open.take_in_hand(self.bridge.db, None)
        self.taking = None
        self.stalls.leave()
        self.reviewing.begin(None)
        self._show(self.start)
        self.start.read()
        self.start.take_keyboard()
        self.redraw_head()
        self.working_changed.emit()

    def turn_sounds(self) -> None:
        """F9."""
        self.tones.on = not self.tones.on
        with transaction(self.bridge.db):
            count_settings.put_sounds(self.bridge.db, on=self.tones.on, now=self.bridge.now)
        self._say_sounds()

    def _say_sounds(self) -> None:
        self.sounds.setText(tr("Sounds on") if self.tones.on else tr("Sounds off"))

    def settings(self) -> None:
        """The tolerance, and how the scanner types."""
        dialog = CountSettings(self, self.bridge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(self._keep_settings)
        dialog.open()

    def past(self) -> None:
        """The figures of the counts so far, and their reports."""
        dialog = PastCounts(self, self.bridge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def season(self) -> None:
        """The quarterly audit: do the floors still fit what sells?"""
        dialog = SeasonReview(self, self.bridge)
        dialog.undoable.connect(self.undoable)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.floor_wanted.connect(lambda sku: self.go.emit("planning", sku))
        dialog.open()

    def lies_here(self) -> None:
        """The product that is counted has its place on this shelf too, from now on."""
        taking = self.taking
        line = taking.line if taking is not None else None
        if taking is None or line is None:
            return
        known = list(line.places)
        here = [taking.shelf] if taking.shelf and not any(shelf_of(one) == taking.shelf for one in known) else []
        dialog = PlacesDialog(self, line.title, [*known, *here])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(lambda found: self._lies(line.product, found))
        dialog.open()

    def _lies(self, product: int, found: list[str]) -> None:
        before = places.of_product(self.bridge.db, product)
        self._put_places(product, found)
        self.undoable.emit(tr("Where it lies was set"), lambda: self._put_places(product, before))

    def _put_places(self, product: int, found: list[str]) -> None:
        counting.put_places(self.bridge.db, product, found)
        self.bridge.changed.emit(Changes(catalog=True))
        if self.taking is not None:
            self.taking.read()
            self.session.redraw()
            self.redraw_head()

    def _keep_settings(self, tolerance: Tolerance, scanner: Scanner) -> None:
        db = self.bridge.db
        before = count_settings.tolerance(db), count_settings.scanner(db)
        self._put_settings(tolerance, scanner)
        self.undoable.emit(tr("How you count was changed"), lambda: self._put_settings(*before))

    def _put_settings(self, tolerance: Tolerance, scanner: Scanner) -> None:
        with transaction(self.bridge.db):
            count_settings.put_tolerance(self.bridge.db, tolerance, now=self.bridge.now)
            count_settings.put_scanner(self.bridge.db, scanner, now=self.bridge.now)
        for field in (self.session.field, self.stall.field):
            field.keys.scanner = count_settings.scanner(self.bridge.db)

    def _turn_to_sheet(self, number: int, page: int) -> None:
        """The barcode of a counting sheet: its first product is next, and Enter goes on down the sheet."""
        if self.taking is None or self.taking.session.id != number:
            self.go_on(number)
        taking = self.taking
        sheets = count_paper.pages(counts.paper_lines(self.bridge.db, number)) if taking is not None else []
        if taking is None or taking.session.id != number or not 1 <= page <= len(sheets):
            self.session.said.setText(tr("This sheet belongs to a count that is over."))
            return
        first = sheets[page - 1][0]
        taking.shelf, taking.now, taking.place = first.shelf, first.product, first.place
        self._counted_again()
        self.session.said.setText(tr("Sheet {page}: type its numbers, with Enter twice after each.", page=page))

    def _counted_again(self) -> None:
        self.session.redraw()
        self.redraw_head()
        self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_shelf(self) -> None:
        """F4."""
        self.closing.close_shelf()

    def _after_posting(self, _shelf: str) -> None:
        taking = self.taking
        assert taking is not None
        self.redraw_head()
        if all(not line.open for line in taking.lines.values()):
            counting.finish(self.bridge.db, taking.session.id, now=self.bridge.now)
            self.finish_later()
        else:
            self.session.redraw()
            if not self.review.isVisible():
                self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_count(self) -> None:
        """End the count for good: what was not posted changes nothing."""
        if self.taking is not None:
            self._discard(self.taking.session.id)

    def discard(self, session: Session) -> None:
        """Ask, and end this count."""
        self._discard(session.id)

    def _discard(self, number: int) -> None:
        session = counts.session(self.bridge.db, number)
        if session is None:
            return
        ask_then(
            self,
            lambda: self._end(number),
            question=tr("Discard “{count}”?", count=session.name),
            text=tr("What was counted and not posted changes nothing. What was posted stays."),
            yes=tr("Discard it"),
            no=tr("Keep it"),
            danger=True,
            safe_first=True,
        )

    def _end(self, number: int) -> None:
        counting.finish(self.bridge.db, number, now=self.bridge.now)
        self.finish_later() if self.working else self.start.read()

    # --- inside --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc finishes later, from wherever nothing nearer wanted it."""
        if event.key() == Qt.Key.Key_Escape and self.working:
            self.finish_later()
        else:
            super().keyPressEvent(event)

    def redraw_head(self) -> None:
        """The title, and how far one is."""
        taking, day = self.taking, self.stalls.open
        always: tuple[QWidget, ...] = (self.progress, self.sounds, self.finish)
        counting_only: tuple[QWidget, ...] = (self.steps, self.again)
        for part in always:
            part.setVisible(self.working)
        for part in counting_only:
            part.setVisible(taking is not None)
        if day is not None:
            self.header.say(day.name, day_words(day, self.bridge.now))
            self.progress.setText(self.stall.progress())
        elif taking is None:
            self.header.say(tr("Count"), tr("Counting does not stop selling."))
        else:
            self._head_of(taking)

    def _head_of(self, taking: Taking) -> None:
        self.header.say(taking.session.name, shelf_name(taking.shelf) if taking.counting else "")
        again = taking.waiting
        self.progress.setText(tr("{done} of {all} counted", done=taking.done, all=len(taking.lines)))
        self.again.setText(trn("{n} to count again", "{n} to count again", again) if again else "")
        self.steps.show_steps(taking.steps(), self.progress.text())

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)

    def _connect(self) -> None:
        self.start.begin.connect(self.begin)
        self.start.go_on.connect(self.go_on)
        self.start.discard.connect(self._discard)
        self.start.past.connect(self.past)
        self.start.go.connect(self.go)
        self.start.settings.connect(self.settings)
        self.session.changed.connect(self.redraw_head)
        self.session.close_wanted.connect(self.close_shelf)
        self.session.review_wanted.connect(self.closing.show_review)
        self.session.seek.connect(self.naming.find)
        self.session.name.connect(self.naming.name)
        self.start.audit.connect(self._audit)
        self.start.stall_day.connect(self.stalls.begin)
        self.start.stall_on.connect(self.stalls.go_on)
        self.start.stall_after.connect(self.stalls.afterwards)
        self.stall.changed.connect(self.redraw_head)
        self.session.trouble.connect(self.bridge.trouble)
        self.paper.counted.connect(self._counted_again)
        self.session.sheet_scanned.connect(self._turn_to_sheet)
        self.reviewing.posted.connect(self._after_posting)
        self.reviewing.undoable.connect(self.undoable)
        self.reviewing.count_again.connect(lambda _product: self._counted_again())
        self.reviewing.taken_back.connect(self.session.redraw)
        self.sounds.clicked.connect(lambda _checked=False: self.turn_sounds())
        self.finish.clicked.connect(lambda _checked=False: self.finish_later())

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(4)
        for button in (self.sounds, self.finish):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.addWidget(self.progress)
        row.addStretch(1)
        row.addWidget(self.again)
        middle.addStretch(1)
        middle.addLayout(row)
        middle.addWidget(self.steps)
        middle.addStretch(1)
        self.header.after.addLayout(middle)
        self.header.after.addSpacing(24)
        self.header.add_action(self.sounds)
        self.header.add_action(self.finish)
        for view in (self.start, self.session, self.stall):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addWidget(self._views, 1)
        self._say_sounds()
        self.redraw_head()
