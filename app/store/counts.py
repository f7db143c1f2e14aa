"""Counts of what lies on the shelves: their lines, every scan as a row, and what is read of them while they are blind.

Until a shelf is closed nothing here answers with a ledger number; `count_review` does, and refuses before that.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.count_paper import PaperLine
from app.core.counting import Event, Kind, Tally, Tolerance, tallies
from app.core.text import N_
from app.errors import PlimsollError
from app.store import places
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One count. `packed_elsewhere` None: not asked yet whether packed parcels lie elsewhere."""

    id: int
    name: str
    kind: str
    begun_at: datetime
    ended_at: datetime | None
    tolerance: Tolerance
    packed_elsewhere: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A product of a count, as far as it may be shown while it is blind.

    `places` are where it lies, `asked` says whether it was on the list, `counted` is what was counted in this round:
    None while nothing was. `moved`: it is counted again because it moved meanwhile. `sealed`: it is closed.
    """

    product: int
    sku: str
    title: str
    barcode: str
    shelf: str
    places: tuple[str, ...]
    asked: bool
    kept: bool | None
    round: int
    moved: bool
    sealed: bool
    counted: int | None
    damaged: int
    misses: tuple[str, ...]
    posted: str | None
    open: bool

    @property
    def done(self) -> bool:
        """Were all its places looked at in this round?"""
        return self.counted is not None and not self.misses


_SESSION = (
    "select id, name, kind, begun_at, ended_at, pieces, percent, strict_below, packed_elsewhere from count_session"
)


def _session(row: Sequence[Any]) -> Session:
    number, name, kind, begun_at, ended_at, pieces, percent, strict_below, packed = row
    return Session(
        id=number,
        name=name,
        kind=kind,
        begun_at=moment(begun_at),
        ended_at=moment_or_none(ended_at),
        tolerance=Tolerance(pieces=pieces, percent=percent, strict_below=strict_below),
        packed_elsewhere=None if packed is None else bool(packed),
    )


def session(db: Connection, number: int) -> Session | None:
    """One count."""
    row = db.execute(_SESSION + " where id = ?", (number,)).fetchone()
    return _session(row) if row else None


def open_sessions(db: Connection) -> list[Session]:
    """Counts that were begun and not ended, the newest first: after a crash or a week they go on."""
    return [_session(row) for row in db.execute(_SESSION + " where ended_at is null order by id desc")]


def ended_sessions(db: Connection, *, limit: int = 50) -> list[Session]:
    """Counts that are over, the newest first."""
    return [
        _session(row) for row in db.execute(_SESSION + " where ended_at is not null order by id desc limit ?", (limit,))
    ]


def begin(
    db: Connection, *, name: str, kind: str, products: Iterable[int], tolerance: Tolerance, now: datetime
) -> tuple[int, list[str]]:
    """Inside a transaction: begin a count of these products; its number, and the SKUs that another count has."""
    wanted = json.dumps(sorted(set(products)))
    taken = db.execute(
        "select sku from product join count_line on product_id = id and open = 1"
        " where id in (select value from json_each(?)) order by sku",
        (wanted,),
    ).fetchall()
    added = db.execute(
        "insert into count_session (name, kind, begun_at, pieces, percent, strict_below) values (?, ?, ?, ?, ?, ?)",
        (name, kind, stamp(now), tolerance.pieces, tolerance.percent, tolerance.strict_below),
    )
    assert added.lastrowid is not None
    rows = db.execute(
        "select id, place from product where id in (select value from json_each(?1))"
        " and id not in (select product_id from count_line where open = 1)"
        " and id not in (select bundle_id from bundle_part)",
        (wanted,),
    ).fetchall()
    db.executemany(
        "insert into count_line (session_id, product_id, shelf) values (?, ?, ?)",
        [(added.lastrowid, product, places.shelf_of(place)) for product, place in rows],
    )
    return added.lastrowid, [sku for (sku,) in taken]


def ask_for(db: Connection, number: int, product: int, *, shelf: str) -> None:
    """Inside a transaction: a product that nobody asked for was found. Another open count may have it: refused."""
    held = db.execute(
        "select name, sku from count_line join count_session on count_session.id = session_id"
        " join product on product.id = product_id"
        " where product_id = ?1 and open = 1 and session_id != ?2",
        (product, number),
    ).fetchone()
    if held:
        raise PlimsollError(
            N_("{sku} is being counted in “{count}”.", sku=held[1], count=held[0]),
            N_("Count it there, or end that count first."),
        )
    db.execute(
        "insert into count_line (session_id, product_id, shelf, asked) values (?, ?, ?, 0) on conflict do nothing",
        (number, product, shelf),
    )


_RECORD = """
    insert into count_event (session_id, product_id, kind, at, place, round, pieces, code, undoes, on_hand, ledger_seq)
    values (?1, ?2, ?3, ?4, ?5, coalesce((select round from count_line where session_id = ?1 and product_id = ?2), 1),
        ?6, ?7, ?8, coalesce((select on_hand from stock_level where product_id = ?2), 0),
        coalesce((select max(seq) from stock_entry where product_id = ?2 and on_hand_delta != 0), 0))
    returning seq
