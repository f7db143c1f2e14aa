"""A paper: a title, and parts of sentences and tables, already in the seller's language. Written out in three ways."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.core.text import N_
from app.errors import PlimsollError
from app.ui.papers.ink import STYLE

MARGIN_MM = 18.0
_DPI = 144


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. Every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: its title, sentences, numbered lines, and a table."""

    title: str
    sentences: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole. `note` stands under the title: whose it is, and when it was made."""

    title: str
    note: str = ""
    parts: tuple[Part, ...] = field(default=())


def as_markdown(paper: Paper) -> str:
    """The paper as Markdown. What would be a mark of Markdown's own is written out."""
    lines = [f"# {_plain(paper.title)}", ""]
    if paper.note:
        lines += [_plain(paper.note), ""]
    for part in paper.parts:
        lines += [f"## {_plain(part.title)}", ""]
        for sentence in part.sentences:
            lines += [_plain(sentence), ""]
        lines += [f"{place}. {_plain(line)}" for place, line in enumerate(part.numbered, 1)]
        lines += [""] if part.numbered else []
        if part.table is not None:
            lines += [*_markdown_table(part.table), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_table(table: Table) -> list[str]:
    rule = "|" + " --- |" * len(table.heads)
    return [_markdown_row(table.heads), rule, *(_markdown_row(row) for row in table.rows)]


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in cells) + " |"


def _plain(words: str) -> str:
    """Titles of products may hold anything: nothing in them is taken for a mark, a link or HTML."""
    words = " ".join(words.split())
    for mark in "\\`*_[]<>#":
        words = words.replace(mark, "\\" + mark)
    return words


def as_html(paper: Paper) -> str:
    """The paper as one HTML page that needs nothing else."""
    body = [f"<h1>{escape(paper.title)}</h1>"]
    if paper.note:
        body.append(f'<p class="note">{escape(paper.note)}</p>')
    for part in paper.parts:
        body.append(f"<h2>{escape(part.title)}</h2>")
        body += [f"<p>{escape(sentence)}</p>" for sentence in part.sentences]
        if part.numbered:
            body.append("<ol>" + "".join(f"<li>{escape(line)}</li>" for line in part.numbered) + "</ol>")
        if part.table is not None:
            body.append(_html_table(part.table))
    head = f'<meta charset="utf-8"><title>{escape(paper.title)}</title><style>{STYLE}</style>'
    return f"<!doctype html><html><head>{head}</head><body>{''.join(body)}</body></html>\n"


def _html_table(table: Table) -> str:
    heads = "".join(f"<th>{escape(head)}</th>" for head in table.heads)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f'<table width="100%" cellpadding="6" cellspacing="0"><tr>{heads}</tr>{rows}</table>'


def _write_pdf(paper: Paper, target: Path) -> None:
    target.touch()  # a folder that refuses says why here; the writer would not
    writer = QPdfWriter(str(target))
    writer.setResolution(_DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMargins(margins)
    writer.setPageLayout(layout)
    writer.setTitle(paper.title)
    writer.setCreator("Plimsoll")
    document = QTextDocument()
    document.setDefaultFont(QFont("Inter", 10))
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))  # else Qt would add margins of its own
    document.setHtml(as_html(paper))
    document.print_(writer)


def write_paper(paper: Paper, target: Path) -> None:
    """Write it out by the name's ending: .pdf, .html or .md. Raises `PlimsollError` when that is not possible."""
    try:
        if target.suffix.lower() == ".pdf":
            _write_pdf(paper, target)
        else:
            words = as_html(paper) if target.suffix.lower() in (".html", ".htm") else as_markdown(paper)
            target.write_text(words, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PlimsollError(
            N_("{file} could not be written: {reason}", file=target.name, reason=error.strerror or str(error)),
            N_("Close it if it is open elsewhere, or choose another folder. Nothing else was changed."),
        ) from error
