"""The pages in the middle of the window: built when first shown, told of news when in view, each with its own panes."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.records import dataclass
from app.ui.page import Command, Page
from app.ui.shell.header import SIDE
from app.ui.shell.memory import Memory
from app.ui.shell.noticing import NoticePlace
from app.ui.shell.places import Place, Surroundings
from app.ui.widgets.table import TableView


@runtime_checkable
class KeepsBarPlace(Protocol):
    """A page with a place for the window's bar under its own title. Without one the bar stands above the page."""

    bar_place: QVBoxLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A page, its own place for bars (moved from page to page they would lose their fonts), and what holds both."""

    page: Page
    notice: NoticePlace
    whole: QWidget


class Pages(QStackedWidget):
    """`made` says that a page was built, so that the window can connect to it."""

    made = Signal(object)  # Page

    def __init__(
        self,
        places: Sequence[Place],
        around: Surroundings,
        memory: Memory,
        new_notice: Callable[[], NoticePlace],
    ) -> None:
        super().__init__()
        self._places = {place.key: place for place in places}
        self._around = Surroundings(
            bridge=around.bridge, theme=around.theme, look=around.look, facts=around.facts, within=self
        )
        self._memory, self._new_notice = memory, new_notice
        self._built: dict[str, Built] = {}
        self._unheard: dict[str, Changes] = {}
        around.look.changed.connect(self._dress_tables)

    @property
    def current(self) -> Page | None:
        """The page in view."""
        built = self._built.get(self.key)
        return built.page if built else None

    @property
    def notice(self) -> NoticePlace | None:
        """Where the page in view shows what is most serious."""
        built = self._built.get(self.key)
        return built.notice if built else None

    @property
    def key(self) -> str:
        """The key of the page in view."""
        shown = self.currentWidget()
        return next((key for key, built in self._built.items() if built.whole is shown), "")

    def place(self, key: str) -> Place:
        """What is known of a page without building it."""
        return self._places[key]

    def has(self, key: str) -> bool:
        """Is there such a page?"""
        return key in self._places

    def built(self) -> tuple[Page, ...]:
        """The pages that were shown so far."""
        return tuple(built.page for built in self._built.values())

    def commands(self, key: str) -> list[Command]:
        """What can be done on a page; nothing while it was not built yet."""
        built = self._built.get(key)
        return built.page.commands() if built is not None else []

    def build_one(self) -> bool:
        """Build one of the listed pages that were not shown yet; False when there is none left."""
        waiting = [place.key for place in self.listed() if place.key not in self._built]
        if waiting:
            self._build(waiting[0])
        return bool(waiting)

    def listed(self) -> list[Place]:
        """The pages of the sidebar."""
        return [place for place in self._places.values() if place.entry is not None]

    def bring(self, key: str, what: object = None, *, from_start: bool = False) -> None:
        """Bring a page into view, and there what is asked for. `from_start`: and there to where it begins."""
        built = self._built.get(key) or self._build(key)
        page, unheard = built.page, self._unheard.pop(key, Changes())
        if unheard:
            page.on_changed(unheard)
        self.setCurrentWidget(built.whole)
        if what is not None or from_start:
            page.open(what)
        page.shown()

    def on_changed(self, changes: Changes) -> None:
        """The page in view hears it now, the others when they come into view."""
        shown = self.currentWidget()
        for key, built in self._built.items():
            if built.whole is shown:
                built.page.on_changed(changes)
            else:
                self._unheard[key] = self._unheard.get(key, Changes()) | changes

    def remember(self) -> None:
        """Keep the widths of all panes."""
        for key, built in self._built.items():
            for name, splitter in _splitters(built.page):
                self._memory.keep(f"panes/{key}/{name}", splitter.saveState())

    def _build(self, key: str) -> Built:
        place = self._places[key]
        page = place.make(self._around)
        if not page.accessibleName():
            page.setAccessibleName(place.title)
        built = self._built[key] = _with_notice(page, self._new_notice())
        self.addWidget(built.whole)
        for name, splitter in _splitters(page):
            state = self._memory.state(f"panes/{key}/{name}")
            if not state.isEmpty():
                splitter.restoreState(state)
        self._dress_tables()
        self.made.emit(page)
        return built

    def _dress_tables(self) -> None:
        for built in self._built.values():
            for table in built.page.findChildren(TableView):
                table.set_density(self._around.look.density)


def _with_notice(page: Page, notice: NoticePlace) -> Built:
    if isinstance(page, KeepsBarPlace):
        page.bar_place.addWidget(notice)
        return Built(page=page, notice=notice, whole=page)
    whole = QWidget()
    above = QVBoxLayout()
    above.setContentsMargins(SIDE, 0, SIDE, 0)
    above.addWidget(notice)
    notice.stand_on_top()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(above)
    column.addWidget(page, 1)
    return Built(page=page, notice=notice, whole=whole)


def _splitters(page: Page) -> list[tuple[str, QSplitter]]:
    found = page.findChildren(QSplitter)
    return [(splitter.objectName() or str(place), splitter) for place, splitter in enumerate(found)]
