"""Orders as they were last read, line by line, and what the ledger holds for each line."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.orders import LineBook, Order, OrderLine, Question
from app.store import ledger
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Held:
    """The row of an order we already know: its number in the store, the newest reading's time, and its digest."""

    id: int
    updated_at: datetime
    digest: bytes


@dataclass(frozen=True, slots=True)
class Linked:
    """A listing of the shop: its row, the row that holds its number, and its product's SKU if it is linked.

    `made_of`: by SKU, the products one piece of it is made of and how many of each.
    """

    id: int
    holder: int
    sku: str | None
    made_of: Mapping[str, tuple[int, int]]


def digest_of(order: Order) -> bytes:
    """A short name for everything in a reading that could change the books."""
    text = repr((order.status, order.ended, order.placed_at, order.lines))
    return hashlib.blake2b(text.encode(), digest_size=12).digest()


def held(db: Connection, shop: int, ref: str) -> Held | None:
    """The order as we know it, or None."""
    row = db.execute(
        "select id, updated_at, digest from sales_order where shop_id = ? and ref = ?", (shop, ref)
    ).fetchone()
    return Held(row[0], moment(row[1]), row[2]) if row else None


def save(db: Connection, known: Held, order: Order, *, digest: bytes) -> None:
    """Write a newer reading's own row. A first one is written by `first_reading`."""
    db.execute(
        "update sales_order set number = ?, status = ?, ended = ?, updated_at = ?, url = ?, digest = ? where id = ?",
        (order.number, order.status, order.ended, stamp(order.updated_at), order.url, digest, known.id),
    )


def saw(db: Connection, known: Held, updated_at: datetime) -> None:
    """A newer reading of the order says what the books hold: an older one that comes late changes nothing."""
    db.execute("update sales_order set updated_at = ? where id = ?", (stamp(updated_at), known.id))


_LINE = """
    insert into order_line (order_id, ref, listing_ref, sku, title, open, shipped, returned, may_return, withheld,
        taken, refunded)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (order_id, ref) do update set listing_ref = coalesce(excluded.listing_ref, listing_ref),
        sku = excluded.sku, title = excluded.title, open = excluded.open, shipped = excluded.shipped,
        returned = excluded.returned, may_return = excluded.may_return, withheld = excluded.withheld,
        taken = excluded.taken, refunded = excluded.refunded, gone = 0,
        -- What is not sent after all cannot have come back: it is asked about anew when it was sent once more.
        came_back = iif(before or excluded.refunded, came_back, min(came_back, coalesce(excluded.shipped, came_back))),
        kept_out = iif(before or excluded.refunded, kept_out, min(kept_out, coalesce(excluded.shipped, kept_out)))
"""


def save_lines(db: Connection, order: int, lines: Sequence[OrderLine]) -> None:
    """Write the lines as they are now; a line that is no longer there is kept and marked gone."""
    db.executemany(_LINE, [line_row(order, line) for line in lines])
    marks = ",".join("?" * len(lines))
    db.execute(
        "update order_line set gone = 1, open = 0, may_return = 0, withheld = 0, taken = 0, refunded = 0"
        f" where order_id = ? and ref not in ({marks})",
        (order, *(line.ref for line in lines)),
    )


def line_row(order: int, line: OrderLine) -> tuple[object, ...]:
    """A line as it is written: the order's number, and what the channel says of it."""
    return (
        order,
        line.ref,
        line.listing,
        line.sku,
        line.title,
        line.open,
        line.shipped,
        line.returned,
        line.may_return,
        line.withheld,
        line.taken,
        line.refunded,
    )


@dataclass(frozen=True, slots=True)
class Before:
    """A line as we last saw it: its listing, the pieces off the channel's own number, and those still to be taken."""

    listing: str | None
    taken: int
    untaken: int


