"""How a product's stock went over time: the few numbers of each ledger row that a chart needs."""

from dataclasses import dataclass
from datetime import datetime

from app.core.stock import EntryKind
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

_FIRST = "select max(seq) from stock_entry where product_id = ? and recorded_at < ?"
_MOVES = """
    select seq, recorded_at, kind, on_hand_delta, committed_delta, on_hand_after, committed_after, reason, undoes,
        exists (select 1 from stock_entry as later where later.undoes = entry.seq)
    from stock_entry as entry where product_id = ? and seq >= ? order by seq
"""


@dataclass(frozen=True, slots=True)
class Move:
    """One ledger row: when it was written, what it changed, and what was there after it.

    `undone`: it was taken back later, or it takes another one back.
    """

    seq: int
    at: datetime
    kind: EntryKind
    on_hand_delta: int
    committed_delta: int
    on_hand: int
    committed: int
    reason: str
    undone: bool

    @property
    def available(self) -> int:
        """What could still be promised after it."""
        return self.on_hand - self.committed


def moves(db: Connection, product: int, *, since: datetime) -> list[Move]:
    """A product's ledger rows from `since` on, oldest first, and the one before them, which says where it stood."""
    before = db.execute(_FIRST, (product, stamp(since))).fetchone()[0]
    return [
        Move(
            seq=seq,
            at=moment(at),
            kind=EntryKind(kind),
            on_hand_delta=on_hand_delta,
            committed_delta=committed_delta,
            on_hand=on_hand,
            committed=committed,
            reason=reason,
            undone=bool(undone) or undoes is not None,
        )
        for seq, at, kind, on_hand_delta, committed_delta, on_hand, committed, reason, undoes, undone in db.execute(
            _MOVES, (product, before or 0)
        )
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """A product that a bundle holds, and how many pieces of it."""

    product_id: int
    sku: str
    title: str
    pieces: int
    available: int


def parts_of(db: Connection, bundle: int) -> list[Part]:
    """What a bundle is made of; empty for a product that is stocked itself."""
    rows = db.execute(
        "select part_id, sku, title, quantity, available from bundle_part join product on product.id = part_id"
        " join stock_level on stock_level.product_id = part_id where bundle_id = ? order by sku",
        (bundle,),
    )
    return [Part(*row) for row in rows]
