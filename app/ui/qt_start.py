"""How Qt comes into the program: once, before anything else of the window."""

import builtins


def load_qt() -> None:
    """Import Qt, and leave Python's own `import` as it was.

    PySide6 puts a hook there for `from __feature__ import`, which is not used here. The hook reads the source text of
    every module that is imported after it: a tenth of the time to the first paint.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
