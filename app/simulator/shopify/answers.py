"""A simulated Shopify's books as its interface shows them: objects with fields, pages with cursors, searches."""

import base64
import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from app.simulator import pictures
from app.simulator.shopify.books import Level, Line, Order, Refund, RefundLine, Variant
from app.simulator.shopify.language import Refusal, Thing
from app.simulator.shopify.life import Life

PAGE_MAX = 250
T = TypeVar("T")
Key = tuple[Any, ...]
Pages = Callable[[dict[str, Any]], Thing]


def gid(kind: str, number: int) -> str:
    """A thing's global id."""
    return f"gid://shopify/{kind}/{number}"


def number_of(value: object, kind: str) -> int:
    """The number in a global id. Raises `Refusal` when it is not the id of such a thing."""
    match = re.fullmatch(rf"gid://shopify/{kind}/(\d+)", str(value))
    if match is None:
        raise Refusal(f"Invalid global id '{value}'", "argumentLiteralsIncompatible")
    return int(match[1])


def moment(at: datetime) -> str:
    """A time as Shopify writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def page(found: Sequence[T], key: Callable[[T], Key], show: Callable[[T], Thing]) -> Pages:
    """A connection: `first` of what was found, in the order of its keys, after a cursor."""

    def resolve(args: dict[str, Any]) -> Thing:
        first = args.get("first")
        if not isinstance(first, int) or not 0 < first <= PAGE_MAX:
            raise Refusal(f"you must provide one of first or last, up to {PAGE_MAX}", "BAD_REQUEST")
        rest = sorted(found, key=key)
        if args.get("after"):
            after = _read_cursor(args["after"])
            rest = [one for one in rest if key(one) > after]
        shown = rest[:first]
        info = {"hasNextPage": len(rest) > first, "endCursor": _cursor(key(shown[-1])) if shown else None}
        return Thing("Connection", {"nodes": [show(one) for one in shown], "pageInfo": Thing("PageInfo", info)})

    return resolve


def _cursor(key: Key) -> str:
    return base64.b64encode(json.dumps(key).encode()).decode()


def _read_cursor(text: str) -> Key:
    try:
        return tuple(json.loads(base64.b64decode(text)))
    except ValueError as error:
        raise Refusal("Invalid cursor for current pagination sort.", "BAD_REQUEST") from error


class Answers:
    """Everything that the interface can show of one shop, to an app with these permissions."""

    def __init__(
        self,
        life: Life,
        may: Callable[..., None],
        suggested: Callable[[Order], Pages],
        pictures_at: Callable[[], str],
    ) -> None:
        self._life, self._pictures_at = life, pictures_at
        self._suggested = suggested  # what would be paid back of an order
        self._may = may  # raises a Refusal for a permission that the app lacks

    def variants(self, args: dict[str, Any]) -> Thing:
        """All variants, by number."""
        self._may("read_products")
        there = [variant for variant in self._life.variants if not variant.deleted]
        return page(there, lambda variant: (variant.number,), self.variant)(args)

    def variant(self, variant: Variant) -> Thing:
        """What a buyer chooses."""
        fields = {
            "id": gid("ProductVariant", variant.number),
            "sku": variant.sku,
            "title": variant.title,
            "barcode": variant.barcode,
            "price": variant.price,
            "inventoryPolicy": variant.policy,
            "requiresComponents": variant.bundle,
            "product": self._product(variant),
            "inventoryItem": lambda _: self.item(variant),
        }
        return Thing("ProductVariant", fields)

    def _product(self, variant: Variant) -> Thing:
        product = variant.product
        siblings = [one for one in self._life.variants if one.product is product and not one.deleted]
        shown = product.status in ("ACTIVE", "UNLISTED")
        fields = {
            "id": gid("Product", product.number),
            "title": product.title,
            "status": product.status,
            "onlineStoreUrl": f"https://kiln.example/products/{product.number}" if shown else None,
            "variantsCount": Thing("Count", {"count": len(siblings)}),
            "featuredMedia": self._picture(product.title),
        }
        return Thing("Product", fields)

    def _picture(self, title: str) -> Thing | None:
        where = pictures.address(self._pictures_at(), title)
        if not where:
            return None
        image = Thing("Image", {"url": lambda _: where})
        return Thing("MediaImage", {"preview": Thing("MediaPreviewImage", {"image": image})})

    def item(self, variant: Variant) -> Thing:
        """What holds a variant's stock."""
        fields = {
            "id": gid("InventoryItem", variant.item),
            "sku": variant.sku,
            "tracked": variant.tracked,
            "inventoryLevel": lambda args: self._level(variant, number_of(args.get("locationId"), "Location")),
            "variants": page([variant], lambda one: (one.number,), self.variant),
        }
        return Thing("InventoryItem", fields)

    def _level(self, variant: Variant, location: int) -> Thing | None:
        self._may("read_inventory")
        level = variant.levels.get(location)
        if level is None:
            return None
        return Thing(
            "InventoryLevel", {"isActive": level.active, "quantities": lambda args: _quantities(level, args["names"])}
        )

    def item_by_id(self, args: dict[str, Any]) -> Thing | None:
        """An item that is still there."""
        self._may("read_inventory", "read_products")
        wanted = number_of(args.get("id"), "InventoryItem")
        return next((self.item(one) for one in self._life.variants if one.item == wanted and not one.deleted), None)

    def nodes(self, args: dict[str, Any]) -> list[Thing | None]:
        """Items by id, None for those that are gone."""
        return [self.item_by_id({"id": one}) for one in args.get("ids") or []]

    def locations(self, args: dict[str, Any]) -> Thing:
        """The places that hold stock."""
        self._may("read_locations", "read_inventory")
        there = [place for place in self._life.locations if place.active or args.get("includeInactive")]
        return page(
            there,
            lambda place: (place.number,),
            lambda place: Thing(
                "Location", {"id": gid("Location", place.number), "name": place.name, "isActive": place.active}
            ),
        )(args)

    def orders(self, args: dict[str, Any]) -> Thing:
        """Orders that a search finds, by their last change. The search may be a little behind."""
        self._may("read_orders")
        found = [order for order in self._life.orders if self._matches(order, args.get("query") or "")]
        return page(found, lambda order: (moment(order.updated_at), order.number), self.order)(args)

    def _matches(self, order: Order, search: str) -> bool:
        if self._life.search_lag and order.updated_at > self._life.clock() - self._life.search_lag:
            return False
        for term in re.findall(r"\S+", search):
            field, _, value = term.partition(":")
            if field in ("updated_at", "created_at") and value.startswith(">="):
                at = order.updated_at if field == "updated_at" else order.created_at
                if moment(at) < value[2:].strip("'"):
                    return False
            elif term == "status:open":
                if order.closed or order.cancelled_at is not None:
                    return False
            else:
                raise Refusal(f"This shop does not understand the search {term!r}", "BAD_REQUEST")
        return True

    def order_by_id(self, args: dict[str, Any]) -> Thing | None:
        """One order, or None."""
        self._may("read_orders")
        wanted = number_of(args.get("id"), "Order")
        return next((self.order(order) for order in self._life.orders if order.number == wanted), None)

    def order(self, order: Order) -> Thing:
        """An order as it is now."""
        fields = {
            "id": gid("Order", order.number),
            "name": order.name,
            "createdAt": moment(order.created_at),
            "updatedAt": moment(order.updated_at),
            "cancelledAt": moment(order.cancelled_at) if order.cancelled_at else None,
            "confirmed": order.confirmed,
            "test": order.test,
            "displayFulfillmentStatus": order.shown_as,
            "customerLocale": "de-DE" if order.number % 2 else None,
            "refunds": lambda args: [self._refund(order, refund) for refund in order.refunds][: args.get("first")],
            "lineItems": page(order.lines, lambda line: (line.number,), self._line),
            "suggestedRefund": self._suggested(order),
        }
        return Thing("Order", fields)

    def _line(self, line: Line) -> Thing:
        variant = line.variant
        fields = {
            "id": gid("LineItem", line.number),
            "sku": line.sku,
            "name": line.name,
            "quantity": line.quantity,
            "currentQuantity": line.current,
            "unfulfilledQuantity": line.to_send,
            "nonFulfillableQuantity": line.removed,
            "variant": self.variant(variant) if variant else None,
        }
        return Thing("LineItem", fields)

    def refund_by_id(self, args: dict[str, Any]) -> Thing | None:
        """One refund, or None."""
        self._may("read_orders")
        wanted = number_of(args.get("id"), "Refund")
        return next(
            (
                self._refund(order, refund)
                for order in self._life.orders
                for refund in order.refunds
                if refund.number == wanted
            ),
            None,
        )

    def _refund(self, order: Order, refund: Refund) -> Thing:
        numbered = list(enumerate(refund.lines))
        fields = {
            "id": gid("Refund", refund.number),
            "order": lambda _: self.order(order),
            "refundLineItems": page(numbered, lambda one: (one[0],), lambda one: self._refund_line(one[1])),
        }
        return Thing("Refund", fields)

    def _refund_line(self, part: RefundLine) -> Thing:
        place = Thing("Location", {"id": gid("Location", part.location)}) if part.location else None
        fields = {
            "lineItem": self._line(part.line),
            "quantity": part.quantity,
            "restockType": part.restock.value,
            "restocked": part.restocked,
            "location": place,
        }
        return Thing("RefundLineItem", fields)


def _quantities(level: Level, names: Sequence[str]) -> list[Thing]:
    numbers = {
        "available": level.available,
        "committed": level.committed,
        "on_hand": level.available + level.committed,
    }
    return [Thing("InventoryQuantity", {"name": name, "quantity": numbers[name]}) for name in names]
