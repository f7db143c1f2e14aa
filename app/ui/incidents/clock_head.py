"""The contact clock in the header of all four steps: who still waits, the time left, and its bar."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.contact import Clock
from app.ui.theme import follow
from app.ui.widgets.clock_bar import LAST_HOUR, ClockBar, ContactTime
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import duration, tr, trn

_WIDTH = 300
TICK, LAST_TICK = timedelta(minutes=1), timedelta(seconds=1)
_SECONDS_UNDER = timedelta(minutes=5)


def tick_after(clock: Clock | None, now: datetime) -> timedelta | None:
    """How long what is shown stays true: a minute, a second in the last five minutes; None while it stands."""
    if clock is None or clock.stopped_at is not None:
        return None
    return LAST_TICK if timedelta() < clock.left(now) < _SECONDS_UNDER else TICK


def left_words(clock: Clock, now: datetime) -> str:
    """The time left, or how late it is, or how long it took."""
    if clock.stopped_at is not None:
        return tr("took {time}", time=duration(clock.stopped_at - clock.found_at))
    left = clock.left(now)
    if left <= timedelta():
        return tr("{time} late", time=duration(-left, coarse=True))
    return tr("{time} left", time=duration(left, coarse=left >= _SECONDS_UNDER))


def who_words(clock: Clock) -> str:
    """Who still waits for a message."""
    if clock.stopped_at is not None:
        return tr("Everyone was written to")
    return trn("{n} person still waits for your message", "{n} people still wait for your message", clock.waiting)


class ClockHead(QWidget):
    """Hidden where nobody has to be written to."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.who = ElidedLabel("", "small", colour="text_secondary")
        self.left = Label("", "small", weight=600, tabular=True)
        time = ContactTime(found_at=now, write_by_at=now + timedelta(hours=2), now=now)
        self.bar = ClockBar(time, tr("Time to write"), width=_WIDTH)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.who, 1)
        words.addWidget(self.left, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addLayout(words)
        column.addWidget(self.bar)
        column.addStretch(1)
        self._theme = follow(self._dress)
        self._dress()
        self.hide()

    def show_clock(self, clock: Clock | None, now: datetime) -> None:
        """How it stands now."""
        self.setVisible(clock is not None)
        if clock is None:
            return
        who, left = who_words(clock), left_words(clock, now)
        pressing = clock.stopped_at is None and clock.left(now) < LAST_HOUR
        self.who.setText(who)
        self.left.setText(left)
        self.left.set_colour("danger" if pressing else "text_secondary")
        self.bar.set_time(
            ContactTime(found_at=clock.found_at, write_by_at=clock.write_by_at, now=now, stopped_at=clock.stopped_at),
            tr("{who}, {left}", who=who, left=left),
        )
        self.setAccessibleName(tr("{who}, {left}", who=who, left=left))

    def _dress(self) -> None:
        self.setMaximumWidth(self._theme.px(_WIDTH))
