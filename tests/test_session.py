"""A session: connecting a shop for real over loopback, keeping its keys sealed, and who may send."""

import json
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from app.channels.address import shop_address
from app.channels.buyers import BUYER_KEY
from app.core.away import Away
from app.core.channel import ShopAccess
from app.core.stock import EntryKind
from app.credentials import Kept, Vault
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut
from app.posting import post_adjustment, post_link, post_new_products, post_start
from app.session import Session, Where, utc_now
from app.simulator.http import LoopbackServer
from app.simulator.shopify import SimulatedShopify
from app.simulator.woocommerce import SimulatedWoo
from app.store import backup, catalog, leaving, listings, settings, shops, start
from app.store.catalog import Product
from app.store.database import transaction
from tests.life import add_listing, add_product, add_shop, level

PATIENCE_S = 20


class News:
    """Hears of changes, and lets a test wait until something is true."""

    def __init__(self):
        self.heard = threading.Event()
        self.troubles = []

    def tell(self, changes):
        self.heard.set()

    def tell_trouble(self, error):
        self.troubles.append(error)

    def tell_crash(self, error):
        self.troubles.append(error)

    def until(self, true):
        for _ in range(PATIENCE_S * 20):
            if true():
                return
            self.heard.wait(0.05)
            self.heard.clear()
        raise AssertionError(f"never: {true} {self.troubles}")


@pytest.fixture
def vault():
    return Vault(b"k" * 32, Kept.KEYRING)


@pytest.fixture
def open_session(tmp_path, vault):
    opened = []

    def make(installation="here", key=None):
        where = Where(
            path=tmp_path / "inventory.db",
            backups=tmp_path / "backups",
            installation=installation,
            log_file=tmp_path / "plimsoll.log",
        )
        session = Session(where, vault=lambda: key or vault)
        opened.append(session)
        return session

    yield make
    for session in opened:
        session.close()
        session.db.close()


@pytest.fixture
def woo():
    sim = SimulatedWoo(utc_now, 1, name="Kiln & Co")
    for sku, shows in (("MUG", 10), ("BOWL", 4)):
        sim.add_product(sku, shows)
    server = LoopbackServer(sim).start()
    sim.address = server.url
    yield sim
    server.stop()


def test_from_the_first_key_to_a_number_that_is_sent(open_session, woo):
    """Connect, look, match, start, go live; a change then reaches the shop; nothing was sent before."""
    session, news = open_session(), News()
    access = woo.access(0)
    introduction = session.introduce(access)
    assert introduction.ok, introduction
    session.start(news)
    number = session.connect(access, introduction, letter="W")
    news.until(lambda: (found := shops.shop(session.db, number)) and found.opened and found.listings_read_at)
    news.until(lambda: all(row.believed is not None for row in listings.listings_of_shop(session.db, number)))
    shop = shops.shop(session.db, number)
    assert shop
    assert (shop.mode, shop.name) == ("looking", "Kiln & Co")
    rows = listings.listings_of_shop(session.db, number)
    post_new_products(session.db, [(row.id, Product(sku=row.sku, title=row.title)) for row in rows], now=utc_now())
    session.wake()
    news.until(lambda: all(row.obstacle is None for row in start.preview(session.db, number)))
    products = [row.product_id for row in start.preview(session.db, number)]
    post_start(session.db, shop, products, batch="start", now=utc_now())
    with transaction(session.db):
        settings.put(session.db, settings.HELD_BACK, 1, now=utc_now())
    session.wake()
    assert woo.quantity(woo.find("MUG")) == 10, "looking only: nothing is sent"
    assert BUYER_KEY in shops.sealed_secrets(session.db, number), "buyers are known again by a hash with a key"
    session.set_mode(number, "live")
    news.until(lambda: woo.quantity(woo.find("MUG")) == 9)
    news.until(lambda: woo.quantity(woo.find("BOWL")) == 3)
    assert news.troubles == []


def test_the_order_cursor_of_a_new_shop_is_set_before_anything_of_it_is_read(open_session, woo):
    """What is sold while its listings and numbers are read is a change after the cursor: never missed."""
    session = open_session()
    number = session.connect(woo.access(0), session.introduce(woo.access(0)), letter="W")
    kept = shops.shop(session.db, number)
    assert kept
    assert (kept.mode, kept.opened, kept.listings_read_at) == ("looking", False, None)
    assert listings.listings_of_shop(session.db, number) == []
    ref = woo.sell((woo.find("MUG"), 1))
    channel = session.open_channel(kept, lambda _: None)
    assert [order.ref for order in channel.orders_changed(kept.orders_cursor).orders] == [ref]
    channel.close()


