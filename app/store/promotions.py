"""Dated promotions, and the mode that is on while one runs: more is held back, orders are read more often, lists wait.

What the mode changes are three settings of its own, dated rows like all: beside the seller's own rules, which it never
touches. When it ends they are taken back, and everything is as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.rehearsal import FRESH_DAYS
from app.store import promotion, rehearsals, rethinking, sales, settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

HELD, POLL_S, UPLIFT = 1, 15, 50  # what is offered for a new one
POLL_LEAST_S = 10
REMINDED = timedelta(days=14)  # so long before it begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A promotion as the seller plans it. `uplift`: percent more than usual. `by_itself`: by its dates."""

    name: str
    first_at: datetime
    last_at: datetime
    uplift: int = UPLIFT
    held: int = HELD
    poll_s: int = POLL_S
    by_itself: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """A promotion, and when it really began and ended."""

    id: int
    planned: Planned
    began_at: datetime | None
    ended_at: datetime | None

    @property
    def on(self) -> bool:
        """Is the mode on because of it?"""
        return self.began_at is not None and self.ended_at is None


_ALL = "select id, name, first_at, last_at, uplift, held, poll_s, by_itself, began_at, ended_at from promotion"


def _promotion(row: Sequence[Any]) -> Promotion:
    number, name, first, last, uplift, held, poll, by_itself, began, ended = row
    planned = Planned(name=name, first_at=moment(first), last_at=moment(last), uplift=uplift, held=held, poll_s=poll,
                      by_itself=bool(by_itself))  # fmt: skip
    return Promotion(id=number, planned=planned, began_at=moment_or_none(began), ended_at=moment_or_none(ended))


def add(db: Connection, planned: Planned, *, now: datetime) -> int:
    """Inside a transaction: plan one. Its number."""
    row = db.execute(
        "insert into promotion (planned_at, name, first_at, last_at, uplift, held, poll_s, by_itself)"
        " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
        (
            stamp(now), planned.name.strip(), stamp(planned.first_at), stamp(planned.last_at), planned.uplift,
            planned.held, max(POLL_LEAST_S, planned.poll_s), planned.by_itself,
        ),
    ).fetchone()  # fmt: skip
    return int(row[0])


def running(db: Connection) -> Promotion | None:
    """The one that is on."""
    row = db.execute(_ALL + " where began_at is not null and ended_at is null").fetchone()
    return _promotion(row) if row else None


def coming(db: Connection, *, now: datetime) -> Promotion | None:
    """The next one that has neither begun nor gone by."""
    return next(iter(ahead(db, now=now)), None)


def ahead(db: Connection, *, now: datetime) -> list[Promotion]:
    """All that have neither begun nor gone by, the next first."""
    rows = db.execute(
        _ALL + " where began_at is null and ended_at is null and last_at > ? order by first_at, id", (stamp(now),)
    )
    return [_promotion(row) for row in rows]


def past(db: Connection, *, limit: int = 10) -> list[Promotion]:
    """Those that were on, newest first."""
    rows = db.execute(_ALL + " where began_at is not null and ended_at is not null order by ended_at desc limit ?",
                      (limit,))  # fmt: skip
    return [_promotion(row) for row in rows]


def call_off(db: Connection, number: int, *, now: datetime) -> None:
    """Inside a transaction: one that has not begun will not."""
    db.execute("update promotion set ended_at = ? where id = ? and began_at is null", (stamp(now), number))


def call_on(db: Connection, number: int) -> None:
    """Inside a transaction: one that was called off may begin after all."""
    db.execute("update promotion set ended_at = null where id = ? and began_at is null", (number,))


def begin(db: Connection, number: int, *, now: datetime) -> bool:
    """Inside a transaction: the mode is on. Housekeeping follows the new rule; False: another one is on, or it was."""
    row = db.execute(_ALL + " where id = ? and began_at is null and ended_at is null", (number,)).fetchone()
    if row is None or running(db) is not None:
        return False
    found = _promotion(row).planned
    _snapshot(db, number, at_end=False)
    db.execute("update promotion set began_at = ? where id = ?", (stamp(now), number))
    _set(db, {settings.PROMOTION: number, settings.PROMOTION_HELD: found.held or None,
              settings.PROMOTION_POLL_S: found.poll_s}, now=now)  # fmt: skip
    return True


def end(db: Connection, *, now: datetime) -> bool:
    """Inside a transaction: the mode is over, and what it changed is taken back. False: none is on."""
    found = running(db)
    if found is None:
        return False
    _set(db, dict.fromkeys((settings.PROMOTION, settings.PROMOTION_HELD, settings.PROMOTION_POLL_S)), now=now)
    db.execute("update promotion set ended_at = ? where id = ?", (stamp(now), found.id))
    _snapshot(db, found.id, at_end=True)
    return True


