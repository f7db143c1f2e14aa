"""Cancels and refunds that the seller asked for: each a row that never changes, and the steps it went through.

The only writer of `reversal` and `reversal_step`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.reversal import Act, Reason, Step, Wish
from app.core.text import Text
from app.store.moments import moment, moment_or_none, stamp
from app.store.sentences import packed, unpacked
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """One cancel or refund, and how far it is. `words` are the shop's own of its last step, `why` is ours."""

    id: int
    order_id: int
    shop_id: int
    number: str
    url: str
    wish: Wish
    state: Step
    asked_at: datetime
    sent_at: datetime | None
    before: Mapping[str, int]
    job: str
    at: datetime
    words: str
    why: Text | None


_ROW = """
    select reversal.id, order_id, reversal.shop_id, number, url, ref, act, reason, restock, notify, pay, pieces, key,
        state, asked_at, sent_at, before, job, at, words, why
    from reversal join sales_order on sales_order.id = order_id
    join (select reversal_id, max(seq) as last from reversal_step group by reversal_id) on reversal_id = reversal.id
    join (select seq, at, words, why from reversal_step) on seq = last
"""


def _row(row: tuple[Any, ...]) -> Reversal:
    number, order, shop, name, url, ref, act, reason, restock, notify, pay, pieces, key, state, *rest = row
    asked_at, sent_at, before, job, at, words, why = rest
    wish = Wish(
        order=ref,
        act=Act(act),
        reason=Reason(reason),
        key=key,
        restock=bool(restock),
        notify=bool(notify),
        pay=bool(pay),
        pieces=json.loads(pieces),
    )
    return Reversal(
        id=number,
        order_id=order,
        shop_id=shop,
        number=name,
        url=url,
        wish=wish,
        state=Step(state),
        asked_at=moment(asked_at),
        sent_at=moment_or_none(sent_at),
        before=json.loads(before),
        job=job,
        at=moment(at),
        words=words,
        why=unpacked(why) if why else None,
    )


def add(db: Connection, order: int, shop: int, wish: Wish, *, by_hand: bool, now: datetime) -> int:
    """Inside a transaction: keep what is asked, before anything is sent; its number."""
    state = Step.BY_HAND if by_hand else Step.ASKED
    number = db.execute(
        "insert into reversal (order_id, shop_id, act, reason, restock, notify, pay, pieces, key, asked_at, state,"
        " next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
        (
            order,
            shop,
            wish.act.value,
            wish.reason.value,
            wish.restock,
            wish.notify,
            wish.pay,
            json.dumps(dict(wish.pieces), sort_keys=True),
            wish.key,
            stamp(now),
            state.value,
            None if by_hand else stamp(now),
        ),
    ).fetchone()[0]
    _step(db, number, state, now=now)
    return int(number)


def _step(db: Connection, number: int, state: Step, *, now: datetime, words: str = "", why: Text | None = None) -> None:
    db.execute(
        "insert into reversal_step (reversal_id, at, state, words, why) values (?, ?, ?, ?, ?)",
        (number, stamp(now), state.value, words, packed(why) if why else None),
    )


def sending(db: Connection, number: int, before: Mapping[str, int], *, next_at: datetime, now: datetime) -> None:
    """Inside a transaction, and before the call: from here on it is only read, whatever becomes of the call."""
    db.execute(
        "update reversal set sent_at = ?, before = ?, next_at = ? where id = ?",
        (stamp(now), json.dumps(dict(before), sort_keys=True), stamp(next_at), number),
    )
    _step(db, number, Step.SENT, now=now)


def not_sent(db: Connection, number: int, *, now: datetime) -> None:
    """The call certainly never reached the shop: it is asked again when the shop can be reached."""
    db.execute("update reversal set sent_at = null, next_at = ? where id = ?", (stamp(now), number))
    _step(db, number, Step.ASKED, now=now)


def taken(db: Connection, number: int, job: str) -> None:
    """The shop took it, and may work on it for a while."""
    db.execute("update reversal set job = ? where id = ?", (job, number))


def unsure(db: Connection, number: int, words: str, *, now: datetime) -> None:
    """No answer came."""
    _step(db, number, Step.UNSURE, now=now, words=words)


def look_again(db: Connection, number: int, *, at: datetime) -> None:
    """Read the order again then."""
    db.execute("update reversal set next_at = ? where id = ?", (stamp(at), number))


def ended(db: Connection, number: int, state: Step, *, now: datetime, words: str = "", why: Text | None = None) -> None:
    """It is done, or it will not be."""
    db.execute("update reversal set next_at = null where id = ?", (number,))
    _step(db, number, state, now=now, words=words, why=why)


def waiting(db: Connection, shop: int, *, sends: bool, now: datetime) -> Reversal | None:
    """The one that waits longest at a shop. What was sent is read even where nothing may be sent now."""
    row = db.execute(
        _ROW + " where reversal.shop_id = ? and next_at <= ? and (state <> 'asked' or ?) order by next_at limit 1",
        (shop, stamp(now), sends),
    ).fetchone()
    return _row(row) if row else None


