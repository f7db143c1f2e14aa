"""What every listing of a product may show: gathers what the policy needs in a few statements, and asks it.

The mode in force (shared or split) is stored with the product and changes only in `rethink`, so that every lane plans
by the same one. Who is about to tell a number asks first whether it should change (`plan` with `judge`).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce
from typing import Any

from app.core import policy
from app.core.away import Away, away_of
from app.core.guard import Guard
from app.core.offer import Entry, HeldBack, Kind, cap, end_when, held_back
from app.core.places import RISK_LIMIT, Choice, LowStock, Mode, Place, Supply, low_stock_of, staying
from app.core.policy import Decision, Offer, decide, offers
from app.core.reasons import Reason
from app.core.records import dataclass
from app.store import demand, limits, settings
from app.store.kinship import Recipe
from app.store.lags import Lag
from app.store.moments import stamp
from app.store.plan_facts import Facts, gather
from app.store.sentences import packed
from app.store.sqlite import Connection

UNREAD = 1_000_000  # what a listing that nobody has read may sell: nobody knows, so nothing is raised elsewhere
NEW_FOR = timedelta(days=7)  # so long a product counts as new ...
NEW_RATE_PER_S = 60 / 3600  # ... and as one that sells sixty an hour, so that it starts split at its last pieces
_NOTHING_HELD = held_back(())
RUSH = timedelta(minutes=10)  # what sold within so long tells of a rush
SLOW_S = 60.0  # a shop whose buyers see an old number so long keeps to a quota of its own


@dataclass(frozen=True, slots=True)
class Planned:
    """What a listing may show, and the chance of selling a piece of its product twice while it is shared.

    `turns`: by what is known now its product should change its mode first (`rethink`).
    """

    offer: Offer
    risk: float
    turns: bool = False


def plan(
    db: Connection, products: Iterable[int], *, now: datetime, looking: int = 0, judge: bool = False
) -> dict[int, Planned]:
    """By listing: what it may show now and in the end, for every listing of these products.

    Shops that are only looked at are left out, but for `looking`: what it would show if it went live now. `judge`: say
    also which products should change their mode, by what sold in the last minutes as well.
    """
    wanted = set(products)
    facts = gather(db, wanted, now, looking, deep=True)
    alone = {part: _alone(db, facts, part, now, judge=judge) for part in facts.planned}
    by_part = _together(facts, alone) if facts.kin.made_of else alone
    found: dict[int, Planned] = {}
    for product in wanted:
        recipe = facts.kin.made_of.get(product, [(product, 1)])
        if all(part in by_part for part, _ in recipe):  # a bundle with a part that has no number is sent nowhere
            for row in facts.listings.get(product, ()):
                parts = _scarcest_first(facts, alone, row[1], recipe)
                found[row[1]] = reduce(_scarcer, [_planned(by_part[part], row[1]) for part in parts])
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """How a product is planned: what there is, its mode, and by listing what it may show."""

    supply: Supply
    decision: Decision
    turns: bool
    offers: dict[int, Offer]


def _planned(part: _Part, listing: int) -> Planned:
    return Planned(part.offers[listing], part.decision.risk, part.turns)


def _scarcest_first(facts: Facts, alone: Mapping[int, _Part], listing: int, recipe: Recipe) -> list[int]:
    """A bundle's parts: the first one's reason is given where several of them come to the same number."""

    def scarcity(one: tuple[int, int]) -> tuple[int, int]:
        part, pieces = one
        return alone[part].offers[listing].target, facts.available(part) // pieces

    return [part for part, _ in (sorted(recipe, key=scarcity) if len(recipe) > 1 else recipe)]


def _scarcer(one: Planned, other: Planned) -> Planned:
    """A bundle shows what its scarcest part allows."""
    first, second = one.offer, other.offer
    least = first if (first.quantity, first.target) <= (second.quantity, second.target) else second
    quantity = replace(least, target=min(first.target, second.target))
    return Planned(quantity, max(one.risk, other.risk), one.turns or other.turns)


def rethink(db: Connection, products: Iterable[int], *, now: datetime) -> dict[int, Decision]:
    """Inside a transaction: share or split these products, by what is known now. Those that changed."""
    facts, changed = gather(db, set(products), now), {}
    for part in facts.parts:
        places = _places(facts, part)
        if len(places) > 1:
            supply = _supply(facts, part, places, now)
            decision = decide(_rushed(db, supply, part, now), places)
            if decision.mode is not supply.mode:
                changed[part] = decision
                _keep(db, part, decision, now)
    return changed


def _rushed(db: Connection, supply: Supply, part: int, now: datetime) -> Supply:
    """The same supply, with what sold of it in the last minutes: that weighs in the mode alone."""
    recent = demand.recent(db, part, since=now - RUSH)
    return replace(supply, recent=recent) if recent else supply


def known(db: Connection, product: int, *, now: datetime) -> tuple[Supply, list[Place]] | None:
    """A product and its places, once it is known how fast it sells; None for a bundle, which has no stock."""
    facts = gather(db, {product}, now)
    since = min((sold.since for sold in facts.demand.get(product, {}).values()), default=now)
    if product not in facts.levels or product in facts.kin.made_of or now - since < NEW_FOR:
        return None
    places = _places(facts, product)
    return _supply(facts, product, places, now), places


def supplies(db: Connection, products: Iterable[int], *, now: datetime) -> Iterator[tuple[int, Supply, list[Place]]]:
    """Those of these products that several places sell, with their places. The rate is what was measured: a product
    that is not known for long sells as it did.
    """
    facts = gather(db, set(products), now)
    for part in facts.parts:
        places = _places(facts, part)
        if len(places) > 1:
            rate = sum(sold.rate_per_s(now) for sold in facts.demand.get(part, {}).values())
            yield part, replace(_supply(facts, part, places, now), rate_per_s=rate), places


def sold_in_several_places(db: Connection) -> list[int]:
    """The products that more than one listing sells, bundles' listings included."""
    rows = db.execute(
        """
        with sold as (
            select product_id as product from listing join shop on shop.id = shop_id
            where product_id is not null and gone_at is null and counted and stock_of is null and removed_at is null
                and mode != 'looking'
            union all
            select part_id from bundle_part join listing on product_id = bundle_id join shop on shop.id = shop_id
            where gone_at is null and counted and stock_of is null and removed_at is null and mode != 'looking')
        select product from sold group by product having count(*) > 1 order by product
        """
    )
    return [product for (product,) in rows]


