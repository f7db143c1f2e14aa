"""From asking for the Today page to its picture, over 100,000 products, 400,000 listings and 1,000,000 ledger rows.

In each turn the page is built, read and painted anew.
"""

import os
import statistics
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.bench.figure import figure
from tests.bench.table_inventory import build

TURNS, WARM = 12, 2
_KEPT: list[object] = []  # until the process ends: a window whose page was taken away does not bear being closed
UNLINKED, GONE, LINES, ORDERS = 5000, 40, 20, 3000


def run() -> None:
    """`today-paint-ms`: the page with an incident, floors, links, an open count and a busy day behind it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        path = Path(folder) / "plimsoll.db"
        build(path)
        _busy(path)
        taken = _measure(path)
    figure("today-first-ms", taken[0], "ms")
    figure("today-paint-ms", statistics.median(taken[WARM:]), "ms", at_most=150)


def _busy(path: Path) -> None:
    """What the page has to say something about."""
    from app.core.count_kinds import CountKind
    from app.core.counting import Tolerance
    from app.core.orders import Order, OrderLine
    from app.posting import post_order
    from app.session import utc_now
    from app.store import counts, shops
    from app.store.database import open_database, transaction
    from app.store.moments import stamp

    now = utc_now()
    with closing(open_database(path, synchronous="off")) as db:
        with transaction(db):
            db.execute("update listing set product_id = null where id % 80 = 0 and id <= ?", (UNLINKED * 80,))
            db.execute("update listing set gone_at = ? where id % 9999 = 1", (stamp(now),))
            db.execute("update listing set differs = 3 where id % 4001 = 2")
            shops.set_mode(db, 1, "live", now=now)
            counts.begin(
                db, name="Weekly top 20", kind=CountKind.TOP.value, products=range(1, LINES + 1),
                tolerance=Tolerance(pieces=2, percent=0.0, strict_below=2), now=now - timedelta(hours=1),
            )  # fmt: skip
            at = stamp(now - timedelta(hours=3))
            db.executemany(
                "insert into confirmation (shop_id, listing_id, at, quantity, seconds) values (1, ?, ?, 1, 2.0)",
                ((number, at) for number in range(1, ORDERS)),
            )
            db.executemany(
                "insert into sales_order (shop_id, ref, number, status, ended, placed_at, updated_at, heard_at,"
                " heard_by, digest) values (1, ?, ?, 'processing', 0, ?, ?, ?, 'poll', x'00')",
                ((f"old{number}", str(number), at, at, at) for number in range(ORDERS)),
            )
        shop = shops.shop(db, 1)
        (sku, available) = db.execute(
            "select sku, available from product join stock_level on product_id = id where id = 777"
        ).fetchone()
        for number in range(3):
            line = OrderLine(ref="1", listing="L777", sku=sku, title=sku, open=available + 1, taken=available + 1)
            sale = Order(ref=f"over{number}", number=f"{number}", placed_at=now, updated_at=now, lines=(line,))
            assert post_order(db, shop, sale, now=now).incidents
        db.execute("pragma wal_checkpoint(truncate)")


def _measure(path: Path) -> list[float]:
    from app.session import utc_now
    from app.store.database import connection
    from app.ui.application import make_application
    from app.ui.bridge import Bridge
    from app.ui.main_window import MainWindow
    from app.ui.theme import Theme
    from tests.ui.channels.world import Program

    app = make_application(["bench"])
    theme = Theme(app)
    bridge = Bridge(connection(path), Program(None, now=utc_now()).lend())
    window = MainWindow(bridge, theme)
    window.resize(1440, 900)
    window.show()
    _rest(1.0)  # the list of 100,000 products, and its pane
    taken = []
    for _ in range(TURNS):
        window.show_page("settings")
        _rest(0.1)
        taken.append(_paint(app, window))
        built = window._pages._built.pop("today")
        window._pages.removeWidget(built.whole)
        built.whole.deleteLater()
    bridge.close()
    _KEPT.extend((app, theme, window))
    return taken


def _rest(seconds: float) -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(int(seconds * 1000))


def _paint(app, window) -> float:
    """Build it, read everything, and paint it: until all of it is on the screen."""
    began = time.perf_counter()
    window.show_page("today")
    app.processEvents()
    took = (time.perf_counter() - began) * 1000
    page = window.page()
    assert page.key == "today"
    assert page.card.isVisible()
    assert len(page.floors.rows) > 1
    assert page.links.rows
    assert page.counts.rows
    return took
