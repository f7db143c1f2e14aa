"""The limits that channels publish for their sellers, each with its source, its trust and the day it was checked.

Facts in our own words, read on 2026-11-23. They age: every one is editable by the seller, and what a channel itself
reports stands above them. Channels without a limit of this kind (shops of one's own) are not in here.
"""

from datetime import date
from fractions import Fraction

from app.core.cancellations import Counts, Few, Limit, Op, Trust, Window
from app.core.text import N_, Text

CHECKED = date(2026, 11, 23)
CANCELLATIONS = "cancellations"  # the key of the limit that any shop may have, if the seller sets one

_AMAZON = "Amazon Seller Central help 200285210"
_AMAZON_LINK = "https://sellercentral.amazon.ca/gp/help/external/200285210"
_EBAY = "eBay seller standards pages (Defects; help policies 4347)"
_EBAY_LINK = "https://ocsnext.ebay.ph/ocs/sr?query=1514&topicName=Defects"
_ETSY = "Etsy help, customer service standards"
_ETSY_LINK = "https://help.etsy.com/hc/en-us/articles/29654393638679"
_STAR = "Etsy help, Star Seller"
_STAR_LINK = "https://help.etsy.com/hc/en-us/articles/360036207794"
_TIKTOK_US = "https://seller-us.tiktok.com/university/essay?knowledge_id=7953001314830094"
_TIKTOK_SEA = "https://seller-th.tiktok.com/university/essay?knowledge_id=4260207925872400"
_WALMART = "Walmart Marketplace Learn, seller performance standards"
_EBAY_WINDOW = Window(months=3, if_at_least=400, else_months=12)
_QUARTER = Window(months=3)

_CANCELLED = N_("Orders that you cancelled before sending them")
_OFF = N_("Your offers may be switched off.")
_DEFECTS = N_("Defects: orders cancelled by you, and cases closed against you")
_LATE = N_("Orders sent late")
_TRACKED = N_("Orders with valid tracking")
_ON_TIME = N_("Orders delivered on time")


def _limit(
    key: str,
    title: Text,
    per_mille: int,
    op: Op,
    window: Window,
    counts: Counts,
    source: tuple[str, str],
    *,
    trust: Trust = Trust.PAGE,
    least: int = 0,
    few: Few | None = None,
    what: Text | None = None,
    otherwise: Text | None = None,
) -> Limit:
    return Limit(
        key=key,
        title=title,
        share=Fraction(per_mille, 1000),
        op=op,
        window=window,
        counts=counts,
        least=least,
        few=few,
        source=source[0],
        link=source[1],
        trust=trust,
        checked_on=CHECKED,
        what=what,
        otherwise=otherwise,
    )


_AMAZON_LIMITS = (
    _limit(
        CANCELLATIONS,
        N_("Cancellations before dispatch"),
        25,
        Op.BELOW,
        Window(days=7),
        Counts.CANCELLED,
        (_AMAZON, _AMAZON_LINK),
        what=N_("Your own cancellations. Those that the buyer asked for through Amazon do not count."),
        otherwise=_OFF,
    ),
    _limit(
        "defects",
        N_("Order defects"),
        10,
        Op.BELOW,
        Window(days=60),
        Counts.TYPED,
        (_AMAZON, _AMAZON_LINK),
        what=N_("Bad feedback, claims and chargebacks. A cancellation is not one of them."),
    ),
    _limit("late", _LATE, 40, Op.BELOW, Window(days=30), Counts.LATE, (_AMAZON, _AMAZON_LINK)),
    _limit("tracking", _TRACKED, 950, Op.ABOVE, Window(days=30), Counts.TYPED, (_AMAZON, _AMAZON_LINK)),
    _limit("on_time", _ON_TIME, 900, Op.AT_LEAST, Window(days=14), Counts.TYPED, (_AMAZON, _AMAZON_LINK)),
)

_EBAY_LIMITS = (
    _limit(
        CANCELLATIONS,
        N_("Defects before Below Standard"),
        20,
        Op.AT_MOST,
        _EBAY_WINDOW,
        Counts.CANCELLED,
        (_EBAY, _EBAY_LINK),
        least=5,
        what=N_("{defects}. Four buyers never break it.", defects=_DEFECTS),
    ),
    _limit(
        "top_rated",
        N_("Defects before Top Rated is lost"),
        5,
        Op.AT_MOST,
        _EBAY_WINDOW,
        Counts.CANCELLED,
        (_EBAY, _EBAY_LINK),
        least=4,
        what=N_("{defects}. Three buyers never break it.", defects=_DEFECTS),
    ),
    _limit(
        "cases",
        N_("Cases closed against you"),
        3,
        Op.AT_MOST,
        _EBAY_WINDOW,
        Counts.TYPED,
        (_EBAY, _EBAY_LINK),
        trust=Trust.RECALLED,
        least=3,
    ),
    _limit("late", _LATE, 70, Op.AT_MOST, _EBAY_WINDOW, Counts.LATE, (_EBAY, _EBAY_LINK)),
)

