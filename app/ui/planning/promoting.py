"""What the seller does about promotions, from the Planning page: plan, begin, end, check, and rehearse."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.text import N_, NN_, Text
from app.store import promotions
from app.ui.bridge import Bridge
from app.ui.planning import before_sale, promotion_acts
from app.ui.planning.before_sale import BeforeSale
from app.ui.planning.looking_back import LookingBack
from app.ui.planning.promotion_dialogs import PlanDialog, ShortDialog
from app.ui.planning.rehearse_dialog import RehearseDialog
from app.ui.widgets.dialog import Dialog
from app.ui.words import say, tr


class Promoting(QObject):
    """`go` asks for another page, `floor_wanted` for a product's floor; `undoable` as on a page."""

    go = Signal(str, object)
    floor_wanted = Signal(str)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, pane: BeforeSale, over: QWidget) -> None:
        super().__init__(over)
        self._bridge, self.pane, self._over = bridge, pane, over
        self.dialog: Dialog | None = None  # the one that is open
        self._acts: dict[str, Callable[[], None]] = {
            before_sale.CHECK: lambda: self.go.emit("channels", "check"),
            before_sale.ACCESS: lambda: self.go.emit("channels", None),
            before_sale.STOCK: self.show_short,
            before_sale.REHEARSE: self.rehearse,
            before_sale.PLAN: self.plan,
            before_sale.BEGIN: self.begin,
            before_sale.END: self.end,
            before_sale.CALL_OFF: self.call_off,
            before_sale.PAST: self.look_back,
        }
        pane.wanted.connect(lambda key: self._acts[key]())

    def read(self) -> None:
        """Read what the pane shows."""
        now = self._bridge.now
        self.pane.show_before(before_sale.read(self._bridge.db, now=now), now)

    def rehearse(self) -> None:
        """On a copy, with what would be held back."""
        one = promotions.running(self._bridge.db) or promotions.coming(self._bridge.db, now=self._bridge.now)
        held = one.planned.held if one is not None and not one.on else 0
        dialog = RehearseDialog(self._over, self._bridge, held=held)
        dialog.finished.connect(lambda _result: self.read())
        self._open(dialog)

    def plan(self) -> None:
        """Its days, its uplift, what is held back."""
        dialog = PlanDialog(self._over, self._bridge)
        dialog.accepted.connect(lambda: self._planned(dialog))
        self._open(dialog)

    def show_short(self) -> None:
        """What the plan leaves short; without a plan, the way to one."""
        bridge = self._bridge
        one = promotions.running(bridge.db) or promotions.coming(bridge.db, now=bridge.now)
        if one is None:
            self.plan()
            return
        dialog = ShortDialog(self._over, one.planned, promotions.stock_for(bridge.db, one.planned, now=bridge.now))
        dialog.floor_wanted.connect(self.floor_wanted)
        self._open(dialog)

    def begin(self) -> None:
        """The mode tells the channels other numbers: the keyboard starts on the safe answer."""
        one = promotions.coming(self._bridge.db, now=self._bridge.now)
        if one is None:
            return
        dialog = Dialog(
            self._over, question=tr("Begin {name} now?", name=one.planned.name), text=_begin_words(one.planned.held),
            yes=tr("Begin it"), no=tr("Not yet"), safe_first=True,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._do(promotion_acts.begin, one.id))
        self._open(dialog)

    def end(self) -> None:
        """All is put back as it was."""
        self._do(promotion_acts.end)

    def look_back(self) -> None:
        """What was planned against what happened."""
        bridge = self._bridge
        past = promotions.past(bridge.db)
        if past:
            dialog = LookingBack(self._over, bridge.db, past, bridge.now)
            dialog.floor_wanted.connect(self.floor_wanted)
            self._open(dialog)

    def call_off(self) -> None:
        """The next one will not be."""
        one = promotions.coming(self._bridge.db, now=self._bridge.now)
        if one is not None and self._do(promotion_acts.call_off, one.id):
            said = tr("{name} is called off", name=one.planned.name)
            self.undoable.emit(said, lambda: self._do(promotion_acts.call_on, one.id))

    def _planned(self, dialog: PlanDialog) -> None:
        numbers: list[int] = []
        if dialog.planned is not None and self._do(promotion_acts.plan, dialog.planned, numbers):
            said = tr("{name} is planned", name=dialog.planned.name)
            self.undoable.emit(said, lambda: self._do(promotion_acts.call_off, numbers[0]))

    def _do(self, write: Callable[..., object], *arguments: object) -> bool:
        bridge = self._bridge
        done = bridge.perform(write, bridge.db, *arguments, now=bridge.now)  # type: ignore[arg-type]
        self.read()
        return done is not None

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _begin_words(held: int) -> str:
    more: Text = NN_("{n} piece more is held back", "{n} pieces more are held back", held)
    return say(
        N_("{more} on every channel, so numbers go down now. Orders are read more often. Nothing else changes, and"
           " ending it puts all back.", more=more)
    )  # fmt: skip
