"""The top of the pane: name, SKU, place and price; the sum; what every shop shows and why; what is wrong."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.store.inventory import ProductRow
from app.ui.inventory.alert_line import AlertLine, Fees
from app.ui.inventory.facts import ProductFacts
from app.ui.inventory.flow import FlowLayout
from app.ui.inventory.held_field import HeldField
from app.ui.inventory.listing_notes import ListingNotes
from app.ui.inventory.offer_lines import OfferLines
from app.ui.inventory.shown_row import ShownRow
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.figures import Figure, FigureSum
from app.ui.widgets.key_hint import key_hint_size, paint_key_hint
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import money, number, tr

_SIDE = 20
_GAP, _DENSE_GAP = 14, 4  # between the figures
_SKU_LEAST = 150
_LARGE, _SMALLER = "figure", "title"


class EscButton(QPushButton):
    """The key that leads back to the list; it can be pressed with the mouse too."""

    def __init__(self) -> None:
        super().__init__()
        self._keys = tr("Esc")
        self.setAccessibleName(tr("Back to the list"))
        self.setToolTip(self.accessibleName())
        self._theme = follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The key, and enough around it to be hit."""
        least = self._theme.tokens.size["pointer_target_min"]
        return key_hint_size(self._keys, self._theme).expandedTo(QSize(least, least))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The key, in the middle of its height."""
        painter, theme = QPainter(self), self._theme
        size = key_hint_size(self._keys, theme)
        rect = QRectF(self.width() - size.width(), (self.height() - size.height()) // 2, size.width(), size.height())
        ink = theme.colour("text_primary") if self.underMouse() else None
        paint_key_hint(painter, self._keys, rect, theme, ink=ink)
        painter.end()


class SumRow(QWidget):
    """ "11 on hand − 14 committed = −3 available" in large figures, or smaller ones where they would not fit."""

    def __init__(self, incident: Button) -> None:
        super().__init__()
        self._figures = [Figure("0", tr("on hand"))]
        self._role, self._gap = _LARGE, _GAP
        self.figures = FigureSum(self._figures, role=_LARGE)
        self._flow = FlowLayout(self, gap=6, line_gap=6, last_right=True)
        self._flow.addWidget(self.figures)
        self._flow.addWidget(incident)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._fit)

    def show_row(self, row: ProductRow) -> None:
        """Other numbers."""
        colour = "danger" if row.available < 0 else "text_primary"
        self._figures = [
            Figure(number(row.on_hand), tr("on hand")),
            Figure(number(row.committed), tr("committed"), "−"),
            Figure(number(row.available), tr("available"), "=", colour),
        ]
        self.figures.set_figures(self._figures)
        self._fit()

    def set_dense(self, *, dense: bool) -> None:
        """Closer together, in a narrow pane."""
        self._gap = _DENSE_GAP if dense else _GAP
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        large = FigureSum(self._figures, role=_LARGE)
        self._space(large)
        role = _LARGE if large.sizeHint().width() <= self.width() else _SMALLER
        large.deleteLater()
        if role != self._role:
            self._role = role
            before, self.figures = self.figures, FigureSum(self._figures, role=role)
            self._flow.removeWidget(before)
            before.hide()
            before.deleteLater()
            self._flow.insert(0, self.figures)
        self._space(self.figures)
        self.updateGeometry()

    def _space(self, figures: FigureSum) -> None:
        grid = figures.layout()
        assert isinstance(grid, QGridLayout)
        grid.setHorizontalSpacing(self._gap)


class Head(QWidget):
    """It shows what it is told; what its parts want is their own signals."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "lead", weight=600)
        self.close_button = EscButton()
        self.sku = ElidedLabel("", "small", colour="text_tertiary", middle=True, zero=True)
        self.place = ElidedLabel("", "small", colour="text_tertiary")
        self.price = Label("", "small", colour="text_tertiary")
        self.incident = Button(tr("Incident"), size=ButtonSize.SMALL)
        self.sum_row = SumRow(self.incident)
        self.unstarted = Paragraph(tr("No number yet. It is sent to no channel until it has one."))
        self.adjust = Button(tr("Adjust stock"), size=ButtonSize.SMALL)
        self.shown = ShownRow()
        self.held = HeldField()
        self.offers = OfferLines()
        self.notes = ListingNotes()
        self.alerts = AlertLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 10)
        column.setSpacing(5)
        column.addLayout(self._names())
        column.addWidget(self.sum_row)
        column.addLayout(self._start_row())
        for widget in (self.shown, self.held, self.offers, self.alerts, self.notes):
            column.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme = follow(self._keep_sku)

    def show_facts(self, facts: ProductFacts, fees: Fees) -> None:
        """Another product, or other numbers. `fees`: what putting back on sale costs, by channel."""
        row = facts.row
        self.title.setText(row.title)
        self.sku.setText(row.sku)
        self._keep_sku()
        self.place.setText(row.place)
        self.place.setVisible(bool(row.place))
        priced = row.price_minor is not None and bool(row.currency)
        self.price.setText(money(row.price_minor or 0, row.currency or "", short=True) if priced else "")
        self.incident.setVisible(facts.incident is not None)
        if facts.incident is not None:
            self.incident.setText(tr("Incident {number}", number=facts.incident))
        self.sum_row.setVisible(row.started)
        self.sum_row.show_row(row)
        self.unstarted.setVisible(not row.started)
        self.adjust.setVisible(not row.started and not row.parts)
        self.shown.show_facts(facts)
        self.shown.setVisible(bool(facts.listed))
        self.offers.show_facts(facts)
        self.alerts.show_facts(facts, fees)
        self.notes.show_facts(facts)

    def _keep_sku(self) -> None:
        """A long place makes way for the SKU, not the other way round."""
        self.sku.setMinimumWidth(min(self.sku.sizeHint().width(), self._theme.px(_SKU_LEAST)))

    def _names(self) -> QVBoxLayout:
        above, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.close_button)
        below.setSpacing(9)
        below.addWidget(self.sku)
        below.addWidget(self.place)
        below.addWidget(self.price)
        below.addStretch(1)
        column.setSpacing(2)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(above)
        column.addLayout(below)
        return column

    def _start_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.unstarted, 1)
        row.addWidget(self.adjust, 0, Qt.AlignmentFlag.AlignTop)
        return row
