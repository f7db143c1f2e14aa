"""Settings that change what is shown, warned or ordered: dated rows, never overwritten, with the present value beside.

A scope is everywhere (0, 0), a shop, a product, or a product in a shop.
"""

from datetime import datetime
from typing import Any

from app.core.records import dataclass
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

FLOOR = "floor"
REORDER_POINT = "reorder_point"
HELD_BACK = "held_back"
MODE = "mode"
POLL_S = "poll_s"
CHOICE = "choice"  # of a product: core.policy.Choice
CAP = "cap"  # show at most so many
END_WHEN = "end_when"  # show nothing at or below so many
HELD_BACK_WAY = "held_back_way"  # of the three above: core.offer.Way, where it is not the usual one
CAP_WAY = "cap_way"
END_WHEN_WAY = "end_when_way"
PRIORITY = "priority"  # of a shop: the greater has the better claim to the last pieces
LOW_STOCK = "low_stock"  # of a shop: below so many available, hold back so many more; see core.places.LowStock
LAST_PIECES = "last_pieces"  # of a product: "rule:listing:below", see core.policy.LastPieces
DELIVERY = "delivery"  # "average:most:review", in days; of a product, or in general
FLOOR_BY = "floor_by"  # "window:level": the days and the service level floors are reckoned by, of a product or all
TEXTBOOK_Z = "textbook_z"  # 1: Z as textbooks round it; off
SUPPLIER = "supplier"  # of a product: whose it is, a number of store.suppliers
PACK = "pack"  # of a product: "pack:minimum", where its supplier packs it otherwise than the rest
COVER_DAYS = "cover_days"  # how long an order is to last beyond the reorder point
COST = "cost"  # of a product: "1250 GBP", what one piece costs the seller in minor units
RISK_LIMIT = "risk_limit"  # the chance of an oversell that the seller accepts
OUTSIDE_EDITS = "outside_edits"  # of a shop: core.drift.Standing
ALERT = "alert"  # of a product: 1, warn of each of its updates that is refused or late
LETTERS_KEPT = "letters_kept"  # days that words to customers are kept after their incident was closed
HOUR = "hour"  # "2000 GBP": what an hour of the seller's work is worth, in minor units
AWAY = "away"  # core.away.Away with how and until when, while the seller is leaving; see store.leaving
LEAVE_AS = "leave_as"  # core.away.Away: what the seller wants done on leaving
LEAVE_ALONE = "leave_alone"  # 1: also unasked, when the computer sleeps or shuts down
LEAVE_EARLY = "leave_early"  # 1: also before the usual end of the day
HOURS = "hours"  # core.hours.Hours: the usual ones, where they are set and not learnt
ACCESS_CHECKED = "access_checked"  # of a shop: how many other programs may write stock, when the seller last looked
RACE_S = "race_s"  # a change from outside so many seconds after our own write counts as a race (R54)
WRITERS_MOST = "writers_most"  # more other programs than so many that may write stock are a warning sign (R53)
RELAY_SILENT = "relay_silent"  # 1 from when the relay did not answer until it did again: how well it does is measured
PROMOTION = "promotion"  # the number of the promotion under way; see store.promotions
PROMOTION_HELD = "promotion_held"  # pieces held back everywhere beyond what is, while one is
PROMOTION_POLL_S = "promotion_poll_s"  # orders are read at least so often, while one is

ANOTHER = "another"  # of a shop: 1 from when another computer was found to send there too, until that was decided
RELAY_LEFT = "relay_left"  # the relay is left to another computer that fetches there too, or just fetched again

SENDER = "sender"  # a fact: the installation that may send
RESTORED = "restored"  # a fact: when a backup was put in the place of this file
NAME = "name"  # a fact: what the seller's business is called


def put(db: Connection, name: str, value: int | str | None, *, shop: int = 0, product: int = 0, now: datetime) -> None:
    """Add a dated row. None means: no value here any more."""
    db.execute(
        "insert into setting (at, name, shop_id, product_id, value) values (?, ?, ?, ?, ?)",
        (stamp(now), name, shop, product, value),
    )


def get(db: Connection, name: str, *, shop: int = 0, product: int = 0) -> Any:
    """The value in force at exactly this scope; None where none is set."""
    row = db.execute(
        "select value from setting_now where name = ? and shop_id = ? and product_id = ?", (name, shop, product)
    ).fetchone()
    return row[0] if row else None


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the moment from which it held."""

    at: datetime
    value: Any


def history(db: Connection, name: str, *, shop: int = 0, product: int = 0) -> list[Dated]:
    """Every value that held at this scope, oldest first."""
    rows = db.execute(
        "select at, value from setting where name = ? and product_id = ? and shop_id = ? order by seq",
        (name, product, shop),
    )
    return [Dated(moment(at), value) for at, value in rows]


def fact(db: Connection, name: str) -> str | None:
    """A fact about this file; None where it is not known."""
    row = db.execute("select value from about where name = ?", (name,)).fetchone()
    return row[0] if row else None


def drop_fact(db: Connection, name: str) -> None:
    """Forget a fact about this file."""
    db.execute("delete from about where name = ?", (name,))


def put_fact(db: Connection, name: str, value: str) -> None:
    """Write a fact about this file."""
    db.execute(
        "insert into about (name, value) values (?, ?) on conflict do update set value = excluded.value", (name, value)
    )
