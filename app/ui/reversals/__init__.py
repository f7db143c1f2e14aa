"""Cancelling and refunding an order in its shop: what is asked before anything is sent, and how it went."""
