"""Where products lie: each in one or more places, and a count walks them in order."""

from collections.abc import Sequence

from app.store.sqlite import Connection


def shelf_of(place: str) -> str:
    """The shelf of a place: "Shelf B, bay 2" is on "Shelf B". A product without a place is on none."""
    return place.split(",", 1)[0].strip()


def of_product(db: Connection, product: int) -> list[str]:
    """A product's places, in the order in which they are walked."""
    rows = db.execute("select place from product_place where product_id = ? order by walk, place", (product,))
    return [place for (place,) in rows]


def by_product(db: Connection) -> dict[int, list[str]]:
    """Every product's places."""
    found: dict[int, list[str]] = {}
    for product, place in db.execute("select product_id, place from product_place order by product_id, walk, place"):
        found.setdefault(product, []).append(place)
    return found


def put(db: Connection, product: int, places: Sequence[str]) -> None:
    """Inside a transaction: these are a product's places, in this order."""
    wanted = list(dict.fromkeys(place.strip() for place in places if place.strip()))
    db.execute("update product set place = ? where id = ?", (wanted[0] if wanted else "", product))
    db.execute("delete from product_place where product_id = ?", (product,))
    db.executemany(
        "insert into product_place (product_id, place, walk) values (?, ?, ?)",
        [(product, place, walk) for walk, place in enumerate(wanted)],
    )


def add(db: Connection, product: int, place: str) -> None:
    """Inside a transaction: it was found here as well."""
    known = of_product(db, product)
    if place.strip() and place.strip() not in known:
        put(db, product, [*known, place])


def all_places(db: Connection) -> list[str]:
    """Every place that holds something."""
    return [place for (place,) in db.execute("select distinct place from product_place order by place")]
