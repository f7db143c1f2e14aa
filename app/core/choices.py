"""What a customer is offered, and when each offer may be made. The date of a next batch is confirmed, or it is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core.text import N_, Text

ANSWER_WITHIN = timedelta(days=2)
PRICE_WITHIN = 0.25  # a substitute costs at most so much more or less, a part of the price


class Offer(StrEnum):
    """The ways out."""

    SUBSTITUTE = "substitute"
    NEXT_BATCH = "next_batch"
    REFUND = "refund"
    PART = "part"


class Did(StrEnum):
    """What a dated row about a customer says."""

    OFFERED = "offered"
    ANSWERED = "answered"
    MADE = "made"  # by one more, bought or made
    ASKED_BY_BUYER = "asked_by_buyer"  # the buyer asked to cancel: only the seller can know
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A date of a next batch, and who confirmed it when."""

    on: date
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """All that one customer is offered. `by_when`: until then the answer is waited for, and pieces are held."""

    kinds: tuple[Offer, ...]
    substitute: str = ""  # its SKU
    confirmed: Confirmed | None = None
    by_when: datetime | None = None

    @property
    def dated(self) -> bool:
        """Has each option its date? Refunds, substitutes and parts go the same day."""
        return Offer.NEXT_BATCH not in self.kinds or self.confirmed is not None


def by_default(confirmed: Confirmed | None) -> tuple[Offer, ...]:
    """Without a confirmed date: refund now. With one, the customer chooses."""
    return (Offer.REFUND,) if confirmed is None else (Offer.NEXT_BATCH, Offer.REFUND)


def not_confirmed(on: date | None, by: str, today: date) -> Text | None:
    """Why a date cannot be promised; None when it can."""
    if on is None:
        return N_("Type a date, such as 2026-05-22. “Soon” is none.")
    if on <= today:
        return N_("That day has passed. Type a later one.")
    if not by.strip():
        return N_("Say who confirmed it.")
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A product that might do instead. Prices in minor units; None where it is not known."""

    sku: str
    title: str
    available: int
    price_minor: int | None = None


def substitutes(title: str, price_minor: int | None, pieces: int, others: Iterable[Other]) -> list[Other]:
    """What could be sent instead: a word of the title in common, about the same price, and enough of it.

    The one with the most words in common comes first. `available` is after what is held back.
    """
    words = _words(title)
    found = [
        one
        for one in others
        if one.available >= pieces and words & _words(one.title) and _near(price_minor, one.price_minor)
    ]
    return sorted(found, key=lambda one: (-len(words & _words(one.title)), one.title, one.sku))


def _words(title: str) -> set[str]:
    return {word for word in title.casefold().split() if len(word) > 3 and word.isalpha()}


def _near(price: int | None, other: int | None) -> bool:
    return price is None or other is None or abs(other - price) <= PRICE_WITHIN * price
