"""The Channels page: the shops and how they are doing, and every step of connecting, matching, starting and sending."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.core.changes import Changes
from app.store import shops
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.authority import AuthorityView
from app.ui.channels.connect import ConnectView
from app.ui.channels.facts import facts_of
from app.ui.channels.hand_show import ShowDialog
from app.ui.channels.held import HeldView
from app.ui.channels.live import LiveView
from app.ui.channels.match import MatchView
from app.ui.channels.modes import Modes, can_resume
from app.ui.channels.overview import Overview
from app.ui.channels.paths import paths_sheet
from app.ui.channels.promotion_view import PromotionView
from app.ui.channels.returns import ReturnsView
from app.ui.channels.sale import SaleDialog
from app.ui.channels.start import StartView
from app.ui.channels.states import Act, ShopFacts
from app.ui.page import Command, Page
from app.ui.shell.views import Soon, View, announce
from app.ui.theme import Theme
from app.ui.words import tr

TICK_MS = 1000
_MATCH, _START, _LIVE, _CONNECT, _CHECK = "match", "start", "live", "connect", "check"
_HELD, _AUTHORITY, _RETURNS = "held", "authority", "returns"


class ChannelsPage(Page):
    """Where the seller sees every shop and does everything that concerns one."""

    key = "channels"

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.overview = Overview(bridge)
        self.bar_place = self.overview.bar_place
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._views: dict[str, View] = {}
        self._facts: dict[int, ShopFacts] = {}
        self._soon = Soon(self._refresh, self)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self.overview.tick)
        self.modes = Modes(self, bridge)
        self._deeds = self._make_deeds()
        self.overview.wanted.connect(self.do)
        self.overview.detail.panes.undoable.connect(self.undoable)

    # What the window asks of a page

    def commands(self) -> list[Command]:
        """What can be done here, with its shortcut."""
        return [
            Command(key="compare", menu="channels", text=tr("Compare all now"), run=self.compare, shortcut="F5"),
            Command(
                key="pause_all",
                menu="channels",
                text=tr("Pause all…"),
                run=self.modes.pause_all,
                shortcut="Ctrl+Shift+P",
                enabled=lambda: bool(self.modes.live()),
            ),
            Command(
                key="resume_all",
                menu="channels",
                text=tr("Resume all…"),
                run=self.modes.resume_all,
                shortcut="Ctrl+Shift+R",
                enabled=lambda: bool(self.modes.paused()),
            ),
            Command(key="authority", menu="channels", text=tr("Who decides what"), run=self.who_decides),
            Command(key="returns", menu="stock", text=tr("Returns…"), run=self.show_returns),
            Command(key="connect", menu="channels", text=tr("Connect a channel…"), run=self.connect_one),
            Command(key="check", menu="channels", text=tr("Check before a sale…"), run=self.check),
            self._command("pause", tr("Pause this channel…"), lambda shop: shop.mode == "live"),
            self._command("resume", tr("Resume this channel…"), can_resume),
            self._command("match", tr("Match listings"), lambda _shop: True),
            self._command("start", tr("Starting stock"), lambda _shop: True),
            self._command("go_live", tr("Go live…"), lambda shop: shop.mode == "looking"),
            self._command("look_only", tr("Look only…"), lambda shop: shop.mode != "looking"),
            self._command("reconnect", tr("New keys…"), lambda _shop: True),
            self._command("paths", tr("Test orders…"), lambda _shop: True),
            self._command("enter_sales", tr("Enter sales…"), lambda _shop: True, by_hand=True),
        ]

    def open(self, what: object) -> None:
        """A shop by its number, "connect" for the way to a new one, "returns", "check", or None for the list.

        "connect:etsy" begins with that channel, as the first of two; ("links", 3) shows a shop with one of its tabs,
        and ("live", 3) what would be sent to it.
        """
        if what == _RETURNS:
            self.show_returns()
            return
        if what == _CHECK:
            self.check()
            return
        if isinstance(what, str) and what.startswith(_CONNECT):
            self.connect_one(first=what.removeprefix(_CONNECT).removeprefix(":"))
            return
        self.show_list()
        if isinstance(what, tuple) and what[0] == _LIVE:
            self.do(*what)
        elif isinstance(what, int):
            self._read_all()
            self.overview.choose(what)
        elif isinstance(what, tuple):
            self._read_all()
            self.overview.show_tab(*what)

    def on_changed(self, changes: Changes) -> None:
        """Something was written."""
        if self.isVisible():
            self._soon.add(changes)

    def shown(self) -> None:
        """Focus the list, unless something is under way."""
        if self.stack.currentWidget() is self.overview:
            self.overview.focus_list()

    def showEvent(self, event: QShowEvent) -> None:
        """Read everything anew, and let ages grow."""
        self._read_all()
        shown = self.stack.currentWidget()
        if isinstance(shown, View):
            shown.on_changed(Changes(catalog=True))
        self._ticker.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and the inventory may be closed at any moment: nothing is read."""
        self._ticker.stop()
        self._soon.stop()
        shown = self.stack.currentWidget()
        if isinstance(shown, View):
            shown.rest()
        super().hideEvent(event)

    # What the seller does

    def do(self, what: str, about: object) -> None:
        """Something that a button here asked for, about a shop, a SKU or nothing."""
        self._deeds[what](about)

    def compare(self) -> None:
        """Read the numbers of every shop again."""
        bridge = self.bridge
        if bridge.perform(acts.compare, bridge.lent.compare, None) is not None:
            announce(self, tr("Every number is read again."))

    def who_decides(self) -> None:
        """The order of truth, what was settled, and the papers that say so."""
        view = self._view(_AUTHORITY)
        assert isinstance(view, AuthorityView)
        self._show(view)
        view.start()

    def connect_one(self, *, first: str = "") -> None:
        """The way to a new channel; with `first` to that one, which a second follows."""
        view = self._view(_CONNECT)
        assert isinstance(view, ConnectView)
        self._show(view)
        if first:
            view.start_first(first)
        else:
            view.start()

    def check(self) -> None:
        """Send and compare everything before a promotion."""
        view = self._view(_CHECK)
        assert isinstance(view, PromotionView)
        self._show(view)
        view.start()

    def show_returns(self) -> None:
        """What was refunded or came back, over all shops."""
        view = self._view(_RETURNS)
        assert isinstance(view, ReturnsView)
        self._show(view)
        view.start()

    def show_list(self) -> None:
        """Back to the list of shops."""
        shown = self.stack.currentWidget()
        if isinstance(shown, View):
            shown.closing()
        self.stack.setCurrentWidget(self.overview)
        if self.isVisible():
            self._read_all()
            self.overview.focus_list()

    # Reading

    def _refresh(self, changes: Changes) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, View):
            shown.on_changed(changes)
            return
        touched = changes.shops | changes.due
        everything = changes.catalog or changes.settings or (changes.skus and not touched)
        self._read(None if everything else touched)

    def _read_all(self) -> None:
        self._read(None)

    def _read(self, numbers: frozenset[int] | None) -> None:
        """Read these shops anew, or all of them."""
        found = shops.shops(self.bridge.db)
        kept = self._facts
        self._facts = {
            shop.id: facts_of(self.bridge, shop) if numbers is None or shop.id in numbers or shop.id not in kept
            else kept[shop.id]
            for shop in found
        }  # fmt: skip
        self.overview.show_facts(list(self._facts.values()))

    # The deeds

    def _make_deeds(self) -> dict[str, Callable[[object], None]]:
        return {
            "held": self._about(lambda shop: self._open_view(_HELD, shop)),
            "resume_all": lambda _: self.modes.resume_all(),
            "authority": lambda _: self.who_decides(),
            "compare": lambda _: self.compare(),
            "pause_all": lambda _: self.modes.pause_all(),
            "connect": lambda _: self.connect_one(),
            "check": lambda _: self.check(),
            "adjust": lambda sku: self.go.emit("inventory", sku),
            Act.PAUSE.value: self._about(self.modes.pause),
            Act.RESUME.value: self._about(self.modes.resume),
            Act.GO_LIVE.value: self._about(lambda shop: self._open_view(_LIVE, shop)),
            Act.SIGN_IN.value: self._about(self._sign_in),
            Act.DECIDE.value: self._about(self._decide),
            Act.ENTER_SALES.value: self._about(self._enter_sales),
            "sale": self._about(self._enter_sales),
            "lists": self._lists,
            "match": self._about(lambda shop: self._open_view(_MATCH, shop)),
            "start": self._about(lambda shop: self._open_view(_START, shop)),
            "live": self._about(lambda shop: self._open_view(_LIVE, shop)),
            "send_ours": self._about(lambda shop: self._open_view(_LIVE, shop)),
            "look_only": self._about(self.modes.look_only),
            "reconnect": self._about(self._sign_in),
            "remove": self._about(self.modes.remove),
            "paths": self._about(self._show_paths),
        }

    def _about(self, deed: Callable[[Shop], None]) -> Callable[[object], None]:
        def run(number: object) -> None:
            shop = shops.shop(self.bridge.db, number) if isinstance(number, int) else None
            if shop is not None:
                deed(shop)

        return run

    def _command(self, what: str, text: str, fits: Callable[[Shop], bool], *, by_hand: bool = False) -> Command:
        def chosen() -> Shop | None:
            facts = self.overview.chosen() if self.stack.currentWidget() is self.overview else None
            return facts.shop if facts and facts.shop.by_hand is by_hand and fits(facts.shop) else None

        def run() -> None:
            shop = chosen()
            if shop is not None:
                self.do(what, shop.id)

        return Command(key=what, menu="channels", text=text, run=run, enabled=lambda: chosen() is not None)

    def _decide(self, shop: Shop) -> None:
        if shop.held is None and shop.another:
            self._open_view(_LIVE, shop)
        else:
            self.overview.show_answers(shop.id)

    def _enter_sales(self, shop: Shop) -> None:
        dialog = SaleDialog(self, self.bridge, shop)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.entered.connect(self.undoable)
        dialog.open()

    def _show_paths(self, shop: Shop) -> None:
        info = next((info for info in self.bridge.lent.channels() if info.key == shop.channel), None)
        if info is not None:
            paths_sheet(self, self.bridge, shop, info).begin()

    def _lists(self, what: object) -> None:
        number, sku = what if isinstance(what, tuple) else (what, "")
        shop = shops.shop(self.bridge.db, number) if isinstance(number, int) else None
        if shop is not None:
            dialog = ShowDialog(self, self.bridge, shop, sku=sku)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _sign_in(self, shop: Shop) -> None:
        view = self._view(_CONNECT)
        assert isinstance(view, ConnectView)
        self._show(view)
        view.start_reconnect(shop)

    # The other views

    def _open_view(self, name: str, shop: Shop) -> None:
        view = self._view(name)
        assert isinstance(view, MatchView | StartView | LiveView | HeldView)
        self._show(view)
        view.start(shop.id)

    def _show(self, view: View) -> None:
        before = self.stack.currentWidget()
        if isinstance(before, View) and before is not view:
            before.closing()
        self.stack.setCurrentWidget(view)

    def _view(self, name: str) -> View:
        """A view is made when it is first wanted: the first paint of the page does not pay for it."""
        if name not in self._views:
            view = self._make_view(name)
            view.left.connect(self.show_list)
            self._views[name] = view
            self.stack.addWidget(view)
        return self._views[name]

    def _make_view(self, name: str) -> View:
        bridge = self.bridge
        if name == _MATCH:
            match = MatchView(bridge)
            match.start_wanted.connect(lambda shop: self.do("start", shop))
            match.undoable.connect(self.undoable)
            return match
        if name == _START:
            start = StartView(bridge)
            start.live_wanted.connect(lambda shop: self.do("live", shop))
            start.undoable.connect(self.undoable)
            return start
        if name == _LIVE:
            live = LiveView(bridge)
            live.access_wanted.connect(lambda shop: self.open(("access", shop)))
            return live
        if name == _RETURNS:
            returns = ReturnsView(bridge)
            returns.undoable.connect(self.undoable)
            return returns
        if name == _CHECK:
            return PromotionView(bridge)
        if name == _AUTHORITY:
            return AuthorityView(bridge)
        if name == _HELD:
            held = HeldView(bridge)
            held.undoable.connect(self.undoable)
            return held
        connect = ConnectView(bridge)
        connect.match_wanted.connect(lambda shop: self.do("match", shop))
        connect.connected.connect(self._connected)
        return connect

    def _connected(self, shop: int) -> None:
        self._read_all()
        self.overview.choose(shop)
