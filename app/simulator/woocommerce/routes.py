"""What each route of the REST API answers: reads and writes the books as WooCommerce does, in its words.

Sees neither keys nor faults.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.simulator.woocommerce.books import GIVING, TAKING, Item, Order
from app.simulator.woocommerce.gate import Refused
from app.simulator.woocommerce.hooks import Hooks
from app.simulator.woocommerce.life import Life
from app.simulator.woocommerce.listing import Page, Query, bad_param
from app.simulator.woocommerce.shows import Json, Shows

BATCH_MAX = 100
_SITE_FIELDS = ("status", "stock_status", "backorders")
_NOT_A_PRODUCT = (
    "To manipulate product variations you should use the /products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as far as a route cares."""

    method: str
    query: Query
    body: Mapping[str, Any]
    shows: Shows


Answerer = Callable[..., Any]


class Routes:
    """The routes of one shop."""

    def __init__(self, life: Life, settings: Mapping[str, str]) -> None:
        self._life = life
        self._settings = settings
        self.gateway_refunds = False  # does the payment service pay back when it is asked? Cash on delivery does not
        self.hooks = Hooks(life)
        self.lists_variations = True  # WooCommerce before 10.3 has no list of all variations
        self._table: list[tuple[str, re.Pattern[str], Answerer]] = [
            (method, re.compile(f"/wc/v3/{route}"), answer)
            for method, route, answer in (
                ("GET", r"products", self._products),
                ("POST", r"products", self._create_product),
                ("POST", r"products/batch", self._batch_products),
                ("GET PUT DELETE", r"products/(\d+)", self._product),
                ("GET", r"variations", self._all_variations),
                ("GET", r"products/(\d+)/variations", self._variations),
                ("POST", r"products/(\d+)/variations/batch", self._batch_variations),
                ("GET PUT", r"products/(\d+)/variations/(\d+)", self._variation),
                ("GET", r"orders", self._orders),
                ("POST", r"orders", self._create_order),
                ("GET PUT DELETE", r"orders/(\d+)", self._order),
                ("GET", r"orders/(\d+)/refunds", self._refunds),
                ("POST", r"orders/(\d+)/refunds", self._create_refund),
                ("GET", r"webhooks", self.hooks.list),
                ("POST", r"webhooks", self.hooks.create),
                ("GET PUT DELETE", r"webhooks/(\d+)", self.hooks.one),
                ("GET", r"settings/(\w+)/(\w+)", self._setting),
                ("GET", r"reports/orders/totals", self._order_totals),
            )
        ]

    def find(self, method: str, route: str) -> tuple[Answerer, tuple[str, ...]]:
        """Who answers a route, and the numbers in it. Raises `Refused` when nobody does."""
        for methods, pattern, answerer in self._table:
            match = pattern.fullmatch(route)
            known = answerer != self._all_variations or self.lists_variations
            if match and known and method in methods.split():
                return answerer, match.groups()
        raise Refused(404, "rest_no_route", "No route was found matching the URL and request method.")

    # --- products ----------------------------------------------------------------------------------------------------

    def _products(self, asked: Asked) -> Page:
        wanted, skus, status = asked.query.text("type"), asked.query.many("sku"), asked.query.text("status", "any")
        found = [
            item
            for item in asked.query.chosen(self._life.items.values())
            if (item.sku in skus if skus else item.kind != "variation")
            and (not wanted or item.kind == wanted)
            and _listed(item, status)
        ]
        return asked.query.paged(found, asked.shows.product)

    def _all_variations(self, asked: Asked) -> Page:
        items = (item for item in self._life.items.values() if item.kind == "variation")
        found = [item for item in asked.query.chosen(items) if _listed(item, asked.query.text("status", "any"))]
        return asked.query.paged(found, asked.shows.variation)

    def _variations(self, asked: Asked, parent: str) -> Page:
        items = (item for item in self._life.items.values() if item.parent == int(parent))
        return asked.query.paged(asked.query.chosen(items), asked.shows.variation)

    def _product(self, asked: Asked, number: str) -> Json:
        item = self._item(int(number), 0, missing=404 if asked.method == "GET" else 400)
        if asked.method == "PUT":
            _check_types(asked.body)
            self._write(item, asked.body)
        if asked.method == "DELETE":
            self._life.delete_product(item.ref)
        return asked.query.cut(asked.shows.product(item, edit=asked.method == "PUT"))

    def _create_product(self, asked: Asked) -> Json:
        body = asked.body
        _check_types(body)
        quantity = body.get("stock_quantity") if body.get("manage_stock") else None
        price, title = body.get("regular_price", ""), body.get("name", "")
        item = self._life.item(self._life.add_product(body.get("sku", ""), quantity, title=title, price=price))
        item.status, item.visibility = body.get("status", "publish"), body.get("catalog_visibility", "visible")
        return asked.query.cut(asked.shows.product(item, edit=True))

    def _variation(self, asked: Asked, parent: str, number: str) -> Json:
        item = self._item(int(number), int(parent), missing=404 if asked.method == "GET" else 400)
        if asked.method == "PUT":
            _check_types(asked.body)
            self._write(item, asked.body)
        return asked.query.cut(asked.shows.variation(item, edit=asked.method == "PUT"))

    def _item(self, number: int, parent: int, *, missing: int = 400) -> Item:
        item = self._life.items.get(number)
        if item is not None and item.parent and not parent:
            raise Refused(404, "woocommerce_rest_invalid_product_id", _NOT_A_PRODUCT)
        if item is None or item.parent != parent:
            kind = "product_variation" if parent else "product"
            raise Refused(missing, f"woocommerce_rest_{kind}_invalid_id", "Invalid ID.")
        return item

    def _write(self, item: Item, body: Mapping[str, Any]) -> None:
        if isinstance(body.get("manage_stock"), bool):
            item.managed = body["manage_stock"]
        for name in _SITE_FIELDS:
            if name in body and not (name == "stock_status" and item.managed):
                setattr(item, name, body[name])
        item.visibility = body.get("catalog_visibility", item.visibility)
        quantity, delta = body.get("stock_quantity"), body.get("inventory_delta")
        if not item.managed:
            item.quantity = None  # whatever was sent: ignored, with a 200
        elif quantity is not None or delta is not None:
            self._life.write_number(item, quantity=quantity, delta=delta)
        self._life.touch_item(item)

    def _batch_products(self, asked: Asked) -> Json:
        return self._batch(asked, 0, asked.shows.product)

    def _batch_variations(self, asked: Asked, parent: str) -> Json:
        return self._batch(asked, int(parent), asked.shows.variation)

    def _batch(self, asked: Asked, parent: int, show: Callable[..., Json]) -> Json:
        rows = asked.body.get("update", [])
        if len(rows) > BATCH_MAX:
            words = f"Unable to accept more than {BATCH_MAX} items for this request."
            raise Refused(413, "woocommerce_rest_request_entity_too_large", words)
        return {"update": [self._row(row, parent, show) for row in rows]}

    def _row(self, row: Mapping[str, Any], parent: int, show: Callable[..., Json]) -> Json:
        try:
            item = self._item(row["id"], parent)
        except Refused as error:
            return {"id": row["id"], "error": error.shown()}
        self._write(item, row)
        return show(item, edit=True)

    # --- orders ------------------------------------------------------------------------------------------------------

    def _orders(self, asked: Asked) -> Page:
        statuses = asked.query.many("status", "any")
        found = [order for order in asked.query.chosen(self._life.orders.values()) if _in_list(order, statuses)]
        return asked.query.paged(found, asked.shows.order)

    def _find_order(self, number: str, *, missing: int = 404) -> Order:
        if int(number) not in self._life.orders:
            raise Refused(missing, "woocommerce_rest_shop_order_invalid_id", "Invalid ID.")
        return self._life.orders[int(number)]

    def _order(self, asked: Asked, number: str) -> Json:
        order = self._find_order(number, missing=400 if asked.method == "PUT" else 404)
        if asked.method == "PUT":
            for line in asked.body.get("line_items", []):
                self._life.edit_line(number, str(line["id"]), line["quantity"])
            if "status" in asked.body:
                self._life.status(number, asked.body["status"])
        shown = asked.shows.order(order)
        if asked.method == "DELETE" and asked.query.text("force") == "true":
            self._life.delete(number)
        elif asked.method == "DELETE":
            self._life.trash(number)
        return asked.query.cut(shown)

    def _create_order(self, asked: Asked) -> Json:
        wanted = [
            (self._life.items[line.get("variation_id") or line["product_id"]].ref, line["quantity"])
            for line in asked.body["line_items"]
        ]
        ref = self._life.sell(*wanted, status=asked.body.get("status", "pending"), api=True)
        assert ref is not None  # nobody checks stock here
        return asked.shows.order(self._life.order(ref))

    def _refunds(self, asked: Asked, number: str) -> Page:
        refunds = list(reversed(self._find_order(number).refunds))
        first = (asked.query.page - 1) * asked.query.per_page
        order = self._life.orders[int(number)]
        rows = [
            asked.query.cut(asked.shows.refund(order, one)) for one in refunds[first : first + asked.query.per_page]
        ]
        return Page(rows, len(refunds), -(-len(refunds) // asked.query.per_page), asked.query.page)

    def _create_refund(self, asked: Asked, number: str) -> Json:
        order = self._find_order(number)
        if asked.body.get("api_refund", True) and not self.gateway_refunds:
            words = "The payment gateway for this order does not support automatic refunds."
            raise Refused(500, "woocommerce_rest_cannot_create_order_refund", words)
        pieces = {str(line["id"]): line["quantity"] for line in asked.body.get("line_items", [])}
        amount = 0.0 if pieces else float(asked.body.get("amount", 0))
        restock = bool(asked.body.get("api_restock", True))
        for line in order.lines:
            if pieces.get(str(line.id), 0) > line.quantity - line.refunded:
                raise Refused(400, "woocommerce_rest_invalid_order_refund", "Invalid refund amount.")
        made = self._life.refund(number, pieces, restock=restock, amount=amount)
        return asked.query.cut(asked.shows.refund(order, next(one for one in order.refunds if str(one.id) == made)))

    # --- the rest ----------------------------------------------------------------------------------------------------

    def _setting(self, asked: Asked, group: str, name: str) -> Json:
        value = self._settings.get(f"{group}/{name}")
        if value is None:
            raise Refused(404, "rest_setting_setting_invalid", "Invalid setting.")
        return asked.query.cut(asked.shows.setting(group, name, value))

    def _order_totals(self, asked: Asked) -> list[Json]:
        slugs = dict.fromkeys((*GIVING, *TAKING, "refunded", "checkout-draft"))
        slugs |= dict.fromkeys(order.status for order in self._life.orders.values() if order.status != "trash")
        counts = [order.status for order in self._life.orders.values()]
        rows = [{"slug": slug, "name": slug.capitalize(), "total": counts.count(slug)} for slug in slugs]
        return [asked.query.cut(row) for row in rows]


def _listed(item: Item, status: str) -> bool:
    return item.status != "trash" if status == "any" else item.status == status


def _in_list(order: Order, statuses: list[str]) -> bool:
    """`any` leaves out the bin and the baskets, and whatever is asked for beside it."""
    if "any" in statuses:
        return order.status not in ("trash", "checkout-draft", "auto-draft")
    return order.status in statuses


def _check_types(body: Mapping[str, Any]) -> None:
    """Numbers must be numbers. A batch's rows are not checked so."""
    quantity = body.get("stock_quantity")
    if "stock_quantity" in body and (isinstance(quantity, bool) or not isinstance(quantity, int)):
        words = "stock_quantity is not of type integer."
        raise bad_param("stock_quantity", words, "rest_invalid_type", param="stock_quantity")
