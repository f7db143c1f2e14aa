"""What somebody else changed in a shop: every change with its size and time, what became of it, and the choice that
stands for those to come.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import posting
from app.core.drift import A_DAY, Standing, is_second_master
from app.store import access, compares, edits
from app.store.edits import EditRow
from app.ui.bridge import Bridge
from app.ui.channels import outside_acts
from app.ui.channels.acts import new_batch
from app.ui.channels.outside_words import (
    attributed,
    became,
    choice_means,
    choices,
    is_race,
    origin,
    second_master,
)
from app.ui.channels.states import ShopFacts
from app.ui.shell.views import EDGE, announce
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import moment, signed, tr, trn, when

SHOWN_FOR = timedelta(days=90)


class OutsideEdits(QWidget):
    """The pane. `wanted` asks the page for more: "access" with the shop."""

    wanted = Signal(str, object)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        fields = self._fields(lambda: bridge.now)
        self._model = Sheet(fields, key=lambda edit: edit.id, said=self._said)
        self.table = SheetTable(tr("Outside edits"), self._model, fields)
        self.choice = ComboBox(tr("When somebody else changes a number here"), measure="small")
        for standing, words in choices():
            self.choice.addItem(words, standing)
        self.means = Paragraph(role="small")
        self.compared = Paragraph(role="small")
        self.ours = Button(tr("Put ours back"), size=ButtonSize.SMALL)
        self.theirs = Button(tr("Take theirs"), size=ButtonSize.SMALL)
        self.words = Paragraph()
        self._warning = _Warning()
        self._lay_out()
        self._connect()

    @property
    def rows(self) -> Sequence[EditRow]:
        """What is shown."""
        return self._model.rows

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what was changed in this shop."""
        self._facts = facts
        shop, now = facts.shop, self._bridge.now
        rows = edits.found(self._bridge.db, shop=shop.id, since=now - SHOWN_FOR)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        standing = edits.standing(self._bridge.db, shop.id)
        self.choice.setCurrentIndex(self.choice.findData(standing))
        self.means.setText(choice_means(standing, shop.name))
        self.compared.setText(self._compared(shop.id, now))
        self._warn(facts, rows, now)
        nothing = tr("Nobody else has changed a number at {shop} in the last 90 days.", shop=shop.name)
        self.words.setText("" if rows else nothing)
        self.words.setVisible(not rows)
        self._settle()

    # Inside

    def _warn(self, facts: ShopFacts, rows: Sequence[EditRow], now: datetime) -> None:
        times = edits.replaced(self._bridge.db, facts.shop.id, now - A_DAY)
        races = sum(is_race(edit) for edit in rows if edit.found_at >= now - A_DAY)
        words = second_master(times, races, facts.shop.name, access.race_s(self._bridge.db))
        self._warning.tell(words if is_second_master(times) else "")

    def _compared(self, shop: int, now: datetime) -> str:
        made = compares.reports(self._bridge.db, shop)
        if not made:
            return tr("Compared once a day, at start when that was missed, and with F5. Not compared yet.")
        last = made[0]
        said = tr(
            "Compared {at}: {agree} of {all} agree.",
            at=when(last.ended_at, now),
            agree=last.agreeing,
            all=last.listings,
        )
        missed = compares.missed_days(made, now)
        if missed:
            late = trn("Missed {n} day: the app was closed.", "Missed {n} days: the app was closed.", missed)
            return f"{said} {late}"
        return said

    def _choose(self, place: int) -> None:
        facts, choice, bridge = self._facts, Standing(self.choice.itemData(place)), self._bridge
        before = edits.standing(bridge.db, facts.shop.id) if facts is not None else choice
        if facts is None or choice is before or not self._put(facts, choice):
            return
        announce(self, choice_means(choice, facts.shop.name))
        said = tr("{shop}: another answer to changes from outside", shop=facts.shop.name)
        self.undoable.emit(said, lambda: self._put(facts, before))

    def _put(self, facts: ShopFacts, choice: Standing) -> bool:
        bridge = self._bridge
        done = bridge.perform(outside_acts.choose, bridge.db, facts.shop.id, choice, now=bridge.now) is not None
        if self._facts is not None and self._facts.shop.id == facts.shop.id:
            self.show_shop(self._facts)
        return done

    def _open(self) -> list[EditRow]:
        return [edit for edit in self.table.selected() if edit.settled_at is None]

    def put_ours_back(self) -> None:
        """Send our numbers again where the selected rows were changed."""
        chosen, bridge = self._open(), self._bridge
        if chosen and self.ours.isEnabled():
            bridge.perform(outside_acts.put_ours_back, bridge.db, [edit.listing for edit in chosen], now=bridge.now)
            self._read_again()

    def take_theirs(self) -> None:
        """Write the selected differences to the ledger."""
        chosen, bridge = [edit for edit in self._open() if edit.whole], self._bridge
        if not chosen or not self.theirs.isEnabled():
            return
        batch, listings = new_batch("outside"), [edit.listing for edit in chosen]
        if bridge.perform(outside_acts.take_theirs, bridge.db, listings, batch=batch, now=bridge.now) is not None:
            said = trn("{n} number taken over", "{n} numbers taken over", len(chosen))
            self.undoable.emit(said, lambda: bridge.perform(posting.post_undo, bridge.db, batch, now=bridge.now))
        self._read_again()

    def _read_again(self) -> None:
        if self._facts is not None:
            self.show_shop(self._facts)

    def _settle(self) -> None:
        chosen, facts = self._open(), self._facts
        waiting = any(edit.settled_at is None for edit in self._model.rows)
        for button in (self.ours, self.theirs):
            button.setVisible(waiting)
        self.ours.setEnabled(bool(chosen) and facts is not None and facts.shop.sends)
        self.theirs.setEnabled(any(edit.whole for edit in chosen))

    def _connect(self) -> None:
        self.choice.activated.connect(self._choose)
        self.ours.clicked.connect(lambda _checked=False: self.put_ours_back())
        self.theirs.clicked.connect(lambda _checked=False: self.take_theirs())
        self.table.chosen.connect(self._settle)
        self._warning.button.clicked.connect(
            lambda _checked=False: self.wanted.emit("access", self._facts.shop.id if self._facts else None)
        )

    def _lay_out(self) -> None:
        label = Label(tr("When somebody else changes a number here:"), colour="text_secondary")
        label.setBuddy(self.choice)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label)
        first.addWidget(self.choice)
        first.addStretch(1)
        first.addWidget(self.ours)
        first.addWidget(self.theirs)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 10, EDGE, 10)
        top.setSpacing(4)
        top.addLayout(first)
        top.addWidget(self.means)
        top.addWidget(self.compared)
        top.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._warning)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def _said(self, edit: EditRow) -> str:
        return tr(
            "{title}, {sku}. {edit}. {became}.",
            title=edit.title,
            sku=edit.sku,
            edit=attributed(edit, self._bridge.now),
            became=became(edit),
        )

    def _fields(self, now: Callable[[], datetime]) -> list[Field[EditRow]]:
        return [
            Field(
                head=tr("What became of it"),
                words=became,
                glyph=_glyph,
                column=Column(276, StatusDelegate),
            ),
            Field(head=tr("Seen"), words=lambda edit: moment(edit.found_at, now()), column=Column(116, CellDelegate)),
            Field(
                head=tr("Product"),
                words=lambda edit: edit.title,
                tip=lambda edit: edit.sku,
                column=Column(220, CellDelegate, stretch=True),
            ),
            Field(head=tr("Ours"), words=lambda edit: edit.expected, column=Column(64, NumberDelegate)),
            Field(head=tr("Theirs"), words=lambda edit: edit.seen, column=Column(64, NumberDelegate)),
            Field(
                head=tr("Change"),
                words=lambda edit: signed(edit.change),
                look=lambda _edit: Look(strong=True),
                column=Column(76, NumberDelegate),
            ),
            Field(
                head=tr("Whose it was"),
                words=origin,
                look=lambda edit: Look(colour="warn_text" if is_race(edit) else "text_secondary"),
                column=Column(280, CellDelegate),
            ),
        ]


def _glyph(edit: EditRow) -> Glyph:
    return Glyph.DIFFERS if edit.settled_at is None else Glyph.OK


class _Warning(QWidget):
    """Somebody else decides there too."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Paragraph(colour="text_primary")
        self.button = Button(tr("Who can change stock"), size=ButtonSize.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 10, EDGE, 2)
        row.setSpacing(10)
        row.addWidget(StatusGlyph(Glyph.LOOK, tr("Needs a look")), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell(self, words: str) -> None:
        """Say this; "" says nothing at all."""
        self.sentence.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleName(words)
