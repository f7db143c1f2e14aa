"""All incidents as a sheet: one row each, for a spreadsheet. No customer is named."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.core.closing import Cost
from app.sheets.writing import Cell
from app.store.incident_records import Record
from app.store.incidents import IncidentRow
from app.ui.incidents.fix_words import cost_name, ended_words, tag_name
from app.ui.incidents.happened_words import cause_name
from app.ui.words import tr


def incident_rows(rows: Sequence[IncidentRow], records: Mapping[int, Record]) -> list[list[Cell]]:
    """Heads, and a row for each incident, the oldest first. Times are local; costs are in minor units."""
    heads: list[Cell] = [
        tr("Incident"),
        tr("Joined with"),
        tr("SKU"),
        tr("Product"),
        tr("Opened"),
        tr("Closed"),
        tr("Closed as"),
        tr("Orders"),
        tr("Pieces not covered"),
        tr("Short now"),
        tr("Channels"),
        tr("Cause"),
        tr("Tags"),
        tr("Minutes of work"),
        *(tr("{cost}, as typed (minor units)", cost=cost_name(cost)) for cost in Cost),
        tr("Note"),
    ]
    return [heads, *(_row(row, records.get(row.id, Record())) for row in sorted(rows, key=lambda row: row.id))]


def _row(row: IncidentRow, record: Record) -> list[Cell]:
    return [
        row.id,
        row.joined_to,
        row.sku,
        row.title,
        _time(row.opened_at),
        _time(row.closed_at),
        ended_words(record.ended_as),
        row.orders,
        record.pieces,
        row.short if row.closed_at is None else 0,
        ", ".join(record.shops),
        cause_name(record.cause) if record.cause else "",
        ", ".join(sorted(tag_name(tag) for tag in record.tags)),
        round(record.seconds / 60),
        *(record.costs.get(cost.value) for cost in Cost),
        row.note,
    ]


def _time(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone():%Y-%m-%d %H:%M}"
