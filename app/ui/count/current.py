"""The product being counted: its name, what was counted so far in figures readable at arm's length, and the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.counts import Line
from app.ui.inventory.flow import FlowLayout
from app.ui.pictures import Picture
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import number, tr, trn

_GAP = 32
_DASH, _FULL = 0.28, 4  # of the size of a number; so many characters have that


class Current(QWidget):
    """`wanted` is something to do: "more", "fewer", "type", "undo", "next", "damaged", "zero"."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self.title = ElidedLabel("", "figure")
        self.codes = ElidedLabel("", colour="text_secondary", zero=True)
        self.figure = Digits("", "count", tabular=True)
        self.so_far = Label(tr("counted so far"), "lead", colour="text_secondary")
        self.damaged = Label("", colour="warn_text")
        self.place = ElidedLabel("", colour="text_secondary")
        self.buttons = self._make_buttons()
        self.advice = Paragraph(
            tr("or just scan the next one. Count everything on the shelf, also what waits to be posted.")
        )
        self._body = QWidget()
        self._nothing = Paragraph(
            tr("Scan the first product of this shelf. Type a SKU or a part of its name where there is no barcode.")
        )
        self._lay_out()
        self.show_line(None)

    def show_line(self, line: Line | None, *, place: str = "") -> None:
        """This product, as far as it may be shown while the count is blind."""
        self._body.setVisible(line is not None)
        self._nothing.setVisible(line is None)
        if line is None:
            return
        self.title.setText(line.title)
        self.picture.setAccessibleName(line.title)
        barcode = tr("Barcode {code}", code=line.barcode) if line.barcode else ""
        self.codes.setText("   ".join(filter(None, (line.sku, barcode))))
        self.figure.set_colour("text_primary" if line.counted is not None else "text_disabled")
        self.figure.setText("–" if line.counted is None else number(line.counted))
        counted = tr("not counted yet") if line.counted is None else tr("counted so far")
        self.so_far.setText(tr("counted again so far") if line.round > 1 and line.counted is not None else counted)
        said = "" if line.counted is None else number(line.counted)
        self.figure.setAccessibleName(tr("{title}: {counted}", title=line.title, counted=said or counted))
        self.damaged.setText(trn("and {n} damaged", "and {n} damaged", line.damaged) if line.damaged else "")
        self.place.setText(_where(line, place))

    def _make_buttons(self) -> dict[str, Button]:
        large = ButtonSize.LARGE
        return {
            "fewer": Button("", icon="minus", size=large, name=tr("One less")),
            "more": Button("", icon="plus", size=large, name=tr("One more")),
            "type": Button(tr("Type the number"), size=large, hint="0–9"),
            "undo": Button(tr("Undo"), size=large, icon="undo", hint=tr("Backspace")),
            "zero": Button(tr("Zero, I looked"), size=large, hint="0"),
            "damaged": Button(tr("One damaged"), size=large, hint="F7"),
            "next": Button(tr("Next product"), Variant.PRIMARY, size=large, hint=tr("Enter")),
        }

    def _lay_out(self) -> None:
        keys, said = FlowLayout(line_gap=8), QHBoxLayout()
        for name in ("fewer", "more", "type", "undo", "zero", "damaged"):
            keys.addWidget(self.buttons[name])
        said.setSpacing(12)
        for part in (self.so_far, self.damaged):
            said.addWidget(part)
        said.addWidget(self.place, 1)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addStretch(1)
        beside.addLayout(said)
        beside.addLayout(keys)
        beside.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        middle.addLayout(beside, 1)
        last = QHBoxLayout()
        last.setSpacing(14)
        last.addWidget(self.buttons["next"])
        last.addWidget(self.advice, 1, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.title)
        names.addWidget(self.codes)
        names.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        first.addLayout(names, 1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(middle)
        column.addLayout(last)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._nothing)
        whole.addWidget(self._body)
        for name, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the line
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))


class Digits(Label):
    """Readable from two metres at any text size: larger text, or a very long number, would only push the rest out of
    the window. A dash as large as a number would be a bar.
    """

    def setText(self, words: str) -> None:
        """Another number."""
        before, after = _share(self.text()), _share(words)
        super().setText(words)
        if before != after:
            self._dress()

    def _dress(self) -> None:
        super()._dress()
        size, font = self._theme.tokens.type[self._role].size, self.font()
        font.setPixelSize(size)
        self.setFixedHeight(QFontMetrics(font).height())
        font.setPixelSize(round(size * _share(self.text())))
        self.setFont(font)


def _share(words: str) -> float:
    """How large, of the full size."""
    return _DASH if words == "–" else min(1.0, _FULL / max(1, len(words)))


def _where(line: Line, place: str) -> str:
    """Where it lies, and where it was not looked at yet."""
    if line.misses and line.counted is not None:
        return tr("Also at {places}", places=", ".join(line.misses))
    return place or ", ".join(line.places)
