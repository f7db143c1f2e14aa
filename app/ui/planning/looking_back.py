"""How past promotions went: what was planned against what sold, and what every channel showed before and after."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.store.promotion_review import Outcome, Review, review
from app.store.promotions import Promotion
from app.store.sqlite import Connection
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import NOTHING, day, number, percent, tr, trn

_WIDTH, _HEIGHT = 860, 300


class LookingBack(Dialog):
    """`floor_wanted` carries the SKU that the seller wants to see."""

    floor_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, db: Connection, past: Sequence[Promotion], now: datetime) -> None:
        super().__init__(
            parent,
            question=tr("How past promotions went"),
            text=tr("What was planned against what happened. The numbers of its beginning and its end were kept."),
            yes=tr("See its floor"), no=tr("Close"), width=_WIDTH,
        )  # fmt: skip
        self._db, self._past, self._now = db, past, now
        self.which = ComboBox(tr("Which promotion"))
        for one in past:
            self.which.addItem(_named(one, now), one.id)
        self.words = Paragraph("", colour="text_primary")
        fields = _fields()
        self._model: Sheet[Outcome] = Sheet(fields, key=lambda row: row.product, said=_said)
        self.table: SheetTable[Outcome] = SheetTable(tr("Planned and sold"), self._model, fields, wide=False)
        self.table.setFixedHeight(self._theme.px(_HEIGHT))
        for part in (self.which, self.words, self.table):
            self.body.addWidget(part)
        self.which.currentIndexChanged.connect(lambda _at: self._show())
        self.table.opened.connect(lambda _index: self.accept())
        self._show()
        (self.which if len(past) > 1 else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """The row that the keyboard is on."""
        row = self.table.current()
        if row is not None:
            self.floor_wanted.emit(row.sku)
        super().accept()

    def _show(self) -> None:
        found = review(self._db, self._past[self.which.currentIndex()])
        self.table.show_rows(found.outcomes)
        self.words.setText(summary(found))
        self.yes.setEnabled(bool(found.outcomes))


def summary(found: Review) -> str:
    """Planned and sold in a few sentences."""
    planned = trn("Planned: {more} more than usual, {n} piece.", "Planned: {more} more than usual, {n} pieces.",
                  found.planned, more=percent(found.promotion.planned.uplift / 100))  # fmt: skip
    out, opened = sum(one.ran_out for one in found.outcomes), len(found.incidents)
    said = [
        planned,
        trn("Sold: {n} piece, {than}.", "Sold: {n} pieces, {than}.", found.sold, than=_than_usual(found.uplift)),
        trn("{n} product ran out.", "{n} products ran out.", out) if out else tr("Nothing ran out."),
        trn("{n} incident began meanwhile.", "{n} incidents began meanwhile.", opened) if opened else
        tr("Nothing was oversold."),
    ]  # fmt: skip
    return " ".join(said)


def _than_usual(uplift: float | None) -> str:
    if uplift is None:
        return tr("nothing sold before to compare with")
    return tr("{share} more than usual", share=percent(uplift)) if uplift >= 0 else tr(
        "{share} less than usual", share=percent(-uplift)
    )  # fmt: skip


def _named(one: Promotion, now: datetime) -> str:
    began, ended = one.began_at, one.ended_at
    assert began is not None
    assert ended is not None
    last = (ended - timedelta(seconds=1)).astimezone().date()
    first = began.astimezone().date()
    if first >= last:
        return tr("{name}, {day}", name=one.planned.name, day=day(first, now))
    return tr("{name}, {first} to {last}", name=one.planned.name, first=day(first, now), last=day(last, now))


def _fields() -> list[Field[Outcome]]:
    quiet, strong, bad = Look(colour="text_secondary"), Look(strong=True), Look(colour="danger", strong=True)
    return [
        Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(116, SkuDelegate)),
        Field(head=tr("Product"), words=lambda row: row.title, column=Column(150, CellDelegate, stretch=True)),
        Field(head=tr("Planned"), words=lambda row: row.planned, look=lambda _row: quiet,
              column=Column(68, NumberDelegate)),
        Field(head=tr("Sold"), words=lambda row: row.sold, look=lambda _row: strong, column=Column(56, NumberDelegate)),
        Field(head=tr("Before"), words=lambda row: row.before, look=lambda _row: quiet,
              column=Column(62, NumberDelegate)),
        Field(head=tr("After"), words=lambda row: row.after, look=lambda row: bad if row.ran_out else None,
              column=Column(62, NumberDelegate)),
        Field(head=tr("What channels showed"), words=lambda row: shows_words(row, short=True), tip=shows_words,
              look=lambda _row: quiet, column=Column(230, CellDelegate)),
    ]  # fmt: skip


def shows_words(row: Outcome, *, short: bool = False) -> str:
    """ "Shopify 12 → 3, Etsy 11 → 2", or only the letters of the channels."""

    def shown(kept: tuple[int, int, int | None] | None) -> str:
        return NOTHING if kept is None or kept[2] is None else number(kept[2])

    return ", ".join(
        tr(
            "{shop} {before} → {after}",
            shop=one.letter if short else one.shop,
            before=shown(one.before),
            after=shown(one.after),
        )
        for one in row.shows
    )


def _said(row: Outcome) -> str:
    def there(value: int | None) -> str:
        return NOTHING if value is None else number(value)

    return tr(
        "{title}, {sku}: planned {planned}, sold {sold}, available {before} before and {after} after. {shows}",
        title=row.title, sku=row.sku, planned=row.planned, sold=row.sold, before=there(row.before),
        after=there(row.after), shows=shows_words(row),
    )  # fmt: skip
