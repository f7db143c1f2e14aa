"""Two counts at once in a shop that goes on selling: whatever is done in whatever order, the ledger ends at the truth.

The model knows what lies where (`lies`), and by how much the ledger is wrong (`drift`: a loss nobody noticed). Counting
a product finds the drift of that moment (`found`); posting takes exactly that out of the ledger, whatever was sold,
delivered, sent or lost between its last scan and the posting. At the end everything is counted once more, in peace.

It was held against planted bugs, and finds each of these within its usual examples:
1. the difference is taken against on hand at posting, not at the scan (`counting._entries`);
2. a line that moved while it was counted is not counted again (`_Sum.tally`: moved always False);
3. out and in again is no move (`_Sum.tally` without the ledger's position);
4. a scan that was taken back still counts (`tallies`: `undone` empty);
5. taking a posting back leaves its lines posted (`count_review.reopen` without its second statement);
6. a posted line can be posted once more (`mark_posted` does nothing);
7. damaged pieces are not written off (`counting._entries`).
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app import counting
from app.core.counting import Kind, Tolerance, Verdict
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import catalog, counts, ledger, places
from app.store.catalog import Product
from app.store.database import transaction
from tests.life import NOW, add_listing, add_shop, fresh, later, level, line, order

A, B = "Shelf A", "Shelf B"
PLACES = {
    "MUG": (f"{A}, bay 1",),
    "CUP": (f"{A}, bay 2",),
    "PLATE": (f"{A}, bay 3", f"{B}, bay 2"),  # counted with shelf A, and lies on both
    "VASE": (f"{B}, bay 1",),
}
SKUS = tuple(PLACES)
HOME = {A: ("MUG", "CUP", "PLATE"), B: ("VASE",)}
SHELF_OF = {sku: shelf for shelf, skus in HOME.items() for sku in skus}
skus, shelves = st.sampled_from(SKUS), st.sampled_from((A, B))


class CountLife(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.db = fresh(Path(self.folder.name))
        self.shop = add_shop(self.db)
        self.clock, self.names = 0.0, 0
        self.product: dict[str, int] = {}
        self.lies = {(sku, place): 12 for sku in SKUS for place in PLACES[sku]}
        self.drift = dict.fromkeys(SKUS, 0)
        self.orders: dict[str, tuple[str, int]] = {}  # sold and still to be sent
        self.scanned: dict[str, dict[str, int]] = {sku: {} for sku in SKUS}  # in this round, by place
        self.seen: dict[tuple[str, str], int] = {}  # of them, what still lies there
        self.damaged = dict.fromkeys(SKUS, 0)
        self.found: dict[str, int] = {}  # closed and not posted: the drift that the count found
        self.posted: dict[str, tuple[int, dict[str, tuple[int, int]]]] = {}  # by batch: its count, drift and damaged
        for sku in SKUS:
            self._stock(sku)
        self.session = {shelf: self._begin(shelf) for shelf in HOME}

    def _stock(self, sku: str) -> None:
        with transaction(self.db):
            product = Product(sku=sku, title=sku, place=PLACES[sku][0])
            self.product[sku] = catalog.add_product(self.db, product, now=NOW)
            places.put(self.db, self.product[sku], PLACES[sku])
        pieces = 12 * len(PLACES[sku])
        post_adjustment(self.db, sku, EntryKind.RECEIVE, pieces, reason="delivery", batch=f"d/{sku}", now=NOW)
        add_listing(self.db, self.shop, sku, shows=pieces)

    def teardown(self) -> None:
        """Count everything in peace: then the ledger is the truth, and nothing else."""
        try:
            for shelf, those in HOME.items():
                self._renew(shelf)
                for sku in those:
                    self._count_all(sku)
                self.close(shelf)
                self.post(shelf)
            for sku in SKUS:
                assert level(self.db, sku)[0] == self._there(sku), f"{sku} does not end at the truth"
            assert ledger.levels_that_disagree(self.db) == []
        finally:
            self.db.close()
            self.folder.cleanup()

    # --- the shop goes on --------------------------------------------------------------------------------------------

    @rule(sku=skus, pieces=st.integers(1, 3), send=st.booleans())
    def sell(self, sku, pieces, send):
        """Sold: the pieces lie there until they are sent."""
        if pieces <= self._free(sku):
            name = self._name()
            self.orders[name] = (sku, pieces)
            self._order(name, line(sku, pieces))
            if send:
                self._send(name)

    @precondition(lambda self: self.orders)
    @rule(data=st.data(), cancel=st.booleans())
    def send_or_cancel(self, data, cancel):
        name = data.draw(st.sampled_from(sorted(self.orders)))
        if cancel:
            self._order(name, line(self.orders.pop(name)[0], 0))
        else:
            self._send(name)

    @rule(sku=skus, pieces=st.integers(1, 3), back=st.booleans())
    def deliver_or_bring_back(self, sku, pieces, back):
        kind = EntryKind.RESTOCK if back else EntryKind.RECEIVE
        now = self._tick()
        post_adjustment(self.db, sku, kind, pieces, reason="delivery", batch=self._name(), now=now)
        self.lies[sku, PLACES[sku][0]] += pieces

    @rule(sku=skus, pieces=st.integers(1, 4))
    def lose(self, sku, pieces):
        """Nobody notices. Not while the product is half counted: then no count can know."""
        if (not self.scanned[sku] or not self._open(sku)) and pieces <= self._free(sku):
            self._leave(sku, pieces)
            self.drift[sku] += pieces

    # --- the two counts ----------------------------------------------------------------------------------------------

    @rule(sku=skus, pieces=st.integers(1, 7), place=st.integers(0, 1))
    def scan(self, sku, pieces, place):
        where = PLACES[sku][place % len(PLACES[sku])]
        rest = self.lies[sku, where] - self.seen.get((sku, where), 0)
        if self._open(sku) and 0 < pieces <= rest:
            self._scan(sku, where, pieces)

    @rule(sku=skus, comes=st.booleans())
    def it_moves_while_it_is_scanned(self, sku, comes):
        """What goes is what was scanned already; perhaps as many come, so that on hand is as before."""
        where = PLACES[sku][0]
        if self._open(sku) and not self.scanned[sku] and self.lies[sku, where] > 2:
            self._scan(sku, where, 2)
            self.sell(sku, 1, True)
            if comes:
                self.deliver_or_bring_back(sku, 1, False)

    @rule(shelf=shelves, damaged=st.integers(0, 1))
    def type_what_is_not_counted_yet(self, shelf, damaged):
        for sku in HOME[shelf]:
            if self._open(sku) and not self.scanned[sku]:
                self._count_all(sku, damaged=max(0, min(damaged, self._free(sku))))

    @rule(sku=skus, pieces=st.integers(1, 3))
    def scan_too_many_and_undo(self, sku, pieces):
        if self._open(sku):
            before = self._counted(sku)
            number, where = self.session[SHELF_OF[sku]], PLACES[sku][0]
            counting.scan(self.db, number, sku, times=pieces, shelf=self._shelf(where), place=where, now=self._tick())
            counting.undo(self.db, number, now=self._tick())
            assert self._counted(sku) == before

    @rule(shelf=shelves, whole=st.booleans())
    def close(self, shelf, whole=True):
        """What was begun is finished first, but perhaps not at its second place; what moved or is far apart is counted
        again, in peace.
        """
        number = self.session[shelf]
        for sku in HOME[shelf]:
            if self.scanned[sku] and self._open(sku):
                self._finish(sku, whole=whole)
        for _ in range(3):  # counted in peace, the second time is the last
            for one in counting.close(self.db, number, shelf, now=self._tick()):
                self._count_all(one.sku)
        for sku in HOME[shelf]:
            if self._line(sku).open:
                looked = all(place in self.scanned[sku] for place in PLACES[sku])
                assert self._is_sealed(sku) == looked, sku
                if looked and sku not in self.found:
                    self.found[sku] = self.drift[sku]

    @precondition(lambda self: self.found)
    @rule(data=st.data())
    def count_a_closed_one_again(self, data):
        sku = data.draw(st.sampled_from(sorted(self.found)))
        if self._is_sealed(sku):
            counting.recount(self.db, self.session[SHELF_OF[sku]], self.product[sku])
            del self.found[sku]
            self._forget(sku)

    @rule(shelf=shelves, comes=st.integers(0, 3))
    def post(self, shelf, comes=0):
        """Perhaps a delivery comes between closing and posting."""
        number = self.session[shelf]
        if not counts.is_closed(self.db, number, shelf):
            self.close(shelf)
        waiting = sorted(sku for sku in self.found if sku in HOME[shelf])
        if comes and waiting:
            self.deliver_or_bring_back(waiting[0], comes, False)
        for row in counting.review(self.db, number, shelf):
            if row.verdict is Verdict.REASON:
                counting.say_why(self.db, number, row.facts.product, "lost")
        ready = {
            row.facts.sku
            for row in counting.review(self.db, number, shelf)
            if not row.waits and row.facts.posted is None
        }
        assert ready == {sku for sku in HOME[shelf] if sku in self.found and self._is_sealed(sku)}
        batch = self._name()
        counting.post_shelf(self.db, number, shelf, batch=batch, now=self._tick())
        settled = {}
        for sku in ready:
            found, damaged = self.found.pop(sku), self.damaged[sku]
            self.drift[sku] -= found
            self._leave(sku, damaged)
            assert not self._line(sku).open, f"{sku} could be posted twice"
            settled[sku] = (found, damaged)
        if settled:
            self.posted[batch] = (number, settled)

    @precondition(lambda self: self.posted)
    @rule(data=st.data())
    def take_a_posting_back(self, data):
        batch = data.draw(st.sampled_from(sorted(self.posted)))
        counting.undo_posting(self.db, batch, now=self._tick())
        number, settled = self.posted.pop(batch)
        for sku, (found, damaged) in settled.items():
            self.drift[sku] += found
            self.lies[sku, PLACES[sku][0]] += damaged
            if number == self.session[SHELF_OF[sku]]:  # its count is still open: it waits to be posted once more
                assert self._is_sealed(sku), sku
                self.found[sku] = found

    @precondition(lambda self: any(not self._line(sku).open for sku in SKUS))
    @rule(shelf=shelves)
    def end_and_begin_another(self, shelf):
        """A product is in one open count at a time: another gets what this one has posted, and nothing else (21)."""
        has = {sku for sku in SKUS if self._line(sku).open}
        number, refused = counting.begin(
            self.db, name="third", kind="free", products=self.product.values(), tolerance=Tolerance(), now=self._tick()
        )
        assert set(refused) == has
        counting.finish(self.db, number, now=self._tick())
        self._renew(shelf)

    # --- what always holds -------------------------------------------------------------------------------------------

    @invariant()
    def the_ledger_is_the_truth_and_the_drift(self):
        for sku in SKUS:
            assert level(self.db, sku)[0] == self._there(sku) + self.drift[sku], sku
            promised = sum(pieces for of, pieces in self.orders.values() if of == sku)
            assert level(self.db, sku)[1] == promised, sku

    @invariant()
    def what_was_counted_is_what_was_scanned(self):
        for sku in SKUS:
            if self._open(sku):
                assert self._counted(sku) == (sum(self.scanned[sku].values()) if self.scanned[sku] else None), sku

    # --- inside ------------------------------------------------------------------------------------------------------

    def _tick(self):
        self.clock += 1
        return later(self.clock)

    def _name(self) -> str:
        self.names += 1
        return f"n{self.names:04d}"

    def _begin(self, shelf: str) -> int:
        products = [self.product[sku] for sku in HOME[shelf]]
        number, refused = counting.begin(
            self.db, name=shelf, kind="shelf", products=products, tolerance=Tolerance(), now=self._tick()
        )
        assert not refused
        return number

    def _renew(self, shelf: str) -> None:
        counting.finish(self.db, self.session[shelf], now=self._tick())
        for sku in HOME[shelf]:
            self.found.pop(sku, None)
            self._forget(sku)
        self.session[shelf] = self._begin(shelf)

    def _forget(self, sku: str) -> None:
        self.scanned[sku], self.damaged[sku] = {}, 0
        for place in PLACES[sku]:
            self.seen.pop((sku, place), None)

    def _there(self, sku: str) -> int:
        return sum(self.lies[sku, place] for place in PLACES[sku])

    def _free(self, sku: str) -> int:
        """What is not promised, and not damaged."""
        return self._there(sku) - self.damaged[sku] - sum(n for of, n in self.orders.values() if of == sku)

    def _order(self, name, *lines) -> None:
        now = self._tick()
        post_order(self.db, self.shop, order(name, *lines, at=self.clock), now=now)

    def _send(self, name: str) -> None:
        sku, pieces = self.orders.pop(name)
        self._order(name, line(sku, 0, shipped=pieces))
        self._leave(sku, pieces)

    def _leave(self, sku: str, pieces: int) -> None:
        """The worst that can be: what was scanned already is what goes."""
        for place in PLACES[sku]:
            gone = min(pieces, self.lies[sku, place])
            self.lies[sku, place] -= gone
            if (sku, place) in self.seen:
                self.seen[sku, place] = max(0, self.seen[sku, place] - gone)
            pieces -= gone

    def _line(self, sku):
        return counts.line(self.db, self.session[SHELF_OF[sku]], self.product[sku])

    def _open(self, sku: str) -> bool:
        return self._line(sku).open and not self._line(sku).sealed

    def _is_sealed(self, sku: str) -> bool:
        return self._line(sku).open and self._line(sku).sealed

    def _counted(self, sku: str) -> int | None:
        return self._line(sku).counted

    @staticmethod
    def _shelf(place: str) -> str:
        return places.shelf_of(place)

    def _scan(self, sku: str, where: str, pieces: int) -> None:
        number = self.session[SHELF_OF[sku]]
        counting.scan(self.db, number, sku, times=pieces, shelf=self._shelf(where), place=where, now=self._tick())
        self.scanned[sku][where] = self.scanned[sku].get(where, 0) + pieces
        self.seen[sku, where] = self.seen.get((sku, where), 0) + pieces

    def _finish(self, sku: str, *, whole: bool) -> None:
        """Everything that was not scanned yet is, or is typed where there is nothing to scan."""
        for where in PLACES[sku]:
            if not whole and where not in self.scanned[sku]:
                continue
            rest = self.lies[sku, where] - self.seen.get((sku, where), 0) - self._set_aside(sku, where)
            if rest > 0:
                self._scan(sku, where, rest)
            elif where not in self.scanned[sku]:
                self._put(sku, where, 0)

    def _set_aside(self, sku: str, where: str) -> int:
        return self.damaged[sku] if where == PLACES[sku][0] else 0

    def _count_all(self, sku: str, *, damaged: int = 0) -> None:
        """All places in one go; a damaged piece lies at the first."""
        self._forget(sku)
        damaged = min(damaged, self.lies[sku, PLACES[sku][0]])
        self.damaged[sku] = damaged
        if damaged:
            number = self.session[SHELF_OF[sku]]
            counting.put(self.db, number, self.product[sku], Kind.DAMAGED, damaged, shelf=SHELF_OF[sku],
                         place=PLACES[sku][0], now=self._tick())  # fmt: skip
        for where in PLACES[sku]:
            self._put(sku, where, self.lies[sku, where] - self._set_aside(sku, where))

    def _put(self, sku: str, where: str, pieces: int) -> None:
        number = self.session[SHELF_OF[sku]]
        counting.put(self.db, number, self.product[sku], Kind.SET, pieces, shelf=self._shelf(where), place=where,
                     now=self._tick())  # fmt: skip
        self.scanned[sku][where] = pieces
        self.seen[sku, where] = pieces


TestCountLife = CountLife.TestCase
TestCountLife.settings = settings(
    max_examples=16, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)
