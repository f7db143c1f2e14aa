"""What a simulated Etsy shop knows: listings with their products, receipts with their lines. No more than data."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

ON_PROPERTY = ("price", "quantity", "sku", "readiness_state")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a variation: Colour = Blue."""

    property_id: int
    name: str
    value_id: int
    value: str
    scale_id: int | None = None
    scale_name: str | None = None


@dataclass(slots=True)
class Product:
    """One combination that a buyer can choose, with its only offering."""

    number: int
    offering: int
    sku: str
    choices: tuple[Choice, ...]
    quantity: int
    price: int  # in hundredths
    enabled: bool = True
    readiness: int | None = None
    divisor: int = 100

    def key(self, only: Collection[int] | None = None) -> str:
        """Its values (of these properties, where said) as a connector's ref names them."""
        kept = [choice for choice in self.choices if only is None or choice.property_id in only]
        kept.sort(key=lambda choice: choice.property_id)
        return ",".join(f"{choice.property_id}:{choice.value_id}" for choice in kept)


@dataclass(slots=True)
class Listing:
    """What the shop lists. `inventory` False: never edited with Etsy's inventory tools, so it has no record."""

    number: int
    title: str
    state: str
    created_at: datetime
    state_at: datetime
    modified_at: datetime
    ends_at: datetime
    products: list[Product] = field(default_factory=list)
    on_property: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in ON_PROPERTY})
    auto_renew: bool = True
    inventory: bool = True
    kind: str = "physical"
    images: dict[tuple[int, int], int] = field(default_factory=dict)  # property, value: photo
    has_photo: bool = True

    def group(self, product: Product) -> str:
        """The key of the products that share its number."""
        return product.key(self.on_property["quantity"])

    def sharing(self, product: Product) -> list[Product]:
        """The products that share its number, itself included."""
        return [one for one in self.products if self.group(one) == self.group(product)]

    @property
    def quantity(self) -> int:
        """What Etsy shows as the listing's quantity: each shared number counts once."""
        return sum({self.group(product): product.quantity for product in self.products}.values())

    @property
    def sells(self) -> bool:
        """Is anything above 0 that a buyer can choose?"""
        return any(product.enabled and product.quantity > 0 for product in self.products)


@dataclass(slots=True)
class Line:
    """One transaction of a receipt."""

    number: int
    listing: int | None
    product: Product
    title: str
    quantity: int
    shipped_at: datetime | None = None


@dataclass(slots=True)
class Refund:
    """Money given back. It names no line."""

    amount: int
    at: datetime


@dataclass(slots=True)
class Receipt:
    """An order."""

    number: int
    buyer: int
    status: str
    created_at: datetime
    updated_at: datetime
    lines: list[Line]
    paid: bool = True
    shipped: bool = False
    taken: bool = True  # are its pieces off the listings' numbers?
    refunds: list[Refund] = field(default_factory=list)
    hidden: bool = False  # a direct reading says 404, as once happened with cancelled ones

    @property
    def total(self) -> int:
        """Its price in hundredths."""
        return sum(line.quantity * line.product.price for line in self.lines)
