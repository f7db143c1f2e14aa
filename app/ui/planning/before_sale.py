"""Before your next sale: the promotion that comes, its four checks with a day to do them by, and the rehearsal."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.records import dataclass
from app.core.rehearsal import Report
from app.store import access, promotions, rehearsals, shops
from app.store.promotions import REMINDED, Promotion, Ready, Short
from app.store.sqlite import Connection
from app.ui.planning.promotion_dialogs import stock_words
from app.ui.planning.rehearse_words import short_verdict
from app.ui.shell.views import clear
from app.ui.theme import follow
from app.ui.today.rows import LinkRow, TwoLines
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import clock_time, day, moment, tr, trn

CHECK, ACCESS, STOCK, REHEARSE, PLAN, BEGIN, END, CALL_OFF, PAST = (
    "check", "access", "stock", "rehearse", "plan", "begin", "end", "call_off", "past",
)  # fmt: skip
_WIDTH = 290


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was read: the promotion that is on or comes, what it leaves short, and what was done before it."""

    on: Promotion | None
    coming: Promotion | None
    ready: Ready
    report: Report | None
    short: tuple[Short, ...]
    writers: tuple[tuple[str, int], ...]  # by shop: other programs that may write stock
    past: bool  # there were promotions before
    unasked: bool  # nobody looked at some shop's list lately

    @property
    def next(self) -> Promotion | None:
        """The one that this is about."""
        return self.on or self.coming


def read(db: Connection, *, now: datetime) -> Before:
    """Read it. The plan's stock is reckoned only where there is a plan."""
    on, coming = promotions.running(db), promotions.coming(db, now=now)
    kept = rehearsals.kept(db, limit=1)
    found = [shop for shop in shops.shops(db) if not shop.by_hand]
    writers = [
        (shop.name, sum(one.revoked_at is None for one in access.programs(db, shop.id)))
        for shop in found
    ]  # fmt: skip
    one = on or coming
    return Before(
        on=on,
        coming=coming,
        ready=promotions.ready(db),
        report=kept[0][1] if kept else None,
        short=tuple(promotions.stock_for(db, one.planned, now=now)) if one is not None else (),
        writers=tuple(row for row in writers if row[1]),
        past=bool(promotions.past(db, limit=1)),
        unasked=any(access.is_due(db, shop.id, now=now) for shop in found),
    )


def when_words(one: Promotion, now: datetime) -> str:
    """ "Sat 23 May, in 9 days", or until when it is on."""
    planned = one.planned
    if one.on:
        last = (planned.last_at - timedelta(seconds=1)).astimezone().date()
        return tr("On until {day}", day=day(last, now)) if planned.last_at > now else tr("Should be over")
    first, today = planned.first_at.astimezone().date(), now.astimezone().date()
    left = (first - today).days
    if left <= 0:
        return tr("It is due to begin")
    return trn("{day}, in {n} day", "{day}, in {n} days", left, day=day(first, now))


def steps(before: Before, now: datetime) -> list[tuple[str, Glyph, str, str]]:
    """The four checks: key, how each stands, its name, and what is to be said of it."""
    one, ready = before.next, before.ready
    near = one is not None and one.planned.first_at - now <= REMINDED
    old_check, old_rehearsal = ready.check_old(now), ready.rehearsal_old(now)
    return [
        (CHECK, _glyph(old_check, near), tr("Send and compare everything"), _check_note(before, now)),
        (ACCESS, _glyph(bool(before.writers) or before.unasked, near), tr("Only Plimsoll may change stock"),
         _access_note(before)),
        (STOCK, _glyph(bool(before.short), one is not None) if one else Glyph.OPEN, tr("Stock for the plan"),
         stock_words(before.short) if one else tr("Plan a promotion to see")),
        (REHEARSE, _glyph(old_rehearsal, near), tr("Rehearsal"), _rehearsal_note(before, now)),
    ]  # fmt: skip


def _glyph(wrong: bool, near: bool) -> Glyph:  # noqa: FBT001 - two facts of a row
    return Glyph.OK if not wrong else Glyph.LOOK if near else Glyph.OPEN


def _by(before: Before, now: datetime) -> str:
    """The day before it begins, as the day to do something by; "" where there is none."""
    one = before.coming
    if one is None or before.on is not None:
        return ""
    eve = one.planned.first_at.astimezone().date() - timedelta(days=1)
    return day(max(eve, now.astimezone().date()), now)


def _check_note(before: Before, now: datetime) -> str:
    at, by = before.ready.checked_at, _by(before, now)
    if at is not None and not before.ready.check_old(now):
        return tr("Signed {at}", at=moment(at, now))
    if by:
        return tr("Do this by {day}, takes 5 min", day=by)
    return tr("Not done in the last 30 days, takes 5 min")


