"""The command field over 100,000 products and 300,000 orders: from a key to the list that it asked for, painted.

Measured as processor time of this process: what else the computer does at the moment is not the field's.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from app.session import utc_now
from app.store.database import open_database, transaction
from app.store.moments import stamp
from app.store.sqlite import Connection
from tests.bench.figure import figure
from tests.bench.table_inventory import SHOPS, build

ORDERS = 300_000
AIM_MS = 33.0  # two frames of sixty a second
OPEN_AIM_MS = 100.0  # the first time, when the list itself is made: what a person takes for at once
TYPED = (
    "mug", "speckled", "specled", "lantrn amber", "BEL-MUS-000003", "5123646000001", "qz", "pause all", "pac", "10",
    "204711", "blue mug", "42 cm", "strippedd", "xyzzy",
)  # fmt: skip


def run() -> None:
    """Prints `command-field-key-ms`: the slowest key of all, the median and the time to open."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-") as folder:
        path = Path(folder) / "plimsoll.db"
        build(path, ledger=False)
        with closing(open_database(path)) as db:
            _orders(db)
            opened, *keys = _typed(db)
    keys.sort()
    figure("command-field-open-ms", opened, "ms", at_most=OPEN_AIM_MS)
    figure("command-field-key-median-ms", keys[len(keys) // 2], "ms", at_most=AIM_MS)
    figure("command-field-key-ms", keys[-1], "ms", at_most=AIM_MS)


def _orders(db: Connection) -> None:
    at = stamp(utc_now() - timedelta(days=1))
    with transaction(db):
        db.executemany(
            "insert into sales_order (shop_id, ref, number, status, ended, placed_at, updated_at, heard_at, heard_by,"
            " digest) values (?, ?, ?, 'paid', 0, ?, ?, ?, 'poll', x'00')",
            ((number % len(SHOPS) + 1, str(number), str(100_000 + number), at, at, at) for number in range(ORDERS)),
        )


def _typed(db: Connection) -> Iterator[float]:
    """Milliseconds: to open, then of each key."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from app.ui.application import make_application
    from app.ui.shell.command_field import CommandField
    from app.ui.shell.menus import WindowCommand
    from app.ui.shell.palette import found_anything, found_in_stock
    from app.ui.theme import Theme

    app = make_application(["bench"])
    theme = Theme(app)
    commands = [WindowCommand(key=str(n), menu="view", text=f"Pause all {n} channels", run=print) for n in range(60)]
    window = QWidget()
    window.resize(1440, 900)
    field = CommandField(
        window,
        lambda words: found_anything(
            words, [], commands, [], found_in_stock(db, words, lambda *_where: None, now=utc_now())
        ),
        "Ctrl K",
    )
    window.show()
    QTest.qWaitForWindowExposed(window)

    def timed(act: object, *arguments: object) -> float:
        began = time.process_time()
        act(*arguments)  # type: ignore[operator]
        field.list.repaint()
        return (time.process_time() - began) * 1000

    yield timed(field.begin)
    for words in TYPED:
        for letter in words:
            yield timed(QTest.keyClicks, field, letter, Qt.KeyboardModifier.NoModifier)
        field.clear()
    del theme
