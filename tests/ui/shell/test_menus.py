"""The menus: every command with its shortcut, the page's in place of the window's, and none that does nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.ui.page import Command
from app.ui.shell.menus import MENUS, Menus, WindowCommand, run


@pytest.fixture
def done():
    return []


@pytest.fixture
def window(theme, qtbot, done):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.able = True
    own = [
        WindowCommand(key="compare", menu="channels", text="Compare", run=lambda: done.append("own"), shortcut="F5"),
        WindowCommand(key="quit", menu="file", text="Quit", run=lambda: done.append("quit"), group=2),
        WindowCommand(key="back", menu="file", text="Back up R&D", run=lambda: done.append("back")),
        WindowCommand(
            key="pause", menu="channels", text="Pause", run=lambda: done.append("pause"), shortcut="Ctrl+P",
            enabled=lambda: window.able,
        ),
        WindowCommand(
            key="dark", menu="view", text="Dark", run=lambda: done.append("dark"), inside="Theme",
            checked=lambda: window.able,
        ),
    ]  # fmt: skip
    window.menus = Menus(window.menuBar(), own)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def texts(menu):
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def test_six_menus_in_order(window):
    assert [action.text() for action in window.menuBar().actions()] == [
        "&File", "&Edit", "&View", "&Stock", "&Channels", "&Help",
    ]  # fmt: skip
    assert len(MENUS) == 6


def test_an_ampersand_in_a_command_is_no_mnemonic(window):
    assert texts(window.menus.menu("file")) == ["Quit", "Back up R&&D"]


def test_letters_are_not_underlined_but_work(window):
    from PySide6.QtWidgets import QStyle

    bar = window.menuBar()
    assert bar.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, bar) == 0


def test_shortcuts_work(window, done, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert done == ["own"]


def test_a_command_that_cannot_be_used_does_nothing(window, done, qtbot):
    window.able = False
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    window.able = True
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pause"]


def test_it_is_grey_while_the_menu_is_open_and_its_shortcut_lives_again_after(window, done, qtbot):
    menu, action = window.menus.menu("channels"), window.menus.action("pause")
    window.able = False
    menu.aboutToShow.emit()
    assert not action.isEnabled()
    menu.aboutToHide.emit()
    window.able = True
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pause"]


def test_a_choice_shows_whether_it_is_on(window):
    theme_menu = window.menus.menu("view").actions()[0].menu()
    theme_menu.aboutToShow.emit()
    assert window.menus.action("dark").isChecked()
    window.able = False
    theme_menu.aboutToShow.emit()
    assert not window.menus.action("dark").isChecked()


def page_commands(done):
    return [
        Command(key="adjust", menu="stock", text="Adjust stock", run=lambda: done.append("adjust"), shortcut="Ctrl+E"),
        Command(key="compare", menu="channels", text="Compare here", run=lambda: done.append("page"), shortcut="F5"),
        Command(key="export", menu="file", text="Export", run=lambda: done.append("export")),
    ]


def test_the_pages_commands_come_and_go(window, done, qtbot):
    window.menus.set_page_commands(page_commands(done))
    assert texts(window.menus.menu("stock")) == ["Adjust stock"]
    assert texts(window.menus.menu("file")) == ["Quit", "Back up R&&D", "Export"]
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert done == ["adjust"]
    window.menus.set_page_commands([])
    assert texts(window.menus.menu("stock")) == []
    assert texts(window.menus.menu("file")) == ["Quit", "Back up R&&D"]
    assert not [action for action in window.menus.menu("file").actions() if action.isSeparator()][1:]
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert done == ["adjust"]


def test_a_page_may_take_the_place_of_a_command(window, done, qtbot):
    window.menus.set_page_commands(page_commands(done))
    assert texts(window.menus.menu("channels")) == ["Compare here", "Pause"]
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert done == ["page"]
    here, own = window.menus.commands()
    assert "Compare here" in [command.text for command in here]
    assert "Compare" not in [command.text for command in own]
    window.menus.set_page_commands([])
    assert texts(window.menus.menu("channels")) == ["Compare", "Pause"]
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert done == ["page", "own"]


def test_a_command_that_leads_to_another_page_survives_its_own_action(window, done, qtbot):
    window.menus.set_page_commands(
        [Command(key="go", menu="stock", text="Go", run=lambda: window.menus.set_page_commands([]), shortcut="Ctrl+G")]
    )
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert texts(window.menus.menu("stock")) == []


def test_run_asks_first(done):
    refused = Command(key="x", menu="file", text="X", run=lambda: done.append("x"), enabled=lambda: False)
    run(refused)
    assert done == []


def test_the_shortcut_stands_in_the_menu(window):
    assert window.menus.action("pause").shortcut() == QKeySequence("Ctrl+P")
