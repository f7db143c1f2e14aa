"""What has just happened, by the facts before and after it: for those who hear the window instead of seeing it."""

from collections.abc import Callable, Iterable
from typing import Protocol

from app.core.records import dataclass
from app.core.text import N_, NN_, Text
from app.store.shops import STOPPED
from app.ui.shell.facts import Facts
from app.ui.shell.notices import another_words
from app.ui.words import say


@dataclass(frozen=True, slots=True)
class News:
    """A sentence; `pressing` goes before the others, and `outside` is said on the desktop, too."""

    sentence: Text
    pressing: bool = False
    outside: bool = False


class Says(Protocol):
    """Says words aloud."""

    def __call__(self, words: str, *, pressing: bool) -> None:
        """Say it."""


class Corner(Protocol):
    """The corner of the desktop where messages appear."""

    def say(self, words: str) -> None:
        """Show it."""


def spread(found: Iterable[News], announce: Says, desktop: Callable[[], Corner]) -> None:
    """Say all of it, each where it belongs."""
    for one in found:
        words = say(one.sentence)
        announce(words, pressing=one.pressing)
        if one.outside:
            desktop().say(words)


def news(before: Facts, after: Facts, *, expected: bool) -> list[News]:
    """New incidents; updates that a shop refused; what sold more than was shown; another computer that sends, too; and,
    where the seller waits for it, that all are confirmed.
    """
    known = {row.id for row in before.incidents}
    found = [
        News(
            N_("New incident: {product} is oversold by {pieces}.", product=row.title, pieces=row.short),
            pressing=True,
        )
        for row in after.incidents
        if row.id not in known
    ]
    refused = {standing.shop.id: standing.pulse.stuck for standing in before.standings}
    for standing in after.standings:
        more = standing.pulse.stuck - refused.get(standing.shop.id, 0)
        if more > 0:
            name = standing.shop.name
            found.append(News(NN_("{shop} refused {n} update.", "{shop} refused {n} updates.", more, shop=name)))
    sold = {standing.shop.id: standing.beyond for standing in before.standings}
    for standing in after.standings:
        more = standing.beyond - sold.get(standing.shop.id, 0)
        if more > 0:
            name = standing.shop.name
            found.append(
                News(
                    NN_(
                        "{shop} sold more of {n} product than it showed.",
                        "{shop} sold more of {n} products than it showed.",
                        more,
                        shop=name,
                    )
                )
            )
    known = {standing.shop.id for standing in before.standings if standing.shop.another == STOPPED}
    for standing in after.standings:
        shop = standing.shop
        if shop.another == STOPPED and shop.id not in known and not after.sample:
            found.append(News(another_words(shop), pressing=True, outside=True))
    if expected and before.updates and not after.updates:
        found.append(News(N_("Every channel has confirmed its number.")))
    return found
