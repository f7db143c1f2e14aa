"""What a seller should know of Etsy: its limits, as it publishes them or as they were seen."""

from datetime import date

from app.core.channel import Fact
from app.core.text import N_

_CHECKED = date(2026, 11, 23)
_DOCS = "https://developers.etsy.com/documentation/essentials"

FACTS = (
    Fact(
        name=N_("Rate limit"),
        words=N_(
            "So many calls a second, and so many in any 24 hours: 5 and 5,000 were seen on one key, 10 and 10,000 on"
            " another. Etsy says in each answer what is left. Plimsoll keeps a tenth of the day for stock."
        ),
        source="Etsy rate limits",
        link=f"{_DOCS}/rate-limits/",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Signing in"),
        words=N_("Etsy wants you to allow Plimsoll again whenever it has not run for 90 days."),
        source="Etsy authentication",
        link=f"{_DOCS}/authentication/",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Webhooks"),
        words=N_(
            "Only for orders: paid, cancelled, shipped and delivered. None for stock, listings or refunds, so Plimsoll"
            " asks as well."
        ),
        source="Etsy webhooks",
        link=f"{_DOCS}/webhooks/",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Setting a number"),
        words=N_(
            "A listing’s whole set of products is written at once, and 0 is refused: a listing that has nothing left is"
            " taken off sale instead."
        ),
        source="Etsy Open API, issue 560",
        link="https://github.com/etsy/open-api/issues/560",
        checked_on=_CHECKED,
    ),
    Fact(
        name=N_("Cancelling and refunding"),
        words=N_(
            "By hand only, in Shop Manager: cancelling may take up to 48 hours. A sold-out listing is not put back by"
            " it."
        ),
        source="Etsy help, cancelling an order",
        link="https://help.etsy.com/hc/en-us/articles/115015587347",
        checked_on=_CHECKED,
    ),
)
