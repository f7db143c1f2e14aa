"""What the seller decided about offers, and writing down what differs, in one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.changes import Changes
from app.core.offer import Kind, Reach, Way, usual
from app.core.places import Choice, LastPieces, LastRule
from app.rules import Rule, choice_rule, last_pieces_rule, post_rules, way_rule
from app.store import limits
from app.store.rulebook import Number, Own, Rules
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The switch, the last pieces, and by shop (0: all) what is held back, the most, and the end."""

    choice: Choice
    last_pieces: LastPieces
    own: Mapping[int, Own]


def decided_in(rules: Rules, shops: Sequence[int]) -> Decided:
    """What stands in the rules, for all shops and for these."""
    last = rules.last_pieces if rules.last_pieces.rule is not LastRule.SHARE else LastPieces()
    return Decided(choice=rules.choice, last_pieces=last, own={shop: rules.own(shop) for shop in (0, *shops)})


def save_rules(db: Connection, sku: str | None, before: Decided, after: Decided, *, now: datetime) -> Changes:
    """Write what differs, of a product or (None) of all. The other way round it takes the same change back: the former
    values hold from then on.
    """
    written = list(_numbers(before, after, whole=sku is None))
    if after.last_pieces != before.last_pieces:
        written.append(last_pieces_rule(after.last_pieces))
    if after.choice is not before.choice:
        written.append(choice_rule(after.choice))
    return post_rules(db, written, sku=sku, now=now)


def _numbers(before: Decided, after: Decided, *, whole: bool) -> Iterator[Rule]:
    for shop, own in after.own.items():
        reach = Reach.SHOP if whole and shop else Reach.LISTING  # elsewhere “instead” is usual all the same
        for kind, old, new in zip(Kind, before.own[shop], own, strict=True):
            if new.pieces != old.pieces:
                yield Rule(name=limits.NUMBERS[kind], value=new.pieces, shop=shop)
            at_first = usual(kind, reach)
            if _way(new, at_first) is not _way(old, at_first):
                way = _way(new, at_first)
                yield way_rule(kind, None if way is at_first else way, shop=shop)


def _way(number: Number, at_first: Way) -> Way:
    return at_first if number.pieces is None else number.way