_ETSY_LIMITS = (
    _limit(
        "cases",
        N_("Cases that ended in a refund"),
        10,
        Op.BELOW,
        _QUARTER,
        Counts.TYPED,
        (_ETSY, _ETSY_LINK),
        few=Few(orders=300, most=3),
        what=N_("A cancellation alone is not one. It hurts when the buyer opens a case or leaves a low review."),
    ),
    _limit("late", _LATE, 200, Op.AT_MOST, _QUARTER, Counts.LATE, (_ETSY, _ETSY_LINK)),
    _limit(
        "low_reviews",
        N_("Reviews of three stars or fewer"),
        100,
        Op.BELOW,
        _QUARTER,
        Counts.TYPED,
        (_ETSY, _ETSY_LINK),
        few=Few(orders=40, most=4),
    ),
    _limit(
        "messages", N_("First messages answered in 48 h"), 800, Op.AT_LEAST, _QUARTER, Counts.TYPED, (_ETSY, _ETSY_LINK)
    ),
    _limit(
        "star_messages",
        N_("Star Seller: messages answered in 24 h"),
        950,
        Op.AT_LEAST,
        _QUARTER,
        Counts.TYPED,
        (_STAR, _STAR_LINK),
    ),
    _limit(
        "star_on_time",
        N_("Star Seller: sent on time with tracking"),
        950,
        Op.AT_LEAST,
        _QUARTER,
        Counts.TYPED,
        (_STAR, _STAR_LINK),
    ),
    _limit(
        CANCELLATIONS,
        N_("Cancellations"),
        5,
        Op.BELOW,
        Window(days=60),
        Counts.CANCELLED,
        (_ETSY, _ETSY_LINK),
        trust=Trust.CLAIMED,
        what=N_("Many guides say so. Etsy’s own pages know no limit for cancellations."),
    ),
)

_TIKTOK_US_LIMITS = (
    _limit(
        CANCELLATIONS,
        _CANCELLED,
        25,
        Op.AT_MOST,
        Window(),
        Counts.CANCELLED,
        ("TikTok Shop Academy (US)", _TIKTOK_US),
        what=N_("The page does not state the window: type the days that your Seller Center shows."),
    ),
    _limit(
        "late",
        _LATE,
        40,
        Op.AT_MOST,
        Window(),
        Counts.LATE,
        ("Gelato support", "https://support.gelato.com/en/articles/9956249-tiktok-policies"),
        trust=Trust.THIRD,
    ),
)

_TIKTOK_SEA_LIMITS = (
    _limit(
        CANCELLATIONS,
        _CANCELLED,
        25,
        Op.BELOW,
        Window(days=7),
        Counts.CANCELLED,
        ("TikTok Shop Academy (Thailand, Vietnam)", _TIKTOK_SEA),
        otherwise=N_("From 10 % on it costs points and caps your orders."),
    ),
)

_WALMART_LINK = "https://marketplacelearn.walmart.com"
_WALMART_US_LIMITS = (
    _limit(CANCELLATIONS, _CANCELLED, 20, Op.AT_MOST, Window(days=30), Counts.CANCELLED, (_WALMART, _WALMART_LINK)),
    _limit("on_time", _ON_TIME, 900, Op.AT_LEAST, Window(days=30), Counts.TYPED, (_WALMART, _WALMART_LINK)),
    _limit("tracking", _TRACKED, 990, Op.AT_LEAST, Window(days=30), Counts.TYPED, (_WALMART, _WALMART_LINK)),
)

_WALMART_CA_LIMITS = (
    _limit(
        CANCELLATIONS,
        _CANCELLED,
        30,
        Op.BELOW,
        Window(days=30),
        Counts.CANCELLED,
        (_WALMART, _WALMART_LINK),
        trust=Trust.RECALLED,
    ),
)

# By the key of the channel; the names are for a place kept by hand, whose seller says whose limits hold there.
LIMITS: dict[str, tuple[Limit, ...]] = {
    "amazon": _AMAZON_LIMITS,
    "ebay": _EBAY_LIMITS,
    "etsy": _ETSY_LIMITS,
    "tiktok_us": _TIKTOK_US_LIMITS,
    "tiktok_sea": _TIKTOK_SEA_LIMITS,
    "walmart_us": _WALMART_US_LIMITS,
    "walmart_ca": _WALMART_CA_LIMITS,
}
NAMES: dict[str, str] = {
    "amazon": "Amazon",
    "ebay": "eBay",
    "etsy": "Etsy",
    "tiktok_us": "TikTok Shop US",
    "tiktok_sea": "TikTok Shop TH, VN",
    "walmart_us": "Walmart US",
    "walmart_ca": "Walmart CA",
}

# What a shop without a published limit may be given: the seller types the share and the days.
OWN_CANCELLATIONS = Limit(
    key=CANCELLATIONS,
    title=N_("Cancellations"),
    share=Fraction(0),
    op=Op.AT_MOST,
    window=Window(days=60),
    counts=Counts.CANCELLED,
    trust=Trust.OWN,
)


def limits_of(channel: str) -> tuple[Limit, ...]:
    """What a channel publishes; for others only the empty place for the seller's own limit."""
    return LIMITS.get(channel, (OWN_CANCELLATIONS,))


def in_force(limit: Limit) -> bool:
    """Is it counted? A place without a number is not, nor what is only claimed; the seller's own word puts both on."""
    return limit.share > 0 and limit.trust is not Trust.CLAIMED
