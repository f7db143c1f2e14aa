"""What the command field finds: pages, commands, and products by SKU or name. Which of them match is decided here."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtGui import QKeySequence

from app.core.records import dataclass
from app.store import inventory
from app.store.inventory import Question
from app.store.sqlite import Connection
from app.ui.page import Command
from app.ui.shell.menus import WindowCommand
from app.ui.widgets.key_hint import keys_of

COMMANDS_MAX = 8
PRODUCTS_MAX = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One line of the list: its words, a quiet note before them, the keys that do the same, and what Enter does."""

    words: str
    run: Callable[[], None]
    note: str = ""
    keys: str = ""
    product: bool = False


def found_commands(commands: Iterable[Command], typed: str) -> list[Find]:
    """The commands that hold every word typed; those that begin with them come first. Only what can be done now."""
    words = typed.casefold().split()
    fitting = [
        command
        for command in commands
        if getattr(command, "palette", True)
        and command.enabled()
        and all(word in said(command).casefold() for word in words)
    ]
    start = typed.strip().casefold()
    fitting.sort(key=lambda command: not command.text.casefold().startswith(start))
    return [
        Find(words=said(command), run=command.run, keys=keys_of(QKeySequence(command.shortcut)))
        for command in fitting[:COMMANDS_MAX]
    ]


def found_products(db: Connection, typed: str, show: Callable[[str], None], *, now: datetime) -> list[Find]:
    """Products by SKU, name or barcode, in the order of their SKUs."""
    if not typed.strip():
        return []
    numbers = inventory.first(db, Question(words=typed, sort="sku"), now=now, limit=PRODUCTS_MAX)
    rows = inventory.rows(db, list(numbers), now=now) if numbers else {}
    shown = [rows[number] for number in numbers if number in rows]
    return [Find(words=row.title, note=row.sku, run=_shower(show, row.sku), product=True) for row in shown]


def described(finds: Sequence[Find], place: int) -> str:
    """One line as a sentence for a screen reader."""
    find = finds[place]
    return ", ".join(filter(None, (find.words, find.note, find.keys)))


def said(command: Command) -> str:
    """A command's words where it stands without its menu."""
    inside = command.inside if isinstance(command, WindowCommand) else ""
    return f"{inside}: {command.text}" if inside else command.text


def _shower(show: Callable[[str], None], sku: str) -> Callable[[], None]:
    return lambda: show(sku)
