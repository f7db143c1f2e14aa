"""Two counts at once in a shop that goes on selling, with deliveries, returns, losses and undo: the ledger ends at the
truth of the shelves, apart from what went missing after it was counted.
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app import counting
from app.core.counting import Kind, Tolerance, Verdict
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import catalog, counts
from app.store.catalog import Product
from app.store.database import transaction
from tests.life import NOW, add_listing, add_shop, fresh, later, level, line, order

SHELVES = {"MUG": "Shelf A", "VASE": "Shelf B"}
SKUS = tuple(SHELVES)


class CountLife(RuleBasedStateMachine):
    """`there` is what lies on the shelf, `drift` how many more the ledger has, `found` the drift that was counted."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.db = fresh(Path(self.folder.name))
        self.shop = add_shop(self.db)
        self.clock, self.batches, self.orders = 0.0, 0, 0
        self.product: dict[str, int] = {}
        self.there = dict.fromkeys(SKUS, 12)
        self.drift = dict.fromkeys(SKUS, 0)
        self.pile: dict[str, int] = {}  # pieces that were scanned in this round, as far as they still lie there
        self.found: dict[str, int] = {}
        self.posted: list[tuple[str, dict[str, int]]] = []
        for sku, shelf in SHELVES.items():
            with transaction(self.db):
                product = Product(sku=sku, title=sku, place=f"{shelf}, bay 1")
                self.product[sku] = catalog.add_product(self.db, product, now=NOW)
            post_adjustment(self.db, sku, EntryKind.RECEIVE, 12, reason="delivery", batch=f"d/{sku}", now=NOW)
            add_listing(self.db, self.shop, sku, shows=12)
        self.session = {shelf: self._begin(shelf) for shelf in set(SHELVES.values())}

    def teardown(self) -> None:
        self.db.close()
        self.folder.cleanup()

    def tick(self):
        self.clock += 1
        return later(self.clock)

    def _begin(self, shelf: str) -> int:
        products = [self.product[sku] for sku in SKUS if SHELVES[sku] == shelf]
        number, refused = counting.begin(
            self.db, name=shelf, kind="shelf", products=products, tolerance=Tolerance(), now=self.tick()
        )
        assert not refused
        return number

    def _move(self, sku: str, pieces: int, kind: EntryKind) -> None:
        self.batches += 1
        post_adjustment(self.db, sku, kind, pieces, reason="delivery", batch=f"m/{self.batches}", now=self.tick())
        self.there[sku] += pieces

    @rule(sku=st.sampled_from(SKUS), pieces=st.integers(1, 3))
    def sell(self, sku, pieces):
        pieces = min(pieces, self.there[sku])
        if pieces:
            self.orders += 1
            at = self.tick()
            sold = order(str(self.orders), line(sku, 0, shipped=pieces), at=self.clock)
            post_order(self.db, self.shop, sold, now=at)
            self.there[sku] -= pieces
            if sku in self.pile:  # the worst that can be: what was counted already is sold
                self.pile[sku] = max(0, self.pile[sku] - pieces)

    @rule(sku=st.sampled_from(SKUS), pieces=st.integers(1, 4))
    def deliver(self, sku, pieces):
        self._move(sku, pieces, EntryKind.RECEIVE)

    @rule(sku=st.sampled_from(SKUS))
    def bring_back(self, sku):
        self._move(sku, 1, EntryKind.RESTOCK)

    @rule(sku=st.sampled_from(SKUS), pieces=st.integers(1, 4))
    def lose(self, sku, pieces):
        """Nobody notices. Not while the product is half scanned: then no count can know."""
        if sku not in self.pile or sku in self.found:
            pieces = min(pieces, self.there[sku])
            self.there[sku] -= pieces
            self.drift[sku] += pieces

    @rule(sku=st.sampled_from(SKUS), part=st.integers(1, 6))
    def scan(self, sku, part):
        if sku not in self.found and self._open(sku):
            rest = self.there[sku] - self.pile.get(sku, 0)
            pieces = min(part, rest)
            if pieces > 0:
                self._scan(sku, pieces)
                self.pile[sku] = self.pile.get(sku, 0) + pieces

    @rule(sku=st.sampled_from(SKUS))
    def type_the_number(self, sku):
        if sku not in self.pile and self._open(sku):
            self._type(sku)

    @rule(sku=st.sampled_from(SKUS))
    def scan_too_many_and_undo(self, sku):
        if self._open(sku):
            self._scan(sku, 1)
            counting.undo(self.db, self.session[SHELVES[sku]], now=self.tick())

    @rule(shelf=st.sampled_from(sorted(set(SHELVES.values()))))
    def close_and_post(self, shelf):
        number = self.session[shelf]
        for sku in self._skus(shelf):
            if sku in self.pile and sku not in self.found:
                self._finish(sku)
        while again := counting.close(self.db, number, shelf, now=self.tick()):
            for one in again:
                self._type(one.sku)
        for row in counting.review(self.db, number, shelf):
            if row.verdict is Verdict.REASON:
                counting.say_why(self.db, number, row.facts.product, "lost")
        done = {
            row.facts.sku for row in counting.review(self.db, number, shelf) if not row.waits and not row.facts.posted
        }
        self.batches += 1
        batch = f"count/{self.batches}"
        counting.post_shelf(self.db, number, shelf, batch=batch, now=self.tick())
        assert done == {sku for sku in self._skus(shelf) if sku in self.found}
        settled = {sku: self.found.pop(sku) for sku in done}
        for sku, drift in settled.items():
            self.drift[sku] -= drift
            self.pile.pop(sku, None)
        self.posted.append((batch, settled))
        counting.finish(self.db, number, now=self.tick())
        for sku in self._skus(shelf):
            self.pile.pop(sku, None)
        self.session[shelf] = self._begin(shelf)

    @rule()
    def take_a_posting_back(self):
        if self.posted:
            batch, settled = self.posted.pop()
            counting.undo_posting(self.db, batch, now=self.tick())
            for sku, drift in settled.items():
                self.drift[sku] += drift

    @invariant()
    def the_ledger_is_the_truth_and_the_drift(self):
        for sku in SKUS:
            assert level(self.db, sku)[0] == self.there[sku] + self.drift[sku], sku

    def _skus(self, shelf):
        return [sku for sku in SKUS if SHELVES[sku] == shelf]

    def _open(self, sku):
        one = counts.line(self.db, self.session[SHELVES[sku]], self.product[sku])
        return one is not None and one.open and not one.sealed

    def _scan(self, sku, pieces):
        shelf = SHELVES[sku]
        counting.scan(self.db, self.session[shelf], sku, times=pieces, shelf=shelf, now=self.tick())

    def _type(self, sku):
        shelf, product = SHELVES[sku], self.product[sku]
        counting.put(self.db, self.session[shelf], product, Kind.SET, self.there[sku], shelf=shelf, now=self.tick())
        self.pile[sku], self.found[sku] = self.there[sku], self.drift[sku]

    def _finish(self, sku):
        rest = self.there[sku] - self.pile[sku]
        if rest > 0:
            self._scan(sku, rest)
        self.found[sku] = self.drift[sku]


TestCountLife = CountLife.TestCase
TestCountLife.settings = settings(
    max_examples=15, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
