"""What has just happened, by the facts before and after it: for those who hear the window instead of seeing it."""

from app.core.records import dataclass
from app.core.text import N_, NN_, Text
from app.ui.shell.facts import Facts


@dataclass(frozen=True, slots=True)
class News:
    """A sentence; `pressing` goes before the others."""

    sentence: Text
    pressing: bool = False


def news(before: Facts, after: Facts, *, expected: bool) -> list[News]:
    """New incidents; updates that a shop refused; what sold more than was shown; and, where the seller waits for it,
    that all are confirmed.
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
    if expected and before.updates and not after.updates:
        found.append(News(N_("Every channel has confirmed its number.")))
    return found
