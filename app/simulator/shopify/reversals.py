"""Cancels and refunds that apps ask of a simulated Shopify shop: a cancel is a job that goes on after its answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from app.simulator.shopify.answers import gid, number_of
from app.simulator.shopify.books import Line, Order, Restock
from app.simulator.shopify.language import Refusal, Thing
from app.simulator.shopify.life import Life

REASONS = ("CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF")


class Reversing:
    """Switches: `job_s`, how long a cancel takes; `authorizing`, orders whose payment is pending; `returning`, orders
    with an active return; `jobs_fail`: the next cancels are taken and come to nothing. `mailed` are orders whose buyer
    was told, `reasons` what each cancel gave as its reason.
    """

    def __init__(self, life: Life, may: Callable[..., None]) -> None:
        self._life = life
        self._may = may
        self.job_s = 1.0
        self.jobs_fail = 0
        self.authorizing: set[str] = set()
        self.returning: set[str] = set()
        self.mailed: list[str] = []
        self.reasons: dict[str, str] = {}
        self.paid_back: dict[str, str] = {}  # by order, the amount of its last refund
        self._jobs: dict[str, tuple[datetime, Order, bool]] = {}  # when it ends, what it cancels, restocked or not

    def settle(self) -> None:
        """Let end what time brings."""
        for job, (due, order, restock) in list(self._jobs.items()):
            if due > self._life.clock():
                continue
            del self._jobs[job]
            if order.cancelled_at is None and not any(line.sent for line in order.lines):
                self._life.cancel(str(order.number), restock=restock)

    def job(self, args: dict[str, Any]) -> Thing | None:
        """A job by its id; one that has ended is still told of."""
        self.settle()
        found = str(args["id"])
        return Thing("Job", {"id": found, "done": found not in self._jobs})

    def cancel(self, args: dict[str, Any]) -> Thing:
        """orderCancel: taken as a job, or refused with a code."""
        self._may("write_orders")
        self.settle()
        if args["reason"] not in REASONS:
            raise Refusal("Variable $reason of type OrderCancelReason! was provided invalid value", "INVALID_VARIABLE")
        order = self._order(args["orderId"])
        error = ("Order does not exist", "NOT_FOUND") if order is None else self._wrong(order, args)
        if error:
            told = Thing("OrderCancelUserError", {"code": error[1], "field": ["orderId"], "message": error[0]})
            return Thing("OrderCancelPayload", {"job": None, "orderCancelUserErrors": [told]})
        assert order is not None
        ref = str(order.number)
        self.reasons[ref] = args["reason"]
        if args.get("notifyCustomer"):
            self.mailed.append(ref)
        job = f"gid://shopify/Job/{self._life.number()}"
        if self.jobs_fail:
            self.jobs_fail -= 1
        else:
            due = self._life.clock() + timedelta(seconds=self.job_s)
            self._jobs[job] = (due, order, bool(args["restock"]))
        shown = Thing("Job", {"id": job, "done": False})
        return Thing("OrderCancelPayload", {"job": shown, "orderCancelUserErrors": []})

    def _order(self, wanted: object) -> Order | None:
        number = number_of(wanted, "Order")
        return next((one for one in self._life.orders if one.number == number), None)

    def _wrong(self, order: Order, args: dict[str, Any]) -> tuple[str, str] | None:
        ref = str(order.number)
        if order.cancelled_at is not None:
            return "Cannot cancel an order that has already been canceled", "INVALID"
        if ref in self.authorizing:
            return "Cannot cancel an order with a pending authorization", "INVALID"
        if ref in self.returning:
            return "Cannot cancel an order with an active return", "INVALID"
        if any(line.sent for line in order.lines):
            return "Cannot cancel an order with fulfillments that can't be canceled", "INVALID"
        closed = {place.number for place in self._life.locations if not place.active}
        if args["restock"] and order.confirmed and any(line.location in closed for line in order.lines):
            return "Cannot restock to a deactivated location", "INVALID"
        return None

    # --- refunds ---------------------------------------------------------------------------------------------------

    def suggested(self, order: Order) -> Callable[[dict[str, Any]], Thing]:
        """What the shop would pay back for these pieces."""

        def resolve(args: dict[str, Any]) -> Thing:
            lines = [(self._line(order, row["lineItemId"]), row["quantity"]) for row in args["refundLineItems"] or []]
            money = sum(_price(line) * pieces for line, pieces in lines if line)
            amount = {"amount": f"{money:.2f}", "currencyCode": "USD"}
            paid = Thing("SuggestedOrderTransaction", {
                "gateway": "shopify_payments",
                "amountSet": Thing("MoneyBag", {"presentmentMoney": Thing("MoneyV2", amount)}),
                "parentTransaction": Thing("OrderTransaction", {"id": gid("OrderTransaction", order.number)}),
            })  # fmt: skip
            return Thing("SuggestedRefund", {"suggestedTransactions": [paid] if order.confirmed else []})

        return resolve

    def _line(self, order: Order, wanted: object) -> Line | None:
        number = number_of(wanted, "LineItem")
        return next((line for line in order.lines if line.number == number), None)

    def refund(self, args: dict[str, Any]) -> tuple[str, str | None] | None:
        """refundCreate, all of it or none: what is wrong with it, or None."""
        self._may("write_orders")
        wanted = args["input"]
        order = self._order(wanted["orderId"])
        if order is None:
            return "Order does not exist", None
        rows = [(self._line(order, row["lineItemId"]), row) for row in wanted.get("refundLineItems") or []]
        for line, row in rows:
            error = _wrong_row(line, row)
            if error:
                return error
        for line, row in rows:
            assert line is not None
            place = str(number_of(row["locationId"], "Location")) if row.get("locationId") else ""
            restock = Restock(row["restockType"])
            self._life.refund(str(order.number), {str(line.number): row["quantity"]}, restock=restock, at=place)
        for paid in wanted.get("transactions") or []:
            self.paid_back[str(order.number)] = paid["amount"]
        if wanted.get("notify"):
            self.mailed.append(str(order.number))
        return None


def _wrong_row(line: Line | None, row: dict[str, Any]) -> tuple[str, str | None] | None:
    if line is None:
        return "Line item does not exist", None
    if row["quantity"] > line.current:
        return "Quantity cannot refund more items than were purchased", None
    if row["restockType"] == "LEGACY_RESTOCK":
        return "Restock type is not valid", None
    if row["restockType"] == "CANCEL" and not row.get("locationId"):
        return "Location is required when restocking", None
    if row["restockType"] == "CANCEL" and row["quantity"] > line.to_send:
        return "Quantity cannot cancel more items than are unfulfilled", None
    return None


def _price(line: Line) -> float:
    return float(line.variant.price) if line.variant else 0.0
