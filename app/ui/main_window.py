"""The window: menus, sidebar, the page in view, bars and status. What each of them shows is decided in `shell`."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.page import Page
from app.ui.shell import panes
from app.ui.shell.acts import Acts
from app.ui.shell.announce import Announcer
from app.ui.shell.closing import Closer
from app.ui.shell.command_field import CommandField
from app.ui.shell.corner import Corner
from app.ui.shell.facts import Facts
from app.ui.shell.fault import fault_words, show_report
from app.ui.shell.first_paint import FirstPaint
from app.ui.shell.foot import Foot
from app.ui.shell.frame import Middle, Room, put_back
from app.ui.shell.gather import Gathered
from app.ui.shell.look import Look
from app.ui.shell.memory import Memory
from app.ui.shell.menus import Menus
from app.ui.shell.news import news, spread
from app.ui.shell.noticing import NoticePlace
from app.ui.shell.own_commands import own_commands
from app.ui.shell.pages import Pages
from app.ui.shell.places import FIRST, START, Place, Surroundings, places
from app.ui.shell.rails import Rails
from app.ui.shell.sidebar import Sidebar
from app.ui.shell.status_bar import StatusBar
from app.ui.shell.watch import Watch
from app.ui.theme import Theme
from app.ui.widgets.focus import FocusRing
from app.ui.widgets.key_hint import keys_of
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.alerts.herald import Herald
    from app.ui.products.sheets import ProductSheets
    from app.ui.shell.helping import HelpDesk
    from app.ui.shell.palette import Find
    from app.ui.shell.pressing import Pressing

SIZE, SMALLEST = QSize(1440, 900), QSize(1024, 680)
BARS = QSize(0, 112)  # menus and status, with larger text too
_ASK_MS = 400  # what is seen first comes first
_FRAME, _PAGE = "window/frame", "window/page"


def _nothing() -> None:
    """What happens on closing when nobody asked for anything."""


class MainWindow(QMainWindow):
    """One inventory on the screen. `config` is the folder where it keeps its size and looks, `backups` where backups
    lie; `closing` is called once, when the window has been closed and hidden.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        config: Path | None = None,
        backups: Path | None = None,
        closing: Callable[[], None] = _nothing,
        pages: Sequence[Place] | None = None,
    ) -> None:
        super().__init__()
        self._bridge, self._theme, self._closing = bridge, theme, closing
        self._memory = Memory(config)
        self._look = Look(theme, self._memory, self)
        self._places = tuple(pages) if pages is not None else places()
        self._rails, self._expecting = Rails(self._memory), False
        self._beside_menus: QWidget | None = None
        self._product_sheets: ProductSheets | None = None
        self._pressing: Pressing | None = None
        self._watch = Watch(bridge, backups, self)
        self._announcer = Announcer(self)
        self._closer = Closer(self, bridge, self._memory, self.quit)
        self._acts = Acts(bridge, self._watch, self, self.show_page, self._closer)
        self._build()
        self._connect()
        self._show_facts(self._watch.facts)
        self._restore()
        FirstPaint(self, self._ask_what_was_left, rest_ms=_ASK_MS)

    # What may be asked of the window

    def show_page(self, key: str, what: object = None) -> None:
        """Bring a page into view, and there what is asked for; asked for once more, it goes back to where it begins.

        While nothing is kept yet, the first start's cards stand in the place of what would be empty.
        """
        if self._watch.facts.empty and self._pages.place(key).filled and self._pages.has(START):
            key, what = START, None
        again = key == self._pages.key and what is None
        self._pages.bring(key, what, from_start=again)
        page = self._pages.current
        assert page is not None
        self._menus.set_page_commands(page.commands())
        self._sidebar.select(key)
        self._settle_sidebar()
        self._show_notice()

    def page(self) -> Page | None:
        """The page in view."""
        return self._pages.current

    def find_anything(self) -> None:
        """Go to the command field."""
        self._field.begin()

    def undo(self) -> None:
        """Take the last change back."""
        self._foot.undo()

    def can_undo(self) -> bool:
        """Is there a change to take back?"""
        return self._foot.can_undo

    def toggle_sidebar(self) -> None:
        """Wide or narrow."""
        self._rails.turn(self._text_width())
        self._settle_sidebar()

    def move_pane(self, step: int) -> None:
        """Give the keyboard to the next part of the window, or to the one before."""
        page = self._pages.current
        parts = [self._sidebar] if self._sidebar.isVisible() else []
        panes.move([*parts, *(panes.panes_of(page) if page is not None else [])], step)

    def import_products(self) -> None:
        """Take products over from a spreadsheet."""
        self._sheets().import_products()

    def export_products(self) -> None:
        """Write all products into a spreadsheet."""
        self._sheets().export_products()

    def _sheets(self) -> "ProductSheets":
        """Made when first asked for: the first paint needs no spreadsheet."""
        if self._product_sheets is None:
            from app.ui.products.sheets import ProductSheets

            self._product_sheets = ProductSheets(self._bridge, self)
            self._product_sheets.undoable.connect(self._on_undoable)
        return self._product_sheets

    @cached_property
    def herald(self) -> "Herald":
        """Says what alerts have to say. Made when the first one does."""
        from app.ui.alerts.herald import Herald

        return Herald(self._bridge, self, self.show_page, self._foot.show_news)

    def show_help(self, topic: str = "") -> None:
        """A topic of the help; else what belongs to where the keyboard is."""
        self._help.open(topic, self._pages.key)

    @cached_property
    def _help(self) -> "HelpDesk":
        """Made when it is first asked."""
        from app.ui.shell.helping import HelpDesk

        return HelpDesk(self, self._pages, self._own)

    def ask_passphrase(self) -> None:
        """The sign-in keys are locked: ask for what opens them."""
        from app.ui.settings.passphrase import ask_unlock

        ask_unlock(self, self._bridge)

    def quit(self) -> None:
        """End Plimsoll, unasked."""
        self._closer.leaving = True
        self.close()

    def leave(self) -> None:
        """Quit was chosen: prepare for being away first, where the seller wants that."""
        self._closer.quit()

    def show_report(self) -> None:
        """What to send along with a question: versions and the end of the log."""
        show_report(self, self._bridge)

    def show_about(self) -> None:
        """Version and licences."""
        from app.ui.shell.sheets import about_sheet

        notices = [info.notice for info in self._bridge.lent.channels() if info.notice is not None]
        about_sheet(self, notices).begin()

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar follows the width."""
        super().resizeEvent(event)
        self._settle_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how it was left, go, and say so: what ends the sync must not keep a window on the screen.

        Where something is sent, the window alone may go, and Plimsoll stays.
        """
        self._memory.keep(_FRAME, self.saveGeometry())
        self._memory.keep(_PAGE, self._pages.key)
        self._pages.remember()
        self._memory.write()
        if not self._closer.may_close():
            event.ignore()
            return
        event.accept()
        self.hide()
        self._closing()

    def _ask_what_was_left(self) -> None:
        from app.ui.shell.updating import look_for_newer

        look_for_newer(self._bridge, self._foot.show_news)
        if self._pages.key != START and QApplication.activeModalWidget() is None:
            from app.ui.shell.left_open import ask_what_was_left

            ask_what_was_left(self, self._bridge, self.show_page, lambda: self._pages.current)

    # Building

    def _build(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.findChild(FocusRing) is None:
            FocusRing(app, self._theme)
        sample = self._bridge.sample
        self._own = own_commands(self, self._acts, self._look, self._places, sample=sample)
        self._menus = Menus(self.menuBar(), self._own)
        keys = keys_of(self._menus.action("find").shortcut())
        self._field = CommandField(self, self._found, keys)
        self._sidebar = Sidebar([place.entry for place in self._places if place.entry is not None])
        self._foot = Foot(self._announcer.announce)
        facts = lambda: self._watch.facts  # noqa: E731
        around = Surroundings(bridge=self._bridge, theme=self._theme, look=self._look, facts=facts)
        self._pages = Pages(self._places, around, self._memory, self._new_notice)
        self._status = StatusBar()
        self.setStatusBar(self._status)
        self._bridge.reading.connect(self._status.show_reading)
        room = SMALLEST.boundedTo(self.screen().availableSize())
        # Only where it is needed: what scrolls everything costs every paint a fifth of its time.
        self.setCentralWidget(self._middle() if room == SMALLEST else Room(self._middle(), SMALLEST - BARS))
        self.setMinimumSize(room)

    def _middle(self) -> Middle:
        right = QWidget()
        right.setProperty("panel", "surface")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.menuBar().isNativeMenuBar():  # there the menus are not ours to stand beside
            column.addWidget(self._field, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self._beside_menus = Corner(self._field)  # kept here: the menu bar does not own it
            self.menuBar().setCornerWidget(self._beside_menus)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        middle = Middle()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(right, 1)
        return middle

    def _connect(self) -> None:
        gathered = Gathered(self._on_changed, self)
        self._bridge.changed.connect(gathered.add)
        self._bridge.trouble.connect(self._on_trouble)
        self._bridge.crashed.connect(self._on_crash)
        self._watch.renewed.connect(self._on_renewed)
        self._watch.aged.connect(self._on_aged)
        self._sidebar.chosen.connect(self.show_page)
        self._pages.made.connect(self._on_made)
        self._look.changed.connect(self._settle_sidebar)

    def _restore(self) -> None:
        put_back(self, self._memory.state(_FRAME), SIZE)
        page = self._memory.text(_PAGE)
        listed = [place.key for place in self._places if place.entry is not None]
        self.show_page(page if page in listed else FIRST)

    # News

    def _on_changed(self, changes: Changes) -> None:
        if self._pressing is not None:
            self._pressing.on_changed(changes)
        self._watch.on_changed(changes)
        self._pages.on_changed(changes)
        if changes.alerts:
            self.herald.hear()

    def _on_renewed(self, before: Facts, after: Facts) -> None:
        found = news(before, after, expected=self._expecting)
        spread(found, self._announcer.announce, lambda: self._clocks().desktop)
        if before.updates and not after.updates:
            self._expecting = False
        self._show_facts(after)
        if self._pages.key == START and before.empty and not after.empty:
            self.show_page(FIRST)

    def _on_aged(self) -> None:
        facts, now = self._watch.facts, self._bridge.now
        self._sidebar.show_facts(facts, now)
        self._show_notice()
        self._clocks().tick()

    def _clocks(self) -> "Pressing":
        """Made when the first second went by: the first paint needs no clock."""
        if self._pressing is None:
            from app.ui.shell.pressing import Pressing

            self._pressing = Pressing(
                self._bridge,
                self,
                announce=self._announcer.announce,
                show=self._status.show_clock,
                open_incident=lambda number: self.show_page("incidents", number),
            )
        return self._pressing

    def _on_trouble(self, error: PlimsollError) -> None:
        self._foot.show_trouble(error)

    def _on_crash(self, _error: Exception) -> None:
        self._watch.set_stopped(stopped=True)
        self._announcer.announce(fault_words(), pressing=True)

    def _on_made(self, page: Page) -> None:
        page.go.connect(self.show_page)
        page.undoable.connect(self._on_undoable)
        wanted = getattr(page, "import_wanted", None)
        if wanted is not None:
            wanted.connect(self.import_products)
        leading = getattr(page, "lead_changed", None)
        if leading is not None:
            leading.connect(self._show_notice)
        working = getattr(page, "working_changed", None)
        if working is not None:
            working.connect(self._settle_sidebar)
            working.connect(self._show_notice)

    def _on_undoable(self, sentence: str, take_back: Callable[[], object]) -> None:
        self._expecting = True
        self._foot.offer_undo(sentence, take_back)

    def _restart(self) -> None:
        self._bridge.background(self._bridge.lent.restart_sending, lambda _: self._watch.set_stopped(stopped=False))

    # Showing

    def _show_facts(self, facts: Facts) -> None:
        now = self._bridge.now
        self.setWindowTitle(tr("{name} – Plimsoll", name=facts.name) if facts.name else tr("Plimsoll"))
        self._sidebar.show_facts(facts, now)
        self._status.show_facts(facts, now)
        self._show_notice()

    def _show_notice(self) -> None:
        """The bar of the page in view. The page of an incident does not say once more that there is one; Today has
        something of its own to say.
        """
        notice, page = self._pages.notice, self._pages.current
        if notice is not None:
            seen, lead = getattr(page, "incident_in_view", None), getattr(page, "lead", None)
            blind = getattr(page, "taking", None) is not None  # somebody counts
            notice.show_facts(self._watch.facts, self._bridge.now, incident_in_view=seen, lead=lead, blind=blind)

    def _new_notice(self) -> NoticePlace:
        return NoticePlace(self._bridge, self._restart, self._acts.answer)

    def _settle_sidebar(self) -> None:
        page = self._pages.current
        self._sidebar.setVisible(self._pages.key != START)
        working = bool(getattr(page, "working", False))
        self._sidebar.set_rail(rail=self._rails.narrow(self._text_width(), working=working))

    def _text_width(self) -> float:
        """How much text fits: larger text makes a window narrow."""
        return self.width() / self._theme.text_scale

    def _found(self, typed: str) -> "list[Find]":
        from app.ui.shell.palette import found_anything, found_in_stock

        stock = found_in_stock(self._bridge.db, typed, self.show_page, now=self._bridge.now)
        pages = [place.key for place in self._places]
        return [*found_anything(typed, *self._menus.commands(), pages, stock), *self._help.finds(typed)]
