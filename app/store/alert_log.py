"""The checks of alerts as they are shown: how each stands now, and the log of how they came out. Reads only."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from app.core import alert_words
from app.core.alerting import Kind, Outcome
from app.core.diagnosis_facts import Checkup
from app.core.records import dataclass
from app.core.text import Text
from app.store.moments import moment, moment_or_none, stamp
from app.store.sentences import unpacked
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One check: an alert as it stands, or a row of the log. Product and shop 0: it is not about one.

    `at` is since when it stands so, or when it was logged; `checked_at` when it was last looked at. `told` is how the
    seller heard of it (core.alerting.How).
    """

    kind: Kind
    outcome: Outcome
    at: datetime | None
    words: Text
    product: int = 0
    sku: str = ""
    title: str = ""
    shop: int = 0
    shop_name: str = ""
    because: Text | None = None
    told: str = ""
    told_at: datetime | None = None
    checked_at: datetime | None = None

    @property
    def name(self) -> Text:
        """What it is about."""
        return alert_words.NAMES[self.kind.value]


NAMES = """
    left join product on product.id = one.product_id left join shop on shop.id = one.shop_id
    where (one.shop_id = 0 or removed_at is null)
"""
NOW = (
    "select kind, outcome, since, numbers, one.product_id, sku, title, one.shop_id, name, because, '', told_at,"
    " checked_at from alert_now as one" + NAMES
)
MET = NOW + " and outcome != 'not_met' and kind = ?"  # by its index
_LOG = (
    "select kind, outcome, one.at, numbers, one.product_id, sku, title, one.shop_id, name, because, told, told_at, null"
    " from alert_check as one" + NAMES
)
ORDER = {kind.value: place for place, kind in enumerate(Kind)}


def alert_of(row: Sequence[Any]) -> Alert:
    """A row of one of the two statements above."""
    kind, outcome, at, numbers, product, sku, title, shop, name, because, told, told_at, checked_at = row
    met = outcome != Outcome.NOT_MET.value
    return Alert(
        kind=Kind(kind),
        outcome=Outcome(outcome),
        at=moment(at),
        words=alert_words.said(kind, json.loads(numbers), met=met, product=title or "?", shop=name or "?"),
        product=product,
        sku=sku or "",
        title=title or "",
        shop=shop,
        shop_name=name or "",
        because=unpacked(because) if because else None,
        told=told,
        told_at=moment_or_none(told_at),
        checked_at=moment_or_none(checked_at),
    )


def of_product(db: Connection, product: int) -> list[Alert]:
    """How every check of a product stands now, and those of the shops that sell it."""
    rows = [
        *db.execute(NOW + " and one.product_id = ?", (product,)),
        *db.execute(
            NOW + " and one.product_id = 0 and one.shop_id in"
            " (select shop_id from listing where listing.product_id = ?)",
            (product,),
        ),
    ]
    found = [alert_of(row) for row in rows]
    found += _unchecked(db, product, {one.kind for one in found})
    return sorted(found, key=lambda one: (ORDER[one.kind.value], one.shop))


def _unchecked(db: Connection, product: int, known: Collection[Kind]) -> list[Alert]:
    """Checks that do not apply to a product, or never did: that they do not is the answer."""
    sku, title = db.execute("select sku, title from product where id = ?", (product,)).fetchone()
    return [
        Alert(
            kind=kind,
            outcome=Outcome.NOT_MET,
            at=None,
            words=alert_words.said(kind.value, {}, met=False, product=title),
            product=product,
            sku=sku,
            title=title,
        )
        for kind in (Kind.CRITICAL, Kind.ZERO, Kind.REORDER)
        if kind not in known
    ]


def of_shop(db: Connection, shop: int) -> list[Alert]:
    """How a shop's own checks stand now."""
    rows = db.execute(NOW + " and one.product_id = 0 and one.shop_id = ?", (shop,))
    return sorted((alert_of(row) for row in rows), key=lambda one: ORDER[one.kind.value])


