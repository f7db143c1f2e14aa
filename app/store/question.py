"""What the seller asks the Inventory page for, and how SQL says it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.records import dataclass
from app.store.moments import stamp

NOT_COUNTED_AFTER = timedelta(days=60)

FILTERS: dict[str, str] = {
    "oversold": "started and available < 0",
    "floor": "started and available <= floor",
    "reorder": "started and available <= reorder_point",
    "on_order": "product_id in (select product_id from delivery where ended_at is null and arrived < pieces)",
    "differs": "differs > 0",
    "places": "started and places > 1 and places > available",
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
_WORDS = ("product.sku", "product.title", "product.barcode")  # the index has columns of these names too
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
        # What was pasted may hold anything: half a character is no text, and SQL takes only so many conditions.
        words = self.words.encode(errors="ignore").decode().replace("\0", " ").split()[:_MOST_WORDS]
        long = [word for word in words if len(word) >= _TRIGRAM]
        short = [word for word in words if len(word) < _TRIGRAM]
        values = {"counted_before": stamp(now - NOT_COUNTED_AFTER)}
        if long:
            values["match"] = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        return Conditions(
            filters=" and ".join(["true", *(FILTERS[key] for key in sorted(self.filters))]),
            short=_holds(short, "s", values),
            long=_holds(long, "l", values),
            indexed=bool(long),
            plain=all(map(str.isascii, long)),
            values=values,
        )


_INDEXED = "product_id in (select rowid from product_words where product_words match :match)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The parts of a where clause, and the values in them.

    `filters` look at the level, `short` and `long` at the product's own columns, one after the other. Words of three
    letters and more are also `indexed`; `plain`: what the index finds, looking finds too.
    """

    filters: str
    short: str
    long: str
    indexed: bool
    plain: bool
    values: dict[str, str]

    def sought(self) -> tuple[str, bool]:
        """All of it, with long words sought in the index; and whether the product's own columns are needed."""
        parts = [self.filters, self.short, _INDEXED if self.indexed else ""]
        return " and ".join(filter(None, parts)), bool(self.short)

    def looked_at(self) -> tuple[str, bool]:
        """The same without the index, where that finds the same: better when most of what is looked at matches."""
        if not (self.indexed and self.plain):
            return self.sought()
        return " and ".join(filter(None, [self.filters, self.short, self.long])), True


def _holds(words: Sequence[str], prefix: str, values: dict[str, str]) -> str:
    """Every word stands in one of the columns. Puts what is looked for among the values."""
    found = []
    for place, word in enumerate(words):
        spellings = {f"{prefix}{place}_{number}": _like(spelt) for number, spelt in enumerate(_spellings(word))}
        found.append(" or ".join(f"{name} like :{key} escape '\\'" for name in _WORDS for key in spellings))
        values |= spellings
    return " and ".join(f"({one})" for one in found)


def _spellings(word: str) -> list[str]:
    """LIKE takes A for a, but not É for é as the trigrams do."""
    if word.isascii():
        return [word]
    return sorted({word, word.lower(), word.upper(), word.capitalize(), word.capitalize().swapcase()})


def _like(word: str) -> str:
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
