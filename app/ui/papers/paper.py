"""A paper written out in three ways: as pages, as a web page, and as Markdown."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from app.core.text import N_
from app.errors import PlimsollError
from app.ui.papers.ink import STYLE
from app.ui.papers.parts import Paper, Part, Table
from app.ui.papers.press import write_pages

__all__ = ["Paper", "Part", "Table", "as_html", "as_markdown", "write_paper"]


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
    rule = "|" + "".join(" ---: |" if place in table.right else " --- |" for place in range(len(table.heads)))
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
    rows = "".join(_html_row(row, "td", table.right) for row in table.rows)
    heads = _html_row(table.heads, "th", table.right)
    return f'<table width="100%" cellpadding="6" cellspacing="0"><thead>{heads}</thead><tbody>{rows}</tbody></table>'


def _html_row(cells: Sequence[str], mark: str, right: Sequence[int]) -> str:
    sides = [' class="n"' if place in right else "" for place in range(len(cells))]
    found = (f"<{mark}{side}>{escape(cell)}</{mark}>" for cell, side in zip(cells, sides, strict=True))
    return f"<tr>{''.join(found)}</tr>"


def write_paper(paper: Paper, target: Path) -> None:
    """Write it out by the name's ending: .pdf, .html or .md. Raises `PlimsollError` when that is not possible."""
    try:
        if target.suffix.lower() == ".pdf":
            write_pages(paper, target)
        else:
            words = as_html(paper) if target.suffix.lower() in (".html", ".htm") else as_markdown(paper)
            target.write_text(words, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PlimsollError(
            N_("{file} could not be written: {reason}", file=target.name, reason=error.strerror or str(error)),
            N_("Close it if it is open elsewhere, or choose another folder. Nothing else was changed."),
        ) from error
