"""Asks the store for lists: the first screenful at once, the whole list and the totals without holding up the next key.

A small inventory is read on the spot. A large one is read by a second connection in the background; an answer to a
question that is no longer asked is dropped.
"""

from array import array
from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import PlimsollError
from app.store import inventory
from app.store.database import reader
from app.store.faults import translated
from app.store.inventory import Question, Totals, path_of
from app.store.sqlite import Connection
from app.ui.bridge import Bridge

SCREENFUL = 100  # rows that come at once: more than a screen shows. Of more, some would lie in one group further on
SMALL = 5000  # products up to which nothing is worth a second connection

T = TypeVar("T")


class Asker(QObject):
    """`found` brings row numbers and whether they are all, `counted` the totals of the whole inventory."""

    found = Signal(object, bool)  # array of row numbers, whole
    counted = Signal(object)  # Totals
    guessed = Signal(object)  # what may have been meant: str | None

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._lists = _Turns(bridge)
        self._sums = _Turns(bridge)
        self._guesses = _Turns(bridge)
        self._products = inventory.size(bridge.db)
        self._unanswered = (Question(), False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)  # when the first screenful is painted: nothing competes with that
        self._rest.timeout.connect(self._ask_rest)

    def ask(self, question: Question) -> None:
        """Answer with the first screenful now, and with the rest as soon as it is known."""
        self._lists.drop()
        self._rest.stop()
        first = inventory.find(self._bridge.db, question, now=self._bridge.now, limit=SCREENFUL)
        self.found.emit(first.numbers, first.whole)
        if not first.whole:
            self._unanswered = (question, first.common)
            self._rest.start()

    def guess(self, words: str) -> None:
        """Nothing holds these words: what may have been meant?"""
        from app.store.meant import meant

        self._guesses.take(lambda db: meant(db, words), self.guessed.emit, here=self._products <= SMALL)

    def count(self) -> None:
        """Ask for the totals."""
        now = self._bridge.now
        self._sums.take(lambda db: inventory.totals(db, now=now), self._counted, here=self._products <= SMALL)

    def ask_all(self, question: Question, *, common: bool = False) -> None:
        """Answer with the whole list, once it is there: after news, in place of the one that is shown."""
        now = self._bridge.now

        def told(numbers: "array[int]") -> None:
            self.found.emit(numbers, True)  # noqa: FBT003

        here = self._products <= SMALL
        self._lists.take(lambda db: inventory.everything(db, question, now=now, common=common), told, here=here)

    def _ask_rest(self) -> None:
        question, common = self._unanswered
        self.ask_all(question, common=common)

    def _counted(self, totals: Totals) -> None:
        self._products = totals.all
        self.counted.emit(totals)


class _Turns:
    """One job at a time in the background; of those that wait only the newest is ever done."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge, self._path = bridge, path_of(bridge.db)
        self._asked = 0
        self._busy = False
        self._next: Callable[[], None] | None = None

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._asked += 1
        self._next = None

    def take(self, job: Callable[[Connection], T], done: Callable[[T], None], *, here: bool) -> None:
        """Do this, here or in the background, and forget what was asked before."""
        self.drop()
        if here:
            done(job(self._bridge.db))
            return
        mine = self._asked

        def begin() -> None:
            self._busy, self._next = True, None
            self._bridge.reading.emit(True)  # noqa: FBT003
            self._bridge.background(work, finished, failed)

        def work() -> T:
            with translated(None), closing(reader(self._path)) as db:
                return job(db)

        def finished(answer: T) -> None:
            self._turn()
            if mine == self._asked:
                done(answer)

        def failed(error: PlimsollError) -> None:
            self._turn()
            self._bridge.trouble.emit(error)

        if self._busy:
            self._next = begin
        else:
            begin()

    def _turn(self) -> None:
        self._busy = False
        self._bridge.reading.emit(False)  # noqa: FBT003
        if self._next is not None:
            self._next()
