"""What the Count page does about stall days: begins one, goes on with it, types sales in afterwards, and ends it."""

from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app import stalls
from app.errors import PlimsollError
from app.store import codes, shops, stall_days
from app.store.shops import Shop
from app.store.stall_days import StallDay
from app.ui.channels.pick import PickDialog
from app.ui.channels.steps import stall_letter
from app.ui.count.desk import Desk
from app.ui.count.stall_dialogs import EndDialog, WhereDialog
from app.ui.count.stall_lists import totals
from app.ui.count.stall_now import Step
from app.ui.words import tr


class Stalls(QObject):
    """`open` is the day in view."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page, self._bridge = desk, page, desk.bridge
        self.open: StallDay | None = None
        desk.stall.seek.connect(self._find)
        desk.stall.end_wanted.connect(self.end)

    def sell(self) -> None:
        """Sell at once: at the day that is open, or on a new one with nothing taken along."""
        self._begin_or_go_on(Step.SELL)

    def begin(self) -> None:
        """A stall day: first what is taken along."""
        self._begin_or_go_on(Step.TAKE)

    def afterwards(self) -> None:
        """Sales of a day that is over."""
        self._ask(Step.SELL, afterwards=True)

    def go_on(self, number: int, step: Step = Step.SELL) -> None:
        """Show this day."""
        day = stall_days.day(self._bridge.db, number)
        if day is None or day.ended_at is not None:
            return
        self.open = day
        self._desk.show_stall()
        self._desk.stall.begin(day, step)

    def leave(self) -> None:
        """The day stays open: what is with the seller stays held back."""
        self.open = None

    def end(self) -> None:
        """Say what the day was, and end it on one press."""
        day, db = self.open, self._bridge.db
        if day is None:
            return
        rows, sales = stall_days.products(db, day.id), stall_days.sales(db, day.id)
        dialog = EndDialog(self._page, day.name, rows, sales)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(lambda missing: self._end(day, missing))
        dialog.open()

    def _end(self, day: StallDay, missing: stalls.Missing) -> None:
        bridge = self._bridge
        if bridge.perform(stalls.end, bridge.db, day, missing=missing, now=bridge.now) is None:
            return
        said = tr("{place} is over: {totals}.", place=day.name, totals=totals(stall_days.sales(bridge.db, day.id)))
        self._desk.finish_later()
        self._desk.start.say(said)

    def _begin_or_go_on(self, step: Step) -> None:
        known = [day for day in stall_days.open_days(self._bridge.db) if day.dated_at is None]
        places = self._places()
        if known:
            self.go_on(known[0].id, step)
        elif len(places) == 1:
            self._begin(step, places[0], None)
        else:
            self._ask(step, afterwards=False)

    def _ask(self, step: Step, *, afterwards: bool) -> None:
        today = self._bridge.now.astimezone().date()
        dialog = WhereDialog(self._page, self._places(), today, afterwards=afterwards)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(lambda place, on: self._begin(step, place, on))
        dialog.open()

    def _begin(self, step: Step, place: Shop | str, on: date | None) -> None:
        bridge = self._bridge
        try:
            shop = self._new(place, on) if isinstance(place, str) else place
            number = stalls.begin(bridge.db, shop, on=on, now=bridge.now)
        except PlimsollError as error:
            bridge.trouble.emit(error)
            return
        self.go_on(number, step)

    def _new(self, name: str, on: date | None) -> Shop:
        bridge = self._bridge
        letter = stall_letter(shops.shops(bridge.db))
        since = stalls.start_of(on) if on is not None else bridge.now
        number, changes = stalls.add_place(bridge.db, name, letter, since=min(since, bridge.now))
        bridge.changed.emit(changes)
        shop = shops.shop(bridge.db, number)
        assert shop is not None
        return shop

    def _places(self) -> list[Shop]:
        return [shop for shop in shops.shops(self._bridge.db) if shop.by_hand]

    def _find(self, words: str) -> None:
        dialog = PickDialog(
            self._page, self._bridge, question=tr("Which product?"), text=tr("Several match, or none."),
            yes=tr("This one"), words=words,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self._picked)
        dialog.open()

    def _picked(self, sku: str) -> None:
        named = codes.resolve(self._bridge.db, sku)
        if named is not None:
            self._desk.stall.take(named, self._desk.stall.times(), sku)
