"""Every way stock can change, but for what somebody else changed (`outside`): one function, one transaction.

Read, decide and write happen under one write lock; the decision is a pure function of `core`; the entries, their
consequences (listings due, incident) and their cause (doorbell handled) commit together.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.orders import LineBook, Order, book_order, open_questions, sale_by_hand, taken_back
from app.core.stock import PIECES_MAX, EntryKind, StockEntry
from app.core.text import N_
from app.errors import PlimsollError
from app.store import (
    booking,
    buyers,
    by_hand,
    catalog,
    first_reading,
    inbox,
    lags,
    ledger,
    listings,
    looks,
    orders,
    pushes,
    reversals,
    start,
    stops,
)
from app.store.catalog import Product
from app.store.database import transaction
from app.store.inbox import Ring
from app.store.ledger import Source
from app.store.shops import Shop
from app.store.sqlite import Connection


def post_order(
    db: Connection,
    shop: Shop,
    order: Order,
    *,
    now: datetime,
    by: str = "poll",
    ring: Ring | None = None,
    since: datetime | None = None,
) -> Changes:
    """Book the difference between an order as it is now and what the ledger holds for it.

    An older reading than the one booked changes nothing; the same reading again changes nothing. What cannot be
    covered is committed all the same, and opens or extends an incident. `ring` is the doorbell this answers; `since`
    when the shop is listened to without a break: how late a sale is known is measured of those made after it.
    """
    digest = orders.digest_of(order)
    known = orders.held(db, shop.id, order.ref)
    if known and (digest, order.updated_at) == (known.digest, known.updated_at) and ring is None:
        return Changes()  # polls read the last orders again and again: that takes no lock
    with transaction(db):
        return _take_in(db, shop, order, digest, now=now, by=by, ring=ring, heard=known is not None, since=since)


def _take_in(
    db: Connection,
    shop: Shop,
    order: Order,
    digest: bytes,
    *,
    now: datetime,
    by: str,
    ring: Ring | None = None,
    batch: str | None = None,
    heard: bool = True,
    since: datetime | None = None,
) -> Changes:
    """Inside a transaction: the same. `heard`: False where the order was not known a moment ago."""
    if ring:
        inbox.handled(db, shop.id, ring, now=now)
    known = orders.held(db, shop.id, order.ref) if heard else None
    if known is None:
        number = first_reading.add(db, shop.id, order, digest=digest, now=now, by=by)
        if number is not None:
            return _first(db, shop, order, number, now, batch, since)
        known = orders.held(db, shop.id, order.ref)  # somebody else was quicker
    assert known is not None, "an order is new, or it is known"
    if order.updated_at < known.updated_at:
        return Changes()
    if digest == known.digest:
        _come_back(db, shop, order, known, now)
        return Changes()
    return _again(db, shop, order, known, digest, now, batch)


def _first(
    db: Connection,
    shop: Shop,
    order: Order,
    number: int,
    now: datetime,
    batch: str | None,
    since: datetime | None,
) -> Changes:
    # What had left before the shop was connected never books: the starting stock does not hold it.
    # Orders bear their shop's time, so they are compared with what its clock showed then.
    closed_before = order.placed_at < shop.connected_there
    still_before = order.updated_at < shop.connected_there
    linked = _linked(db, shop, order, {})
    books = first_reading.add_lines(db, number, order, linked, closed_before=closed_before, still_before=still_before)
    buyers.keep(db, number, order)
    moved = _move_believed(db, order, {}, linked, now)
    changes = _book(db, shop.id, number, order, now, first=books, batch=batch)
    if not closed_before:
        lags.heard_of(db, shop, order.placed_at, since=since, now=now)
    return _told(db, shop, order, changes, moved, now)


def _again(
    db: Connection, shop: Shop, order: Order, known: orders.Held, digest: bytes, now: datetime, batch: str | None
) -> Changes:
    before = orders.lines_before(db, known.id)
    orders.save(db, known, order, digest=digest)
    orders.save_lines(db, known.id, order.lines)
    buyers.keep(db, known.id, order)
    linked = _linked(db, shop, order, before)
    _fix_recipes(db, known.id, order, linked)
    moved = _move_believed(db, order, before, linked, now)
    changes = _book(db, shop.id, known.id, order, now, batch=batch)
    reversals.seen(db, known.id, ended_there=order.ended, now=now)
    return _told(db, shop, order, changes, moved, now)


def _told(
    db: Connection, shop: Shop, order: Order, changes: Changes, moved: Mapping[int, str | None], now: datetime
) -> Changes:
    """What else follows, and who is concerned. The numbers of a product that has entries were judged with them."""
    left = [listing for listing, sku in moved.items() if sku not in changes.skus]
    if left:
        pushes.mark_listings_due(db, left, now=now)
    due = frozenset({shop.id}) if left else frozenset()
    return changes | Changes(orders=frozenset({order.ref}), shops=frozenset({shop.id}), due=due)


def _come_back(db: Connection, shop: Shop, order: Order, known: orders.Held, now: datetime) -> None:
    """It changed and came back to what is booked (a line edited twice): its numbers may have moved meanwhile."""
    if order.updated_at > known.updated_at:
        orders.saw(db, known, order.updated_at)
        holders = {linked.holder for linked in _linked(db, shop, order, {}).values()}
        listings.stirred(db, sorted(holders), now=now)


def _linked(db: Connection, shop: Shop, order: Order, before: Mapping[str, orders.Before]) -> dict[str, orders.Linked]:
    refs = {line.listing for line in order.lines} | {line.listing for line in before.values()}
    return orders.listings(db, shop.id, sorted(ref for ref in refs if ref is not None))


def _fix_recipes(db: Connection, number: int, order: Order, linked: Mapping[str, orders.Linked]) -> None:
    """Lines whose listing is linked, seen so for the first time, get the recipe that they keep."""
    unbooked = orders.without_recipe(db, number)
    recipes = {}
    for line in order.lines:
        listing = linked.get(line.listing or "")
        if line.ref in unbooked and listing and listing.sku is not None:
            recipes[line.ref] = listing.sku
    orders.add_recipes(db, number, recipes)


def _move_believed(
    db: Connection,
    order: Order,
    before: Mapping[str, orders.Before],
    linked: Mapping[str, orders.Linked],
    now: datetime,
) -> dict[int, str | None]:
    """What the shop took off, or put back on, its own numbers because of this order since we last looked.

    Returns the listings whose numbers moved, with their product's SKU.
    """
    moved: dict[str, tuple[int, int]] = {}
    lines = {line.ref: line for line in order.lines}
    for ref in {**before, **lines}:
        was, line = before.get(ref), lines.get(ref)
        listing = (line.listing if line else None) or (was.listing if was else None)
        if listing is not None and listing in linked:
            taken, untaken = moved.get(listing, (0, 0))
            taken += (line.taken if line else 0) - (was.taken if was else 0)
            untaken += (line.untaken(ended=order.ended) if line else 0) - (was.untaken if was else 0)
            moved[listing] = (taken, untaken)
    touched = {linked[ref].holder: (ref, *change) for ref, change in moved.items() if change != (0, 0)}
    # Also where nothing is left of it: sold and cancelled between two polls, a number was lower for a while.
    still = [linked[ref].holder for ref, change in moved.items() if change == (0, 0)]
    if still:
        listings.stirred(db, still, now=now)
    for listing_id, (_, taken, untaken) in touched.items():
        listings.move_believed(db, listing_id, -taken, untaken, now=now)
    return {listing_id: linked[ref].sku for listing_id, (ref, _, _) in touched.items()}


def _book(
    db: Connection,
    shop: int,
    number: int,
    order: Order,
    now: datetime,
    *,
    first: Mapping[str, LineBook] | None = None,
    batch: str | None = None,
) -> Changes:
    """Inside a transaction: write the difference, and what follows from it. `first`: what is held for a new order."""
    books = orders.books(db, number) if first is None else first
    entries = book_order(order, books, prefix=f"{shop}/{order.ref}")
    before = ledger.levels(db, {entry.sku for entry in entries})
    changes = booking.append(db, entries, before, source=Source(shop=shop, order=number, batch=batch), now=now)
    questions = open_questions(order, books)
    if questions or first is None:
        orders.ask(db, number, questions, now=now)
    return changes


def post_substitute(db: Connection, order: int, product: int, instead: int, *, now: datetime) -> Changes:
    """A customer takes another product: the order's lines are made of that one from now on, whatever is read later."""
    (shop, ref) = db.execute("select shop_id, ref from sales_order where id = ?", (order,)).fetchone()
    with transaction(db):
        orders.substitute(db, order, product, instead)
        changes = _book(db, shop, order, orders.read_again(db, order), now)
    return changes | Changes(orders=frozenset({ref}), shops=frozenset({shop}))


