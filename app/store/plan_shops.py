"""What the offer policy needs to know of every shop: how soon it hears, how soon it is told, and whether it can be."""

from datetime import datetime

from app.core.records import dataclass
from app.store import lags
from app.store.lags import Lag
from app.store.moments import moment_or_none
from app.store.sqlite import Connection

DEAF_AFTER_S = 60.0  # before the seller leaves, a shop that was silent so long counts as one that can be told nothing


@dataclass(frozen=True, slots=True)
class PlanShop:
    """A shop as a plan sees it. `settle_s`: so many seconds a buyer there may still see an old number."""

    mode: str
    name: str
    lag: Lag  # 95 times in 100
    average: Lag
    guard: str
    settle_s: float
    deaf: bool  # it can be told nothing now


_SHOPS = """
    select shop.id, mode, name, heard_s, write_s, heard_average_s, write_average_s, guard, settle_s, poll_s,
        shop.trouble_since,
        coalesce(max(orders_read_at, pulled_at), orders_read_at),  -- a relay that answers would have told of a sale
        mode = 'paused' or held is not null or channel = 'stall' or shop.trouble in ('signed_out', 'refused')
    from shop left join relay on relay.trouble = '' and exists (
        select 1 from relay_endpoint where shop_id = shop.id and gone_at is null
            and (relay_endpoint.heard_at is not null or tested_at is not null))
    where removed_at is null
"""


def read(db: Connection, *, now: datetime) -> dict[int, PlanShop]:
    """Every shop by its number, those that are only looked at included."""
    found = {}
    for number, mode, name, *measured, guard, settle, poll, trouble, read, shut in db.execute(_SHOPS):
        silent = _silence(now, moment_or_none(trouble), moment_or_none(read), poll)
        deaf = bool(shut) or (trouble is not None and silent > DEAF_AFTER_S)
        lag, average = lags.known(poll, *measured)
        late = Lag(silent, silent + settle)
        found[number] = PlanShop(mode, name, lag.plus(late), average.plus(late), guard, settle, deaf)
    return found


def _silence(now: datetime, trouble_since: datetime | None, read_at: datetime | None, poll_s: float) -> float:
    """The less we know, the less we promise: seconds that a shop has been out of reach, beyond its usual rhythm."""
    troubled = (now - trouble_since).total_seconds() if trouble_since else 0.0
    unread = (now - read_at).total_seconds() - 2 * poll_s if read_at else 0.0
    return max(troubled, unread, 0.0)
