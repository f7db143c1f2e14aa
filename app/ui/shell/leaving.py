"""Leaving: what may be sold twice meanwhile, what the seller wants done about it, and how far that is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.away import HELD_MAX, Away
from app.core.changes import Changes
from app.store import leaving, settings, shops
from app.store.database import transaction
from app.store.leaving import Outlook, Unconfirmed, Way
from app.ui.bridge import Bridge, LeavingLent
from app.ui.settings.rows import NumberField
from app.ui.shell.announce import speak
from app.ui.shell.gather import Gathered
from app.ui.shell.leaving_words import (
    measure_words,
    open_words,
    progress_words,
    relay_words,
    risk_words,
    shop_words,
    silent_words,
    stake_words,
    until_words,
)
from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox, RadioButton
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.progress import Meter
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import tr, trn

_WIDTH = 520
_LISTED = 4  # products or numbers that are named; of the others it is said how many
_METER = 478


class LeaveDialog(Dialog):
    """The question. `accepted` means: prepare; `as_it_is` leaves without. `wanted` is what the seller chose."""

    def __init__(self, window: QWidget, bridge: Bridge, found: Outlook, *, quits: bool) -> None:
        self.as_it_is = Button(tr("Quit as it is"))
        super().__init__(
            window,
            question=tr("Prepare before you quit?") if quits else tr("Get ready to leave?"),
            text=tr("While Plimsoll is closed or this computer sleeps, nobody answers a sale."),
            yes=tr("Prepare and quit") if quits else tr("Prepare"),
            no=tr("Keep it running"),
            safe_first=True,
            width=_WIDTH,
        )
        self._bridge, self.found = bridge, found
        self.as_it_is.setVisible(quits)
        self.wanted = leaving.wishes(bridge.db, now=bridge.now).away
        self.risk = Paragraph("", colour="text_primary")
        self._listed = QVBoxLayout()
        self._listed.setSpacing(6)
        self.places = Paragraph("", "small")
        self.body.addWidget(self.risk)
        self.body.addLayout(self._listed)
        self.body.addWidget(self.places)
        self._add_until()
        self._add_measures()
        self.silent = Paragraph("", "small")
        self.body.addWidget(self.silent)
        self.show_outlook(found)

    def show_outlook(self, found: Outlook) -> None:
        """What may happen until then."""
        self.found = found
        bridge, names = self._bridge, {shop.id: shop.name for shop in shops.shops(self._bridge.db)}
        self.risk.setText(risk_words(found, bridge.now))
        _clear(self._listed)
        for one in found.stakes[:_LISTED]:
            self._listed.addWidget(_line(found.titles.get(one.product, ""), stake_words(one)))
        more = len(found.stakes) - _LISTED
        if more > 0:
            self._listed.addWidget(Paragraph(trn("and {n} more product", "and {n} more products", more), "small"))
        self.places.setText(shop_words(found, names))
        self.places.setVisible(bool(found.stakes))
        said = [*silent_words(bridge.db), relay_words(bridge.db)]
        self.silent.setText(" ".join(said))
        self.measure.setText(measure_words(found))
        self.singles.setVisible(any(one.single for one in found.stakes))
        self.setAccessibleDescription(" ".join([self.risk.text(), self.measure.text(), *said]))

    def away(self) -> Away:
        """What is to be done, for the time that was chosen."""
        return replace(self.wanted, seconds=self.found.seconds, singles=self.singles.isChecked())

    def _add_until(self) -> None:
        """Until the usual return, or until nobody knows when; where no hours are known there is nothing to choose."""
        self.usual: RadioButton | None = None
        if self.found.until is None:
            return
        self.usual = RadioButton(tr("Back {when}", when=until_words(self.found.until, self._bridge.now)))
        self.longer = RadioButton(tr("Back later, or not known"))
        self.usual.setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(18)
        for button, known in ((self.usual, True), (self.longer, False)):
            row.addWidget(button)
            button.setAccessibleDescription(tr("When you are back"))
            button.clicked.connect(lambda _on=False, known=known: self._look(known=known))
        row.addStretch(1)
        self.body.addLayout(row)

    def _look(self, *, known: bool) -> None:
        lent = self._bridge.lent.leaving
        assert lent is not None
        self._bridge.background(lambda: lent.outlook(known), self.show_outlook)

    def _add_measures(self) -> None:
        self.measure = Paragraph("", colour="text_primary")
        self.body.addWidget(self.measure)
        self.held = NumberField(
            tr("Pieces held back in addition"),
            least=0,
            most=HELD_MAX,
            wrong=tr("From {least} to {most}", least=0, most=HELD_MAX),
            on_number=self._hold,
        )
        self.held.show_number(self.wanted.held)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(tr("Hold back in addition, of each product in each channel:")))
        row.addWidget(self.held)
        row.addStretch(1)
        self.body.addLayout(row)
        self.singles = CheckBox(tr("Show single pieces nowhere until I am back"))
        self.singles.setChecked(self.wanted.singles)
        self.body.addWidget(self.singles)

    def _hold(self, pieces: int | None) -> bool:
        self.wanted = replace(self.wanted, held=pieces or 0)
        return True

    def _answers(self) -> QHBoxLayout:
        row = super()._answers()
        row.insertWidget(0, self.as_it_is)
        self.as_it_is.setAutoDefault(True)
        return row


class LeavingDialog(Dialog):
    """It is being done: how many numbers are confirmed and which are not. `quits`: Plimsoll then ends by itself."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        away: Away,
        until: datetime | None,
        *,
        close: Callable[[], object],
        quits: bool,
    ) -> None:
        super().__init__(
            window,
            question=tr("Preparing to quit") if quits else tr("Getting ready to leave"),
            yes=tr("Quit now anyway") if quits else tr("Close Plimsoll"),
            no=tr("Keep it running"),
            safe_first=True,
            width=_WIDTH,
        )
        assert bridge.lent.leaving is not None
        self._bridge, self._lent, self._quits = bridge, bridge.lent.leaving, quits
        self._since, self._most, self.written, self.over = bridge.now, 0, False, False
        self.glyph = StatusGlyph(Glyph.OPEN, tr("Waiting"))
        self.sentence = Paragraph(tr("Working out what each channel should show."), colour="text_primary")
        self.meter = Meter(0.0, tr("Nothing is confirmed yet"), width=_METER)
        self.named = Paragraph("", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.meter)
        self.body.addWidget(self.named)
        self.named.hide()
        self._news = Gathered(lambda _changes: self.settle(), self)
        bridge.changed.connect(self._news.add)
        self.accepted.connect(close)
        self.rejected.connect(self._stay)
        how = Way.QUIT.value
        bridge.background(lambda: self._lent.prepare(away, how, until), lambda _done: self._written())

    def settle(self) -> None:
        """Look again what the shops have confirmed."""
        if not self.written or self.over:
            return
        db, now = self._bridge.db, self._bridge.now
        counted = leaving.count_unconfirmed(db, since=self._since)
        waiting = leaving.on_the_way(counted)
        stuck = sum(sum(found.values()) for found in counted.values()) - waiting
        self._most = max(self._most, waiting)
        confirmed = self._most - waiting
        self.sentence.setText(progress_words(waiting, stuck, confirmed))
        self.meter.set_share(confirmed / self._most if self._most else 1.0, self.sentence.text())
        self._name(leaving.unconfirmed(db, since=self._since, now=now) if counted else [])
        if not waiting:
            self._end(stuck)

    def _written(self) -> None:
        self.written = True
        self._bridge.lent.wake()
        self.settle()

    def _name(self, found: Sequence[Unconfirmed]) -> None:
        """What could not be confirmed is named, what may sell too much first."""
        names = {shop.id: shop.name for shop in shops.shops(self._bridge.db)}
        said = [open_words(one, names.get(one.shop, "")) for one in found[:_LISTED]]
        more = len(found) - _LISTED
        if more > 0:
            said.append(trn("And {n} more.", "And {n} more.", more))
        silent = [shop.name for shop in shops.shops(self._bridge.db) if shop.sends and shop.trouble is not None]
        if silent and found:
            said += [tr("No answer yet from {shop}: Plimsoll goes on trying.", shop=name) for name in silent]
        self.named.setText("\n".join(said))
        self.named.setVisible(bool(said))
        self.setAccessibleDescription(" ".join([self.sentence.text(), *said]))

    def _end(self, stuck: int) -> None:
        self.over = True
        self.glyph.set_glyph(Glyph.LOOK if stuck else Glyph.DONE, tr("Done"))
        speak(self, self.sentence.text(), pressing=False)
        if self._quits and not stuck:
            self.accept()

    def _stay(self) -> None:
        """The seller stays: what was prepared is taken back, unless it was only to get ready."""
        if self._quits or not self.over:
            self._bridge.background(
                self._lent.take_back, lambda _done: self._bridge.changed.emit(Changes(settings=True))
            )