def post_answer(db: Connection, question: int, *, here: bool, now: datetime, damaged: bool = False) -> Changes:
    """The seller says where refunded or returned pieces are: on the shelf (`here`), or gone for good.

    `damaged`: they are here and cannot be sold. They come back like all others, and are written off in the same step.
    """
    with transaction(db):
        answered = orders.answer(db, question, here=here, damaged=damaged, now=now)
        if answered is None:
            return Changes()
        order = orders.read_again(db, answered.order_id)
        changes = _book(db, answered.shop_id, answered.order_id, order, now)
        if damaged:
            changes |= _write_off(db, answered, "damaged", now)
        elif answered.kind == "withheld" and not here:
            changes |= _write_off(db, answered, "written_off", now)
        return changes | Changes(orders=frozenset({order.ref}), shops=frozenset({answered.shop_id}))


def post_unanswer(db: Connection, question: int, *, now: datetime) -> Changes:
    """The seller's answer was none: what it booked is taken back, and the question waits again. Twice changes nothing.

    Raises `PlimsollError` where the pieces that came back have left since.
    """
    with transaction(db):
        answered = orders.reopen(db, question)
        if answered is None:
            return Changes()
        changes = Changes()
        for batch in ledger.batches(db, f"answer/{question}"):
            changes |= undo_entries(db, batch, now=now)
        order = orders.read_again(db, answered.order_id)
        changes |= _book(db, answered.shop_id, answered.order_id, order, now)
        return changes | Changes(orders=frozenset({order.ref}), shops=frozenset({answered.shop_id}))


