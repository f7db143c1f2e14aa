"""A small inventory and the bridge of a window to it. What main would lend is noted instead of done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.core.changes import Changes
from app.core.channel import ChannelInfo, Guard
from app.core.orders import Order
from app.posting import post_order
from app.store import shops
from app.store.database import transaction
from app.store.shops import BY_HAND, Shop
from app.ui.bridge import Bridge, Lent
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line

CHANNELS = tuple(
    ChannelInfo(
        key=key, title=title, letter=title[0], ways=(), guard=Guard.DELTA, repeatable=True, write_batch=10,
        read_batch=10, live_poll_s=live,
    )
    for key, title, live in (("woocommerce", "WooCommerce", 15), ("shopify", "Shopify", None))
)  # fmt: skip


@dataclass
class World:
    """`asked` are the calls that the window made, `lends` what they answer."""

    folder: Path
    asked: list[tuple[Any, ...]] = field(default_factory=list)
    lends: dict[str, Any] = field(default_factory=dict)
    now: datetime = NOW
    sample: bool = False

    def __post_init__(self) -> None:
        self.db = fresh(self.folder)
        self.bridge = Bridge(self.db, self.lent(), sample=self.sample, folder=str(self.folder))

    def lent(self) -> Lent:
        def call(name: str, answer: Any = None) -> Any:
            def run(*arguments: Any) -> Any:
                self.asked.append((name, *arguments))
                found = self.lends.get(name, answer)
                if isinstance(found, Exception):
                    raise found
                return found(*arguments) if callable(found) else found

            return run

        quiet = {"sends_here": True, "secrets_kept": "keyring"}
        names = (
            "introduce", "connect", "reconnect", "disconnect", "wake", "compare",
            "sign_in", "open_page",
            "send_from_here", "take_over", "open_sample", "leave_sample", "throw_sample_away", "restart_sending",
        )  # fmt: skip
        return Lent(
            clock=lambda: self.now,
            channels=lambda: self.lends.get("channels", CHANNELS),
            set_mode=self._set_mode,
            back_up=call("back_up", str(self.folder / "backups" / "plimsoll-20260514-143200.db")),
            recompute=call("recompute", 0),
            report=call("report", "versions and the end of the log"),
            **{name: call(name) for name in names},
            **{name: lambda name=name, answer=answer: self.lends.get(name, answer) for name, answer in quiet.items()},
        )

    def _set_mode(self, shop: int, mode: str) -> None:
        self.asked.append(("set_mode", shop, mode))
        with transaction(self.db):
            shops.set_mode(self.db, shop, mode, now=self.now)

    def names(self) -> list[str]:
        """What was asked, without its arguments."""
        return [call[0] for call in self.asked]

    # Life

    def shop(self, name: str = "Woo", *, channel: str = "woocommerce", letter: str = "", live: bool = True) -> Shop:
        return add_shop(self.db, channel=channel, name=name, letter=letter or name[0], live=live)

    def stall(self) -> Shop:
        return add_shop(self.db, channel=BY_HAND, name="Stall", letter="M", live=False)

    def product(self, sku: str = "MUG", on_hand: int | None = 10, title: str = "") -> int:
        number = add_product(self.db, sku, on_hand)
        if title:
            with transaction(self.db):
                self.db.execute("update product set title = ? where sku = ?", (title, sku))
        return number

    def listed(self, shop: Shop, sku: str = "MUG", *, shows: int | None = 0) -> int:
        return add_listing(self.db, shop, sku, shows=shows)

    def sell(self, shop: Shop, ref: str, pieces: int, sku: str = "MUG", *, url: str = "", at: float = 0) -> Changes:
        placed = NOW + timedelta(minutes=at)
        order = Order(
            ref=ref, number=ref, placed_at=placed, updated_at=placed, lines=(line(sku, pieces),), url=url, status="paid"
        )
        return post_order(self.db, shop, order, now=max(self.now, placed))

    def cancel(self, shop: Shop, ref: str, sku: str = "MUG") -> Changes:
        later = self.now + timedelta(minutes=5)
        order = Order(ref=ref, number=ref, placed_at=NOW, updated_at=later, lines=(), ended=True, status="cancelled")
        return post_order(self.db, shop, order, now=later)

    def oversold(self, by: int = 3, *, title: str = "Speckled mug 350 ml") -> Shop:
        """Eleven on the shelf, and a few more than that promised."""
        shop = self.shop("Etsy", channel="etsy", letter="E")
        self.product("MUG", 11, title)
        self.listed(shop, shows=2)
        self.sell(shop, "3382914377", 11, url="https://etsy.example/orders/3382914377")
        for place in range(by):
            number = f"338291440{place}"
            self.sell(shop, number, 1, url=f"https://etsy.example/orders/{number}", at=1 + place)
        return shop

    def trouble(self, shop: Shop, kind: str, *, minutes: float = 5) -> None:
        with transaction(self.db):
            shops.troubled(self.db, shop.id, kind=kind, words="words", now=NOW - timedelta(minutes=minutes))


@contextmanager
def worlds(folder: Path) -> Iterator[Callable[..., World]]:
    """Make worlds; their databases are closed in the end."""
    made: list[World] = []

    def make(**options: Any) -> World:
        home = folder / str(len(made))
        home.mkdir()
        made.append(World(home, **options))
        return made[-1]

    try:
        yield make
    finally:
        for one in made:
            one.bridge.close()
