"""The seller takes a listing off sale, or wants it on sale again. Etsy can only do so for a whole listing."""

from msgspec.structs import replace

from app.channels.etsy.api import EtsyApi, must_be_etsys, words_of
from app.channels.etsy.parking import ACTIVE, OFF, Parked, holds, memo_of, noted
from app.channels.etsy.putting import STILL_OFF, STILL_ON, set_state
from app.channels.etsy.reading import Now, only_writer, read_first, read_now
from app.channels.etsy.wire import Listing
from app.channels.http import Answer
from app.core.text import N_, Text
from app.errors import ChannelRefused, ChannelUnavailable


def pause(api: EtsyApi, ref: str, shop: int) -> str:
    """Take a listing off sale; what `resume` needs to know.

    Raises `ChannelRefused` when the listing holds several numbers: the others must stay on sale, so show 0 instead.
    """
    with only_writer(shop, ref):
        now = read_first(api, ref)
        if len(now.groups) > 1:
            raise ChannelRefused(
                N_("“{title}” has other variations, and Etsy can only pause all of them.", title=now.listing.title),
                N_("Let this listing show 0 instead."),
            )
        memo = noted(now.listing, now.quantities, api.there())
        if now.listing.state == ACTIVE:
            memo = replace(memo, state_at=_switch(api, now, OFF[0]).state_timestamp)
        return memo.text()


def resume(api: EtsyApi, parked: Parked, ref: str, text: str, shop: int) -> None:
    """Let a listing that `pause` took off be on sale again.

    Where its number was meant to be 0 since, the listing comes back with its next number: not for a moment with the
    old one. What was not on sale before stays as it is. Raises `ChannelRefused` when somebody else has changed its
    state since.
    """
    memo = memo_of(text)
    if memo is None:
        raise ChannelRefused(
            N_("Plimsoll does not know how this listing was before it was paused."),
            N_("Put the listing on sale in Etsy’s shop manager."),
        )
    with only_writer(shop, ref):
        now = read_first(api, ref)
        if now.listing.state == ACTIVE or memo.was != ACTIVE:
            return
        if not holds(memo, now.listing):
            raise ChannelRefused(
                N_("Somebody else changed this listing since Plimsoll paused it, so it stays off sale."),
                N_("Put the listing on sale in Etsy’s shop manager."),
            )
        zero = parked.of(now.listing)
        if zero is None:
            _switch(api, now, ACTIVE)
        else:
            parked.put(now.number, replace(zero, was=ACTIVE))


def _switch(api: EtsyApi, now: Now, state: str) -> Listing:
    try:
        answer = set_state(api, now.number, state)
    except ChannelUnavailable as error:
        # How it was before must not get lost: look once whether it took effect after all.
        again = read_now(api, now.number, "read after writing") if error.sent else None
        if again is None or not _is(again.listing, state):
            raise
        return again.listing
    if isinstance(answer, Answer):
        must_be_etsys(answer)
        raise _refused(N_("Etsy refused to change the listing’s state."), words_of(answer), answer.status)
    if not _is(answer, state):
        words = STILL_OFF if state == ACTIVE else STILL_ON
        raise _refused(N_("Etsy did not change the listing’s state, although it said yes."), words, 200)
    return answer


def _is(listing: Listing, state: str) -> bool:
    return listing.state == state if state == ACTIVE else listing.state in OFF


def _refused(title: Text, words: str, status: int) -> ChannelRefused:
    return ChannelRefused(title, N_("Look at the listing in Etsy’s shop manager."), words=words, status=status)
