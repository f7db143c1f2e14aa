"""What the seller of the sample shop checked before: compares of every day, weekly counts, and one of everything."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from app.core.count_kinds import TOP_PRODUCTS, CountKind
from app.core.counting import Tolerance
from app.core.stock import EntryKind, StockEntry
from app.sample import story
from app.sample.things import Event, Item, Teller
from app.store import counts, ledger
from app.store.database import transaction
from app.store.ledger import Source
from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

WEEKS = 8
FULL_BEFORE = timedelta(days=24, hours=3)
_LATE = timedelta(hours=2)  # the newest weekly count is so much more than a week ago: the next one is due today
_COMPARED = timedelta(hours=8, minutes=32)  # before the end: today's compare found what differs
_APART = 9  # every so many days something differed
_COUNT_S = 95  # that one product took
_TOLERANCE = Tolerance(pieces=2, percent=0.0, strict_below=2)


def counted(db: Connection, teller: Teller, everything: Sequence[Item]) -> Iterator[Event]:
    """The counts of two months: all of them found what the ledger said."""
    known = [item for item in everything if not item.parts and item.sku not in story.NEVER_COUNTED]
    best = sorted(known, key=lambda item: (item.floor - item.reorder, item.sku))[:TOP_PRODUCTS]
    for week in range(WEEKS, 0, -1):
        yield _event(db, "Weekly top 20", CountKind.TOP, best, teller.now - timedelta(days=7 * week) - _LATE)
    yield _event(db, "Everything", CountKind.FULL, known, teller.now - FULL_BEFORE)


def _event(db: Connection, name: str, kind: CountKind, items: Sequence[Item], at: datetime) -> Event:
    return Event(at, lambda moment: _count(db, name, kind, [item.sku for item in items], moment))


def _count(db: Connection, name: str, kind: CountKind, skus: Sequence[str], at: datetime) -> None:
    """One batch of the ledger, and the count that it came from."""
    levels = ledger.levels(db, skus)
    batch = f"sample/count/{kind.value}/{at.isoformat()}"
    with transaction(db):
        begun_at = at - timedelta(seconds=_COUNT_S * len(skus))
        products = [levels[sku].product_id for sku in skus]
        number, _ = counts.begin(db, name=name, kind=kind.value, products=products, tolerance=_TOLERANCE, now=begun_at)
        moments = [stamp(begun_at + timedelta(seconds=_COUNT_S * place)) for place in range(len(skus))]
        db.executemany(
            "insert into count_event (session_id, product_id, kind, at, pieces, on_hand) values (?, ?, 'set', ?, ?, ?)",
            [
                (number, level.product_id, when, level.on_hand, level.on_hand)
                for level, when in zip((levels[sku] for sku in skus), moments, strict=True)
            ],
        )
        entries = [
            StockEntry(key=f"{batch}/{sku}", sku=sku, kind=EntryKind.COUNT, happened_at=at, reason="counted")
            for sku in skus
        ]
        ledger.append(db, entries, levels, source=Source(batch=batch), now=at)
        db.execute("update count_line set posted = ?, sealed = 1, open = 0 where session_id = ?", (batch, number))
        db.execute(
            "insert into count_shelf (session_id, shelf, closed_at, posted_at)"
            " select distinct session_id, shelf, ?2, ?2 from count_line where session_id = ?1",
            (number, stamp(at)),
        )
        counts.end(db, number, now=at)


def compared(db: Connection, shops: Sequence[Shop], listings: int, *, days: int, now: datetime) -> None:
    """A report of every day and connected shop. Now and then one number was another, as it is today."""
    rows = []
    for day in range(days, -1, -1):
        ended_at = now - _COMPARED - timedelta(days=day)
        apart = int(day % _APART == 0)
        for shop in shops:
            began_at = ended_at - timedelta(seconds=20 + 7 * (day % 5))
            rows.append((shop.id, stamp(began_at), stamp(ended_at), "daily", listings, apart, apart))
    with transaction(db):
        db.executemany(
            "insert into compare (shop_id, began_at, ended_at, why, listings, differing, flagged)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
