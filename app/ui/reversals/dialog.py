"""Asks before an order is cancelled or refunded in its shop: what the channel will do to the stock and to the money."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.core.channel import ChannelInfo
from app.core.reversal import Act, Reason, Wish
from app.store.reversals import OrderFacts, OrderLineFacts, Reversal
from app.store.shops import Shop
from app.ui.reversals.words import money_words, reason_words, state_words, stock_words
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.choice import CheckBox, RadioButton
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr, trn

_WIDTH = 500
_PIECES_WIDTH = 64
Ask = Callable[[Wish, bool], bool]  # what is asked, and whether hands do it; False when it was refused


class Amount(QWidget):
    """How many pieces of one line to refund."""

    def __init__(self, line: OrderLineFacts) -> None:
        super().__init__()
        self.line = line
        name = tr("Pieces of {title} to refund", title=line.title)
        self.field = TextField(name, labelled=False, tabular=True)
        self.field.edit.setFixedWidth(_PIECES_WIDTH)
        self.field.set_text(str(line.pieces))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field)
        words = trn("of {n} {title}", "of {n} {title}", line.pieces, title=line.title)
        row.addWidget(Label(words), 1, Qt.AlignmentFlag.AlignVCenter)

    def pieces(self) -> int | None:
        """What was typed; None when it will not do."""
        text = self.field.text().strip()
        count = int(text) if text.isdecimal() and len(text) < 7 else -1
        return count if 0 <= count <= self.line.pieces else None


class ReversalDialog(Dialog):
    """The keyboard starts on the answer that changes nothing: a cancel cannot be undone, and tells a buyer."""

    def __init__(
        self, parent: QWidget | None, facts: OrderFacts, shop: Shop, info: ChannelInfo, key: str, ask: Ask
    ) -> None:
        super().__init__(
            parent,
            question=tr("Cancel or refund order {order} at {shop}?", order=facts.number, shop=shop.name),
            yes=tr("Cancel the order"),
            no=tr("Keep the order"),
            danger=bool(info.reversals.stock),
            safe_first=True,
            width=_WIDTH,
        )
        self._facts, self._shop, self._info, self._key, self._ask = facts, shop, info, key, ask
        self.by_hand = not info.reversals.stock
        self._acts, self._reasons = QButtonGroup(self), QButtonGroup(self)
        self.acts = {act: RadioButton(words) for act, words in _act_words().items() if info.reversals.can(act)}
        self.amounts = [Amount(line) for line in facts.lines]
        self.reasons = {reason: RadioButton(reason_words(reason)) for reason in Reason}
        self.restock = CheckBox(tr("Put the pieces back on sale there"))
        self.mail = CheckBox(tr("Let {channel} mail the buyer, in your shop’s own words", channel=info.title))
        self.pay = CheckBox(tr("Let {channel} ask the payment service to pay back", channel=info.title))
        self.effects = [Paragraph(colour="text_primary") for _ in range(3)]
        self.reason_title = Label(tr("Why"), "section")
        self.wrong = Paragraph(colour="danger")
        self.wrong.hide()
        self._arrange()
        self._begin()

    def act(self) -> Act:
        """What is chosen."""
        return next((act for act, radio in self.acts.items() if radio.isChecked()), Act.CANCEL)

    def wish(self) -> Wish | None:
        """What is to be asked; None when a number will not do, and its field says why."""
        act = self.act()
        pieces: dict[str, int] = {}
        for amount in self.amounts if act is Act.REFUND and not self.by_hand else ():
            count = amount.pieces()
            amount.field.set_error("" if count is not None else tr("0 to {most}.", most=amount.line.pieces))
            if count is None:
                amount.field.edit.setFocus()
                return None
            pieces |= {amount.line.ref: count} if count else {}
        reason = next((reason for reason, radio in self.reasons.items() if radio.isChecked()), Reason.OVERSOLD)
        return Wish(
            order=self._facts.ref,
            act=act,
            reason=reason,
            key=self._key,
            restock=self._restocks(act),
            notify=self.mail.isChecked() and self._info.reversals.mails,
            pay=self.pay.isChecked(),
            pieces=pieces,
        )

    def accept(self) -> None:
        """Ask it, if it will do."""
        wish = self.wish()
        if wish is None:
            return
        if wish.act is Act.REFUND and not wish.pieces and not self.by_hand:
            self.wrong.setText(tr("Choose at least one piece to refund."))
            self.wrong.show()
            self.adjustSize()
        elif self._ask(wish, self.by_hand):
            super().accept()

    # Inside

    def _restocks(self, act: Act) -> bool:
        return self.restock.isChecked() and self.restock.isVisibleTo(self) and act in self._info.reversals.stock

    def _begin(self) -> None:
        for group, radios in ((self._acts, self.acts.values()), (self._reasons, self.reasons.values())):
            for radio in radios:
                group.addButton(radio)
        if self.acts:
            next(iter(self.acts.values())).setChecked(True)
        self.reasons[Reason.OVERSOLD].setChecked(True)
        self.mail.setChecked(True)
        self.pay.setChecked(True)
        for box in (self.restock, self.mail, self.pay):
            box.toggled.connect(lambda _on: self._settle())
        self._acts.buttonToggled.connect(lambda _button, _on: self._settle())
        self._settle()

    def _settle(self) -> None:
        """What the choices lead to."""
        act, can = self.act(), self._info.reversals
        refund = act is Act.REFUND and not self.by_hand
        for amount in self.amounts:
            amount.setVisible(refund)
        self.restock.setVisible(not self.by_hand and can.stock.get(act) == "as_told")
        self.mail.setVisible(can.mails)
        self.pay.setVisible(refund and can.pays_by_choice)
        told = can.reasons or refund
        for part in (self.reason_title, *self.reasons.values()):
            part.setVisible(told and not self.by_hand)
        self.yes.setText(_yes_words(act, by_hand=self.by_hand))
        words = self._effects(act)
        for place, effect in enumerate(self.effects):
            effect.setText(words[place] if place < len(words) else "")
            effect.setVisible(place < len(words))
        self.yes.setEnabled(self.by_hand or self._shop.sends)
        self.adjustSize()

    def _effects(self, act: Act) -> list[str]:
        if self.by_hand:
            return [say(self._info.reversals.by_hand)]
        if not self._shop.sends:
            return [tr("Plimsoll sends nothing to {shop} now. Do it there, or go live first.", shop=self._shop.name)]
        stock = stock_words(self._info, act, restock=self._restocks(act))
        return [stock, money_words(self._info, act, pay=self.pay.isChecked()), tr("This cannot be undone.")]

    def _arrange(self) -> None:
        self.body.setSpacing(4)
        if len(self.acts) > 1:
            for radio in self.acts.values():
                self.body.addWidget(radio)
        self.body.addLayout(_column(*self.amounts))
        self.body.addSpacing(4)
        self.body.addWidget(self.reason_title)
        for radio in self.reasons.values():
            self.body.addWidget(radio)
        self.body.addSpacing(4)
        for box in (self.restock, self.mail, self.pay):
            self.body.addWidget(box)
        self.body.addSpacing(4)
        for effect in self.effects:
            self.body.addWidget(effect)
        self.body.addWidget(self.wrong)
        self.body.addSpacing(4)
        if self._facts.url:
            self.body.addWidget(_page_button(self._facts.url, self._info), 0, Qt.AlignmentFlag.AlignLeft)


class UnderWayDialog(Dialog):
    """Something was asked about the order and is not done: how far it is. `yes` takes it back where it still can be."""

    def __init__(self, parent: QWidget | None, found: Reversal, shop: Shop, info: ChannelInfo) -> None:
        cancel = found.wish.act is Act.CANCEL
        super().__init__(
            parent,
            question=(
                tr("Order {order} is being cancelled at {shop}", order=found.number, shop=shop.name)
                if cancel
                else tr("Order {order} is being refunded at {shop}", order=found.number, shop=shop.name)
            ),
            text=state_words(found, shop.name),
            yes=tr("Take it back"),
            no=tr("Close"),
            safe_first=True,
            width=_WIDTH,
        )
        self.yes.setVisible(found.state in ("asked", "by_hand"))
        if found.url:
            self.body.addWidget(_page_button(found.url, info), 0, Qt.AlignmentFlag.AlignLeft)


def _act_words() -> dict[Act, str]:
    return {Act.CANCEL: tr("Cancel the whole order"), Act.REFUND: tr("Refund pieces that are not sent")}


def _yes_words(act: Act, *, by_hand: bool) -> str:
    if by_hand:
        return tr("I do it there")
    return tr("Cancel the order") if act is Act.CANCEL else tr("Refund the pieces")


def _column(*parts: QWidget) -> QLayout:
    column = QVBoxLayout()
    column.setContentsMargins(24, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return column


def _page_button(url: str, info: ChannelInfo) -> Button:
    button = Button(tr("Open the order at {channel}", channel=info.title), size=ButtonSize.SMALL)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(url)))
    return button
