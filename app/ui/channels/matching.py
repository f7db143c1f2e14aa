"""The first matching, as it stands: what is proposed for every listing of a shop, and what the seller decided.

Nothing is created or written here; `work` says what is to be done once the seller says so.
"""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.matching import Candidate, Catalogue, Known, Match, Suggestion, gtin, normal, propose
from app.core.text import NN_, Text
from app.store.health import MatchRow
from app.ui.channels.match_work import Work, as_product, bundles_of

IGNORED = "ignored"
UNLISTED = "unlisted"  # products that the shop does not list
GROUPS = (
    Match.LINKED.value,
    Match.SAME_SKU.value,
    Match.SAME_BARCODE.value,
    Match.SIMILAR.value,
    Match.PACK.value,
    Match.NEW.value,
    Match.DUPLICATE.value,
    Match.CONFLICT.value,
    Match.NO_SKU.value,
    Match.NOT_COUNTED.value,
    IGNORED,
)
_SURE = {Match.SAME_SKU.value, Match.NEW.value}  # done unless the seller says otherwise
_CLOSED = {Match.LINKED.value, IGNORED, UNLISTED}
_STEPS = 100  # decisions that can be taken back


class Choice(StrEnum):
    """What is to be done with a listing."""

    NONE = "none"
    LINK = "link"
    ADD = "add"
    BUNDLE = "bundle"
    IGNORE = "ignore"
    UNLINK = "unlink"


Decision = tuple[Choice, str, Mapping[str, int]]


@dataclass(slots=True)
class Line:
    """One listing: what was found, and what is decided. `target` is the SKU of the product that it goes to.

    `parts` are what it sells, where that is to become a pack or a bundle. `followers` are listings that show the same
    number and follow the link.
    """

    listing: MatchRow
    group: str
    product: str | None
    choice: Choice = Choice.NONE
    target: str = ""
    parts: Mapping[str, int] = field(default_factory=dict)
    options: tuple[Suggestion, ...] = ()
    followers: tuple[MatchRow, ...] = ()

    @property
    def searched(self) -> str:
        """What a search looks in: its own words and those of its followers."""
        return " ".join(f"{one.sku} {one.title}" for one in (self.listing, *self.followers)).casefold()

    @property
    def open(self) -> bool:
        """Does it still need a decision?"""
        return self.choice is Choice.NONE and self.group not in _CLOSED

    @property
    def can_tick(self) -> bool:
        """Is there something that a tick would do without a further question?"""
        if self.group in _CLOSED:
            return False
        torn = self.group == Match.CONFLICT.value or (self.group == Match.DUPLICATE.value and len(self.options) > 1)
        return bool(self.target) or (not torn and bool(self.options or self.listing.sku.strip()))

    @property
    def can_add(self) -> bool:
        """Could a product be added for it? Its SKU must be one that no product has."""
        same = any(option.reason is Match.SAME_SKU for option in self.options)
        return self.group not in _CLOSED and bool(self.listing.sku.strip()) and not same

    @property
    def decision(self) -> Decision:
        """What is decided, as it can be put back."""
        return self.choice, self.target, self.parts

    def decide(self, choice: Choice, target: str = "", parts: Mapping[str, int] | None = None) -> None:
        """Decide this."""
        self.choice, self.target, self.parts = choice, target, parts or {}

    def take(self, option: Suggestion) -> None:
        """It is this product, or so many pieces of it."""
        if option.pack > 1:
            self.decide(Choice.BUNDLE, parts={option.sku: option.pack})
        else:
            self.decide(Choice.LINK, option.sku)


@dataclass(frozen=True, slots=True)
class Summary:
    """How much is to be done."""

    link: int = 0
    add: int = 0
    ignore: int = 0
    unlink: int = 0
    undecided: int = 0

    @property
    def all(self) -> int:
        """Listings that something is to be done with."""
        return self.link + self.add + self.ignore + self.unlink

    def press(self) -> Text:
        """What the button says."""
        if self.link and self.add:
            return NN_("Link {link} and add {n} product", "Link {link} and add {n} products", self.add, link=self.link)
        if self.link:
            return NN_("Link {n} listing", "Link {n} listings", self.link)
        if self.add:
            return NN_("Add {n} product", "Add {n} products", self.add)
        return NN_("Keep {n} decision", "Keep {n} decisions", max(1, self.ignore + self.unlink))


