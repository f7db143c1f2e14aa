"""A rehearsal in a process of its own: the window stays free, and stopping is ending it.

It is asked by a folder: `plan.json` in, lines of `progress` and then `report.json` or `error.json` out. It opens no
connection to anywhere but this computer, whatever the code may ask for.
"""

import ipaddress
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from app.core.rehearsal import Plan
from app.errors import PlimsollError
from app.store.moments import moment, stamp
from app.store.rehearsals import plan_of, plan_text, report_text
from app.store.sentences import packed

PLAN, PROGRESS, REPORT, ERROR = "plan.json", "progress", "report.json", "error.json"
NICE = 5


class OutsideError(RuntimeError):
    """Something asked for a place outside this computer."""


def ask(folder: Path, inventory: Path, plan: Plan, *, now: datetime) -> None:
    """Write down what is to be rehearsed."""
    asked = {"inventory": str(inventory), "plan": plan_text(plan), "now": stamp(now)}
    (folder / PLAN).write_text(json.dumps(asked), encoding="utf-8")


def run(folder: Path) -> int:
    """What `--rehearse` does; the exit code. A bug ends it with its traceback in the log of whoever started it."""
    sys.addaudithook(stay_here)
    if hasattr(os, "nice"):
        os.nice(NICE)
    from app.rehearsal.play import play

    asked = json.loads((folder / PLAN).read_text(encoding="utf-8"))
    try:
        report = play(
            Path(asked["inventory"]), folder, plan_of(asked["plan"]), now=moment(asked["now"]), tell=_teller(folder)
        )
    except PlimsollError as error:
        _put(folder / ERROR, json.dumps([packed(error.title), packed(error.advice)]))
        return 1
    _put(folder / REPORT, report_text(report))
    return 0


def _teller(folder: Path) -> Callable[[int, float], None]:
    def tell(step: int, share: float) -> None:
        _put(folder / PROGRESS, f"{step} {share:.4f}")

    return tell


def _put(path: Path, text: str) -> None:
    """Whoever reads it meanwhile sees the old words or the new ones."""
    half = path.with_name(path.name + ".part")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: no connection and no name outside this computer."""
    asked = ""
    if event == "socket.getaddrinfo":
        asked = str(arguments[0])
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        asked = str(arguments[1][0])
    if asked and not _here(asked):
        raise OutsideError(asked)


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
