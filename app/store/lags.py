"""Measured lags of each shop: from a sale to our knowing of it, and from that to the shop's confirming a new number."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

KEEP = 100  # samples of each kind and shop
QUANTILE = 0.95
LISTENED_WITHIN = timedelta(minutes=5)  # after a longer silence an order's delay says nothing of the shop
UNMEASURED_WRITE_S = 5.0
UNMEASURED_HEARD_S = 5.0  # on top of the time between two polls
AVERAGED_AFTER = 20  # samples: of fewer the percentile counts, for a few lucky ones would promise too much
RECKONED_EVERY = 8  # samples: a percentile of a hundred hardly moves with each
_COLUMNS = {"heard": ("heard_s", "heard_average_s"), "write": ("write_s", "write_average_s")}


class Lag(NamedTuple):
    """How long it takes to hear of a shop's sale, and to bring a new number there, in seconds."""

    heard_s: float
    write_s: float

    @classmethod
    def slowest(cls, lags: Sequence["Lag"]) -> "Lag":
        """The slowest of these in hearing, and the slowest in writing. Raises `ValueError` for none."""
        return cls(max(lag.heard_s for lag in lags), max(lag.write_s for lag in lags))

    def plus(self, other: "Lag") -> "Lag":
        """Both together."""
        return Lag(self.heard_s + other.heard_s, self.write_s + other.write_s)

    def loop_s(self, slowest: "Lag") -> float:
        """From a sale here until the slowest is lowered, or from a sale there until this is, whichever is longer."""
        return max(self.heard_s + slowest.write_s, slowest.heard_s + self.write_s)


def known(
    poll_s: float,
    heard_s: float | None,
    write_s: float | None,
    heard_average_s: float | None,
    write_average_s: float | None,
) -> tuple[Lag, Lag]:
    """What was measured of a shop, or is taken until then: the 95th percentile and the average."""
    heard_s = poll_s + UNMEASURED_HEARD_S if heard_s is None else heard_s
    write_s = UNMEASURED_WRITE_S if write_s is None else write_s
    averages = (
        heard_s if heard_average_s is None else heard_average_s,
        write_s if write_average_s is None else write_average_s,
    )
    return Lag(heard_s, write_s), Lag(*averages)


def heard_of(db: Connection, shop: Shop, placed_at: datetime, *, now: datetime) -> None:
    """How long a sale took to be heard of, while the shop was being listened to: that is what the policy lives by."""
    listened = shop.orders_read_at is not None and now - shop.orders_read_at < LISTENED_WITHIN
    if listened or shop.by_hand:
        add(db, shop.id, "heard", [(now - placed_at).total_seconds() - shop.behind_s], now=now)


def add(db: Connection, shop: int, kind: str, samples: Sequence[float], *, now: datetime) -> None:
    """Keep these samples, in seconds, and what the newest hundred say: 95th percentile, and of enough the average."""
    if not samples:
        return
    db.executemany(
        "insert into lag (shop_id, kind, at, seconds) values (?, ?, ?, ?)",
        [(shop, kind, stamp(now), max(0.0, sample)) for sample in samples],
    )
    percentile, average = _COLUMNS[kind]
    (before, count) = db.execute(
        f"select {percentile}, (select max(id) from lag) from shop where id = ?", (shop,)
    ).fetchone()
    if before is not None and count % RECKONED_EVERY:
        return
    newest = sorted(seconds for _, seconds in _newest(db, shop, kind))
    at = min(len(newest) - 1, int(QUANTILE * len(newest)))
    mean = sum(newest) / len(newest) if len(newest) >= AVERAGED_AFTER else None
    db.execute(f"update shop set {percentile} = ?, {average} = ? where id = ?", (newest[at], mean, shop))


def _newest(db: Connection, shop: int, kind: str) -> list[tuple[int, float]]:
    return db.execute(
        "select id, seconds from lag where shop_id = ? and kind = ? order by id desc limit ?", (shop, kind, KEEP)
    ).fetchall()


def prune(db: Connection, shop: int) -> None:
    """Forget all but the newest samples."""
    for kind in _COLUMNS:
        newest = _newest(db, shop, kind)
        if len(newest) == KEEP:
            db.execute("delete from lag where shop_id = ? and kind = ? and id < ?", (shop, kind, newest[-1][0]))
