"""Bad input, a table: what a person types, a shop answers, or the disk does. Each is a sentence, and nothing changed.

What a connector makes of every answer, call by call, is in `tests/contract` and `tests/channels`; here each kind goes
the way that a person goes: connect a shop, read it, match its listings, open the inventory, start the program.
"""

import errno
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from app import main
from app.channels import CHANNELS, http
from app.core.channel import ShopAccess
from app.errors import ChannelError, PlimsollError, StoreError
from app.session import Session
from app.simulator.faults import Fault
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store import database, health, listings, settings, shops, start
from app.store.database import open_database, transaction
from app.store.format import SCHEMA_VERSION
from app.store.sqlite import Connection, connect
from app.ui.channels.match_rows import rows_of, what_happens
from app.ui.channels.matching import Matching
from tests.channels.test_http import _refuse_one, _self_signed
from tests.contract.bench import Bench
from tests.contract.stages import STAGES, Stage
from tests.contract.town import Town, calm, content, session_of, town_in
from tests.life import NOW, add_product, add_shop, fresh

# --- connecting a shop -------------------------------------------------------------------------------------------


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with town_in(tmp_path) as town:
        yield town


def _page(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, html="<h1>My diary</h1>")


def _elsewhere(_: httpx.Request) -> httpx.Response:
    return httpx.Response(301, headers={"Location": "https://www.shop.example/"})


def _gigantic(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=b"[" + b"1," * 100_000 + b"1]")


def _always(shop: SimulatedWoo | SimulatedShopify, fault: Fault) -> None:
    shop.faults.rate({fault: 1.0})


def _without(scope: str) -> Callable[[Town], ShopAccess]:
    def access(town: Town) -> ShopAccess:
        town.shopify.scopes.discard(scope)
        return town.shopify_access()

    return access


def _with(spoil: Callable[[Town], object], access: Callable[[Town], ShopAccess]) -> Callable[[Town], ShopAccess]:
    def spoilt(town: Town) -> ShopAccess:
        spoil(town)
        return access(town)

    return spoilt


def _nobody(_: Town) -> str:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


WOO, SHOPIFY = Town.woo_access, Town.shopify_access
CONNECTING: dict[str, tuple[Callable[[Town], ShopAccess], str]] = {
    "woocommerce, wrong address": (lambda town: town.woo_access("my shop"), "“my shop” is not the address of a shop"),
    "woocommerce, a slip": (lambda town: town.woo_access("https://kiln..example"), "is not the address of a shop"),
    "shopify, wrong address": (lambda town: town.shopify_access("kiln.example"), "is not the name of a Shopify shop"),
    "woocommerce, nobody there": (lambda town: town.woo_access(_nobody(town)), "cannot be reached"),
    "shopify, nobody there": (lambda town: town.shopify_access(_nobody(town)), "cannot be reached"),
    "woocommerce, not a shop": (lambda town: town.woo_access(town.serve(_page)), "There is no WooCommerce shop at"),
    "shopify, not a shop": (lambda town: town.shopify_access(town.serve(_page)), "does not understand"),
    "woocommerce, http": (lambda town: town.woo_access("http://shop.example"), "over https only"),
    "shopify, http": (lambda town: town.shopify_access("http://kiln.myshopify.com"), "over https only"),
    "woocommerce, redirect": (lambda town: town.woo_access(town.serve(_elsewhere)), "https://www.shop.example"),
    "shopify, redirect": (lambda town: town.shopify_access(town.serve(_elsewhere)), "https://www.shop.example"),
    "woocommerce, wrong key": (lambda town: town.woo_access(consumer_key="ck_" + "0" * 40), "Sign in with the key"),
    "woocommerce, wrong secret": (lambda town: town.woo_access(consumer_secret="cs_" + "0" * 40), "Sign in with"),
    "shopify, wrong secret": (lambda town: town.shopify_access(client_secret="shpss_0"), "did not accept the client"),
    "woocommerce, read-only key": (
        _with(lambda town: setattr(town.woo.gate, "permission", "read"), WOO),
        "Write stock: This key may only read.",
    ),
    "shopify, read-only": (_without("write_inventory"), "Set stock: Add write_inventory to the app’s scopes"),
    "shopify, missing scope": (_without("read_locations"), "See locations: Add read_locations"),
    "woocommerce, unmanaged": (
        _with(lambda town: town.woo.switch_stock_management(on=False), WOO),
        "Stock management is on: Switch it on under",
    ),
    "woocommerce, garbage": (_with(lambda town: _always(town.woo, Fault.GARBAGE), WOO), "no WooCommerce shop"),
    "shopify, garbage": (_with(lambda town: _always(town.shopify, Fault.GARBAGE), SHOPIFY), "does not understand"),
    "woocommerce, truncated": (_with(lambda town: _always(town.woo, Fault.TRUNCATED), WOO), "no WooCommerce shop"),
    "shopify, truncated": (_with(lambda town: _always(town.shopify, Fault.TRUNCATED), SHOPIFY), "does not understand"),
    "woocommerce, gigantic": (lambda town: town.woo_access(town.serve(_gigantic)), "far too large"),
    "shopify, gigantic": (lambda town: town.shopify_access(town.serve(_gigantic)), "far too large"),
}


