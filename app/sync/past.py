"""Reading a shop's orders from before it was connected, as demand only, when there is nothing else to do.

One page a step, through the same reading as every poll, with a cursor of its own. A channel gives what it gives:
Shopify the last 60 days unless the app was approved for all of them.
"""

from datetime import datetime

from app.errors import ChannelRefused
from app.store import past_sales
from app.store.database import transaction
from app.store.shops import Shop
from app.sync.desk import Desk


class ReadPast:
    """One shop's past."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._over = False  # nothing was asked for, or all is read

    def work(self, shop: Shop, now: datetime) -> bool:
        """Read the next page. False: nothing is to be read."""
        if self._over:
            return False
        desk = self._desk
        found = past_sales.reading(desk.db, shop.id)
        if found is None or found.done_at is not None:
            self._over = True
            return False
        cursor = found.cursor or desk.channel.first_cursor(found.since)
        try:
            page = desk.channel.orders_changed(cursor)
        except ChannelRefused:  # its channel does not give them: then there are none
            with transaction(desk.db):
                past_sales.keep(desk.db, shop.id, [], before=now, cursor=cursor, done_at=now)
                desk.write_calls()
            return True
        with transaction(desk.db):
            past_sales.keep(
                desk.db,
                shop.id,
                page.orders,
                before=shop.connected_there,
                cursor=page.cursor,
                done_at=None if page.more else now,
            )
            desk.write_calls()
        return True
