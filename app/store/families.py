"""Products that are short together are one incident to the seller: which belong together, by rule and by hand."""

from datetime import datetime

from app.core.incidents import Claimed, Event, joins
from app.store import incident_events
from app.store.moments import moment
from app.store.sqlite import Connection


def join_where_it_belongs(db: Connection, number: int, *, now: datetime) -> None:
    """A new incident joins an open one that shares an order with it or comes from the same failure."""
    new, others = _claimed(db, number), _claimed_elsewhere(db, number)
    troubled = {
        shop: moment(since)
        for shop, since in db.execute("select id, trouble_since from shop where trouble_since is not null")
    }
    found = joins(new, others, troubled)
    if found is not None:
        merge(db, number, found, now=now)


def _claimed(db: Connection, number: int) -> list[Claimed]:
    return _read(db, "incident.id = ?", number)


def _claimed_elsewhere(db: Connection, number: int) -> list[Claimed]:
    return _read(db, "incident.id != ? and closed_at is null", number)


def _read(db: Connection, where: str, number: int) -> list[Claimed]:
    rows = db.execute(
        "select incident.id, order_id, shop_id, incident_claim.heard_at from incident_claim"
        f" join incident on incident.id = incident_id join sales_order on sales_order.id = order_id where {where}",
        (number,),
    )
    return [Claimed(incident=one, order=order, shop=shop, heard_at=moment(at)) for one, order, shop, at in rows]


def head_of(db: Connection, number: int) -> int:
    """The first of those joined; itself where it stands alone."""
    row = db.execute("select coalesce(joined_to, id) from incident where id = ?", (number,)).fetchone()
    return int(row[0]) if row else number


def family(db: Connection, number: int) -> list[int]:
    """All that are one incident with this one, the first of them first."""
    rows = db.execute(
        "select id from incident where coalesce(joined_to, id) ="
        " (select coalesce(joined_to, id) from incident where id = ?) order by id",
        (number,),
    )
    return [member for (member,) in rows]


def merge(db: Connection, one: int, other: int, *, now: datetime) -> None:
    """These two, and those joined with either, are one incident from now on. Its number is the lowest."""
    members = sorted({*family(db, one), *family(db, other)})
    head = members[0]
    if all(head_of(db, member) == head for member in members):
        return
    _follow(db, members[1:], head)
    db.execute("update incident set joined_to = null where id = ?", (head,))
    for number in (one, other):
        incident_events.add(db, number, Event.JOINED, {"with": head}, now=now)


def split(db: Connection, number: int, *, now: datetime) -> None:
    """This one stands by itself from now on; the others stay joined."""
    members = family(db, number)
    if len(members) < 2:
        return
    rest = [member for member in members if member != number]
    db.execute("update incident set joined_to = null where id in (?, ?)", (number, rest[0]))
    _follow(db, rest[1:], rest[0])
    incident_events.add(db, number, Event.SPLIT, {"from": rest[0]}, now=now)


def _follow(db: Connection, members: list[int], head: int) -> None:
    db.executemany("update incident set joined_to = ? where id = ?", [(head, member) for member in members])
