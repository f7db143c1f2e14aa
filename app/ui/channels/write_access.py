"""Who can change stock in a shop: Plimsoll, and the programs that the seller has noted. No channel tells it (C18)."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.drift import A_DAY
from app.store import access, calls, edits
from app.store.access import Program
from app.ui.bridge import Bridge
from app.ui.channels import outside_acts
from app.ui.channels.access_limits import AccessLimits
from app.ui.channels.outside_words import is_race
from app.ui.channels.states import ShopFacts
from app.ui.links import access_page, open_page
from app.ui.shell.views import EDGE, announce
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import moment, tr, trn, when


@dataclass(frozen=True, slots=True)
class Writer:
    """A row: Plimsoll (`program` None), or a program that the seller noted."""

    program: Program | None
    writes: int = 0

    @property
    def may_write(self) -> bool:
        """May it change stock?"""
        return self.program is None or self.program.revoked_at is None


class WriteAccess(QWidget):
    """The pane."""

    undoable = Signal(str, object)  # as on a page

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        fields = self._fields()
        self._model = Sheet(fields, key=_name, said=self._said)
        self.table = SheetTable(tr("Who can change stock"), self._model, fields)
        self.glyph = StatusGlyph(Glyph.LOOK, tr("Needs a look"))
        self.sentence = Paragraph(colour="text_primary")
        self.seen = Paragraph(role="small")
        self.add = Button(tr("Add a program…"), size=ButtonSize.SMALL, icon="plus")
        self.need = Button(tr("It needs to write"), size=ButtonSize.SMALL)
        self.revoke = Button(tr("I took its access back"), size=ButtonSize.SMALL)
        self.browse = Button(tr("Open its permissions"), size=ButtonSize.SMALL, icon="external")
        self.checked = Button(tr("I have checked"), size=ButtonSize.SMALL)
        self.limits = AccessLimits(bridge, self.undoable.emit)
        self._lay_out()
        self._connect()

    def show_shop(self, facts: ShopFacts) -> None:
        """Read who may change stock in this shop."""
        self._facts = facts
        db, shop, now = self._bridge.db, facts.shop, self._bridge.now
        tally = calls.tally(db, shop.id, now=now)
        found = access.programs(db, shop.id)
        self.table.show_rows([Writer(None, tally.writes), *(Writer(program) for program in found)])
        writers = sum(program.revoked_at is None for program in found)
        due = access.is_due(db, shop.id, now=now)
        self.glyph.setVisible(due or writers > access.many(db))
        self.limits.show_numbers()
        self.sentence.setText(self._told(facts, writers, now, due=due))
        self.seen.setText(self._foreign(facts, now))
        self.browse.setText(tr("Open {shop}’s permissions", shop=shop.name))
        self.browse.setVisible(bool(access_page(shop)))
        self._settle()

    # Inside

    def _told(self, facts: ShopFacts, writers: int, now: datetime, *, due: bool) -> str:
        last = access.checked_at(self._bridge.db, facts.shop.id)
        name = facts.shop.name
        if last is None:
            return tr("Look in {shop} which apps, plug-ins and people may change stock, and note them here.", shop=name)
        if due:
            return tr("Last checked {at}. Look again which programs may change stock there.", at=when(last, now))
        if writers > access.many(self._bridge.db):
            return trn(
                "{n} other program may change stock there. Take back what is not needed.",
                "{n} other programs may change stock there. Take back what is not needed.",
                writers,
            )
        until = when(last + access.ASK_AGAIN_AFTER, now)
        return tr("Checked {at}. Plimsoll asks again {until}.", at=when(last, now), until=until)

    def _foreign(self, facts: ShopFacts, now: datetime) -> str:
        found = edits.found(self._bridge.db, shop=facts.shop.id, since=now - A_DAY)
        if not found:
            return tr("Plimsoll has seen no change of anybody else’s in the last 24 hours.")
        races = sum(map(is_race, found))
        said = trn(
            "Somebody else changed {n} number in the last 24 hours.",
            "Somebody else changed {n} numbers in the last 24 hours.",
            len(found),
        )
        if races:
            near = trn(
                "{n} within {seconds} s of our own write.",
                "{n} within {seconds} s of our own write.",
                races,
                seconds=access.race_s(self._bridge.db),
            )
            undo = tr("Two writers can undo each other. Give the other one read access only, then compare again.")
            return f"{said} {near} {undo}"
        return f"{said} {tr('The channel does not say who.')}"

    def _settle(self) -> None:
        row = self.table.current()
        program = row.program if row else None
        for button in (self.need, self.revoke):
            button.setVisible(program is not None)
        if program is not None:
            self.need.setText(tr("It does not need it") if program.needed else tr("It needs to write"))
            self.revoke.setText(
                tr("I took its access back") if program.revoked_at is None else tr("It may write again")
            )

    def _note(self, *, needed: bool | None = None, turn: bool = False) -> None:
        row, facts, bridge = self.table.current(), self._facts, self._bridge
        if row is None or row.program is None or facts is None:
            return
        program, revoked = row.program, row.program.revoked_at
        if turn:
            revoked = bridge.now if revoked is None else None
        wanted = program.needed if needed is None else needed
        self._write(facts, program.name, needed=wanted, revoked=revoked)

    def _write(self, facts: ShopFacts, name: str, *, needed: bool, revoked: datetime | None = None) -> None:
        bridge, shop = self._bridge, facts.shop.id
        before = next((one for one in access.programs(bridge.db, shop) if one.name == name), None)
        noted = outside_acts.note_program
        done = bridge.perform(noted, bridge.db, shop, name, needed=needed, revoked_at=revoked, now=bridge.now)
        self.show_shop(facts)
        if done is None:
            return
        back = outside_acts.take_note_back

        def undo() -> None:
            bridge.perform(back, bridge.db, shop, name, before, now=bridge.now)

        self.undoable.emit(tr("{name} is noted", name=name), undo)

    def _add(self) -> None:
        facts = self._facts
        if facts is not None:
            dialog = ProgramDialog(self, facts.shop.name)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._added(dialog.field.text(), needed=dialog.needed.isChecked()))
            dialog.open()

    def _added(self, name: str, *, needed: bool) -> None:
        if self._facts is not None:
            self._write(self._facts, name.strip(), needed=needed)

    def _checked(self) -> None:
        facts, bridge = self._facts, self._bridge
        if facts is None:
            return
        shop, back = facts.shop, outside_acts.access_not_checked
        done = bridge.perform(outside_acts.access_checked, bridge.db, shop.id, now=bridge.now)
        self.show_shop(facts)
        announce(self, self.sentence.text())
        if done is not None:
            said = tr("Checked who can change stock on {shop}", shop=shop.name)
            self.undoable.emit(said, lambda: bridge.perform(back, bridge.db, shop.id, now=bridge.now))

    def _browse(self) -> None:
        if self._facts is not None:
            open_page(access_page(self._facts.shop))

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.need.clicked.connect(lambda _checked=False: self._turn_need())
        self.revoke.clicked.connect(lambda _checked=False: self._note(turn=True))
        self.browse.clicked.connect(lambda _checked=False: self._browse())
        self.checked.clicked.connect(lambda _checked=False: self._checked())
        self.table.chosen.connect(self._settle)

    def _turn_need(self) -> None:
        row = self.table.current()
        if row is not None and row.program is not None:
            self._note(needed=not row.program.needed)

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.sentence, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(said)
        words.addWidget(self.seen)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.need, self.revoke):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.browse, self.checked):
            buttons.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 10, EDGE, 10)
        top.setSpacing(8)
        top.addLayout(words)
        top.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.limits)  # seldom wanted: under the list
        column.addStretch(0)

    def _said(self, row: Writer) -> str:
        return tr("{name}: {state}. {note}", name=_name(row), state=_state(row), note=self._when(row))

    def _when(self, row: Writer) -> str:
        if row.program is None:
            return trn("{n} change in 24 h", "{n} changes in 24 h", row.writes)
        now = self._bridge.now
        if row.program.revoked_at is not None:
            return tr("Access taken back {at}", at=when(row.program.revoked_at, now))
        return tr("Noted {at}", at=when(row.program.noted_at, now))

    def _fields(self) -> list[Field[Writer]]:
        return [
            Field(
                head=tr("Program"),
                words=_name,
                look=lambda row: Look(strong=row.program is None),
                column=Column(260, CellDelegate, stretch=True),
            ),
            Field(head=tr("Can it change stock?"), words=_state, glyph=_glyph, column=Column(236, StatusDelegate)),
            Field(
                head=tr("Since"),
                words=self._when,
                look=lambda _row: Look(colour="text_secondary"),
                column=Column(230, CellDelegate),
            ),
        ]


def _name(row: Writer) -> str:
    return tr("Plimsoll") if row.program is None else row.program.name


def _state(row: Writer) -> str:
    if row.program is None:
        return tr("The master")
    if row.program.revoked_at is not None:
        return tr("No more")
    return tr("Writes stock too") if row.program.needed else tr("Yes, and it need not")


def _glyph(row: Writer) -> Glyph:
    return Glyph.OK if row.program is None or not row.may_write else Glyph.LOOK


class ProgramDialog(Dialog):
    """Asks for a program's name, and whether it needs to write stock."""

    def __init__(self, parent: QWidget | None, shop: str) -> None:
        super().__init__(
            parent,
            question=tr("Which program can change stock on {shop}?", shop=shop),
            text=tr("An app, a plug-in, a till or a person with a login. No channel tells Plimsoll: you note it here."),
            yes=tr("Note it"),
            no=tr("Cancel"),
        )
        self.field = TextField(tr("Name"), placeholder=tr("As it is called there"))
        self.needed = CheckBox(tr("It needs to change stock"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.needed)
        self.field.edit.textChanged.connect(lambda _words: self.yes.setEnabled(bool(self.field.text().strip())))
        self.yes.setEnabled(False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def last_checked(bridge: Bridge, shop: int, now: datetime) -> str:
    """When the seller last looked, for a list."""
    at = access.checked_at(bridge.db, shop)
    return tr("Never checked") if at is None else tr("Checked {at}", at=moment(at, now))
