"""A customer's message made of a skeleton, with what is known of the order filled in, in the customer's language."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QUrl

from app.core.choices import Offer, Offers, Other
from app.core.messages import Message
from app.letters import render
from app.paths import resource
from app.store.shops import Shop
from app.store.waiting import Customer
from app.ui.words import tr

LANGUAGES = ("en", "de")


def long_date(on: date, language: str) -> str:
    """A day with its weekday, as that language writes it."""
    pattern = "dddd, d. MMMM" if language == "de" else "dddd d MMMM"
    return QLocale(language).toString(QDate(on.year, on.month, on.day), pattern)


def hour(at: datetime, language: str) -> str:
    """A day and an hour."""
    there = at.astimezone()
    return f"{long_date(there.date(), language)}, {there:%H:%M}"


def letter_url(number: str, words: str) -> QUrl:
    """A new letter in the seller's mail program: subject and text; whom it is for is filled in there."""
    url = QUrl("mailto:")
    subject = bytes(QUrl.toPercentEncoding(tr("Your order {number}", number=number)).data()).decode()
    body = bytes(QUrl.toPercentEncoding(words.replace("\n", "\r\n")).data()).decode()
    url.setQuery(f"subject={subject}&body={body}")
    return url


def template_for(shop: Shop | None, kinds: Sequence[Offer]) -> str:
    """The skeleton that fits: the channel's own, else by what is offered."""
    if shop is not None and shop.channel == "amazon":
        return "amazon"
    return "refund" if tuple(kinds) == (Offer.REFUND,) else "options"


def lines_of(offers: Offers, others: Sequence[Other], gets: int, language: str) -> list[str]:
    """Each option as one sentence in the customer's language."""
    titles = {one.sku: one.title for one in others}
    values: Mapping[str, str] = {
        "title": titles.get(offers.substitute, offers.substitute),
        "date": long_date(offers.confirmed.on, language) if offers.confirmed else "",
        "pieces": str(gets),
    }
    folder = resource("messages") / language / "lines"
    found = []
    for kind in offers.kinds:
        template = (folder / f"{kind.value}.txt").read_text(encoding="utf-8").strip()
        found.append(render(template, values).words)
    return found


def composed(
    customer: Customer,
    offers: Offers,
    others: Sequence[Other],
    *,
    titles: Sequence[str],
    language: str,
    template: str,
    sign: str,
) -> Message:
    """The message made of the words of a template, with the apology left empty."""
    options = lines_of(offers, others, customer.place.gets, language)
    numbered = options if len(options) == 1 else [f"{at}.  {line}" for at, line in enumerate(options, start=1)]
    fields = {
        "buyer": "",  # no channel's buyer is kept here
        "product": QLocale(language).createSeparatedList(list(titles)),
        "order": customer.number,
        "ordered": long_date(customer.placed_at.astimezone().date(), language),
        "options": "\n".join(numbered),
        "by_when": hour(offers.by_when, language) if offers.by_when else "",
        "shop": sign,
    }
    return render(template, fields)


def review_answer(title: str, language: str = "en") -> str:
    """A draft answer to a review, for the seller to change."""
    template = (resource("messages") / language[:2] / "lines" / "review.txt").read_text(encoding="utf-8").strip()
    return render(template, {"product": title}).words
