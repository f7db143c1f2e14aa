"""The sample shop "Kiln & Tide": 60 days of made-up history, and channels that exist only on this computer.

It lives in a database of its own and can be thrown away. Part of the composition root: it may use posting, store,
core, channels and simulator.
"""
