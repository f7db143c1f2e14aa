"""The sample shop played without a screen: every event printed as it happens, and a picture of each page at the end."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.changes import Changes
from app.core.text import plain_number, signed
from app.store import incidents
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.program import Program
    from app.sample.shop import SampleShop
    from app.simulator.customers import Sale

SCARCE = "VAS-KEL-180"  # four left: Shopify sells three of them while WooCommerce, which we cannot tell, sells three
REFUSES = (0.35, 0.62)  # when, as a share of the play, WooCommerce asks us to wait
RUSHES = ((0.42, "shopify"), (0.5, "woocommerce"))
RUSH_PIECES = 3
BUY_EVERY_S = 2.5
PAGE_MS = 900  # what a page needs to draw its chart


def play(seconds: float, *, pictures: Path | None = None) -> int:
    """Play for so long; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer

    from app.installation import installation_of
    from app.log import start_log
    from app.program import Folders, Program
    from app.ui.application import make_application
    from app.ui.theme import Theme

    app = make_application(["plimsoll"])
    theme = Theme(app)
    with tempfile.TemporaryDirectory(prefix="plimsoll-") as made:
        home = Path(made)
        shots = pictures or Path(tempfile.gettempdir()) / "plimsoll-pictures"
        program = Program(app, theme, Folders(home, home, start_log(home), installation_of(home)), customers=False)
        program.open_sample()
        assert program.bridge is not None
        assert program.sample is not None
        narrator = Narrator(program.bridge.db)
        program.bridge.changed.connect(narrator.tell)
        program.sample.on_sale = narrator.sale
        script = Script(program.sample, seconds)
        timer = QTimer()
        timer.timeout.connect(script.go_on)
        program.sample.when_open(lambda: QTimer.singleShot(0, app, lambda: timer.start(int(BUY_EVERY_S * 1000))))
        QTimer.singleShot(int(seconds * 1000), app, lambda: _end(program, shots, timer.stop))
        return app.exec()


class Script:
    """Who buys what, and when WooCommerce refuses us."""

    def __init__(self, sample: "SampleShop", seconds: float) -> None:
        self._sample, self._seconds = sample, seconds
        self._played = 0.0
        self._refuses = False
        self._rushes = list(RUSHES)

    def go_on(self) -> None:
        """One customer; and around the middle several who want the same vases."""
        self._played += BUY_EVERY_S
        share = self._played / self._seconds
        refuses = REFUSES[0] <= share < REFUSES[1]
        if refuses != self._refuses:
            self._refuses = refuses
            self._sample.refuse(refuses)
            _say("channel", "WooCommerce asks us to wait" if refuses else "WooCommerce answers again")
        while self._rushes and share >= self._rushes[0][0]:
            shop = self._sample.shop_of(self._rushes.pop(0)[1])
            for _ in range(RUSH_PIECES):
                self._sample.buy([SCARCE], shop)
        self._sample.buy()


class Narrator:
    """Prints what the store says has happened since it last spoke."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._entry = self._last("select max(seq) from stock_entry")
        self._incident = self._last("select max(id) from incident")
        self._call = self._last("select max(id) from channel_call")
        self._confirmed = {number: at for number, *_, at in self._shown()}

    def _last(self, statement: str) -> int:
        return int(self._db.execute(statement).fetchone()[0] or 0)

    def sale(self, sale: "Sale") -> None:
        """A customer bought something."""
        shop, title = self._db.execute(
            "select shop.name, title from shop, product where shop.id = ? and sku = ?",
            (sale.shop, sale.sku),
        ).fetchone()
        _say("sale", f"{shop} order {sale.order}: {sale.pieces} × {title}")

    def tell(self, changes: Changes) -> None:
        """Something was written."""
        del changes  # the store knows better what is new
        self._booked()
        self._incidents()
        self._sent()

    def _booked(self) -> None:
        rows = self._db.execute(
            "select seq, kind, title, on_hand_delta - committed_delta, on_hand_after, committed_after"
            " from stock_entry join product on product.id = product_id where seq > ? order by seq",
            (self._entry,),
        ).fetchall()
        for seq, kind, title, change, on_hand, committed in rows:
            self._entry = seq
            available = plain_number(on_hand - committed)
            _say("booked", f"{kind} {title} {signed(change)}: {on_hand} on hand − {committed} committed = {available}")
            if kind == "commit" and on_hand < committed:
                _say("oversold", f"{title} by {committed - on_hand}")

    def _incidents(self) -> None:
        new = sorted((row for row in incidents.incidents(self._db) if row.id > self._incident), key=lambda row: row.id)
        for row in new:
            self._incident = row.id
            _say("incident", f"incident {row.id} opened: {row.title}, {row.short} more promised than there are")

    def _sent(self) -> None:
        calls = self._db.execute(
            "select channel_call.id, name, target, outcome, status, milliseconds, words from channel_call"
            " join shop on shop.id = shop_id where channel_call.id > ? and verb = 'set stock' order by channel_call.id",
            (self._call,),
        ).fetchall()
        for number, shop, target, outcome, status, taken, words in calls:
            self._call = number
            _say("sent", f"to {shop}: {target}, {outcome} ({status or 'no answer'}) in {taken} ms {words}".rstrip())
        for number, shop, title, shows, at in self._shown():
            if self._confirmed.get(number) != at:
                self._confirmed[number] = at
                _say("confirmed", f"{shop} shows {shows} × {title}")

    def _shown(self) -> list[tuple[int, str, str, int, str]]:
        """What each listing was confirmed to show, and when: two shops may be told in either order."""
        return self._db.execute(
            "select listing.id, name, product.title, confirmed, confirmed_at from listing"
            " join shop on shop.id = shop_id join product on product.id = product_id"
            " where confirmed_at is not null order by confirmed_at"
        ).fetchall()


def _end(program: "Program", shots: Path, stop: Callable[[], None]) -> None:
    """Stop buying, take the pictures, and close."""
    from PySide6.QtCore import QEventLoop, QTimer

    from app.ui.shell.places import places

    stop()
    window = program.window
    assert window is not None
    window.resize(1440, 900)
    shots.mkdir(parents=True, exist_ok=True)
    for key in (place.key for place in places()):
        window.show_page(key)
        loop = QEventLoop()
        QTimer.singleShot(PAGE_MS, loop.quit)
        loop.exec()
        window.grab().save(str(shots / f"{key}.png"))
    _say("pictures", f"of each page are in {shots}")
    window.close()


def _say(what: str, words: str) -> None:
    print(f"{_now()} {what:<9} {words}", flush=True)  # noqa: T201


def _now() -> str:
    from datetime import datetime

    return f"{datetime.now().astimezone():%H:%M:%S.%f}"[:-3]
