"""Which alerts stand, and what the seller is still to hear.

Reads, but for `tell` and `shown`. Checking is `alert_checks`.
"""

import json
from datetime import datetime, timedelta

from app.core import alert_words
from app.core.alerting import Kind
from app.core.records import dataclass
from app.core.text import NN_, Text
from app.store import alert_outlets, alert_rules
from app.store.alert_log import MET, NAMES, ORDER, Alert, alert_of
from app.store.moments import stamp
from app.store.sqlite import Connection

ON_SCREEN = timedelta(hours=12)  # what was told longer ago is no news any more
TEST = "test"
LINES = 3  # of one message; the others are counted


def standing(db: Connection, *, limit: int = 200) -> list[Alert]:
    """What fired and still holds, the most serious kind first, then the newest. Costs as much as it finds."""
    found: list[Alert] = []
    for kind in Kind:
        found += of_kind(db, kind, limit=limit - len(found))
        if len(found) >= limit:
            break
    return found


def of_kind(db: Connection, kind: Kind, *, limit: int) -> list[Alert]:
    """What of one kind fired and still holds, the newest first."""
    rows = db.execute(MET + " and outcome = 'fired' order by since desc limit ?", (kind.value, limit))
    return [alert_of(row) for row in rows]


def count(db: Connection, kind: Kind) -> int:
    """How many of one kind fired and still hold."""
    (found,) = db.execute(
        "select count(*) from alert_now where outcome != 'not_met' and kind = ? and outcome = 'fired'", (kind.value,)
    ).fetchone()
    return int(found)


def counts(db: Connection) -> dict[Kind, int]:
    """How many of each kind fired and still hold."""
    rows = db.execute(
        "select kind, count(*) from alert_now where outcome != 'not_met' and outcome = 'fired' group by kind"
    )
    return {Kind(kind): count for kind, count in rows}


# ------------------------------------------------------------------------------------------------ telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What the seller is told at once: some lines, the worst first, and how many more there are. `upto`: its newest
    notice. Product, shop and kind are set where it is about one thing.
    """

    upto: int
    lines: tuple[Text, ...]
    more: int = 0
    product: int = 0
    shop: int = 0
    kind: Kind | None = None


_STANDS = """
    exists (select 1 from alert_now as one where one.product_id = alert_notice.product_id
        and one.shop_id = alert_notice.shop_id and one.kind = alert_notice.kind and outcome = 'fired')
"""


def tell(db: Connection, *, now: datetime) -> bool:
    """Inside a transaction: what is due by now is told, on the screen and to the seller's own places; what is over
    meanwhile is not. Was anything told?
    """
    at = stamp(now)
    db.execute(f"update alert_notice set state = 'over' where state = 'waits' and due_at <= ? and not {_STANDS}", (at,))
    told = [
        number
        for (number,) in db.execute(
            "update alert_notice set state = 'told', told_at = ?1 where state = 'waits' and due_at <= ?1 returning id",
            (at,),
        )
    ]
    if told:
        db.execute(
            "update alert_now set told_at = ? where (product_id, shop_id, kind) in"
            " (select product_id, shop_id, kind from alert_notice where id in (select value from json_each(?)))",
            (at, json.dumps(told)),
        )
        message = _message(db, "one.id in (select value from json_each(?))", json.dumps(told))
        alert_outlets.post(db, [*message.lines, *_more(message.more)], now=now)
    return bool(told)


def test(db: Connection, *, now: datetime) -> int:
    """Inside a transaction: a test, by the ways that an alert takes. To how many places of the seller's own it goes."""
    db.execute(
        "insert into alert_notice (product_id, shop_id, kind, numbers, due_at, state, told_at)"
        " values (0, 0, ?1, '{}', ?2, 'told', ?2)",
        (TEST, stamp(now)),
    )
    return alert_outlets.post(db, [alert_words.said(TEST, {}, met=True)], now=now, test=True)


_UNSHOWN = "state = 'told' and shown_at is null and one.told_at >= ?"


def unshown(db: Connection, *, now: datetime) -> Message | None:
    """What was told and was not on the screen yet; None where there is nothing. What is old is no news."""
    since = stamp(now - ON_SCREEN)
    waits = db.execute(f"select 1 from alert_notice as one where {_UNSHOWN} limit 1", (since,)).fetchone()
    return _message(db, _UNSHOWN, since) if waits is not None and alert_rules.on_desktop(db) else None


def shown(db: Connection, upto: int, *, now: datetime) -> None:
    """Inside a transaction: what was told up to this notice was on the screen."""
    db.execute(
        "update alert_notice set shown_at = ? where state = 'told' and shown_at is null and id <= ?", (stamp(now), upto)
    )


_WORST = "case kind " + " ".join(f"when '{kind}' then {place}" for kind, place in ORDER.items()) + " else 0 end"


def _message(db: Connection, which: str, value: str) -> Message:
    """The worst first. A long list is counted: nobody reads forty lines in a corner of the screen."""
    count, upto = db.execute(f"select count(*), max(id) from alert_notice as one where {which}", (value,)).fetchone()
    rows = db.execute(
        "select kind, numbers, one.product_id, title, one.shop_id, name from alert_notice as one"
        f"{NAMES} and {which} order by {_WORST}, one.id limit ?",
        (value, LINES),
    ).fetchall()
    alone = rows[0] if count == 1 and rows else None
    return Message(
        upto=upto,
        lines=tuple(
            alert_words.said(kind, json.loads(found), met=True, product=title or "?", shop=name or "?")
            for kind, found, _, title, _, name in rows
        ),
        more=count - len(rows),
        product=alone[2] if alone else 0,
        shop=alone[4] if alone else 0,
        kind=Kind(alone[0]) if alone and alone[0] != TEST else None,
    )


def _more(count: int) -> list[Text]:
    return [NN_("And {n} more.", "And {n} more.", count)] if count else []
