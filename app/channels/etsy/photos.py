"""Photos that belong to variations: a write of stock once made Etsy forget which photo is whose.

So before the first write of a listing they are read, and afterwards again; what got lost is put back.
"""

from collections.abc import Sequence

from app.channels.etsy.api import EtsyApi
from app.channels.etsy.quota import Need
from app.channels.etsy.wire import Inventory, Rows, VariationImage
from app.errors import ChannelError

Links = Sequence[VariationImage]


class Photos:
    """The check, once for every listing as long as the connector lives."""

    def __init__(self, api: EtsyApi) -> None:
        self._api = api
        self._checked: set[int] = set()

    def before(self, listing: int, inventory: Inventory) -> Links:
        """Which photo is whose, when that is to be checked; else none."""
        if listing in self._checked or not any(product.property_values for product in inventory.products):
            return ()
        try:
            return self._read(listing)
        except ChannelError:
            return ()  # a stock write does not wait for photos: the next one looks

    def after(self, listing: int, linked: Links) -> None:
        """Look again, and put back what got lost. A failure here is no failure of the write."""
        self._checked.add(listing)
        if not linked:
            return
        try:
            if set(self._read(listing)) != set(linked):
                self._put_back(listing, linked)
        except ChannelError:
            self._checked.discard(listing)

    def _read(self, listing: int) -> Links:
        answer = self._api.get("read photos", f"listing {listing}", self._route(listing), need=Need.WRITE)
        return tuple(answer.decode(Rows[VariationImage]).results)

    def _put_back(self, listing: int, linked: Links) -> None:
        rows = [
            {"property_id": link.property_id, "value_id": link.value_id, "image_id": link.image_id} for link in linked
        ]
        body = {"variation_images": rows}
        target = f"{len(rows)} photos of listing {listing}"
        self._api.call("put photos back", target, "POST", self._route(listing), need=Need.WRITE, json=body)

    def _route(self, listing: int) -> str:
        return f"{self._api.shop()}/listings/{listing}/variation-images"
