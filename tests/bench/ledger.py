"""The Ledger page over 1,000,000 rows: its first screenful, a page down, and each filter, until painted."""

import os
import statistics
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.bench.figure import figure
from tests.bench.growth import PRODUCTS, _inventory

ENTRIES, TURNS = 1_000_000, 9
RARE = 400  # rows of each rare kind, far back in the ledger


def run() -> None:
    """`ledger-first-ms`, `ledger-page-down-ms`, `ledger-filter-ms` (the slowest filter), and each filter by itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        _written(Path(folder) / "long.db")
        first, down, filters = _measure(Path(folder) / "long.db")
    figure("ledger-first-ms", first, "ms", at_most=50)
    figure("ledger-page-down-ms", down, "ms", at_most=50)
    for name, took in filters.items():
        figure(f"ledger-filter-{name}-ms", took, "ms")
    figure("ledger-filter-ms", max(filters.values()), "ms", at_most=50)


def _written(path: Path) -> None:
    """Half the rows, then a few rare ones, one shop's own among them, then the rest: what is rare lies deep."""
    from app.store.moments import stamp
    from tests.life import NOW, add_shop

    db, _ = _inventory(path, ENTRIES // 2, "normal")
    with closing(db):
        other = add_shop(db, name="Rare")
        db.execute("begin")
        at = stamp(NOW + timedelta(hours=1))
        kinds = (("restock", other.id), ("receive", None), ("count", None))
        db.executemany(
            "insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after,"
            " committed_after, happened_at, recorded_at, shop_id) values (?, ?, ?, 1, 0, 5, 0, ?, ?, ?)",
            (
                (f"rare/{number}", number % PRODUCTS + 1, kinds[number % 3][0], at, at, kinds[number % 3][1])
                for number in range(RARE * 3)
            ),
        )
        after = stamp(NOW + timedelta(days=2))
        db.execute(
            "insert into stock_entry (key, product_id, kind, on_hand_delta, committed_delta, on_hand_after,"
            " committed_after, happened_at, recorded_at, shop_id, order_id, line_ref)"
            " select 'again/' || key, product_id, kind, on_hand_delta, committed_delta, 0, 0, ?1, ?1, shop_id,"
            " order_id, line_ref from stock_entry where kind in ('commit', 'ship')",
            (after,),
        )
        db.execute("commit")
        db.execute("pragma wal_checkpoint(truncate)")


def _measure(path: Path) -> tuple[float, float, dict[str, float]]:
    from app.store.database import connection
    from app.ui.application import make_application
    from app.ui.bridge import Bridge
    from app.ui.ledger.page import LedgerPage
    from app.ui.theme import Theme
    from tests.ui.channels.world import Program

    app = make_application(["bench"])
    theme = Theme(app)
    db = connection(path)
    bridge = Bridge(db, Program(db).lend())
    first = []
    for _ in range(TURNS):
        page = LedgerPage(bridge, theme)
        page.resize(1260, 844)
        first.append(_timed(app, lambda made=page: _show(made)))
        assert len(page.sheet.rows) == 100
        assert page.table.ledger._cells, "nothing was painted"
        if len(first) < TURNS:
            page.hide()
    down = [_timed(app, lambda: _page_down(app, page)) for _ in range(TURNS * 3)]
    assert len(page.sheet.rows) > 200
    filters = {name: _filter(app, page, act) for name, act in _filters(page).items()}
    bridge.close()
    return statistics.median(first), statistics.median(down), filters


def _show(page) -> None:
    page.show()
    page.shown()


def _page_down(app, page) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        app.sendEvent(page.table, QKeyEvent(kind, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier))


def _filters(page):
    from app.core.stock import EntryKind
    from app.store.ledger_page import BY_HAND, Asked
    from tests.life import NOW

    day = timedelta(days=1)
    asked = {
        "kind": Asked(kind=EntryKind.COMMIT),
        "rare-kind": Asked(kind=EntryKind.RESTOCK),
        "shop": Asked(shop=1),
        "rare-shop": Asked(shop=2),
        "by-hand": Asked(shop=BY_HAND),
        "product": Asked(words="P0123"),
        "products": Asked(words="P12"),
        "common-word": Asked(words="p"),
        "nowhere": Asked(words="zzz nowhere"),
        "order": Asked(order="4711"),
        "days": Asked(since=NOW + day / 48, until=NOW + day),
        "product-and-kind": Asked(words="P0123", kind=EntryKind.SHIP),
        "rare-kind-and-shop": Asked(kind=EntryKind.RECEIVE, shop=BY_HAND),
    }
    return {name: (lambda one=one: page._ask(one)) for name, one in asked.items()}


def _filter(app, page, act) -> float:
    from app.store.ledger_page import Asked

    taken = []
    for _ in range(5):
        taken.append(_timed(app, act))
        _timed(app, lambda: page._ask(Asked()))
    return statistics.median(taken)


def _timed(app, act) -> float:
    """Until what it asked for is painted: what has changed, as on a screen."""
    began = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - began) * 1000
