"""A shop of any channel and a real inventory: what is heard of the shop is booked as a lane would book it."""

from pathlib import Path

from app.core.orders import Order
from app.posting import post_answer, post_order
from app.store import ledger, orders
from tests.contract.stages import Stage
from tests.life import add_listing, add_product, add_shop, fresh, level

CALLS_MAX = 200


class Bench:
    """`hear` polls, books, and checks what must hold after every poll."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage = stage
        self.db = fresh(folder)
        self.shop = add_shop(self.db, channel=stage.key)
        self.cursor = stage.channel.first_cursor(stage.time())
        self.refs: dict[str, str] = {}

    def stocked(self, sku: str, pieces: int) -> str:
        """A product that both sides know, with so many pieces; its ref in the shop."""
        ref = self.stage.shop.add_product(sku, pieces)
        add_product(self.db, sku, pieces)
        add_listing(self.db, self.shop, sku, shows=pieces, ref=ref)
        self.refs[sku] = ref
        return ref

    def book(self, order: Order | None) -> None:
        """Book an order as it was read."""
        if order is not None:
            _check_pieces(order)
            post_order(self.db, self.shop, order, now=self.stage.time())

    def poll(self) -> None:
        """Every page of what changed, as the lane reads it."""
        for _ in range(CALLS_MAX):
            page = self.stage.channel.orders_changed(self.cursor)
            for order in page.orders:
                self.book(order)
            for ref in page.incomplete:
                self.book(self.stage.channel.order(ref))
            self.cursor = page.cursor
            if not page.more:
                return
        raise AssertionError("a poll that never ends")

    def hear(self, on_hand: int, committed: int, sku: str = "MUG") -> None:
        """After a poll this is on hand and committed, and what the shop shows is explained; a second poll adds nothing.

        Time passes, so that the next change is a later one.
        """
        self.poll()
        assert level(self.db, sku) == (on_hand, committed)
        self._check()
        entries = self.entries()
        self.poll()
        assert self.entries() == entries, "the same news were booked twice"
        self.stage.time.forward(2)

    def _check(self) -> None:
        for sku, ref in self.refs.items():
            believed = self.db.execute("select believed from listing where ref = ?", (ref,)).fetchone()[0]
            assert believed == self.stage.shop.quantity(ref), f"{sku}: `taken` does not explain the shop's number"
        assert ledger.levels_that_disagree(self.db) == []

    def entries(self) -> int:
        return self.db.execute("select count(*) from stock_entry").fetchone()[0]  # type: ignore[no-any-return]

    def questions(self) -> list[tuple[str, int]]:
        """What only the seller knows: (kind, pieces)."""
        return [(question.kind, question.pieces) for question in orders.questions(self.db)]

    def answer(self, *, here: bool) -> None:
        """The seller answers the oldest question."""
        post_answer(self.db, orders.questions(self.db)[0].id, here=here, now=self.stage.time())


def _check_pieces(order: Order) -> None:
    """What every reading of every order promises."""
    for line in order.lines:
        numbers = (line.open, line.returned, line.may_return, line.withheld, line.taken, line.shipped or 0)
        assert min(numbers) >= 0, line
        assert line.shipped is None or line.returned + line.may_return <= line.shipped, line
        assert not order.ended or line.untaken(ended=True) == 0, line
    assert order.updated_at.tzinfo is not None
    assert order.updated_at >= order.placed_at
