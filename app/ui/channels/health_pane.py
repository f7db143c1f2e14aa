"""How a shop is doing: what rings, every measured figure with its sum, and beside it the cancellation budgets."""

import csv
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.cancellations import Budget
from app.core.changes import Changes
from app.core.health import IN_TIME_S, histogram
from app.core.text import N_
from app.errors import PlimsollError, StoreError
from app.store import alarms, budgets, confirmations, promotion, shops, vitals
from app.store.alarms import Rung
from app.store.budgets import ShopBudgets
from app.store.confirmations import SPAN, Row
from app.store.shops import Shop
from app.store.vitals import Signs
from app.ui.bridge import Bridge
from app.ui.channels.budget_pane import BudgetPane
from app.ui.channels.cache_row import CacheRow
from app.ui.channels.figure_rows import FigureRows, LagBars, TwoColumns, emptied
from app.ui.channels.health_words import confirmed_words, figures
from app.ui.channels.limits_dialog import CountedDialog, LimitsDialog, excuse, write_back
from app.ui.channels.states import ShopFacts
from app.ui.shell.views import EDGE, announce, see_through
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import moment, say, tr, trn, when

_SIDE_BY_SIDE, _GAP = 940, 40
_BUDGETS_EVERY = timedelta(seconds=5)
EARLIER = 5
CHECK_AGE = timedelta(days=30)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class AlarmRow(QWidget):
    """An alarm that rings: why, what would end it, and the way to the calls that it was judged by."""

    def __init__(self, rung: Rung, now: datetime) -> None:
        super().__init__()
        self.calls = Button(tr("Show the calls"), Variant.LINK)
        self.calls.setVisible(rung.last_call is not None)
        why, ends = say(rung.why), say(rung.ends)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(why, colour="text_primary"))
        words.addWidget(Paragraph(tr("{ends} Since {at}.", ends=ends, at=when(rung.rang_at, now)), "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 4)
        row.setSpacing(8)
        row.addWidget(StatusGlyph(Glyph.LOOK, tr("Needs a look")), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.calls, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{why} {ends}")


class HealthPane(QScrollArea):
    """The Health tab of a shop. `wanted` asks the page for something: "check" for the check before a promotion."""

    wanted = Signal(str, object)
    calls_wanted = Signal()
    undoable = Signal(str, object)  # as on a page

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._signs = Signs()
        self._rung: list[AlarmRow] = []
        self._budgets_at: datetime | None = None
        self.title = SectionTitle(tr("Health"))
        self.export = Button(tr("Export…"), Variant.LINK, name=tr("Export every confirmation"))
        self.title.row.addWidget(self.export)
        self._alarms = QVBoxLayout()
        self.rows, self.bars, self.confirmed = FigureRows(), LagBars(), Paragraph(role="small")
        self.check = Button(tr("Check before a sale…"), size=ButtonSize.SMALL)
        self.checked = Paragraph(role="small")
        self.caches = CacheRow(bridge)
        self.earlier = Paragraph(role="small", colour="text_tertiary")
        self.budgets = BudgetPane(lambda: bridge.now)
        self._columns = TwoColumns(self._left(), self.budgets, least=_SIDE_BY_SIDE, gap=_GAP)
        self.setAccessibleName(tr("Health"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(EDGE, 16, EDGE, EDGE)
        column.addWidget(self._columns)
        column.addStretch(1)
        self.setWidget(inner)
        see_through(self)
        self._theme = follow(self._fit)
        self.export.clicked.connect(lambda _checked=False: self.save())
        self.check.clicked.connect(lambda _checked=False: self.wanted.emit("check", None))
        self.budgets.limits_wanted.connect(self.edit_limits)
        self.budgets.orders_wanted.connect(self._show_orders)

    def show_shop(self, facts: ShopFacts) -> None:
        """Read how this shop is doing."""
        new = self._facts is None or self._facts.shop.id != facts.shop.id
        self._facts = facts
        self.budgets.edit.setAccessibleName(tr("Edit the limits of {shop}", shop=facts.shop.name))
        self._left_part.setVisible(not facts.shop.by_hand)
        if not facts.shop.by_hand:
            self._show_signs(facts)
        self._show_budgets(at_once=new)

    def tick(self) -> None:
        """Time has passed: what ages is said again, and nothing is read."""
        if self._facts is not None and not self._facts.shop.by_hand:
            self.rows.show_figures(figures(self._facts, self._signs, self._bridge.now))

    def edit_limits(self) -> None:
        """Open the limits of the shop that is chosen."""
        found = next((one for one in self.budgets.shown if self._facts and one.shop.id == self._facts.shop.id), None)
        if found is not None:
            dialog = LimitsDialog(self, self._bridge, found)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            before = budgets.written(self._bridge.db, found.shop.id)
            dialog.accepted.connect(lambda: self._limits_saved(found.shop, before))
            dialog.open()

    def _limits_saved(self, shop: Shop, before: Mapping[str, int | str | None]) -> None:
        self._show_budgets(at_once=True)
        bridge = self._bridge
        if budgets.written(bridge.db, shop.id) != before:
            said = tr("Limits at {shop} changed", shop=shop.name)
            self.undoable.emit(
                said, lambda: self._again(bridge.perform(write_back, bridge.db, shop.id, before, now=bridge.now))
            )

    def _again(self, changes: Changes | None) -> Changes | None:
        self._show_budgets(at_once=True)
        return changes

    def ask_where(self, name: str) -> str:
        """Where the export goes; empty for nowhere. Tests replace this."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Export confirmations"), name)
        return path

    def save(self) -> None:
        """Write every confirmation that is kept to a file of the seller's choice."""
        facts = self._facts
        path = self.ask_where(tr("confirmations.csv")) if facts is not None else ""
        if facts is None or not path:
            return
        rows = confirmations.rows(self._bridge.db, facts.shop.id)
        self._bridge.background(lambda: write_csv(Path(path), rows), self._saved, self._not_saved)

    # Inside

    def _show_signs(self, facts: ShopFacts) -> None:
        bridge = self._bridge
        signs = self._signs = vitals.signs(bridge.db, facts.shop.id, now=bridge.now)
        self.title.set_title(tr("How {shop} is doing", shop=facts.shop.name))
        self.title.set_note(tr("last {n} days", n=SPAN.days))
        column = emptied(self._alarms)
        self._rung = [AlarmRow(rung, bridge.now) for rung in signs.row.alarms]
        for row in self._rung:
            row.calls.clicked.connect(lambda _checked=False: self.calls_wanted.emit())
            column.addWidget(row)
            row.show()
        self.earlier.setText(_earlier(alarms.history(bridge.db, facts.shop.id, limit=EARLIER), bridge.now))
        self.earlier.setVisible(bool(self.earlier.text()))
        self.rows.show_figures(figures(facts, signs, bridge.now))
        self.bars.show_counts(histogram(signs.seconds))
        self.confirmed.setText(confirmed_words(signs.seconds))
        self.export.setEnabled(bool(signs.seconds))
        self.caches.show_shop(facts)
        self.checked.setText(checked_words(promotion.last_signed_at(bridge.db), bridge.now))

    def _show_budgets(self, *, at_once: bool) -> None:
        now = self._bridge.now
        if not at_once and self._budgets_at is not None and abs(now - self._budgets_at) < _BUDGETS_EVERY:
            return
        self._budgets_at = now
        db = self._bridge.db
        self.budgets.show_budgets([budgets.shop_budgets(db, shop, now=now) for shop in shops.shops(db)])

    def _show_orders(self, budget: Budget) -> None:
        found = next((one for one in self.budgets.shown if _has(one, budget)), None)
        if found is not None:
            dialog = CountedDialog(self, self._bridge, found.shop, budget)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._counted(found.shop, dialog.changed()))
            dialog.open()

    def _counted(self, shop: Shop, counts: Mapping[int, bool]) -> None:
        self._show_budgets(at_once=True)
        bridge, back = self._bridge, {order: not one for order, one in counts.items()}
        if counts:
            said = trn(
                "{n} order of {shop} counts otherwise",
                "{n} orders of {shop} count otherwise",
                len(counts),
                shop=shop.name,
            )
            self.undoable.emit(
                said, lambda: self._again(bridge.perform(excuse, bridge.db, shop.id, back, now=bridge.now))
            )

    def _saved(self, count: int) -> None:
        announce(self, trn("{n} confirmation is exported", "{n} confirmations are exported", count))

    def _not_saved(self, error: PlimsollError) -> None:
        self._bridge.trouble.emit(error)

    def _left(self) -> QWidget:
        self._left_part = part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addLayout(self._alarms)
        column.addWidget(self.rows)
        column.addSpacing(12)
        column.addWidget(Label(tr("Confirmed after"), colour="text_secondary"))
        column.addSpacing(4)
        column.addWidget(self.bars)
        column.addSpacing(6)
        column.addWidget(self.confirmed)
        column.addSpacing(16)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.check)
        line.addWidget(self.checked, 1)
        column.addLayout(line)
        column.addSpacing(8)
        column.addWidget(self.caches)
        column.addSpacing(12)
        column.addWidget(self.earlier)
        return part

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._columns.fit(self.viewport().width() - 2 * EDGE)


def _has(found: ShopBudgets, budget: Budget) -> bool:
    return any(line.budget is budget for line in found.lines)


def _earlier(found: Sequence[Rung], now: datetime) -> str:
    """Alarms that have ended, a line each."""
    lines = [
        tr("{why} {began} to {ended}.", why=say(one.why), began=when(one.rang_at, now), ended=when(one.ended_at, now))
        for one in found
        if one.ended_at is not None
    ]
    return "\n".join([tr("Earlier alarms:"), *lines]) if lines else ""


def checked_words(signed_at: datetime | None, now: datetime) -> str:
    """When everything was last checked, and whether that is long ago."""
    if signed_at is None:
        return tr("Send and read back everything before your next sale. It has not been done yet.")
    at = moment(signed_at, now)
    if now - signed_at > CHECK_AGE:
        return tr("Last signed {at}: more than 30 days ago. Do it again before your next sale.", at=at)
    return tr("Last signed {at}.", at=at)


def write_csv(path: Path, rows: Sequence[Row]) -> int:
    """Write the confirmations as CSV, UTF-8; how many. Raises `StoreError` when the file cannot be written."""
    heads = ("shop", "sku", "product", "quantity", "at (UTC)", "seconds to confirm", f"within {IN_TIME_S:.0f} s")
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heads)
            writer.writerows(_cells(row) for row in rows)
    except OSError as error:
        raise StoreError(
            N_("The file could not be written: {path}", path=str(path)), N_("Choose another folder.")
        ) from error
    return len(rows)


def _cells(row: Row) -> tuple[str, ...]:
    seconds = row.seconds
    in_time = "never" if seconds is None else "yes" if seconds < IN_TIME_S else "no"
    return (
        _harmless(row.shop),
        _harmless(row.sku),
        _harmless(row.title),
        "" if row.quantity is None else str(row.quantity),
        row.at.isoformat(timespec="seconds"),
        "" if seconds is None else f"{seconds:.1f}",
        in_time,
    )


def _harmless(text: str) -> str:
    """A name that a spreadsheet would take for a formula becomes text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