"""


def record(
    db: Connection,
    number: int,
    kind: Kind,
    *,
    product: int | None = None,
    pieces: int = 0,
    place: str = "",
    code: str = "",
    undoes: int | None = None,
    now: datetime,
) -> int:
    """Inside a transaction: keep one thing the seller did, with the ledger's position at this moment; its number."""
    row = db.execute(_RECORD, (number, product, kind.value, stamp(now), place, pieces, code, undoes)).fetchone()
    return int(row[0])


_EVENTS = "select seq, kind, at, product_id, place, round, pieces, code, undoes, on_hand, ledger_seq from count_event"


def _event(row: Sequence[Any]) -> Event:
    seq, kind, at, product, place, turn, pieces, code, undoes, on_hand, ledger_seq = row
    return Event(
        seq=seq,
        kind=Kind(kind),
        at=moment(at),
        product=product,
        place=place,
        round=turn,
        pieces=pieces,
        code=code,
        undoes=undoes,
        on_hand=on_hand,
        ledger_seq=ledger_seq,
    )


def events(db: Connection, number: int, *, product: int | None = None) -> list[Event]:
    """What was done in a count, or to one of its products, in order. Not for the screen: see `last_events`."""
    rows = db.execute(
        _EVENTS + " where session_id = ?1 and (?2 is null or product_id = ?2) order by seq", (number, product)
    )
    return [_event(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A row of “Last scans”: what was done, and what it came to.

    `hidden`: it is of a first count, and a second one is under way: its number is told to nobody (rule 11).
    """

    seq: int
    kind: Kind
    at: datetime
    sku: str
    title: str
    pieces: int
    code: str
    undone: bool
    hidden: bool = False
    product: int | None = None


def last_events(db: Connection, number: int, *, limit: int = 8) -> list[Done]:
    """The newest things that were done, newest first. No ledger number is in it."""
    rows = db.execute(
        "select event.seq, event.kind, event.at, coalesce(sku, ''), coalesce(title, ''), event.pieces, event.code,"
        " exists (select 1 from count_event as later where later.undoes = event.seq), event.product_id,"
        " coalesce(event.round < line.round and line.sealed < line.round, 0)"
        " from count_event as event left join product on product.id = event.product_id"
        " left join count_line as line on line.session_id = event.session_id and line.product_id = event.product_id"
        " where event.session_id = ? and event.kind != 'undo' order by event.seq desc limit ?",
        (number, limit),
    )
    return [
        Done(
            seq=seq,
            kind=Kind(kind),
            at=moment(at),
            sku=sku,
            title=title,
            pieces=0 if hidden else pieces,
            code=code,
            undone=bool(undone),
            hidden=bool(hidden),
            product=product,
        )
        for seq, kind, at, sku, title, pieces, code, undone, product, hidden in rows
    ]


def newest_standing(db: Connection, number: int) -> Event | None:
    """The newest row that can still be taken back: not of a shelf that is closed."""
    row = db.execute(
        _EVENTS + " as event where session_id = ?1 and kind != 'undo' and not exists"
        " (select 1 from count_event as later where later.undoes = event.seq)"
        " and (product_id is null or exists (select 1 from count_line where session_id = ?1"
        "  and count_line.product_id = event.product_id and open = 1 and sealed < event.round))"
        " order by seq desc limit 1",
        (number,),
    ).fetchone()
    return _event(row) if row else None


def unknown_codes(db: Connection, number: int) -> list[Done]:
    """Codes that belong to nothing, and were not yet matched or taken back."""
    return [one for one in last_events(db, number, limit=10_000) if one.kind is Kind.UNKNOWN and not one.undone]


# ------------------------------------------------------------------------------------------------ lines


_LINES = """
    select count_line.product_id, sku, title, coalesce(barcode, ''), shelf, asked, kept, round, sealed, posted, open
    from count_line join product on product.id = count_line.product_id
    where session_id = ? order by shelf, asked desc, product.place, sku
"""


def lines(db: Connection, number: int) -> list[Line]:
    """Every product of a count, in the order in which it is walked. Blind: what was counted, and nothing else."""
    summed = tallies(events(db, number))
    lying = places_of(db, number)
    return [_line(row, summed, lying) for row in db.execute(_LINES, (number,))]


def line(db: Connection, number: int, product: int) -> Line | None:
    """One product of a count."""
    row = db.execute(_LINES.replace("order by", "and count_line.product_id = ? order by"), (number, product)).fetchone()
    if row is None:
        return None
    summed = tallies(events(db, number, product=product))
    return _line(row, summed, {product: places.of_product(db, product)})


def _line(row: Sequence[Any], summed: dict[tuple[int, int], Tally], lying: dict[int, list[str]]) -> Line:
    product, sku, title, barcode, shelf, asked, kept, turn, sealed, posted, is_open = row
    tally = summed.get((product, turn), Tally())
    where = tuple(lying.get(product, ()))
    return Line(
        product=product,
        sku=sku,
        title=title,
        barcode=barcode,
        shelf=shelf,
        places=where,
        asked=bool(asked),
        kept=None if kept is None else bool(kept),
        round=turn,
        moved=turn > 1 and summed.get((product, turn - 1), Tally()).moved,
        sealed=sealed >= turn,
        counted=tally.pieces if tally.counted else None,
        damaged=tally.damaged,
        misses=tuple(tally.misses(where)) if tally.counted else where,
        posted=posted,
        open=bool(is_open),
    )


def newest(db: Connection, number: int) -> int:
    """The number of the newest act in a count; 0 where nothing was done."""
    (found,) = db.execute("select coalesce(max(seq), 0) from count_event where session_id = ?", (number,)).fetchone()
    return int(found)


def paper_lines(db: Connection, number: int) -> list[PaperLine]:
    """A count as it is written on paper: a line for each place of each product, in walking order. Blind."""
    latest = dict(
        db.execute(
            "select product_id, max(seq) from count_event where session_id = ? and product_id is not null"
            " group by product_id",
            (number,),
        ).fetchall()
    )
    found = [
        PaperLine(
            product=line.product,
            sku=line.sku,
            title=line.title,
            barcode=line.barcode,
            shelf=places.shelf_of(place),
            place=place,
            latest=latest.get(line.product, 0),
            closed=line.sealed or not line.open,
        )
        for line in lines(db, number)
        for place in line.places or ("",)
    ]
    return sorted(found, key=lambda line: (line.shelf, line.place, line.sku))


def places_of(db: Connection, number: int) -> dict[int, list[str]]:
    """By product: where everything in a count lies, in the order in which it is walked."""
    found: dict[int, list[str]] = {}
    for product, place in db.execute(
        "select product_place.product_id, place from product_place"
        " join count_line on count_line.product_id = product_place.product_id"
        " where session_id = ? order by product_place.product_id, walk, place",
        (number,),
    ):
        found.setdefault(product, []).append(place)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A shelf of a count: how many of its products are counted, and whether it is closed or posted."""

    name: str
    lines: int
    counted: int
    again: int
    closed_at: datetime | None
    posted_at: datetime | None


def shelves(db: Connection, number: int) -> list[Shelf]:
    """The shelves of a count, in the order in which they are walked."""
    closed = {
        shelf: (moment(at), moment_or_none(posted))
        for shelf, at, posted in db.execute(
            "select shelf, closed_at, posted_at from count_shelf where session_id = ?", (number,)
        )
    }
    by_shelf: dict[str, list[Line]] = {}
    for one in lines(db, number):
        by_shelf.setdefault(one.shelf, []).append(one)
    return [
        Shelf(
            name=name,
            lines=len(found),
            counted=sum(one.done for one in found),
            again=sum(one.round > 1 and not one.done for one in found),
            closed_at=closed.get(name, (None, None))[0],
            posted_at=closed.get(name, (None, None))[1],
        )
        for name, found in by_shelf.items()
    ]


def close_shelf(db: Connection, number: int, shelf: str, *, now: datetime) -> None:
    """Inside a transaction: the seller is done with a shelf; from now on its ledger numbers may be seen."""
    db.execute(
        "insert into count_shelf (session_id, shelf, closed_at) values (?, ?, ?) on conflict do nothing",
        (number, shelf, stamp(now)),
    )
    db.executemany(
        "update count_line set sealed = round where session_id = ? and product_id = ?",
        [(number, line.product) for line in lines(db, number) if line.shelf == shelf and line.done],
    )


def is_closed(db: Connection, number: int, shelf: str) -> bool:
    """Is the shelf closed?"""
    return (
        db.execute("select 1 from count_shelf where session_id = ? and shelf = ?", (number, shelf)).fetchone()
        is not None
    )


def set_round(db: Connection, number: int, product: int, turn: int) -> None:
    """Inside a transaction: the product is counted again, blind to its first number (rule 11)."""
    db.execute("update count_line set round = ? where session_id = ? and product_id = ?", (turn, number, product))


def set_packed_elsewhere(db: Connection, number: int, *, elsewhere: bool) -> None:
    """Inside a transaction: the seller's answer, asked once for each count."""
    db.execute("update count_session set packed_elsewhere = ? where id = ?", (elsewhere, number))


def set_packed(db: Connection, number: int, product: int, pieces: int) -> None:
    """Inside a transaction: so many of its pieces lie packed elsewhere."""
    db.execute("update count_line set packed = ? where session_id = ? and product_id = ?", (pieces, number, product))


def set_reason(db: Connection, number: int, product: int, reason: str, *, note: str = "") -> None:
    """Inside a transaction: why it is apart."""
    db.execute(
        "update count_line set reason = ?, note = ? where session_id = ? and product_id = ?",
        (reason, note, number, product),
    )


def keep(db: Connection, number: int, product: int, *, kept: bool) -> None:
    """Inside a transaction: what was found without being asked for counts, or does not."""
    db.execute(
        "update count_line set kept = ?, open = ? where session_id = ? and product_id = ? and asked = 0",
        (kept, kept, number, product),
    )


def end(db: Connection, number: int, *, now: datetime) -> None:
    """Inside a transaction: the count is over; what was not posted is free to be counted elsewhere."""
    db.execute("update count_session set ended_at = ? where id = ? and ended_at is null", (stamp(now), number))
    db.execute("update count_line set open = 0 where session_id = ?", (number,))
