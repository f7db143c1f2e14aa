"""Reading numbers: many listings in one call, taken apart where one of them is gone."""

from collections.abc import Sequence

from app.channels.etsy.api import EtsyApi, must_be_etsys
from app.channels.etsy.groups import groups_of, key_in, listing_of
from app.channels.etsy.info import BATCH
from app.channels.etsy.parking import ACTIVE, Parked, off_of
from app.channels.etsy.quota import Need
from app.channels.etsy.wire import Listing, Rows
from app.core.channel import Reading
from app.core.text import NN_
from app.errors import ChannelUnavailable

DIGITAL = "download"
PARTS = 10  # a hundred are taken apart in three calls down to the first one: Etsy may allow five a second
Found = dict[str, Listing | None]  # by number; None: Etsy has no such listing


def listings(count: int) -> str:
    """“3 listings”, for the call log."""
    return str(NN_("{n} listing", "{n} listings", count))


def read_stock(api: EtsyApi, parked: Parked, refs: Sequence[str]) -> list[Reading]:
    """What these listings show. Those that Etsy does not speak of are left out: nobody knows."""
    numbers = list(dict.fromkeys(listing_of(ref) for ref in refs))
    found: Found = {number: None for number in numbers if not _is_number(number)}
    known = [number for number in numbers if _is_number(number)]
    found |= find(api, "read stock", known, need=Need.READ, partly=True)
    return [_reading(parked, ref, found[listing_of(ref)]) for ref in refs if listing_of(ref) in found]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text) < 2**63


def find(api: EtsyApi, verb: str, numbers: Sequence[str], *, need: Need, partly: bool = False) -> Found:
    """Listings with their inventory. One that is gone makes Etsy refuse all, so they are taken apart until it is alone.

    `partly`: where Etsy allows no more calls for now, what was found until then; else each attempt would begin anew.
    """
    assert len(numbers) <= BATCH
    if not numbers:
        return {}
    params = [("listing_ids", ",".join(numbers))]
    answer = api.get(verb, listings(len(numbers)), "/listings/batch/inventory", params, need=need, accept=(404,))
    if answer.status != 404:
        rows = answer.decode(Rows[Listing]).results
        asked = set(numbers)
        return {str(row.listing_id): row for row in rows if str(row.listing_id) in asked}
    must_be_etsys(answer)
    if len(numbers) == 1:
        return {numbers[0]: None}
    found: Found = {}
    size = -(-len(numbers) // PARTS)
    for at in range(0, len(numbers), size):
        try:
            found |= find(api, verb, numbers[at : at + size], need=need, partly=partly)
        except ChannelUnavailable as error:
            if error.sent or not (partly and found):
                raise
            break
    return found


def _reading(parked: Parked, ref: str, listing: Listing | None) -> Reading:
    if listing is None:
        return Reading(ref=ref, quantity=None, gone=True)
    active, off = listing.state == ACTIVE, off_of(listing, parked)
    if listing.inventory is None or not listing.inventory.products or listing.listing_type == DIGITAL:
        return Reading(
            ref=ref, quantity=None, active=active, off=off
        )  # never edited with Etsy's tools: that is no zero
    group = groups_of(listing.inventory).get(key_in(ref))
    if group is None:
        return Reading(ref=ref, quantity=None, gone=True)
    shown = parked.shown(listing, group.key, group.quantity)
    return Reading(ref=ref, quantity=shown, active=active and group.enabled, off=off)
