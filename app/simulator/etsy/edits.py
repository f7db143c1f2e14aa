"""What a seller's program may change: the whole set of a listing's products, its state, the photos of variations."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.simulator.etsy.books import ON_PROPERTY, Choice, Listing, Product
from app.simulator.etsy.gate import Refused
from app.simulator.etsy.life import Life

_PRODUCT = {"sku", "property_values", "offerings"}
_OFFERING = {"price", "quantity", "is_enabled", "readiness_state_id"}
_VALUE = {"property_id", "value_ids", "scale_id", "property_name", "values"}
_VALUE_MUST = {"property_id", "value_ids", "values"}
_BODY = {"products", *(f"{name}_on_property" for name in ON_PROPERTY)}
ZERO = "One offering must have quantity greater than 0"


class Edits:
    """Changes one shop's listings. Switches: `renumbers` gives products new numbers with every write, `loses_photos`
    forgets whose photo is whose, `ignores` says yes and does nothing, `rounds` spoils prices, `busy` answers 409.
    """

    def __init__(self, life: Life) -> None:
        self._life = life
        self.renumbers = False
        self.loses_photos = False
        self.ignores = False
        self.rounds = False
        self.busy = False

    def put(self, listing: Listing, body: Mapping[str, Any], most_variations: int) -> None:
        """Replace all products of a listing by those of the body."""
        if self.busy:
            raise Refused(409, "The listing is being edited by another process")
        if listing.state == "sold_out":
            raise Refused(400, "A sold out listing cannot be edited")
        _check_shape(body)
        made = [self._product(listing, row) for row in body["products"]]
        if max(len(product.choices) for product in made) > most_variations:
            raise Refused(400, f"Listing has more than {most_variations} variations")
        on_property = {name: list(body.get(f"{name}_on_property") or []) for name in ON_PROPERTY}
        _check_shared(made, on_property)
        if not any(product.quantity > 0 for product in made if product.enabled):
            raise Refused(400, ZERO)
        if self.ignores:
            return
        listing.products, listing.on_property = made, on_property
        listing.inventory = True
        if self.loses_photos:
            listing.images.clear()
        self._life.touch(listing)

    def _product(self, listing: Listing, row: Mapping[str, Any]) -> Product:
        choices = tuple(_choice(listing, value) for value in row.get("property_values", []))
        offering = row["offerings"][0]
        before = next((one for one in listing.products if one.key() == Product(0, 0, "", choices, 0, 0).key()), None)
        keeps = before is not None and not self.renumbers
        return Product(
            number=before.number if before is not None and keeps else self._life.number(),
            offering=before.offering if before is not None and keeps else self._life.number(),
            sku=row.get("sku") or "",
            choices=choices,
            quantity=offering["quantity"],
            price=round(offering["price"]) * 100 if self.rounds else round(offering["price"] * 100),
            enabled=offering["is_enabled"],
            readiness=offering["readiness_state_id"],
        )

    def state(self, listing: Listing, state: str) -> None:
        """PATCH state: on sale or off."""
        if self.busy:
            raise Refused(409, "The listing is being edited by another process")
        if state == "inactive":
            self._off(listing)
        elif state == "active":
            self._on(listing)
        else:
            raise Refused(400, "Invalid value for state: expected one of active, inactive")

    def _off(self, listing: Listing) -> None:
        if not listing.sells:
            raise Refused(400, "/quantity : cannot be empty")
        if listing.state not in ("active", "inactive"):
            raise Refused(400, f"A listing in state {listing.state} cannot be made inactive")
        if not self.ignores:
            self._life.into(listing, "inactive")

    def _on(self, listing: Listing) -> None:
        if listing.state == "expired":
            raise Refused(400, "An expired listing cannot be activated")
        if listing.state == "draft" and not listing.has_photo:
            raise Refused(400, "A listing needs an image to be published")
        if self.ignores:
            return
        if listing.state == "sold_out":
            first = next(product for product in listing.products if product.enabled)
            for product in listing.sharing(first):
                product.quantity = 1
            self._life.renew(listing, self._life.now())
        if not listing.sells:
            raise Refused(400, "/quantity : cannot be empty")
        self._life.into(listing, "active")

    def photos(self, listing: Listing, body: Mapping[str, Any]) -> None:
        """Say anew which photo belongs to which value."""
        rows = body.get("variation_images", [])
        listing.images = {(row["property_id"], row["value_id"]): row["image_id"] for row in rows}


def _check_shape(body: Mapping[str, Any]) -> None:
    """Nothing missing and nothing unknown, at any level."""
    products = body.get("products")
    if not isinstance(products, list) or not products:
        raise Refused(400, "products: required")
    _check_keys(body, _BODY, {"products"})
    for row in products:
        _check_keys(row, _PRODUCT, {"offerings"})
        for offering in row["offerings"]:
            _check_keys(offering, _OFFERING, _OFFERING)
            _check_offering(offering)
        for value in row.get("property_values", []):
            _check_keys(value, _VALUE, _VALUE_MUST)
            if any(sign in text for text in value["values"] for sign in "()"):
                raise Refused(400, "Property values must not contain parentheses")


def _check_keys(found: Mapping[str, Any], known: set[str], must: set[str]) -> None:
    if set(found) - known:
        raise Refused(400, f"Array contains invalid keys: {', '.join(sorted(set(found) - known))}")
    if must - set(found):
        raise Refused(400, f"Missing: {', '.join(sorted(must - set(found)))}")


def _check_offering(offering: Mapping[str, Any]) -> None:
    quantity, price = offering["quantity"], offering["price"]
    if isinstance(quantity, bool) or not isinstance(quantity, int) or quantity < 0:
        raise Refused(400, "quantity must be a whole number, and not below 0")
    if isinstance(price, bool) or not isinstance(price, int | float) or price < 0:
        raise Refused(400, "price must be a number")


def _check_shared(products: Sequence[Product], on_property: Mapping[str, Sequence[int]]) -> None:
    """What a property does not change must be equal wherever it is the only difference."""
    for name, value in (("quantity", "quantity"), ("price", "price"), ("sku", "sku"), ("readiness_state", "readiness")):
        seen: dict[str, Any] = {}
        for product in products:
            key, found = product.key(on_property[name]), getattr(product, value)
            if seen.setdefault(key, found) != found:
                raise Refused(400, f"The {name} of the products does not fit {name}_on_property")


def _choice(listing: Listing, value: Mapping[str, Any]) -> Choice:
    """A value, with the names that Etsy itself knows for its numbers."""
    known = {
        (choice.property_id, choice.value_id): choice for product in listing.products for choice in product.choices
    }
    ids = value["value_ids"]
    old = known.get((value["property_id"], ids[0] if ids else 0))
    name = value.get("property_name") or (old.name if old else f"Property {value['property_id']}")
    return Choice(
        property_id=value["property_id"],
        name=name,
        value_id=ids[0],
        value=value["values"][0],
        scale_id=value.get("scale_id"),
        scale_name=old.scale_name if old and value.get("scale_id") else None,
    )
