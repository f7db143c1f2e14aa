"""Days at a stall: what was taken along, each sale, and what came home. What any of it does to the stock: `stalls`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.stall import Along
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class StallDay:
    """One day at one place. `dated_at`: its sales are typed in afterwards and bear this moment."""

    id: int
    shop: int
    name: str
    begun_at: datetime
    dated_at: datetime | None
    ended_at: datetime | None

    @property
    def on(self) -> datetime:
        """The day it was."""
        return self.dated_at or self.begun_at

    @property
    def batch(self) -> str:
        """The journal that all its ledger rows belong to."""
        return f"stall/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product of a stall day."""

    product: int
    sku: str
    title: str
    along: Along


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One sale. `price_minor`: what one piece brought, None where nobody said."""

    id: int
    product: int
    sku: str
    title: str
    pieces: int
    ref: str
    sold_at: datetime
    price_minor: int | None
    currency: str | None
    taken_back: bool


_DAY = (
    "select stall_day.id, shop_id, name, begun_at, dated_at, ended_at from stall_day join shop on shop.id = shop_id"
    " where removed_at is null"
)


def _day(row: Sequence[Any]) -> StallDay:
    number, shop, name, begun_at, dated_at, ended_at = row
    return StallDay(
        id=number,
        shop=shop,
        name=name,
        begun_at=moment(begun_at),
        dated_at=moment_or_none(dated_at),
        ended_at=moment_or_none(ended_at),
    )


def day(db: Connection, number: int) -> StallDay | None:
    """One stall day."""
    row = db.execute(_DAY + " and stall_day.id = ?", (number,)).fetchone()
    return _day(row) if row else None


def open_days(db: Connection) -> list[StallDay]:
    """Days that were begun and not ended, the newest first."""
    return [_day(row) for row in db.execute(_DAY + " and ended_at is null order by stall_day.id desc")]


def ended_days(db: Connection, *, limit: int = 50) -> list[StallDay]:
    """Days that are over, the newest first."""
    rows = db.execute(_DAY + " and ended_at is not null order by stall_day.id desc limit ?", (limit,))
    return [_day(row) for row in rows]


def begin(db: Connection, shop: int, *, dated_at: datetime | None, now: datetime) -> int:
    """Inside a transaction: a new day; its number. One that is open at this place goes on."""
    known = db.execute("select id from stall_day where shop_id = ? and ended_at is null", (shop,)).fetchone()
    if known:
        return int(known[0])
    values = (shop, stamp(now), stamp(dated_at) if dated_at else None)
    row = db.execute(
        "insert into stall_day (shop_id, begun_at, dated_at) values (?, ?, ?) returning id", values
    ).fetchone()
    return int(row[0])


def end(db: Connection, number: int, *, now: datetime) -> list[int]:
    """Inside a transaction: the day is over, and nothing is held back for it. Its products."""
    db.execute("update stall_day set ended_at = ? where id = ? and ended_at is null", (stamp(now), number))
    rows = db.execute(
        "update stall_product set open = 0 where day_id = ? and open = 1 returning product_id", (number,)
    ).fetchall()
    return [product for (product,) in rows]


def take(db: Connection, number: int, product: int, pieces: int) -> None:
    """Inside a transaction: so many more are taken along, or fewer."""
    _add(db, number, product, "taken", pieces)


def sold(db: Connection, number: int, product: int, pieces: int) -> None:
    """Inside a transaction: so many more are sold, or fewer."""
    _add(db, number, product, "sold", pieces)


def _add(db: Connection, number: int, product: int, column: str, pieces: int) -> None:
    db.execute(
        f"insert into stall_product (day_id, product_id, {column}) values (?1, ?2, max(0, ?3))"
        f" on conflict do update set {column} = max(0, {column} + ?3)",
        (number, product, pieces),
    )


def put_back(db: Connection, number: int, product: int, pieces: int | None) -> None:
    """Inside a transaction: so many came home; None: nobody has looked."""
    db.execute(
        "insert into stall_product (day_id, product_id, back) values (?1, ?2, ?3) on conflict do update set back = ?3",
        (number, product, pieces),
    )


def along(db: Connection, number: int, product: int) -> Along:
    """What a day knows of one product."""
    row = db.execute(
        "select taken, sold, back from stall_product where day_id = ? and product_id = ?", (number, product)
    ).fetchone()
    return Along(taken=row[0], sold=row[1], back=row[2]) if row else Along()


def products(db: Connection, number: int) -> list[Product]:
    """All that was taken along, sold or brought home on a day, by SKU."""
    rows = db.execute(
        "select product_id, sku, title, taken, sold, back from stall_product join product on product.id = product_id"
        " where day_id = ? and (taken > 0 or sold > 0 or back is not null) order by sku",
        (number,),
    )
    return [
        Product(product=product, sku=sku, title=title, along=Along(taken=taken, sold=pieces, back=back))
        for product, sku, title, taken, pieces, back in rows
    ]


def out(db: Connection, product: int) -> int:
    """Pieces of a product that lie at a stall now."""
    row = db.execute(
        "select coalesce(sum(max(0, taken - sold)), 0) from stall_product where product_id = ? and open = 1", (product,)
    ).fetchone()
    return int(row[0])


_SALES = (
    "select stall_sale.id, product_id, sku, title, pieces, ref, sold_at, stall_sale.price_minor, stall_sale.currency,"
    " taken_back_at is not null from stall_sale join product on product.id = product_id where day_id = ?"
)


def add_sale(
    db: Connection,
    number: int,
    product: int,
    pieces: int,
    *,
    ref: str,
    sold_at: datetime,
    price: tuple[int, str] | None,
) -> None:
    """Inside a transaction: keep a sale beside its order. `price` is what one piece brought, and its currency."""
    minor, currency = price or (None, None)
    db.execute(
        "insert into stall_sale (day_id, product_id, pieces, ref, sold_at, price_minor, currency)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (number, product, pieces, ref, stamp(sold_at), minor, currency),
    )


def sales(db: Connection, number: int) -> list[Sale]:
    """The sales of a day, newest first, those included that were taken back."""
    return [_sale(row) for row in db.execute(_SALES + " order by stall_sale.id desc", (number,))]


def sale(db: Connection, number: int, which: int) -> Sale | None:
    """One sale of a day."""
    row = db.execute(_SALES + " and stall_sale.id = ?", (number, which)).fetchone()
    return _sale(row) if row else None


def _sale(row: Sequence[Any]) -> Sale:
    number, product, sku, title, pieces, ref, sold_at, price, currency, back = row
    return Sale(
        id=number,
        product=product,
        sku=sku,
        title=title,
        pieces=pieces,
        ref=ref,
        sold_at=moment(sold_at),
        price_minor=price,
        currency=currency,
        taken_back=bool(back),
    )


def put_price(db: Connection, which: int, price: tuple[int, str] | None) -> None:
    """Inside a transaction: what one piece of this sale brought."""
    db.execute("update stall_sale set price_minor = ?, currency = ? where id = ?", (*(price or (None, None)), which))


def mark_taken_back(db: Connection, which: int, *, now: datetime) -> bool:
    """Inside a transaction: this sale did not happen. False: that was known."""
    changed = db.execute(
        "update stall_sale set taken_back_at = ? where id = ? and taken_back_at is null", (stamp(now), which)
    )
    return changed.rowcount > 0


def price_of(db: Connection, product: int) -> tuple[int, str] | None:
    """What a product costs, as far as it is known: its own price, or one of its listings'."""
    row = db.execute(
        "select price_minor, currency from product where id = ?1 and price_minor is not null and currency is not null"
        " union all select max(price_minor), currency from listing"
        "  where product_id = ?1 and price_minor is not null and currency != '' group by currency limit 1",
        (product,),
    ).fetchone()
    return (row[0], row[1]) if row and row[0] is not None else None


def set_since(db: Connection, product: int, at: datetime) -> bool:
    """Was the product's number set after this moment, by a count or as its first? It knows of what was sold before."""
    row = db.execute(
        "select 1 from stock_entry as entry where product_id = ? and happened_at > ?"
        " and (kind = 'count' or reason = 'start') and undoes is null"
        " and not exists (select 1 from stock_entry as later where later.undoes = entry.seq) limit 1",
        (product, stamp(at)),
    ).fetchone()
    return row is not None
