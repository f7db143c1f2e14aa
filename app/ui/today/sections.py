"""The sections of Today beside the incident: floors, counts, channels and links. Each opens the rows behind it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.audits import Audit, Standing
from app.store.inventory import ProductRow
from app.store.today import CountDue, Floors
from app.ui.count.audit_list import audit_names
from app.ui.theme import Theme, follow
from app.ui.today import words
from app.ui.today.rows import GAP, LinkRow, Row, Section, TwoLines, quiet_row
from app.ui.today.words import FLOOR_FILTER, Line
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.gauge import Load, paint_gauge
from app.ui.widgets.lettering import Lettering
from app.ui.widgets.progress import Meter
from app.ui.widgets.text import Label
from app.ui.words import number, tr, trn

GAUGE, LEFT, STATE, METER = 112, 60, 256, 112
MOST = 4  # lines of a section; the rest is one press away


class FloorsSection(Section):
    """At or under the floor. `go` carries a page and what to show there."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(tr("At or under the floor"))

    def show_floors(self, floors: Floors, shops: Mapping[int, str]) -> None:
        """These. `shops` are the names of the connected ones."""
        every = floors.under + floors.at
        note = trn("{n} product", "{n} products", every)
        self.show_rows((floors, tuple(shops.items())), lambda: self._rows(floors, shops), note=note, quiet=not every)

    def _rows(self, floors: Floors, shops: Mapping[int, str]) -> list[QWidget]:
        every = floors.under + floors.at
        if not every:
            said = tr("Floors: no product is at or under its floor")
            return [quiet_row(said, lambda: self.go.emit("inventory", FLOOR_FILTER))]
        rows: list[QWidget] = [FloorRow(row, shops, self._open) for row in floors.worst]
        more = every - len(rows)
        if more > 0:
            said = trn("and {n} more", "and {n} more", more)
            rows.append(more_row(said, lambda: self.go.emit("inventory", FLOOR_FILTER)))
        return rows

    def _open(self, sku: str) -> None:
        self.go.emit("inventory", sku)


class FloorRow(LinkRow):
    """One product: what is left, its gauge, and what was done about it."""

    def __init__(self, row: ProductRow, shops: Mapping[int, str], press: Callable[[str], None]) -> None:
        glyph, state = words.floor_state(row)
        deed, caption = words.floor_deed(row, shops), words.floor_caption(row)
        said = tr(
            "{title}, {sku}. {n} left, {caption}. {state}. {deed}.",
            title=row.title, sku=row.sku, n=number(row.available), caption=caption, state=state, deed=deed,
        )  # fmt: skip
        super().__init__(said, lambda: press(row.sku))
        self.row.addWidget(TwoLines(row.title, row.sku, zero=True), 1)
        self.row.addWidget(_Stock(row, caption))
        self.row.addWidget(_State(state, deed, glyph=glyph))


