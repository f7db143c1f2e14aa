"""Shopify, by its Admin GraphQL interface: the connector's description and how to open one."""

from app.channels.shopify.channel import open_shopify
from app.channels.shopify.info import INFO

__all__ = ["INFO", "open_shopify"]
