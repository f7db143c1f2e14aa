"""Planning a promotion: its days, how much more sells, what is held back meanwhile; and what the plan leaves short."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store import promotions
from app.store.promotions import HELD, POLL_S, UPLIFT, Planned, Short
from app.ui.bridge import Bridge
from app.ui.inventory.amounts import pieces
from app.ui.planning.expect_dialog import dated
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import number, tr, trn

_WIDTH, _LIST_WIDTH, _LIST_HEIGHT = 480, 760, 300
UPLIFT_MOST, HELD_MOST = 5000, 99


def stock_words(short: Sequence[Short]) -> str:
    """What the plan leaves short, in a sentence."""
    if not short:
        return tr("There is enough for the plan.")
    lacks = trn("{n} piece is missing", "{n} pieces are missing", sum(one.lacks for one in short))
    return trn("{n} product: {lacks}", "{n} products: {lacks}", len(short), lacks=lacks)


class PlanDialog(Dialog):
    """`planned` is what was typed, once it was accepted."""

    def __init__(self, parent: QWidget | None, bridge: Bridge) -> None:
        super().__init__(
            parent,
            question=tr("Plan a promotion"),
            text=tr("While it is on, more is held back everywhere, orders are read every {n} seconds, and the daily"
                    " list of a channel waits, so that what it allows is kept for stock. Afterwards all is as it was.",
                    n=POLL_S),
            yes=tr("Plan it"), no=tr("Leave it"), width=_WIDTH,
        )  # fmt: skip
        self._bridge, self._today = bridge, bridge.now.astimezone().date()
        self.planned: Planned | None = None
        self.name = TextField(tr("Name"), placeholder=tr("Bank holiday sale"))
        self.first = TextField(tr("First day"), placeholder="2026-05-23", tabular=True)
        self.last = TextField(tr("Last day"), placeholder="2026-05-25", tabular=True)
        self.uplift = TextField(tr("Sells so many percent more"), tabular=True)
        self.held = TextField(tr("Hold back so many more"), tabular=True)
        self.by_itself = CheckBox(tr("Begin and end by these dates, without asking me"))
        self.short = Paragraph("", "small")
        self._set_up()

    def accept(self) -> None:
        """Close only with a plan that can hold."""
        fields = (self.name, self.first, self.last, self.uplift, self.held)
        found = self._typed(say=True)
        wrong = next((field for field in fields if field.error()), None)
        if found is None:
            (wrong or self.name).edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.planned = found
        super().accept()

    def _typed(self, *, say: bool) -> Planned | None:
        """What is typed; None while something is missing. `say`: what is wrong is said beside it."""
        if not say and not (self.first.text().strip() and self.last.text().strip()):
            return None
        for field in (self.name, self.first, self.last, self.uplift, self.held):
            field.set_error("")
        if say and not self.name.text().strip():
            self.name.set_error(tr("Type a name."))
        first, last = dated(self.first, self._today, needed=True), dated(self.last, self._today, needed=True)
        if first is not None and last is not None and last < first:
            self.last.set_error(tr("That is before the first day."))
        uplift, held = pieces(self.uplift.text()), pieces(self.held.text())
        for field, typed, most in ((self.uplift, uplift, UPLIFT_MOST), (self.held, held, HELD_MOST)):
            too_much = typed.value is not None and typed.value > most
            field.set_error(tr("Type a number up to {n}.", n=most) if too_much else typed.error)
        wrong = any(field.error() for field in (self.name, self.first, self.last, self.uplift, self.held))
        if wrong or first is None or last is None:
            return None
        return Planned(
            name=self.name.text().strip(), first_at=_begins(first), last_at=_begins(last + timedelta(days=1)),
            uplift=uplift.value or 0, held=held.value or 0, by_itself=self.by_itself.isChecked(),
        )  # fmt: skip

    def _reckon(self) -> None:
        """The uplift's extra pieces, as soon as the days are there."""
        found = self._typed(say=False)
        words = ""
        if found is not None:
            short = promotions.stock_for(self._bridge.db, found, now=self._bridge.now)
            words = stock_words(short)
            if short:
                more = sum(min(one.extra, one.lacks) for one in short)
                because = trn("{n} of them is for the promotion", "{n} of them are for the promotion", more)
                words = tr("{words}. {because}.", words=words, because=because)
        self.short.setText(words)
        self.short.setVisible(bool(words))

    def _set_up(self) -> None:
        days, amounts = QHBoxLayout(), QHBoxLayout()
        for row, fields in ((days, (self.first, self.last)), (amounts, (self.uplift, self.held))):
            row.setSpacing(12)
            for field in fields:
                row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.name)
        self.body.addLayout(days)
        self.body.addLayout(amounts)
        self.body.addWidget(self.short)
        self.body.addWidget(self.by_itself)
        self.uplift.set_text(number(UPLIFT))
        self.held.set_text(number(HELD))
        self.short.setVisible(False)
        for field in (self.first, self.last, self.uplift):
            field.edit.editingFinished.connect(self._reckon)
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _begins(on: date) -> datetime:
    """Midnight where the seller is."""
    return datetime.combine(on, time()).astimezone()


class ShortDialog(Dialog):
    """Products that a plan leaves short. `floor_wanted` carries the SKU that the seller wants to see."""

    floor_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, planned: Planned, short: Sequence[Short]) -> None:
        super().__init__(
            parent,
            question=tr("Stock for {name}", name=planned.name),
            text=tr("What sells until its end at the usual pace, and {n} % more while it is on. Deliveries count that"
                    " somebody confirmed for its first day or before.", n=planned.uplift),
            yes=tr("See its floor"), no=tr("Close"), width=_LIST_WIDTH,
        )  # fmt: skip
        quiet = lambda _row: Look(colour="text_secondary")  # noqa: E731
        fields: list[Field[Short]] = [
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(130, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(160, CellDelegate, stretch=True)),
            Field(head=tr("Sells"), words=lambda row: row.needs, column=Column(64, NumberDelegate)),
            Field(head=tr("Of it more"), words=lambda row: row.extra, look=quiet, column=Column(84, NumberDelegate)),
            Field(head=tr("There"), words=lambda row: row.there, column=Column(64, NumberDelegate)),
            Field(head=tr("Missing"), words=lambda row: row.lacks, column=Column(76, NumberDelegate)),
        ]
        self._model: Sheet[Short] = Sheet(fields, key=lambda row: row.product, said=_short_said)
        self.table: SheetTable[Short] = SheetTable(tr("Stock for the plan"), self._model, fields, wide=False)
        self.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.table.setVisible(bool(short))
        self.body.addWidget(Paragraph(stock_words(short), colour="text_primary"))
        self.body.addWidget(self.table)
        self.table.show_rows(short)
        self.table.opened.connect(lambda _index: self.accept())
        self.yes.setEnabled(bool(short))
        (self.table if short else self.no).setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """The row that the keyboard is on."""
        row = self.table.current()
        if row is not None:
            self.floor_wanted.emit(row.sku)
        super().accept()


def _short_said(row: Short) -> str:
    return tr(
        "{title}, {sku}: sells {needs}, there {there}, {lacks} missing",
        title=row.title, sku=row.sku, needs=row.needs, there=row.there, lacks=row.lacks,
    )  # fmt: skip
