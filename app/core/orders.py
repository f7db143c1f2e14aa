"""Orders as a channel shows them now, and what the ledger must book to agree: the difference, and only that.

Calling `book_order` twice books nothing the second time; a lost notice is made good by the next one; an edit, a part
shipment, a cancellation or an order that comes back needs no code of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.core.stock import EntryKind, StockEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderState:
    """What one status of a channel means for stock. Each connector holds a table of these, one row per status."""

    commits: bool  # are its pieces promised, so that the other channels may not sell them?
    taken: bool  # has the channel already taken them off its own number?
    shipped: bool = False  # have they left the shelf?
    ended: bool = False  # is nothing more to be sent?


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One line of an order in pieces of what was listed. `listing` is None for a custom or deleted item."""

    ref: str
    listing: str | None
    sku: str = ""
    title: str = ""
    open: int = 0  # promised and still to be sent
    shipped: int | None = 0  # left the shelf, those that came back included; None: the channel does not say
    returned: int = 0  # of the shipped, put back on sale by the channel, whether they came back or not
    may_return: int = 0  # of the shipped, refunded and not put back on sale: they may still come back
    withheld: int = 0  # refunded before it was sent, but not put back on sale
    taken: int = 0  # now off the channel's own number because of this line
    refunded: int = 0  # money for as many may have gone back; the channel does not say for which, nor if they came

    def untaken(self, *, ended: bool) -> int:
        """Pieces promised here that the channel has not taken off its own number yet; it will do so by itself."""
        return 0 if ended else max(0, self.open - self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as its channel shows it now. `updated_at` is the channel's own clock and orders two readings.

    `buyer` is a keyed hash of the channel's own number for its buyer, empty where it names none; `send_by` the day by
    which the channel promised that it is sent; `locale` the buyer's language, such as "de-DE".
    """

    ref: str
    number: str
    placed_at: datetime
    updated_at: datetime
    lines: tuple[OrderLine, ...]
    status: str = ""
    ended: bool = False
    url: str = ""
    buyer: str = ""
    send_by: date | None = None
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Booked:
    """What the ledger holds for one product of one line: pieces promised now, pieces out, rows written so far."""

    open: int = 0
    out: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBook:
    """What we hold for one line of an order.

    `recipe` says which pieces one listed piece is made of; it is fixed when the line is first booked, so that editing
    a bundle later never rewrites old orders. An empty recipe means that the listing is not linked: nothing is booked.
    `before` counts pieces that were out before the ledger began. The rest are the seller's answers: `settled` of the
    withheld pieces; of those that came back, or may have, `came_back` to the shelf (or never left it) and `kept_out`
    of it.
    """

    recipe: Mapping[str, int] = field(default_factory=dict)
    booked: Mapping[str, Booked] = field(default_factory=dict)
    before: int = 0
    settled: int = 0
    came_back: int = 0
    kept_out: int = 0


NO_BOOK = LineBook()


def book_order(order: Order, books: Mapping[str, LineBook], *, prefix: str) -> list[StockEntry]:
    """The entries that make the ledger agree with the order as it is now; none when it already does.

    `books` is what the ledger holds, by line; `prefix` (shop and order) starts every entry's key.
    A line that vanished from the order is released, and what was sent of it stays sent.
    """
    lines = {line.ref: line for line in order.lines}
    entries: list[StockEntry] = []
    for ref in [*lines, *(ref for ref in books if ref not in lines)]:
        book = books.get(ref, NO_BOOK)
        for sku in {**book.recipe, **book.booked}:
            entries += _book_part(order, lines.get(ref), ref, book, sku, prefix)
    return entries


def _book_part(
    order: Order, line: OrderLine | None, ref: str, book: LineBook, sku: str, prefix: str
) -> Iterator[StockEntry]:
    booked = book.booked.get(sku, Booked())
    open_target, out_target = _targets(order, line, book, book.recipe.get(sku, 0), booked)
    out = out_target - booked.out
    commit = open_target + max(out, 0) - booked.open
    steps = (
        (EntryKind.COMMIT, 0, max(commit, 0)),
        (EntryKind.RELEASE, 0, min(commit, 0)),
        (EntryKind.SHIP, -max(out, 0), -max(out, 0)),
        (EntryKind.RESTOCK, -min(out, 0), 0),
    )
    rows = booked.rows
    for kind, on_hand, committed in steps:
        if on_hand or committed:
            yield StockEntry(
                key=f"{prefix}/{ref}/{sku}/{rows}-{kind}",
                sku=sku,
                kind=kind,
                happened_at=order.updated_at if booked.rows else order.placed_at,
                on_hand=on_hand,
                committed=committed,
                line=ref,
            )
            rows += 1


def _targets(order: Order, line: OrderLine | None, book: LineBook, per_piece: int, booked: Booked) -> tuple[int, int]:
    """Pieces that should be promised, and out, for one product of the line."""
    if line is None:
        return 0, booked.out
    unanswered = max(0, line.withheld - book.settled)
    stays = _never_left(line, book)
    still_open = 0 if order.ended else line.open - stays + unanswered
    if line.shipped is None:
        return still_open * per_piece, booked.out
    # A channel that puts a sent piece back on sale says nothing of where it is: only the seller's answer restocks it.
    # What was refunded unsent was never in the parcel, though Etsy calls the whole line sent.
    unsent = min(book.settled, line.refunded)
    out = max(0, line.shipped - book.before - unsent) - (book.came_back - stays)
    return still_open * per_piece, out * per_piece


def _never_left(line: OrderLine, book: LineBook) -> int:
    """Of the pieces that the seller has here, those that are promised still: they are not sent."""
    return min(book.came_back, line.open) if line.refunded else 0


def _back(line: OrderLine, book: LineBook) -> int:
    """Pieces that are or may be on their way back, answered or not; older ones no longer said to be out too."""
    perhaps = max(0, line.refunded - book.settled)
    if line.shipped is None:
        return perhaps
    return perhaps + line.returned + line.may_return + max(0, book.before - line.shipped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Pieces whose fate only the seller knows.

    `kind`: 'withheld' (refunded unsent), or 'returned' (after they were sent, or perhaps refunded: it may be these).
    """

    line: str
    kind: str
    pieces: int


def open_questions(order: Order, books: Mapping[str, LineBook]) -> list[Question]:
    """What to ask the seller about this order: a refund never puts stock back on its own."""
    questions = []
    for line in order.lines:
        book = books.get(line.ref, NO_BOOK)
        if not book.recipe:
            continue
        withheld = 0 if order.ended else line.withheld - book.settled
        if withheld > 0:
            questions.append(Question(line=line.ref, kind="withheld", pieces=withheld))
        returned = _back(line, book) - book.came_back - book.kept_out
        if returned > 0:
            questions.append(Question(line=line.ref, kind="returned", pieces=returned))
    return questions


def sale_by_hand(sku: str, pieces: int, *, ref: str, sold_at: datetime, taken: int = 0) -> Order:
    """A sale where goods and money changed hands at once: an order of one line that has already left the shelf.

    `taken`: pieces that the place itself has taken off the number that it shows.
    """
    line = OrderLine(ref="1", listing=sku, sku=sku, shipped=pieces, taken=taken)
    return Order(ref=ref, number=ref, placed_at=sold_at, updated_at=sold_at, status="sold", lines=(line,))


def taken_back(order: Order, *, at: datetime) -> Order:
    """A sale by hand that did not happen, or came back: its pieces return to the shelf."""
    lines = tuple(replace(line, shipped=0, taken=0) for line in order.lines)
    return replace(order, lines=lines, updated_at=at, status="taken back")
