"""Webhooks of a simulated WooCommerce shop, as they are kept over REST: disabled at the seventh failure in a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.simulator.woocommerce.gate import Refused
from app.simulator.woocommerce.life import Life
from app.simulator.woocommerce.listing import Page, Query

FAILURES_MAX = 6  # one more disables
_EVENTS = {
    "order": ("created", "updated", "deleted", "restored"),
    "product": ("created", "updated", "deleted", "restored", "published"),
}


class Request(Protocol):
    """What a route is asked."""

    @property
    def method(self) -> str:
        """GET, POST, PUT or DELETE."""

    @property
    def query(self) -> Query:
        """What stands in the address."""

    @property
    def body(self) -> Mapping[str, Any]:
        """What is sent."""


@dataclass(slots=True)
class Hook:
    """One webhook."""

    id: int
    name: str
    topic: str
    url: str
    secret: str
    status: str = "active"
    failures: int = 0


class Hooks:
    """The webhooks of one shop. `fail`: the relay does not answer; `pings`: the unsigned ones that creation sends."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self.all: list[Hook] = []
        self.pings: list[str] = []

    def fail(self, times: int = 1) -> None:
        """Deliveries fail in a row. To let a webhook send again does not set the count back."""
        for hook in self.all:
            for _ in range(times if hook.status == "active" else 0):
                if hook.failures >= FAILURES_MAX:
                    hook.status = "disabled"
                else:
                    hook.failures += 1

    def list(self, asked: Request) -> Page:
        """All of them, the newest first."""
        query, found = asked.query, list(reversed(self.all))
        first = (query.page - 1) * query.per_page
        rows = [query.cut(self._shown(hook)) for hook in found[first : first + query.per_page]]
        return Page(rows, len(found), -(-len(found) // query.per_page), query.page)

    def create(self, asked: Request) -> dict[str, Any]:
        """Make one, and ping its address; it is made even if nobody answers there."""
        topic = str(asked.body.get("topic", ""))
        resource, _, event = topic.partition(".")
        if event not in _EVENTS.get(resource, ()) and resource != "action":
            words = "Webhook topic is required and must be valid."
            raise Refused(400, "woocommerce_rest_shop_webhook_invalid_topic", words)
        name, url = str(asked.body.get("name", "")), str(asked.body.get("delivery_url", ""))
        self.all.append(Hook(self._life.number(), name, topic, url, str(asked.body.get("secret", ""))))
        self.pings.append(url)
        return asked.query.cut(self._shown(self.all[-1]))

    def one(self, asked: Request, number: str) -> dict[str, Any]:
        """Read, change or delete one."""
        hook = next((hook for hook in self.all if hook.id == int(number)), None)
        if hook is None:
            status = 404 if asked.method in ("GET", "DELETE") else 400
            raise Refused(status, "woocommerce_rest_shop_webhook_invalid_id", "Invalid ID.")
        if asked.method == "PUT":
            hook.status = str(asked.body.get("status", hook.status))
        if asked.method == "DELETE":
            self.all.remove(hook)
        return asked.query.cut(self._shown(hook))

    def _shown(self, hook: Hook) -> dict[str, Any]:
        resource, _, event = hook.topic.partition(".")
        shown = {"id": hook.id, "name": hook.name, "status": hook.status, "topic": hook.topic}
        return {**shown, "resource": resource, "event": event, "delivery_url": hook.url}
