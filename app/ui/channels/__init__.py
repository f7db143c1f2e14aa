"""Channels: every shop and how it is doing, connecting one, matching its listings, starting stock, and going live.

What follows from what is decided in `states`, `steps`, `matching` and `plans`, which know no window; the rest draws
and asks. All that is written stands in `acts`.
"""
