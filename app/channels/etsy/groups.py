"""The unit of stock on Etsy: the products of a listing that share one quantity.

`quantity_on_property` names the properties that change the quantity; products that agree in all of these hold one
number together. A group is known by those values, which survive every write, and not by products' numbers, which Etsy
gives anew as it likes. A ref is `listing` or `listing/property:value,property:value`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from urllib.parse import quote

from app.channels.etsy.wire import Inventory, Money, Offering, Product, PropertyValue

_ON_PROPERTY = ("price_on_property", "quantity_on_property", "sku_on_property", "readiness_state_on_property")
THIRD = 3  # a listing with so many variations must be written in another way


def key_of(values: Sequence[PropertyValue], only: Collection[int] | None = None) -> str:
    """What these values are called in a ref; only the named properties, where that is said."""
    kept = [value for value in values if only is None or value.property_id in only]
    return ",".join(_value(value) for value in sorted(kept, key=lambda value: value.property_id))


def _value(value: PropertyValue) -> str:
    ids = "+".join(map(str, sorted(value.value_ids)))
    return f"{value.property_id}:{ids or quote('+'.join(value.values), safe='+')}"


def ref_of(listing: int, key: str) -> str:
    """The ref of a group, or of a product, of a listing."""
    return f"{listing}/{key}" if key else str(listing)


def listing_of(ref: str) -> str:
    """The listing's number in a ref."""
    return ref.partition("/")[0]


def key_in(ref: str) -> str:
    """The group's key in a ref; empty for the whole listing."""
    return ref.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Products that share a number. `enabled`: can any of them be chosen by a buyer?"""

    key: str
    quantity: int
    enabled: bool
    products: tuple[Product, ...]

    @property
    def sku(self) -> str:
        """The SKU, where all its products have the same."""
        skus = {product.sku or "" for product in self.products}
        return skus.pop() if len(skus) == 1 else ""


def offerings(product: Product) -> list[Offering]:
    """A product's offerings that are still there."""
    return [offering for offering in product.offerings if not offering.is_deleted]


def products(inventory: Inventory) -> list[Product]:
    """The products of a listing that are still there."""
    return [product for product in inventory.products if not product.is_deleted and offerings(product)]


def groups_of(inventory: Inventory) -> dict[str, Group]:
    """The groups of a listing, by key. Their products agree in quantity: Etsy refuses anything else."""
    found: dict[str, list[Product]] = {}
    for product in products(inventory):
        key = key_of(product.property_values, inventory.quantity_on_property)
        found.setdefault(key, []).append(product)
    return {key: _group(key, members) for key, members in found.items()}


def _group(key: str, members: Sequence[Product]) -> Group:
    offered = [offering for product in members for offering in offerings(product)]
    shown = [offering for offering in offered if offering.is_enabled]
    quantity = max(offering.quantity for offering in shown or offered)
    return Group(key, quantity, bool(shown), tuple(members))


# --- what is sent ----------------------------------------------------------------------------------------------------


def body_of(inventory: Inventory, quantities: Mapping[str, int]) -> dict[str, Any]:
    """The whole set of products as Etsy wants it back, everything as it was but the quantities of these groups."""
    rows = [_product(product, inventory, quantities) for product in products(inventory)]
    return {"products": rows, **{name: getattr(inventory, name) for name in _ON_PROPERTY}}


def _product(product: Product, inventory: Inventory, quantities: Mapping[str, int]) -> dict[str, Any]:
    quantity = quantities.get(key_of(product.property_values, inventory.quantity_on_property))
    return {
        "sku": product.sku or "",
        "property_values": [_property(value) for value in product.property_values],
        "offerings": [_offering(offering, quantity) for offering in offerings(product)],
    }


def _property(value: PropertyValue) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "property_id": value.property_id,
        "value_ids": value.value_ids,
        "scale_id": value.scale_id,
        "values": value.values,
    }
    return shown if value.property_name is None else {**shown, "property_name": value.property_name}


def _offering(offering: Offering, quantity: int | None) -> dict[str, Any]:
    return {
        "price": decimal(offering.price),
        "quantity": offering.quantity if quantity is None else quantity,
        "is_enabled": offering.is_enabled,
        "readiness_state_id": offering.readiness_state_id,
    }


def decimal(price: Money) -> float:
    """A price as Etsy wants it back. The nearest double of a decimal is written as that decimal again."""
    return price.amount / price.divisor


def can_be_priced(inventory: Inventory) -> bool:
    """Can every price be written back exactly?"""
    prices = [offering.price for product in products(inventory) for offering in offerings(product)]
    return all(price.divisor > 0 and abs(price.amount) < 10**15 for price in prices)


def three_variations(inventory: Inventory) -> bool:
    """Has the listing a third variation, which Etsy only takes when it is told that we know of such?"""
    return any(len(product.property_values) >= THIRD for product in inventory.products)


def has_brackets(inventory: Inventory) -> bool:
    """Does an old value hold a bracket? Etsy shows such, but takes none back."""
    values = [value for product in products(inventory) for value in product.property_values]
    return any(sign in text for value in values for text in value.values for sign in "()")


# --- what came of it -------------------------------------------------------------------------------------------------


def kept_apart(before: Inventory, after: Inventory) -> list[str]:
    """The names of what is not as it was, apart from quantities; empty when a write changed nothing else.

    Names and spellings do not count: Etsy tells them in the language of the moment.
    """
    was, now = _by_values(before), _by_values(after)
    names = [name for name in _ON_PROPERTY if set(getattr(before, name)) != set(getattr(after, name))]
    if set(was) != set(now):
        return [*names, "products"]
    for key, old in was.items():
        names += [name for name, value in old.items() if now[key][name] != value]
    return sorted(set(names))


def _by_values(inventory: Inventory) -> dict[str, dict[str, Any]]:
    return {key_of(product.property_values): _besides_quantity(product) for product in products(inventory)}


def _besides_quantity(product: Product) -> dict[str, Any]:
    offered = offerings(product)
    return {
        "sku": product.sku or "",
        "price": [Fraction(one.price.amount, one.price.divisor or 1) for one in offered],
        "is_enabled": [one.is_enabled for one in offered],
        "readiness_state_id": [one.readiness_state_id for one in offered],
    }
