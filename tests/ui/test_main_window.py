"""The whole window, driven by keyboard: pages, menus, bars, undo, faults, sizes, and what it remembers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import counting
from app.core.changes import Changes
from app.core.count_kinds import CountKind
from app.core.counting import Tolerance
from app.core.text import N_
from app.errors import StoreError
from app.store import catalog, count_open, settings, shops
from app.store.database import transaction
from app.ui.help.window import HelpWindow
from app.ui.main_window import SMALLEST, MainWindow
from app.ui.page import Command, Page
from app.ui.shell.fault import FaultBar
from app.ui.shell.header import PageHeader
from app.ui.shell.places import START, places
from app.ui.shell.sheets import Sheet
from app.ui.theme import Scheme
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.focus import FocusRing
from app.ui.widgets.key_hint import keys_of
from app.ui.widgets.table import Column, Density, TableView, table_view
from tests.life import NOW
from tests.ui.pseudo import spoken_pseudo, untranslated
from tests.ui.shell.checks import cut, nameless, outside, unreachable
from tests.ui.shell.world import worlds

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Fake(Page):
    """Stands where the pages of others are: notes what it is told."""

    def __init__(self, around, key):
        super().__init__(around.bridge, around.theme)
        self.key = key
        self.heard, self.opened, self.ran, self.views = [], [], [], 0
        self.list, self.detail = QLineEdit(), QLineEdit()
        self.list.setAccessibleName("list")
        self.detail.setAccessibleName("detail")
        self.table: TableView = table_view("table", (Column(60),))
        self.splitter = QSplitter()
        for widget in (self.list, self.detail):
            holder = QWidget()
            QVBoxLayout(holder).addWidget(widget)
            self.splitter.addWidget(holder)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(key))
        column.addWidget(self.splitter)
        column.addWidget(self.table)

    def commands(self):
        def run():
            self.ran.append("do")

        return [Command(key=f"do_{self.key}", menu="stock", text=f"Do {self.key}", run=run, shortcut="Ctrl+E")]

    def open(self, what):
        self.opened.append(what)

    def on_changed(self, changes):
        self.heard.append(changes)

    def shown(self):
        self.views += 1
        self.list.setFocus()


def faked():
    def stand_in(place):
        if place.key not in ("inventory", "channels"):
            return place
        return replace(place, make=lambda around: Fake(around, place.key))

    return tuple(stand_in(place) for place in places())


@pytest.fixture
def make_world(tmp_path):
    with worlds(tmp_path) as make:
        yield make


@pytest.fixture
def world(make_world):
    return make_world()


@pytest.fixture
def make_window(theme, qtbot):
    def make(world, size=(1440, 900), **options):
        window = MainWindow(world.bridge, theme, pages=options.pop("pages", faked()), **options)
        qtbot.addWidget(window)
        if size:
            window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window._announcer.heard = []
        window._announcer._say = lambda _w, words, pressing: window._announcer.heard.append((words, pressing))
        return window

    return make


@pytest.fixture
def busy(world):
    """A shop, a product, an oversell."""
    world.oversold()
    world.product("PLT", 5, "Shoal dinner plate 22 cm")
    return world


@pytest.fixture
def window(make_window, busy):
    return make_window(busy)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def bar(window):
    shown = window._pages.notice.bar()
    return shown.sentence() if shown else None


# Pages


def test_the_first_page_is_the_inventory(window):
    assert window._pages.key == "inventory"
    assert window.page().views == 1
    assert window._sidebar.item("inventory").isChecked()


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_3, "count"),
        (Qt.Key.Key_4, "incidents"),
        (Qt.Key.Key_5, "channels"),
        (Qt.Key.Key_6, "planning"),
        (Qt.Key.Key_7, "ledger"),
        (Qt.Key.Key_Comma, "settings"),
        (Qt.Key.Key_2, "inventory"),
    ],
)
def test_pages_by_keyboard(window, qtbot, key, page):
    press(qtbot, window, key, CTRL)
    assert window._pages.key == page
    assert window._sidebar.item(page).isChecked()


def test_pages_by_mouse(window, qtbot):
    qtbot.mouseClick(window._sidebar.item("channels"), Qt.MouseButton.LeftButton)
    assert window._pages.key == "channels"


def test_pages_are_built_when_first_shown(window):
    assert [page.key for page in window._pages.built()] == ["inventory"]
    window.show_page("channels", 3)
    assert [page.key for page in window._pages.built()] == ["inventory", "channels"]
    assert window.page().opened == [3]


def test_a_page_leads_to_another(window):
    window.page().go.emit("incidents", 1)
    assert window.page().incident_in_view == 1


def test_todays_bar_is_its_own_and_leads_on(make_window, busy):
    window = make_window(busy, pages=places())
    window.show_page("today")
    assert "oversold" not in (bar(window) or "")
    with transaction(busy.db):
        busy.db.execute("update listing set broken_at = null")
        busy.db.execute("update incident set closed_at = opened_at")
        settings.put(busy.db, settings.FLOOR, 9, product=catalog.product_id(busy.db, "PLT"), now=NOW)
        busy.db.execute("update stock_level set on_hand = 20 where on_hand < committed")
    window._on_changed(Changes(incidents=frozenset({1}), skus=frozenset({"PLT", "MUG"})))
    window.page().shown()
    assert bar(window) == "1 product is under its floor."
    window._pages.notice.bar().action.click()
    assert window.page().key == "inventory"
    assert window.page().list.question.filters == {"floor"}


def test_a_page_asked_for_once_more_goes_back_to_where_it_begins(window, qtbot):
    window.show_page("incidents", 1)
    window.show_page("inventory")
    window.show_page("incidents")
    assert window.page().incident_in_view == 1
    press(qtbot, window, Qt.Key.Key_4, CTRL)
    assert window.page().incident_in_view is None


def test_the_pages_commands_are_in_the_menus_while_it_is_shown(window, qtbot):
    inventory = window.page()
    press(qtbot, window, Qt.Key.Key_E, CTRL)
    assert inventory.ran == ["do"]
    window.show_page("channels")
    press(qtbot, window, Qt.Key.Key_E, CTRL)
    assert inventory.ran == ["do"]
    assert window.page().ran == ["do"]


# News


def test_the_page_in_view_hears_news_at_once_the_others_when_they_are_shown(window, busy, qtbot):
    inventory = window.page()
    window.show_page("channels")
    channels = window.page()
    busy.bridge.changed.emit(Changes(skus=frozenset({"A"})))
    assert channels.heard == [Changes(skus=frozenset({"A"}))]
    assert inventory.heard == []
    busy.bridge.changed.emit(Changes(skus=frozenset({"B"})))
    qtbot.waitUntil(lambda: len(channels.heard) == 2)
    window.show_page("inventory")
    assert inventory.heard == [Changes(skus=frozenset({"A", "B"}))]
    window.show_page("channels")
    assert len(channels.heard) == 2


def test_a_storm_of_news_is_gathered(window, busy, qtbot):
    page = window.page()
    for number in range(500):
        busy.bridge.changed.emit(Changes(skus=frozenset({str(number)})))
    qtbot.waitUntil(lambda: sum(len(changes.skus) for changes in page.heard) == 500)
    assert 2 <= len(page.heard) <= 4


def test_the_frame_follows(window, busy, qtbot):
    assert window._sidebar._holds.text() == "2 SKUs, 1 channel"
    assert window._sidebar.item("incidents").note() == "1 open"
    busy.product("BWL", 4)
    shop = busy.shop("Shopify", channel="shopify")
    busy.bridge.changed.emit(Changes(catalog=True, shops=frozenset({shop.id})))
    assert window._sidebar._holds.text() == "3 SKUs, 2 channels"
    assert window._status.state_words() == "Live: stock is sent to 2 channels"


def test_ages_grow_and_a_late_channel_shows(window, busy):
    busy.now = NOW + timedelta(minutes=6)
    window._on_aged()
    assert window._sidebar.behind().lines()[0].words() == "6 min"
    assert window._sidebar.item("channels").note() == "1"


def test_a_new_backup_is_noticed(make_window, busy, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    window = make_window(busy, backups=folder)
    assert window._status.backup_words() == ""
    (folder / "plimsoll-20260514-130000.db").touch()
    window._watch.look_for_backup()
    assert window._status.backup_words().startswith("Backup ")


# Announcements


def test_a_new_incident_is_announced(window, busy, qtbot):
    shop = shops.shops(busy.db)[0]
    busy.listed(shop, "PLT")
    busy.bridge.changed.emit(busy.sell(shop, "77", 6, "PLT", at=9))
    assert window._announcer.heard == [("New incident: Shoal dinner plate 22 cm is oversold by 1.", True)]


def test_that_the_sellers_own_change_is_confirmed_is_announced(window, busy, qtbot):
    window.page().undoable.emit("Floor set from 5 to 7", lambda: None)
    assert window._announcer.heard == [("Floor set from 5 to 7", False)]
    window._announcer._timer.stop()
    busy.db.execute("update push set state = 'acknowledged', due_at = null")
    busy.bridge.changed.emit(Changes(shops=frozenset({1})))
    assert window._announcer.heard[1:] == [("Every channel has confirmed its number.", False)]


# Bars


def test_the_most_serious_bar_and_what_its_button_does(window, busy, qtbot):
    assert bar(window) == "Speckled mug 350 ml is oversold by 3."
    button = window._pages.notice.bar().action
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.page().incident_in_view == 1
    assert bar(window).startswith("Etsy sold more of 1 product")  # of the oversell the page itself tells


def test_signing_in_comes_first(window, busy, qtbot):
    busy.trouble(shops.shops(busy.db)[0], "signed_out")
    busy.bridge.changed.emit(Changes(shops=frozenset({1})))
    assert bar(window) == "Etsy needs you to sign in. It gets no updates."
    window._pages.notice.bar().action.click()
    assert (window._pages.key, window.page().opened) == ("channels", [1])


def test_offline_and_try_now(window, busy):
    second = busy.shop("Shopify", channel="shopify")
    for shop in (shops.shops(busy.db)[0], second):
        busy.trouble(shop, "unavailable")
    busy.bridge.changed.emit(Changes(shops=frozenset({1, 2})))
    assert bar(window) == "You are offline. 1 update waits here."
    assert window._status.state_words() == "Offline: 1 update waits"
    window._pages.notice.bar().action.click()
    assert busy.names() == ["wake"]


def test_every_page_has_its_bar(window, busy):
    for key in ("inventory", "channels", "settings", "incidents"):
        window.show_page(key)
        assert bar(window) == "Speckled mug 350 ml is oversold by 3."
        assert window._pages.notice.bar().isVisible()


def test_the_bar_stands_under_the_title_where_the_page_has_a_place(window):
    window.show_page("incidents")
    page = window.page()
    shown = window._pages.notice.bar()
    QApplication.processEvents()
    assert shown.mapTo(page, QPoint(0, 0)).y() >= page.header.geometry().bottom()


def test_sidebar_and_channels_say_the_same_of_how_far_a_shop_is_behind(make_window, make_world, qtbot):
    world = make_world()
    shop = world.shop()
    world.shop("Etsy", channel="etsy", live=False)
    window = make_window(world, pages=places())
    window.show_page("channels")
    table = window.page().overview.table.shops
    assert [line.words() for line in window._sidebar.behind().lines()] == ["0 s", "–"]
    assert [table.index(row, 1).data() for row in (0, 1)] == ["0 s", "–"]
    world.product()
    world.listed(shop, shows=3)
    world.bridge.changed.emit(Changes(shops=frozenset({shop.id}), catalog=True))
    world.now = NOW + timedelta(minutes=6)
    window._on_aged()
    assert window._sidebar.behind().lines()[0].words() == "6 min"
    qtbot.waitUntil(lambda: table.index(0, 1).data() == "6 min")


def test_the_bar_stands_equally_far_under_every_title(make_window, busy):
    window = make_window(busy, pages=places())
    below = {}
    for key in ("inventory", "incidents", "channels", "settings", "ledger"):
        window.show_page(key)
        QApplication.processEvents()
        header = next(one for one in window.page().findChildren(PageHeader) if one.isVisible())
        bottom = header.mapTo(window, QPoint(0, header.height())).y()
        below[key] = window._pages.notice.bar().mapTo(window, QPoint(0, 0)).y() - bottom
        assert type(header) is PageHeader, "no line between title and bar"
    assert len(set(below.values())) == 1, below


def test_on_the_first_starts_page_the_bar_keeps_off_the_menus(make_window, busy):
    window = make_window(busy)
    window.show_page(START)
    QApplication.processEvents()
    assert window._pages.notice.bar().mapTo(window._pages, QPoint(0, 0)).y() >= 8


def test_the_bar_stays_the_same_while_it_says_the_same(window, busy):
    before = window._pages.notice.bar()
    busy.bridge.changed.emit(Changes(shops=frozenset({1})))
    window._on_aged()
    assert window._pages.notice.bar() is before


def test_the_keyboard_stays_on_the_bars_button_while_its_numbers_change(window, busy):
    shop = shops.shops(busy.db)[0]
    busy.trouble(shop, "unavailable")
    busy.bridge.changed.emit(Changes(shops=frozenset({1})))
    assert bar(window) == "Etsy does not answer. 1 update waits here."
    button = window._pages.notice.bar().action
    button.setFocus()
    busy.listed(shop, "PLT", shows=9)
    window._watch.on_changed(Changes(shops=frozenset({1})))
    assert bar(window) == "Etsy does not answer. 2 updates wait here."
    assert button.hasFocus()


def test_the_bar_grows_with_the_text(window, theme):
    window.show_page("settings")
    window.show_page("incidents")
    theme.set_text_scale(1.5)
    window.show_page("settings")
    QApplication.processEvents()
    assert window._pages.notice.bar()._sentence.font().pixelSize() == 20


def test_another_computer_sends(make_window, busy, qtbot):
    busy.lends["sends_here"] = False
    window = make_window(busy)
    assert bar(window) == "Another computer sends for this inventory. Nothing is sent from here."
    window._pages.notice.bar().action.click()
    dialog = window.findChild(Dialog)
    qtbot.waitUntil(dialog.no.hasFocus)
    qtbot.keyClick(dialog.no, Qt.Key.Key_Return)
    assert "send_from_here" not in busy.names()
    window._pages.notice.bar().action.click()
    busy.lends["sends_here"] = True
    window.findChildren(Dialog)[-1].yes.click()
    assert "send_from_here" in busy.names()
    assert window._status.state_words() == "Live: stock is sent to 1 channel"


def test_the_sample_shop(make_window, make_world):
    world = make_world(sample=True)
    world.shop()
    with transaction(world.db):
        settings.put_fact(world.db, settings.NAME, "Kiln & Tide")
    window = make_window(world)
    assert bar(window) == "Sample shop. Nothing is sent to any channel."
    assert window._status.state_words() == "Sample shop: nothing is sent"
    assert window.windowTitle() == "Kiln & Tide – Plimsoll"
    window._pages.notice.bar().action.click()
    window._menus.action("leave_sample").trigger()
    assert world.names() == ["leave_sample", "leave_sample"]


def test_only_the_sample_shop_can_be_left(window):
    with pytest.raises(KeyError):
        window._menus.action("leave_sample")


# Undo and refusals


def test_undo_bar_and_ctrl_z(window, qtbot):
    back = []
    window.page().undoable.emit("Floor set from 5 to 7", lambda: back.append(5))
    assert window._foot.undo_bar.isVisible()
    window._sidebar.focus_current()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert back == [5]
    assert not window._foot.undo_bar.isVisible()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert back == [5]


def test_ctrl_z_in_a_field_takes_back_what_was_typed(window, qtbot):
    back = []
    window.page().undoable.emit("Done", lambda: back.append(1))
    qtbot.keyClicks(window.page().list, "abc")
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert window.page().list.text() == ""
    assert back == []


def test_undo_waits_on_another_page_too(window, qtbot):
    back = []
    window.page().undoable.emit("Done", lambda: back.append(1))
    window.show_page("settings")
    window._sidebar.focus_current()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert back == [1]


def test_a_refusal_is_said_under_the_page(window, busy):
    def refuse():
        raise StoreError(N_("The disk is full."), N_("Free some space."))

    assert busy.bridge.perform(refuse) is None
    assert window._foot.trouble().sentence() == "The disk is full. Free some space."


# Plimsoll's own fault


def test_a_fault_is_said_calmly_and_sending_restarts(window, busy, qtbot):
    busy.bridge.crashed.emit(RuntimeError("odd"))
    fault = window._pages.notice.fault()
    assert isinstance(fault, FaultBar)
    qtbot.waitUntil(fault.isVisible)
    assert bar(window) is None  # one at a time
    assert window._status.state_words() == "Stopped: nothing is sent until you restart sending"
    assert window._announcer.heard == [(fault.sentence.text(), True)]
    busy.bridge.crashed.emit(RuntimeError("again"))
    assert window._pages.notice.fault() is fault
    fault.restart.click()
    qtbot.waitUntil(lambda: window._pages.notice.fault() is None)
    assert "restart_sending" in busy.names()
    assert window._status.state_words() == "Live: stock is sent to 1 channel"
    assert bar(window) is not None


def test_a_fault_is_said_on_every_page(window, busy):
    busy.bridge.crashed.emit(RuntimeError("odd"))
    window.show_page("settings")
    assert window._pages.notice.fault() is not None
    assert not [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Dialog) and widget.isVisible()
    ]


# Menus and keys


def test_every_command_of_the_window_is_in_a_menu(window):
    for command in window._own:
        action = window._menus.action(command.key)
        assert action.text()
        assert action.parent() is not None
    keys = [str(command.shortcut) for command in window._own if command.shortcut]
    assert len(keys) == len(set(keys))


def test_ctrl_k_finds_a_product(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert window._field.hasFocus()
    qtbot.keyClicks(window._field, "shoal")
    qtbot.keyClick(window._field, Qt.Key.Key_Return)
    assert (window._pages.key, window.page().opened) == ("inventory", ["PLT"])


def test_ctrl_k_does_anything(window, qtbot, theme):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window._field, "theme dark")
    qtbot.keyClick(window._field, Qt.Key.Key_Return)
    assert theme.dark


def test_the_list_lies_over_the_page(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    found = window._field.list
    assert found.isVisible()
    assert window.rect().contains(found.geometry())
    assert window.childAt(found.geometry().center()) is not None
    assert found.isAncestorOf(window.childAt(found.geometry().center()))


def test_alt_i_opens_the_incident(window, qtbot):
    press(qtbot, window, Qt.Key.Key_I, ALT)
    assert window.page().incident_in_view == 1


def test_alt_i_with_several_shows_the_list(window, busy, qtbot):
    shop = shops.shops(busy.db)[0]
    busy.listed(shop, "PLT")
    busy.bridge.changed.emit(busy.sell(shop, "77", 6, "PLT", at=9))
    window.show_page("incidents", 1)
    press(qtbot, window, Qt.Key.Key_I, ALT)
    assert (window._pages.key, window.page().incident_in_view) == ("incidents", None)
    window.page().show_incident(1)
    window.show_page("settings")
    assert bar(window) == "2 products are oversold."
    window._pages.notice.bar().action.click()
    assert (window._pages.key, window.page().incident_in_view) == ("incidents", None)


def test_f5_compares(window, busy, qtbot):
    press(qtbot, window, Qt.Key.Key_F5)
    assert busy.asked[0] == ("compare", None)


def test_nothing_to_compare_with(make_window, world, qtbot):
    world.product()
    window = make_window(world)
    press(qtbot, window, Qt.Key.Key_F5)
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    assert world.names() == []
    assert window.findChild(Dialog) is None


def test_pause_all_asks_first(window, busy, qtbot):
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    dialog = window.findChild(Dialog)
    assert dialog.windowTitle() == "Pause all channels?"
    assert dialog.accessibleDescription().startswith("1 channel keeps its present numbers and goes on selling.")
    qtbot.waitUntil(dialog.no.hasFocus)
    qtbot.keyClick(dialog.no, Qt.Key.Key_Escape)
    assert busy.names() == []
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    window.findChildren(Dialog)[-1].yes.click()
    assert busy.asked[0] == ("set_mode", 1, "paused")
    assert window._status.state_words() == "Paused: nothing is sent"


def test_a_refused_pause_is_said(window, busy, qtbot, monkeypatch):
    def refuse(_shop, _mode):
        raise StoreError(N_("The disk is full."), N_("Nothing was changed."))

    monkeypatch.setattr(busy, "_set_mode", refuse)
    object.__setattr__(busy.bridge.lent, "set_mode", refuse)
    window._acts._pause([1])
    assert window._foot.trouble().sentence().startswith("The disk is full.")


def test_connect_a_channel_from_anywhere(window):
    window._menus.action("connect").trigger()
    assert (window._pages.key, window.page().opened) == ("channels", ["connect"])


def test_back_up_now_shows_its_result_in_settings(window, busy, qtbot):
    window._menus.action("back_up").trigger()
    assert window._pages.key == "settings"
    qtbot.waitUntil(window.page().keeping.back_up.button.isEnabled)
    assert busy.names() == ["back_up"]


def test_f6_goes_round(window, qtbot):
    page = window.page()
    assert page.list.hasFocus()
    press(qtbot, window, Qt.Key.Key_F6)
    assert page.detail.hasFocus()
    press(qtbot, window, Qt.Key.Key_F6)
    assert window._sidebar.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, Qt.Key.Key_F6, SHIFT)
    assert page.detail.hasFocus()


def help_text(window):
    return window._help._shown.reader.toPlainText()


def test_f1_helps_with_the_page_in_view_and_lists_its_keys(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F1)
    assert help_text(window).startswith("Inventory\n")
    assert "Do inventory" in help_text(window)
    window._help._shown.close()
    window.show_page("settings")
    press(qtbot, window, Qt.Key.Key_F1)
    assert help_text(window).startswith("Settings\n")


def test_f1_in_the_command_field_tells_of_it(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    press(qtbot, window, Qt.Key.Key_F1)
    assert help_text(window).startswith("Find or do anything\n")


def test_f1_in_a_dialog_opens_a_window_beside_it(window, qtbot):
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    dialog = window.findChild(Dialog)
    qtbot.waitUntil(dialog.no.hasFocus)
    qtbot.keyClick(dialog.no, Qt.Key.Key_F1)
    beside = dialog.findChild(HelpWindow)
    assert beside.isVisible()
    assert beside.isEnabled()
    assert dialog.isVisible()


def test_the_keyboard_map_is_made_of_every_command_with_a_key(window, qtbot):
    window._menus.action("keys").trigger()
    qtbot.waitUntil(lambda: len(window._pages.built()) == len(window._pages.listed()))
    pages = [command for page in window._pages.built() for command in page.commands()]
    for command in (*window._own, *pages):
        keys = keys_of(QKeySequence(command.shortcut)) if command.shortcut else ""
        assert not keys or keys in help_text(window).replace("\xa0", " "), command.text
    assert "In tables" in help_text(window)


def test_ctrl_k_finds_a_topic_of_the_help(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window._field, "stall day")
    qtbot.keyClick(window._field, Qt.Key.Key_Return)
    assert help_text(window).startswith("Stall day\n")


def test_about_names_licences(window):
    window._menus.action("about").trigger()
    words = " ".join(label.text() for label in window.findChild(Sheet).findChildren(QLabel))
    for wanted in ("Inter", "OFL-1.1", "LGPL-3.0", "MIT", "SIL OPEN FONT LICENSE", "Version "):
        assert wanted in words


# The first start


def test_an_empty_inventory_begins_with_the_cards(make_window, world, qtbot):
    window = make_window(world)
    assert window._pages.key == START
    assert not window._sidebar.isVisible()
    assert window._status.state_words() == "No channel connected"
    assert window._status.saved_words() == "Nothing is sent"
    press(qtbot, window, Qt.Key.Key_1)
    assert world.names() == ["open_sample"]
    press(qtbot, window, Qt.Key.Key_2)
    assert (window._pages.key, window.page().opened) == ("channels", ["connect"])
    assert window._sidebar.isVisible()


@pytest.mark.parametrize("key", ["inventory", "incidents"])
def test_pages_with_nothing_to_show_show_the_cards(make_window, world, key):
    window = make_window(world)
    window.show_page("settings")
    assert window._pages.key == "settings"
    window.show_page(key)
    assert window._pages.key == START


def test_the_first_shop_ends_the_first_start(make_window, world):
    window = make_window(world)
    shop = world.shop()
    world.bridge.changed.emit(Changes(shops=frozenset({shop.id}), catalog=True))
    assert window._pages.key == "inventory"
    assert window._sidebar.isVisible()


def test_the_cards_that_were_asked_for_stay_when_something_is_sold(window, busy):
    window.show_page(START)
    busy.product("TIL", 5, "Sea glaze tile")
    busy.bridge.changed.emit(Changes(shops=frozenset({1}), catalog=True))
    assert window._pages.key == START


def test_digits_typed_into_the_command_field_are_digits(make_window, world, qtbot):
    window = make_window(world)
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window._field, "12")
    assert window._field.text() == "12"
    assert world.names() == []


# Sizes


@pytest.mark.parametrize(
    ("width", "scale", "rail"), [(1440, 1.0, False), (1360, 1.0, False), (1359, 1.0, True), (1280, 1.0, True),
                                 (1024, 1.0, True), (1440, 1.15, True), (1800, 1.3, False)]
)  # fmt: skip
def test_the_sidebar_follows_the_width(make_window, busy, theme, width, scale, rail):
    theme.set_text_scale(scale)
    window = make_window(busy, (width, 800))
    assert window._sidebar.rail is rail


def test_the_sidebar_by_keyboard(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Backslash, CTRL)
    assert window._sidebar.rail
    press(qtbot, window, Qt.Key.Key_Backslash, CTRL)
    assert not window._sidebar.rail


def test_an_incident_is_a_place_to_work(window):
    window.show_page("incidents")
    assert not window._sidebar.rail
    window.page().show_incident(1)
    assert window._sidebar.rail
    window.page().show_list()
    assert not window._sidebar.rail


def test_it_has_a_least_size_that_its_screen_has_room_for(window):
    window.resize(300, 200)
    assert window.size() == SMALLEST.boundedTo(window.screen().availableSize())


def test_on_a_screen_too_small_for_it_everything_can_be_scrolled_to(window, qtbot):
    room = window.centralWidget()
    window.resize(1024, 680)
    QApplication.processEvents()
    assert (room.horizontalScrollBar().maximum(), room.verticalScrollBar().maximum()) == (0, 0)
    window.setMinimumSize(0, 0)
    window.resize(640, 400)  # 1280x800 at 200 %
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("settings")
    for widget in window.page().findChildren(QAbstractButton)[-3:]:
        if widget.isVisible() and widget.isEnabled():
            widget.setFocus()
            QApplication.processEvents()
            assert not widget.visibleRegion().isEmpty(), "what has the keyboard is seen"
    corner = room.widget().rect().bottomRight()
    room.ensureVisible(corner.x(), corner.y())
    assert room.viewport().rect().contains(room.widget().mapTo(room.viewport(), corner))


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (1024, 680)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_or_outside(make_window, busy, theme, size, scale):
    busy.shop("The Extraordinarily Long Named Shop of Kiln & Tide", channel="shopify", letter="S")
    theme.set_text_scale(scale)
    window = make_window(busy, size)
    for key in ("inventory", "incidents", "settings", "today", "ledger"):
        window.show_page(key)
        QApplication.processEvents()
        assert cut(window) == []
        assert outside(window) == []
        bars = window.centralWidget().verticalScrollBar(), window.centralWidget().horizontalScrollBar()
        assert [bar.maximum() for bar in bars] == [0, 0]
        assert (window.width(), window.height()) == size


def test_the_command_field_grows_with_the_text(window, theme):
    theme.set_text_scale(1.5)
    QApplication.processEvents()
    corner = window._beside_menus
    assert corner.width() >= window._field.width() == 339
    assert corner.geometry().right() < window.width()


# What it remembers


def test_what_is_remembered(make_window, busy, tmp_path, theme, qtbot):
    config = tmp_path / "config"
    config.mkdir()
    first = make_window(busy, (800, 700), config=config)  # the test's screen is small
    first.page().splitter.setSizes([700, 300])
    widths = first.page().splitter.sizes()
    first.toggle_sidebar()
    first._look.set_density(Density.COMPACT)
    first.show_page("settings")
    first.close()
    again = make_window(busy, None, config=config)
    assert again._pages.key == "settings"
    assert (again.width(), again.height()) == (800, 700)
    assert not again._sidebar.rail
    again.show_page("inventory")
    assert again.page().table._density is Density.COMPACT
    QApplication.processEvents()
    shares = [round(one / sum(again.page().splitter.sizes()), 1) for one in again.page().splitter.sizes()]
    assert shares == [round(one / sum(widths), 1) for one in widths]


def test_a_page_that_is_no_more_is_forgotten(make_window, busy, tmp_path):
    (tmp_path / "window.ini").write_text("[window]\npage=dashboard\nframe=rubbish\n")
    window = make_window(busy, None, config=tmp_path)
    assert window._pages.key == "inventory"
    assert window.width() >= window.minimumWidth()


def test_row_height_reaches_pages_that_are_built_and_those_to_come(window):
    table = window.page().table
    window._look.set_density(Density.COMFORTABLE)
    assert table._density is Density.COMFORTABLE
    window.show_page("channels")
    assert window.page().table._density is Density.COMFORTABLE


# Closing


def test_quitting_hides_first_and_tells_once(make_window, busy):
    calls = []
    window = make_window(busy, closing=lambda: calls.append(window.isVisible()))
    window.quit()
    window.quit()
    assert calls == [False]


def test_closing_asks_where_something_is_sent(make_window, busy):
    calls = []
    window = make_window(busy, closing=lambda: calls.append(1))
    window.close()
    assert (calls, window.isVisible()) == ([], True)
    window._closer.dialog.accept()
    assert calls == [1]


def test_quit_closes(make_window, busy, qtbot):
    calls = []
    window = make_window(busy, closing=lambda: calls.append(1))
    press(qtbot, window, Qt.Key.Key_Q, CTRL)
    assert calls == [1]
    assert not window.isVisible()


# What every window must keep


def test_every_control_has_a_name_and_is_reached_by_keyboard(make_window, busy):
    window = make_window(busy)
    for key in ("inventory", "incidents", "settings", "today", "ledger"):
        window.show_page(key)
        assert nameless(window) == []
        assert unreachable(window) == []


def test_the_focus_order_begins_with_the_sidebar(window, qtbot):
    window._sidebar.focus_current()
    for _ in range(8):
        press(qtbot, window, Qt.Key.Key_Tab)
        if window.page().isAncestorOf(QApplication.focusWidget()):
            break
    assert window.page().isAncestorOf(QApplication.focusWidget())


def test_every_page_can_be_built_and_no_two_commands_share_a_key(make_window, busy):
    window = make_window(busy, pages=places())
    for key in ("inventory", "incidents", "channels", "settings", "today", "ledger"):
        window.show_page(key)
        assert window._pages.key == key
        actions = [action for menu in window._menus._menus.values() for action in menu.actions() if action.isVisible()]
        keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]
        assert sorted(keys) == sorted(set(keys)), key
    for place, here in (  # Today opens the very place that it speaks of
        (("inventory", frozenset({"floor"})), lambda page: page.list.question.filters == {"floor"}),
        (("channels", ("log", 1)), lambda page: page.overview.detail.tab() == "log"),
        (("incidents", (1, 2)), lambda page: (page.incident_in_view, int(page.work.step)) == (1, 2)),
        (("count", CountKind.ROLLING), lambda page: page.start.kinds.current().kind is CountKind.ROLLING),
    ):
        window.show_page("today")
        window.page().go.emit(*place)
        assert here(window.page()), place


def test_there_is_one_focus_ring(make_window, busy, make_world, qapp):
    make_window(busy)
    make_window(make_world())
    assert len(qapp.findChildren(FocusRing)) == 1


def test_every_word_of_the_frame_is_translated(theme, qtbot, qapp, make_world):
    world = make_world(sample=True)
    world.oversold(3, title="Mug")
    world.stall()
    own = {"MUG", "Mug", "Etsy", "E", "Stall", "M", "Ctrl K", "Ctrl Z", "Esc", "Plimsoll", "list", "detail", "table"}
    with spoken_pseudo(qapp):
        window = MainWindow(world.bridge, theme, pages=faked())
        qtbot.addWidget(window)
        theirs = window.page().findChildren(QWidget)
        for widget in theirs:
            widget.setAccessibleName("list")
            if isinstance(widget, QLabel):
                widget.setText("list")
        window._foot.offer_undo("⟦Done⟧", lambda: None)
        missed = untranslated(window, ignoring=own | {"Do inventory", "60"})
    assert missed == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_change_of_theme_reaches_everything_at_once(window, theme, scheme):
    window.show_page("settings")
    theme.set_scheme(scheme)
    image = window.grab().toImage()
    assert image.pixelColor(4, 500) == theme.colour("bg_sidebar")
    assert image.pixelColor(1200, 870) == theme.colour("bg_surface")
    assert image.pixelColor(700, 8) == theme.colour("bg_sidebar")
    assert image.pixelColor(700, 890) == theme.colour("bg_sidebar")


def test_holder_is_a_window(window):
    """A page without a place of its own still shows the bar, above itself."""
    holder = window._pages.currentWidget()
    assert isinstance(holder.layout(), QVBoxLayout | QHBoxLayout)
    assert holder.isAncestorOf(window._pages.notice)


def test_a_count_that_ended_with_the_program_is_asked_about_at_start(make_window, busy, qtbot):
    number, _ = counting.begin(
        busy.db, name="Weekly top 20", kind="top", products=[1], tolerance=Tolerance(), now=busy.now
    )
    count_open.take_in_hand(busy.db, number)
    window = make_window(busy)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Dialog)), timeout=5000)
    dialog = next(one for one in window.findChildren(Dialog) if one.isVisible())
    assert dialog.accessibleName() == "Go on with “Weekly top 20”?"
    dialog.yes.click()
    assert (window.page().key, window.page().taking.session.id) == ("count", number)
