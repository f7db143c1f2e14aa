"""Translations: every text of the program in one `.ts` file a language, and the `.qm` that Qt reads, made of it.

`python3 packaging/run.py languages` finds the texts in the code, adds new ones to each file as unfinished, drops those
that nobody says any more, and compiles. Translators use Qt Linguist, or any editor. English stands in the code.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from making.places import ROOT, run, say

FOLDER = ROOT / "resources" / "languages"
LANGUAGES = ("de",)
CONTEXT = "plimsoll"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
PLAIN, COUNTED = ("N_", "tr"), ("NN_", "trn")


@dataclass(frozen=True)
class Message:
    """A text of the program: filed under what is said of many where it counts something, which `one` then says of one.

    `forms` is what a translator wrote: one form, or one for each plural of the language. Empty: not translated yet.
    """

    source: str
    one: str | None = None
    forms: tuple[str, ...] = field(default=(), compare=False)


def said_in(folder: Path) -> dict[str, Message]:
    """Every text that the modules below a folder mark for translation, by its source. Raises `ValueError` for one that
    cannot be looked up: not written out in the call, or both plain and counted."""
    found: dict[str, Message] = {}
    for module in sorted(folder.rglob("*.py")):
        for message in _said_by(ast.parse(module.read_text(encoding="utf-8")), module):
            if found.setdefault(message.source, message) != message:
                raise ValueError(f"{module}: {message.source!r} is said in two ways")
    return found


def _said_by(tree: ast.AST, module: Path) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        wanted = 1 if node.func.id in PLAIN else 2 if node.func.id in COUNTED else 0
        words = [argument.value for argument in node.args[:wanted] if isinstance(argument, ast.Constant)]
        if len(words) < wanted or not all(isinstance(word, str) for word in words):
            if not module.match("app/ui/words.py") and not module.match("app/core/text.py"):
                raise ValueError(f"{module}:{node.lineno}: a text has to be written out where it is marked")
        elif wanted:
            yield Message(*map(str, reversed(words)))


def read(language: str) -> dict[str, Message]:
    """What is translated into a language, by source."""
    path = source_of(language)
    if not path.exists():
        return {}
    messages = ElementTree.parse(path).getroot().iterfind("./context/message")  # noqa: S314 - our own file
    return {message.source: message for message in map(_read, messages)}


def _read(element: ElementTree.Element) -> Message:
    source, one = element.findtext("source", ""), element.findtext("extracomment")
    answer = element.find("translation")
    if answer is None or answer.get("type") == "unfinished":
        return Message(source, one)
    forms = [form.text or "" for form in answer.iterfind("numerusform")] or [answer.text or ""]
    return Message(source, one, tuple(forms))


def write(language: str, messages: Mapping[str, Message]) -> None:
    """Put a language's file down: sorted, so that a change is a small one."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for _, message in sorted(messages.items()):
        _write(context, message)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    source_of(language).write_text(f"{HEAD}{text}\n", encoding="utf-8")


def _write(context: ElementTree.Element, message: Message) -> None:
    element = ElementTree.SubElement(context, "message")
    ElementTree.SubElement(element, "source").text = message.source
    if message.one is not None:
        element.set("numerus", "yes")
        ElementTree.SubElement(element, "extracomment").text = message.one
    answer = ElementTree.SubElement(element, "translation")
    if not message.forms:
        answer.set("type", "unfinished")
    elif message.one is None:
        answer.text = message.forms[0]
    else:
        for form in message.forms:
            ElementTree.SubElement(answer, "numerusform").text = form


def source_of(language: str) -> Path:
    return FOLDER / f"plimsoll_{language}.ts"


def compile_to(folder: Path, language: str) -> Path:
    """The `.qm` of a language, made in a folder by Qt's own `lrelease`. Raises `Failed`."""
    import PySide6

    target = folder / f"plimsoll_{language}.qm"
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    run([Path(PySide6.__file__).parent / name, "-silent", "-nounfinished", source_of(language), "-qm", target])
    return target


def slots(text: str) -> set[str]:
    """The values that a text has room for."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def update() -> None:
    """Bring every language's file up to what the program says now, and compile it."""
    said = said_in(ROOT / "app")
    for language in LANGUAGES:
        known = read(language)
        new = {source: known[source] if known.get(source) == message else message for source, message in said.items()}
        write(language, new)
        compile_to(FOLDER, language)
        missing = [source for source, message in new.items() if not message.forms]
        say(f"{language}: {len(new)} texts, {len(missing)} not translated")
