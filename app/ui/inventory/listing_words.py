"""What is to be said of a product on one shop: why it shows that number, how the last update went, what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.channel import Off
from app.core.text import N_, Text
from app.store.rulebook import Limit
from app.ui.inventory.facts import Listed
from app.ui.widgets.glyphs import Glyph


class Remedy(StrEnum):
    """What the seller can do about it here."""

    SEND_AGAIN = "send_again"
    SEND_OURS = "send_ours"
    TAKE_OFF_AGAIN = "take_off_again"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong with a listing, in one sentence, and what can be done about it."""

    glyph: Glyph
    words: Text
    remedy: Remedy | None = None


def shown_words(listed: Listed) -> Text:
    """What it shows, in one sentence."""
    shop, number = listed.shop.name, listed.number
    if listed.taken_off:
        return N_("Taken off {shop}", shop=shop)
    if number is None:
        return N_("Plimsoll has not read yet what {shop} shows", shop=shop)
    return N_("{shop} shows {number}", shop=shop, number=number)


def why(listed: Listed, held: Limit, *, on_hand: int, committed: int) -> Iterator[Text]:
    """The sum behind the number, then how far the update is."""
    if listed.slot is not None:
        yield listed.slot.offer.why
    elif listed.shop.by_hand:
        yield N_(
            "{on_hand} on hand, {committed} committed, {held} held back",
            on_hand=on_hand,
            committed=committed,
            held=held.total,
        )
    if not listed.shop.by_hand:
        yield state_words(listed)


def state_words(listed: Listed) -> Text:
    """How far the newest update is."""
    shop, listing = listed.shop, listed.listing
    assert listing is not None
    if listing.gone_at is not None:
        return N_("Broken link: {shop} no longer has this listing", shop=shop.name)
    if not listing.counted:
        return N_("{shop} does not count its stock: nothing is sent", shop=shop.name)
    if listed.slot is None:
        return N_("No number yet: nothing is sent")
    if listing.off == Off.PARKED and not listing.taken_off:
        return N_("Paused by Plimsoll: none is left to sell at {shop}", shop=shop.name)
    match listing.state:
        case "refused":
            return _with_words(N_("Refused"), N_("Refused: “{words}”", words=listing.words), listing.words)
        case "gave_up":
            return _with_words(
                N_("Plimsoll gave up"), N_("Plimsoll gave up: “{words}”", words=listing.words), listing.words
            )
        case "acknowledged":
            if listing.confirmed_at is None:
                return N_("Nothing was sent yet")
            return N_("Confirmed {at}", at=listing.confirmed_at)
    return _waiting(listed)


def _waiting(listed: Listed) -> Text:
    shop, listing = listed.shop, listed.listing
    assert listing is not None
    if shop.mode == "looking":
        return N_("Looking only: nothing is sent to {shop}", shop=shop.name)
    if shop.mode == "paused":
        return N_("{shop} is paused: nothing is sent", shop=shop.name)
    if shop.held is not None:
        return N_("Sending to {shop} stopped until you decide", shop=shop.name)
    if listing.state == "in_flight":
        return N_("Being sent now")
    if listing.state == "retrying":
        return _with_words(N_("Trying again"), N_("Trying again: “{words}”", words=listing.words), listing.words)
    return N_("Waiting to be sent")


def troubles(listed: Listed) -> Iterator[Trouble]:
    """What is wrong with this listing; nothing when all is well."""
    listing, shop = listed.listing, listed.shop
    if listing is None:
        return
    if listing.gone_at is not None:
        yield Trouble(
            Glyph.LOOK, N_("{shop} no longer has this listing. Look at its link in Channels.", shop=shop.name)
        )
        return
    if not listing.counted:
        yield Trouble(
            Glyph.LOOK,
            N_("{shop} does not count its stock. Turn on stock management for it there.", shop=shop.name),
        )
        return
    if listed.broken:
        yield Trouble(
            Glyph.LOOK,
            N_("{shop} sold more than it showed. Plimsoll reads it again before it raises anything.", shop=shop.name),
        )
    yield from _update_trouble(listed)
    if listing.differs is not None and not listing.taken_off and listed.slot is not None:
        yield Trouble(
            Glyph.DIFFERS,
            N_(
                "{shop} shows {number}, Plimsoll says {says}.",
                shop=shop.name,
                number=listing.differs,
                says=listed.slot.offer.quantity,
            ),
            Remedy.SEND_OURS if shop.sends else None,
        )
    if listing.oversells:
        yield Trouble(Glyph.LOOK, N_("{shop} goes on selling it below zero. Change that there.", shop=shop.name))
    yield from _pause_trouble(listed)


def _update_trouble(listed: Listed) -> Iterator[Trouble]:
    listing, shop = listed.listing, listed.shop
    assert listing is not None
    again = Remedy.SEND_AGAIN if shop.sends else None
    words = listing.words
    if listing.state == "refused" and listing.off and listing.off != Off.PARKED:
        told = N_("{shop} has it off sale, and putting it back may cost a fee.", shop=shop.name)
        yield Trouble(Glyph.LOOK, N_("{told} Do that in Channels, under Links.", told=told))
    elif listing.state == "refused":
        told = N_("{shop} refused {number}: “{words}”", shop=shop.name, number=listing.sent_quantity, words=words)
        plain = N_("{shop} refused {number}.", shop=shop.name, number=listing.sent_quantity)
        yield Trouble(Glyph.OVERSOLD, _with_words(plain, told, words), again)
    elif listing.state == "gave_up":
        told = N_(
            "{shop} did not take {number} for a day: “{words}”",
            shop=shop.name,
            number=listing.sent_quantity,
            words=words,
        )
        plain = N_("{shop} did not take {number} for a day.", shop=shop.name, number=listing.sent_quantity)
        yield Trouble(Glyph.OVERSOLD, _with_words(plain, told, words), again)


def _pause_trouble(listed: Listed) -> Iterator[Trouble]:
    listing, shop = listed.listing, listed.shop
    assert listing is not None
    if listing.pause != "failed":
        return
    words = listing.pause_words
    if listing.taken_off:
        told = N_("{shop} shows 0, but did not take it off sale: “{words}”", shop=shop.name, words=words)
        plain = N_("{shop} shows 0, but did not take it off sale.", shop=shop.name)
        yield Trouble(Glyph.LOOK, _with_words(plain, told, words), Remedy.TAKE_OFF_AGAIN if shop.sends else None)
    else:
        told = N_("{shop} did not put it back on sale: “{words}” Do that there.", shop=shop.name, words=words)
        plain = N_("{shop} did not put it back on sale. Do that there.", shop=shop.name)
        yield Trouble(Glyph.LOOK, _with_words(plain, told, words))


def _with_words(plain: Text, told: Text, words: str) -> Text:
    """The shop's own words only where it said something."""
    return told if words else plain
