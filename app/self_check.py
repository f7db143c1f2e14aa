"""`plimsoll --self-check`: everything that the program is made of is there and works on this computer.

For whoever packages it, and for a report: each line says what was tried and what was found. It uses a folder of its
own, asks nobody on the network, and leaves the seller's inventory and secrets alone. What fails ends it with its
traceback.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__

if TYPE_CHECKING:
    from app.ui.theme import Theme

LEAST_AUTHORITIES = 100
NOW = datetime(2026, 5, 14, 14, 32, tzinfo=UTC)
PIECES = 7


def check() -> int:
    """Check all, a line each; the exit code. Raises what is wrong."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="plimsoll-check-") as made:
        for name, part in CHECKS.items():
            _say(f"{name:<10} ", end="")
            _say(part(Path(made)))
    _say("Everything is there.")
    return 0


def _version(_folder: Path) -> str:
    import platform

    kind = "frozen" if getattr(sys, "frozen", False) else "from source"
    return f"Plimsoll {__version__}, {kind}, Python {platform.python_version()}, {platform.platform()}"


def _database(folder: Path) -> str:
    """A scratch inventory is made, written, backed up and read back."""
    from contextlib import closing

    from app.core.stock import EntryKind
    from app.posting import post_adjustment
    from app.store import catalog, ledger
    from app.store.backup import back_up
    from app.store.database import open_database, transaction
    from app.store.sqlite import VERSION, sqlite3

    with closing(open_database(folder / "scratch.db")) as db:
        with transaction(db):
            catalog.add_product(db, catalog.Product(sku="MUG", title="Mug"), now=NOW)
        post_adjustment(db, "MUG", EntryKind.COUNT, PIECES, reason="counted", batch="check", now=NOW)
        entries = back_up(db, folder / "backups" / "scratch.db")
        on_hand = ledger.levels(db, ["MUG"])["MUG"].on_hand
    assert (on_hand, entries) == (PIECES, 1), "what was written is what is read"
    return f"SQLite {VERSION} from {sqlite3.__name__}: written, backed up and read back"


def _count(folder: Path) -> str:
    """A count finds a piece more than the ledger knows of, and posts it."""
    from contextlib import closing

    from app import counting
    from app.core.counting import Tolerance
    from app.core.stock import EntryKind
    from app.posting import post_adjustment
    from app.store import catalog, ledger
    from app.store.database import open_database, transaction

    with closing(open_database(folder / "counted.db")) as db:
        with transaction(db):
            mug = catalog.add_product(db, catalog.Product(sku="MUG", title="Mug", place="Shelf A"), now=NOW)
        post_adjustment(db, "MUG", EntryKind.COUNT, PIECES - 1, reason="counted", batch="check", now=NOW)
        number, _ = counting.begin(db, name="Check", kind="full", products=[mug], tolerance=Tolerance(), now=NOW)
        for _ in range(PIECES):
            counting.scan(db, number, "MUG", shelf="Shelf A", now=NOW)
        counting.close(db, number, "Shelf A", now=NOW)
        counting.post_shelf(db, number, "Shelf A", batch="count", now=NOW)
        on_hand = ledger.levels(db, ["MUG"])["MUG"].on_hand
    assert on_hand == PIECES, "the count is what is there"
    return f"{PIECES} scans: on hand was {PIECES - 1} and is {on_hand}"


def _channels(_folder: Path) -> str:
    from app.channels import CHANNELS

    for registered in CHANNELS.values():
        assert callable(registered.open)
        assert registered.browser_way is None or callable(registered.browser_way.begin)
    return ", ".join(registered.info.title for registered in CHANNELS.values())


def _keyring(_folder: Path) -> str:
    """Which keyring would be asked. It is not written to: a check must not leave a key behind."""
    import keyring

    from app.credentials import KEY_BYTES, Kept, Vault

    vault = Vault(os.urandom(KEY_BYTES), Kept.SESSION)
    assert vault.open(vault.seal("secret", "check"), "check") == "secret"
    backend = keyring.get_keyring()
    return f"{type(backend).__module__}; a secret was sealed and opened"


def _relay(_folder: Path) -> str:
    from app.relay import signing
    from app.relay.client import relay_address

    private, public = signing.new_key()
    headers = signing.sign(private, signing.device_id(public), "GET", "/v1/pull", at_ms=0)
    assert signing.SIGNATURE in headers
    return f"{relay_address('relay.example')}: a request was signed"


def _tls(_folder: Path) -> str:
    import ssl

    import httpx

    authorities = len(httpx.create_ssl_context().get_ca_certs())
    assert authorities >= LEAST_AUTHORITIES, "the list of certificate authorities is missing"
    return f"{ssl.OPENSSL_VERSION}, {authorities} authorities"


def _fonts(_folder: Path) -> str:
    from PySide6.QtGui import QFontInfo

    theme = _theme()
    families = {role: QFontInfo(theme.font(role)).family() for role in ("body", "title", "mono")}
    assert families["body"].startswith("Inter"), families
    assert families["mono"].startswith("JetBrains"), families
    return ", ".join(sorted(set(families.values())))


def _chart(_folder: Path) -> str:
    """One chart is drawn: that needs numpy, pyqtgraph and Qt's parts behind it."""
    from app.ui.charts.picture import Picture
    from app.ui.charts.stock_chart import StockChart
    from app.ui.charts.words import chart_words

    end = NOW.timestamp()
    steps = [(end - 86400.0 * day, day % 9) for day in range(60, -1, -1)]
    picture = Picture(start=end - 60 * 86400.0, end=end, available=steps, on_hand=steps)
    chart = StockChart(_theme())
    chart.resize(640, 240)
    chart.show_picture(picture, chart_words(picture), "")
    chart.load()
    image = chart.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    chart.deleteLater()
    assert len(colours) > 3, "the chart is empty"
    return f"{image.width()} × {image.height()}, {len(colours)} colours"


def _papers(folder: Path) -> str:
    """A message, a spreadsheet, a barcode and a PDF."""
    from app.letters import skeletons
    from app.sheets.reading import read
    from app.sheets.writing import write
    from app.ui.count.barcode import Symbol, modules
    from app.ui.papers.paper import Paper, write_paper

    _theme()
    write(folder / "products.xlsx", [["SKU", "Pieces"], ["MUG", PIECES]])
    assert "MUG" in str(read(folder / "products.xlsx"))
    assert all(modules("4006381333931", symbol) for symbol in Symbol)
    write_paper(Paper(title="Check"), folder / "check.pdf")
    assert (folder / "check.pdf").read_bytes().startswith(b"%PDF")
    return f"{len(skeletons('en'))} and {len(skeletons('de'))} messages, .xlsx, barcodes, .pdf"


@cache
def _theme() -> "Theme":
    """The application and its theme, made once."""
    from PySide6.QtWidgets import QApplication

    from app.ui.application import make_application
    from app.ui.theme import Theme

    found = QApplication.instance()
    return Theme(found if isinstance(found, QApplication) else make_application(["plimsoll"]))


CHECKS: dict[str, Callable[[Path], str]] = {
    "version": _version,
    "database": _database,
    "count": _count,
    "channels": _channels,
    "keyring": _keyring,
    "relay": _relay,
    "TLS": _tls,
    "fonts": _fonts,
    "chart": _chart,
    "papers": _papers,
}


def _say(words: str, end: str = "\n") -> None:
    print(words, end=end, flush=True)  # noqa: T201 - on Windows there may be no console; then this does nothing
