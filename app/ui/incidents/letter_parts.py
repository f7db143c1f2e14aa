"""The right side of a message: its four parts, what should go from the text, and how it gets to the customer."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.cancel_cards import CHECKED_ON, card
from app.core.message_lint import Flaw, Found
from app.core.messages import Check, Part
from app.store.shops import Shop
from app.store.waiting import Customer
from app.ui.incidents.answers import Answers
from app.ui.incidents.offer_cards import uses
from app.ui.links import public_page
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import calendar_date, say, tr, trn

OWN_SHOPS = ("shopify", "woocommerce", "squarespace", "wix", "square")


def part_titles() -> dict[Part, str]:
    """What the parts are called."""
    return {
        Part.HAPPENED: tr("What happened, in plain words"),
        Part.OPTIONS: tr("The options, with dates"),
        Part.APOLOGY: tr("An apology in your own words"),
        Part.NEXT: tr("What happens next, and when"),
    }


def flaw_words(found: Found) -> str:
    """What is wrong with a phrase."""
    return {
        Flaw.JARGON: tr("“{words}”: say it in everyday words", words=found.words),
        Flaw.VAGUE: tr("“{words}”: name a day", words=found.words),
        Flaw.BLAME: tr("“{words}”: leave blame out", words=found.words),
        Flaw.GESTURE_FIRST: tr("“{words}”: not before what happened", words=found.words),
        Flaw.FORBIDDEN: tr("“{words}”: not allowed there", words=found.words),
        Flaw.TOO_LONG: tr("Too long for this channel"),
    }[found.flaw]


class PartLine(QWidget):
    """One of the four."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._title = part_titles()[part]
        self.glyph = StatusGlyph(Glyph.OPEN, self._title, size=13)
        self.note = Paragraph("", "small", colour="text_secondary")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(self._title))
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_check(self, check: Check) -> None:
        """How it stands."""
        note = say(check.note)
        self.glyph.set_glyph(Glyph.DONE if check.done else Glyph.OPEN, tr("Done") if check.done else tr("Missing"))
        self.note.setText(note)
        state = tr("Done") if check.done else tr("Missing")
        self.setAccessibleName(tr("{part}: {state}. {note}", part=self._title, state=state, note=note))


