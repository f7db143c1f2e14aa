"""Taking a product off a channel and putting it back: asks where, and says what happens there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.inventory.facts import Listed
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, tr, trn

_INDENT = 25  # under a box's label


class OnSaleDialog(Dialog):
    """One box for each listing. `decided` carries those that are ticked. Make it with one of the functions below."""

    decided = Signal(object)  # list of Listed

    def __init__(
        self,
        parent: QWidget | None,
        places: Sequence[Listed],
        *,
        question: str,
        text: str,
        yes: str,
        no: str,
        everywhere: bool = False,
        meanwhile: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent, question=question, text=text, yes=yes, no=no, safe_first=True)
        self._places = tuple(places)
        self.boxes = [CheckBox(listed.shop.name) for listed in places]
        for box, listed in zip(self.boxes, places, strict=True):
            box.setChecked(everywhere or len(self.boxes) == 1)
            box.toggled.connect(lambda _on: self._settle())
            self.body.addWidget(box)
            if meanwhile is not None:
                usual = tr("It is set to 0 and taken off sale: buyers no longer find it.")
                self._explain(box, meanwhile.get(listed.shop.channel, usual))
        self._settle()

    def _explain(self, box: CheckBox, words: str) -> None:
        """What the channel does meanwhile, under its box."""
        note = Paragraph(words, "small", colour="text_secondary")
        note.setContentsMargins(_INDENT, 0, 0, 4)
        box.setAccessibleDescription(words)
        self.body.addWidget(note)

    def accept(self) -> None:
        """Tell the page, if anything is ticked."""
        chosen = [listed for listed, box in zip(self._places, self.boxes, strict=True) if box.isChecked()]
        if chosen:
            super().accept()
            self.decided.emit(chosen)

    def _settle(self) -> None:
        ready = any(box.isChecked() for box in self.boxes)
        self.yes.setEnabled(ready)
        self.yes.setToolTip("" if ready else tr("Tick a channel first"))


def take_off_dialog(parent: QWidget | None, title: str, places: Sequence[Listed]) -> OnSaleDialog:
    """Off sale somewhere."""
    text = tr(
        "Plimsoll sets it to 0 there and takes the listing off sale, so buyers no longer find it. Orders that are open"
        " stay open. Every other channel goes on selling it."
    )
    return OnSaleDialog(
        parent,
        places,
        question=tr("Take {title} off a channel?", title=title),
        text=text,
        yes=tr("Take it off"),
        no=tr("Keep it on sale"),
    )


def put_back_dialog(parent: QWidget | None, title: str, places: Sequence[Listed]) -> OnSaleDialog:
    """On sale again somewhere."""
    return OnSaleDialog(
        parent,
        places,
        question=tr("Put {title} back on sale?", title=title),
        text=tr("Plimsoll puts the listing back as it was there, and sends it its number again."),
        yes=tr("Put it back"),
        no=tr("Leave it off"),
    )


def pause_dialog(
    parent: QWidget | None, title: str, places: Sequence[Listed], others: Sequence[str], meanwhile: Mapping[str, str]
) -> OnSaleDialog:
    """Off sale everywhere at once. `others` are channels where nothing is sent now, and what they do meanwhile."""
    text = tr("Orders that are open stay open. Plimsoll reads back what every channel shows afterwards.")
    if others:
        text += " " + trn(
            "{names} keeps the number that it shows: nothing is sent there.",
            "{names} keep the numbers that they show: nothing is sent there.",
            len(others),
            names=all_of(others),
        )
    return OnSaleDialog(
        parent,
        places,
        question=tr("Pause {title} everywhere?", title=title),
        text=text,
        yes=tr("Pause it"),
        no=tr("Keep it on sale"),
        everywhere=True,
        meanwhile=meanwhile,
    )


def resume_dialog(parent: QWidget | None, title: str, places: Sequence[Listed]) -> OnSaleDialog:
    """On sale again everywhere at once."""
    return OnSaleDialog(
        parent,
        places,
        question=tr("Resume {title} everywhere?", title=title),
        text=tr("Plimsoll puts the listings back as they were, and sends them their numbers again."),
        yes=tr("Resume it"),
        no=tr("Leave it paused"),
        everywhere=True,
    )
