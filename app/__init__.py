"""Plimsoll: one stock for every place you sell."""

__version__ = "0.1.0"
