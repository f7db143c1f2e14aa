"""A second start asks the first one to come forward; only the one that has the same folder answers."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

from app.ui.one_instance import TOKEN, FirstOne, call_first_one, name_of


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_the_first_one_comes_forward(owner, qtbot, tmp_path):
    """The second start is a process of its own, as it is in life: its waiting would stop this one's loop."""
    heard = []
    first = FirstOne(tmp_path, heard.append, owner)
    assert first.listens
    code = "import sys; from pathlib import Path; from app.ui.one_instance import call_first_one;"
    code += "sys.exit(not call_first_one(Path(sys.argv[1])))"
    second = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], env={**os.environ, TOKEN: "token-7"})
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert heard == ["token-7"]


def test_nobody_answers_for_another_folder(owner, qtbot, tmp_path):
    FirstOne(tmp_path / "one", lambda _token: None, owner)
    assert not call_first_one(tmp_path / "other")


def test_what_a_killed_one_left_is_taken_over(owner, tmp_path):
    first = FirstOne(tmp_path, lambda _token: None, owner)
    again = FirstOne(tmp_path, lambda _token: None, owner)  # its socket's file is still there
    assert first.listens
    assert again.listens


def test_the_name_fits_every_system(tmp_path):
    deep = tmp_path / ("long" * 50)
    assert len(name_of(deep)) < 40
    assert name_of(deep) != name_of(tmp_path)
    assert name_of(tmp_path / "x" / "..") == name_of(tmp_path)
