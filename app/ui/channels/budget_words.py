"""What is said of a limit: how much of it is left, the sum it comes from, and how far it can be trusted."""

from collections.abc import Sequence
from datetime import datetime

from app.core.cancellations import Budget, Counts, Limit, Op, Trust
from app.store.budgets import Line, ShopBudgets
from app.ui.words import NOTHING, all_of, calendar_date, decimal, number, percent, say, tr, trn, when

SHOWN_CELLS = 20


def share_words(limit: Limit) -> str:
    """ "under 2.5 %", "at most 2 %", "at least 80 %"."""
    share = tr("{number} %", number=_short(float(limit.share) * 100))
    return {
        Op.BELOW: tr("under {share}", share=share),
        Op.AT_MOST: tr("at most {share}", share=share),
        Op.AT_LEAST: tr("at least {share}", share=share),
        Op.ABOVE: tr("over {share}", share=share),
    }[limit.op]


def _short(value: float) -> str:
    written = decimal(value, 2)
    return written.rstrip("0").rstrip(".,") if any(mark in written for mark in ".,") else written


def window_words(limit: Limit) -> str:
    """ "rolling 60 days", "3 months"."""
    window = limit.window
    if window.days is not None:
        return trn("rolling {n} day", "rolling {n} days", window.days)
    if window.months is None:
        return tr("window not known")
    if window.else_months is not None:
        return tr(
            "{months} months, {longer} with fewer than {orders} orders",
            months=window.months,
            longer=window.else_months,
            orders=window.if_at_least,
        )
    return trn("rolling {n} month", "rolling {n} months", window.months)


def left_words(budget: Budget) -> tuple[str, str]:
    """ "2 left" and "of 3"; a broken limit says by how many."""
    allowed = tr("of {allowed}", allowed=budget.allowed)
    if budget.broken:
        return trn("{n} too many", "{n} too many", budget.counted - budget.allowed), allowed
    return trn("{n} left", "{n} left", budget.left), allowed


def sum_words(budget: Budget, now: datetime) -> str:
    """The sum in a sentence or two."""
    limit = budget.limit
    said = [
        _counted(budget),
        tr("The limit is {share}, {window}.", share=share_words(limit), window=window_words(limit)),
    ]
    if budget.ages_out_at is not None:
        said.append(tr("The oldest leaves the window {at}.", at=when(budget.ages_out_at, now)))
    if budget.would:
        after = percent(budget.rate_with(budget.would), 1)
        said.append(
            trn(
                "An open incident would add {n}, if its order is cancelled: {after}.",
                "Open incidents would add {n}, if their orders are cancelled: {after}.",
                budget.would,
                after=after,
            )
        )
    if limit.few is not None and budget.orders < limit.few.orders:
        said.append(
            tr("With fewer than {orders} orders, {most} are allowed.", orders=limit.few.orders, most=limit.few.most)
        )
    return " ".join(said)


def _counted(budget: Budget) -> str:
    if not budget.orders:
        return tr("No order in the window.")
    of = trn("{n} order", "{n} orders", budget.orders)
    rate = percent(budget.rate, 2)
    if budget.limit.counts is Counts.LATE:
        return tr("{n} late of {orders}, {rate}.", n=budget.counted, orders=of, rate=rate)
    if budget.limit.counts is Counts.TYPED:
        return tr("{n}, as you typed it, of {orders}, {rate}.", n=budget.counted, orders=of, rate=rate)
    return tr("{n} cancelled of {orders}, {rate}.", n=budget.counted, orders=of, rate=rate)


def trust_words(limit: Limit, now: datetime) -> str:
    """Where a limit is from, and how far it can be trusted."""
    on = calendar_date(limit.checked_on, now.astimezone().date()) if limit.checked_on else NOTHING
    if limit.trust is Trust.OWN:
        return tr("Your own limit, set {on}.", on=on) if limit.checked_on else tr("No limit set.")
    says = {
        Trust.PAGE: tr("{source}, checked {on}.", source=limit.source, on=on),
        Trust.THIRD: tr("Not from the channel: {source}, checked {on}.", source=limit.source, on=on),
        Trust.RECALLED: tr("Partly from memory: {source}, checked {on}.", source=limit.source, on=on),
        Trust.CLAIMED: tr("Claimed, unconfirmed. Checked {on}.", on=on),
    }
    return says[limit.trust]


def other_words(line: Line, now: datetime) -> str:
    """A limit that is no budget of cancellations, in one line: what it asks, and what is known."""
    limit = line.limit
    what = tr("{title}: {share}", title=say(limit.title), share=share_words(limit))
    if limit.trust is Trust.CLAIMED:
        return tr("{what}. Claimed, unconfirmed: not counted.", what=what)
    if limit.counts is Counts.LATE and line.budget is None:
        return tr("{what}. Say how many days you have to send, and Plimsoll counts.", what=what)
    if line.budget is not None:
        return f"{what}. {_counted(line.budget)} {_left(line.budget)}"
    if line.typed is not None and line.typed.share is not None:
        typed = percent(float(line.typed.share), 1)
        return tr("{what}. {typed}, as you typed it {at}.", what=what, typed=typed, at=when(line.typed.at, now))
    return what


def _left(budget: Budget) -> str:
    if budget.broken:
        over = budget.counted - budget.allowed
        return trn("{n} more than is allowed.", "{n} more than are allowed.", over)
    return tr("{n} left of {allowed}.", n=budget.left, allowed=budget.allowed)


def is_known(line: Line) -> bool:
    """Is there anything to say of it but what it asks?"""
    limit = line.limit
    return line.budget is not None or line.typed is not None or limit.counts is not Counts.TYPED


def unknown_words(lines: Sequence[Line]) -> str:
    """What only the channel knows and the seller has not typed, in one sentence; "" where there is nothing."""
    names = [tr("{title} ({share})", title=say(line.limit.title), share=share_words(line.limit)) for line in lines]
    if not names:
        return ""
    return tr("Only the channel knows: {names}. Type what it shows under Edit limits.", names=all_of(names))


def budget_said(found: ShopBudgets, budget: Budget, now: datetime) -> str:
    """What a screen reader says of a budget."""
    left, of = left_words(budget)
    return tr(
        "{shop}: {title}, {left} {of}. {sum}",
        shop=found.shop.name,
        title=say(budget.limit.title),
        left=left,
        of=of,
        sum=sum_words(budget, now),
    )


def cells(budget: Budget) -> tuple[int, int, int]:
    """How many cells are used, would be used, and are left. All of them together are what the limit allows."""
    used = min(budget.counted, budget.allowed)
    would = min(budget.would, budget.allowed - used)
    return used, would, budget.allowed - used - would


def counted_words(count: int) -> str:
    """ "Show the 3 orders"."""
    return trn("Show the order counted", "Show the {n} orders counted", count) if count else number(0)
