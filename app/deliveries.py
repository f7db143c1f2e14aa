"""What a seller does with deliveries: order, put a date on them, receive a parcel in parts.

A parcel that is posted is one transaction and one undo. What was scanned of it is on disk before the page answers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core.changes import Changes
from app.core.choices import not_confirmed
from app.core.count_entry import once
from app.core.deliveries import Booked, Terms, allot, too_many
from app.core.stock import PIECES_MAX, EntryKind, StockEntry
from app.core.text import N_
from app.errors import PlimsollError
from app.store import booking, catalog, codes, deliveries, ledger, suppliers
from app.store.database import transaction
from app.store.deliveries import Line, Scanned
from app.store.ledger import Source
from app.store.sqlite import Connection
from app.store.suppliers import Supplier

REASON, DAMAGED = "delivery", "damaged"


# ------------------------------------------------------------------------------------------------ suppliers


def put_supplier(db: Connection, number: int | None, terms: Terms, *, now: datetime) -> Changes:
    """Add a supplier, or change its terms from now on. Raises `PlimsollError` for a name that is taken."""
    name = terms.name.strip()
    if not name:
        raise PlimsollError(N_("A supplier needs a name."), N_("Type one. Nothing was changed."))
    with transaction(db):
        taken = suppliers.named(db, name)
        if taken is not None and taken != number:
            raise PlimsollError(N_("{name} is there already.", name=name), N_("Change that one, or type another name."))
        if number is None:
            suppliers.add(db, terms, now=now)
        else:
            suppliers.put(db, number, terms, now=now)
    return Changes(settings=True)


def drop_supplier(db: Connection, number: int, *, gone: bool = True, now: datetime) -> Changes:
    """It delivers no more, or does again. What came from it is kept."""
    with transaction(db):
        found = suppliers.supplier(db, number)
        if found is not None:
            suppliers.put(db, number, found.terms, gone=gone, now=now)
    return Changes(settings=True)


def come_from(db: Connection, whose: Mapping[int, str], *, now: datetime) -> Changes:
    """From now on these products come from these suppliers, by name; "": nobody said. A new name is a new supplier."""
    with transaction(db):
        for product, name in whose.items():
            number = _named(db, name, now).id if name.strip() else None
            suppliers.come_from(db, [product], number, now=now)
    return Changes(settings=True)


def put_packs(db: Connection, product: int, packs: tuple[int, int] | None, *, now: datetime) -> Changes:
    """A product comes in packs of its own, with a minimum of its own; None: as all of its supplier."""
    with transaction(db):
        suppliers.put_packs(db, product, packs, now=now)
    return Changes(settings=True)


def put_cover_days(db: Connection, days: int, *, now: datetime) -> Changes:
    """From now on an order is to last so many days beyond the reorder point."""
    with transaction(db):
        suppliers.put_cover_days(db, days, now=now)
    return Changes(settings=True)


# ------------------------------------------------------------------------------------------------ ordering


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """Pieces of a product from a supplier, by its name. `due_on` None: as its promised days say."""

    supplier: str
    product: int
    pieces: int
    due_on: date | None = None
    confirmed_by: str = ""


def order(
    db: Connection, lines: Sequence[Ordered], *, batch: str, now: datetime, ordered_at: datetime | None = None
) -> Changes:
    """These are ordered, and expected from now on. A new name is a new supplier; a product that came from nobody
    comes from there from now on.

    Raises `PlimsollError` where there is nothing to order, or where a date cannot be confirmed; then nothing is kept.
    """
    _check_lines(lines, now)
    since = ordered_at or now
    with transaction(db):
        for one in lines:
            supplier = _named(db, one.supplier, now)
            number = deliveries.add(
                db, supplier=supplier.id, product=one.product, pieces=one.pieces, ordered_at=since, batch=batch
            )
            due = one.due_on or _promised(supplier.terms, since)
            if due is not None:
                deliveries.date_it(db, number, due, confirmed_by=one.confirmed_by, now=now)
            if suppliers.of_product(db, one.product) is None:
                suppliers.come_from(db, [one.product], supplier.id, now=now)
        return Changes(skus=_skus(db, [one.product for one in lines]), settings=True)


def _check_lines(lines: Sequence[Ordered], now: datetime) -> None:
    if not lines or any(not 0 < one.pieces <= PIECES_MAX for one in lines):
        raise PlimsollError(N_("An order needs at least one piece."), N_("Type how many. Nothing was ordered."))
    if any(not one.supplier.strip() for one in lines):
        raise PlimsollError(N_("A supplier needs a name."), N_("Type one. Nothing was ordered."))
    for one in lines:
        wrong = not_confirmed(one.due_on, one.confirmed_by, now.astimezone().date()) if one.confirmed_by else None
        if wrong is not None:
            raise PlimsollError(N_("This date cannot be confirmed."), wrong)


def _named(db: Connection, name: str, now: datetime) -> Supplier:
    number = suppliers.named(db, name)
    if number is None:
        number = suppliers.add(db, Terms(name=name.strip()), now=now)
    found = suppliers.supplier(db, number)
    assert found is not None
    return found


def _promised(terms: Terms, since: datetime) -> date | None:
    return None if terms.days is None else since.astimezone().date() + timedelta(days=round(terms.days))


def take_back_order(db: Connection, batch: str, *, now: datetime) -> Changes:
    """The order of one act was none. What came of it already stays in the ledger."""
    with transaction(db):
        rows = db.execute("select id, product_id from delivery where batch = ?", (batch,)).fetchall()
        deliveries.end(db, [number for number, _ in rows], deliveries.TAKEN_BACK, now=now)
        return Changes(skus=_skus(db, [product for _, product in rows]), settings=True)


def confirm(db: Connection, numbers: Sequence[int], due_on: date, by: str, *, now: datetime) -> Changes:
    """Somebody confirmed this date, or (by "") nobody did and it is expected then. Dates before it are kept."""
    wrong = not_confirmed(due_on, by, now.astimezone().date()) if by.strip() else None
    if wrong is not None:
        raise PlimsollError(N_("This date cannot be confirmed."), wrong)
    with transaction(db):
        found = [one for number in numbers if (one := deliveries.line(db, number)) is not None]
        for one in found:
            deliveries.date_it(db, one.id, due_on, confirmed_by=by, now=now)
    return Changes(skus=frozenset(one.sku for one in found))


def put_dates_back(db: Connection, before: Sequence[Line], *, now: datetime) -> Changes:
    """The dates that held before hold again, as newer rows."""
    with transaction(db):
        for one in before:
            if one.due_on is not None:
                deliveries.date_it(db, one.id, one.due_on, confirmed_by=one.confirmed_by, now=one.confirmed_at or now)
    return Changes(skus=frozenset(one.sku for one in before))


def not_coming(db: Connection, numbers: Sequence[int], *, now: datetime) -> Changes:
    """What is still open of these will not come."""
    with transaction(db):
        deliveries.end(db, numbers, deliveries.NOT_COMING, now=now)
        return _concerned(db, numbers)


def coming_after_all(db: Connection, numbers: Sequence[int]) -> Changes:
    """What is still open of these is expected again."""
    with transaction(db):
        deliveries.reopen(db, numbers)
        return _concerned(db, numbers)


def _concerned(db: Connection, numbers: Iterable[int]) -> Changes:
    found = [deliveries.line(db, number) for number in numbers]
    return Changes(skus=frozenset(one.sku for one in found if one is not None))


def _skus(db: Connection, products: Iterable[int]) -> frozenset[str]:
    rows = (db.execute("select sku from product where id = ?", (product,)).fetchone() for product in set(products))
    return frozenset(sku for (sku,) in rows)


# ------------------------------------------------------------------------------------------------ receiving


class Sort(StrEnum):
    """What a scan was."""

    ACCEPTED = "accepted"
    NOT_ORDERED = "not_ordered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What came of a scan: its kind, and the product it was (None: nobody's)."""

    sort: Sort
    code: str = ""
    product: int | None = None


