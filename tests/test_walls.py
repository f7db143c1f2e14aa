"""The program keeps to its walls, and every rule is shown a program that does not."""

from functools import cache
from pathlib import Path

import pytest

from tests import walls
from tests.walls import RULES, Rule

ROOT = Path(__file__).resolve().parents[1]


@cache
def _program() -> list[walls.Module]:
    files = (ROOT / "app").rglob("*.py")
    return walls.read({path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files})


def _broken(rule: Rule, sources: dict[str, str]) -> list[str]:
    return list(rule(walls.read(sources)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_to(rule: Rule) -> None:
    broken = list(rule(_program()))
    assert not broken, "\n".join(["", *broken])


def test_the_house_has_its_plan() -> None:
    plan = (ROOT / "app" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    parts = {module.part for module in _program()} - {"__init__", "__main__"}
    assert sorted(part for part in parts if part not in plan) == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library of that name"


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        (walls.known_parts, "app/adapters/etsy.py", ""),
        (walls.known_parts, "app/things.py", ""),
        (walls.walls, "app/core/stock.py", "from app.errors import StoreError"),
        (walls.walls, "app/core/stock.py", "import app.store.ledger"),
        (walls.walls, "app/errors.py", "from app.core.stock import Level"),
        (walls.walls, "app/paths.py", "from app import errors"),
        (walls.walls, "app/store/ledger.py", "from app.posting import post_order"),
        (walls.walls, "app/channels/woo.py", "from app.store import ledger"),
        (walls.walls, "app/channels/woo.py", "from ..store import ledger"),
        (walls.walls, "app/channels/__init__.py", "from ..store import ledger"),
        (walls.walls, "app/simulator/woo.py", "from app.channels import base"),
        (walls.walls, "app/ui/page.py", "def show():\n    from app.sync import lane"),
        (walls.walls, "app/ui/page.py", "from app.channels.base import Channel"),
        (walls.walls, "app/sync/lane.py", "from app.ui import bridge"),
        (walls.walls, "app/sync/lane.py", "from app.main import main"),
        (walls.walls, "app/relay/server.py", "from app.core import orders"),
        (walls.walls, "app/sample.py", "from app.sync import lane"),
        (walls.walls, "app/session.py", "from app.ui import bridge"),
        (walls.libraries, "app/core/stock.py", "import numpy as np"),
        (walls.libraries, "app/core/stock.py", "from msgspec import json"),
        (walls.libraries, "app/store/ledger.py", "import httpx"),
        (walls.libraries, "app/sync/lane.py", "def go():\n    from PySide6.QtCore import QObject"),
        (walls.libraries, "app/ui/page.py", "import sqlite_utils"),
        (walls.libraries, "app/ui/page.py", "import threading"),
        (walls.libraries, "app/store/ledger.py", "from concurrent.futures import Future"),
        (walls.libraries, "app/posting.py", "import keyring"),
        (walls.libraries, "app/store/ledger.py", "import pandas"),
        (walls.one_sqlite, "app/store/ledger.py", "import sqlite3"),
        (walls.one_sqlite, "app/store/ledger.py", "from sqlite_utils.utils import sqlite3"),
        (walls.one_sqlite, "app/main.py", "from pysqlite3 import dbapi2"),
        (walls.one_sqlite, "app/ui/page.py", "from PySide6 import QtSql"),
        (walls.one_sqlite, "app/ui/page.py", "from PySide6.QtSql import QSqlDatabase"),
        (walls.pure_core, "app/core/stock.py", "import random"),
        (walls.pure_core, "app/core/stock.py", "from pathlib import Path"),
        (walls.pure_core, "app/core/stock.py", "from urllib.request import urlopen"),
        (walls.pure_core, "app/core/stock.py", "import attrs"),
        (walls.pure_core, "app/core/stock.py", "text = open('x').read()"),
        (walls.one_clock, "app/core/stock.py", "from datetime import datetime\nat = datetime.now()"),
        (walls.one_clock, "app/posting.py", "import datetime\nat = datetime.datetime.now(datetime.UTC)"),
        (walls.one_clock, "app/ui/page.py", "day = date.today()"),
        (walls.one_clock, "app/ui/page.py", "at = QDateTime.currentDateTimeUtc()"),
        (walls.one_clock, "app/sync/lane.py", "at = time.time()"),
        (walls.no_sleep, "app/sync/lane.py", "import time\ntime.sleep(1)"),
        (walls.no_sleep, "app/main.py", "from time import sleep"),
        (walls.no_sleep, "app/ui/page.py", "QThread.msleep(3)"),
        (walls.no_dynamic_imports, "app/channels/__init__.py", "importlib.import_module('app.ui')"),
        (walls.no_dynamic_imports, "app/channels/__init__.py", "__import__('app.ui')"),
        (walls.short_functions, "app/core/stock.py", "class A:\n  def long(self):\n" + "    x = 1\n" * 70),
        (walls.short_files, "app/core/stock.py", "x = 1\n" * 501),
        (walls.plain_names, "app/core/utils.py", ""),
        (walls.plain_names, "app/core/service/stock.py", ""),
        (walls.plain_names, "app/core/stock.py", "class StockManager: pass"),
        (walls.plain_names, "app/core/stock.py", "class A:\n  def _sum_helper(self): pass"),
        (walls.plain_names, "app/core/stock.py", "async def HTTPService(): pass"),
        (walls.libraries, "app/sync/lane.py", "import asyncio"),
        (walls.libraries, "app/relay/server.py", "import sqlite3"),
        (walls.libraries, "app/relay/server.py", "import threading"),
        (walls.one_clock, "app/relay/api.py", "import time\ntime.time_ns()"),
        (walls.no_sleep, "app/relay/server.py", "import time\ntime.sleep(1)"),
        (walls.nothing_swallowed, "app/store/ledger.py", "try: pass\nexcept Exception: pass"),
        (walls.nothing_swallowed, "app/store/ledger.py", "try: pass\nexcept: pass"),
        (walls.nothing_swallowed, "app/store/ledger.py", "try: pass\nexcept (KeyError, Exception) as e: pass"),
        (walls.nothing_swallowed, "app/store/ledger.py", "try: pass\nexcept BaseException:\n  x = 1"),
        (walls.nothing_swallowed, "app/store/ledger.py", "try: pass\nexcept builtins.Exception:\n  raise"),
    ],
)
def test_it_bites(rule: Rule, path: str, source: str) -> None:
    assert len(_broken(rule, {path: source})) == 1


@pytest.mark.parametrize(
    "ring",
    [
        {"a": "from app.core.b import x", "b": "from app.core import c", "c": "def late():\n    import app.core.a"},
        {"a": "from .b import x", "b": "from . import a"},
        {"a": "from app.core.a import x"},
    ],
)
def test_circles_are_found(ring: dict[str, str]) -> None:
    broken = _broken(walls.no_circles, {f"app/core/{name}.py": source for name, source in ring.items()})
    assert len(broken) == 1
    assert broken[0].startswith("a circle: app.core.a -> ")


def test_a_circle_through_a_package_is_found() -> None:
    sources = {
        "app/channels/__init__.py": "from app.channels.woo import Woo",
        "app/channels/woo.py": "from app.channels import CHANNELS",
    }
    assert _broken(walls.no_circles, sources) == ["a circle: app.channels -> app.channels.woo -> app.channels"]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("app/errors.py", "from app.core.text import N_"),
        ("app/paths.py", "import platformdirs\nfrom app.core import text"),
        ("app/core/stock.py", "from datetime import datetime\nfrom app.core.orders import Order\nimport urllib.parse"),
        ("app/store/sqlite.py", "from sqlite_utils.utils import sqlite3"),
        (
            "app/store/ledger.py",
            "from app.store.sqlite import sqlite3\ntry: pass\nexcept BaseException:\n  x = 1\n  raise",
        ),
        ("app/sync/threads.py", "import threading\ntry: pass\nexcept Exception: pass"),
        ("app/channels/woo.py", "import httpx, msgspec\nfrom . import base\nfrom ..core import orders"),
        ("app/relay/client.py", "import httpx\nfrom app.core import orders"),
        ("app/main.py", "from app.ui import bridge\nfrom app.sync import lane\nfrom PySide6 import QtCore"),
        ("app/ui/page.py", "from app import __version__\nfrom contextlib import contextmanager"),
    ],
)
def test_what_is_allowed_passes(path: str, source: str) -> None:
    assert [words for rule in RULES for words in _broken(rule, {path: source})] == []
