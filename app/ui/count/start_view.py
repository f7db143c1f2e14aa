"""Where a count begins, or goes on: open counts first, then the kinds there are, and what is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.audits import Audit
from app.core.count_kinds import CountKind, due
from app.store import audits, count_figures, count_lists, counts, stall_days
from app.store.counts import Session
from app.store.places import shelf_of
from app.store.sqlite import Connection
from app.store.stall_days import StallDay
from app.ui.count.audit_list import AuditList
from app.ui.planning.lower import UPDATES
from app.ui.shell.header import SIDE
from app.ui.shell.views import Scrolling
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import day, moment, number, tr, trn

_FRAME, _OPEN_MOST, _KINDS_LEAST = 2, 3, 5
_AFTER_FULL = timedelta(days=7)  # so long the floors are offered after a full count


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A count that can be begun."""

    kind: CountKind
    shelf: str
    name: str
    note: str
    products: int
    due: bool = False


def kind_names() -> dict[CountKind, tuple[str, str]]:
    """What each kind is called, and what it is for."""
    return {
        CountKind.TOP: (tr("Weekly top 20"), tr("The best sellers: where an oversell is most likely")),
        CountKind.ROLLING: (tr("Rolling month"), tr("What was not counted this month yet")),
        CountKind.DRIFTED: (tr("Below zero or drifted"), tr("Apart at the last count, below zero, or on a channel")),
        CountKind.DUE: (tr("Due by sales"), tr("Sells much: every month. Less: a quarter. Little: once a year")),
        CountKind.ZERO: (tr("Went to zero"), tr("A quick look whether that is true")),
        CountKind.NEVER: (tr("Never counted"), tr("No number yet, or never seen with your own eyes")),
        CountKind.FULL: (tr("Everything"), tr("A full count, shelf by shelf")),
    }


def offers(db: Connection, now: datetime) -> list[Offer]:
    """Every count that can be begun, with what is due first."""
    found = []
    for kind, (name, note) in kind_names().items():
        size = len(count_lists.products(db, kind, now=now))
        when = due(kind, count_lists.last_ended(db, kind), now)
        is_due = when.at is not None and when.at <= now and size > 0
        said = note
        if is_due and when.missed:
            said = trn("{n} missed. {note}", "{n} missed. {note}", when.missed, note=note)
        elif when.at is not None and not is_due and size:
            said = tr("Due {when}. {note}", when=day(when.at.astimezone().date(), now), note=note)
        found.append(Offer(kind=kind, shelf="", name=name, note=said, products=size, due=is_due))
    for shelf, size in count_lists.shelves(db, shelf_of):
        found.append(Offer(kind=CountKind.SHELF, shelf=shelf, name=shelf, note=tr("One shelf"), products=size))
    return sorted(found, key=lambda offer: (not offer.due, not offer.products))


