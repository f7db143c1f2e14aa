"""What each route of the interface answers: reads and writes the books as Etsy does, in its words.

Sees neither keys nor faults.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx

from app.simulator.etsy.books import Listing, Receipt
from app.simulator.etsy.edits import Edits
from app.simulator.etsy.gate import Refused
from app.simulator.etsy.life import Life
from app.simulator.etsy.shows import Json, Shows, epoch

OFFSET_MAX, LIMIT_MAX, BATCH_MAX = 12_000, 100, 100
STATES = ("active", "inactive", "sold_out", "draft", "expired")
EARLIEST = 946_684_800
_UP = ("asc", "ascending", "up")
_MOMENTS: Mapping[str, Callable[[Receipt], int]] = {
    "created": lambda receipt: epoch(receipt.created_at),
    "updated": lambda receipt: epoch(receipt.updated_at),
    "receipt_id": lambda receipt: receipt.number,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as far as a route cares. A form and a JSON object look the same here."""

    params: httpx.QueryParams
    body: Mapping[str, Any]

    def number(self, name: str, least: int, most: float, default: int) -> int:
        """A number among the parameters."""
        text = str(self.params.get(name, default))
        if not text.isdecimal() or not least <= int(text) <= most:
            raise Refused(400, f"Invalid value for {name}: must be from {least} to {most}")
        return int(text)

    def flag(self, name: str) -> bool | None:
        """A yes or no; None when nobody asked."""
        text = self.params.get(name)
        return None if text is None else str(text).lower() in ("true", "1")


@dataclass(frozen=True, slots=True)
class Route:
    """One operation. `scope` None: the app's key alone is enough."""

    method: str
    pattern: re.Pattern[str]
    scope: str | None
    answer: Callable[..., Json]


