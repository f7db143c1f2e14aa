"""The whole count by keyboard: keys that come from an X server where there is one to be had, else Qt's own."""

import os
import shutil
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.count.by_keys import made, whole_count

NAMES = {"ctrl": "Ctrl", "BackSpace": "Backspace", "Escape": "Esc", "space": "Space"}


def test_the_whole_flow_by_keyboard(theme, qtbot, tmp_path):
    if shutil.which("Xvfb") and shutil.which("xdotool"):
        _under_xvfb()
        return
    window = made(tmp_path, theme)
    qtbot.addWidget(window)
    whole_count(window, _press, _write)
    window.destroyed.connect(window._bridge.close)


def _under_xvfb() -> None:
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        around = {**os.environ, "DISPLAY": f":{server.stdout.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.ui.count.by_keys"]
        run = subprocess.run(command, env=around, capture_output=True, text=True, timeout=120, check=False)
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()
    assert "counted by keys on xcb" in run.stdout, run.stdout + run.stderr


def _press(key: str) -> None:
    name = "+".join(NAMES.get(part, part) for part in key.split("+"))
    pressed = QKeySequence(name)[0]
    target = QApplication.focusWidget() or QApplication.activeWindow()
    QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())


def _write(text: str) -> None:
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
