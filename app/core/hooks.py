"""What a channel's webhooks are, as data: how the seller sets them up, and what they are worth."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.text import Text

WEBHOOK = "webhook"  # Doorbell.source, and the name of the secret that a shop's webhooks are signed with
WEBHOOK_BEFORE = "webhook_before"  # the one before it: a channel may go on signing with it for an hour
ORDERS = "orders"  # Doorbell.kind: something was missed, or cannot be named; ask for every changed order at once


class SecretFrom(StrEnum):
    """Where the secret comes from that a channel signs its calls with."""

    CHANNEL = "channel"  # the channel made it, and the seller types it
    PLIMSOLL = "plimsoll"  # Plimsoll makes it, and the seller gives it to the channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """How a channel's webhooks are set up and what they are worth.

    `known_as` names a secret of the shop's sign-in that signs webhooks too. `never_retries`: what the relay does not
    take is lost for good. `stretch_s`: seconds between order polls that do while webhooks are known to arrive.
    `poll_most_s`: the channel's own webhooks leave only when it is visited, so it is never asked less often.
    """

    steps: tuple[Text, ...]
    topics: tuple[str, ...]
    secret_from: SecretFrom
    secret_label: Text
    starts: str = ""
    known_as: str = ""
    never_retries: bool = False
    stretch_s: int | None = None
    poll_most_s: int | None = None
    by_api: bool = False  # can its connector make them (channels.base.MakesHooks)?


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorway:
    """What the seller copies to a channel: the address that it calls, and the secret where Plimsoll makes it."""

    address: str
    secret: str = ""
    signed: bool = False  # is the secret known that its calls are signed with?
