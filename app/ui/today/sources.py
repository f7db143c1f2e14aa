"""The sections of Today that came from other pages: alerts about stock, and what is on the way."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.store.alert_log import Alert
from app.store.deliveries import Line
from app.store.floor_acts import PutBack
from app.store.today import Coming, Fired, Sale
from app.ui.inventory.alert_line import Fees, put_back_words
from app.ui.theme import follow
from app.ui.today import words
from app.ui.today.rows import LinkRow, Row, Section, TwoLines, quiet_row
from app.ui.today.sections import more_row, press_button
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import number, say, tr, trn, when

_DAY, _FROM, _STATE = 96, 168, 124


class StockAlerts(Section):
    """What can be put back, what runs out soon, and what is to be ordered. Hidden while there is nothing of it."""

    go = Signal(str, object)
    put_back = Signal(object)  # floor_acts.PutBack

    def __init__(self) -> None:
        super().__init__(tr("Stock to look at"))
        self._fees: Fees = {}

    def show_fired(self, fired: Fired, fees: Fees) -> None:
        """These. `fees`: what it costs to put a listing on sale again, by channel."""
        self._fees = fees
        there = bool(fired.back or fired.soon or fired.reorder)
        self.setVisible(there)
        key = (fired.back, [(one.product, str(one.words)) for one in fired.soon], fired.all_soon, fired.reorder)
        self.show_rows(key, lambda: self._rows(fired), quiet=not there)

    def _rows(self, fired: Fired) -> list[QWidget]:
        rows: list[QWidget] = [self._back(one) for one in fired.back]
        rows += [self._soon(one) for one in fired.soon]
        more = fired.all_soon - len(fired.soon)
        if more > 0:
            said = trn("and {n} more that runs out soon", "and {n} more that run out soon", more)
            rows.append(more_row(said, lambda: self.go.emit("settings", "alert_log")))
        if fired.reorder:
            said = trn("{n} product is at its reorder point", "{n} products are at their reorder points", fired.reorder)
            rows.append(_line(Glyph.REORDER, tr("To order"), said, lambda: self.go.emit("planning", None)))
        return rows

    def _back(self, one: PutBack) -> QWidget:
        what = put_back_words(one.acts, self._fees)
        row = Row(tr("{name}: {what}", name=one.title, what=what))
        row.row.addWidget(TwoLines(one.title, what, glyph=Glyph.OK), 1)
        row.row.addWidget(press_button(tr("Put back"), one.title, lambda: self.put_back.emit(one)))
        return row

    def _soon(self, one: Alert) -> QWidget:
        return _line(Glyph.LOOK, say(one.name), say(one.words), lambda: self.go.emit("planning", one.sku))


class ComingSection(Section):
    """What is ordered and not here yet; what is late comes first."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(tr("On the way"))

    def show_coming(self, coming: Coming, now: datetime) -> None:
        """These."""
        note = trn("{n} line is late", "{n} lines are late", coming.late) if coming.late else ""
        key = (coming, now.astimezone().date())
        self.show_rows(key, lambda: self._rows(coming, now), note=note, quiet=not coming.every)

    def _rows(self, coming: Coming, now: datetime) -> list[QWidget]:
        if not coming.every:
            return [quiet_row(tr("On the way: nothing is ordered"), lambda: self.go.emit("planning", 0))]
        rows: list[QWidget] = [self._row(line, now) for line in coming.lines]
        more = coming.every - len(rows)
        if more > 0:
            rows.append(more_row(trn("and {n} more", "and {n} more", more), lambda: self.go.emit("planning", 0)))
        return rows

    def _row(self, line: Line, now: datetime) -> QWidget:
        day, (glyph, state) = words.coming_day(line, now), words.coming_state(line, now)
        what = tr("{n} × {title}", n=number(line.open), title=line.title)
        said = tr("{day}: {what}, from {who}. {state}.", day=day, what=what, who=line.supplier_name, state=state)
        return ComingRow(day, what, line.supplier_name, glyph, state, said, lambda: self.go.emit("planning", line.id))


class ComingRow(LinkRow):
    """A delivery: the day, what it is, whose it is, and how sure the day is."""

    def __init__(
        self, day: str, what: str, who: str, glyph: Glyph, state: str, said: str, press: Callable[[], None]
    ) -> None:
        super().__init__(said, press)
        self._day = Label(day)
        self._who = ElidedLabel(who, "small", colour="text_secondary")
        self._state = ElidedLabel(state, "small")
        self.row.addWidget(self._day)
        self.row.addWidget(ElidedLabel(what), 1)
        self.row.addWidget(self._who)
        self.row.addWidget(StatusGlyph(glyph, state))
        self.row.addWidget(self._state)
        self._sizes = follow(self._settle)
        self._settle()

    def _settle(self) -> None:
        px = self._sizes.px
        self._day.setFixedWidth(max(px(_DAY), self._day.sizeHint().width()))
        self._who.setFixedWidth(px(_FROM))
        self._state.setFixedWidth(px(_STATE))


class NextSale(Section):
    """The promotion that is on or comes soon, and what was not done before it. Hidden while there is nothing of it."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(tr("Your next sale"))

    def show_sale(self, sale: Sale, now: datetime) -> None:
        """This."""
        found = sale_lines(sale, now)
        self.setVisible(bool(found))
        self.show_rows((found,), lambda: [self._row(*one) for one in found], quiet=not found)

    def _row(self, glyph: Glyph, state: str, said: str) -> QWidget:
        return _line(glyph, state, said, lambda: self.go.emit("planning", ("promotion",)))


def sale_lines(sale: Sale, now: datetime) -> list[tuple[Glyph, str, str]]:
    """That the mode is on, or that a promotion comes and what is to be done: shape, its name, and the sentence."""
    if sale.on is not None:
        said = tr("Promotion mode is on for {name}: {held} more held back", name=sale.on.planned.name,
                  held=number(sale.on.planned.held))  # fmt: skip
        lines = [(Glyph.LIVE, tr("On"), said)]
        if sale.on.planned.last_at <= now:
            lines.append((Glyph.LOOK, tr("To end"), tr("Its last day is over. End it to put all back.")))
        return lines
    if sale.coming is None:
        return []
    name, first = sale.coming.planned.name, sale.coming.planned.first_at
    if first <= now:
        return [(Glyph.LOOK, tr("To begin"), tr("{name} is due to begin", name=name))]
    lines = [(Glyph.OPEN, tr("Planned"), tr("{name} begins {at}", name=name, at=when(first, now)))]
    if sale.ready.rehearsal_old(now):
        lines.append((Glyph.LOOK, tr("To do"), tr("Rehearse it: no rehearsal in the last 30 days")))
    if sale.ready.check_old(now):
        lines.append((Glyph.LOOK, tr("To do"), tr("Send and compare everything: no check in the last 30 days")))
    return lines


def _line(glyph: Glyph, state: str, said: str, press: Callable[[], None]) -> LinkRow:
    row = LinkRow(said, press)
    row.row.setSpacing(8)
    row.row.addWidget(StatusGlyph(glyph, state))
    row.row.addWidget(ElidedLabel(said), 1)
    return row