def scan(db: Connection, supplier: int, code: str, *, times: int = 1) -> Heard:
    """A code was read from a supplier's parcel. A pack's code is its pieces, a bundle's its parts."""
    named = codes.resolve(db, once(code, lambda text: codes.resolve(db, text) is not None))
    if named is None:
        return Heard(sort=Sort.UNKNOWN, code=code.strip())
    rows = db.execute("select part_id, quantity from bundle_part where bundle_id = ?", (named.product,)).fetchall()
    parts = [(part, pieces * named.pieces) for part, pieces in rows] or [(named.product, named.pieces)]
    waiting = {one.product for one in deliveries.expected(db, supplier=supplier)}
    with transaction(db):
        for part, pieces in parts:
            _add(db, supplier, part, good=pieces * times)
    ordered = all(part in waiting for part, _ in parts)
    return Heard(sort=Sort.ACCEPTED if ordered else Sort.NOT_ORDERED, code=code, product=parts[-1][0])


def add(db: Connection, supplier: int, product: int, *, good: int = 0, damaged: int = 0) -> None:
    """More, or fewer, of a product in the parcel. Never below none."""
    with transaction(db):
        _add(db, supplier, product, good=good, damaged=damaged)


def _add(db: Connection, supplier: int, product: int, *, good: int = 0, damaged: int = 0) -> None:
    before = _scanned(db, supplier, product)
    deliveries.put_scanned(
        db, supplier, product, good=_within(before[0] + good), damaged=_within(before[1] + damaged)
    )  # fmt: skip


