"""Which alerts stand, and what the seller is still to hear.

Reads, but for `tell` and `shown`. Checking is `alert_checks`.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from app.core import alert_words
from app.core.alerting import Kind
from app.core.records import dataclass
from app.core.text import NN_, Text
from app.store import alert_outlets, alert_rules
from app.store.alert_log import NAMES, NOW, ORDER, Alert, alert_of
from app.store.moments import stamp
from app.store.sqlite import Connection

ON_SCREEN = timedelta(hours=12)  # what was told longer ago is no news any more
TEST = "test"
LINES = 3  # of one message; the others are counted


def standing(db: Connection, *, limit: int = 200) -> list[Alert]:
    """What fired and still holds, the most serious kind first, then the newest. Costs as much as it finds."""
    found: list[Alert] = []
    for kind in Kind:
        rows = db.execute(
            NOW + " and outcome = 'fired' and kind = ? order by since desc limit ?", (kind.value, limit - len(found))
        )
        found += [alert_of(row) for row in rows]
        if len(found) >= limit:
            break
    return found


def counts(db: Connection) -> dict[Kind, int]:
    """How many of each kind fired and still hold."""
    rows = db.execute("select kind, count(*) from alert_now where outcome = 'fired' group by kind")
    return {Kind(kind): count for kind, count in rows}


# ------------------------------------------------------------------------------------------------ telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What the seller is told at once: some lines, and how many more there are. `ids` are its notices."""

    ids: tuple[int, ...]
    lines: tuple[Text, ...]
    more: int = 0
    product: int = 0  # where it is about one thing only
    shop: int = 0
    kind: Kind | None = None


def tell(db: Connection, *, now: datetime) -> bool:
    """Inside a transaction: what is due by now is told, on the screen and to the seller's own places; what is over
    meanwhile is not. Was anything told?
    """
    due = db.execute(
        "select notice.id, exists (select 1 from alert_now as one where (one.product_id, one.shop_id, one.kind)"
        " = (notice.product_id, notice.shop_id, notice.kind) and outcome = 'fired')"
        " from alert_notice as notice where state = 'waits' and due_at <= ?",
        (stamp(now),),
    ).fetchall()
    told = [number for number, stands in due if stands]
    db.executemany("update alert_notice set state = 'over' where id = ?", [(n,) for n, stands in due if not stands])
    db.executemany(
        "update alert_notice set state = 'told', told_at = ? where id = ?", [(stamp(now), number) for number in told]
    )
    if told:
        message = _message(db, told)
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


def unshown(db: Connection, *, now: datetime) -> Message | None:
    """What was told and was not on the screen yet; None where there is nothing. What is old is no news."""
    rows = db.execute(
        "select id from alert_notice where state = 'told' and shown_at is null and told_at >= ?",
        (stamp(now - ON_SCREEN),),
    )
    numbers = [number for (number,) in rows]
    return _message(db, numbers) if numbers and alert_rules.on_desktop(db) else None


def shown(db: Connection, numbers: Iterable[int], *, now: datetime) -> None:
    """Inside a transaction: these were on the screen."""
    db.executemany("update alert_notice set shown_at = ? where id = ?", [(stamp(now), number) for number in numbers])


def _message(db: Connection, numbers: Sequence[int]) -> Message:
    """The worst first. A long list is counted: nobody reads forty lines in a corner of the screen."""
    rows = db.execute(
        "select one.id, kind, numbers, one.product_id, title, one.shop_id, name from alert_notice as one"
        + NAMES
        + " and one.id in (select value from json_each(?)) order by one.id",
        (json.dumps(list(numbers)),),
    ).fetchall()
    rows.sort(key=lambda row: ORDER.get(row[1], 0))
    lines = tuple(
        alert_words.said(kind, json.loads(found), met=True, product=title or "?", shop=name or "?")
        for _, kind, found, _, title, _, name in rows[:LINES]
    )
    alone = rows[0] if len(rows) == 1 else None
    return Message(
        ids=tuple(numbers),
        lines=lines,
        more=len(rows) - len(lines),
        product=alone[3] if alone else 0,
        shop=alone[5] if alone else 0,
        kind=Kind(alone[1]) if alone and alone[1] != TEST else None,
    )


def _more(count: int) -> list[Text]:
    return [NN_("And {n} more.", "And {n} more.", count)] if count else []
