"""What comes after the messages of an incident: read from letters and decisions, and what of it was done."""

import json
from datetime import datetime, timedelta

from app.core.followups import Followed, Kind, Moved, Outcome, Todo, to_come, todos
from app.store import decisions, deliveries, families
from app.store.decisions import Decided
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

FOLLOWED_FOR = timedelta(days=40)  # after a message was sent: the last look for a review is after thirty


def sent(db: Connection, head: int) -> dict[int, datetime]:
    """When each customer of an incident was written to, by order."""
    rows = db.execute(
        "select order_id, sent_at from incident_letter where incident_id = ? and sent_at is not null", (head,)
    )
    return {order: moment(at) for order, at in rows}


def followed(db: Connection, head: int) -> list[Followed]:
    """The customers of an incident who were written to."""
    family = families.family(db, head)
    decided = {order: one for member in family for order, one in decisions.decided(db, member).items()}
    rows = db.execute(
        "select order_id, sent_at, number, sales_order.shop_id, url, (select coalesce(sum(committed_delta), 0)"
        "  from stock_entry where stock_entry.order_id = sales_order.id and product_id in"
        "  (select product_id from incident where id in (select value from json_each(?2)))),"
        " exists (select 1 from reversal where reversal.order_id = sales_order.id and state != 'refused')"
        " from incident_letter join sales_order on sales_order.id = order_id"
        " where incident_id = ?1 and sent_at is not null order by order_id",
        (head, json.dumps(family)),
    )
    return [
        Followed(
            order=order,
            number=number,
            shop=shop,
            url=url,
            sent_at=moment(at),
            offers=decided[order].offers if order in decided else None,
            answer=decided[order].answer if order in decided else None,
            answered_at=decided[order].answered_at if order in decided else None,
            reversing=bool(reversing),
            waiting=pieces,
            moved=_moved(db, decided.get(order)),
        )
        for order, at, number, shop, url, pieces, reversing in rows
    ]


def _moved(db: Connection, decided: Decided | None) -> Moved | None:
    """The delivery whose confirmed date was promised, where it is confirmed for a later one now."""
    promised = decided.offers.confirmed if decided is not None else None
    now = deliveries.confirmed_now(db, promised) if promised is not None else None
    if promised is None or now is None or now.on <= promised.on:
        return None
    return Moved(on=now.on, at=now.at)


def done(db: Connection, head: int) -> set[tuple[int, Kind, int]]:
    """What was done."""
    rows = db.execute("select order_id, kind, turn from incident_task where incident_id = ?", (head,))
    return {(order, Kind(kind), turn) for order, kind, turn in rows}


def outcomes(db: Connection, head: int) -> list[Outcome]:
    """How the looks for a review ended."""
    rows = db.execute("select outcome from incident_task where incident_id = ? and kind = 'review'", (head,))
    return [Outcome(outcome) for (outcome,) in rows]


def finish(db: Connection, head: int, todo: Todo, outcome: Outcome, *, now: datetime) -> None:
    """Inside a transaction: it was done, and so it ended."""
    db.execute(
        "insert into incident_task (incident_id, order_id, kind, turn, done_at, outcome) values (?, ?, ?, ?, ?, ?)"
        " on conflict do update set done_at = excluded.done_at, outcome = excluded.outcome",
        (head, todo.order, todo.kind.value, todo.turn, stamp(now), outcome.value),
    )


def take_back(db: Connection, head: int, todo: Todo) -> None:
    """Inside a transaction: it was not done after all."""
    db.execute(
        "delete from incident_task where incident_id = ? and order_id = ? and kind = ? and turn = ?",
        (head, todo.order, todo.kind.value, todo.turn),
    )


def open_todos(db: Connection, head: int, *, now: datetime) -> list[Todo]:
    """What is to be done now about the customers of one incident."""
    return todos(followed(db, head), done(db, head), now=now)


def reviews_to_come(db: Connection, head: int) -> int:
    """Looks for a review that were not made yet."""
    return to_come(followed(db, head), done(db, head))


def all_todos(db: Connection, *, now: datetime) -> dict[int, list[Todo]]:
    """The same of every incident that somebody was written about lately, by its number."""
    rows = db.execute(
        "select distinct incident_id from incident_letter where sent_at > ? order by incident_id",
        (stamp(now - FOLLOWED_FOR),),
    ).fetchall()
    found = {head: open_todos(db, head, now=now) for (head,) in rows}
    return {head: one for head, one in found.items() if one}
