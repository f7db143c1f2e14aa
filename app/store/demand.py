"""How fast each product sells in each shop: sales of the last weeks, the newer the heavier, kept by trigger."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.records import dataclass
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

HALF_LIFE = timedelta(days=28)
_MEAN_LIFE_S = HALF_LIFE.total_seconds() / 0.6931471805599453  # ln 2
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
    (unit,) = db.execute("select weight from demand_unit").fetchone()
    found: dict[int, dict[int, Demand]] = {}
    for product, shop, weight, since in db.execute(
        "select product_id, shop_id, weight, since from demand where product_id in (select value from json_each(?))",
        (json.dumps(list(products)),),
    ):
        found.setdefault(product, {})[shop] = Demand(weight / unit, moment(since))
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
