"""The Count page: choosing a count, counting, and the review of each shelf. Esc finishes later; nothing is lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import counting
from app.core import count_paper
from app.core.changes import Changes
from app.core.count_kinds import CountKind
from app.errors import PlimsollError
from app.store import catalog, count_lists, count_settings, counts, shops
from app.store.counts import Line
from app.store.database import transaction
from app.store.places import shelf_of
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels.frame import ask_then
from app.ui.channels.pick import PickDialog
from app.ui.count.paper import Paper
from app.ui.count.past import PastCounts
from app.ui.count.reviewing import Reviewing
from app.ui.count.scan_field import ScanField
from app.ui.count.session_view import SessionView
from app.ui.count.settings_dialog import CountSettings
from app.ui.count.shelf_list import shelf_name
from app.ui.count.stall import StallDialog
from app.ui.count.start_view import Offer, StartView
from app.ui.count.steps import Steps
from app.ui.count.taking import Taking
from app.ui.count.tones import Tones
from app.ui.inventory.places_dialog import PlacesDialog
from app.ui.page import Command, Page
from app.ui.shell.header import PageHeader, bar_place
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
        self.session = SessionView(ScanField(count_settings.scanner(bridge.db)), self.tones)
        self.review = self.session.review
        self.reviewing = Reviewing(bridge, self.review, self)
        self.paper = Paper(bridge, self)
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show(self.start)

    @property
    def working(self) -> bool:
        """Is a count in view?"""
        return self.taking is not None

    def commands(self) -> list[Command]:
        """What can be done while counting."""
        working = lambda: self.working  # noqa: E731
        field = self.session.field
        return [
            Command(key="count_again", menu="stock", text=tr("Count again"), shortcut="F2", enabled=working,
                    run=self.session.notice.press),
            Command(key="close_shelf", menu="stock", text=tr("Close the shelf"), shortcut="F4", enabled=working,
                    run=self.close_shelf),
            Command(key="one_damaged", menu="stock", text=tr("One damaged"), shortcut="F7", enabled=working,
                    run=lambda: self.session.current.wanted.emit("damaged")),
            Command(key="lies_here", menu="stock", text=tr("It lies here too…"), shortcut="Ctrl+L",
                    enabled=lambda: self.taking is not None and self.taking.line is not None, run=self.lies_here),
            Command(key="post_shelf", menu="stock", text=tr("Post the reviewed shelf…"), shortcut="Ctrl+Return",
                    enabled=self.review.isVisible, run=self.reviewing.post),
            Command(key="print_sheets", menu="stock", text=tr("Counting sheets…"), enabled=working,
                    run=lambda: self.paper.sheets(self.taking)),
            Command(key="list_out", menu="stock", text=tr("Counting list to a file…"), enabled=working,
                    run=lambda: self.paper.list_out(self.taking)),
            Command(key="list_in", menu="stock", text=tr("Counting list from a file…"), enabled=working,
                    run=lambda: self.paper.list_in(self.taking)),
            Command(key="labels", menu="stock", text=tr("Barcode labels…"), run=self.paper.labels),
            Command(key="end_count", menu="stock", text=tr("End this count…"), enabled=working, run=self.end_count),
            Command(key="stall_sale", menu="stock", text=tr("Record stall sales…"), shortcut="Ctrl+Shift+S",
                    enabled=lambda: self._stall() is not None, run=self.sell),
            Command(key="past_counts", menu="stock", text=tr("Counts so far…"), run=self.past),
            Command(key="count_settings", menu="stock", text=tr("How you count…"), run=self.settings),
            Command(key="count_sounds", menu="view", text=tr("Sounds while counting"), shortcut="F9",
                    run=self.turn_sounds),
            Command(key="to_the_line", menu="view", text=tr("To the scan line"), shortcut="F3", enabled=working,
                    run=lambda: field.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ]  # fmt: skip

    def open(self, what: object) -> None:
        """Go on with the count of this number, or begin one of these products; else show where counts begin.

        With a kind of count, that one is chosen there; "sell" records what was sold at a stall.
        """
        if what == _SELL:
            self.sell()
        elif isinstance(what, CountKind):
            self.finish_later()
            self.start.choose(what)
        elif isinstance(what, int):
            self.go_on(what)
        elif isinstance(what, tuple):
            self._begin("", CountKind.FREE, what)
        elif self.working:
            self.finish_later()

    def shown(self) -> None:
        """The line takes the keyboard, or the list of counts."""
        if self.taking is None:
            self.start.read()
            self.start.take_keyboard()
        else:
            self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Sales go on while one counts: nothing of them shows here. New products may be counted."""
        if self.taking is None and (changes.catalog or changes.skus):
            self.start.read()

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
        self.taking = Taking(self.bridge.db, session, lambda: self.bridge.now)
        self.reviewing.begin(self.taking)
        self._show(self.session)
        self.session.begin(self.taking)
        self._head()
        self.working_changed.emit()

    def finish_later(self) -> None:
        """Leave the count as it is. Every scan is kept."""
        self.taking = None
        self.reviewing.begin(None)
        self._show(self.start)
        self.start.read()
        self.start.take_keyboard()
        self._head()
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
        dialog.accepted.connect(self._take_scanner)
        dialog.open()

    def _stall(self) -> Shop | None:
        return next((shop for shop in shops.shops(self.bridge.db) if shop.by_hand), None)

    def sell(self) -> None:
        """Sell at the stall by scanner: at the first place kept by hand; Channels has the others."""
        shop = self._stall()
        if shop is not None:
            dialog = StallDialog(self, self.bridge, shop, self.tones)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def past(self) -> None:
        """The figures of the counts so far, and their reports."""
        dialog = PastCounts(self, self.bridge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        counting.put_places(self.bridge.db, product, found)
        self.bridge.changed.emit(Changes(catalog=True))
        if self.taking is not None:
            self.taking.read()
            self.session.redraw()
            self._head()

    def _take_scanner(self) -> None:
        self.session.field.keys.scanner = count_settings.scanner(self.bridge.db)

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
        self._head()
        self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_shelf(self) -> None:
        """F4: ask once about packed parcels, then close; what must be counted again comes first."""
        taking = self.taking
        if taking is None or not taking.counting:
            return
        if taking.session.packed_elsewhere is None:
            self._ask_parcels()
            return
        open_lines = [line for line in taking.of_home(taking.shelf) if line.counted is None and line.open]
        if open_lines and not taking.again():
            self._ask_open(len(open_lines))
            return
        self._close()

    def _close(self) -> None:
        taking = self.taking
        assert taking is not None
        shelf = taking.shelf
        again = taking.close()
        if again:
            self._after_closing(again)
        else:
            self.show_review(shelf)

    def _after_closing(self, again: list[Line]) -> None:
        self.reviewing.redraw()
        self.session.redraw()
        self._head()
        said = trn("{n} product is to be counted once more.", "{n} products are to be counted once more.", len(again))
        moved = sum(line.moved for line in again)
        if moved:
            said += " " + trn("{n} moved while you counted.", "{n} moved while you counted.", moved)
        self.session.said.setText(said)
        self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_parcels(self) -> None:
        asked = ask_then(
            self,
            lambda: self._say_parcels(elsewhere=True),
            question=tr("Are packed parcels lying elsewhere?"),
            text=tr(
                "Pieces that are sold and packed still count as on hand. If they do not lie on these shelves, the"
                " review asks how many there are."
            ),
            yes=tr("Yes, elsewhere"),
            no=tr("No, all is here"),
        )
        asked.rejected.connect(lambda: self._say_parcels(elsewhere=False))

    def _say_parcels(self, *, elsewhere: bool) -> None:
        if self.taking is None:
            return
        counting.say_parcels(self.bridge.db, self.taking.session.id, elsewhere=elsewhere)
        self.taking.read()
        self.close_shelf()

    def _ask_open(self, missing: int) -> None:
        ask_then(
            self,
            self._close,
            question=trn(
                "{n} product is not counted. Close the shelf?",
                "{n} products are not counted. Close the shelf?",
                missing,
            ),
            text=tr("Nothing is posted for what was not counted. Blank is not zero."),
            yes=tr("Close the shelf"),
            no=tr("Go on counting"),
        )  # fmt: skip

    def show_review(self, shelf: str) -> None:
        """A closed shelf beside the ledger. What was counted since it was closed is judged first."""
        taking = self.taking
        if taking is None:
            return
        if any(line.done and not line.sealed for line in taking.of_home(shelf)) and taking.close_again(shelf):
            self._after_closing(taking.again())
            return
        self.reviewing.show(shelf)
        self.session.redraw()
        self._head()
        if self.review.isVisible():
            self.review.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_posting(self, _shelf: str) -> None:
        taking = self.taking
        assert taking is not None
        self._head()
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
        if self.working:
            self.finish_later()
        self.start.read()

    def _name(self, seq: int, code: str) -> None:
        dialog = PickDialog(
            self, self.bridge, question=tr("Which product is {code}?", code=code),
            text=tr("What was scanned counts for it, and the code names it from now on."), yes=tr("It is this one"),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(lambda sku: self._named(seq, sku))
        dialog.open()

    def _named(self, seq: int, sku: str) -> None:
        product = self._product(sku)
        if self.taking is None or product is None:
            return
        try:
            self.taking.name_code(seq, product, 1)
        except PlimsollError as error:
            self.bridge.trouble.emit(error)
        self.session.redraw()
        self._head()

    def _find(self, words: str) -> None:
        dialog = PickDialog(
            self, self.bridge, question=tr("Which product?"), text=tr("Several match, or none."),
            yes=tr("Count this one"), words=words,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self._picked)
        dialog.open()

    def _picked(self, sku: str) -> None:
        product = self._product(sku)
        if product is not None:
            self.session.count_now(product)
            self._head()

    def _product(self, sku: str) -> int | None:
        return catalog.product_id(self.bridge.db, sku)

    # --- inside --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc finishes later, from wherever nothing nearer wanted it."""
        if event.key() == Qt.Key.Key_Escape and self.working:
            self.finish_later()
        else:
            super().keyPressEvent(event)

    def _head(self) -> None:
        taking = self.taking
        for part in (self.steps, self.progress, self.again, self.sounds, self.finish):
            part.setVisible(taking is not None)
        if taking is None:
            self.header.say(tr("Count"), tr("Counting does not stop selling."))
            return
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
        self.start.settings.connect(self.settings)
        self.session.changed.connect(self._head)
        self.session.close_wanted.connect(self.close_shelf)
        self.session.review_wanted.connect(self.show_review)
        self.session.seek.connect(self._find)
        self.session.name.connect(self._name)
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
        for view in (self.start, self.session):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addWidget(self._views, 1)
        self._say_sounds()
        self._head()
