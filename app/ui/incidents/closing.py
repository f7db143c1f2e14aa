"""The end of an incident: a note, the button, and beside it why it cannot be pressed yet."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.incidents import IncidentRow
from app.ui.incidents.advice import obstacle
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.fields import TextField
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel, Paragraph
from app.ui.words import duration, moment, say, tr

NOTE_MAX = 2000


class Closing(QWidget):
    """`closed` carries the note."""

    closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: int | None = None
        self._title = SectionTitle(tr("Close the incident"))
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._title, self.note, self._act, self.ended):
            column.addWidget(part)
        self.setAccessibleName(tr("Close the incident"))

    def show_incident(self, row: IncidentRow, now: datetime) -> None:
        """How it stands. A note that is being written stays while the incident is the same."""
        if row.id != self._shown:
            self._shown = row.id
            self.note.set_text("")
        closed = row.closed_at is not None
        self._title.set_title(tr("Closed") if closed else tr("Close the incident"))
        self.note.setVisible(not closed)
        self._act.setVisible(not closed)
        self.ended.setVisible(closed)
        self.ended.setText(_ended(row, now))
        self._settle(row)

    def _settle(self, row: IncidentRow) -> None:
        why_not = obstacle(row)
        words = say(why_not) if why_not else ""
        self.button.setEnabled(why_not is None)
        self.button.setAccessibleDescription(words)
        self.reason.setText(words)
        self.reason.setVisible(bool(words))


def _ended(row: IncidentRow, now: datetime) -> str:
    if row.closed_at is None:
        return ""
    when, took = moment(row.closed_at, now), duration(row.closed_at - row.opened_at)
    if row.note:
        return tr("Closed {when}, after {duration}. {note}", when=when, duration=took, note=row.note)
    return tr("Closed {when}, after {duration}.", when=when, duration=took)
