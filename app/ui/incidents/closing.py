"""The end of an incident: its four ticks, a note, the button, and beside it why it cannot be pressed yet."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.closing import Facts, How, Tick, Ticked, covered_after_all, obstacle, ticks
from app.store.incidents import IncidentRow
from app.ui.incidents.fix_rows import LineGlyph
from app.ui.incidents.fix_words import ended_words, tick_name
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import duration, moment, say, tr

NOTE_MAX = 2000
REASON_MAX = 300


class TickLine(QWidget):
    """One tick: how it stands and why. The signals are the seller's."""

    made = Signal()
    taken_back = Signal()
    refused = Signal()

    def __init__(self, tick: Tick) -> None:
        super().__init__()
        self.tick, self._name = tick, tick_name(tick)
        self.glyph = LineGlyph(Glyph.OPEN, self._name, size=13)
        self.note = Paragraph("", "small", colour="text_secondary")
        self.press = Button(tr("Tick"), size=ButtonSize.SMALL, name=tr("Tick: {what}", what=self._name))
        self.press.clicked.connect(lambda _checked=False: self.made.emit())
        self.refuse = Button(
            tr("Does not apply…"),
            Variant.QUIET,
            size=ButtonSize.SMALL,
            name=tr("{what} does not apply", what=self._name),
        )
        self.refuse.clicked.connect(lambda _checked=False: self.refused.emit())
        self.back = Button(
            tr("Take back"), Variant.QUIET, size=ButtonSize.SMALL, name=tr("Take back: {what}", what=self._name)
        )
        self.back.clicked.connect(lambda _checked=False: self.taken_back.emit())
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(self._name, weight=600))
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for button in (self.refuse, self.back, self.press):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_tick(self, one: Ticked, *, said: bool, closed: bool) -> None:
        """How it stands now. `said`: the seller made it, and may take it back."""
        note = say(one.note)
        if one.how is How.NOT_NEEDED:
            note = tr("Does not apply. {reason}", reason=note)
        state = _state(one.how)
        self.glyph.set_glyph(Glyph.DONE if one.done else Glyph.OPEN, state)
        self.note.setText(note)
        self.press.setVisible(not one.done and one.by_hand and not closed)
        self.refuse.setVisible(not one.done and not closed)
        self.back.setVisible(said and one.how in (How.SELLER, How.NOT_NEEDED) and not closed)
        self.setAccessibleName(tr("{what}: {state}. {note}", what=self._name, state=state, note=note))


class ReasonDialog(Dialog):
    """Why a tick does not apply."""

    def __init__(self, parent: QWidget, tick: Tick) -> None:
        super().__init__(
            parent,
            question=tr("Why does “{what}” not apply?", what=tick_name(tick)),
            text=tr("The reason stands in the incident and in its report."),
            yes=tr("It does not apply"),
            no=tr("Leave it open"),
        )
        self.reason = TextField(tr("Reason"))
        self.reason.edit.setMaxLength(REASON_MAX)
        self.body.addWidget(self.reason)
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Only with a reason."""
        if not self.reason.text().strip():
            self.reason.set_error(tr("Say why, in a few words."))
            self.adjustSize()
            return
        super().accept()


class Closing(QWidget):
    """`closed` carries the note; `ticked` a tick and whether it is made; `refused` a tick and why it does not apply."""

    closed = Signal(str)
    ticked = Signal(object, bool)
    refused = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: int | None = None
        self.dialog: ReasonDialog | None = None
        self._title = SectionTitle(tr("Close the incident"))
        self.covered = Paragraph("", colour="text_primary")
        self.lines = {tick: TickLine(tick) for tick in Tick}
        for tick, line in self.lines.items():
            line.made.connect(lambda tick=tick: self.ticked.emit(tick, True))  # noqa: FBT003
            line.taken_back.connect(lambda tick=tick: self.ticked.emit(tick, False))  # noqa: FBT003
            line.refused.connect(lambda tick=tick: self.ask_reason(tick))
        self.note = TextField(tr("Note, if you like"), placeholder=tr("What helped, what to change"))
        self.note.edit.setMaxLength(NOTE_MAX)
        self.button = Button(tr("Close incident"), Variant.PRIMARY)
        self.button.clicked.connect(lambda _checked=False: self.closed.emit(self.note.text()))
        self.reason = ElidedLabel("", colour="text_secondary")
        self._act = QWidget()
        row = QHBoxLayout(self._act)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.reason, 1)
        self.ended = Paragraph(colour="text_primary")
        self._arrange()
        self.setAccessibleName(tr("Close the incident"))

    def show_incident(self, row: IncidentRow, facts: Facts, ended_as: str, now: datetime) -> None:
        """How it stands. A note that is being written stays while the incident is the same."""
        if row.id != self._shown:
            self._shown = row.id
            self.note.set_text("")
        closed = row.closed_at is not None
        found = ticks(facts)
        self._title.set_title(tr("Closed") if closed else tr("Close the incident"))
        self._title.set_note(tr("{done} of {all} ticks", done=sum(one.done for one in found), all=len(found)))
        for one in found:
            self.lines[one.tick].show_tick(one, said=one.tick in facts.said, closed=closed)
        covered = not closed and covered_after_all(facts)
        self.covered.setVisible(covered)
        self.covered.setText(
            tr("Nothing is short any more, and nobody was let down: it can be closed as “Covered after all”.")
        )
        self.button.setText(tr("Covered after all") if covered else tr("Close incident"))
        self.note.setVisible(not closed)
        self._act.setVisible(not closed)
        self.ended.setVisible(closed)
        self.ended.setText(_ended(row, ended_as, now))
        self._settle(facts)

    def ask_reason(self, tick: Tick) -> None:
        """Ask why it does not apply."""
        dialog = self.dialog = ReasonDialog(self.window(), tick)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.refused.emit(tick, dialog.reason.text().strip()))
        dialog.finished.connect(lambda _result: setattr(self, "dialog", None))
        dialog.open()

    def _settle(self, facts: Facts) -> None:
        why_not = obstacle(facts)
        words = say(why_not) if why_not else ""
        self.button.setEnabled(why_not is None)
        self.button.setAccessibleDescription(words)
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        for line in self.lines.values():
            column.addWidget(line)
        column.addSpacing(8)
        for part in (self.covered, self.note, self._act, self.ended):
            column.addWidget(part)
            column.addSpacing(10)


def _state(how: How) -> str:
    return {
        How.OPEN: tr("Open"),
        How.RECORDS: tr("Done"),
        How.SELLER: tr("Ticked by you"),
        How.NOT_NEEDED: tr("Does not apply"),
    }[how]


def _ended(row: IncidentRow, ended_as: str, now: datetime) -> str:
    if row.closed_at is None:
        return ""
    when, took = moment(row.closed_at, now), duration(row.closed_at - row.opened_at)
    said = [tr("Closed {when}, after {duration}.", when=when, duration=took)]
    return " ".join(filter(None, (*said, ended_words(ended_as), row.note)))
