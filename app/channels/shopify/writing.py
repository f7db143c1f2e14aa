"""Stock writes as Shopify takes them, and what it says of each row in our words.

Writes under one key are one change there: all of its rows are taken, or none.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.channels.http import clean_words
from app.channels.shopify.answers import GroupChanges, UserError
from app.channels.shopify.refusals import BROKE_OFF
from app.channels.shopify.wire import GraphError, gid
from app.core.channel import StockWrite, WriteOutcome, WriteResult

REASON = "correction"
_AT = ("input", "quantities")  # where in what was sent the rows are

# What is said of a key holds for all that was sent under it.
_OF_KEYS = {
    # The same key can never succeed again: read and decide anew, and that makes a new key.
    "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED": WriteOutcome.STALE,
    # Of what was sent together under this key, not all was to be sent again: what became of it has to be read.
    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH": WriteOutcome.STALE,
    # An earlier sending is still being worked on: only the same key can tell how it ended.
    "IDEMPOTENCY_CONCURRENT_REQUEST": WriteOutcome.UNKNOWN,
}
_OF_ROWS = {
    "CHANGE_FROM_QUANTITY_STALE": WriteOutcome.STALE,
    "COMPARE_QUANTITY_STALE": WriteOutcome.STALE,
    "INVALID_INVENTORY_ITEM": WriteOutcome.GONE,
}


def groups_of(writes: Sequence[StockWrite]) -> list[list[StockWrite]]:
    """The writes by key, always in the same order: a key stands for exactly what was sent under it first."""
    found: dict[str, list[StockWrite]] = {}
    for write in writes:
        found.setdefault(write.key, []).append(write)
    return [sorted(group, key=lambda write: write.ref) for group in found.values()]


def variables(groups: Sequence[Sequence[StockWrite]], location: str) -> dict[str, Any]:
    """What goes into the groups. A repeated one has the same variables and the same key as the first sending."""
    values: dict[str, Any] = {}
    for at, group in enumerate(groups):
        key = group[0].key
        values[f"k{at}"] = key
        values[f"i{at}"] = {
            "name": "available",
            "reason": REASON,
            "referenceDocumentUri": f"gid://plimsoll/StockWrite/{key}",
            "quantities": [
                {
                    "inventoryItemId": gid("InventoryItem", write.ref),
                    "locationId": gid("Location", location),
                    "quantity": write.quantity,
                    # Never left out and never null: that would overwrite a sale we have not heard of.
                    "changeFromQuantity": write.believed,
                }
                for write in group
            ],
        }
    return values


def results_of(group: Sequence[StockWrite], said: GroupChanges | None, error: GraphError | None) -> list[WriteResult]:
    """How the rows of one group ended, by what it says or by the error that took its place."""
    if said is None:
        broke = error is None or error.extensions.code in BROKE_OFF
        words = "" if error is None or broke else clean_words(error.message)
        return all_of(group, WriteOutcome.UNKNOWN if broke else WriteOutcome.REFUSED, words)
    if not said.user_errors:
        # An answer to a key that was sent before says only that it was done, then: who knows what was sold since.
        return [
            WriteResult(ref=write.ref, outcome=WriteOutcome.DONE, seen=None if write.repeated else write.quantity)
            for write in group
        ]
    of_key = next((told for told in said.user_errors if told.code in _OF_KEYS), None)
    if of_key is not None:
        return all_of(group, _OF_KEYS[of_key.code or ""], clean_words(of_key.message))
    named = _named(group, said.user_errors)
    others = _others(group, partly=said.inventory_adjustment_group is not None)
    return [
        WriteResult(ref=write.ref, outcome=others)
        if row not in named
        else WriteResult(
            ref=write.ref,
            outcome=_OF_ROWS.get(named[row].code or "", WriteOutcome.REFUSED),
            words=clean_words(named[row].message),
        )
        for row, write in enumerate(group)
    ]


def _named(group: Sequence[StockWrite], errors: Sequence[UserError]) -> Mapping[int, UserError]:
    """The rows that the errors are about. The only row is meant by any of them."""
    if len(group) == 1:
        return {0: errors[0]}
    found: dict[int, UserError] = {}
    for told in errors:
        place = told.field or []
        if tuple(place[:2]) == _AT and len(place) > len(_AT) and place[2].isdecimal():
            found.setdefault(int(place[2]), told)
    return found


def _others(group: Sequence[StockWrite], *, partly: bool) -> WriteOutcome:
    """What becomes of rows that nothing was said of, in a group that was not taken."""
    if partly:
        return WriteOutcome.UNKNOWN
    # Whether an earlier sending did it, this answer does not tell.
    return WriteOutcome.STALE if any(write.repeated for write in group) else WriteOutcome.AGAIN


def all_of(writes: Sequence[StockWrite], outcome: WriteOutcome, words: str = "") -> list[WriteResult]:
    """The same end for every row."""
    return [WriteResult(ref=write.ref, outcome=outcome, words=words) for write in writes]
