"""How wide the sidebar is: a rail on a narrow window or beside a page to work in, unless the seller says otherwise."""

from app.ui.shell.memory import Memory

WIDE_FROM = 1360  # from this width on everything is as drawn
_KEYS = {True: "sidebar/narrow_in_wide", False: "sidebar/narrow_in_narrow"}


class Rails:
    """One choice for wide windows and one for narrow ones; Ctrl \\ changes the one that is in force."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._narrow = {wide: memory.flag(key, default=not wide) for wide, key in _KEYS.items()}

    def narrow(self, width: float, *, working: bool) -> bool:
        """Is it a rail in a window of this width at 100 % text size? `working`: the page wants the room."""
        return working or self._narrow[width >= WIDE_FROM]

    def turn(self, width: float) -> None:
        """The seller wants the other one, in windows of this kind."""
        wide = width >= WIDE_FROM
        self._narrow[wide] = not self._narrow[wide]
        self._memory.keep(_KEYS[wide], self._narrow[wide])
