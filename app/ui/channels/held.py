"""What was changed from outside at once, before anything is done about it: the whole list, and whose numbers stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app import posting
from app.core.changes import Changes
from app.store import edits, listings, shops
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.channels import acts, outside_acts
from app.ui.shell.views import EDGE, Soon, View, announce, ask_then, in_order
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, signed, tr, trn

READ_AGAIN_MS = 500


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One number: what we told the shop, and what it shows now. `theirs` None: it is no longer listed."""

    listing: int
    sku: str
    title: str
    ours: int | None
    theirs: int | None

    @property
    def to_zero(self) -> bool:
        """Did it fall to nothing?"""
        return not self.theirs and bool(self.ours)


def held_rows(db: Connection, shop: int) -> list[HeldRow]:
    """What was changed there and waits, one row for each listing: the falls to 0 first, then by SKU."""
    rows: dict[int, HeldRow] = {}
    for edit in edits.open_edits(db, shop):
        before = rows.get(edit.listing)
        ours = before.ours if before else edit.expected
        rows[edit.listing] = HeldRow(edit.listing, edit.sku, edit.title, ours, edit.seen)
    gone = [HeldRow(number, sku, title, ours, None) for number, sku, title, ours in listings.missing(db, shop)]
    changed = [row for row in rows.values() if row.ours != row.theirs]
    return sorted([*gone, *changed], key=lambda row: (not row.to_zero, row.sku))


class HeldView(View):
    """The list. `undoable` is what was taken over."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Changed from outside"))
        self._bridge = bridge
        self._number = 0
        self._shop: Shop | None = None
        self._again = Soon(lambda _changes: self.read(), self, after_ms=READ_AGAIN_MS)
        fields = _fields()
        self._model: Sheet[HeldRow] = Sheet(fields, key=lambda row: row.listing, said=_said)
        self.table = SheetTable(tr("Numbers that were changed"), self._model, fields)
        self.words = Paragraph(colour="text_primary")
        self.means = Paragraph(role="small")
        self.look = Button(tr("Look only"))
        self.theirs = Button(tr("Take theirs…"))
        self.ours = Button(tr("Put ours back"), Variant.PRIMARY)
        self.back.hide()  # Esc is the way back, and nothing is decided by it
        for button in (self.look, self.theirs, self.ours):
            self.header.add_action(button)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 14, EDGE, 14)
        top.setSpacing(2)
        top.addWidget(self.words)
        top.addWidget(self.means)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)
        in_order(self.look, self.theirs, self.ours, self.table)
        self.look.clicked.connect(lambda _checked=False: self.look_only())
        self.theirs.clicked.connect(lambda _checked=False: self.accept())
        self.ours.clicked.connect(lambda _checked=False: self.refuse())
        self.table.left.connect(self.left)

    @property
    def rows(self) -> Sequence[HeldRow]:
        """What is shown."""
        return self._model.rows

    def start(self, shop: int) -> None:
        """Show what was changed in this shop."""
        self._number = shop
        self.read()
        (self.table if self.rows else self.ours).setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read it anew."""
        shop = self._shop = shops.shop(self._bridge.db, self._number)
        if shop is None or shop.held is None:
            self.left.emit()
            return
        rows = held_rows(self._bridge.db, shop.id)
        self.header.say(
            tr("Changed from outside at {shop}", shop=shop.name), tr("Nothing is sent there until you decide.")
        )
        self.words.setText(_summary(rows))
        self.means.setText(
            tr("Put ours back: {shop} is sent our numbers. Take theirs: the ledger follows the shop.", shop=shop.name)
        )
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.theirs.setEnabled(bool(rows))

    def on_changed(self, changes: Changes) -> None:
        """A number was read, or stock moved."""
        if self._number in changes.shops or changes.catalog or changes.skus:
            self._again.add(changes)

    def rest(self) -> None:
        """Nobody looks."""
        self._again.stop()

    def look_only(self) -> None:
        """Send nothing there, and decide later."""
        if self._bridge.perform(acts.set_mode, self._bridge.lent.set_mode, [self._number], "looking") is not None:
            self.left.emit()

    def refuse(self) -> None:
        """Our numbers stand: the shop goes on live and is sent them. What it no longer lists is asked for by itself."""
        bridge, number = self._bridge, self._number

        def write() -> Changes:
            with transaction(bridge.db):
                listings.found_again(bridge.db, number, at=bridge.now)
            return acts.set_mode(bridge.lent.set_mode, [number], "live")

        if self._shop is not None and bridge.perform(write) is not None:
            announce(self, tr("{shop} is sent our numbers.", shop=self._shop.name))
            self.left.emit()

    def accept(self) -> None:
        """Ask, then believe the shop."""
        shop, rows = self._shop, self.rows
        if shop is None or not rows:
            return
        others = [one.name for one in shops.shops(self._bridge.db) if one.sends and one.id != shop.id]
        text = trn(
            "{n} number becomes an adjustment in the ledger, with its reason.",
            "{n} numbers become adjustments in the ledger, with their reason.",
            len(rows),
        )
        if others:
            text += " " + tr("{shops} are sent what follows from it.", shops=all_of(others))
        ask_then(
            self,
            self._accept,
            question=tr("Take the numbers of {shop}?", shop=shop.name),
            text=text,
            yes=tr("Take theirs"),
            no=tr("Decide later"),
            safe_first=True,
        )

    def _accept(self) -> None:
        bridge, number, batch = self._bridge, self._number, acts.new_batch("outside")
        count, shop = len(self.rows), self._shop
        done = bridge.perform(outside_acts.take_all_theirs, bridge.db, number, batch=batch, now=bridge.now)
        if done is not None and shop is not None:
            words = trn("{n} number of {shop} taken over", "{n} numbers of {shop} taken over", count, shop=shop.name)
            self.undoable.emit(words, lambda: bridge.perform(posting.post_undo, bridge.db, batch, now=bridge.now))
            self.left.emit()


