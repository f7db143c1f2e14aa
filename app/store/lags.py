"""Measured lags of each shop: from a sale to our knowing of it, and from that to the shop's confirming a new number."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

KEEP = 100  # samples of each kind and shop
QUANTILE = 0.95
UNMEASURED_WRITE_S = 5.0
UNMEASURED_HEARD_S = 5.0  # on top of the time between two polls
MEASURED_AFTER = 20  # samples: fewer only lengthen what is taken unmeasured, or a few lucky ones promise too much
STEADY = 0.1  # an average rises at once and falls by a tenth at least, or the mode of last pieces flutters with it
RECKONED_EVERY = 8  # samples of a kind and shop: a percentile of a hundred hardly moves with each
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
    """What was measured of a shop, in seconds: the 95th percentile and the average.

    Without an average there are too few samples: the slowest of them, but no less than what is taken unmeasured.
    """
    heard = _counted(heard_s, heard_average_s, poll_s + UNMEASURED_HEARD_S)
    write = _counted(write_s, write_average_s, UNMEASURED_WRITE_S)
    return Lag(heard[0], write[0]), Lag(heard[1], write[1])


def _counted(percentile: float | None, average: float | None, unmeasured: float) -> tuple[float, float]:
    if percentile is None or average is None:
        return (max(percentile or 0.0, unmeasured),) * 2
    return percentile, average


def heard_of(db: Connection, shop: Shop, placed_at: datetime, *, since: datetime | None, now: datetime) -> None:
    """How long a sale took to be heard of: that is what the policy lives by.

    `since` when the shop is listened to without a break, by our clock (None: it is not). A sale made before was found
    late because nobody was there, which says nothing of the shop.
    """
    made_at = placed_at + timedelta(seconds=shop.behind_s)
    if shop.by_hand or (since is not None and made_at >= since):
        add(db, shop.id, "heard", [(now - made_at).total_seconds()], now=now)


def add(db: Connection, shop: int, kind: str, samples: Sequence[float], *, now: datetime) -> None:
    """Keep these samples, in seconds, and what the newest hundred say: 95th percentile and average, once there are
    enough of them; until then the slowest.
    """
    if not samples:
        return
    db.executemany(
        "insert into lag (shop_id, kind, at, seconds) values (?, ?, ?, ?)",
        [(shop, kind, stamp(now), max(0.0, sample)) for sample in samples],
    )
    (count,) = db.execute("select count(*) from lag where shop_id = ? and kind = ?", (shop, kind)).fetchone()
    if count < MEASURED_AFTER:
        percentile, _ = _COLUMNS[kind]  # of so few it is the slowest; a place kept by hand began with half a day
        slowest = max(0.0, *samples)
        db.execute(f"update shop set {percentile} = max(coalesce({percentile}, 0), ?) where id = ?", (slowest, shop))
    elif _turn(count) != _turn(count - len(samples)):
        _reckon(db, shop, kind)


def _turn(count: int) -> int:
    return (count - MEASURED_AFTER) // RECKONED_EVERY


def _reckon(db: Connection, shop: int, kind: str) -> None:
    """What the newest say. The others are forgotten, so that counting them never takes longer."""
    newest = db.execute(
        "select seconds, id from lag where shop_id = ? and kind = ? order by id desc limit ?", (shop, kind, KEEP)
    ).fetchall()
    db.execute("delete from lag where shop_id = ? and kind = ? and id < ?", (shop, kind, newest[-1][1]))
    ordered = sorted(seconds for seconds, _ in newest)
    at = min(len(ordered) - 1, int(QUANTILE * len(ordered)))
    percentile, average = _COLUMNS[kind]
    db.execute(
        f"update shop set {percentile} = ?1, {average} = iif(?2 between {average} * ?3 and {average}, {average}, ?2)"
        " where id = ?4",
        (ordered[at], sum(ordered) / len(ordered), 1.0 - STEADY, shop),
    )
