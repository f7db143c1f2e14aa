"""A day at a stall: what is taken along is held back everywhere, each sale leaves the stock at once, the rest comes
home. All ledger rows of a day are one journal (`StallDay.batch`), each with its real time. None of it needs a network.
"""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum

from app.core.changes import Changes
from app.core.stall import moment_of
from app.core.stock import PIECES_MAX, EntryKind, StockEntry
from app.core.text import N_
from app.errors import PlimsollError
from app.posting import sell_by_hand, take_sale_back
from app.store import booking, catalog, ledger, plans, pushes, shops, stall_days
from app.store.codes import Named
from app.store.database import transaction
from app.store.ledger import Source
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.store.stall_days import StallDay


class Missing(StrEnum):
    """What became of pieces that neither were sold nor came home."""

    SOLD = "sold"  # and not written down
    LOST = "lost"


def add_place(db: Connection, name: str, letter: str, *, since: datetime) -> tuple[int, Changes]:
    """A new place kept by hand, there since this moment: sales that are typed in afterwards may be older than today."""
    with transaction(db):
        number = shops.add(db, channel=shops.BY_HAND, name=name.strip(), letter=letter, now=since)
    return number, Changes(shops=frozenset({number}), catalog=True)


def start_of(on: date) -> datetime:
    """When a day begins, where the seller is."""
    return datetime.combine(on, time()).astimezone(UTC)


def begin(db: Connection, shop: Shop, *, on: date | None = None, now: datetime) -> int:
    """Begin a day, or go on with the one that is open; its number. `on`: that day's sales are typed in afterwards.

    Raises `PlimsollError` for a day that is still to come, or from before the place was there.
    """
    if on is not None:
        _check_day(shop, on, now)
    dated_at = moment_of(on, since=shop.connected_there, now=now) if on is not None else None
    with transaction(db):
        return stall_days.begin(db, shop.id, dated_at=dated_at, now=now)


def _check_day(shop: Shop, on: date, now: datetime) -> None:
    if on > now.astimezone().date():
        raise PlimsollError(N_("That day is still to come."), N_("Type the day of the market."))
    if on < shop.connected_there.astimezone().date():
        raise PlimsollError(
            N_("{shop} was added {at}.", shop=shop.name, at=shop.connected_there),
            N_("What it sold before is not counted here. Adjust the stock, or type a later day."),
        )


def take_along(db: Connection, day: StallDay, product: int, pieces: int, *, now: datetime) -> Changes:
    """So many more of it lie at the stall (or fewer): no channel may sell them. A bundle's parts are taken along."""
    if abs(pieces) > PIECES_MAX:
        raise PlimsollError(N_("{pieces} is not possible here.", pieces=pieces), N_("Nothing was changed."))
    with transaction(db):
        parts = _parts(db, product)
        for part, each in parts:
            stall_days.take(db, day.id, part, each * pieces)
        return _offer_anew(db, [part for part, _ in parts], now)


def _parts(db: Connection, product: int) -> list[tuple[int, int]]:
    """What one piece of a product takes from the stock: (product, pieces)."""
    rows = db.execute("select part_id, quantity from bundle_part where bundle_id = ?", (product,)).fetchall()
    return rows or [(product, 1)]


def sell(
    db: Connection, day: StallDay, named: Named, pieces: int, *, price: tuple[int, str] | None = None, now: datetime
) -> Changes:
    """Pieces were sold just now; on a day that is typed in afterwards, at that day's date.

    Raises `PlimsollError` where a number that was set since knows of the sale already.
    """
    shop = _shop(db, day)
    with transaction(db):
        at = day.dated_at or now
        _refuse_known(db, day, named)
        return _sell(db, day, shop, named.product, named.sku, pieces, price=price, at=at, now=now)