def _summary(rows: Sequence[HeldRow]) -> str:
    zeros = sum(row.to_zero for row in rows)
    gone = sum(row.theirs is None for row in rows)
    if not rows:
        return tr("Nothing differs any more. Put ours back, and sending goes on.")
    said = [trn("{n} number was changed at once.", "{n} numbers were changed at once.", len(rows))]
    if zeros:
        said.append(trn("{n} of them fell to 0.", "{n} of them fell to 0.", zeros))
    if gone:
        said.append(trn("{n} is no longer listed.", "{n} are no longer listed.", gone))
    return " ".join(said)


def _fields() -> list[Field[HeldRow]]:
    return [
        Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(150, SkuDelegate)),
        Field(head=tr("Product"), words=lambda row: row.title, column=Column(260, CellDelegate, stretch=True)),
        Field(head=tr("Ours"), words=lambda row: row.ours, column=Column(88, NumberDelegate)),
        Field(
            head=tr("Theirs"),
            words=lambda row: row.theirs,
            look=lambda row: Look(strong=True, differs=True),
            column=Column(88, NumberDelegate),
        ),
        Field(head=tr("Change"), words=_change, column=Column(96, NumberDelegate)),
        Field(
            head=tr("What it is"),
            words=_note,
            look=lambda _row: Look(colour="text_secondary"),
            column=Column(220, CellDelegate),
        ),
    ]


def _change(row: HeldRow) -> str:
    return signed((row.theirs or 0) - (row.ours or 0))


def _note(row: HeldRow) -> str:
    if row.theirs is None:
        return tr("No longer listed")
    return tr("Fell to 0") if row.to_zero else tr("Another number")


def _said(row: HeldRow) -> str:
    return tr(
        "{title}, {sku}. Ours {ours}, theirs {theirs}. {note}.",
        title=row.title,
        sku=row.sku,
        ours=row.ours,
        theirs=row.theirs,
        note=_note(row),
    )