def met(db: Connection, *, limit: int = 300) -> list[Alert]:
    """What is met now, whether it fired or was suppressed, and how every shop's own checks stand."""
    rows = [row for kind in Kind for row in db.execute(MET + " and one.product_id > 0 limit ?", (kind.value, limit))]
    rows = rows[:limit] + db.execute(NOW + " and one.product_id = 0").fetchall()
    return sorted((alert_of(row) for row in rows), key=lambda one: (ORDER[one.kind.value], one.shop))


def log(
    db: Connection, *, product: int = 0, kind: Kind | None = None, limit: int = 300, before: int | None = None
) -> list[Alert]:
    """The log, newest first: of everything, or of a product and the shops that sell it; of one kind, or of all."""
    last = before if before is not None else 2**62
    only = f" and one.kind = '{kind.value}'" if kind is not None else ""
    if not product:
        rows = db.execute(_LOG + only + " and one.seq < ? order by one.seq desc limit ?", (last, limit))
    else:
        rows = db.execute(
            _LOG + only + " and one.seq < ?2 and (one.product_id = ?1 or (one.product_id = 0 and one.shop_id in"
            " (select shop_id from listing where listing.product_id = ?1))) order by one.seq desc limit ?3",
            (product, last, limit),
        )
    return [alert_of(row) for row in rows]


_UP_TO = """
    select seq, one.at, kind, one.shop_id, outcome, numbers, because, told, told_at, title, name from alert_check as one
    left join product on product.id = one.product_id left join shop on shop.id = one.shop_id
    where one.product_id = ?1 and one.shop_id = ?2 and one.at <= ?3 order by seq desc limit 200
"""
_SINCE = """
    select 0, since, kind, one.shop_id, outcome, numbers, because, '', null, title, name from alert_now as one
    left join product on product.id = one.product_id left join shop on shop.id = one.shop_id
    where one.product_id = ?1 and one.shop_id = ?2 and outcome = 'not_met' and since <= ?3
"""


def checkups(
    db: Connection, product: int, shops: Sequence[int], *, begin: datetime, opened_at: datetime, end: datetime
) -> list[Checkup]:
    """What is known of the alerts of a product and of the shops that sell it: of each the newest check up to a moment,
    and every one from `begin` to `end`, the oldest first. What was never met has no row in the log, but stands.
    """
    found: dict[tuple[str, int, int], Checkup] = {}
    scopes = [(product, 0), *((product, shop) for shop in shops), *((0, shop) for shop in shops)]
    for of_product, shop in scopes:
        seen: set[tuple[str, int]] = set()
        for row in db.execute(_UP_TO, (of_product, shop, stamp(end))):
            one = _checkup(row)
            newest = one.at <= opened_at and (one.kind, shop) not in seen
            if newest:
                seen.add((one.kind, shop))
            if newest or one.at >= begin:
                found[one.kind, shop, one.seq] = one
        for row in db.execute(_SINCE, (of_product, shop, stamp(opened_at))):
            one = _checkup(row)
            if (one.kind, shop) not in seen:
                found[one.kind, shop, 0] = one
    return sorted(found.values(), key=lambda one: (one.at, one.seq))


def _checkup(row: Sequence[Any]) -> Checkup:
    seq, at, kind, shop, outcome, numbers, because, told, told_at, title, name = row
    met = outcome != Outcome.NOT_MET.value
    return Checkup(
        seq=seq,
        at=moment(at),
        kind=kind,
        shop=shop,
        outcome=outcome,
        words=alert_words.said(kind, json.loads(numbers), met=met, product=title or "?", shop=name or "?"),
        because=unpacked(because) if because else None,
        told=alert_words.told(told, moment_or_none(told_at)),
    )


def seen(db: Connection, product: int, shops: Sequence[int], *, begin: datetime, end: datetime) -> list[datetime]:
    """When alerts of a product, or of the shops that sell it, were on the screen."""
    rows = db.execute(
        "select distinct shown_at from alert_notice where state = 'told' and shown_at between ?1 and ?2"
        " and (product_id = ?3 or (product_id = 0 and shop_id in (select value from json_each(?4)))) order by shown_at",
        (stamp(begin), stamp(end), product, json.dumps(list(shops))),
    )
    return [moment(at) for (at,) in rows]
