"""The Planning page: one product's floor and reorder point with their working, and what is to be ordered again."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.floors import Choice, Floor, Method, propose
from app.core.forecast import forecast
from app.store import catalog, sales, settings
from app.store.catalog import Product
from app.store.deliveries import Basis, lead_time
from app.ui.bridge import Bridge
from app.ui.channels.pick import PickDialog
from app.ui.page import Command, Page
from app.ui.planning import writes
from app.ui.planning.before_sale import BeforeSale
from app.ui.planning.cards import FloorCard, spread_parts, worst_parts
from app.ui.planning.delivering import Delivering
from app.ui.planning.forecast_words import forecast_words
from app.ui.planning.lower import FLOORS, UPDATES, Lower
from app.ui.planning.numbers import Numbers
from app.ui.planning.page_words import basis_words, note_of, or_none, since_words, warning_words, why_words
from app.ui.planning.past_sheets import PastSheets
from app.ui.planning.promoting import Promoting
from app.ui.planning.season import SeasonReview
from app.ui.planning.upper import Upper
from app.ui.planning.writes import Levels
from app.ui.shell.header import SIDE, PageHeader, bar_place
from app.ui.theme import Theme
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import number, tr

_LIST_LEAST, _SOON_MS = 262, 200
_FORECAST_BY = 730  # days: last year's season and what came before it
PROMOTION = ("promotion",)  # asks this page for what is to be done before the next sale


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
        self._by = sales.FloorBy()
        self._textbook = False
        self._choice: Choice | None = None
        self._known_delivery = False
        self.pick = Button(tr("Choose a product…"))
        self.numbers = Numbers()
        self.spread = FloorCard(tr("From how much sales vary"), tr("Z × σ × √days"))
        self.worst = FloorCard(tr("From your worst case"), tr("most × most days − usual × usual days"))
        self.levels, self.why = Label("", "title", tabular=True), Paragraph("")
        self.use, self.keep = Button(tr("Use it"), Variant.PRIMARY), Button(tr("Keep it as it is"))
        self.since = ElidedLabel("", "small", colour="text_secondary")
        self.forecast = Paragraph("", "small")
        self.limits = Paragraph(tr("Neither formula knows of a newsletter or a sale. Rehearse those."), "small")
        self.lists = Lower()
        self.reorder = self.lists.reorder
        self.delivering = Delivering(bridge, self.lists, self)
        self.before = BeforeSale()
        self.promoting = Promoting(bridge, self.before, self)
        self.past = PastSheets(bridge, self)
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
            Command(key="numbers_like", menu="stock", text=tr("Numbers of a similar product…"), run=self.copy_from,
                    enabled=chosen),
            Command(key="past_sales", menu="stock", text=tr("Past sales from a spreadsheet…"), run=self.past.choose),
            Command(key="floor_manner", menu="stock", text=tr("How floors are reckoned…"),
                    run=self.delivering.updating.manner),
            Command(key="season_review", menu="stock", text=tr("Season review…"), run=self.review_season),
            Command(key="plan_promotion", menu="stock", text=tr("Plan a promotion…"), run=self.promoting.plan),
            Command(key="past_promotions", menu="stock", text=tr("How past promotions went…"),
                    run=self.promoting.look_back, enabled=lambda: self.before.past.isVisibleTo(self.before)),
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
            self.before.take_keyboard()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, or two."""
        super().resizeEvent(event)
        self._upper.fit(self._area.viewport().width())

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
        dialog.undoable.connect(self.undoable)
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
        self._by = sales.floor_by(self.bridge.db, found)
        self._fill()

    def copy_from(self) -> None:
        """A new product sells like which other one?"""
        if self._product is None:
            return
        dialog = PickDialog(
            self, self.bridge, question=tr("Which product sells like this one?"),
            text=tr("Its sales stand in the fields then. Nothing is kept before you use the floor."),
            yes=tr("Take its numbers"),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self.show_sibling)
        dialog.open()

    def show_sibling(self, sku: str) -> None:
        """What another product sold stands for this one."""
        db = self.bridge.db
        found, product = catalog.product_id(db, sku), catalog.product(db, sku)
        if found is not None and product is not None and self._product is not None:
            demand = sales.days_of(db, found, window=self._by.window, now=self.bridge.now).demand()
            self.numbers.show_sales(demand, of=product.title)
            self._reckon(first=True)

    def take(self) -> None:
        """From now on the chosen floor and its reorder point hold. One press takes both back."""
        floor, typed = self._chosen(), self.numbers.typed()
        if self._product is None or floor is None or typed is None:
            return
        db, (product, about) = self.bridge.db, self._product
        before, basis = self._levels(), writes.basis_of(self.bridge.db, product)
        by = sales.FloorBy(window=self._by.window, level=typed.level)
        after = writes.Basis(
            delivery=sales.written(typed.delivery) if self.numbers.days_typed() else basis.delivery,
            by=by.written() if by != sales.floor_by(db) or basis.by else None,
        )
        if self._put(Levels(floor=floor.floor, reorder_at=floor.reorder_at), after) is None:
            return
        said = tr("{title}: floor {floor}, reorder at {at}", title=about.title, floor=floor.floor, at=floor.reorder_at)
        self.undoable.emit(said, lambda: self._put_of(product, about, before, basis))

    def _put(self, levels: Levels, basis: writes.Basis) -> Changes | None:
        assert self._product is not None
        return self._put_of(*self._product, levels, basis)

    def _put_of(self, product: int, about: Product, levels: Levels, basis: writes.Basis) -> Changes | None:
        """Of the product that it was done for: another one may be shown by now."""
        bridge = self.bridge
        done = bridge.perform(writes.put_levels, bridge.db, product, about.sku, levels, basis, now=bridge.now)
        self._tell()
        return done

    # Inside

    def _levels(self) -> Levels:
        assert self._product is not None
        return writes.levels_of(self.bridge.db, self._product[0])

    def _fill(self) -> None:
        assert self._product is not None
        db, product, now = self.bridge.db, self._product[0], self.bridge.now
        demand = sales.days_of(db, product, window=self._by.window, now=now).demand()
        past = sales.days_of(db, product, window=_FORECAST_BY, now=now)
        self.forecast.setText(forecast_words(forecast(past.since_first())))
        lead = lead_time(db, product)
        self._known_delivery = lead.basis is not Basis.USUAL
        self._textbook = sales.textbook(db)
        self.numbers.show_numbers(demand, lead.delivery, by=self._by, basis=basis_words(lead))
        self._reckon(first=True)

    def _reckon(self, *, first: bool = False) -> None:
        typed = self.numbers.typed() if self._product is not None else None
        if typed is None:
            return
        known = self._known_delivery or self.numbers.days_typed()
        choice = propose(typed.demand, typed.delivery, typed.level, typed_delivery=known, textbook=self._textbook)
        self._choice = choice
        self.spread.show_sum(
            spread_parts(choice.first, typed), warning_words(choice.first, typed), note=note_of(choice.first, typed)
        )
        self.worst.show_sum(worst_parts(choice.worst, typed), tr("Rough: one outlier moves it."))
        if first:
            card = self.worst if choice.proposed is Method.WORST else self.spread
            card.radio.setChecked(True)
        self._working.setEnabled(True)
        self.numbers.setEnabled(True)
        self._tell()
        self._upper.fit(self._area.viewport().width())

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
                old=or_none(now.floor), floor=number(floor.floor), was=or_none(now.reorder_at),
                at=number(floor.reorder_at),
            )
        )  # fmt: skip
        self.why.setText(why_words(floor, typed))
        self.use.setText(tr("Use {floor} and {at}", floor=number(floor.floor), at=number(floor.reorder_at)))
        same = now == Levels(floor=floor.floor, reorder_at=floor.reorder_at)
        self.use.setEnabled(not same)
        floors = settings.history(self.bridge.db, settings.FLOOR, product=self._product[0])
        since = since_words(floors, self.bridge.now)
        self.since.setText(" ".join(filter(None, (tr("These hold already.") if same else "", since))))

    def _set_window(self, days: int) -> None:
        self._by = replace(self._by, window=days)
        if self._product is not None:
            self._fill()

    def _read_list(self) -> None:
        self.delivering.read()
        self.promoting.read()
        self._tell()

    def _connect(self) -> None:
        self.pick.clicked.connect(lambda _checked=False: self.choose())
        self.numbers.changed.connect(self._reckon)
        self.numbers.spoiled.connect(lambda: self.use.setEnabled(False))
        self.numbers.window_chosen.connect(self._set_window)
        self.use.clicked.connect(lambda _checked=False: self.take())
        self.numbers.like.clicked.connect(lambda _checked=False: self.copy_from())
        self.numbers.past.clicked.connect(lambda _checked=False: self.past.choose())
        self.past.undoable.connect(self.undoable)
        self.keep.clicked.connect(lambda _checked=False: self._fill() if self._product else None)
        self.reorder.chosen.connect(self.show_product)
        self.lists.floors.opened.connect(self.show_product)
        self.delivering.undoable.connect(self.undoable)
        self.promoting.go.connect(self.go)
        self.promoting.undoable.connect(self.undoable)
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
        press.addWidget(self.since, 1)
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
        self._upper = Upper(left, self._working, self.before)
        self.before.follows = self.keep
        lower = QVBoxLayout()
        lower.setContentsMargins(SIDE, 0, SIDE, 0)
        lower.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.bar_place)
        self._area = self._scrolled(lower)
        column.addWidget(self._area, 1)

    def _scrolled(self, lower: QVBoxLayout) -> QScrollArea:
        """Where the window is low or the text large, the list keeps some rows and the page is scrolled."""
        whole, area = QWidget(), QScrollArea()
        body = QVBoxLayout(whole)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._upper)
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
