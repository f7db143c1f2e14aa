"""The webhook relay: a tiny always-on program that keeps what channels send until the desktop fetches it.

The server is a program of its own (`plimsoll-relay`, extra `relay`); the desktop uses `client`. Both use `envelope`,
`signing` and `wire`.
"""
