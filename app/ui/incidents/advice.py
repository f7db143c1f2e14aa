"""What to do about an incident now: decided from what was read, no window here."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.text import N_, NN_, Text
from app.store.incidents import Claim, IncidentRow
from app.store.listings import ListingRow
from app.store.shops import Shop


class Mark(StrEnum):
    """How a line stands."""

    TODO = "todo"
    DONE = "done"
    LOOK = "look"  # something keeps Plimsoll from doing it
    ELSE = "else"  # what else would help


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do, or done."""

    mark: Mark
    words: Text


def advice(
    row: IncidentRow,
    claims: Sequence[Claim],
    listings: Sequence[ListingRow],
    shops: Sequence[Shop],
    written: Container[int] = (),
) -> list[Line]:
    """What is to be done now, in order. Nothing for a closed incident. `written`: orders whose buyer was told."""
    if row.closed_at is not None:
        return []
    return [*_selling(row, listings, shops), *_buyers(row, claims, written), *_stock(row)]


def _selling(row: IncidentRow, listings: Sequence[ListingRow], shops: Sequence[Shop]) -> Iterator[Line]:
    """Does anybody still sell what is not there?"""
    if not row.short:
        return
    known = {shop.id: shop for shop in shops}
    showing = [
        (known[listing.shop_id], listing.believed or 0)
        for listing in listings
        if (listing.believed or 0) > 0 and listing.counted and listing.gone_at is None and listing.shop_id in known
    ]
    for shop, number in showing:
        if shop.sends and shop.trouble is None:
            yield Line(Mark.TODO, _still(shop, number))
        elif shop.sends:
            words = N_(
                "{shop} still shows {number} and gets no updates now. Plimsoll sets it to 0 as soon as it can.",
                shop=shop.name,
                number=number,
            )
            yield Line(Mark.LOOK, words)
        else:
            words = N_(
                "{shop} still shows {number}, and Plimsoll sends nothing there. Set it to 0 in {shop}.",
                shop=shop.name,
                number=number,
            )
            yield Line(Mark.LOOK, words)
    if listings and not showing:
        yield Line(Mark.DONE, N_("Stop selling: every channel shows 0."))


def _still(shop: Shop, number: int) -> Text:
    return N_("{shop} still shows {number}. Plimsoll is setting it to 0.", shop=shop.name, number=number)


def _buyers(row: IncidentRow, claims: Sequence[Claim], written: Container[int]) -> Iterator[Line]:
    waiting = [claim for claim in claims if claim.waiting > 0]
    untold = [claim for claim in waiting if claim.id not in written]
    if row.short and waiting and not untold:
        yield Line(Mark.DONE, N_("Every buyer below who still waits was written to."))
    elif row.short and untold:
        words = NN_(
            "Write to the buyer of the {n} order below that still waits. Offer a later date or a refund.",
            "Write to the buyers of the {n} orders below that still wait. Offer a later date or a refund.",
            len(untold),
        )
        yield Line(Mark.TODO, words)
    elif claims and not waiting:
        yield Line(Mark.DONE, N_("No order below waits any more."))


def _stock(row: IncidentRow) -> Iterator[Line]:
    if not row.short:
        words = N_(
            "{on_hand} on hand cover {committed} promised. Step 4 says what is left to close it.",
            on_hand=row.on_hand,
            committed=row.committed,
        )
        yield Line(Mark.DONE, words)
        return
    yield Line(
        Mark.TODO,
        NN_(
            "Find or order {n} piece. What comes in counts here once you post it with Adjust stock.",
            "Find or order {n} pieces. What comes in counts here once you post it with Adjust stock.",
            row.short,
        ),
    )
    words = N_("Or cancel an order at its channel: its pieces are free here as soon as Plimsoll hears of it.")
    yield Line(Mark.ELSE, words)
