"""Matching of listings to products, each with its reason. Nothing is made or linked before the seller says so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.packs import base_sku, pack_of
from app.core.titles import Titles

LIKE = 0.6  # titles less alike than this are not proposed
CHOICES = 3  # so many products are offered for one listing
_GTIN = frozenset({8, 12, 13, 14})


class Match(StrEnum):
    """What can be said of a listing."""

    LINKED = "linked"  # already linked
    SAME_SKU = "same_sku"  # a product has this SKU
    SAME_BARCODE = "same_barcode"  # a product has this barcode
    PACK = "pack"  # it sells several pieces of a product
    SIMILAR = "similar"  # a product's title is like this one
    NEW = "new"  # no product has it: one can be added
    DUPLICATE = "duplicate"  # several listings of the shop, or several products, have it: the seller decides
    CONFLICT = "conflict"  # its SKU names one product and its barcode another: the seller decides
    NO_SKU = "no_sku"  # the shop gives it no SKU
    NOT_COUNTED = "not_counted"  # the shop does not count its stock


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A listing to be matched."""

    listing: int
    sku: str
    title: str
    counted: bool
    barcode: str = ""
    linked_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A product that a listing may be. `parts` are a bundle's."""

    sku: str
    title: str = ""
    barcode: str | None = None
    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A product that a listing may be, and why. It sells `pack` pieces of it; `score` is between 0 and 1."""

    sku: str
    reason: Match
    score: float = 1.0
    pack: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What to do with a listing. `product` is the SKU it would be linked to, `options` all that it may be."""

    candidate: Candidate
    match: Match
    product: str | None = None
    options: tuple[Suggestion, ...] = ()


def normal(sku: str) -> str:
    """SKUs are compared without regard to case and outer spaces, as the shops themselves do."""
    return sku.strip().casefold()


def gtin(barcode: str | None) -> str:
    """A barcode in one spelling: UPC-12, EAN-13 and GTIN-14 of one thing differ only in leading zeros.

    Empty for what identifies nothing, such as a price tag's short number.
    """
    plain = (barcode or "").replace(" ", "").replace("-", "")
    if plain.isascii() and plain.isdigit():
        return plain.zfill(14) if len(plain) in _GTIN and plain.strip("0") else ""
    return plain.casefold() if len(plain) >= 6 else ""


def propose(candidates: Iterable[Candidate], catalogue: "Catalogue") -> list[Proposal]:
    """A proposal for each listing of one shop."""
    candidates = list(candidates)
    times = Counter(normal(candidate.sku) for candidate in candidates)
    return [_propose(candidate, catalogue, times[normal(candidate.sku)]) for candidate in candidates]


class Catalogue:
    """The products, found by SKU, barcode, title, and as parts of packs. It remembers what it was asked by title."""

    def __init__(self, products: Iterable[Known]) -> None:
        self.products = tuple(products)
        self._asked: dict[tuple[str, str, str], tuple[Suggestion, ...]] = {}
        self._skus: dict[str, list[str]] = {}
        self._barcodes: dict[str, list[Known]] = {}
        self._packs: dict[tuple[str, int], str] = {}
        for product in self.products:
            self._skus.setdefault(normal(product.sku), []).append(product.sku)
            if code := gtin(product.barcode):
                self._barcodes.setdefault(code, []).append(product)
            if len(product.parts) == 1:
                self._packs[next(iter(product.parts.items()))] = product.sku
        self._titles = Titles([product.title for product in self.products])

    def with_sku(self, sku: str) -> list[str]:
        """Products with this SKU: as it is spelled, else however it is spelled."""
        found = self._skus.get(normal(sku), [])
        return [sku.strip()] if sku.strip() in found else found

    def suggestions(self, candidate: Candidate) -> tuple[Suggestion, ...]:
        """What a listing without a SKU of ours may be, the best first: by barcode, by a pack's SKU, by title."""
        asked = candidate.title, candidate.sku, candidate.barcode
        if asked not in self._asked:
            self._asked[asked] = self._looked_up(candidate)
        return self._asked[asked]

    def _looked_up(self, candidate: Candidate) -> tuple[Suggestion, ...]:
        pack = pack_of(candidate.title, candidate.sku)
        found = [self._sold(product, pack, Match.SAME_BARCODE) for product in self.with_barcode(candidate.barcode)]
        base, pieces = base_sku(candidate.sku)
        if pieces > 1:
            found += [self._packed(sku, pieces, 1.0) for sku in self.with_sku(base)]
        like = self._titles.like(candidate.title, least=LIKE, most=CHOICES)
        found += [self._sold(self.products[place], pack, Match.SIMILAR, score) for place, score in like]
        first: dict[str, Suggestion] = {}
        for one in found:
            if one is not None:
                first.setdefault(one.sku, one)
        return tuple(list(first.values())[:CHOICES])

    def with_barcode(self, barcode: str) -> list[Known]:
        """Products with this barcode."""
        code = gtin(barcode)
        return self._barcodes.get(code, []) if code else []

    def _sold(self, product: Known, pack: int, reason: Match, score: float = 1.0) -> Suggestion | None:
        own = pack_of(product.title)
        if product.parts or pack == own:
            return Suggestion(sku=product.sku, reason=reason, score=score)
        return self._packed(product.sku, pack // own, score) if pack % own == 0 else None

    def _packed(self, sku: str, pieces: int, score: float) -> Suggestion:
        bundle = self._packs.get((sku, pieces))
        if bundle is not None:
            return Suggestion(sku=bundle, reason=Match.PACK, score=score)
        return Suggestion(sku=sku, reason=Match.PACK, score=score, pack=pieces)


def _propose(candidate: Candidate, catalogue: Catalogue, times: int) -> Proposal:
    if candidate.linked_to is not None:
        return Proposal(candidate=candidate, match=Match.LINKED, product=candidate.linked_to)
    if not candidate.sku.strip():
        return _by_looks(candidate, catalogue, Match.NO_SKU)
    same = catalogue.with_sku(candidate.sku)
    options = tuple(Suggestion(sku=sku, reason=Match.SAME_SKU) for sku in same[:CHOICES])
    known = same[0] if len(same) == 1 else None
    if times > 1 or len(same) > 1:
        return Proposal(candidate=candidate, match=Match.DUPLICATE, product=known, options=options)
    if not candidate.counted:
        return Proposal(candidate=candidate, match=Match.NOT_COUNTED, product=known, options=options)
    if known is None:
        return _by_looks(candidate, catalogue, Match.NEW)
    others = [product.sku for product in catalogue.with_barcode(candidate.barcode)]
    if others and known not in others:
        options += tuple(Suggestion(sku=sku, reason=Match.SAME_BARCODE) for sku in others[: CHOICES - 1])
        return Proposal(candidate=candidate, match=Match.CONFLICT, product=known, options=options)
    return Proposal(candidate=candidate, match=Match.SAME_SKU, product=known, options=options)


def _by_looks(candidate: Candidate, catalogue: Catalogue, otherwise: Match) -> Proposal:
    """By barcode or title, where no product has its SKU."""
    options = catalogue.suggestions(candidate)
    if options:
        best = options[0]
        return Proposal(candidate=candidate, match=best.reason, product=best.sku, options=options)
    product = candidate.sku.strip() if otherwise is Match.NEW else None
    return Proposal(candidate=candidate, match=otherwise, product=product)
