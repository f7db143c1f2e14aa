"""What a message to a customer should not say, by language: jargon, vague times, blame, a coupon first; and what a
channel forbids.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ENGLISH, GERMAN = "en", "de"


class Flaw(StrEnum):
    """What is wrong with a phrase."""

    JARGON = "jargon"
    VAGUE = "vague"
    BLAME = "blame"
    GESTURE_FIRST = "gesture_first"
    FORBIDDEN = "forbidden"  # by the channel
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase and what is wrong with it. `start` and `end` are characters."""

    flaw: Flaw
    words: str
    start: int
    end: int


_JARGON = {
    ENGLISH: (
        r"APIs?|SKUs?|sync(?:ed|ing|hroni[sz]\w*)?|inventory system|back-?end|webhooks?|database|stock level|"
        r"fulfil?ment|out-of-stock|oversold|oversell\w*|listing id|buffer|latency|time-?outs?|server|backorder(?:ed)?|"
        r"software (?:error|glitch|bug)|technical (?:error|issue|problem|glitch|reasons)|glitch|system error"
    ),
    GERMAN: (
        r"API|SKUs?|Synchronisierung\w*|synchronisier\w*|Schnittstelle\w*|Datenbank\w*|Warenwirtschaft\w*|Backend|"
        r"Webhooks?|Server\w*|Softwarefehler\w*|Systemfehler\w*|technische[nrs]? (?:Fehler|Problem\w*|Gründe\w*)|"
        r"Lagerbestandsdifferenz\w*|Bestandsabgleich\w*|überverkauft|Überverkauf\w*|Fulfillment|Puffer"
    ),
}
_VAGUE = {
    ENGLISH: (
        r"soon|shortly|as soon as (?:possible|we can|I can)|asap|a few (?:days|weeks)|a couple of (?:days|weeks)|"
        r"some time|in due course|(?:next|coming) (?:days|weeks)|in the near future|before long|eventually|"
        r"any day now|a while|when(?:ever)? (?:it|they) (?:arrives?|comes?)|around (?:next|the end)|roughly|"
        r"at the earliest opportunity"
    ),
    GERMAN: (
        r"bald|demnächst|in Kürze|so bald wie möglich|sobald wie möglich|schnellstmöglich|baldmöglichst|"
        r"in (?:ein paar|einigen|wenigen|den nächsten) (?:Tagen|Wochen)|in absehbarer Zeit|zeitnah|umgehend|"
        r"irgendwann|ungefähr|etwa in|voraussichtlich|bei Gelegenheit|früher oder später"
    ),
}
_BLAME = {
    ENGLISH: (
        r"(?:etsy|amazon|ebay|shopify|woocommerce|the (?:platform|marketplace|supplier|courier|software|shop system))"
        r"(?:’s|'s)? (?:fault|mistake|error|messed up|failed|did not|didn[’']t|is to blame|caused)|"
        r"(?:not|isn[’']t|wasn[’']t) (?:my|our) fault|you should have|because of (?:etsy|amazon|ebay|our supplier)|"
        r"your (?:fault|mistake)|blame"
    ),
    GERMAN: (
        r"(?:nicht|kein\w*) (?:meine|unsere|mein|unser) (?:Schuld|Fehler)|(?:Schuld|Fehler) (?:von|der|des|bei)|"
        r"(?:Etsy|Amazon|eBay|der Lieferant|die Plattform|der Marktplatz)"
        r" (?:hat|ist) \w*\s?(?:versagt|schuld|verpasst)|"
        r"wegen (?:Etsy|Amazon|eBay|unseres Lieferanten)|Sie hätten|Ihr (?:Fehler|Verschulden)"
    ),
}
_GESTURE = {
    ENGLISH: r"coupon|voucher|discount|% off|gift card|promo code",
    GERMAN: r"Gutschein\w*|Rabatt\w*|% Nachlass|Rabattcode|Geschenkkarte",
}
# Amazon's buyer messages: no links, no addresses, no phone numbers, and nothing that leads away from it.
_AMAZON = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|\+?\d[\d ()/-]{8,}\d|\bcoupons?\b|\bdiscounts?\b|"
    r"\breviews?\b|\bfeedback\b|"
    r"\bGutscheine?\b|\bRabatte?\b|\bBewertung(?:en)?\b",
    re.IGNORECASE,
)
LONGEST: Mapping[str, int] = {"amazon": 2000}


def lint(words: str, language: str, *, channel: str = "") -> list[Found]:
    """Every phrase that should go, in the order of the text. An unknown language is judged as English."""
    found = [
        Found(flaw=flaw, words=match.group(), start=match.start(), end=match.end())
        for flaw, phrases in ((Flaw.JARGON, _JARGON), (Flaw.VAGUE, _VAGUE), (Flaw.BLAME, _BLAME))
        for match in _in(phrases, language).finditer(words)
    ]
    found += _gesture_first(words, language)
    if channel == "amazon":
        found += [
            Found(flaw=Flaw.FORBIDDEN, words=match.group(), start=match.start(), end=match.end())
            for match in _AMAZON.finditer(words)
        ]
    longest = LONGEST.get(channel)
    if longest is not None and len(words) > longest:
        found.append(Found(flaw=Flaw.TOO_LONG, words=words[longest:], start=longest, end=len(words)))
    return sorted(found, key=lambda one: (one.start, one.flaw))


def _gesture_first(words: str, language: str) -> list[Found]:
    """A gesture may come, but not before what happened: only the first two paragraphs are looked at."""
    head = "\n\n".join(words.split("\n\n")[:2])
    match = _in(_GESTURE, language, edge=False).search(head)
    if match is None:
        return []
    return [Found(flaw=Flaw.GESTURE_FIRST, words=match.group(), start=match.start(), end=match.end())]


def _in(phrases: Mapping[str, str], language: str, *, edge: bool = True) -> re.Pattern[str]:
    source = phrases.get(language[:2], phrases[ENGLISH])
    return re.compile(rf"\b(?:{source})\b" if edge else source, re.IGNORECASE)
