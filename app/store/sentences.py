"""Sentences kept in the database: whole templates with their values apart, so that they are translated when shown."""

import json
from typing import Any

from app.core.text import Text


def packed(text: Text) -> str:
    """A sentence as JSON."""
    return _encode(_parts(text))


def unpacked(written: str) -> Text:
    """The sentence that `packed` wrote."""
    template, values, one, n = json.loads(written)
    return _text(template, values, one, n)


def _parts(text: Text) -> list[Any]:
    return [text.template, dict(text.values), text.one, text.n]


def _plain(value: object) -> object:
    """A sentence inside a sentence stays one; what JSON does not know becomes English."""
    return {"text": _parts(value)} if isinstance(value, Text) else str(value)


_encode = json.JSONEncoder(default=_plain).encode


def _text(template: str, values: dict[str, Any], one: str | None, n: int | None) -> Text:
    inner = {name: _text(*value["text"]) if isinstance(value, dict) else value for name, value in values.items()}
    return Text(template, inner, one, n)