def lines_before(db: Connection, order: int) -> dict[str, Before]:
    """An order's lines as we last saw them."""
    rows = db.execute(
        "select order_line.ref, listing_ref, taken, iif(ended, 0, max(0, open - taken)) from order_line"
        " join sales_order on sales_order.id = order_id where order_id = ?",
        (order,),
    )
    return {ref: Before(listing, taken, untaken) for ref, listing, taken, untaken in rows}


def listings(db: Connection, shop: int, refs: Sequence[str]) -> dict[str, Linked]:
    """The listings that an order names, by their ref."""
    marks = ",".join("?" * len(refs))
    rows = db.execute(
        "select ref, listing.id, coalesce(stock_of, ''), product.sku, product_id,"
        " exists (select 1 from bundle_part where bundle_id = product_id)"
        f" from listing left join product on product.id = product_id where shop_id = ? and ref in ({marks})",
        (shop, *refs),
    ).fetchall()
    return {
        ref: Linked(number, _holder(db, shop, number, of), sku, _made_of(db, product, sku, bundle))
        for ref, number, of, sku, product, bundle in rows
    }


def _made_of(db: Connection, product: int | None, sku: str | None, bundle: int) -> dict[str, tuple[int, int]]:
    """Bundles sell their parts."""
    if product is None or sku is None:
        return {}
    if not bundle:
        return {sku: (product, 1)}
    rows = db.execute(
        "select sku, part_id, quantity from bundle_part join product on product.id = part_id where bundle_id = ?"
        " order by part_id",
        (product,),
    )
    return {part_sku: (part, pieces) for part_sku, part, pieces in rows}


def _holder(db: Connection, shop: int, listing: int, stock_of: str) -> int:
    if not stock_of:
        return listing
    row = db.execute("select id from listing where shop_id = ? and ref = ?", (shop, stock_of)).fetchone()
    return int(row[0]) if row else listing


def add_recipes(db: Connection, order: int, recipes: Mapping[str, str]) -> None:
    """Fix what one piece of each line is made of: `recipes` names the product sold, by line. Bundles sell parts."""
    db.executemany(
        "insert into order_part (order_id, line_ref, product_id, per_piece)"
        " select ?1, ?2, part_id, quantity from bundle_part where bundle_id = (select id from product where sku = ?3)"
        " union all select ?1, ?2, id, 1 from product where sku = ?3"
        " and not exists (select 1 from bundle_part where bundle_id = product.id)",
        [(order, line, sku) for line, sku in recipes.items()],
    )
    db.executemany(
        "update order_line set linked = 1 where order_id = ? and ref = ?", [(order, line) for line in recipes]
    )


def substitute(db: Connection, order: int, product: int, instead: int) -> None:
    """From now on the lines of an order are made of another product. Later readings of the order keep to it."""
    db.execute(
        "insert into order_part (order_id, line_ref, product_id, per_piece)"
        " select order_id, line_ref, ?3, per_piece from order_part where order_id = ?1 and product_id = ?2"
        " on conflict do update set per_piece = per_piece + excluded.per_piece",
        (order, product, instead),
    )
    db.execute("delete from order_part where order_id = ? and product_id = ?", (order, product))


def without_recipe(db: Connection, order: int) -> set[str]:
    """The lines of an order that were never booked."""
    return {line for (line,) in db.execute("select ref from order_line where order_id = ? and not linked", (order,))}


def books(db: Connection, order: int) -> dict[str, LineBook]:
    """What we hold for every line of an order: its recipe, what is booked, and the seller's answers."""
    booked = ledger.booked_of_order(db, order)
    recipes: dict[str, dict[str, int]] = {}
    for line, sku, per_piece in db.execute(
        "select line_ref, sku, per_piece from order_part join product on product.id = product_id where order_id = ?",
        (order,),
    ):
        recipes.setdefault(line, {})[sku] = per_piece
    rows = db.execute("select ref, before, settled, came_back, kept_out from order_line where order_id = ?", (order,))
    return {
        line: LineBook(
            recipe=recipes.get(line, {}),
            booked=booked.get(line, {}),
            before=before,
            settled=settled,
            came_back=came_back,
            kept_out=kept_out,
        )
        for line, before, settled, came_back, kept_out in rows
    }


