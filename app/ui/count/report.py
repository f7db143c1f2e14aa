"""What a count found, as a paper to keep, and its sentences for the window."""

from collections.abc import Sequence
from datetime import datetime

from app.store import count_figures
from app.store.count_figures import Settled
from app.store.counts import Session
from app.store.sqlite import Connection
from app.ui.count.review import reasons as reason_words
from app.ui.papers.paper import Paper, Part, Table
from app.ui.papers.statement import full_date
from app.ui.words import clock_time, duration, money, number, signed, tr


def of_count(db: Connection, session: Session) -> Paper:
    """The report of one count: what stands posted of it, those that were apart first."""
    rows = count_figures.settled(db, count=session.id)
    begun = _at(session.begun_at)
    when = (
        tr("Begun {begun}, ended {ended}.", begun=begun, ended=_at(session.ended_at))
        if session.ended_at
        else tr("Begun {begun}, still open.", begun=begun)
    )
    heads = (tr("SKU"), tr("Product"), tr("Difference"), tr("Damaged"), tr("Worth"), tr("Reason"))
    ordered = sorted(rows, key=lambda row: (row.difference == 0, row.sku))
    listed = Table(heads, tuple(map(_cells, ordered)), right=(2, 3, 4)) if ordered else None
    parts = [Part(title=tr("In figures"), sentences=tuple(sentences(db, rows)))]
    parts += [Part(title=tr("Product by product"), table=listed)] if listed else []
    return Paper(title=session.name, note=when, parts=tuple(parts))


def sentences(db: Connection, rows: Sequence[Settled]) -> list[str]:
    """The figures in words."""
    found = count_figures.figures(db, rows)
    if not rows:
        return [tr("Nothing of it is posted.")]
    said = []
    if found.accuracy is not None:
        said.append(
            tr("{equal} of {all} agreed: {percent} %.", equal=number(found.equal), all=number(found.lines),
               percent=number(round(100 * found.accuracy)))
        )  # fmt: skip
    said.append(
        tr("{missing} pieces missing or damaged, {surplus} more than expected.", missing=number(found.missing),
           surplus=number(found.surplus))
    )  # fmt: skip
    said += [tr("At cost: {worth}.", worth=money(minor, of)) for of, minor in count_figures.worth(rows).items()]
    if found.seconds_per_100 is not None:
        said.append(tr("{time} for a hundred products.", time=duration(found.seconds_per_100)))
    why = count_figures.reasons(rows)
    if why:
        listed = ", ".join(f"{reason_of(name)} {number(pieces)}" for name, pieces in why.items())
        said.append(tr("Pieces by reason: {reasons}.", reasons=listed))
    return said


def reason_of(name: str) -> str:
    """A reason in words."""
    return reason_words().get(name) or {"counted": tr("Near enough"), "start": tr("First number")}.get(name, name)


def _at(at: datetime) -> str:
    """A paper is kept: "today" would not last."""
    return tr("{date}, {time}", date=full_date(at), time=clock_time(at))


def _cells(row: Settled) -> tuple[str, ...]:
    worth = money(row.worth, row.currency) if row.worth is not None and not row.first else ""
    reason = reason_of(row.reason) if row.difference or row.first else ""
    damaged = number(row.damaged) if row.damaged else ""
    return (row.sku, row.title, signed(row.difference) if row.difference else "0", damaged, worth, reason)
