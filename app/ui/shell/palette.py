"""What the command field finds: pages, actions, products, orders and help. Which of them match is decided here."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime

from PySide6.QtGui import QKeySequence

from app.core.records import dataclass
from app.store import finding
from app.store.sqlite import Connection
from app.ui.page import Command
from app.ui.shell.menus import WindowCommand
from app.ui.widgets.key_hint import keys_of
from app.ui.words import moment, tr

COMMANDS_MAX = 8
PRODUCTS_MAX = 8
ORDERS_MAX = 5
_EXACT, _BEGINS, _INITIALS, _HOLDS, _NOT = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One line of the list: its words, a quiet note before them, the keys that do the same, and what Enter does.

    Lines of one `group` stand together under its name. `off`: it cannot be done now, and Enter leaves it be.
    """

    words: str
    run: Callable[[], None]
    note: str = ""
    keys: str = ""
    group: str = ""
    off: bool = False


def found_commands(
    commands: Iterable[Command], typed: str, group: str = "", *, limit: int | None = COMMANDS_MAX
) -> list[Find]:
    """The commands that hold every word typed, or whose words begin with the letters typed ("pac": Pause all channels).

    Those that begin so come first, and what cannot be done now comes last. `limit` None: all of them.
    """
    ranked = [
        (rank, command)
        for command in commands
        if getattr(command, "palette", True) and (rank := _rank(command, typed)) < _NOT
    ]
    ranked.sort(key=lambda one: (not one[1].enabled(), one[0]))
    return [_find(command, group) for _, command in ranked[:limit]]


def found_in_stock(
    db: Connection, typed: str, show_page: Callable[[str, object], None], *, now: datetime
) -> list[Find]:
    """Products and orders: a product is shown in the Inventory, an order by its rows in the Ledger."""
    products = found_products(db, typed, lambda sku: show_page("inventory", sku), now=now)
    return [*products, *found_orders(db, typed, lambda number: show_page("ledger", ("order", number)), now=now)]


def found_products(db: Connection, typed: str, show: Callable[[str], None], *, now: datetime) -> list[Find]:
    """Products by SKU, name or barcode; where none is written so, those that are one letter away."""
    found = finding.products(db, typed, now=now, limit=PRODUCTS_MAX)
    group = tr("Products like this") if any(one.nearly for one in found) else tr("Products")
    return [Find(words=one.title, note=one.sku, run=_shower(show, one.sku), group=group) for one in found]


def found_orders(db: Connection, typed: str, show: Callable[[str], None], *, now: datetime) -> list[Find]:
    """Orders whose number begins so."""
    found = finding.orders(db, typed, limit=ORDERS_MAX)
    return [
        Find(
            words=tr("{shop}, {when}", shop=one.shop, when=moment(one.placed_at, now)),
            note=one.number,
            run=_shower(show, one.number),
            group=tr("Orders"),
        )
        for one in found
    ]


def found_anything(
    typed: str, here: Sequence[Command], own: Sequence[Command], pages: Collection[str], stock: Sequence[Find]
) -> list[Find]:
    """All of it in groups: what the page in view can do (`here`), pages by their keys, the window's other commands, and
    what was found in the inventory (`stock`). Nothing typed: everything that can be done, to read through.
    """
    limit = COMMANDS_MAX if typed.strip() else None
    to_pages = [command for command in own if command.key in pages]
    others = [command for command in own if command.key not in pages]
    return [
        *found_commands(to_pages, typed, tr("Pages"), limit=limit),
        *found_commands(here, typed, tr("On this page"), limit=limit),
        *found_commands(others, typed, tr("Actions"), limit=limit),
        *stock,
    ]


def described(finds: Sequence[Find], place: int) -> str:
    """One line as a sentence for a screen reader; the first of a group says whose it is."""
    find = finds[place]
    head = find.group if place == 0 or finds[place - 1].group != find.group else ""
    return ", ".join(filter(None, (head, find.words, find.note, find.keys, tr("not now") if find.off else "")))


def said(command: Command) -> str:
    """A command's words where it stands without its menu."""
    inside = command.inside if isinstance(command, WindowCommand) else ""
    return f"{inside}: {command.text}" if inside else command.text


def _find(command: Command, group: str) -> Find:
    keys = keys_of(QKeySequence(command.shortcut))
    return Find(words=said(command), run=command.run, keys=keys, group=group, off=not command.enabled())


def _rank(command: Command, typed: str) -> int:
    """How well a command fits what was typed; `_NOT` for not at all."""
    start, words = typed.strip().casefold(), said(command).casefold()
    if command.text.casefold() == start:
        return _EXACT
    if command.text.casefold().startswith(start):
        return _BEGINS
    initials = "".join(word[0] for word in words.split())
    if len(start) > 1 and initials.startswith(start):
        return _INITIALS
    return _HOLDS if all(word in words for word in start.split()) else _NOT


def _shower(show: Callable[[str], None], what: str) -> Callable[[], None]:
    return lambda: show(what)
