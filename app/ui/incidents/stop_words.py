"""Each listing of the step Stop selling in words: how it stands, why Plimsoll cannot, and what to do by hand."""

from dataclasses import dataclass

from app.core.stopping import Stop, Told, stop_of
from app.store.listings import ListingRow
from app.store.shops import Shop
from app.store.stops import Stopped
from app.ui.widgets.glyphs import Glyph
from app.ui.words import clock_time, tr

_WAITS = ("due", "in_flight", "retrying")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the step."""

    stopped: Stopped
    stop: Stop
    glyph: Glyph
    words: str

    @property
    def may_tick(self) -> bool:
        """Is it the seller's to do, or done by the seller?"""
        return self.stop in (Stop.BY_HAND, Stop.TICKED)

    @property
    def may_retry(self) -> bool:
        """May Plimsoll ask once more?"""
        return self.stop is Stop.BY_HAND and _reached(self.stopped.shop)


_GLYPHS = {
    Stop.SELLING: Glyph.LOOK,
    Stop.AT_ZERO: Glyph.OK,
    Stop.UNDER_WAY: Glyph.OPEN,
    Stop.STOPPED: Glyph.DONE,
    Stop.BY_HAND: Glyph.LOOK,
    Stop.TICKED: Glyph.DONE,
    Stop.RESUMED: Glyph.LIVE,
}


def row_of(stopped: Stopped) -> Row:
    """How a listing stands now."""
    stop = stop_of(told(stopped))
    return Row(stopped=stopped, stop=stop, glyph=_GLYPHS[stop], words=_words(stopped, stop))


def told(stopped: Stopped) -> Told:
    """What is known of it."""
    row, asked = stopped.listing, stopped.asked_at
    zero = row.believed == 0 and row.state not in _WAITS
    since = asked is not None and row.seen_at is not None and row.seen_at >= asked
    return Told(
        held=stopped.held,
        reached=_reached(stopped.shop),
        zero=zero,
        off=row.pause == "paused",
        failed=row.pause == "failed" or row.state in ("refused", "gave_up"),
        read_back=since and not row.seen,
        contradicted=since and bool(row.seen) and zero,
        ticked=stopped.ticked_at is not None,
        resumed=stopped.resumed_at is not None,
    )


def _reached(shop: Shop) -> bool:
    return shop.sends and shop.trouble is None


def _words(stopped: Stopped, stop: Stop) -> str:
    row, shop = stopped.listing, stopped.shop
    match stop:
        case Stop.SELLING if row.believed is None and shop.by_hand:
            return tr("Kept by hand. Press Stop selling everywhere, and it is yours to tick here.")
        case Stop.SELLING if row.believed is None:
            return tr("Not read yet.")
        case Stop.SELLING:
            return tr("Shows {number}.", number=row.believed)
        case Stop.AT_ZERO:
            return tr("Shows 0. Not held: it goes up again when pieces come in.")
        case Stop.UNDER_WAY if row.pause == "paused":
            return tr("Off sale. Being read back.")
        case Stop.UNDER_WAY:
            return tr("Being taken off sale and set to 0.")
        case Stop.STOPPED:
            assert row.seen_at is not None
            return tr("Off sale, 0 there. Read back {at}.", at=clock_time(row.seen_at, seconds=True))
        case Stop.TICKED:
            assert stopped.ticked_at is not None
            return tr("Done by hand {at}.", at=clock_time(stopped.ticked_at))
        case Stop.RESUMED:
            return tr("Back on sale.")
    return " ".join((_why(row, shop), tr("Set it to 0 in {shop}, then tick it here.", shop=shop.name)))


def _why(row: ListingRow, shop: Shop) -> str:
    """Why Plimsoll cannot do it."""
    if shop.by_hand:
        return tr("This place is kept by hand.")
    if shop.trouble is not None:
        return tr("{shop} does not answer. Plimsoll goes on trying.", shop=shop.name)
    if not shop.sends:
        return tr("Plimsoll sends nothing there now.")
    said = row.pause_words if row.pause == "failed" else row.words
    if said:
        return tr("{shop} refused: {words}.", shop=shop.name, words=said.rstrip("."))
    return tr("Read back, it still shows {number}.", number=row.seen)
