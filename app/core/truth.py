"""The fixed order of truth (R75), and what a conflict between two of its ranks is."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from app.core.text import N_, Text


class Rank(IntEnum):
    """Who is believed before whom. The order is fixed: there is no last write that wins."""

    COUNT = 1
    LEDGER = 2
    ORDERS = 3
    CHANNELS = 4


ORDER: dict[Rank, Text] = {
    Rank.COUNT: N_("A physical count that has just been confirmed"),
    Rank.LEDGER: N_("The ledger: every receipt, sale, return and correction, in order"),
    Rank.ORDERS: N_("Channel orders: facts about what was sold, booked as they are"),
    Rank.CHANNELS: N_("Channel quantities: never the truth, only a difference to explain"),
}


class Met(StrEnum):
    """What met what."""

    COUNT = "count"  # a count and the ledger
    ORDER = "order"  # an order and a ledger that did not hold enough
    EDIT = "edit"  # a channel's number and ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two that said different things of one product, and what became of it.

    `one` is what the lower rank said, `other` what the higher; `shop` is "" for a count. `outcome` of an edit is its
    decision ('' while it waits) and `decider` who decided.
    """

    at: datetime
    met: Met
    sku: str
    title: str
    shop: str
    one: int
    other: int
    ref: str = ""
    outcome: str = ""
    decider: str = ""

    @property
    def settled(self) -> bool:
        """Is it decided?"""
        return self.met is not Met.EDIT or bool(self.outcome)


def rule(conflict: Conflict) -> Text:
    """The rule that settled it."""
    if conflict.met is Met.COUNT:
        return N_("1 before 2: what was counted is there")
    if conflict.met is Met.ORDER:
        return N_("3: an order is a fact, and an incident was opened")
    match conflict.outcome:
        case "theirs":
            return (
                N_("You decided: it became a row of the ledger")
                if conflict.decider == "seller"
                else N_("Your standing choice: it became a row of the ledger")
            )
        case "ours" | "replaced":
            return N_("2 before 4: our number was sent again")
        case "agrees":
            return N_("2 and 4 came to agree")
        case "gone":
            return N_("2 before 4: the listing is no longer there")
        case "":
            return N_("Waits for you: nothing was overwritten")
    return N_("2 before 4: settled when you went live")
