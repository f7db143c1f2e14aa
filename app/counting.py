"""What a seller does while counting: each act one function and one transaction, on disk before anything is shown.

Nothing returned before a shelf is closed carries a ledger number. Stock changes only in `post_shelf`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.changes import Changes
from app.core.count_entry import once
from app.core.count_paper import Keyed
from app.core.counting import PIECES_MAX, WAITS, Counted, Kind, Tolerance, Verdict, judge
from app.core.stock import EntryKind, StockEntry
from app.core.text import N_
from app.errors import PlimsollError
from app.posting import post_undo
from app.store import booking, catalog, codes, count_review, counts, ledger, places
from app.store.codes import Named
from app.store.count_review import Facts
from app.store.counts import Line, Session
from app.store.database import transaction
from app.store.ledger import Source
from app.store.sqlite import Connection


class Sort(StrEnum):
    """How a scan was taken: each has a tone and a line of its own."""

    ACCEPTED = "accepted"
    ELSEWHERE = "elsewhere"  # of another shelf, or nobody asked for it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became of a scan. `line` is the product's, as far as it may be shown; None for an unknown code."""

    sort: Sort
    code: str
    pieces: int = 0
    line: Line | None = None


def begin(
    db: Connection, *, name: str, kind: str, products: Iterable[int], tolerance: Tolerance, now: datetime
) -> tuple[int, list[str]]:
    """Begin a count; its number, and the SKUs that another open count has."""
    with transaction(db):
        return counts.begin(db, name=name, kind=kind, products=products, tolerance=tolerance, now=now)


def scan(
    db: Connection, number: int, code: str, *, times: int = 1, shelf: str = "", place: str = "", now: datetime
) -> Heard:
    """A code was read at this shelf and place. A bundle's code counts its parts, a pack's code its pieces."""
    named = codes.resolve(db, once(code, lambda text: codes.resolve(db, text) is not None))
    if named is None:
        with transaction(db):
            counts.record(db, number, Kind.UNKNOWN, code=code.strip(), pieces=times, now=now)
        return Heard(sort=Sort.UNKNOWN, code=code.strip(), pieces=times)
    parts = _parts(db, named)
    with transaction(db):
        sorts = [
            _count(db, number, part, pieces * times, Kind.SCAN, shelf, place, now, code=code) for part, pieces in parts
        ]
    sort = Sort.ELSEWHERE if Sort.ELSEWHERE in sorts else Sort.ACCEPTED
    line = counts.line(db, number, parts[-1][0])
    return Heard(sort=sort, code=code, pieces=times * named.pieces, line=line)


def take_in(db: Connection, number: int, product: int, *, shelf: str) -> None:
    """A product that nobody asked for lies on this shelf: it is counted too, and decided in the review."""
    with transaction(db):
        counts.ask_for(db, number, product, shelf=shelf)


def _parts(db: Connection, named: Named) -> list[tuple[int, int]]:
    rows = db.execute("select part_id, quantity from bundle_part where bundle_id = ?", (named.product,)).fetchall()
    return [(part, quantity * named.pieces) for part, quantity in rows] or [(named.product, named.pieces)]


def put(
    db: Connection, number: int, product: int, kind: Kind, pieces: int, *, shelf: str = "", place: str = "",
    now: datetime
) -> Heard:  # fmt: skip
    """A number was typed (`SET`), more or fewer (`ADD`), or so many that cannot be sold (`DAMAGED`)."""
    if abs(pieces) > PIECES_MAX or (kind is Kind.SET and pieces < 0):
        raise PlimsollError(N_("{pieces} is not possible here.", pieces=pieces), N_("Nothing was counted."))
    with transaction(db):
        sort = _count(db, number, product, pieces, kind, shelf, place, now)
    return Heard(sort=sort, code="", pieces=pieces, line=counts.line(db, number, product))


def take_list(db: Connection, number: int, rows: Sequence[Keyed], *, now: datetime) -> int:
    """Count what was filled in on a list: all rows that can be taken, in one transaction; how many these were.

    What was scanned between preview and press stands.
    """
    taken = 0
    with transaction(db):
        for row in rows:
            if row.product is not None and row.pieces is not None and row.taken:
                line = counts.line(db, number, row.product)
                if line is not None and line.open and not line.sealed:
                    shelf = places.shelf_of(row.place) or line.shelf
                    _count(db, number, row.product, row.pieces, Kind.SET, shelf, row.place, now)
                    taken += 1
    return taken


