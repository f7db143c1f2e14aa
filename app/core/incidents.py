"""When an accepted order cannot be covered: which products are short, and by how many pieces."""

from collections.abc import Iterable, Mapping

from app.core.records import dataclass
from app.core.stock import StockEntry, StockLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """Pieces of a product that an order was promised and that are not there."""

    sku: str
    pieces: int


def shorts(entries: Iterable[StockEntry], before: Mapping[str, StockLevel]) -> list[Short]:
    """What these entries of one order promise beyond what is available, summed over the whole order.

    `before` are the levels before the entries. A product without a first number is never short: nobody knows yet.
    """
    entries = list(entries)
    promised: dict[str, int] = {}
    for entry in entries:
        promised[entry.sku] = promised.get(entry.sku, 0) + entry.committed - entry.on_hand
    found = []
    for sku, pieces in promised.items():
        missing = -before[sku].after(entries).available
        if before[sku].started and min(pieces, missing) > 0:
            found.append(Short(sku=sku, pieces=min(pieces, missing)))
    return found
