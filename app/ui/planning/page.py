"""The Planning page: one product's floor and reorder point with their working, and what is to be ordered again."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.floors import Choice, Delivery, Floor, Method, propose
from app.core.forecast import forecast
from app.store import catalog, sales, settings
from app.store.catalog import Product
from app.store.deliveries import Basis, LeadTime, lead_time
from app.ui.bridge import Bridge
from app.ui.channels.pick import PickDialog
from app.ui.page import Command, Page
from app.ui.planning import writes
from app.ui.planning.before_sale import BeforeSale
from app.ui.planning.cards import FloorCard, spread_parts, worst_parts
from app.ui.planning.delivering import Delivering
from app.ui.planning.forecast_words import forecast_words
from app.ui.planning.lower import FLOORS, UPDATES, Lower
from app.ui.planning.numbers import Numbers, Typed, days_words
from app.ui.planning.promoting import Promoting
from app.ui.planning.season import SeasonReview
from app.ui.planning.writes import Levels
from app.ui.shell.header import SIDE, PageHeader, bar_place
from app.ui.theme import Theme, follow
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import decimal, number, tr, trn

_FORM_WIDTH, _LIST_LEAST, _SOON_MS = 300, 262, 200
_GAP = 32  # between the columns
_FORECAST_BY = 730  # days: last year's season and what came before it
PROMOTION = ("promotion",)  # asks this page for what is to be done before the next sale
WINDOW = 90  # days back, until the seller chooses: under thirty in stock only the rough way is proposed


class PlanningPage(Page):
    """Both formulas side by side with the numbers put in; the seller picks."""

    key = "planning"

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Planning"))
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar_place = bar_place()
        self.header = PageHeader(tr("Planning"), tr("Floors, orders and sales events"))
        self._product: tuple[int, Product] | None = None
        self._window = WINDOW
        self._choice: Choice | None = None
        self._known_delivery = False
        self.pick = Button(tr("Choose a product…"))
        self.numbers = Numbers()
        self.spread = FloorCard(tr("From how much sales vary"), tr("Z × σ × √days"))
        self.worst = FloorCard(tr("From your worst case"), tr("most sold × most days − average sold × average days"))
        self.levels, self.why = Label("", "title", tabular=True), Paragraph("")
        self.use, self.keep = Button(tr("Use it"), Variant.PRIMARY), Button(tr("Keep it as it is"))
        self.since = Label("", "small", colour="text_secondary")
        self.forecast = Paragraph("", "small")
        self.limits = Paragraph(tr("Neither formula knows of a newsletter or a sale. Rehearse those."), "small")
        self.lists = Lower()
        self.reorder = self.lists.reorder
        self.delivering = Delivering(bridge, self.lists, self)
        self.before = BeforeSale()
        self.promoting = Promoting(bridge, self.before, self)
        self._working = QWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._read_list)
        self._lay_out()
        self._connect()

    # What the window asks of a page

    def commands(self) -> list[Command]:
        """What can be done here."""
        chosen = lambda: self._product is not None  # noqa: E731
        return [
            Command(key="floor_for", menu="stock", text=tr("Floor for…"), run=self.choose, shortcut="Ctrl+L"),
            Command(key="use_floor", menu="stock", text=tr("Use the floor and reorder point shown"), run=self.take,
                    enabled=chosen),
            Command(key="season_review", menu="stock", text=tr("Season review…"), run=self.review_season),
            Command(key="plan_promotion", menu="stock", text=tr("Plan a promotion…"), run=self.promoting.plan),
            Command(key="rehearse", menu="stock", text=tr("Rehearse a flash sale…"), run=self.promoting.rehearse),
            Command(key="copy_reorder", menu="stock", text=tr("Copy the reorder list"), run=self.reorder.copy_list),
            Command(key="purchase_orders", menu="stock", text=tr("Make purchase orders…"), run=self.delivering.order,
                    enabled=lambda: bool(self.reorder.wanted())),
            Command(key="expect", menu="stock", text=tr("Expect a delivery…"), run=self.delivering.expect),
            Command(key="receive", menu="stock", text=tr("Receive a delivery…"), shortcut="Ctrl+Shift+R",
                    run=self.delivering.receive),
            Command(key="planning_list", menu="view", text=tr("The next list of Planning"), shortcut="Ctrl+PgDown",
                    run=lambda: self.lists.show_list((self.lists.shown + 1) % len(self.lists.toggles))),
        ]  # fmt: skip

    def open(self, what: object) -> None:
        """The floor of the product with this SKU; with a number, what is on the way, and there this line.

        `lower.UPDATES` opens the floors to update.
        """
        if what == UPDATES:
            self.lists.show_list(FLOORS)
        elif what == PROMOTION:
            self.promoting.read()
            self.before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(what, str):
            self.show_product(what)
        elif isinstance(what, int):
            self._read_list()
            self.lists.show_line(what)

    def shown(self) -> None:
        """The list of what is to be ordered takes the keyboard, and its first product stands above."""
        self.delivering.forget()
        self._read_list()
        rows = self.reorder.table.sheet.rows
        if self._product is None and rows:
            self.show_product(rows[0].sku)
        target = self.lists.table() if rows or self.lists.shown else self.pick
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Levels or settings changed."""
        if changes.skus or changes.settings or changes.catalog:
            self._soon.start()

    # Acts

    def choose(self) -> None:
        """Which product?"""
        dialog = PickDialog(
            self, self.bridge, question=tr("Floor for which product?"),
            text=tr("A bundle follows its parts: choose one of these."), yes=tr("Show its floor"),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self.show_product)
        dialog.open()

    def review_season(self) -> None:
        """The quarterly audit."""
        dialog = SeasonReview(self, self.bridge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.floor_wanted.connect(self.show_product)
        dialog.open()

    def show_product(self, sku: str) -> None:
        """Fill everything from this product's own sales."""
        found, product = catalog.product_id(self.bridge.db, sku), catalog.product(self.bridge.db, sku)
        if found is None or product is None:
            return
        self._product = found, product
        self.pick.setText(product.title)
        self._fill()

    def take(self) -> None:
        """From now on the chosen floor and its reorder point hold. One press takes both back."""
        floor, typed = self._chosen(), self.numbers.typed()
        if self._product is None or floor is None or typed is None:
            return
        number_, product = self._product
        before, delivery = self._levels(), sales.delivery_of(self.bridge.db, number_)
        after = Levels(floor=floor.floor, reorder_at=floor.reorder_at)
        if self._put(after, typed.delivery) is None:
            return
        said = tr(
            "{title}: floor {floor}, reorder at {at}", title=product.title, floor=floor.floor, at=floor.reorder_at
        )
        self.undoable.emit(said, lambda: self._put(before, delivery))

    def _put(self, levels: Levels, delivery: Delivery | None) -> Changes | None:
        assert self._product is not None
        (product, about), bridge = self._product, self.bridge
        done = bridge.perform(writes.put_levels, bridge.db, product, about.sku, levels, delivery, now=bridge.now)
        self._tell()
        return done

    # Inside

    def _levels(self) -> Levels:
        assert self._product is not None
        db, product = self.bridge.db, self._product[0]
        return Levels(
            floor=settings.get(db, settings.FLOOR, product=product),
            reorder_at=settings.get(db, settings.REORDER_POINT, product=product),
        )

    def _fill(self) -> None:
        assert self._product is not None
        db, product, now = self.bridge.db, self._product[0], self.bridge.now
        demand = sales.days_of(db, product, window=self._window, now=now).demand()
        past = sales.days_of(db, product, window=_FORECAST_BY, now=now)
        self.forecast.setText(forecast_words(forecast(past.since_first())))
        lead = lead_time(db, product)
        self._known_delivery = lead.basis is not Basis.USUAL
        self.numbers.show_numbers(demand, lead.delivery, window=self._window, basis=_basis(lead))
        self._reckon(first=True)

    def _reckon(self, *, first: bool = False) -> None:
        typed = self.numbers.typed() if self._product is not None else None
        if typed is None:
            return
        choice = propose(typed.demand, typed.delivery, typed.level, typed_delivery=self._known_delivery or not first)
        self._choice = choice
        self.spread.show_sum(spread_parts(choice.first, typed), self._warning(choice.first))
        self.worst.show_sum(worst_parts(choice.worst, typed), tr("Rough: one outlier moves it."))
        if first:
            card = self.worst if choice.proposed is Method.WORST else self.spread
            card.radio.setChecked(True)
        self._working.setEnabled(True)
        self.numbers.setEnabled(True)
        self._tell()

    def _warning(self, floor: Floor) -> str:
        if floor.method is Method.SLOW:
            return tr("It sells now and then: the reorder point comes first, and sales are not added twice.")
        return tr("Thin: fewer than 60 days in stock.") if floor.thin else ""

    def _chosen(self) -> Floor | None:
        if self._choice is None:
            return None
        return self._choice.worst if self.worst.radio.isChecked() else self._choice.first

    def _tell(self) -> None:
        if self._product is None:  # nothing was filled in yet: empty fields are no mistake
            return
        floor, typed = self._chosen(), self.numbers.typed()
        if floor is None or typed is None:
            return
        now = self._levels()
        self.levels.setText(
            tr(
                "Floor {old} → {floor}     Reorder at {was} → {at}",
                old=_or_none(now.floor), floor=number(floor.floor), was=_or_none(now.reorder_at),
                at=number(floor.reorder_at),
            )
        )  # fmt: skip
        self.why.setText(_why(floor, typed))
        self.use.setText(tr("Use {floor} and {at}", floor=number(floor.floor), at=number(floor.reorder_at)))
        same = now == Levels(floor=floor.floor, reorder_at=floor.reorder_at)
        self.use.setEnabled(not same)
        self.since.setText(tr("These hold already.") if same else "")

    def _set_window(self, days: int) -> None:
        self._window = days
        if self._product is not None:
            self._fill()

    def _read_list(self) -> None:
        self.delivering.read()
        self.promoting.read()
        self._tell()

    def _connect(self) -> None:
        self.pick.clicked.connect(lambda _checked=False: self.choose())
        self.numbers.changed.connect(self._reckon)
        self.numbers.window_chosen.connect(self._set_window)
        self.use.clicked.connect(lambda _checked=False: self.take())
        self.keep.clicked.connect(lambda _checked=False: self._fill() if self._product else None)
        self.reorder.chosen.connect(self.show_product)
        self.lists.floors.opened.connect(self.show_product)
        self.delivering.undoable.connect(self.undoable)
        self.promoting.go.connect(self.go)
        self.promoting.floor_wanted.connect(self.show_product)
        self._group = QButtonGroup(self)
        for card in (self.spread, self.worst):
            self._group.addButton(card.radio)
            card.radio.toggled.connect(lambda _on: self._tell())

    def _lay_out(self) -> None:
        form, cards = QVBoxLayout(), QVBoxLayout(self._working)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(SectionTitle(tr("Floor for")))
        form.addWidget(self.pick)
        form.addWidget(self.numbers, 1)
        left = self._left = QWidget()
        left.setLayout(form)
        press = QHBoxLayout()
        press.setSpacing(8)
        for button in (self.use, self.keep):
            press.addWidget(button)
        press.addWidget(self.since)
        press.addStretch(1)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for part in (self.spread, self.worst, self.levels, self.why):
            cards.addWidget(part)
        cards.addLayout(press)
        cards.addWidget(self.forecast)
        cards.addWidget(self.limits)
        cards.addStretch(1)
        self._working.setEnabled(False)
        self.numbers.setEnabled(False)
        upper, self._form = QHBoxLayout(), form
        self._upper = upper
        upper.setContentsMargins(SIDE, 12, SIDE, 16)
        upper.setSpacing(_GAP)
        upper.addWidget(left)
        upper.addWidget(self._working, 1)
        upper.addWidget(self.before)
        lower = QVBoxLayout()
        lower.setContentsMargins(SIDE, 0, SIDE, 0)
        lower.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        column.addWidget(self._scrolled(upper, lower), 1)
        follow(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns go where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What to look at before a promotion stands beside the cards, or under the numbers where that is too wide."""
        self._left.setFixedWidth(max(self.theme.px(_FORM_WIDTH), self._left.minimumSizeHint().width()))
        columns = (self._left.minimumWidth(), self._working.minimumSizeHint().width(), self.before.minimumWidth())
        home = self._form if sum(columns) + 2 * (_GAP + SIDE) > self.width() else self._upper
        if home.indexOf(self.before) < 0:
            home.addWidget(self.before)

    def _scrolled(self, upper: QHBoxLayout, lower: QVBoxLayout) -> QScrollArea:
        """Where the window is low or the text large, the list keeps some rows and the page is scrolled."""
        whole, area = QWidget(), QScrollArea()
        body = QVBoxLayout(whole)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(upper)
        body.addLayout(lower, 1)
        self.lists.setMinimumHeight(self.theme.px(_LIST_LEAST))
        area.setWidget(whole)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (area.viewport(), whole):
            ground.setAutoFillBackground(False)
        return area


def _basis(lead: LeadTime) -> str:
    """What the delivery days rest on."""
    count, named = len(lead.orders), lead.supplier.terms.name if lead.supplier else ""
    if lead.basis is Basis.MEASURED:
        return trn("Delivery days: {n} order that came.", "Delivery days: {n} orders that came.", count)
    thin = trn("Only {n} order came yet: thin.", "Only {n} orders came yet: thin.", count) if count else ""
    said = {
        Basis.TYPED: tr("Delivery days: as you typed them."),
        Basis.PROMISED: tr("Delivery days: as {name} promises.", name=named),
        Basis.USUAL: tr("Delivery days: a guess, type yours."),
    }[lead.basis]
    return " ".join(filter(None, (said, thin)))


def _or_none(value: int | None) -> str:
    return "–" if value is None else number(value)


def _why(floor: Floor, typed: Typed) -> str:
    if floor.method is Method.SLOW:
        return tr(
            "Reorder at {at}: enough for what sells in {days} days, floor {floor} of it.",
            at=number(floor.reorder_at), days=days_words(typed.delivery.cover), floor=number(floor.floor),
        )  # fmt: skip
    sold = floor.floor + typed.demand.mean * typed.delivery.cover
    return tr(
        "Reorder at = floor {floor} + {mean} a day for {days} days = {sum}, rounded up.",
        floor=number(floor.floor), mean=decimal(typed.demand.mean), days=days_words(typed.delivery.cover),
        sum=decimal(sold),
    )  # fmt: skip