class Leaver:
    """Asks and prepares over one window, and then lets it `close`."""

    def __init__(self, window: QWidget, bridge: Bridge, close: Callable[[], object]) -> None:
        self._window, self._bridge, self._close = window, bridge, close
        self.dialog: Dialog | None = None
        self._asking = False

    def begin(self, lent: LeavingLent, *, quits: bool) -> None:
        """Where nothing can be sold twice there is nothing to ask, and quitting is quitting."""
        if self._asking or self.dialog is not None:
            return
        self._asking = known = True
        self._bridge.background(
            lambda: lent.outlook(known),
            lambda found: self._found(found, quits=quits),
            lambda error: self._failed(error, quits=quits),
        )

    def _failed(self, error: object, *, quits: bool) -> None:
        """What cannot be worked out keeps nobody from quitting."""
        self._asking = False
        if quits:
            self._close()
        else:
            self._bridge.trouble.emit(error)

    def _found(self, found: Outlook, *, quits: bool) -> None:
        self._asking = False
        if quits and not found.stakes:
            self._close()
            return
        dialog = LeaveDialog(self._window, self._bridge, found, quits=quits)
        dialog.accepted.connect(lambda: self._prepare(dialog, quits=quits))
        dialog.as_it_is.clicked.connect(lambda _on=False: self._leave_it(dialog))
        self._open(dialog)

    def _leave_it(self, dialog: Dialog) -> None:
        dialog.reject()
        self._close()

    def _prepare(self, asked: LeaveDialog, *, quits: bool) -> None:
        away = asked.away()
        self._remember(away)
        until = asked.found.until if asked.found.seconds < float("inf") else None
        self._open(LeavingDialog(self._window, self._bridge, away, until, close=self._close, quits=quits))

    def _remember(self, away: Away) -> None:
        """The next question starts from what was wanted this time."""
        bridge, kept = self._bridge, replace(away, seconds=Away().seconds).text()

        def write() -> Changes:
            with transaction(bridge.db):
                settings.put(bridge.db, settings.LEAVE_AS, kept, now=bridge.now)
            return Changes(settings=True)

        if (settings.get(bridge.db, settings.LEAVE_AS) or Away().text()) != kept:
            bridge.perform(write)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._finished(dialog))
        dialog.open()

    def _finished(self, dialog: Dialog) -> None:
        if self.dialog is dialog:
            self.dialog = None


def _line(title: str, words: str) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Paragraph(title, colour="text_primary", weight=600))
    column.addWidget(Paragraph(words, "small"))
    line.setAccessibleName(tr("{title}: {words}", title=title, words=words))
    return line


def _clear(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
