"""What the seller decided about a product's offers, and writing it down: one dated row for each thing that changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.core.places import Choice, LastPieces, LastRule
from app.posting import post_choice, post_last_pieces, post_limit
from app.store.offering import OWN_NAMES, Own, Rules
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The switch, the last pieces, and by shop (0: the whole product) what is held back, the most, and the end."""

    choice: Choice
    last_pieces: LastPieces
    own: Mapping[int, Own]


def decided_in(rules: Rules, shops: list[int]) -> Decided:
    """What stands in the rules, for the whole product and these shops."""
    last = rules.last_pieces if rules.last_pieces.rule is not LastRule.SHARE else LastPieces()
    return Decided(choice=rules.choice, last_pieces=last, own={shop: rules.own(shop) for shop in (0, *shops)})


def save_rules(db: Connection, sku: str, before: Decided, after: Decided, *, now: datetime) -> Changes:
    """Write what differs. The other way round it takes the same change back: the former values hold from then on."""
    changes = Changes()
    for shop, own in after.own.items():
        for name, old, new in zip(OWN_NAMES, before.own[shop], own, strict=True):
            if new != old:
                changes |= post_limit(db, name, new, sku=sku, shop=shop, now=now)
    if after.last_pieces != before.last_pieces:
        changes |= post_last_pieces(db, sku, after.last_pieces, now=now)
    if after.choice is not before.choice:
        changes |= post_choice(db, sku, after.choice, now=now)
    return changes