def _scanned(db: Connection, supplier: int, product: int) -> tuple[int, int]:
    found = next((one for one in deliveries.scanned(db, supplier) if one.product == product), None)
    return (found.good, found.damaged) if found else (0, 0)


def _within(pieces: int) -> int:
    return min(max(0, pieces), PIECES_MAX)


def put(db: Connection, supplier: int, product: int, *, good: int) -> None:
    """So many of a product that can be sold are in the parcel."""
    if not 0 <= good <= PIECES_MAX:
        raise PlimsollError(N_("{pieces} is not possible here.", pieces=good), N_("Nothing was changed."))
    with transaction(db):
        deliveries.put_scanned(db, supplier, product, good=good, damaged=_scanned(db, supplier, product)[1])


def forget(db: Connection, supplier: int) -> None:
    """Nothing of the parcel is kept."""
    with transaction(db):
        deliveries.forget_scanned(db, supplier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """A product of which more came than is expected from there."""

    scanned: Scanned
    pieces: int


def excess(db: Connection, supplier: int) -> list[Excess]:
    """What of the parcel is more than was ordered: the seller is asked."""
    lines = deliveries.expected(db, supplier=supplier)
    found = deliveries.scanned(db, supplier)
    over = [(one, too_many(deliveries.waits(lines, one.product), one.good + one.damaged)) for one in found]
    return [Excess(scanned=one, pieces=pieces) for one, pieces in over if pieces]


def receive(db: Connection, supplier: int, *, batch: str, now: datetime) -> Changes:
    """Post what was scanned of a parcel: one transaction, one undo. What is still open stays expected.

    Damaged pieces came too: they are received and written off in the same step. Raises `PlimsollError` for nothing.
    """
    with transaction(db):
        found = deliveries.scanned(db, supplier)
        if not found:
            raise PlimsollError(N_("Nothing was scanned yet."), N_("Scan what came. Nothing was posted."))
        lines = deliveries.expected(db, supplier=supplier)
        entries: list[StockEntry] = []
        receipts: list[tuple[Booked, str]] = []
        for one in found:
            booked = allot(deliveries.waits(lines, one.product), good=one.good, damaged=one.damaged)
            entries += _entries(one, booked, batch, now)
            receipts += [(part, _key(batch, one, part)) for part in booked if part.line is not None]
        before = ledger.levels(db, {entry.sku for entry in entries})
        fresh = [level.product_id for level in before.values() if not level.started]
        for product in fresh:
            catalog.set_started(db, product, started=True)
        changes = booking.append(db, entries, before, source=Source(batch=batch), now=now)
        for part, key in receipts:
            assert part.line is not None
            deliveries.came(db, part.line, key=key, pieces=part.pieces, damaged=part.damaged, now=now)
        deliveries.forget_scanned(db, supplier)
        return changes | Changes(catalog=bool(fresh))


def _key(batch: str, one: Scanned, part: Booked) -> str:
    return f"{batch}/{one.sku}/{part.line or 'more'}"


def _entries(one: Scanned, booked: Sequence[Booked], batch: str, now: datetime) -> list[StockEntry]:
    found = [
        StockEntry(
            key=_key(batch, one, part), sku=one.sku, kind=EntryKind.RECEIVE, happened_at=now, on_hand=part.pieces,
            reason=REASON,
        )
        for part in booked
    ]  # fmt: skip
    if one.damaged:
        found.append(
            StockEntry(
                key=f"{batch}/{one.sku}/damaged", sku=one.sku, kind=EntryKind.ADJUST, happened_at=now,
                on_hand=-one.damaged, reason=DAMAGED,
            )
        )  # fmt: skip
    return found
