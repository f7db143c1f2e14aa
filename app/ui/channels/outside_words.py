"""Outside edits in words: what was seen, whether it was near a write of ours, and what became of it."""

from datetime import datetime, timedelta

from app.core.drift import Standing
from app.core.text import N_, Text
from app.store.edits import SELLER, STANDING, EditRow
from app.ui.words import duration, say, signed, tr, trn, when

_NEAR = timedelta(hours=1)  # further away, our own write explains nothing


def origin(edit: EditRow) -> str:
    """Whose it was: "Not ours, 12 s after our own write", or perhaps the shop's own that is late after a sale."""
    if edit.late_by is not None:
        return tr("Perhaps late, {length} after a sale there", length=duration(edit.late_by))
    after = edit.after_our_write
    if after is None:
        return tr("Not ours")
    if after > _NEAR:
        return tr("Not ours")
    return tr("Not ours, {length} after our own write", length=duration(after))


def is_race(edit: EditRow) -> bool:
    """Was it so soon after our own write that two programs may have written over each other?"""
    after = edit.after_our_write
    return after is not None and after <= timedelta(seconds=edit.race_s)


def attributed(edit: EditRow, now: datetime) -> str:
    """All of it: "+3 at 14:02, not ours, 12 s after our own write"."""
    values = {"change": signed(edit.change), "at": when(edit.found_at, now)}
    if edit.late_by is not None:
        length = duration(edit.late_by)
        return tr("{change} at {at}, {length} after a sale there: perhaps it follows late", length=length, **values)
    after = edit.after_our_write
    if after is None or after > _NEAR:
        return tr("{change} at {at}, not ours", **values)
    return tr("{change} at {at}, not ours, {length} after our own write", length=duration(after), **values)


_SETTLED: dict[str, Text] = {
    "replaced": N_("Ours was sent when our stock moved"),
    "agrees": N_("Our number came to be the same"),
    "gone": N_("The listing is no longer there"),
}


def became(edit: EditRow) -> str:
    """What became of it."""
    if edit.settled_at is None:
        return tr("Waits for you")
    if edit.decision == "ours":
        return tr("Ours put back by you") if edit.decider == SELLER else tr("Ours put back, as you chose")
    if edit.decision == "theirs":
        return tr("Theirs taken by you") if edit.decider == SELLER else tr("Theirs taken, as you chose")
    return say(_SETTLED[edit.decision]) if edit.decision in _SETTLED else tr("Settled")


_RULES: dict[str, Text] = {
    "ours": N_("2 before 4: the ledger decides"),
    "replaced": N_("2 before 4: the ledger decides"),
    "agrees": N_("2 and 4 agree"),
    "gone": N_("2: the ledger stays as it is"),
}


def rule_of(edit: EditRow) -> str:
    """The rule of the order of truth that settled it."""
    if edit.decision == "theirs":
        by = STANDING if edit.decider == STANDING else SELLER
        return (
            tr("You decided: written to the ledger")
            if by == SELLER
            else tr("Your standing choice: written to the ledger")
        )
    return say(_RULES[edit.decision]) if edit.decision in _RULES else tr("Not settled yet")


def choices() -> list[tuple[Standing, str]]:
    """The standing choices."""
    return [
        (Standing.ASK, tr("Ask me each time")),
        (Standing.OURS, tr("Put ours back")),
        (Standing.THEIRS, tr("Take theirs as an adjustment")),
    ]


def choice_means(choice: Standing, shop: str) -> str:
    """What a standing choice does."""
    return {
        Standing.ASK: tr("Nothing is overwritten before you decide, or before your own stock moves."),
        Standing.OURS: tr("Plimsoll sends its number to {shop} again. The change stays in this list.", shop=shop),
        Standing.THEIRS: tr(
            "The difference is written to the ledger with its reason, and goes to every other channel."
        ),
    }[choice]


def second_master(times: int, races: int, shop: str, within_s: int) -> str:
    """Somebody else decides there too, and what to do about it."""
    said = trn(
        "A second master: numbers at {shop} were replaced {n} time in the last 24 hours.",
        "A second master: numbers at {shop} were replaced {n} times in the last 24 hours.",
        times,
        shop=shop,
    )
    near = trn(
        "{n} of them was within {seconds} s of our own write.",
        "{n} of them were within {seconds} s of our own write.",
        races,
        seconds=within_s,
    )
    todo = tr(
        "Find the program or person that writes stock there, and leave it read access only. Until then Plimsoll asks"
        " about a number that is replaced again and again, whatever you chose."
    )
    return " ".join([said, near, todo] if races else [said, todo])