class LetterParts(QWidget):
    """`wanted` carries a part to write; the others are what can be done with the text."""

    wanted = Signal(object)
    copied = Signal()
    opened = Signal()
    mailed = Signal()
    sent = Signal(bool)
    reversal = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.answers = answers
        self._missing: Part | None = None
        self.title = SectionTitle(tr("Four parts"))
        self.lines = {part: PartLine(part) for part in (Part.HAPPENED, Part.OPTIONS, Part.APOLOGY, Part.NEXT)}
        self.lint = Paragraph("", "small", colour="text_secondary")
        self.primary = Button(tr("Write the apology"), Variant.PRIMARY, icon="pen")
        self.primary.clicked.connect(lambda _checked=False: self._press())
        self.copy = Button(tr("Copy"), icon="copy")
        self.copy.clicked.connect(lambda _checked=False: self.copied.emit())
        self.open = Button("…", icon="external")
        self.open.clicked.connect(lambda _checked=False: self.opened.emit())
        self.mail = Button(tr("Write in my mail program"), icon="send")
        self.mail.clicked.connect(lambda _checked=False: self.mailed.emit())
        self.how = Paragraph("", "small", colour="text_secondary")
        self.done = CheckBox(tr("I sent it"))
        self.done.clicked.connect(self.sent)
        self.why_not = Paragraph("", "small", colour="text_secondary")
        self.budget = SectionTitle(tr("Cancellations"))
        self.budget_words = Paragraph("", "small", colour="text_secondary")
        self.card = Paragraph("", "small", colour="text_secondary")
        self.reverse = Button(tr("Cancel or refund…"), size=ButtonSize.SMALL)
        self.reverse.clicked.connect(lambda _checked=False: self.reversal.emit())
        self._arrange()

    def show_checks(self, checks: Sequence[Check], why_not: str) -> None:
        """The four parts, and why it cannot be marked as sent."""
        for check in checks:
            self.lines[check.part].show_check(check)
        done = sum(check.done for check in checks)
        self.title.set_note(tr("{done} of {all}", done=done, all=len(checks)))
        self._missing = next((check.part for check in checks if not check.done), None)
        self.primary.setVisible(self._missing is not Part.OPTIONS)
        self.primary.setText(_press_words(self._missing))
        self.primary.set_icon("pen" if self._missing else "copy")
        self.copy.setText(tr("Copy anyway") if self._missing else tr("Copy"))
        self.copy.setVisible(self._missing is not None)
        self.done.setEnabled(not why_not)
        self.done.setAccessibleDescription(why_not)
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))

    def show_ways(self, customer: Customer, shop: Shop | None, today: date) -> None:
        """How the letter gets to a customer of this shop, and what a cancel there takes."""
        name = shop.name if shop else ""
        self.open.setText(tr("Open in {shop}", shop=name))
        self.open.setVisible(public_page(customer.url) is not None)
        self.mail.setVisible(shop is not None and shop.channel in OWN_SHOPS)
        self.how.setText(
            tr(
                "Plimsoll cannot send through {shop}. Copy the text, paste it there, then come back and mark it.",
                shop=name,
            )
        )
        self.done.relabel(tr("I sent it in {shop}", shop=name) if name else tr("I sent it"))
        self.budget.set_title(tr("{shop} cancellations", shop=name))
        self.budget_words.setText(uses(customer.place.candidate.headroom, name))
        found = card(shop.channel) if shop else None
        self.card.setVisible(found is not None)
        if found is not None:
            said = " ".join(say(words) for words in (found.how, found.reason, found.counts, found.stock))
            checked = calendar_date(CHECKED_ON, today)
            self.card.setText(tr("To cancel by hand: {words} Checked on {date}.", words=said, date=checked))

    def show_lint(self, found: Sequence[Found], same: int) -> None:
        """What should go."""
        said = [flaw_words(one) for one in found[:4]]
        if same:
            said.append(trn("The same text as for {n} other", "The same text as for {n} others", same))
        clean = [tr("No technical words"), tr("No vague dates"), tr("No blame")]
        self.lint.setText("\n".join(said) if said else "\n".join(f"✓ {words}" for words in clean))
        self.lint.set_colour("warn_text" if said else "text_secondary")
        self.lint.setAccessibleName(". ".join(said or clean))

    def _press(self) -> None:
        if self._missing is None:
            self.copied.emit()
        else:
            self.wanted.emit(self._missing)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(0)
        column.addWidget(self.title)
        for line in self.lines.values():
            column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(self.lint)
        column.addSpacing(12)
        ways = QVBoxLayout()  # one under the other: the shop's name may be long. A hidden one leaves no gap
        ways.setSpacing(8)
        for button in (self.primary, self.copy, self.open, self.mail):
            ways.addWidget(button)
        column.addLayout(ways)
        column.addSpacing(8)
        column.addWidget(self.how)
        column.addSpacing(8)
        column.addWidget(self.done)
        column.addWidget(self.why_not)
        column.addSpacing(16)
        column.addWidget(self.answers)
        column.addSpacing(16)
        column.addStretch(1)
        column.addWidget(self.budget)
        column.addSpacing(6)
        column.addWidget(self.budget_words)
        column.addSpacing(6)
        column.addWidget(self.card)
        column.addSpacing(8)
        column.addWidget(self.reverse, 0, Qt.AlignmentFlag.AlignLeft)


def _press_words(missing: Part | None) -> str:
    if missing is None:
        return tr("Copy the message")
    return {
        Part.HAPPENED: tr("Say what happened"),
        Part.OPTIONS: tr("Choose the options"),
        Part.APOLOGY: tr("Write the apology"),
        Part.NEXT: tr("Say what happens next"),
    }[missing]