def _count(
    db: Connection, number: int, product: int, pieces: int, kind: Kind, shelf: str, place: str, now: datetime,
    *, code: str = ""
) -> Sort:  # fmt: skip
    line = counts.line(db, number, product)
    if line is None:
        counts.ask_for(db, number, product, shelf=shelf)
        line = counts.line(db, number, product)
        assert line is not None
    count_review.refuse_closed(db, number, product, line.round)
    counts.record(
        db,
        number,
        kind,
        product=product,
        pieces=pieces,
        place=_place(line, shelf, place),
        code=code.strip(),
        now=now,
    )
    here = line.shelf == shelf or any(places.shelf_of(one) == shelf for one in line.places)
    return Sort.ACCEPTED if line.asked and here else Sort.ELSEWHERE


def _place(line: Line, shelf: str, place: str) -> str:
    """Where it counts: where the seller stands; on a foreign shelf, that is one more place."""
    if not line.places or place in line.places:
        return place
    here = [one for one in line.places if not shelf or places.shelf_of(one) == shelf]
    if not here:
        return shelf
    return next((one for one in line.misses if one in here), here[-1])


def undo(db: Connection, number: int, *, now: datetime) -> Line | None:
    """Take back the newest thing that can be; its product's line. None where there is nothing."""
    with transaction(db):
        newest = counts.newest_standing(db, number)
        if newest is None:
            return None
        _take_back(db, number, newest.seq, newest.product, now)
    return counts.line(db, number, newest.product) if newest.product is not None else None


def undo_row(db: Connection, number: int, seq: int, *, now: datetime) -> None:
    """Take back one row of “Last scans”."""
    with transaction(db):
        row = next((one for one in counts.events(db, number) if one.seq == seq), None)
        if row is not None and not any(one.undoes == seq for one in counts.events(db, number, product=row.product)):
            if row.product is not None:
                count_review.refuse_closed(db, number, row.product, row.round)
            _take_back(db, number, seq, row.product, now)


def _take_back(db: Connection, number: int, seq: int, product: int | None, now: datetime) -> None:
    counts.record(db, number, Kind.UNDO, product=product, undoes=seq, now=now)


def name_code(
    db: Connection, number: int, seq: int, product: int, *, pieces: int = 1, learn: bool = True, now: datetime
) -> Heard:
    """The seller says which product an unknown code is: it is learned, and what was scanned counts."""
    with transaction(db):
        row = next((one for one in counts.unknown_codes(db, number) if one.seq == seq), None)
        if row is None:
            raise PlimsollError(N_("This scan was matched already."), N_("Nothing was counted."))
        if learn:
            codes.learn(db, row.code, product, pieces=pieces, now=now)
        _take_back(db, number, seq, None, now)
        shelf = places.shelf_of((places.of_product(db, product) or [""])[0])
        sort = _count(db, number, product, row.pieces * pieces, Kind.SCAN, shelf, "", now, code=row.code)
    return Heard(sort=sort, code=row.code, pieces=row.pieces * pieces, line=counts.line(db, number, product))


# ------------------------------------------------------------------------------------------------ closing


def close(db: Connection, number: int, shelf: str, *, anyway: bool = False, now: datetime) -> list[Line]:
    """Close a shelf, unless something must be counted again first: those lines, blind to their first number.

    `anyway`: close it all the same; what should be counted again waits when the rest is posted.
    """
    with transaction(db):
        found = counts.session(db, number)
        assert found is not None, number
        again = [] if anyway else _again(db, found, shelf)
        for product, turn in again:
            counts.set_round(db, number, product, turn)
        if not again and not (not anyway and _recounting(db, number, shelf)):
            counts.close_shelf(db, number, shelf, now=now)
    return [line for line in counts.lines(db, number) if line.shelf == shelf and line.round > 1 and not line.done]


