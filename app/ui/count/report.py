"""What a count found, as a page to keep: Markdown, HTML or PDF, all three from the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.core.text import N_
from app.sheets.reading import SheetError
from app.store import count_figures
from app.store.count_figures import Settled
from app.store.counts import Session
from app.store.sqlite import Connection
from app.ui.count.review import reasons as reason_words
from app.ui.words import duration, moment, money, number, signed, tr

_MARGIN_MM = 16.0
_STYLE = "body{font-family:sans-serif} td,th{padding:3px 10px;text-align:left} th{border-bottom:1px solid #888}"


@dataclass(frozen=True, slots=True)
class Report:
    """A title, sentences, and a table with its heads first."""

    title: str
    sentences: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(default=())


def of_count(db: Connection, session: Session, *, now: datetime) -> Report:
    """The report of one count: what stands posted of it, those that were apart first."""
    rows = count_figures.settled(db, count=session.id)
    begun = moment(session.begun_at, now)
    ended = moment(session.ended_at, now) if session.ended_at else tr("still open")
    when = tr("Begun {begun}, ended {ended}.", begun=begun, ended=ended)
    heads = (tr("SKU"), tr("Product"), tr("Difference"), tr("Damaged"), tr("Worth"), tr("Reason"))
    ordered = sorted(rows, key=lambda row: (row.difference == 0, row.sku))
    return Report(session.name, (when, *sentences(db, rows)), (heads, *map(_cells, ordered)))


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


def _cells(row: Settled) -> tuple[str, ...]:
    worth = money(row.worth, row.currency) if row.worth is not None and not row.first else ""
    reason = reason_of(row.reason) if row.difference or row.first else ""
    damaged = number(row.damaged) if row.damaged else ""
    return (row.sku, row.title, signed(row.difference) if row.difference else "0", damaged, worth, reason)


def markdown(report: Report) -> str:
    """As Markdown."""
    lines = [f"# {_plain(report.title)}", "", *(f"- {_plain(one)}" for one in report.sentences), ""]
    for place, row in enumerate(report.rows):
        lines.append("| " + " | ".join(map(_plain, row)) + " |")
        if place == 0:
            lines.append("|" + " --- |" * len(row))
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Letters that Markdown would take for its own are guarded."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in text).replace("\n", " ")


def html(report: Report) -> str:
    """As a page that needs nothing from outside."""
    body = [f"<h1>{escape(report.title)}</h1>", *(f"<p>{escape(one)}</p>" for one in report.sentences)]
    if report.rows:
        heads, *rest = report.rows
        body.append("<table><tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in heads) + "</tr>")
        body += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest]
        body.append("</table>")
    head = f'<meta charset="utf-8"><title>{escape(report.title)}</title><style>{_STYLE}</style>'
    return f"<!doctype html>\n<html><head>{head}</head><body>\n" + "\n".join(body) + "\n</body></html>\n"


def save(report: Report, path: Path) -> None:
    """Write it as what its name ends in: .pdf, .html or .md. Raises `SheetError` where it cannot be written."""
    try:
        if path.suffix.lower() == ".pdf":
            _pdf(report, path)
        else:
            text = html(report) if path.suffix.lower() in (".html", ".htm") else markdown(report)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SheetError(
            N_("{file} cannot be written: {reason}", file=path.name, reason=error.strerror or str(error)),
            N_("Close it if it is open elsewhere, or choose another folder."),
        ) from error


def _pdf(report: Report, path: Path) -> None:
    path.touch()  # a folder that refuses says why here; the writer would not
    writer = QPdfWriter(str(path))
    edges = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, edges, QPageLayout.Unit.Millimeter
        )
    )
    writer.setTitle(report.title)
    document = QTextDocument()
    document.setHtml(html(report))
    document.print_(writer)