def test_keys_are_sealed_and_nowhere_in_clear(open_session, woo, tmp_path):
    session = open_session()
    access = woo.access(0)
    number = session.connect(access, session.introduce(access), letter="W")
    session.db.execute("pragma wal_checkpoint(truncate)")
    session.back_up()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 2
    for path in files:
        content = path.read_bytes()
        for secret in access.secrets.values():
            assert secret.encode() not in content, path
    assert set(shops.sealed_secrets(session.db, number)) == set(access.secrets)
    assert all(secret not in repr(access) for secret in access.secrets.values())


def test_a_lost_vault_key_signs_the_shop_out_in_words(open_session, woo):
    session = open_session()
    number = session.connect(woo.access(0), session.introduce(woo.access(0)), letter="W")
    session.close()
    later, news = open_session(key=Vault(b"x" * 32, Kept.SESSION)), News()
    later.start(news)
    news.until(lambda: (found := shops.shop(later.db, number)) and found.trouble == "signed_out")
    found = shops.shop(later.db, number)
    assert found
    assert "Connect the shop again" in found.trouble_words
    access = woo.access(number)
    later.reconnect(number, access, later.introduce(access))
    news.until(lambda: (again := shops.shop(later.db, number)) and again.trouble is None and again.listings_read_at)


def test_a_copy_on_another_computer_only_looks(open_session):
    here = open_session("here")
    assert here.sends_here()
    there = open_session("there")
    assert not there.sends_here()
    there.send_from_here()
    assert there.sends_here()
    assert not here.sends_here(), "one computer sends"


def test_disconnecting_leaves_the_orders_and_takes_the_keys(open_session, woo):
    session, news = open_session(), News()
    session.start(news)
    number = session.connect(woo.access(0), session.introduce(woo.access(0)), letter="W")
    session.disconnect(number)
    assert shops.shops(session.db) == []
    assert shops.sealed_secrets(session.db, number) == {}


def test_a_backup_and_a_report(open_session, tmp_path):
    session = open_session()
    path = session.back_up()
    assert backup.backup_files(tmp_path / "backups") == [path]
    (tmp_path / "plimsoll.log").write_text("ck_0123456789abcdef0123 bo@buyer.example said hello\n", encoding="utf-8")
    report = session.report()
    assert "said hello" in report
    assert "ck_" not in report
    assert "bo@" not in report


def test_recomputing_puts_levels_right_and_tells_the_shops(open_session):
    """What was wrong was shown: a bundle's listing too has to hear of the right number."""
    session = open_session()
    db, woo = session.db, add_shop(session.db)
    for sku, on_hand in (("MUG", 5), ("BOWL", 4)):
        add_product(db, sku, on_hand)
    add_product(db, "PAIR", MUG=2)
    listed = {sku: add_listing(db, woo, sku, shows=3) for sku in ("MUG", "BOWL", "PAIR")}
    db.execute("update push set state = 'acknowledged', due_at = null")
    assert session.recompute() == 0
    db.execute("update stock_level set on_hand = 9 where product_id = (select id from product where sku = 'MUG')")
    assert session.recompute() == 1
    assert (level(db, "MUG"), level(db, "PAIR"), level(db, "BOWL")) == ((5, 0), (2, 0), (4, 0))
    due = {number for (number,) in db.execute("select listing_id from push where state = 'due'")}
    assert due == {listed["MUG"], listed["PAIR"]}
    assert session.recompute() == 0


@pytest.fixture
def anywhere(tmp_path):
    """An address at which there is something that is no shop."""

    class Blog:
        def handle(self, request):
            return httpx.Response(200, headers={"Content-Type": "text/html"}, content=b"<html>my diary</html>")

    server = LoopbackServer(Blog()).start()
    yield server.url
    server.stop()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "not the address"),
        ("not an address", "not the address"),
        ("ftp://shop.example", "not the address"),
        ("http://shop.example", "https only"),
        ("https://user:secret@shop.example", "not the address"),
    ],
)
def test_a_wrong_address_is_said_in_words_before_anything_is_sent(typed, words):
    with pytest.raises(ChannelRefused, match=words):
        shop_address(typed)


def test_an_address_that_is_no_shop(open_session, anywhere):
    access = ShopAccess(
        shop=0,
        channel="woocommerce",
        address=anywhere,
        way="key",
        secrets={"consumer_key": "ck_" + "0" * 40, "consumer_secret": "cs_" + "0" * 40},
    )
    try:
        introduction = open_session().introduce(access)
        assert not introduction.ok
        said = " ".join(str(check.words) for check in introduction.checks if not check.ok)
    except ChannelError as error:
        said = str(error)
    assert "0000" not in said
    assert said


