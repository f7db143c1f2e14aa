"""The sections of Today beside the incident: floors, counts, channels and links. Each opens the rows behind it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.inventory import ProductRow
from app.store.today import CountDue, Floors
from app.ui.theme import follow
from app.ui.today import words
from app.ui.today.rows import LinkRow, Row, Section, TwoLines, quiet_row
from app.ui.today.words import FLOOR_FILTER, Line
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.gauge import Load, LoadGauge
from app.ui.widgets.glyphs import StatusGlyph
from app.ui.widgets.progress import Meter
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import number, tr, trn

GAUGE, LEFT, STATE, METER = 112, 60, 256, 112


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
            rows.append(_more(said, lambda: self.go.emit("inventory", FLOOR_FILTER)))
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
        self.row.addWidget(_Left(row.available))
        load = Load(row.available, row.floor, row.reorder_point)
        self.row.addWidget(_Gauged(LoadGauge(load, caption, width=GAUGE), caption))
        self.row.addWidget(_State(glyph_of=StatusGlyph(glyph, state), first=state, second=deed))


class _Left(QWidget):
    """ "2 left", the number heavy and in line with the others."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(Label(number(pieces), "section", tabular=True), 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(Label(tr("left"), colour="text_secondary"), 0, Qt.AlignmentFlag.AlignBaseline)
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(LEFT))


class _Gauged(QWidget):
    """The gauge, and its numbers under it."""

    def __init__(self, gauge: LoadGauge, caption: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(4)
        column.addWidget(gauge)
        column.addWidget(ElidedLabel(caption, "micro", colour="text_secondary", weight=400))
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(GAUGE + 16))


class _State(QWidget):
    """A shape with its word, and what follows under the word."""

    def __init__(self, *, glyph_of: StatusGlyph, first: str, second: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._glyph = glyph_of
        row.addWidget(glyph_of, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TwoLines(first, second), 1)
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(STATE))
        self._glyph.setFixedHeight(self._theme.line("body"))


class CountsSection(Section):
    """Counts that are open, due, or next."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(tr("Counts due"))

    def show_counts(self, due: Sequence[CountDue], now: datetime) -> None:
        """These."""
        quiet = not any(words.is_open(one) or words.is_due(one, now) for one in due)
        key = [(one, words.count_note(one, now)) for one in due]
        self.show_rows(key, lambda: self._rows(due, now, quiet=quiet), quiet=quiet)

    def _rows(self, due: Sequence[CountDue], now: datetime, *, quiet: bool) -> list[QWidget]:
        if quiet:
            first = min(due, key=lambda one: one.at or now, default=None)
            next_one = "" if first is None else words.count_note(first, now)
            said = tr("Counts: nothing is due. {next}", next=next_one)
            return [quiet_row(said, lambda: self.go.emit("count", None))]
        return [self._row(one, now) for one in due]

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
        row.row.addWidget(_button(label, name, lambda: self.go.emit("count", what)))
        return row


class LinesSection(Section):
    """Lines with a badge, a shape and a button: channels to look at, and links."""

    go = Signal(str, object)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self._nothing = nothing

    def show_lines(self, lines: Sequence[Line], note: str = "") -> None:
        """These."""
        self.show_rows(tuple(lines), lambda: self._rows(lines), note=note, quiet=not lines)

    def _rows(self, lines: Sequence[Line]) -> list[QWidget]:
        if not lines:
            return [quiet_row(self._nothing, lambda: self.go.emit("channels", None))]
        return [self._row(line) for line in lines]

    def _row(self, line: Line) -> QWidget:
        row = Row(tr("{name}: {what}. {more}.", name=line.name, what=line.first, more=line.second))
        row.row.addWidget(Badge(line.letter, line.name))
        row.row.addWidget(_Line(line), 1)
        row.row.addWidget(_button(line.action, line.first, lambda: self.go.emit(*line.place)))
        return row


class _Line(QWidget):
    """A shape, and two lines beside it."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._glyph = StatusGlyph(line.glyph, line.first)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TwoLines(line.first, line.second), 1)
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._glyph.setFixedHeight(self._theme.line("body"))


def links_section() -> LinesSection:
    """Product links."""
    return LinesSection(tr("Product links"), tr("Product links: every listing is linked"))


def channels_section() -> LinesSection:
    """Sync."""
    return LinesSection(tr("Channels to look at"), tr("Channels: all confirmed, nothing to look at"))


def _button(label: str, about: str, press: Callable[[], None]) -> Button:
    button = Button(label, size=ButtonSize.SMALL, name=tr("{label}: {about}", label=label, about=about))
    button.clicked.connect(lambda _checked=False: press())
    return button


def _more(words_: str, press: Callable[[], None]) -> Row:
    row = Row(words_)
    link = Button(words_, Variant.LINK)
    link.clicked.connect(lambda _checked=False: press())
    row.row.addWidget(link)
    row.row.addStretch(1)
    return row
