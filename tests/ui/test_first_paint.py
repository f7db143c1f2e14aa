"""What the first paint does without, and what follows it. In a process of its own, for imports last."""

import subprocess
import sys
from pathlib import Path

from app.sample.shop import make_sample
from app.session import utc_now
from tests.bench.first_paint import surroundings

CODE = """
import gc, os, sys
from PySide6.QtCore import QEvent, QObject, QTimer  # after `load_qt` in the program; here it does not matter
from tests.bench.first_paint_window import opened

program, lock = opened(sys.argv[1])
page = program.window.page()
viewport = page.table.viewport()

def fail(words):
    print(words, flush=True)
    os._exit(1)

class Watch(QObject):
    def eventFilter(self, _widget, event):
        if event.type() == QEvent.Type.Paint:
            viewport.removeEventFilter(self)
            QTimer.singleShot(0, painted)
        return False

def painted():
    here = [name for name in sys.argv[2].split() if name in sys.modules]
    if here:
        fail("imported before the first paint: " + " ".join(here))
    if not page.table.stock.cells(0) or "pane" in vars(page) or gc.isenabled():
        fail("no rows, or a pane, or rubbish looked for")
    if "QMdiSubWindow" in vars(sys.modules["PySide6.QtWidgets"]):
        fail("PySide made all classes of widgets: see app.ui.widgets.viewport")
    if program.window.focusWidget() is not page.table:
        fail("the keyboard is not on the list")
    place = page.divide.place
    before = page.list.geometry(), place.geometry()
    waited.timeout.connect(lambda: later(before))
    waited.start(20)

def later(before):
    if "pane" not in vars(page) or not page.pane.isVisible() or page.pane.facts is None or not gc.isenabled():
        return  # the test's own deadline ends this
    waited.stop()
    if before != (page.list.geometry(), page.divide.place.geometry()):
        fail("the list moved when the pane came")
    if program.window.focusWidget() is not page.table:
        fail("the keyboard was taken away")
    print("fine", flush=True)
    os._exit(0)

waited, watch = QTimer(), Watch()
viewport.installEventFilter(watch)
program._app.exec()
"""
BEHIND = """
logging.handlers socket numpy pyqtgraph httpx msgspec keyring cryptography sqlite_utils concurrent.futures difflib
app.credentials app.signing_in app.posting app.channels app.core.channel app.core.cells app.core.matching
app.core.drift app.core.orders app.sync.engine app.store.vitals app.store.calls app.store.edits app.store.catalog
app.store.confirmations app.store.pushes app.store.ledger app.store.orders app.store.offering app.store.history
app.store.meant app.store.plans app.core.places
app.ui.inventory.pane app.ui.inventory.facts app.ui.inventory.head app.ui.inventory.stock_section
app.ui.inventory.deeds app.ui.charts.stock_chart app.ui.shell.palette app.ui.shell.find_list app.ui.widgets.dialog
app.ui.inventory.on_sale app.ui.products.sheets app.ui.channels.states app.ui.channels.page app.ui.incidents.page
app.ui.settings.page app.ui.onboarding.page
"""


def test_the_list_is_painted_first_and_all_else_follows(tmp_path: Path):
    inventory = tmp_path / "sample" / "plimsoll.db"
    inventory.parent.mkdir()
    make_sample(inventory, now=utc_now())
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path), BEHIND],
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("fine\n", 0), done.stderr
