"""Random life against the ledger: whatever is sold, edited, sent, refunded, cancelled, linked or read twice, in any
order, the books agree with a model that a child could check.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from app.core.orders import Order, OrderLine
from app.core.stock import EntryKind
from app.errors import PlimsollError
from app.posting import post_adjustment, post_answer, post_link, post_order, post_undo
from app.store import ledger, listings, orders, shops
from app.ui.channels import acts
from tests.life import add_listing, add_product, add_shop, fresh, later

SKUS = ("CUP", "SAUCER", "SET")  # SET is two cups and a saucer
PARTS = {"CUP": {"CUP": 1}, "SAUCER": {"SAUCER": 1}, "SET": {"CUP": 2, "SAUCER": 1}}


class LedgerLife(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.db = fresh(Path(self.folder.name))
        self.shop = add_shop(self.db)
        self.on_hand = {"CUP": 20, "SAUCER": 10}
        for sku, pieces in self.on_hand.items():
            add_product(self.db, sku, pieces)
        add_product(self.db, "SET", CUP=2, SAUCER=1)
        self.listings = {sku: add_listing(self.db, self.shop, sku, shows=0) for sku in SKUS}
        self.linked = dict.fromkeys(SKUS, True)
        self.orders: dict[str, Order] = {}
        self.booked: set[tuple[str, str]] = set()  # lines that were linked when first read, or since
        self.answered: dict[tuple[str, str], int] = {}  # withheld pieces whose fate the seller has told, by line
        self.restocked: dict[tuple[str, str], int] = {}  # sent pieces that the seller has told to be here again
        self.clock = 0.0
        self.batches = 0

    def teardown(self) -> None:
        self.db.close()
        self.folder.cleanup()

    open_orders = Bundle("open_orders")

    def tick(self) -> float:
        self.clock += 1
        return self.clock

    def book(self, order: Order, times: int = 2) -> None:
        self.orders[order.ref] = order
        for line in order.lines:
            if line.listing and self.linked[line.listing]:
                self.booked.add((order.ref, line.ref))
        for _ in range(times):
            post_order(self.db, self.shop, order, now=later(self.clock))

    @rule(
        target=open_orders,
        wanted=st.lists(st.tuples(st.sampled_from(SKUS), st.integers(1, 4)), min_size=1, max_size=3),
        paid=st.booleans(),
    )
    def sell(self, wanted, paid):
        """An unpaid order is promised, but its channel has not taken it off its own number yet."""
        at = later(self.tick())
        lines = tuple(
            OrderLine(ref=str(n), listing=sku, sku=sku, open=pieces, taken=pieces if paid else 0)
            for n, (sku, pieces) in enumerate(wanted)
        )
        order = Order(ref=f"o{len(self.orders)}", number="n", placed_at=at, updated_at=at, lines=lines)
        self.book(order)
        return order.ref

    @rule(ref=open_orders)
    def pay(self, ref):
        self.change(ref, lines=tuple(replace(line, taken=line.open) for line in self.orders[ref].lines))

    def change(self, ref, **fields):
        order = self.orders[ref]
        self.book(replace(order, updated_at=later(self.tick()), **fields))

    @rule(ref=open_orders, pieces=st.integers(0, 3))
    def ship_some(self, ref, pieces):
        lines = tuple(
            replace(line, open=line.open - min(pieces, line.open), shipped=line.shipped + min(pieces, line.open))
            for line in self.orders[ref].lines
        )
        self.change(ref, lines=lines)

    @rule(ref=open_orders, pieces=st.integers(0, 5))
    def edit(self, ref, pieces):
        first, *rest = self.orders[ref].lines
        self.change(ref, lines=(replace(first, open=pieces), *rest))

    @rule(ref=open_orders)
    def refund_one_unsent_without_restock(self, ref):
        first, *rest = self.orders[ref].lines
        if first.open:
            self.change(ref, lines=(replace(first, open=first.open - 1, withheld=first.withheld + 1), *rest))

    @rule(ref=open_orders)
    def return_one_to_the_shelf(self, ref):
        first, *rest = self.orders[ref].lines
        if first.shipped > first.returned + first.may_return:
            self.change(ref, lines=(replace(first, returned=first.returned + 1), *rest))

    @rule(ref=open_orders)
    def refund_one_that_was_sent(self, ref):
        first, *rest = self.orders[ref].lines
        if first.shipped > first.returned + first.may_return:
            self.change(ref, lines=(replace(first, may_return=first.may_return + 1), *rest))

    @rule(ref=open_orders)
    def drop_a_line(self, ref):
        first, *rest = self.orders[ref].lines or (None,)
        if rest and not first.shipped:
            self.change(ref, lines=tuple(rest))

    @rule(ref=consumes(open_orders), target=open_orders)
    def cancel_and_maybe_return(self, ref):
        self.change(ref, ended=not self.orders[ref].ended)
        return ref

    @rule(ref=open_orders, times=st.integers(1, 3))
    def hear_again(self, ref, times):
        self.book(self.orders[ref], times)

    @rule(ref=open_orders)
    def hear_something_stale(self, ref):
        order = self.orders[ref]
        stale = replace(order, updated_at=later(-5), ended=True, lines=())
        post_order(self.db, self.shop, stale, now=later(self.clock))

    @rule(sku=st.sampled_from(("CUP", "SAUCER")), pieces=st.integers(-3, 6), undo=st.booleans())
    def adjust(self, sku, pieces, undo):
        self.batches += 1
        batch = f"b{self.batches}"
        try:
            post_adjustment(self.db, sku, EntryKind.ADJUST, pieces, reason="found", batch=batch, now=later(self.clock))
        except PlimsollError:
            assert pieces == 0 or self.shelf(sku) + pieces < min(0, self.shelf(sku))
            return
        self.on_hand[sku] += pieces
        if undo and (pieces < 0 or self.shelf(sku) - pieces >= min(0, self.shelf(sku))):
            post_undo(self.db, batch, now=later(self.clock))
            self.on_hand[sku] -= pieces

    @rule(sku=st.sampled_from(SKUS))
    def link_or_unlink(self, sku):
        self.linked[sku] = not self.linked[sku]
        post_link(self.db, self.listings[sku], sku if self.linked[sku] else None, now=later(self.clock))
        if self.linked[sku]:
            for ref, order in self.orders.items():
                self.booked.update((ref, line.ref) for line in order.lines if line.listing == sku)

    @rule(fate=st.sampled_from(("here", "damaged", "gone", "not yet")))
    def answer(self, fate):
        for question in orders.questions(self.db)[:1]:
            order_ref, line_ref, sku = self.db.execute(
                "select sales_order.ref, line_ref, order_line.sku from question"
                " join sales_order on sales_order.id = question.order_id"
                " join order_line on order_line.order_id = question.order_id and order_line.ref = line_ref"
                " where question.id = ?",
                (question.id,),
            ).fetchone()
            if fate == "not yet":
                acts.not_here_yet(self.db, question.id, now=later(self.clock))
                assert question.id in {one.id for one in orders.questions(self.db)}, "it waits on"
                return
            here, damaged = fate != "gone", fate == "damaged"
            post_answer(self.db, question.id, here=here, damaged=damaged, now=later(self.clock))
            answers = self.answered if question.kind == "withheld" else self.restocked if here else {}
            answers[order_ref, line_ref] = answers.get((order_ref, line_ref), 0) + question.pieces
            if damaged or (question.kind == "withheld" and not here):
                for part, per_piece in PARTS[sku].items():
                    self.on_hand[part] -= per_piece * question.pieces

    # ------------------------------------------------------------------------------------ the model

    def each_booked_line(self):
        for ref, order in self.orders.items():
            for line in order.lines:
                if (ref, line.ref) in self.booked:
                    for sku, per_piece in PARTS[line.sku].items():
                        yield order, line, sku, per_piece

    def promised(self, sku):
        total = 0
        for order, line, part, per_piece in self.each_booked_line():
            if part == sku and not order.ended:
                settled = self.answered.get((order.ref, line.ref), 0)
                total += per_piece * (line.open + max(0, line.withheld - settled))
        return total

    def shelf(self, sku):
        out = sum(
            per_piece * (line.shipped - self.restocked.get((order.ref, line.ref), 0))
            for order, line, part, per_piece in self.each_booked_line()
            if part == sku
        )
        return self.on_hand[sku] - out

    @invariant()
    def the_books_agree_with_the_model(self):
        levels = ledger.levels(self.db, ("CUP", "SAUCER"))
        assert {sku: level.committed for sku, level in levels.items()} == {
            sku: self.promised(sku) for sku in ("CUP", "SAUCER")
        }
        assert {sku: level.on_hand for sku, level in levels.items()} == {
            sku: self.shelf(sku) for sku in ("CUP", "SAUCER")
        }

    @invariant()
    def what_was_sold_is_kept_or_restocked(self):
        """R7: of what left, a piece is with its buyer or was restocked, and only the seller's answer restocks."""
        for sku in ("CUP", "SAUCER"):
            rows = ledger.history(self.db, sku, limit=500)
            sold = -sum(row.on_hand_delta for row in rows if row.kind is EntryKind.SHIP)
            restocked = sum(row.on_hand_delta for row in rows if row.kind is EntryKind.RESTOCK)
            parts = [one for one in self.each_booked_line() if one[2] == sku]
            told = sum(per_piece * self.restocked.get((order.ref, line.ref), 0) for order, line, _, per_piece in parts)
            assert restocked == told
            assert sold == sum(per_piece * line.shipped for _, line, _, per_piece in parts)

    @invariant()
    def a_level_is_the_sum_of_its_entries(self):
        assert ledger.levels_that_disagree(self.db) == []

    @invariant()
    def every_row_carries_the_running_sum(self):
        for sku in ("CUP", "SAUCER"):
            rows = ledger.history(self.db, sku, limit=500)[::-1]
            on_hand = committed = 0
            for row in rows:
                on_hand, committed = on_hand + row.on_hand_delta, committed + row.committed_delta
                assert (row.on_hand_after, row.committed_after) == (on_hand, committed)

    @invariant()
    def what_is_not_yet_taken_is_known(self):
        for sku, number in self.listings.items():
            row = self.db.execute("select untaken from listing where id = ?", (number,)).fetchone()
            waiting = sum(
                line.untaken(ended=order.ended)
                for order in self.orders.values()
                for line in order.lines
                if line.listing == sku
            )
            assert row == (waiting,)
        assert shops.shop(self.db, self.shop.id)
        assert listings.counts(self.db, self.shop.id)[1] == len(SKUS)


LedgerLife.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLedgerLife = LedgerLife.TestCase
