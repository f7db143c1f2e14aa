"""Taking a product off sale and putting it back: Shopify can only do so for a whole product, all its variants."""

from app.channels.http import clean_words
from app.channels.shopify import operations as op
from app.channels.shopify.answers import ProductAnswer, StatusAnswer, WholeProduct
from app.channels.shopify.api import ShopifyApi
from app.channels.shopify.wire import gid, number
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable

PAUSED = "DRAFT"
STATUSES = ("ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED")


def pause(api: ShopifyApi, ref: str) -> str:
    """Make the listing's product a draft; returns its status from before.

    Raises `ChannelRefused` when the product has other variants: those must stay on sale, so show 0 instead.
    """
    product = _product_of(api, ref)
    if product.variants_count is None or product.variants_count.count != 1:
        raise ChannelRefused(
            N_("“{product}” has other variants, and Shopify can only pause all of them.", product=product.title),
            N_("Let this listing show 0 instead."),
        )
    if product.status != PAUSED:
        try:
            _set_status(api, product.id, PAUSED)
        except ChannelUnavailable as error:
            # The status before must not get lost: look once whether it took effect after all.
            if not error.sent or _product_of(api, ref).status != PAUSED:
                raise
    return product.status


def resume(api: ShopifyApi, ref: str, memo: str) -> None:
    """Give the listing's product the status that `pause` returned."""
    if memo not in STATUSES:
        raise ChannelRefused(
            N_("Plimsoll does not know how this listing was before it was paused."),
            N_("Set the product’s status in Shopify."),
        )
    product = _product_of(api, ref)
    if product.status != memo:
        _set_status(api, product.id, memo)


def _product_of(api: ShopifyApi, ref: str) -> WholeProduct:
    values = {"id": gid("InventoryItem", ref)}
    item = api.ask(
        op.PRODUCT_OF_ITEM, values, ProductAnswer, verb="read product", target=f"listing {ref}", urgent=True
    ).inventory_item
    if item is None or item.variants is None or not item.variants.nodes:
        raise ChannelRefused(
            N_("This listing is no longer in the shop."), N_("Link the product to another listing, or unlink it.")
        )
    return item.variants.nodes[0].product


def _set_status(api: ShopifyApi, product: str, status: str) -> None:
    values = {"id": product, "status": status}
    target = f"product {number(product)}"
    try:
        said = api.ask(
            op.SET_STATUS, values, StatusAnswer, verb="set status", target=target, urgent=True
        ).product_update
    except ChannelSignedOut as error:
        if error.status != 200:
            raise
        # Only this permission is missing: the rest of the shop goes on.
        raise ChannelRefused(error.title, error.advice, words=error.words, status=error.status) from error
    if said is None or said.user_errors:
        words = "; ".join(error.message for error in said.user_errors) if said else ""
        raise ChannelRefused(
            N_("Shopify did not change the product’s status."),
            N_("Its own words are in the details."),
            words=clean_words(words),
            status=200,
        )
