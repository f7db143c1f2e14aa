"""Every verb that a connector writes into the call log has words of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import app.channels
from app.core.call_words import VERBS, verb_words

FOLDER = Path(app.channels.__file__).parent
FIRST = ("get", "call", "page")  # of an API: the verb comes first, and what it is about second
ANYWHERE = ("Walk", "find", "read_now", "_ask", "_status", "_set_status", "orders")


def written() -> Iterator[str]:
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from of_call(node)
            elif isinstance(node, ast.FunctionDef):
                names = node.args.args[-len(node.args.defaults) :] if node.args.defaults else []
                pairs = zip(names, node.args.defaults, strict=True)
                yield from (d.value for n, d in pairs if n.arg == "verb" and isinstance(d, ast.Constant))


def of_call(node: ast.Call) -> Iterator[str]:
    yield from (k.value.value for k in node.keywords if k.arg == "verb" and isinstance(k.value, ast.Constant))
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    said = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name in ANYWHERE:
        yield from said[:1]
    elif name in FIRST and len(node.args) >= 3 and isinstance(node.args[0], ast.Constant):
        yield str(node.args[0].value)


def test_every_verb_has_words():
    verbs = {verb for verb in written() if re.fullmatch(r"[a-zA-Z’ -]+", verb)}
    assert len(verbs) > 30
    assert verbs - set(VERBS) == set()


def test_an_older_word_stands_as_it_is():
    assert str(verb_words("set stock")) == "set stock"
    assert str(verb_words("nod")) == "nod"
