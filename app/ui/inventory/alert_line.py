"""A product's alerts, in the pane: what stands, why, and at the floor the plan of one press or the way back from it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.channel import Off
from app.core.text import Text
from app.store.floor_acts import Act
from app.ui.inventory.facts import ProductFacts
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, say, tr

Fees = Mapping[str, Mapping[Off, Text]]  # by channel: what putting a listing back on sale does there

ENDED = (Off.SOLD_OUT, Off.EXPIRED, Off.DRAFT)  # meanwhile, by itself: putting it on sale again may cost a fee


class AlertLine(QWidget):
    """One quiet line; under it, while there is a plan, what it does and its button.

    `pause` and `put_back` are pressed, `log` asks why, `rules` which channels pause.
    """

    pause = Signal()
    put_back = Signal()
    log = Signal()
    rules = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Alerts of this product"))
        self.words = Paragraph("", "small")
        self.why = Button(tr("Alerts"), Variant.LINK, name=tr("Why did it warn, or why not?"))
        self.why.clicked.connect(lambda _on=False: self.log.emit())
        self.plan = Paragraph("", "small", colour="text_primary")
        self.button = Button(tr("Pause"), size=ButtonSize.SMALL)
        self.button.clicked.connect(lambda _on=False: self._pressed())
        self.which = Button(tr("Which…"), Variant.LINK, name=tr("Which channels pause at the floor?"))
        self.which.clicked.connect(lambda _on=False: self.rules.emit())
        self._puts_back = False
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        second.setSpacing(12)
        second.addWidget(self.plan, 1, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(second)
        column.addLayout(first)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: ProductFacts, fees: Fees) -> None:
        """Another product, or another stand of its alerts."""
        standing = [say(name) for name in facts.standing]
        self.words.setText(
            tr("Alerts: {names}", names=all_of(standing)) if standing else tr("No alert of this product stands.")
        )
        back = facts.put_back
        self._puts_back = back is not None
        if back is not None:
            self._show_plan(tr("Put back"), put_back_words(back.acts, fees))
        elif facts.to_pause:
            names = all_of(spot.name for spot in facts.to_pause)
            goes_on = tr("{title} is at its floor or under it.", title=facts.row.title)
            if facts.goes_on:
                goes_on = tr(
                    "At its floor or under it. {shop} would go on selling the last pieces.", shop=facts.goes_on
                )
            self._show_plan(tr("Pause on {names}", names=names), goes_on)
        else:
            self._puts_back = bool(facts.acts)
            self._show_plan(tr("Undo") if facts.acts else "", acts_words(facts.acts))
        self.which.setVisible(bool(facts.to_pause) and back is None)
        self.setVisible(facts.row.started)

    def _show_plan(self, label: str, words: str) -> None:
        self.plan.setText(words)
        self.plan.setVisible(bool(words))
        self.button.setVisible(bool(label))
        if label:
            self.button.setText(label)
            self.button.setAccessibleDescription(words)

    def _pressed(self) -> None:
        (self.put_back if self._puts_back else self.pause).emit()


def acts_words(acts: tuple[Act, ...]) -> str:
    """What the plan has done and still stands, while the product is at its floor."""
    names = all_of(act.shop_name for act in acts if act.listing is not None)
    held = next((act for act in acts if act.listing is None), None)
    parts = []
    if held is not None:
        parts.append(tr("{pieces} held back since it fell under its floor.", pieces=held.held_after))
    if names:
        parts.append(tr("Paused on {names} since it fell to its floor.", names=names))
    return " ".join(parts)


def put_back_words(acts: tuple[Act, ...], fees: Fees) -> str:
    """What one press puts back, and what that costs where it does."""
    names = all_of(act.shop_name for act in acts if act.listing is not None)
    held = next((act for act in acts if act.listing is None), None)
    parts = [tr("Above its floor again.")]
    if names:
        parts.append(tr("It is still paused on {names}.", names=names))
    if held is not None:
        parts.append(tr("{pieces} are still held back.", pieces=held.held_after))
    for act in acts:
        fee = fees.get(act.channel, {}).get(Off(act.off)) if act.off in ENDED else None
        if fee is not None:
            parts.append(say(fee))
    return " ".join(parts)
