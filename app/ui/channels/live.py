"""Going live: every number that would change, with the sum it comes from, before the one press that sends them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.changes import Changes
from app.store import access, health, pushes, shops
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.plans import Change, LivePlan, left_out, live_plan, live_press, live_words
from app.ui.channels.shop_words import two_send
from app.ui.shell.views import EDGE, Soon, View, announce, ask_then, in_order
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, say, tr, trn

READ_AGAIN_MS = 500


class LiveView(View):
    """What going live with one shop would send. After a stop from outside the same list decides whose numbers stand."""

    access_wanted = Signal(int)  # a shop: who else may change stock there?

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Go live"))
        self._bridge = bridge
        self._number = 0
        self._shop: Shop | None = None
        self.plan = LivePlan()
        self._again = Soon(lambda _changes: self.read(), self, after_ms=READ_AGAIN_MS)
        columns = self._fields()
        self._model: Sheet[Change] = Sheet(columns, key=lambda change: change.listing, said=_said)
        self.table = SheetTable(tr("Numbers that would change"), self._model, columns)
        self.words = Paragraph(colour="text_primary")
        self.others = Paragraph(role="small")
        self.who = Button(tr("Who can change stock"), size=ButtonSize.SMALL)
        self.look = Button(tr("Read the numbers"), size=ButtonSize.SMALL, icon="refresh")
        self.here = Button(tr("Send from this computer…"), size=ButtonSize.SMALL)
        self.keep = Button(tr("Keep looking only"))
        self.press = Button(tr("Go live"), Variant.PRIMARY)
        self.back.hide()  # "Keep looking only" is the way back
        self.header.add_action(self.keep)
        self.header.add_action(self.press)
        self._lay_out()
        self._connect()

    def start(self, shop: int) -> None:
        """Show what this shop would be sent."""
        self._number = shop
        self.read()
        (self.table if self.plan.changes else self.keep).setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read every offer anew."""
        db = self._bridge.db
        self._shop = shops.shop(db, self._number)
        if self._shop is None:
            self.left.emit()
            return
        self.plan = live_plan(
            pushes.offers(db, self._number, now=self._bridge.now),
            health.match_rows(db, self._number),
            health.product_titles(db),
        )
        self._show(self._shop)

    def on_changed(self, changes: Changes) -> None:
        """A number was read, or stock moved."""
        if self._number in changes.shops or changes.catalog or changes.skus or changes.settings:
            self._again.add(changes)

    def rest(self) -> None:
        """Nobody looks."""
        self._again.stop()

    def apply(self) -> None:
        """Go live, once every number is known."""
        shop, plan = self._shop, self.plan
        if shop is None or not self.press.isEnabled():
            return
        if shop.another:
            self._ask_which(shop)
            return
        bridge = self._bridge
        done = bridge.perform(acts.set_mode, bridge.lent.set_mode, [shop.id], "live")
        if done is not None:
            self._is_live(shop, len(plan.changes))

    def _is_live(self, shop: Shop, sent: int) -> None:
        announce(
            self,
            trn("{shop} is live: {n} number is sent", "{shop} is live: {n} numbers are sent", sent, shop=shop.name),
        )
        self.left.emit()

    def decline(self) -> None:
        """Send nothing: go on looking, or look only from now on."""
        shop, bridge, done = self._shop, self._bridge, True
        if shop is not None and shop.held is not None:
            done = bridge.perform(acts.set_mode, bridge.lent.set_mode, [shop.id], "looking") is not None
        elif shop is not None and shop.another:
            done = bridge.perform(acts.leave_to_the_other, bridge.db, shop.id) is not None
        if done:
            self.left.emit()

    # Inside

    def _show(self, shop: Shop) -> None:
        plan, bridge = self.plan, self._bridge
        held = shop.held is not None
        title = tr("Send our numbers to {shop}", shop=shop.name) if held else tr("Go live with {shop}", shop=shop.name)
        sends_here = bridge.lent.sends_here()
        words = say(live_words(plan))
        if not sends_here:
            words = tr("Another computer sends for this inventory, and two must not. This one only looks.")
        elif shop.another:
            title = tr("Which computer sends to {shop}?", shop=shop.name)
            words = two_send()
        self.header.say(title, tr("Nothing is sent before you press the button."))
        others = self._other_writers(shop)
        self.words.setText(_writers_words(others, shop.name) if others else words)
        rest = "  ".join(say(sentence) for sentence in left_out(plan))
        unasked = not others and access.checked_at(bridge.db, shop.id) is None
        if unasked:
            look = tr("Look too who else may change stock there: two writers undo each other.")
            rest = f"{rest}  {look}" if rest else look
        self.others.setText(rest)
        self.others.setVisible(bool(rest))
        self.table.show_rows(plan.changes)
        self.table.setVisible(bool(plan.changes))
        self.look.setVisible(plan.unread > 0)
        self.here.setVisible(not sends_here)
        self.keep.setText(tr("Look only") if held else tr("Keep looking only"))
        self.press.setText(tr("This computer sends…") if shop.another else say(live_press(plan)))
        self.who.setVisible(bool(others) or unasked)
        self.press.setEnabled(plan.can_go and sends_here and not others)

    def _other_writers(self, shop: Shop) -> list[str]:
        """Programs that the seller noted, which may still write there without any need (R67)."""
        found = access.programs(self._bridge.db, shop.id)
        return [one.name for one in found if one.revoked_at is None and not one.needed]

    def _look(self) -> None:
        bridge = self._bridge
        bridge.perform(acts.compare, bridge.lent.compare, self._number)

    def _send_from_here(self) -> None:
        ask_then(
            self,
            self._sends_here,
            question=tr("Send from this computer?"),
            text=tr("From now on this computer sends, and the other one only looks. Close Plimsoll there first."),
            yes=tr("Send from here"),
            no=tr("Leave it there"),
            safe_first=True,
        )

    def _ask_which(self, shop: Shop) -> None:
        infos = self._bridge.lent.channels()
        if next((info.marked for info in infos if info.key == shop.channel), False):
            text = tr("From now on this computer sends. The other one notices it within a few minutes, and only looks.")
        else:
            text = tr(
                "From now on this computer sends. {shop} cannot tell the other one: close Plimsoll there first.",
                shop=shop.name,
            )
        ask_then(
            self,
            lambda: self._take_over(shop),
            question=tr("Send to {shop} from this computer?", shop=shop.name),
            text=text,
            yes=tr("Send from here"),
            no=tr("Leave it there"),
            safe_first=True,
        )

    def _take_over(self, shop: Shop) -> None:
        bridge, sent = self._bridge, len(self.plan.changes)
        if bridge.perform(acts.take_over, bridge.lent.take_over, shop.id) is not None:
            self._is_live(shop, sent)

    def _sends_here(self) -> None:
        bridge = self._bridge

        def write() -> Changes:
            bridge.lent.send_from_here()
            return Changes(settings=True, shops=frozenset({self._number}))

        bridge.perform(write)
        self.read()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.words)
        words.addWidget(self.others)
        top = QHBoxLayout()
        top.setContentsMargins(EDGE, 14, EDGE, 14)
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.who)
        top.addWidget(self.look)
        top.addWidget(self.here)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)
        in_order(self.keep, self.press, self.who, self.look, self.here, self.table)

    def _connect(self) -> None:
        self.press.clicked.connect(lambda _checked=False: self.apply())
        self.keep.clicked.connect(lambda _checked=False: self.decline())
        self.who.clicked.connect(lambda _checked=False: self.access_wanted.emit(self._number))
        self.look.clicked.connect(lambda _checked=False: self._look())
        self.here.clicked.connect(lambda _checked=False: self._send_from_here())
        self.table.left.connect(self.left)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.apply)

    def _fields(self) -> list[Field[Change]]:
        return [
            Field(head=tr("SKU"), words=lambda change: change.sku, column=Column(140, SkuDelegate)),
            Field(
                head=tr("Product"), words=lambda change: change.title, column=Column(220, CellDelegate, stretch=True)
            ),
            Field(head=tr("Shows now"), words=lambda change: change.shows, column=Column(88, NumberDelegate)),
            Field(
                head=tr("Will show"),
                words=lambda change: change.offer,
                look=lambda _change: Look(strong=True),
                column=Column(88, NumberDelegate),
            ),
            Field(
                head=tr("Why"),
                words=lambda change: say(change.why),
                look=lambda _change: Look(colour="text_secondary"),
                column=Column(380, CellDelegate, stretch=True),
            ),
        ]


def _writers_words(names: list[str], shop: str) -> str:
    return trn(
        "{names} may change stock at {shop} too, and does not need to: two writers undo each other. Take its access"
        " back there, and note it here.",
        "{names} may change stock at {shop} too, and do not need to: two writers undo each other. Take their access"
        " back there, and note it here.",
        len(names),
        names=all_of(names),
        shop=shop,
    )


def _said(change: Change) -> str:
    return tr(
        "{title}, {sku}. Shows {shows}, will show {offer}. {why}.",
        title=change.title,
        sku=change.sku,
        shows=change.shows,
        offer=change.offer,
        why=say(change.why),
    )