def read_again(db: Connection, order: int) -> Order:
    """The order as it was last read, from the store: to book it again after a link or an answer."""
    ref, number, placed_at, updated_at, status, ended, url = db.execute(
        "select ref, number, placed_at, updated_at, status, ended, url from sales_order where id = ?", (order,)
    ).fetchone()
    lines = db.execute(
        "select ref, listing_ref, sku, title, open, shipped, returned, may_return, withheld, taken, refunded from"
        " order_line where order_id = ? and gone = 0 order by ref",
        (order,),
    )
    return Order(
        ref=ref,
        number=number,
        placed_at=moment(placed_at),
        updated_at=moment(updated_at),
        status=status,
        ended=bool(ended),
        url=url,
        lines=tuple(
            OrderLine(
                ref=line,
                listing=listing,
                sku=sku,
                title=title,
                open=open_,
                shipped=shipped,
                returned=returned,
                may_return=may_return,
                withheld=withheld,
                taken=taken,
                refunded=refunded,
            )
            for line, listing, sku, title, open_, shipped, returned, may_return, withheld, taken, refunded in lines
        ),
    )


def waiting_for(db: Connection, shop: int, refs: Sequence[str]) -> list[int]:
    """Orders with a line that names one of these listings and was never booked, because it was not linked."""
    marks = ",".join("?" * len(refs))
    rows = db.execute(
        "select distinct order_id from order_line join sales_order on sales_order.id = order_id"
        f" where listing_ref in ({marks}) and linked = 0 and shop_id = ? order by order_id",
        (*refs, shop),
    )
    return [order for (order,) in rows]


