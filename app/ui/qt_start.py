"""How Qt comes into the program: once, before anything else of the window."""

import builtins
import gc


def load_qt() -> None:
    """Import Qt, and leave Python's own `import` as it was.

    PySide6 puts a hook there for `from __feature__ import`, which is not used here. The hook reads the source text of
    every module that is imported after it: a tenth of the time to the first paint.
    """
    gc.disable()  # all that is made for the first paint stays: looking through it for rubbish finds none. See `Program`
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
