"""The sidebar: whose inventory this is, the pages, and how far the shops are behind. Narrow, it is a rail of icons."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.records import dataclass
from app.ui.shell.behind import BehindBlock
from app.ui.shell.facts import Facts
from app.ui.shell.nav import NavItem
from app.ui.theme import follow
from app.ui.widgets.text import ElidedLabel
from app.ui.words import number, tr, trn

_MARK = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page as the sidebar lists it. `low` ones stand at the bottom."""

    key: str
    title: str
    icon: str
    keys: QKeySequence
    low: bool = False


class Mark(QLabel):
    """The Plimsoll mark."""

    def __init__(self, size: int = _MARK) -> None:
        super().__init__()
        self._size = size
        self.setAccessibleName(tr("Plimsoll"))
        self._theme = follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc with its line."""
        painter, side = QPainter(self), self._theme.px(self._size)
        square = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        self._theme.paint_icon(painter, "plimsoll_mark", "accent", square)
        painter.end()


class Sidebar(QWidget):
    """180 px wide, or 52. `chosen` carries the key of the page that was pressed."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Pages"))
        self._rail = False
        self._mark, self._name = Mark(), ElidedLabel(tr("Plimsoll"), "body_strong")
        self._holds = ElidedLabel("", "micro", colour="text_secondary", weight=400)
        self._items = {entry.key: NavItem(entry.title, entry.icon, entry.keys) for entry in entries}
        self._behind = BehindBlock()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addSpacing(18)
        self._column.addLayout(self._nav([entry.key for entry in entries if not entry.low]))
        self._column.addSpacing(26)
        self._column.addWidget(self._behind)
        self._column.addStretch(1)
        self._column.addLayout(self._nav([entry.key for entry in entries if entry.low]))
        self._theme = follow(self._dress)
        self._dress()

    @property
    def rail(self) -> bool:
        """Is it the narrow one?"""
        return self._rail

    def set_rail(self, *, rail: bool) -> None:
        """Narrow from now on, or wide."""
        self._rail = rail
        for item in self._items.values():
            item.set_rail(rail=rail)
        self._name.setVisible(not rail)
        self._holds.setVisible(not rail)
        self._behind.setVisible(not rail and bool(self._behind.lines()))
        self._dress()

    def item(self, key: str) -> NavItem:
        """One page's line."""
        return self._items[key]

    def behind(self) -> BehindBlock:
        """The lower block."""
        return self._behind

    def select(self, key: str) -> None:
        """This page is shown now."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def focus_current(self) -> None:
        """Take the keyboard, at the page that is shown."""
        items = list(self._items.values())
        current = next((item for item in items if item.isChecked()), items[0])
        current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_facts(self, facts: Facts, now: datetime) -> None:
        """Everything anew."""
        self._name.setText(facts.name or tr("Plimsoll"))
        self._holds.setText(holds(facts))
        opened, look = len(facts.incidents) - len(facts.quiet), sum(one.needs_a_look(now) for one in facts.standings)
        note = trn("{n} open", "{n} open", opened) if opened else ""
        self._note("incidents", note, pressing=True)
        said = trn("{n} to look at", "{n} to look at", look) if look else ""
        self._note("channels", number(look) if look else "", said=said)
        self.tick(facts, now)

    def tick(self, facts: Facts, now: datetime) -> None:
        """A second went by: the ages."""
        self._behind.show_standings(facts.standings, now)
        if self._rail:
            self._behind.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline between it and the page."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line_hair"))
        painter.end()

    def _note(self, key: str, note: str, *, pressing: bool = False, said: str = "") -> None:
        if key in self._items:
            self._items[key].set_note(note, pressing=pressing, said=said)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._holds)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self._mark)
        self._top.addLayout(words, 1)
        return self._top

    def _nav(self, keys: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(8, 0, 9, 0)
        column.setSpacing(0)
        for key in keys:
            item = self._items[key]
            column.addWidget(item)
            item.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            item.stepped.connect(self._step)
        return column

    def _step(self, by: int) -> None:
        items = list(self._items.values())
        at = next((place for place, item in enumerate(items) if item.hasFocus()), 0)
        items[(at + by) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def _dress(self) -> None:
        side = self._theme.size("sidebar_rail" if self._rail else "sidebar")
        self.setFixedWidth(side + 1)
        edge = (side - self._theme.px(_MARK)) // 2 if self._rail else 16
        self._top.setContentsMargins(edge, 0, 0 if self._rail else 12, 0)
        self._column.setContentsMargins(0, 14, 0, 10)
        self._top_height()

    def _top_height(self) -> None:
        # The same in both widths, so that the pages' icons stay where they are.
        self._mark.setFixedHeight(self._theme.line("body") + self._theme.line("micro") + 1)


def holds(facts: Facts) -> str:
    """ "84 SKUs, 3 channels"."""
    skus = trn("{n} SKU", "{n} SKUs", facts.products)
    channels = trn("{n} channel", "{n} channels", len(facts.standings))
    return tr("{skus}, {channels}", skus=skus, channels=channels)
