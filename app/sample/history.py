"""Sixty days of a small pottery, ending at a given moment with the numbers of kiln-and-tide.json.

Made up from a seed: the same seed and moment give the same history. Booked through posting, like real life.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from app.core.orders import Order, OrderLine
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order, post_sale_by_hand
from app.sample import past, story
from app.sample.things import STALL, Event, Item, Sale, items
from app.store import catalog, ledger, settings, shops
from app.store.catalog import Product
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection

DAYS = 60
SHOPIFY, WOO = "shopify", "woocommerce"
_WEIGHTS = {SHOPIFY: 9, WOO: 8}
_DAYS_TO_SELL_THE_GAP = 14  # between reorder point and floor: sets how fast a product sells


class History:
    """Writes the sample shop into an empty inventory."""

    def __init__(self, db: Connection, *, now: datetime, seed: int = 1) -> None:
        self._db = db
        self._now = now
        self._rng = random.Random(seed)
        self._began_at = now - timedelta(days=DAYS)
        self._shops: dict[str, Shop] = {}
        self._numbers = {SHOPIFY: 0, WOO: 0}

    def write(self) -> None:
        """Everything, from the first delivery to the oversell an hour and a half ago."""
        everything = items()
        self._open_shops()
        self._add_products(everything)
        story.earlier_incident(self._db, self._shops[WOO], now=self._now)
        events = [event for item in everything if not item.parts for event in self._life(item)]
        events += past.counted(self._db, self, everything)
        events.sort(key=lambda event: event.at)
        for event in events:
            event.run(event.at)
        connected = [shop for shop in self._shops.values() if not shop.by_hand]
        past.compared(self._db, connected, len(everything), days=DAYS, now=self._now)

    # ------------------------------------------------------------------------------------------- the shop itself

    def _open_shops(self) -> None:
        before = self._began_at - timedelta(days=1)
        with transaction(self._db):
            for channel, name, letter in (
                (SHOPIFY, "Shopify", "S"),
                (WOO, "WooCommerce", "W"),
                (STALL, "Market stall", "M"),
            ):
                number = shops.add(self._db, channel=channel, name=name, letter=letter, now=before)
                shops.set_mode(self._db, number, "live", now=before)
                found = shops.shop(self._db, number)
                assert found is not None
                self._shops[channel] = found

    def _add_products(self, everything: list[Item]) -> None:
        at = self._now - timedelta(days=73)
        with transaction(self._db):
            settings.put_fact(self._db, settings.NAME, "Kiln & Tide")
            settings.put(self._db, settings.HELD_BACK, 1, now=at)
            for item in everything:
                number = catalog.add_product(self._db, _product(item), now=at)
                settings.put(self._db, settings.FLOOR, item.floor, product=number, now=at)
                settings.put(self._db, settings.REORDER_POINT, item.reorder, product=number, now=at)
            for item in everything:
                if item.parts:
                    catalog.set_parts(self._db, item.sku, item.parts)
        for shop in self._shops.values():
            story.list_everything(self._db, shop, everything, at=at)

    # ------------------------------------------------------------------------------------------- one product's life

    def _life(self, item: Item) -> Iterator[Event]:
        if item.sku == story.MUG:
            yield from story.mug(self, item)
            return
        sales = self._sales(item)
        sold = sum(sale.pieces for sale in sales)
        delivered, size = self._deliveries(item, sold)
        start = item.available + sold - delivered * size
        yield self.adjust(item.sku, EntryKind.ADJUST, start, "start", self._began_at)
        available = start
        for number, sale in enumerate(sales):
            left = sum(one.pieces for one in sales[number:])
            if delivered and (available - sale.pieces <= item.floor or available + delivered * size - left < 0):
                delivered -= 1
                available += size
                yield self.adjust(item.sku, EntryKind.RECEIVE, size, "delivery", sale.at - timedelta(hours=3))
            available -= sale.pieces
            yield from sale.events(self)
        for rest in range(delivered):
            yield self.adjust(item.sku, EntryKind.RECEIVE, size, "delivery", self._now - timedelta(days=2 + rest))

    def _sales(self, item: Item) -> list[Sale]:
        """Sales of the last 60 days, oldest first; the newest ones are still to be sent."""
        rate = max(0.08, (item.reorder - item.floor) / _DAYS_TO_SELL_THE_GAP / 2)
        count = max(item.committed, round(self._rng.gauss(rate * DAYS, rate * 6)), 2)
        moments = sorted(self._moment() for _ in range(count))
        sales = []
        for number, at in enumerate(moments):
            waits = number >= count - item.committed
            pieces = 1 if waits or self._rng.random() < 0.88 else 2
            sales.append(Sale(item=item, channel=self._channel(at, waits=waits), at=at, pieces=pieces, waits=waits))
        return sales

    def _moment(self) -> datetime:
        """A moment in the last 60 days, by day more than by night."""
        day = self._now - timedelta(days=self._rng.random() * DAYS)
        at = day.replace(
            hour=self._rng.choice(range(7, 23)), minute=self._rng.randrange(60), second=self._rng.randrange(60)
        )
        return max(
            self._began_at + timedelta(hours=2), min(at, self._now - timedelta(minutes=self._rng.randrange(25, 900)))
        )

    def _channel(self, at: datetime, *, waits: bool) -> str:
        recent = self._now - at < timedelta(days=5)  # the stall was entered after the last market
        if at.weekday() == 5 and not (recent or waits) and self._rng.random() < 0.5:
            return STALL
        return self._rng.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]

    def _deliveries(self, item: Item, sold: int) -> tuple[int, int]:
        size = max(4, round(item.reorder * 1.5))
        return max(0, (item.available + sold - item.reorder) // size), size

    def count(self, sku: str, at: datetime, *, missing: int = 0, note: str = "") -> Event:
        """An event that counts a product, and finds some pieces missing."""

        def run(moment: datetime) -> None:
            found = ledger.levels(self._db, [sku])[sku].on_hand - missing
            self.post(sku, EntryKind.COUNT, found, "counted", moment, note)

        return Event(at, run)

    # ------------------------------------------------------------------------------------------- writing

    def adjust(self, sku: str, kind: EntryKind, pieces: int, reason: str, at: datetime, note: str = "") -> Event:
        """An event that changes on hand by hand."""
        return Event(at, lambda moment: self.post(sku, kind, pieces, reason, moment, note))

    def post(self, sku: str, kind: EntryKind, pieces: int, reason: str, at: datetime, note: str = "") -> None:
        """Change on hand by hand, now."""
        batch = f"sample/{sku}/{at.isoformat()}/{reason}"
        post_adjustment(self._db, sku, kind, pieces, reason=reason, note=note, batch=batch, now=at)

    def sell(self, channel: str, item: Item, pieces: int, at: datetime, number: str = "") -> str:
        """Book a sale; its number."""
        shop = self._shops[channel]
        if shop.by_hand:
            ref = f"{at:%Y%m%d}-{item.sku}-{at:%H%M%S}"
            post_sale_by_hand(self._db, shop, item.sku, pieces, ref=ref, sold_at=at, now=at)
            return ref
        self._numbers[channel] += 1
        number = number or f"{story.FIRST_NUMBER[channel] + self._numbers[channel]}"
        self._book(shop, number, item, at, at, open=pieces, taken=pieces)
        return number

    def send(self, channel: str, number: str, item: Item, pieces: int, placed_at: datetime, at: datetime) -> None:
        """Book that an order was sent."""
        self._book(self._shops[channel], number, item, placed_at, at, shipped=pieces, taken=pieces)

    def _book(self, shop: Shop, number: str, item: Item, placed_at: datetime, at: datetime, **amounts: int) -> None:
        values: dict[str, Any] = amounts
        line = OrderLine(ref="1", listing=item.sku, sku=item.sku, title=item.title, **values)
        shown = f"#{number}" if shop.channel == SHOPIFY else number
        status = "completed" if "shipped" in amounts else "processing"
        order = Order(ref=number, number=shown, placed_at=placed_at, updated_at=at, lines=(line,), status=status)
        post_order(self._db, shop, order, now=at, by="webhook" if self._rng.random() < 0.8 else "poll")

    @property
    def now(self) -> datetime:
        """The moment at which the history ends."""
        return self._now

    @property
    def began_at(self) -> datetime:
        """The moment at which it begins."""
        return self._began_at

    @property
    def rng(self) -> random.Random:
        """What everything is made up from."""
        return self._rng


def _product(item: Item) -> Product:
    return Product(
        sku=item.sku,
        title=item.title,
        barcode=item.barcode,
        place=item.place,
        price_minor=item.price,
        currency="GBP",
    )
