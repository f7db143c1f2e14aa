"""Everything on record about one incident: one bounded window of each table, by its index.

Reads only. What it means is decided in `core.diagnosis`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.diagnosis_facts import (
    Alarmed,
    Back,
    Edited,
    Facts,
    Move,
    Place,
    Rang,
    Ruled,
    Said,
    Sale,
    Shown,
    Told,
)
from app.store import access, alert_log, settings, shop_log
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

LOOK_BACK = timedelta(days=7)
CALLS_BEFORE = timedelta(hours=3)
AFTER = timedelta(minutes=15)
ROWS_MAX = 1500  # of the ledger
STEPS_MAX = 2000  # of each listing's promises
RULES = (
    settings.FLOOR, settings.REORDER_POINT, settings.HELD_BACK, settings.END_WHEN, settings.CAP, settings.CHOICE,
    settings.POLL_S, settings.LAST_PIECES,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """What is read: the incident, its product, and from when to when."""

    number: int
    product: int
    begin: datetime
    calls: datetime
    end: datetime

    @property
    def times(self) -> tuple[str, str]:
        """The window of what is kept for days."""
        return stamp(self.begin), stamp(self.end)


def gather(db: Connection, number: int, *, now: datetime) -> Facts | None:
    """The facts of one incident; None where there is none with this number."""
    row = db.execute(
        "select product_id, sku, title, opened_at, closed_at from incident join product on product.id = product_id"
        " where incident.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    product, sku, title, opened = row[0], row[1], row[2], moment(row[3])
    span = _span(db, number, product, opened, min(now, moment_or_none(row[4]) or now))
    places = _places(db, product, number)
    shops = sorted({place.shop for place in places})
    listings = [place.listing for place in places]
    moves = _moves(db, span)
    by_hand = _by_hand(db, span)
    return Facts(
        number=number, sku=sku, title=title, product=product, opened_at=opened, end=span.end, places=places,
        moves=moves, sales=_sales(db, span, places), shown=_shown(db, listings, span),
        told=_told(db, shops, listings, span),
        said=_said(db, shops, span), edits=_edits(db, listings, span), rules=_rules(db, product),
        rings=_rings(db, shops, span), back=_back(db, span), alarms=_alarms(db, shops, span),
        checks=alert_log.checkups(db, product, shops, begin=span.begin, opened_at=opened, end=span.end),
        alerts_seen=alert_log.seen(db, product, shops, begin=span.begin, end=span.end),
        pasted=shop_log.kept(db, number), race=timedelta(seconds=access.race_s(db)),
        hand_moves=[move for move in by_hand if move.at >= span.begin], last_hand=by_hand[-1] if by_hand else None,
    )  # fmt: skip


def _span(db: Connection, number: int, product: int, opened: datetime, now: datetime) -> _Span:
    """From a week before it opened to a quarter of an hour after its last order."""
    first, last = db.execute(
        "select min(placed_at), max(incident_claim.heard_at) from incident_claim"
        " join sales_order on sales_order.id = order_id where incident_id = ?",
        (number,),
    ).fetchone()
    begin = min(opened, moment(first)) if first else opened
    end = max(opened, moment(last)) if last else opened
    return _Span(
        number=number,
        product=product,
        begin=opened - LOOK_BACK,
        calls=max(begin, opened - LOOK_BACK) - CALLS_BEFORE,
        end=min(max(now, end), end + AFTER),
    )


_PLACES = """
    select listing.id, listing.shop_id, shop.name, letter, coalesce(product.sku, listing.sku), part, per, oversells,
        coalesce((select value from setting_now where name = 'poll_s' and shop_id = shop.id and product_id = 0), poll_s)
    from (select ?1 as sold, 0 as part, 1 as per
        union all select bundle_id, 1, quantity from bundle_part where part_id = ?1)
    join listing on listing.product_id = sold join shop on shop.id = listing.shop_id
    left join product on product.id = listing.product_id
    where stock_of is null and (mode != 'looking' or exists (select 1 from incident_claim
        join sales_order on sales_order.id = order_id where incident_id = ?2 and sales_order.shop_id = shop.id))
    order by listing.id
