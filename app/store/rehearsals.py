"""Rehearsals that were made, kept with their dates, and how fast the seller's best day was."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any

from app.core.rehearsal import Assumed, Moment, Oversold, Plan, Report, ShopFound, Spread, Step
from app.core.text import Text
from app.store.moments import moment, moment_or_none, stamp
from app.store.sentences import packed, unpacked
from app.store.sqlite import Connection


def plan_text(plan: Plan) -> str:
    """A plan as JSON."""
    return json.dumps(asdict(plan))


def plan_of(written: str) -> Plan:
    """The plan that `plan_text` wrote."""
    return _plan(json.loads(written))


def report_text(report: Report) -> str:
    """A report as JSON."""
    return json.dumps(_plain(report))


def report_of(written: str) -> Report:
    """The report that `report_text` wrote."""
    found = json.loads(written)
    return Report(
        **{
            **found,
            "began_at": moment(found["began_at"]),
            "plan": _plan(found["plan"]),
            "assumed": tuple(Assumed(**one) for one in found["assumed"]),
            "steps": tuple(_step(one) for one in found["steps"]),
        }
    )


def _plain(value: Any) -> Any:
    """Records become objects, sentences stay templates."""
    if isinstance(value, Text):
        return packed(value)
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _plan(found: Mapping[str, Any]) -> Plan:
    return Plan(**{**found, "rates": tuple(found["rates"]), "wanted": tuple(found["wanted"])})


def _step(found: Mapping[str, Any]) -> Step:
    shops = tuple(
        ShopFound(**{**one, "heard": Spread(**one["heard"]), "told": Spread(**one["told"])}) for one in found["shops"]
    )
    return Step(**{**found, "shops": shops, "oversold": tuple(_oversold(one) for one in found["oversold"])})


def _oversold(found: Mapping[str, Any]) -> Oversold:
    return Oversold(
        **{
            **found,
            "why": tuple(unpacked(one) for one in found["why"]),
            "prevented": tuple((change, pieces) for change, pieces in found["prevented"]),
            "timeline": tuple(Moment(**one) for one in found["timeline"]),
        }
    )


def keep(db: Connection, report: Report) -> int:
    """Inside a transaction: keep a report. Its number."""
    row = db.execute(
        "insert into rehearsal (began_at, report) values (?, ?) returning id",
        (stamp(report.began_at), report_text(report)),
    ).fetchone()
    return int(row[0])


def kept(db: Connection, *, limit: int = 20) -> list[tuple[int, Report]]:
    """The reports, newest first."""
    rows = db.execute("select id, report from rehearsal order by id desc limit ?", (limit,))
    return [(number, report_of(written)) for number, written in rows.fetchall()]


def last_at(db: Connection) -> datetime | None:
    """When the newest rehearsal was made."""
    return moment_or_none(db.execute("select max(began_at) from rehearsal").fetchone()[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class BestDay:
    """The day (UTC) with most orders, and the most of them in one hour."""

    day: str
    orders: int
    in_an_hour: int


_BEST = """
    select substr(placed_at, 1, 10) as day, count(*) as orders from sales_order
    join shop on shop.id = shop_id where channel != 'stall' group by day order by orders desc, day desc limit 1
"""
_HOUR = """
    select count(*) as orders from sales_order join shop on shop.id = shop_id
    where channel != 'stall' and placed_at >= ?1 and placed_at < ?1 || 'Z' group by substr(placed_at, 1, 13)
    order by orders desc limit 1
"""


def best_day(db: Connection) -> BestDay | None:
    """The seller's best day; None where nothing was sold through a channel yet."""
    row = db.execute(_BEST).fetchone()
    if row is None:
        return None
    (most,) = db.execute(_HOUR, (row[0],)).fetchone()
    return BestDay(day=row[0], orders=row[1], in_an_hour=most)
