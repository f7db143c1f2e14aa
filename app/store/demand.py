"""How fast each product sells in each shop: sales of the last weeks, the newer the heavier, kept by trigger."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from app.core.chance import burst_size
from app.core.records import dataclass
from app.store.among import among
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

HALF_LIFE = timedelta(days=28)
_MEAN_LIFE_S = HALF_LIFE.total_seconds() / 0.6931471805599453  # ln 2
BURST_WINDOW = HALF_LIFE  # the sales that weigh most in the rate also say how they come
BURST_AFTER = timedelta(days=7)  # of fewer days, or of fewer pieces, nothing can be said
BURST_PIECES = 20
_HOUR_S = 3600.0
RECENT_ROWS = 200  # more than this within minutes is a rush anyway
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Demand:
    """What sold of one product in one shop, in pieces that count the older the less, and since when."""

    pieces: float
    since: datetime

    def rate_per_s(self, now: datetime) -> float:
        """Pieces per second: the weighted sum over the weighted time that it covers (at least a day)."""
        age_s = max((now - self.since).total_seconds(), 86_400.0)
        seen: float = 1.0 - 0.5 ** (age_s / HALF_LIFE.total_seconds())
        return self.pieces / (_MEAN_LIFE_S * seen)


def tick(db: Connection, *, now: datetime) -> None:
    """Inside a transaction: let what is sold from today on weigh as much more as the days since the last tick say."""
    today = (now - _EPOCH).days
    day = db.execute("select day from demand_unit").fetchone()[0]
    if day is None or day < today:
        grown = 1.0 if day is None else 2.0 ** ((today - day) / HALF_LIFE.days)
        db.execute("update demand_unit set day = ?, weight = weight * ?", (today, grown))


def of_products(db: Connection, products: Sequence[int]) -> dict[int, dict[int, Demand]]:
    """By product and shop."""
    found: dict[int, dict[int, Demand]] = {}
    these, values = among(products)
    for product, shop, pieces, since in db.execute(
        "select product_id, shop_id, weight / (select weight from demand_unit), since"
        f" from demand where product_id in ({these})",
        values,
    ):
        found.setdefault(product, {})[shop] = Demand(pieces, moment(since))
    return found


def recent(db: Connection, product: int, *, since: datetime) -> int:
    """Pieces of a product whose sale was booked since a moment. Looks at its newest rows only."""
    pieces, at = 0, stamp(since)
    for kind, committed, recorded_at in db.execute(
        "select kind, committed_delta, recorded_at from stock_entry where product_id = ? order by seq desc limit ?",
        (product, RECENT_ROWS),
    ):
        if recorded_at < at:
            break
        pieces += committed if kind == "commit" else 0
    return pieces


_HOURLY = """
    select product_id, sum(committed_delta) from stock_entry
    where product_id in (select value from json_each(?)) and kind = 'commit' and shop_id is not null
        and happened_at >= ? and happened_at < ?
    group by product_id, substr(happened_at, 1, 13)
"""


def bursts(db: Connection, products: Sequence[int], *, now: datetime) -> dict[int, float | None]:
    """By product: the size of its hourly sales (`core.chance.burst_size`, by the method of moments), None as Poisson.

    Over the whole hours of the last four weeks, or since its first sale; hours without a sale count. The rhythm of day
    and night is part of it: that errs on the cautious side.
    """
    until = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    counts: dict[int, list[int]] = {}
    wanted = json.dumps(list(products))
    for product, pieces in db.execute(_HOURLY, (wanted, stamp(until - BURST_WINDOW), stamp(until))):
        counts.setdefault(product, []).append(pieces)
    first = {product: moment(since) for product, since in db.execute(_FIRST, (wanted,))}
    return {product: _size(counts.get(product, []), until - first.get(product, until)) for product in products}


_FIRST = "select product_id, min(since) from demand where product_id in (select value from json_each(?)) group by 1"


def _size(counts: Sequence[int], known: timedelta) -> float | None:
    if known < BURST_AFTER or sum(counts) < BURST_PIECES:
        return None
    hours = int(min(known, BURST_WINDOW).total_seconds() // _HOUR_S)
    return burst_size([*counts, *[0] * (hours - len(counts))])


def keep_bursts(db: Connection, sizes: Mapping[int, float | None]) -> None:
    """Inside a transaction: plan by these from now on."""
    db.executemany(
        "update stock_level set burst = ?1 where product_id = ?2 and burst is not ?1",
        [(size, product) for product, size in sizes.items()],
    )
