"""Cancelling and refunding an order in its shop: what a channel can do, what is asked of it, and how that ends.

A reversal is a saga. It is asked, sent once, and then only read: what the order itself shows is the proof, never the
answer to the request. After an answer that did not come the order is read too; nothing is ever sent a second time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.text import N_, Text

FIRST_LOOK = timedelta(seconds=2)
LOOKS_APART = timedelta(seconds=60)
LOST_AFTER = timedelta(minutes=5)  # an answer that never came: by then the order would show what it did
SLOW_AFTER = timedelta(minutes=30)  # a request that was taken and is worked on by the shop


class Act(StrEnum):
    """What is to be done with the order."""

    CANCEL = "cancel"
    REFUND = "refund"


class Reason(StrEnum):
    """Why, as the channel is told where it asks. `BUYER` only when the seller says that the buyer asked for it."""

    OVERSOLD = "oversold"
    BUYER = "buyer"
    OTHER = "other"


class StockAfter(StrEnum):
    """What the channel does with the pieces by itself."""

    AS_TOLD = "as_told"  # it puts them back on sale, or not, as we say
    PUTS_BACK = "puts_back"  # it always does
    KEEPS_OUT = "keeps_out"  # it never does


THERE = N_("Open the order on the channel’s own page and cancel or refund it there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversals:
    """What a channel can do from here. An act that is missing in `stock` is done by hand, on the channel's own page.

    `money` says what becomes of the buyer's money, `by_hand` what to press where only hands can do it.
    """

    stock: Mapping[Act, StockAfter] = field(default_factory=dict)
    money: Mapping[Act, Text] = field(default_factory=dict)
    reasons: bool = False  # does it take a reason?
    mails: bool = False  # can it be told to mail the buyer, in its own words?
    pays_by_choice: bool = False  # may a refund only be noted, and the money be paid back by hand?
    by_hand: Text = THERE

    def can(self, act: Act) -> bool:
        """Can it be done from here?"""
        return act in self.stock


BY_HAND = Reversals()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing asked of a shop, stored with its idempotency key before it is sent.

    `pieces` of each line are refunded; a cancel is about the whole order. `restock`: put them back on sale there, where
    the channel lets us say so. `pay`: let the shop pay the money back.
    """

    order: str
    act: Act
    reason: Reason
    key: str
    restock: bool = False
    notify: bool = False
    pay: bool = True
    pieces: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an order stands in its shop, as far as a reversal cares. `refunded` pieces by line, wherever they are now."""

    cancelled: bool = False
    sent: bool = False  # has all of it left?
    working: bool = False  # the shop still works on what it was asked
    refunded: Mapping[str, int] = field(default_factory=dict)


class Step(StrEnum):
    """How far a reversal is."""

    ASKED = "asked"
    BY_HAND = "by_hand"  # waits for the seller's hands on the channel's own page
    SENT = "sent"  # sent, and not seen yet in the order
    UNSURE = "unsure"  # no answer came: it may have been done
    CONFIRMED = "confirmed"  # read in the order itself
    REFUSED = "refused"  # not done; the words say why


OPEN = frozenset({Step.ASKED, Step.BY_HAND, Step.SENT, Step.UNSURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What follows from reading the order: the next step; None where nothing is known yet or it is to be sent."""

    step: Step | None
    words: Text | None = None


SEND = Verdict(step=None)


def before_sending(wish: Wish, standing: Standing | None) -> Verdict:
    """Is it still to be sent? Someone may have done it meanwhile, or sent the parcel."""
    if standing is None:
        return Verdict(step=Step.REFUSED, words=N_("The shop no longer has this order."))
    if standing.cancelled:
        cancel = wish.act is Act.CANCEL
        words = N_("It was cancelled in the shop before.")
        return Verdict(step=Step.CONFIRMED if cancel else Step.REFUSED, words=words)
    if wish.act is Act.CANCEL and standing.sent:
        return Verdict(step=Step.REFUSED, words=N_("It has been sent already. Refund it instead."))
    return SEND


def after_sending(
    wish: Wish, standing: Standing | None, *, before: Mapping[str, int], unsure: bool, waited: timedelta
) -> Verdict:
    """What the order shows once it was sent. `before` are the pieces that were refunded already, by line."""
    if standing is not None and _done(wish, standing, before):
        return Verdict(step=Step.CONFIRMED)
    if standing is not None and standing.working and waited < SLOW_AFTER:
        return Verdict(step=None)
    if waited < (LOST_AFTER if unsure else SLOW_AFTER):
        return Verdict(step=None)
    words = N_("The order does not show it. Look at the order in the shop, and ask again if it is still needed.")
    return Verdict(step=Step.REFUSED, words=words)


def _done(wish: Wish, standing: Standing, before: Mapping[str, int]) -> bool:
    if wish.act is Act.CANCEL:
        return standing.cancelled
    now = standing.refunded
    return all(now.get(line, 0) >= before.get(line, 0) + pieces for line, pieces in wish.pieces.items())


def next_look(sent_at: datetime, now: datetime) -> datetime:
    """When to read the order again: soon at first, then less and less often."""
    return now + min(LOOKS_APART, max(FIRST_LOOK, now - sent_at))


class Outcome(StrEnum):
    """What the shop said to the request itself."""

    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The shop's answer. `job` names work that goes on after it; `words` are the shop's own."""

    outcome: Outcome
    words: str = ""
    job: str = ""
