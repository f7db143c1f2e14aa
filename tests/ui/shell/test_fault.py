"""Plimsoll's own fault: said calmly, with a report to read and to copy."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.log import for_report
from app.ui.application import install_excepthook
from app.ui.shell.fault import FaultBar
from app.ui.shell.report_sheet import ReportSheet
from tests.ui.shell.checks import nameless, unreachable


@pytest.fixture
def restarts():
    return []


@pytest.fixture
def bar(theme, qtbot, world, restarts):
    bar = FaultBar(world.bridge, lambda: restarts.append(1))
    qtbot.addWidget(bar)
    bar.resize(900, 60)
    bar.show()
    return bar


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_what_it_says(bar):
    assert bar.accessibleName() == ("Plimsoll made a mistake and stopped sending. Nothing in the ledger was lost.")


def test_restart(bar, qtbot, restarts):
    press(qtbot, bar.restart)
    assert restarts == [1]


def test_the_report_is_written_where_the_seller_says(bar, qtbot, tmp_path):
    bar.ask_where = lambda: str(tmp_path / "report.txt")
    press(qtbot, bar.save)
    assert not bar.save.isEnabled()
    qtbot.waitUntil(bar.save.isEnabled)
    assert (tmp_path / "report.txt").read_text() == "versions and the end of the log"
    assert str(tmp_path / "report.txt") in bar.sentence.text()


def test_nowhere_to_write_is_said(bar, qtbot, tmp_path, world):
    bar.ask_where = lambda: str(tmp_path / "no such folder" / "report.txt")
    with qtbot.waitSignal(world.bridge.trouble) as told:
        press(qtbot, bar.save)
    assert str(told.args[0].title) == "The report could not be written there."
    assert bar.save.isEnabled()


def test_no_place_chosen_writes_nothing(bar, qtbot, world):
    bar.ask_where = lambda: ""
    press(qtbot, bar.save)
    assert bar.save.isEnabled()
    assert "report" not in world.names()


def test_the_report_is_read_before_it_is_copied(bar, qtbot):
    press(qtbot, bar.see)
    sheet = bar.window().findChild(ReportSheet)
    qtbot.waitUntil(sheet.copy.isEnabled)
    assert sheet.text.toPlainText() == "versions and the end of the log"
    qtbot.waitUntil(sheet.copy.hasFocus)
    qtbot.keyClick(sheet.copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "versions and the end of the log"
    assert (nameless(sheet), unreachable(sheet)) == ([], [])


def test_a_report_names_neither_keys_nor_whose_computer_it_is(tmp_path):
    found = for_report(f"{tmp_path}/x.db ck_0123456789abcdef jo@example.org Bearer abcdefgh12345", tmp_path)
    assert found == "~/x.db … … …"
    assert for_report("/a/b", Path("/")) == "/a/b"


# The excepthook


@pytest.fixture
def hook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)

    def install(tell):
        install_excepthook(tell)
        return lambda error: sys.excepthook(type(error), error, error.__traceback__)

    return install


@pytest.mark.expects_log("a bug in the window")
def test_a_bug_is_logged_and_told(hook, caplog):
    told = []
    with caplog.at_level(logging.ERROR):
        hook(told.append)(ValueError("odd"))
    assert [str(error) for error in told] == ["odd"]
    assert "ValueError: odd" in caplog.text


@pytest.mark.expects_log("a bug in the window")
def test_it_reaches_the_window_through_the_bridge(hook, world, qtbot):
    with qtbot.waitSignal(world.bridge.crashed) as told:
        hook(world.bridge)(ValueError("odd"))
    assert str(told.args[0]) == "odd"


@pytest.mark.expects_log("could not be told")
@pytest.mark.expects_log("a bug in the window")
def test_a_bug_in_telling_a_bug_ends_there(hook):
    def tell(_error):
        raise RuntimeError("and another")

    hook(tell)(ValueError("odd"))


def test_ctrl_c_at_the_console_is_no_bug(hook, monkeypatch):
    told, passed = [], []
    monkeypatch.setattr(sys, "__excepthook__", lambda *arguments: passed.append(arguments[0]))
    hook(told.append)(KeyboardInterrupt())
    assert told == []
    assert passed == [KeyboardInterrupt]


@pytest.mark.expects_log("a bug in the window")
def test_a_bug_that_repeats_fills_no_log(hook, caplog):
    told = []
    crash = hook(told.append)

    def fail():
        raise ValueError("odd")

    for _ in range(100):
        try:
            fail()
        except ValueError as error:
            crash(error)
    assert len(told) == 100
    assert len(caplog.records) == 3
