"""A buyer's number at a channel, made into a hash that nobody turns back: keyed with a secret of the shop."""

import hashlib
import hmac
from collections.abc import Callable, Mapping

BUYER_KEY = "buyer_key"  # among a shop's sealed secrets; made once, and kept when the shop is connected again


Buyers = Callable[[int | str | None], str]  # a channel's number for a buyer: its hash


def nobody(_buyer: int | str | None) -> str:
    """Where no key is at hand."""
    return ""


def buyer_hash(secrets: Mapping[str, str], buyer: int | str | None) -> str:
    """Empty where the channel names nobody (a guest is 0), or where there is no key."""
    key = secrets.get(BUYER_KEY, "")
    if not key or not buyer:
        return ""
    return hmac.new(key.encode(), str(buyer).encode(), hashlib.sha256).hexdigest()[:32]
