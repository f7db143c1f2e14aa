"""Receiving a parcel: scan what is in it, say what is damaged, and post it. What has not come stays expected.

Every scan is on disk before the line answers, so a parcel can be left half scanned and gone on with.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import counting, deliveries
from app.core.count_entry import Scanned, Typed, What
from app.deliveries import Heard, Sort
from app.errors import PlimsollError
from app.store import codes, count_settings
from app.store import deliveries as stored
from app.store.suppliers import Supplier
from app.ui.bridge import Bridge
from app.ui.channels.acts import new_batch
from app.ui.channels.pick import PickDialog
from app.ui.count.scan_field import ENTER, ScanField
from app.ui.count.tones import Tone, Tones
from app.ui.shell.views import announce
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import number, tr, trn

_WIDTH, _LIST_HEIGHT = 720, 224
_TONES = {Sort.ACCEPTED: Tone.ACCEPTED, Sort.NOT_ORDERED: Tone.ELSEWHERE, Sort.UNKNOWN: Tone.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A product of a parcel: how many are expected, and how many were found, good and damaged."""

    product: int
    sku: str
    title: str
    expected: int
    good: int = 0
    damaged: int = 0

    @property
    def here(self) -> int:
        """All that came."""
        return self.good + self.damaged


def rows_of(lines: Sequence[stored.Line], found: Sequence[stored.Scanned]) -> list[Row]:
    """What is expected from a supplier and what was scanned, product by product; what nobody ordered comes last."""
    rows: dict[int, Row] = {}
    for line in lines:
        before = rows.get(line.product)
        expected = line.open + (before.expected if before else 0)
        rows[line.product] = Row(product=line.product, sku=line.sku, title=line.title, expected=expected)
    for one in found:
        expected = rows[one.product].expected if one.product in rows else 0
        rows[one.product] = Row(
            product=one.product, sku=one.sku, title=one.title, expected=expected, good=one.good, damaged=one.damaged
        )
    return list(rows.values())