def of_shop(db: Connection, shop: int) -> list[int]:
    """The products that a shop lists, and the parts of the bundles that it lists."""
    rows = db.execute(
        "select product_id from listing where shop_id = ?1 and product_id is not null"
        " union select part_id from bundle_part join listing on product_id = bundle_id where shop_id = ?1",
        (shop,),
    )
    return [product for (product,) in rows]


def at_risk(db: Connection, shop: int) -> bool:
    """Does the shop sell anything together with others that is too scarce to be shared?"""
    shared = set(sold_in_several_places(db)) & set(of_shop(db, shop))
    return bool(split_ones(db, shared))


def parts_of(db: Connection, product: int) -> list[int]:
    """A bundle's parts; any other product itself."""
    rows = db.execute("select part_id from bundle_part where bundle_id = ?", (product,)).fetchall()
    return [part for (part,) in rows] or [product]


def split_ones(db: Connection, products: set[int]) -> set[int]:
    """Those of these products that are split, or are bundles with a part that is."""
    rows = db.execute(
        "select product_id from stock_level where split and product_id in (select value from json_each(?1))"
        " union select bundle_id from bundle_part join stock_level on product_id = part_id"
        " where split and bundle_id in (select value from json_each(?1))",
        (json.dumps(list(products)),),
    )
    return {product for (product,) in rows}


