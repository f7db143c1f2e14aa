"""What a listing may show, and why: one pure function.

For now every listing shows what is available less what is held back; the policy that shares and splits by risk
replaces the inside of `offer` and nothing else.
"""

from dataclasses import dataclass

from app.core.text import N_, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Pieces hidden from a listing, and where the number comes from. `extra` is the shop's, on top of `base`."""

    base: int = 0
    extra: int = 0

    @property
    def total(self) -> int:
        """Pieces taken off before the channel sees a number."""
        return self.base + self.extra


def held_back(*, everywhere: int | None, shop_extra: int | None, product: int | None, listing: int | None) -> HeldBack:
    """The amount in force: a listing's own number stands instead of all others; a product's instead of the general
    one; a shop's is added to either.
    """
    if listing is not None:
        return HeldBack(base=listing)
    base = product if product is not None else everywhere or 0
    return HeldBack(base=base, extra=shop_extra or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The number a listing may show, in pieces, and the sum it comes from."""

    quantity: int
    why: Text


def offer(*, on_hand: int, committed: int, held: HeldBack, untaken: int = 0, taken_off: bool = False) -> Offer:
    """max(0, on hand - committed + untaken - held back); 0 for a listing that the seller took off.

    `untaken` are pieces promised to this listing's own buyers that its channel has not taken off its number yet: it
    will do so by itself, so taking them off here as well would count them twice.
    """
    if taken_off:
        return Offer(quantity=0, why=N_("Taken off by you: 0 here"))
    quantity = max(0, on_hand - committed + untaken - held.total)
    numbers = {"on_hand": on_hand, "committed": committed, "held": held.total, "quantity": quantity}
    if untaken:
        why = N_(
            "{on_hand} on hand, {committed} committed, {untaken} of them not yet taken off here, {held} held back:"
            " {quantity} here",
            untaken=untaken,
            **numbers,
        )
    else:
        why = N_("{on_hand} on hand, {committed} committed, {held} held back: {quantity} here", **numbers)
    return Offer(quantity=quantity, why=why)
