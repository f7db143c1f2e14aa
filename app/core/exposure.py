"""The ledger of promises: the most that a listing may still sell without our knowing of it yet, its *bound*.

Per listing the truth is (sold there, not yet known to us) + (what it shows). We cannot see the first, so we keep an
upper bound of the sum: it rises when a write that may raise the number is *sent*, and falls only when a lowering is
confirmed and settled, when a sale becomes known, or when the number was read and everything about it is known. As long
as the bounds of all listings of a product do not add up to more than is available, nothing can be sold twice, however
late we hear of it. Rules: ../shared/oversell-theory.md, C.2. Quantities are listed pieces.

Every function takes what is kept of one listing and returns what to keep now, with the promises to be written down.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.guard import Guard
from app.core.text import N_, NN_, Text, signed


class Kind(StrEnum):
    """The ways a bound can change."""

    GRANT = "grant"  # a write that may raise the number was sent
    WITHDRAW = "withdraw"  # a lowering is confirmed and settled, or a sent write did not take place
    SALE = "sale"  # a sale became known that is off the channel's number
    RESTOCK = "restock"  # the channel put a piece back by itself
    EDIT = "edit"  # somebody changed the number there by hand
    ADOPT = "adopt"  # the number was read, and every order up to then is known
    UNSURE = "unsure"  # a write may or may not have taken place: it goes on counting at its worst


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One row of the ledger of promises: by how much a listing's bound changed, and why."""

    kind: Kind
    change: int
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A stock write from the number believed there to a new one.

    `key` is one that the channel honours: a second sending under it does nothing there. A channel that knows no keys
    is given a new one for every sending, and each sending counts.
    """

    key: str
    old: int
    new: int
    guard: Guard


@dataclass(frozen=True, slots=True)
class Sent:
    """A write under way: what sending it added to the bound, and what it freed there once it was confirmed."""

    write: Write
    added: int
    freed: int | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """What is kept of one listing: its bound, and the writes that are not settled yet."""

    bound: int = 0
    sent: tuple[Sent, ...] = ()

    @property
    def broken(self) -> bool:
        """It sold more than we ever allowed: the shop oversells by itself, or somebody else raised the number."""
        return self.bound < 0

    def find(self, key: str) -> Sent | None:
        """The unsettled write under this key."""
        return next((sent for sent in self.sent if sent.write.key == key), None)


Step = tuple[Exposure, tuple[Promise, ...]]


def added_by(write: Write) -> int:
    """What sending a write adds to the bound, in pieces.

    A guarded write moves the number by what it raises. A blind one adds the whole new number (not the larger of both):
    all the old ones may have been sold already without our knowing. Setting 0 adds nothing.
    """
    return write.new if write.guard is Guard.ABSOLUTE else max(0, write.new - write.old)


def permitted(exposure: Exposure, write: Write, *, total: int, available: int) -> bool:
    """May it be sent where nothing may be promised twice? `total` is the sum of the bounds of all the listings.

    What adds nothing may always go: a lowering, 0, and the same write under the same key. Everything else waits until
    the lowering that pays for it is settled.
    """
    added = 0 if exposure.find(write.key) else added_by(write)
    return added == 0 or total + added <= available


def send(exposure: Exposure, write: Write) -> Step:
    """Just before the call: the intent counts from here on, whatever becomes of it.

    Again under the same key it adds nothing. Under a new one it adds again, even where the channel compares before it
    sets: a raise 2 to 5 whose answer was lost, three sales, and the same raise once more have promised 8.
    """
    if exposure.find(write.key):
        return exposure, ()
    added = added_by(write)
    why = N_("Setting {old} to {new} was sent", old=write.old, new=write.new)
    sent = (*exposure.sent, Sent(write, added))
    return _after(replace(exposure, sent=sent), Promise(kind=Kind.GRANT, change=added, why=why))


def confirm(exposure: Exposure, key: str, *, effective: int | None = None) -> Exposure:
    """The channel says that it took place. Nothing falls yet: sales may still be let through by the old number.

    `effective`: how far a guarded lowering really moved the number, where that may be less than was asked for.
    """
    sent = exposure.find(key)
    assert sent, "only what was sent is confirmed"
    write = sent.write
    asked = max(0, write.old - write.new) if write.guard is not Guard.ABSOLUTE else 0
    freed = asked if effective is None else min(asked, effective)
    return _put(exposure, replace(sent, freed=freed))


def settle(exposure: Exposure, key: str, *, sold: int = 0) -> Step:
    """A confirmed write has come to rest: the channel's lag is over and, after a blind one, its orders were read.

    `sold`: pieces known to be sold after a blind write took place, and off the number it set.
    """
    sent = exposure.find(key)
    assert sent, "only what was sent is settled"
    assert sent.freed is not None, "confirmed first, then settled"
    write, rest = sent.write, _without(exposure, sent)
    change = -sent.freed
    if write.guard is Guard.ABSOLUTE:
        # It overwrote what was there. Only what was sent since, or is of unknown fate, may still come on top.
        change = write.new - sold + sum(other.added for other in rest.sent) - exposure.bound
    why = N_("Setting {old} to {new} is confirmed and settled", old=write.old, new=write.new)
    return _after(rest, Promise(kind=Kind.WITHDRAW, change=change, why=why))


def refuse(exposure: Exposure, key: str) -> Step:
    """The write certainly did not take place (refused, or the number was not the one expected)."""
    sent = exposure.find(key)
    assert sent, "only what was sent is refused"
    why = N_("Setting {old} to {new} did not take place", old=sent.write.old, new=sent.write.new)
    return _after(_without(exposure, sent), Promise(kind=Kind.WITHDRAW, change=-sent.added, why=why))


def unsure(exposure: Exposure, key: str) -> Step:
    """No answer came. What it added stays, what it would free is not freed, until the number is read."""
    sent = exposure.find(key)
    assert sent, "only what was sent can be unsure"
    why = N_("Whether {old} became {new} is not known", old=sent.write.old, new=sent.write.new)
    return exposure, (Promise(kind=Kind.UNSURE, change=0, why=why),)


def sold(exposure: Exposure, pieces: int) -> Step:
    """Sales became known. Count them only once the channel has taken them off its number: until then it shows them."""
    why = NN_("{n} piece sold there became known", "{n} pieces sold there became known", pieces)
    return _after(exposure, Promise(kind=Kind.SALE, change=-pieces, why=why))


def restocked(exposure: Exposure, pieces: int) -> Step:
    """The channel put cancelled pieces back on its number by itself."""
    why = NN_("{n} piece was put back by the shop", "{n} pieces were put back by the shop", pieces)
    return _after(exposure, Promise(kind=Kind.RESTOCK, change=pieces, why=why))


def edited(exposure: Exposure, change: int) -> Step:
    """Somebody else changed the number by so much. It counts from when it is seen, and may promise too much."""
    why = N_("Changed by hand there by {change}", change=signed(change))
    return _after(exposure, Promise(kind=Kind.EDIT, change=change, why=why))


def adopt(exposure: Exposure, seen: int, *, sold: int = 0) -> Step:
    """The number was read, and the orders were read completely after that: what it shows is all it can still sell.

    Not while a write is on its way, nor before a channel's lag is over. `sold`: pieces known to be sold since it was
    read, and off the number. Every write of unknown fate is resolved by it. Below zero it sells no less than at zero.
    """
    why = N_("Shows {seen}, and every order until then is known", seen=seen)
    left = max(0, seen) - sold
    return _after(Exposure(exposure.bound), Promise(kind=Kind.ADOPT, change=left - exposure.bound, why=why))


def effective_withdrawal(asked: int, after: int) -> int:
    """How many pieces a lowering by `asked` really took: what pushed the number below zero was already sold.

    `after` is the number once it took place; min(asked, the number when it landed).
    """
    return asked - min(asked, max(0, -after))


def fold(promises: Iterable[Promise]) -> int:
    """The bound that a listing's promises add up to."""
    return sum(promise.change for promise in promises)


def _after(exposure: Exposure, promise: Promise) -> Step:
    if promise.change == 0:
        return exposure, ()
    return replace(exposure, bound=exposure.bound + promise.change), (promise,)


def _put(exposure: Exposure, sent: Sent) -> Exposure:
    return replace(
        exposure, sent=tuple(sent if other.write.key == sent.write.key else other for other in exposure.sent)
    )


def _without(exposure: Exposure, sent: Sent) -> Exposure:
    return replace(exposure, sent=tuple(other for other in exposure.sent if other is not sent))


def oversold(exposure: Exposure) -> Step:
    """It sold more than it may have been showing: nothing is left of what we knew, and somebody must look."""
    why = NN_(
        "{n} piece more was sold there than it showed",
        "{n} pieces more were sold there than it showed",
        -exposure.bound,
    )
    return _after(exposure, Promise(kind=Kind.EDIT, change=-exposure.bound, why=why))