@pytest.mark.parametrize("case", CONNECTING)
def test_connecting(town: Town, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "ANSWER_MAX_BYTES", 100_000)
    access, words = CONNECTING[case]
    made = access(town)
    before = content(town.session.db), _shops(town)
    assert words in _said(town.session, made)
    assert (content(town.session.db), _shops(town)) == before


def _shops(town: Town) -> list[tuple[int | None, int]]:
    return [(shop.quantity(shop.find("MUG")), len(shop.orders)) for shop in (town.woo, town.shopify)]


def _said(session: Session, access: ShopAccess) -> str:
    """What a person reads who tests this connection."""
    try:
        failed = [check for check in session.introduce(access).checks if not check.ok]
    except PlimsollError as error:
        return calm(error.title, error.advice)
    assert failed, "it was taken for a shop in order"
    return calm(*(f"{check.name}: {check.words}" for check in failed))


def test_a_certificate_that_nobody_vouches_for(town: Town) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_refuse_one, args=(server, _self_signed(town.folder)))
        thread.start()
        said = _said(town.session, town.woo_access(f"https://127.0.0.1:{server.getsockname()[1]}"))
        thread.join()
    assert "certificate does not prove that it is your shop, so nothing was sent" in said
    assert shops.shops(town.session.db) == []


def test_an_address_without_https_behind_it(town: Town) -> None:
    said = _said(town.session, town.woo_access(town.woo.address.replace("http://", "https://")))
    assert "does not answer with https, so nothing was sent" in said


# --- a shop that is connected --------------------------------------------------------------------------------------


