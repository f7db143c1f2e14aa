"""Rehearsals as the window asks for them: a process is started for each, watched, and ended when it is not wanted."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.core.rehearsal import Plan, Report
from app.core.text import N_, Text
from app.errors import PlimsollError, StoreError
from app.store import rehearsals
from app.store.database import connection, transaction
from app.store.faults import in_folder
from app.store.sentences import unpacked

LOOK_EVERY_S = 0.2
FOLDER = "rehearsal"
WORDS_MAX = 400
Progress = Callable[[int, float], None]  # which step, and which share of all is over


class RehearsalStopped(PlimsollError):
    """The seller did not want it any more."""


def command(folder: Path) -> list[str]:
    """How this program is started for a rehearsal."""
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    return [*itself, "--rehearse", str(folder)]


class Rehearsing:
    """One inventory's rehearsals, one at a time. The inventory is read by the child, and written to only here."""

    def __init__(
        self,
        inventory: Path,
        *,
        clock: Callable[[], datetime],
        start: Callable[[Path], Sequence[str]] = command,
    ) -> None:
        self._inventory, self._clock, self._start = inventory, clock, start
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self, plan: Plan, tell: Progress) -> Report:
        """Rehearse, and keep the report. Blocks. Raises a `PlimsollError`; `RehearsalStopped` when it was stopped."""
        from app.rehearsal import child

        folder, began_at = self._inventory.parent / FOLDER, self._clock()
        self._stopped = False
        with in_folder(self._inventory.parent):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
            child.ask(folder, self._inventory, plan, now=began_at)
        try:
            self._play(folder, tell)
            report = self._answer(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        report = replace(report, took_s=round((self._clock() - began_at).total_seconds(), 1))
        with closing(connection(self._inventory)) as db, transaction(db):
            rehearsals.keep(db, report)
        return report

    def stop(self) -> None:
        """End it. Nothing of it stays."""
        self._stopped = True
        if self._child is not None:
            self._child.kill()

    def _play(self, folder: Path, tell: Progress) -> None:
        from app.rehearsal import child

        log = folder / "log"
        with log.open("wb") as words:
            self._child = subprocess.Popen(  # noqa: S603 - ourselves
                self._start(folder), stdin=subprocess.DEVNULL, stdout=words, stderr=words,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
            if self._stopped:
                self._child.kill()
            while not self._ended():
                said = _read(folder / child.PROGRESS).split()
                if len(said) == 2:
                    tell(int(said[0]), float(said[1]))
            self._child = None

    def _ended(self) -> bool:
        assert self._child is not None
        try:
            self._child.wait(LOOK_EVERY_S)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _answer(self, folder: Path) -> Report:
        from app.rehearsal import child

        if self._stopped:
            raise RehearsalStopped(N_("The rehearsal was stopped."), N_("Nothing of it is kept."))
        if found := _read(folder / child.REPORT):
            return rehearsals.report_of(found)
        if found := _read(folder / child.ERROR):
            title, advice = json.loads(found)
            raise StoreError(unpacked(title), unpacked(advice))
        raise StoreError(_BROKE, N_("Its last words: {words}", words=_read(folder / "log")[-WORDS_MAX:].strip() or "-"))


_BROKE: Text = N_("The rehearsal broke off. Your stock and your channels were not touched.")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
