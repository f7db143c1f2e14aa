"""What the seller is told of the offers, read and never written: a product's mode and why, its crowded and broken
listings, how much may be risked, and the shops' claims. The rules themselves are in `store.rulebook`.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.places import RISK_LIMIT, Choice
from app.core.text import Text
from app.store import plans, settings
from app.store.kinship import kin
from app.store.moments import moment_or_none
from app.store.sentences import unpacked
from app.store.sqlite import Connection

# A listing that the policy plans for: its shop may be told numbers, and it holds one of its own.
_PLANNED = "gone_at is null and counted and stock_of is null and removed_at is null and mode != 'looking'"


# ------------------------------------------------------------------------------------------------ shared or split


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeNow:
    """Is a product split, since when and why. `why` None: it has been so from its first day."""

    split: bool
    choice: Choice = Choice.ADAPTIVE
    why: Text | None = None
    since: datetime | None = None


_MODE = f"""
    select level.split, change.at, change.why, (
        select count(*) from listing join shop on shop.id = shop_id
        where (product_id = level.product_id
            or product_id in (select bundle_id from bundle_part where part_id = level.product_id)) and {_PLANNED})
    from stock_level as level left join mode_change as change
        on change.seq = (select max(seq) from mode_change where product_id = level.product_id)
    where level.product_id = ? and started
"""


def mode_of(db: Connection, product: int) -> ModeNow | None:
    """The mode of a product that several places sell; None where there is nothing to share or split.

    A bundle is split where one of its parts is.
    """
    found = [_mode_of_part(db, part) for part in plans.parts_of(db, product)]
    return max((mode for mode in found if mode is not None), key=lambda mode: mode.split, default=None)


def _mode_of_part(db: Connection, part: int) -> ModeNow | None:
    row = db.execute(_MODE, (part,)).fetchone()
    if row is None or row[3] < 2:
        return None
    split, at, why, _ = row
    return ModeNow(
        split=bool(split),
        choice=choice_of(db, part),
        why=unpacked(why) if why else None,
        since=moment_or_none(at),
    )


def shared_by_choice(db: Connection) -> int:
    """How many products are always shared because the seller does not care: of those that several places can sell."""
    count: int = db.execute(
        f"""
        select count(*) from setting_now as choice join stock_level as level on level.product_id = choice.product_id
        where choice.name = ? and choice.value = ? and started and available > 0 and 1 < (
            select count(*) from listing join shop on shop.id = listing.shop_id
            where (listing.product_id = level.product_id
                or listing.product_id in (select bundle_id from bundle_part where part_id = level.product_id))
                and {_PLANNED})
        """,
        (settings.CHOICE, Choice.SHARE.value),
    ).fetchone()[0]
    return count


def choice_of(db: Connection, product: int) -> Choice:
    """The seller's switch of a product."""
    return Choice(settings.get(db, settings.CHOICE, product=product) or Choice.ADAPTIVE)


@dataclass(frozen=True, slots=True)
class Crowd:
    """More places show a product than there are pieces of it."""

    places: int
    pieces: int


def crowd_of(db: Connection, product: int) -> Crowd | None:
    """By how many places a product is shown too often; None where there is a piece for each."""
    row = db.execute(
        "select places, max(0, available) from stock_level"
        " where product_id = ? and started and places > 1 and places > available",
        (product,),
    ).fetchone()
    return Crowd(*row) if row else None


def broken_of(db: Connection, product: int) -> frozenset[int]:
    """The listings of a product that sold more than they may have been showing, and were not read since."""
    rows = db.execute("select id from listing where product_id = ? and broken_at is not null", (product,))
    return frozenset(number for (number,) in rows)


def bound_of(db: Connection, listing: int) -> int:
    """The most that a listing may still sell that nobody here has heard of."""
    row = db.execute("select bound from listing where id = ?", (listing,)).fetchone()
    return int(row[0]) if row else 0


# ------------------------------------------------------------------------------------------------ risk and claims


@dataclass(frozen=True, slots=True)
class Risk:
    """The chance of an oversell that is accepted, and the shop that asks for it; None: it holds everywhere."""

    limit: float
    shop: str | None = None


def risk_everywhere(db: Connection) -> float:
    """The limit that holds where a shop has none of its own."""
    value = settings.get(db, settings.RISK_LIMIT)
    return RISK_LIMIT if value is None else float(value)


def risk_of(db: Connection, product: int) -> Risk:
    """The limit in force for a product: the strictest of those of the shops that sell it, by itself or in a bundle.

    For a bundle, the strictest of its parts'.
    """
    rows = db.execute(
        "select distinct shop.name, setting_now.value from listing join shop on shop.id = listing.shop_id"
        " left join setting_now on setting_now.shop_id = shop.id and setting_now.product_id = 0"
        " and setting_now.name = ?"
        f" where listing.product_id in (select value from json_each(?)) and {_PLANNED}",
        (settings.RISK_LIMIT, json.dumps(sorted(kin(db, {product}, deep=False).placed))),
    ).fetchall()
    general = Risk(risk_everywhere(db))
    found = [general if value is None else Risk(float(value), name) for name, value in rows]
    return min(found, key=lambda risk: risk.limit, default=general)


@dataclass(frozen=True, slots=True)
class ShopClaim:
    """What a shop has of its own: how much it may risk, and its claim to the last pieces. None: as everywhere."""

    risk: float | None = None
    priority: int | None = None


def claims(db: Connection) -> dict[int, ShopClaim]:
    """By shop, what was chosen for it."""
    found: dict[int, dict[str, Any]] = {}
    for shop, name, value in db.execute(
        "select shop_id, name, value from setting_now where name in (?, ?) and product_id = 0 and shop_id > 0",
        (settings.RISK_LIMIT, settings.PRIORITY),
    ):
        found.setdefault(shop, {})[name] = value
    return {
        shop: ShopClaim(
            risk=None if chosen.get(settings.RISK_LIMIT) is None else float(chosen[settings.RISK_LIMIT]),
            priority=chosen.get(settings.PRIORITY),
        )
        for shop, chosen in found.items()
    }
