"""Webhook subscriptions of a simulated Shopify shop, as its apps keep them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.simulator.shopify.answers import gid, page
from app.simulator.shopify.language import Thing
from app.simulator.shopify.life import Life

FAILURES_MAX = 8


@dataclass(slots=True)
class Hook:
    """One subscription."""

    number: int
    topic: str
    uri: str
    fields: list[str]
    failures: int = 0


class Hooks:
    """The subscriptions of one app. `fail` is the relay not answering: at the eighth in a row one is deleted."""

    def __init__(self, life: Life, may: Callable[..., None]) -> None:
        self._life = life
        self._may = may
        self.all: list[Hook] = []

    def fail(self, times: int = 1) -> None:
        """Deliveries fail, again and again."""
        for hook in list(self.all):
            hook.failures += times
            if hook.failures >= FAILURES_MAX:
                self.all.remove(hook)

    def list(self, args: dict[str, Any]) -> Thing:
        """All of them."""
        return page(self.all, lambda hook: (hook.number,), _shown)(args)

    def create(self, args: dict[str, Any]) -> Thing:
        """Make one; the address must be https, and taken only once for a topic."""
        topic, wanted = args["topic"], args["webhookSubscription"]
        self._may("read_orders" if topic.startswith(("ORDERS", "REFUNDS")) else "read_inventory")
        uri = wanted.get("uri", "")
        error = ""
        if not uri.startswith("https://"):
            error = "Address protocol http:// is not supported"
        elif any((hook.topic, hook.uri) == (topic, uri) for hook in self.all):
            error = "Address for this topic has already been taken"
        if error:
            return Thing(
                "WebhookSubscriptionCreatePayload", {"webhookSubscription": None, "userErrors": [_error(error)]}
            )
        hook = Hook(self._life.number(), topic, uri, list(wanted.get("includeFields") or []))
        self.all.append(hook)
        return Thing("WebhookSubscriptionCreatePayload", {"webhookSubscription": _shown(hook), "userErrors": []})

    def delete(self, args: dict[str, Any]) -> Thing:
        """Delete one."""
        found = next((hook for hook in self.all if gid("WebhookSubscription", hook.number) == args["id"]), None)
        errors = [] if found else [_error("Webhook subscription does not exist")]
        if found:
            self.all.remove(found)
        fields = {"deletedWebhookSubscriptionId": args["id"] if found else None, "userErrors": errors}
        return Thing("WebhookSubscriptionDeletePayload", fields)


def _shown(hook: Hook) -> Thing:
    fields = {
        "id": gid("WebhookSubscription", hook.number),
        "topic": hook.topic,
        "uri": hook.uri,
        "includeFields": hook.fields,
    }
    return Thing("WebhookSubscription", fields)


def _error(words: str) -> Thing:
    return Thing("UserError", {"field": ["webhookSubscription"], "message": words})
