"""The report of an incident as a paper. Customers are left out unless the seller ticks them."""

from collections.abc import Sequence
from datetime import datetime

from app.core.diagnosis_causes import Diagnosis
from app.core.diagnosis_facts import Facts
from app.core.diagnosis_questions import Ask, answers
from app.core.diagnosis_replay import otherwise
from app.store.causes import Confirmed
from app.ui.incidents.happened_models import events
from app.ui.incidents.happened_words import (
    against,
    answer_words,
    cause_name,
    otherwise_words,
    proposal,
    question,
    source,
)
from app.ui.papers.paper import Paper, Part, Table
from app.ui.papers.statement import full_date
from app.ui.words import clock_time, number, say, tr

EVENTS_MAX = 60


def incident_report(
    facts: Facts,
    found: Diagnosis,
    said: Confirmed | None,
    *,
    customers: bool = False,
    ending: Sequence[Part] = (),
    now: datetime,
) -> Paper:
    """What happened, and how it ended. Without `customers` no order's number and no buyer is named."""
    made = tr("Made {date}, {time}.", date=full_date(now), time=clock_time(now))
    opened = tr("Opened {date}, {time}.", date=full_date(facts.opened_at), time=clock_time(facts.opened_at))
    return Paper(
        title=tr("Incident {number}: {product}", number=str(facts.number), product=facts.title),
        note=f"{opened} {made}",
        parts=(_cause(found, said), _answers(facts, found, now), _orders(facts, customers=customers),
               _replay(facts), *ending, *_timeline(facts, customers=customers)),
    )  # fmt: skip


def _cause(found: Diagnosis, said: Confirmed | None) -> Part:
    sentences = [proposal(found)] + ([against(found.proposed)] if found.proposed.against else [])
    if said is not None:
        day = full_date(said.at)
        sentences.insert(0, tr("The seller says: {cause} ({date}).", cause=cause_name(said.cause), date=day))
    else:
        sentences.append(tr("The seller has not confirmed a cause yet."))
    return Part(title=tr("Cause"), sentences=tuple(sentences))


def _answers(facts: Facts, found: Diagnosis, now: datetime) -> Part:
    rows = tuple(
        (question(one.ask), answer_words(one, now), source(one))
        for one in answers(facts, found)
        if one.ask is not Ask.CAUSE
    )
    return Part(
        title=tr("Eight questions"), table=Table((tr("Question"), tr("What the records say"), tr("Evidence")), rows)
    )


def _orders(facts: Facts, *, customers: bool) -> Part:
    heads = [tr("Channel"), tr("Bought"), tr("Heard"), tr("Pieces"), tr("Too many")]
    if customers:
        heads += [tr("Order"), tr("Customer")]
    rows = []
    for sale in facts.over:
        row = [
            facts.shop_name(sale.shop),
            clock_time(sale.bought_at, seconds=True),
            clock_time(sale.heard_at, seconds=True),
            number(sale.pieces),
            number(sale.over),
        ]
        rows.append(tuple([*row, sale.number, sale.buyer or tr("not known")] if customers else row))
    if not rows:
        return Part(title=tr("Orders that went over"), sentences=(tr("No order went over."),))
    return Part(title=tr("Orders that went over"), table=Table(tuple(heads), tuple(rows), right=(3, 4)))


def _replay(facts: Facts) -> Part:
    ways = otherwise(facts)
    rows = tuple((*otherwise_words(one), " ".join(map(say, one.assumes))) for one in ways)
    return Part(
        title=tr("What would have prevented it"),
        table=Table((tr("Change"), tr("By the replay"), tr("It assumes")), rows),
    )


def _timeline(facts: Facts, *, customers: bool) -> tuple[Part, ...]:
    found = events(facts, orders=customers)
    rows = tuple(
        (clock_time(one.at, seconds=True), one.words, "" if one.available is None else number(one.available))
        for one in found[:EVENTS_MAX]
    )
    if not rows:
        return ()  # what the channels said then is pruned: heads over nothing say nothing
    rest = len(found) - len(rows)
    more = (tr("{n} later rows are in Plimsoll.", n=rest),) if rest else ()
    heads = (tr("When"), tr("What"), tr("Available"))
    return (Part(title=tr("Timeline"), sentences=more, table=Table(heads, rows, right=(2,))),)
