"""Products as a sheet has them: read in a few statements, and written value by value.

What is shown, warned or ordered by is a dated setting; what a product is called is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core import product_sheet as sheet
from app.core import shelving
from app.core.drift import is_mass_change
from app.core.matching import normal
from app.core.offer import Kind, held_back
from app.core.product_sheet import Planned, Stored, Value
from app.store import catalog, limits, places, settings
from app.store.catalog import Product
from app.store.sqlite import Connection

_SETTINGS = {sheet.FLOOR: settings.FLOOR, sheet.REORDER: settings.REORDER_POINT, sheet.HELD: settings.HELD_BACK}
_FIELDS = (sheet.TITLE, sheet.BARCODE)


def shops(db: Connection) -> dict[int, str]:
    """The shops that something can be held back from, by number. Two of one name are told apart by it."""
    rows = db.execute(
        "select id, name from shop where removed_at is null and channel != 'stall' order by id"
    ).fetchall()
    names = [normal(name) for _, name in rows]
    return {number: f"{name} ({number})" if names.count(normal(name)) > 1 else name for number, name in rows}


def currency(db: Connection) -> str:
    """The currency of all prices and costs; empty where there are several, or none."""
    rows = db.execute(
        "select currency from product where coalesce(currency, '') != ''"
        " union select substr(value, -3) from setting_now where name = ? and value is not null",
        (settings.COST,),
    ).fetchall()
    return str(rows[0][0]) if len(rows) == 1 else ""


def stored(db: Connection) -> list[Stored]:
    """Every product with the values that a sheet can hold, by SKU."""
    chosen, lying = _chosen(db), places.by_product(db)
    rows = db.execute(
        "select product.id, sku, title, barcode, on_hand, started,"
        " exists (select 1 from bundle_part where bundle_id = product.id)"
        " from product join stock_level on product_id = product.id order by sku"
    )
    found = []
    for number, sku, title, barcode, on_hand, started, bundle in rows:
        place = shelving.written(lying.get(number, ()))
        values: dict[str, Value] = {sheet.TITLE: title, sheet.BARCODE: barcode, sheet.PLACE: place}
        values |= chosen.get(number, {})
        values[sheet.ON_HAND] = on_hand if started and not bundle else None
        found.append(Stored(sku=sku, values=values, counted=bool(started) and not bundle, bundle=bool(bundle)))
    return found


def _chosen(db: Connection) -> dict[int, dict[str, Value]]:
    names = {name: key for key, name in _SETTINGS.items()}
    found: dict[int, dict[str, Value]] = {}
    marks = ",".join("?" * (len(names) + 1))
    rows = db.execute(
        "select product_id, shop_id, name, value from setting_now"
        f" where product_id != 0 and value is not null and name in ({marks})",
        (*names, settings.COST),
    )
    for product, shop, name, value in rows:
        values = found.setdefault(product, {})
        if name == settings.COST:
            minor, of = str(value).split()
            values |= {sheet.COST: int(minor), sheet.CURRENCY: of}
        elif shop == 0:
            values[names[name]] = value
        elif name == settings.HELD_BACK:
            values[sheet.held_at(shop)] = value
    return found


# ------------------------------------------------------------------------------------------------ writing


def write(db: Connection, rows: Sequence[Planned], *, now: datetime, back: bool = False) -> list[int]:
    """Inside a transaction: write what these rows change, but no number on hand. `back` puts the former values back,
    where nobody has changed them since. The products whose offers it may change.
    """
    touched = []
    for row in rows:
        number = catalog.product_id(db, row.sku)
        if number is None and not back:
            number = catalog.add_product(db, Product(sku=row.sku, title=row.sku), now=now)
        if number is not None:
            changes = _present(db, number, row) if back else {key: after for key, (_, after) in row.changes.items()}
            _write(db, number, changes, now)
            if any(key.startswith(sheet.HELD) for key in changes):
                touched.append(number)
    return touched


def _present(db: Connection, number: int, row: Planned) -> dict[str, Value]:
    """The former values of what still is as the sheet left it."""
    now = {key: _value(db, number, key) for key in row.changes if key != sheet.ON_HAND}
    # A new product keeps its name until it goes.
    return {
        key: row.changes[key][0]
        for key, value in now.items()
        if value == row.changes[key][1] and not (row.new and key in (*_FIELDS, sheet.PLACE))
    }


def _value(db: Connection, number: int, key: str) -> Value:
    if key in _FIELDS:
        found: Value = db.execute(f"select {key} from product where id = ?", (number,)).fetchone()[0]
        return found
    if key == sheet.PLACE:
        return shelving.written(places.of_product(db, number))
    if key in (sheet.COST, sheet.CURRENCY):
        minor, of = str(settings.get(db, settings.COST, product=number) or " ").split(" ")
        return (int(minor) if minor else None) if key == sheet.COST else of or None
    name, shop = _setting(key)
    value: Value = settings.get(db, name, shop=shop, product=number)
    return value


def _setting(key: str) -> tuple[str, int]:
    column, _, shop = key.partition("@")
    return _SETTINGS[column], int(shop or 0)


def _write(db: Connection, number: int, changes: Mapping[str, Value], now: datetime) -> None:
    for key in _FIELDS:
        if key in changes:
            db.execute(f"update product set {key} = ? where id = ?", (changes[key], number))
    if sheet.PLACE in changes:
        places.put(db, number, shelving.read(str(changes[sheet.PLACE] or "")))
    if sheet.COST in changes or sheet.CURRENCY in changes:
        minor = changes.get(sheet.COST, _value(db, number, sheet.COST))
        of = changes.get(sheet.CURRENCY, _value(db, number, sheet.CURRENCY))
        written = f"{minor} {of}" if minor is not None and of else None
        settings.put(db, settings.COST, written, product=number, now=now)
    for key, value in changes.items():
        if key.partition("@")[0] in _SETTINGS:
            name, shop = _setting(key)
            settings.put(db, name, value, shop=shop, product=number, now=now)


# ------------------------------------------------------------------------------------------------ the circuit breaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A listing whose number an import would change: what it may show before and after, at most."""

    shop: int
    sku: str
    title: str
    before: int
    after: int


