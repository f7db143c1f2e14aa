"""WooCommerce's webhooks: signed with a secret of the seller's over the raw body, the topic not covered.

Its Delivery-ID is no key: one was seen on 29 different orders. What tells two deliveries apart is what they are about
and what they say.
"""

from collections.abc import Sequence

from app.channels import signatures
from app.channels.bodies import digest, json_object, number_in
from app.core.channel import Doorbell
from app.core.hooks import ORDERS, WEBHOOK, Hooks, SecretFrom
from app.core.notices import Notice, Said
from app.core.text import N_

TOPICS = ("order.created", "order.updated", "order.deleted", "order.restored", "product.updated")
PING = "ping"

HOOKS = Hooks(
    steps=(
        N_("In WordPress open WooCommerce, then Settings, then Advanced, then Webhooks."),
        N_("Choose Add webhook, the status Active and the topic “Order updated”."),
        N_("Paste the address above as Delivery URL and the secret above as Secret, then save."),
        N_("Do the same for “Order created”, “Order deleted”, “Order restored” and “Product updated”."),
    ),
    topics=TOPICS,
    secret_from=SecretFrom.PLIMSOLL,
    secret_label=N_("Secret"),
    by_api=True,
    never_retries=True,
    poll_most_s=60,
)


def read(notice: Notice, secrets: Sequence[str]) -> Said | None:
    """What a call names. The unsigned form that greets a new webhook is no forgery, and names nothing."""
    if notice.body.startswith(b"webhook_id=") and not notice.header("x-wc-webhook-signature"):
        return Said(topic=PING)
    headers = notice.first()
    if not any(signatures.woocommerce(headers, notice.body, secret) for secret in secrets if secret):
        return None
    topic, site = notice.header("x-wc-webhook-topic"), notice.header("x-wc-webhook-source")
    body = json_object(notice.body)
    ref = number_in(body, "id")
    key = f"woocommerce/{site}/{topic}/{ref}/{digest(notice.body)}"
    if notice.header("x-wc-webhook-resource") == "product" or topic.startswith("product."):
        return Said(topic=topic, bells=_bells("stock", ref, key) if ref else ())
    # The order was deleted before the call left: the body is then an error, and does not say which.
    return Said(topic=topic, bells=_bells("order" if ref else ORDERS, ref, key))


def _bells(kind: str, ref: str, key: str) -> tuple[Doorbell, ...]:
    return (Doorbell(kind=kind, ref=ref, key=key, source=WEBHOOK),)
