"""What Etsy is, as data: how to connect it, what it is asked to allow, and what Etsy wants to be said of itself."""

from urllib.parse import urlsplit

from app.channels.address import is_loopback, shop_address
from app.channels.etsy.facts import FACTS
from app.channels.etsy.hooks import HOOKS
from app.core.channel import ChannelInfo, ConnectField, ConnectWay, Guard, Off
from app.core.reversal import Reversals
from app.core.text import N_, Text

HOST = "https://openapi.etsy.com"
REGISTER_PAGE = "https://www.etsy.com/developers/register-seller-app"
CONSENT_PAGE = "https://www.etsy.com/oauth/connect"
# Registered with Etsy byte for byte. Etsy's own quickstart registers an address of this form.
CALLBACK = "http://localhost:47830/etsy/callback"
BATCH = 100  # listings in one read, and rows in one page

SCOPES: dict[str, Text] = {
    "shops_r": N_("See the shop"),
    "listings_r": N_("See listings and stock"),
    "listings_w": N_("Set stock, pause and resume listings"),
    "transactions_r": N_("See orders"),
}
SCOPE_LIST = " ".join(SCOPES)

# Etsy asks every application to show this sentence.
TRADEMARK = N_(
    "The term 'Etsy' is a trademark of Etsy, Inc. This application uses the Etsy API but is not endorsed or certified"
    " by Etsy, Inc."
)

INFO = ChannelInfo(
    key="etsy",
    title="Etsy",
    letter="E",
    ways=(
        ConnectWay(
            key="seller_app",
            title=N_("With a Seller App of your own"),
            steps=(
                N_("Register a Seller App. Its name must not hold “Etsy”. The page is {page}", page=REGISTER_PAGE),
                N_("Wait for Etsy’s approval, usually some minutes. Each account may have one such app."),
                N_("Choose Edit callback URLs, and paste exactly this address: {callback}", callback=CALLBACK),
                N_("Copy the app’s keystring and its shared secret into the fields below."),
                N_("Press Sign in with Etsy. Your browser opens: sign in to Etsy there, and choose Allow."),
                N_("Etsy wants you to allow this again whenever Plimsoll has not run for 90 days."),
            ),
            browser=True,
            fields=(
                ConnectField(
                    name="keystring", label=N_("Keystring"), hint=N_("Etsy shows it under Your apps."), secret=True
                ),
                ConnectField(name="shared_secret", label=N_("Shared secret"), secret=True),
            ),
        ),
    ),
    # One listing's whole set of products is written at once, and nothing guards a sale that we have not heard of: the
    # connector reads right before it writes, and the number is read again a little later, many listings in one call.
    guard=Guard.ABSOLUTE,
    repeatable=False,
    look_again_s=20.0,
    write_batch=BATCH,
    read_batch=BATCH,
    can_zero=False,
    poll_s=60,  # 1,440 of the 5,000 calls that a day may have
    listings_s=5 * 3600,  # Etsy's terms: nothing shown of a listing is more than six hours older than Etsy's own
    presses={
        Off.SOLD_OUT: N_(
            "Etsy renews the listing for four months and charges its listing fee. It shows 1 for a moment, then the"
            " number that Plimsoll sends."
        ),
        Off.EXPIRED: N_("Etsy renews the listing for four months and charges its listing fee."),
        Off.DRAFT: N_("Etsy publishes the draft and charges its listing fee. It needs a photo."),
        Off.SWITCHED_OFF: N_("Somebody switched it off on Etsy. Buyers see it again, at no fee."),
    },
    help_url="https://www.etsy.com/developers/your-apps",
    reversals=Reversals(
        by_hand=N_(
            "Etsy lets nobody cancel or refund from outside. On the order’s page in Shop Manager choose More actions,"
            " then Cancel. The buyer is paid back in full; it can take up to 48 hours. A sold-out item is not put back"
            " on sale by that: Plimsoll writes its number afterwards."
        )
    ),
    hooks=HOOKS,
    facts=FACTS,
    off_sale=N_("It is set to 0, and the listing becomes inactive: buyers no longer find it."),
    notice=TRADEMARK,
)


def address_of(address: str) -> str:
    """Where Etsy's interface is: its own host, or a simulated Etsy on this computer."""
    if address and is_loopback(urlsplit(address).hostname or ""):
        return shop_address(address)
    return HOST


def order_page(receipt: str) -> str:
    """The seller's own page of an order: there it is cancelled and refunded. Etsy’s API does neither."""
    return f"https://www.etsy.com/your/orders/sold?order_id={receipt}"


def message_page(receipt: str, buyer: int) -> str:
    """The page on which the seller writes to a buyer about an order."""
    return (
        f"https://www.etsy.com/messages/new?with_id={buyer}&referring_id={receipt}"
        f"&referring_type=receipt&recipient_id={buyer}"
    )
