"""How the running Plimsoll is present on this computer: one window for one inventory, the tray, the start with the
computer, and the end when the system asks for it. Part of the composition root.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.text import N_, NN_, Text
from app.errors import PlimsollError, StoreError
from app.session import utc_now
from app.store.backup import all_backups
from app.store.faults import in_folder
from app.ui.computer import Closing, ComputerLent, UpdatesLent
from app.ui.main_window import MainWindow
from app.ui.shell import closing
from app.ui.shell.memory import Memory
from app.ui.shell.tray import Tray, has_tray

if TYPE_CHECKING:
    from app.leaving import Leaving
    from app.logind import SleepWatch
    from app.ui.one_instance import FirstOne

log = logging.getLogger(__name__)

SESSION_GRANTS_S = 4.0  # a session that closes kills what takes much longer
BACKUPS = "backups"
_SECOND = "backups/second_folder"
_UPDATES, _ASKED = "updates/on", "updates/asked_at"
_DAY_S = 86_400
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - where Qt looks for Wayland's permission to come forward


class Presence:
    """`folder` is where the inventory lies, `chosen` that folder where the seller named it, else empty."""

    def __init__(self, app: QApplication, folder: Path, config: Path, *, chosen: str = "") -> None:
        self._app, self._folder, self._chosen = app, folder, chosen
        self._memory = Memory(config)
        second = self._memory.text(_SECOND)
        self._second = Path(second) if second else None  # asked by the lane of backups, in its own thread
        self._window: Callable[[], MainWindow | None] = lambda: None
        self._first: FirstOne | None = None
        self._warned = N_("Not known yet.")
        self._leaving: Callable[[], Leaving | None] = lambda: None
        self._sleep_watch: SleepWatch | None = None
        self.tray: Tray | None = None

    def begin(
        self, window: Callable[[], MainWindow | None], leaving: "Callable[[], Leaving | None]" = lambda: None
    ) -> None:
        """From now on: `window` says which one is open, `leaving` how its inventory is left. Call it behind the first
        paint.
        """
        if self._first is not None:
            return
        from app.ui.ending import end_when_asked
        from app.ui.one_instance import FirstOne

        self._window = window
        self._first = FirstOne(self._folder, self.come_forward, self._app)
        self._leaving = leaving
        end_when_asked(self._app, self._asked_to_end)
        self._watch_sleep()
        if has_tray():
            self.tray = Tray(self._app.windowIcon(), show=self.come_forward, end=self.leave, parent=self._app)

    def show(self, window: MainWindow, *, quietly: bool) -> None:
        """Open a window. `quietly`: only in the tray, or small where there is none."""
        if not quietly:
            window.show()
        elif not has_tray():
            window.showMinimized()

    def come_forward(self, token: str = "") -> None:
        """Bring the window before all others. `token` is Wayland's permission for that, where there is one."""
        window = self._window()
        if window is None:
            return
        if token:
            os.environ[TOKEN] = token
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def leave(self) -> None:
        """Quit was chosen outside of the window: what there is to ask, it asks."""
        window = self._window()
        if window is not None:
            self.come_forward()
            window.leave()

    def stop(self) -> None:
        """The program ends: nobody is told any more that the system sleeps."""
        watch, self._sleep_watch = self._sleep_watch, None
        if watch is not None:
            watch.ask_to_stop()

    def _asked_to_end(self) -> None:
        """The session closes, or a signal came: prepare, where the seller has agreed to that, and end unasked."""
        self._leaves("shutdown", SESSION_GRANTS_S)
        self.end()

    def _leaves(self, way: str, granted_s: float) -> None:
        """In whatever thread: the system waits for this."""
        leaving = self._leaving()
        if leaving is None:
            return
        try:
            leaving.unasked(way, granted_s)
        except PlimsollError as error:  # the disk may be full: that keeps no computer awake
            log.info("nothing could be prepared before %s: %s", way, error)

    def _back(self) -> None:
        leaving = self._leaving()
        if leaving is not None:
            leaving.back()

    def _wants(self) -> bool:
        leaving = self._leaving()
        return leaving is not None and leaving.wants()

    def _told(self, words: Text) -> None:
        self._warned = words

    def _watch_sleep(self) -> None:
        """In each system's way; macOS says nothing that Qt would hand on."""
        if sys.platform == "linux":
            from app.logind import Heeds, SleepWatch

            self._sleep_watch = SleepWatch(
                Heeds(leaves=self._leaves, back=self._back, wants=self._wants, told=self._told)
            )
            self._sleep_watch.start()
        elif sys.platform == "win32":
            from app.ui.power_windows import GRANTED_S, PowerFilter

            self._power = PowerFilter(self._leaves, self._back)
            self._app.installNativeEventFilter(self._power)
            self._warned = NN_(
                "This system waits about {n} second for Plimsoll before it sleeps.",
                "This system waits about {n} seconds for Plimsoll before it sleeps.",
                round(GRANTED_S),
            )
        else:
            self._warned = N_(
                "This system tells Plimsoll before it shuts down, not before it sleeps: prepare before you close it."
            )

    def end(self) -> None:
        """End Plimsoll without a question."""
        window = self._window()
        if window is not None:
            window.quit()

    def warned(self) -> Text:
        """Does this system say so before it sleeps or shuts down?"""
        return self._warned

    def second_folder(self) -> Path | None:
        """Where backups go beside the first folder."""
        return self._second

    def backups(self) -> list[Path]:
        """The backups there are, newest first."""
        return all_backups(self.backup_folders())

    def backup_folders(self) -> list[Path]:
        """Where they lie."""
        return [self._folder / BACKUPS, *([self._second] if self._second is not None else [])]

    def set_second_folder(self, folder: Path | None) -> None:
        """Another one, or none. Raises `StoreError` for a folder that is no second place, or cannot be written to."""
        if folder is not None:
            if folder.resolve().is_relative_to(self._folder.resolve()):
                raise StoreError(
                    N_("Backups lie in {folder} already.", folder=str(self._folder / BACKUPS)),
                    N_("Choose a folder on another disk: what happens to this one then does not reach it."),
                )
            with in_folder(folder), tempfile.TemporaryFile(dir=folder):
                pass
        self._second = folder
        self._memory.keep(_SECOND, str(folder) if folder is not None else "")
        self._memory.write()

    def lent(self, restore: Callable[[Path], None]) -> ComputerLent:
        """What the window may ask about this computer."""

        def start_with_it(on: bool) -> None:  # noqa: FBT001 - as a tick says it
            from app import autostart

            autostart.here(self._chosen).set(on=on)

        return ComputerLent(
            starts_with_it=self._starts_with_it,
            start_with_it=start_with_it,
            has_tray=has_tray,
            closing=lambda: closing.chosen(self._memory),
            set_closing=self._choose,
            backups=self.backups,
            second_folder=self.second_folder,
            set_second_folder=self.set_second_folder,
            updates=_updates_lent(self._memory),
            restore=restore,
        )

    def _starts_with_it(self) -> bool:
        from app import autostart

        return autostart.here(self._chosen).on()

    def _choose(self, choice: Closing) -> None:
        closing.choose(self._memory, choice)
        self._memory.write()


def _updates_lent(memory: Memory) -> UpdatesLent | None:
    """Off until the seller switches it on; then once a day."""
    from app import updates

    found = updates.source()
    if found is None:
        return None

    def turn(on: bool) -> None:  # noqa: FBT001 - as a tick says it
        memory.keep(_UPDATES, on)
        memory.write()

    def on() -> bool:
        return memory.flag(_UPDATES, default=False)

    def check() -> updates.Newer | None:
        now = utc_now()
        memory.keep(_ASKED, now.timestamp())
        return updates.check(found, now=now)

    def due() -> bool:
        return on() and abs(utc_now().timestamp() - memory.number(_ASKED, 0)) > _DAY_S

    return UpdatesLent(host=found.host, on=on, set=turn, due=due, check=check)
