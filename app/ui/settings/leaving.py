"""When you leave: the usual hours, what is done before nobody answers sales, and whether also unasked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.away import HELD_MAX, Away
from app.core.hours import EVERY_DAY, Hours
from app.store import leaving, settings
from app.store.leaving import Wishes
from app.ui.bridge import Bridge, LeavingLent
from app.ui.settings import writes
from app.ui.settings.rows import NumberField, SettingRow
from app.ui.settings.sections import Section
from app.ui.shell.leaving_words import relay_words
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import all_of, clock_words, say, tr, weekday

_MONDAY = date(2024, 1, 1)
_TIME, _GAP = 64, 12


class WhenYouLeave(Section):
    """All of it. What changes what is shown later is a dated row, and can be undone."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge, lent: LeavingLent) -> None:
        super().__init__(tr("When you leave"), tr("while Plimsoll is closed, nobody answers a sale"))
        self._bridge, self._lent = bridge, lent
        self.hours = HoursRow(self._put_hours)
        self.held = NumberField(
            tr("Pieces held back in addition while you are away"),
            least=0,
            most=HELD_MAX,
            wrong=tr("From {least} to {most}", least=0, most=HELD_MAX),
            on_number=self._hold,
        )
        self.singles = self._box(tr("Single pieces"), self._show_singles)
        self.alone = self._box(tr("Also when this computer sleeps or shuts down"), self._let_alone)
        self.early = self._box(tr("Also before the usual end of the day"), self._let_early)
        self.column.addWidget(self.hours)
        rows = (
            (
                tr("Held back in addition"),
                tr(
                    "Of each product that several channels sell, in each of them, from when you prepare until you are"
                    " back."
                ),
                self.held,
            ),
            (
                tr("Single pieces"),
                tr("While you are away, what has only one piece left is shown nowhere, not even in one channel."),
                self.singles,
            ),
        )
        for name, sentence, control in rows:
            self.column.addWidget(SettingRow(name, sentence, control))
        self.alone_row = SettingRow(tr("Also when this computer sleeps or shuts down"), "", self.alone)
        self.early_row = SettingRow(tr("Also before the usual end of the day"), "", self.early)
        self.column.addWidget(self.alone_row)
        self.column.addWidget(self.early_row)
        self.relay = Paragraph("", "small")
        self.column.addSpacing(8)
        self.column.addWidget(self.relay)
        self.read()

    def read(self) -> None:
        """As it is now."""
        bridge = self._bridge
        found = leaving.wishes(bridge.db, now=bridge.now)
        self.hours.show_hours(found)
        self.held.show_number(found.away.held)
        self.singles.setChecked(found.away.singles)
        self.alone.setChecked(found.alone)
        self.early.setChecked(found.early)
        self.early.setEnabled(found.hours is not None or found.early)
        self.alone_row.say(_alone_words(say(self._lent.warned())))
        self.early_row.say(_early_words(found))
        self.relay.setText(relay_words(bridge.db))

    def _box(self, name: str, on_click: Callable[[bool], None]) -> CheckBox:
        box = CheckBox(name=name)
        box.clicked.connect(on_click)
        return box

    def _hold(self, pieces: int | None) -> bool:
        return self._wish(lambda away: replace(away, held=pieces or 0), tr("What is held back on leaving was changed"))

    def _show_singles(self, on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        self._wish(lambda away: replace(away, singles=on), tr("What becomes of single pieces on leaving was changed"))

    def _wish(self, change: Callable[[Away], Away], sentence: str) -> bool:
        bridge = self._bridge
        before = settings.get(bridge.db, settings.LEAVE_AS)
        after = change(leaving.wishes(bridge.db, now=bridge.now).away).text()
        return self._put(settings.LEAVE_AS, before, after, sentence)

    def _let_alone(self, on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        yes = tr("Plimsoll prepares when this computer sleeps or shuts down")
        no = tr("Plimsoll no longer prepares when this computer sleeps or shuts down")
        self._put(settings.LEAVE_ALONE, None if on else 1, 1 if on else None, yes if on else no)

    def _let_early(self, on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        yes = tr("Plimsoll prepares before the usual end of the day")
        no = tr("Plimsoll no longer prepares before the usual end of the day")
        self._put(settings.LEAVE_EARLY, None if on else 1, 1 if on else None, yes if on else no)

    def _put_hours(self, hours: Hours | None) -> bool:
        before = settings.get(self._bridge.db, settings.HOURS)
        after = hours.text() if hours is not None else None
        learns = tr("Plimsoll learns your usual hours")
        return self._put(settings.HOURS, before, after, learns if hours is None else tr("Your usual hours were set"))

    def _put(self, name: str, before: int | str | None, after: int | str | None, sentence: str) -> bool:
        bridge = self._bridge
        if after == before:
            return True
        if bridge.perform(writes.put, bridge.db, name, after, now=bridge.now) is None:
            return False
        self.undoable.emit(sentence, lambda: bridge.perform(writes.put, bridge.db, name, before, now=bridge.now))
        return True


class HoursRow(QWidget):
    """From, to, and on which days; learnt until they are typed. `on_hours` gets them, or None to learn them again."""

    def __init__(self, on_hours: Callable[[Hours | None], bool]) -> None:
        super().__init__()
        self._on_hours, self._shown = on_hours, Hours(start=time(8), end=time(18))
        self.start = _time_field(tr("Usual start of the day"))
        self.end = _time_field(tr("Usual end of the day"))
        self.days = [_day_box(day) for day in range(7)]
        self.learn = Button(tr("Learn them"), Variant.LINK, size=ButtonSize.SMALL)
        self.learn.clicked.connect(lambda _on=False: self._on_hours(None))
        between = Label(tr("to"), colour="text_secondary")
        self.row = SettingRow(tr("Your usual hours"), "", _beside(self.learn, self.start, between, self.end))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(SettingRow(tr("On these days"), "", _beside(*self.days, gap=_GAP)))
        for box in self.days:
            box.clicked.connect(lambda _on=False: self._typed())
        for field in (self.start, self.end):
            field.editingFinished.connect(self._typed)
            field.textEdited.connect(lambda _typed, field=field: field.set_invalid(invalid=False))
        self._look = follow(self._measure)
        self._measure()

    def show_hours(self, found: Wishes) -> None:
        """These hold, set or learnt; where there are none yet, nothing is typed."""
        self._shown = found.hours or self._shown
        known = found.hours is not None
        for field, at in ((self.start, self._shown.start), (self.end, self._shown.end)):
            if not field.hasFocus() or not field.isModified():
                field.setText(clock_words(at) if known else "")
        for day, box in enumerate(self.days):
            box.setChecked(known and day in self._shown.days)
        self.learn.setVisible(found.set_hours)
        self.row.say(_hours_words(found))

    def _measure(self) -> None:
        for field in (self.start, self.end):
            field.setFixedWidth(self._look.px(_TIME))

    def _typed(self) -> None:
        times = [_time_of(field.text()) for field in (self.start, self.end)]
        for field, at in zip((self.start, self.end), times, strict=True):
            field.set_invalid(invalid=at is None and bool(field.text().strip()))
        start, end = times
        if start is None or end is None:
            return
        days = frozenset(day for day, box in enumerate(self.days) if box.isChecked())
        hours = Hours(start=start, end=end, days=days or EVERY_DAY)
        if hours != self._shown or not self.learn.isVisible():
            self._on_hours(hours)
        for field in (self.start, self.end):
            field.setModified(False)


def _time_field(name: str) -> LineEdit:
    return LineEdit(name, placeholder=clock_words(time(8)), measure="small", tabular=True)


def _beside(*widgets: QWidget, gap: int = 8) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    return held


def _day_box(day: int) -> CheckBox:
    on = _MONDAY + timedelta(days=day)
    return CheckBox(weekday(on), name=weekday(on, long=True))


def _time_of(typed: str) -> time | None:
    """As the system writes times, or as 8, 8:00, 08.00."""
    plain = typed.strip().replace(".", ":")
    shown = QLocale().toTime(typed.strip(), QLocale.FormatType.ShortFormat)
    for found in (shown, QTime.fromString(plain, "H:mm"), QTime.fromString(plain, "H")):
        if found.isValid():
            return time(found.hour(), found.minute())
    return None


def _hours_words(found: Wishes) -> str:
    if found.hours is None:
        return tr(
            "Not known yet: Plimsoll learns them from a week or so of starts and ends, or type them. By them it reckons"
            " how long you are away."
        )
    days = sorted(found.hours.days)
    on = (
        tr("every day")
        if len(days) == len(EVERY_DAY)
        else all_of(weekday(_MONDAY + timedelta(days=day)) for day in days)
    )
    times = {"start": clock_words(found.hours.start), "end": clock_words(found.hours.end), "days": on}
    if found.set_hours:
        return tr("{start} to {end}, {days}. By them Plimsoll reckons how long you are away.", **times)
    return tr("Learnt: {start} to {end}, {days}. By them Plimsoll reckons how long you are away.", **times)


def _alone_words(warned: str) -> str:
    said = tr(
        "Without a question then, in the seconds that the system grants, the riskiest products first. What was not"
        " confirmed is listed when you are back."
    )
    return f"{said} {warned}"


def _early_words(found: Wishes) -> str:
    said = tr(
        "Half an hour before, without a question: a network that is lost in the evening cannot be prepared for"
        " afterwards. Plimsoll goes on selling and sharing out; one press shares everything again."
    )
    return said if found.hours is not None else tr("{what} It needs your usual hours.", what=said)