@dataclass
class Matching:
    """All listings of one shop in matching. Lines are in the order in which they were read."""

    lines: list[Line] = field(default_factory=list)
    catalogue: Catalogue = field(default_factory=lambda: Catalogue(()))
    _before: deque[list[tuple[Line, Decision]]] = field(default_factory=lambda: deque(maxlen=_STEPS))

    @staticmethod
    def of(rows: Sequence[MatchRow], products: Iterable[Known], before: "Matching | None" = None) -> "Matching":
        """Propose for every listing that holds its own number; what was decided before stays decided."""
        holders, followers = _families(rows)
        made = Matching(catalogue=_catalogue(tuple(products), before))
        for row, proposal in zip(holders, propose(map(_candidate, holders), made.catalogue), strict=True):
            group = IGNORED if row.ignored and row.product_sku is None else proposal.match.value
            known = None if proposal.match is Match.NEW else proposal.product
            line = Line(row, group, known, options=proposal.options, followers=tuple(followers.get(row.ref, ())))
            if group in _SURE:
                _tick(line)
            made.lines.append(line)
        made._keep_decisions(before)
        return made

    @property
    def products(self) -> tuple[Known, ...]:
        """Everything that a listing may be."""
        return self.catalogue.products

    def _keep_decisions(self, before: "Matching | None") -> None:
        decided = {line.listing.id: line for line in before.lines} if before else {}
        for line in self.lines:
            old = decided.get(line.listing.id)
            if old is not None and old.group == line.group:
                line.decide(*old.decision)

    # What the seller does

    def tick(self, line: Line, *, on: bool) -> None:
        """Do what lies nearest: link to what is proposed, else add a product. Or do nothing."""
        self.tick_all([line], on=on)

    def tick_all(self, lines: Iterable[Line], *, on: bool) -> None:
        """The same with many, as one step."""
        for line in self._step(lines):
            if on:
                _tick(line)
            else:
                line.decide(Choice.NONE, line.target)

    def accept(self, group: str, among: Iterable[Line] | None = None) -> int:
        """Accept what is proposed for every undecided listing of a group; how many those were."""
        some = self.lines if among is None else among
        lines = [line for line in some if line.group == group and line.open and line.can_tick]
        self.tick_all(lines, on=True)
        return len(lines)

    def take(self, line: Line, option: Suggestion) -> None:
        """This listing is that product, or so many pieces of it."""
        for one in self._step([line]):
            one.take(option)

    def only(self, line: Line) -> None:
        """Of the listings with this SKU only this one is the product; the others are left alone."""
        for one in self._step(self.twins(line)):
            if one is line:
                _tick(one)
            else:
                one.decide(Choice.IGNORE)

    def link(self, lines: Iterable[Line], sku: str) -> None:
        """Link these to a product that the seller chose."""
        for line in self._step(lines):
            line.decide(Choice.LINK, sku)

    def sell(self, lines: Iterable[Line], parts: Mapping[str, int]) -> None:
        """One piece listed here is so many pieces of these products. A bundle of just these is linked."""
        flat = self.flat(parts)
        same = next((one.sku for one in self.products if one.parts == flat), None)
        for line in self._step(lines):
            if same is None:
                line.decide(Choice.BUNDLE, parts=flat)
            else:
                line.decide(Choice.LINK, same)

    def add(self, lines: Iterable[Line]) -> None:
        """Add a product for each of these."""
        for line in self._step(line for line in lines if line.can_add):
            line.decide(Choice.ADD)

    def ignore(self, lines: Iterable[Line]) -> None:
        """Leave these alone; a link that is there is taken away."""
        for line in self._step(line for line in lines if line.group != IGNORED):
            line.decide(Choice.UNLINK if line.group == Match.LINKED.value else Choice.IGNORE)

    def clear(self, lines: Iterable[Line]) -> None:
        """Take these decisions back."""
        for line in self._step(lines):
            line.decide(Choice.NONE)

    def undo(self) -> bool:
        """Take the last step back. False where there is none."""
        if not self._before:
            return False
        for line, decision in self._before.pop():
            line.decide(*decision)
        return True

    def _step(self, lines: Iterable[Line]) -> list[Line]:
        """These lines are about to be decided, together."""
        touched = list(lines)
        if touched:
            self._before.append([(line, line.decision) for line in touched])
        return touched

    # What the page asks

    def twins(self, line: Line) -> list[Line]:
        """Every listing with the same SKU, this one among them."""
        sku = normal(line.listing.sku)
        return [one for one in self.lines if one.group == line.group and normal(one.listing.sku) == sku]

    def flat(self, parts: Mapping[str, int]) -> dict[str, int]:
        """Bundles among the parts taken apart: a bundle sells what is stocked."""
        made_of = {one.sku: one.parts for one in self.products if one.parts}
        found: dict[str, int] = {}
        for sku, pieces in parts.items():
            for part, each in (made_of.get(sku) or {sku: 1}).items():
                found[part] = found.get(part, 0) + each * pieces
        return dict(sorted(found.items()))

    def unlisted(self) -> list[Known]:
        """Products that no listing of the shop is, or is to be."""
        taken = {line.product for line in self.lines if line.group == Match.LINKED.value}
        taken |= {line.target for line in self.lines if line.choice is Choice.LINK}
        return [one for one in self.products if one.sku not in taken]

    def counts(self) -> dict[str, int]:
        """How many listings each group has."""
        found = Counter(line.group for line in self.lines)
        return {group: found[group] for group in GROUPS}

    def in_groups(self, groups: Collection[str], words: str = "") -> list[Line]:
        """The lines of these groups (none: of all) in which every word is found."""
        wanted = words.casefold().split()
        return [
            line
            for line in self.lines
            if (not groups or line.group in groups) and all(word in line.searched for word in wanted)
        ]

    def summary(self) -> Summary:
        """How much is to be done, and how much is undecided. Two listings with one new SKU are one product."""
        chosen = Counter(line.choice for line in self.lines)
        new = {normal(line.listing.sku) for line in self.lines if line.choice is Choice.ADD}
        sets = {tuple(line.parts.items()) for line in self.lines if line.choice is Choice.BUNDLE}
        added = len(new) + len(sets)
        return Summary(
            link=chosen[Choice.LINK] + chosen[Choice.ADD] + chosen[Choice.BUNDLE] - added,
            add=added,
            ignore=chosen[Choice.IGNORE],
            unlink=chosen[Choice.UNLINK],
            undecided=sum(line.open for line in self.lines),
        )

    def work(self) -> Work:
        """What is to be written. Listings whose SKUs differ only in case or spaces become one product."""
        spelled: dict[str, str] = {}
        products = []
        for line in self.lines:
            if line.choice is Choice.ADD:
                sku = spelled.setdefault(normal(line.listing.sku), line.listing.sku.strip())
                products.append((line.listing.id, as_product(line.listing, sku)))
        links = [
            (line.listing.id, line.target)
            for line in self.lines
            if line.choice is Choice.LINK and line.target != line.listing.product_sku
        ]
        unlinked = [(line.listing.id, None) for line in self.lines if line.choice is Choice.UNLINK]
        sets = [(line.listing, line.parts) for line in self.lines if line.choice is Choice.BUNDLE]
        return Work(
            links=(*links, *unlinked),
            products=tuple(products),
            bundles=bundles_of(
                sets,
                {*spelled, *(normal(one.sku) for one in self.products)},
                {gtin(one.barcode) for one in self.products},
            ),
            ignored=tuple(line.listing.id for line in self.lines if line.choice is Choice.IGNORE),
            were={line.listing.id: line.listing.product_sku for line in self.lines},
        )


def _tick(line: Line) -> None:
    if line.target:
        line.decide(Choice.LINK, line.target)
    elif line.options:
        line.take(line.options[0])
    elif line.product is not None:
        line.decide(Choice.LINK, line.product)
    elif line.listing.sku.strip():
        line.decide(Choice.ADD)


def _catalogue(products: tuple[Known, ...], before: Matching | None) -> Catalogue:
    """Searching by title takes a while for thousands: while the products stay, nothing is searched twice."""
    return before.catalogue if before and before.products == products else Catalogue(products)


def _candidate(row: MatchRow) -> Candidate:
    return Candidate(
        listing=row.id,
        sku=row.sku,
        title=row.title,
        counted=row.counted,
        barcode=row.barcode,
        linked_to=row.product_sku,
    )


def _families(rows: Sequence[MatchRow]) -> tuple[list[MatchRow], dict[str, list[MatchRow]]]:
    """The listings that hold a number, and by their name those that follow them. A lost follower stands alone."""
    refs = {row.ref for row in rows}
    holders, followers = [], dict[str, list[MatchRow]]()
    for row in rows:
        if row.stock_of and row.stock_of in refs:
            followers.setdefault(row.stock_of, []).append(row)
        else:
            holders.append(row)
    return holders, followers
