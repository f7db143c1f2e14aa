"""Seeded life of whole shops against the real lanes, store and connectors: faults, power cuts, then healing."""
