"""The ledger's words: what an entry is, and what its sums mean."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from app.core.records import dataclass

PIECES_MAX = 1_000_000  # more of anything is a slip of the keyboard


class EntryKind(StrEnum):
    """The seven ways stock can change."""

    RECEIVE = "receive"  # goods came in:              on hand up
    COMMIT = "commit"  # promised to an order:         committed up
    RELEASE = "release"  # the promise ended:          committed down
    SHIP = "ship"  # a promised piece left:            on hand and committed down
    RESTOCK = "restock"  # a sold piece came back:     on hand up
    COUNT = "count"  # counted on the shelf:           on hand to what was counted
    ADJUST = "adjust"  # corrected, broken, found:     on hand up or down


@dataclass(frozen=True, slots=True, kw_only=True)
class StockEntry:
    """One row of the ledger, never changed after it is written. Quantities are pieces.

    `key` says where the entry came from, and makes writing it twice impossible.
    `order` and `line` name the channel's order and line; `undoes` is the key of the entry that this one takes back.
    """

    key: str
    sku: str
    kind: EntryKind
    happened_at: datetime
    on_hand: int = 0
    committed: int = 0
    line: str | None = None
    reason: str = ""
    note: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class StockLevel:
    """The sum of a product's entries. `started` is False until a first number was given: then nothing is sent."""

    sku: str
    on_hand: int = 0
    committed: int = 0
    started: bool = True

    @property
    def available(self) -> int:
        """What may still be promised; negative when more is promised than is there."""
        return self.on_hand - self.committed

    def after(self, entries: Iterable[StockEntry]) -> "StockLevel":
        """The level once these entries are written."""
        level = self
        for entry in entries:
            if entry.sku == self.sku:
                level = replace(
                    level, on_hand=level.on_hand + entry.on_hand, committed=level.committed + entry.committed
                )
        return level


class Status(StrEnum):
    """What a product needs, most pressing first. The order is the default order of Inventory."""

    OVERSOLD = "oversold"
    UNDER_FLOOR = "under"
    AT_FLOOR = "at"
    DIFFERS = "differs"
    REORDER = "reorder"
    NO_NUMBER = "no_number"
    OK = "ok"


ATTENTION: tuple[Status, ...] = tuple(Status)


def status_of(
    *, available: int, floor: int | None, reorder_point: int | None, differs: bool = False, started: bool = True
) -> Status:
    """The one word for a product. The store keeps the same rule as a generated column so that it can be sorted."""
    if not started:
        return Status.NO_NUMBER
    if available < 0:
        return Status.OVERSOLD
    if floor is not None and available < floor:
        return Status.UNDER_FLOOR
    if floor is not None and available == floor:
        return Status.AT_FLOOR
    if differs:
        return Status.DIFFERS
    if reorder_point is not None and available <= reorder_point:
        return Status.REORDER
    return Status.OK
