"""Walking through a shop's receipts by the moment they changed, without losing one.

Etsy pages by position, and what changes meanwhile moves to the end, so each page begins at the second of the last row
(what is read twice books nothing); the position only counts within one second. Each walk begins some minutes before
the newest change known. Refunds and cancellations do not always move that moment, so once a day everything that may
still change is looked at again: what is not sent, and what was cancelled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace

from app.channels.decoding import decode
from app.channels.etsy.api import EtsyApi
from app.channels.etsy.info import BATCH
from app.channels.etsy.quota import Need
from app.channels.etsy.wire import Receipt, Rows
from app.core.text import N_
from app.errors import ChannelRefused

OVERLAP_S = 600
SWEEP_EVERY_S = 86_400
SWEEP_AGE = timedelta(days=90)
OFFSET_MAX = 12_000
EARLIEST = 946_684_800  # Etsy takes no earlier moment

Phase = Literal["changed", "unsent", "cancelled"]


class Place(msgspec.Struct, frozen=True):
    """Where a walk stands: all before `since` is read, and `offset` rows of what follows."""

    since: int
    offset: int = 0


class Cursor(msgspec.Struct, frozen=True):
    """How far the receipts were read. `newest` is the latest change met, `swept_at` when the daily sweep began last."""

    newest: int
    swept_at: int
    phase: Phase = "changed"
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through the receipts: which ones, and by which of their moments."""

    verb: str
    title: str
    moment: Literal["updated", "created"]
    params: tuple[tuple[str, str], ...] = ()

    def at(self, receipt: Receipt) -> int:
        """Its moment."""
        return receipt.updated if self.moment == "updated" else receipt.created

    @property
    def bound(self) -> str:
        """The parameter that says from when on."""
        return "min_last_modified" if self.moment == "updated" else "min_created"


@dataclass(frozen=True, slots=True)
class Step:
    """What one call brought: rows, and where to go on; None at the end."""

    rows: Sequence[Receipt]
    place: Place | None


WALKS: dict[Phase, Walk] = {
    "changed": Walk("read orders", "changed since", "updated"),
    "unsent": Walk("sweep orders", "not sent, since", "created", (("was_shipped", "false"),)),
    "cancelled": Walk("sweep orders", "cancelled, since", "updated", (("was_canceled", "true"),)),
}
STILL_OPEN = Walk("read open orders", "placed since", "created", (("was_shipped", "false"), ("was_canceled", "false")))


def first_cursor(api: EtsyApi, at: datetime) -> str:
    """Everything that changes from `at` on, by Etsy's clock: receipts bear its time, not ours."""
    behind = max(api.clock() - api.ask_time(), timedelta(0))
    return text_of(Cursor(newest=seconds(at - behind), swept_at=seconds(at)))


def seconds(at: datetime) -> int:
    """A moment as Etsy counts it: whole seconds."""
    return int(at.timestamp())


def text_of(cursor: Cursor | Place) -> str:
    """To be stored."""
    return msgspec.json.encode(cursor).decode()


def cursor_of(text: str) -> Cursor:
    """A stored cursor. Raises `ChannelRefused` for what is none of ours."""
    try:
        return decode(text, Cursor)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise _damaged() from error


def place_of(text: str) -> Place:
    """A stored place in the open orders."""
    try:
        return decode(text, Place)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise _damaged() from error


def _damaged() -> ChannelRefused:
    return ChannelRefused(
        N_("The place where Plimsoll stopped reading this shop’s orders is damaged."),
        N_("Connect the shop again: its orders are read anew, and none is counted twice."),
    )


def changed(api: EtsyApi, cursor: Cursor) -> tuple[Sequence[Receipt], Cursor, bool]:
    """One page of what changed or is swept: rows, the cursor after them, and whether there is more now."""
    walk = WALKS[cursor.phase]
    begin = cursor.newest - OVERLAP_S if cursor.phase == "changed" else seconds(api.there() - SWEEP_AGE)
    step = read(api, walk, cursor.place or Place(max(begin, EARLIEST)))
    newest = cursor.newest
    if cursor.phase == "changed":
        # A moment to come, of a clock that was wrong, must not carry us past what happens until then.
        newest = min(max([newest, *(row.updated for row in step.rows)]), seconds(api.there()))
    after = replace(cursor, newest=newest, place=step.place)
    if step.place is not None:
        return step.rows, after, True
    return step.rows, *_next_walk(after, seconds(api.clock()))


def _next_walk(cursor: Cursor, now: int) -> tuple[Cursor, bool]:
    """After a sweep what changed is asked for once more: so the last page knows of every receipt until then, also where
    the program was closed in between.
    """
    if cursor.phase == "unsent":
        return replace(cursor, phase="cancelled"), True
    if cursor.phase == "cancelled":
        return replace(cursor, phase="changed", swept_at=now), True
    due = now >= cursor.swept_at + SWEEP_EVERY_S
    return replace(cursor, phase="unsent" if due else "changed"), due


def read(api: EtsyApi, walk: Walk, place: Place) -> Step:
    """Read one page of a walk."""
    params = [
        (walk.bound, str(place.since)),
        ("sort_on", walk.moment),
        ("sort_order", "asc"),
        ("limit", str(BATCH)),
        ("offset", str(place.offset)),
        *walk.params,
    ]
    target = f"{walk.title} {datetime.fromtimestamp(place.since, api.clock().tzinfo):%Y-%m-%d %H:%M:%S}"
    answer = api.get(walk.verb, target, f"{api.shop()}/receipts", params, need=Need.ORDERS)
    rows = answer.decode(Rows[Receipt]).results
    moments = [walk.at(row) for row in rows]
    if any(at < place.since for at in moments) or moments != sorted(moments):
        raise answer.not_understood("orders older than asked for, or out of order")
    return Step(rows, _further(place, moments))


def _further(place: Place, moments: Sequence[int]) -> Place | None:
    """Where a walk goes on after a page; None after the last."""
    if len(moments) < BATCH:
        return None
    if moments[-1] > place.since:
        return Place(moments[-1])
    # The whole page lies within one second.
    if place.offset + BATCH <= OFFSET_MAX:
        return Place(place.since, place.offset + BATCH)
    return Place(place.since + 1)
