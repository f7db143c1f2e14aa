"""Writing numbers: read, put the whole set of products back with other quantities, compare.

Etsy has no compare-and-set, so a number that is not the one we believe is never written over. It cannot show 0 either:
where nothing of a listing is above 0, the listing is taken off sale instead, and comes back with its next number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace as replaced

from msgspec.structs import replace

from app.channels.etsy.api import EtsyApi
from app.channels.etsy.groups import can_be_priced, key_in, listing_of
from app.channels.etsy.parking import ACTIVE, OFF, SOLD_OUT, Memo, Parked, noted
from app.channels.etsy.putting import STILL_OFF, STILL_ON, Products, Results, not_done, set_state
from app.channels.etsy.quota import Need
from app.channels.etsy.reading import Now, only_writer, read_first, read_now
from app.channels.http import Answer
from app.core.channel import Off, StockWrite, WriteOutcome, WriteResult
from app.errors import ChannelError, ChannelRefused, ChannelUnavailable

UNCOUNTED = "this listing was never edited with Etsy's inventory tools, so its number cannot be set"
IS_SOLD_OUT = "sold out on Etsy: putting it back on sale renews the listing for a fee, so that is for you to press"
NOT_ZERO = "a listing is put on sale with at least 1"
CALLS = 2  # to read and to put


class Writer:
    """Writes one shop's numbers."""

    def __init__(self, api: EtsyApi, parked: Parked, shop: int) -> None:
        self._api = api
        self._parked = parked
        self._shop = shop
        self._products = Products(api)

    def write(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        """Write numbers of one listing, in one go; one result for each, in their order.

        Raises `ChannelUnavailable(sent=False)` only when certainly nothing was written.
        """
        listing = listing_of(writes[0].ref)
        assert all(listing_of(write.ref) == listing for write in writes), "the writes of one call are of one listing"
        self._api.quota.check(self._api.clock(), Need.WRITE, CALLS)
        with only_writer(self._shop, listing):
            try:
                now = read_first(self._api, listing)
            except ChannelRefused as error:
                if error.status != 404:
                    raise
                return [WriteResult(ref=write.ref, outcome=WriteOutcome.GONE) for write in writes]
            planned = {write.ref: self._planned(write, now) for write in writes}
            targets = {key_in(write.ref): write.quantity for write in writes if planned[write.ref] is None}
            told = self._send(now, targets) if targets else {}
        return [planned[write.ref] or told[key_in(write.ref)] for write in writes]

    def _planned(self, write: StockWrite, now: Now) -> WriteResult | None:
        """What can be told without writing; None when the write is to be sent."""
        key = key_in(write.ref)
        if not now.groups or not can_be_priced(now.inventory):
            return now.one(key, WriteOutcome.REFUSED, UNCOUNTED)
        group = now.groups.get(key)
        if group is None:
            return now.one(key, WriteOutcome.GONE)
        shown = self._parked.shown(now.listing, key, group.quantity)
        if shown != write.believed:
            return now.one(key, WriteOutcome.STALE, seen=shown)
        if shown == write.quantity and not (shown > 0 and self._is_ours(now)):
            return now.one(key, WriteOutcome.DONE, seen=shown)
        if now.listing.state == SOLD_OUT:
            return replaced(now.one(key, WriteOutcome.REFUSED, IS_SOLD_OUT), off=Off.SOLD_OUT)
        return None

    def _is_ours(self, now: Now) -> bool:
        """Did we take it off sale? Then it is put back, also where somebody has typed the right number meanwhile."""
        memo = self._parked.of(now.listing)
        return memo is not None and memo.was == ACTIVE

    def _send(self, now: Now, targets: Mapping[str, int]) -> Results:
        wanted = {**self._shown(now), **targets}
        if not now.sellable(wanted):
            return self._park(now, targets)
        memo = self._parked.of(now.listing)
        if memo is None:
            return self._products.put(now, wanted, targets)
        # Until it is on sale again it shows 0, whatever number it holds.
        self._parked.put(now.number, replace(memo, left=wanted))
        told = self._products.put(now, wanted, targets)
        if any(result.outcome is not WriteOutcome.DONE for result in told.values()):
            return told
        if memo.was == ACTIVE:
            return self._bring_back(now, wanted, targets)
        self._parked.forget(now.number)  # somebody else had switched it off: it has its number, and stays off
        return told

    def _shown(self, now: Now) -> dict[str, int]:
        return {key: self._parked.shown(now.listing, key, quantity) for key, quantity in now.quantities.items()}

    # --- off sale ----------------------------------------------------------------------------------------------------

    def _park(self, now: Now, targets: Mapping[str, int]) -> Results:
        """Nothing is left to sell. Note it, then take the listing off; one that is off already only gets the note."""
        memo = self._parked.of(now.listing) or noted(now.listing, {}, self._api.there())
        memo = replace(memo, left=now.quantities)
        self._parked.put(now.number, memo)
        if now.listing.state == ACTIVE:
            told, memo = self._take_off(now, memo, targets)
            if told is not None:
                return told
        self._keep_least(now, memo)
        return now.each(targets, WriteOutcome.DONE, seen=dict.fromkeys(targets, 0))

    def _take_off(self, now: Now, memo: Memo, targets: Mapping[str, int]) -> tuple[Results | None, Memo]:
        """Tell Etsy. How it ended, None when it is off sale; and the note with the moment of that."""
        try:
            answer = set_state(self._api, now.number, OFF[0])
        except ChannelUnavailable as error:
            if error.sent:
                return now.each(targets, WriteOutcome.UNKNOWN, error.words or str(error.title)), memo
            self._parked.forget(now.number)
            raise
        except ChannelError:
            self._parked.forget(now.number)
            raise
        if isinstance(answer, Answer):
            self._parked.forget(now.number)
            return not_done(now, answer, targets), memo
        if answer.state not in OFF:
            self._parked.forget(now.number)
            return now.each(targets, WriteOutcome.REFUSED, STILL_ON), memo
        memo = replace(memo, state_at=answer.state_timestamp)
        self._parked.put(now.number, memo)
        return None, memo

    def _keep_least(self, now: Now, memo: Memo) -> None:
        """Etsy keeps at least 1 in a listing that is off. Keep no more: somebody may switch it on again by hand."""
        if sum(now.quantities.values()) <= 1:
            return
        kept = next((key for key, group in now.groups.items() if group.enabled), next(iter(now.groups)))
        least = {key: int(key == kept) for key in now.groups}
        try:
            told = self._products.put(now, least, least)
        except ChannelError:
            return  # it is off sale, and that is what counts
        if all(result.outcome is WriteOutcome.DONE for result in told.values()):
            self._parked.put(now.number, replace(memo, left=least))

    # --- on sale -----------------------------------------------------------------------------------------------------

    def _bring_back(self, now: Now, wanted: Mapping[str, int], targets: Mapping[str, int]) -> Results:
        """The number is written. Look whether it is there, and only then put the listing on sale again."""
        try:
            again = read_now(self._api, now.number, "read after writing")
            if again is None:
                return now.each(targets, WriteOutcome.GONE)
            if again.quantities != wanted or again.listing.state not in (ACTIVE, *OFF, now.listing.state):
                return now.each(targets, WriteOutcome.STALE)
            told = None if again.listing.state == ACTIVE else self._switch_on(now, targets)
        except ChannelError as error:
            return now.each(targets, _fate(error), error.words or str(error.title))
        if told is None:
            self._parked.forget(now.number)
        return told or now.each(targets, WriteOutcome.DONE, seen=targets)

    def _switch_on(self, now: Now, targets: Mapping[str, int]) -> Results | None:
        """Tell Etsy. How it failed, None when it is on sale."""
        answer = set_state(self._api, now.number, ACTIVE)
        if isinstance(answer, Answer):
            return not_done(now, answer, targets)
        return None if answer.state == ACTIVE else now.each(targets, WriteOutcome.REFUSED, STILL_OFF)

    def put_on_sale(self, ref: str, quantity: int) -> WriteResult:
        """The seller presses “put back on sale” for a listing that is sold out, expired, a draft or switched off.

        A sold-out one is renewed, which costs a fee and shows 1 until its true number is written right after. The
        others get their number first. Raises a `ChannelError` when nothing was changed.
        """
        with only_writer(self._shop, ref):
            now = read_first(self._api, ref)
            key = key_in(ref)
            if quantity <= 0 or key not in now.groups:
                outcome, words = (WriteOutcome.REFUSED, NOT_ZERO) if quantity <= 0 else (WriteOutcome.GONE, "")
                return now.one(key, outcome, words)
            targets = {key: quantity}
            if now.listing.state == SOLD_OUT:
                told = self._switch_on(now, targets)
                if told is not None:
                    return told[key]
                now = read_first(self._api, ref)
                return self._products.put(now, {**now.quantities, **targets}, targets)[key]
            wanted = {**self._shown(now), **targets}
            told = self._products.put(now, wanted, targets)
            if told[key].outcome is WriteOutcome.DONE and now.listing.state != ACTIVE:
                told = self._bring_back(now, wanted, targets)
            return told[key]


def _fate(error: ChannelError) -> WriteOutcome:
    """What became of putting a listing on sale. Not sent is as good as not done: it still shows 0."""
    if isinstance(error, ChannelUnavailable):
        return WriteOutcome.UNKNOWN if error.sent else WriteOutcome.LATER
    return WriteOutcome.REFUSED
