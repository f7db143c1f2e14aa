"""How each channel's webhooks are read. A channel with webhooks is one more line here."""

from app.channels.etsy.hooks import read as etsy
from app.channels.shopify.hooks import read as shopify
from app.channels.woocommerce.hooks import read as woocommerce
from app.core.notices import ReadHook

READERS: dict[str, ReadHook] = {"shopify": shopify, "woocommerce": woocommerce, "etsy": etsy}
