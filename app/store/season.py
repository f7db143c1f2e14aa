"""What the quarterly review shows: products whose sales changed, and the money that lies in floors (R85, R91)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.closing import total
from app.core.season import QUARTER_DAYS, Quarters, Season, judge
from app.store import closing, incidents
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

_QUARTER, _YEAR = timedelta(days=QUARTER_DAYS), timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A product to be reviewed. `tied_minor`: what its floor costs, None without a cost."""

    product: int
    sku: str
    title: str
    season: Season
    sold: Quarters
    available: int
    floor: int | None
    tied_minor: int | None
    currency: str | None


# One pass over two years of the ledger, newest quarter first. A bundle's sales are booked on its parts.
_SOLD = """
    with moved as (
        select product_id, happened_at as at,
            case kind when 'restock' then -on_hand_delta else committed_delta end as n
        from stock_entry where kind in ('commit', 'release', 'restock') and happened_at >= :year)
    select product.id, sku, title, available, floor, created_at,
        sum(iif(at >= :latest, n, 0)), sum(iif(at >= :before and at < :latest, n, 0)),
        sum(iif(at < :coming, n, 0)), coalesce(sum(n), 0),
        (select value from setting_now where name = 'cost' and setting_now.product_id = product.id and shop_id = 0)
    from product join stock_level on stock_level.product_id = product.id
    left join moved on moved.product_id = product.id
    where started and product.id not in (select bundle_id from bundle_part)
    group by product.id order by sku
"""


def review(db: Connection, now: datetime) -> list[Reviewed]:
    """Every product that is worth a look, by SKU. Reads a year of the ledger: for a press, not for a paint."""
    values = {
        "year": stamp(now - _YEAR),
        "latest": stamp(now - _QUARTER),
        "before": stamp(now - 2 * _QUARTER),
        "coming": stamp(now - _YEAR + _QUARTER),
    }
    found = []
    for product, sku, title, available, floor, created, latest, before, coming, year, cost in db.execute(_SOLD, values):
        sold = Quarters(latest=latest or 0, before=before or 0, coming=coming or 0, year=year)
        season = judge(sold, available=available, days_known=(now - moment(created)) / timedelta(days=1))
        if season is not None:
            minor, currency = _tied(floor, cost)
            found.append(
                Reviewed(
                    product=product, sku=sku, title=title, season=season, sold=sold, available=available, floor=floor,
                    tied_minor=minor, currency=currency,
                )
            )  # fmt: skip
    return found


def tied_up(db: Connection) -> dict[str, int]:
    """The money that lies in floors, by currency, in minor units: floor × cost, where both are known."""
    rows = db.execute(
        "select floor, (select value from setting_now where name = 'cost' and product_id = level.product_id"
        " and shop_id = 0) from stock_level as level where floor > 0"
        " and product_id not in (select bundle_id from bundle_part)"
    )
    found: dict[str, int] = {}
    for floor, cost in rows:
        minor, currency = _tied(floor, cost)
        if minor is not None and currency is not None:
            found[currency] = found.get(currency, 0) + minor
    return found


@dataclass(frozen=True, slots=True)
class IncidentsCost:
    """What incidents cost, by currency in minor units, and of how many something is known."""

    incidents: int
    money: dict[str, int]


def incidents_cost(db: Connection, now: datetime) -> IncidentsCost:
    """What is known of the costs of the incidents of the last year (R85: beside the money in floors, no claim)."""
    found: dict[str, int] = {}
    counted = 0
    for row in incidents.incidents(db):
        if now - row.opened_at <= _YEAR:
            costs = closing.costs(db, row, closing.facts(db, row, now=now).buyers)
            whole = total(costs.lines)
            if whole and costs.currency:
                counted += 1
                found[costs.currency] = found.get(costs.currency, 0) + whole
    return IncidentsCost(counted, found)


def last_reviewed(db: Connection) -> datetime | None:
    """When the assumptions were last looked through."""
    (at,) = db.execute("select max(at) from season_review").fetchone()
    return moment(at) if at else None


def _tied(floor: int | None, cost: object) -> tuple[int | None, str | None]:
    minor, _, currency = str(cost or "").partition(" ")
    return (floor * int(minor), currency) if floor is not None and minor and currency else (None, None)
