"""Webhooks of a WooCommerce shop: listed, made and deleted.

WooCommerce disables one at its seventh failure in a row and tells nobody. Let send again it stays at six: the next
failure disables it at once. So one that was disabled is deleted and made anew.
"""

import msgspec

from app.channels.http import Answer
from app.channels.woocommerce.api import PAGE, WooApi, error_of, refusal
from app.channels.woocommerce.listings import pages
from app.core.channel import Webhook

NAME = "Plimsoll"
_FIELDS = ("_fields", "id,name,status,topic,delivery_url")


class WireHook(msgspec.Struct):
    """A webhook as the shop tells of it; its secret is never told."""

    id: int
    topic: str
    delivery_url: str
    status: str = "active"
    name: str = ""


def webhooks(api: WooApi) -> list[Webhook]:
    """Our webhooks, other programs' left out."""
    found: list[WireHook] = []
    page, more = 1, True
    while more:
        params = [("per_page", str(PAGE)), ("page", str(page)), _FIELDS]
        answer = api.get("list webhooks", f"page {page}", "/wc/v3/webhooks", params)
        rows = answer.decode(list[WireHook])
        found += rows
        more = bool(rows) and pages(answer, page, len(rows))
        page += 1
    return [_hook(row) for row in found if row.name.startswith(NAME)]


def add(api: WooApi, topic: str, url: str, secret: str) -> Webhook:
    """Make a webhook. WooCommerce then pings the address, unsigned."""
    body = {"name": f"{NAME} {topic}", "topic": topic, "delivery_url": url, "secret": secret}
    return _read(api.call("add webhook", topic, "POST", "/wc/v3/webhooks", [_FIELDS], body=body))


def remove(api: WooApi, ref: str) -> None:
    """Delete a webhook; one that is gone already is no trouble."""
    route = f"/wc/v3/webhooks/{int(ref)}"
    answer = api.call("remove webhook", ref, "DELETE", route, [("force", "true"), _FIELDS], accept=(404,))
    error = error_of(answer) if answer.status == 404 else None
    if answer.status == 404 and (error is None or error.code != "woocommerce_rest_shop_webhook_invalid_id"):
        raise refusal(answer) or answer.not_understood("no such webhook?")


def _read(answer: Answer) -> Webhook:
    return _hook(answer.decode(WireHook))


def _hook(row: WireHook) -> Webhook:
    return Webhook(ref=str(row.id), topic=row.topic, url=row.delivery_url, active=row.status == "active")
