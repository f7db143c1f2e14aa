"""Products, and the bundles that are put together from them."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from app.core.matching import Known
from app.core.records import dataclass
from app.store.moments import stamp
from app.store.sqlite import Connection, IntegrityError


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Something that is stocked or, when it has parts, put together from what is stocked."""

    sku: str
    title: str
    barcode: str | None = None
    place: str = ""
    price_minor: int | None = None
    currency: str | None = None


def add_product(db: Connection, product: Product, *, now: datetime) -> int:
    """Add a product; its row number. A second one with the same SKU is refused by the database."""
    cursor = db.execute(
        "insert into product (sku, title, barcode, place, price_minor, currency, created_at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (
            product.sku,
            product.title,
            product.barcode or None,
            product.place,
            product.price_minor,
            product.currency,
            stamp(now),
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def set_parts(db: Connection, sku: str, parts: Mapping[str, int]) -> None:
    """Make a product a bundle of these parts, which must be products that are no bundles themselves."""
    bundle = product_id(db, sku)
    assert bundle is not None, sku
    db.execute("delete from bundle_part where bundle_id = ?", (bundle,))
    db.executemany(
        "insert into bundle_part (bundle_id, part_id, quantity) select ?, id, ? from product where sku = ?",
        [(bundle, quantity, part) for part, quantity in parts.items()],
    )
    # Touching the parts' levels lets the trigger work out the bundle's.
    db.execute(
        "update stock_level set on_hand = on_hand where product_id in"
        " (select part_id from bundle_part where bundle_id = ?)",
        (bundle,),
    )


def product_id(db: Connection, sku: str) -> int | None:
    """A product's row number."""
    row = db.execute("select id from product where sku = ?", (sku,)).fetchone()
    return int(row[0]) if row else None


def product(db: Connection, sku: str) -> Product | None:
    """A product by its SKU."""
    row = db.execute(
        "select sku, title, barcode, place, price_minor, currency from product where sku = ?", (sku,)
    ).fetchone()
    return Product(**dict(zip(Product.__slots__, row, strict=True))) if row else None


def parts(db: Connection, sku: str) -> dict[str, int]:
    """What a bundle is made of; empty for a product that is stocked itself."""
    rows = db.execute(
        "select part.sku, quantity from bundle_part join product as part on part.id = part_id"
        " where bundle_id = (select id from product where sku = ?) order by part.sku",
        (sku,),
    )
    return dict(rows)


def set_started(db: Connection, product: int, *, started: bool) -> None:
    """Say whether a product has a first number: without one it is sent nowhere."""
    db.execute("update stock_level set started = ? where product_id = ?", (started, product))


def skus(db: Connection, numbers: Sequence[int]) -> frozenset[str]:
    """The SKUs of these products."""
    rows = db.execute(
        "select sku from product where id in (select value from json_each(?))", (json.dumps(list(numbers)),)
    )
    return frozenset(sku for (sku,) in rows)


def known(db: Connection) -> list[Known]:
    """Every product as matching sees it: what a listing may be."""
    made_of: dict[int, dict[str, int]] = {}
    for bundle, part, quantity in db.execute(
        "select bundle_id, sku, quantity from bundle_part join product on product.id = part_id order by sku"
    ):
        made_of.setdefault(bundle, {})[part] = quantity
    rows = db.execute("select id, sku, title, barcode from product order by sku")
    return [
        Known(sku=sku, title=title, barcode=barcode, parts=made_of.get(number, {}))
        for number, sku, title, barcode in rows
    ]


def numbers(db: Connection) -> dict[str, int]:
    """The number of every product, by its SKU."""
    return dict(db.execute("select sku, id from product").fetchall())


def remove_untouched(db: Connection, skus: Sequence[str]) -> list[str]:
    """Inside a transaction: take products out again that nothing ever happened to. What anything refers to stays.

    Those that were removed.
    """
    return [sku for sku in skus if _remove(db, sku)]


def _remove(db: Connection, sku: str) -> bool:
    number = product_id(db, sku)
    # A number that becomes free may be given to another product: it must not inherit a setting, or past sales.
    set_now = """
        select 1 from setting_now where product_id = ?1 and value is not null
        union all select 1 from shop join past_sale on shop_id = shop.id and listing_ref = 'product/' || ?1
    """
    if number is None or db.execute(set_now, (number,)).fetchone():
        return False
    db.execute("savepoint remove_product")
    try:
        db.execute("delete from bundle_part where bundle_id = ?", (number,))
        db.execute("delete from stock_level where product_id = ?", (number,))
        db.execute("delete from product where id = ?", (number,))
    except IntegrityError:
        db.execute("rollback to remove_product")
        return False
    finally:
        db.execute("release remove_product")
    return True
