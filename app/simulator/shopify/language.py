"""As much of GraphQL as a client of Shopify's sends: it reads a document, counts its cost and runs it.

No schema and no named fragments: what an object has, its fields say, and a field that it has not is an error. Tests
hold every answer against Shopify's own schema.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

_TOKEN = re.compile(
    r'[\s,]+|#[^\n]*|(?P<token>\.\.\.|[{}()\[\]:!=@$]|-?\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*"|[A-Za-z_]\w*)'
)
_LITERALS = {"true": True, "false": False, "null": None}


class Refusal(Exception):
    """What Shopify answers in `errors`: its words and its code."""

    def __init__(self, message: str, code: str, **extensions: Any) -> None:
        super().__init__(message)
        self.message = message
        self.extensions = {"code": code, **extensions}


@dataclass(frozen=True, slots=True)
class Variable:
    """Where a value of the request's variables goes."""

    name: str


@dataclass(frozen=True, slots=True)
class Selection:
    """A field that is asked for, or (with `on`) fields that are asked of one type only."""

    name: str
    key: str = ""  # what it is called in the answer
    on: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    directives: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fields: tuple["Selection", ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One operation: `query` or `mutation`, its variables (True: must be given) and what it asks for."""

    kind: str
    name: str
    variables: Mapping[str, bool]
    fields: tuple[Selection, ...]


@lru_cache(maxsize=64)
def parse(text: str) -> Document:
    """Read a document of one operation; the same few are sent again and again. Raises `Refusal` where it is not one."""
    return _Parser(text).document()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = list(self._split(text))
        self._at = 0

    @staticmethod
    def _split(text: str) -> Iterator[str]:
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise Refusal(f"syntax error, unexpected {text[at]!r}", "GRAPHQL_PARSE_FAILED")
            if found["token"]:
                yield found["token"]
            at = found.end()

    def document(self) -> Document:
        kind = self._take("query", "mutation")
        name = self._take()
        variables = dict(self._variables()) if self._next == "(" else {}
        return Document(kind, name, variables, self._selections())

    @property
    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, *wanted: str) -> str:
        token = self._next
        if not token or (wanted and token not in wanted):
            raise Refusal(f"syntax error, unexpected {token or 'end of file'!r}", "GRAPHQL_PARSE_FAILED")
        self._at += 1
        return token

    def _until(self, end: str) -> Iterator[None]:
        while self._next != end:
            yield
        self._take(end)

    def _variables(self) -> Iterator[tuple[str, bool]]:
        self._take("(")
        for _ in self._until(")"):
            self._take("$")
            name = self._take()
            self._take(":")
            kind = ""
            while self._next not in ("$", ")"):
                kind = self._take()
            yield name, kind == "!"

    def _selections(self) -> tuple[Selection, ...]:
        self._take("{")
        return tuple(self._selection() for _ in self._until("}"))

    def _selection(self) -> Selection:
        if self._next == "...":
            self._take("...")
            self._take("on")
            return Selection("", on=self._take(), fields=self._selections())
        key = name = self._take()
        if self._next == ":":
            self._take(":")
            name = self._take()
        arguments = self._arguments() if self._next == "(" else {}
        directives = {}
        while self._next == "@":
            self._take("@")
            directive = self._take()
            directives[directive] = self._arguments() if self._next == "(" else {}
        fields = self._selections() if self._next == "{" else ()
        return Selection(name, key, arguments=arguments, directives=directives, fields=fields)

    def _arguments(self, begin: str = "(", end: str = ")") -> dict[str, Any]:
        self._take(begin)
        found = {}
        for _ in self._until(end):
            name = self._take()
            self._take(":")
            found[name] = self._value()
        return found

    def _value(self) -> Any:
        if self._next == "$":
            self._take("$")
            return Variable(self._take())
        if self._next == "[":
            self._take("[")
            return [self._value() for _ in self._until("]")]
        if self._next == "{":
            return self._arguments("{", "}")
        token = self._take()
        if token in _LITERALS:
            return _LITERALS[token]
        if token.startswith('"'):
            return token[1:-1]
        return int(token) if re.fullmatch(r"-?\d+", token) else token


def filled(value: Any, variables: Mapping[str, Any]) -> Any:
    """A value of the document with the request's variables in their places."""
    if isinstance(value, Variable):
        return variables.get(value.name)
    if isinstance(value, list):
        return [filled(part, variables) for part in value]
    if isinstance(value, dict):
        return {name: filled(part, variables) for name, part in value.items()}
    return value


def cost_of(document: Document, variables: Mapping[str, Any]) -> int:
    """Points that the document may cost at most: the linear tally of the fields it asks for.

    An object 1, a mutation 10, a list as many objects as `first` (or `ids`) says, a connection 2 more. Shopify's own
    formula is not public, and cheaper for long lists.
    """
    root = 9 if document.kind == "mutation" else 0  # a mutation is an object of 10
    return sum(root + _cost(asked, variables) for asked in document.fields)


def _cost(asked: Selection, variables: Mapping[str, Any]) -> int:
    if not asked.fields or asked.name == "pageInfo":
        return 0
    nodes = next((part for part in asked.fields if part.name == "nodes"), None)
    first = filled(asked.arguments.get("first"), variables)
    if nodes is not None:
        return 2 + int(first or 0) * (1 + _cost_of_all(nodes.fields, variables))
    ids = filled(asked.arguments.get("ids"), variables)
    many = int(first) if first is not None else len(ids) if isinstance(ids, list) else 1
    return many * (1 + _cost_of_all(asked.fields, variables))


def _cost_of_all(fields: tuple[Selection, ...], variables: Mapping[str, Any]) -> int:
    on_type = [_cost_of_all(part.fields, variables) for part in fields if part.on]
    return sum(_cost(part, variables) for part in fields if not part.on) + max(on_type, default=0)


@dataclass(frozen=True, slots=True)
class Thing:
    """An object of the shop: its type and its fields; one that takes arguments is a function of them."""

    kind: str
    fields: Mapping[str, Any]

    def get(self, asked: Selection, variables: Mapping[str, Any]) -> Any:
        """The value of a field. Raises `Refusal` when this type has no such field."""
        if asked.name not in self.fields:
            raise Refusal(f"Field '{asked.name}' doesn't exist on type '{self.kind}'", "undefinedField")
        value = self.fields[asked.name]
        return value(filled(dict(asked.arguments), variables)) if callable(value) else value


def run(thing: Thing, fields: tuple[Selection, ...], variables: Mapping[str, Any]) -> dict[str, Any]:
    """What a thing answers to the fields that are asked of it."""
    answer: dict[str, Any] = {}
    for asked in fields:
        if asked.on:
            answer |= run(thing, asked.fields, variables) if asked.on == thing.kind else {}
        else:
            answer[asked.key] = _completed(thing.get(asked, variables), asked, variables)
    return answer


def _completed(value: Any, asked: Selection, variables: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_completed(part, asked, variables) for part in value]
    if isinstance(value, Thing):
        if not asked.fields:
            raise Refusal(f"Field must have selections (field '{asked.name}')", "selectionMismatch")
        return run(value, asked.fields, variables)
    return value


def things_in(answer: Any) -> int:
    """Objects in an answer: what it really cost."""
    if isinstance(answer, list):
        return sum(things_in(part) for part in answer)
    if isinstance(answer, dict):
        return 1 + sum(things_in(part) for name, part in answer.items() if name != "pageInfo")
    return 0
