"""What the seller does in the lower half of Planning: the dialogs, and what is written once they are answered."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app import deliveries, posting
from app.core.changes import Changes
from app.deliveries import Ordered
from app.store import catalog, reorder, settings, suppliers
from app.store import deliveries as stored
from app.store.deliveries import Line
from app.ui.bridge import Bridge
from app.ui.channels.acts import new_batch
from app.ui.planning.expect_dialog import DateDialog, ExpectDialog
from app.ui.planning.lower import Lower
from app.ui.planning.order_dialog import OrderDialog, drafts
from app.ui.planning.receive_dialog import ReceiveDialog
from app.ui.planning.supplier_dialog import SupplierDialog
from app.ui.planning.updating import Updating
from app.ui.planning.whose_dialog import WhoseDialog
from app.ui.shell.views import ask_then
from app.ui.widgets.dialog import Dialog
from app.ui.words import day, tr, trn


class Delivering(QObject):
    """`undoable` carries a sentence and what takes it back."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, lower: Lower, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._lower, self._page = bridge, lower, page
        self.dialog: Dialog | None = None
        self._rates: reorder.Rates = {}
        self.updating = Updating(bridge, lower.floors, self)
        self.updating.undoable.connect(self.undoable)
        self.updating.told.connect(lower.settle)
        lower.wanted.connect(self.do)

    def forget(self) -> None:
        """The page was left: what sells a day is reckoned anew."""
        self._rates.clear()

    def read(self) -> None:
        """Show what holds now."""
        db, now = self._bridge.db, self._bridge.now
        known = suppliers.suppliers(db)
        self._lower.show_all(
            reorder.to_reorder(db, now=now, rates=self._rates), stored.expected(db), known,
            stored.actual_days(db, [one.id for one in known]), suppliers.cover_days(db), now,
        )  # fmt: skip

    def do(self, what: str) -> None:
        """One of the things that `Lower.wanted` names."""
        acts: dict[str, Callable[[], None]] = {
            "order": self.order, "from": self.come_from, "expect": self.expect,
            "receive": self.receive, "date": self.date_it, "drop": self.drop, "supplier": self.add_supplier,
            "terms": self.change_supplier, "gone": self.drop_supplier, "again": self.updating.look,
            "use": self.updating.use, "manner": self.updating.manner, "look": self.look, "cover": self.cover,
        }  # fmt: skip
        acts[what]()

    def look(self) -> None:
        """Floors to update, the first time that they are asked for."""
        if not self.updating.looked:
            self.updating.look()

    # ------------------------------------------------------------------------------------------------ ordering

    def order(self) -> None:
        """Purchase orders of what is ticked."""
        bridge, rows = self._bridge, self._lower.reorder.rows_wanted()
        if not rows:
            return
        known = suppliers.suppliers(bridge.db)
        dialog = OrderDialog(
            self._page, drafts(rows, known, bridge.now), [one.terms.name for one in known],
            seller=settings.fact(bridge.db, settings.NAME) or "", now=bridge.now, trouble=bridge.trouble.emit,
        )  # fmt: skip
        self._open(dialog, lambda: self._ordered(dialog.ordered, bridge.now))

    def cover(self) -> None:
        """How long an order is to last."""
        before, chosen = suppliers.cover_days(self._bridge.db), int(self._lower.cover.currentData())
        if chosen != before and self._cover(chosen) is not None:
            said = trn("Orders last {n} day", "Orders last {n} days", chosen)
            self.undoable.emit(said, lambda: self._cover(before))

    def _cover(self, days: int) -> Changes | None:
        bridge = self._bridge
        return bridge.perform(deliveries.put_cover_days, bridge.db, days, now=bridge.now)

    def expect(self) -> None:
        """A delivery that was ordered elsewhere."""
        row = self._lower.reorder.table.current() if self._lower.shown == 0 else None
        dialog = ExpectDialog(self._page, self._bridge, words=row.sku if row else "")
        self._open(dialog, lambda: self._expected(dialog))

    def _expected(self, dialog: ExpectDialog) -> None:
        found, bridge = dialog.found, self._bridge
        product = catalog.product_id(bridge.db, found.sku) if found else None
        if found is None or product is None:
            return
        one = Ordered(
            supplier=found.supplier, product=product, pieces=found.pieces, due_on=found.due_on,
            confirmed_by=found.confirmed_by,
        )  # fmt: skip
        today = found.ordered_on == bridge.now.astimezone().date()
        self._ordered([one], bridge.now if today else datetime.combine(found.ordered_on, time(12)).astimezone())

    def _ordered(self, lines: list[Ordered], at: datetime) -> None:
        bridge, batch = self._bridge, new_batch("order")
        if bridge.perform(deliveries.order, bridge.db, lines, batch=batch, now=bridge.now, ordered_at=at) is None:
            return
        said = trn("{n} piece is on order", "{n} pieces are on order", sum(one.pieces for one in lines))
        undo = lambda: bridge.perform(deliveries.take_back_order, bridge.db, batch, now=bridge.now)  # noqa: E731
        self.undoable.emit(said, undo)

    # ------------------------------------------------------------------------------------------------ what is coming

    def receive(self) -> None:
        """Scan a parcel."""
        db, line = self._bridge.db, self._lower.way.table.current()
        first, known = stored.expected(db), suppliers.suppliers(db)
        gone = {one.supplier for one in first} - {one.id for one in known}  # what is open from there may still come
        known += [found for number in sorted(gone) if (found := suppliers.supplier(db, number)) is not None]
        if not known:
            self.add_supplier()
            return
        chosen = line.supplier if line else first[0].supplier if first else None
        dialog = ReceiveDialog(self._page, self._bridge, known, chosen)
        dialog.posted.connect(self._received)
        self._open(dialog, lambda: None)

    def _received(self, batch: str, said: str) -> None:
        bridge = self._bridge
        self.undoable.emit(said, lambda: bridge.perform(posting.post_undo, bridge.db, batch, now=bridge.now))

    def date_it(self) -> None:
        """Another date for the lines that are selected."""
        lines = self._lower.way.table.selected()
        if lines:
            dialog = DateDialog(self._page, lines, self._bridge.now)
            self._open(dialog, lambda: self._dated(lines, dialog))

    def _dated(self, lines: list[Line], dialog: DateDialog) -> None:
        on, bridge = dialog.on, self._bridge
        numbers = [one.id for one in lines]
        if on is None:
            return
        if bridge.perform(deliveries.confirm, bridge.db, numbers, on, dialog.by, now=bridge.now) is None:
            return
        said = tr("Due {day}, confirmed by {who}", day=day(on, bridge.now), who=dialog.by)
        undo = lambda: bridge.perform(deliveries.put_dates_back, bridge.db, lines, now=bridge.now)  # noqa: E731
        self.undoable.emit(said if dialog.by else tr("Due {day}", day=day(on, bridge.now)), undo)

    def drop(self) -> None:
        """What is still open of these lines will not come."""
        bridge, lines = self._bridge, self._lower.way.table.selected()
        numbers = [one.id for one in lines]
        if not numbers or bridge.perform(deliveries.not_coming, bridge.db, numbers, now=bridge.now) is None:
            return
        pieces = sum(one.open for one in lines)
        said = trn("{n} piece is no longer expected", "{n} pieces are no longer expected", pieces)
        self.undoable.emit(said, lambda: bridge.perform(deliveries.coming_after_all, bridge.db, numbers))

    # ------------------------------------------------------------------------------------------------ suppliers

    def come_from(self) -> None:
        """Who delivers the products that are selected."""
        bridge, rows = self._bridge, self._lower.reorder.table.selected()
        if not rows:
            return
        names = [one.terms.name for one in suppliers.suppliers(bridge.db)]
        before = {row.product: row.supplier_name for row in rows}
        shared = set(before.values())
        own = suppliers.own_packs(bridge.db, rows[0].product)
        dialog = WhoseDialog(
            self._page, names, products=len(rows), before=shared.pop() if len(shared) == 1 else "", packs=own
        )

        def put() -> None:
            after = dict.fromkeys(before, dialog.name)
            if len(rows) == 1 and dialog.packs != own:
                self._packs(rows[0], own, dialog.packs)
            if after != before and self._whose(after) is not None:
                said = trn(
                    "{n} product comes from {name}", "{n} products come from {name}", len(rows), name=dialog.name
                )
                self.undoable.emit(said, lambda: self._whose(before))

        self._open(dialog, put)

    def _packs(self, row: reorder.ToOrder, before: tuple[int, int] | None, after: tuple[int, int] | None) -> None:
        bridge, put = self._bridge, deliveries.put_packs
        if bridge.perform(put, bridge.db, row.product, after, now=bridge.now) is not None:
            undo = lambda: bridge.perform(put, bridge.db, row.product, before, now=bridge.now)  # noqa: E731
            self.undoable.emit(tr("{title}: other packs", title=row.title), undo)

    def _whose(self, whose: dict[int, str]) -> Changes | None:
        bridge = self._bridge
        return bridge.perform(deliveries.come_from, bridge.db, whose, now=bridge.now)

    def add_supplier(self) -> None:
        """A new one."""
        dialog = SupplierDialog(self._page)
        self._open(dialog, lambda: self._put_supplier(None, dialog))

    def change_supplier(self) -> None:
        """Other terms for the one that is chosen."""
        row = self._lower.suppliers.table.current()
        if row is not None:
            dialog = SupplierDialog(self._page, row.terms)
            self._open(dialog, lambda: self._put_supplier(row, dialog))

    def _put_supplier(self, row: suppliers.Supplier | None, dialog: SupplierDialog) -> None:
        bridge, terms = self._bridge, dialog.terms
        if terms is None:
            return
        number_ = row.id if row else None
        if bridge.perform(deliveries.put_supplier, bridge.db, number_, terms, now=bridge.now) is None or row is None:
            return
        put = deliveries.put_supplier
        undo = lambda: bridge.perform(put, bridge.db, row.id, row.terms, now=bridge.now)  # noqa: E731
        self.undoable.emit(tr("{name}: other terms from now on", name=terms.name), undo)

    def drop_supplier(self) -> None:
        """It delivers no more."""
        bridge, row = self._bridge, self._lower.suppliers.table.current()
        if row is None:
            return
        open_ = sum(one.open for one in stored.expected(bridge.db, supplier=row.id))
        still = trn("{n} piece is still expected from there.", "{n} pieces are still expected from there.", open_)

        def put(*, gone: bool) -> Changes | None:
            return bridge.perform(deliveries.drop_supplier, bridge.db, row.id, gone=gone, now=bridge.now)

        def done() -> None:
            if put(gone=True) is not None:
                said = tr("{name} delivers no more", name=row.terms.name)
                self.undoable.emit(said, lambda: put(gone=False))

        ask_then(
            self._page, done, question=tr("Does {name} deliver no more?", name=row.terms.name),
            text=" ".join(filter(None, (still if open_ else "", tr("What came from there stays in the ledger.")))),
            yes=tr("It delivers no more"), no=tr("Keep it"),
        )  # fmt: skip

    def _open(self, dialog: Dialog, then: Callable[[], None]) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(then)
        dialog.open()
