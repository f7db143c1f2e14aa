"""A stall day as a paper to keep: what was taken along, sold and brought home, and its journal."""

from collections.abc import Sequence
from datetime import datetime

from app import stalls
from app.core.stock import EntryKind
from app.store import stall_days
from app.store.ledger import EntryRow
from app.store.sqlite import Connection
from app.store.stall_days import Product, Sale, StallDay
from app.ui.count.stall_lists import totals
from app.ui.papers.paper import Paper, Part, Table
from app.ui.words import clock_time, moment, money, number, signed, tr, trn


def of_day(db: Connection, day: StallDay, *, now: datetime) -> Paper:
    """Everything of one day, its sales in the order in which they were made."""
    rows, sales = stall_days.products(db, day.id), stall_days.sales(db, day.id)[::-1]
    heads = (tr("SKU"), tr("Product"), tr("Taken"), tr("Sold"), tr("Home"), tr("Missing"))
    along = Table(heads, tuple(map(_along, rows)), right=(2, 3, 4, 5)) if rows else None
    sold = _sold(sales) if sales else None
    booked = [row for row in stalls.journal(db, day) if row.on_hand_delta]
    ledger_heads = (tr("Time"), tr("SKU"), tr("Change"), tr("On hand after"), tr("What"))
    journal = Table(ledger_heads, tuple(map(_entry, booked)), right=(2, 3)) if booked else None
    parts = [
        Part(title=tr("In figures"), sentences=tuple(sentences(db, day))),
        Part(title=tr("Product by product"), table=along),
        Part(title=tr("Sales"), table=sold),
        Part(title=tr("In the ledger"), table=journal),
    ]
    note = tr("{at}, one journal.", at=moment(day.on, now))
    return Paper(title=day.name, note=note, parts=tuple(part for part in parts if part.sentences or part.table))


def _sold(sales: Sequence[Sale]) -> Table:
    """Each sale. What it brought has a column only where that is known, or where a sale was taken back."""
    heads, rows = [tr("Time"), tr("SKU"), tr("Product"), tr("Pieces"), tr("Brought")], [_sale(one) for one in sales]
    if not any(row[-1] for row in rows):
        return Table(tuple(heads[:-1]), tuple(row[:-1] for row in rows), right=(3,))
    return Table(tuple(heads), tuple(rows), right=(3, 4))


def sentences(db: Connection, day: StallDay) -> list[str]:
    """The day in figures."""
    rows = stall_days.products(db, day.id)
    missing = sum(row.along.missing for row in rows)
    said = [tr("{totals}.", totals=totals(stall_days.sales(db, day.id)))]
    taken = sum(row.along.taken for row in rows)
    if taken:
        said.append(trn("{n} piece was taken along.", "{n} pieces were taken along.", taken))
    if missing:
        said.append(trn("{n} piece was missing.", "{n} pieces were missing.", missing))
    return said


def _along(row: Product) -> tuple[str, ...]:
    along = row.along
    home, missing = ("", "") if along.back is None else (number(along.back), number(along.missing))
    return row.sku, row.title, number(along.taken), number(along.sold), home, missing


def _sale(row: Sale) -> tuple[str, ...]:
    brought = money(row.price_minor * row.pieces, row.currency) if row.price_minor is not None and row.currency else ""
    return (
        clock_time(row.sold_at, seconds=True), row.sku, row.title, number(row.pieces),
        tr("taken back") if row.taken_back else brought,
    )  # fmt: skip


def _entry(row: EntryRow) -> tuple[str, ...]:
    what = {EntryKind.SHIP: tr("sold"), EntryKind.RESTOCK: tr("taken back")}.get(row.kind, tr("missing"))
    at = clock_time(row.happened_at, seconds=True)
    return at, row.sku, signed(row.on_hand_delta), number(row.on_hand_after), what
