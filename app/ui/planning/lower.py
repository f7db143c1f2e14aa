"""The lower half of Planning: what to reorder, what is on its way, from whom, and floors to update; one at a time."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.store.deliveries import Line
from app.store.reorder import ToOrder
from app.store.suppliers import Supplier
from app.ui.planning.floor_list import FloorList
from app.ui.planning.on_the_way import OnTheWay
from app.ui.planning.reorder import Reorder
from app.ui.planning.supplier_list import SupplierList
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.filters import Toggle
from app.ui.widgets.text import ElidedLabel, Label
from app.ui.words import tr, trn

_UNDER = 8
COVERS = (7, 14, 30, 45, 60, 90)  # days that an order may be chosen to last
COMING, FLOORS = 1, 3  # what is on the way, and the list of floors to update
UPDATES = ("floors",)  # asks the page for that list: a word alone would be a SKU


class Lower(QWidget):
    """`wanted` carries what to do: a key of `buttons`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reorder, self.way, self.suppliers = Reorder(), OnTheWay(), SupplierList()
        self.floors = FloorList()
        self._lists: tuple[Reorder | OnTheWay | SupplierList | FloorList, ...] = (
            self.reorder, self.way, self.suppliers, self.floors,
        )  # fmt: skip
        self.toggles = (
            Toggle(tr("To reorder")),
            Toggle(tr("On the way")),
            Toggle(tr("Suppliers")),
            Toggle(tr("Floors to update")),
        )
        self.note, self.total = ElidedLabel("", colour="text_secondary"), Label("", weight=600, tabular=True)
        self.cover = ComboBox(tr("How long an order is to last"), measure="small")
        for days in COVERS:
            self.cover.addItem(trn("For {n} day", "For {n} days", days), days)
        self.cover.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self._stack = QStackedWidget()
        self.buttons = (
            self._buttons(("from", tr("Comes from…")), ("order", tr("Make purchase orders…"))),
            self._buttons(("drop", tr("Will not come")), ("date", tr("Another date…")),
                          ("expect", tr("Expect a delivery…")), ("receive", tr("Receive…"))),
            self._buttons(("gone", tr("Delivers no more")), ("terms", tr("Change…")),
                          ("supplier", tr("Add a supplier…"))),
            self._buttons(("manner", tr("How…")), ("again", tr("Reckon again")), ("use", tr("Use the ticked ones"))),
        )  # fmt: skip
        self._group = QButtonGroup(self)
        self._theme = follow(self.update)
        self._lay_out()
        self._connect()
        self.show_list(0)

    @property
    def shown(self) -> int:
        """Which list is in view."""
        return self._stack.currentIndex()

    def show_list(self, place: int) -> None:
        """Bring a list into view."""
        self.toggles[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        self.settle()
        if place == FLOORS:
            self.wanted.emit("look")

    def show_line(self, number: int) -> None:
        """What is on the way, and there this line, if it is still open."""
        self.show_list(COMING)
        self.way.table.select_row(self.way.table.sheet.row_of(number))

    def show_all(
        self, rows: Sequence[ToOrder], lines: Sequence[Line], known: Sequence[Supplier],
        days: Mapping[int, Sequence[float]], cover: int, now: datetime,
    ) -> None:  # fmt: skip
        """What was read."""
        self.cover.setCurrentIndex(max(0, self.cover.findData(cover)))
        self.reorder.show_rows(rows, now)
        self.way.show_rows(lines, now)
        self.suppliers.show_rows(known, days)
        for toggle, found in zip(self.toggles, (rows, lines, known), strict=False):
            toggle.set_count(len(found))
            toggle.setEnabled(True)
        self.settle()

    def table(self) -> QWidget:
        """The list that takes the keyboard."""
        return self._lists[self.shown].table

    def settle(self) -> None:
        """What stands beside the toggles, and which buttons can be pressed."""
        for place, buttons in enumerate(self.buttons):
            for button in buttons.values():
                button.setVisible(place == self.shown)
        self.note.setText(self._lists[self.shown].note())
        self.cover.setVisible(self.shown == 0)
        self.floors.search.setVisible(self.shown == FLOORS)
        self.total.setText(self.reorder.total() if self.shown == 0 else "")
        some, way = bool(self.reorder.wanted()), self.way.table.current() is not None
        rows = self.reorder.table.current() is not None
        for key, on in (("order", some), ("from", rows)):
            self.buttons[0][key].setEnabled(on)
        for key in ("drop", "date"):
            self.buttons[1][key].setEnabled(way)
        for key in ("gone", "terms"):
            self.buttons[2][key].setEnabled(self.suppliers.table.current() is not None)
        self.buttons[3]["use"].setEnabled(bool(self.floors.wanted()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line_hair"))
        painter.end()

    def _buttons(self, *named: tuple[str, str]) -> dict[str, Button]:
        found = {}
        for key, words in named:
            button = Button(words, size=ButtonSize.SMALL)
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            found[key] = button
        return found

    def _connect(self) -> None:
        for place, toggle in enumerate(self.toggles):
            self._group.addButton(toggle, place)
        self._group.idClicked.connect(self.show_list)
        self.reorder.changed.connect(self.settle)
        self.floors.changed.connect(self.settle)
        self.cover.activated.connect(lambda _place: self.wanted.emit("cover"))
        self.way.opened.connect(lambda: self.wanted.emit("date"))
        self.suppliers.opened.connect(lambda: self.wanted.emit("terms"))
        for one in self._lists:
            one.table.chosen.connect(self.settle)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 12, 0, _UNDER)
        head.setSpacing(6)
        for toggle in self.toggles:
            head.addWidget(toggle)
        head.addStretch(1)
        for buttons in self.buttons:
            for button in buttons.values():
                head.addWidget(button)
        for one in self._lists:
            self._stack.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._facts())
        column.addWidget(self._stack, 1)

    def _facts(self) -> QHBoxLayout:
        """A line of its own: beside toggles and buttons a sentence would be cut."""
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, _UNDER)
        line.setSpacing(12)
        line.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.total)
        line.addWidget(self.cover)
        line.addWidget(self.floors.search)
        return line