def _recounting(db: Connection, number: int, shelf: str) -> bool:
    return any(line.shelf == shelf and line.round > 1 and not line.done for line in counts.lines(db, number))


def recount(db: Connection, number: int, product: int) -> None:
    """Count a product of a closed shelf once more, blind to its former numbers. One that was not counted goes on."""
    with transaction(db):
        line = counts.line(db, number, product)
        assert line is not None, product
        if not line.open:
            raise PlimsollError(N_("This product is posted already."), N_("Undo that posting, or count it anew."))
        if line.counted is not None and not line.misses:
            counts.set_round(db, number, product, line.round + 1)


def _again(db: Connection, session: Session, shelf: str) -> list[tuple[int, int]]:
    """Products whose newest complete round is too far apart, or moved: with the round that comes next.

    Where parcels lie elsewhere, they may be all that is missing: the review asks that first.
    """
    found = []
    for facts in count_review.facts_of_shelf(db, session.id, shelf):
        if facts.round not in facts.rounds or facts.posted or facts.sealed:
            continue
        line = _counted(facts)
        verdict = judge(line, session.tolerance)
        parcels = session.packed_elsewhere and 0 < -line.difference <= facts.committed
        if verdict is Verdict.MOVED or (verdict is Verdict.AGAIN and not parcels):
            found.append((facts.product, facts.round + 1))
    return found


