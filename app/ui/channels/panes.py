"""What lies behind the tabs of a shop: each pane is made when it is first shown, and reads only while it is."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.bridge import Bridge
from app.ui.channels.about_pane import AboutPane
from app.ui.channels.answers import Answers
from app.ui.channels.hand_lists import HandListed, HandTodos
from app.ui.channels.health_pane import HealthPane
from app.ui.channels.links import LinksList
from app.ui.channels.log import CallLog
from app.ui.channels.outside import OutsideEdits
from app.ui.channels.sale import HandSales
from app.ui.channels.shop_rules import ShopRules
from app.ui.channels.states import ShopFacts
from app.ui.channels.waiting import Waiting
from app.ui.channels.write_access import WriteAccess

ANSWERS, WAITING, LINKS, LOG = "answers", "waiting", "links", "log"
HEALTH, ABOUT = "health", "about"
OUTSIDE, ACCESS = "outside", "access"
RULES = "rules"
SALES, TODOS, LISTED = "sales", "todos", "listed"  # of a place kept by hand

_MADE: dict[str, Callable[[Bridge], QWidget]] = {
    ANSWERS: Answers,
    WAITING: Waiting,
    LINKS: LinksList,
    LOG: CallLog,
    SALES: HandSales,
    HEALTH: HealthPane,
    ABOUT: AboutPane,
    OUTSIDE: OutsideEdits,
    ACCESS: WriteAccess,
    RULES: ShopRules,
    TODOS: HandTodos,
    LISTED: HandListed,
}


class Panes(QStackedWidget):
    """One pane at a time. `wanted` asks the page for something: a word and what it is about."""

    wanted = Signal(str, object)
    tab_wanted = Signal(str)
    undoable = Signal(str, object)  # as on a page
    left = Signal()  # Esc in one of the tables

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._shop = 0
        self._made: dict[str, QWidget] = {}
        self.setMinimumHeight(1)  # what is in it scrolls: on a low window it gives way, not what is above it

    def pane(self, name: str) -> QWidget:
        """One of the panes; it is made now if nobody has seen it yet."""
        if name not in self._made:
            pane = _MADE[name](self._bridge)
            self._made[name] = pane
            self.addWidget(pane)
            self._hear(pane)
        return self._made[name]

    def show_pane(self, name: str, facts: ShopFacts) -> QWidget:
        """This one comes into view, and reads what it shows of this shop."""
        self._shop, pane = facts.shop.id, self.pane(name)
        self.setCurrentWidget(pane)
        pane.show_shop(facts)  # type: ignore[attr-defined]  # every pane has it
        return pane

    def tick(self) -> None:
        """Time has passed: what is in view says its ages again."""
        shown = self.currentWidget()
        if isinstance(shown, Waiting | HealthPane | HandTodos):
            shown.tick()

    def _hear(self, pane: QWidget) -> None:
        if isinstance(pane, Answers | OutsideEdits | HealthPane | LinksList | ShopRules | WriteAccess):
            pane.undoable.connect(self.undoable)
        if isinstance(pane, Answers | HealthPane):
            pane.wanted.connect(self.wanted)
        if isinstance(
            pane, Waiting | LinksList | CallLog | OutsideEdits | WriteAccess | HandSales | HandTodos | HandListed
        ):
            pane.table.left.connect(self.left)
        if isinstance(pane, HealthPane):
            pane.calls_wanted.connect(lambda: self.tab_wanted.emit(LOG))
        elif isinstance(pane, OutsideEdits):
            pane.wanted.connect(lambda tab, _shop: self.tab_wanted.emit(tab))
        elif isinstance(pane, HandListed):
            pane.wanted.connect(lambda sku: self.wanted.emit("lists", (self._shop, sku) if sku else self._shop))
