"""The shops: one package each, and the only home of HTTP to channels. A new channel is one more line in `CHANNELS`."""

from app.channels.base import OpenChannel
from app.channels.shopify import INFO as SHOPIFY
from app.channels.shopify import open_shopify
from app.channels.woocommerce import INFO as WOOCOMMERCE
from app.channels.woocommerce import open_woocommerce
from app.core.channel import ChannelInfo

CHANNELS: dict[str, tuple[ChannelInfo, OpenChannel]] = {
    WOOCOMMERCE.key: (WOOCOMMERCE, open_woocommerce),
    SHOPIFY.key: (SHOPIFY, open_shopify),
}
