"""Shopify's variants in our words."""

from app.channels.shopify.answers import Product, Variant
from app.channels.shopify.wire import number
from app.core.channel import ListingFacts

_ON_SALE = {"ACTIVE", "UNLISTED"}  # an unlisted product still sells to people who have the link
_WITHOUT_TITLE = "Default Title"  # Shopify's name for the only variant of a product
DIGITS_MAX = 12  # more before the point is no price, and more than is kept
# ISO 4217: currencies whose minor unit is not a hundredth.
_WITHOUT_MINOR = {
    *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
    *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
}
_IN_THOUSANDTHS = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}


def listing_of(variant: Variant, currency: str) -> ListingFacts:
    """A variant as a listing; its ref is the number of its inventory item, which is what holds stock.

    `counted` with no quantity says that Shopify tracks the item but does not stock it at our location. A bundle's
    parent holds no stock of its own and is not counted.
    """
    item = variant.inventory_item
    counted = item.tracked and not variant.requires_components
    return ListingFacts(
        ref=number(item.id),
        sku=variant.sku or "",
        title=title_of(variant.product.title, variant.title),
        quantity=item.available if counted else None,
        counted=counted,
        active=on_sale(variant.product),
        oversells=variant.inventory_policy == "CONTINUE",
        url=variant.product.online_store_url or "",
        picture=variant.product.picture,
        barcode=variant.barcode or "",
        price_minor=minor_units(variant.price, currency),
        currency=currency,
    )


def title_of(product: str, variant: str) -> str:
    """“Product - Variant”, without Shopify's stand-in for a product that has only one."""
    return product if variant in ("", _WITHOUT_TITLE) else f"{product} - {variant}"


def on_sale(product: Product) -> bool:
    """Can a buyer buy it now?"""
    return product.status in _ON_SALE


def minor_units(price: str, currency: str) -> int | None:
    """A price such as “12.50” in the currency's smallest unit, exactly; None for what is no price."""
    whole, _, part = price.partition(".")
    digits = 0 if currency in _WITHOUT_MINOR else 3 if currency in _IN_THOUSANDTHS else 2
    if not whole.isdecimal() or len(whole) > DIGITS_MAX or (part and not part.isdecimal()) or part[digits:].strip("0"):
        return None
    return int(whole + part[:digits].ljust(digits, "0"))
