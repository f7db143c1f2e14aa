"""How much may be risked to sell more: everywhere, and in a shop that is to be different; and who gets the last pieces.

The slider's and the lists' words are the same; a shop's own choice stands above the slider, a product's above both.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.offering import ShopClaim
from app.store.shops import Shop
from app.ui.risk import STOPS, long_words, short_words, stop_of
from app.ui.settings.rows import RadioRow, SettingRow
from app.ui.settings.sections import Section
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.stops import StopSlider
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr

_LIST = 200
_BY_SALES, _IN_ORDER = "by_sales", "in_order"
_NOTHING = ShopClaim()

OnRisk = Callable[[float], bool]
OnShopRisk = Callable[[int, float | None], bool]
OnOrder = Callable[[Sequence[int] | None], bool]  # shops, the best claim first; None: as they sell


class RiskSlider(QWidget):
    """The slider between its two ends; above it what it stands on in a sentence, below it what stands above it."""

    def __init__(self, on_risk: OnRisk) -> None:
        super().__init__()
        self._on_risk, self._limit = on_risk, STOPS[0]
        self.slider = StopSlider(tr("How careful"), len(STOPS))
        self.sentence = Paragraph("", colour="text_primary")
        above = tr(
            "Plimsoll shares a product while its risk is below this, and splits it when it is not. A channel’s own"
            " choice stands above this one, and a product’s own switch, in its offer rules, above both."
        )
        ends = QHBoxLayout()
        ends.addWidget(Label(tr("Sell more"), "small", colour="text_secondary"))
        ends.addStretch(1)
        ends.addWidget(Label(tr("Most careful"), "small", colour="text_secondary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 11)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addSpacing(4)
        column.addWidget(Paragraph(above, "small"))
        self.slider.valueChanged.connect(lambda _stop: self._tell())
        self.slider.decided.connect(self._decided)
        self._theme = follow(self.update)
        self._tell()

    def show_limit(self, limit: float) -> None:
        """What holds now."""
        self._limit = limit
        self.slider.show_stop(stop_of(limit))
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline."""
        paint.hairline(self, self._theme.colour("line_hair"))

    def _decided(self, stop: int) -> None:
        if not self._on_risk(STOPS[stop]):
            self.slider.show_stop(stop_of(self._limit))

    def _tell(self) -> None:
        words = say(long_words(STOPS[self.slider.value()]))
        self.sentence.setText(words)
        self.slider.setAccessibleDescription(words)


class RiskRow(SettingRow):
    """How much may be risked in one shop."""

    def __init__(self, shop: Shop, on_risk: OnShopRisk) -> None:
        self.shop = shop
        self._claim: float | None = None
        self.risk = ComboBox(tr("How careful on {shop}", shop=shop.name), measure="small")
        self.risk.addItem(tr("As everywhere"), None)
        for limit in STOPS:
            self.risk.addItem(say(short_words(limit)), limit)
        super().__init__(shop.name, "", self.risk, Badge(shop.letter, shop.name))
        self.risk.activated.connect(lambda _at: self._chosen(on_risk))
        self._look = follow(self._measure)
        self._measure()

    def show_risk(self, limit: float | None) -> None:
        """What was chosen for this shop."""
        self._claim = limit
        self.risk.setCurrentIndex(0 if limit is None else 1 + stop_of(limit))

    def _chosen(self, on_risk: OnShopRisk) -> None:
        limit = self.risk.currentData()
        if limit != self._claim and not on_risk(self.shop.id, limit):
            self.show_risk(self._claim)

    def _measure(self) -> None:
        self.risk.setMinimumWidth(self._look.px(_LIST))


class ClaimRow(SettingRow):
    """A shop's place in the order of those that get the last pieces."""

    def __init__(self, shop: Shop, on_move: Callable[[int, int], None]) -> None:
        self.shop = shop
        self.up = Button(tr("Up"), size=ButtonSize.SMALL, name=tr("Move {shop} up", shop=shop.name))
        self.down = Button(tr("Down"), size=ButtonSize.SMALL, name=tr("Move {shop} down", shop=shop.name))
        control = QWidget()
        row = QHBoxLayout(control)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.up, self.down):
            row.addWidget(part)
        super().__init__(shop.name, "", control, Badge(shop.letter, shop.name))
        self.up.clicked.connect(lambda _on=False: on_move(shop.id, -1))
        self.down.clicked.connect(lambda _on=False: on_move(shop.id, 1))

    def show_place(self, place: int, of: int) -> None:
        """Where it stands among so many shops."""
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < of - 1)
        self.say(tr("Served first") if place == 0 else tr("Served as number {place}", place=place + 1))


