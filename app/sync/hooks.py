"""Webhooks kept in order: at every start and once a day a shop's are listed, and what is missing is made again.

Only where the seller has let Plimsoll set them up. Shopify deletes one after eight failures, WooCommerce disables one
after seven, and neither tells anybody. Every call of it is in the call log.
"""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from app.channels.base import MakesHooks
from app.core.hooks import Doorway
from app.core.mending import mending
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, PlimsollError
from app.sync.desk import Desk

EVERY = timedelta(hours=24)


class KeepHooks:
    """One shop's webhooks. `work` makes one call, or none when nothing is due."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._deeds: deque[Callable[[], object]] = deque()
        self._next_at: datetime | None = None  # None: not looked at since the start

    def work(self, now: datetime) -> bool:
        """One call towards all webhooks being there. What the shop refuses is tried again tomorrow."""
        if not self._deeds and self._next_at is not None and now < self._next_at:
            return False
        try:
            return self._do(now)
        except (ChannelRefused, ChannelSignedOut):
            # Its orders are read all the same. Should the sign-in really have ended, the next reading says so.
            self._rest(now)
            return True
        except ChannelError:
            self._deeds.clear()  # a webhook may have been made without our hearing of it: look again first
            self._next_at = None
            raise

    def _do(self, now: datetime) -> bool:
        if self._deeds:
            self._deeds.popleft()()
            return True
        channel, door = self._desk.channel, self._doorway()
        hooks = channel.info.hooks
        if door is None or hooks is None or not isinstance(channel, MakesHooks):
            self._next_at = now + EVERY
            return False
        wrong = mending(hooks, channel.webhooks(), door.address)
        self._deeds.extend(_removing(channel, ref) for ref in wrong.remove)
        self._deeds.extend(_adding(channel, topic, door) for topic in wrong.add)
        self._next_at = now + EVERY
        return True

    def _doorway(self) -> Doorway | None:
        try:
            return self._desk.doorway(self._desk.shop_id)
        except PlimsollError:
            return None  # the vault is shut: the relay's own lane says so

    def _rest(self, now: datetime) -> None:
        self._deeds.clear()
        self._next_at = now + EVERY


def _removing(channel: MakesHooks, ref: str) -> Callable[[], object]:
    return lambda: channel.remove_webhook(ref)


def _adding(channel: MakesHooks, topic: str, door: Doorway) -> Callable[[], object]:
    return lambda: channel.add_webhook(topic, door.address, door.secret)
