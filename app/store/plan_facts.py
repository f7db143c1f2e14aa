"""Everything that a plan needs to know of products and their listings, read in a few statements."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import datetime
from operator import itemgetter
from typing import Any

from app.core.places import Place
from app.core.records import dataclass
from app.store import demand, limits, plan_shops
from app.store.among import among
from app.store.demand import Demand
from app.store.kinship import Kin, kin
from app.store.plan_shops import PlanShop
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that was read for one plan."""

    kin: Kin
    levels: dict[int, tuple[Any, ...]]  # by product: on hand, committed, split, burst
    listings: dict[int, list[tuple[Any, ...]]]  # by product
    shops: dict[int, PlanShop]
    chosen: Mapping[tuple[str, int, int], Any]  # settings by name, shop, product
    demand: Mapping[int, Mapping[int, Demand]]
    named: frozenset[str]  # the settings that any of these has: most have few
    ruled: bool  # is any number held back, capped or ended?
    preview: bool  # of a shop that is only looked at: by the mode that would be chosen if it went live
    seen: dict[int, list[Place]] = field(default_factory=dict)  # by part: its places, put together once

    @property
    def parts(self) -> list[int]:
        """What is asked for, as far as it has a number: products, and the parts of bundles."""
        return [part for part in self.levels if part in self.kin.parts]

    @property
    def planned(self) -> list[int]:
        """These, and what is planned beside them."""
        return [part for part in self.levels if part in self.kin.held_by]

    def available(self, part: int) -> int:
        """Pieces on hand that are promised to nobody."""
        on_hand, committed, *_ = self.levels[part]
        return int(on_hand) - int(committed)

    def rows(self, part: int) -> list[tuple[tuple[Any, ...], int]]:
        """Its own listings and those of the bundles that hold it, each with its pieces in one that is listed."""
        rows = [(row, 1) for row in self.listings.get(part, ())]
        for bundle, pieces in self.kin.held_by.get(part, ()):
            rows += [(row, pieces) for row in self.listings.get(bundle, ())]
        return rows


# `{these}` are the products asked for, see `among`.
_LEVELS = """
    select product_id, on_hand, committed + coalesce((select sum(pieces) from offer_hold
            where offer_hold.product_id = stock_level.product_id and ended_at is null), 0)  -- offered to a customer
        + coalesce((select sum(max(0, taken - sold)) from stall_product
            where stall_product.product_id = stock_level.product_id and open = 1), 0),  -- taken along to a stall
        split, burst
    from stock_level where product_id in ({these}) and started
"""
_LISTINGS = """
    select product_id, listing.id, shop_id, believed, bound, untaken, taken_off, broken_at is not null
    from listing where product_id in ({these}) and gone_at is null and counted and stock_of is null
"""
_CHOSEN = "select name, shop_id, product_id, value from setting_now where product_id in ({these})"


def gather(db: Connection, products: set[int], now: datetime, looking: int = 0, *, deep: bool = False) -> Facts:
    """What a plan of these products needs. `deep`: so that the other parts of their bundles can be planned as well."""
    found = kin(db, products, deep=deep)
    levels = {row[0]: row[1:] for row in _of(db, _LEVELS, found.parts | found.beside | found.edge)}
    shown = found.placed
    shops = plan_shops.read(db, now=now)
    chosen = {(name, shop, of): value for name, shop, of, value in _of(db, _CHOSEN, {0, *shown})}
    named = frozenset([name for name, _, _ in chosen])
    return Facts(
        kin=found,
        levels=levels,
        listings=_listings(db, shown, {n for n, shop in shops.items() if shop.mode != "looking" or n == looking}),
        shops=shops,
        chosen=chosen,
        named=named,
        ruled=not named.isdisjoint(limits.NUMBERS.values()),
        demand=demand.of_products(db, [part for part in levels if part in found.held_by]),
        preview=looking in shops and shops[looking].mode == "looking",
    )


def _of(db: Connection, statement: str, products: Collection[int]) -> Iterable[tuple[Any, ...]]:
    these, values = among(products)
    return db.execute(statement.format(these=these), values)


def _listings(db: Connection, products: Collection[int], shops: Collection[int]) -> dict[int, list[tuple[Any, ...]]]:
    """By product, in the order of their numbers: every lane must see them alike."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in sorted(_of(db, _LISTINGS, products), key=itemgetter(1)):
        if row[2] in shops:
            found.setdefault(row[0], []).append(row)
    return found
