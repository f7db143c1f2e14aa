"""What starting stock and going live would do, put into words before anything is done. No window is known here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.text import N_, NN_, Text
from app.store.health import MatchRow
from app.store.pushes import Slot
from app.store.start import StartRow


class StartGroup(StrEnum):
    """What becomes of a product when starting stock is taken over."""

    READY = "ready"
    READING = "reading"
    SKIPPED = "skipped"


_OBSTACLES = {
    "started": N_("It already has a number"),
    "bundle": N_("A bundle: it follows its parts"),
    "not_counted": N_("The shop does not count its stock"),
    "unread": N_("Its number is being read"),
    "twice": N_("Listed twice there: count it by hand"),
    "below_zero": N_("Below zero there: count it by hand"),
}


def start_group(row: StartRow) -> StartGroup:
    """Can this product start now, later, or not from here?"""
    if row.obstacle is None:
        return StartGroup.READY
    return StartGroup.READING if row.obstacle == "unread" else StartGroup.SKIPPED


def start_words(row: StartRow) -> Text:
    """The sum of a product's starting stock, or the reason why it has none from this shop."""
    if row.obstacle is not None:
        return _OBSTACLES[row.obstacle]
    if row.pieces > 1:
        return _packs(row)
    if row.sold:
        return N_(
            "Shows {shown} + {sold} sold and not sent = {on_hand} on hand",
            shown=row.shown,
            sold=row.sold,
            on_hand=row.on_hand,
        )
    return N_("Shows {shown} = {on_hand} on hand", shown=row.shown, on_hand=row.on_hand)


def _packs(row: StartRow) -> Text:
    if row.sold:
        return N_(
            "({shown} packs shown + {sold} sold and not sent) × {pieces} = {on_hand} on hand",
            shown=row.shown,
            sold=row.sold,
            pieces=row.pieces,
            on_hand=row.on_hand,
        )
    return N_(
        "Shows {shown} packs × {pieces} = {on_hand} on hand", shown=row.shown, pieces=row.pieces, on_hand=row.on_hand
    )


def start_press(products: int) -> Text:
    """What the button says."""
    return NN_("Start {n} product", "Start {n} products", products)


# ------------------------------------------------------------------------------------------------ going live


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A number that going live would change, and the sum that it comes from."""

    listing: int
    sku: str
    title: str
    shows: int
    offer: int
    why: Text

    @property
    def lowers(self) -> bool:
        """Would the shop show fewer than now?"""
        return self.offer < self.shows


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePlan:
    """What going live would do: the numbers it changes, those that fall furthest first, and how many stay."""

    changes: tuple[Change, ...] = ()
    same: int = 0
    unread: int = 0
    unlinked: int = 0
    unnumbered: int = 0

    @property
    def can_go(self) -> bool:
        """Is every number known?"""
        return self.unread == 0


def live_plan(slots: Iterable[Slot], listings: Sequence[MatchRow], titles: Mapping[str, str]) -> LivePlan:
    """Compare what every listing shows with its offer. `titles` are the products', by SKU."""
    own = {row.id: row for row in listings if row.stock_of is None}
    changes, same, unread, seen = [], 0, 0, set()
    for slot in slots:
        row = own.get(slot.listing)
        if row is None:  # it follows the number of another listing
            continue
        seen.add(slot.listing)
        if slot.believed is None or not slot.settled:
            unread += 1
        elif slot.believed == slot.offer.quantity:
            same += 1
        else:
            changes.append(_change(slot, row, titles, slot.believed))
    return LivePlan(
        changes=tuple(sorted(changes, key=lambda one: (one.offer - one.shows, one.sku))),
        same=same,
        unread=unread,
        unlinked=sum(row.product_sku is None and not row.ignored for row in own.values()),
        unnumbered=sum(row.product_sku is not None and row.counted and row.id not in seen for row in own.values()),
    )


def _change(slot: Slot, row: MatchRow, titles: Mapping[str, str], shows: int) -> Change:
    sku = row.product_sku or row.sku
    return Change(
        listing=slot.listing,
        sku=sku,
        title=titles.get(sku, row.title),
        shows=shows,
        offer=slot.offer.quantity,
        why=slot.offer.why,
    )


def live_press(plan: LivePlan) -> Text:
    """What the button says."""
    if not plan.changes:
        return N_("Go live")
    return NN_("Go live and send {n} number", "Go live and send {n} numbers", len(plan.changes))


def live_words(plan: LivePlan) -> Text:
    """A sentence over the list."""
    if plan.unread:
        return NN_(
            "{n} number has not been read yet. Plimsoll sends nothing before it knows what the shop shows.",
            "{n} numbers have not been read yet. Plimsoll sends nothing before it knows what the shop shows.",
            plan.unread,
        )
    if not plan.changes:
        return N_("The shop already shows every number that Plimsoll would send.")
    lower = sum(change.lowers for change in plan.changes)
    return NN_(
        "{n} number would change: {lower} down, {higher} up. {rest}",
        "{n} numbers would change: {lower} down, {higher} up. {rest}",
        len(plan.changes),
        lower=lower,
        higher=len(plan.changes) - lower,
        rest=NN_("{n} stays as it is.", "{n} stay as they are.", plan.same),
    )


def left_out(plan: LivePlan) -> tuple[Text, ...]:
    """What going live leaves alone, and why: one sentence each."""
    sentences = []
    if plan.unlinked:
        sentences.append(
            NN_(
                "{n} listing is not linked: nothing is sent to it.",
                "{n} listings are not linked: nothing is sent to them.",
                plan.unlinked,
            )
        )
    if plan.unnumbered:
        sentences.append(
            NN_(
                "{n} product has no number yet: it is not sent.",
                "{n} products have no number yet: they are not sent.",
                plan.unnumbered,
            )
        )
    return tuple(sentences)
