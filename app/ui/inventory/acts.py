"""What can have happened to a product's stock, what each of these asks, and what the ledger would hold after it.

No widgets: the dialog draws this and asks it whether an answer will do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.stock import PIECES_MAX, EntryKind
from app.store.inventory import ProductRow
from app.store.shops import Shop
from app.ui.inventory.amounts import Typed, pieces
from app.ui.words import signed, tr


class What(StrEnum):
    """What happened."""

    DELIVERY = "delivery"
    COUNTED = "counted"
    BROKEN = "broken"
    FOUND = "found"
    RETURNED = "returned"
    SOLD = "sold"
    CORRECTION = "correction"


_KINDS = {
    What.DELIVERY: EntryKind.RECEIVE,
    What.COUNTED: EntryKind.COUNT,
    What.BROKEN: EntryKind.ADJUST,
    What.FOUND: EntryKind.ADJUST,
    What.RETURNED: EntryKind.RESTOCK,
    What.CORRECTION: EntryKind.ADJUST,
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that can have happened. `shop` is the place kept by hand where it was sold."""

    what: What
    shop: Shop | None = None

    @property
    def label(self) -> str:
        """As the seller chooses it."""
        return {
            What.DELIVERY: tr("A delivery came in"),
            What.COUNTED: tr("I counted"),
            What.BROKEN: tr("Broken or lost"),
            What.FOUND: tr("Found"),
            What.RETURNED: tr("A customer sent it back"),
            What.SOLD: tr("Sold at {shop}", shop=self.shop.name if self.shop else ""),
            What.CORRECTION: tr("Other correction"),
        }[self.what]

    @property
    def question(self) -> str:
        """What is to be typed."""
        return {
            What.DELIVERY: tr("How many came in"),
            What.COUNTED: tr("How many there are now"),
            What.BROKEN: tr("How many are gone"),
            What.FOUND: tr("How many were found"),
            What.RETURNED: tr("How many are back and can be sold"),
            What.SOLD: tr("How many were sold"),
            What.CORRECTION: tr("How many more, or with a minus how many fewer"),
        }[self.what]

    @property
    def note_needed(self) -> bool:
        """Must it be said why? All but a correction say so by what they are."""
        return self.what is What.CORRECTION

    @property
    def kind(self) -> EntryKind:
        """How the ledger calls it. A sale is booked as an order, not as this."""
        return _KINDS[self.what]

    def judge(self, text: str, row: ProductRow) -> Typed:
        """The number that was typed, or what is wrong with it."""
        match self.what:
            case What.COUNTED:
                return pieces(text)
            case What.BROKEN:
                found = pieces(text, least=1)
                if found.value is not None and found.value > row.on_hand:
                    return Typed(error=tr("Only {on_hand} are on hand.", on_hand=max(0, row.on_hand)))
                return found
            case What.CORRECTION:
                return self._judge_correction(text, row)
        return pieces(text, least=1)

    def _judge_correction(self, text: str, row: ProductRow) -> Typed:
        found = pieces(text.strip().removeprefix("+"), least=-PIECES_MAX)
        if found.value == 0:
            return Typed(error=tr("Zero changes nothing."))
        if found.value is not None and row.on_hand + found.value < min(0, row.on_hand):
            return Typed(error=tr("Only {on_hand} are on hand.", on_hand=max(0, row.on_hand)))
        return found

    def on_hand(self, typed: int, row: ProductRow) -> int:
        """What would be on hand."""
        if self.what is What.COUNTED:
            return typed
        return row.on_hand + self.change(typed)

    def change(self, typed: int) -> int:
        """How many more or fewer there would be; a count is written as it is."""
        return -typed if self.what in (What.BROKEN, What.SOLD) else typed

    def done(self, title: str, typed: int, on_hand: int) -> str:
        """What was done, in one line."""
        values = {"title": title, "pieces": typed, "on_hand": on_hand}
        match self.what:
            case What.DELIVERY:
                return tr("{title}: {pieces} delivered, {on_hand} on hand", **values)
            case What.COUNTED:
                return tr("{title}: counted, {on_hand} on hand", **values)
            case What.BROKEN:
                return tr("{title}: {pieces} broken or lost, {on_hand} on hand", **values)
            case What.FOUND:
                return tr("{title}: {pieces} found, {on_hand} on hand", **values)
            case What.RETURNED:
                return tr("{title}: {pieces} sent back, {on_hand} on hand", **values)
            case What.SOLD:
                shop = self.shop.name if self.shop else ""
                return tr("{title}: {pieces} sold at {shop}, {on_hand} on hand", shop=shop, **values)
        return tr("{title}: corrected by {change}, {on_hand} on hand", change=signed(typed), **values)


def happenings(shops: Sequence[Shop], *, bundle: bool) -> list[Happening]:
    """Everything that can have happened to a product. A bundle can only be sold: its stock is its parts'."""
    sold = [Happening(What.SOLD, shop) for shop in shops if shop.by_hand]
    if bundle:
        return sold
    before = [Happening(what) for what in What if what not in (What.SOLD, What.CORRECTION)]
    return [*before, *sold, Happening(What.CORRECTION)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the seller said happened."""

    happening: Happening
    pieces: int
    note: str
