"""Putting a backup back: which one, what is in it, and what will be missing; then it is asked for."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.errors import PlimsollError
from app.store.backup import Inside, entries, look_inside, made_at
from app.ui.bridge import Bridge
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.choice import RadioButton
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.text import Paragraph
from app.ui.words import moment, say, tr, trn

SHOWN = 10  # backups to choose from; older ones are found as a file
_WIDTH = 560


class RestoreDialog(Dialog):
    """Choose a backup, look inside, put it back. `restore` is called with its file once the seller has said so."""

    def __init__(
        self, parent: QWidget | None, bridge: Bridge, backups: Sequence[Path], restore: Callable[[Path], object]
    ) -> None:
        super().__init__(
            parent,
            question=tr("Put a backup back?"),
            text=tr(
                "It takes the place of your inventory, which is kept beside it. Plimsoll then only looks at your"
                " channels, reads every number there again, and sends nothing until you go live."
            ),
            yes=tr("Put it back"),
            no=tr("Leave it"),
            safe_first=True,
            width=_WIDTH,
        )
        self._bridge, self._restore, self._over = bridge, restore, False
        self.chosen: Path | None = None
        self.choices = {path: RadioButton(self._named(path)) for path in backups[:SHOWN]}
        for path, button in self.choices.items():
            self.body.addWidget(button)
            button.clicked.connect(lambda _on=False, path=path: self.look(path))
        self.other = Button(tr("Another file…"), size=ButtonSize.SMALL)
        self.other.clicked.connect(lambda _on=False: self._choose_file())
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        self.body.addLayout(row)
        self.said = Paragraph("", colour="text_primary")
        self.body.addWidget(self.said)
        self.yes.setEnabled(False)
        self._say(tr("Choose one to see what is in it.") if backups else tr("There is no backup in your folders."))

    def done(self, result: int) -> None:
        """What is read after it was closed is nobody's any more."""
        self._over = True
        super().done(result)

    def accept(self) -> None:
        """Put it back."""
        if self.chosen is not None and self.yes.isEnabled():
            chosen = self.chosen
            super().accept()
            self._restore(chosen)

    def look(self, path: Path) -> None:
        """Read this one through."""
        self.chosen = path
        self.yes.setEnabled(False)
        self._say(tr("Reading it through."))
        self._bridge.background(
            lambda: look_inside(path),
            lambda inside: None if self._over or self.chosen != path else self._show(inside),
            lambda error: None if self._over or self.chosen != path else self._cannot(error),
        )

    def _show(self, inside: Inside) -> None:
        lines = [*inside_words(inside, self._bridge.now), *_missing_words(self._bridge, inside)]
        self._say(" ".join(lines))
        self.yes.setEnabled(True)

    def _cannot(self, error: PlimsollError) -> None:
        self._say(tr("{title} {advice}", title=say(error.title), advice=say(error.advice)))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Backup"), self._bridge.folder, tr("Plimsoll inventories (*.db)")
        )
        if name:
            self._untick()
            self.look(Path(name))

    def _untick(self) -> None:
        for button in self.choices.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    def _named(self, path: Path) -> str:
        at = made_at(path)
        name = path.name if at is None else moment(at, self._bridge.now)
        beside = str(path.parent) == str(Path(self._bridge.folder) / "backups")
        return name if beside else tr("{name}, in {folder}", name=name, folder=str(path.parent))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)


def inside_words(inside: Inside, now: datetime) -> list[str]:
    """What a backup holds, in sentences."""
    size = QLocale().formattedDataSize(inside.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    lines = [
        tr("{at}, {size}.", at=moment(inside.made_at, now), size=size),
        tr(
            "It holds {products}, {orders} and {entries}.",
            products=trn("{n} product", "{n} products", inside.products),
            orders=trn("{n} order", "{n} orders", inside.orders),
            entries=trn("{n} ledger row", "{n} ledger rows", inside.entries),
        ),
    ]
    if inside.last_order is not None:
        number, placed = inside.last_order
        lines.append(tr("The last order in it is {number}, {at}.", number=number, at=moment(placed, now)))
    return lines


def _missing_words(bridge: Bridge, inside: Inside) -> list[str]:
    """What the inventory has and the backup has not."""
    missing = entries(bridge.db) - inside.entries
    if missing <= 0:
        return []
    lost = trn(
        "{n} ledger row was written since. Its order is read again; a count or delivery has to be entered again.",
        "{n} ledger rows were written since. Orders are read again; counts and deliveries have to be entered again.",
        missing,
    )
    return [lost]
