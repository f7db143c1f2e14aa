"""The shops: one package each, and the only home of HTTP to channels. A new channel is one more line in `CHANNELS`.

What a channel is (`info`) is plain data; its connector is imported when the first shop is opened, so that the first
paint does not wait for HTTP.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from app.channels.shopify.info import INFO as SHOPIFY
from app.channels.woocommerce.info import INFO as WOOCOMMERCE
from app.core.channel import ChannelInfo

if TYPE_CHECKING:
    from app.channels.base import OpenChannel


@dataclass(frozen=True, slots=True)
class Registered:
    """A channel: what it is, and where its connector is made (`module:function`)."""

    info: ChannelInfo
    maker: str

    @property
    def open(self) -> "OpenChannel":
        """How a connector is made."""
        module, _, name = self.maker.partition(":")
        return cast("OpenChannel", getattr(import_module(module), name))


CHANNELS: dict[str, Registered] = {
    WOOCOMMERCE.key: Registered(WOOCOMMERCE, "app.channels.woocommerce.shop:open_woocommerce"),
    SHOPIFY.key: Registered(SHOPIFY, "app.channels.shopify.channel:open_shopify"),
}