def effects(db: Connection, rows: Sequence[Planned]) -> list[Effect]:
    """The listings whose numbers these rows would change, those that fall to 0 first."""
    changed = {row.sku: row for row in rows if not row.new and _moves(row)}
    rules = _held_rules(db)
    found = []
    for product, sku, title, shop, believed, committed, available, started in _listed(db):
        row = changed.get(sku)
        if row is not None:
            before = max(0, available - _held(rules, shop, product)) if started else believed or 0
            first = row.changes.get(sheet.ON_HAND, (0, None))[1]
            left = available if started else None if first is None else int(first) - committed
            then = rules | _changed_rules(row, shop, product)
            after = before if left is None else max(0, left - _held(then, shop, product))
            if before != after:
                found.append(Effect(shop=shop, sku=sku, title=title, before=before, after=after))
    return sorted(found, key=lambda one: (one.after != 0, one.after - one.before, one.sku))


def is_mass(db: Connection, found: Sequence[Effect]) -> bool:
    """Does this change so much that it must be asked first?"""
    zeros = {one.sku for one in found if one.after == 0}
    listed = dict(
        db.execute(
            "select shop_id, count(*) from listing where product_id is not null and gone_at is null group by shop_id"
        ).fetchall()
    )
    by_shop = {shop: sum(one.shop == shop for one in found) for shop in {one.shop for one in found}}
    return is_mass_change(zeros=len(zeros), changed=0, listings=0) or any(
        is_mass_change(zeros=0, changed=changed, listings=listed.get(shop, 0)) for shop, changed in by_shop.items()
    )


def _moves(row: Planned) -> bool:
    return any(key.startswith(sheet.HELD) or key == sheet.ON_HAND for key in row.changes)


_Rules = dict[tuple[str, int, int], Any]  # as `limits` reads them


def _held_rules(db: Connection) -> _Rules:
    rows = db.execute(
        "select name, shop_id, product_id, value from setting_now where name in (?, ?)",
        (settings.HELD_BACK, settings.HELD_BACK_WAY),
    )
    return {(name, shop, product): value for name, shop, product, value in rows}


def _held(rules: _Rules, shop: int, product: int) -> int:
    """Pieces hidden from a listing."""
    return held_back(limits.entries(rules, Kind.HELD, shop, product)).total


def _changed_rules(row: Planned, shop: int, product: int) -> _Rules:
    """What the row sets: for the product, and for it in the shop."""
    found: _Rules = {}
    for key, scope in ((sheet.HELD, 0), (sheet.held_at(shop), shop)):
        if key in row.changes:
            found[settings.HELD_BACK, scope, product] = row.changes[key][1]
    return found


def _listed(db: Connection) -> list[tuple[Any, ...]]:
    return db.execute(
        """
        select product.id, product.sku, product.title, shop_id, believed, committed, available, started
        from listing join product on product.id = product_id join stock_level using (product_id)
        join shop on shop.id = shop_id and removed_at is null
        where stock_of is null and gone_at is null and counted
        """
    ).fetchall()
