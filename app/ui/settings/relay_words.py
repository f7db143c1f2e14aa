"""What the relay's section says: pure sentences from what the store knows."""

from collections.abc import Sequence
from datetime import datetime

from app.core.text import N_, NN_, Text
from app.store.relay import Endpoint, Paired
from app.store.shops import Shop

WHAT_IT_IS = N_(
    "A small program of your own on any host. Your channels call it, it keeps their calls while this computer is off,"
    " and Plimsoll fetches them. A sale is then known within seconds. Without it Plimsoll asks your channels itself."
)
SEES = N_(
    "It sees how many messages come, when, and how large they are, and for a moment each message as it passes through."
)
SEES_NOT = N_(
    "What it keeps is sealed to a key on this computer: whoever runs it, or steals its disk or a backup, reads nothing."
)


def relay_state(paired: Paired, now: datetime) -> Text:
    """Is it connected, and what does it say?"""
    if paired.trouble == "unpaired":
        return N_("The relay does not know this computer. Unpair it and pair it again.")
    if paired.trouble:
        return N_(
            "{why} Plimsoll goes on trying, and asks your channels for orders itself. Silent since {since}.",
            why=paired.trouble_words,
            since=paired.trouble_since or now,
        )
    if not paired.answers(now):
        return N_("Connecting.")
    return N_("Connected.")


def relay_traffic(paired: Paired) -> list[Text]:
    """What came last, and what waits there."""
    said = []
    if paired.heard_at is not None:
        said.append(N_("Last message {at}.", at=paired.heard_at))
    else:
        said.append(N_("No message yet."))
    if paired.waiting and paired.oldest_at is not None:
        waits = NN_(
            "{n} message waits there, the oldest since {at}.",
            "{n} messages wait there, the oldest since {at}.",
            paired.waiting,
            at=paired.oldest_at,
        )
        said.append(waits)
    elif paired.waiting:
        said.append(NN_("{n} message waits there.", "{n} messages wait there.", paired.waiting))
    else:
        said.append(N_("Nothing waits there."))
    return said


def heard_by(paired: Paired | None, endpoint: Endpoint | None, now: datetime) -> Text:
    """How a shop's sales are heard of now."""
    if paired is not None and paired.answers(now) and endpoint is not None and endpoint.proven:
        return N_("Heard by relay")
    return N_("Heard by polling")


def shop_said(paired: Paired, endpoint: Endpoint | None, now: datetime) -> list[Text]:
    """Everything about a shop's address."""
    said = [N_("{how}.", how=heard_by(paired, endpoint, now))]
    if endpoint is None:
        return [*said, N_("Not set up yet.")]
    if endpoint.gone_at is not None:
        return [*said, N_("The relay has lost its address. Set it up again.")]
    if endpoint.heard_at is not None:
        said.append(N_("Last message {at}.", at=endpoint.heard_at))
    elif endpoint.tested_at is not None:
        said.append(N_("A test came back {at}, and no message of the channel yet.", at=endpoint.tested_at))
    else:
        said.append(N_("Nothing has come yet."))
    return [*said, *_numbers(endpoint)]


def _numbers(endpoint: Endpoint) -> list[Text]:
    said = []
    if endpoint.forged:
        words = NN_(
            "{n} message was not signed by the channel and was dropped, the last {at}.",
            "{n} messages were not signed by the channel and were dropped, the last {at}.",
            endpoint.forged,
            at=endpoint.forged_at,
        )
        said.append(words)
    if endpoint.lost:
        words = NN_(
            "Something was missed {n} time: the channel was read instead.",
            "Something was missed {n} times: the channel was read instead.",
            endpoint.lost,
        )
        said.append(words)
    if endpoint.lent:
        said.append(N_("Its secret is lent to the relay."))
    return said


def lent_words(shops: Sequence[Shop], endpoints: Sequence[Endpoint]) -> Text:
    """Which secrets the relay was lent."""
    lent = {endpoint.shop for endpoint in endpoints if endpoint.lent}
    names = [shop.name for shop in shops if shop.id in lent]
    if not names:
        return N_("No secret of yours is lent to it.")
    return N_("Lent to it, and readable there: the webhook secret of {shops}.", shops=", ".join(names))
