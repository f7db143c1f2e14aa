"""The component sheet, drawn with the kit itself, to be laid beside the design.

    python -m tests.ui.gallery OUT_DIR

writes `components.png`, `components-dark.png` and `components-150.png`, and the same for a table of products.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.theme import Scheme, Theme
from app.ui.widgets import sheet as records
from app.ui.widgets.badge import Badge
from app.ui.widgets.bars import Bar, BarKind, UndoBar
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.choice import CheckBox, ChoiceCard, RadioButton
from app.ui.widgets.clock_bar import ClockBar, ContactTime
from app.ui.widgets.delegates import GaugeDelegate, ShownDelegate, StatusDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.empty import EmptyState, LinkLine
from app.ui.widgets.fields import ComboBox, LineEdit, TextField
from app.ui.widgets.figures import Figure, FigureSum
from app.ui.widgets.filters import Filter, FilterToggles, Toggle
from app.ui.widgets.focus import FocusFrame
from app.ui.widgets.gauge import Load, LoadGauge
from app.ui.widgets.glyphs import Glyph, StatusLine
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.progress import Meter, ProgressLine
from app.ui.widgets.search import SearchField
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.stops import StopSlider
from app.ui.widgets.table import Column, TableView, table_view
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from tests.ui.widgets.rows import Rows, cell

NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
STATUSES = (
    (Glyph.OVERSOLD, "Oversold 3", "available under 0"),
    (Glyph.UNDER, "Under by 1", "available under floor"),
    (Glyph.AT_FLOOR, "At floor", "available equals floor"),
    (Glyph.DIFFERS, "Differs on W", "channel shows another number"),
    (Glyph.LOOK, "Slow", "channel or check needs a look"),
    (Glyph.REORDER, "Reorder", "at or under reorder point"),
    (Glyph.ON_ORDER, "On order 24", "reorder point, but covered"),
    (Glyph.READY, "Ready", "done, not sent"),
    (Glyph.DONE, "Answered", "finished"),
    (Glyph.OK, "OK", "nothing to do"),
)
LOADS = (
    (Load(23, 5, 13), "23, floor 5, reorder 13"),
    (Load(10, 5, 13), "10, under reorder point"),
    (Load(5, 5, 13), "5, at its floor"),
    (Load(3, 5, 13), "3, under its floor"),
    (Load(-3, 5, 13), "−3, oversold, hatched to the floor"),
    (Load(7, None), "no floor set yet"),
)


class Sheet(QWidget):
    """Three columns on surface, as in the design."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.framed: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 21, 36, 21)
        row.setSpacing(43)
        for fill in (self._first, self._second, self._third):
            column = QVBoxLayout()
            column.setSpacing(10)
            column.setContentsMargins(0, 0, 0, 0)
            holder = QWidget()
            holder.setFixedWidth(theme.px(427))
            holder.setLayout(column)
            fill(column)
            column.addStretch(1)
            row.addWidget(holder)

    def ring(self) -> None:
        """Give every control that is to show focus a ring of its own: only one can have the keyboard."""
        for button in self.hovered:
            QApplication.sendEvent(button, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
        self._rings = [FocusFrame(self.theme) for _ in self.framed]
        for ring, widget in zip(self._rings, self.framed, strict=True):
            ring.setWidget(widget)

    def _first(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionTitle("Buttons"))
        self._buttons(column)
        column.addSpacing(14)
        column.addWidget(SectionTitle("Fields"))
        self._fields(column)
        column.addSpacing(14)
        column.addWidget(SectionTitle("Table rows"))
        column.addWidget(self._rows())
        column.addSpacing(14)
        column.addWidget(SectionTitle("Channel badges"))
        self._badges(column)

    def _buttons(self, column: QVBoxLayout) -> None:
        hover, pressed, focus = (Button(word, Variant.PRIMARY) for word in ("Hover", "Pressed", "Focus"))
        self.hovered = [hover]
        pressed.setDown(True)
        self.framed.append(focus)
        first = Button("Use 6 and 16", Variant.PRIMARY)
        column.addLayout(_captioned((first, "primary"), (hover, "hover"), (pressed, "pressed"), (focus, "focus")))
        rest, hover, focus, off = (Button(word) for word in ("Secondary", "Hover", "Focus", "Off"))
        self.hovered.append(hover)
        off.setEnabled(False)
        self.framed.append(focus)
        quiet = Button("Quiet", Variant.QUIET)
        second = ((rest, "secondary"), (hover, "hover"), (focus, "focus"), (off, "unavailable"), (quiet, "quiet"))
        column.addLayout(_captioned(*second))
        danger = Button("Cancel 2 orders", Variant.DANGER)
        last = Button("Yes, refund £55.00", Variant.DANGER_FILLED)
        column.addLayout(_captioned((danger, "danger"), (last, "danger, last step only")))

    def _fields(self, column: QVBoxLayout) -> None:
        self.field = LineEdit("Name")
        self.field.setText("Kelp")
        wrong = TextField("Floor", labelled=False)
        wrong.set_text("−4")
        wrong.set_error("Must be 0 or more")
        rest = LineEdit("SKU", placeholder="SKU or name")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (widget, caption) in enumerate(((rest, "rest"), (self.field, "focus"), (wrong, "error"))):
            getattr(widget, "edit", widget).setFixedWidth(self.theme.px(128))
            grid.addWidget(widget, 0, place, Qt.AlignmentFlag.AlignTop)
            if caption != "error":
                grid.addWidget(Label(caption, "micro", colour="text_tertiary", weight=400), 1, place)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        boxes = [CheckBox(name=name) for name in ("off", "on", "some")]
        boxes[1].setChecked(True)
        boxes[2].setTristate(True)
        boxes[2].setCheckState(Qt.CheckState.PartiallyChecked)
        radios = [RadioButton(name=name) for name in ("off", "on")]
        self._groups = [QWidget(), QWidget()]
        radios[1].setAutoExclusive(False)
        radios[1].setChecked(True)
        focus = CheckBox(name="focus")
        focus.setChecked(True)
        self.framed.append(focus)
        shown = [*zip(boxes, ("off", "on", "some"), strict=True), *zip(radios, ("off", "on"), strict=True)]
        column.addLayout(_captioned(*shown, (focus, "focus"), spacing=20))

    def _rows(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for state in ("rest", "hover", "selected", "no focus", "cell focus"):
            column.addWidget(self._row(state))
        return holder

    def _row(self, state: str) -> TableView:
        table = table_view(
            state,
            (
                Column(108, SkuDelegate),
                Column(190, CellDelegate, stretch=True),
                Column(56, lambda view: NumberDelegate(view, strong=True)),
                Column(80, lambda view: CellDelegate(view, role="micro", colour="text_tertiary")),
            ),
        )
        table.horizontalHeader().hide()
        row = (cell("MUG-KEL-350"), cell("Kelp mug 350 ml"), cell(23), cell(state))
        table.setModel(Rows([row], editable=(2,)))
        table._model = table.model()  # the view does not own it
        height = self.theme.size("row")
        table.setFixedHeight(height)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if state == "hover":
            table._hovered = 0
        elif state != "rest":
            table.selectRow(0)
            table._has_keyboard = lambda: state != "no focus"
        if state == "cell focus":
            table.hasFocus = lambda: True
            table.setCurrentIndex(table.model().index(0, 2))
        return table

    def _badges(self, column: QVBoxLayout) -> None:
        shops = (("E", "Etsy"), ("S", "Shopify"), ("W", "WooCommerce"), ("A", "Amazon"), ("M", "Market stall"))
        shown = [(Badge(letter, name), name) for letter, name in shops]
        column.addLayout(_captioned(*shown, (Badge("A", "Amazon", paused=True), "paused"), spacing=20))

    def _second(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionTitle("Status: shape and word, then colour"))
        column.addLayout(_pairs([(StatusLine(glyph, word), said) for glyph, word, said in STATUSES], 146, 6))
        column.addSpacing(14)
        column.addWidget(SectionTitle("Load gauge"))
        column.addSpacing(8)
        column.addLayout(_pairs([(LoadGauge(load, said, width=150), said) for load, said in LOADS], 170, 9))
        column.addSpacing(14)
        column.addWidget(SectionTitle("Contact clock"))
        column.addSpacing(8)
        self._clocks(column)
        column.addSpacing(14)
        column.addWidget(SectionTitle("Sums, lags and shares", "not on the design's sheet"))
        self._more(column)

    def _clocks(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        for row, (gone, stopped, words, colour, said) in enumerate(
            (
                (24, False, "1 h 36 min", "text_primary", "more than 1 h"),
                (89, False, "31 min left", "danger", "under 1 h"),
                (132, False, "12 min late", "danger", "clock keeps counting"),
                (64, True, "1 h 4 min", "text_primary", "all written, stopped"),
            )
        ):
            found = NOW - timedelta(minutes=gone)
            time = ContactTime(
                found_at=found, write_by_at=found + timedelta(hours=2), now=NOW, stopped_at=NOW if stopped else None
            )
            grid.addWidget(ClockBar(time, words), row, 0)
            grid.addWidget(Label(words, "body_strong", colour=colour), row, 1)
            grid.addWidget(Label(said, "small", colour="text_tertiary"), row, 2)
        grid.setColumnMinimumWidth(1, self.theme.px(96))
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)

    def _more(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        figures = (Figure("11", "on hand"), Figure("14", "committed", "−"), Figure("−3", "available", "=", "danger"))
        row.addWidget(FigureSum(figures))
        row.addStretch(1)
        lags = [8, 9, 8, 7, 9, 8, 9, 8, None, None, 8, 9, 8, 10, 9, 8, 700, 8]
        row.addWidget(Sparkline(lags, "Etsy was up to 11 min 40 s behind in the last 24 h"))
        column.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(Meter(0.34, "34 %"))
        row.addWidget(Label("34 %", colour="text_secondary"))
        row.addStretch(1)
        row.addWidget(KeyHint("Esc"))
        row.addWidget(KeyHint("Backspace"))
        combo = ComboBox("Range")
        combo.addItems(["60 days", "365 days"])
        row.addWidget(combo)
        column.addLayout(row)
        slider = StopSlider("How careful", 4)
        slider.show_stop(2)
        column.addWidget(slider)
        line = ProgressLine()
        line.set_progress(13, 20)
        line._appear()
        column.addWidget(line)
        column.addWidget(
            ElidedLabel("A product name that is far too long to be shown on one line of this narrow sheet")
        )

    def _third(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionTitle("Bars: one at a time, under the page title"))
        column.addWidget(Bar(BarKind.OFFLINE, "You are offline. 3 updates wait here.", "Try now"))
        column.addWidget(Bar(BarKind.TROUBLE, "Etsy needs you to sign in. It gets no updates.", "Sign in"))
        column.addWidget(Bar(BarKind.DANGER, "Speckled mug 350 ml is oversold by 3.", "Open incident 7"))
        column.addWidget(Bar(BarKind.SAMPLE, "Sample shop. Nothing is sent to any channel.", "Leave"))
        column.addSpacing(10)
        column.addWidget(SectionTitle("Undo bar, bottom of the list, 10 s or until the next change"))
        undo = UndoBar()
        undo.offer("Floor of Kelp mug 350 ml set from 5 to 7")
        column.addWidget(undo)
        column.addSpacing(10)
        column.addWidget(SectionTitle("Empty states"))
        last = "The last one was on 3 February, closed in 1 h 12 min."
        column.addWidget(EmptyState("incident", "No open incident", last))
        link = LinkLine("Did you mean {link}? Filters are on: Reorder.", "speckled", lambda: None)
        column.addWidget(EmptyState("search", "No product matches “spekled”", link, action="Clear filters"))
        column.addSpacing(10)
        column.addWidget(SectionTitle("Dialog: says what will happen, where, and how to take it back"))
        column.addWidget(_dialog())


def _dialog() -> QWidget:
    dialog = Dialog(
        None,
        question="Pause Amazon?",
        text="Amazon keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume. "
        "To stop sales, set the products to 0 first.",
        yes="Pause Amazon",
        no="Keep it running",
    )
    first = CheckBox("Set 78 products to 0 on Amazon first")
    first.setChecked(True)
    dialog.body.addWidget(first)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    return dialog


def _short(row: tuple[str, int]) -> Look | None:
    return Look(colour="danger") if row[1] < 0 else None


class Page(QWidget):
    """The upper half of Inventory: search, filters and the table with every kind of cell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        column.addLayout(_inset(self._header()))
        self.filters = self._filters()
        column.addLayout(_inset(_row(self.filters)))
        column.addWidget(self._table(), 1)
        column.addWidget(self._records())
        column.addLayout(_inset(self._cards()))
        column.addSpacing(12)

    def _header(self) -> QLayout:
        search = SearchField("Search products", placeholder="SKU, name or barcode")
        search.setFixedWidth(self.theme.px(250))
        buttons = (Button("Filter", icon="filter"), Button("Adjust stock"))
        row = _row(Label("Inventory", "title"))
        row.addStretch(1)
        for widget in (search, *buttons):
            row.addWidget(widget)
        return row

    def _filters(self) -> FilterToggles:
        filters = FilterToggles(
            (
                Filter("oversold", "Oversold", Glyph.OVERSOLD),
                Filter("floor", "At or under floor", Glyph.UNDER),
                Filter("reorder", "Reorder", Glyph.REORDER),
                Filter("differs", "Channel differs", Glyph.DIFFERS),
                Filter("stale", "Not counted in 60 days"),
                Filter("none", "No number yet"),
            ),
            name="Filters",
        )
        filters.set_counts(84, {"oversold": 1, "floor": 5, "reorder": 9, "differs": 2, "stale": 11})
        return filters

    def _records(self) -> TableView:
        fields = [
            records.Field(head="Waits at", words=lambda row: row[0], column=Column(200)),
            records.Field(head="Pieces", words=lambda row: row[1], column=Column(80, NumberDelegate), look=_short),
        ]
        model = records.Sheet(fields, key=lambda row: row[0], said=lambda row: f"{row[0]}: {row[1]}")
        table = records.SheetTable("What waits", model, fields)
        table.show_rows([("Etsy", 3), ("Stall", -3)])
        table.setFixedHeight(self.theme.px(110))
        return table

    def _table(self) -> TableView:
        secondary = lambda view: NumberDelegate(view, colour="text_secondary")  # noqa: E731
        strong = lambda view: NumberDelegate(view, strong=True)  # noqa: E731
        table = table_view(
            "Products",
            (
                Column(112, SkuDelegate),
                Column(184, CellDelegate, stretch=True),
                Column(62, NumberDelegate),
                Column(76, secondary),
                Column(66, strong),
                Column(92, GaugeDelegate),
                Column(46, secondary),
                Column(60, secondary),
                *(Column(26, ShownDelegate) for _ in "ESWAM"),
                Column(112, StatusDelegate),
            ),
        )
        heads = [cell(name) for name in ("SKU", "Product", "On hand", "Committed", "Available", "Load", "Floor")]
        heads.append(cell("Reorder"))
        heads += [cell(name, badge=name, group="Shown on", paused=name == "A") for name in "ESWAM"]
        table.setModel(Rows([_product(*product) for product in PRODUCTS], [*heads, cell("Status")], editable=(6, 7)))
        table._model = table.model()
        table.selectRow(0)
        self.table = table
        return table

    def _cards(self) -> QLayout:
        cards = [
            ChoiceCard("Substitute", "300 ml, 9 available, £2.00 back"),
            ChoiceCard("Next batch", "Fri 22 May, date confirmed, 23 free"),
            ChoiceCard("From how much sales vary", "Z × σ × √delivery days", radio=True),
        ]
        cards[0].choose()
        cards[1].set_unavailable("No confirmed date. Ask Fern Pottery first.")
        row = _row(*cards)
        row.setSpacing(8)
        chips = [Toggle(word, chip=True) for word in ("Broken", "Sold, not written down")]
        chips[0].setChecked(True)
        column = QVBoxLayout()
        column.addLayout(row)
        large = (
            Button("", size=ButtonSize.LARGE, icon="minus", name="One less"),
            Button("Next product", Variant.PRIMARY, size=ButtonSize.LARGE, hint="Enter"),
            Button("Undo", size=ButtonSize.LARGE, icon="undo", hint="Backspace"),
            Button("Pause", size=ButtonSize.SMALL, icon="pause"),
            Button("Open in ledger", Variant.LINK),
        )
        column.addLayout(_row(*chips, *large, Paragraph("Pause R&D <b>mugs</b>?")))
        return column


PRODUCTS = (
    ("MUG-SPK-350", "Speckled mug 350 ml", 11, 14, 4, 12, "00000", Glyph.OVERSOLD, "Oversold 3"),
    ("BWL-TID-280", "Tide line serving bowl 28 cm", 5, 3, 3, 7, "11001", Glyph.UNDER, "Under by 1"),
    ("VAS-KEL-180", "Kelp bud vase 18 cm", 6, 2, 4, 9, "33333", Glyph.AT_FLOOR, "At floor"),
    ("TIL-SEA-100", "Sea glaze tile 10 cm", 40, 2, 10, 18, "jjJ-j", Glyph.DIFFERS, "Differs on W"),
    ("CUP-ESP-090", "Espresso cups 90 ml, pair", 10, 1, 6, 14, "88888", Glyph.ON_ORDER, "On order 30"),
    ("BWL-RAM-160", "Ramen bowl 16 cm", 16, 4, 5, 13, "99999", Glyph.REORDER, "Reorder"),
    ("SET-BRK-002", "Breakfast set for two", 7, 0, None, None, "666-6", Glyph.OK, "OK"),
    ("BUT-DSH-180", "Butter dish with a lid and a name that goes on", 1846, 1, 3, 7, "999-9", Glyph.OK, "OK"),
)


def _product(sku, name, on_hand, committed, floor, reorder, shown, glyph, word) -> list:
    available = on_hand - committed
    numbers = {"j": 37, "J": 41, "-": None}
    return [
        cell(sku),
        cell(name, look=Look(note="4 parts") if sku.startswith("SET") else None),
        cell(on_hand),
        cell(committed),
        cell(available, look=Look(colour="danger") if available < 0 else None),
        cell(load=Load(available, floor, reorder)),
        cell(floor),
        cell(reorder),
        *(cell(numbers.get(letter, letter), look=Look(differs=True) if letter == "J" else None) for letter in shown),
        cell(word, glyph=glyph),
    ]


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _inset(inner: QLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 16, 0)
    row.addLayout(inner)
    return row


def _captioned(*widgets: tuple[QWidget, str], spacing: int = 12) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget, caption in widgets:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(caption, "micro", colour="text_tertiary", weight=400))
        row.addLayout(column)
    row.addStretch(1)
    return row


def _pairs(rows: list[tuple[QWidget, str]], width: int, spacing: int) -> QLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(spacing)
    grid.setHorizontalSpacing(0)
    grid.setColumnMinimumWidth(0, Theme.current().px(width))
    for place, (widget, said) in enumerate(rows):
        grid.addWidget(widget, place, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(said, "small", colour="text_tertiary"), place, 1)
    grid.setColumnStretch(1, 1)
    return grid


def rendered(widget: QWidget, width: int, height: int) -> QFrame:
    """Lay a widget out at a size and let it settle."""
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    return widget


def main(folder: Path) -> None:
    """Draw every sheet in light, dark and at 150 % text."""
    QLocale.setDefault(QLocale("en_GB"))
    app = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(app)
    for suffix, scheme, scale in (("", Scheme.LIGHT, 1.0), ("-dark", Scheme.DARK, 1.0), ("-150", Scheme.LIGHT, 1.5)):
        theme.set_scheme(scheme)
        theme.set_text_scale(scale)
        sheet = rendered(Sheet(theme), round(1440 * scale), round(900 * scale))
        sheet.field.setFocus()
        sheet.activateWindow()
        sheet.ring()
        QApplication.processEvents()
        _save(sheet, folder / f"components{suffix}.png", theme)
        page = rendered(Page(theme), round(896 * scale), round(640 * scale))
        page.table._has_keyboard = lambda: True
        _save(page, folder / f"page{suffix}.png", theme)


def _save(widget: QWidget, path: Path, theme: Theme) -> None:
    picture = widget.grab()
    painter = QPainter(picture)
    painter.end()
    assert QColor(picture.toImage().pixel(1, 1)) == theme.colour("bg_surface")
    picture.save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
