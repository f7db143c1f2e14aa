"""What a row of the whole ledger says, cell by cell, in a sentence, and in a file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from app.store.ledger import EntryRow
from app.store.ledger_page import LedgerRow
from app.store.shops import Shop
from app.ui.inventory.ledger_words import what
from app.ui.words import NOTHING, moment, number, signed, tr, when

AT_ONCE = timedelta(seconds=60)


def change(entry: EntryRow) -> str:
    """What moved: "−1 on hand", "+2 promised", or both."""
    on_hand, promised = entry.on_hand_delta, entry.committed_delta
    if on_hand and promised:
        return tr("{on_hand} on hand, {promised} promised", on_hand=signed(on_hand), promised=signed(promised))
    if promised:
        return tr("{promised} promised", promised=signed(promised))
    return tr("{on_hand} on hand", on_hand=signed(on_hand))


def learned(entry: EntryRow, now: datetime) -> str:
    """When Plimsoll wrote it down; a dash where that was within the minute."""
    return NOTHING if entry.recorded_at - entry.happened_at < AT_ONCE else when(entry.recorded_at, now, short=True)


def sentence(row: LedgerRow, shop: Shop | None, now: datetime) -> str:
    """What happened and to what, in one sentence."""
    entry = row.entry
    values = {
        "product": row.title,
        "sku": entry.sku,
        "when": moment(entry.happened_at, now),
        "what": what(entry, by_hand=shop is not None and shop.by_hand),
        "change": change(entry),
    }
    if shop is not None:
        return tr("{product}, {sku}. {when}, {shop}: {what}. {change}.", shop=shop.name, **values)
    return tr("{product}, {sku}. {when}: {what}. {change}.", **values)


def sum_words(entry: EntryRow) -> str:
    """The sum after it: 11 on hand − 14 committed = −3 available."""
    return tr(
        "{on_hand} on hand − {committed} committed = {available} available",
        on_hand=entry.on_hand_after,
        committed=entry.committed_after,
        available=entry.available_after,
    )


def heads() -> list[str]:
    """The first line of an export."""
    return [
        tr("Row"),
        tr("Happened"),
        tr("Happened (UTC)"),
        tr("Written (UTC)"),
        tr("Where"),
        tr("Order"),
        tr("Kind"),
        tr("What"),
        tr("SKU"),
        tr("Product"),
        tr("On hand change"),
        tr("Committed change"),
        tr("On hand after"),
        tr("Committed after"),
        tr("Available after"),
        tr("Reason"),
        tr("Note"),
        tr("Taken back later"),
    ]


def lines(pages: Iterable[list[LedgerRow]], shops: Mapping[int, Shop]) -> Iterator[list[str | int]]:
    """An export, line by line."""
    yield list(heads())
    for page in pages:
        for row in page:
            yield _line(row, shops.get(row.entry.shop_id or 0))


def _line(row: LedgerRow, shop: Shop | None) -> list[str | int]:
    entry = row.entry
    return [
        entry.seq,
        entry.happened_at.astimezone().isoformat(sep=" ", timespec="seconds"),
        _utc(entry.happened_at),
        _utc(entry.recorded_at),
        shop.name if shop is not None else "",
        entry.order,
        entry.kind.value,
        what(entry, by_hand=shop is not None and shop.by_hand),
        entry.sku,
        row.title,
        entry.on_hand_delta,
        entry.committed_delta,
        entry.on_hand_after,
        entry.committed_after,
        entry.available_after,
        entry.reason,
        entry.note,
        tr("yes") if entry.undone else "",
    ]


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


def count_words(rows: int, *, whole: bool) -> str:
    """How much of it is listed."""
    return tr("{n} rows", n=number(rows)) if whole else tr("The newest {n} rows, more below", n=number(rows))
