"""Shopify's webhooks: signed with the app's client secret, known again by their own id, named by topic and number.

Source: shopify.dev, webhooks "verify deliveries" and "delivery structure".
"""

from collections.abc import Sequence
from typing import Any

from app.channels import signatures
from app.channels.bodies import digest, json_object, number_in
from app.core.channel import Doorbell
from app.core.hooks import ORDERS, WEBHOOK, Hooks, SecretFrom
from app.core.notices import Notice, Said
from app.core.text import N_

TOPICS = (
    "ORDERS_CREATE", "ORDERS_UPDATED", "ORDERS_CANCELLED", "ORDERS_EDITED", "ORDERS_DELETE", "REFUNDS_CREATE",
    "INVENTORY_LEVELS_UPDATE", "INVENTORY_LEVELS_CONNECT", "INVENTORY_LEVELS_DISCONNECT", "APP_UNINSTALLED",
)  # fmt: skip

HOOKS = Hooks(
    steps=(
        N_("In your Shopify admin open Settings, then Notifications, then Webhooks."),
        N_("Choose Create webhook. Take the event “Order update”, the format JSON, and paste the address above."),
        N_("Do the same for “Order creation”, “Order cancellation”, “Refund create” and “Inventory level update”."),
        N_("Copy the key at the end of that page (“Your webhooks will be signed with…”) into the field below."),
    ),
    topics=TOPICS,
    secret_from=SecretFrom.CHANNEL,
    secret_label=N_("Signing key"),
    by_api=True,
    known_as="client_secret",
    stretch_s=300,
)


def read(notice: Notice, secrets: Sequence[str]) -> Said | None:
    """What a call names. Its own id knows a repetition again: the event id is shared by all calls of one action."""
    headers = notice.first()
    if not any(signatures.shopify(headers, notice.body, secret) for secret in secrets if secret):
        return None
    topic = notice.header("x-shopify-topic")
    shop, name = notice.header("x-shopify-shop-domain"), notice.header("x-shopify-webhook-id")
    key = f"{shop}/{name}" if name else f"{shop}/{topic}/{digest(notice.body)}"
    bell = _bell(topic, json_object(notice.body), f"shopify/{key}")
    return Said(topic=topic, bells=(bell,) if bell else ())


def _bell(topic: str, body: dict[str, Any], key: str) -> Doorbell | None:
    if topic.startswith(("customers/", "shop/", "products/")):
        return None
    if topic == "app/uninstalled":
        return Doorbell(kind=ORDERS, ref="", key=key, source=WEBHOOK)
    if topic.startswith("inventory_"):
        ref = number_in(body, "inventory_item_id") or number_in(body, "id")
        return Doorbell(kind="stock", ref=ref, key=key, source=WEBHOOK) if ref else None
    edit = body.get("order_edit")
    ref = number_in(edit, "order_id") if isinstance(edit, dict) else ""
    ref = ref or number_in(body, "order_id") or number_in(body, "id")
    kind = "order" if ref else ORDERS  # genuine, but it does not say which
    return Doorbell(kind=kind, ref=ref, key=key, source=WEBHOOK)