def _keep(db: Connection, product: int, decision: Decision, now: datetime) -> None:
    split = decision.mode is Mode.SPLIT
    db.execute("update stock_level set split = ? where product_id = ?", (split, product))
    db.execute(
        "insert into mode_change (product_id, at, split, why) values (?, ?, ?, ?)",
        (product, stamp(now), split, packed(decision.why)),
    )


# ------------------------------------------------------------------------------------------------ one product


def _alone(db: Connection, facts: Facts, part: int, now: datetime, *, judge: bool) -> _Part:
    """By what is there of the other parts of its bundles, wherever that is shown."""
    places = _places(facts, part)
    supply = _supply(facts, part, places, now)
    judged = _rushed(db, supply, part, now) if judge and part in facts.kin.parts else None
    decision, offered = policy.plan(supply, places, judged)
    turns = decision.mode is not supply.mode and len(places) > 1
    if not facts.preview and decision.mode is not supply.mode:
        # The mode changes only in `rethink`, where every lane learns of it.
        reason = Reason.SCARCE if supply.mode is Mode.SPLIT else Reason.SAFE
        decision = replace(decision, mode=supply.mode, reason=reason)
        offered = offers(supply, places, decision)
    return _Part(supply, decision, turns, {offer.listing: offer for offer in offered})


def _together(facts: Facts, alone: Mapping[int, _Part]) -> dict[int, _Part]:
    """A bundle gets no more of one part than its other parts would give it: what is over, others can sell.

    In their modes, which must not hang on numbers that they themselves change.
    """
    given: dict[int, list[tuple[int, int]]] = {}  # by listing of a bundle: (part, listed pieces)
    for part, one in alone.items():
        for place in _places(facts, part):
            if place.others is not None:
                target = one.offers[place.listing].target - staying(place)
                given.setdefault(place.listing, []).append((part, max(0, target)))
    return {part: _tightened(facts, part, one, given) for part, one in alone.items() if part in facts.kin.parts}


def _tightened(facts: Facts, part: int, one: _Part, given: Mapping[int, list[tuple[int, int]]]) -> _Part:
    before = _places(facts, part)
    places = [_within(place, part, given.get(place.listing, ())) for place in before]
    if places == before:
        return one
    return replace(one, offers={offer.listing: offer for offer in offers(one.supply, places, one.decision)})


def _within(place: Place, part: int, given: Sequence[tuple[int, int]]) -> Place:
    least = min([pieces for other, pieces in given if other != part], default=None)
    if place.others is None or least is None or least >= place.others:
        return place
    return replace(place, others=least)


def _places(facts: Facts, part: int) -> list[Place]:
    """Where a product is sold."""
    if part not in facts.seen:
        facts.seen[part] = _placed(facts, part)
    return facts.seen[part]


def _placed(facts: Facts, part: int) -> list[Place]:
    rows = facts.rows(part)
    if not rows:
        return []
    in_shop = Counter(row[2] for row, _ in rows)
    shops = [facts.shops[number] for number in in_shop]
    slowest = Lag.slowest([shop.lag for shop in shops]), Lag.slowest([shop.average for shop in shops])
    return [_place(facts, part, row, pieces, slowest, in_shop[row[2]]) for row, pieces in rows]


def _place(facts: Facts, part: int, row: tuple[Any, ...], pieces: int, slowest: tuple[Lag, Lag], sharing: int) -> Place:
    product, listing, number, believed, bound, untaken, off, broken = row
    shop = facts.shops[number]
    sold = facts.demand.get(part, {}).get(number)
    return Place(
        listing=listing,
        name=shop.name,
        shows=max(0, believed or 0),
        bound=UNREAD if believed is None or broken else bound,
        untaken=untaken,
        rate_per_s=sold.pieces / sharing / pieces if sold else 0.0,
        window_s=shop.lag.loop_s(slowest[0]),
        average_s=shop.average.loop_s(slowest[1]),
        held=_held(facts, number, product),
        cap=cap(_rules(facts, Kind.CAP, number, product)) if facts.ruled else None,
        others=_others(facts, part, row) if product != part else None,
        end_when=end_when(_rules(facts, Kind.END_WHEN, number, product)) if facts.ruled else None,
        priority=_resolved(facts, settings.PRIORITY, number, product) or 0,
        off=bool(off),
        per_piece=pieces,
        fixed_quota=shop.settle_s >= SLOW_S,
        low_stock_rule=_low_stock(facts, number, product),
        overwrites=shop.guard == Guard.ABSOLUTE,
        deaf=shop.deaf,
    )


