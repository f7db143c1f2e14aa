"""Which columns are left out where there is little room, so that the one that matters keeps its width."""

from collections.abc import Sequence

from app.ui.theme import Theme
from app.ui.widgets.table import TableView


def fit(table: TableView, room: int, *, stretch: int, least: int, may_go: Sequence[int], theme: Theme) -> None:
    """Hide columns, the first named first, until the one that stretches is `least` wide at 100 % text size.

    `room` is the table's width in pixels.
    """
    header = table.horizontalHeader()
    columns = [place for place in range(header.count()) if place != stretch]
    widths = {place: theme.px(table.columns()[place].width) for place in columns}
    rest = room - theme.px(least)
    hidden: list[int] = []
    while sum(width for place, width in widths.items() if place not in hidden) > rest and len(hidden) < len(may_go):
        hidden.append(may_go[len(hidden)])
    for place in may_go:
        table.setColumnHidden(place, place in hidden)
