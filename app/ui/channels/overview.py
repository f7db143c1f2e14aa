"""The list of shops with the chosen one under it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.channels.answers import Answers
from app.ui.channels.detail import Detail
from app.ui.channels.panes import ANSWERS
from app.ui.channels.shops_table import ShopsTable
from app.ui.channels.states import NEEDS, Need, ShopFacts, need_of
from app.ui.shell.header import PageHeader, bar_place
from app.ui.shell.views import EDGE, Scrolling
from app.ui.theme import follow
from app.ui.widgets.button import Button
from app.ui.widgets.empty import EmptyState
from app.ui.words import tr

_LIST_SHARE = 0.55  # of the height, at most, is the list's; beyond that it scrolls


class Overview(QWidget):
    """What the Channels page shows by itself. `wanted` is something to do: a word and a shop, or None for all."""

    wanted = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._now: Callable[[], datetime] = lambda: bridge.now
        self._facts: list[ShopFacts] = []
        self._seen = False
        self.header = PageHeader(tr("Channels"), tr("Plimsoll holds the stock. Channels only show it."))
        self.compare = Button(tr("Compare all now"), icon="refresh")
        self.pause_all = Button(tr("Pause all"), icon="pause")
        self.connect_one = Button(tr("Connect a channel"), icon="plus")
        self.table = ShopsTable(self._now)
        self.detail = Detail(bridge)
        self._lower = Scrolling(self.detail)
        self.empty, self._around_empty = self._empty(), QWidget()
        self._lay_out()
        for button, what in ((self.compare, "compare"), (self.pause_all, "pause_all"), (self.connect_one, "connect")):
            button.clicked.connect(lambda _checked=False, what=what: self.wanted.emit(what, None))
        self.compare.setToolTip(tr("Compare all now (F5)"))
        self.table.acted.connect(lambda shop, act: self.wanted.emit(act, shop))
        self.table.shop_chosen.connect(lambda _shop: self._show_detail())
        self.table.opened.connect(lambda _index: self.detail.tabs.setFocus(Qt.FocusReason.OtherFocusReason))
        self.detail.wanted.connect(self.wanted)
        self.detail.left.connect(self.focus_list)
        self.table.fitted.connect(self._fitted)
        self._fitted()
        follow(self._fit)

    @property
    def facts(self) -> Sequence[ShopFacts]:
        """What is shown of every shop."""
        return self._facts

    def chosen(self) -> ShopFacts | None:
        """The shop that is chosen."""
        number = self.table.chosen()
        return next((one for one in self._facts if one.shop.id == number), None)

    def show_facts(self, facts: Sequence[ShopFacts]) -> None:
        """Show these shops. The first time, the one that needs most is chosen."""
        self._facts = list(facts)
        self.table.show_shops(self._facts)
        if not self._seen and self._facts:
            self._seen = True
            most = min(self._facts, key=lambda one: NEEDS.index(need_of(one, self._now())))
            if need_of(most, self._now()) is not Need.NOTHING:
                self.table.choose(most.shop.id)
        some = bool(self._facts)
        connected = [one for one in self._facts if not one.shop.by_hand]
        self.table.setVisible(some)
        self._lower.setVisible(some)
        self._around_empty.setVisible(not some)
        self.compare.setVisible(bool(connected))
        self.pause_all.setVisible(any(one.shop.mode == "live" for one in connected))
        self._fit()
        self._show_detail()

    def tick(self) -> None:
        """Time has passed."""
        self.table.shops.tick()
        self.detail.tick()

    def choose(self, shop: int) -> None:
        """Choose a shop."""
        self.table.choose(shop)

    def show_tab(self, tab: str, shop: int) -> None:
        """Show a shop with one of its tabs, if it has that now; with "" as it is."""
        self.table.choose(shop)
        self.detail.show_tab(tab)

    def show_answers(self, shop: int) -> None:
        """Show what a shop asks, with the keyboard on the first answer."""
        self.table.choose(shop)
        self.detail.show_tab(ANSWERS)
        answers = self.detail.panes.pane(ANSWERS)
        if isinstance(answers, Answers) and answers.items:
            answers.row(0).take_focus()

    def focus_list(self) -> None:
        """The keyboard goes to the list, or to the way to fill it."""
        if self._facts:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.button is not None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gets what it needs, up to its share."""
        super().resizeEvent(event)
        self._fit()

    def _show_detail(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.detail.show_shop(chosen)

    def _fitted(self) -> None:
        self.detail.say_all(wanted=self.table.hides())

    def _fit(self) -> None:
        self.table.setFixedHeight(self.table.height_within(round(self.height() * _LIST_SHARE)))

    def _empty(self) -> EmptyState:
        return EmptyState(
            "channels",
            tr("No channel connected"),
            tr("Connect the first place you sell. Plimsoll only reads at first, and shows you what it would change."),
            action=tr("Connect a channel"),
            on_action=lambda: self.wanted.emit("connect", None),
        )

    def _lay_out(self) -> None:
        for button in (self.compare, self.pause_all, self.connect_one):
            self.header.add_action(button)
        margins = QVBoxLayout(self._around_empty)
        margins.setContentsMargins(EDGE, EDGE, EDGE, 0)
        margins.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.bar_place = bar_place()
        column.addLayout(self.bar_place)
        column.addWidget(self.table)
        column.addWidget(self._around_empty)
        column.addWidget(self._lower, 1)
        column.addStretch(0)
