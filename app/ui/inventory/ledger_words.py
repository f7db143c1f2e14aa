"""What a ledger row says to a person: what happened, when, and where it came from."""

from datetime import datetime, timedelta

from app.core.stock import EntryKind
from app.store.ledger import EntryRow
from app.ui.words import moment, number, signed, tr, when

_ICONS = {
    EntryKind.RECEIVE: "truck",
    EntryKind.COUNT: "count",
    EntryKind.RESTOCK: "undo",
    EntryKind.ADJUST: "pen",
}


def icon_of(row: EntryRow) -> str:
    """The icon that stands where a shop's badge would."""
    return "undo" if row.reason == "undo" else _ICONS.get(row.kind, "dot")


def what(row: EntryRow, *, by_hand: bool = False) -> str:
    """What happened, in few words. `by_hand`: at a place whose sales have no number that says anything."""
    said = _order_words(row, by_hand=by_hand) if row.order else _own_words(row)
    return tr("{what}, {note}", what=said, note=row.note) if row.note else said


def _order_words(row: EntryRow, *, by_hand: bool) -> str:
    match row.kind:
        case EntryKind.COMMIT:
            return tr("Sale") if by_hand else tr("Sale {order}", order=row.order)
        case EntryKind.RELEASE:
            return tr("Sale taken back") if by_hand else tr("Cancelled {order}", order=row.order)
        case EntryKind.SHIP:
            return tr("Handed over") if by_hand else tr("Sent {order}", order=row.order)
        case EntryKind.RESTOCK:
            return tr("Came back") if by_hand else tr("Came back {order}", order=row.order)
    return _own_words(row)


def _own_words(row: EntryRow) -> str:
    reasons = {
        "start": tr("First number"),
        "undo": tr("Taken back"),
        "written_off": tr("Written off"),
        "damaged": tr("Came back damaged, written off"),
        "broken": tr("Broken or lost"),
        "found": tr("Found"),
        "returned": tr("Customer return"),
        "outside_edit": tr("Taken over from the shop"),
        "salvaged": tr("Ledger rows lost with a damaged file, number kept"),
    }
    kinds = {EntryKind.RECEIVE: tr("Delivery"), EntryKind.COUNT: tr("Count"), EntryKind.RESTOCK: tr("Customer return")}
    return kinds.get(row.kind) or reasons.get(row.reason) or tr("Correction")


def when_words(row: EntryRow, now: datetime, *, newest: bool) -> str:
    """When it happened, as short as it stays clear. The newest row says that today is today."""
    if newest:
        return moment(row.happened_at, now, short=True)
    return when(row.happened_at, now, short=True)


def longest_moments() -> list[str]:
    """The widest that `when_words` gets in this language: two late evenings, today's said to be today's."""
    evening = datetime(2000, 1, 5, 22, 58).astimezone()
    return [
        moment(evening, evening),
        when(evening, evening + timedelta(days=2)),
        when(evening, evening.replace(year=2001), short=True),
    ]


def full_words(row: EntryRow, now: datetime) -> str:
    """Both moments and both numbers, for whoever looks closer."""
    lines = [
        tr("Happened {at}, in UTC {utc}", at=moment(row.happened_at, now), utc=f"{row.happened_at:%Y-%m-%d %H:%M:%S}"),
        tr("Written to the ledger {at}", at=moment(row.recorded_at, now)),
        tr(
            "{on_hand} on hand − {committed} committed = {available} available",
            on_hand=row.on_hand_after,
            committed=row.committed_after,
            available=row.available_after,
        ),
    ]
    if row.undone:
        lines.append(tr("Taken back later"))
    return "\n".join(lines)


def heard(row: EntryRow, shop: str, now: datetime, *, by_hand: bool) -> str:
    """A row as one sentence."""
    values = {
        "when": moment(row.happened_at, now),
        "what": what(row, by_hand=by_hand),
        "change": signed(row.available_delta),
        "available": number(row.available_after),
    }
    if shop:
        return tr("{when}, {shop}: {what}. {change}, {available} available.", shop=shop, **values)
    return tr("{when}: {what}. {change}, {available} available.", **values)
