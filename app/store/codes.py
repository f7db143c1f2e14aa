"""Which product a code means: one resolver for every screen (counting.md, rule 6)."""

from dataclasses import dataclass
from datetime import datetime

from app.core.matching import gtin
from app.store.moments import stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A product that a code names, and how many pieces of it."""

    product: int
    sku: str
    title: str
    pieces: int = 1


def spelled(code: str) -> str:
    """A code in the spelling that it is kept in: UPC-A, EAN-13 and a leading zero are one (rule 4)."""
    return gtin(code) or code.strip()


def resolve(db: Connection, code: str) -> Named | None:
    """The product whose barcode, learned code or SKU this is; None where it is nobody's."""
    plain = code.strip()
    if not plain:
        return None
    row = (
        _learned(db, spelled(plain))
        or _printed(db, plain)
        or db.execute("select id, sku, title, 1 from product where sku = ?", (plain,)).fetchone()
    )
    return Named(product=row[0], sku=row[1], title=row[2], pieces=row[3]) if row else None


def _learned(db: Connection, code: str) -> tuple[int, str, str, int] | None:
    row: tuple[int, str, str, int] | None = db.execute(
        "select product.id, sku, title, pieces from product_code join product on product.id = product_id"
        " where code = ?",
        (code,),
    ).fetchone()
    return row


def _printed(db: Connection, code: str) -> tuple[int, str, str, int] | None:
    """By the barcode that is kept with the product, however many zeros stand before it."""
    bare = gtin(code).lstrip("0")
    spellings = {code, *(bare.zfill(length) for length in (8, 12, 13, 14) if bare and len(bare) <= length)}
    marks = ",".join("?" * len(spellings))
    row: tuple[int, str, str, int] | None = db.execute(
        f"select id, sku, title, 1 from product where barcode in ({marks}) order by id limit 1", tuple(spellings)
    ).fetchone()
    return row


def learn(db: Connection, code: str, product: int, *, pieces: int = 1, now: datetime) -> None:
    """Inside a transaction: from now on this code names so many pieces of this product."""
    db.execute(
        "insert into product_code (code, product_id, pieces, learned_at) values (?, ?, ?, ?)"
        " on conflict do update set product_id = excluded.product_id, pieces = excluded.pieces",
        (spelled(code), product, pieces, stamp(now)),
    )


def forget(db: Connection, code: str) -> None:
    """Inside a transaction: this code names nothing any more."""
    db.execute("delete from product_code where code = ?", (spelled(code),))


def of_product(db: Connection, product: int) -> dict[str, int]:
    """The learned codes of a product, and how many pieces each names."""
    return dict(db.execute("select code, pieces from product_code where product_id = ? order by code", (product,)))


def without_barcode(db: Connection) -> list[Named]:
    """Products that no scanner can name but by their SKU, by place: labels are stuck on in that order."""
    rows = db.execute(
        "select id, sku, title from product where coalesce(barcode, '') = ''"
        " and id not in (select product_id from product_code) and id not in (select bundle_id from bundle_part)"
        " order by place, sku"
    )
    return [Named(product=number, sku=sku, title=title) for number, sku, title in rows]
