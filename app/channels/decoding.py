"""Reading the shops' JSON into records, from whichever thread."""

from threading import Lock
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_ONE_AT_A_TIME = Lock()
_DECODERS: dict[object, msgspec.json.Decoder[Any]] = {}


def decode(text: bytes | str, kind: type[T]) -> T:
    """The JSON `text` as `kind`. Raises `msgspec.DecodeError` or `UnicodeDecodeError` when it is not that."""
    decoder = _DECODERS.get(kind) or _made(kind)
    try:
        found: T = decoder.decode(text)
    except RecursionError as error:  # a shop may answer anything
        raise msgspec.DecodeError("nested too deeply") from error
    return found


def _made(kind: type[T]) -> msgspec.json.Decoder[T]:
    """A decoder, made under a lock and kept.

    msgspec finds out what a record holds when it is first read, and lets others see it half found: when two lanes
    read a record for the first time at the same moment, the whole program ends with a segmentation fault.
    """
    with _ONE_AT_A_TIME:
        return _DECODERS.setdefault(kind, msgspec.json.Decoder(kind))
