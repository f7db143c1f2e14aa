"""The Count page: choosing a count, counting, and the review of each shelf. Esc finishes later; nothing is lost."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import counting
from app.core.changes import Changes
from app.core.count_entry import Scanner
from app.core.counting import Tolerance
from app.errors import PlimsollError
from app.store import catalog, count_lists, counts
from app.ui.bridge import Bridge
from app.ui.channels.frame import ask_then
from app.ui.channels.pick import PickDialog
from app.ui.count.asking import PackedDialog
from app.ui.count.review import Review, outlook_words
from app.ui.count.scan_field import ScanField
from app.ui.count.session_view import SessionView
from app.ui.count.shelf_list import shelf_name
from app.ui.count.start_view import Offer, StartView
from app.ui.count.steps import Steps
from app.ui.count.taking import Taking
from app.ui.count.tones import Tones
from app.ui.page import Command, Page
from app.ui.shell.header import PageHeader, bar_place
from app.ui.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.text import Label
from app.ui.words import tr, trn


class CountPage(Page):
    """`working_changed`: a count is a place to work, and wants the room of the sidebar."""

    key = "count"
    working_changed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Count"))
        self.bar_place = bar_place()
        self.taking: Taking | None = None
        self._reviewed = ""
        self.tones = Tones()
        self.header = PageHeader(tr("Count"))
        self.steps, self.progress, self.again = Steps(), Label(""), Label("", colour="text_secondary")
        self.sounds = Button(tr("Sounds on"), icon="sound", name=tr("Sounds on (F9)"))
        self.finish = Button(tr("Finish later"), hint=keys_of(QKeySequence("Esc")))
        self.to_count = Button(tr("Back to counting"))
        self.start = StartView(bridge.db, lambda: bridge.now)
        self.session = SessionView(ScanField(Scanner()), self.tones)
        self.review = Review()
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
            Command(key="count_sounds", menu="view", text=tr("Sounds while counting"), shortcut="F9",
                    run=self.turn_sounds),
            Command(key="to_the_line", menu="view", text=tr("To the scan line"), shortcut="F3", enabled=working,
                    run=lambda: field.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ]  # fmt: skip

    def open(self, what: object) -> None:
        """Go on with the count of this number; else show where counts begin."""
        if isinstance(what, int):
            self.go_on(what)
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
        bridge = self.bridge
        products = count_lists.products(bridge.db, offer.kind, shelf=offer.shelf, now=bridge.now)
        try:
            number, taken = counting.begin(
                bridge.db, name=offer.name, kind=offer.kind.value, products=products, tolerance=Tolerance(),
                now=bridge.now,
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
        self._show(self.session)
        self.session.begin(self.taking)
        self._head()
        self.working_changed.emit()

    def finish_later(self) -> None:
        """Leave the count as it is. Every scan is kept."""
        self.taking = None
        self._show(self.start)
        self.start.read()
        self.start.take_keyboard()
        self._head()
        self.working_changed.emit()

    def turn_sounds(self) -> None:
        """F9."""
        self.tones.on = not self.tones.on
        self.sounds.setText(tr("Sounds on") if self.tones.on else tr("Sounds off"))

    def close_shelf(self) -> None:
        """F4: ask once about packed parcels, then close; what must be counted again comes first."""
        taking = self.taking
        if taking is None or not taking.counting:
            return
        if taking.session.packed_elsewhere is None:
            self._ask_parcels()
            return
        open_lines = [line for line in taking.of_shelf(taking.shelf) if line.counted is None]
        if open_lines and not taking.again():
            self._ask_open(len(open_lines))
            return
        self._close()

    def _close(self) -> None:
        taking = self.taking
        assert taking is not None
        shelf = taking.shelf
        again = taking.close()
        self.session.redraw()
        self._head()
        if again:
            said = trn(
                "{n} product is to be counted once more.", "{n} products are to be counted once more.", len(again)
            )
            self.session.said.setText(said)
            self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_review(shelf)

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
        """A closed shelf beside the ledger."""
        taking = self.taking
        if taking is None:
            return
        self._reviewed = shelf
        number, db = taking.session.id, self.bridge.db
        rows, outlook = counting.review(db, number, shelf), counting.outlook(db, number, shelf)
        self.review.show_shelf(shelf, rows, outlook, parcels=bool(taking.session.packed_elsewhere))
        self._show(self.review_box)
        self.review.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def post(self) -> None:
        """Say what posting does, and do it on one press."""
        taking, shelf = self.taking, self._reviewed
        if taking is None:
            return
        outlook = counting.outlook(self.bridge.db, taking.session.id, shelf)
        if not outlook.posted:
            return
        ask_then(
            self,
            lambda: self._post(shelf),
            question=tr("Post {shelf}?", shelf=shelf_name(shelf)),
            text=outlook_words(outlook),
            yes=tr("Post {shelf}", shelf=shelf_name(shelf)),
            no=tr("Not yet"),
        )

    def _post(self, shelf: str) -> None:
        taking, bridge = self.taking, self.bridge
        if taking is None:
            return
        rows = [row for row in counting.review(bridge.db, taking.session.id, shelf) if not row.waits]
        corrected = sum(row.difference != 0 for row in rows if row.facts.posted is None)
        batch = f"count/{uuid.uuid4()}"
        done = bridge.perform(counting.post_shelf, bridge.db, taking.session.id, shelf, batch=batch, now=bridge.now)
        if done is None:
            return
        said = tr("{shelf} posted: {counted} counted, {corrected} corrected", shelf=shelf_name(shelf),
                  counted=len(rows), corrected=corrected)  # fmt: skip
        self.undoable.emit(said, lambda: self._take_back(batch))
        self._after_posting(shelf)

    def _after_posting(self, shelf: str) -> None:
        taking = self.taking
        assert taking is not None
        taking.read()
        self._head()
        if all(not line.open for line in taking.lines.values()):
            counting.finish(self.bridge.db, taking.session.id, now=self.bridge.now)
            self.finish_later()
        elif any(line.open for line in taking.of_shelf(shelf)):
            self.show_review(shelf)
        else:
            self._back()

    def _take_back(self, batch: str) -> Changes | None:
        bridge = self.bridge
        done = bridge.perform(counting.undo_posting, bridge.db, batch, now=bridge.now)
        if self.taking is not None:
            self.taking.read()
            self.session.redraw()
        return done

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

    def _say_why(self, product: int, reason: str) -> None:
        if self.taking is not None:
            counting.say_why(self.bridge.db, self.taking.session.id, product, reason)
            self.show_review(self._reviewed)

    def _keep(self, product: int, *, kept: bool) -> None:
        if self.taking is not None:
            counting.decide_found(self.bridge.db, self.taking.session.id, [product], kept=kept)
            self.show_review(self._reviewed)

    def _ask_packed(self, product: int) -> None:
        taking = self.taking
        if taking is None:
            return
        facts = next(row.facts for row in counting.review(self.bridge.db, taking.session.id, self._reviewed)
                     if row.facts.product == product)  # fmt: skip
        dialog = PackedDialog(self, facts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(lambda pieces: self._packed(product, pieces))
        dialog.open()

    def _packed(self, product: int, pieces: int) -> None:
        if self.taking is None:
            return
        try:
            counting.say_packed(self.bridge.db, self.taking.session.id, product, pieces)
        except PlimsollError as error:
            self.bridge.trouble.emit(error)
        self.show_review(self._reviewed)

    # --- inside --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc finishes later, from wherever nothing nearer wanted it."""
        if event.key() == Qt.Key.Key_Escape and self.working:
            self._back() if self._views.currentWidget() is self.review_box else self.finish_later()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        if self.taking is None:
            return
        self._show(self.session)
        self.session.redraw()
        self.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> None:
        taking = self.taking
        for part in (self.steps, self.progress, self.again, self.sounds, self.finish):
            part.setVisible(taking is not None)
        if taking is None:
            self.header.say(tr("Count"), tr("Counting does not stop selling."))
            return
        lines = list(taking.lines.values())
        done = sum(line.done or line.posted is not None for line in lines)
        again = sum(line.round > 1 and not line.done and line.posted is None for line in lines)
        self.header.say(taking.session.name, shelf_name(taking.shelf) if taking.counting else "")
        self.progress.setText(tr("{done} of {all} counted", done=done, all=len(lines)))
        self.again.setText(trn("{n} to count again", "{n} to count again", again) if again else "")
        self.steps.show_steps(taking.steps(), self.progress.text())

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)

    def _connect(self) -> None:
        self.start.begin.connect(self.begin)
        self.start.go_on.connect(self.go_on)
        self.start.discard.connect(self._discard)
        self.session.changed.connect(self._head)
        self.session.close_wanted.connect(self.close_shelf)
        self.session.review_wanted.connect(self.show_review)
        self.session.seek.connect(self._find)
        self.session.name.connect(self._name)
        self.session.trouble.connect(self.bridge.trouble)
        self.review.reason.connect(self._say_why)
        self.review.keep.connect(lambda product, kept: self._keep(product, kept=kept))
        self.review.packed.connect(self._ask_packed)
        self.review.post_wanted.connect(self.post)
        self.sounds.clicked.connect(lambda _checked=False: self.turn_sounds())
        self.finish.clicked.connect(lambda _checked=False: self.finish_later())
        self.to_count.clicked.connect(lambda _checked=False: self._back())

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
        self.review_box = QWidget()
        around = QVBoxLayout(self.review_box)
        around.setContentsMargins(24, 16, 24, 16)
        around.setSpacing(12)
        around.addWidget(self.review, 1)
        around.addWidget(self.to_count, 0, Qt.AlignmentFlag.AlignLeft)
        for view in (self.start, self.session, self.review_box):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addWidget(self._views, 1)
        self._head()
