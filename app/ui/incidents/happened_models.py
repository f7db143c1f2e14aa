"""The lists of "What happened" as models: the questions, the evidence of one of them, and the timeline as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt

from app.core.alert_words import OUTCOMES
from app.core.call_words import verb_words
from app.core.diagnosis_facts import Facts, Move, Sale
from app.core.diagnosis_questions import Answer
from app.ui.incidents.happened_chart import shown_span
from app.ui.incidents.happened_words import Line, answer_words, evidence_lines, moment_words, question, source
from app.ui.incidents.models import Cells, RowsModel
from app.ui.widgets.cells import CellRole, Look
from app.ui.widgets.glyphs import Glyph
from app.ui.words import number, say, signed, tr

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class QuestionsModel(RowsModel[Answer]):
    """The seven that are answered from records."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__((tr("Question"), tr("Answer"), tr("Evidence")), clock)

    def name(self, row: Answer) -> object:
        """Which question it is."""
        return row.ask

    def cells(self, row: Answer, now: datetime) -> list[Cells]:
        """Question, answer, where it was read."""
        words = answer_words(row, now)
        glyph = Glyph.LOOK if row.look else Glyph.DONE
        return [
            {_DISPLAY: question(row.ask), CellRole.GLYPH: glyph, CellRole.LOOK: Look(colour="text_secondary")},
            {_DISPLAY: words, _TIP: words},
            {_DISPLAY: source(row), CellRole.LOOK: Look(colour="text_secondary")},
        ]

    def said(self, row: Answer, now: datetime) -> str:
        """Question and answer."""
        return tr("{question} {answer}", question=question(row.ask), answer=answer_words(row, now))


class LinesModel(RowsModel[Line]):
    """Rows of evidence."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__((tr("When"), tr("What"), tr("End")), clock)

    def show_answer(self, facts: Facts, answer: Answer) -> None:
        """The evidence of this answer."""
        self.show_rows(evidence_lines(facts, answer.rows))

    def name(self, row: Line) -> object:
        """All of it."""
        return row

    def cells(self, row: Line, now: datetime) -> list[Cells]:
        """When, what, how it ended."""
        bad = Look(colour="danger") if row.bad else None
        return [
            {_DISPLAY: moment_words(row.at, now)},
            {_DISPLAY: row.words, _TIP: row.words},
            {_DISPLAY: row.end, CellRole.LOOK: bad},
        ]

    def said(self, row: Line, now: datetime) -> str:
        """All of it as a sentence."""
        return tr("{when}: {what}, {end}", when=moment_words(row.at, now), what=row.words, end=row.end)


def _booked(move: Move) -> str:
    return tr("Booked, {n}", n=signed(move.on_hand - move.committed))


def _sold(facts: Facts, sale: Sale, *, orders: bool) -> str:
    shop, pieces = facts.shop_name(sale.shop), signed(-sale.pieces)
    if not orders:
        return tr("Sold at {shop}, {n}", shop=shop, n=pieces)
    return tr("Sold at {shop}, order {order}, {n}", shop=shop, order=sale.number, n=pieces)


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the timeline, with what was available after it where that changed."""

    at: datetime
    words: str
    available: int | None
    over: bool = False


def events(facts: Facts, *, orders: bool = True) -> list[Event]:
    """Everything that the timeline draws, in the order of time. `orders`: with their numbers."""
    begin, end = shown_span(facts)
    over = {sale.order for sale in facts.over}
    found = [Event(sale.bought_at, _sold(facts, sale, orders=orders), None, sale.over > 0) for sale in facts.sales]
    found += [Event(move.at, _booked(move), move.available_after, move.order in over) for move in facts.moves]
    found += [
        Event(one.at, tr("{shop} confirmed {n}", shop=facts.shop_name(one.shop), n=one.quantity), None)
        for one in facts.told
        if one.seconds is not None
    ]
    found += [
        Event(one.at, tr("{shop}: {verb} failed", shop=facts.shop_name(one.shop), verb=verb_words(one.verb)), None)
        for one in facts.said
        if one.failed
    ]
    found += [
        Event(one.at, tr("Alert: {words} {outcome}", words=say(one.words), outcome=say(OUTCOMES[one.outcome])), None)
        for one in facts.checks
        if one.seq
    ]
    if orders:  # a line may name an order
        found += [Event(one.at, tr("Shop’s log: {words}", words=one.words), None) for one in facts.pasted]
    return sorted((one for one in found if begin <= one.at <= end), key=lambda one: one.at)


class EventsModel(RowsModel[Event]):
    """The timeline as a table."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__((tr("When"), tr("What"), tr("Available")), clock)

    def show_events(self, rows: Sequence[Event]) -> None:
        """These from now on."""
        self.show_rows(rows)

    def name(self, row: Event) -> object:
        """All of it."""
        return row

    def cells(self, row: Event, now: datetime) -> list[Cells]:
        """When, what, what was available then."""
        bad = Look(colour="danger") if row.over else None
        available = "" if row.available is None else number(row.available)
        return [
            {_DISPLAY: moment_words(row.at, now)},
            {_DISPLAY: row.words, CellRole.LOOK: bad},
            {_DISPLAY: available, CellRole.LOOK: bad},
        ]

    def said(self, row: Event, now: datetime) -> str:
        """All of it as a sentence."""
        when_ = moment_words(row.at, now)
        if row.available is None:
            return tr("{when}: {what}", when=when_, what=row.words)
        return tr("{when}: {what}, {n} available", when=when_, what=row.words, n=row.available)
