"""The process that first_paint.py starts: it opens one window, says when that was painted, and ends.

Nothing is imported here that the window itself does not need: the empty window is what the other is measured against.
"""

import os
import sys
import time

SIZE = (1440, 900)  # as the program opens


def opened(folder: str):
    """The sample shop, opened as the program opens it: the program, and its lock on the folder."""
    from app.main import OVERRIDE, _take_hold
    from app.ui.qt_start import load_qt

    load_qt()
    from app.program import Program
    from app.ui.application import make_application
    from app.ui.theme import Theme

    os.environ[OVERRIDE] = folder
    app = make_application(["plimsoll"])
    theme = Theme(app)
    lock, folders = _take_hold()
    program = Program(app, theme, folders, customers=False)
    program.open_sample()
    return program, lock


def inventory(folder: str) -> None:
    """The time to its list."""
    program, lock = opened(folder)
    from PySide6.QtWidgets import QApplication  # not before the program brings Qt in: that is measured too

    window = program.window
    assert window is not None
    table = window.page().table

    def end():
        ready = table.stock.rowCount() and table.stock.cells(0) and "pyqtgraph" not in sys.modules
        program.bridge.close()
        lock.unlock()
        os._exit(0 if ready else 1)  # at once: what the program starts behind its first paint is not measured

    watch = say_when_painted(table.viewport(), end)  # noqa: F841 - Qt keeps no filter alive
    QApplication.exec()


def bare() -> None:
    """What PySide6 itself needs."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(*SIZE)
    window.show()
    watch = say_when_painted(window, lambda: os._exit(0))  # noqa: F841
    app.exec()


def say_when_painted(widget, end):
    """Print the moment at which the paint that begins now has reached the screen, then end."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, _widget, event):
            if event.type() == QEvent.Type.Paint:
                widget.removeEventFilter(self)
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self):
            print(time.monotonic(), flush=True)
            end()

    watch = Watch()
    widget.installEventFilter(watch)
    return watch


if __name__ == "__main__":
    {"inventory": inventory, "bare": bare}[sys.argv[1]](*sys.argv[2:])