class StartView(QWidget):
    """`begin` carries an `Offer`, `go_on` the number of an open count, `discard` as well, `audit` one of the four,
    `go` a page and what to show there.

    `stall_day` and `stall_after` begin something at the stall; `stall_on` carries the day that goes on.
    """

    begin = Signal(object)
    go_on = Signal(int)
    discard = Signal(int)
    audit = Signal(object)
    past = Signal()
    settings = Signal()
    stall_day = Signal()
    stall_on = Signal(int)
    stall_after = Signal()
    go = Signal(str, object)

    def __init__(self, db: Connection, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._db, self._clock = db, clock
        self.words = Paragraph(_usual())
        self.full = Paragraph("", "small")
        self.full_one = Button(tr("Floors to update"), size=ButtonSize.SMALL)
        self.open_title = SectionTitle(tr("Open counts"), tr("go on where you stopped"))
        self.open, self._open_model = self._open_table()
        self.continue_one = Button(tr("Go on counting"), Variant.PRIMARY)
        self.discard_one = Button(tr("Discard…"))
        self.audits = AuditList(clock())
        self.kinds, self._kinds_model = self._kinds_table()
        self.start_one = Button(tr("Begin this count"), Variant.PRIMARY)
        self.past_ones, self.how = Button(tr("Counts so far…")), Button(tr("How you count…"))
        self.stall_one, self.stall_before = Button(tr("Stall day…")), Button(tr("Stall sales of an earlier day…"))
        self._stall_days: list[StallDay] = []
        self.reason = Paragraph("", colour="text_tertiary")
        self._open_box = QWidget()
        self._lay_out()
        self._connect()

    def read(self) -> None:
        """Read what there is."""
        opened = counts.open_sessions(self._db)
        self._open_box.setVisible(bool(opened))
        self.open.show_rows(opened)
        self._fit()
        self.kinds.show_rows(offers(self._db, self._clock()))
        self.audits.show_standings(audits.standing(self._db, self._clock()), self._clock())
        self.words.setText(_usual())
        self._read_stall()
        self._read_full()
        self._settle()

    def say(self, sentence: str) -> None:
        """What was just done, until the page is read again."""
        self.words.setText(sentence)

    def begin_kind(self, kind: CountKind) -> None:
        """Begin a count of this kind, or go on with the one that is open."""
        known = next((one for one in self._open_model.rows if one.kind == kind.value), None)
        offer = next((one for one in self._kinds_model.rows if one.kind is kind), None)
        if known is not None:
            self.go_on.emit(known.id)
        elif offer is not None and offer.products:
            self.begin.emit(offer)

    def _read_full(self) -> None:
        """R90: a full count shows what is really there; the floors are looked at with it."""
        now, at = self._clock(), None
        for one in counts.ended_sessions(self._db):
            whole = one.kind == CountKind.FULL.value and one.ended_at is not None and now - one.ended_at <= _AFTER_FULL
            if whole and one.ended_at is not None and count_figures.settled(self._db, count=one.id):
                at = one.ended_at
                break
        if at is not None:
            on = day(at.astimezone().date(), now)
            self.full.setText(tr("Everything was counted by {day}. Do the floors still fit?", day=on))
        for part in (self.full, self.full_one):
            part.setVisible(at is not None)

    def _read_stall(self) -> None:
        self._stall_days = stall_days.open_days(self._db)
        first = self._stall_days[0] if self._stall_days else None
        go_on = tr("Go on at {place}", place=first.name) if first is not None else tr("Stall day…")
        self.stall_one.setText(go_on)

    def _stall(self) -> None:
        if self._stall_days:
            self.stall_on.emit(self._stall_days[0].id)
        else:
            self.stall_day.emit()

    def take_keyboard(self) -> None:
        """An open count first, else the kinds."""
        table = self.open if self._open_model.rows else self.kinds
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, kind: CountKind) -> None:
        """Put the keyboard on this kind, to be begun."""
        self.kinds.select_row(self._kinds_model.row_of((kind, "")))

    def _settle(self) -> None:
        offer = self.kinds.current()
        ready = offer is not None and offer.products > 0
        self.start_one.setEnabled(ready)
        self.reason.setText("" if ready else tr("There is nothing of this kind to count."))
        self.start_one.set_variant(Variant.SECONDARY if self._open_model.rows else Variant.PRIMARY)

    def _begin(self) -> None:
        offer = self.kinds.current()
        if offer is not None and offer.products:
            self.begin.emit(offer)

    def _about(self, signal: Callable[[int], None]) -> None:
        session = self.open.current()
        if session is not None:
            signal(session.id)

    def _connect(self) -> None:
        self.audits.wanted.connect(self.audit)
        self.full_one.clicked.connect(lambda _checked=False: self.go.emit("planning", UPDATES))
        self.stall_one.clicked.connect(lambda _checked=False: self._stall())
        self.stall_before.clicked.connect(lambda _checked=False: self.stall_after.emit())
        self.kinds.chosen.connect(self._settle)
        self.kinds.opened.connect(lambda _index: self._begin())
        self.start_one.clicked.connect(lambda _checked=False: self._begin())
        self.past_ones.clicked.connect(lambda _checked=False: self.past.emit())
        self.how.clicked.connect(lambda _checked=False: self.settings.emit())
        self.open.opened.connect(lambda _index: self._about(self.go_on.emit))
        self.continue_one.clicked.connect(lambda _checked=False: self._about(self.go_on.emit))
        self.discard_one.clicked.connect(lambda _checked=False: self._about(self.discard.emit))

    def _open_table(self) -> tuple[SheetTable[Session], Sheet[Session]]:
        quiet = Look(colour="text_secondary")
        fields: list[Field[Session]] = [
            Field(
                head=tr("Count"), words=lambda row: row.name, glyph=lambda _row: Glyph.READY,
                column=Column(240, StatusDelegate, stretch=True),
            ),
            Field(
                head=tr("Begun"), words=lambda row: moment(row.begun_at, self._clock()), look=lambda _row: quiet,
                column=Column(190, CellDelegate),
            ),
            Field(head=tr("Counted"), words=self._progress, column=Column(160, CellDelegate)),
        ]  # fmt: skip
        said = lambda row: tr("{count}: {progress}", count=row.name, progress=self._progress(row))  # noqa: E731
        model: Sheet[Session] = Sheet(fields, key=lambda row: row.id, said=said)
        table: SheetTable[Session] = SheetTable(tr("Open counts"), model, fields)
        table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        return table, model

    def _progress(self, session: Session) -> str:
        lines = counts.lines(self._db, session.id)
        done = sum(line.done or line.posted is not None for line in lines)
        return tr("{done} of {all}", done=number(done), all=number(len(lines)))

    def _kinds_table(self) -> tuple[SheetTable[Offer], Sheet[Offer]]:
        quiet = Look(colour="text_secondary")
        fields: list[Field[Offer]] = [
            Field(
                head=tr("Count"), words=lambda row: row.name,
                glyph=lambda row: Glyph.REORDER if row.due else None,
                look=lambda row: Look(strong=True) if row.due else None if row.products else quiet,
                column=Column(240, StatusDelegate),
            ),
            Field(
                head=tr("For"), words=lambda row: tr("Due. {note}", note=row.note) if row.due else row.note,
                look=lambda _row: quiet, column=Column(380, CellDelegate, stretch=True),
            ),
            Field(head=tr("Products"), words=lambda row: row.products, column=Column(100, NumberDelegate)),
        ]  # fmt: skip
        said = lambda row: tr(  # noqa: E731
            "{name}, {n} products. {note}", name=row.name, n=number(row.products), note=row.note
        )
        model: Sheet[Offer] = Sheet(fields, key=lambda row: (row.kind, row.shelf), said=said)
        table: SheetTable[Offer] = SheetTable(tr("Kinds of counts"), model, fields)
        table.setSelectionMode(SheetTable.SelectionMode.SingleSelection)
        return table, model

    def _lay_out(self) -> None:
        opened = QVBoxLayout(self._open_box)
        opened.setContentsMargins(0, 0, 0, 16)
        opened.setSpacing(0)
        opened.addLayout(_inside(self.open_title))
        opened.addWidget(self.open)
        opened.addLayout(_inside(self.continue_one, self.discard_one))
        whole, part = QVBoxLayout(self), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(part))
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addLayout(_inside(self.words))
        column.addLayout(_inside(self.full_one, self.full))
        column.addSpacing(12)
        column.addWidget(self._open_box)
        column.addLayout(_inside(SectionTitle(tr("Audits"), tr("sync prevents, these find what drifted anyway"))))
        column.addWidget(self.audits)
        column.addSpacing(12)
        column.addLayout(_inside(SectionTitle(tr("Begin a count"), tr("blind: the ledger’s numbers stay hidden"))))
        column.addWidget(self.kinds, 1)
        column.addLayout(_inside(self.start_one, self.past_ones, self.how, self.reason))
        column.addSpacing(12)
        column.addLayout(_inside(SectionTitle(tr("At the stall"), tr("without a network too"))))
        column.addLayout(_inside(self.stall_one, self.stall_before))
        self._theme = follow(self._fit)
        self._fit()

    def _fit(self) -> None:
        """The audits are always seen in full, of counts and kinds the first few. The whole scrolls where it must."""
        head, row = self.kinds.horizontalHeader().sizeHint().height(), self._theme.size("row")
        self.audits.table.setFixedHeight(head + len(Audit) * row + _FRAME)
        shown = max(1, min(_OPEN_MOST, len(self._open_model.rows)))
        self.open.setFixedHeight(head + shown * row + _FRAME)
        self.kinds.setMinimumHeight(head + _KINDS_LEAST * row + _FRAME)


def _usual() -> str:
    return tr("Sales made while you count are allowed for. Every scan is kept: stop at any time.")


def _inside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(SIDE, 8, SIDE, 0)
    row.setSpacing(8)
    for part in parts:
        grows = isinstance(part, SectionTitle | Paragraph)
        row.addWidget(part, 1 if grows else 0, Qt.AlignmentFlag.AlignVCenter)
    if not any(isinstance(part, SectionTitle | Paragraph) for part in parts):
        row.addStretch(1)
    return row
