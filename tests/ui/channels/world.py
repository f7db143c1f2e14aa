"""A Channels page over an inventory of a test's own, and a program behind it that only pretends to speak to shops."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTabBar, QTableView, QWidget

from app.core.changes import Changes
from app.core.channel import (
    Call,
    ChannelInfo,
    Check,
    ConnectField,
    ConnectWay,
    Guard,
    Introduction,
    ListingFacts,
    Location,
)
from app.core.text import N_
from app.errors import PlimsollError
from app.store import another, calls, listings, promises, pushes, shops
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.bridge import Bridge, ConnectForm, Lent
from app.ui.channels.page import ChannelsPage
from app.ui.theme import Theme
from app.ui.widgets.dialog import Dialog
from tests.life import NOW

ADDRESS = ConnectField(
    name="address",
    label=N_("Address of the shop"),
    hint=N_("It begins with https."),
    placeholder="https://shop.example",
)
SECRET = ConnectField(name="secret", label=N_("Consumer secret"), placeholder="cs_…", secret=True)
NICKNAME = ConnectField(name="nickname", label=N_("Nickname"), optional=True)
SCOPES = "read_products,write_products,read_inventory,write_inventory"

WOO = ChannelInfo(
    key="woocommerce",
    title="WooCommerce",
    letter="W",
    ways=(
        ConnectWay(
            key="key",
            title=N_("With a REST API key"),
            steps=(
                N_("Sign in to your shop’s WordPress, and open WooCommerce > Settings > Advanced > REST API."),
                N_("As permissions, choose Read/Write. Then choose Generate API key."),
            ),
            fields=(ADDRESS, SECRET, NICKNAME),
        ),
    ),
    guard=Guard.DELTA,
    repeatable=False,
    write_batch=100,
    read_batch=100,
    help_url="https://shop.example/help",
)
SHOPIFY = replace(
    WOO,
    key="shopify",
    title="Shopify",
    letter="S",
    marked=True,
    ways=(
        ConnectWay(
            key="app",
            title=N_("With an app of your own"),
            steps=(N_("Create a version with these scopes, and release it: {scopes}", scopes=SCOPES),),
            fields=(ADDRESS, SECRET),
        ),
        ConnectWay(
            key="token",
            title=N_("With a token of an older app"),
            steps=(N_("Copy the token."),),
            fields=(ADDRESS, SECRET),
        ),
    ),
)

ETSY = replace(
    WOO,
    key="etsy",
    title="Etsy",
    letter="E",
    ways=(
        ConnectWay(
            key="seller_app",
            title=N_("With a Seller App of your own"),
            steps=(N_("Paste exactly this address: {callback}", callback="http://localhost:47830/etsy/callback"),),
            fields=(ConnectField(name="keystring", label=N_("Keystring"), secret=True), SECRET),
            browser=True,
        ),
    ),
    notice=N_("The term 'Etsy' is a trademark of Etsy, Inc."),
)

PASSED = Introduction(
    name="Kiln & Tide",
    checks=(Check(name=N_("Reach the shop"), ok=True), Check(name=N_("Write stock"), ok=True)),
)
WRONG_KEY = Introduction(
    name="shop.example",
    checks=(
        Check(name=N_("Reach the shop"), ok=True),
        Check(name=N_("Sign in with the key"), ok=False, words=N_("The shop does not know this key.")),
    ),
)
READ_ONLY = Introduction(
    name="Kiln & Tide",
    checks=(
        Check(name=N_("Reach the shop"), ok=True),
        Check(name=N_("Write stock"), ok=False, words=N_("This key may only read.")),
    ),
)
TWO_PLACES = replace(PASSED, locations=(Location(ref="loc/1", name="Studio"), Location(ref="loc/2", name="Warehouse")))


class Browsing:
    """A browser that comes back when a test says so: `comes` with what it brings, or with what goes wrong."""

    page = "https://www.etsy.com/oauth/connect?state=s"

    def __init__(self, pasted: dict[str, str] | PlimsollError | None = None) -> None:
        self.listens, self.cancelled, self.addresses = True, False, list[str]()
        self.answer = pasted
        self._back: Future[dict[str, str] | None] = Future()

    def comes(self, found: dict[str, str] | PlimsollError | None) -> None:
        if isinstance(found, PlimsollError):
            self._back.set_exception(found)
        else:
            self._back.set_result(found)

    def wait(self) -> dict[str, str] | None:
        return self._back.result()

    def pasted(self, address: str) -> dict[str, str]:
        self.addresses.append(address)
        if isinstance(self.answer, PlimsollError):
            raise self.answer
        assert self.answer is not None
        return self.answer

    def cancel(self) -> None:
        self.cancelled = True
        if not self._back.done():
            self._back.set_result(None)


@dataclass
class Program:
    """What the program lends the window, pretended. `answer` is what a shop says of itself, or what goes wrong."""

    db: Connection
    now: datetime = NOW
    answer: Introduction | PlimsollError = PASSED
    refused: PlimsollError | None = None  # what goes wrong when the keys are kept
    keys_refused: PlimsollError | None = None  # what is said of the keys before the browser is opened
    browsing: "Browsing" = field(default_factory=Browsing)
    has_browser: bool = True
    before_sign_in: Callable[[], object] = lambda: None
    kept: str = "keyring"
    sender: bool = True
    asked: list[ConnectForm] = field(default_factory=list)
    said: list[tuple[object, ...]] = field(default_factory=list)
    hold: Callable[[], None] = lambda: None
    probe: Callable[[int], object] = lambda _shop: None  # what a look for caches does

    def lend(self, channels: Sequence[ChannelInfo] = (WOO, SHOPIFY)) -> Lent:
        return Lent(
            clock=lambda: self.now,
            channels=lambda: tuple(channels),
            introduce=self._introduce,
            connect=self._connect,
            reconnect=self._reconnect,
            sign_in=self._sign_in,
            open_page=self._open_page,
            disconnect=self._disconnect,
            set_mode=self._set_mode,
            take_over=self._take_over,
            wake=lambda: None,
            compare=lambda shop: self.said.append(("compare", shop)),
            sends_here=lambda: self.sender,
            send_from_here=self._send_from_here,
            secrets_kept=lambda: self.kept,
            back_up=str,
            recompute=int,
            open_sample=lambda: self.said.append(("open sample",)),
            leave_sample=lambda: self.said.append(("leave sample",)),
            throw_sample_away=lambda: None,
            restart_sending=lambda: None,
            report=str,
            probe_caches=self.probe,
        )

    def _introduce(self, form: ConnectForm) -> Introduction:
        self.hold()
        self.asked.append(form)
        if isinstance(self.answer, PlimsollError):
            raise self.answer
        return self.answer

    def _connect(self, form: ConnectForm, found: Introduction, location: str) -> int:
        if self.refused is not None:
            raise self.refused
        self.said.append(("connect", form.channel, location))
        with transaction(self.db):
            return shops.add(self.db, channel=form.channel, name=found.name, letter="W", cursor="", now=self.now)

    def _sign_in(self, form: ConnectForm, shop: int) -> "Browsing":
        self.before_sign_in()
        self.said.append(("sign in", shop))
        if self.keys_refused is not None:
            raise self.keys_refused
        return self.browsing

    def _open_page(self, page: str) -> bool:
        self.said.append(("open", page))
        return self.has_browser

    def _reconnect(self, shop: int, form: ConnectForm) -> Introduction:
        found = self._introduce(form)
        if found.ok:
            with transaction(self.db):
                shops.well(self.db, shop, now=self.now)
            self.said.append(("reconnect", shop))
        return found

    def _disconnect(self, shop: int) -> None:
        self.said.append(("disconnect", shop))
        with transaction(self.db):
            shops.remove(self.db, shop, now=self.now)

    def _set_mode(self, shop: int, mode: str) -> None:
        self.said.append(("mode", shop, mode))
        with transaction(self.db):
            shops.set_mode(self.db, shop, mode, now=self.now)
            if mode == "live":
                pushes.mark_shop_due(self.db, shop, now=self.now)

    def _take_over(self, shop: int) -> None:
        self._set_mode(shop, "live")
        with transaction(self.db):
            another.take_over(self.db, [shop], now=self.now)
        self.said.append(("take over", shop))

    def _send_from_here(self) -> None:
        self.sender = True
        self.said.append(("send from here",))


def page_over(
    db: Connection,
    theme: Theme,
    program: Program | None = None,
    *,
    sample: bool = False,
    channels: Sequence[ChannelInfo] = (WOO, SHOPIFY),
) -> ChannelsPage:
    """A page with a bridge of its own whose news it hears, as in the window."""
    bridge = Bridge(db, (program or Program(db)).lend(channels), sample=sample)
    page = ChannelsPage(bridge, theme)
    bridge.changed.connect(page.on_changed)
    bridge.setParent(page)
    return page


def read_shop(db: Connection, shop: Shop | int, facts: Sequence[ListingFacts], *, at: datetime = NOW) -> None:
    """The shop's listings and orders were read, and every number is explained."""
    number = shop if isinstance(shop, int) else shop.id
    with transaction(db):
        listings.save_listings(db, number, facts, read_at=at)
        db.execute("update listing set believed = seen, settled = 1 where shop_id = ? and seen is not null", (number,))
        rows = db.execute("select id, seen from listing where shop_id = ? and seen is not null", (number,)).fetchall()
        for row, seen in rows:
            promises.adopt(db, row, seen, now=at)
        shops.listings_read(db, number, at=at)
        shops.opened(db, number)
        shops.poll_complete(db, number, began_at=at)
        shops.well(db, number, now=at)


