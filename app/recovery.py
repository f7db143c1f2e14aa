"""When the inventory is damaged or a backup is wanted: what is offered, what is said. Part of the composition root."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import InventoryDamaged, StoreError
from app.session import utc_now
from app.store.backup import best_backup
from app.store.restore import restore
from app.ui.settings.restore import inside_words
from app.ui.widgets.dialog import Dialog, ask
from app.ui.words import say, tr


def put_back(backup: Path, inventory: Path) -> StoreError | None:
    """Make a backup the inventory. What went wrong; then the inventory is what it was."""
    try:
        restore(backup, inventory, now=utc_now())
    except StoreError as error:
        return error
    return None


def wanted(damage: InventoryDamaged, folders: Sequence[Path], *, now: datetime) -> Path | None:
    """Show what is damaged and what the best backup holds. That backup; None where the seller only wants to look, or
    there is none.
    """
    best = best_backup(folders)
    if best is None:
        return None
    kept = tr(
        "The damaged file is kept beside it. Plimsoll then only looks at your channels, reads every order and number"
        " there again, and sends nothing until you go live."
    )
    taken = ask(
        None,
        question=tr("{damage} Put the newest backup back?", damage=say(damage.title)),
        text=" ".join([*inside_words(best, now), kept]),
        yes=tr("Put it back"),
        no=tr("Look at the damaged one"),
        safe_first=True,
    )
    return best.path if taken else None


def say_what_it_means(window: QWidget) -> None:
    """After a backup was put back."""
    dialog = Dialog(
        window,
        question=tr("The backup is in place."),
        text=tr(
            "Nothing is sent now. Plimsoll reads the orders since then and every number in your channels. When they are"
            " right, choose Go live in Channels, shop by shop."
        ),
        yes=tr("Go on"),
        no=tr("Close"),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
