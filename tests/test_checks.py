"""Checks on what the program stands on: the libraries that were measured, and the locks that bring them."""

import re
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")
WAL_RESET_FIXED = (3, 51, 3)  # older SQLite can lose committed pages when the write-ahead log is reset

Pins = set[tuple[str, str, str]]


def _text(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def _pin(requirement: str) -> tuple[str, str, str]:
    """Name, version and marker of an exact pin, spelt one way."""
    found = re.fullmatch(r"([\w.-]+)==([\w.]+)\s*(?:;\s*(.+))?", requirement.strip())
    assert found, f"not an exact pin: {requirement}"
    name, version, marker = found.groups()
    return re.sub(r"[-_.]+", "-", name).lower(), version, re.sub(r"\s+", " ", (marker or "").replace('"', "'"))


def _asked(name: str) -> Pins:
    lines = [line.split(" #")[0].strip() for line in _text(name).splitlines()]
    return {_pin(line) for line in lines if line and not line.startswith(("#", "-r "))}


def _locked(name: str) -> dict[tuple[str, str, str], list[str]]:
    """Every pin of a lock file and its hashes."""
    logical = _text(name).replace("\\\n", " ").splitlines()
    pins = {}
    for line in logical:
        if line.strip() and not line.lstrip().startswith("#"):
            requirement, *hashes = line.split("--hash=")
            pins[_pin(requirement)] = [one.strip() for one in hashes]
    return pins


def _versions(pins: Pins) -> set[tuple[str, str]]:
    return {(name, version) for name, version, _ in pins}


def test_pyside_does_not_eat_singletons(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python before 3.12 takes a reference off None at each call of a void method, and off True at
    # each emit, until the process dies.
    from PySide6.QtCore import QObject, Signal
    from PySide6.QtWidgets import QWidget

    class Bell(QObject):
        rang = Signal()

    widget, bell = QWidget(), Bell()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(100):
        widget.update()
        bell.rang.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 50
    assert after[1] > before[1] - 50


@pytest.mark.skipif(find_spec("pysqlite3") is None, reason="no pysqlite3 for this system: Python's own SQLite is used")
def test_sqlite_has_the_fix_for_the_write_ahead_log() -> None:
    from app.store.sqlite import VERSION, sqlite3

    assert tuple(map(int, VERSION.split("."))) >= WAL_RESET_FIXED
    assert sqlite3.sqlite_version == VERSION
    assert "pysqlite3" in sqlite3.connect.__module__ or "pysqlite3" in sqlite3.__name__


def test_the_project_asks_for_what_packaging_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {_pin(requirement) for requirement in project["dependencies"]} == _asked("requirements.in")


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_hold_what_was_asked_for(lock: str) -> None:
    asked = _asked("requirements.in")
    if lock == "requirements-test.lock":
        assert "-r requirements.in" in _text("requirements-test.in").splitlines()
        asked |= _asked("requirements-test.in")
    assert _versions(asked) <= _versions(set(_locked(lock)))


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_has_its_hash(lock: str) -> None:
    pins = _locked(lock)
    assert len(pins) > 20
    for pin, hashes in pins.items():
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), pin


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_name_no_place_to_fetch_from(lock: str) -> None:
    assert not re.search(r"https?://|file:|--(index|extra-index|find-links|trusted)| @ |\.whl", _text(lock))


def test_tests_run_with_the_very_versions_that_sellers_get() -> None:
    names = {name for name, _, _ in _locked(LOCKS[0])}
    tested = {pin for pin in _versions(set(_locked(LOCKS[1]))) if pin[0] in names}
    assert tested == _versions(set(_locked(LOCKS[0])))


def test_the_bootstrap_knows_the_oldest_python() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = re.search(r"OLDEST = \((\d+), (\d+)\)", _text("run.py"))
    assert oldest
    assert f">={oldest[1]}.{oldest[2]}" in project["requires-python"]
