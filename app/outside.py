"""What somebody else made of our listings' numbers: taken over as an adjustment, or put back. One transaction each.

An edit is found and judged in `store.edits`; the seller decides, or a standing answer does.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.stock import EntryKind, StockEntry
from app.core.text import N_
from app.errors import PlimsollError
from app.store import booking, edits, ledger, pushes
from app.store.database import transaction
from app.store.ledger import Source
from app.store.sqlite import Connection


def post_theirs(
    db: Connection, chosen: Sequence[int], *, batch: str, decider: str = edits.SELLER, now: datetime
) -> Changes:
    """Take what somebody else made of these listings' numbers: by how much they moved them, the stock is adjusted.

    Each is one ledger row with its reason. Raises `PlimsollError` where more was taken off than there is.
    """
    with transaction(db):
        found = [edit for edit in edits.open_of(db, chosen) if edit.whole]
        entries = [
            StockEntry(
                key=f"outside/{edit.id}",
                sku=edit.sku,
                kind=EntryKind.ADJUST,
                happened_at=edit.found_at,
                on_hand=edit.change,
                reason="outside_edit",
                note=f"{edit.expected} → {edit.seen}",
            )
            for edit in found
        ]
        before = ledger.levels(db, {entry.sku for entry in entries})
        _check_taking(before, entries)
        source = Source(shop=found[0].shop_id if found else None, batch=batch)
        # Decided first: once the stock is adjusted the numbers agree, and nobody would have decided anything.
        edits.decide(db, [edit.listing for edit in found], "theirs", decider=decider, batch=batch, now=now)
        changes = booking.append(db, entries, before, source=source, now=now)
        return changes | Changes(shops=frozenset(edit.shop_id for edit in found))


def _check_taking(before: Mapping[str, ledger.Level], entries: Sequence[StockEntry]) -> None:
    for sku, level in before.items():
        if level.after([entry for entry in entries if entry.sku == sku]).on_hand < min(0, level.on_hand):
            raise PlimsollError(
                N_(
                    "More of {sku} was taken off there than there is: {on_hand} are on hand.",
                    sku=sku,
                    on_hand=level.on_hand,
                ),
                N_("Put ours back, or count it. Nothing was changed."),
            )


def post_ours(db: Connection, chosen: Sequence[int], *, decider: str = edits.SELLER, now: datetime) -> Changes:
    """Put our numbers back where somebody else changed them."""
    with transaction(db):
        found = edits.open_of(db, chosen)
        edits.decide(db, chosen, "ours", decider=decider, now=now)
        pushes.mark_listings_due(db, list(chosen), now=now)
        concerned = frozenset(edit.shop_id for edit in found)
        return Changes(shops=concerned, due=concerned, skus=frozenset(edit.sku for edit in found))
