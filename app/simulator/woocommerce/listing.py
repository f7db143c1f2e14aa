"""How WooCommerce's REST lists are asked: pages, order, filters and fields, with the same refusals."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx

from app.simulator.woocommerce.books import Item, Order
from app.simulator.woocommerce.gate import Refused

Thing = TypeVar("Thing", Item, Order)
PER_PAGE_MAX = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, with what its headers say."""

    rows: list[Any]
    total: int
    pages: int
    number: int


def bad_param(name: str, message: str, code: str, **detail: object) -> Refused:
    """A parameter that does not fit, as WordPress words it."""
    details = {name: {"code": code, "message": message, "data": detail or None}}
    return Refused(400, "rest_invalid_param", f"Invalid parameter(s): {name}", params={name: message}, details=details)


class Query:
    """The parameters of one request for a list."""

    def __init__(self, params: httpx.QueryParams) -> None:
        self._params = params
        self.page = self._number("page", 1, math.inf)
        self.per_page = self._number("per_page", 1, PER_PAGE_MAX, default=10)
        self.order_by = params.get("orderby", "date")
        self.descending = params.get("order", "desc") == "desc"

    def text(self, name: str, default: str = "") -> str:
        """One parameter."""
        return str(self._params.get(name, default))

    def many(self, name: str, default: str = "") -> list[str]:
        """A parameter that holds several, with commas."""
        return [part.strip() for part in self._params.get(name, default).split(",") if part.strip()]

    def _number(self, name: str, least: int, most: float, default: int = 1) -> int:
        text = self._params.get(name, str(default))
        if not text.lstrip("-").isdecimal():
            raise bad_param(name, f"{name} is not of type integer.", "rest_invalid_type", param=name)
        if not least <= int(text) <= most:
            bounds = f"must be between {least} (inclusive) and {PER_PAGE_MAX} (inclusive)"
            raise bad_param(name, f"{name} {bounds}", "rest_out_of_bounds")
        return int(text)

    def _moment(self, name: str) -> datetime | None:
        text = self._params.get(name)
        if text is None:
            return None
        try:
            return datetime.fromisoformat(text).replace(tzinfo=UTC)
        except ValueError:
            raise bad_param(name, "Invalid date.", "rest_invalid_date") from None

    def chosen(self, things: Iterable[Thing]) -> list[Thing]:
        """Those that the filters common to all lists let through, in order."""
        include, exclude = set(self.many("include")), set(self.many("exclude"))
        after, modified_after = self._moment("after"), self._moment("modified_after")
        before, modified_before = self._moment("before"), self._moment("modified_before")
        found = [
            thing
            for thing in things
            if (not include or str(thing.id) in include)
            and str(thing.id) not in exclude
            and _between(after, thing.created, before)
            and _between(modified_after, thing.modified, modified_before)
        ]
        return sorted(found, key=self._key(), reverse=self.descending)

    def _key(self) -> Callable[[Item | Order], tuple[Any, ...]]:
        if self.order_by == "id":
            return lambda thing: (thing.id,)
        if self.order_by == "modified":
            return lambda thing: (thing.modified, thing.id)
        return lambda thing: (thing.created, thing.id)

    def paged(self, things: list[Thing], show: Callable[[Thing], Mapping[str, Any]]) -> Page:
        """The page that was asked for, as JSON with the fields that were asked for."""
        start = (self.page - 1) * self.per_page
        rows = [self.cut(show(thing)) for thing in things[start : start + self.per_page]]
        return Page(rows, len(things), math.ceil(len(things) / self.per_page), self.page)

    def cut(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        """Only the fields asked for; all of them if none was."""
        fields: Collection[str] = self.many("_fields")
        return {name: value for name, value in shown.items() if not fields or name in fields}


def _between(after: datetime | None, at: datetime, before: datetime | None) -> bool:
    """Both ends are exclusive, in whole seconds."""
    return (after is None or at > after) and (before is None or at < before)
