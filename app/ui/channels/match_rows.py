"""How matching shows a listing: what will happen to it in words, and those that follow its number under it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.matching import Known, Match
from app.store.health import MatchRow
from app.ui.channels.match_ways import option_words
from app.ui.channels.matching import IGNORED, UNLISTED, Choice, Line
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.filters import Filter
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, tick_field
from app.ui.widgets.table import Column
from app.ui.words import NOTHING, all_of, tr

_OFFERED = frozenset({Match.SAME_BARCODE.value, Match.SIMILAR.value, Match.PACK.value})
_ASKING = _OFFERED | {Match.DUPLICATE.value, Match.CONFLICT.value, Match.NO_SKU.value}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a line of the matching, or a listing that follows its number."""

    line: Line
    follower: MatchRow | None = None

    @property
    def listing(self) -> MatchRow:
        """The listing that stands in the row."""
        return self.follower or self.line.listing


def rows_of(lines: list[Line]) -> list[Row]:
    """Every line, and under it those that follow it."""
    return [row for line in lines for row in (Row(line), *(Row(line, one) for one in line.followers))]


def unlisted_rows(products: list[Known], words: str) -> list[Row]:
    """Products that the shop does not list, as rows without a box."""
    wanted = words.casefold().split()
    found = [one for one in products if all(word in f"{one.sku} {one.title}".casefold() for word in wanted)]
    return [Row(Line(_as_listing(place, one), UNLISTED, one.sku)) for place, one in enumerate(found)]


def _as_listing(place: int, product: Known) -> MatchRow:
    return MatchRow(
        id=-1 - place,
        ref="",
        sku=product.sku,
        title=product.title,
        barcode=product.barcode or "",
        price_minor=None,
        currency="",
        counted=True,
        ignored=False,
        stock_of=None,
        product_sku=product.sku,
        shows=None,
    )


def filters() -> list[Filter]:
    """The groups of listings."""
    return [
        Filter(Match.LINKED.value, tr("Linked"), Glyph.OK),
        Filter(Match.SAME_SKU.value, tr("Same SKU"), Glyph.READY),
        Filter(Match.NEW.value, tr("New"), Glyph.READY),
        Filter(Match.DUPLICATE.value, tr("Duplicate SKU"), Glyph.LOOK),
        Filter(UNLISTED, tr("Not listed here")),
        Filter(Match.SAME_BARCODE.value, tr("Same barcode"), Glyph.LOOK),
        Filter(Match.SIMILAR.value, tr("Similar"), Glyph.LOOK),
        Filter(Match.PACK.value, tr("Pack"), Glyph.LOOK),
        Filter(Match.CONFLICT.value, tr("Conflict"), Glyph.LOOK),
        Filter(Match.NO_SKU.value, tr("No SKU"), Glyph.LOOK),
        Filter(Match.NOT_COUNTED.value, tr("Not stock-managed"), Glyph.OPEN),
        Filter(IGNORED, tr("Left alone")),
    ]


def group_words(group: str) -> str:
    """A group by the name that its toggle has."""
    return next((one.label for one in filters() if one.key == group), group)


def what_happens(row: Row, titles: Mapping[str, str]) -> str:
    """What pressing the button does to this listing, or what it still needs."""
    line = row.line
    if row.follower is not None:
        return tr("Shows the number of {title}, and follows it", title=line.listing.title or line.listing.sku)
    match line.choice:
        case Choice.LINK:
            return tr("Link to {sku}, {title}", sku=line.target, title=titles.get(line.target, line.target))
        case Choice.ADD:
            return tr("Add as a new product")
        case Choice.BUNDLE:
            return tr("Add as a pack or bundle of {parts}", parts=parts_words(line.parts))
        case Choice.IGNORE:
            return tr("Leave it alone")
        case Choice.UNLINK:
            return tr("Take the link to {sku} away", sku=line.product)
    return _undecided(line, titles)


def parts_words(parts: Mapping[str, int]) -> str:
    """What one piece is made of."""
    return all_of(tr("{pieces} × {sku}", pieces=pieces, sku=sku) for sku, pieces in parts.items())


def _undecided(line: Line, titles: Mapping[str, str]) -> str:
    if line.group == Match.LINKED.value:
        sku = line.product or ""
        return tr("Linked to {sku}, {title}", sku=sku, title=titles.get(sku, sku))
    if line.options and line.group in _OFFERED:
        best = line.options[0]
        return tr("Maybe {option}: {title}", option=option_words(best), title=titles.get(best.sku, best.sku))
    return {
        Match.DUPLICATE.value: tr("Decide: other listings here have the same SKU"),
        Match.CONFLICT.value: tr("Decide: its SKU is one product and its barcode another"),
        Match.NO_SKU.value: tr("Decide: it has no SKU. Choose a product"),
        Match.NOT_COUNTED.value: tr("The shop does not count it: nothing is sent, but its sales can count"),
        IGNORED: tr("Left alone by you"),
        UNLISTED: tr("Not listed here. Enter looks for one"),
    }.get(line.group, tr("Nothing happens to it"))


def glyph_of(row: Row) -> Glyph | None:
    """The shape before those words."""
    line = row.line
    if row.follower is not None:
        return None
    if line.choice is not Choice.NONE:
        return Glyph.READY
    if line.group == Match.LINKED.value:
        return Glyph.OK
    return Glyph.LOOK if line.group in _ASKING else Glyph.OPEN


def ticked(row: Row) -> bool | None:
    """Is something to be done with it? None: there is nothing that a tick alone could do."""
    line = row.line
    if row.follower is not None:
        return None
    if line.choice in (Choice.LINK, Choice.ADD, Choice.BUNDLE):
        return True
    return False if line.can_tick and line.choice is Choice.NONE else None


def said(row: Row, titles: Mapping[str, str]) -> str:
    """What a screen reader says of a row."""
    listing, happens = row.listing, what_happens(row, titles)
    sku = listing.sku or tr("no SKU")
    on = ticked(row)
    if on is None:
        return tr("{title}, {sku}. {what}.", title=listing.title, sku=sku, what=happens)
    if on:
        return tr("Ticked. {title}, {sku}. {what}.", title=listing.title, sku=sku, what=happens)
    return tr("Not ticked. {title}, {sku}. {what}.", title=listing.title, sku=sku, what=happens)


def fields(titles: Mapping[str, str]) -> list[Field[Row]]:
    """The columns. `titles` are the products', by SKU, and are read anew when the page is."""
    return [
        tick_field(),
        Field(head=tr("SKU there"), words=lambda row: row.listing.sku or NOTHING, column=Column(150, SkuDelegate)),
        Field(head=tr("Listing"), words=_title, look=_quiet, column=Column(270, CellDelegate, stretch=True)),
        Field(
            head=tr("What happens"),
            words=lambda row: what_happens(row, titles),
            glyph=glyph_of,
            look=_quiet,
            column=Column(300, StatusDelegate, stretch=True),
        ),
        Field(head=tr("Shows"), words=lambda row: row.listing.shows, column=Column(76, NumberDelegate)),
    ]


def _title(row: Row) -> str:
    return tr("↳ {title}", title=row.listing.title) if row.follower is not None else row.listing.title


def _quiet(row: Row) -> Look | None:
    quiet = row.follower is not None or (row.line.choice is Choice.NONE and row.line.group != Match.LINKED.value)
    return Look(colour="text_secondary") if quiet else None
