"""What a count says once a shelf is closed: its products beside the ledger, and what was posted of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.core.counting import Tally, tallies
from app.core.text import N_
from app.errors import PlimsollError
from app.store.counts import events, is_closed, places_of
from app.store.moments import stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What posting and the review know of a product of a closed shelf. Ledger numbers are in it."""

    product: int
    sku: str
    title: str
    places: tuple[str, ...]
    round: int
    sealed: bool  # this round is closed, and its ledger number may be seen
    rounds: dict[int, Tally]
    started: bool
    on_hand: int
    committed: int
    packed: int | None  # None: not said yet
    reason: str
    note: str
    asked: bool
    kept: bool | None
    posted: str | None
    price_minor: int | None
    currency: str | None


def reviews(db: Connection, number: int, shelf: str) -> list[Facts]:
    """The products of a closed shelf. Ledger numbers only of those whose count is complete: the others are still blind.

    Raises `PlimsollError` while it is open.
    """
    if not is_closed(db, number, shelf):
        raise PlimsollError(N_("This shelf is still being counted."), N_("Close it to see the ledger’s numbers."))
    return [facts if facts.sealed else _blind(facts) for facts in facts_of_shelf(db, number, shelf)]


def _blind(facts: Facts) -> Facts:
    rounds = {turn: replace(tally, on_hand=0) for turn, tally in facts.rounds.items()}
    return replace(facts, rounds=rounds, on_hand=0)


def facts_of_shelf(db: Connection, number: int, shelf: str) -> list[Facts]:
    """What closing a shelf judges by. Not for any screen: `reviews` is."""
    summed = tallies(events(db, number))
    lying = places_of(db, number)
    rows = db.execute(
        "select count_line.product_id, sku, title, round, sealed, started, on_hand, committed, packed, reason, note,"
        " asked, kept, posted, price_minor, currency from count_line join product on product.id = count_line.product_id"
        " join stock_level on stock_level.product_id = count_line.product_id"
        " where session_id = ? and shelf = ? order by product.place, sku",
        (number, shelf),
    )
    return [_facts(row, summed, lying) for row in rows]


def _facts(row: Sequence[Any], summed: dict[tuple[int, int], Tally], lying: dict[int, list[str]]) -> Facts:
    product, sku, title, turn, sealed, started, on_hand, committed, packed, reason, note, asked, kept = row[:13]
    posted, price, currency = row[13:]
    return Facts(
        product=product,
        sku=sku,
        title=title,
        places=tuple(lying.get(product, ())),
        round=turn,
        sealed=sealed >= turn,
        rounds={number: tally for (of, number), tally in summed.items() if of == product},
        started=bool(started),
        on_hand=on_hand,
        committed=committed,
        packed=packed,
        reason=reason,
        note=note,
        asked=bool(asked),
        kept=None if kept is None else bool(kept),
        posted=posted,
        price_minor=price,
        currency=currency,
    )


def mark_posted(db: Connection, number: int, shelf: str, products: Sequence[int], batch: str, *, now: datetime) -> None:
    """Inside a transaction: these lines are in the ledger; the shelf is, once nothing of it waits."""
    db.executemany(
        "update count_line set posted = ?, open = 0 where session_id = ? and product_id = ?",
        [(batch, number, product) for product in products],
    )
    (waits,) = db.execute(
        "select count(*) from count_line where session_id = ? and shelf = ? and open = 1", (number, shelf)
    ).fetchone()
    if not waits:
        db.execute(
            "update count_shelf set posted_at = ? where session_id = ? and shelf = ?", (stamp(now), number, shelf)
        )


def reopen(db: Connection, batch: str) -> None:
    """Inside a transaction: what this batch posted was taken back, and waits again, unless another count has it."""
    db.execute(
        "update count_shelf set posted_at = null where (session_id, shelf) in"
        " (select session_id, shelf from count_line where posted = ?)",
        (batch,),
    )
    db.execute(
        "update count_line set posted = null, open = not exists (select 1 from count_line as other"
        " where other.product_id = count_line.product_id and other.open = 1)"
        " and (select ended_at is null from count_session where id = session_id) where posted = ?",
        (batch,),
    )


def refuse_closed(db: Connection, number: int, product: int, turn: int) -> None:
    """A round that was closed is not changed any more: its ledger number was seen. Raises `PlimsollError`."""
    row = db.execute(
        "select shelf, open, sealed from count_line where session_id = ? and product_id = ?", (number, product)
    ).fetchone()
    if row and not row[1]:
        raise PlimsollError(N_("This product is posted already."), N_("Undo that posting, or count it anew."))
    if row and turn <= row[2]:
        raise PlimsollError(
            N_("{shelf} is closed.", shelf=row[0] or "—"),
            N_("To count it again, choose that in the review."),
        )
