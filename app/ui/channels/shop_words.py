"""What a row of the list of shops says, cell by cell and as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from app.core.marks import ANOTHER
from app.store.by_hand import OVERDUE
from app.ui.channels.states import Act, ShopFacts, behind_words, state_of
from app.ui.widgets.cells import Look
from app.ui.words import NOTHING, duration, moment, percent, say, tr, trn


@dataclass(frozen=True, slots=True)
class Cell:
    """Two lines in one cell."""

    first: str
    second: str = ""
    look: Look | None = None


class At(IntEnum):
    """The columns."""

    SHOP = 0
    BEHIND = 1
    REFUSED = 2
    QUOTA = 3
    COMPARED = 4
    LINKED = 5
    ACT = 6


def _behind(facts: ShopFacts, now: datetime) -> Cell:
    behind, words = behind_words(facts, now)
    if behind is None:
        return Cell(NOTHING, say(words, now=now))
    colour = "warn_text" if behind.late or facts.shop.by_hand else ""
    if facts.shop.by_hand and behind.age >= OVERDUE:
        colour = "danger"
    return Cell(duration(behind.age), say(words, now=now), Look(colour=colour, strong=True))


def _refused(facts: ShopFacts, _now: datetime) -> Cell:
    tally = facts.tally
    if facts.shop.by_hand:
        return Cell(NOTHING)
    share = percent(tally.failed / tally.writes, 1) if tally.writes else tr("None sent")
    return Cell(tr("{failed} of {writes}", failed=tally.failed, writes=tally.writes), share)


def quota_share(facts: ShopFacts, now: datetime) -> float | None:
    """How much of what the channel allows is used; None where it does not tell."""
    quota = facts.vitals.quota
    return None if quota is None else quota.now(now).share


def _quota(facts: ShopFacts, now: datetime) -> Cell:
    share = quota_share(facts, now)
    return Cell(NOTHING if share is None else percent(share), look=Look(colour="text_secondary"))


def _compared(facts: ShopFacts, now: datetime) -> Cell:
    links, hand = facts.links, facts.hand
    if facts.shop.by_hand:
        if hand.last_at is None:
            return Cell(NOTHING)
        return Cell(moment(hand.last_at, now), trn("{n} sale entered", "{n} sales entered", hand.sales))
    if links.compared_at is None:
        return Cell(NOTHING, tr("Not read yet") if links.linked else "")
    if facts.being_read:
        return Cell(moment(links.compared_at, now), tr("Being read now"))
    agree = tr("{agree} of {all} agree", agree=links.linked - links.differing, all=links.linked)
    return Cell(moment(links.compared_at, now), agree)


def _linked(facts: ShopFacts, _now: datetime) -> Cell:
    links = facts.links
    if facts.shop.by_hand:
        listed = trn("{n} listed", "{n} listed", facts.hand_listed) if facts.hand_listed else tr("Every product")
        return Cell(listed, tr("You enter its sales"))
    first = tr("{linked} of {listed} linked", linked=links.linked, listed=links.listed)
    if links.broken:
        return Cell(first, trn("{n} broken link", "{n} broken links", links.broken), Look(colour="warn_text"))
    if facts.answers:
        return Cell(first, trn("{n} thing to answer", "{n} things to answer", facts.answers))
    return Cell(first)


def _shop(facts: ShopFacts, now: datetime) -> Cell:
    return Cell(facts.shop.name, say(state_of(facts, now).words, now=now))


CELLS: dict[At, Callable[[ShopFacts, datetime], Cell]] = {
    At.SHOP: _shop,
    At.BEHIND: _behind,
    At.REFUSED: _refused,
    At.QUOTA: _quota,
    At.COMPARED: _compared,
    At.LINKED: _linked,
}


def heads() -> dict[At, str]:
    """The columns' heads."""
    return {
        At.SHOP: tr("Channel"),
        At.BEHIND: tr("Behind by, last 24 h"),
        At.REFUSED: tr("Refused updates, 24 h"),
        At.QUOTA: tr("Rate limit used"),
        At.COMPARED: tr("Last compared"),
        At.LINKED: tr("Listings"),
        At.ACT: "",
    }


def row_words(facts: ShopFacts, now: datetime) -> str:
    """What a screen reader says of a shop."""
    shop = facts.shop
    said = [tr("{shop}.", shop=shop.name), tr("{state}.", state=say(state_of(facts, now).words, now=now))]
    behind, _ = behind_words(facts, now)
    if behind is not None:
        said.append(tr("Behind by {age}.", age=duration(behind.age)))
    if not shop.by_hand:
        failed, writes = facts.tally.failed, facts.tally.writes
        said.append(tr("{failed} of {writes} updates refused in 24 hours.", failed=failed, writes=writes))
        share = quota_share(facts, now)
        if share is not None:
            said.append(tr("{share} of its rate limit used.", share=percent(share)))
        said.append(tr("{linked} of {listed} listings linked.", linked=facts.links.linked, listed=facts.links.listed))
    if facts.answers:
        said.append(trn("{n} thing to answer.", "{n} things to answer.", facts.answers))
    return " ".join(said)


def two_send() -> str:
    """What the seller is to decide where another computer is also Plimsoll."""
    return tr("{another}. Decide which one sends: two undo each other’s numbers.", another=say(ANOTHER))


def act_words(act: Act, shop: str) -> tuple[str, str]:
    """A row's button: its label, and what a screen reader says."""
    return {
        Act.PAUSE: (tr("Pause"), tr("Pause {shop}", shop=shop)),
        Act.RESUME: (tr("Resume"), tr("Resume {shop}", shop=shop)),
        Act.GO_LIVE: (tr("Go live…"), tr("Go live with {shop}", shop=shop)),
        Act.SIGN_IN: (tr("Sign in…"), tr("Sign in to {shop}", shop=shop)),
        Act.DECIDE: (tr("Decide…"), tr("Decide what to do about {shop}", shop=shop)),
        Act.ENTER_SALES: (tr("Enter sales…"), tr("Enter sales of {shop}", shop=shop)),
    }[act]
