"""Bundles sell their parts: what one listed piece is made of, and how many bundles the parts allow."""

from collections.abc import Iterable, Mapping

from app.core.stock import StockLevel

Recipe = Mapping[str, int]  # sku of a part -> pieces of it in one listed piece


def recipe_of(sku: str, parts: Recipe) -> Recipe:
    """What leaves the shelf when one piece of `sku` is sold: its parts, or itself when it has none."""
    return parts or {sku: 1}


def demand(recipes: Iterable[tuple[Recipe, int]]) -> dict[str, int]:
    """Pieces of every part over a whole order: exploded first, then summed, so that shared parts count together."""
    total: dict[str, int] = {}
    for recipe, pieces in recipes:
        for sku, per_piece in recipe.items():
            total[sku] = total.get(sku, 0) + per_piece * pieces
    return total


def available_of(recipe: Recipe, levels: Mapping[str, StockLevel]) -> int:
    """How many listed pieces the parts allow: the scarcest part decides. Negative when a part is oversold."""
    return min(levels[sku].available // per_piece for sku, per_piece in recipe.items())
