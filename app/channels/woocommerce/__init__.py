"""WooCommerce, REST API wc/v3: what connecting asks of the seller, and the connector itself."""

from app.channels.woocommerce.info import INFO
from app.channels.woocommerce.shop import WooCommerce, open_woocommerce

__all__ = ["INFO", "WooCommerce", "open_woocommerce"]
