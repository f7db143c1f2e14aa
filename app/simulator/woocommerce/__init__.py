"""A WooCommerce shop that exists only on this computer."""

from app.simulator.woocommerce.shop import SimulatedWoo

__all__ = ["SimulatedWoo"]
