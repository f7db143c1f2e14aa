"""The Inventory page: every product with its numbers, and one of them in full beside the list."""
