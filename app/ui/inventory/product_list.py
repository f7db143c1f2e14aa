"""The left side of Inventory: search, filters, the table and what it adds up to. It asks for lists and shows them."""

from array import array
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.records import dataclass
from app.store.inventory import ProductRow, Question, Totals
from app.ui.inventory.empty_list import EmptyList
from app.ui.inventory.list_foot import ListFoot
from app.ui.inventory.model import ReadRows
from app.ui.inventory.phrases import Stand
from app.ui.inventory.table import InventoryTable
from app.ui.inventory.toggle_strip import ToggleStrip
from app.ui.shell.header import PageHeader, bar_place
from app.ui.theme import Theme, follow
from app.ui.widgets.button import Button
from app.ui.widgets.filters import Filter, FilterToggles
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.search import SearchField
from app.ui.words import tr

_SEARCH = 250
_SIDE, _EDGE = 24, 16


@dataclass(frozen=True, slots=True)
class Place:
    """Where the list is scrolled to: the product at the top, and how far it is scrolled into."""

    number: int
    below: int


class ProductList(QWidget):
    """`asked` says what to look for, `chosen` which product is now the current one (None for none)."""

    asked = Signal(object)  # Question
    chosen = Signal(object)  # row number | None
    opened = Signal()
    left = Signal()
    typed = Signal(object, str, str)  # see StockModel
    menu_wanted = Signal(QPoint)
    adjust_wanted = Signal()
    add_wanted = Signal()
    editing_over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._question = Question()
        self._totals: Totals | None = None
        self._number: int | None = None
        self._fresh = True  # the next list answers a new question: it begins at its top
        self._revealing = False
        self._settling = False
        self._whole = False
        self._table: InventoryTable | None = None
        # The table is still editing when an editor closes. A queued signal would bring an editor that is gone by then.
        self._after_editing = QTimer(self)
        self._after_editing.setSingleShot(True)
        self._after_editing.timeout.connect(self.editing_over)
        self.search = SearchField(tr("Search"), placeholder=tr("SKU, name or barcode"))
        self.adjust = Button(tr("Adjust stock"))
        self.filters = FilterToggles(_filters(), name=tr("Filters"))
        self.bar_place = bar_place()
        self.empty = EmptyList()
        self.foot = ListFoot()
        self._build()
        self._connect()

    # What the page asks

    @property
    def ready(self) -> bool:
        """Does it know the shops yet?"""
        return self._table is not None

    @property
    def table(self) -> InventoryTable:
        """The table."""
        assert self._table is not None, "the shops come first"
        return self._table

    @property
    def question(self) -> Question:
        """What is looked for."""
        return self._question

    @property
    def number(self) -> int | None:
        """The current product."""
        return self._number

    def current(self) -> ProductRow | None:
        """The current product's row."""
        if self._number is None:
            return None
        return self.table.stock.product(self.table.stock.row_of(self._number))

    # What the page tells

    def set_stands(self, stands: Sequence[Stand], read: ReadRows) -> None:
        """The shops changed: other columns from now on."""
        before = self._table
        focused = before is not None and before.hasFocus()
        self._table = table = InventoryTable(stands, read)
        table.sorted_by.connect(self._on_sorted)
        table.opened.connect(lambda _index: self.opened.emit())
        table.left.connect(self.left)
        table.menu_wanted.connect(self.menu_wanted)
        table.stock.typed.connect(self.typed)
        table.selectionModel().currentRowChanged.connect(lambda now, _before: self._on_row(now.row()))
        for place in range(table.stock.columnCount()):
            table.itemDelegateForColumn(place).closeEditor.connect(lambda *_: self._after_editing.start())
        self._stack.insertWidget(0, table)
        self._stack.setCurrentWidget(table)
        if before is not None:
            table.stock.show(before.stock.numbers)
            self._restore()
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()
        if focused:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set_tab_order()

    def show_found(self, numbers: "array[int]", *, whole: bool) -> None:
        """A list came. The current product and the place in the list stay what they were."""
        table = self.table
        self._whole = whole
        place = None if self._fresh else self._place()
        table.setAutoScroll(False)
        self._settling = True
        table.stock.show(numbers)
        if self._fresh:
            table.verticalScrollBar().setValue(0)
        elif place is not None:
            self._return_to(place)
        self._fresh = False
        self._restore()
        self._settling = False
        table.setAutoScroll(True)
        self._choose_something()
        self._reveal()
        self._show_empty()
        self._show_foot()

    def show_totals(self, totals: Totals) -> None:
        """The whole inventory in numbers."""
        self._totals = totals
        counts = {wanted.key: int(getattr(totals, wanted.key)) for wanted in _filters()}
        self.filters.set_counts(totals.all, counts)
        self._show_empty()
        self._show_foot()

    def show_product(self, number: int) -> None:
        """Make this the current product, wherever it is: what would hide it is taken away."""
        self._number, self._revealing = number, True
        if self._question.narrow and self.table.stock.row_of(number) < 0:
            self.clear()
        else:
            self.asked.emit(self._question)

    def suggest(self, words: str | None) -> None:
        """Nothing was found, but this might have been meant."""
        self.empty.suggest(words)

    def clear(self) -> None:
        """Everything again: no words, no filters."""
        self.search.clear()
        self.filters.clear()

    def focus_list(self) -> None:
        """The keyboard goes to the table, or where something can be done about it being empty."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """The keyboard goes to the search field, with what is in it selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # Asking

    def _ask(self) -> None:
        sort, down = self._question.sort, self._question.descending
        question = Question(words=self.search.text(), filters=self.filters.on(), sort=sort, descending=down)
        if question != self._question:
            self._question, self._fresh = question, True
            self.asked.emit(question)

    def _on_sorted(self, sort: str, down: bool) -> None:  # noqa: FBT001 - a slot
        before = self._question
        self._question = Question(words=before.words, filters=before.filters, sort=sort, descending=down)
        self._fresh = True
        self.asked.emit(self._question)

    # The current product

    def _on_row(self, row: int) -> None:
        if self._settling or row < 0:
            return
        number = self.table.stock.numbers[row]
        if number != self._number:
            self._number = number
            self.chosen.emit(number)

    def _restore(self) -> None:
        """Put the keyboard back on the current product, if it is in the list."""
        table = self.table
        if self._number is None:
            return
        row = table.stock.row_of(self._number)
        current = table.currentIndex()
        if row >= 0 and (current.row() != row or not table.selectionModel().isRowSelected(row)):
            column = max(0, current.column())
            table.setCurrentIndex(table.stock.index(row, column))

    def _choose_something(self) -> None:
        """A list that is whole and does not hold the current product offers its first."""
        table = self.table
        if not self._whole:
            return
        if self._number is not None and table.stock.row_of(self._number) >= 0:
            return
        if table.stock.rowCount():
            table.setCurrentIndex(table.stock.index(0, 0))
        elif self._number is not None and self._totals is not None and not self._totals.all:
            self._number = None
            self.chosen.emit(None)

    def _reveal(self) -> None:
        table = self.table
        if not self._revealing or self._number is None:
            return
        row = table.stock.row_of(self._number)
        if row >= 0:
            self._revealing = False
            table.setCurrentIndex(table.stock.index(row, 0))
            table.scrollTo(table.stock.index(row, 0), InventoryTable.ScrollHint.PositionAtCenter)
            self.chosen.emit(self._number)
        elif self._whole:
            self._revealing = False

    # The place in the list

    def _place(self) -> Place | None:
        table = self.table
        if table.verticalScrollBar().value() == 0:
            return None
        top = table.rowAt(0)
        if top < 0:
            return None
        return Place(table.stock.numbers[top], -table.rowViewportPosition(top))

    def _return_to(self, place: Place) -> None:
        table = self.table
        row = table.stock.row_of(place.number)
        if row >= 0:
            table.verticalScrollBar().setValue(table.verticalHeader().sectionPosition(row) + place.below)

    # Showing

    def _show_empty(self) -> None:
        table = self.table
        nothing = self._whole and not table.stock.rowCount()
        had = table.hasFocus()
        if nothing:
            on = [wanted.label for wanted in _filters() if wanted.key in self._question.filters]
            self.empty.show_question(self._question.words.strip(), on)
        self._stack.setCurrentWidget(self.empty if nothing else table)
        if nothing and had:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_foot(self) -> None:
        if self._totals is not None:
            found = self.table.stock.rowCount() if self._whole else None
            self.foot.show_question(self._question, self._totals, found)

    # Building

    def _build(self) -> None:
        header = PageHeader(tr("Inventory"))
        layout = header.layout()
        assert layout is not None
        layout.setContentsMargins(_SIDE, 0, _EDGE, 0)
        header.after.addWidget(self.search)
        self.adjust.setToolTip(keys_of(QKeySequence("Ctrl+E")))
        header.add_action(self.adjust)
        strip = QHBoxLayout()
        strip.setContentsMargins(_SIDE - 4, 0, _EDGE, 12)
        strip.addWidget(ToggleStrip(self.filters))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(self.bar_place)
        column.addLayout(strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        follow(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _words: self._ask())  # at once: a pause would be felt
        self.search.left.connect(self.focus_list)
        self.filters.changed.connect(lambda _on: self._ask())
        self.adjust.clicked.connect(self.adjust_wanted)
        self.empty.clear_wanted.connect(self.clear)
        self.empty.add_wanted.connect(self.add_wanted)
        self.empty.word_wanted.connect(self.search.setText)
        slash = QShortcut(QKeySequence("/"), self)
        slash.activated.connect(self.focus_search)

    def _set_tab_order(self) -> None:
        stops = [self.search, self.adjust, *self.filters.findChildren(QWidget), self.table]
        stops = [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        self.search.setFixedWidth(self._theme.px(_SEARCH))


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("oversold", tr("Oversold"), Glyph.OVERSOLD),
        Filter("floor", tr("At or under floor"), Glyph.UNDER),
        Filter("reorder", tr("Reorder"), Glyph.REORDER),
        Filter("on_order", tr("On order"), Glyph.ON_ORDER),
        Filter("differs", tr("Channel differs"), Glyph.DIFFERS),
        Filter("places", tr("More places than pieces"), Glyph.LOOK),
        Filter("uncounted", tr("Not counted in 60 days")),
    )