@pytest.fixture(params=sorted(CHANNELS))
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    stage = STAGES[request.param]()
    yield stage
    stage.channel.close()


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.TRUNCATED, Fault.BROKEN, Fault.SIGNED_OUT, None])
def test_what_a_shop_may_answer_books_nothing(
    stage: Stage, tmp_path: Path, fault: Fault | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None stands for a gigantic answer."""
    monkeypatch.setattr(http, "ANSWER_MAX_BYTES", 100_000)
    bench = Bench(stage, tmp_path)
    stage.sell((bench.stocked("MUG", 10), 3))
    if fault:
        stage.shop.faults.rate({fault: 1.0})
    else:
        stage.wire.instead = _gigantic
    before, cursor = content(bench.db), bench.cursor
    with pytest.raises(ChannelError) as caught:
        bench.poll()
    calm(caught.value.title, caught.value.advice)
    assert (content(bench.db), bench.cursor) == (before, cursor)
    stage.shop.faults.calm()
    stage.wire.instead = lambda _: None
    bench.hear(10, 3)
    bench.db.close()


def test_skus_that_are_twice_there_missing_or_not_counted(stage: Stage, tmp_path: Path) -> None:
    """Each is named and waits for the seller; nothing is made, linked or sent."""
    db = fresh(tmp_path)
    shop = add_shop(db, channel=stage.key)
    for sku, shows in (("MUG", 10), ("mug ", 3), ("", 4), ("GIFT", None)):
        stage.shop.add_product(sku, shows)
    with transaction(db):
        listings.save_listings(db, shop.id, stage.listings(), read_at=NOW)
    before = content(db)
    rows = rows_of(Matching.of(health.match_rows(db, shop.id), []).lines)
    no_sku = "Decide: it has no SKU. Choose a product"
    uncounted = "The shop does not count it: nothing is sent, but its sales can count"
    said = {row.listing.sku or row.listing.title.upper(): what_happens(row, {}) for row in rows}
    assert said == {
        "MUG": "Decide: other listings here have the same SKU",
        "mug ": "Decide: other listings here have the same SKU",
        "": no_sku,
        "GIFT": uncounted if stage.names_uncounted else no_sku,
    }
    assert start.preview(db, shop.id) == []
    assert content(db) == before
    assert db.execute("select count(*) from product").fetchone() == (0,)
    db.close()


# --- the file ------------------------------------------------------------------------------------------------------


def _not_ours(path: Path) -> None:
    with closing(connect(path)) as other:
        other.execute("create table song (title)")
        other.commit()


def _newer(path: Path) -> None:
    with closing(open_database(path)) as db:
        db.execute(f"pragma user_version={SCHEMA_VERSION + 1}")
        db.execute("pragma journal_mode=delete")


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "not ours": (_not_ours, "This file is not a Plimsoll inventory."),
    "no database": (lambda path: path.write_text("Dear diary. " * 400), "This file is not a Plimsoll inventory."),
    "newer": (_newer, "made by a newer Plimsoll. Install the newest Plimsoll"),
}


@pytest.mark.parametrize("case", FILES)
def test_opening(tmp_path: Path, case: str) -> None:
    path = tmp_path / "plimsoll.db"
    make, words = FILES[case]
    make(path)
    before = _folder(tmp_path)
    with pytest.raises(StoreError) as caught:
        _open(path)
    assert words in calm(caught.value.title, caught.value.advice)
    assert _folder(tmp_path) == before


def _folder(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in folder.iterdir()}


def _open(path: Path) -> None:
    session_of(path).db.close()


def _read_only(path: Path, **_: object) -> Connection:
    address = str(path) if str(path).startswith("file:") else f"file:{path}?mode=ro"
    return connect(address, uri=True, isolation_level=None, check_same_thread=False)


def _on_a_full_disk(path: Path, **_: object) -> Connection:
    db = connect(path, isolation_level=None, check_same_thread=False)
    pages = db.execute("pragma page_count").fetchone()[0]
    db.execute(f"pragma max_page_count={max(pages, 3)}")
    return db


def test_an_inventory_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection can only read, as on a disk that is mounted so: root may write anywhere else."""
    path = tmp_path / "plimsoll.db"
    with closing(fresh(tmp_path, path.name)) as db:
        add_product(db, "MUG", 5)
        before = content(db)
        monkeypatch.setattr(database, "connect", _read_only)
        with pytest.raises(StoreError) as caught:
            _open(path)
        assert "read-only. Allow writing there" in calm(caught.value.title, caught.value.advice)
        assert content(db) == before


def test_a_folder_in_which_nobody_may_write() -> None:
    with pytest.raises(StoreError) as caught:
        _open(Path("/proc/self/plimsoll.db"))
    assert "cannot be opened" in calm(caught.value.title, caught.value.advice)


def test_a_new_inventory_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half made stays behind: with space again it opens as new."""
    path = tmp_path / "plimsoll.db"
    with monkeypatch.context() as full:
        full.setattr(database, "connect", _on_a_full_disk)
        with pytest.raises(StoreError) as caught:
            _open(path)
    assert "The disk is full. Free some space." in calm(caught.value.title, caught.value.advice)
    _open(path)


def test_a_full_disk_while_it_is_used(tmp_path: Path) -> None:
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    db.execute(f"pragma max_page_count={db.execute('pragma page_count').fetchone()[0]}")
    before = content(db)
    with pytest.raises(StoreError) as caught:
        _fill(db)
    assert "The disk is full. Free some space." in calm(caught.value.title, caught.value.advice)
    assert content(db) == before
    db.close()


def _fill(db: Connection) -> None:
    with transaction(db):
        for number in range(10_000):
            settings.put_fact(db, f"fact {number}", "x" * 200)


# --- the start of the program --------------------------------------------------------------------------------------

_START = """
import sys
import app.ui.start_error as shown
shown.show_start_error = lambda error, folder: print(error.title, "|", error.advice)
import app.main
app.main.TRIES = 1  # the first one does not answer here
from app.main import main
sys.exit(main(["--data", sys.argv[1]]))
"""
_HOLD = """
import os, sys
os.environ["PLIMSOLL_DATA"] = sys.argv[1]
from app.main import _take_hold
held = _take_hold()
print("open", flush=True)
sys.stdin.read()
"""


def _start(folder: Path) -> str:
    """What a person reads who starts the program with this folder, and cannot."""
    run = subprocess.run(
        [sys.executable, "-c", _START, str(folder)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stderr) == (1, "")
    return calm(*run.stdout.strip().split(" | "))


@contextmanager
def _already_open(folder: Path) -> Iterator[None]:
    command = [sys.executable, "-c", _HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        yield
        first.communicate("")


def test_a_second_start(tmp_path: Path) -> None:
    with closing(fresh(tmp_path, "plimsoll.db")) as db:
        before = content(db)
        with _already_open(tmp_path):
            assert "Plimsoll is already open. Look for its window." in _start(tmp_path)
        assert content(db) == before


def test_starting_where_nobody_may_write() -> None:
    """Not even root may make a folder there."""
    assert "Plimsoll may not write in its folder: /proc/" in _start(Path("/proc/self/shop"))


@pytest.mark.parametrize("what", [errno.ENOSPC, errno.EDQUOT])
def test_a_first_start_on_a_full_disk(tmp_path: Path, what: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the installation's name can be written: that is no matter of permissions."""

    def full(_: Path) -> str:
        raise OSError(what, "No space left on device")

    monkeypatch.setenv("PLIMSOLL_DATA", str(tmp_path))
    monkeypatch.setattr(main, "start_log", lambda folder: folder)
    monkeypatch.setattr(main, "installation_of", full)
    with pytest.raises(StoreError) as caught:
        main._take_hold()
    assert calm(caught.value.title, caught.value.advice).startswith("The disk is full. Free some space.")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_starting_in_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "Plimsoll may not write in its folder" in _start(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("case", ["not ours", "newer"])
def test_starting_with_an_inventory_that_is_not_for_this_program(tmp_path: Path, case: str) -> None:
    path = tmp_path / "plimsoll.db"
    make, words = FILES[case]
    make(path)
    before = path.read_bytes()
    assert words in _start(tmp_path)
    assert path.read_bytes() == before
