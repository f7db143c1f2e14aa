"""Sentences kept in the database: whole templates with their values apart, so that they are translated when shown."""

import json
from datetime import timedelta
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
    """A sentence inside a sentence stays one, and so does a length of time; what else JSON does not know is English."""
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    return {"text": _parts(value)} if isinstance(value, Text) else str(value)


_encode = json.JSONEncoder(default=_plain).encode


def _text(template: str, values: dict[str, Any], one: str | None, n: int | None) -> Text:
    return Text(template, {name: _value(value) for name, value in values.items()}, one, n)


def _value(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return _text(*value["text"]) if "text" in value else timedelta(seconds=value["seconds"])
