"""Closing the window ends Plimsoll or leaves it running: asked once where there is a tray, each time elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.computer import Closing
from app.ui.shell import closing
from app.ui.shell.closing import Closer, Deed, choose, chosen, deed
from app.ui.shell.memory import Memory


@pytest.mark.parametrize(
    ("leaving", "sends", "tray", "choice", "what"),
    [
        (True, True, True, Closing.TRAY, Deed.END),
        (False, False, True, Closing.TRAY, Deed.END),
        (False, True, True, Closing.ASK, Deed.ASK),
        (False, True, True, Closing.TRAY, Deed.HIDE),
        (False, True, True, Closing.END, Deed.END),
        (False, True, False, Closing.TRAY, Deed.ASK),
        (False, True, False, Closing.END, Deed.ASK),
    ],
)
def test_what_closing_does(leaving, sends, tray, choice, what):
    assert deed(leaving=leaving, sends=sends, tray=tray, chosen=choice) is what


@pytest.fixture
def make_closer(world, theme, qtbot, monkeypatch):
    windows = []  # they outlive their dialogs

    def make(*, tray, live=True):
        world.shop(live=live)
        monkeypatch.setattr(closing, "has_tray", lambda: tray)
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        left = []
        return Closer(window, world.bridge, Memory(), lambda: left.append(1)), window, left

    return make


def test_with_a_tray_it_is_asked_once(make_closer, qtbot):
    closer, window, left = make_closer(tray=True)
    assert not closer.may_close()
    assert not closer.may_close(), "one question at a time"
    qtbot.mouseClick(closer.dialog.no, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert left == []
    assert chosen(closer._memory) is Closing.TRAY
    window.show()
    assert not closer.may_close()
    assert closer.dialog is None
    assert not window.isVisible()


def test_without_a_tray_nothing_is_remembered(make_closer, qtbot):
    closer, window, left = make_closer(tray=False)
    assert not closer.may_close()
    qtbot.keyClick(closer.dialog, Qt.Key.Key_Escape)
    assert window.isMinimized()
    assert left == []
    assert not closer.may_close()
    qtbot.mouseClick(closer.dialog.yes, Qt.MouseButton.LeftButton)
    assert left == [1]
    assert chosen(closer._memory) is Closing.ASK


def test_where_nothing_is_sent_nothing_is_asked(make_closer):
    closer, _window, _left = make_closer(tray=True, live=False)
    choose(closer._memory, Closing.TRAY)
    assert closer.may_close()
