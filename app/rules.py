"""What the seller decides about offers: a set of dated rows, and what follows from them, in one transaction.

A product's own rules are thought over at once. What holds for many products is thought over by housekeeping, slice by
slice: the transaction only leaves a note of it (`store.rethinking`), so that a write takes as long for a hundred
thousand products as for one, and a kill loses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.core.offer import Kind, Way
from app.core.places import Choice, LastPieces, LastRule
from app.core.stock import PIECES_MAX
from app.core.text import N_
from app.errors import PlimsollError
from app.store import catalog, limits, plans, pushes, rethinking, settings
from app.store.database import transaction
from app.store.sqlite import Connection

_NUMBERS = (*limits.NUMBERS.values(), settings.PRIORITY)
_LISTED = limits.NAMES  # these change what listings of shared products show; all others only what is split, and how


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One decision: what holds from now on under this name, in one shop (0: in all). None: nothing of its own."""

    name: str
    value: int | str | None
    shop: int = 0


def post_rules(db: Connection, rules: Sequence[Rule], *, sku: str | None = None, now: datetime) -> Changes:
    """Write all of them, or none: for one product, or for every product. Raises `PlimsollError` for a wrong number."""
    if not rules:
        return Changes()
    with transaction(db):
        return put_rules(db, rules, sku=sku, now=now)


def put_rules(db: Connection, rules: Sequence[Rule], *, sku: str | None = None, now: datetime) -> Changes:
    """The same inside a transaction, for what is written together with other rows."""
    for rule in rules:
        _check(rule)
    product = catalog.product_id(db, sku) if sku else None
    if sku and product is None:
        raise PlimsollError(N_("This product is no longer here."), N_("Nothing was changed."))
    for rule in rules:
        settings.put(db, rule.name, rule.value, shop=rule.shop, product=product or 0, now=now)
    if sku is None or product is None:
        for rule in rules:
            rethinking.ask(db, rule.shop, listed=rule.name in _LISTED)
        return Changes(settings=True, shops=frozenset(rule.shop for rule in rules if rule.shop))
    plans.rethink(db, plans.parts_of(db, product), now=now)
    due = pushes.mark_due(db, plans.parts_of(db, product), now=now)
    return Changes(settings=True, skus=frozenset({sku}), due=due)


def _check(rule: Rule) -> None:
    number = rule.value
    if rule.name in _NUMBERS and number is not None and not (isinstance(number, int) and 0 <= number <= PIECES_MAX):
        raise PlimsollError(
            N_("{pieces} is not possible here.", pieces=number), N_("Type a number from 0 up. Nothing was changed.")
        )


# One rule at a time, as data


def choice_rule(choice: Choice) -> Rule:
    """The seller's switch for a product: by risk, never oversell it, or do not care."""
    return Rule(name=settings.CHOICE, value=None if choice is Choice.ADAPTIVE else choice.value)


def last_pieces_rule(last: LastPieces) -> Rule:
    """Who may show a product's last pieces."""
    written = None if last.rule is LastRule.SHARE else f"{last.rule.value}:{last.listing or 0}:{last.below}"
    return Rule(name=settings.LAST_PIECES, value=written)


def risk_rule(limit: float | None, *, shop: int = 0) -> Rule:
    """How likely an oversell may be, per product that runs out: everywhere, or in one shop."""
    return Rule(name=settings.RISK_LIMIT, value=None if limit is None else str(limit), shop=shop)


def way_rule(kind: Kind, way: Way | None, *, shop: int = 0) -> Rule:
    """Does a number stand instead of the wider ones, or on top of them? None: as usual where it stands."""
    return Rule(name=limits.WAYS[kind], value=None if way is None else way.value, shop=shop)


# And written


def post_choice(db: Connection, sku: str, choice: Choice, *, now: datetime) -> Changes:
    """Set a product's switch."""
    return post_rules(db, [choice_rule(choice)], sku=sku, now=now)


def post_last_pieces(db: Connection, sku: str, last: LastPieces, *, now: datetime) -> Changes:
    """Say who may show a product's last pieces."""
    return post_rules(db, [last_pieces_rule(last)], sku=sku, now=now)


def post_limit(
    db: Connection, name: str, pieces: int | None, *, sku: str | None = None, shop: int = 0, now: datetime
) -> Changes:
    """Held back, a cap, end when or a priority: everywhere, in a shop, of a product, or of a product in a shop."""
    return post_rules(db, [Rule(name=name, value=pieces, shop=shop)], sku=sku, now=now)


def post_risk_limit(db: Connection, limit: float | None, *, shop: int = 0, now: datetime) -> Changes:
    """Set how likely an oversell may be."""
    return post_rules(db, [risk_rule(limit, shop=shop)], now=now)
