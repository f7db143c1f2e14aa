"""Is anything sent, and to how many? The first words of the status bar, decided from facts alone."""

from enum import StrEnum

from app.core.records import dataclass
from app.core.text import N_, NN_, Text
from app.store.shops import STOPPED
from app.ui.shell.facts import Facts


class State(StrEnum):
    """What becomes of an update now, most telling first."""

    STOPPED = "stopped"  # a bug ended the sync
    SAMPLE = "sample"
    NONE = "none"  # no channel is connected
    ELSEWHERE = "elsewhere"  # another computer sends
    SIGNED_OUT = "signed_out"  # no channel accepts our key
    OFFLINE = "offline"
    SILENT = "silent"  # no channel answers
    LIVE = "live"
    HELD = "held"  # a mass change, or another computer that sends, waits for the seller's decision
    PAUSED = "paused"
    LOOKING = "looking"


@dataclass(frozen=True, slots=True)
class Sending:
    """The state and its words."""

    state: State
    words: Text


def sending(facts: Facts) -> Sending:
    """What becomes of an update now."""
    if facts.stopped:
        return Sending(State.STOPPED, N_("Stopped: nothing is sent until you restart sending"))
    if facts.sample:
        return Sending(State.SAMPLE, N_("Sample shop: nothing is sent"))
    if not facts.connected:
        return Sending(State.NONE, N_("No channel connected"))
    if not facts.sends_here:
        words = N_("Another computer sends for this inventory: nothing is sent from here")
        return Sending(State.ELSEWHERE, words)
    if any(standing.shop.sends for standing in facts.connected):
        return _sent(facts)
    return _not_sent(facts)


def _sent(facts: Facts) -> Sending:
    known = [standing.shop for standing in facts.connected if standing.shop.sends]
    known = [shop for shop in known if shop.trouble != "signed_out"]
    if not known:
        return Sending(State.SIGNED_OUT, N_("Signed out: nothing is sent"))
    if facts.offline:
        return Sending(State.OFFLINE, _waits(facts.updates, offline=True))
    if all(shop.trouble == "unavailable" for shop in known):
        return Sending(State.SILENT, _waits(facts.updates, offline=False))
    count = len(known)
    words = NN_("Live: stock is sent to {n} channel", "Live: stock is sent to {n} channels", count)
    return Sending(State.LIVE, words)


def _waits(updates: int, *, offline: bool) -> Text:
    if offline and not updates:
        return N_("Offline: no update waits")
    if offline:
        return NN_("Offline: {n} update waits", "Offline: {n} updates wait", updates)
    if not updates:
        return N_("No channel answers: no update waits")
    return NN_("No channel answers: {n} update waits", "No channel answers: {n} updates wait", updates)


def _not_sent(facts: Facts) -> Sending:
    found = [standing.shop for standing in facts.connected]
    if any(shop.held is not None for shop in found):
        return Sending(State.HELD, N_("Waiting for your decision: nothing is sent"))
    if any(shop.another == STOPPED for shop in found):
        return Sending(State.HELD, N_("Another computer is also Plimsoll: nothing is sent from here"))
    if any(shop.mode == "paused" for shop in found):
        return Sending(State.PAUSED, N_("Paused: nothing is sent"))
    return Sending(State.LOOKING, N_("Looking only: nothing is sent"))
