"""The section "Apply now": settings that make it less likely to come again, changed here and kept with who and when."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.fixing import Act
from app.core.text import N_
from app.errors import PlimsollError
from app.store.closing import Fix
from app.store.fix_standing import Standing
from app.store.incidents import IncidentRow
from app.ui.bridge import Bridge
from app.ui.incidents import fix_writes as writes
from app.ui.incidents.fix_rows import FixRow, fill, last_words, pieces_of
from app.ui.incidents.fix_words import act_name
from app.ui.incidents.fix_writes import Applied
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.section import SectionTitle
from app.ui.words import NOTHING, moment, number, tr

_Levels = tuple[int | None, int | None]  # floor, reorder at


class ApplyNow(QWidget):
    """`left` carries a page and what to show there: the checklist of a channel, or a count of the product.

    `undoable` carries what was changed, and how to take it back: by one more dated row with the value of before.
    """

    left = Signal(str, object)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._row: IncidentRow | None = None
        self._standing: Standing | None = None
        self.title = SectionTitle(tr("Apply now"), tr("kept with who and when"))
        self.who = LineEdit(tr("Who changes it"), placeholder=tr("Your name, if you like"), measure="small")
        self.who.setFixedWidth(170)
        self.title.row.addWidget(self.who)
        self.rows = {act: FixRow(act, note, press) for act, (note, press) in _words().items()}
        for act, row in self.rows.items():
            row.pressed.connect(lambda act=act: self.apply(act))
        self.held = self.rows[Act.HELD_BACK].field(tr("Pieces held back"))
        self.floor = self.rows[Act.LEVELS].field(tr("Floor"), tr("Floor"))
        self.reorder = self.rows[Act.LEVELS].field(tr("Reorder at"), tr("Reorder at"))
        self.extra_shop = self.rows[Act.EXTRA].choice(tr("Channel with pieces held back on top"))
        self.extra = self.rows[Act.EXTRA].field(tr("Pieces held back there on top"))
        self.alert = CheckBox(tr("Warn me"), name=tr("Warn me of each refused or late update of this product"))
        self.rows[Act.ALERT].tools.addWidget(self.alert)
        self.rows[Act.ALERT].button.hide()
        self.alert.clicked.connect(lambda _on: self.apply(Act.ALERT))
        self.prior = self.rows[Act.PRIORITY].choice(tr("Channel with the first claim"))
        self.checklist = self.rows[Act.ACCESS].choice(tr("Channel whose checklist to open"))
        self.extra_shop.activated.connect(lambda _place: self._show_extra())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        for row in self.rows.values():
            column.addWidget(row)

    def show_incident(self, row: IncidentRow, standing: Standing, fixes: Sequence[Fix]) -> None:
        """As it stands. What is being typed stays."""
        if self._row is None or self._row.id != row.id:
            for field in (self.held, self.floor, self.reorder, self.extra):
                field.setModified(False)
            self.who.setText(next((fix.who for fix in reversed(fixes) if fix.who), self.who.text()))
        self._row, self._standing = row, standing
        fill(self.held, standing.held_back)
        self.held.setPlaceholderText(number(standing.otherwise) if standing.otherwise else "")
        fill(self.floor, standing.floor)
        fill(self.reorder, standing.reorder_at)
        self.alert.setChecked(standing.alert)
        self._list_shops(standing)
        self._show_extra()
        self._show_done(row, standing, fixes)

    def apply(self, act: Act) -> None:
        """The seller pressed it. A number that will not do is said, and nothing is changed."""
        if self._row is None or self._standing is None:
            return
        try:
            self._apply(act, self._row, self._standing)
        except ValueError as wrong:
            title = N_("“{typed}” is no number of pieces.", typed=str(wrong))
            self._bridge.trouble.emit(PlimsollError(title, N_("Type a number from 0 up. Nothing was changed.")))

    # --- inside -----------------------------------------------------------------------------------------------------

    def _apply(self, act: Act, row: IncidentRow, now_stands: Standing) -> None:
        if act is Act.HELD_BACK:
            pieces, before = pieces_of(self.held), now_stands.held_back
            self.held.setModified(False)
            self._done(self._hold_back(row, pieces, before), lambda: self._hold_back(row, before, pieces), act)
        elif act is Act.LEVELS:
            self._put_levels(row, now_stands)
        elif act is Act.EXTRA:
            self._put_extra(row, now_stands)
        elif act is Act.ALERT:
            on = self.alert.isChecked()
            self._done(self._warn(row, on=on), lambda: self._warn(row, on=not on), act)
        elif act is Act.PRIORITY:
            self._put_priority(row, now_stands)
        elif act is Act.ACCESS:
            self.left.emit("channels", self.checklist.currentData())
        else:
            self.left.emit("count", (row.product_id,))

    def _hold_back(self, row: IncidentRow, pieces: int | None, before: int | None, shop: int = 0) -> Changes | None:
        applied = self._applied(Act.EXTRA if shop else Act.HELD_BACK, before, pieces, shop)
        return self._bridge.perform(writes.hold_back, self._bridge.db, row, pieces, applied, now=self._bridge.now)

    def _warn(self, row: IncidentRow, *, on: bool) -> Changes | None:
        applied = Applied(act=Act.ALERT, before=_switch(not on), after=_switch(on), who=self._who())
        return self._bridge.perform(writes.put_alert, self._bridge.db, row, applied, on=on, now=self._bridge.now)

    def _put_levels(self, row: IncidentRow, stands: Standing) -> None:
        before, after = (stands.floor, stands.reorder_at), (pieces_of(self.floor), pieces_of(self.reorder))
        for field in (self.floor, self.reorder):
            field.setModified(False)
        self._done(self._level(row, after, before), lambda: self._level(row, before, after), Act.LEVELS)

    def _level(self, row: IncidentRow, to: _Levels, before: _Levels) -> Changes | None:
        was, now_is = (
            tr("{floor}, reorder at {reorder}", floor=_pieces(floor), reorder=_pieces(reorder))
            for floor, reorder in (before, to)
        )
        applied = Applied(act=Act.LEVELS, before=was, after=now_is, who=self._who())
        return self._bridge.perform(writes.put_levels, self._bridge.db, row, *to, applied, now=self._bridge.now)

    def _put_extra(self, row: IncidentRow, stands: Standing) -> None:
        shop, pieces = self.extra_shop.currentData(), pieces_of(self.extra)
        if shop is None:
            return
        self.extra.setModified(False)
        before = stands.extra.get(shop)
        done = self._hold_back(row, pieces, before, shop)
        self._done(done, lambda: self._hold_back(row, before, pieces, shop), Act.EXTRA)

    def _put_priority(self, row: IncidentRow, stands: Standing) -> None:
        shop = self.prior.currentData()
        if shop is None:
            return
        claim = 1 + max((number for other, number in stands.claims.items() if other != shop), default=0)
        names = {one.id: one.name for one in stands.shops}
        before = stands.first.name if stands.first else tr("by what it sells")
        words, was = (before, names[shop]), stands.claims.get(shop)
        done = self._prefer(row, claim, shop, *words)
        self._done(done, lambda: self._prefer(row, was, shop, *reversed(words)), Act.PRIORITY)

    def _prefer(self, row: IncidentRow, claim: int | None, shop: int, before: str, after: str) -> Changes | None:
        applied = Applied(act=Act.PRIORITY, before=before, after=after, shop=shop, who=self._who())
        return self._bridge.perform(writes.prefer, self._bridge.db, row, claim, applied, now=self._bridge.now)

    def _done(self, changes: Changes | None, back: Callable[[], object], act: Act) -> None:
        if changes:
            self.undoable.emit(tr("{what} changed", what=act_name(act)), back)

    def _applied(self, act: Act, before: int | None, after: int | None, shop: int = 0) -> Applied:
        return Applied(act=act, before=_pieces(before), after=_pieces(after), shop=shop, who=self._who())

    def _who(self) -> str:
        return self.who.text().strip()

    def _list_shops(self, standing: Standing) -> None:
        for combo, found in (
            (self.extra_shop, standing.shops),
            (self.prior, standing.shops),
            (self.checklist, tuple(shop for shop in standing.shops if not shop.by_hand)),
        ):
            wanted = [(shop.name, shop.id) for shop in found]
            if [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())] != wanted:
                combo.clear()
                for name, number_of in wanted:
                    combo.addItem(name, number_of)
        for act, combo in ((Act.EXTRA, self.extra_shop), (Act.PRIORITY, self.prior), (Act.ACCESS, self.checklist)):
            self.rows[act].setVisible(combo.count() > (act is Act.PRIORITY))

    def _show_extra(self) -> None:
        if self._standing is not None:
            fill(self.extra, self._standing.extra.get(self.extra_shop.currentData()))

    def _show_done(self, row: IncidentRow, standing: Standing, fixes: Sequence[Fix]) -> None:
        now = self._bridge.now
        names = {shop.id: shop.name for shop in standing.shops}
        for act in (Act.HELD_BACK, Act.LEVELS, Act.EXTRA, Act.ALERT):
            self.rows[act].show_done(last_words(fixes, act, names, now))
        self.rows[Act.PRIORITY].show_done(last_words(fixes, Act.PRIORITY, {}, now))
        looked = {shop: at for shop, at in standing.checked.items() if at is not None and at > row.opened_at}
        said = [tr("{shop} checked {when}", shop=names[shop], when=moment(at, now)) for shop, at in looked.items()]
        self.rows[Act.ACCESS].show_done(", ".join(said))
        counted = standing.counted_at
        since = counted is not None and counted > row.opened_at
        self.rows[Act.COUNT].show_done(tr("Counted {when}", when=moment(counted, now)) if counted and since else "")


def _words() -> dict[Act, tuple[str, str]]:
    return {
        Act.HELD_BACK: (tr("Pieces that no channel shows."), tr("Apply")),
        Act.LEVELS: (tr("Where Plimsoll warns, and where it says to order."), tr("Apply")),
        Act.EXTRA: (tr("Where one channel is slower than the others."), tr("Apply")),
        Act.ALERT: (tr("Of each refused or late update of this product, also outside this window."), tr("Apply")),
        Act.PRIORITY: (tr("Holds for all products: it sells on while the others stop."), tr("Apply")),
        Act.ACCESS: (tr("Programs that write stock there are a second master."), tr("Open the list")),
        Act.COUNT: (tr("Is what the ledger says on the shelf?"), tr("Count it")),
    }


def _pieces(value: int | None) -> str:
    return NOTHING if value is None else number(value)


def _switch(on: bool) -> str:  # noqa: FBT001 - the word for it
    return tr("on") if on else tr("off")
