"""What a sheet of products would do, row by row, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core import product_sheet as sheet
from app.core.product_sheet import Planned, SheetPlan, Value
from app.store.product_sheet import Effect
from app.ui.widgets.cells import NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.filters import Filter
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field
from app.ui.widgets.table import Column
from app.ui.words import NOTHING, all_of, money, number, say, tr, trn

WRONG, NEW, CHANGED, KEPT = "wrong", "new", "changed", "kept"
_GLYPHS = {WRONG: Glyph.OVERSOLD, NEW: Glyph.READY, CHANGED: Glyph.READY, KEPT: Glyph.LOOK}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the preview. `place` tells lines of one row apart."""

    kind: str
    row: int
    sku: str
    words: str
    place: int = 0


def items_of(plan: SheetPlan, heads: Mapping[str, str]) -> list[Item]:
    """Errors first, then what is new, changed, and left as it is."""
    found = [
        Item(WRONG, one.row, one.sku, tr("Column {column}: {words}", column=one.column, words=say(one.words)), place)
        for place, one in enumerate(plan.wrong)
    ]
    found += [Item(NEW, row.row, row.sku, _new_words(row)) for row in plan.new]
    found += [Item(CHANGED, row.row, row.sku, changes_words(row, heads)) for row in plan.changed]
    found += [Item(KEPT, row.row, row.sku, say(row.kept)) for row in plan.rows if row.kept is not None]
    return found


def changes_words(row: Planned, heads: Mapping[str, str]) -> str:
    """What changes of a product: "Floor 4 → 6 and Cost £3.20"."""
    of = [str(value) for value in row.changes.get(sheet.CURRENCY, (None, None)) if value]
    found = []
    for key, (before, after) in row.changes.items():
        if key == sheet.CURRENCY and sheet.COST in row.changes:
            continue
        was, will = _shown(key, before, of[0] if of else ""), _shown(key, after, of[-1] if of else "")
        found.append(_change_words(heads[key], was, will))
    return all_of(found)


def _change_words(column: str, before: str, after: str) -> str:
    if before == NOTHING:
        return tr("{column} {after}", column=column, after=after)
    if after == NOTHING:
        return tr("{column} {before} taken away", column=column, before=before)
    return tr("{column} {before} → {after}", column=column, before=before, after=after)


def _new_words(row: Planned) -> str:
    title = row.changes.get(sheet.TITLE, (None, row.sku))[1]
    if sheet.ON_HAND in row.changes:
        pieces = int(row.changes[sheet.ON_HAND][1] or 0)
        return trn("New: {title}, {n} piece on hand", "New: {title}, {n} pieces on hand", pieces, title=title)
    return tr("New: {title}, never counted", title=title)


def _shown(key: str, value: Value, currency: str) -> str:
    if value is None or value == "":
        return NOTHING
    if key == sheet.COST and isinstance(value, int):
        return money(value, currency) if currency else number(value)
    return number(value) if isinstance(value, int) else str(value)


def filters() -> list[Filter]:
    """The kinds of lines."""
    return [
        Filter(WRONG, tr("Errors"), Glyph.OVERSOLD),
        Filter(NEW, tr("New"), Glyph.READY),
        Filter(CHANGED, tr("Changed"), Glyph.READY),
        Filter(KEPT, tr("Left as it is"), Glyph.LOOK),
    ]


def fields() -> list[Field[Item]]:
    """The columns."""
    return [
        Field(head=tr("Row"), words=lambda item: item.row, column=Column(64, NumberDelegate)),
        Field(head=tr("SKU"), words=lambda item: item.sku or NOTHING, column=Column(150, SkuDelegate)),
        Field(
            head=tr("What happens"),
            words=lambda item: item.words,
            glyph=lambda item: _GLYPHS[item.kind],
            tip=lambda item: item.words,
            column=Column(420, StatusDelegate, stretch=True),
        ),
    ]


def said(item: Item) -> str:
    """What a screen reader says of a line."""
    if not item.sku:
        return tr("Row {row}. {words}.", row=str(item.row), words=item.words)
    return tr("Row {row}, {sku}. {words}.", row=str(item.row), sku=item.sku, words=item.words)


def summary(plan: SheetPlan) -> str:
    """How much there is of everything."""
    if plan.wrong:
        return trn(
            "{n} error. Correct it in the sheet and choose it again: until then nothing is taken over.",
            "{n} errors. Correct them in the sheet and choose it again: until then nothing is taken over.",
            len(plan.wrong),
        )
    same = sum(not row.changes for row in plan.rows)
    return tr(
        "{new}, {changed}, {same}.",
        new=trn("{n} new product", "{n} new products", len(plan.new)),
        changed=trn("{n} changed", "{n} changed", len(plan.changed)),
        same=trn("{n} the same as here", "{n} the same as here", same),
    )


def press(plan: SheetPlan) -> str:
    """What the button says."""
    todo = len(plan.new) + len(plan.changed)
    return trn("Take {n} product over", "Take {n} products over", todo) if todo else tr("Nothing to take over")


def mass_words(found: Sequence[Effect], shops: Mapping[int, str], *, most: int = 12) -> str:
    """The listings that an import would change, those that fall to 0 first."""
    lines = [
        tr(
            "{shop}, {sku}: {before} → {after}",
            shop=shops.get(one.shop, ""),
            sku=one.sku,
            before=one.before,
            after=one.after,
        )
        for one in found[:most]
    ]
    if len(found) > most:
        lines.append(trn("and {n} more", "and {n} more", len(found) - most))
    return "\n".join(lines)
