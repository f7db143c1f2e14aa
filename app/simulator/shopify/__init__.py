"""A Shopify shop that exists only on this computer: its books, its interface, its customers and its faults."""

from app.simulator.shopify.books import Restock
from app.simulator.shopify.life import STOCK_TOPIC
from app.simulator.shopify.shop import SimulatedShopify

__all__ = ["STOCK_TOPIC", "Restock", "SimulatedShopify"]