class Claims(QWidget):
    """Who gets the last pieces: by what each sells, or in the seller's own order."""

    def __init__(self, on_order: OnOrder) -> None:
        super().__init__()
        self._on_order, self._ordered = on_order, False
        answers = {_BY_SALES: tr("By what each sells"), _IN_ORDER: tr("In this order")}
        self.order = RadioRow(tr("Who gets the last pieces"), answers, _BY_SALES, self._choose)
        self.rows: dict[int, ClaimRow] = {}
        self.numbers: list[int] = []
        sentence = tr("When fewer pieces are left than there are channels to show them.")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(SettingRow(tr("Who gets the last pieces"), sentence, self.order))

    def show_claims(self, shops: Sequence[Shop], claims: Mapping[int, ShopClaim]) -> None:
        """The shops, the best claim first where the seller put them in order."""
        ranks = {shop.id: claims.get(shop.id, _NOTHING).priority or 0 for shop in shops}
        self._ordered = any(ranks.values())
        self.order.choose(_IN_ORDER if self._ordered else _BY_SALES)
        if _known(row.shop for row in self.rows.values()) != _known(shops):
            self._build(shops)
        self._put(sorted(ranks, key=lambda shop: (-ranks[shop], shop)))

    def _build(self, shops: Sequence[Shop]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {shop.id: ClaimRow(shop, self._move) for shop in shops}

    def _put(self, numbers: list[int]) -> None:
        """The rows in this order; the keyboard stays in its row."""
        self.numbers = numbers
        stops: list[QWidget] = []
        for place, number in enumerate(numbers):
            row = self.rows[number]
            self._column.removeWidget(row)
            self._column.addWidget(row)
            row.show_place(place, len(numbers))
            row.setVisible(self._ordered)
            stops += [row.up, row.down]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _choose(self, answer: str) -> None:
        ordered = answer == _IN_ORDER
        if ordered != self._ordered and not self._on_order(self.numbers if ordered else None):
            self.order.choose(_IN_ORDER if self._ordered else _BY_SALES)

    def _move(self, shop: int, by: int) -> None:
        numbers = list(self.numbers)
        at = numbers.index(shop)
        numbers[at], numbers[at + by] = numbers[at + by], numbers[at]
        if self._on_order(numbers):
            row = self.rows[shop]
            # At the end of the order the button that was pressed turns grey: its neighbour takes the keyboard.
            wanted = (row.up, row.down) if by < 0 else (row.down, row.up)
            next(button for button in wanted if button.isEnabled()).setFocus(Qt.FocusReason.OtherFocusReason)


class Overselling(Section):
    """What a seller has to decide about selling a piece twice. What is about several shops waits for the second one."""

    def __init__(self, on_risk: OnRisk, on_shop_risk: OnShopRisk, on_order: OnOrder) -> None:
        super().__init__(tr("Overselling"), tr("selling a piece twice before Plimsoll hears of it"))
        self._on_shop_risk = on_shop_risk
        self.risk = RiskSlider(on_risk)
        self.claims = Claims(on_order)
        self.rows: dict[int, RiskRow] = {}
        self._own = QVBoxLayout()
        self._own.setSpacing(0)
        self.column.addWidget(self.risk)
        self.column.addLayout(self._own)
        self.column.addWidget(self.claims)

    def show_choices(self, limit: float, shops: Sequence[Shop], claims: Mapping[int, ShopClaim]) -> None:
        """What holds everywhere, the shops, and what was chosen for each."""
        several = shops if len(shops) > 1 else ()
        self.risk.show_limit(limit)
        if _known(row.shop for row in self.rows.values()) != _known(several):
            self._build(several)
        for number, row in self.rows.items():
            row.show_risk(claims.get(number, _NOTHING).risk)
        self.claims.show_claims(several, claims)
        self.claims.setVisible(bool(several))

    def _build(self, shops: Sequence[Shop]) -> None:
        for row in self.rows.values():
            self._own.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {shop.id: RiskRow(shop, self._on_shop_risk) for shop in shops}
        for row in self.rows.values():
            self._own.addWidget(row)


def _known(shops: Iterable[Shop]) -> frozenset[tuple[int, str, str]]:
    """What a row says of its shop."""
    return frozenset((shop.id, shop.name, shop.letter) for shop in shops)
