"""What a shop shows less of than there is: one less when stock is low, one at a time, a piece held back only there.

For channels whose own number may follow a sale late, and where a listing that sold out costs a fee (Etsy).
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.core.places import LowStock, low_stock_of
from app.store import settings
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.states import ShopFacts
from app.ui.settings.rows import NumberField, RadioRow, SettingRow
from app.ui.shell.views import EDGE, see_through
from app.ui.words import tr

USUAL = LowStock()
MOST = 9999


class ShopRules(QScrollArea):
    """The rules of one shop, each with what it does and what it costs."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._shop, self._name = bridge, 0, ""
        self._low: LowStock | None = None
        self.setAccessibleName(tr("Rules for this channel"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make_controls()
        self._make_rows()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(EDGE, 4, EDGE, 12)
        column.setSpacing(0)
        for row in (self.low_row, *self._low_rows, self.single_row, self.held_row):
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(inner)
        see_through(self)

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what holds for this shop."""
        self._shop, self._name = facts.shop.id, facts.shop.name
        db, shop = self._bridge.db, self._shop
        written = settings.get(db, settings.LOW_STOCK, shop=shop)
        self._low = low_stock_of(str(written)) if written else None
        self.low.choose(self._low is not None)
        for row in self._low_rows:
            row.setVisible(self._low is not None)
        shown = self._low or USUAL
        self.threshold.show_number(shown.threshold)
        self.size_field.show_number(shown.size)
        self.last.choose(shown.last_here)
        self.single.choose(settings.get(db, settings.CAP, shop=shop) == 1)
        here, everywhere = (settings.get(db, settings.HELD_BACK, shop=number) for number in (shop, 0))
        self.held.show_number(here)
        self.held_row.say(self._held_words(here or 0, everywhere or 0))

    def _held_words(self, here: int, everywhere: int) -> str:
        return tr(
            "Added to what is held back everywhere: {everywhere} + {here} = {total} pieces of every product are hidden"
            " here. A number set for a product stands instead of the general one.",
            everywhere=everywhere,
            here=here,
            total=everywhere + here,
        )

    # What the controls do

    def _choose_low(self, on: bool) -> None:  # noqa: FBT001 - an answer of the row
        self._keep_low(USUAL if on else None)

    def _keep_low(self, rule: LowStock | None) -> bool:
        bridge = self._bridge
        if rule == self._low:
            return True
        shop, before = self._shop, self._low

        def keep(wanted: LowStock | None) -> bool:
            return bridge.perform(acts.set_low_stock, bridge.db, shop, wanted, now=bridge.now) is not None

        done = keep(rule)
        if done:
            self._low = rule  # the next choice builds on it, before the news has come round
            self._tell(lambda: keep(before))
        return done

    def _choose_threshold(self, pieces: int | None) -> bool:
        return self._keep_low(replace(self._low or USUAL, threshold=USUAL.threshold if pieces is None else pieces))

    def _choose_size(self, pieces: int | None) -> bool:
        return self._keep_low(replace(self._low or USUAL, size=USUAL.size if pieces is None else pieces))

    def _choose_last(self, here: bool) -> None:  # noqa: FBT001
        self._keep_low(replace(self._low or USUAL, last_here=here))

    def _choose_single(self, on: bool) -> None:  # noqa: FBT001
        self._limit(settings.CAP, 1 if on else None)

    def _limit(self, name: str, pieces: int | None) -> bool:
        bridge, shop = self._bridge, self._shop
        before = settings.get(bridge.db, name, shop=shop)

        def keep(wanted: int | None) -> bool:
            return bridge.perform(acts.set_limit, bridge.db, name, shop, wanted, now=bridge.now) is not None

        done = keep(pieces)
        if done:
            self._tell(lambda: keep(before))
        return done

    def _tell(self, back: Callable[[], object]) -> None:
        self.undoable.emit(tr("Rules of {shop} changed", shop=self._name), back)

    # How it looks

    def _make_controls(self) -> None:
        yes_no = {True: tr("Yes"), False: tr("No")}
        self.low = RadioRow(tr("List less when stock is low"), yes_no, chosen=False, on_choice=self._choose_low)
        self.threshold = _number(tr("Fewer available than"), 2, self._choose_threshold, USUAL.threshold)
        self.size_field = _number(tr("Hide so many more"), 1, self._choose_size, USUAL.size)
        self.last = RadioRow(
            tr("The last piece"),
            {False: tr("Pause it here"), True: tr("Sell it only here")},
            chosen=False,
            on_choice=self._choose_last,
        )
        self.single = RadioRow(tr("List one at a time"), yes_no, chosen=False, on_choice=self._choose_single)
        self.held = _number(tr("Held back only here"), 0, lambda pieces: self._limit(settings.HELD_BACK, pieces), 0)

    def _make_rows(self) -> None:
        low = tr(
            "A sale may reach the shop’s own number late. Hiding a piece leaves room for the one that is on its way."
        )
        self.low_row = SettingRow(tr("List less when stock is low"), low, self.low)
        self._low_rows = [
            SettingRow(tr("Fewer available than"), tr("Then it begins."), self.threshold),
            SettingRow(tr("Hide so many more"), "", self.size_field),
            SettingRow(
                tr("The last piece"),
                tr("It would be hidden altogether. It is shown to nobody here, or here and nowhere else."),
                self.last,
            ),
        ]
        single = tr(
            "Shows 1 of everything, and the next after each sale. It stops carts of several, but two buyers may still"
            " see the same piece. A listing that sold out is put back only when you press it: each time costs its fee."
        )
        self.single_row = SettingRow(tr("List one at a time"), single, self.single)
        self.held_row = SettingRow(tr("Held back only here"), " ", self.held)


def _number(name: str, least: int, on_number: Callable[[int | None], bool], usual: int) -> NumberField:
    return NumberField(
        name,
        least=least,
        most=MOST,
        wrong=tr("From {least} to {most}", least=least, most=MOST),
        on_number=on_number,
        usual=usual,
    )
