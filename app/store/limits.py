"""The rules for what is hidden, capped and ended, as they stand in the settings: a number, and how it is meant."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.core.offer import Entry, Kind, Reach, Way, usual
from app.store import settings

if TYPE_CHECKING:
    from app.core.places import LastPieces

NUMBERS = {Kind.HELD: settings.HELD_BACK, Kind.CAP: settings.CAP, Kind.END_WHEN: settings.END_WHEN}
WAYS = {Kind.HELD: settings.HELD_BACK_WAY, Kind.CAP: settings.CAP_WAY, Kind.END_WHEN: settings.END_WHEN_WAY}
NAMES = (*NUMBERS.values(), *WAYS.values())

Chosen = Mapping[tuple[str, int, int], Any]  # settings by name, shop and product


def entries(chosen: Chosen, kind: Kind, shop: int, product: int) -> list[Entry]:
    """The rules for a product in a shop, the widest first. Shop or product 0: only the wider ones."""
    name, found = NUMBERS[kind], []
    scopes = [(Reach.EVERYWHERE, 0, 0)]
    if shop:
        scopes.append((Reach.SHOP, shop, 0))
    if product:
        scopes.append((Reach.PRODUCT, 0, product))
    if shop and product:
        scopes.append((Reach.LISTING, shop, product))
    for reach, in_shop, of_product in scopes:
        pieces = chosen.get((name, in_shop, of_product))
        if pieces is not None:
            way = chosen.get((WAYS[kind], in_shop, of_product))
            found.append(Entry(reach, pieces, Way(way) if way else usual(kind, reach)))
    return found


def last_pieces(written: object) -> "LastPieces":
    """From “rule:listing:below”; the listing is 0 where the rule needs none."""
    from app.core.places import LastPieces, LastRule  # the list is painted without them

    if not written:
        return LastPieces()
    rule, listing, below = str(written).split(":")
    return LastPieces(rule=LastRule(rule), listing=int(listing) or None, below=int(below))
