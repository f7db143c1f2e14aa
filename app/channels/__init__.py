"""The shops: one package each, and the only home of HTTP to channels. A new channel is one more line in `CHANNELS`.

What a channel is (`info`) is plain data; its connector is imported when the first shop is opened, so that the first
paint does not wait for HTTP.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.channels.etsy.info import INFO as ETSY
from app.channels.shopify.info import INFO as SHOPIFY
from app.channels.woocommerce.info import INFO as WOOCOMMERCE
from app.core.channel import ChannelInfo

if TYPE_CHECKING:
    from app.channels.base import BrowserWay, OpenChannel


@dataclass(frozen=True, slots=True)
class Registered:
    """A channel: what it is, and where to find the maker of its connectors and its sign-in by the browser, if any."""

    info: ChannelInfo
    find: Callable[[], "OpenChannel"]
    find_browser_way: Callable[[], "BrowserWay"] | None = None

    @property
    def open(self) -> "OpenChannel":
        """How a connector is made. Imports it."""
        return self.find()

    @property
    def browser_way(self) -> "BrowserWay | None":
        """How it signs in by the browser; None where nobody does. Imports it."""
        return self.find_browser_way() if self.find_browser_way else None


def _woocommerce() -> "OpenChannel":
    from app.channels.woocommerce.shop import open_woocommerce

    return open_woocommerce


def _etsy() -> "OpenChannel":
    from app.channels.etsy.shop import open_etsy

    return open_etsy


def _etsy_browser() -> "BrowserWay":
    from app.channels.etsy.signing_in import BROWSER_WAY

    return BROWSER_WAY


def _shopify() -> "OpenChannel":
    from app.channels.shopify.channel import open_shopify

    return open_shopify


CHANNELS: dict[str, Registered] = {
    WOOCOMMERCE.key: Registered(WOOCOMMERCE, _woocommerce),
    SHOPIFY.key: Registered(SHOPIFY, _shopify),
    ETSY.key: Registered(ETSY, _etsy, _etsy_browser),
}
