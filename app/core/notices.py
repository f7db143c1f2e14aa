"""One call of a channel as it came, and what it told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.channel import Doorbell


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A channel's call as it came: raw header pairs and raw bytes, parsed by nobody yet."""

    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that name, however it is spelled; empty for none."""
        return self.first().get(name.lower(), "")

    def first(self) -> Mapping[str, str]:
        """The headers by their names in lower case; of several with one name the first."""
        return {name.lower(): value for name, value in reversed(self.headers)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a genuine call said. No bells: it names nothing that Plimsoll reads (a ping, a customer)."""

    topic: str
    bells: tuple[Doorbell, ...] = ()


class ReadHook(Protocol):
    """A channel's manner: is the call signed with one of these secrets, and what does it name?"""

    def __call__(self, notice: Notice, secrets: Sequence[str]) -> Said | None:
        """What it told; None for a forgery. Never raises for anything that a stranger may send."""
