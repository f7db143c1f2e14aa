"""Frozen records that are quick to make: `dataclass` as in the standard library, for what the first paint needs.

The standard one writes and compiles a function each for `==`, `hash`, `repr` and what forbids to set and delete, of
every class: most of a millisecond that each start pays. Here these are the same few lines for all. To a type checker it
is the standard one.
"""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
            with _frozen_alike(bare):
                record = dataclasses.dataclass(bare, **{**options, "eq": False, "repr": False})
            if compared:
                record.__eq__, record.__hash__ = _comparing(record)
            if shown:
                record.__repr__ = _repr
            return record

        return made if cls is None else made(cls)


@contextmanager
def _frozen_alike(bare: type) -> Iterator[None]:
    """Python lets nobody say this from outside. Where it makes these two in another way, they are made in that way.

    Only for this one class: what another thread imports meanwhile is made as ever, in whatever order they end.
    """
    made = None if hasattr(dataclasses, _NEWER) else getattr(dataclasses, _MADE, None)
    if made is None:
        yield
        return
    setattr(dataclasses, _MADE, lambda cls, *rest: _FROZEN if cls is bare else made(cls, *rest))
    try:
        yield
    finally:
        setattr(dataclasses, _MADE, made)


_MADE = "_frozen_get_del_attr"
_NEWER = "_FuncBuilder"  # from Python 3.13 on all functions of a class are made together


def _set(_record: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_record: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


_set.__name__, _delete.__name__ = "__setattr__", "__delattr__"
_FROZEN = (_set, _delete)


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