def ask(db: Connection, order: int, questions: Sequence[Question], *, now: datetime) -> None:
    """Keep what only the seller knows; a question already open takes the new number, one that is moot goes."""
    at = stamp(now)
    db.executemany(
        "insert into question (order_id, line_ref, kind, pieces, asked_at) values (?, ?, ?, ?, ?)"
        " on conflict (order_id, line_ref, kind) where answered_at is null do update set pieces = excluded.pieces",
        [(order, question.line, question.kind, question.pieces, at) for question in questions],
    )
    keep = {(question.line, question.kind) for question in questions}
    for number, line, kind in db.execute(
        "select id, line_ref, kind from question where order_id = ? and answered_at is null", (order,)
    ).fetchall():
        if (line, kind) not in keep:
            db.execute("delete from question where id = ?", (number,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question that the seller has just answered."""

    id: int
    order_id: int
    shop_id: int
    line: str
    kind: str
    pieces: int


_ANSWERS = {("withheld", True): "settled", ("withheld", False): "settled", ("returned", True): "came_back"}


def answer(db: Connection, number: int, *, here: bool, now: datetime, damaged: bool = False) -> Answered | None:
    """Keep the seller's answer with its line; None when the question is no longer open. What is damaged is here."""
    row = db.execute(
        "update question set answered_at = ?, answer = ?, damaged = ? where id = ? and answered_at is null"
        " returning order_id, (select shop_id from sales_order where id = order_id), line_ref, kind, pieces",
        (stamp(now), "here" if here else "gone", damaged, number),
    ).fetchone()
    if row is None:
        return None
    order, shop, line, kind, pieces = row
    column = _ANSWERS.get((kind, here), "kept_out")
    db.execute(f"update order_line set {column} = {column} + ? where order_id = ? and ref = ?", (pieces, order, line))
    return Answered(id=number, order_id=order, shop_id=shop, line=line, kind=kind, pieces=pieces)


def reopen(db: Connection, number: int) -> Answered | None:
    """The answer was none: the question is open again. None where it is open, or was asked anew since."""
    row = db.execute(
        "select order_id, (select shop_id from sales_order where id = order_id), line_ref, kind, pieces, answer"
        " from question as mine where id = ? and answered_at is not null and not exists (select 1 from question"
        "  where order_id = mine.order_id and line_ref = mine.line_ref and kind = mine.kind and answered_at is null)",
        (number,),
    ).fetchone()
    if row is None:
        return None
    order, shop, line, kind, pieces, answer = row
    db.execute("update question set answered_at = null, answer = null, damaged = 0 where id = ?", (number,))
    column = _ANSWERS.get((kind, answer == "here"), "kept_out")
    db.execute(f"update order_line set {column} = {column} - ? where order_id = ? and ref = ?", (pieces, order, line))
    return Answered(id=number, order_id=order, shop_id=shop, line=line, kind=kind, pieces=pieces)


def looked_for(db: Connection, number: int, at: datetime | None) -> int | None:
    """The seller looked for the pieces of an open question then; None: not at all. Its shop; None if answered."""
    row = db.execute(
        "update question set looked_for_at = ? where id = ? and answered_at is null"
        " returning (select shop_id from sales_order where id = order_id)",
        (stamp(at) if at is not None else None, number),
    ).fetchone()
    return int(row[0]) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something to ask the seller: pieces of an order line that are or are not on the shelf.

    `kind` is that of `core.orders.Question`; or 'refunded' where what was sent is not said to be back on sale, and
    'perhaps' where money went back and it may be about these, not sent.
    `looked_for_at`: when the seller last said that it is not here yet.
    """

    id: int
    shop_id: int
    order: str
    url: str
    kind: str
    pieces: int
    title: str
    skus: str
    asked_at: datetime
    looked_for_at: datetime | None = None


def questions(db: Connection) -> list[OpenQuestion]:
    """Every open question, oldest first."""
    rows = db.execute(
        "select question.id, shop_id, number, url, case when kind = 'withheld' then kind"
        " when refunded then iif(shipped, 'refunded', 'perhaps')"
        " when may_return and not returned then 'refunded' else kind end, pieces, title,"
        " (select group_concat(product.sku, ', ') from order_part join product on product.id = product_id"
        "  where order_part.order_id = question.order_id and order_part.line_ref = question.line_ref),"
        " asked_at, looked_for_at from question join sales_order on sales_order.id = question.order_id"
        " join order_line on order_line.order_id = question.order_id and order_line.ref = line_ref"
        " where answered_at is null order by question.id"
    )
    return [
        OpenQuestion(
            id=number,
            shop_id=shop,
            order=order,
            url=url,
            kind=kind,
            pieces=pieces,
            title=title,
            skus=skus or "",
            asked_at=moment(asked_at),
            looked_for_at=moment_or_none(looked_at),
        )
        for number, shop, order, url, kind, pieces, title, skus, asked_at, looked_at in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkedLine:
    """A line that was sold and not booked, because its listing is not linked to a product."""

    order: str
    shop_id: int
    listing_ref: str | None
    sku: str
    title: str
    pieces: int
    placed_at: datetime


def unlinked_lines(db: Connection, *, limit: int = 200) -> list[UnlinkedLine]:
    """Lines kept and shown until their listing is linked, newest first."""
    rows = db.execute(
        "select number, shop_id, listing_ref, sku, title, open, placed_at from order_line"
        " join sales_order on sales_order.id = order_id where linked = 0 and open > 0 and not ended and gone = 0"
        " order by placed_at desc limit ?",
        (limit,),
    )
    return [
        UnlinkedLine(
            order=order,
            shop_id=shop,
            listing_ref=listing,
            sku=sku,
            title=title,
            pieces=pieces,
            placed_at=moment(placed_at),
        )
        for order, shop, listing, sku, title, pieces, placed_at in rows
    ]
