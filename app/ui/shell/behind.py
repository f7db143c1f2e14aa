"""The lower block of the sidebar: how far each shop is behind, one line each."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shell.facts import Standing
from app.ui.theme import follow
from app.ui.widgets.badge import Badge
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.widgets.tips import plain
from app.ui.words import NOTHING, calendar_date, duration, tr, weekday, when

_LINE_HEIGHT = 26
_WEEK = timedelta(days=7)


class BehindLine(QWidget):
    """One shop."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        shop = standing.shop
        self._standing = standing
        self._badge = Badge(shop.letter, shop.name)
        self._name = ElidedLabel(shop.name, "small", colour="text_secondary")
        self._late = StatusGlyph(Glyph.LOOK, tr("Late"), size=11)
        self._age = Label(NOTHING, "small", colour="text_tertiary", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._badge)
        row.addWidget(self._name, 1)
        row.addWidget(self._late)
        row.addWidget(self._age, 0, Qt.AlignmentFlag.AlignRight)
        self._theme = follow(self._dress)
        self._dress()

    def show_standing(self, standing: Standing, now: datetime) -> None:
        """Its age now."""
        self._standing = standing
        shop = standing.shop
        late = standing.late(now)
        words = age(standing, now)
        self._badge.set_paused(paused=shop.mode == "paused" and not shop.by_hand)
        self._late.setVisible(late)
        self._age.setText(words)
        self._age.set_colour("warn_text" if late else "text_tertiary")
        self.setAccessibleName(said(standing, now))
        self.setToolTip(plain(said(standing, now)))

    def shop(self) -> int:
        """Which shop it is about."""
        return self._standing.shop.id

    def words(self) -> str:
        """What stands at its right."""
        return self._age.text()

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(_LINE_HEIGHT))


class BehindBlock(QWidget):
    """The caption and the lines. Not there while no shop is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[BehindLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Label(tr("Behind by"), "micro", colour="text_secondary"))
        self._column.addSpacing(6)

    def lines(self) -> Sequence[BehindLine]:
        """The lines that are shown."""
        return tuple(self._lines)

    def show_standings(self, standings: Sequence[Standing], now: datetime) -> None:
        """These shops, as they stand now."""
        known = [(line.shop(), line._name.text()) for line in self._lines]  # noqa: SLF001 - its own lines
        if known != [(standing.shop.id, standing.shop.name) for standing in standings]:
            self._build(standings)
        for line, standing in zip(self._lines, standings, strict=True):
            line.show_standing(standing, now)
        self.setVisible(bool(standings))

    def _build(self, standings: Sequence[Standing]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [BehindLine(standing) for standing in standings]
        for line in self._lines:
            self._column.addWidget(line)


def age(standing: Standing, now: datetime) -> str:
    """What stands at the right of a shop's line."""
    if standing.shop.by_hand:
        return _entered(standing.entered_at, now) if standing.entered_at else NOTHING
    behind = standing.behind(now)
    return NOTHING if behind is None else duration(behind, coarse=True)


def said(standing: Standing, now: datetime) -> str:
    """The same as a sentence."""
    shop, behind = standing.shop, standing.behind(now)
    if shop.by_hand:
        if standing.entered_at is None:
            return tr("{shop}: no sale entered yet", shop=shop.name)
        return tr("{shop}: last sale entered {when}", shop=shop.name, when=when(standing.entered_at, now))
    if shop.mode == "looking" and shop.another:
        return tr("{shop}: another computer sends, this one only looks", shop=shop.name)
    if shop.mode == "looking":
        return tr("{shop}: looking only, nothing is sent", shop=shop.name)
    if shop.mode == "paused":
        return tr("{shop}: paused, nothing is sent", shop=shop.name)
    if behind is None:
        return tr("{shop}: another computer sends, this one only looks", shop=shop.name)
    if not standing.ages:
        return tr("{shop}: everything is confirmed", shop=shop.name)
    return tr("{shop}: behind by {age}", shop=shop.name, age=duration(behind))


def _entered(at: datetime, now: datetime) -> str:
    """The day of the last market, as short as it stays clear: the line has little room."""
    on, today = at.astimezone().date(), now.astimezone().date()
    if on == today:
        return tr("Today")
    return weekday(on) if today - on < _WEEK else calendar_date(on, today, short=True)
