"""The seller's rules as they are shown and edited: what is set where, how it is meant, and what holds without it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.offer import Entry, Kind, Reach, Way, cap, end_when, held_back, usual
from app.core.places import Choice, LastPieces
from app.store import limits, settings
from app.store.offering import choice_of
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Number:
    """Pieces set in one place, and how they are meant; without pieces nothing is set, and `way` means nothing."""

    pieces: int | None = None
    way: Way = Way.INSTEAD


Own = tuple[Number, Number, Number]  # held back, cap, end when: in the order of core.offer.Kind
NOTHING: Own = (Number(), Number(), Number())


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A number for one place: its `own`, and the wider rules that hold without it or that it is added to."""

    kind: Kind = Kind.HELD
    reach: Reach = Reach.LISTING
    own: Number = Number()
    wider: tuple[Entry, ...] = ()

    @property
    def otherwise(self) -> int | None:
        """What holds without its own number; None: nothing does."""
        return _sum(self.kind, self.wider)

    @property
    def total(self) -> int | None:
        """What holds."""
        pieces, way = self.own.pieces, self.own.way
        return self.otherwise if pieces is None else _sum(self.kind, (*self.wider, Entry(self.reach, pieces, way)))

    @property
    def usual(self) -> Way:
        """How a number is meant here where the seller does not say."""
        return usual(self.kind, self.reach)


def _sum(kind: Kind, entries: Sequence[Entry]) -> int | None:
    if kind is Kind.HELD:
        return held_back(entries).total
    return cap(entries) if kind is Kind.CAP else end_when(entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything that the seller decided about the offers of one product (0: of all), and what holds without it."""

    product: int
    choice: Choice
    last_pieces: LastPieces
    chosen: Mapping[tuple[str, int, int], object]

    def limits(self, shop: int) -> tuple[Limit, Limit, Limit]:
        """What holds in one shop (0: in all), in the order of `Own`."""
        held, most, end = (self._limit(kind, shop) for kind in Kind)
        return held, most, end

    def own(self, shop: int) -> Own:
        """What is set for exactly this shop (0: for all)."""
        held, most, end = (limit.own for limit in self.limits(shop))
        return held, most, end

    def with_own(self, shop: int, own: Own) -> "Rules":
        """The same, as they would be with these numbers."""
        chosen = dict(self.chosen)
        for kind, number in zip(Kind, own, strict=True):
            chosen[limits.NUMBERS[kind], shop, self.product] = number.pieces
            chosen[limits.WAYS[kind], shop, self.product] = number.way
        return replace(self, chosen=chosen)

    def _limit(self, kind: Kind, shop: int) -> Limit:
        reach = _reach(shop, self.product)
        found = limits.entries(self.chosen, kind, shop, self.product)
        own = found.pop() if found and found[-1].reach is reach else None
        number = Number(own.pieces, own.way) if own else Number()
        return Limit(kind=kind, reach=reach, own=number, wider=tuple(found))


def _reach(shop: int, product: int) -> Reach:
    if product:
        return Reach.LISTING if shop else Reach.PRODUCT
    return Reach.SHOP if shop else Reach.EVERYWHERE


def rules_of(db: Connection, product: int) -> Rules:
    """A product's rules; 0: those that hold for all."""
    marks = ",".join("?" * len(limits.NAMES))
    rows = db.execute(
        f"select name, shop_id, product_id, value from setting_now where name in ({marks}) and product_id in (0, ?)",
        (*limits.NAMES, product),
    )
    chosen = {(name, shop, of_product): value for name, shop, of_product, value in rows}
    last = limits.last_pieces(settings.get(db, settings.LAST_PIECES, product=product))
    return Rules(product=product, choice=choice_of(db, product), last_pieces=last, chosen=chosen)
