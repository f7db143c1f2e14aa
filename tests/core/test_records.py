"""A quick record behaves as a frozen dataclass of the standard library does."""

import dataclasses

import pytest

from app.core import records
from app.core.records import dataclass


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What is copied."""

    name: str
    pieces: int = 1
    secret: str = dataclasses.field(default="", repr=False)
    seen: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """The same fields."""

    name: str
    pieces: int = 1
    secret: str = dataclasses.field(default="", repr=False)
    seen: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Other:
    """Equal values, another class."""

    name: str
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class Empty:
    """No fields."""


@dataclass(slots=True)
class Open:
    """Not frozen: the standard one."""

    pieces: int


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """Equal to nothing else."""

    pieces: int


def test_equal_values_are_equal_and_hash_the_same():
    assert Quick(name="a") == Quick(name="a", pieces=1, seen=7)
    assert hash(Quick(name="a")) == hash(Quick(name="a", seen=7)) == hash(Standard(name="a"))
    assert Quick(name="a") != Quick(name="b")
    assert Quick(name="a", secret="x") != Quick(name="a", secret="y")
    assert len({Quick(name="a"), Quick(name="a"), Quick(name="b")}) == 2
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_another_class_is_never_equal():
    assert Other("a") != Quick(name="a")
    assert Quick(name="a") != ("a", 1, "")
    assert Itself(1) != Itself(1)


def test_it_reads_as_the_standard_one_does():
    assert repr(Quick(name="a", secret="x")) == repr(Standard(name="a", secret="x")).replace("Standard", "Quick")


def test_it_is_frozen_replaced_and_slotted():
    record = Quick(name="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.name = "b"
    assert dataclasses.replace(record, pieces=3) == Quick(name="a", pieces=3)
    assert not hasattr(record, "__dict__")
    with pytest.raises(TypeError):
        Quick("a")


def test_what_is_not_frozen_stays_the_standard_one():
    one = Open(1)
    one.pieces = 2
    assert one == Open(2)
    assert repr(one) == "Open(pieces=2)"


def test_what_somebody_else_makes_meanwhile_is_made_as_ever():
    before = getattr(dataclasses, "_frozen_get_del_attr", None)
    with records._frozen_alike(Quick):

        @dataclasses.dataclass(frozen=True)
        class Theirs:
            pieces: int

    class More(Theirs):
        """Not a record: the standard one lets it have attributes of its own."""

    more = More(1)
    more.note = "theirs"
    with pytest.raises(dataclasses.FrozenInstanceError):
        more.pieces = 2
    assert getattr(dataclasses, "_frozen_get_del_attr", None) is before
