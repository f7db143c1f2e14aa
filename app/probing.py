"""Looking for caches before a shop, when the seller presses it: what was found is kept with the shop.

Part of the composition root. It blocks: it is called from another thread.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.channels.base import Channel, Log, ProbesCaches
from app.core.caches import CacheProbe
from app.core.channel import Call
from app.core.text import N_
from app.errors import ChannelRefused
from app.store import calls, shops
from app.store.database import connection, transaction
from app.store.shops import Shop


def probe_caches(path: Path, number: int, open_channel: Callable[[Shop, Log], Channel]) -> CacheProbe:
    """Let the shop's connector look, and keep what it saw. Every call is in the shop's log, also when it failed.

    Raises a `ChannelError`, and `ChannelRefused` for a channel that has no such caches.
    """
    made: list[Call] = []
    with closing(connection(path)) as db:
        shop = shops.shop(db, number)
        if shop is None or shop.by_hand:
            raise ChannelRefused(N_("There is nothing to look at here."), N_("Choose a connected shop."))
        channel = open_channel(shop, made.append)
        try:
            if not isinstance(channel, ProbesCaches):
                raise ChannelRefused(N_("This channel has no caches of yours."), N_("Nothing is to be done."))
            found = channel.probe_caches()
        finally:
            channel.close()
            with transaction(db):
                calls.write(db, number, made)
        with transaction(db):
            shops.keep_probe(db, number, found)
    return found
