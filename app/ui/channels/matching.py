"""The first matching, as it stands: what is proposed for every listing of a shop, and what the seller decided.

Nothing is created or written here; `work` says what is to be done once the seller says so.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.matching import Candidate, Match, normal, propose
from app.core.text import NN_, Text
from app.store.catalog import Product
from app.store.health import MatchRow

IGNORED = "ignored"
GROUPS = (
    Match.LINKED.value,
    Match.SAME_SKU.value,
    Match.NEW.value,
    Match.DUPLICATE.value,
    Match.NO_SKU.value,
    Match.NOT_COUNTED.value,
    IGNORED,
)
_SURE = {Match.SAME_SKU.value, Match.NEW.value}  # done unless the seller says otherwise


class Choice(StrEnum):
    """What is to be done with a listing."""

    NONE = "none"
    LINK = "link"
    ADD = "add"
    IGNORE = "ignore"
    UNLINK = "unlink"


@dataclass(slots=True)
class Line:
    """One listing: what was found, and what is decided. `target` is the SKU of the product that it goes to.

    `followers` are listings that show the same number and follow the link.
    """

    listing: MatchRow
    group: str
    product: str | None
    choice: Choice = Choice.NONE
    target: str = ""
    followers: tuple[MatchRow, ...] = ()

    @property
    def searched(self) -> str:
        """What a search looks in: its own words and those of its followers."""
        return " ".join(f"{one.sku} {one.title}" for one in (self.listing, *self.followers)).casefold()

    @property
    def open(self) -> bool:
        """Does it still need a decision?"""
        return self.choice is Choice.NONE and self.group not in (Match.LINKED.value, IGNORED)

    @property
    def can_tick(self) -> bool:
        """Is there something that a tick would do without a further question?"""
        return self.group not in (Match.LINKED.value, IGNORED) and (bool(self.listing.sku.strip()) or bool(self.target))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is to be written, by listing: links (None takes one away), new products, and listings to leave alone."""

    links: tuple[tuple[int, str | None], ...] = ()
    products: tuple[tuple[int, Product], ...] = ()
    ignored: tuple[int, ...] = ()

    @property
    def all(self) -> int:
        """How many listings it touches."""
        return len(self.links) + len(self.products) + len(self.ignored)


@dataclass
class Matching:
    """All listings of one shop in matching. Lines are in the order in which they were read."""

    lines: list[Line] = field(default_factory=list)

    @staticmethod
    def of(rows: Sequence[MatchRow], skus: Iterable[str], before: "Matching | None" = None) -> "Matching":
        """Propose for every listing that holds its own number; what was decided before stays decided."""
        holders, followers = _families(rows)
        products = {normal(sku): sku for sku in skus}
        candidates = [
            Candidate(listing=row.id, sku=row.sku, title=row.title, counted=row.counted, linked_to=row.product_sku)
            for row in holders
        ]
        made = Matching()
        for row, proposal in zip(holders, propose(candidates, products), strict=True):
            group = IGNORED if row.ignored and row.product_sku is None else proposal.match.value
            known = None if proposal.match is Match.NEW else proposal.product
            line = Line(row, group, known, followers=tuple(followers.get(row.ref, ())))
            if group in _SURE:
                made.tick(line, on=True)
            made.lines.append(line)
        made._keep_decisions(before)
        return made

    def _keep_decisions(self, before: "Matching | None") -> None:
        decided = {line.listing.id: line for line in before.lines} if before else {}
        for line in self.lines:
            old = decided.get(line.listing.id)
            if old is not None and old.group == line.group:
                line.choice, line.target = old.choice, old.target

    # What the seller does

    def tick(self, line: Line, *, on: bool) -> None:
        """Do what lies nearest: link to the product with this SKU, else add one. Or do nothing."""
        if not on:
            line.choice = Choice.NONE
        elif line.product is not None or line.target:
            line.choice, line.target = Choice.LINK, line.target or line.product or ""
        else:
            line.choice = Choice.ADD

    def link(self, lines: Iterable[Line], sku: str) -> None:
        """Link these to a product that the seller chose."""
        for line in lines:
            line.choice, line.target = Choice.LINK, sku

    def ignore(self, lines: Iterable[Line]) -> None:
        """Leave these alone; a link that is there is taken away."""
        for line in lines:
            if line.group != IGNORED:
                line.choice = Choice.UNLINK if line.group == Match.LINKED.value else Choice.IGNORE

    def clear(self, lines: Iterable[Line]) -> None:
        """Take these decisions back."""
        for line in lines:
            line.choice, line.target = Choice.NONE, ""

    # What the page asks

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
        return Summary(
            link=chosen[Choice.LINK] + chosen[Choice.ADD] - len(new),
            add=len(new),
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
                products.append((line.listing.id, _product(line.listing, sku)))
        links = [
            (line.listing.id, line.target)
            for line in self.lines
            if line.choice is Choice.LINK and line.target != line.listing.product_sku
        ]
        unlinked = [(line.listing.id, None) for line in self.lines if line.choice is Choice.UNLINK]
        return Work(
            links=(*links, *unlinked),
            products=tuple(products),
            ignored=tuple(line.listing.id for line in self.lines if line.choice is Choice.IGNORE),
        )


def _product(row: MatchRow, sku: str) -> Product:
    return Product(
        sku=sku,
        title=row.title.strip() or sku,
        barcode=row.barcode or None,
        price_minor=row.price_minor,
        currency=row.currency or None,
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