def _counted(facts: Facts) -> Counted:
    return Counted(
        rounds=facts.rounds,
        places=facts.places,
        started=facts.started,
        packed=facts.packed or 0,
        reason=facts.reason,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A product of a closed shelf: its facts and what is to be done. `counted` False: nobody looked at it."""

    facts: Facts
    verdict: Verdict | None
    difference: int
    asks_packed: bool = False  # how many of its promised pieces lie packed elsewhere?

    @property
    def undecided(self) -> bool:
        """Nobody asked for it, and the seller has not said yet whether it counts."""
        return not self.facts.asked and self.facts.kept is None

    @property
    def waits(self) -> bool:
        """Is something in the way of posting it?"""
        if self.verdict is None or not self.facts.sealed:
            return True
        return self.verdict in WAITS or self.undecided or self.asks_packed


def review(db: Connection, number: int, shelf: str) -> list[Reviewed]:
    """What was counted on a closed shelf, beside the ledger. Raises `PlimsollError` while it is open."""
    found = counts.session(db, number)
    assert found is not None, number
    shown = {facts.product: facts for facts in count_review.reviews(db, number, shelf)}
    return [
        _reviewed(found, facts, shown[facts.product])
        for facts in count_review.facts_of_shelf(db, number, shelf)
        if facts.kept is not False
    ]


def _reviewed(session: Session, facts: Facts, shown: Facts) -> Reviewed:
    """Judged by all that is known, shown as far as it may be."""
    line = _counted(facts)
    counted = facts.round in facts.rounds
    asks = bool(session.packed_elsewhere) and facts.sealed and facts.committed > 0 and facts.packed is None
    return Reviewed(
        facts=shown,
        verdict=judge(line, session.tolerance) if counted else None,
        difference=line.difference if counted and facts.sealed else 0,
        asks_packed=asks and facts.posted is None,
    )


def say_why(db: Connection, number: int, product: int, reason: str, *, note: str = "") -> None:
    """The reason of a difference."""
    with transaction(db):
        counts.set_reason(db, number, product, reason, note=note)


def say_parcels(db: Connection, number: int, *, elsewhere: bool) -> None:
    """Are packed parcels lying elsewhere? Asked once for each count."""
    with transaction(db):
        counts.set_packed_elsewhere(db, number, elsewhere=elsewhere)


def say_packed(db: Connection, number: int, product: int, pieces: int) -> None:
    """So many of its promised pieces lie packed elsewhere. Raises `PlimsollError` for more than are promised."""
    with transaction(db):
        (committed,) = db.execute("select committed from stock_level where product_id = ?", (product,)).fetchone()
        if not 0 <= pieces <= max(0, committed):
            raise PlimsollError(
                N_("{committed} are promised to orders.", committed=committed),
                N_("No more than these can lie packed elsewhere. Nothing was changed."),
            )
        counts.set_packed(db, number, product, pieces)


# ------------------------------------------------------------------------------------------------ posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What posting a shelf will do: products posted and waiting, and what buyers will see of it."""

    posted: int
    waiting: int
    lower: int  # listings that go down ...
    zero: int  # ... to nothing
    oversold: int  # products that then have more promised than there are


def outlook(db: Connection, number: int, shelf: str) -> Outlook:
    """What `post_shelf` would do now."""
    rows = [row for row in review(db, number, shelf) if row.facts.posted is None]
    ready = [row for row in rows if not row.waits]
    lower = zero = oversold = 0
    for row in ready:
        change = row.difference - row.facts.rounds[max(row.facts.rounds)].damaged
        left = row.facts.on_hand + change - row.facts.committed
        listed = db.execute(
            "select count(*) from listing where product_id = ? and gone_at is null and counted and stock_of is null"
            " and believed > ?",
            (row.facts.product, max(0, left)),
        ).fetchone()[0]
        lower += listed if change < 0 else 0
        zero += listed if change < 0 and left <= 0 else 0
        oversold += left < 0
    return Outlook(posted=len(ready), waiting=len(rows) - len(ready), lower=lower, zero=zero, oversold=oversold)


def post_shelf(db: Connection, number: int, shelf: str, *, batch: str, now: datetime) -> Changes:
    """Post what is ready of a closed shelf: one transaction, one undo. What waits stays, with its reason."""
    with transaction(db):
        ready = [row for row in review(db, number, shelf) if not row.waits and row.facts.posted is None]
        levels = ledger.levels(db, [row.facts.sku for row in ready])
        entries = [entry for row in ready for entry in _entries(db, number, row, batch)]
        for row in ready:
            catalog.set_started(db, row.facts.product, started=True)
        changes = booking.append(db, entries, levels, source=Source(batch=batch), now=now)
        count_review.mark_posted(db, number, shelf, [row.facts.product for row in ready], batch, now=now)
        opened = any(not row.facts.started for row in ready)
        return changes | Changes(catalog=opened)


def _entries(db: Connection, number: int, row: Reviewed, batch: str) -> list[StockEntry]:
    facts = row.facts
    tally = facts.rounds[max(facts.rounds)]
    at = counts.events(db, number, product=facts.product)[-1].at
    reason = facts.reason or ("start" if not facts.started else "counted")
    found = StockEntry(
        key=f"{batch}/{facts.sku}", sku=facts.sku, kind=EntryKind.COUNT, happened_at=at, on_hand=row.difference,
        reason=reason, note=facts.note,
    )  # fmt: skip
    if not tally.damaged:
        return [found]
    damaged = StockEntry(
        key=f"{batch}/{facts.sku}/damaged", sku=facts.sku, kind=EntryKind.ADJUST, happened_at=at,
        on_hand=-tally.damaged, reason="broken", note=facts.note,
    )  # fmt: skip
    return [found, damaged]


def undo_posting(db: Connection, batch: str, *, now: datetime) -> Changes:
    """Take a posted shelf back as a whole, by counter-entries. It waits again to be posted. Twice changes nothing."""
    changes = post_undo(db, batch, now=now)
    with transaction(db):
        count_review.reopen(db, batch)
    return changes


def finish(db: Connection, number: int, *, now: datetime) -> None:
    """End a count. What was not posted is discarded; its rows stay."""
    with transaction(db):
        counts.end(db, number, now=now)


def decide_found(db: Connection, number: int, products: Sequence[int], *, kept: bool) -> None:
    """What was found without being asked for: keep it, or leave it out."""
    with transaction(db):
        for product in products:
            counts.keep(db, number, product, kept=kept)


def learn_code(db: Connection, code: str, product: int, *, pieces: int = 1, now: datetime) -> None:
    """A code names a product, or a pack of it, from now on: on every screen."""
    with transaction(db):
        codes.learn(db, code, product, pieces=pieces, now=now)


def put_places(db: Connection, product: int, where: Sequence[str]) -> None:
    """Where a product lies, in the order in which it is walked."""
    with transaction(db):
        places.put(db, product, where)
