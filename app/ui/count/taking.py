"""One count as the page holds it: its lines in memory, which one is counted now, and every act written before it shows.

No widget is known here. What a scan costs does not grow with the length of the count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app import counting
from app.core.count_entry import Scanned
from app.core.counting import Kind
from app.counting import Heard
from app.store import codes, counts
from app.store.counts import Line, Session
from app.store.places import shelf_of
from app.store.sqlite import Connection
from app.ui.count.steps import MOST, SHARES, Step


@dataclass(frozen=True, slots=True)
class Far:
    """How far the products that lie on a shelf are. A product of two shelves is in both."""

    lines: int = 0
    done: int = 0
    posted: int = 0


class Taking:
    """The lines of one count. `now` is the product that is counted, `shelf` the shelf one stands at."""

    def __init__(self, db: Connection, session: Session, clock: Callable[[], datetime]) -> None:
        self.db, self.session, self._clock = db, session, clock
        self.lines: dict[int, Line] = {}
        self.closed: frozenset[str] = frozenset()
        self.now: int | None = None
        self.shelf = ""
        self.place = ""
        self._returned = ""  # a closed shelf of which something is counted again
        self.read()

    def read(self) -> None:
        """Read everything anew, and go on where there is something to count."""
        self.lines = {line.product: line for line in counts.lines(self.db, self.session.id)}
        self._walk()
        found = counts.shelves(self.db, self.session.id)
        shut = {shelf.name for shelf in found if shelf.closed_at is not None}
        waits = {line.shelf for line in self.lines.values() if line.round > 1 and not line.done and line.open}
        self.closed = frozenset(shut - waits - {self._returned or None})
        session = counts.session(self.db, self.session.id)
        assert session is not None
        self.session = session
        open_shelves = [name for name in self.shelves() if name not in self.closed]
        if self.shelf not in open_shelves:
            self.shelf = next(
                (name for name in open_shelves if any(not line.done for line in self.of_shelf(name))),
                open_shelves[0] if open_shelves else "",
            )
            self.now = None
        if self.now is not None and self.now not in self.lines:
            self.now = None

    @property
    def counting(self) -> bool:
        """Is a shelf open?"""
        return any(name not in self.closed for name in self._walks)

    def shelves(self) -> list[str]:
        """All shelves in order."""
        return sorted(self._walks)

    def go_back_to(self, product: int) -> None:
        """This product of a closed shelf is counted once more."""
        self._returned = self.lines[product].shelf
        self.read()
        self.shelf, self.now, self.place = self.lines[product].shelf, product, ""

    def of_shelf(self, name: str) -> list[Line]:
        """The products that lie on a shelf, in the order in which they are walked; some have further places."""
        found = self._walks.get(name)
        return [self.lines[product] for product in found] if found else []

    def of_home(self, name: str) -> list[Line]:
        """The products that are closed and posted with a shelf."""
        return [line for line in self.of_shelf(name) if line.shelf == name]

    @property
    def line(self) -> Line | None:
        """The product that is counted now."""
        return self.lines.get(self.now) if self.now is not None else None

    def again(self) -> list[Line]:
        """Products of the open shelf that have to be counted once more."""
        return [line for line in self.of_shelf(self.shelf) if line.round > 1 and not line.done]

    # --- acts: each is on disk when it returns -------------------------------------------------------------------

    def scan(self, scanned: Scanned) -> Heard:
        """A code was read."""
        heard = counting.scan(
            self.db, self.session.id, scanned.code, times=scanned.times, shelf=self.shelf, place=self._place(None),
            now=self._clock(),
        )  # fmt: skip
        return self._took(heard)

    def put(self, kind: Kind, pieces: int) -> Heard | None:
        """A number, more, fewer or damaged ones of the product that is counted now."""
        line = self.line
        if line is None:
            return None
        heard = counting.put(
            self.db, self.session.id, line.product, kind, pieces, shelf=self.shelf, place=self._place(line),
            now=self._clock(),
        )  # fmt: skip
        return self._took(heard)

    def undo(self) -> bool:
        """Take the newest back. False: there is nothing."""
        before = counts.newest_standing(self.db, self.session.id)
        line = counting.undo(self.db, self.session.id, now=self._clock())
        if line is not None:
            self.lines[line.product] = line
        return before is not None

    def undo_row(self, seq: int) -> None:
        """Take one row back."""
        counting.undo_row(self.db, self.session.id, seq, now=self._clock())
        self.read()

    def name_code(self, seq: int, product: int, pieces: int) -> Heard:
        """An unknown code is this product, from now on."""
        return self._took(counting.name_code(self.db, self.session.id, seq, product, pieces=pieces, now=self._clock()))

    def close(self, *, anyway: bool = False) -> list[Line]:
        """Close the shelf; what has to be counted again first."""
        return self._close(self.shelf, anyway=anyway)

    def close_again(self, shelf: str) -> list[Line]:
        """A shelf of which something was counted after it was closed; what has to be counted once more."""
        return self._close(shelf, anyway=False)

    def _close(self, shelf: str, *, anyway: bool) -> list[Line]:
        again = counting.close(self.db, self.session.id, shelf, anyway=anyway, now=self._clock())
        self._returned = ""
        self.read()
        if again:
            self.now = again[0].product
        return again

    def find(self, words: str) -> int | None:
        """The product that a SKU, a barcode or a name means here; None where it is none, or several."""
        named = codes.resolve(self.db, words)
        if named is not None:
            return named.product
        wanted = words.casefold()
        found = [line.product for line in self.lines.values() if wanted in line.title.casefold()]
        return found[0] if len(found) == 1 else None

    def count_now(self, product: int) -> None:
        """This one next. A product that nobody asked for is taken in when its first piece is counted."""
        self.now, self.place = product, ""

    def take_in(self, product: int) -> None:
        """A product that nobody asked for lies here."""
        counting.take_in(self.db, self.session.id, product, shelf=self.shelf)
        line = counts.line(self.db, self.session.id, product)
        assert line is not None
        self._take(line)

    def next(self) -> bool:
        """The next product of the shelf that is not counted. False: there is none."""
        walk = self.of_shelf(self.shelf)
        at = next((place for place, line in enumerate(walk) if line.product == self.now), -1)
        waiting = [line for line in (*walk[at + 1 :], *walk[: at + 1]) if not line.done and line.product != self.now]
        if not waiting:
            return False
        self.now, self.place = waiting[0].product, ""
        return True

    def steps(self) -> list[Step]:
        """How far every product is; of many products nothing but the share that is done."""
        if len(self.lines) > MOST:
            done = self.done * SHARES // len(self.lines)
            return [Step.DONE] * done + [Step.OPEN] * (SHARES - done)
        return [self._step(line) for line in self.lines.values()]

    def _step(self, line: Line) -> Step:
        if line.round > 1 and not line.done:
            return Step.AGAIN
        if line.done or line.posted is not None:
            return Step.DONE
        return Step.NOW if line.product == self.now else Step.OPEN

    def _place(self, line: Line | None) -> str:
        here = [place for place in line.misses if shelf_of(place) == self.shelf] if line is not None else []
        return here[0] if here else self.place

    def _took(self, heard: Heard) -> Heard:
        if heard.line is not None:
            self._take(heard.line)
            self.now = heard.line.product
        return heard

    def _take(self, line: Line) -> None:
        new = line.product not in self.lines
        before = self.lines.get(line.product)
        self.lines[line.product] = line
        self._add(before, -1)
        self._add(line, 1)
        if new:
            self._walk()
        else:
            for shelf in {line.shelf, *map(shelf_of, line.places)}:
                self.far[shelf] = self._far(shelf)

    def _walk(self) -> None:
        """Which products lie on which shelf."""
        self._walks: dict[str, list[int]] = {}
        for line in self.lines.values():
            for shelf in dict.fromkeys((line.shelf, *map(shelf_of, line.places))):
                self._walks.setdefault(shelf, []).append(line.product)
        self.far = {shelf: self._far(shelf) for shelf in self._walks}
        self.done = self.waiting = 0
        for line in self.lines.values():
            self._add(line, 1)

    def _add(self, line: Line | None, by: int) -> None:
        if line is not None:
            settled = line.done or line.posted is not None
            self.done += by * settled
            self.waiting += by * (not settled and line.round > 1)

    def _far(self, shelf: str) -> Far:
        lines = self.of_shelf(shelf)
        posted = sum(line.posted is not None for line in lines)
        return Far(len(lines), sum(line.done or line.posted is not None for line in lines), posted)
