"""What the step Fix and check is called and says."""

from collections.abc import Sequence
from datetime import datetime

from app.core.closing import Cost, Harm, Level, Severity, Tag, Tick
from app.core.fixing import Act, Rule, State
from app.core.followups import Kind, Outcome, Todo
from app.core.money import digits_of
from app.store.closing import Fix, Repeat
from app.ui.widgets.glyphs import Glyph
from app.ui.words import duration, moment, tr

LEVELS = {Level.OPEN: Glyph.OPEN, Level.HURT: Glyph.LOOK, Level.SETTLED: Glyph.DONE}
STATES = {
    State.RUNNING: Glyph.READY,
    State.HELD: Glyph.DONE,
    State.BROKEN: Glyph.LOOK,
    State.STOPPED: Glyph.OPEN,
}


def act_name(act: Act) -> str:
    """A change on its row."""
    return {
        Act.HELD_BACK: tr("Held back"),
        Act.LEVELS: tr("Floor and reorder at"),
        Act.EXTRA: tr("Extra in one channel"),
        Act.ALERT: tr("Alert"),
        Act.PRIORITY: tr("First claim to the last pieces"),
        Act.ACCESS: tr("Who else may write stock"),
        Act.COUNT: tr("Count this product"),
    }[act]


def rule_name(rule: Rule) -> str:
    """What must not happen."""
    return {
        Rule.DRIFT: tr("No drift"),
        Rule.OVERSELL: tr("Not oversold again"),
        Rule.LATE: tr("No drift, every update in time"),
    }[rule]


def tick_name(tick: Tick) -> str:
    """What has to be settled."""
    return {
        Tick.MONEY: tr("Money"),
        Tick.CUSTOMERS: tr("Customers answered"),
        Tick.LIMIT: tr("Channel limit checked"),
        Tick.FIX: tr("Fix verified"),
    }[tick]


def harm_name(harm: Harm) -> str:
    """Where it hurts."""
    return {
        Harm.PLATFORM: tr("Channel"),
        Harm.CUSTOMER: tr("Customers"),
        Harm.BRAND: tr("Your name"),
    }[harm]


def level_name(level: Level) -> str:
    """How it stands."""
    return {Level.OPEN: tr("Open"), Level.HURT: tr("Hurt"), Level.SETTLED: tr("Settled")}[level]


def severity_name(severity: Severity) -> str:
    """How bad it is."""
    return {
        Severity.ORDINARY: tr("Ordinary"),
        Severity.SERIOUS: tr("Serious"),
        Severity.GRAVE: tr("Grave"),
    }[severity]


def tag_name(tag: Tag) -> str:
    """What came with it."""
    return {
        Tag.VIRAL: tr("Viral post"),
        Tag.HOLIDAY: tr("Holiday"),
        Tag.MAIL: tr("Featured mail"),
        Tag.LIMITED: tr("Limited edition or community"),
    }[tag]


def cost_name(cost: Cost) -> str:
    """A line of the cost sheet."""
    return {
        Cost.REFUNDS: tr("Refunds"),
        Cost.FEES: tr("Payment fees"),
        Cost.ADVERTISING: tr("Wasted advertising"),
        Cost.TIME: tr("Your time"),
        Cost.PLATFORM: tr("Channel"),
        Cost.REPUTATION: tr("Your name"),
    }[cost]


def fix_words(fix: Fix, shop: str, now: datetime) -> str:
    """What was changed, when and by whom."""
    at = moment(fix.at, now)
    what = tr("{shop}: {before} → {after}", shop=shop, before=fix.before, after=fix.after) if shop else ""
    what = what or tr("{before} → {after}", before=fix.before, after=fix.after)
    if fix.who:
        return tr("{change}, {when}, by {who}", change=what, when=at, who=fix.who)
    return tr("{change}, {when}", change=what, when=at)


def repeat_words(one: Repeat, on: str) -> str:
    """What came back (R125); `on` is its day as it is written."""
    if one.same_product and one.same_cause:
        words = tr("Incident {number} on {date}: the same product and the same cause.", number=str(one.number), date=on)
    elif one.same_product:
        words = tr("Incident {number} on {date}: the same product.", number=str(one.number), date=on)
    else:
        words = tr(
            "Incident {number} on {date}: the same cause, at {product}.",
            number=str(one.number),
            date=on,
            product=one.product,
        )
    return words


def ended_words(ended_as: str) -> str:
    """How an incident ended: with its four ticks, or covered after all and by what; "" where that is not known."""
    how, _, by = ended_as.partition("/")
    if how == "checked":
        return tr("With its four ticks.")
    if how != "covered":
        return ""
    return {
        "receive": tr("Covered after all: a delivery came."),
        "count": tr("Covered after all: a count found more."),
        "adjust": tr("Covered after all: the stock was corrected."),
        "release": tr("Covered after all: another order was cancelled."),
        "restock": tr("Covered after all: pieces came back."),
    }.get(by, tr("Covered after all."))


def escalation(repeats: Sequence[str]) -> str:
    """Once is operations, twice is the system (R125); empty where nothing came back."""
    if not repeats:
        return ""
    return " ".join((tr("It came back within 90 days: change how it is done, not only a number."), *repeats))


def todo_words(todo: Todo, shop: str) -> str:
    """What is to be done about a customer."""
    order = tr("{shop} {order}", shop=shop, order=todo.number)
    return {
        Kind.REFUND: tr("{order}: pay the money back now. The cause can wait.", order=order),
        Kind.FALLBACK: tr("{order}: no answer in time. Do now what you promised for that case.", order=order),
        Kind.SLIPPED: tr("{order}: the promised day passed. Tell them, and offer a refund.", order=order),
        Kind.REVIEW: tr("{order}: look for a review, {days} days after your message.", order=order, days=todo.turn),
    }[todo.kind]


def clock_words(todo: Todo, now: datetime) -> str:
    """A to-do's own clock."""
    left = todo.due_at - now
    if left.total_seconds() < 0:
        return tr("{time} late", time=duration(-left, coarse=True))
    return tr("{time} left", time=duration(left, coarse=True))


def outcome_name(outcome: Outcome) -> str:
    """How it ended, on its button."""
    return {
        Outcome.DONE: tr("Done"),
        Outcome.NONE: tr("None there"),
        Outcome.GOOD: tr("A good one"),
        Outcome.BAD: tr("A bad one"),
    }[outcome]


def minor_of(typed: str, currency: str) -> int | None:
    """Minor units of an amount as it was typed: "12.50", "12,5", "£12". Raises `ValueError` for anything else."""
    words = "".join(sign for sign in typed if sign.isdigit() or sign in ".,")
    if not words and not typed.strip():
        return None
    whole, _, part = words.replace(",", ".").partition(".")
    digits = digits_of(currency)
    if (
        "." in part
        or len(part) > digits
        or len(whole) > 9
        or not (whole or part)
        or typed.strip().startswith(("-", "−"))
    ):
        raise ValueError(typed)
    unit: int = 10**digits
    return int(whole or 0) * unit + int((part + "0" * digits)[:digits] or 0)


def amount_text(minor: int | None, currency: str) -> str:
    """An amount as it stands in a field."""
    if minor is None:
        return ""
    digits = digits_of(currency)
    return f"{minor / 10**digits:.{digits}f}"
