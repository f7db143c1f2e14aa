"""Walking through a shop's orders by the moment they changed, without losing one.

`modified_after` is exclusive and counts whole seconds, so each walk begins some seconds before the newest change known
(what is read twice books nothing), and goes on from the second of the last row, leaving out by number what was read of
that second. Orders in the trash are in no other list: they are looked at by a slower walk of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from app.channels.http import Answer
from app.channels.woocommerce.api import PAGE, WooApi
from app.channels.woocommerce.listings import pages
from app.channels.woocommerce.orders import FIELDS
from app.channels.woocommerce.wire import WireOrder, utc

# An order's moment is taken when its saving begins; a slow host shows it seconds later.
OVERLAP = timedelta(seconds=30)
TRASH_EVERY = timedelta(minutes=10)
LEFT_OUT_MAX = 500  # numbers in one address: hosts refuse addresses above some 8,000 characters


class Place(msgspec.Struct, frozen=True):
    """Where a walk stands: it has read all before `since`, and of the rest what is named or counted here."""

    since: str = ""  # UTC in whole seconds, exclusive; empty: from the beginning
    left_out: tuple[int, ...] = ()
    page: int = 1
    resting: bool = False  # the end was reached: begin the next walk with the overlap


class Cursor(msgspec.Struct, frozen=True):
    """How far the orders of a shop have been read."""

    orders: Place
    trash: Place
    trash_read_at: str
    turn: Literal["orders", "trash"] = "orders"


class OpenPage(msgspec.Struct, frozen=True):
    """How far the orders that still hold stock have been read, by the moment they were placed."""

    statuses: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through the orders: which ones, and by which of their moments. The first two are for the call log."""

    verb: str
    title: str
    status: str
    moment: Literal["modified", "date"]

    @property
    def bound(self) -> str:
        """The parameter that says from when on."""
        return "modified_after" if self.moment == "modified" else "after"


@dataclass(frozen=True, slots=True)
class Step:
    """What one call brought: rows, where to go on, and whether there is more now."""

    rows: list[WireOrder]
    place: Place
    more: bool


CHANGED = Walk("poll orders", "changed since", "any", "modified")
TRASHED = Walk("poll orders", "in the bin since", "trash", "modified")


def still_open(statuses: str) -> Walk:
    """Orders in these statuses, by the moment they were placed."""
    return Walk("read open orders", "placed since", statuses, "date")


def first_cursor(at: datetime) -> Cursor:
    """Everything that changes from `at` on, by the shop's clock."""
    place = Place(since=seconds(at), resting=True)
    return Cursor(orders=place, trash=place, trash_read_at=seconds(at))


def seconds(at: datetime) -> str:
    """A moment as WooCommerce compares it: UTC, whole seconds, no zone."""
    return at.strftime("%Y-%m-%dT%H:%M:%S")


def step(api: WooApi, walk: Walk, place: Place) -> Step:
    """Read one page of a walk."""
    reached = place.since
    if place.resting:
        place = Place(since=seconds(utc(reached) - OVERLAP))
    since = f"{walk.title} {place.since.replace('T', ' ')}".strip()
    answer = api.get(walk.verb, since, "/wc/v3/orders", _params(walk, place))
    rows = answer.decode(list[WireOrder])
    # A moment to come, from an import or a clock that was wrong, must not carry the walk past what happens until then.
    now = api.shop_time().replace(microsecond=0)
    moments = [min(_moment(row, walk), now) for row in rows]
    if not pages(answer, place.page, len(rows)):
        # Nor a moment that this shop's clock has not reached: it was set back, or the walk once began by another clock.
        newest = max([min(reached, seconds(now)), *map(seconds, moments)])
        return Step(rows, Place(since=newest, resting=bool(newest)), more=False)
    return Step(rows, _further(place, rows, moments, answer), more=True)


def _params(walk: Walk, place: Place) -> list[tuple[str, str]]:
    params = [
        ("status", walk.status),
        ("orderby", walk.moment),
        ("order", "asc"),
        ("dates_are_gmt", "true"),
        ("per_page", str(PAGE)),
        ("page", str(place.page)),
        ("_fields", FIELDS),
    ]
    if place.since:
        params.append((walk.bound, place.since))
    if place.left_out:
        params.append(("exclude", ",".join(map(str, place.left_out))))
    return params


def _moment(row: WireOrder, walk: Walk) -> datetime:
    chosen = row.date_modified_gmt if walk.moment == "modified" else row.date_created_gmt
    return utc(chosen or row.date_modified_gmt)


def _further(place: Place, rows: Sequence[WireOrder], moments: Sequence[datetime], answer: Answer) -> Place:
    """Where a walk goes on after a page that was not the last."""
    if not rows:
        return Place(since=place.since, left_out=place.left_out, page=place.page + 1)
    since = seconds(moments[-1] - timedelta(seconds=1))
    if place.since and since < place.since:
        raise answer.not_understood("orders older than asked for, or out of order")
    read = tuple(row.id for row, at in zip(rows, moments, strict=True) if at == moments[-1])
    if since != place.since:
        return Place(since=since, left_out=read)
    # The whole page lies within one second.
    new = tuple(number for number in read if number not in place.left_out)
    if new and len(place.left_out) + len(new) <= LEFT_OUT_MAX and place.page == 1:
        return Place(since=since, left_out=place.left_out + new)
    return Place(since=since, left_out=place.left_out, page=place.page + 1)
