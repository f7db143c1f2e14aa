"""What is shown when Plimsoll cannot open a window: a foreseen error, and a mistake of our own with its report."""

import logging
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from app import main
from app.core.text import N_
from app.errors import StoreError
from app.paths import OVERRIDE
from app.ui import start_error
from app.ui.widgets.button import Button
from tests.ui.shell.checks import cut, nameless

SECRET = "shpat_0123456789abcdef0123456789abcdef"
_BUG = """
import sys
import app.main, app.ui.start_error as shown
def broken():
    raise RuntimeError("no such thing")
app.main._take_hold = broken
shown.show_start_bug = lambda report, folder: print("SHOWN", "no such thing" in report, flush=True)
sys.exit(app.main.main(["--data", sys.argv[1]]))
"""


@pytest.fixture
def asked(theme, qtbot, monkeypatch, tmp_path):
    found, handlers = [], list(logging.getLogger().handlers)

    def look(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        found.append(dialog)
        return True

    monkeypatch.setattr(start_error.Dialog, "ask", look)
    monkeypatch.setenv(OVERRIDE, str(tmp_path))
    yield found
    logging.basicConfig(handlers=handlers, force=True)


def test_a_bug_before_the_window_is_said_with_its_report_to_copy_and_no_secret(asked, theme):
    with main._Starting() as starting:
        raise RuntimeError(f"a token {SECRET} of jo@example.org")
    assert starting.failed
    dialog = asked[0]
    assert dialog.windowTitle() == "Plimsoll made a mistake and could not start."
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "RuntimeError" in report
    assert SECRET not in report
    assert "jo@example.org" not in report
    copy = next(one for one in dialog.findChildren(Button) if one.label() == "Copy the report")
    copy.click()
    assert QGuiApplication.clipboard().text() == report
    assert nameless(dialog) == []
    assert cut(dialog) == []


def test_what_was_foreseen_says_what_to_do_and_a_wanted_end_says_nothing(asked):
    with main._Starting() as starting:
        raise StoreError(N_("Plimsoll is already open."), N_("Look for its window."))
    assert starting.failed
    assert asked[0].windowTitle() == "Plimsoll is already open."
    assert "Look for its window." in [label.text() for label in asked[0].findChildren(QLabel)]
    with pytest.raises(SystemExit), main._Starting():
        raise SystemExit(0)
    assert len(asked) == 1


def test_a_program_that_is_broken_at_its_start_ends_with_1_after_it_was_said(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", _BUG, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout.strip()) == (1, "SHOWN True")
