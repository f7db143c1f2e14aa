"""Selling at the stall by scanner: each scan is a sale with its real time, and Backspace takes the last one back."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import posting
from app.core.count_entry import Scanned, Typed, What, once
from app.store import codes, count_settings
from app.store.codes import Named
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.frame import announce
from app.ui.channels.sale import take_back
from app.ui.channels.sheet import Field, Sheet, SheetTable
from app.ui.count.scan_field import ScanField
from app.ui.count.tones import Tone, Tones
from app.ui.widgets.cells import CellDelegate, NumberDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import clock_time, number, tr, trn

_WIDTH, _HEIGHT = 620, 220


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale of this sitting."""

    ref: str
    at: str
    title: str
    pieces: int


class StallDialog(Dialog):
    """It stays open for the whole day. Every sale is booked at once: closing it loses nothing."""

    def __init__(self, parent: QWidget, bridge: Bridge, shop: Shop, tones: Tones) -> None:
        super().__init__(
            parent,
            question=tr("Sell at {shop}", shop=shop.name),
            text=tr("Each scan is a sale. The pieces leave your stock at once; channels are told when you are online."),
            yes=tr("Done for now"),
            no=tr("Take the last one back"),
            width=_WIDTH,
        )
        self._bridge, self._shop, self._tones = bridge, shop, tones
        self._times = 1
        self.sold: list[Sold] = []
        self.field = ScanField(count_settings.scanner(bridge.db))
        self.said = Paragraph(tr("Scan what is sold. Type 3* before a scan for three of it, or a SKU and Enter."))
        self.total = Label("", weight=600)
        fields: list[Field[Sold]] = [
            Field(head=tr("Time"), words=lambda row: row.at, column=Column(110, CellDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(300, CellDelegate, stretch=True)),
            Field(head=tr("Pieces"), words=lambda row: row.pieces, column=Column(80, NumberDelegate)),
        ]
        said = lambda row: tr("{at}: {pieces} {title}", at=row.at, pieces=row.pieces, title=row.title)  # noqa: E731
        self._model: Sheet[Sold] = Sheet(fields, key=lambda row: row.ref, said=said)
        self.table: SheetTable[Sold] = SheetTable(tr("Sold today"), self._model, fields, wide=False)
        self.table.setFixedHeight(self._theme.px(_HEIGHT))
        for part in (self.field, self.said, self.table, self.total):
            self.body.addWidget(part)
        self.field.scanned.connect(self._scanned)
        self.field.typed.connect(self._typed)
        self.field.back.connect(self.undo)
        self.field.twice.connect(lambda: self._say(tr("The same scan came twice at once: sold once.")))
        self.no.clicked.disconnect()
        self.no.clicked.connect(lambda _checked=False: self.undo())
        for button in (self.no, self.yes):
            button.setAutoDefault(False)  # Enter belongs to the line
            button.setDefault(False)
        self._redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """The last sale did not happen."""
        if not self.sold:
            self._say(tr("There is nothing to take back."))
            return
        last = self.sold[-1]
        if take_back(self._bridge, self._shop, last.ref) is not None:
            self.sold.pop()
            self._say(tr("{title} taken back.", title=last.title))
            self._redraw()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scanned(self, scanned: Scanned) -> None:
        db = self._bridge.db
        named = codes.resolve(db, once(scanned.code, lambda text: codes.resolve(db, text) is not None))
        self._sell(named, scanned.code, scanned.times)

    def _typed(self, typed: Typed) -> None:
        if typed.what is What.TIMES and not typed.words:
            self._times = max(1, typed.pieces)
            self._say(tr("The next scan counts {times} times.", times=number(self._times)))
        elif typed.what in (What.FIND, What.TIMES):
            pieces = typed.pieces if typed.what is What.TIMES else 1
            self._sell(codes.resolve(self._bridge.db, typed.words), typed.words, pieces)
        elif typed.what is not What.NEXT:
            self._say(tr("A number alone sells nothing. Type 3* and scan."))

    def _sell(self, named: Named | None, code: str, times: int) -> None:
        times, self._times = times * self._times, 1
        if named is None or times < 1:
            self._say(tr("{code} is not in your shop. Nothing was sold.", code=code))
            self._tones.play(Tone.UNKNOWN)
            return
        bridge, pieces = self._bridge, named.pieces * times
        at = bridge.now
        ref = acts.sale_ref(at)
        done = bridge.perform(
            posting.post_sale_by_hand, bridge.db, self._shop, named.sku, pieces, ref=ref, sold_at=at, now=at
        )
        if done is None:
            self._tones.play(Tone.UNKNOWN)
            return
        self.sold.append(Sold(ref, clock_time(at, seconds=True), named.title, pieces))
        self._redraw()
        self._say(trn("{n} {title} sold", "{n} {title} sold", pieces, title=named.title))
        self._tones.play(Tone.ACCEPTED)

    def _redraw(self) -> None:
        self.table.show_rows(self.sold[::-1])
        pieces = sum(one.pieces for one in self.sold)
        self.total.setText(trn("{n} piece sold so far", "{n} pieces sold so far", pieces))
        self.no.setEnabled(bool(self.sold))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self, sentence)
