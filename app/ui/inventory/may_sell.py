"""What a listing may still sell: its ledger of promises, newest first. Nothing can be changed here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.text import N_, NN_, Text
from app.store import offering, promises
from app.store.promises import PromiseRow
from app.ui.bridge import Bridge
from app.ui.inventory.facts import ProductFacts
from app.ui.inventory.offer_words import named_listings
from app.ui.theme import follow
from app.ui.widgets.cells import CellDelegate, NumberDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import moment, say, signed, tr, when

MOST = 200  # rows that are read
_WIDTH, _HEIGHT = 640, 340


class MaySellDialog(Dialog):
    """One listing at a time. It says what its bound is, and every promise that made it so."""

    def __init__(self, parent: QWidget | None, bridge: Bridge, facts: ProductFacts, listing: int = 0) -> None:
        super().__init__(
            parent,
            question=tr("What {title} may still sell", title=facts.row.title),
            text=tr(
                "The most that a channel may sell before Plimsoll hears of it. It rises when a higher number is sent,"
                " and falls when a sale becomes known or a lower number is confirmed."
            ),
            yes=tr("Close"),
            no=tr("Back"),
            width=_WIDTH,
        )
        self.no.hide()  # there is nothing to refuse: Esc closes it too
        self._bridge, self._now, self._listed = bridge, facts.now, named_listings(facts.listed)
        self.place = ComboBox(tr("Channel"), measure="small")
        self.bound = Paragraph("", colour="text_primary")
        self.table = _table(self)
        self.nothing = Paragraph("")
        self._frame = QStackedWidget()
        self._arrange()
        self._fit()
        follow(self._fit)
        self._choose(listing)

    def when_words(self, row: PromiseRow) -> str:
        """When it was, as short as it stays clear."""
        return when(row.at, self._now, short=True)

    def heard(self, row: PromiseRow) -> str:
        """A row as one sentence."""
        return tr(
            "{when}: {why}. {change}, at most {bound} may be sold.",
            when=moment(row.at, self._now),
            why=say(row.why, now=self._now),
            change=signed(row.change),
            bound=row.bound_after,
        )

    def renew(self, facts: ProductFacts) -> None:
        """Something happened: the same listing, its new rows."""
        self._now = facts.now
        self._show()

    def _choose(self, listing: int) -> None:
        for name, number in self._listed:
            self.place.addItem(name, number)
        self.place.setCurrentIndex(max(0, self.place.findData(listing)))
        self.place.setVisible(len(self._listed) > 1)
        self.place.currentIndexChanged.connect(lambda _at: self._show())
        self._show()
        stop: QWidget = self.table if self.table.sheet.rows else self.yes
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        listing = self.place.currentData()
        if listing is None:
            self.bound.hide()
            self.nothing.setText(tr("No channel is told this product’s number: nothing is promised anywhere."))
            self._frame.setCurrentWidget(self.nothing)
            return
        db, shop = self._bridge.db, self.place.currentText()
        self.bound.setText(say(bound_words(shop, offering.bound_of(db, listing))))
        rows = promises.history(db, listing, limit=MOST)
        self.table.show_rows(rows)
        self.nothing.setText(
            tr("Nothing was promised on {shop} yet. The first number that is sent stands here.", shop=shop)
        )
        self._frame.setCurrentWidget(self.table if rows else self.nothing)
        self._fit()

    def _arrange(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._frame.addWidget(self.table)
        self._frame.addWidget(self.nothing)
        self.table.left.connect(self.reject)
        self.table.opened.connect(lambda _index: self.accept())
        for part in (self.place, self.bound, self._frame):
            self.body.addWidget(part)

    def _fit(self) -> None:
        """A list has its height; a sentence takes only its own."""
        if self._frame.currentWidget() is self.nothing:
            self._frame.setMinimumHeight(0)
            return
        self._frame.setMinimumHeight(min(self._theme.px(_HEIGHT), self.screen().availableGeometry().height() // 2))


def bound_words(shop: str, bound: int) -> Text:
    """The sum of all promises of a listing."""
    if bound <= 0:
        return N_("{shop} can sell nothing that Plimsoll has not heard of.", shop=shop)
    return NN_(
        "{shop} may sell at most {n} piece that Plimsoll has not heard of.",
        "{shop} may sell at most {n} pieces that Plimsoll has not heard of.",
        bound,
        shop=shop,
    )


def _table(dialog: MaySellDialog) -> SheetTable[PromiseRow]:
    quiet = lambda view: CellDelegate(view, role="small", colour="text_tertiary", tabular=True)  # noqa: E731
    said = lambda view: CellDelegate(view, role="small", colour="text_secondary")  # noqa: E731
    change = lambda view: CellDelegate(  # noqa: E731
        view, role="small", colour="text_secondary", align=Qt.AlignmentFlag.AlignRight, tabular=True
    )
    strong = lambda view: NumberDelegate(view, strong=True)  # noqa: E731
    fields: tuple[Field[PromiseRow], ...] = (
        Field(head=tr("When"), words=dialog.when_words, column=Column(96, quiet)),
        Field(
            head=tr("What"),
            words=lambda row: say(row.why),
            column=Column(200, said, stretch=True),
            tip=lambda row: say(row.why),
        ),
        Field(head=tr("Change"), words=lambda row: signed(row.change), column=Column(72, change)),
        Field(head=tr("May sell"), words=lambda row: row.bound_after, column=Column(76, strong)),
    )
    sheet = Sheet(fields, key=lambda row: row.seq, said=dialog.heard)
    return SheetTable(tr("Promises of this listing"), sheet, fields, wide=False)
