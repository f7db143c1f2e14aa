"""How long it takes to propose a product for each of 2,000 listings by its title alone, among 2,000 products."""

import random
from time import perf_counter

from app.core.matching import Candidate, Catalogue, Known, Match, propose
from tests.bench.figure import figure

MANY, WORDS, SEED = 2000, 600, 4
AIM_S = 1.0  # the page is read once so; what is asked again is remembered


def run() -> None:
    rng = random.Random(SEED)
    words = [f"word{number}" for number in range(WORDS)]
    titles = [
        f"{' '.join(rng.sample(words, 4))} {rng.choice(('mug', 'plate', 'bowl'))} {rng.choice((250, 350))} ml"
        for _ in range(MANY)
    ]
    products = [Known(sku=f"P{number}", title=title) for number, title in enumerate(titles)]
    listings = [
        Candidate(listing=number, sku=f"L{number}", title=" ".join(rng.sample(title.split(), 7)), counted=True)
        for number, title in enumerate(titles)
    ]
    began = perf_counter()
    catalogue = Catalogue(products)
    found = propose(listings, catalogue)
    figure("match-propose", perf_counter() - began, "s", at_most=AIM_S)
    right = sum(
        one.match is Match.SIMILAR and one.product == product.sku for one, product in zip(found, products, strict=True)
    )
    figure("match-right", right / MANY, "share", at_least=0.99)
    began = perf_counter()
    propose(listings, catalogue)
    figure("match-propose-again", perf_counter() - began, "s", at_most=AIM_S / 4)