"""


def _places(db: Connection, product: int, number: int) -> list[Place]:
    """Where it is sold. A shop that is only looked at counts once it took an order that went over."""
    return [
        Place(
            listing=listing, shop=shop, name=name, letter=letter, sku=sku, bundle=bool(part), per=per,
            oversells=bool(oversells), poll_s=float(poll_s),
        )
        for listing, shop, name, letter, sku, part, per, oversells, poll_s in db.execute(_PLACES, (product, number))
    ]  # fmt: skip


_MOVES = (
    "select seq, recorded_at, kind, on_hand_delta, committed_delta, on_hand_after, committed_after, order_id, reason,"
    " note from stock_entry where product_id = ?1"
)


def _moves(db: Connection, span: _Span) -> list[Move]:
    """Rows of the window, by the place of the newest claim in the ledger: later rows are not read.

    The plus keeps SQLite from walking through all rows of the product instead of those of a few orders.
    """
    anchor = db.execute(
        "select max(seq) from stock_entry where +product_id = ?1 and order_id in"
        " (select order_id from incident_claim where incident_id = ?2)",
        (span.product, span.number),
    ).fetchone()[0]
    if anchor is None:
        anchor = db.execute(
            "select seq from stock_entry where product_id = ? and recorded_at <= ? order by seq desc limit 1",
            (span.product, stamp(span.end)),
        ).fetchone()
        anchor = anchor[0] if anchor else 0
    before = db.execute(_MOVES + " and seq <= ?2 order by seq desc limit ?3", (span.product, anchor, ROWS_MAX))
    rows = [_move(row) for row in before][::-1]
    after = db.execute(_MOVES + " and seq > ?2 order by seq limit 200", (span.product, anchor))
    rows += [_move(row) for row in after]
    return [row for row in rows if span.begin <= row.at <= span.end]


def _move(row: Sequence[Any]) -> Move:
    fields = dict(zip(Move.__slots__, row, strict=True))
    fields["at"] = moment(fields["at"])
    return Move(**fields)


def _by_hand(db: Connection, span: _Span) -> list[Move]:
    by_index = _MOVES.replace("from stock_entry", "from stock_entry indexed by stock_entry_by_hand")
    rows = db.execute(
        by_index + " and kind in ('adjust', 'count') and recorded_at <= ?2 and reason != 'start'"
        " order by seq desc limit 100",
        (span.product, stamp(span.end)),
    )
    return [_move(row) for row in rows][::-1]


_SALES = """
    select sales_order.id, sales_order.number, sales_order.shop_id, coalesce(holder.id, listing.id), booked.pieces,
        placed_at, behind_s, sales_order.heard_at, booked.at, heard_by, coalesce(incident_claim.pieces, 0),
        coalesce(order_line.open > order_line.taken and not ended, 0)
    from (select order_id, line_ref, sum(committed_delta) as pieces, min(recorded_at) as at, min(seq) as seq
        from (select * from stock_entry where product_id = ?1 and seq <= ?2 order by seq desc limit ?3)
        where kind = 'commit' and order_id is not null and recorded_at >= ?4 and recorded_at <= ?5
        group by order_id) as booked
    join sales_order on sales_order.id = booked.order_id join shop on shop.id = sales_order.shop_id
    left join order_line on order_line.order_id = booked.order_id and order_line.ref = booked.line_ref
    left join listing on listing.shop_id = sales_order.shop_id and listing.ref = order_line.listing_ref
    left join listing as holder on holder.shop_id = listing.shop_id and holder.ref = listing.stock_of
    left join incident_claim on incident_id = ?6 and incident_claim.order_id = booked.order_id
    order by booked.seq
"""


def _sales(db: Connection, span: _Span, places: Sequence[Place]) -> list[Sale]:
    """Orders name a listing as the shop did then. Listed anew, it has another ref: then it is the shop's own one."""
    own = {place.shop: place.listing for place in reversed(places) if not place.bundle}
    last = db.execute(
        "select coalesce(max(seq), 0) from stock_entry where +product_id = ?1 and order_id in"
        " (select order_id from incident_claim where incident_id = ?2)",
        (span.product, span.number),
    ).fetchone()[0]
    begin, end = span.times
    rows = db.execute(_SALES, (span.product, last, ROWS_MAX, begin, end, span.number))
    return [_sale(row, own) for row in rows]


def _sale(row: Sequence[Any], own: Mapping[int, int]) -> Sale:
    order, number, shop, listing, pieces, placed, behind, heard, booked, by, over, untaken = row
    return Sale(
        order=order, number=number, shop=shop, listing=listing or own.get(shop), pieces=pieces,
        placed_at=moment(placed),
        bought_at=moment(placed) + timedelta(seconds=behind or 0.0), heard_at=moment(heard), booked_at=moment(booked),
        by=by, over=over, untaken=bool(untaken),
    )  # fmt: skip


