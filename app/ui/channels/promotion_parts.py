"""The parts of the check before a promotion: a shop's row, and the table of what is not as it should be."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.promotion import Check, Difference, ShopCheck
from app.ui.channels.promotion_words import progress_words, shown, state_words, time_words
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.progress import Meter
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr

_METER, _ROWS_SEEN = 140, 8


class ShopRow(QWidget):
    """How far one shop is, and the way not to wait for it."""

    left_out = Signal(int)

    def __init__(self, one: ShopCheck) -> None:
        super().__init__()
        self.shop = one.shop.id
        self._glyph = StatusGlyph(Glyph.OPEN, one.shop.name)
        self._words = Label("", colour="text_secondary", tabular=True)
        self._meter = Meter(0.0, one.shop.name, width=_METER)
        self.leave = Button(
            tr("Leave it out"), size=ButtonSize.SMALL, name=tr("Do not wait for {shop}", shop=one.shop.name)
        )
        self.leave.clicked.connect(lambda _checked=False: self.left_out.emit(self.shop))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(Badge(one.shop.letter, one.shop.name))
        row.addWidget(Label(one.shop.name, weight=600))
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._meter)
        row.addWidget(self.leave)
        self._theme = follow(self.update)
        self.show_check(one)

    def show_check(self, one: ShopCheck) -> None:
        """How far it is now."""
        words = progress_words(one)
        self._words.setText(words)
        self._glyph.set_glyph(Glyph.OK if one.read_at else Glyph.LOOK if one.left_out else Glyph.ON_ORDER, words)
        part = one.sent if one.sent_at is None else one.read
        share = 1.0 if one.done else part / one.all if one.all else 0.0
        self._meter.set_share(share, tr("{shop}: {words}", shop=one.shop.name, words=words))
        self._meter.setVisible(not one.done)
        self.leave.setVisible(not one.done)
        self.setAccessibleName(tr("{shop}: {words}", shop=one.shop.name, words=words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        paint.hairline(self, self._theme.colour("line_hair"))


class PastRow(QWidget):
    """A check that came to its end."""

    def __init__(self, check: Check, at: str, now: datetime) -> None:
        super().__init__()
        self.check = check
        how = time_words(check, now) if check.signed_at else tr("Stopped, not signed.")
        self._at, self._how = Label(at, weight=600), Label(how, colour="text_secondary")
        self.save = Button(tr("Save as text…"), size=ButtonSize.SMALL, name=tr("Save the check of {at}", at=at))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self._at)
        row.addWidget(self._how, 1)
        row.addWidget(self.save)


class Differences(QWidget):
    """Every number that is not as it should be."""

    def __init__(self) -> None:
        super().__init__()
        fields = _fields()
        self._model: Sheet[Difference] = Sheet(fields, key=lambda row: (row.shop, row.listing), said=_said)
        self.table = SheetTable(tr("What differs"), self._model, fields)
        self.words = Paragraph(colour="text_primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.table)
        self._theme = follow(self._fit)

    @property
    def rows(self) -> Sequence[Difference]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Difference], words: str) -> None:
        """Show these, and say this of them."""
        self.words.setText(words)
        self.table.show_rows(list(rows))
        self.table.setVisible(bool(rows))
        self._fit()

    def _fit(self) -> None:
        rows = min(_ROWS_SEEN, max(1, len(self._model.rows)))
        head = self.table.horizontalHeader().sizeHint().height()
        step = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(head + rows * step + 2 * self.table.frameWidth() + 2)


def _said(row: Difference) -> str:
    return tr(
        "{shop}, {title}: {state}. Shows {shows}, should be {should}. {words}",
        shop=row.shop,
        title=row.title,
        state=state_words(row),
        shows=shown(row.shows),
        should=shown(row.should),
        words=row.words,
    )


def _fields() -> list[Field[Difference]]:
    quiet = Look(colour="text_secondary")
    return [
        Field(head=tr("Channel"), words=lambda row: row.shop, column=Column(130, CellDelegate)),
        Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(120, SkuDelegate)),
        Field(head=tr("Product"), words=lambda row: row.title, column=Column(180, CellDelegate, stretch=True)),
        Field(head=tr("Shows"), words=lambda row: row.shows, column=Column(70, NumberDelegate)),
        Field(head=tr("Should be"), words=lambda row: row.should, column=Column(84, NumberDelegate)),
        Field(
            head="",
            words=lambda row: f"{state_words(row)}. {row.words}" if row.words else state_words(row),
            look=lambda _row: quiet,
            column=Column(200, CellDelegate),
        ),
    ]