def go_on(db: Connection, *, now: datetime) -> bool:
    """Inside a transaction: begin and end what the seller let begin and end by its dates. Did anything?"""
    found = running(db)
    if found is not None:
        return found.planned.by_itself and now >= found.planned.last_at and end(db, now=now)
    one = coming(db, now=now)
    return one is not None and one.planned.by_itself and now >= one.planned.first_at and begin(db, one.id, now=now)


def _set(db: Connection, values: dict[str, int | None], *, now: datetime) -> None:
    for name, value in values.items():
        if settings.get(db, name) != value:
            settings.put(db, name, value, now=now)
    rethinking.ask(db, 0, listed=True)


def _snapshot(db: Connection, number: int, *, at_end: bool) -> None:
    db.execute(
        "insert or replace into promotion_snapshot (promotion_id, at_end, listing_id, on_hand, available, shows)"
        " select ?, ?, listing.id, on_hand, available, believed from listing join stock_level using (product_id)"
        " where started and counted and gone_at is null and stock_of is null",
        (number, at_end),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapped:
    """A listing at the beginning and at the end; None where it was not there."""

    shop: str
    letter: str
    sku: str
    title: str
    before: tuple[int, int, int | None] | None  # on hand, available, shows
    after: tuple[int, int, int | None] | None


def snapshot(db: Connection, number: int) -> list[Snapped]:
    """Every listing's numbers at the beginning and at the end of a promotion."""
    rows = db.execute(
        "select shop.name, shop.letter, coalesce(product.sku, listing.sku), coalesce(product.title, listing.title),"
        " at_end, on_hand, available, shows, listing.id from promotion_snapshot join listing on listing.id = listing_id"
        " join shop on shop.id = shop_id left join product on product.id = product_id where promotion_id = ?"
        " order by shop.id, 3, listing.id, at_end",
        (number,),
    )
    found: dict[int, dict[str, Any]] = {}
    for shop, letter, sku, title, at_end, on_hand, available, shows, listing in rows:
        one = found.setdefault(
            listing, {"shop": shop, "letter": letter, "sku": sku, "title": title, "before": None, "after": None}
        )
        one["after" if at_end else "before"] = (on_hand, available, shows)
    return [Snapped(**one) for one in found.values()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """When the last check was signed and the last rehearsal was made; None: never."""

    checked_at: datetime | None
    rehearsed_at: datetime | None

    def check_old(self, now: datetime) -> bool:
        """Is the check missing, or older than thirty days?"""
        return _old(self.checked_at, now)

    def rehearsal_old(self, now: datetime) -> bool:
        """Is the rehearsal missing, or older than thirty days?"""
        return _old(self.rehearsed_at, now)


NEVER = Ready(checked_at=None, rehearsed_at=None)


def _old(at: datetime | None, now: datetime) -> bool:
    return at is None or now - at > timedelta(days=FRESH_DAYS)


def ready(db: Connection) -> Ready:
    """How old the last check and the last rehearsal are."""
    return Ready(checked_at=promotion.last_signed_at(db), rehearsed_at=rehearsals.last_at(db))


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A product that will not last: pieces that sell until the end of the promotion, and what is there by then."""

    product: int
    sku: str
    title: str
    needs: int
    there: int
    extra: int  # of what it needs, because of the promotion

    @property
    def lacks(self) -> int:
        """Pieces that are missing."""
        return max(0, self.needs - self.there)


def stock_for(db: Connection, planned: Planned, *, now: datetime) -> list[Short]:
    """Products that the plan leaves short, those that lack most first.

    Every product sells its usual pieces a day until the end, and so much more while the promotion is on. Confirmed
    deliveries that come until its first day count as there.
    """
    days = max(0.0, (planned.last_at - max(now, planned.first_at)) / timedelta(days=1))
    until = max(0.0, (planned.last_at - now) / timedelta(days=1))
    rows = db.execute(
        "select product.id, sku, title, max(available, 0), coalesce((select sum(pieces - arrived) from delivery"
        " where delivery.product_id = product.id and ended_at is null and arrived < pieces and confirmed_by != ''"
        " and due_on <= ?), 0)"
        " from product join stock_level on product_id = product.id where started"
        " and product.id not in (select bundle_id from bundle_part)",
        (planned.first_at.astimezone().date().isoformat(),),
    ).fetchall()
    rates = sales.rates(db, [row[0] for row in rows], now=now)
    found = []
    for product, sku, title, available, comes in rows:
        rate = rates.get(product, 0.0)
        extra = rate * days * planned.uplift / 100
        needs = round(rate * until + extra)
        one = Short(product=product, sku=sku, title=title, needs=needs, there=available + comes, extra=round(extra))
        if one.lacks:
            found.append(one)
    return sorted(found, key=lambda one: (-one.lacks, one.sku))