def _others(facts: Facts, part: int, row: tuple[Any, ...]) -> int | None:
    """What a bundle's other parts allow, by what is available of them. None: it has no others."""
    product, _, _, believed, _, untaken, *_ = row
    rest = [(other, pieces) for other, pieces in facts.kin.made_of[product] if other != part]
    if any(other not in facts.levels for other, _ in rest):
        return max(0, int(believed or 0) - int(untaken))  # without its number the bundle is told nothing: this stays
    allowed = [max(0, facts.available(other)) // pieces for other, pieces in rest]
    return min(allowed, default=None)


def _supply(facts: Facts, part: int, places: Sequence[Place], now: datetime) -> Supply:
    on_hand, committed, split, burst = facts.levels[part]
    return Supply(
        on_hand=on_hand,
        committed=committed,
        choice=Choice(facts.chosen.get((settings.CHOICE, 0, part)) or Choice.ADAPTIVE),
        mode=Mode.SPLIT if split and len(places) > 1 else Mode.SHARE,
        recent=0,
        rate_per_s=_rate(facts, part, now),
        size=burst,
        risk_limit=_risk_limit(facts, part),
        last_pieces=limits.last_pieces(facts.chosen.get((settings.LAST_PIECES, 0, part))),
        away=_away(facts),
    )


def _away(facts: Facts) -> Away | None:
    written = facts.chosen.get((settings.AWAY, 0, 0))
    return away_of(str(written)) if written else None


def _rate(facts: Facts, part: int, now: datetime) -> float:
    """Pieces per second everywhere; a product that was not yet known for a week counts as a fast one."""
    sold = facts.demand.get(part, {}).values()
    rate = sum(one.rate_per_s(now) for one in sold)
    first = min((one.since for one in sold), default=now)
    return rate if now - first >= NEW_FOR else max(rate, NEW_RATE_PER_S)


def _held(facts: Facts, shop: int, product: int) -> HeldBack:
    """By the seller's rules; while a promotion is on, so many more everywhere, whatever the rules are."""
    found = held_back(_rules(facts, Kind.HELD, shop, product)) if facts.ruled else _NOTHING_HELD
    more = facts.chosen.get((settings.PROMOTION_HELD, 0, 0))
    return replace(found, extra=found.extra + int(more)) if more else found


def _rules(facts: Facts, kind: Kind, shop: int, product: int) -> list[Entry]:
    return limits.entries(facts.chosen, kind, shop, product) if limits.NUMBERS[kind] in facts.named else []


def _resolved(facts: Facts, name: str, shop: int, product: int) -> Any:
    """The most particular value: product in a shop, product, shop, everywhere."""
    if name not in facts.named:
        return None
    for where in ((shop, product), (0, product), (shop, 0), (0, 0)):
        value = facts.chosen.get((name, where[0], where[1]))
        if value is not None:
            return value
    return None


def _low_stock(facts: Facts, shop: int, product: int) -> LowStock | None:
    written = _resolved(facts, settings.LOW_STOCK, shop, product)
    return low_stock_of(str(written)) if written else None


def _risk_limit(facts: Facts, part: int) -> float:
    """The strictest of the shops concerned, those included that sell it in a bundle: each one's own, else the general
    one.
    """
    if settings.RISK_LIMIT not in facts.named:
        return RISK_LIMIT
    general = float(facts.chosen.get((settings.RISK_LIMIT, 0, 0)) or RISK_LIMIT)
    shops = {row[2] for row, _ in facts.rows(part)}
    return min((float(facts.chosen.get((settings.RISK_LIMIT, shop, 0)) or general) for shop in shops), default=general)
