"""Every text that Plimsoll can send to Shopify is held against Shopify's own schemas, and its cost is counted."""

import re
from collections.abc import Mapping
from typing import Any

import graphql
import pytest

from app.channels.shopify import operations as op
from app.channels.shopify.info import WRITE_BATCH, WRITE_KEYS
from app.channels.shopify.operations import Operation
from app.channels.shopify.orders import CANCELLED, STATES, UNCONFIRMED
from app.channels.shopify.writing import groups_of
from app.channels.shopify.writing import variables as write_variables
from app.core.channel import StockWrite
from app.simulator.shopify.language import cost_of, parse
from tests.channels.shopify_schema import VERSIONS, problems, schema_or_skip, variable_problems

LOCATION, ITEM = "gid://shopify/Location/1", "gid://shopify/InventoryItem/2"
ORDER, LINE = "gid://shopify/Order/3", "gid://shopify/LineItem/7"

READS: list[tuple[Operation, dict[str, Any]]] = [
    (op.SHOP, {}),
    (op.SENDER, {}),
    (
        op.SET_SENDER,
        {
            "metafields": [
                {"ownerId": "gid://shopify/AppInstallation/1", "key": "sender", "type": "json", "value": "{}"}
                | {"compareDigest": None}
            ]
        },
    ),
    (op.LOCATIONS, {"after": None}),
    (op.VARIANTS, {"after": "abc", "location": LOCATION}),
    (op.ORDERS, {"after": None, "query": "updated_at:>='2026-11-23T05:00:00Z'"}),
    (op.ORDER, {"id": ORDER}),
    (op.ORDER_LINES, {"id": ORDER, "after": "abc"}),
    (op.ORDER_REFUNDS, {"id": ORDER}),
    (op.REFUND_LINES, {"id": "gid://shopify/Refund/4", "after": None}),
    (op.PRODUCT_OF_ITEM, {"id": ITEM}),
    (op.SET_STATUS, {"id": "gid://shopify/Product/5", "status": "DRAFT"}),
    (
        op.CANCEL,
        {
            "orderId": ORDER,
            "reason": "INVENTORY",
            "restock": False,
            "refundMethod": {"originalPaymentMethodsRefund": True},
            "notifyCustomer": True,
        },
    ),
    (op.JOB, {"id": "gid://shopify/Job/6"}),
    (op.SUGGESTED, {"orderId": ORDER, "lines": [{"lineItemId": LINE, "quantity": 1, "restockType": "NO_RESTOCK"}]}),
    (
        op.REFUND,
        {
            "key": "key-1",
            "input": {
                "orderId": ORDER,
                "notify": True,
                "currency": "USD",
                "refundLineItems": [
                    {"lineItemId": LINE, "quantity": 1, "restockType": "CANCEL", "locationId": LOCATION}
                ],
                "transactions": [
                    {"orderId": ORDER, "parentId": "gid://shopify/OrderTransaction/8", "gateway": "g", "kind": "REFUND"}
                    | {"amount": "10.00"}
                ],
            },
        },
    ),
    (op.WEBHOOKS, {"after": None}),
    (op.WEBHOOK_CREATE, {"topic": "ORDERS_UPDATED", "sub": {"uri": "https://relay.example/h", "format": "JSON"}}),
    (op.WEBHOOK_DELETE, {"id": "gid://shopify/WebhookSubscription/9"}),
]


def rows(groups: int, together: int = 1) -> dict[str, Any]:
    writes = [
        StockWrite(ref=str(row), quantity=row, believed=row + 1, key=f"key-{row // together}")
        for row in range(groups * together)
    ]
    return write_variables(groups_of(writes), "1")