def _shown(db: Connection, listings: Sequence[int], span: _Span) -> list[Shown]:
    """What each listing could sell, from its newest promise before the window on."""
    found = []
    for listing in listings:
        rows = db.execute(
            "select at, bound_after from promise where listing_id = ? and at <= ? order by seq desc limit ?",
            (listing, stamp(span.end), STEPS_MAX),
        ).fetchall()
        found += [Shown(listing=listing, at=moment(at), pieces=max(0, bound)) for at, bound in rows[::-1]]
    return sorted(found, key=lambda one: one.at)


def _told(db: Connection, shops: Sequence[int], listings: Sequence[int], span: _Span) -> list[Told]:
    rows = db.execute(
        "select id, shop_id, listing_id, at, quantity, seconds from confirmation"
        " where shop_id in (select value from json_each(?1)) and at between ?2 and ?3"
        " and listing_id in (select value from json_each(?4)) order by at, id",
        (json.dumps(list(shops)), *span.times, json.dumps(list(listings))),
    )
    return [
        Told(id=id_, shop=shop, listing=listing, at=moment(at), quantity=quantity, seconds=seconds)
        for id_, shop, listing, at, quantity, seconds in rows
    ]


def _said(db: Connection, shops: Sequence[int], span: _Span) -> list[Said]:
    rows = db.execute(
        "select id, shop_id, at, verb, target, outcome, status, milliseconds, words from channel_call"
        " where shop_id in (select value from json_each(?1)) and at between ?2 and ?3 order by at, id",
        (json.dumps(list(shops)), stamp(span.calls), stamp(span.end)),
    )
    found = []
    for row in rows:
        fields = dict(zip(Said.__slots__, row, strict=True))
        fields["at"] = moment(fields["at"])
        found.append(Said(**fields))
    return found


def _edits(db: Connection, listings: Sequence[int], span: _Span) -> list[Edited]:
    rows = db.execute(
        "select edit.id, listing_id, found_at, expected, seen, wrote_at, decision from outside_edit as edit"
        " left join edit_decision on edit_id = edit.id"
        " where listing_id in (select value from json_each(?1)) and found_at between ?2 and ?3"
        " order by found_at, edit.id",
        (json.dumps(list(listings)), *span.times),
    )
    return [
        Edited(
            id=id_, listing=listing, found_at=moment(at), expected=expected, seen=seen, wrote_at=moment_or_none(wrote),
            decision=decision,
        )
        for id_, listing, at, expected, seen, wrote, decision in rows
    ]  # fmt: skip


def _rules(db: Connection, product: int) -> list[Ruled]:
    """Every dated row: what holds now was perhaps not what held then."""
    rows = db.execute(
        "select seq, at, name, shop_id, product_id, value from setting"
        " where name in (select value from json_each(?1)) and product_id in (0, ?2) order by seq",
        (json.dumps(RULES), product),
    )
    return [
        Ruled(seq=seq, at=moment(at), name=name, shop=shop, product=of, value=value)
        for seq, at, name, shop, of, value in rows
    ]


def _rings(db: Connection, shops: Sequence[int], span: _Span) -> list[Rang]:
    rows = db.execute(
        "select shop_id, ref, rung_at, handled_at from doorbell where shop_id in (select value from json_each(?1))"
        " and kind = 'order' and source = 'webhook' and rung_at between ?2 and ?3 order by id",
        (json.dumps(list(shops)), stamp(span.calls), stamp(span.end)),
    )
    return [Rang(shop=shop, ref=ref, at=moment(at), handled_at=moment_or_none(done)) for shop, ref, at, done in rows]


def _back(db: Connection, span: _Span) -> list[Back]:
    rows = db.execute(
        "select question.order_id, number, shop_id, kind, pieces * per_piece, asked_at, answer, answered_at"
        " from question join order_part using (order_id, line_ref)"
        " join sales_order on sales_order.id = question.order_id"
        " where product_id = ?1 and asked_at between ?2 and ?3 order by question.id",
        (span.product, *span.times),
    )
    return [
        Back(
            order=order, number=number, shop=shop, kind=kind, pieces=pieces, asked_at=moment(at), answer=answer,
            answered_at=moment_or_none(done),
        )
        for order, number, shop, kind, pieces, at, answer, done in rows
    ]  # fmt: skip


def _alarms(db: Connection, shops: Sequence[int], span: _Span) -> list[Alarmed]:
    rows = db.execute(
        "select shop_id, kind, rang_at, ended_at from alarm where shop_id in (select value from json_each(?1))"
        " and rang_at between ?2 and ?3 order by id",
        (json.dumps(list(shops)), *span.times),
    )
    return [
        Alarmed(shop=shop, kind=kind, at=moment(at), ended_at=moment_or_none(done)) for shop, kind, at, done in rows
    ]
