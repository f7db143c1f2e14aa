"""First matching of listings to products, by SKU. It proposes; nothing is made or linked before the seller says so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """What can be said of a listing."""

    LINKED = "linked"  # already linked
    SAME_SKU = "same_sku"  # a product has this SKU
    NEW = "new"  # no product has it: one can be added
    DUPLICATE = "duplicate"  # several listings of the shop have it: the seller decides
    NO_SKU = "no_sku"  # the shop gives it no SKU
    NOT_COUNTED = "not_counted"  # the shop does not count its stock


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A listing to be matched."""

    listing: int
    sku: str
    title: str
    counted: bool
    linked_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What to do with a listing. `product` is the SKU it would be linked to."""

    candidate: Candidate
    match: Match
    product: str | None = None


def normal(sku: str) -> str:
    """SKUs are compared without regard to case and outer spaces, as the shops themselves do."""
    return sku.strip().casefold()


def propose(candidates: Iterable[Candidate], products: Mapping[str, str]) -> list[Proposal]:
    """A proposal for each listing of one shop. `products` maps the normal form of every SKU to the SKU."""
    candidates = list(candidates)
    times = Counter(normal(candidate.sku) for candidate in candidates)
    return [_propose(candidate, products, times[normal(candidate.sku)]) for candidate in candidates]


def _propose(candidate: Candidate, products: Mapping[str, str], times: int) -> Proposal:
    if candidate.linked_to is not None:
        return Proposal(candidate=candidate, match=Match.LINKED, product=candidate.linked_to)
    if not candidate.sku.strip():
        return Proposal(candidate=candidate, match=Match.NO_SKU)
    if times > 1:
        return Proposal(candidate=candidate, match=Match.DUPLICATE, product=products.get(normal(candidate.sku)))
    if not candidate.counted:
        return Proposal(candidate=candidate, match=Match.NOT_COUNTED, product=products.get(normal(candidate.sku)))
    known = products.get(normal(candidate.sku))
    if known is not None:
        return Proposal(candidate=candidate, match=Match.SAME_SKU, product=known)
    return Proposal(candidate=candidate, match=Match.NEW, product=candidate.sku.strip())
