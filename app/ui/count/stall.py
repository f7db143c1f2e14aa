"""A day at the stall by scanner: what is taken along, each sale as it happens, and what came home. It works offline.

Every scan is booked before the page answers: leaving the page, a crash or an empty battery loses nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app import stalls
from app.core.count_entry import Scanned, Typed, What, once
from app.core.money import digits_of
from app.core.stall import read_price
from app.errors import PlimsollError
from app.store import codes, stall_days
from app.store.codes import Named
from app.store.stall_days import Product, StallDay
from app.ui.bridge import Bridge
from app.ui.count.anywhere import ScanAnywhere
from app.ui.count.scan_field import ScanField
from app.ui.count.stall_lists import AlongList, SalesList, totals
from app.ui.count.stall_now import StallNow, Step, advice_words, next_words, own_currency
from app.ui.count.tones import Tone, Tones
from app.ui.shell.header import SIDE
from app.ui.shell.views import Scrolling, announce
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.filters import Toggle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import number, tr, trn


class StallView(QWidget):
    """`changed` after every act, `seek` with words that name no single product, `end_wanted` for the day's end."""

    changed = Signal()
    seek = Signal(str)
    end_wanted = Signal()

    def __init__(self, bridge: Bridge, field: ScanField, tones: Tones) -> None:
        super().__init__()
        self._bridge, self._tones = bridge, tones
        self.day: StallDay | None = None
        self.step = Step.SELL
        self.product: int | None = None
        self._times = 1
        self._done: list[tuple[Step, int, int | None]] = []  # step, product, and what was there before: of this sitting
        self.field = field
        self.said = Label("", colour="text_secondary")
        self.now = StallNow()
        self.advice = Paragraph("")
        self.toggles = {
            Step.TAKE: Toggle(tr("Take along"), chip=True),
            Step.SELL: Toggle(tr("Sell"), chip=True),
            Step.BACK: Toggle(tr("What came home"), chip=True),
        }
        self.undo_one = Button(tr("Undo"), size=ButtonSize.LARGE, icon="undo", hint=tr("Backspace"))
        self.next_one = Button(tr("Start selling"), Variant.PRIMARY, size=ButtonSize.LARGE)
        self.along, self.sales = AlongList(), SalesList()
        self._lay_out()
        self._connect()

    def begin(self, day: StallDay, step: Step) -> None:
        """This day. One whose sales are typed in afterwards is about sales only."""
        self.day, self._times, self.product = day, 1, None
        self._done.clear()
        self.said.setText("")
        self._to(Step.SELL if day.dated_at is not None else step)

    def to_take(self) -> None:
        """From now on a scan takes a piece along."""
        self._to(Step.TAKE)

    def to_sell(self) -> None:
        """From now on a scan is a sale."""
        self._to(Step.SELL)

    def to_back(self) -> None:
        """From now on a scan is a piece that came home."""
        self._to(Step.BACK)

    def times(self) -> int:
        """How often the next one counts, as was typed before it."""
        times, self._times = self._times, 1
        return times

    def take(self, named: Named, times: int = 1, code: str = "") -> None:
        """A product was scanned or named: take it along, sell it, or it came home."""
        day = self.day
        if day is None:
            return
        pieces = named.pieces * times
        done = {Step.TAKE: self._take_along, Step.SELL: self._sell, Step.BACK: self._came_back}[self.step]
        if not 0 < pieces <= 9999:
            self._refuse(tr("{code} is not possible here.", code=code or number(pieces)))
        elif done(day, named, pieces):
            self.product = named.product
            self.redraw()
            self._tones.play(Tone.ACCEPTED)

    def redraw(self) -> None:
        """Show everything as it is now."""
        day = self.day
        if day is None:
            return
        rows, sales = stall_days.products(self._bridge.db, day.id), stall_days.sales(self._bridge.db, day.id)
        self.along.show_rows(rows, self.product, step_back=self.step is Step.BACK)
        self.sales.show_rows(sales)
        self.sales.setVisible(self.step is Step.SELL or not rows)
        self.now.show_row(self._row(), self.step)
        self.undo_one.setEnabled(any(not one.taken_back for one in sales) if self.step is Step.SELL else self._undoable)
        self.changed.emit()

    @property
    def _undoable(self) -> bool:
        return any(step is self.step for step, _, _ in self._done)

    def _to(self, step: Step) -> None:
        if self.day is None or (self.day.dated_at is not None and step is not Step.SELL):
            return
        self.step = step
        self.toggles[step].setChecked(True)
        afterwards = self.day.dated_at is not None
        for toggle in self.toggles.values():
            toggle.setVisible(not afterwards)
        self.advice.setText(advice_words(step, afterwards=afterwards))
        self.next_one.setText(next_words(step, afterwards=afterwards))
        self.redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the three acts: each is on disk when it returns ---------------------------------------------------------

    def _take_along(self, day: StallDay, named: Named, pieces: int) -> bool:
        bridge, product = self._bridge, named.product
        before = stall_days.along(bridge.db, day.id, product).taken
        if bridge.perform(stalls.take_along, bridge.db, day, product, pieces, now=bridge.now) is None:
            return False
        self._done.append((Step.TAKE, product, before))
        self._say(trn("{n} {title} taken along", "{n} {title} taken along", pieces, title=named.title))
        return True

    def _sell(self, day: StallDay, named: Named, pieces: int) -> bool:
        bridge = self._bridge
        price = stall_days.price_of(bridge.db, named.product)
        if bridge.perform(stalls.sell, bridge.db, day, named, pieces, price=price, now=bridge.now) is None:
            self._tones.play(Tone.UNKNOWN)
            return False
        self._say(trn("{n} {title} sold", "{n} {title} sold", pieces, title=named.title))
        return True

    def _came_back(self, day: StallDay, named: Named, pieces: int) -> bool:
        before = stall_days.along(self._bridge.db, day.id, named.product).back
        return self._put_back(named.product, (before or 0) + pieces, before, named.title)

    def _put_back(self, product: int, pieces: int, before: int | None, title: str) -> bool:
        assert self.day is not None
        try:
            stalls.came_back(self._bridge.db, self.day, product, pieces)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)
            return False
        self._done.append((Step.BACK, product, before))
        self._say(trn("{n} {title} came home", "{n} {title} came home", pieces, title=title))
        return True

    def undo(self) -> None:
        """Take the newest act of this step back."""
        if self.step is Step.SELL:
            newest = next((one for one in self.sales.rows() if not one.taken_back), None)
            if newest is not None:
                self.take_back(newest.id)
                return
        at = next((at for at in range(len(self._done) - 1, -1, -1) if self._done[at][0] is self.step), None)
        if at is None or self.day is None or self.step is Step.SELL:
            self._say(tr("There is nothing to take back."))
            return
        step, product, before = self._done.pop(at)
        if step is Step.TAKE:
            self._set_taken(product, before or 0)
        else:
            stalls.came_back(self._bridge.db, self.day, product, before)
        self.product = product
        self._say(tr("Taken back."))
        self.redraw()

    def take_back(self, sale: int) -> None:
        """This sale did not happen."""
        bridge, found = self._bridge, next((one for one in self.sales.rows() if one.id == sale), None)
        if self.day is None or found is None or found.taken_back:
            return
        if bridge.perform(stalls.take_back, bridge.db, self.day, sale, now=bridge.now) is not None:
            self.product = found.product
            self._say(tr("{title} taken back.", title=found.title))
            self.redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_taken(self, product: int, pieces: int) -> None:
        assert self.day is not None
        bridge = self._bridge
        more = pieces - stall_days.along(bridge.db, self.day.id, product).taken
        if more:
            bridge.perform(stalls.take_along, bridge.db, self.day, product, more, now=bridge.now)

    # --- the line ------------------------------------------------------------------------------------------------

    def _scanned(self, scanned: Scanned) -> None:
        db = self._bridge.db
        times, self._times = self._times, 1
        named = codes.resolve(db, once(scanned.code, lambda text: codes.resolve(db, text) is not None))
        if named is None:
            self._refuse(tr("{code} is not in your shop. Nothing was booked.", code=scanned.code))
        else:
            self.take(named, scanned.times * times, scanned.code)

    def _typed(self, typed: Typed) -> None:
        times = self._times
        match typed.what:
            case What.TIMES if not typed.words:
                self._times = max(1, typed.pieces)
                self._say(tr("The next scan counts {times} times.", times=number(self._times)))
            case What.FIND | What.TIMES:
                self._times = 1
                self._named(typed.words, times * (typed.pieces if typed.what is What.TIMES else 1))
            case What.SET:
                self._number(typed.pieces)
            case What.ADD:
                self._more(typed.pieces)
            case What.NEXT if self.step is Step.BACK:
                self._next_back()

    def _named(self, words: str, times: int) -> None:
        if words.startswith("@"):
            self._price(words)
            return
        named = codes.resolve(self._bridge.db, words)
        if named is not None:
            self.take(named, times, words)
        else:
            self._times = times
            self.seek.emit(words)

    def _number(self, pieces: int) -> None:
        """A number alone: so many are taken along, or came home. It sells nothing."""
        row = self._row()
        if self.step is Step.SELL:
            self._refuse(tr("A number alone sells nothing. Type 3* and scan."))
        elif row is None:
            self._refuse(tr("Scan or name a product first."))
        elif self.step is Step.TAKE:
            self._done.append((Step.TAKE, row.product, row.along.taken))
            self._set_taken(row.product, pieces)
            self.redraw()
        elif self._put_back(row.product, pieces, row.along.back, row.title):
            self.redraw()

    def _more(self, by: int) -> None:
        row = self._row()
        if row is None:
            self._refuse(tr("Scan or name a product first."))
        elif self.step is Step.SELL and by < 0:
            self.undo()
        elif by > 0:
            self.take(Named(product=row.product, sku=row.sku, title=row.title), by)
        else:
            old = row.along.taken if self.step is Step.TAKE else row.along.back or 0
            self._number(max(0, old + by))

    def _price(self, typed: str) -> None:
        """What one piece of the newest sale brought."""
        newest = next((one for one in self.sales.rows() if not one.taken_back), None)
        currency = (newest.currency if newest else None) or own_currency()
        minor = read_price(typed, digits_of(currency))
        if newest is None or minor is None:
            self._refuse(tr("Type @12.50 after a sale for what one piece of it brought."))
            return
        stalls.say_price(self._bridge.db, newest.id, (minor, currency))
        self._say(tr("The price is noted."))
        self.redraw()

    def _next_back(self) -> None:
        """Enter goes to the next product that nobody has looked at."""
        waiting = [row for row in self.along.rows() if row.along.out and row.along.back is None]
        at = next((row for row in waiting if row.product != self.product), None)
        if at is None:
            self._say(tr("Everything was looked at."))
            return
        self.product = at.product
        self.redraw()

    def _row(self) -> Product | None:
        return next((row for row in self.along.rows() if row.product == self.product), None)

    def choose(self, product: int) -> None:
        """This product is the one that numbers are about."""
        self.product = product
        self.redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)
        self._tones.play(Tone.UNKNOWN)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self.field, sentence)

    # --- what is shown -------------------------------------------------------------------------------------------

    def progress(self) -> str:
        """The day in one line: pieces and money."""
        return totals(self.sales.rows())

    def _go_on(self) -> None:
        if self.step is Step.TAKE:
            self.to_sell()
        elif self.step is Step.SELL and self.day is not None and self.day.dated_at is None and self.along.out():
            self.to_back()
        else:
            self.end_wanted.emit()

    def _connect(self) -> None:
        self.field.scanned.connect(self._scanned)
        self.field.typed.connect(self._typed)
        self.field.more.connect(self._more)
        self.field.back.connect(self.undo)
        self.field.twice.connect(lambda: self._say(tr("The same scan came twice at once: it counts once.")))
        for step, toggle in self.toggles.items():
            toggle.clicked.connect(lambda _checked=False, step=step: self._to(step))
        self.undo_one.clicked.connect(lambda _checked=False: self.undo())
        self.next_one.clicked.connect(lambda _checked=False: self._go_on())
        self.along.chosen.connect(self.choose)
        self.sales.undo.connect(self.take_back)
        ScanAnywhere(self, self.field)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for toggle in self.toggles.values():
            group.addButton(toggle)
            steps.addWidget(toggle)
        steps.addStretch(1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.next_one)
        keys.addWidget(self.undo_one)
        keys.addStretch(1)
        left, right, whole = QWidget(), QWidget(), QSplitter()
        column = QVBoxLayout(left)
        column.setContentsMargins(SIDE, 16, SIDE, 16)
        column.setSpacing(10)
        column.addLayout(steps)
        for part in (self.field, self.said, self.now, self.advice):
            column.addWidget(part)
        column.addLayout(keys)
        column.addStretch(1)
        column.addWidget(self.sales, 2)
        beside_column = QVBoxLayout(right)
        beside_column.setContentsMargins(SIDE, 16, SIDE, 16)
        beside_column.addWidget(self.along)
        whole.setObjectName("stall")
        whole.setChildrenCollapsible(False)
        whole.addWidget(Scrolling(left))
        whole.addWidget(right)
        whole.setStretchFactor(0, 4)
        whole.setStretchFactor(1, 3)
        whole.setSizes([790, 580])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)
        for button in (*self.toggles.values(), self.undo_one, self.next_one):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the line
