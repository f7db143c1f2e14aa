"""Shopify's own schema as a judge: of every text that is sent and of every answer the simulated shop gives."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import graphql
import httpx
import pytest
from graphql.execution.values import get_variable_values

SPECS = Path(__file__).resolve().parents[3] / "shared" / "specs" / "shopify"
VERSIONS = ("2026-07", "2026-10")


def here() -> bool:
    return all((SPECS / f"admin-schema-{version}.graphql.gz").exists() for version in VERSIONS)


def schema_or_skip(version: str) -> graphql.GraphQLSchema:
    if not here():
        pytest.skip(f"the vendors' schemas are not here: {SPECS}")
    return schema(version)


@cache
def schema(version: str) -> graphql.GraphQLSchema:
    with gzip.open(SPECS / f"admin-schema-{version}.graphql.gz", "rt", encoding="utf-8") as file:
        return graphql.build_schema(file.read(), assume_valid=True)


@cache
def problems(text: str, version: str) -> list[str]:
    """What is wrong with a document by Shopify's schema."""
    return [error.message for error in graphql.validate(schema(version), graphql.parse(text))]


def variable_problems(text: str, variables: dict[str, Any], version: str) -> list[str]:
    """What is wrong with the variables of a document."""
    operation = graphql.parse(text).definitions[0]
    assert isinstance(operation, graphql.OperationDefinitionNode)
    found = get_variable_values(schema(version), list(operation.variable_definitions or ()), variables)
    unknown = set(variables) - {definition.variable.name.value for definition in operation.variable_definitions or ()}
    wrong = [error.message for error in found] if isinstance(found, list) else []
    return wrong + [f"{name} is not declared" for name in sorted(unknown)]


def answer_problems(text: str, variables: dict[str, Any], data: Any, version: str) -> list[str]:
    """Is this answer what the schema says? graphql-core runs the document over it: types, enums, what may be null."""
    document = graphql.parse(text)

    def resolve(source: Any, info: graphql.GraphQLResolveInfo, **_: Any) -> Any:
        return source[info.path.key]

    def kind_of(value: Any, *_: Any) -> str:
        return str(value["id"]).split("/")[3] if "id" in value else "MediaImage"  # a picture is asked without one

    result = graphql.execute(
        schema(version),
        document,
        root_value=data,
        variable_values=variables,
        field_resolver=resolve,
        type_resolver=kind_of,
    )
    assert isinstance(result, graphql.ExecutionResult)
    wrong = [f"{error.path}: {error.message}" for error in result.errors or ()]
    if not wrong and json.dumps(result.data, sort_keys=True) != json.dumps(data, sort_keys=True):
        wrong.append("the answer holds what was not asked")
    return wrong


class JudgedTransport(httpx.BaseTransport):
    """The way to a simulated shop; every text, variable and answer on it is held against Shopify's schema."""

    def __init__(self, dialect: Any) -> None:
        self._dialect = dialect
        self.requests: list[httpx.Request] = []
        self.sent: list[dict[str, Any]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        if not request.url.path.endswith("graphql.json"):
            return self._dialect.handle(request)
        body = json.loads(request.content)
        self.sent.append(body)
        version = request.url.path.split("/")[3]
        if here():
            assert problems(body["query"], version) == []
            assert variable_problems(body["query"], body["variables"], version) == []
        response: httpx.Response = self._dialect.handle(request)
        if here():
            self._judge(body, response, version)
        return response

    @staticmethod
    def _judge(body: dict[str, Any], response: httpx.Response, version: str) -> None:
        try:
            answer = response.json()
        except ValueError:
            return  # a fault cut it
        if answer.get("data") and not answer.get("errors"):
            assert answer_problems(body["query"], body["variables"], answer["data"], version) == []
