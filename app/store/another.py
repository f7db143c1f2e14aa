"""Another computer that is also Plimsoll for a shop: that it was found, that sending stopped for it, and who goes on.

Where it is found while stock is sent, the shop goes back to looking only, and says why until the seller has decided.
"""

from collections.abc import Iterable
from datetime import datetime

from app.store import plans, relay, settings, shops
from app.store.shops import Shop
from app.store.sqlite import Connection


def stop(db: Connection, shop: Shop, *, now: datetime) -> None:
    """Somebody else sends to a shop that we send to: from now on it is only looked at."""
    shops.set_mode(db, shop.id, "looking", now=now)
    settings.put(db, settings.ANOTHER, 1, shop=shop.id, now=now)
    shops.set_option(db, shop.id, shops.ANOTHER, shops.STOPPED)
    plans.rethink(db, plans.of_shop(db, shop.id), now=now)


def seen(db: Connection, shop: Shop) -> bool:
    """Somebody else sends to a shop that we do not send to. True: that was not known."""
    if shop.another:
        return False
    shops.set_option(db, shop.id, shops.ANOTHER, shops.SEEN)
    return True


def nobody(db: Connection, shop: Shop, *, ours: bool = False, now: datetime) -> bool:
    """Nobody else sends to it. That we stopped is still said, until the seller has decided. True: this was not known.

    `ours`: and we do, as the shop's mark says by now.
    """
    said = shop.another == shops.SEEN or (ours and bool(shop.another))
    if said:
        _forget(db, shop.id, now=now)
    if ours and shop.takes_over:
        shops.set_option(db, shop.id, shops.TAKES_OVER, "")
    return said or (ours and shop.takes_over)


def decided(db: Connection, number: int, mode: str, *, takes_over: bool = False, now: datetime) -> None:
    """The seller chose the shop's mode. Should another computer still send there, it is found again.

    `takes_over`: the seller said that this computer sends, whatever another one does.
    """
    shops.set_option(db, number, shops.TAKES_OVER, "")
    if takes_over:
        take_over(db, [number], now=now)
    elif mode == "live":
        _forget(db, number, now=now)
        if relay.left_to_another(db):
            relay.fetch_again(db, now=now)


def take_over(db: Connection, live: Iterable[int], *, now: datetime) -> None:
    """The seller says that this computer sends to these shops, whatever another one does."""
    for number in live:
        _forget(db, number, now=now)
        shops.set_option(db, number, shops.TAKES_OVER, "1")
    relay.fetch_again(db, now=now)


def only_look(db: Connection, number: int) -> None:
    """The seller has seen it, and leaves sending to the other computer."""
    shops.set_option(db, number, shops.ANOTHER, shops.SEEN)


def _forget(db: Connection, number: int, *, now: datetime) -> None:
    shops.set_option(db, number, shops.ANOTHER, "")
    if settings.get(db, settings.ANOTHER, shop=number) is not None:
        settings.put(db, settings.ANOTHER, None, shop=number, now=now)
