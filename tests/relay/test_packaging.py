"""The relay is installed without the desktop, and the desktop without the relay."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
OURS = ("starlette", "uvicorn", "asyncpg")


def _pins(path: Path) -> dict[str, str]:
    found = re.findall(
        r"^([A-Za-z0-9_.-]+)(?:\[[a-z]+\])?==([^\s;\\]+)", path.read_text(encoding="ascii"), re.MULTILINE
    )
    return {name.lower(): version for name, version in found}


def test_the_extras_ask_for_what_packaging_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {re.sub(r"\[.*?\]", "", one) for one in extras["relay"] + extras["relay-postgres"] if "==" in one}
    pins = _pins(PACKAGING / "requirements-relay.in")
    assert asked == {f"{name}=={pins[name]}" for name in OURS}
    assert project["scripts"] == {"plimsoll-relay": "app.relay.command:main"}


def test_the_lock_has_what_was_asked_for_in_the_versions_that_are_tested() -> None:
    lock, tested = _pins(PACKAGING / "requirements-relay.lock"), _pins(PACKAGING / "requirements-test.lock")
    assert _pins(PACKAGING / "requirements-relay.in").items() <= lock.items()
    assert lock.items() <= tested.items()
    text = (PACKAGING / "requirements-relay.lock").read_text(encoding="ascii")
    assert text.count("--hash=sha256:") >= len(lock)
    assert "://" not in text


def test_neither_brings_the_other_along() -> None:
    assert not set(_pins(PACKAGING / "requirements.lock")).intersection((*OURS, "httptools", "uvloop"))
    assert not [name for name in _pins(PACKAGING / "requirements-relay.lock") if "pyside" in name or name == "httpx"]


@pytest.mark.parametrize("start", ["app.relay.command", "app.relay.running", "app.relay.postgres_store"])
def test_the_relay_runs_without_anything_of_the_desktop(start: str) -> None:
    bare = (
        f"import sys, {start}; used = set(sys.modules); "
        "print(sorted(name for name in used if name.split('.')[0] in ('PySide6', 'httpx', 'keyring', 'msgspec') "
        "or (name.startswith('app.') and not name.startswith('app.relay'))))"
    )
    ran = subprocess.run([sys.executable, "-c", bare], cwd=ROOT, check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"


def test_the_unit_and_the_page_name_what_there_is() -> None:
    page = (PACKAGING / "relay" / "README.md").read_text(encoding="utf-8")
    for path in re.findall(r"packaging/[a-zA-Z./-]+[a-z]", page):
        assert (ROOT / path).exists(), path
    unit = (PACKAGING / "relay" / "plimsoll-relay.service").read_text(encoding="utf-8")
    assert "Restart=always" in unit
    assert "StartLimitIntervalSec=0" in unit
    assert float(re.findall(r"RestartSec=(\d+)ms", unit)[0]) < 1000
