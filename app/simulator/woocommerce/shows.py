"""A simulated shop's things as WooCommerce 11 shows them by REST: every key of the real captures, in their order."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.simulator import pictures
from app.simulator.woocommerce.books import Item, Line, Order, Refund, RefundLine

Json = dict[str, Any]
_ADDRESS = ("first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country")
_NO_SIZE = {"length": "", "width": "", "height": ""}
_READ_WRITE = ["GET", "POST", "PUT", "PATCH", "DELETE"]


class Shows:
    """Puts things of one site into JSON."""

    def __init__(self, site: str, items: Mapping[int, Item], *, pictures_at: str = "") -> None:
        self._pictures_at = pictures_at
        self._site = site
        self._items = items

    def product(self, item: Item, *, edit: bool = False) -> Json:
        """A product; with `edit` as it is answered to a write."""
        slug = item.name.lower().replace(" ", "-")
        shown: Json = {
            "id": item.id,
            "name": item.name,
            "slug": slug,
            "permalink": f"{self._site}/product/{slug}/",
            **_dates(item.created, item.modified),
            "type": item.kind,
            "status": item.status,
            "featured": False,
            "catalog_visibility": item.visibility,
            "description": "",
            "short_description": "",
            "sku": item.sku,
            **_price(item, own=item.kind != "variable"),
            "on_sale": False,
            "purchasable": True,
            "total_sales": item.sales,
            **_digital(),
            "external_url": "",
            "button_text": "",
            "tax_status": "taxable",
            "tax_class": "",
            "manage_stock": item.managed,
            "stock_quantity": item.quantity,
            **_backorders(item),
            "sold_individually": False,
            "weight": "",
            "dimensions": dict(_NO_SIZE),
            "shipping_required": True,
            "shipping_taxable": True,
            "shipping_class": "",
            "shipping_class_id": 0,
            **self._product_rest(item),
        }
        if edit:
            shown |= {"permalink_template": f"{self._site}/product/%pagename%/", "generated_slug": slug}
        return shown | self._links(f"products/{item.id}", "products")

    def _product_rest(self, item: Item) -> Json:
        family = self._items.values() if item.kind == "variable" else ()
        members = [one for one in family if one.parent == item.id]
        return {
            "reviews_allowed": True,
            "average_rating": "0.00",
            "rating_count": 0,
            "upsell_ids": [],
            "cross_sell_ids": [],
            "parent_id": 0,
            "purchase_note": "",
            "categories": [{"id": 15, "name": "Uncategorized", "slug": "uncategorized"}],
            "brands": [],
            "tags": [],
            "images": self._images(item),
            "attributes": _attributes(item, [one.option for one in members]),
            "default_attributes": [],
            "variations": [one.id for one in members],
            "grouped_products": [],
            "menu_order": 0,
            "price_html": f'<span class="woocommerce-Price-amount amount"><bdi>{item.price}</bdi></span>',
            "related_ids": [],
            "meta_data": [],
            "stock_status": item.stock_status,
            "has_options": item.kind == "variable",
            "post_password": "",
            "global_unique_id": item.barcode,
        }

    def _images(self, item: Item) -> list[Json]:
        where = pictures.address(self._pictures_at, item.name)
        return [{"id": item.id, "src": where, "name": item.name, "alt": ""}] if where else []

    def variation(self, item: Item, *, edit: bool = False) -> Json:
        """A variation; `edit` changes nothing here."""
        parent = self._items[item.parent]
        holder = item if item.managed or not parent.managed else parent
        shared = holder is parent
        slug = parent.name.lower().replace(" ", "-")
        return {
            "id": item.id,
            "type": "variation",
            **_dates(item.created, item.modified),
            "description": "",
            "permalink": f"{self._site}/product/{slug}/?attribute_{item.attribute.lower()}={item.option}",
            "sku": item.sku,
            "global_unique_id": item.barcode,
            **_price(item, own=True),
            "on_sale": False,
            "status": item.status,
            "purchasable": item.status == "publish",
            **_digital(),
            "tax_status": "taxable",
            "tax_class": "parent" if edit else "",
            "manage_stock": "parent" if shared else item.managed,
            "stock_quantity": holder.quantity,
            "stock_status": holder.stock_status,
            **_backorders(holder),
            "weight": "",
            "dimensions": dict(_NO_SIZE),
            "shipping_class": "",
            "shipping_class_id": 0,
            "image": None,
            "gallery_image_ids": [],
            "attributes": [{"id": 0, "name": item.attribute, "slug": item.attribute.lower(), "option": item.option}],
            "menu_order": 0,
            "meta_data": [],
            "name": item.option,
            "parent_id": item.parent,
            **self._links(f"products/{parent.id}/variations/{item.id}", f"products/{parent.id}/variations"),
        }

    def order(self, order: Order) -> Json:
        """An order. Its buyer is the one of the real captures: invented."""
        key = f"wc_order_{order.id:013x}"
        owed = order.status in ("pending", "failed")
        return {
            "id": order.id,
            "parent_id": 0,
            "status": order.status,
            "currency": "USD",
            "version": "11.0.1",
            "prices_include_tax": False,
            "date_created": _moment(order.created),
            "date_modified": _moment(order.modified),
            **dict.fromkeys(("discount_total", "discount_tax", "shipping_total", "shipping_tax", "cart_tax"), "0.00"),
            "total": f"{order.total:.2f}",
            "total_tax": "0.00",
            "customer_id": 0,
            "order_key": key,
            "billing": {**dict.fromkeys(_ADDRESS, ""), "first_name": "Ann", "email": "ann@example.test", "phone": ""},
            "shipping": {**dict.fromkeys(_ADDRESS, ""), "phone": ""},
            "payment_method": order.method,
            "payment_method_title": "Cash on delivery",
            **dict.fromkeys(("transaction_id", "customer_ip_address", "customer_user_agent"), ""),
            "created_via": order.via,
            "customer_note": "",
            "date_completed": _moment(order.completed),
            "date_paid": _moment(order.paid),
            "cart_hash": "",
            "number": str(order.id),
            "meta_data": [],
            "line_items": [self._line(line) for line in order.lines],
            **{kind: [] for kind in ("tax_lines", "shipping_lines", "fee_lines", "coupon_lines")},
            "refunds": [
                {"id": one.id, "reason": one.reason, "total": f"-{one.amount:.2f}", "total_tax": "0.00"}
                for one in reversed(order.refunds)
            ],
            "payment_url": f"{self._site}/checkout/order-pay/{order.id}/?pay_for_order=true&key={key}",
            "is_editable": order.status in ("pending", "on-hold", "auto-draft"),
            "needs_payment": owed,
            "needs_processing": True,
            "date_created_gmt": _moment(order.created),
            "date_modified_gmt": _moment(order.modified),
            "date_completed_gmt": _moment(order.completed),
            "date_paid_gmt": _moment(order.paid),
            "currency_symbol": "$",
            **self._order_links(order),
        }

    def _line(self, line: Line) -> Json:
        notes = {"_reduced_stock": line.reduced, "_restock_refunded_items": line.restocked}
        return self._sold(line, line.id, line.quantity) | {
            "meta_data": [
                _meta(line.id * 10 + place, key, value)
                for place, (key, value) in enumerate(notes.items())
                if value is not None
            ]
        }

    def _sold(self, line: Line, number: int, quantity: int) -> Json:
        total = f"{line.price * quantity:.2f}"
        there = line.item in self._items
        return {
            "id": number,
            "name": line.name,
            "product_id": line.product,
            "variation_id": line.variation,
            "quantity": quantity,
            "tax_class": "",
            "subtotal": total,
            "subtotal_tax": "0.00",
            "total": total,
            "total_tax": "0.00",
            "taxes": [],
            "meta_data": [],
            "sku": line.sku if there else None,
            "global_unique_id": "",
            "price": int(line.price) if line.price.is_integer() else line.price,
            "image": {"id": "", "src": ""},
            "parent_name": line.parent_name,
        }

    def refund(self, order: Order, refund: Refund) -> Json:
        """A refund of an order."""
        route = f"orders/{order.id}/refunds"
        return {
            "id": refund.id,
            "date_created": _moment(refund.at),
            "date_created_gmt": _moment(refund.at),
            "amount": f"{refund.amount:.2f}",
            "reason": refund.reason,
            "refunded_by": 1,
            "refunded_payment": False,
            "meta_data": [{"id": refund.id * 10, "key": "_refund_type", "value": "partial"}],
            "line_items": [self._refund_line(line) for line in refund.lines],
            **{kind: [] for kind in ("shipping_lines", "tax_lines", "fee_lines")},
            "_links": {
                "self": [{"href": self._rest(f"{route}/{refund.id}"), "targetHints": {"allow": ["GET", "DELETE"]}}],
                "collection": [{"href": self._rest(route)}],
                "up": [{"href": self._rest(f"orders/{order.id}")}],
            },
        }

    def _refund_line(self, line: RefundLine) -> Json:
        note = _meta(line.id * 10, "_refunded_item_id", line.of.id)
        return self._sold(line.of, line.id, -line.quantity) | {"meta_data": [note]}

    def setting(self, group: str, name: str, value: str) -> Json:
        """One setting of the shop."""
        return {
            "id": name,
            "label": name,
            "description": name,
            "type": "checkbox",
            "default": value,
            "value": value,
            "group_id": group,
            "_links": self._links(f"settings/{group}/{name}", f"settings/{group}")["_links"],
        }

    def _rest(self, route: str) -> str:
        return f"{self._site}/wp-json/wc/v3/{route}"

    def _links(self, route: str, collection: str) -> Json:
        links: Json = {
            "self": [{"href": self._rest(route), "targetHints": {"allow": list(_READ_WRITE)}}],
            "collection": [{"href": self._rest(collection)}],
        }
        if collection.endswith("/variations"):
            links["up"] = [{"href": self._rest(collection.removesuffix("/variations"))}]
        return {"_links": links}

    def _order_links(self, order: Order) -> Json:
        links = self._links(f"orders/{order.id}", "orders")
        mails = self._rest(f"orders/{order.id}/actions/email_templates")
        links["_links"]["email_templates"] = [{"embeddable": True, "href": mails}]
        return links


def _moment(at: datetime | None) -> str | None:
    return at.strftime("%Y-%m-%dT%H:%M:%S") if at else None


def _dates(created: datetime, modified: datetime) -> Json:
    shown = {"date_created": created, "date_created_gmt": created, "date_modified": modified}
    return {name: _moment(at) for name, at in {**shown, "date_modified_gmt": modified}.items()}


def _price(item: Item, *, own: bool) -> Json:
    regular = item.price if own else ""
    sales = dict.fromkeys(("date_on_sale_from", "date_on_sale_from_gmt", "date_on_sale_to", "date_on_sale_to_gmt"))
    return {"price": item.price, "regular_price": regular, "sale_price": "", **sales}


def _digital() -> Json:
    return {"virtual": False, "downloadable": False, "downloads": [], "download_limit": -1, "download_expiry": -1}


def _backorders(holder: Item) -> Json:
    allowed = holder.backorders != "no"
    return {
        "backorders": holder.backorders,
        "backorders_allowed": allowed,
        "backordered": allowed and (holder.quantity or 0) < 0,
        "low_stock_amount": None,
    }


def _attributes(item: Item, options: Sequence[str]) -> list[Json]:
    if item.kind != "variable":
        return []
    return [
        {
            "id": 0,
            "name": item.attribute,
            "slug": item.attribute,
            "position": 0,
            "visible": True,
            "variation": True,
            "options": list(options),
        }
    ]


def _meta(number: int, key: str, value: int) -> Json:
    text = str(value)
    return {"id": number, "key": key, "value": text, "display_key": key, "display_value": text}
