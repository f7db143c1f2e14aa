"""What a screen reader hears of a window: Qt's own accessibility tree, walked from the top as a reader walks it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QTabBar, QWidget

Role = QAccessible.Role
# Roles that a control has when nobody gave it one: a reader would say "panel", or nothing at all.
_SAYS_NOTHING = (Role.NoRole, Role.Client)
_PICTURES = ("StockChart", "StockPlot")  # these say what they show in their name and description
# Whose children are made of data: one row of them says how all of them sound.
_LISTS = (Role.Table, Role.Tree, Role.List)
_FEW = 24


def walk(top: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that can be seen, in the order of the tree."""
    yield from _below(QAccessible.queryAccessibleInterface(top))


def unheard(top: QWidget) -> list[str]:
    """What takes the keyboard and has no name, or no role that a reader could say. A row's first cell speaks for it."""
    found = []
    for one in walk(top):
        name, role, state = one.text(QAccessible.Text.Name), one.role(), one.state()
        scrolls_tabs = one.object() is not None and isinstance(one.object().parent(), QTabBar)  # Qt names these itself
        if not state.focusable or state.disabled or role is Role.Cell or scrolls_tabs:
            continue
        kind = type(one.object()).__name__
        what = f"{kind} “{name}”, {role.name}"
        if not name.strip():
            found.append(f"no name: {what}")
        if role in _SAYS_NOTHING and kind not in _PICTURES:
            found.append(f"no role: {what}")
    return found


def _below(one: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if one is None or not one.isValid() or one.state().invisible:
        return
    yield one
    count = one.childCount()
    for place in range(min(count, _FEW) if one.role() in _LISTS else count):
        yield from _below(one.child(place))
