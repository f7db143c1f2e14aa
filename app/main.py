"""The composition root's front door: the command line, one instance, a screen or none, and a clean end."""

import argparse
import errno
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app import __version__
from app.core.text import N_
from app.errors import InventoryDamaged, PlimsollError, StoreError
from app.installation import installation_of
from app.log import for_report, start_log, tail
from app.paths import OVERRIDE, config_folder, data_folder, log_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile

    from app.program import Folders, Program

PLAY_S = 60.0
TRIES, PAUSE_MS = 40, 250  # the first one may still be starting: ten seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Open Plimsoll; the exit code."""
    options = _options(arguments)
    if options.data:
        os.environ[OVERRIDE] = str(Path(options.data).expanduser().resolve())
    if options.self_check:
        from app.self_check import check

        return check()
    if options.rehearse is not None:
        from app.rehearsal.child import run

        return run(options.rehearse)
    if options.offscreen is None and has_screen():
        return _open_window(options)
    from app.offscreen import play

    if options.offscreen is None:
        print("There is no screen here, so Plimsoll plays its sample shop off screen for one minute.", flush=True)  # noqa: T201
    return play(options.offscreen or PLAY_S, pictures=options.pictures)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="plimsoll", description="One stock for every place you sell.")
    parser.add_argument("--sample", action="store_true", help="open the sample shop")
    parser.add_argument("--data", metavar="FOLDER", help="keep everything in this folder")
    parser.add_argument(
        "--offscreen",
        metavar="SECONDS",
        type=float,
        nargs="?",
        const=PLAY_S,
        help="play the sample shop without a screen",
    )
    parser.add_argument("--pictures", metavar="FOLDER", type=Path, help="where the off-screen play puts its pictures")
    parser.add_argument("--in-tray", action="store_true", help="start without opening the window where there is a tray")
    parser.add_argument("--self-check", action="store_true", help="check that everything is there and works")
    parser.add_argument("--until-painted", action="store_true", help=argparse.SUPPRESS)  # for measuring the start
    parser.add_argument("--rehearse", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)  # by Plimsoll itself
    parser.add_argument("--version", action="version", version=f"Plimsoll {__version__}")
    return parser.parse_args(arguments)


def has_screen() -> bool:
    """Is there a screen to open a window on?"""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open_window(options: argparse.Namespace) -> int:
    from app.ui.qt_start import load_qt

    load_qt()
    from app.program import Program
    from app.ui.application import make_application
    from app.ui.language import remembered_language, speak
    from app.ui.shell.memory import Memory
    from app.ui.theme import Theme

    app = make_application(sys.argv)
    theme = Theme(app)
    with _Starting() as starting:
        held = _take_hold()
        if held is None:
            return 0
        lock, folders = held
        if language := remembered_language(Memory(folders.config)):
            speak(app, language)
        app.setQuitOnLastWindowClosed(False)  # a window that went into the tray is no end
        program = Program(app, theme, folders)
        _open(program, options)
    if starting.failed:
        return 1
    if options.until_painted:
        program.when_painted(_say_when)
    code = app.exec()
    lock.unlock()
    return code


class _Starting:
    """While there is no window yet: what goes wrong is said in one of its own. `failed`: Plimsoll ends."""

    failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, Exception):  # all is well, Ctrl C at the console, or a wanted end
            return False
        from app.ui.start_error import show_start_bug, show_start_error

        self.failed = True
        folder = Path(os.environ.get(OVERRIDE) or Path.home())
        if isinstance(error, PlimsollError):
            show_start_error(error, folder)
        else:
            show_start_bug(_report_of(error), folder)
        return True


def _report_of(error: Exception) -> str:
    """Versions, and the end of the log with the mistake: fit to be given to somebody else."""
    import platform
    import traceback

    try:
        kept = start_log(log_folder())
        logging.getLogger(__name__).error("a bug at the start", exc_info=error)
        words = tail(kept, lines=80)
    except OSError:  # perhaps that is what is wrong
        words = "".join(traceback.format_exception(error))
    versions = f"Plimsoll {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return for_report(f"{versions}\n\n{words}")


def _open(program: "Program", options: argparse.Namespace) -> None:
    try:
        program.open_sample() if options.sample else program.open_own(quietly=options.in_tray)
    except InventoryDamaged as damage:
        if options.sample:
            raise
        program.recover(damage)


def _say_when() -> None:
    """For measuring the start: the moment, by the clock that whoever started this reads too. Then the end, at once."""
    import time

    print(time.monotonic(), flush=True)  # noqa: T201
    os._exit(0)


def _take_hold() -> "tuple[QLockFile, Folders] | None":
    """The folders, and the lock that says that this Plimsoll has them. None: another one has, and came forward.

    Raises `StoreError` when another one has them and does not answer, and for folders that cannot be written to.
    """
    from PySide6.QtCore import QLockFile

    from app.program import Folders
    from app.store.faults import DISK_FULL
    from app.store.ground import refuse_bad_ground

    try:
        config, data = config_folder(), data_folder()
        folders = Folders(data, config, start_log(log_folder()), installation_of(config))
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(*DISK_FULL) from error
        raise _not_writable(str(error.filename or "")) from error
    refuse_bad_ground(data, os.environ)
    lock = QLockFile(str(data / "plimsoll.lock"))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock, folders
    if lock.error() is QLockFile.LockError.PermissionError:
        raise _not_writable(str(data))
    from app.ui.one_instance import call_first_one

    for _ in range(TRIES):  # it may only be starting, or just ending
        if call_first_one(data):
            return None
        if lock.tryLock(PAUSE_MS):
            return lock, folders
    raise StoreError(
        N_("Plimsoll is already open."), N_("Look for its window. Two at once would not know of each other’s sales.")
    )


def _not_writable(folder: str) -> StoreError:
    return StoreError(
        N_("Plimsoll may not write in its folder: {folder}", folder=folder),
        N_("Allow writing there, or start Plimsoll with --data and another folder. Nothing was changed."),
    )