class ReceiveDialog(Dialog):
    """`posted` carries the batch and a sentence, once a parcel is in the ledger."""

    posted = Signal(str, str)

    def __init__(self, parent: QWidget | None, bridge: Bridge, known: Sequence[Supplier], chosen: int | None) -> None:
        super().__init__(
            parent,
            question=tr("What came?"),
            text=tr("Scan what is in the parcel. A number sets how many there are, + and − change it, F7 is one "
                    "damaged. What has not come stays expected."),
            yes=tr("Post what came"),
            no=tr("Go on later"),
            width=_WIDTH,
        )  # fmt: skip
        self._bridge = bridge
        self._times = 1
        self._unknown = ""
        self.who = ComboBox(tr("Comes from"))
        for one in known:
            self.who.addItem(one.terms.name, one.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.field = ScanField(count_settings.scanner(bridge.db))
        self.tones = Tones(on=count_settings.sounds(bridge.db))
        self.said = Paragraph(tr("Nothing is scanned."), colour="text_primary", weight=600)
        self.name = Button(tr("Say which product it is…"), size=ButtonSize.SMALL)
        self.damaged = Button(tr("One damaged"), size=ButtonSize.SMALL, hint="F7")
        self.throw = Button(tr("Forget what was scanned"), Variant.QUIET, size=ButtonSize.SMALL)
        fields = self._fields()
        self._model: Sheet[Row] = Sheet(fields, key=lambda row: row.product, said=_said)
        self.table: SheetTable[Row] = SheetTable(tr("In this parcel"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self._arrange()
        self._connect()
        self.read()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def supplier(self) -> int:
        """Whose parcel it is."""
        return int(self.who.currentData())

    def read(self) -> None:
        """Show what is expected from there and what was scanned."""
        db = self._bridge.db
        found = stored.scanned(db, self.supplier)
        self.table.show_rows(rows_of(stored.expected(db, supplier=self.supplier), found))
        self.yes.setEnabled(bool(found))
        self.throw.setVisible(bool(found))
        self.name.setVisible(bool(self._unknown))
        self.damaged.setEnabled(self.table.current() is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 is one damaged; up and down choose the product that is meant."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_F7:
            self.one_damaged()
        elif (step := steps.get(Qt.Key(event.key()))) is not None and self._model.rows:
            at = self.table.currentIndex().row() + step
            self.table.select_row(min(max(0, at), len(self._model.rows) - 1))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scanner is heard while the keyboard is in the list too."""
        if watched is not self.table or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        writes = bool(event.text()) and event.text().isprintable() and event.text() != " "
        if not (writes or (event.key() in ENTER and self.field.text())) or not self.field.take(event):
            return super().eventFilter(watched, event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Acts

    def one_damaged(self) -> None:
        """One of the product that was scanned last came damaged: it is not one of the good ones."""
        row = self.table.current()
        if row is not None:
            self._change(row, good=-1 if row.good else 0, damaged=1)

    def accept(self) -> None:
        """Post it; what is more than was ordered is asked about first."""
        over = deliveries.excess(self._bridge.db, self.supplier)
        if not over:
            self._post()
            return
        listed = ", ".join(tr("{title}: {n} more", title=one.scanned.title, n=number(one.pieces)) for one in over)
        dialog = Dialog(
            self, question=tr("Take more than was ordered?"),
            text=tr("{listed}. They are in the parcel.", listed=listed),
            yes=tr("Receive all of it"), no=tr("Go back and look"), safe_first=True,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._post)
        dialog.open()

    def _post(self) -> None:
        bridge, batch = self._bridge, new_batch("delivery")
        rows = [row for row in self._model.rows if row.here]
        if bridge.perform(deliveries.receive, bridge.db, self.supplier, batch=batch, now=bridge.now) is None:
            return
        good, bad = sum(row.good for row in rows), sum(row.damaged for row in rows)
        said = trn("{n} piece received", "{n} pieces received", good)
        if bad:
            said = tr("{received}, {damaged}", received=said, damaged=trn("{n} damaged", "{n} damaged", bad))
        super().accept()
        self.posted.emit(batch, tr("{supplier}: {said}", supplier=self.who.currentText(), said=said))

    def _scanned(self, scanned: Scanned) -> None:
        times, self._times = self._times * scanned.times, 1
        self._act(lambda: self._heard(deliveries.scan(self._bridge.db, self.supplier, scanned.code, times=times)))

    def _typed(self, typed: Typed) -> None:
        row = self.table.current()
        match typed.what:
            case What.TIMES if typed.words:
                self._scanned(Scanned(typed.words, typed.pieces))
            case What.TIMES:
                self._times = typed.pieces
                self._say(tr("The next scan counts {times} times.", times=number(typed.pieces)))
            case What.FIND:
                self._find(typed.words)
            case What.NEXT:
                self._next()
            case _ if row is None:
                self._say(tr("Scan or name a product first."))
            case What.SET:
                self._act(lambda: self._put(row, typed.pieces))
            case What.ADD:
                self._change(row, good=typed.pieces)

    def _find(self, words: str) -> None:
        named = codes.resolve(self._bridge.db, words)
        if named is not None:
            self._scanned(Scanned(named.sku))
            return
        self._pick(words, tr("Which product is in the parcel?"), lambda sku: self._scanned(Scanned(sku)))

    def _name_it(self) -> None:
        code, db = self._unknown, self._bridge.db

        def learned(sku: str) -> None:
            found = codes.resolve(db, sku)
            if found is not None:
                counting.learn_code(db, code, found.product, now=self._bridge.now)
                self._scanned(Scanned(code))

        self._pick("", tr("Which product has the code {code}?", code=code), learned)

    def _pick(self, words: str, question: str, then: Callable[[str], None]) -> None:
        dialog = PickDialog(
            self, self._bridge, question=question, text=tr("It counts for one piece."), yes=tr("This one"), words=words
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(then)
        dialog.finished.connect(lambda _result: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()

    def _next(self) -> None:
        rows, at = self._model.rows, self.table.currentIndex().row()
        waiting = [place for place, row in enumerate(rows) if row.here < row.expected]
        after = [place for place in waiting if place > at] or waiting
        if after:
            self.table.select_row(after[0])
            self._say(tr("{title}: how many?", title=rows[after[0]].title))
        else:
            self._say(tr("All that was expected is here."))

    def _heard(self, heard: Heard) -> None:
        self._unknown = heard.code if heard.sort is Sort.UNKNOWN else ""
        self.read()
        if heard.product is not None:
            self._go_to(heard.product)
            row = self.table.current()
            if row is not None:
                self._say_row(row)
        else:
            self._say(tr("{code} is not in your shop.", code=heard.code))
        self.tones.play(_TONES[heard.sort])

    def _put(self, row: Row, good: int) -> None:
        deliveries.put(self._bridge.db, self.supplier, row.product, good=good)
        self._again(row)

    def _change(self, row: Row, *, good: int = 0, damaged: int = 0) -> None:
        def act() -> None:
            deliveries.add(self._bridge.db, self.supplier, row.product, good=good, damaged=damaged)
            self._again(row)

        self._act(act)

    def _again(self, row: Row) -> None:
        self.read()
        self._go_to(row.product)
        now = self.table.current()
        if now is not None:
            self._say_row(now)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, product: int) -> None:
        self.table.select_row(max(0, self._model.row_of(product)))
        self.damaged.setEnabled(True)

    def _say_row(self, row: Row) -> None:
        said = tr(
            "{title}: {here} of {expected}", title=row.title, here=number(row.here), expected=number(row.expected)
        )
        if not row.expected:
            said = tr("{title}: {here}. Nobody ordered it there.", title=row.title, here=number(row.here))
        self._say(said)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self.field, sentence)

    def _forget(self) -> None:
        deliveries.forget(self._bridge.db, self.supplier)
        self.read()
        self._say(tr("Nothing is scanned."))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, act: Callable[[], None]) -> None:
        try:
            act()
        except PlimsollError as error:
            self.tones.play(Tone.UNKNOWN)
            self._bridge.trouble.emit(error)

    # Inside

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.who.activated.connect(lambda _place: self.read())
        self.field.scanned.connect(self._scanned)
        self.field.typed.connect(self._typed)
        self.field.more.connect(lambda by: self._typed(Typed(What.ADD, by)))
        self.field.twice.connect(lambda: self._say(tr("The same scan came twice, and counts once.")))
        self.name.clicked.connect(lambda _checked=False: self._name_it())
        self.damaged.clicked.connect(lambda _checked=False: self.one_damaged())
        self.throw.clicked.connect(lambda _checked=False: self._forget())

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.name)
        below.addStretch(1)
        for button in (self.throw, self.damaged):
            below.addWidget(button)
        for part in (self.who, self.field, self.said, self.table):
            self.body.addWidget(part)
        self.body.addLayout(below)
        self.name.hide()

    def _fields(self) -> list[Field[Row]]:
        strong = Look(strong=True)
        return [
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(124, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(200, CellDelegate, stretch=True)),
            Field(head=tr("Expected"), words=lambda row: row.expected or None, column=Column(80, NumberDelegate)),
            Field(
                head=tr("Good"), words=lambda row: row.good or None, look=lambda _row: strong,
                column=Column(64, NumberDelegate),
            ),
            Field(head=tr("Damaged"), words=lambda row: row.damaged or None, column=Column(80, NumberDelegate)),
            Field(head=tr("State"), words=_state, glyph=_glyph, column=Column(140, StatusDelegate)),
        ]  # fmt: skip


def _state(row: Row) -> str:
    if not row.expected:
        return tr("Not ordered")
    if row.here > row.expected:
        return trn("{n} too many", "{n} too many", row.here - row.expected)
    if row.here == row.expected:
        return tr("All here")
    return tr("{n} to come", n=number(row.expected - row.here))


def _glyph(row: Row) -> Glyph:
    if row.here > row.expected:
        return Glyph.LOOK
    if row.here == row.expected:
        return Glyph.DONE
    return Glyph.READY if row.here else Glyph.ON_ORDER


def _said(row: Row) -> str:
    return tr(
        "{title}, {sku}: {expected} expected, {good} good, {damaged} damaged. {state}.",
        title=row.title, sku=row.sku, expected=number(row.expected), good=number(row.good),
        damaged=number(row.damaged), state=_state(row),
    )  # fmt: skip