def all_operations(size: int | None = None) -> list[tuple[Operation, dict[str, Any]]]:
    """Each operation with variables as the connector sends them, on pages of its own size or of this one."""
    found = []
    for operation, values in READS:
        paged = "$first" in operation.text
        found.append((operation, values | ({"first": size or operation.first} if paged else {})))
    count = size or op.STOCK.first
    found.append((op.STOCK, {"ids": [ITEM] * count, "location": LOCATION}))
    found += [(op.set_available(count), rows(count)) for count in ((size,) if size else (1, 2, 7))]
    found.append((op.set_available(WRITE_KEYS), rows(WRITE_KEYS, WRITE_BATCH // WRITE_KEYS)))
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_every_text_and_its_variables_are_valid(version: str) -> None:
    schema_or_skip(version)
    for operation, values in all_operations():
        assert problems(operation.text, version) == [], operation.name
        assert variable_problems(operation.text, values, version) == [], operation.name


def test_every_operation_of_the_file_is_used() -> None:
    assert {operation.name for operation, _ in all_operations()} - {"PlimsollSetAvailable"} == set(op.TEXTS)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_judge_bites(version: str) -> None:
    schema_or_skip(version)
    assert problems(op.ORDERS.text.replace("unfulfilledQuantity", "unfulfiledQuantity"), version)
    assert problems(op.set_available(2).text.replace("$k1: String!", "$k1: Int!"), version)
    assert problems(op.set_available(2).text.replace("@idempotent(key: $k1)", "@idempotent"), version)
    gone = rows(1)
    gone["i0"]["ignoreCompareQuantity"] = True
    assert variable_problems(op.set_available(1).text, gone, version)
    without = rows(1)
    del without["i0"]["quantities"][0]["quantity"]
    assert variable_problems(op.set_available(1).text, without, version)
    assert variable_problems(op.SET_STATUS.text, {"id": "1", "status": "PAUSED"}, version)


def tally(text: str, values: Mapping[str, Any], schema: graphql.GraphQLSchema) -> int:
    """The linear tally that operations.py describes, by the types of Shopify's schema."""
    operation = graphql.parse(text).definitions[0]
    assert isinstance(operation, graphql.OperationDefinitionNode)
    root = schema.get_root_type(operation.operation)
    assert root is not None
    own = 10 if operation.operation is graphql.OperationType.MUTATION else 1
    return sum(
        _tally(field, root, values, schema, own)
        for field in operation.selection_set.selections
        if isinstance(field, graphql.FieldNode)
    )


def _argument(field: graphql.FieldNode, name: str, values: Mapping[str, Any]) -> Any:
    node = next((argument.value for argument in field.arguments or () if argument.name.value == name), None)
    return graphql.value_from_ast_untyped(node, dict(values)) if node else None


def _tally(field: graphql.FieldNode, parent: Any, values: Mapping[str, Any], schema: Any, own: int = 1) -> int:
    kind = parent.fields[field.name.value].type
    named = graphql.get_named_type(kind)
    if graphql.is_leaf_type(named) or named.name == "PageInfo":
        return 0
    first, ids = _argument(field, "first", values), _argument(field, "ids", values)
    inside = _tally_all(field.selection_set, named, values, schema)
    if named.name.endswith("Connection"):
        return 2 + first * inside
    many = first if first is not None else len(ids) if ids is not None else 1
    return many * (own + inside)


def _tally_all(chosen: Any, kind: Any, values: Mapping[str, Any], schema: Any) -> int:
    total = 0
    for part in chosen.selections:
        if isinstance(part, graphql.InlineFragmentNode):
            total += _tally_all(part.selection_set, schema.get_type(part.type_condition.name.value), values, schema)
        else:
            total += _tally(part, kind, values, schema)
    return total


@pytest.mark.parametrize("size", [None, 1, 3, 10])
def test_what_an_operation_says_it_costs_is_what_it_costs(size: int | None) -> None:
    schema = schema_or_skip("2026-10")
    for operation, values in all_operations(size):
        first = values.get("first", len(values.get("ids", ())) or operation.first)
        cost = tally(operation.text, values, schema)
        assert cost == operation.cost(first), operation.name
        assert cost == cost_of(parse(operation.text), values), "the simulated shop counts alike"


def test_no_page_costs_more_than_shopify_allows() -> None:
    schema = schema_or_skip("2026-10")
    costs = {operation.name: tally(operation.text, values, schema) for operation, values in all_operations()}
    assert max(costs.values()) < op.COST_MAX, costs
    assert tally(op.ORDERS.text, {"first": 13, "query": ""}, schema) > op.COST_MAX, "the largest page that is allowed"


def test_no_buyer_is_asked_for() -> None:
    asked = {word for text in op.TEXTS.values() for word in re.findall(r"\w+", text)}
    assert not asked & {
        "customer",
        "email",
        "phone",
        "shippingAddress",
        "billingAddress",
        "displayAddress",
        "note",
        "staffNote",
    }


def test_the_numbers_that_say_whether_more_was_asked_are_those_of_the_texts() -> None:
    assert f"refunds(first: {op.ORDERS_REFUNDS})" in op.ORDERS.text
    assert f"refunds(first: {op.ORDER_REFUNDS_READ})" in op.ORDER.text


@pytest.mark.parametrize("version", VERSIONS)
def test_every_status_of_shopify_has_a_meaning(version: str) -> None:
    schema = schema_or_skip(version)
    kind = schema.get_type("OrderDisplayFulfillmentStatus")
    assert isinstance(kind, graphql.GraphQLEnumType)
    newer = {"FULFILLMENT_NOT_REQUIRED"} if version == "2026-07" else set()
    assert set(kind.values) | {CANCELLED, UNCONFIRMED} | newer == set(STATES)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_refusal_of_a_stock_write_is_one_we_know(version: str) -> None:
    """A code that Shopify adds is REFUSED with its words until somebody decides otherwise: look at it here."""
    schema = schema_or_skip(version)
    kind = schema.get_type("InventorySetQuantitiesUserErrorCode")
    assert isinstance(kind, graphql.GraphQLEnumType)
    assert set(kind.values) - {"ITEM_NOT_STOCKED_AT_LOCATION"} == {  # told without a code from 2026-10 on
        "CHANGE_FROM_QUANTITY_STALE",
        "COMPARE_QUANTITY_REQUIRED",
        "COMPARE_QUANTITY_STALE",
        "IDEMPOTENCY_CONCURRENT_REQUEST",
        "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
        "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED",
        "INVALID_INVENTORY_ITEM",
        "INVALID_LOCATION",
        "INVALID_NAME",
        "INVALID_QUANTITY_NEGATIVE",
        "INVALID_QUANTITY_TOO_HIGH",
        "INVALID_QUANTITY_TOO_LOW",
        "INVALID_REASON",
        "INVALID_REFERENCE_DOCUMENT",
        "NON_MUTABLE_INVENTORY_ITEM",
        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
    }
