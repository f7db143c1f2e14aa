"""The right side of Fix and check: how bad it is, where it hurts, what came with it, and what it cost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.core.closing import Cost, Facts, Harm, Severity, Tag, harms, severity, total
from app.store.closing import Costs
from app.ui.incidents.fix_rows import LineGlyph
from app.ui.incidents.fix_words import (
    LEVELS,
    amount_text,
    cost_name,
    harm_name,
    level_name,
    severity_name,
    tag_name,
)
from app.ui.theme import follow
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import duration, money, say, tr

_FIELD = 108


class HarmLine(QWidget):
    """One kind of harm."""

    def __init__(self, harm: Harm) -> None:
        super().__init__()
        self._name = harm_name(harm)
        self.glyph = LineGlyph(Glyph.OPEN, self._name, size=13)
        self.state = Label("", "small", colour="text_secondary")
        self.note = Paragraph("", "small", colour="text_secondary")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self._name, weight=600))
        head.addStretch(1)
        head.addWidget(self.state)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(head)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_harm(self, state: str, glyph: Glyph, note: str) -> None:
        """How it stands now."""
        self.glyph.set_glyph(glyph, state)
        self.state.setText(state)
        self.note.setText(note)
        self.setAccessibleName(tr("{what}: {state}. {note}", what=self._name, state=state, note=note))


class HarmBox(QWidget):
    """`tagged` carries a tag and whether it is on."""

    tagged = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("Where it hurts"))
        self.lines = {harm: HarmLine(harm) for harm in Harm}
        self.repeats = Paragraph("", "small", colour="warn_text")
        self.tags = {tag: CheckBox(tag_name(tag)) for tag in Tag}
        for tag, box in self.tags.items():
            box.clicked.connect(lambda on, tag=tag: self.tagged.emit(tag, on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        for line in self.lines.values():
            column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(self.repeats)
        column.addSpacing(18)
        column.addWidget(SectionTitle(tr("What came with it")))
        column.addSpacing(6)
        for box in self.tags.values():
            column.addWidget(box)

    def show_facts(self, facts: Facts, tags: frozenset[Tag], repeats: str) -> None:
        """How it stands now."""
        for one in harms(facts):
            self.lines[one.harm].show_harm(level_name(one.level), LEVELS[one.level], say(one.note))
        grade = severity(facts)
        self.title.set_note(severity_name(grade) if grade is not Severity.ORDINARY else "")
        self.repeats.setText(repeats)
        self.repeats.setVisible(bool(repeats))
        for tag, box in self.tags.items():
            box.setChecked(tag in tags)


class CostSheet(QWidget):
    """`typed` carries a cost, and `hour` what an hour is worth, each with what was typed."""

    typed = Signal(object, str)
    hour_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle(tr("What it cost"))
        self.fields: dict[Cost, LineEdit] = {}
        self.minutes = ElidedLabel("", "small", colour="text_secondary")
        self.hour = self._field(tr("What an hour of yours is worth"), self.hour_typed.emit)
        self.hour.setPlaceholderText(tr("an hour"))
        self.sum = Label("", weight=600, tabular=True)
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        place = 0
        for cost in Cost:
            field = self._field(cost_name(cost), partial(self.typed.emit, cost))
            self.fields[cost] = field
            grid.addWidget(Label(cost_name(cost)), place, 0)
            grid.addWidget(field, place, 1)
            place += 1
            if cost is Cost.TIME:
                grid.addWidget(self.minutes, place, 0)
                grid.addWidget(self.hour, place, 1)
                place += 1
        grid.addWidget(Label(tr("Known so far"), weight=600), place, 0)
        grid.addWidget(self.sum, place, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addLayout(grid)
        self._theme = follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        for field in (*self.fields.values(), self.hour):
            field.setFixedWidth(self._theme.px(_FIELD))

    def show_costs(self, costs: Costs, currency: str) -> None:
        """What is known. What nobody knows stays empty, and is not in the sum."""
        self.title.set_note(currency)
        for line in costs.lines:
            field = self.fields[line.cost]
            if not field.hasFocus():
                field.setText(amount_text(line.minor, currency))
        if not self.hour.hasFocus():
            self.hour.setText(amount_text(costs.hour, currency))
        spent = duration(costs.seconds, coarse=True) if costs.seconds else tr("No time yet")
        self.minutes.setText(tr("{time}, an hour at", time=spent))
        known = total(costs.lines)
        self.sum.setText(tr("not estimated") if known is None else money(known, currency))

    def _field(self, name: str, typed: Callable[[str], None]) -> LineEdit:
        field = LineEdit(name, placeholder=tr("not estimated"), measure="small", tabular=True)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)

        def done() -> None:
            if field.isModified():
                field.setModified(False)
                typed(field.text())

        field.editingFinished.connect(done)
        return field
