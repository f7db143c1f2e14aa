"""Step 1, Stop selling: one button, one line for each listing as it was read back, and resuming later."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.stopping import Stop
from app.store.stops import Stopped
from app.ui.incidents.stop_words import Row, row_of
from app.ui.links import open_page, public_page
from app.ui.shell.announce import speak
from app.ui.shell.header import SIDE
from app.ui.theme import follow
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.glyphs import StatusGlyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr, trn

_WIDTH = 760


class StopLine(QWidget):
    """One listing. `ticked` and `retried` carry it."""

    ticked = Signal(int, bool)
    retried = Signal(int)

    def __init__(self, row: Row) -> None:
        super().__init__()
        stopped = row.stopped
        self.listing = stopped.listing.id
        shop, url = stopped.shop, stopped.listing.url
        name = shop.name if stopped.own else tr("{shop}, in {bundle}", shop=shop.name, bundle=stopped.title)
        self.name = Label(name, weight=600)
        self.words = Paragraph("", colour="text_secondary")
        self.glyph = StatusGlyph(row.glyph, row.words, size=14)
        self.retry = Button(tr("Try again"), size=ButtonSize.SMALL, name=tr("Try again at {shop}", shop=name))
        self.retry.clicked.connect(lambda _checked=False: self.retried.emit(self.listing))
        self.page = Button(tr("Open in {shop}", shop=shop.name), size=ButtonSize.SMALL, icon="external")
        self.page.clicked.connect(lambda _checked=False: open_page(url))
        self._public = public_page(url) is not None
        self.tick = CheckBox(tr("Done by hand"), name=tr("Done by hand at {shop}", shop=name))
        self.tick.clicked.connect(lambda on: self.ticked.emit(self.listing, on))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.name)
        said.addWidget(self.words)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in (self.tick, self.retry, self.page):
            acts.addWidget(act)
        acts.addStretch(1)
        said.addLayout(acts)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(12)
        line.addWidget(Badge(shop.letter, shop.name, paused=not shop.sends), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """How it stands now."""
        self.row = row
        self.words.setText(row.words)
        self.glyph.set_glyph(row.glyph, row.words)
        self.tick.setVisible(row.may_tick)
        self.tick.setChecked(row.stop is Stop.TICKED)
        self.retry.setVisible(row.may_retry)
        self.page.setVisible(row.may_tick and self._public)
        self.setAccessibleName(tr("{shop}: {words}", shop=self.name.text(), words=row.words))


class StopView(QScrollArea):
    """`stop` and `resume` are the seller's; `ticked` and `retried` carry a listing."""

    stop = Signal()
    resume = Signal()
    ticked = Signal(int, bool)
    retried = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: list[StopLine] = []
        self._told = ""
        self.lead = Paragraph("", "lead", colour="text_primary")
        self.button = Button(tr("Stop selling everywhere"), Variant.PRIMARY, icon="pause")
        self.button.clicked.connect(lambda _checked=False: self.stop.emit())
        self.back = Button(tr("Put back on sale…"))
        self.back.clicked.connect(lambda _checked=False: self.resume.emit())
        self.title = SectionTitle(tr("Where it is listed"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.nowhere = Paragraph(tr("No channel lists it. There is nothing to stop."))
        self._content = QWidget()
        self._arrange()
        self._theme = follow(self._dress)
        self._dress()

    def show_stops(self, stops: Sequence[Stopped]) -> None:
        """Every listing, as it stands now."""
        rows = [row_of(stopped) for stopped in stops]
        if [line.listing for line in self.lines] != [row.stopped.listing.id for row in rows]:
            self._rebuild(rows)
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row)
        held = [row for row in rows if row.stopped.held]
        self.nowhere.setVisible(not rows)
        self.button.setVisible(len(held) < len(rows))
        self.back.setVisible(bool(held))
        self.lead.setText(_lead(rows, len(held)))
        self.title.set_note(trn("{n} listing", "{n} listings", len(rows)))
        self._tell(rows, held)

    def take_keyboard(self) -> None:
        """The one button, or the first thing to do by hand."""
        targets = [self.button, *(line.tick for line in self.lines), self.back]
        found = next((one for one in targets if one.isVisibleTo(self)), self)
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, rows: Sequence[Row], held: Sequence[Row]) -> None:
        """Once everything has come to its end it is said, once."""
        if not held or any(row.stop is Stop.UNDER_WAY for row in rows):
            return
        said = " ".join(line.accessibleName() for line in self.lines)
        if said != self._told and self.isVisible():
            self._told = said
            speak(self, said, pressing=False)

    def _rebuild(self, rows: Sequence[Row]) -> None:
        for old in self.lines:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [StopLine(row) for row in rows]
        for line in self.lines:
            line.ticked.connect(self.ticked)
            line.retried.connect(self.retried)
            self._rows.addWidget(line)

    def _arrange(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.button)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 20, 0, SIDE)
        column.setSpacing(16)
        column.addWidget(self.lead)
        column.addLayout(acts)
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.nowhere)
        column.addLayout(self._rows)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.addWidget(self._content, 1)
        row.addStretch(0)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)

    def _dress(self) -> None:
        self._content.setMaximumWidth(self._theme.px(_WIDTH))


def _lead(rows: Sequence[Row], held: int) -> str:
    if not rows:
        return tr("Nothing to stop.")
    if not held:
        return tr(
            "One press takes it off sale on every channel, and in every bundle that holds it. It stays off until you"
            " put it back: no delivery, return or count does that."
        )
    by_hand = sum(row.stop is Stop.BY_HAND for row in rows)
    if by_hand:
        return trn("{n} listing needs your hands.", "{n} listings need your hands.", by_hand)
    if any(row.stop is Stop.UNDER_WAY for row in rows):
        return tr("Plimsoll is stopping it, ahead of everything else that waits there.")
    return tr("Nobody can buy it now. It stays off sale until you put it back.")
