"""A help text as HTML: the few marks that help texts use, in the theme's colours and sizes.

A text is paragraphs with an empty line between them. Lines that begin with "## " are headings, with "- " items of a
list. **Bold**, `keys`, and [words](topic) for a way to another topic stand inside a line.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from app.ui.theme import Theme

SCHEME = "help"

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_KEYS = re.compile(r"`(.+?)`")
_LINK = re.compile(r"\[([^\]]+)\]\(([a-z_]+)\)")

Lines = Sequence[tuple[str, str]]  # what a key does, and the key


def html_of(title: str, text: str, tables: Iterable[tuple[str, Lines]], theme: Theme) -> str:
    """A whole page: title, text, and tables of keys under it."""
    body = "".join(_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block.strip())
    keys = "".join(f"<h2>{escape(head)}</h2>{_table(lines)}" for head, lines in tables if lines)
    return f"<html><head><style>{_style(theme)}</style></head><body><h1>{escape(title)}</h1>{body}{keys}</body></html>"


def links_of(text: str) -> list[str]:
    """The topics that a text leads to."""
    return [topic for _, topic in _LINK.findall(text)]


def _block(block: str) -> str:
    lines = block.strip().splitlines()
    if lines[0].startswith("## "):
        rest = "\n".join(lines[1:])
        return f"<h2>{_inside(lines[0][3:])}</h2>" + (_block(rest) if rest.strip() else "")
    if lines[0].startswith("- "):
        items = re.split(r"\n- ", block.strip()[2:])
        return "<ul>" + "".join(f"<li>{_inside(' '.join(item.split()))}</li>" for item in items) + "</ul>"
    return f"<p>{_inside(' '.join(block.split()))}</p>"


def _inside(line: str) -> str:
    marked = _BOLD.sub(r'<span class="term">\1</span>', escape(line, quote=False))
    marked = _KEYS.sub(lambda found: f'<span class="key">{found[1].replace(" ", "&nbsp;")}</span>', marked)
    return _LINK.sub(rf'<a href="{SCHEME}:\2">\1</a>', marked)


def _table(lines: Lines) -> str:
    rows = "".join(
        f'<tr><td>{escape(words)}</td><td class="keys">{escape(keys).replace(" ", "&nbsp;")}</td></tr>'
        for words, keys in lines
    )
    return f'<table width="100%" cellspacing="0">{rows}</table>'


def _style(theme: Theme) -> str:
    def ink(name: str) -> str:
        return theme.colour(name).name()

    title, body = theme.font("title").pixelSize(), theme.font("body").pixelSize()
    lead, line = theme.font("lead").pixelSize(), theme.colour("line_hair").name()
    return f"""
        body {{ color: {ink("text_primary")}; font-size: {body}px; }}
        h1 {{ font-size: {title}px; font-weight: 600; margin: 0 0 {theme.px(10)}px 0; }}
        h2 {{ font-size: {lead}px; font-weight: 600; margin: {theme.px(18)}px 0 {theme.px(4)}px 0; }}
        p {{ margin: 0 0 {theme.px(8)}px 0; line-height: 145%; }}
        ul {{ margin: 0 0 {theme.px(8)}px 0; -qt-list-indent: 1; }}
        li {{ margin: 0 0 {theme.px(4)}px 0; line-height: 140%; }}
        a {{ color: {ink("accent")}; }}
        .term {{ font-weight: 600; }}
        .key {{ background-color: {ink("bg_track")}; }}
        td {{ padding: {theme.px(4)}px 0; border-bottom: 1px solid {line}; }}
        td.keys {{ color: {ink("text_secondary")}; text-align: right; }}
    """
