"""What WooCommerce sends, as far as we read it, and how its loose values become ours.

Only named fields are read: nothing of a buyer ever leaves the decoder.
"""

import html
import math
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec

Number = int | float | str | None
MOST = 2**31 - 1  # what a seller types for “as many as you like” may be longer than any number that is kept
DEAREST = 10**15  # in minor units: more is no price
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

# ISO 4217: the currencies that do not have two decimals, of those that WooCommerce offers.
_DECIMALS = {
    **dict.fromkeys(
        (
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}


class WireStock(msgspec.Struct):
    """A product or variation, as far as stock goes. What is missing here is an answer not understood, never a zero."""

    id: int
    manage_stock: bool | str  # a variation says "parent" when its product keeps the number
    stock_quantity: Number
    status: str = "publish"

    @property
    def managed(self) -> bool:
        """Does it keep a number of its own?"""
        return self.manage_stock is True

    @property
    def quantity(self) -> int | None:
        """Its own number; None when it keeps none."""
        return whole(self.stock_quantity) if self.managed else None


class WireOption(msgspec.Struct):
    """What sets a variation apart: Size = M."""

    option: str = ""


class WireImage(msgspec.Struct):
    """A picture, in the size it was uploaded in."""

    src: str | None = ""


def picture(images: list[WireImage] | None) -> str:
    """Where the first of these pictures is; "" where there is none."""
    return (images[0].src or "") if images else ""


class WireListing(WireStock, kw_only=True):
    """A product or variation whole."""

    type: str = "simple"
    name: str = ""
    sku: str | None = ""
    global_unique_id: str | None = ""
    backorders: str = "no"
    price: Number = None
    permalink: str = ""
    parent_id: int = 0
    attributes: list[WireOption] = []
    images: list[WireImage] | None = None  # of a product
    image: WireImage | None = None  # of a variation that has one of its own

    @property
    def picture(self) -> str:
        """Where its first picture is; "" where it has none."""
        return picture([self.image] if self.image else self.images)


class WireName(msgspec.Struct):
    """The product that a variation belongs to."""

    id: int
    name: str = ""
    status: str = "publish"
    images: list[WireImage] | None = None


class WireMeta(msgspec.Struct):
    """A note that WooCommerce keeps with a line; only those that begin with an underscore are looked at."""

    key: str
    value: Any = None


class WireLine(msgspec.Struct):
    """A line of an order, or of a refund (there with a negative quantity)."""

    id: int
    quantity: Number
    product_id: int = 0
    variation_id: int = 0
    name: str | None = ""
    sku: str | None = ""
    meta_data: list[WireMeta] | None = None

    def note(self, key: str) -> int | None:
        """The number under a key of the line's meta data; None when it is not there."""
        for meta in self.meta_data or ():
            if meta.key == key and isinstance(meta.value, int | float | str):
                return whole(meta.value)
        return None


class WireRefundId(msgspec.Struct):
    """A refund as an order names it."""

    id: int


class WireOrder(msgspec.Struct):
    """An order. Its dates are UTC without saying so."""

    id: int
    status: str
    line_items: list[WireLine]
    number: str | int = ""
    date_created_gmt: str | None = None
    date_modified_gmt: str | None = None
    date_completed_gmt: str | None = None
    refunds: list[WireRefundId] = []
    customer_id: int | None = 0  # of a customer with an account; hashed before anything is kept


class WireRefund(msgspec.Struct):
    """A refund whole: which pieces of which lines."""

    id: int
    line_items: list[WireLine] = []
    date_created_gmt: str | None = None


class WireRow(msgspec.Struct):
    """One row of a batch's answer: the thing as it is now, or an error."""

    id: int
    manage_stock: bool | str = False
    stock_quantity: Number = None
    error: dict[str, Any] | None = None


class WireBatch(msgspec.Struct):
    """The answer to a batch. HTTP 200 says nothing about its rows."""

    update: list[WireRow]


class WireSetting(msgspec.Struct):
    """One setting of the shop."""

    value: Any


class WireStatus(msgspec.Struct):
    """One status that orders of this shop can have."""

    slug: str


class WireSite(msgspec.Struct):
    """What WordPress says of itself to everybody."""

    name: str = ""
    timezone_string: str = ""


def whole(value: Number) -> int | None:
    """A number of pieces; None for what is not a number. Parts of a piece, which plugins allow, do not count."""
    try:
        number = float(value) if value is not None and value != "" else math.nan
    except ValueError:
        return None
    return max(-MOST, min(MOST, math.floor(number))) if math.isfinite(number) else None


def utc(text: str | None) -> datetime:
    """A moment from a `*_gmt` field; long ago when a plugin left it out or spoilt it: one such order stops no walk."""
    try:
        at = datetime.fromisoformat(text or "")
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return LONG_AGO


def plain(text: str | None) -> str:
    """A name as people read it: WordPress stores some signs as HTML."""
    return html.unescape(text or "").strip()


def minor(price: Number, currency: str) -> int | None:
    """A price in the currency's smallest unit; None when either is not known."""
    try:
        amount = Decimal(str(price)) * 10 ** _DECIMALS.get(currency, 2) if currency else Decimal("NaN")
        return int(amount.to_integral_value()) if amount.is_finite() and abs(amount) < DEAREST else None
    except ArithmeticError:
        return None
