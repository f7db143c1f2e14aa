"""Frozen records that are quick to make: `dataclass` as in the standard library, for what the first paint needs.

The standard one writes and compiles a function each for `==`, `hash` and `repr` of every class, half a millisecond that
each start pays. Here these three are the same few lines for all. To a type checker it is the standard one.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - so is an export spelled
else:

    def dataclass(cls: type | None = None, /, **options: Any) -> Any:
        """`options` are those of `dataclasses.dataclass`, but `order`. What is not frozen is left to that."""
        if not options.get("frozen"):
            return dataclasses.dataclass(cls, **options)

        def made(bare: type) -> type:
            compared = options.get("eq", True) and "__eq__" not in vars(bare)
            shown = "__repr__" not in vars(bare)
            record = dataclasses.dataclass(bare, **{**options, "eq": False, "repr": False})
            if compared:
                record.__eq__, record.__hash__ = _comparing(record)
            if shown:
                record.__repr__ = _repr
            return record

        return made if cls is None else made(cls)


def _comparing(record: type) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    names = [one.name for one in dataclasses.fields(record) if one.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def equal(one: Any, other: object) -> bool:
        return values(one) == values(other) if other.__class__ is one.__class__ else NotImplemented

    def hashed(one: Any) -> int:
        return hash(values(one))

    return equal, hashed


def _repr(record: Any) -> str:
    shown = (one.name for one in dataclasses.fields(record) if one.repr)
    values = ", ".join(f"{name}={getattr(record, name)!r}" for name in shown)
    return f"{type(record).__qualname__}({values})"
