"""The Settings page: everything that holds everywhere. What changes stock numbers is a dated row and can be undone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app import __version__
from app.core.changes import Changes
from app.rules import post_limit, post_risk_limit
from app.store import offering, rulebook, settings, shops
from app.ui.bridge import Bridge
from app.ui.inventory.rule_writes import Decided, save_rules
from app.ui.page import Command, Page
from app.ui.risk import name_of
from app.ui.settings import writes
from app.ui.settings.alerts import AlertsSection
from app.ui.settings.computer import ThisComputer
from app.ui.settings.keeping import Keeping, SampleShop
from app.ui.settings.leaving import WhenYouLeave
from app.ui.settings.overselling import Overselling
from app.ui.settings.relay import RelaySection
from app.ui.settings.sections import Appearance, HeldBack, Polling
from app.ui.settings.shop_rules import ShopRulesDialog
from app.ui.shell.header import SIDE, PageHeader, bar_place
from app.ui.shell.look import Look
from app.ui.theme import Theme
from app.ui.words import say, tr

_WIDTH, _GAP = 680, 32


class SettingsPage(Page):
    """One column of sections."""

    key = "settings"

    def __init__(self, bridge: Bridge, theme: Theme, look: Look) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Settings"))
        self.bar_place = bar_place()
        self.appearance = Appearance(look)
        self.held_back = HeldBack(self._hold_back, self._ask_rules)
        self.overselling = Overselling(self._risk, self._shop_risk, self._order)
        self.dialog: ShopRulesDialog | None = None
        self.polling = Polling(bridge.lent.channels(), self._poll)
        self.alerts = AlertsSection(bridge)
        self.alerts.undoable.connect(self.undoable)
        relay_lent = None if bridge.sample else bridge.lent.relay  # the sample shop has no shops to call anybody
        self.relay = RelaySection(bridge, relay_lent) if relay_lent else None
        lent = None if bridge.sample else bridge.lent.leaving
        self.leaving = WhenYouLeave(bridge, lent) if lent else None
        if self.leaving is not None:
            self.leaving.undoable.connect(self.undoable)
        computer = None if bridge.sample else bridge.lent.computer
        self.computer = ThisComputer(bridge, computer) if computer else None
        self.keeping = Keeping(bridge)
        self.keeping.undoable.connect(self.undoable)
        self.sample = SampleShop(bridge) if bridge.sample else None
        self._content = QWidget()
        self._fill(QVBoxLayout(self._content))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        version = tr("Plimsoll {version}", version=__version__)
        column.addWidget(PageHeader(tr("Settings"), version))
        column.addLayout(self.bar_place)
        column.addWidget(_scrolling(self._content), 1)
        theme.changed.connect(self._dress)
        self._dress()
        self._read()

    def commands(self) -> list[Command]:
        """What is here can be found by typing."""
        return [
            Command(
                key="recompute",
                menu="stock",
                text=tr("Recompute from the ledger"),
                run=self.keeping.start_recompute,
            ),
            Command(key="alert_log", menu="stock", text=tr("Why did it warn, or why not…"), run=self.alerts.open_log),
            Command(key="alert_rules", menu="stock", text=tr("Which alerts are on…"), run=self.alerts.open_rules),
        ]

    def open(self, what: object) -> None:
        """ "back_up": make a backup; "alert_log": why did it warn, or why not."""
        if what == "back_up":
            self.keeping.start_backup()
        elif what == "alert_log":
            self.alerts.open_log()

    def shown(self) -> None:
        """The keyboard starts at the top."""
        if self.computer is not None:
            self.computer.read()
        if self.leaving is not None:
            self.leaving.read()  # what the system says of itself is known only after a moment
        self.keeping.show_secrets()
        self.appearance.scheme.setFocus()
        chosen = self.appearance.scheme.chosen()
        if chosen is not None:
            self.appearance.scheme.button(chosen).setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """A shop came or went, or a setting was written elsewhere."""
        if changes.settings or changes.shops:
            self._read()
        elif changes.alerts:
            self.alerts.read()

    def _read(self) -> None:
        db = self.bridge.db
        found = [shop for shop in shops.shops(db) if not shop.by_hand]
        chosen = {shop.id: settings.get(db, settings.POLL_S, shop=shop.id) for shop in found}
        self.held_back.field.show_number(settings.get(db, settings.HELD_BACK) or 0)
        self.polling.show_shops(found, chosen)
        self.overselling.show_choices(offering.risk_everywhere(db), found, offering.claims(db))
        self.alerts.read()
        self.keeping.show_secrets()
        if self.relay is not None:
            self.relay.read()
        if self.leaving is not None:
            self.leaving.read()

    def _hold_back(self, pieces: int | None) -> bool:
        db, now = self.bridge.db, self.bridge.now
        before = settings.get(db, settings.HELD_BACK)
        if self.bridge.perform(post_limit, db, settings.HELD_BACK, pieces, now=now) is None:
            return False
        sentence = tr("Held back everywhere set from {old} to {new}", old=before or 0, new=pieces)
        self.undoable.emit(sentence, lambda: self._take_back_held(before))
        return True

    def _take_back_held(self, before: int | None) -> None:
        self.bridge.perform(post_limit, self.bridge.db, settings.HELD_BACK, before, now=self.bridge.now)

    def _ask_rules(self) -> None:
        """Ask what holds for every product, channel by channel."""
        db = self.bridge.db
        self.dialog = ShopRulesDialog(self, rulebook.rules_of(db, 0), shops.shops(db), self._save_rules)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._asked)
        self.dialog.open()

    def _asked(self, _result: int) -> None:
        self.dialog = None
        self.held_back.by_channel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_rules(self, before: Decided, after: Decided) -> bool:
        bridge = self.bridge
        if bridge.perform(save_rules, bridge.db, None, before, after, now=bridge.now) is None:
            return False
        self.undoable.emit(
            tr("Rules of every product changed"),
            lambda: bridge.perform(save_rules, bridge.db, None, after, before, now=bridge.now),
        )
        return True

    def _risk(self, limit: float) -> bool:
        before = settings.get(self.bridge.db, settings.RISK_LIMIT)
        if not self._put_risk(limit):
            return False
        sentence = tr("Overselling set to “{choice}”", choice=say(name_of(limit)))
        self.undoable.emit(sentence, lambda: self._put_risk(None if before is None else float(before)))
        return True

    def _shop_risk(self, number: int, limit: float | None) -> bool:
        shop, before = shops.shop(self.bridge.db, number), offering.claims(self.bridge.db).get(number)
        if shop is None or not self._put_risk(limit, number):
            return False
        sentence = tr("Overselling on {shop} follows what holds everywhere", shop=shop.name)
        if limit is not None:
            sentence = tr("Overselling on {shop} set to “{choice}”", shop=shop.name, choice=say(name_of(limit)))
        self.undoable.emit(sentence, lambda: self._put_risk(before.risk if before else None, number))
        return True

    def _put_risk(self, limit: float | None, shop: int = 0) -> bool:
        bridge = self.bridge
        return bridge.perform(post_risk_limit, bridge.db, limit, shop=shop, now=bridge.now) is not None

    def _order(self, numbers: Sequence[int] | None) -> bool:
        bridge, found = self.bridge, [shop for shop in shops.shops(self.bridge.db) if not shop.by_hand]
        claims = offering.claims(bridge.db)
        before = {shop.id: claims[shop.id].priority if shop.id in claims else None for shop in found}
        after: dict[int, int | None] = dict.fromkeys(before)
        if numbers is not None:
            after = {shop: len(numbers) - 1 - place for place, shop in enumerate(numbers)}
        if bridge.perform(writes.order_shops, bridge.db, before, after, now=bridge.now) is None:
            return False
        by_sales = tr("The last pieces go by what each channel sells")
        names = {shop.id: shop.name for shop in found}
        first = tr("{shop} is served first when few are left", shop=names[numbers[0]] if numbers else "")
        self.undoable.emit(
            by_sales if numbers is None else first,
            lambda: bridge.perform(writes.order_shops, bridge.db, after, before, now=bridge.now),
        )
        return True

    def _poll(self, shop: int, seconds: int | None) -> bool:
        db, now = self.bridge.db, self.bridge.now
        before = settings.get(db, settings.POLL_S, shop=shop)
        found = shops.shop(db, shop)
        if found is None or self.bridge.perform(writes.poll_every, db, shop, seconds, now=now) is None:
            return False
        usual = tr("{shop} is asked for orders as often as usual", shop=found.name)
        often = tr("{shop} is asked for orders every {seconds} s", shop=found.name, seconds=seconds)
        self.undoable.emit(usual if seconds is None else often, lambda: self._take_back_poll(shop, before))
        return True

    def _take_back_poll(self, shop: int, before: int | None) -> None:
        self.bridge.perform(writes.poll_every, self.bridge.db, shop, before, now=self.bridge.now)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 8, 0, SIDE)
        column.setSpacing(_GAP)
        for section in (
            self.appearance, self.held_back, self.overselling, self.alerts, self.polling, self.relay, self.leaving,
            self.computer, self.keeping,
        ):  # fmt: skip
            if section is not None:
                column.addWidget(section)
        if self.sample is not None:
            column.addWidget(self.sample)
        column.addStretch(1)

    def _dress(self) -> None:
        self._content.setMaximumWidth(self.theme.px(_WIDTH))


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SIDE, 0, SIDE, 0)
    row.addWidget(content, 1)
    row.addStretch(0)
    area.setWidget(holder)
    holder.setAutoFillBackground(False)
    return area