def _write_off(db: Connection, answered: orders.Answered, reason: str, now: datetime) -> Changes:
    before = len(ledger.batches(db, f"answer/{answered.id}"))
    batch = f"answer/{answered.id}/{before + 1}" if before else f"answer/{answered.id}"
    recipe = orders.books(db, answered.order_id)[answered.line].recipe
    entries = [
        StockEntry(
            key=f"{batch}/{sku}",
            sku=sku,
            kind=EntryKind.ADJUST,
            happened_at=now,
            on_hand=-answered.pieces * per_piece,
            reason=reason,
        )
        for sku, per_piece in recipe.items()
    ]
    source = Source(shop=answered.shop_id, batch=batch)
    return booking.append(db, entries, ledger.levels(db, recipe), source=source, now=now)


# ------------------------------------------------------------------------------------------------ links and starts


def post_link(db: Connection, listing: int, sku: str | None, *, now: datetime) -> Changes:
    """Link a listing to a product (None: unlink). What was sold there and waited for the link is booked now."""
    return post_links(db, [(listing, sku)], now=now)


def post_links(db: Connection, links: Sequence[tuple[int, str | None]], *, now: datetime) -> Changes:
    """Link these listings in one transaction: (listing, SKU or None). Long lists come in slices."""
    changes = Changes()
    with transaction(db):
        for listing, sku in links:
            changes |= _link(db, listing, sku, now)
    return changes


