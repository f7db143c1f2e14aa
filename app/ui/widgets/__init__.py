"""The visual kit: small widgets, painters and delegates that every page is put together from.

Import from the module that holds the thing: this package itself imports nothing, so that a window pays only for what
it shows.
"""
