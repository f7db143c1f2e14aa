"""The first start: what Plimsoll is, and where to begin."""
