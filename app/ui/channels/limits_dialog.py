"""A shop's limits, in the seller's hands: each share and window, the days to send, and what only the channel knows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.cancellations import Budget, Counted, Counts, Limit, Trust
from app.core.changes import Changes
from app.core.limits import NAMES, in_force
from app.store import budgets, settings
from app.store.budgets import Line, ShopBudgets
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.channels.budget_words import share_words, trust_words
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox, TextField
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import decimal, moment, number, say, tr, trn

_WIDTH = 620
_FIELD = 92


def save(db: Connection, shop: int, wanted: "Sequence[Callable[[datetime], None]]", *, now: datetime) -> Changes:
    """Write what the seller changed, each a dated row, in one transaction."""
    with transaction(db):
        for write in wanted:
            write(now)
    return Changes(shops=frozenset({shop}), settings=True)


def write_back(db: Connection, shop: int, before: Mapping[str, int | str | None], *, now: datetime) -> Changes:
    """The limits from before hold again."""
    with transaction(db):
        budgets.write_back(db, shop, before, now=now)
    return Changes(shops=frozenset({shop}), settings=True)


def excuse(db: Connection, shop: int, counts: Mapping[int, bool], *, now: datetime) -> Changes:
    """The seller says of each of these cancelled orders whether it counts."""
    with transaction(db):
        for order, one in counts.items():
            budgets.mark(db, order, counts=one, now=now)
    return Changes(shops=frozenset({shop}))


def parsed(text: str) -> Fraction | None:
    """A percentage as the seller's locale writes it, or with a point; None for what is none from 0 to 100."""
    text = text.strip().removesuffix("%").strip()
    value, good = QLocale().toDouble(text)
    if not good:
        value, good = QLocale.c().toDouble(text)
    return Fraction(str(round(value, 4))) / 100 if good and 0 <= value <= 100 else None


class LimitRow(QWidget):
    """One limit: its share and its days, and for what only the channel knows the figure that it shows."""

    def __init__(self, line: Line, now: datetime) -> None:
        super().__init__()
        self.limit = line.limit
        self._typed_before = self._typed_text(line)
        self.share = _field(tr("Limit, %"), _percent(line.limit))
        self.days = _field(tr("Days"), "" if line.limit.window.days is None else number(line.limit.window.days))
        months = line.limit.window.months
        if months is not None:
            self.days.edit.setPlaceholderText(trn("{n} month", "{n} months", months))
        self.typed: TextField | None = None
        if line.limit.counts is Counts.TYPED:
            name = tr("Counted") if line.limit.is_budget else tr("Yours, %")
            self.typed = _field(name, self._typed_before)
        self.reset = Button(tr("As published"), Variant.LINK)
        self.reset.setVisible(line.limit.trust is Trust.OWN and bool(line.limit.source))
        self.was_reset = False
        self.reset.clicked.connect(lambda _checked=False: self._reset())
        self._before = (self.share.text(), self.days.text())
        self._lay_out(now)

    def check(self) -> bool:
        """Can what is typed be kept? What cannot is said under its field."""
        share = parsed(self.share.text()) is not None or not self.share.text().strip()
        self.share.set_error("" if share else tr("0 to 100"))
        days = _days(self.days.text()) is not None or not self.days.text().strip()
        self.days.set_error("" if days else tr("1 or more"))
        typed = self.typed is None or not self.typed.text().strip() or self._typed() is not None
        if self.typed is not None:
            self.typed.set_error("" if typed else tr("A number"))
        return share and days and typed

    def writes(self, bridge: Bridge, shop: int) -> list[Callable[[datetime], None]]:
        """What is to be written; nothing where nothing was changed."""
        found: list[Callable[[datetime], None]] = []
        db, key = bridge.db, self.limit.key
        share, days = parsed(self.share.text()), _days(self.days.text())
        if self.was_reset:
            found.append(lambda now: budgets.reset_limit(db, shop, key, now=now))
        elif (self.share.text(), self.days.text()) != self._before and share is not None:
            found.append(lambda now: budgets.set_limit(db, shop, key, share, days, now=now))
        typed = self._typed()
        if self.typed is not None and self.typed.text() != self._typed_before and typed is not None:
            counted = int(typed) if self.limit.is_budget else None
            good = None if self.limit.is_budget else typed
            found.append(lambda now: budgets.put_typed(db, shop, key, counted=counted, share=good, now=now))
        return found

    def _typed(self) -> Fraction | None:
        if self.typed is None:
            return None
        if not self.limit.is_budget:
            return parsed(self.typed.text())
        value, good = QLocale().toInt(self.typed.text().strip())
        return Fraction(value) if good and value >= 0 else None

    def _typed_text(self, line: Line) -> str:
        if line.typed is None:
            return ""
        if line.typed.share is not None:
            return decimal(float(line.typed.share) * 100, 1)
        return "" if line.typed.counted is None else number(line.typed.counted)

    def _reset(self) -> None:
        self.was_reset = True
        for field in (self.share, self.days):
            field.setEnabled(False)
        self.reset.setEnabled(False)

    def _lay_out(self, now: datetime) -> None:
        limit = self.limit
        said = say(limit.title) if in_force(limit) else tr("{title}: not counted", title=say(limit.title))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(said))
        asks = tr("The limit is {share}. {source}", share=share_words(limit), source=trust_words(limit, now))
        words.addWidget(Paragraph(asks if limit.share else trust_words(limit, now), "small", colour="text_tertiary"))
        more = [say(one) for one in (limit.what, limit.otherwise) if one is not None]
        if more:
            words.addWidget(Paragraph(" ".join(more), "small", colour="text_tertiary"))
        words.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 8)
        row.setSpacing(10)
        row.addLayout(words, 1)
        for field in (self.typed, self.share, self.days):
            if field is not None:
                row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)


