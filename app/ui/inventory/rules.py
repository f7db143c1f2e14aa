"""Offer rules: how a product may be shown when few are left, who gets the last pieces, and what each channel may show.

The values in force stand in it with where they come from. One press writes all that changed, or nothing.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.core.places import Choice
from app.core.suggest import Suggestion
from app.store.offering import Risk
from app.store.rulebook import Rules
from app.store.shops import Shop
from app.ui.inventory.facts import Listed, ProductFacts
from app.ui.inventory.last_pieces import LastPiecesChoice
from app.ui.inventory.limit_grid import LimitGrid
from app.ui.inventory.rule_writes import Decided, decided_in
from app.ui.risk import products_of
from app.ui.theme import follow
from app.ui.widgets.choice import RadioButton, tab_to_chosen
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

_WIDTH = 640
_INDENT = 9  # as far as a radio button's label

Save = Callable[[Decided], str]  # what was wrong; empty when it was written


class Switch(QWidget):
    """The seller's switch in plain words: by risk, never oversell this, do not care."""

    def __init__(self, choice: Choice, risk: Risk) -> None:
        super().__init__()
        self.setAccessibleName(tr("When few are left"))
        self._group = QButtonGroup(self)
        self.radios: dict[Choice, RadioButton] = {}
        self._under: list[Paragraph] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for answer, (label, sentence) in _answers(risk).items():
            radio, under = RadioButton(label), Paragraph(sentence, "small")
            radio.setAccessibleDescription(sentence)
            self._group.addButton(radio)
            self.radios[answer] = radio
            self._under.append(under)
            column.addWidget(radio)
            column.addWidget(under)
        self.radios[choice].setChecked(True)
        tab_to_chosen(self.radios.values())
        self._theme = follow(self._dress)
        self._dress()

    def chosen(self) -> Choice:
        """The answer that holds."""
        return next(choice for choice, radio in self.radios.items() if radio.isChecked())

    def _dress(self) -> None:
        for under in self._under:
            under.setContentsMargins(self._theme.size("icon") + _INDENT, 0, 0, 4)


def _answers(risk: Risk) -> dict[Choice, tuple[str, str]]:
    odds = products_of(risk.limit)
    by_risk = tr(
        "Shown everywhere while the chance of selling a piece twice is below 1 in {odds}, as set in Settings. Split"
        " when it is not.",
        odds=odds,
    )
    if risk.shop is not None:
        by_risk = tr(
            "Shown everywhere while the chance of selling a piece twice is below 1 in {odds}, as set for {shop}. Split"
            " when it is not.",
            odds=odds,
            shop=risk.shop,
        )
    return {
        Choice.ADAPTIVE: (tr("By risk"), by_risk),
        Choice.NEVER: (
            tr("Never oversell this"),
            tr(
                "Always split: each piece is shown in one place only. A place may look sold out while another still"
                " has one."
            ),
        ),
        Choice.SHARE: (
            tr("Do not care"),
            tr("Always shown everywhere. It sells most, and the last pieces may be sold twice."),
        ),
    }


class RulesDialog(Dialog):
    """`save` writes what was decided; what it refuses is said above the buttons, and all that was typed stays."""

    def __init__(
        self,
        parent: QWidget | None,
        facts: ProductFacts,
        rules: Rules,
        risk: Risk,
        save: Save,
        suggested: Mapping[int, Suggestion],
    ) -> None:
        super().__init__(
            parent,
            question=tr("How may {title} be offered?", title=facts.row.title),
            yes=tr("Save these rules"),
            no=tr("Leave them as they are"),
            width=_WIDTH,
        )
        shops = _shops(facts.listed)
        self._save = save
        self.before = decided_in(rules, [shop.id for shop in shops])
        self.switch = Switch(rules.choice, risk)
        self.last = LastPiecesChoice(rules.last_pieces, facts.listed)
        self.grid = LimitGrid(rules, shops, suggested)
        self.refused = Paragraph("", colour="danger")
        self._bundle = bool(facts.parts)
        self._arrange()
        first = self.grid.rows[0].fields[0] if self._bundle else self.switch.radios[rules.choice]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def decided(self) -> Decided:
        """What is chosen and typed."""
        if self._bundle:
            return Decided(choice=self.before.choice, last_pieces=self.before.last_pieces, own=self.grid.own())
        return Decided(choice=self.switch.chosen(), last_pieces=self.last.last_pieces(), own=self.grid.own())

    def accept(self) -> None:
        """Write it, if it will do."""
        last = None if self._bundle else self.last.judge()
        wrong = last or self.grid.judge()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.selectAll()
            self.adjustSize()
            return
        decided = self.decided()
        refused = self._save(decided) if decided != self.before else ""
        self.refused.setText(refused)
        self.refused.setVisible(bool(refused))
        if refused:
            self.adjustSize()
        else:
            super().accept()

    def _arrange(self) -> None:
        body = self.body
        body.setSpacing(6)
        body.addSpacing(4)
        if self._bundle:
            body.addWidget(
                Paragraph(
                    tr(
                        "A bundle has no stock of its own: whether it is shared or split, and who gets the last pieces,"
                        " is decided for its parts."
                    )
                )
            )
        else:
            body.addWidget(SectionTitle(tr("When few are left")))
            body.addWidget(self.switch)
            body.addSpacing(8)
            body.addWidget(SectionTitle(tr("The last pieces")))
            body.addWidget(self.last)
        body.addSpacing(8)
        body.addWidget(
            SectionTitle(
                tr("Channel by channel"), tr("a number stands instead of what is set elsewhere, or on top of it")
            )
        )
        body.addWidget(self.grid)
        body.addWidget(_can_and_cannot())
        body.addWidget(self.refused)
        self.refused.hide()
        self.last.changed.connect(self.adjustSize)


def _can_and_cannot() -> QWidget:
    """What nobody can promise is said where the promise is made."""
    return Paragraph(
        tr(
            "What Plimsoll can and cannot prevent: each shop closes a sale by itself, and Plimsoll hears of it"
            " afterwards. While a piece is shown in two shops, there is always a moment in which both can sell it;"
            " Plimsoll keeps it short, and cannot close it. Split closes it: a piece that only one shop shows cannot"
            " be sold by another."
        ),
        "small",
    )


def _shops(listed: Sequence[Listed]) -> list[Shop]:
    """Each once, in their order."""
    return list({one.shop.id: one.shop for one in listed}.values())
