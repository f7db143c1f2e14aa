"""The weekly digest of outside edits (R72): how often somebody else changed a number, where, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.store import edits
from app.store.edits import EditRow
from app.store.sqlite import Connection
from app.ui.channels.outside_words import became, is_race, origin
from app.ui.papers.paper import Paper, Part, Table
from app.ui.papers.statement import full_date
from app.ui.words import clock_time, number, signed, tr, trn

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday, as the seller's calendar has them."""

    begin: datetime
    end: datetime

    @property
    def words(self) -> str:
        """Its first and last day."""
        last = self.end - timedelta(hours=12)
        return tr("{first} to {last}", first=full_date(self.begin), last=full_date(last))


def week_of(at: datetime, back: int = 0) -> Week:
    """The week of a moment, or one so many weeks before."""
    monday = at.astimezone().date() - timedelta(days=at.astimezone().weekday() + 7 * back)
    begin = datetime(monday.year, monday.month, monday.day).astimezone()
    after = monday + WEEK
    return Week(begin, datetime(after.year, after.month, after.day).astimezone())


def of_week(db: Connection, week: Week) -> list[EditRow]:
    """What somebody else changed in a week, newest first."""
    return edits.found(db, since=week.begin, until=week.end, limit=2000)


def summary(rows: Sequence[EditRow]) -> str:
    """A week in one or two sentences."""
    if not rows:
        return tr("Nobody but Plimsoll changed a number.")
    waiting = sum(row.settled_at is None for row in rows)
    said = trn(
        "Somebody else changed {n} number, of {products} products.",
        "Somebody else changed {n} numbers, of {products} products.",
        len(rows),
        products=len({row.sku for row in rows}),
    )
    wait = trn("{n} waits for you.", "{n} wait for you.", waiting)
    return f"{said} {wait}" if waiting else said


def weekly_digest(db: Connection, week: Week) -> Paper:
    """The digest of a week as a paper."""
    rows = of_week(db, week)
    parts = [Part(title=tr("In short"), sentences=(summary(rows),), table=_by_shop(rows) if rows else None)]
    if rows:
        heads = (tr("When"), tr("Channel"), tr("Product"), tr("Change"), tr("Whose it was"), tr("What became of it"))
        lines = tuple(
            (
                f"{full_date(row.found_at)}, {clock_time(row.found_at)}",
                row.shop,
                f"{row.title} ({row.sku})",
                f"{signed(row.change)} ({number(row.expected)} → {number(row.seen)})",
                origin(row),
                became(row),
            )
            for row in rows
        )
        parts.append(Part(title=tr("Every change"), table=Table(heads, lines)))
    return Paper(title=tr("Outside edits"), note=tr("Week of {days}", days=week.words), parts=tuple(parts))


def _by_shop(rows: Sequence[EditRow]) -> Table:
    heads = (
        tr("Channel"),
        tr("Changes"),
        tr("Pieces up"),
        tr("Pieces down"),
        tr("Within 30 s of ours"),
        tr("Ours kept"),
        tr("Theirs taken"),
        tr("Waiting"),
    )
    lines = tuple(_line(shop, rows) for shop in sorted({row.shop for row in rows}))
    return Table(heads, lines, right=tuple(range(1, len(heads))))


def _line(shop: str, rows: Sequence[EditRow]) -> tuple[str, ...]:
    own = [row for row in rows if row.shop == shop]
    return (
        shop,
        number(len(own)),
        number(sum(max(0, row.change) for row in own)),
        number(sum(max(0, -row.change) for row in own)),
        number(sum(map(is_race, own))),
        number(sum(row.decision in ("ours", "replaced") for row in own)),
        number(sum(row.decision == "theirs" for row in own)),
        number(sum(row.settled_at is None for row in own)),
    )
