"""Adjust stock: asks what happened, then how many, and shows the sum that would come of it before anything changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.store.history import Part
from app.store.inventory import ProductRow
from app.ui.inventory.acts import Decision, Happening
from app.ui.widgets.choice import RadioButton
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.figures import Figure, FigureSum
from app.ui.widgets.glyphs import Glyph, StatusLine
from app.ui.widgets.text import Label
from app.ui.words import number, tr, trn

_NOTE_MOST = 200

Post = Callable[[Decision], str]  # what was wrong; empty when it was posted


class AdjustDialog(Dialog):
    """Closes only when the change was posted, or on Esc. What was typed stays until then."""

    def __init__(self, parent: QWidget | None, row: ProductRow, choices: Sequence[Happening], post: Post) -> None:
        super().__init__(
            parent,
            question=tr("What happened to {title}?", title=row.title),
            text=tr("{on_hand} on hand, {committed} committed.", on_hand=row.on_hand, committed=row.committed),
            yes=tr("Adjust stock"),
            no=tr("Leave it as it is"),
        )
        self._row, self._choices, self._post = row, tuple(choices), post
        self.body.setSpacing(0)  # as low as it gets: with large letters it must still fit the screen
        self.radios = [RadioButton(choice.label) for choice in choices]
        self._group = QButtonGroup(self)
        for place, radio in enumerate(self.radios):
            self._group.addButton(radio, place)
            self.body.addWidget(radio)
        self.missing = StatusLine(Glyph.OVERSOLD, tr("Choose what happened."), colour="danger", glyph_colour="danger")
        self.missing.hide()
        self.question = Label(tr("How many"), colour="text_secondary")
        self.amount = TextField(tr("How many"), labelled=False, tabular=True)
        self.note_label = Label(tr("Note, if you like"), colour="text_secondary")
        self.note = TextField(tr("Note, if you like"), labelled=False)
        self.note.edit.setMaxLength(_NOTE_MOST)
        self.after_label = Label(tr("As it is now"), "small", colour="text_tertiary")
        self.after = FigureSum([Figure("0", tr("on hand"))], role="title")
        self.short = StatusLine(Glyph.OVERSOLD, tr("Nothing is short"), role="small", colour="danger")
        self.short.hide()
        self._arrange()
        self._group.idToggled.connect(lambda _id, on: self._chosen() if on else None)
        self.amount.edit.textChanged.connect(lambda _text: self._typed())
        self.note.edit.textChanged.connect(lambda _text: self.note.set_error(""))
        self._show_sum()
        self.radios[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def happening(self) -> Happening | None:
        """What was chosen; None for nothing yet."""
        place = self._group.checkedId()
        return self._choices[place] if place >= 0 else None

    @property
    def sku(self) -> str:
        """The product that it is about."""
        return self._row.sku

    def show_row(self, row: ProductRow) -> None:
        """The stock changed while this was open: the sum is another one."""
        self._row = row
        self._show_sum()

    def accept(self) -> None:
        """Post it, if it will do."""
        happening = self.happening
        if happening is None:
            self.missing.show()
            self.radios[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        found, note = happening.judge(self.amount.text(), self._row), self.note.text().strip()
        self.amount.set_error(found.error)
        if happening.note_needed and not note:
            self.note.set_error(tr("Say why, in a few words. The ledger keeps it."))
        if found.value is not None and not self.note.error():
            self.amount.set_error(self._post(Decision(happening=happening, pieces=found.value, note=note)))
        wrong = next((field for field in (self.amount, self.note) if field.error()), None)
        if wrong is None:
            super().accept()
        else:
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.edit.selectAll()
            self.adjustSize()

    def _chosen(self) -> None:
        happening = self.happening
        assert happening is not None
        self.missing.hide()
        self.question.setText(happening.question)
        self.amount.edit.setAccessibleName(happening.question)
        why = tr("Why") if happening.note_needed else tr("Note, if you like")
        self.note_label.setText(why)
        self.note.edit.setAccessibleName(why)
        for field in (self.amount, self.note):
            field.set_error("")
        self._show_sum()

    def _typed(self) -> None:
        self.amount.set_error("")
        self._show_sum()

    def _show_sum(self) -> None:
        row, happening = self._row, self.happening
        typed = happening.judge(self.amount.text(), row).value if happening else None
        on_hand = row.on_hand if happening is None or typed is None else happening.on_hand(typed, row)
        available = on_hand - row.committed
        self.after_label.setText(tr("As it is now") if typed is None else tr("After this"))
        self.after.set_figures(
            [
                Figure(number(on_hand), tr("on hand")),
                Figure(number(row.committed), tr("committed"), "−"),
                Figure(number(available), tr("available"), "=", "danger" if available < 0 else "text_primary"),
            ]
        )

        self._warn(0 if typed is None else max(0, -available) - max(0, -row.available))

    def _warn(self, pieces: int) -> None:
        """Say what it would do to orders before it is done."""
        if pieces > 0:
            words = trn(
                "{n} promised piece would be missing. The newest orders are short, and an incident opens.",
                "{n} promised pieces would be missing. The newest orders are short, and an incident opens.",
                pieces,
            )
            self.short.set_status(Glyph.OVERSOLD, words)
            self.yes.setAccessibleDescription(words)
        self.short.setVisible(pieces > 0)

    def _arrange(self) -> None:
        self.body.addWidget(self.missing)
        self.body.addSpacing(8)
        self.body.addWidget(self.question)
        self.body.addSpacing(4)
        self.body.addWidget(self.amount)
        self.body.addSpacing(8)
        self.body.addWidget(self.note_label)
        self.body.addSpacing(4)
        self.body.addWidget(self.note)
        self.body.addSpacing(8)
        self.body.addWidget(self.after_label)
        self.body.addWidget(self.after)
        self.body.addSpacing(4)
        self.body.addWidget(self.short)


class PartDialog(Dialog):
    """A bundle's stock is its parts': asks which of them changed. `chosen` carries its SKU."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, parts: Sequence[Part]) -> None:
        super().__init__(
            parent,
            question=tr("Which part of {title} changed?", title=title),
            text=tr("A bundle has no stock of its own. Adjust the part that changed."),
            yes=tr("Adjust this part"),
            no=tr("Adjust nothing"),
        )
        self._parts = tuple(parts)
        self._group = QButtonGroup(self)
        self.body.setSpacing(0)  # as low as it gets: with large letters it must still fit the screen
        self.radios = [RadioButton(part.title) for part in parts]
        for place, radio in enumerate(self.radios):
            self._group.addButton(radio, place)
            self.body.addWidget(radio)
        self.radios[0].setChecked(True)
        self.radios[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Go on with the part."""
        super().accept()
        self.chosen.emit(self._parts[self._group.checkedId()].sku)
