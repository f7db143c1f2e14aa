"""Webhook subscriptions of a Shopify shop: listed, made and deleted. Shopify deletes one itself after eight failures.

A webhook is only a doorbell, so order topics ask for nothing but the order's number and when it changed.
"""

from collections.abc import Sequence

from app.channels.http import clean_words
from app.channels.shopify import operations as op
from app.channels.shopify.answers import Changes, UserError
from app.channels.shopify.api import ShopifyApi
from app.channels.shopify.reading import Reader
from app.channels.shopify.wire import Page, Wire
from app.core.channel import Webhook
from app.core.text import N_
from app.errors import ChannelRefused

ORDER_FIELDS = ("id", "updated_at")


class Hook(Wire, frozen=True):
    """A webhook subscription."""

    id: str
    topic: str
    uri: str


class HooksAnswer(Wire, frozen=True):
    """PlimsollWebhooks."""

    webhook_subscriptions: Page[Hook]


class HookMade(Wire, frozen=True):
    """A subscription that was made, or why not."""

    user_errors: list[UserError]
    webhook_subscription: Hook | None = None


class HookCreateAnswer(Wire, frozen=True):
    """PlimsollWebhookCreate."""

    webhook_subscription_create: HookMade | None


class HookDeleteAnswer(Wire, frozen=True):
    """PlimsollWebhookDelete."""

    webhook_subscription_delete: Changes | None


def webhooks(reader: Reader) -> list[Webhook]:
    """Every subscription of this app, other programs' are never shown."""
    found, after = [], None
    while True:
        page = reader.page(
            op.WEBHOOKS, {"after": after}, HooksAnswer, verb="list webhooks", target="the shop"
        ).webhook_subscriptions
        found += [Webhook(ref=hook.id, topic=hook.topic, url=hook.uri) for hook in page.nodes]
        after = page.page_info.next
        if after is None:
            return found


def add(api: ShopifyApi, topic: str, url: str) -> Webhook:
    """Subscribe to a topic. Raises `ChannelRefused` with Shopify's words."""
    sub: dict[str, object] = {"uri": url, "format": "JSON"}
    if topic.startswith("ORDERS_"):
        sub["includeFields"] = list(ORDER_FIELDS)
    said = api.ask(
        op.WEBHOOK_CREATE, {"topic": topic, "sub": sub}, HookCreateAnswer, verb="add webhook", target=topic
    ).webhook_subscription_create
    if said is None or said.user_errors or said.webhook_subscription is None:
        raise _refused(said.user_errors if said else ())
    made = said.webhook_subscription
    return Webhook(ref=made.id, topic=made.topic, url=made.uri)


def remove(api: ShopifyApi, ref: str) -> None:
    """Delete a subscription; one that is gone already is no trouble."""
    said = api.ask(
        op.WEBHOOK_DELETE, {"id": ref}, HookDeleteAnswer, verb="remove webhook", target="a subscription"
    ).webhook_subscription_delete
    gone = said is not None and all("exist" in error.message.lower() for error in said.user_errors)
    if not gone:
        raise _refused(said.user_errors if said else ())


def _refused(errors: Sequence[UserError]) -> ChannelRefused:
    return ChannelRefused(
        N_("Shopify did not change its webhooks."),
        N_("Orders are still heard of by asking, a little later."),
        words=clean_words("; ".join(error.message for error in errors)),
        status=200,
    )
