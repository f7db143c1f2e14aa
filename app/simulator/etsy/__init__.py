"""An Etsy shop that exists only on this computer: its books, its interface, its customers and its faults."""

from app.simulator.etsy.books import Choice
from app.simulator.etsy.shop import SimulatedEtsy

__all__ = ["Choice", "SimulatedEtsy"]
