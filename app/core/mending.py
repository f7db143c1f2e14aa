"""What is wrong with the webhooks that a shop has: which are to be removed, and which to be made."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.channel import Webhook
from app.core.hooks import Hooks


@dataclass(frozen=True, slots=True)
class Mending:
    """What is wrong with a shop's webhooks: these are to be removed, and then these topics added."""

    remove: tuple[str, ...]
    add: tuple[str, ...]


def mending(hooks: Hooks, there: Sequence[Webhook], address: str) -> Mending:
    """What it takes until every topic calls this address once. Webhooks that call elsewhere are not ours to judge.

    One that the channel disabled is made anew: let send again, it would be disabled at its next failure.
    """
    kept: set[str] = set()
    remove = []
    for hook in there:
        if hook.url != address:
            continue
        if hook.active and hook.topic in hooks.topics and hook.topic not in kept:
            kept.add(hook.topic)
        else:
            remove.append(hook.ref)
    return Mending(tuple(remove), tuple(topic for topic in hooks.topics if topic not in kept))