def _access_note(before: Before) -> str:
    if before.writers:
        name, count = before.writers[0]
        return trn("{n} other program can on {shop}", "{n} other programs can on {shop}", count, shop=name)
    return tr("Look once more who may") if before.unasked else tr("As you last looked")


def _rehearsal_note(before: Before, now: datetime) -> str:
    report, by = before.report, _by(before, now)
    if report is None:
        return tr("None yet. Do it by {day}, takes a minute", day=by) if by else tr("None yet, takes a minute")
    said = tr("{at}: {what}", at=moment(report.began_at, now), what=short_verdict(report))
    return tr("{said}. Over 30 days old", said=said) if before.ready.rehearsal_old(now) else said


class BeforeSale(QWidget):
    """`wanted` carries what to do: one of the keys above."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.when = Paragraph("", weight=600), Label("", "small", colour="text_secondary")
        self.rows: dict[str, LinkRow] = {}
        self._said: list[tuple[str, Glyph, str, str]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.mode = Paragraph("", "small")
        self.plan = self._button(tr("Plan a promotion…"), PLAN)
        self.begin = self._button(tr("Begin it now…"), BEGIN)
        self.end = self._button(tr("End it, put all back"), END, Variant.PRIMARY)
        self.call_off = self._button(tr("Call it off"), CALL_OFF)
        self.past = self._button(tr("How past ones went…"), PAST)
        self.rehearse = Button(tr("Rehearse a flash sale…"), icon="bolt")
        self.rehearse.clicked.connect(lambda _checked=False: self.wanted.emit(REHEARSE))
        self.follows: QWidget | None = None  # what the keyboard comes from
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(SectionTitle(tr("Before your next sale")))
        for part in (self.name, self.when, self.mode):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addSpacing(8)
        for button in (self.begin, self.end, self.call_off, self.plan, self.past, self.rehearse):
            column.addWidget(button)
        column.addWidget(Paragraph(tr("Runs on a copy. Nothing reaches your channels."), "small"))
        column.addStretch(1)
        self._theme = follow(self._fit)
        self._fit()

    def _fit(self) -> None:
        """As wide as drawn, or as its longest button."""
        self.setFixedWidth(max(self._theme.px(_WIDTH), self.rehearse.minimumSizeHint().width()))

    def take_keyboard(self) -> None:
        """The first check."""
        first = next(iter(self.rows.values()), self.rehearse)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_before(self, before: Before, now: datetime) -> None:
        """What was read."""
        one = before.next
        self.name.setText(one.planned.name if one is not None else tr("No promotion is planned."))
        self.name.set_colour("text_primary" if one is not None else "text_secondary")
        self.when.setText(when_words(one, now) if one is not None else "")
        self.when.setVisible(one is not None)
        self.mode.setText(_mode_words(before))
        self.mode.setVisible(before.on is not None)
        self.begin.setVisible(before.on is None and before.coming is not None)
        self.call_off.setVisible(before.on is None and before.coming is not None)
        self.end.setVisible(before.on is not None)
        self.plan.setVisible(one is None)
        self.past.setVisible(before.past)
        self._show_steps(steps(before, now))

    def _show_steps(self, found: Sequence[tuple[str, Glyph, str, str]]) -> None:
        if list(found) == self._said:
            return
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), None)
        clear(self._list)
        self._said, self.rows = list(found), {}
        for key, glyph, name, note in found:
            row = LinkRow(tr("{name}: {note}", name=name, note=note), lambda key=key: self.wanted.emit(key))  # type: ignore[misc]
            row.row.addWidget(TwoLines(name, note, glyph=glyph), 1)
            self._list.addWidget(row)
            self.rows[key] = row
        if focused in self.rows:
            self.rows[focused].setFocus()
        buttons = (self.begin, self.end, self.call_off, self.plan, self.past, self.rehearse)
        chain: list[QWidget] = [*([self.follows] if self.follows is not None else []), *self.rows.values(), *buttons]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _button(self, words: str, key: str, variant: Variant = Variant.SECONDARY) -> Button:
        button = Button(words, variant)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(key))
        return button


def _mode_words(before: Before) -> str:
    one = before.on
    if one is None or one.began_at is None:
        return ""
    return tr(
        "Promotion mode is on since {at}: {held} more held back everywhere, orders read every {poll} s.",
        at=clock_time(one.began_at), held=one.planned.held, poll=one.planned.poll_s,
    )  # fmt: skip
