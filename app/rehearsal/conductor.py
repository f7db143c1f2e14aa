"""Simulated time: several players, each in a thread of its own, of whom only one moves at any moment.

A lane that waits for a shop's answer waits here, while customers buy and the other lanes go on; when everybody waits,
time jumps to whoever waits least long. The order hangs on nothing but the moments, so a seed plays the same every time.
"""

import heapq
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

Step = Callable[[], float]  # one unit of work; in how many seconds it wants to be called again


class Over(BaseException):
    """The play has ended: unwind."""


class Player:
    """Somebody who acts and waits. `idle`: between two steps, and so to be woken."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.go = threading.Semaphore(0)
        self.turn = -1  # of its wait that counts
        self.idle = False
        self.woken = False
        self.thread: threading.Thread | None = None


class Conductor:
    """Gives the turn to one player after the other. Whoever makes it is a player too: `rest` waits in its own name."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin
        self._waits: list[tuple[datetime, int, Player]] = []
        self._turns = count()
        self._players: list[Player] = []
        self._me = self._at_turn = Player("customers")
        self._over = False
        self._failure: BaseException | None = None

    def clock(self) -> datetime:
        """What time it is there."""
        return self.now

    def add(self, name: str, step: Step, close: Callable[[], None] = lambda: None) -> Player:
        """One more player, whose first step is due now."""
        player = Player(name)
        player.thread = threading.Thread(
            target=self._act, args=(player, step, close), name=f"rehearsal-{name}", daemon=True
        )
        self._players.append(player)
        self._put(player, self.now)
        player.thread.start()
        return player

    def wake(self, player: Player) -> None:
        """Let a player who waits between two steps go on at once; one that is in a step does another one after it."""
        if player.idle:
            player.idle = False
            self._put(player, self.now)
        else:
            player.woken = True

    def rest(self, seconds: float) -> None:
        """Whoever calls this waits so long; the others go on meanwhile. Raises what went wrong with one of them."""
        player = self._at_turn
        self._put(player, self.now + timedelta(seconds=max(0.0, seconds)))
        self._hand_over(player)

    def end(self) -> None:
        """Nobody goes on: every player unwinds in its turn."""
        self._over = True
        for player in self._players:
            self._at_turn = player
            player.go.release()
            assert player.thread is not None
            player.thread.join()
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure

    def _put(self, player: Player, at: datetime) -> None:
        player.turn = next(self._turns)
        heapq.heappush(self._waits, (at, player.turn, player))

    def _next(self) -> Player:
        while True:
            at, turn, player = heapq.heappop(self._waits)
            if turn == player.turn:
                self.now = max(self.now, at)
                return player

    def _hand_over(self, player: Player) -> None:
        """Give the turn away, and come back when it is this player's again."""
        self._at_turn = following = self._next()
        if following is not player:
            following.go.release()
            player.go.acquire()
        if self._over:
            raise Over
        if player is self._me and self._failure is not None:
            raise Over

    def _act(self, player: Player, step: Step, close: Callable[[], None]) -> None:
        """The top of a player's thread."""
        player.go.acquire()
        try:
            while not self._over:
                seconds = step()
                player.idle, woken, player.woken = not player.woken, player.woken, False
                self.rest(0.0 if woken else seconds)
                player.idle = False
        except Over:
            pass
        except BaseException as failure:  # noqa: BLE001 - whatever it is, whoever made the play hears of it
            self._failure = failure
        try:
            close()
        except BaseException as failure:  # noqa: BLE001
            self._failure = self._failure or failure
        if not self._over:  # it failed: the maker is told at once
            self._at_turn = self._me
            self._me.go.release()