class Routes:
    """The operations of one shop."""

    def __init__(self, life: Life, shows: Shows, edits: Edits) -> None:
        self._life, self._shows, self._edits = life, shows, edits
        self.tells_listing = True  # does an inventory bring its listing along when asked?
        self._table = [
            Route(method, re.compile(f"/v3/application{path}"), scope, answer)
            for method, path, scope, answer in (
                ("GET", r"/users/me", "shops_r", self._me),
                ("GET", r"/shops/(\d+)", None, self._shop),
                ("GET", r"/shops/(\d+)/listings", "listings_r", self._listings),
                ("GET", r"/listings/batch/inventory", "listings_r", self._inventories),
                ("GET", r"/listings/(\d+)/inventory", "listings_r", self._inventory),
                ("PUT", r"/listings/(\d+)/inventory", "listings_w", self._put_inventory),
                ("GET", r"/listings/(\d+)", None, self._listing),
                ("PATCH", r"/shops/(\d+)/listings/(\d+)", "listings_w", self._patch_listing),
                ("GET", r"/shops/(\d+)/listings/(\d+)/variation-images", None, self._photos),
                ("POST", r"/shops/(\d+)/listings/(\d+)/variation-images", "listings_w", self._put_photos),
                ("GET", r"/shops/(\d+)/receipts", "transactions_r", self._receipts),
                ("GET", r"/shops/(\d+)/receipts/(\d+)", "transactions_r", self._receipt),
            )
        ]

    def find(self, method: str, path: str) -> tuple[Route, tuple[str, ...]]:
        """Who answers a path, and the numbers in it. Raises `Refused` when nobody does."""
        for route in self._table:
            match = route.pattern.fullmatch(path)
            if match and route.method == method:
                return route, match.groups()
        raise Refused(404, "Resource not found")

    # --- the shop ----------------------------------------------------------------------------------------------------

    def _me(self, _: Asked) -> Json:
        return {"user_id": self._shows.user_id, "shop_id": self._shows.shop_id}

    def _shop(self, _: Asked, shop: str) -> Json:
        self._mine(shop)
        return self._shows.shop(sum(1 for listing in self._life.shelves.values() if listing.state == "active"))

    def _mine(self, shop: str) -> None:
        if int(shop) != self._shows.shop_id:
            raise Refused(404, f"Shop {shop} not found")

    # --- listings ----------------------------------------------------------------------------------------------------

    def _find(self, number: str) -> Listing:
        listing = self._life.shelves.get(int(number))
        if listing is None:
            raise Refused(404, f"Could not find a listing with listing_id = {number}")
        return listing

    def _listings(self, asked: Asked, shop: str) -> Json:
        self._mine(shop)
        state = asked.params.get("state", "active")
        if state not in STATES:
            raise Refused(400, "Invalid value for state")
        found = [listing for listing in self._life.shelves.values() if listing.state == state]
        # Sorting only works with a search: the newest come first, always.
        found.sort(key=lambda listing: (listing.created_at, listing.number), reverse=True)
        images = "Images" in asked.params.get("includes", "").split(",")
        return _paged(asked, found, partial(self._shows.listing, images=images))

    def _inventories(self, asked: Asked) -> Json:
        texts = [text for text in str(asked.params.get("listing_ids", "")).split(",") if text]
        if not texts or len(texts) > BATCH_MAX or not all(text.isdecimal() for text in texts):
            raise Refused(400, f"listing_ids must hold 1 to {BATCH_MAX} numbers")
        found = [self._shows.listing(self._find(text), inventory=True) for text in texts]
        return {"count": len(found), "results": found}

    def _inventory(self, asked: Asked, number: str) -> Json:
        listing = self._find(number)
        if not listing.inventory:
            raise Refused(404, "The listing has no inventory record")
        shown = self._shows.inventory(listing)
        if asked.params.get("includes") == "Listing" and self.tells_listing:
            shown["listing"] = self._shows.listing(listing)
        return shown

    def _put_inventory(self, asked: Asked, number: str) -> Json:
        listing = self._find(number)
        self._edits.put(listing, asked.body, asked.number("max_variations_supported", 2, 3, 2))
        return self._shows.inventory(listing)

    def _listing(self, _: Asked, number: str) -> Json:
        return self._shows.listing(self._find(number))

    def _patch_listing(self, asked: Asked, shop: str, number: str) -> Json:
        self._mine(shop)
        listing = self._find(number)
        if "state" in asked.body:
            self._edits.state(listing, asked.body["state"])
        return self._shows.listing(listing)

    def _photos(self, _: Asked, shop: str, number: str) -> Json:
        self._mine(shop)
        images = self._find(number).images
        rows = [
            {"property_id": of, "value_id": value, "value": None, "image_id": image}
            for (of, value), image in images.items()
        ]
        return {"count": len(rows), "results": rows}

    def _put_photos(self, asked: Asked, shop: str, number: str) -> Json:
        self._edits.photos(self._find(number), asked.body)
        return self._photos(asked, shop, number)

    # --- receipts ----------------------------------------------------------------------------------------------------

    def _receipts(self, asked: Asked, shop: str) -> Json:
        self._mine(shop)
        sort = str(asked.params.get("sort_on", "created"))
        if sort not in _MOMENTS:
            raise Refused(400, "Invalid value for sort_on")
        found = [receipt for receipt in self._life.receipts.values() if _fits(asked, receipt)]
        found.sort(key=lambda receipt: (_MOMENTS[sort](receipt), receipt.number))
        if asked.params.get("sort_order", "desc") not in _UP:
            found.reverse()
        return _paged(asked, found, self._shows.receipt)

    def _receipt(self, _: Asked, shop: str, number: str) -> Json:
        self._mine(shop)
        receipt = self._life.receipts.get(int(number))
        if receipt is None or receipt.hidden:
            raise Refused(404, f"Receipt {number} not found")
        return self._shows.receipt(receipt)


def _paged(asked: Asked, found: Sequence[Any], show: Callable[..., Json]) -> Json:
    limit = asked.number("limit", 1, LIMIT_MAX, 25)
    offset = asked.number("offset", 0, OFFSET_MAX, 0)
    return {"count": len(found), "results": [show(one) for one in found[offset : offset + limit]]}


def _fits(asked: Asked, receipt: Receipt) -> bool:
    bounds = (("last_modified", receipt.updated_at), ("created", receipt.created_at))
    if not all(_within(asked, name, at) for name, at in bounds):
        return False
    facts = (
        ("was_paid", receipt.paid),
        ("was_shipped", receipt.shipped),
        ("was_canceled", receipt.status == "canceled"),
    )
    return all(asked.flag(name) in (None, fact) for name, fact in facts)


def _within(asked: Asked, name: str, at: datetime) -> bool:
    latest = epoch(datetime(2100, 1, 1, tzinfo=UTC))
    least = asked.number(f"min_{name}", EARLIEST, latest, EARLIEST)
    most = asked.number(f"max_{name}", EARLIEST, latest, latest)
    return least <= epoch(at) <= most
