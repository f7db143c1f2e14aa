"""Walk the running program as a screen reader does, by AT-SPI: the sample shop under Xvfb, with a bus of its own.

    python3 packaging/screen_reader.py [PYTHON]

A stage of its own, not in CI. It needs the Debian packages xvfb, dbus, at-spi2-core, python3-gi and gir1.2-atspi-2.0,
and is run by the system's Python, which has `gi`; PYTHON (.venv/bin/python) is what starts Plimsoll. Each page is
opened by its menu entry; everything on it that takes the keyboard must have a name and a role.
Exit code 1 and a list if not.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
INSIDE = "PLIMSOLL_SCREEN_READER"  # set in the second run, which has screen and bus
PATIENCE_S, REST_S = 90.0, 2.0
TIMEOUT_MS = 60_000
FEW = 24  # rows of a list: the others sound alike
NOTHING = {"panel", "unknown", "invalid", "filler"}
LISTS = {"table", "list", "tree table", "tree"}
PICTURES = {"Stock chart"}


def main(arguments: list[str]) -> int:
    """Start screen and bus, then again inside; or walk."""
    python = arguments[0] if arguments else str(ROOT / ".venv/bin/python")
    if os.environ.get(INSIDE):
        return _walk_program(python)
    around = {**os.environ, INSIDE: "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1440x900x24",
        "dbus-run-session",
        "--",
        sys.executable,
        __file__,
        python,
    ]
    return subprocess.run(command, env=around, check=False).returncode


def _walk_program(python: str) -> int:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi  # type: ignore[attr-defined]

    Atspi.init()
    Atspi.set_timeout(TIMEOUT_MS, TIMEOUT_MS)  # a page is built when it is first asked for
    with tempfile.TemporaryDirectory(prefix="plimsoll-reader-") as folder:
        command = [python, "-m", "app", "--sample", "--data", folder]
        program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            window = _window(Atspi)
            wrong = [line for page in _pages(window) for line in _read(page, window)]
        finally:
            program.terminate()
            program.wait(30)
    print("\n".join(wrong) or "everything that takes the keyboard has a name and a role")
    return 1 if wrong else 0


def _window(atspi: Any) -> Any:
    """The window of Plimsoll, as soon as it is there."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        desktop = atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and "plimsoll" in (program.get_name() or "").lower() and program.get_child_count():
                time.sleep(REST_S * 2)
                return program.get_child_at_index(0)
        time.sleep(REST_S / 4)
    raise SystemExit("Plimsoll’s window never came to the accessibility bus")


def _pages(window: Any) -> Iterator[str]:
    """Each page, brought into view by its entry in the menu View."""
    names = ["Today", "Inventory", "Count", "Incidents", "Channels", "Planning", "Ledger", "Settings"]
    for name in names:
        entries = (one for one in _below(window) if one.get_role_name() == "menu item")
        entry = next((one for one in entries if one.get_name() == name), None)
        if entry is None:
            raise SystemExit(f"no way to the page {name} by the accessibility bus")
        entry.do_action(0)
        time.sleep(REST_S)
        yield name


def _read(page: str, window: Any) -> list[str]:
    found, heard = [], 0
    for one in _below(window):
        states, role, name = one.get_state_set(), one.get_role_name(), (one.get_name() or "").strip()
        if not _is(states, "FOCUSABLE") or not _is(states, "SHOWING") or role in ("table cell", "list item"):
            continue
        heard += 1
        if not name:
            found.append(f"{page}: a {role} without a name")
        if role in NOTHING and name not in PICTURES:
            found.append(f"{page}: “{name}” is only a {role}")
    print(f"{page}: {heard} things take the keyboard, {len(found)} wrong", flush=True)
    return found


def _below(one: Any) -> Iterator[Any]:
    if one is None:
        return
    yield one
    count = one.get_child_count()
    for place in range(min(count, FEW) if one.get_role_name() in LISTS else count):
        yield from _below(one.get_child_at_index(place))


def _is(states: Any, name: str) -> bool:
    from gi.repository import Atspi  # type: ignore[attr-defined]

    return bool(states.contains(getattr(Atspi.StateType, name)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
