"""Once a day, where the seller switched it on: is there a newer Plimsoll? Said quietly, and only if there is."""

from collections.abc import Callable

from app.ui.bridge import Bridge
from app.ui.computer import NewerVersion
from app.ui.words import tr


def look_for_newer(bridge: Bridge, tell: Callable[[str, str, Callable[[], object]], None]) -> None:
    """Ask behind the window. `tell` gets a sentence, and what its button says and does. No answer is no news."""
    updates = bridge.lent.computer.updates if bridge.lent.computer is not None else None
    if updates is None or not updates.due():
        return

    def show(newer: NewerVersion | None) -> None:
        if newer is not None:
            tell(newer_words(newer), tr("Open its page"), lambda: bridge.lent.open_page(newer.page))

    bridge.background(updates.check, show, lambda _error: None)


def newer_words(newer: NewerVersion) -> str:
    """What is said of it."""
    return tr("Plimsoll {version} is there.", version=newer.version)
