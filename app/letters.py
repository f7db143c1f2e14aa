"""Renders messages to customers: the only place where a template is run.

A template is plain text with fields ({{ order }}), conditions ({% if gesture %}…{% endif %}) and the four parts
([[apology]]…[[/]]). Nothing else is allowed: it is read as a tree first, and every kind of node that is not listed here
is refused. So it reaches no file, no attribute and no function, and has no loops.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import TemplateError, nodes
from jinja2.runtime import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.core.messages import Mark, Message, Part
from app.core.text import N_
from app.errors import PlimsollError
from app.paths import resource

LONGEST = 20_000  # characters of a template
# What may stand in a template, with what the test of one fills in.
FIELDS = {
    "buyer": "Hanna",
    "product": "speckled mug 350 ml",
    "order": "3382914407",
    "ordered": "14 May",
    "options": "1.  All your money back today.",
    "by_when": "Saturday 16 May, 12:00",
    "shop": "Kiln & Tide",
}
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_OPEN, _NAME_END, _CLOSE = "\ue000", "\ue001", "\ue002"  # around what was filled in
_TAG = re.compile(rf"\[\[(/|{'|'.join(part.value for part in Part)})\]\]|{_OPEN}([^{_NAME_END}]*){_NAME_END}|{_CLOSE}")
_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False, trim_blocks=True, lstrip_blocks=True
)  # plain text, not HTML: nothing is escaped
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.filters.clear()


class TemplateRefused(PlimsollError):
    """A template holds something that is not allowed, or a field that is not known."""


def skeletons(language: str) -> dict[str, str]:
    """The templates that come with Plimsoll for a language, by name; English where there are none."""
    folder = Path(str(resource("messages"))) / language[:2]
    if not folder.is_dir():
        folder = folder.parent / "en"
    return {found.stem: found.read_text(encoding="utf-8").strip() for found in sorted(folder.glob("*.txt"))}


def render(template: str, fields: Mapping[str, str]) -> Message:
    """The message that a template makes of these fields. Raises `TemplateRefused`."""
    _check(template)
    marked = {
        name: f"{_OPEN}{name}{_NAME_END}{_clean(value)}{_CLOSE}" if value else "" for name, value in fields.items()
    }
    try:
        rendered = _ENVIRONMENT.from_string(template).render(marked)
    except TemplateError as error:
        raise _refused(str(error)) from error
    return _read(rendered)


def tried(template: str) -> Message:
    """The message that a template makes of sample values: run before it is kept. Raises `TemplateRefused`.

    It has to work with a buyer's name and without one, and to hold each of the four parts once.
    """
    render(template, FIELDS | {"buyer": "", "shop": ""})
    made = render(template, FIELDS)
    for part in Part:
        if sum(mark.part and mark.name == part.value for mark in made.marks) != 1:
            raise _refused(f"[[{part.value}]]…[[/]]")
    if made.part(Part.APOLOGY).strip():
        raise _refused("[[apology]]…[[/]]")
    return made


def _check(template: str) -> None:
    if len(template) > LONGEST:
        raise _refused("")
    try:
        tree = _ENVIRONMENT.parse(template)
    except TemplateError as error:
        raise _refused(str(error)) from error
    strange = next((node for node in _walk(tree) if not isinstance(node, _ALLOWED)), None)
    if strange is not None:
        raise _refused(type(strange).__name__)


def _walk(node: nodes.Node) -> list[nodes.Node]:
    found, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(one.iter_child_nodes())
    return found


def _clean(value: str) -> str:
    """A value is never a tag, nor one of our signs."""
    for sign in (_OPEN, _NAME_END, _CLOSE):
        value = value.replace(sign, "")
    return value.replace("[[", "[").replace("]]", "]")


def _read(rendered: str) -> Message:
    """Take the tags out, and keep where they stood."""
    words, marks, at = "", [], 0
    open_ones: list[tuple[int, str, bool]] = []
    for match in _TAG.finditer(rendered):
        words += rendered[at : match.start()]
        at = match.end()
        if match.group(1) not in (None, "/"):
            open_ones.append((len(words), match.group(1), True))
        elif match.group(2) is not None:
            open_ones.append((len(words), match.group(2), False))
        elif open_ones:
            start, name, part = open_ones.pop()
            marks.append(Mark(start=start, end=len(words), name=name, part=part))
    return Message(words=words + rendered[at:], marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _refused(why: str) -> TemplateRefused:
    return TemplateRefused(
        N_("This template cannot be used: {why}", why=why or "too long"),
        N_("Use fields in double braces and the four parts. Nothing was saved."),
    )
