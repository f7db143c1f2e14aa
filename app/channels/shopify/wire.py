"""The envelope around Shopify's answers: pages, errors, costs, tokens and global ids."""

from typing import Any, Generic, TypeVar

import msgspec

from app.core.text import N_
from app.errors import ChannelRefused

T = TypeVar("T")


class Wire(msgspec.Struct, frozen=True, rename="camel"):
    """A piece of an answer; its fields are written in Shopify's way, likeThis."""


class PageInfo(Wire, frozen=True):
    """Where a list goes on."""

    has_next_page: bool
    end_cursor: str | None = None

    @property
    def next(self) -> str | None:
        """The cursor of the next page; None after the last."""
        return self.end_cursor if self.has_next_page else None


NO_MORE = PageInfo(has_next_page=False)


class Page(Wire, Generic[T], frozen=True):
    """One page of a list."""

    nodes: list[T]
    page_info: PageInfo = NO_MORE


class Id(Wire, frozen=True):
    """A thing of which only its id matters."""

    id: str


class Throttle(Wire, frozen=True):
    """How full the bucket of points is."""

    maximum_available: float
    currently_available: float
    restore_rate: float


class Cost(Wire, frozen=True):
    """What a call cost, in points. `actual_query_cost` is None when nothing was run."""

    requested_query_cost: float = 0.0
    actual_query_cost: float | None = None
    throttle_status: Throttle | None = None


class Extensions(Wire, frozen=True):
    """What comes beside an answer."""

    cost: Cost | None = None


class ErrorDetails(Wire, frozen=True):
    """The kind of a refusal, and the permission it lacks."""

    code: str = ""
    required_access: str = ""


class GraphError(Wire, frozen=True):
    """One refusal. `path` names the row of a change that it concerns."""

    message: str = ""
    extensions: ErrorDetails = ErrorDetails()
    path: list[str | int] = []


class Reply(Wire, frozen=True):
    """The envelope of every answer; `errors` is a sentence where Shopify's door refuses, not its interface.

    `error` and `error_description` are how Shopify refuses to give a token.
    """

    data: msgspec.Raw = msgspec.Raw(b"null")
    errors: list[GraphError] | str | dict[str, Any] | None = None
    extensions: Extensions = Extensions()
    error: str = ""
    error_description: str = msgspec.field(default="", name="error_description")

    @property
    def refusals(self) -> list[GraphError]:
        """The errors of Shopify's interface."""
        return self.errors if isinstance(self.errors, list) else []

    @property
    def codes(self) -> set[str]:
        """The kinds of its refusals."""
        return {error.extensions.code for error in self.refusals}

    @property
    def words(self) -> str:
        """Shopify's own words for what went wrong."""
        if self.error:
            return f"{self.error}: {self.error_description}" if self.error_description else self.error
        if isinstance(self.errors, list):
            return "; ".join(error.message for error in self.errors)
        return str(self.errors or "")


class Token(msgspec.Struct, frozen=True):
    """A token for one day, asked with the app's client ID and secret."""

    access_token: str
    expires_in: float = 86399.0


def number(gid: str) -> str:
    """The number at the end of a global id: webhooks and the admin's pages call the same thing by it."""
    return gid.rpartition("/")[2].partition("?")[0]


def is_number(ref: str) -> bool:
    """Can this be the number of a thing of Shopify's, or its global id?"""
    return number(ref).isascii() and number(ref).isdecimal()


def gid(kind: str, ref: str) -> str:
    """The global id of a thing from its number. Raises `ChannelRefused` for what can be no number of Shopify's."""
    if not is_number(ref):
        raise ChannelRefused(
            N_("“{ref}” is not a number of Shopify’s.", ref=ref), N_("Read the shop’s listings again.")
        )
    return f"gid://shopify/{kind}/{number(ref)}"
