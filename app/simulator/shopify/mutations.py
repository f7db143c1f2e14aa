"""What an app may change in a simulated Shopify shop: stock, guarded and remembered by key, and a product's status.

Several quantities in one input are set all or not at all.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.simulator.shopify.answers import gid, number_of
from app.simulator.shopify.hooks import Hooks
from app.simulator.shopify.language import Refusal, Selection, Thing, filled
from app.simulator.shopify.life import STOCK_TOPIC, Life
from app.simulator.shopify.metafields import Metafields
from app.simulator.shopify.reversals import Reversing

KEY_LIFE = timedelta(hours=24)
QUANTITY_MAX = 1_000_000_000
INPUTS_MAX = 250


@dataclass(frozen=True, slots=True)
class Error:
    """Why something was not changed: words, code, and which row of the input is meant."""

    words: str
    code: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of an idempotency key."""

    at: datetime
    asked: str
    failed: bool


class Mutations:
    """The changes of one shop's apps. `held_keys` are keys whose first sending is still being worked on."""

    def __init__(self, life: Life, may: Callable[..., None]) -> None:
        self._life = life
        self._may = may
        self._keys: dict[str, Kept] = {}
        self.held_keys: set[str] = set()
        self.reversing = Reversing(life, may)
        self.hooks = Hooks(life, may)
        self.metafields = Metafields()

    def root(self, asked: Selection, variables: Mapping[str, Any]) -> Thing:
        """The object that has every mutation as a field, for one field that is asked."""
        fields: dict[str, Callable[[dict[str, Any]], Any]] = {
            "inventorySetQuantities": lambda args: self._set_once(args, _key_of(asked, variables)),
            "productUpdate": self._update_product,
            "orderCancel": self.reversing.cancel,
            "refundCreate": lambda args: self._refund_once(args, _key_of(asked, variables)),
            "metafieldsSet": self.metafields.set,
            "webhookSubscriptionCreate": self.hooks.create,
            "webhookSubscriptionDelete": self.hooks.delete,
        }
        return Thing("Mutation", fields)

    def _update_product(self, args: dict[str, Any]) -> Thing:
        self._may("write_products")
        wanted = number_of(args["product"]["id"], "Product")
        there = (one.product for one in self._life.variants if not one.deleted)
        product = next((one for one in there if one.number == wanted), None)
        if product is None:
            return Thing(
                "ProductUpdatePayload", {"product": None, "userErrors": [_thing(Error("Product does not exist"))]}
            )
        product.status = args["product"]["status"]
        shown = Thing("Product", {"id": gid("Product", product.number), "status": product.status})
        return Thing("ProductUpdatePayload", {"product": shown, "userErrors": []})

    def _set_once(self, args: dict[str, Any], key: str) -> Thing:
        """A key that is known does nothing a second time; what it answers is the shop as it is now."""
        self._may("write_inventory")
        errors = self._once(key, args, lambda: self._set_all(args["input"]))
        group = None if errors else Thing("InventoryAdjustmentGroup", {"id": gid("InventoryAdjustmentGroup", 1)})
        told = [_thing(error, named=self._life.names_rows) for error in errors]
        return Thing("InventorySetQuantitiesPayload", {"inventoryAdjustmentGroup": group, "userErrors": told})

    def _refund_once(self, args: dict[str, Any], key: str) -> Thing:
        self._may("write_orders")
        errors = self._once(key, args, lambda: self._refund(args))
        refund = None if errors else Thing("Refund", {"id": gid("Refund", self._life.number())})
        told = [Thing("UserError", {"field": ["input"], "message": error.words}) for error in errors]
        return Thing("RefundCreatePayload", {"refund": refund, "userErrors": told})

    def _refund(self, args: dict[str, Any]) -> list[Error]:
        refused = self.reversing.refund(args)
        return [Error(*refused)] if refused else []

    def _once(self, key: str, args: dict[str, Any], do: Callable[[], list[Error]]) -> list[Error]:
        """Do it, unless this key is known: a repeat does nothing."""
        asked = json.dumps(args, sort_keys=True)
        kept = self._keys.get(key)
        if kept and self._life.clock() - kept.at >= KEY_LIFE:
            kept = None
        wrong = self._known_key(key, kept, asked)
        if wrong is not None:
            return [wrong]
        errors: list[Error] = []
        if kept is None:
            errors = do()
            self._keys[key] = Kept(self._life.clock(), asked, failed=bool(errors))
        return errors

    def _known_key(self, key: str, kept: Kept | None, asked: str) -> Error | None:
        if key in self.held_keys:
            return Error("This request is currently in progress, please try again.", "IDEMPOTENCY_CONCURRENT_REQUEST")
        if kept and kept.asked != asked:
            words = "The same idempotency key cannot be used with different operation parameters."
            return Error(words, "IDEMPOTENCY_KEY_PARAMETER_MISMATCH")
        if kept and kept.failed:
            words = "A previous request with this idempotency key failed. Retry with a new idempotency key."
            return Error(words, "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED")
        return None

    def _set_all(self, wanted: dict[str, Any]) -> list[Error]:
        """All of one input or none of it."""
        if wanted["name"] != "available":
            return [Error("The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME")]
        if wanted["reason"] not in ("correction", "restock"):
            return [Error("The specified reason is invalid.", "INVALID_REASON")]
        if len(wanted["quantities"]) > INPUTS_MAX:
            message = f"The input array size of {len(wanted['quantities'])} is greater than the maximum allowed of 250."
            raise Refusal(message, "MAX_INPUT_SIZE_EXCEEDED")
        wrong = [(at, self._wrong(row)) for at, row in enumerate(wanted["quantities"])]
        errors = [Error(*told, row=at) for at, told in wrong if told]
        for row in () if errors else wanted["quantities"]:
            self._set(row)
        return errors

    def _wrong(self, row: dict[str, Any]) -> tuple[str, str | None] | None:
        if "changeFromQuantity" not in row:
            message = "InventoryQuantityInput must include the following argument: changeFromQuantity."
            raise Refusal(message, "INVALID_FIELD_ARGUMENTS")
        item = number_of(row["inventoryItemId"], "InventoryItem")
        place = number_of(row["locationId"], "Location")
        variant = next((one for one in self._life.variants if one.item == item and not one.deleted), None)
        if variant is None:
            return "The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM"
        if not any(one.number == place and one.active for one in self._life.locations):
            return "The specified location could not be found.", "INVALID_LOCATION"
        if variant.bundle:
            return "The specified inventory item is not allowed to be adjusted via API.", "NON_MUTABLE_INVENTORY_ITEM"
        if row["quantity"] < 0:
            return "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE"
        if row["quantity"] > QUANTITY_MAX:
            return "The total quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH"
        level = variant.levels.get(place)
        if level is None or not level.active:
            return "The specified inventory item is not stocked at the location.", None
        if row["changeFromQuantity"] is not None and row["changeFromQuantity"] != level.available:
            return "The changeFromQuantity value does not match persisted value.", "CHANGE_FROM_QUANTITY_STALE"
        return None

    def _set(self, row: dict[str, Any]) -> None:
        variant = self._life.item(str(number_of(row["inventoryItemId"], "InventoryItem")))
        variant.levels[number_of(row["locationId"], "Location")].available = row["quantity"]
        self._life.ring(STOCK_TOPIC, variant.item)


def _key_of(asked: Selection, variables: Mapping[str, Any]) -> str:
    key = filled(asked.directives.get("idempotent", {}).get("key"), variables)
    if not key:
        raise Refusal("The @idempotent directive is required for this mutation but was not provided.", "BAD_REQUEST")
    return str(key)


def _thing(error: Error, *, named: bool = True) -> Thing:
    place = ["input"] if error.row is None or not named else ["input", "quantities", str(error.row)]
    return Thing("UserError", {"code": error.code, "field": place, "message": error.words})