def post_new_products(db: Connection, products: Sequence[tuple[int, Product]], *, now: datetime) -> Changes:
    """Add products for listings that have none, and link them. A SKU that was added meanwhile is only linked."""
    changes = Changes(catalog=bool(products))
    with transaction(db):
        for listing, product in products:
            if catalog.product_id(db, product.sku) is None:
                catalog.add_product(db, product, now=now)
            changes |= _link(db, listing, product.sku, now)
    return changes


def _link(db: Connection, listing: int, sku: str | None, now: datetime) -> Changes:
    row = listings.listing(db, listing)
    if row is None:
        return Changes()
    listings.link(db, listing, sku)
    changes = Changes(catalog=True, shops=frozenset({row.shop_id}))
    product = catalog.product_id(db, sku) if sku else None
    if product is None:
        return changes
    looks.look_again(db, [listing], at=now)
    stops.hold_linked(db, listing, now=now)
    for order in orders.waiting_for(db, row.shop_id, listings.refs_sharing(db, listing)):
        changes |= _book_waiting(db, row.shop_id, order, now)
    return changes | Changes(due=pushes.mark_due(db, [product], now=now))


def _book_waiting(db: Connection, shop: int, number: int, now: datetime) -> Changes:
    order = orders.read_again(db, number)
    refs = [line.listing for line in order.lines if line.listing is not None]
    _fix_recipes(db, number, order, orders.listings(db, shop, refs))
    return _book(db, shop, number, order, now)


def post_start(db: Connection, shop: Shop, products: Iterable[int], *, batch: str, now: datetime) -> Changes:
    """Give products their first number from the shop that the seller believes. A repeat changes nothing."""
    chosen = set(products)
    with transaction(db):
        rows = [row for row in start.preview(db, shop.id) if row.product_id in chosen and row.obstacle is None]
        entries = [
            StockEntry(
                key=f"{batch}/{row.sku}",
                sku=row.sku,
                kind=EntryKind.ADJUST,
                happened_at=now,
                on_hand=row.on_hand - row.booked_on_hand,
                reason="start",
                note=f"{row.shown} + {row.sold}" if row.pieces == 1 else f"({row.shown} + {row.sold}) × {row.pieces}",
            )
            for row in rows
        ]
        for row in rows:
            catalog.set_started(db, row.product_id, started=True)
        levels = ledger.levels(db, [row.sku for row in rows])
        changes = booking.append(db, entries, levels, source=Source(shop=shop.id, batch=batch), now=now)
        return changes | Changes(catalog=bool(rows))


# ------------------------------------------------------------------------------------ the seller's own hands


def post_adjustment(
    db: Connection, sku: str, kind: EntryKind, pieces: int, *, reason: str, note: str = "", batch: str, now: datetime
) -> Changes:
    """Change on hand by hand. For a count `pieces` is what was counted, else how many more or fewer there are.

    `reason` is required; `batch` names the act, so that it can be undone. Raises `PlimsollError` for a wrong number.
    """
    with transaction(db):
        level = ledger.levels(db, [sku]).get(sku)
        _check(level, kind, pieces, reason)
        assert level is not None
        change = pieces - level.on_hand if kind is EntryKind.COUNT else pieces
        entry = StockEntry(
            key=f"{batch}/{sku}", sku=sku, kind=kind, happened_at=now, on_hand=change, reason=reason, note=note
        )
        catalog.set_started(db, level.product_id, started=True)
        changes = booking.append(db, [entry], {sku: level}, source=Source(batch=batch), now=now)
        return changes if level.started else changes | Changes(catalog=True)


def _check(level: ledger.Level | None, kind: EntryKind, pieces: int, reason: str) -> None:
    if level is None:
        raise PlimsollError(N_("This product is no longer here."), N_("Nothing was changed."))
    if not reason:
        raise PlimsollError(N_("A reason is missing."), N_("Choose what happened. Nothing was changed."))
    too_many = abs(pieces) > PIECES_MAX
    if kind is EntryKind.COUNT:
        wrong = pieces < 0 or too_many
    elif kind in (EntryKind.RECEIVE, EntryKind.RESTOCK):
        wrong = pieces <= 0 or too_many
    else:
        wrong = pieces == 0 or too_many or level.on_hand + pieces < min(0, level.on_hand)
    if wrong:
        raise PlimsollError(
            N_("{pieces} is not possible here: {on_hand} are on hand.", pieces=pieces, on_hand=level.on_hand),
            N_("Type another number. Nothing was changed."),
        )


