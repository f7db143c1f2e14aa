"""From one inventory to another: what the old window reads from is closed after the window, never before."""

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from app.program import Folders, Program


class Closing:
    def __init__(self):
        self.closed = False

    def close(self):
        self.closed = True


def test_the_connection_outlives_its_window(qapp, tmp_path: Path):
    program = Program(cast("Any", qapp), cast("Any", None), Folders(tmp_path, tmp_path, tmp_path / "log", "here"))
    window, bridge = QWidget(), Closing()
    program._let_go(cast("Any", window), None, None, cast("Any", bridge))
    assert window.isHidden()
    assert not bridge.closed
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert bridge.closed
