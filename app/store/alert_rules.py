"""What the seller set about alerts: dated rows for each kind and reach, and when and how they are told."""

import json
from collections.abc import Sequence
from datetime import datetime, time

from app.core.alerting import LIMIT_MOST, LIMITS, OFF, ON, Kind, Pace, Rule, rule_in_force
from app.core.text import N_
from app.errors import PlimsollError
from app.store import settings
from app.store.sqlite import Connection

QUIET = "alert_quiet"  # "22:00-07:00", local time; "off"
DIGEST = "alert_digest"  # "08:00": once a day; "off": at once
HOLDS_PRESSING = "alert_holds_pressing"  # "on": quiet hours hold an oversell and the contact clock too
DESKTOP = "alert_desktop"  # "off": nothing on the screen
FLOOR_ACTS = "alert_floor_acts"  # "on": the plan at the floor is carried out by itself; of a product, or of all
FLOOR_PAUSES = "alert_floor_pauses"  # "3,1": at the floor these shops pause, in this order; of a product, or of all
BY_CLAIM = "claim"  # instead of that: the one with the best claim goes on

Value = int | str | None
Chosen = dict[Kind, dict[tuple[int, int], object]]


def name_of(kind: Kind) -> str:
    """The name of a kind's setting."""
    return f"alert_{kind.value}"


_KINDS = {name_of(kind): kind for kind in Kind}


def put(db: Connection, kind: Kind, value: Value, *, shop: int = 0, product: int = 0, now: datetime) -> None:
    """Inside a transaction: on, off or a limit from now on; None: as wider settings say. A trigger asks for checks."""
    known = value in (None, ON, OFF) or (kind in LIMITS and isinstance(value, int) and 1 <= value <= LIMIT_MOST)
    if not known:
        raise PlimsollError(
            N_("{number} is not possible here.", number=str(value)),
            N_("Type a number from 1 to {most}. Nothing was changed.", most=LIMIT_MOST),
        )
    settings.put(db, name_of(kind), value, shop=shop, product=product, now=now)


def chosen(db: Connection, products: Sequence[int] = ()) -> Chosen:
    """Every setting that can hold for these products: by kind, then by (shop, product)."""
    rows = db.execute(
        "select name, shop_id, product_id, value from setting_now where name in (select value from json_each(?1))"
        " and (product_id = 0 or product_id in (select value from json_each(?2)))",
        (json.dumps(list(_KINDS)), json.dumps(list(products))),
    )
    found: Chosen = {kind: {} for kind in Kind}
    for name, shop, product, value in rows:
        found[_KINDS[name]][shop, product] = value
    return found


def rule(found: Chosen, kind: Kind, *, shop: int = 0, product: int = 0) -> Rule:
    """The rule in force."""
    return rule_in_force(kind, found[kind], shop, product)


def own(db: Connection, *, shop: int = 0, product: int = 0) -> dict[Kind, Value]:
    """What is set at exactly this scope."""
    return {kind: settings.get(db, name_of(kind), shop=shop, product=product) for kind in Kind}


# ------------------------------------------------------------------------------------------------ when it is told


def pace(db: Connection) -> Pace:
    """When the seller wants to hear."""
    quiet, digest = settings.get(db, QUIET), settings.get(db, DIGEST)
    begin, _, end = str(quiet or "").partition("-")
    return Pace(
        quiet=(time.fromisoformat(begin), time.fromisoformat(end)) if end else None,
        digest=time.fromisoformat(digest) if digest and digest != OFF else None,
        holds_pressing=settings.get(db, HOLDS_PRESSING) == ON,
    )


def put_pace(db: Connection, wanted: Pace, *, now: datetime) -> None:
    """Inside a transaction: hear like this from now on. Only what changes gets a row."""
    quiet = f"{wanted.quiet[0]:%H:%M}-{wanted.quiet[1]:%H:%M}" if wanted.quiet else OFF
    after = {
        QUIET: quiet,
        DIGEST: f"{wanted.digest:%H:%M}" if wanted.digest else OFF,
        HOLDS_PRESSING: ON if wanted.holds_pressing else OFF,
    }
    for name, value in after.items():
        if (settings.get(db, name) or OFF) != value:
            settings.put(db, name, value, now=now)


def on_desktop(db: Connection) -> bool:
    """Is the seller told on the screen?"""
    return bool(settings.get(db, DESKTOP) != OFF)


def acts_by_itself(db: Connection, product: int) -> bool:
    """Did the seller opt in to the plan at the floor being carried out without a press?"""
    value = settings.get(db, FLOOR_ACTS, product=product) or settings.get(db, FLOOR_ACTS)
    return bool(value == ON)


def any_acts_by_itself(db: Connection) -> bool:
    """Did the seller opt in for anything?"""
    row = db.execute("select exists (select 1 from setting_now where name = ? and value = ?)", (FLOOR_ACTS, ON))
    return bool(row.fetchone()[0])


def pauses(db: Connection, product: int = 0) -> tuple[int, ...] | None:
    """The shops that pause at the floor, the first to pause first; None: all but the one with the best claim."""
    value = settings.get(db, FLOOR_PAUSES, product=product) if product else None
    value = settings.get(db, FLOOR_PAUSES) if value is None else value
    if value is None or value == BY_CLAIM:
        return None
    return tuple(int(shop) for shop in str(value).split(",") if shop)
