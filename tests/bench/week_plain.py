"""What Plimsoll is compared with: what ordinary tools do, and the theory's own rule (C.5) as a yardstick.

Nothing of the program is copied here. The theory's desk writes by `delta` only, as its author simulated it.
"""

from collections import deque
from collections.abc import Sequence
from math import exp, inf

from tests.bench.week_shops import Look, Write
from tests.bench.week_world import CHANNELS, SHARES, WEEK_S, Product

RECENT_S = 600.0
UNEVENNESS = 1 - sum(share * share for share in SHARES)


class Plain:
    """A desk that never sleeps, is told nothing and needs no alarm clock."""

    def settled(self, now: float, channel: int, write: Write) -> None:
        pass

    def looked(self, now: float, channel: int, look: Look) -> None:
        pass

    def leaving(self, now: float) -> None:
        pass

    def back(self, now: float) -> None:
        pass

    def wake_at(self) -> float:
        return inf


class Everywhere(Plain):
    """Every shop shows all there is, less what is held back; our own writes are believed as sent.

    `exact`: writes move the number, so that a belief below zero only says that the number ended at zero.
    """

    def __init__(self, product: Product, *, exact: bool = True, held: int = 0) -> None:
        self.left, self.exact, self.held = product.stock, exact, held
        self.shown = [self._wish()] * len(CHANNELS)

    def _wish(self) -> int:
        return max(0, self.left - self.held)

    def start(self) -> Sequence[int]:
        return self.shown

    def heard(self, now: float, channel: int, pieces: int) -> None:
        self.left -= pieces
        self.shown[channel] -= pieces

    def next_write(self, now: float, channel: int) -> Write | None:
        wish, shown = self._wish(), self.shown[channel]
        return None if wish == (max(0, shown) if self.exact else shown) else Write(wish, shown)

    def answered(self, now: float, channel: int, write: Write) -> None:
        self.shown[channel] += write.step


def quotas(pieces: int) -> list[int]:
    """By largest remainder of the shares."""
    exact = [pieces * share for share in SHARES]
    whole = [int(part + 1e-9) for part in exact]
    by_rest = sorted(CHANNELS, key=lambda one: whole[one] - exact[one])
    for one in by_rest[: pieces - sum(whole)]:
        whole[one] += 1
    return whole


class Escrow(Plain):
    """Rights per channel that never add up to more than is left; moved one by one to a channel that has run dry."""

    def __init__(self, product: Product, *, moves: bool = True, rights: int | None = None, waits: bool = True) -> None:
        self.left, self.moves, self.rights, self.waits = product.stock, moves, rights, waits
        self.bound = [min(quota, rights or quota) for quota in quotas(self.left)]
        self.stuck = [False] * len(CHANNELS)  # nothing more to be had there until a sale is heard of
        self.lowering = [False] * len(CHANNELS)

    def start(self) -> Sequence[int]:
        return list(self.bound)

    def heard(self, now: float, channel: int, pieces: int) -> None:
        self.left -= pieces
        self.bound[channel] -= pieces
        self.stuck[channel] = False

    def next_write(self, now: float, channel: int) -> Write | None:
        spare = self.left - sum(self.bound)
        if spare < 0:
            return self._lower(channel, quotas(max(0, self.left))[channel])
        if spare and (self.rights or self.moves) and channel == self._neediest():
            room = spare if self.rights is None else min(spare, self.rights - self.bound[channel])
            return self._raise(channel, 1 if self._dry() else room)
        if not spare and self.moves and not any(self.lowering) and channel == self._donor():
            return self._lower(channel, self.bound[channel] - 1)
        return None

    def _dry(self) -> list[int]:
        return [one for one in CHANNELS if self.bound[one] <= 0]

    def _neediest(self) -> int:
        return min(CHANNELS, key=lambda one: self.bound[one] / SHARES[one])

    def _donor(self) -> int | None:
        """Who gives a piece to the channel that has run dry: who has most for its share, and not its last but one."""
        dry = self._dry()
        if not dry:
            return None
        able = [one for one in CHANNELS if self.bound[one] > (SHARES[one] >= SHARES[dry[0]]) and not self.stuck[one]]
        return max(able, key=lambda one: self.bound[one] / SHARES[one], default=None)

    def _raise(self, channel: int, pieces: int) -> Write | None:
        if pieces <= 0:
            return None
        bound = self.bound[channel]
        self.bound[channel] += pieces  # counts from the moment it is sent
        return Write(bound + pieces, bound)

    def _lower(self, channel: int, to: int) -> Write | None:
        if self.bound[channel] <= to or self.stuck[channel] or self.lowering[channel]:
            return None
        self.lowering[channel] = True
        return Write(to, self.bound[channel])

    def answered(self, now: float, channel: int, write: Write) -> None:
        if not self.waits:
            self._withdrawn(channel, write, -write.moved)

    def settled(self, now: float, channel: int, write: Write) -> None:
        if self.waits:
            self._withdrawn(channel, write, -write.moved - write.sold_late)

    def _withdrawn(self, channel: int, write: Write, pieces: int) -> None:
        if write.step >= 0:
            return
        self.lowering[channel] = False
        self.bound[channel] -= pieces
        self.stuck[channel] = pieces < -write.step


class Adaptive(Escrow):
    """All pieces everywhere while that is safe; rights while the risk of the next seconds is above the limit."""

    def __init__(self, product: Product, *, risk: float = 1e-4, window_s: float = 8.0, sleeps: bool = False) -> None:
        super().__init__(product)
        self.risk, self.window_s, self.forced = risk, window_s, sleeps
        self.longrun = product.weekly / WEEK_S
        self.recent: deque[tuple[float, int]] = deque()
        self.sharing = False
        self._choose()
        if self.sharing:
            self.bound = [self.left] * len(CHANNELS)

    def heard(self, now: float, channel: int, pieces: int) -> None:
        super().heard(now, channel, pieces)
        self.recent.append((now, pieces))
        while self.recent[0][0] < now - RECENT_S:
            self.recent.popleft()
        self._choose()

    def _choose(self) -> None:
        rate = (sum(pieces for _, pieces in self.recent) + 0.5) / (RECENT_S + 0.5 / self.longrun)
        chance = at_least(self.left, rate * self.window_s * (UNEVENNESS if self.left == 1 else 1))
        if self.forced or chance > self.risk:
            self.sharing = False
        elif chance < self.risk / 10:
            self.sharing = True

    def next_write(self, now: float, channel: int) -> Write | None:
        if not self.sharing:
            return super().next_write(now, channel)
        if self.bound[channel] > self.left:
            return self._lower(channel, max(0, self.left))
        return self._raise(channel, self.left - self.bound[channel])

    def leaving(self, now: float) -> None:
        self.forced = True
        self._choose()

    def back(self, now: float) -> None:
        self.forced = False
        self._choose()


def at_least(count: int, mean: float) -> float:
    """P(Poisson(mean) >= count)."""
    if count <= 0:
        return 1.0
    if count > 20 + 10 * mean:
        return 0.0
    term = total = exp(-mean)
    for k in range(1, count):
        term *= mean / k
        total += term
    return 1 - total
