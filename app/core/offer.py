"""What is held back: pieces hidden from a listing before its channel sees a number, and where that comes from."""

from app.core.records import dataclass


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
