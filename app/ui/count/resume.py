"""The question at start: a count was left in the middle. Go on, discard it, or leave it where it is."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.store.count_open import Left
from app.store.stall_days import StallDay
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.dialog import Dialog
from app.ui.words import number, tr, trn, when


class ResumeDialog(Dialog):
    """`go_on` and `discard` carry what was left: a count's `Session`, or a `StallDay`, which can only go on."""

    go_on = Signal(object)
    discard = Signal(object)

    def __init__(self, parent: QWidget, left: Sequence[Left], now: datetime) -> None:
        first = left[0]
        stall = isinstance(first.what, StallDay)
        super().__init__(
            parent,
            question=tr("Go on at {place}?", place=first.what.name) if stall
            else tr("Go on with “{count}”?", count=first.what.name),
            text=_words(first, len(left) - 1, now),
            yes=tr("Go on"),
            no=tr("Not now"),
        )  # fmt: skip
        self.what = first.what
        self.throw = Button(tr("Discard it…"), Variant.DANGER)
        self.throw.clicked.connect(lambda _checked=False: self._throw())
        if not stall:
            self.body.addWidget(self.throw)
        self.accepted.connect(lambda: self.go_on.emit(self.what))

    def _throw(self) -> None:
        self.reject()
        self.discard.emit(self.what)


def _words(left: Left, others: int, now: datetime) -> str:
    at = when(left.last_at, now)
    if isinstance(left.what, StallDay):
        said = [tr("That day was begun {at} and not ended. What is with you is still held back.", at=at)]
    elif left.crashed:
        said = [tr("Plimsoll ended while you were counting. Every scan up to {at} is kept.", at=at)]
    else:
        said = [tr("Nobody counted since {at}. Every scan is kept.", at=at)]
    if left.of:
        said.append(tr("{done} of {all} counted.", done=number(left.done), all=number(left.of)))
    if others:
        said.append(trn("{n} more is open on the Count page.", "{n} more are open on the Count page.", others))
    return " ".join(said)
