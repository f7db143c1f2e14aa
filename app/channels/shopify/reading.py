"""Orders, read whole: pages of what changed, and one order with every line and every refund it has.

Keeps the cursors and the page sizes. What an order means is not decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

import msgspec

from app.channels.decoding import decode
from app.channels.shopify import operations as op
from app.channels.shopify.answers import (
    AllRefundsAnswer,
    MoreLinesAnswer,
    MoreRefundLinesAnswer,
    OrderAnswer,
    OrderLineNow,
    OrderNow,
    OrdersAnswer,
    Refund,
    RefundLine,
)
from app.channels.shopify.api import ShopifyApi
from app.channels.shopify.operations import Operation
from app.channels.shopify.wire import Page, gid
from app.core.text import N_
from app.errors import ChannelRefused, ChannelUnavailable

OVERLAP = timedelta(minutes=10)  # how late Shopify's search may find a change; it does not promise any time
CHANGED_WAIT_S = 1.0

T = TypeVar("T")


class Cursor(msgspec.Struct, frozen=True):
    """How far the changed orders were read.

    One walk goes from `since` on, page after page: `after` is the end of the last page, None before the first, and
    keeps it going when more orders than one page holds changed in one second. `newest` is the latest change it met,
    `began` the shop's own clock when it began.
    """

    since: datetime
    after: str | None = None
    newest: datetime | None = None
    began: datetime | None = None


def cursor_text(cursor: Cursor) -> str:
    """The cursor, to be stored."""
    return msgspec.json.encode(cursor).decode()


def cursor_of(text: str) -> Cursor:
    """A stored cursor. Raises `ChannelRefused` for what is none of ours."""
    try:
        return decode(text, Cursor)
    except msgspec.DecodeError as error:
        raise ChannelRefused(
            N_("The place where Plimsoll stopped reading this shop’s orders is damaged."),
            N_("Connect the shop again: its orders are read anew, and none is counted twice."),
        ) from error


@dataclass(frozen=True, slots=True)
class Whole:
    """An order with all its lines and all lines of its refunds."""

    order: OrderNow
    lines: tuple[OrderLineNow, ...]
    refunds: tuple[RefundLine, ...]


def whole(order: OrderNow, refunds_asked: int) -> Whole | None:
    """The order, if one page held all of it; None when its lines, refunds or refunded lines go on."""
    if order.line_items.page_info.next or len(order.refunds) >= refunds_asked:
        return None
    if any(refund.refund_line_items is None or refund.refund_line_items.page_info.next for refund in order.refunds):
        return None
    return Whole(order, tuple(order.line_items.nodes), tuple(_lines_of(order.refunds)))


def _lines_of(refunds: list[Refund]) -> list[RefundLine]:
    return [line for refund in refunds if refund.refund_line_items for line in refund.refund_line_items.nodes]


class Reader:
    """Reads pages, and asks for smaller ones when Shopify says that a page costs too much."""

    def __init__(self, api: ShopifyApi) -> None:
        self._api = api
        self._sizes: dict[str, int] = {}

    def page(
        self,
        operation: Operation,
        variables: Mapping[str, Any],
        kind: type[T],
        *,
        verb: str,
        target: str,
        urgent: bool = False,
    ) -> T:
        """One page of an operation, as large as Shopify allows."""
        while True:
            size = self.size(operation)
            try:
                values = {**variables, "first": size}
                return self._api.ask(operation, values, kind, verb=verb, target=target, size=size, urgent=urgent)
            except ChannelRefused:
                if not self.shrink(operation, size):
                    raise

    def size(self, operation: Operation) -> int:
        """How many things a page of this operation holds, as far as Shopify has allowed it."""
        return self._sizes.get(operation.name, operation.first)

    def shrink(self, operation: Operation, size: int) -> bool:
        """After a refusal: was the page too costly, and is there a smaller one to ask for?"""
        if not self._api.too_costly or size <= 1:
            return False
        self._sizes[operation.name] = size // 2
        return True

    def orders(self, query: str, after: str | None, verb: str) -> Page[OrderNow]:
        """One page of the orders that a search finds, oldest change first."""
        values = {"query": query, "after": after}
        return self.page(op.ORDERS, values, OrdersAnswer, verb=verb, target="a page of orders").orders

    def changed(self, cursor: Cursor) -> tuple[Page[OrderNow], Cursor]:
        """The page of changed orders after the cursor, and the cursor after that page."""
        try:
            page = self.orders(f"updated_at:>='{moment(cursor.since)}'", cursor.after, "read orders")
        except ChannelRefused:
            if cursor.after is None or self._api.too_costly:
                raise
            # Shopify no longer knows the end of the last page. Begin again where that page ended, one time.
            since = max(cursor.since, cursor.newest or cursor.since)
            return self.changed(Cursor(since))
        newest = max([order.updated_at for order in page.nodes], default=cursor.newest)
        began = cursor.began if cursor.after else self._api.shop_clock
        return page, _next_cursor(Cursor(cursor.since, page.page_info.next, newest, began))

    def order(self, ref: str) -> Whole | None:
        """One order with everything it has; None when Shopify knows no such order.

        Raises `ChannelUnavailable` when it changes while it is read: half of one state and half of another is neither.
        """
        target = f"order {ref}"
        values = {"id": gid("Order", ref)}
        order = self.page(op.ORDER, values, OrderAnswer, verb="read order", target=target).order
        if order is None:
            return None
        # What has been read of a long order is lost if the points run out, so its next pages may use the last of them.
        lines = [*order.line_items.nodes, *self._more_lines(order, target)]
        refunds = list(order.refunds)
        if len(refunds) >= op.ORDER_REFUNDS_READ:
            refunds += self._more_refunds(order, target)
        refund_lines = _lines_of(refunds)
        for refund in refunds:
            refund_lines += self._more_refund_lines(order, refund, target)
        return Whole(order, tuple(lines), tuple(refund_lines))

    def _next(self, operation: Operation, variables: Mapping[str, Any], kind: type[T], target: str) -> T:
        return self.page(operation, variables, kind, verb="read order", target=target, urgent=True)

    def _more_lines(self, order: OrderNow, target: str) -> list[OrderLineNow]:
        lines, after = [], order.line_items.page_info.next
        while after:
            values = {"id": order.id, "after": after}
            more = self._next(op.ORDER_LINES, values, MoreLinesAnswer, target).order
            if more is None:
                raise _changed_meanwhile()
            _must_be_as_before(order, more.updated_at)
            lines += more.line_items.nodes
            after = more.line_items.page_info.next
        return lines

    def _more_refunds(self, order: OrderNow, target: str) -> list[Refund]:
        """The refunds after those that came with the order, without their lines. Their list has no pages."""
        answer = self._next(op.ORDER_REFUNDS, {"id": order.id}, AllRefundsAnswer, target).order
        if answer is None:
            raise _changed_meanwhile()
        _must_be_as_before(order, answer.updated_at)
        if len(answer.refunds) >= self.size(op.ORDER_REFUNDS):
            raise ChannelRefused(
                N_("Order {number} has more refunds than Plimsoll can read.", number=order.name),
                N_("Count its products, and correct their stock by hand."),
            )
        known = {refund.id for refund in order.refunds}
        return [refund for refund in answer.refunds if refund.id not in known]

    def _more_refund_lines(self, order: OrderNow, refund: Refund, target: str) -> list[RefundLine]:
        page = refund.refund_line_items
        lines: list[RefundLine] = []
        after = page.page_info.next if page else None
        going_on = page is None or after is not None
        while going_on:
            values = {"id": refund.id, "after": after}
            answer = self._next(op.REFUND_LINES, values, MoreRefundLinesAnswer, target)
            if answer.refund is None:
                raise _changed_meanwhile()
            _must_be_as_before(order, answer.refund.order.updated_at)
            lines += answer.refund.refund_line_items.nodes
            after = answer.refund.refund_line_items.page_info.next
            going_on = after is not None
        return lines


def _next_cursor(walk: Cursor) -> Cursor:
    """The walk goes on while it has pages; then the next one begins a little before this one did.

    By the shop's clock, not ours, even where that leads back: the walk then began at a moment that is still to come.
    Where the shop does not tell its time, by the latest change that it showed.
    """
    if walk.after is not None:
        return walk
    if walk.began is not None:
        return Cursor(walk.began - OVERLAP)
    return Cursor(max(walk.since, walk.newest - OVERLAP) if walk.newest else walk.since)


def moment(at: datetime) -> str:
    """A time as Shopify's search wants it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _must_be_as_before(order: OrderNow, updated_at: datetime) -> None:
    if updated_at != order.updated_at:
        raise _changed_meanwhile()


def _changed_meanwhile() -> ChannelUnavailable:
    return ChannelUnavailable(N_("The order changed while Plimsoll read it."), retry_after=CHANGED_WAIT_S)
