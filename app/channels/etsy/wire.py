"""What Etsy sends, as far as we read it. Nothing of a buyer ever leaves the decoder.

Fields without a default are those without which an answer makes no sense: what lacks them is not understood.
"""

from datetime import UTC, datetime
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Rows(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list."""

    count: int
    results: list[T]


class Money(msgspec.Struct, frozen=True):
    """An amount: `amount` / `divisor`."""

    amount: int
    divisor: int
    currency_code: str = ""


class PropertyValue(msgspec.Struct, frozen=True):
    """What sets a variation apart: Colour = Blue."""

    property_id: int
    value_ids: list[int] = []
    values: list[str] = []
    property_name: str | None = None
    scale_id: int | None = None


class Offering(msgspec.Struct, frozen=True):
    """The number and the price of a product."""

    quantity: int
    is_enabled: bool
    price: Money
    is_deleted: bool = False
    readiness_state_id: int | None = None


class Product(msgspec.Struct, frozen=True):
    """One combination that a buyer can choose. Deleted ones are only shown when asked for."""

    offerings: list[Offering]
    product_id: int = 0
    sku: str | None = ""
    is_deleted: bool = False
    property_values: list[PropertyValue] = []


class Inventory(msgspec.Struct, frozen=True):
    """All products of a listing, and which properties change what."""

    products: list[Product]
    price_on_property: list[int] = []
    quantity_on_property: list[int] = []
    sku_on_property: list[int] = []
    readiness_state_on_property: list[int] = []


class Image(msgspec.Struct, frozen=True):
    """A photo of a listing, in the small size whose whole width and height are seen."""

    url_170x135: str = ""


class Listing(msgspec.Struct, frozen=True):
    """A listing; with `inventory` where that was asked for. `state_timestamp` is when its state last changed."""

    listing_id: int
    state: str
    title: str = ""
    quantity: int = 0
    url: str = ""
    listing_type: str = "physical"
    state_timestamp: int | None = None
    inventory: Inventory | None = None
    images: list[Image] | None = None


class ListedInventory(Inventory, frozen=True, kw_only=True):
    """A listing's inventory with the listing beside it."""

    listing: Listing | None = None


class Transaction(msgspec.Struct, frozen=True):
    """One line of an order."""

    transaction_id: int
    quantity: int
    listing_id: int | None = None
    product_id: int | None = None
    sku: str | None = ""
    title: str | None = ""
    shipped_timestamp: int | None = None
    expected_ship_date: int | None = None
    price: Money | None = None
    variations: list["Chosen"] = []
    product_data: list[PropertyValue] = []


class Chosen(msgspec.Struct, frozen=True):
    """What the buyer chose, or typed: a personalization has no value of ours."""

    property_id: int = 0
    value_id: int | None = None
    question_id: int | None = None


class Refund(msgspec.Struct, frozen=True):
    """Money given back. It names no line."""

    amount: Money | None = None


class Receipt(msgspec.Struct, frozen=True):
    """An order, without its buyer's name and address."""

    receipt_id: int
    status: str
    transactions: list[Transaction]
    is_shipped: bool = False
    created_timestamp: int = 0
    create_timestamp: int = 0
    updated_timestamp: int = 0
    update_timestamp: int = 0
    refunds: list[Refund] = []
    buyer_user_id: int | None = None  # hashed before anything is kept

    @property
    def created(self) -> int:
        """Epoch seconds; Etsy has two names for it."""
        return self.created_timestamp or self.create_timestamp

    @property
    def updated(self) -> int:
        """Epoch seconds of the last change."""
        return self.updated_timestamp or self.update_timestamp or self.created


class Me(msgspec.Struct, frozen=True):
    """Who signed in."""

    user_id: int
    shop_id: int


class ShopNow(msgspec.Struct, frozen=True):
    """The shop as everybody sees it."""

    shop_name: str
    currency_code: str = ""
    is_vacation: bool = False


class Scopes(msgspec.Struct, frozen=True):
    """What a token may do."""

    scopes: list[str]


class VariationImage(msgspec.Struct, frozen=True):
    """A photo that belongs to a value of a variation."""

    property_id: int
    value_id: int
    image_id: int


class Token(msgspec.Struct, frozen=True):
    """An answer of the token endpoint."""

    access_token: str
    refresh_token: str
    expires_in: float = 3600.0


class Said(msgspec.Struct, frozen=True):
    """How Etsy says no."""

    error: str
    error_description: str = ""


def moment(epoch: int) -> datetime:
    """A moment from epoch seconds; the beginning of time for what is none."""
    try:
        return datetime.fromtimestamp(max(epoch, 0), UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)
