"""What is written in and said of a stock chart."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.ui.charts.picture import Picture
from app.ui.words import calendar_date, number, tr, trn


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """What is written in a chart. `day` writes a date, `number` a number."""

    floor: str
    reorder: str
    now: str
    events: str
    today: str
    day: Callable[[float], str]
    number: Callable[[int], str]


def chart_words(picture: Picture) -> ChartWords:
    """The labels of one picture."""
    floor, reorder, available = (
        line[-1][1] if line else None for line in (picture.floor, picture.reorder, picture.available)
    )
    today = _date(picture.end)
    return ChartWords(
        floor=tr("Floor {pieces}", pieces=floor),
        reorder=tr("Reorder {pieces}", pieces=reorder),
        now=tr("{pieces} now", pieces=available),
        events=tr("Events"),
        today=tr("Today"),
        day=lambda at: calendar_date(_date(at), today, short=True),
        number=number,
    )


def describe(picture: Picture, title: str, days: int) -> str:
    """The chart in one sentence."""
    over = trn("{n} day", "{n} days", days)
    if picture.empty:
        return tr("{title}, {days}: no number yet", title=title, days=over)
    high, low = picture.bounds
    under = picture.days_under_floor()
    values = {"title": title, "days": over, "high": high, "low": low}
    if under and picture.oversold_now:
        return trn(
            "{title}, {days}: between {high} and {low}, under the floor on {n} day, oversold now",
            "{title}, {days}: between {high} and {low}, under the floor on {n} days, oversold now",
            under,
            **values,
        )
    if under:
        return trn(
            "{title}, {days}: between {high} and {low}, under the floor on {n} day",
            "{title}, {days}: between {high} and {low}, under the floor on {n} days",
            under,
            **values,
        )
    if picture.oversold_now:
        return tr("{title}, {days}: between {high} and {low}, oversold now", **values)
    return tr("{title}, {days}: between {high} and {low}", **values)


def _date(at: float) -> date:
    return datetime.fromtimestamp(at, tz=UTC).astimezone().date()
