"""What became of a pause or of resuming: one line for each shop or listing, as it was read back there, until closed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store import compares, health, listings, shops
from app.store.listings import ListingRow
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.shell.announce import speak
from app.ui.shell.gather import Gathered
from app.ui.widgets.badge import Badge
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import clock_time, tr, trn

_WAITS = ("due", "in_flight", "retrying")


@dataclass(frozen=True, slots=True)
class Result:
    """How it stands in one place."""

    shop: str
    letter: str
    glyph: Glyph
    words: str

    @property
    def over(self) -> bool:
        """Will nothing more come of it?"""
        return self.glyph is not Glyph.OPEN


def shop_result(db: Connection, number: int, since: datetime) -> Result | None:
    """How pausing or resuming a whole shop went, by what was read back since; None where it was removed."""
    shop = shops.shop(db, number)
    if shop is None:
        return None
    glyph, words = _paused(db, shop, since) if shop.mode == "paused" else _resumed(db, shop)
    return Result(shop.name, shop.letter, glyph, words)


def _paused(db: Connection, shop: Shop, since: datetime) -> tuple[Glyph, str]:
    if shop.trouble is not None:
        return Glyph.LOOK, tr("Paused: nothing is sent. It does not answer, so its numbers could not be read back.")
    report = next(iter(compares.reports(db, shop.id, limit=1)), None)
    if report is None or report.ended_at <= since:
        return Glyph.OPEN, tr("Paused: nothing is sent. Its numbers are being read back.")
    words = tr(
        "Paused, and it goes on selling. Read back {at}: {agree} of {all} numbers are as they should be.",
        at=clock_time(report.ended_at, seconds=True),
        agree=report.agreeing,
        all=report.listings,
    )
    return Glyph.LOOK if report.differing else Glyph.DONE, words


def _resumed(db: Connection, shop: Shop) -> tuple[Glyph, str]:
    pulse = health.pulse(db, shop.id)
    if shop.mode != "live":
        return Glyph.OPEN, tr("Looking only: nothing is sent.")
    if shop.trouble is not None:
        return Glyph.LOOK, tr("Live again, but it does not answer. Plimsoll goes on trying.")
    if pulse.waiting:
        words = trn("Live again: {n} update is on its way.", "Live again: {n} updates are on their way.", pulse.waiting)
        return Glyph.OPEN, words
    if pulse.stuck:
        words = trn("Live again. {n} update was not taken.", "Live again. {n} updates were not taken.", pulse.stuck)
        return Glyph.LOOK, words
    return Glyph.DONE, tr("Live again. It has confirmed everything.")


def listing_result(db: Connection, number: int, since: datetime) -> Result | None:
    """How taking a listing off sale, or putting it back, went, by what was read back since."""
    row = listings.listing(db, number)
    shop = shops.shop(db, row.shop_id) if row is not None else None
    if row is None or shop is None:
        return None
    glyph, words = _off(row, since) if row.taken_off else _on(row)
    return Result(shop.name, shop.letter, glyph, words)


def _off(row: ListingRow, since: datetime) -> tuple[Glyph, str]:
    if row.gone_at is not None:
        return Glyph.DONE, tr("No longer listed there.")
    zero = row.believed == 0 and row.state not in _WAITS
    if row.pause == "failed":
        why = tr("It could not be taken off: {words}.", words=row.pause_words.rstrip("."))
        return (Glyph.LOOK, f"{why} {tr('It shows 0 instead.')}") if zero else (Glyph.OPEN, why)
    if row.state in ("refused", "gave_up"):
        return Glyph.LOOK, tr("Its number was not taken: {words}", words=row.words)
    if row.pause != "paused" or not zero:
        return Glyph.OPEN, tr("Being taken off sale and set to 0.")
    if row.seen_at is None or row.seen_at < since:
        return Glyph.OPEN, tr("Off sale and set to 0. Being read back.")
    at = clock_time(row.seen_at, seconds=True)
    if row.seen or row.active:
        return Glyph.LOOK, tr("Taken off, but read back {at} it shows {seen}.", at=at, seen=row.seen)
    return Glyph.DONE, tr("Off sale, 0 there. Read back {at}.", at=at)


def _on(row: ListingRow) -> tuple[Glyph, str]:
    if row.pause == "failed":
        return Glyph.LOOK, tr("It could not be put back: {words}", words=row.pause_words)
    if row.pause == "resume" or row.state in _WAITS:
        return Glyph.OPEN, tr("Being put back on sale.")
    if row.state in ("refused", "gave_up"):
        return Glyph.LOOK, tr("Its number was not taken: {words}", words=row.words)
    return Glyph.DONE, tr("On sale again, shows {number}.", number=row.believed)


class Line(QWidget):
    """One place and how it stands."""

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.badge = Badge(result.letter, result.shop)
        self.name = Label(result.shop, weight=600)
        self.words = Paragraph("", "small", colour="text_secondary")
        self.glyph = StatusGlyph(result.glyph, result.words)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self.name)
        said.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        self.tell(result)

    def tell(self, result: Result) -> None:
        """How it stands now."""
        self.words.setText(result.words)
        self.glyph.set_glyph(result.glyph, result.words)
        self.setAccessibleName(tr("{shop}: {words}", shop=result.shop, words=result.words))


class PausedDialog(Dialog):
    """The results, kept up to date. Closing it stops nothing."""

    def __init__(
        self, parent: QWidget | None, bridge: Bridge, read: Callable[[Connection], Sequence[Result]], *, title: str
    ) -> None:
        super().__init__(
            parent,
            question=title,
            text=tr("You can close this: Plimsoll goes on, and Channels shows the same."),
            yes=tr("Close"),
            no=tr("Go to channels"),
        )
        self.no.hide()
        self._bridge, self._read = bridge, read
        self.lines: list[Line] = []
        self._told = ""
        for result in read(bridge.db):
            line = Line(result)
            self.lines.append(line)
            self.body.addWidget(line)
        self._news = Gathered(lambda _changes: self.settle(), self)
        bridge.changed.connect(self._news.add)

    def settle(self) -> None:
        """Read it anew; what has come to its end is said once."""
        results = self._read(self._bridge.db)
        for line, result in zip(self.lines, results, strict=False):
            line.tell(result)
        if results and all(result.over for result in results):
            said = " ".join(tr("{shop}: {words}", shop=one.shop, words=one.words) for one in results)
            if said != self._told:
                self._told = said
                speak(self, said, pressing=False)


def show_shops(parent: QWidget, bridge: Bridge, numbers: Sequence[int], *, title: str) -> PausedDialog:
    """Open the results of pausing or resuming these shops, having asked each for its numbers."""
    since = bridge.now

    def read(db: Connection) -> list[Result]:
        return [result for number in numbers if (result := shop_result(db, number, since)) is not None]

    for number in numbers:
        bridge.lent.compare(number)
    return _opened(PausedDialog(parent, bridge, read, title=title))


def show_listings(parent: QWidget, bridge: Bridge, numbers: Sequence[int], *, title: str) -> PausedDialog:
    """Open the results of taking these listings off sale, or of putting them back."""
    since = bridge.now

    def read(db: Connection) -> list[Result]:
        return [result for number in numbers if (result := listing_result(db, number, since)) is not None]

    return _opened(PausedDialog(parent, bridge, read, title=title))


def _opened(dialog: PausedDialog) -> PausedDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
