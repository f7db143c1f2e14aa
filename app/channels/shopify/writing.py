"""Stock writes as Shopify takes them, and what it says of each row in our words."""

from collections.abc import Sequence
from typing import Any

from app.channels.http import clean_words
from app.channels.shopify.answers import Changes
from app.channels.shopify.refusals import BROKE_OFF
from app.channels.shopify.wire import GraphError, gid
from app.core.channel import StockWrite, WriteOutcome, WriteResult

REASON = "correction"

_OUTCOMES = {
    "CHANGE_FROM_QUANTITY_STALE": WriteOutcome.STALE,
    "COMPARE_QUANTITY_STALE": WriteOutcome.STALE,
    # The same key can never succeed again: read and decide anew, and that makes a new key.
    "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED": WriteOutcome.STALE,
    # An earlier sending is still being worked on: only the same key can tell how it ended.
    "IDEMPOTENCY_CONCURRENT_REQUEST": WriteOutcome.UNKNOWN,
    "INVALID_INVENTORY_ITEM": WriteOutcome.GONE,
}


def variables(writes: Sequence[StockWrite], location: str) -> dict[str, Any]:
    """What goes into the rows. A repeated write has the same variables and the same key as the first sending."""
    values: dict[str, Any] = {}
    for row, write in enumerate(writes):
        values[f"i{row}"] = {
            "name": "available",
            "reason": REASON,
            "referenceDocumentUri": f"gid://plimsoll/StockWrite/{write.key}",
            "quantities": [
                {
                    "inventoryItemId": gid("InventoryItem", write.ref),
                    "locationId": gid("Location", location),
                    "quantity": write.quantity,
                    # Never left out and never null: that would overwrite a sale we have not heard of.
                    "changeFromQuantity": write.believed,
                }
            ],
        }
        values[f"k{row}"] = write.key
    return values


def result_of(write: StockWrite, said: Changes | None, error: GraphError | None) -> WriteResult:
    """How one row ended, by what it says or by the error that took its place."""
    if said is not None and not said.user_errors:
        # An answer to a key that was sent before says only that it was done, then: who knows what was sold since.
        seen = None if write.repeated else write.quantity
        return WriteResult(ref=write.ref, outcome=WriteOutcome.DONE, seen=seen)
    if said is not None:
        told = said.user_errors[0]
        outcome = _OUTCOMES.get(told.code or "", WriteOutcome.REFUSED)
        return WriteResult(ref=write.ref, outcome=outcome, words=clean_words(told.message))
    if error is None or error.extensions.code in BROKE_OFF:
        return WriteResult(ref=write.ref, outcome=WriteOutcome.UNKNOWN)
    return WriteResult(ref=write.ref, outcome=WriteOutcome.REFUSED, words=clean_words(error.message))


def all_of(writes: Sequence[StockWrite], outcome: WriteOutcome, words: str = "") -> list[WriteResult]:
    """The same end for every row."""
    return [WriteResult(ref=write.ref, outcome=outcome, words=words) for write in writes]