def _sell(
    db: Connection, day: StallDay, shop: Shop, product: int, sku: str, pieces: int,
    *, price: tuple[int, str] | None, at: datetime, now: datetime
) -> Changes:  # fmt: skip
    ref = f"{at:%y%m%d}-{uuid.uuid4().hex[:6]}"
    # What was out and is sold now frees nothing: both sums change in one step, and no channel shows a number between.
    for part, each in _parts(db, product):
        stall_days.sold(db, day.id, part, each * pieces)
    changes = sell_by_hand(db, shop, sku, pieces, ref=ref, sold_at=at, now=now, batch=day.batch)
    stall_days.add_sale(db, day.id, product, pieces, ref=ref, sold_at=at, price=price)
    return changes


def _refuse_known(db: Connection, day: StallDay, named: Named) -> None:
    if day.dated_at is None:
        return
    if any(stall_days.set_since(db, part, day.dated_at) for part, _ in _parts(db, named.product)):
        raise PlimsollError(
            N_("{sku} was counted after that day.", sku=named.sku),
            N_("That count knows of the sale already: it would be taken off twice. Nothing was booked."),
        )


def take_back(db: Connection, day: StallDay, which: int, *, now: datetime) -> Changes:
    """A sale did not happen: its pieces lie at the stall again. Twice changes nothing."""
    shop = _shop(db, day)
    with transaction(db):
        sale = stall_days.sale(db, day.id, which)
        if sale is None or not stall_days.mark_taken_back(db, which, now=now):
            return Changes()
        for part, each in _parts(db, sale.product):
            stall_days.sold(db, day.id, part, -each * sale.pieces)
        return take_sale_back(db, shop, ref=sale.ref, now=now, batch=day.batch)


def say_price(db: Connection, which: int, price: tuple[int, str] | None) -> None:
    """What one piece of a sale brought, or that nobody says."""
    with transaction(db):
        stall_days.put_price(db, which, price)


def came_back(db: Connection, day: StallDay, product: int, pieces: int | None) -> None:
    """So many came home; None: nobody has looked."""
    if pieces is not None and not 0 <= pieces <= PIECES_MAX:
        raise PlimsollError(N_("{pieces} is not possible here.", pieces=pieces), N_("Nothing was changed."))
    with transaction(db):
        stall_days.put_back(db, day.id, product, pieces)


def end(db: Connection, day: StallDay, *, missing: Missing = Missing.LOST, now: datetime) -> Changes:
    """The day is over: what came home is on sale again everywhere, and what is missing is booked as the seller says.

    What nobody looked at is taken to have come home.
    """
    shop = _shop(db, day)
    with transaction(db):
        changes = Changes(shops=frozenset({day.shop}))
        gone = [row for row in stall_days.products(db, day.id) if row.along.missing]
        if missing is Missing.SOLD:
            for row in gone:
                lacks = row.along.missing
                changes |= _sell(
                    db, day, shop, row.product, row.sku, lacks, price=None, at=day.dated_at or now, now=now
                )
        else:
            changes |= _lose(db, day, [(row.sku, row.along.missing) for row in gone], now)
        return changes | _offer_anew(db, stall_days.end(db, day.id, now=now), now)


def _lose(db: Connection, day: StallDay, gone: Sequence[tuple[str, int]], now: datetime) -> Changes:
    entries = [
        StockEntry(
            key=f"{day.batch}/{sku}/lost", sku=sku, kind=EntryKind.ADJUST, happened_at=day.dated_at or now,
            on_hand=-pieces, reason="lost", note=day.name,
        )
        for sku, pieces in gone
    ]  # fmt: skip
    source = Source(shop=day.shop, batch=day.batch)
    return booking.append(db, entries, ledger.levels(db, [sku for sku, _ in gone]), source=source, now=now)


def journal(db: Connection, day: StallDay) -> list[ledger.EntryRow]:
    """Everything that the day wrote into the ledger, in order."""
    return ledger.batch(db, day.batch)


def _offer_anew(db: Connection, products: Sequence[int], now: datetime) -> Changes:
    plans.rethink(db, products, now=now)
    due = pushes.mark_due(db, products, now=now)
    return Changes(skus=catalog.skus(db, products), due=due)


def _shop(db: Connection, day: StallDay) -> Shop:
    found = shops.shop(db, day.shop)
    if found is None:
        raise PlimsollError(N_("This place was removed."), N_("Nothing was booked."))
    return found
