"""When the inventory is damaged or a backup is wanted: what is offered, what is said. Part of the composition root."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.text import N_
from app.errors import InventoryDamaged, StoreError
from app.session import utc_now
from app.store.backup import Inside, all_backups, best_backup
from app.store.faults import DAMAGE_ADVICE, NOT_OURS
from app.store.restore import restore, start_empty
from app.store.salvage import Salvaged, put_in_place, salvage
from app.ui.settings.restore import inside_words
from app.ui.widgets.dialog import Dialog, ask
from app.ui.words import moment, say, tr, trn

if TYPE_CHECKING:
    from app.ui.bridge import Bridge

NAMED = 5  # products to count, by name


class Opens(Protocol):
    """The program, as far as it is needed here."""

    @property
    def window(self) -> QWidget | None:
        """The open window."""

    @property
    def bridge(self) -> "Bridge | None":
        """What it reads and writes by."""

    def open_own(self) -> None:
        """Open the seller's own inventory."""

    def look_only(self, damage: InventoryDamaged) -> None:
        """Open what can be read of a damaged one."""

    def put_back(self, backup: Path) -> None:
        """Put a backup in its place and open that."""


def recover(program: Opens, damage: InventoryDamaged, inventory: Path, folders: Sequence[Path]) -> None:
    """Offer one way after the other, and go the one that the seller takes. Raises the damage where none is taken."""
    damage = as_own(damage)
    if saved(damage, inventory, folders, now=utc_now()):
        program.open_own()
        assert program.window is not None
        say_what_it_means(program.window, saved=True)
        return
    best = wanted(damage, folders, inventory, now=utc_now())
    if best is not None:
        program.put_back(best)
    elif not _looked(program, damage, inventory):
        if not begin_anew(inventory, now=utc_now()):
            raise damage
        program.open_own()


def _looked(program: Opens, damage: InventoryDamaged, inventory: Path) -> bool:
    """Open what can be read of it, if anything can."""
    try:
        if inventory.exists() and inventory.stat().st_size:
            program.look_only(damage)
            return True
    except StoreError:
        if program.bridge is not None:
            program.bridge.close()
    return False


def put_back(backup: Path, inventory: Path) -> StoreError | None:
    """Make a backup the inventory. What went wrong; then the inventory is what it was."""
    try:
        restore(backup, inventory, now=utc_now())
    except StoreError as error:
        return error
    return None


def as_own(damage: InventoryDamaged) -> InventoryDamaged:
    """The same of the seller's own inventory: that it has no head any more does not make it somebody else's file."""
    title = N_("The inventory is damaged.") if damage.title == NOT_OURS else damage.title
    return InventoryDamaged(title, DAMAGE_ADVICE if damage.title == NOT_OURS else damage.advice)


def saved(damage: InventoryDamaged, inventory: Path, folders: Sequence[Path], *, now: datetime) -> bool:
    """Save what the damaged file still holds, show it, and put it in place if the seller wants it. Was it?

    Not asked where nothing can be saved, or no more than a backup has.
    """
    if not inventory.exists() or not inventory.stat().st_size:
        return False
    try:
        found = salvage(inventory, all_backups(folders), now=now)
    except StoreError:
        return False
    best = best_backup(folders)
    taken = found.entries > (best.entries if best is not None else 0) and ask(
        None,
        question=tr("{damage} Save what can be read?", damage=say(damage.title)),
        text=" ".join([*_saved_words(found, best, now), _kept_words()]),
        yes=tr("Save it"),
        no=tr("Other ways"),
        safe_first=True,
    )
    try:
        if taken:
            put_in_place(found, inventory, now=now)
    except StoreError:
        taken = False
    found.path.unlink(missing_ok=True)
    return taken


def wanted(damage: InventoryDamaged, folders: Sequence[Path], inventory: Path, *, now: datetime) -> Path | None:
    """Show what is damaged and what the best backup holds. That backup; None where the seller does not want it, or
    there is none.
    """
    best = best_backup(folders)
    if best is None:
        return None
    taken = ask(
        None,
        question=tr("{damage} Put the newest backup back?", damage=say(damage.title)),
        text=" ".join([*inside_words(best, now), _kept_words()]),
        yes=tr("Put it back"),
        no=tr("Look at the damaged one") if inventory.exists() and inventory.stat().st_size else tr("Not now"),
        safe_first=True,
    )
    return best.path if taken else None


def begin_anew(inventory: Path, *, now: datetime) -> bool:
    """The inventory is lost and no backup is wanted: make an empty one, if the seller wants that. Was it made?

    Raises `StoreError`.
    """
    wanted_anew = ask(
        None,
        question=tr("Begin with an empty inventory?"),
        text=tr(
            "What is left of the old one is kept beside it, and so are its backups. You can put one back in Settings at"
            " any time."
        ),
        yes=tr("Begin anew"),
        no=tr("Close Plimsoll"),
        safe_first=True,
    )
    if wanted_anew:
        start_empty(inventory, now=now)
    return wanted_anew


def _kept_words() -> str:
    return tr(
        "The damaged file is kept beside it. Plimsoll then only looks at your channels, reads every order and number"
        " there again, and sends nothing until you go live."
    )


def _saved_words(found: Salvaged, best: Inside | None, now: datetime) -> list[str]:
    words = [
        trn("{n} ledger row can be saved.", "{n} ledger rows can be saved.", found.entries)
        if found.newest_at is None
        else trn(
            "{n} ledger row can be saved, the newest of {at}.",
            "{n} ledger rows can be saved, the newest of {at}.",
            found.entries,
            at=moment(found.newest_at, now),
        )
    ]
    if best is not None:
        words.append(
            trn(
                "The newest backup has {n}, of {at}.",
                "The newest backup has {n}, of {at}.",
                best.entries,
                at=moment(best.made_at, now),
            )
        )
    if found.lost:
        words.append(trn("{n} row is lost.", "{n} rows are lost.", found.lost))
    if found.end_lost:
        words.append(tr("The newest rows may be missing."))
    if found.corrected:
        words.append(_count_words(found.corrected))
    if found.gaps:
        words.append(tr("Some of what lies beside the ledger could not be read: look at your settings and incidents."))
    return words


def _count_words(skus: Sequence[str]) -> str:
    named, more = ", ".join(skus[:NAMED]), len(skus) - NAMED
    if more > 0:
        named = trn("{named} and {n} more", "{named} and {n} more", more, named=named)
    return tr("These keep the number they had, by a row that says so. Count them soon: {named}.", named=named)


def say_what_it_means(window: QWidget, *, saved: bool = False) -> None:
    """After a backup was put back, or what was saved was put in place."""
    dialog = Dialog(
        window,
        question=tr("What could be saved is in place.") if saved else tr("The backup is in place."),
        text=tr(
            "Nothing is sent now. Plimsoll reads the orders since then and every number in your channels. When they are"
            " right, choose Go live in Channels, shop by shop."
        ),
        yes=tr("Go on"),
        no=tr("Close"),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