class LimitsDialog(Dialog):
    """All limits of one shop."""

    def __init__(self, parent: QWidget, bridge: Bridge, found: ShopBudgets) -> None:
        super().__init__(
            parent,
            question=tr("Limits at {shop}", shop=found.shop.name),
            text=tr("They are yours to set. Check them on the channel’s own page: what is published here ages."),
            yes=tr("Save limits"),
            no=tr("Change nothing"),
            width=_WIDTH,
        )
        self._bridge, self._shop = bridge, found.shop
        self.rows = [LimitRow(line, bridge.now) for line in found.lines]
        self._days_before = "" if found.days_to_send is None else number(found.days_to_send)
        self.days = TextField(tr("Days you have to send an order there"), tabular=True)
        self.days.set_text(self._days_before)
        self.like = self._like_box(bridge, found.shop)
        if self.like is not None:
            self.body.addWidget(Label(tr("Limits like those of"), colour="text_secondary"))
            self.body.addWidget(self.like)
        for row in self.rows:
            self.body.addWidget(row)
        self.body.addWidget(self.days)

    def accept(self) -> None:
        """Save what was changed, each with today’s date."""
        good = [row.check() for row in self.rows]  # every one says what is wrong with it
        days = _days(self.days.text())
        typed_days = bool(self.days.text().strip())
        self.days.set_error(tr("Type a number of days, 1 or more.") if typed_days and days is None else "")
        if not all(good) or (typed_days and days is None):
            return
        bridge, shop = self._bridge, self._shop.id
        writes = [write for row in self.rows for write in row.writes(bridge, shop)]
        if self.days.text() != self._days_before:
            writes.append(lambda now: settings.put(bridge.db, budgets.DAYS_TO_SEND, days, shop=shop, now=now))
        if self.like is not None and self.like.currentData() != self._like_before:
            like = self.like.currentData()
            writes.append(lambda now: settings.put(bridge.db, budgets.LIMITS_LIKE, like, shop=shop, now=now))
        if not writes or bridge.perform(save, bridge.db, shop, writes, now=bridge.now) is not None:
            super().accept()

    def _like_box(self, bridge: Bridge, shop: Shop) -> ComboBox | None:
        if not shop.by_hand:
            return None
        box = ComboBox(tr("Limits like those of"))
        box.addItem(tr("No channel: only my own"), None)
        for key, name in NAMES.items():
            box.addItem(name, key)
        self._like_before = settings.get(bridge.db, budgets.LIMITS_LIKE, shop=shop.id)
        box.setCurrentIndex(max(0, box.findData(self._like_before)))
        return box


class CountedDialog(Dialog):
    """The orders that a budget counts: the seller says which of them the buyer asked to cancel."""

    def __init__(self, parent: QWidget, bridge: Bridge, shop: Shop, budget: Budget) -> None:
        super().__init__(
            parent,
            question=tr("Orders counted at {shop}", shop=shop.name),
            text=tr("Untick what the buyer asked you to cancel: where the channel knows it too, it does not count."),
            yes=tr("Keep this"),
            no=tr("Change nothing"),
            width=_WIDTH,
        )
        self._bridge, self._shop = bridge, shop
        self.boxes: list[tuple[Counted, CheckBox]] = []
        for order in budget.listed:
            at = moment(order.placed_at, bridge.now)
            box = CheckBox(tr("Order {order}, placed {at}: counts", order=order.number, at=at))
            box.setChecked(not order.excused)
            box.setEnabled(budget.limit.counts is Counts.CANCELLED)
            self.boxes.append((order, box))
            self.body.addWidget(box)

    def accept(self) -> None:
        """Keep what was changed."""
        bridge, counts = self._bridge, self.changed()
        if not counts or bridge.perform(excuse, bridge.db, self._shop.id, counts, now=bridge.now) is not None:
            super().accept()

    def changed(self) -> dict[int, bool]:
        """The orders whose box was turned over: does each count now?"""
        return {order.id: box.isChecked() for order, box in self.boxes if box.isChecked() is order.excused}


def _field(name: str, text: str) -> TextField:
    field = TextField(name, tabular=True)
    field.set_text(text)
    field.setFixedWidth(_FIELD)
    return field


def _percent(limit: Limit) -> str:
    if not limit.share:
        return ""
    written = decimal(float(limit.share) * 100, 2)
    return written.rstrip("0").rstrip(".,")


def _days(text: str) -> int | None:
    value, good = QLocale().toInt(text.strip())
    return value if good and value >= 1 else None
