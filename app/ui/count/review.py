"""A closed shelf beside the ledger: what agrees, what is apart and why, what waits, and posting it as one batch."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.counting import Verdict
from app.counting import Outlook, Reviewed
from app.ui.count.narrow import AtLeast, Narrow
from app.ui.count.shelf_list import shelf_name
from app.ui.inventory.flow import FlowLayout
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.cells import Look, NumberDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import number, signed, tr, trn

_GLYPHS: dict[Verdict | None, Glyph] = {
    None: Glyph.OPEN,
    Verdict.MISSING: Glyph.OPEN,
    Verdict.MOVED: Glyph.ON_ORDER,
    Verdict.AGAIN: Glyph.ON_ORDER,
    Verdict.REASON: Glyph.LOOK,
    Verdict.OPENING: Glyph.OK,
    Verdict.SETTLED: Glyph.OK,
    Verdict.SMALL: Glyph.OK,
    Verdict.AGREES: Glyph.OK,
}


def reasons() -> dict[str, str]:
    """Why a product can be apart, the likely ones first (counting.md, rule 18)."""
    return {
        "broken": tr("Broken"),
        "unwritten_sale": tr("Sold, not written down"),
        "miscount": tr("Earlier miscount"),
        "unsure": tr("Not sure"),
        "lost": tr("Lost"),
        "found": tr("Found"),
        "receipt": tr("Delivery not booked"),
        "return": tr("Return not booked"),
        "mixed_up": tr("Mixed up with another"),
    }


class Review(QWidget):
    """`reason` carries a product and a reason, `packed` and `again` one, `keep` a product and whether it counts."""

    reason = Signal(int, str)
    keep = Signal(int, bool)
    packed = Signal(int)
    again = Signal(int)
    post_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("Shelf"))
        self.post = Button(tr("Post the shelf"), size=ButtonSize.SMALL)
        self.post.clicked.connect(lambda _checked=False: self.post_wanted.emit())
        self.title.row.addWidget(self.post)
        self._narrow = Narrow(self, hides=0)
        fields = self._fields()
        self._model: Sheet[Reviewed] = Sheet(fields, key=lambda row: row.facts.product, said=_said)
        self.table: SheetTable[Reviewed] = SheetTable(tr("Counted and ledger"), self._model, fields, wide=False)
        self.table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        self._narrow.watch(self.table)
        AtLeast(self.table, rows=3)
        self.table.chosen.connect(self._settle)
        self.words = Paragraph()
        self.chips: dict[str, Button] = {}
        self._chip_rows = QVBoxLayout()
        self._chip_rows.setSpacing(6)
        self._make_chips()
        self.kept = Button(tr("Count it"), size=ButtonSize.SMALL)
        self.left_out = Button(tr("Leave it out"), size=ButtonSize.SMALL)
        self.parcels = Button(tr("Packed elsewhere…"), size=ButtonSize.SMALL)
        self.recount = Button(tr("Count it again"), size=ButtonSize.SMALL)
        self.recount.clicked.connect(lambda _checked=False: self._about(self.again.emit))
        self.kept.clicked.connect(lambda _checked=False: self._say_kept(kept=True))
        self.left_out.clicked.connect(lambda _checked=False: self._say_kept(kept=False))
        self.parcels.clicked.connect(lambda _checked=False: self._say_packed())
        row = FlowLayout(gap=6, line_gap=6)
        for button in (self.kept, self.left_out, self.parcels, self.recount):
            row.addWidget(button)
        self._chip_rows.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addLayout(self._chip_rows)

    def show_shelf(self, name: str, rows: Sequence[Reviewed], outlook: Outlook) -> None:
        """These products, those first that need something."""
        open_rows = [row for row in rows if row.facts.posted is None]
        agree = sum(row.verdict is Verdict.AGREES for row in rows)
        self.title.set_title(shelf_name(name))
        self.title.set_note(tr("review, {agree} of {all} agree", agree=number(agree), all=number(len(rows))))
        self.post.setText(tr("Post {shelf}", shelf=shelf_name(name)))
        self.post.setEnabled(bool(outlook.posted))
        self.post.set_variant(Variant.PRIMARY if outlook.posted and not outlook.waiting else Variant.SECONDARY)
        ordered = sorted(open_rows, key=lambda row: (not row.waits, row.difference == 0))
        self.table.show_rows(ordered)
        self._settle()

    def _settle(self) -> None:
        row = self.table.current()
        self.words.setText(_words(row) if row else "")
        asks = row is not None and row.verdict in (Verdict.REASON, Verdict.SETTLED)
        for key, chip in self.chips.items():
            chip.setVisible(asks)
            chip.set_variant(Variant.PRIMARY if row is not None and row.facts.reason == key else Variant.SECONDARY)
        unasked = row is not None and not row.facts.asked
        blind = row is not None and (row.verdict is None or not row.facts.sealed)
        self.recount.setText(tr("Count it") if blind else tr("Count it again"))
        self.recount.setVisible(row is not None and row.facts.posted is None)
        self.kept.setVisible(unasked)
        self.left_out.setVisible(unasked)
        self.parcels.setVisible(row is not None and (row.asks_packed or row.facts.packed is not None))

    def _make_chips(self) -> None:
        row = FlowLayout(gap=6, line_gap=6)
        for key, words in reasons().items():
            chip = Button(words, size=ButtonSize.SMALL)
            chip.clicked.connect(lambda _checked=False, key=key: self._say_why(key))
            self.chips[key] = chip
            row.addWidget(chip)
        self._chip_rows.addLayout(row)

    def _about(self, tell: Callable[[int], None]) -> None:
        row = self.table.current()
        if row is not None:
            tell(row.facts.product)

    def _say_why(self, reason: str) -> None:
        self._about(lambda product: self.reason.emit(product, reason))

    def _say_kept(self, *, kept: bool) -> None:
        self._about(lambda product: self.keep.emit(product, kept))

    def _say_packed(self) -> None:
        self._about(self.packed.emit)

    def _fields(self) -> list[Field[Reviewed]]:
        quiet = Look(colour="text_secondary")

        def apart(row: Reviewed) -> Look | None:
            if row.verdict is None or row.difference == 0:
                return quiet
            return Look(colour="warn_text" if row.waits else "", strong=True)

        return [
            Field(
                head=tr("SKU"), words=lambda row: row.facts.sku, glyph=lambda row: _GLYPHS[row.verdict],
                column=Column(128, StatusDelegate),
            ),
            Field(
                head=tr("Product"), words=lambda row: row.facts.title,
                glyph=lambda row: _GLYPHS[row.verdict] if self._narrow.on else None,
                column=Column(100, StatusDelegate, stretch=True),
            ),
            Field(
                head=tr("Counted"), words=_counted, look=lambda _row: Look(strong=True),
                column=Column(60, NumberDelegate),
            ),
            Field(
                head=tr("Ledger"), words=_ledger, look=lambda _row: quiet, column=Column(54, NumberDelegate)
            ),
            Field(
                head=tr("Difference"), words=_difference, look=apart, column=Column(72, NumberDelegate)
            ),
        ]  # fmt: skip


def _last(row: Reviewed) -> int:
    return max(row.facts.rounds)


def _counted(row: Reviewed) -> int | None:
    if not row.facts.rounds:
        return None
    tally = row.facts.rounds[_last(row)]
    return tally.pieces + tally.damaged if tally.counted else None


def _ledger(row: Reviewed) -> int | None:
    if not row.facts.started or not row.facts.rounds or not row.facts.sealed:
        return None
    return row.facts.rounds[_last(row)].on_hand - (row.facts.packed or 0)


def _difference(row: Reviewed) -> str:
    if row.verdict is None or not row.facts.sealed:
        return ""
    return tr("first") if row.verdict is Verdict.OPENING else signed(row.difference)


def _words(row: Reviewed) -> str:
    """What is to be done about a product, in a sentence."""
    facts = row.facts
    if not facts.asked and facts.kept is None:
        return tr("Nobody asked for it. Does its count go into the ledger?")
    if row.asks_packed:
        return trn("{n} is promised to orders. Does it lie packed elsewhere?",
                   "{n} are promised to orders. How many lie packed elsewhere?", facts.committed)  # fmt: skip
    return _verdict_words(row)


def _verdict_words(row: Reviewed) -> str:
    facts = row.facts
    match row.verdict:
        case None:
            return tr("Not counted: nothing is posted for it. Blank is not zero.")
        case Verdict.MISSING:
            missed = facts.rounds[_last(row)].misses(facts.places)
            return tr("Also at {places}. It waits until that place is counted.", places=", ".join(missed))
        case Verdict.MOVED:
            return tr("It moved while you counted, so the number says nothing. Count it again.")
        case Verdict.AGAIN:
            return tr("Too far apart, and counted once. Count it again.")
        case Verdict.REASON:
            return _twice(row) + " " + tr("More than allowed apart, so please say why.")
        case Verdict.SETTLED:
            return _twice(row)
        case Verdict.OPENING:
            return tr("It had no number yet: this is its first.")
        case Verdict.SMALL:
            return tr("Apart, but near enough. It is corrected without asking.")
    return tr("It agrees with the ledger.")


def _twice(row: Reviewed) -> str:
    found = [row.facts.rounds[turn] for turn in sorted(row.facts.rounds)]
    if len(found) > 1 and found[-1].pieces == found[-2].pieces:
        return tr("Counted twice, {pieces} both times.", pieces=found[-1].pieces)
    if len(found) > 1:
        return tr("Counted twice: {first}, then {second}.", first=found[-2].pieces, second=found[-1].pieces)
    return ""


def _said(row: Reviewed) -> str:
    return tr(
        "{title}, {sku}: counted {counted}, ledger {ledger}, difference {difference}. {words}",
        title=row.facts.title,
        sku=row.facts.sku,
        counted=_counted(row),
        ledger=_ledger(row),
        difference=_difference(row),
        words=_words(row),
    )


def outlook_words(outlook: Outlook) -> str:
    """What posting will do: "14 listings go down, 3 to 0, 1 opens an incident."."""
    said = [trn("{n} product is posted.", "{n} products are posted.", outlook.posted)]
    if outlook.lower:
        said.append(trn("{n} listing goes down.", "{n} listings go down.", outlook.lower))
    if outlook.zero:
        said.append(trn("{n} of them goes to 0.", "{n} of them go to 0.", outlook.zero))
    if outlook.oversold:
        said.append(
            trn(
                "{n} product then has more promised than there is: it opens an incident.",
                "{n} products then have more promised than there are: they open incidents.",
                outlook.oversold,
            )
        )
    if outlook.waiting:
        said.append(
            trn("{n} product waits, with its reason.", "{n} products wait, with their reasons.", outlook.waiting)
        )
    return " ".join(said)