def post_undo(db: Connection, batch: str, *, now: datetime) -> Changes:
    """Take back everything that one act wrote, by counter-entries. A second time changes nothing."""
    with transaction(db):
        return undo_entries(db, batch, now=now)


def undo_entries(db: Connection, batch: str, *, now: datetime) -> Changes:
    """Inside a transaction: take back what one act wrote into the ledger, as part of taking back more."""
    rows = [row for row in ledger.batch(db, batch) if not row.undone]
    before = ledger.levels(db, {row.sku for row in rows})
    entries = [
        StockEntry(
            key=f"undo/{row.seq}",
            sku=row.sku,
            kind=EntryKind.ADJUST,
            happened_at=now,
            on_hand=-row.on_hand_delta,
            reason="undo",
            undoes=row.key,
        )
        for row in rows
    ]
    _check_undo(before, entries)
    changes = booking.append(db, entries, before, source=Source(batch=f"undo/{batch}"), now=now)
    for level in before.values():
        ledger.rethink_start(db, level.product_id)
    return changes


def _check_undo(before: Mapping[str, ledger.Level], entries: Sequence[StockEntry]) -> None:
    for sku, level in before.items():
        after = level.after(entries)
        if after.on_hand < min(0, level.on_hand):
            raise PlimsollError(
                N_("{sku} cannot be undone: some of those pieces have left since.", sku=sku),
                N_("Use Adjust stock to say what is there now. Nothing was changed."),
            )


def post_sale_by_hand(
    db: Connection, shop: Shop, sku: str, pieces: int, *, ref: str, sold_at: datetime, now: datetime
) -> Changes:
    """A sale at a place kept by hand: promised and handed over at once. `ref` names it, so that it is never doubled."""
    with transaction(db):
        return sell_by_hand(db, shop, sku, pieces, ref=ref, sold_at=sold_at, now=now)


def sell_by_hand(
    db: Connection,
    shop: Shop,
    sku: str,
    pieces: int,
    *,
    ref: str,
    sold_at: datetime,
    now: datetime,
    batch: str | None = None,
) -> Changes:
    """Inside a transaction: such a sale, as part of writing more. `batch`: the journal that its rows belong to."""
    if pieces <= 0 or pieces > PIECES_MAX:
        raise PlimsollError(N_("A sale needs at least one piece."), N_("Type how many were sold. Nothing was changed."))
    if not shop.by_hand:
        raise PlimsollError(
            N_("{shop} tells Plimsoll of its sales by itself.", shop=shop.name), N_("Nothing was changed.")
        )
    listings.ensure_by_hand(db, shop.id, sku)
    taken = by_hand.taken_by_sale(db, shop.id, sku, pieces, sold_at=sold_at)
    order = sale_by_hand(sku, pieces, ref=ref, sold_at=sold_at, taken=taken)
    return _take_in(db, shop, order, orders.digest_of(order), now=now, by="seller", batch=batch)


def undo_sale_by_hand(db: Connection, shop: Shop, *, ref: str, now: datetime) -> Changes:
    """The sale did not happen, or came back: the pieces return to the shelf."""
    with transaction(db):
        return take_sale_back(db, shop, ref=ref, now=now)


def take_sale_back(db: Connection, shop: Shop, *, ref: str, now: datetime, batch: str | None = None) -> Changes:
    """Inside a transaction: the same, as part of writing more."""
    known = orders.held(db, shop.id, ref)
    if known is None:
        return Changes()
    order = taken_back(orders.read_again(db, known.id), at=now)
    return _take_in(db, shop, order, orders.digest_of(order), now=now, by="seller", batch=batch)
