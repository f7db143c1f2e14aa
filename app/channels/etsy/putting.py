"""The two changes that Etsy takes: the whole set of a listing's products, and its state. Answers are compared."""

from collections.abc import Mapping

from app.channels.etsy.api import EtsyApi, must_be_etsys, words_of
from app.channels.etsy.groups import body_of, groups_of, has_brackets, kept_apart, three_variations
from app.channels.etsy.parking import ACTIVE
from app.channels.etsy.photos import Photos
from app.channels.etsy.quota import Need
from app.channels.etsy.reading import Now, read_now
from app.channels.etsy.wire import Inventory, Listing
from app.channels.http import Answer
from app.core.channel import WriteOutcome, WriteResult
from app.errors import ChannelError, ChannelUnavailable

IGNORED = "Etsy did not take the number, although it said yes"
CHANGED = "Etsy changed more than the quantity: "
BY_HAND = "Etsy refuses this listing, edit it by hand: "
STILL_ON = "Etsy did not take the listing off sale, although it said yes"
STILL_OFF = "Etsy did not put the listing on sale, although it said yes"
_NO = (400, 404, 409)  # answers that say that nothing was changed, and why

Results = dict[str, WriteResult]  # by group


class Products:
    """Puts products back with other quantities."""

    def __init__(self, api: EtsyApi) -> None:
        self._api = api
        self._photos = Photos(api)

    def put(self, now: Now, wanted: Mapping[str, int], targets: Mapping[str, int]) -> Results:
        """Write the numbers of all groups; results for the targets among them.

        Raises `ChannelUnavailable(sent=False)` only when certainly nothing was written.
        """
        linked = self._photos.before(now.number, now.inventory)
        try:
            answer = self._send(now, wanted)
            if answer.status != 200:
                return not_done(now, answer, targets)
            after: Inventory = answer.decode(Inventory)
        except ChannelUnavailable as error:
            if not error.sent:
                raise
            return now.each(targets, WriteOutcome.UNKNOWN, error.words or str(error.title))
        told = self._compared(now, after, targets)
        self._photos.after(now.number, linked)
        return told

    def _send(self, now: Now, wanted: Mapping[str, int]) -> Answer:
        changed = {key: quantity for key, quantity in wanted.items() if quantity != now.quantities[key]}
        return self._api.call(
            "set stock",
            f"listing {now.number}",
            "PUT",
            f"/listings/{now.number}/inventory",
            need=Need.WRITE,
            accept=_NO,
            params=[("max_variations_supported", "3")] if three_variations(now.inventory) else [],
            json=body_of(now.inventory, changed),
        )

    def _compared(self, now: Now, after: Inventory, targets: Mapping[str, int]) -> Results:
        """What Etsy says that the listing holds, against what was sent. What differs is read once more."""
        groups = groups_of(after)
        as_sent = all(key in groups and groups[key].quantity == wanted for key, wanted in targets.items())
        if as_sent and not kept_apart(now.inventory, after):
            return now.each(targets, WriteOutcome.DONE, seen=targets)
        try:
            again = read_now(self._api, now.number, "read after writing")
        except ChannelError:
            return now.each(targets, WriteOutcome.UNKNOWN)
        if again is None:
            return now.each(targets, WriteOutcome.GONE)
        changed = kept_apart(now.inventory, again.inventory)
        if changed:
            return now.each(targets, WriteOutcome.REFUSED, CHANGED + ", ".join(changed), again.quantities)
        return {key: _judge(now, key, wanted, again.quantities.get(key)) for key, wanted in targets.items()}


def _judge(now: Now, key: str, wanted: int, seen: int | None) -> WriteResult:
    """Another number than the one sent may be a sale since; the one from before is a write that was ignored."""
    if seen is None or (seen != wanted and seen == now.quantities[key]):
        return now.one(key, WriteOutcome.REFUSED, IGNORED, seen)
    return now.one(key, WriteOutcome.DONE, seen=seen)


def not_done(now: Now, answer: Answer, targets: Mapping[str, int]) -> Results:
    """Etsy changed nothing, and says why."""
    must_be_etsys(answer)
    words = words_of(answer)
    if answer.status == 404:
        return now.each(targets, WriteOutcome.GONE, words)
    if answer.status == 409:
        return now.each(targets, WriteOutcome.STALE, words)  # read again, decide again
    return now.each(targets, WriteOutcome.REFUSED, BY_HAND + words if has_brackets(now.inventory) else words)


def set_state(api: EtsyApi, listing: int, state: str) -> Listing | Answer:
    """Put a listing on sale or take it off: the listing as Etsy has it then, or its refusal."""
    answer = api.call(
        "put on sale" if state == ACTIVE else "take off sale",
        f"listing {listing}",
        "PATCH",
        f"{api.shop()}/listings/{listing}",
        need=Need.WRITE,
        accept=_NO,
        data={"state": state},
    )
    return answer if answer.status in _NO else answer.decode(Listing)
