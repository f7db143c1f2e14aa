"""The books in Etsy's words: JSON as its OpenAPI document says."""

from datetime import datetime
from typing import Any

from app.simulator import pictures
from app.simulator.etsy.books import ON_PROPERTY, Choice, Line, Listing, Product, Receipt

Json = dict[str, Any]


class Shows:
    """Puts what one shop knows into JSON."""

    def __init__(self, shop: int, user: int, name: str, currency: str) -> None:
        self.shop_id, self.user_id, self.name, self.currency = shop, user, name, currency
        self.vacation = False
        self.pictures_at = ""  # where its pictures are; without, it shows none

    def shop(self, active: int) -> Json:
        """The shop as everybody sees it."""
        return {
            "shop_id": self.shop_id,
            "user_id": self.user_id,
            "shop_name": self.name,
            "title": None,
            "currency_code": self.currency,
            "is_vacation": self.vacation,
            "vacation_message": None,
            "listing_active_count": active,
            "url": f"https://www.etsy.com/shop/{self.name}",
            "languages": ["en-US"],
        }

    def money(self, amount: int, divisor: int = 100) -> Json:
        """An amount."""
        return {"amount": amount, "divisor": divisor, "currency_code": self.currency}

    def listing(self, listing: Listing, *, inventory: bool = False, images: bool = False) -> Json:
        """A listing; with its inventory and its photos where they were asked for."""
        shown = {
            "listing_id": listing.number,
            "user_id": self.user_id,
            "shop_id": self.shop_id,
            "title": listing.title,
            "description": f"{listing.title}, made by hand.",
            "state": listing.state,
            "created_timestamp": epoch(listing.created_at),
            "ending_timestamp": epoch(listing.ends_at),
            "last_modified_timestamp": epoch(listing.modified_at),
            "updated_timestamp": epoch(listing.modified_at),
            "state_timestamp": epoch(listing.state_at),
            "quantity": listing.quantity,
            "url": f"https://www.etsy.com/listing/{listing.number}",
            "listing_type": listing.kind,
            "has_variations": any(product.choices for product in listing.products),
            "should_auto_renew": listing.auto_renew,
            "tags": ["pottery"],
            "shipping_profile_id": 1,
            "price": self.money(min((product.price for product in listing.products), default=0)),
        }
        if inventory:
            shown["inventory"] = self.inventory(listing) if listing.inventory else None
        if images:
            where = pictures.address(self.pictures_at, listing.title)
            shown["images"] = [{"listing_id": listing.number, "url_170x135": where, "rank": 1}] if where else []
        return shown

    def inventory(self, listing: Listing) -> Json:
        """All products of a listing, and which properties change what."""
        return {
            "products": [self._product(product) for product in listing.products],
            **{f"{name}_on_property": listing.on_property[name] for name in ON_PROPERTY},
        }

    def _product(self, product: Product) -> Json:
        offering = {
            "offering_id": product.offering,
            "quantity": product.quantity,
            "is_enabled": product.enabled,
            "is_deleted": False,
            "price": self.money(product.price, product.divisor),
            "readiness_state_id": product.readiness,
        }
        return {
            "product_id": product.number,
            "sku": product.sku,
            "is_deleted": False,
            "offerings": [offering],
            "property_values": [_property(choice) for choice in product.choices],
        }

    def receipt(self, receipt: Receipt) -> Json:
        """An order. Nothing of the buyer: that is all that a new key gets."""
        buyer = ("first_line", "second_line", "city", "state", "zip", "formatted_address", "country_iso", "buyer_email")
        return {
            "receipt_id": receipt.number,
            "receipt_type": 0,
            "seller_user_id": self.user_id,
            "buyer_user_id": receipt.buyer,
            "name": "",
            **dict.fromkeys(buyer),
            "status": receipt.status,
            "payment_method": "cc",
            "is_paid": receipt.paid,
            "is_shipped": receipt.shipped,
            "create_timestamp": epoch(receipt.created_at),
            "created_timestamp": epoch(receipt.created_at),
            "update_timestamp": epoch(receipt.updated_at),
            "updated_timestamp": epoch(receipt.updated_at),
            "is_gift": False,
            "gift_message": "",
            "grandtotal": self.money(receipt.total),
            "shipments": [],
            "transactions": [self._line(line, receipt) for line in receipt.lines],
            "refunds": [
                {
                    "amount": self.money(refund.amount),
                    "created_timestamp": epoch(refund.at),
                    "reason": None,
                    "note_from_issuer": None,
                    "status": "processed",
                }
                for refund in receipt.refunds
            ],
        }

    def _line(self, line: Line, receipt: Receipt) -> Json:
        return {
            "transaction_id": line.number,
            "title": line.title,
            "seller_user_id": self.user_id,
            "buyer_user_id": receipt.buyer,
            "created_timestamp": epoch(receipt.created_at),
            "paid_timestamp": epoch(receipt.created_at) if receipt.paid else None,
            "shipped_timestamp": epoch(line.shipped_at) if line.shipped_at else None,
            "quantity": line.quantity,
            "receipt_id": receipt.number,
            "is_digital": False,
            "listing_id": line.listing,
            "transaction_type": "listing",
            "product_id": line.product.number,
            "sku": line.product.sku,
            "price": self.money(line.product.price),
            "variations": [_chosen(choice) for choice in line.product.choices],
            "product_data": [_property(choice) for choice in line.product.choices],
        }


def _property(choice: Choice) -> Json:
    return {
        "property_id": choice.property_id,
        "property_name": choice.name,
        "scale_id": choice.scale_id,
        "scale_name": choice.scale_name,
        "value_ids": [choice.value_id],
        "values": [choice.value],
    }


def _chosen(choice: Choice) -> Json:
    return {
        "property_id": choice.property_id,
        "value_id": choice.value_id,
        "formatted_name": choice.name,
        "formatted_value": choice.value,
        "question_id": None,
    }


def epoch(at: datetime) -> int:
    """A moment as Etsy counts it."""
    return int(at.timestamp())
