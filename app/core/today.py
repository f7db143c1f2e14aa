"""What a day begins with: five areas that are always covered, how each stands, and the one that leads (R1)."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from app.core.records import dataclass


class Area(IntEnum):
    """In the order in which they lead where they stand equally badly."""

    INCIDENTS = 0
    SYNC = 1
    LINKS = 2
    FLOORS = 3
    COUNTS = 4


class Grade(IntEnum):
    """How an area stands, worst first."""

    NOW = 0  # somebody waits: an order that cannot be kept
    LOOK = 1  # something is wrong, or soon will be
    DUE = 2  # something is to be done, and nothing is wrong
    QUIET = 3


def leading(stands: Sequence[tuple[Area, Grade]]) -> tuple[Area, Grade] | None:
    """The area that leads, and how it stands; None while all are quiet."""
    worst = min(stands, key=lambda one: (one[1], one[0]), default=None)
    return None if worst is None or worst[1] is Grade.QUIET else worst


def incidents_grade(*, open_ones: int, short: int) -> Grade:
    """`short`: so many of the open ones still promise more than there is."""
    return Grade.NOW if short else Grade.DUE if open_ones else Grade.QUIET


def sync_grade(*, to_look_at: int) -> Grade:
    """`to_look_at`: shops that are late, in trouble, or show what nobody of us wrote."""
    return Grade.LOOK if to_look_at else Grade.QUIET


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopLinks:
    """What is wrong with a shop's links. `unbooked`: sold lines that belong to no product, and lower nothing."""

    shop: int
    unbooked: int = 0
    broken: int = 0
    unlinked: int = 0


def links_grade(links: Iterable[ShopLinks]) -> Grade:
    """A sale that is not booked, or a link that leads nowhere, is wrong; a listing that nobody linked is to be done."""
    found = list(links)
    if any(one.unbooked or one.broken for one in found):
        return Grade.LOOK
    return Grade.DUE if any(one.unlinked for one in found) else Grade.QUIET


def floors_grade(*, under: int, at: int, soon: int = 0) -> Grade:
    """At its floor a product is only said; under it something was, or should be, done.

    `soon`: products that run out soon, or can be put back on sale.
    """
    return Grade.LOOK if under else Grade.DUE if at or soon else Grade.QUIET


def counts_grade(*, due: int, open_ones: int) -> Grade:
    """Counts are never urgent: what drifts is found by the daily compare."""
    return Grade.DUE if due or open_ones else Grade.QUIET