def of_order(db: Connection, order: int) -> list[Reversal]:
    """What was asked about an order, newest first."""
    return [_row(row) for row in db.execute(_ROW + " where order_id = ? order by reversal.id desc", (order,))]


def open_ones(db: Connection, shop: int | None = None) -> list[Reversal]:
    """What is not done yet, oldest first; of one shop, or of all."""
    rows = db.execute(
        _ROW + " where state in ('asked', 'by_hand', 'sent', 'unsure') and (?1 is null or reversal.shop_id = ?1)"
        " order by reversal.id",
        (shop,),
    )
    return [_row(row) for row in rows]


def is_open(db: Connection, order: int) -> bool:
    """Is something asked about this order that is not done yet?"""
    return bool(
        db.execute(
            "select exists (select 1 from reversal where order_id = ?"
            " and state in ('asked', 'by_hand', 'sent', 'unsure'))",
            (order,),
        ).fetchone()[0]
    )


def seen(db: Connection, order: int, *, ended_there: bool, now: datetime) -> None:
    """The order was read: what hands were to do there is done once it has ended."""
    if not ended_there:
        return
    for (number,) in db.execute(
        "select id from reversal where order_id = ? and state = 'by_hand'", (order,)
    ).fetchall():
        ended(db, number, Step.CONFIRMED, now=now)


def one(db: Connection, number: int) -> Reversal | None:
    """One of them by its number."""
    row = db.execute(_ROW + " where reversal.id = ?", (number,)).fetchone()
    return _row(row) if row else None


def drop(db: Connection, number: int, why: Text, *, now: datetime) -> bool:
    """The seller no longer wants it. False when it is past that."""
    row = db.execute("select 1 from reversal where id = ? and state in ('by_hand', 'asked')", (number,)).fetchone()
    if row:
        ended(db, number, Step.REFUSED, now=now, why=why)
    return row is not None


def after_all(db: Connection, number: int, why: Text, *, now: datetime) -> bool:
    """What the seller's hands were to do is to be done after all. False where it is past that, or asked anew."""
    row = db.execute(
        "select order_id from reversal where id = ?1 and state = 'refused' and 'by_hand' = (select state from"
        " reversal_step where reversal_id = ?1 order by seq desc limit 1 offset 1)",
        (number,),
    ).fetchone()
    if row is None or is_open(db, row[0]):
        return False
    _step(db, number, Step.BY_HAND, now=now, why=why)
    return True


def notes(db: Connection, sku: str) -> dict[int, tuple[Act, Step, str]]:
    """How the newest cancel or refund of each order stands, by the ledger row of the order's sale of this product."""
    rows = db.execute(
        "select entry.seq, act, state, number from reversal join sales_order on sales_order.id = reversal.order_id"
        " join stock_entry as entry on entry.order_id = reversal.order_id and kind = 'commit'"
        " where entry.product_id = (select id from product where sku = ?) order by reversal.id",
        (sku,),
    )
    return {seq: (Act(act), Step(state), number) for seq, act, state, number in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLineFacts:
    """A line that could be refunded: `pieces` are those still to be sent."""

    ref: str
    title: str
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """An order as a cancel or refund is asked of it."""

    id: int
    shop_id: int
    ref: str
    number: str
    url: str
    ended: bool
    lines: tuple[OrderLineFacts, ...]


def order_facts(db: Connection, order: int) -> OrderFacts | None:
    """An order with what is left of it; None when there is none."""
    row = db.execute("select id, shop_id, ref, number, url, ended from sales_order where id = ?", (order,)).fetchone()
    if row is None:
        return None
    lines = db.execute(
        "select ref, coalesce(nullif(title, ''), sku), open from order_line"
        " where order_id = ? and gone = 0 and open > 0 order by ref",
        (order,),
    )
    return OrderFacts(
        id=row[0],
        shop_id=row[1],
        ref=row[2],
        number=row[3],
        url=row[4],
        ended=bool(row[5]),
        lines=tuple(OrderLineFacts(ref=ref, title=title, pieces=pieces) for ref, title, pieces in lines),
    )


def order_of_entry(db: Connection, seq: int) -> int | None:
    """The order that a ledger row is about; None for the seller's own acts."""
    row = db.execute("select order_id from stock_entry where seq = ?", (seq,)).fetchone()
    return row[0] if row else None


def listing_rows(db: Connection, order: int) -> list[int]:
    """The listings that an order names: after a cancel or refund their numbers are read, and written again."""
    rows = db.execute(
        "select distinct coalesce(holder.id, listing.id) from order_line"
        " join sales_order on sales_order.id = order_id"
        " join listing on listing.shop_id = sales_order.shop_id and listing.ref = listing_ref"
        " left join listing as holder on holder.shop_id = listing.shop_id and holder.ref = listing.stock_of"
        " where order_id = ?",
        (order,),
    )
    return [number for (number,) in rows]
