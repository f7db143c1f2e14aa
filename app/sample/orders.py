"""Whom the sample shop orders from: a pottery studio and its own kiln, what came, and three orders on their way."""

from datetime import datetime, timedelta

from app.core.deliveries import Terms
from app.store import catalog, deliveries, settings, suppliers
from app.store.database import transaction
from app.store.moments import moment
from app.store.sqlite import Connection

FERN = Terms(name="Fern Pottery Studio", days=9, pack=2, minimum=4)
KILN = Terms(name="Own kiln", own=True, days=7, pack=4, minimum=4)
_FIRED_HERE = ("VAS", "TPT", "CUP", "LMP", "ORN", "CHS", "CAS")
_SHARE = 0.42  # of the price, what a piece costs
_COST = {
    "PLT-SHO-220": 900, "BWL-TID-280": 1400, "VAS-KEL-180": 700, "TPT-DRF-900": 2100, "BWL-RAM-160": 600,
    "MUG-SPK-300": 500,
}  # fmt: skip
# SKU, pieces, days since the order, days until it comes, and who confirmed that.
_COMING = (
    ("MUG-SPK-350", 24, 1, 8, "Hanna, Fern Pottery Studio"),
    ("CUP-ESP-090", 30, 2, 5, "Tom, at the kiln"),
    ("JUG-MLK-250", 18, 3, 15, ""),
)
_TOOK = {FERN.name: (9.2, 8.1, 9.9, 8.6, 9.4, 8.8), KILN.name: (6.8, 9.0, 7.1)}  # days that the newest orders took


def write(db: Connection, *, now: datetime) -> None:
    """Into an inventory that has its history."""
    with transaction(db):
        began = now - timedelta(days=73)
        ours = {terms.name: suppliers.add(db, terms, now=began) for terms in (FERN, KILN)}
        rows = db.execute(
            "select id, sku, price_minor from product where id not in (select bundle_id from bundle_part)"
        ).fetchall()
        for product, sku, price in rows:
            cost = _COST.get(sku, round((price or 0) * _SHARE / 100) * 100)
            settings.put(db, settings.COST, f"{cost} GBP", product=product, now=began)
            whose = KILN if sku.startswith(_FIRED_HERE) else FERN
            suppliers.come_from(db, [product], ours[whose.name], now=began)
        for name, number in ours.items():
            _came(db, number, _TOOK[name])
        for sku, pieces, since, until, by in _COMING:
            _order(db, sku, pieces, now - timedelta(days=since), now + timedelta(days=until), by)


def _order(db: Connection, sku: str, pieces: int, ordered_at: datetime, due: datetime, by: str) -> None:
    product = catalog.product_id(db, sku)
    supplier = suppliers.of_product(db, product) if product is not None else None
    if product is None or supplier is None:
        return
    number = deliveries.add(
        db, supplier=supplier.id, product=product, pieces=pieces, ordered_at=ordered_at, batch=f"sample/{sku}"
    )
    deliveries.date_it(db, number, due.astimezone().date(), confirmed_by=by, now=ordered_at)


def _came(db: Connection, supplier: int, took: tuple[float, ...]) -> None:
    """Deliveries of the history, with the orders that they came from."""
    rows = db.execute(
        "select key, stock_entry.product_id, on_hand_delta, happened_at from stock_entry join setting_now"
        " on name = 'supplier' and setting_now.product_id = stock_entry.product_id and value = ?"
        " where kind = 'receive' order by seq desc limit ?",
        (supplier, len(took)),
    ).fetchall()
    for (key, product, pieces, at), days in zip(rows, took, strict=False):
        came_at = moment(at)
        ordered_at = came_at - timedelta(days=days)
        number = deliveries.add(
            db, supplier=supplier, product=product, pieces=pieces, ordered_at=ordered_at, batch=f"sample/{key}"
        )
        deliveries.came(db, number, key=key, pieces=pieces, damaged=0, now=came_at)