def test_a_wrong_key_changes_nothing(open_session, woo):
    session = open_session()
    access = woo.access(0)
    wrong = ShopAccess(
        shop=0,
        channel="woocommerce",
        address=access.address,
        way="key",
        secrets={"consumer_key": "ck_" + "0" * 40, "consumer_secret": "cs_" + "0" * 40},
    )
    with suppress(ChannelSignedOut):
        assert not session.introduce(wrong).ok
    assert shops.shops(session.db) == []


def test_shopify_connects_too(open_session):
    sim = SimulatedShopify(utc_now, 3)
    sim.add_product("MUG", 10)
    server = LoopbackServer(sim).start()
    try:
        session, news = open_session(), News()
        session.start(news)
        access = sim.access(0, address=server.url)
        introduction = session.introduce(access)
        assert introduction.ok
        number = session.connect(access, introduction, letter="S")
        news.until(lambda: (found := shops.shop(session.db, number)) and found.listings_read_at is not None)
        assert [row.sku for row in listings.listings_of_shop(session.db, number)] == ["MUG"]
        session.close()
    finally:
        server.stop()


def test_an_alert_reaches_the_sellers_own_webhook(open_session):
    """From a number that falls to its floor to the address that the seller typed; sealed on the way."""
    came = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self):
            came.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words):
            pass

    session, news = open_session(), News()
    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        server.timeout = PATIENCE_S
        thread = threading.Thread(target=server.handle_request, daemon=True)
        thread.start()
        session.notifying().set_webhook(f"http://127.0.0.1:{server.server_port}/secret")
        with transaction(session.db):
            catalog.add_product(session.db, Product(sku="MUG", title="Mug"), now=utc_now())
            settings.put(session.db, settings.FLOOR, 3, product=1, now=utc_now())
        session.start(news)
        post_adjustment(session.db, "MUG", EntryKind.COUNT, 3, reason="counted", batch="b", now=utc_now())
        session.wake()
        news.until(lambda: came)
        thread.join()
    assert json.loads(came[0])["lines"] == ["Mug is at its floor of 3."]
    kept = session.db.execute("select shown, sealed from alert_outlet").fetchone()
    assert kept[0] == "127.0.0.1"
    assert b"secret" not in kept[1]
    assert news.troubles == []


def test_leaving_for_real_and_coming_back(open_session, woo):
    """Two shops over loopback, with the lanes' own threads: split and read back before the end, shared after it."""
    other = SimulatedWoo(utc_now, 2, name="Kiln two")
    other.add_product("MUG", 10)
    server = LoopbackServer(other).start()
    other.address = server.url
    session, news = open_session(), News()
    session.start(news)
    sims = {}
    try:
        for sim in (woo, other):
            access = sim.access(0)
            sims[session.connect(access, session.introduce(access), letter="W")] = sim
        news.until(lambda: len(session.db.execute("select 1 from listing where believed is not null").fetchall()) == 3)
        first, second = sims
        _share_for_long(session, first, second)
        shows = lambda: sorted(sim.quantity(sim.find("MUG")) for sim in sims.values())  # noqa: E731
        since = utc_now()
        session.leaving().prepare(Away(), "quit", None)
        news.until(lambda: leaving.count_unconfirmed(session.db, since=since) == {})
        assert sum(shows()) == 10, "each piece in one of them"
        session.close()
        again = open_session()
        again.start(news)
        news.until(lambda: shows() == [10, 10])
        assert leaving.in_force(again.db) is None
    finally:
        server.stop()


def _share_for_long(session, first, second):
    """The second shop sells the first one's mugs; both have done so for a while."""
    rows = [row for shop in (first, second) for row in listings.listings_of_shop(session.db, shop)]
    mug, twin = [row for row in rows if row.sku == "MUG"]
    post_new_products(session.db, [(mug.id, Product(sku="MUG", title="Mug"))], now=utc_now())
    post_link(session.db, twin.id, "MUG", now=utc_now())
    ((product,),) = session.db.execute("select id from product where sku = 'MUG'").fetchall()
    post_start(session.db, shops.shop(session.db, first), [product], batch="start", now=utc_now())
    with transaction(session.db):
        for shop in (first, second):
            session.db.execute(
                "insert into demand (product_id, shop_id, weight, since)"
                " values (?, ?, 1.0, '2026-01-01T00:00:00.000Z')",
                (product, shop),
            )
        session.db.execute("update stock_level set split = 0")
    for shop in (first, second):
        session.set_mode(shop, "live")