def listing(sku: str, shows: int | None = 5, ref: str = "", **more: object) -> ListingFacts:
    """What a shop says of a listing."""
    values = {"ref": ref or f"ref-{sku}", "sku": sku, "title": sku.title() or "Nameless", "quantity": shows, **more}
    return ListingFacts(**values)  # type: ignore[arg-type]


def told(page: ChannelsPage, changes: Changes) -> None:
    """News arrives, and is not waited for."""
    page.on_changed(changes)
    page._soon.now()


def dialog(page: QWidget) -> Dialog:
    """The question that is being asked, once it has the keyboard."""
    (found,) = [one for one in page.findChildren(Dialog) if one.isVisible()]
    assert QTest.qWaitForWindowActive(found)
    QApplication.processEvents()  # the keyboard follows a moment later
    return found


def shown_words(widget: QWidget) -> list[str]:
    """What is written on a widget, as far as it is to be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()]


def logged(
    db: Connection,
    shop: Shop,
    count: int,
    *,
    start: int = 0,
    outcome: str = "ok",
    status: int | None = 200,
    words: str = "",
) -> None:
    """Calls stand in the log of a shop."""
    with transaction(db):
        calls.write(
            db,
            shop.id,
            [
                Call(
                    at=NOW + timedelta(seconds=start + number),
                    verb="set stock",
                    target="1 listing",
                    outcome=outcome,
                    status=status,
                    milliseconds=180,
                    words=words,
                )
                for number in range(count)
            ],
        )


def cells(table: QTableView) -> list[list[object]]:
    """What a table shows, row by row."""
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def said(table: QTableView, row: int = 0) -> str:
    """What a screen reader says of a row."""
    return str(table.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def nameless(top: QWidget) -> list[QWidget]:
    """Controls that say nothing. A button inside a field is named by its action."""
    controls = [one for one in top.findChildren(QWidget) if isinstance(one, QAbstractButton | QLineEdit | QTabBar)]
    return [one for one in controls if not one.accessibleName() and not _of_qt(one)]


def _of_qt(one: QWidget) -> bool:
    """A part of a control, which has the name: what Qt puts into fields, tab bars and the corners of tables."""
    return isinstance(one.parent(), QLineEdit | QTabBar) or one.objectName().startswith("qt_")


EARLIER = NOW - timedelta(hours=8)
