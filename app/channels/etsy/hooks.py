"""Etsy's webhooks: signed after the Standard Webhooks, told apart by their id, and without any data of an order.

The moment that is signed is no reason to refuse one: it is when the event was sent, and calls wait in the relay for as
long as the computer sleeps. The address in the body is only read for its numbers, and never called.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from app.channels import signatures
from app.channels.bodies import digest, json_object
from app.core.channel import Doorbell
from app.core.hooks import ORDERS, WEBHOOK, Hooks, SecretFrom
from app.core.notices import Notice, Said
from app.core.text import N_

TOPICS = ("order.paid", "order.canceled", "order.shipped", "order.delivered")
_RECEIPT = re.compile(r"/shops/\d+/receipts/(\d{1,18})/?")

HOOKS = Hooks(
    steps=(
        N_("On etsy.com/developers open Your apps, then the webhook portal of your app."),
        N_("Choose Add Endpoint and paste the address above."),
        N_("Tick order.paid, order.canceled, order.shipped and order.delivered, then choose Create."),
        N_("Copy the signing secret that begins with whsec_ into the field below."),
    ),
    topics=TOPICS,
    secret_from=SecretFrom.CHANNEL,
    secret_label=N_("Signing secret"),
    starts="whsec_",
    stretch_s=300,
)


def read(notice: Notice, secrets: Sequence[str]) -> Said | None:
    """What a call names."""
    headers = notice.first()
    if not any(signatures.etsy(headers, notice.body, secret) for secret in secrets if secret):
        return None
    body = json_object(notice.body)
    topic, resource = str(body.get("event_type", "")), str(body.get("resource_url", ""))
    try:
        found = _RECEIPT.search(urlsplit(resource).path)
    except ValueError:
        found = None
    kind, ref = ("order", found[1]) if found else (ORDERS, "")
    key = f"etsy/{notice.header('webhook-id') or digest(notice.body)}"
    return Said(topic=topic, bells=(Doorbell(kind=kind, ref=ref, key=key, source=WEBHOOK),))
