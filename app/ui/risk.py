"""How much may be risked to sell more, as the seller chooses it: four stops in plain words."""

from math import log10

from app.core.text import N_, Text

STOPS = (1e-2, 1e-3, 1e-4, 1e-5)  # the chance, for each product that runs out, that a piece of it is sold twice
_LONG = (
    N_("Sell more: about 1 double sale in {products} products that run out", products=100),
    N_("Balanced: about 1 double sale in {products} products that run out", products=1_000),
    N_("Careful: about 1 double sale in {products} products that run out", products=10_000),
    N_("Most careful: about 1 double sale in {products} products that run out", products=100_000),
)
_NAMES = (N_("Sell more"), N_("Balanced"), N_("Careful"), N_("Most careful"))
_SHORT = (
    N_("Sell more: 1 in {products}", products=100),
    N_("Balanced: 1 in {products}", products=1_000),
    N_("Careful: 1 in {products}", products=10_000),
    N_("Most careful: 1 in {products}", products=100_000),
)


def stop_of(limit: float) -> int:
    """The stop that says nearest what a limit is."""
    return min(range(len(STOPS)), key=lambda stop: abs(log10(STOPS[stop]) - log10(limit)))


def name_of(limit: float) -> Text:
    """What a limit is called."""
    return _NAMES[stop_of(limit)]


def long_words(limit: float) -> Text:
    """A limit in a sentence."""
    return _LONG[stop_of(limit)]


def short_words(limit: float) -> Text:
    """A limit in a few words, to choose from a list."""
    return _SHORT[stop_of(limit)]


def products_of(limit: float) -> int:
    """In how many products that run out one double sale is accepted."""
    return round(1 / limit)
