"""Writing into the ledger, and what follows from it for incidents, in the same transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.changes import Changes
from app.core.incidents import Event, missing, newest_short, shorts, uncovered
from app.core.stock import StockEntry
from app.store import incident_events, incidents, ledger
from app.store.ledger import Level, Source
from app.store.sqlite import Connection


def append(
    db: Connection, entries: Sequence[StockEntry], before: Mapping[str, Level], *, source: Source, now: datetime
) -> Changes:
    """Write entries; what they leave uncovered opens or extends an incident, and what they cover is said there.

    An order that goes over is short itself. Where anything else takes the cover away, the newest claims are short.
    """
    changes = ledger.append(db, entries, before, source=source, now=now)
    if not entries:
        return changes
    touched: set[int] = set()
    stood = _stood(db, entries, before, now=now)
    if source.order is not None:
        for short in shorts(entries, before):
            owed = [(source.order, short.pieces)]
            touched.add(incidents.open_or_extend(db, before[short.sku].product_id, owed, now=now))
    else:
        touched |= _lost_cover(db, entries, before, now)
    return changes | Changes(incidents=frozenset(touched | stood))


def _lost_cover(
    db: Connection, entries: Sequence[StockEntry], before: Mapping[str, Level], now: datetime
) -> frozenset[int]:
    touched = set()
    for level in before.values():
        after = level.after(entries)
        if after.available >= 0:  # as nearly always
            continue
        (started,) = db.execute("select started from stock_level where product_id = ?", (level.product_id,)).fetchone()
        pieces = uncovered(level, replace(after, started=bool(started)))
        if pieces:
            owed = newest_short(incidents.orders_waiting(db, level.product_id), pieces)
            touched.add(incidents.open_or_extend(db, level.product_id, owed, now=now))
    return frozenset(touched)


def _stood(db: Connection, entries: Sequence[StockEntry], before: Mapping[str, Level], *, now: datetime) -> set[int]:
    """Incidents of products that are covered again by these entries, or short again: each says so."""
    touched = set()
    for sku, level in before.items():
        was, is_now = missing(level), missing(level.after(entries))
        if bool(was) == bool(is_now) or not level.started:
            continue
        number = incidents.open_incident_of(db, sku)
        if number is not None:
            kind = Event.SHORT_AGAIN if is_now else Event.COVERED
            incident_events.add(db, number, kind, {"by": entries[0].kind.value, "short": is_now}, now=now)
            touched.add(number)
    return touched
