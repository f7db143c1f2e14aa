"""What the seller asks the Inventory page for, and how SQL says it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.store.moments import stamp

NOT_COUNTED_AFTER = timedelta(days=60)

FILTERS: dict[str, str] = {
    "oversold": "started and available < 0",
    "floor": "started and available <= floor",
    "reorder": "started and available <= reorder_point",
    "differs": "differs > 0",
    "uncounted": "(counted_at is null or counted_at < :counted_before)",
}
# By key: the order, and whether it needs the product beside its level. What has no number comes last.
_SORTS = {
    "attention": ("attention {way}, sku", True),
    "sku": ("sku {way}", True),
    "title": ("title collate nocase {way}, product.id", True),
    "on_hand": ("started = 0, on_hand {way}, product_id", False),
    "committed": ("started = 0, committed {way}, product_id", False),
    "available": ("started = 0, available {way}, product_id", False),
    "floor": ("floor {way} nulls last, product_id", False),
    "reorder": ("reorder_point {way} nulls last, product_id", False),
}
_WORDS = ("sku", "title", "barcode")
_TRIGRAM = 3
_MOST_WORDS = 20
SORTS: tuple[str, ...] = tuple(_SORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the page asks for: products that pass every filter and hold every word in SKU, title or barcode."""

    words: str = ""
    filters: frozenset[str] = frozenset()
    sort: str = "attention"
    descending: bool = False

    @property
    def narrow(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.filters or self.words.split())

    def order(self) -> tuple[str, bool]:
        """The order as SQL, and whether it needs the product's own columns."""
        order, named = _SORTS[self.sort]
        return order.format(way="desc" if self.descending else "asc"), named

    def conditions(self, now: datetime) -> "Conditions":
        """What must hold of a product now."""
        values = {"counted_before": stamp(now - NOT_COUNTED_AFTER)}
        where = ["true", *(FILTERS[key] for key in sorted(self.filters))]
        # What was pasted may hold anything: half a character is no text, and SQL takes only so many conditions.
        words = self.words.encode(errors="ignore").decode().replace("\0", " ").split()[:_MOST_WORDS]
        long = [word for word in words if len(word) >= _TRIGRAM]
        if long:
            where.append("product_id in (select rowid from product_words where product_words match :match)")
            values["match"] = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        short = [word for word in words if len(word) < _TRIGRAM]
        for place, word in enumerate(short):
            spellings = {f"w{place}_{number}": _like(spelt) for number, spelt in enumerate(_spellings(word))}
            found = " or ".join(f"{name} like :{key} escape '\\'" for name in _WORDS for key in spellings)
            where.append(f"({found})")
            values |= spellings
        return Conditions(" and ".join(where), values, named=bool(short))


@dataclass(frozen=True, slots=True)
class Conditions:
    """A where clause and the values in it. `named`: it looks at the product's own columns."""

    where: str
    values: dict[str, str]
    named: bool


def _spellings(word: str) -> list[str]:
    """LIKE takes A for a, but not É for é as the trigrams do."""
    if word.isascii():
        return [word]
    return sorted({word, word.lower(), word.upper(), word.capitalize(), word.capitalize().swapcase()})


def _like(word: str) -> str:
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
