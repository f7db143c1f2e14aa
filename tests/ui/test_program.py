"""The running program with a real window: in the sample shop, out of it and thrown away, and closed."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.presence import Presence
from app.program import Folders, Program
from app.store.shops import BY_HAND
from app.ui.theme import Theme
from tests.life import add_product, add_shop, fresh


def lanes() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("lane ")]


def let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_files(folder: Path) -> list[str]:
    """Those of this process that lie in a folder."""
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.append(str(link.readlink()))
    return [name for name in found if name.startswith(f"{folder}/")]


@pytest.fixture
def ended() -> list[str]:
    return []


@pytest.fixture
def program(
    qapp: QCoreApplication,
    qtbot: QtBot,
    theme: Theme,
    tmp_path: Path,
    ended: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    """In the sample shop, which is a small one here: making the real one takes seconds. Its lanes run."""
    monkeypatch.setattr(qapp, "quit", lambda: ended.append("quit"))
    monkeypatch.setattr(Presence, "begin", lambda *_: None)  # signals and the tray live as long as the application
    for name in ("sample", "config"):
        (tmp_path / name).mkdir()
    db = fresh(tmp_path / "sample", "plimsoll.db")
    add_product(db, "MUG", 5)
    add_shop(db, BY_HAND, "Market stall", "M")
    db.close()
    program = Program(
        qapp, theme, Folders(tmp_path, tmp_path / "config", tmp_path / "plimsoll.log", "here"), customers=False
    )
    program.open_sample()
    qtbot.waitUntil(lambda: "lane housekeeping" in lanes(), timeout=20_000)
    yield program
    if not ended:
        assert program.window is not None
        program.window.close()
    assert program.window is not None
    program.window.deleteLater()
    let_go()
    assert program.bridge is not None
    program.bridge.close()


def test_closing_the_window_ends_the_sync_and_then_the_program(program: Program, ended: list[str]) -> None:
    assert program.window is not None
    assert not [name for name in lanes() if name.removeprefix("lane ").isdecimal()], "a stall has none"
    program.window.close()
    assert (lanes(), ended) == ([], ["quit"])


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux which files are open")
def test_the_sample_is_thrown_away_once_nothing_has_its_files_open(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a lane could make a file anew behind the deletion, and Windows would not delete at all."""
    sample, bridge = program.sample, program.bridge
    assert sample is not None
    assert bridge is not None
    still_open: list[list[str]] = []
    throw_away = sample.throw_away

    def look_and_throw() -> None:
        still_open.append(open_files(sample.folder))
        throw_away()

    monkeypatch.setattr(sample, "throw_away", look_and_throw)
    assert open_files(sample.folder)
    bridge.lent.throw_sample_away()
    qtbot.waitUntil(lambda: not sample.folder.exists(), timeout=20_000)
    assert still_open == [[]]
    assert program.sample is None
    assert (tmp_path / "plimsoll.db").exists(), "the seller's own is open instead"


def test_the_sample_is_opened_anew_only_when_the_old_one_is_gone(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample, bridge, asked = program.sample, program.bridge, threading.Event()
    assert sample is not None
    assert bridge is not None
    throw_away, steps = sample.throw_away, []

    def throw_late() -> None:
        asked.wait(20)
        throw_away()
        steps.append("thrown")

    monkeypatch.setattr(sample, "throw_away", throw_late)
    open_sample = program.open_sample
    monkeypatch.setattr(program, "open_sample", lambda: (steps.append("opened"), open_sample()))
    bridge.lent.throw_sample_away()
    qtbot.waitUntil(lambda: program.sample is None, timeout=20_000)
    assert program.bridge is not None
    program._change_to(program.open_sample)
    asked.set()
    qtbot.waitUntil(lambda: program.sample is not None, timeout=20_000)
    assert steps == ["thrown", "opened"]
    assert (sample.folder / "plimsoll.db").exists()
    qtbot.waitUntil(lambda: "lane housekeeping" in lanes(), timeout=20_000)