class _Stock(QWidget):
    """ "2 left", the gauge, and its numbers under it. The row says all of it in words."""

    def __init__(self, row: ProductRow, caption: str) -> None:
        super().__init__()
        self._pieces, self._caption = number(row.available), caption
        self._load = Load(row.available, row.floor, row.reorder_point)
        self._theme = follow(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The number heavy and in line with the others, then the gauge."""
        painter, theme = QPainter(self), self._theme
        right, middle = theme.px(LEFT), QRectF(0, 0, theme.px(LEFT), self.height())
        left, word = Qt.AlignmentFlag.AlignRight, tr("left")
        self._word.draw(painter, middle, word, theme.colour("text_secondary"), left)
        middle.setRight(right - self._word.advance(word) - 4)
        self._number.draw(painter, middle, self._pieces, theme.colour("text_primary"), left)
        begin, high, line = right + GAP, theme.size("gauge_height"), theme.line("micro")
        top = (self.height() - high - line - 6) // 2
        paint_gauge(painter, self._load, QRectF(begin, top, theme.px(GAUGE), high), theme)
        room = QRectF(begin, top + high + 6, self.width() - begin, line)
        self._small.draw(painter, room, self._caption, theme.colour("text_secondary"))
        painter.end()

    def _dress(self) -> None:
        theme = Theme.current()
        self._number, self._word = Lettering(theme.font("section", tabular=True)), Lettering(theme.font("body"))
        self._small = Lettering(theme.font("micro", weight=400))
        self.setFixedWidth(theme.px(LEFT) + GAP + theme.px(GAUGE + 16))
        self.update()


class _State(TwoLines):
    """A shape with its word, and what follows; as wide in every row."""

    def _dress(self) -> None:
        super()._dress()
        self.setFixedWidth(Theme.current().px(STATE))


class CountsSection(Section):
    """Counts that are open, due, or next."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(tr("Counts due"))

    def show_counts(self, due: Sequence[CountDue], now: datetime, audits: Sequence[Standing] = ()) -> None:
        """These, and the other audits that are due."""
        quiet = not audits and not any(words.is_open(one) or words.is_due(one, now) for one in due)
        key = [*((one, words.count_note(one, now)) for one in due), *(words.audit_note(one, now) for one in audits)]
        self.show_rows(key, lambda: self._rows(due, now, audits, quiet=quiet), quiet=quiet)

    def _rows(
        self, due: Sequence[CountDue], now: datetime, audits: Sequence[Standing], *, quiet: bool
    ) -> list[QWidget]:
        if quiet:
            first = min(due, key=lambda one: one.at or now, default=None)
            next_one = "" if first is None else words.count_note(first, now)
            said = tr("Counts: nothing is due. {next}", next=next_one)
            return [quiet_row(said, lambda: self.go.emit("count", None))]
        return [*(self._row(one, now) for one in due), *(self._audit(one, now) for one in audits)]

    def _audit(self, one: Standing, now: datetime) -> QWidget:
        name, note = audit_names()[one.audit], words.audit_note(one, now)
        row = Row(tr("{count}. {note}", count=name, note=note))
        row.row.addWidget(TwoLines(name, note), 1)
        label = tr("Review") if one.audit is Audit.QUARTERLY else tr("Compare")
        row.row.addWidget(press_button(label, name, lambda: self.go.emit("count", one.audit)))
        return row

    def _row(self, count: CountDue, now: datetime) -> QWidget:
        name, note = words.count_name(count), words.count_note(count, now)
        row = Row(tr("{count}. {note}", count=name, note=note))
        row.row.addWidget(TwoLines(name, note), 1)
        if count.done is not None and count.lines:
            of = tr("{done} of {all}", done=number(count.done), all=number(count.lines))
            row.row.addWidget(Meter(count.done / count.lines, of, width=METER))
            row.row.addWidget(Label(of, "small", colour="text_secondary", tabular=True))
        what = count.session if count.session is not None else count.kind
        label = tr("Go on") if words.is_open(count) else tr("Count now") if words.is_due(count, now) else tr("Plan it")
        row.row.addWidget(press_button(label, name, lambda: self.go.emit("count", what)))
        return row


class LinesSection(Section):
    """Lines with a badge, a shape and a button: channels to look at, and links."""

    go = Signal(str, object)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self._nothing = nothing

    def show_lines(self, lines: Sequence[Line], note: str = "", *, nothing: str = "") -> None:
        """These. `nothing` stands where there are none, in place of what is usually said then."""
        words_ = nothing or self._nothing
        self.show_rows((words_, *lines), lambda: self._rows(lines, words_), note=note, quiet=not lines)

    def _rows(self, lines: Sequence[Line], nothing: str) -> list[QWidget]:
        if not lines:
            return [quiet_row(nothing, lambda: self.go.emit("channels", None))]
        rows: list[QWidget] = [self._row(line) for line in lines[:MOST]]
        more = len(lines) - MOST
        if more > 0:
            said = trn("and {n} more", "and {n} more", more)
            rows.append(more_row(said, lambda: self.go.emit("channels", None)))
        return rows

    def _row(self, line: Line) -> QWidget:
        row = Row(tr("{name}: {what}. {more}.", name=line.name, what=line.first, more=line.second))
        row.row.addWidget(Badge(line.letter, line.name))
        row.row.addWidget(TwoLines(line.first, line.second, glyph=line.glyph), 1)
        row.row.addWidget(press_button(line.action, line.first, lambda: self.go.emit(*line.place)))
        return row


def links_section() -> LinesSection:
    """Product links."""
    return LinesSection(tr("Product links"), tr("Product links: every listing is linked"))


def channels_section() -> LinesSection:
    """Sync."""
    return LinesSection(tr("Channels to look at"), tr("Channels: all confirmed, nothing to look at"))


def press_button(label: str, about: str, press: Callable[[], None]) -> Button:
    """A small button of a row, that says what it is about."""
    button = Button(label, size=ButtonSize.SMALL, name=tr("{label}: {about}", label=label, about=about))
    button.clicked.connect(lambda _checked=False: press())
    return button


def more_row(words_: str, press: Callable[[], None]) -> Row:
    """The last line of a list that is longer."""
    row = Row(words_)
    link = Button(words_, Variant.LINK)
    link.clicked.connect(lambda _checked=False: press())
    row.row.addWidget(link)
    row.row.addStretch(1)
    return row
