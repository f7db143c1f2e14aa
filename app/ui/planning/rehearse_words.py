"""What a rehearsal says: its verdict, each pace, what would have been sold twice and why, and all of it as text."""

from datetime import datetime, timedelta

from app.core.diagnosis_causes import Cause
from app.core.diagnosis_replay import Change, Otherwise
from app.core.rehearsal import HONEST, Assumed, Moment, Oversold, Report, ShopFound, Spread, Step
from app.ui.incidents.happened_words import cause_name, otherwise_words
from app.ui.words import NOTHING, duration, moment, number, percent, say, tr, trn

_MINUTE = 60


def verdict(report: Report) -> str:
    """The result in a sentence."""
    short = next((step for step in report.steps if step.pieces_over), None)
    if short is None:
        most = report.fastest.rate if report.fastest is not None else 0
        return tr("Nothing would have been sold twice, at up to {rate} buyers an hour.", rate=number(most))
    return trn(
        "{n} piece would have been oversold at {rate} buyers an hour.",
        "{n} pieces would have been oversold at {rate} buyers an hour.",
        short.pieces_over,
        rate=number(short.rate),
    )


def short_verdict(report: Report) -> str:
    """The same in a few words: for a line among others."""
    over = report.pieces_over
    most = report.fastest.rate if report.fastest is not None else 0
    said = trn("{n} oversold", "{n} oversold", over) if over else tr("nothing oversold")
    return tr("{rate} buyers an hour, {what}", rate=number(most), what=said)


def seconds(found: Spread) -> str:
    """Nineteen of twenty came within so long."""
    return duration(timedelta(seconds=found.most_s)) if found.count else NOTHING


def in_time(step: Step) -> str:
    """The share of numbers that their channel confirmed within a minute of the sale's booking."""
    shares = [share for one in step.shops if (share := one.told.in_time) is not None]
    return percent(min(shares)) if shares else NOTHING


def allowance(step: Step) -> str:
    """The most that was used of what a channel allows."""
    shares = [(one.used / one.limit, one) for one in step.shops if one.limit]
    if not shares:
        return NOTHING
    share, one = max(shares, key=lambda found: found[0])
    return tr("{shop} {share}", shop=one.name, share=percent(share))


def pace_said(step: Step) -> str:
    """A pace as a sentence, for a screen reader and the text."""
    return tr(
        "{rate} buyers an hour: {orders} orders, {away} found it sold out. Heard of within {heard}, told within {told},"
        " {share} within a minute. {over} pieces oversold.",
        rate=number(step.rate), orders=number(step.orders), away=number(step.turned_away), heard=seconds(step.heard),
        told=seconds(step.told), share=in_time(step), over=number(step.pieces_over),
    )  # fmt: skip


def shop_said(one: ShopFound) -> str:
    """One channel in a pace."""
    said = tr(
        "{shop}: {orders} orders, heard of within {heard}, half within {half}; told within {told}, {calls} calls",
        shop=one.name, orders=number(one.orders), heard=seconds(one.heard),
        half=duration(timedelta(seconds=one.heard.half_s)), told=seconds(one.told), calls=number(one.calls),
    )  # fmt: skip
    if one.limit:
        said += tr(", {used} of {limit} used", used=number(one.used), limit=number(one.limit))
    if one.waits:
        said += ", " + trn("asked to wait {n} time", "asked to wait {n} times", one.waits)
    return tr("{sentence}.", sentence=said)


def moment_said(one: Moment) -> str:
    """A line of a timeline."""
    values = {"place": one.place, "n": number(one.pieces), "order": one.order}
    said = {
        "sold": tr("{place} sold {n} (order {order})", **values),
        "heard": tr("Plimsoll heard of order {order} at {place}", **values),
        "told": tr("{place} confirmed {n}", **values),
        "over": tr("Plimsoll heard of order {order} at {place}: {n} not there any more", **values),
    }[one.what]
    before, left = ("−", -one.at_s) if one.at_s < 0 else ("", one.at_s)
    return f"{before}{int(left) // _MINUTE}:{int(left) % _MINUTE:02d}  {said}"


def oversold_lines(one: Oversold) -> list[str]:
    """What would have been sold twice: how it came, why, and what would have prevented it."""
    lines = [trn("{title}, {sku}: {n} piece oversold", "{title}, {sku}: {n} pieces oversold", one.pieces,
                 title=one.title, sku=one.sku)]  # fmt: skip
    lines += [f"  {moment_said(line)}" for line in one.timeline]
    if one.cause:
        why = " ".join(say(reason) for reason in one.why)
        lines.append("  " + tr("Cause: {cause}. {why}", cause=cause_name(Cause(one.cause)), why=why).rstrip())
    for change, prevented in one.prevented:
        name, said = otherwise_words(Otherwise(change=Change(change), prevented=prevented, of=one.pieces))
        lines.append("  " + tr("{name}: {said}", name=name, said=said))
    return lines


def assumed_said(one: Assumed) -> str:
    """What a simulated channel was made from."""
    answers = (
        trn("as fast as its last {n} answer", "as fast as its last {n} answers", one.answers)
        if one.answers
        else tr("with usual answers, none was measured")
    )
    heard = tr("orders by webhook") if one.by_hook else tr("orders read now and then")
    limit = tr("its own limit of {n}", n=number(one.limit)) if one.limit else tr("the limit that is known of it")
    return tr("{shop}: {answers}, {heard}, {limit}.", shop=one.shop, answers=answers, heard=heard, limit=limit)


def details(report: Report) -> str:
    """Below the table: the worst pace's oversells, and what all of it rests on."""
    worst = max(report.steps, key=lambda step: (step.pieces_over, step.rate), default=None)
    lines: list[str] = []
    if worst is not None and worst.oversold:
        lines += [tr("At {rate} buyers an hour:", rate=number(worst.rate))]
        for one in worst.oversold:
            lines += oversold_lines(one)
        lines.append("")
    return "\n".join([*lines, *basis(report)])


def basis(report: Report) -> list[str]:
    """What was played, and what it does not tell."""
    what = trn("{n} product", "{n} products", report.products)
    said = tr("Played with {what} and their stock, limits and rules, each pace for an hour.", what=what)
    if report.left_out:
        said += " " + trn("{n} listing that sells least was left out.", "{n} listings that sell least were left out.",
                          report.left_out)  # fmt: skip
    if report.plan.held:
        said += " " + trn("{n} piece more was held back everywhere.", "{n} pieces more were held back everywhere.",
                          report.plan.held)  # fmt: skip
    return [said, *(assumed_said(one) for one in report.assumed), say(HONEST)]


def report_words(report: Report, now: datetime) -> str:
    """All of it as plain text, to be kept, sent or printed."""
    lines = [tr("Rehearsal, {at}", at=moment(report.began_at, now)), verdict(report), ""]
    for step in report.steps:
        lines.append(pace_said(step))
        lines += [f"  {shop_said(one)}" for one in step.shops]
        for one in step.oversold:
            lines += [f"  {line}" for line in oversold_lines(one)]
        if step.unheard:
            never = trn("{n} order was never heard of.", "{n} orders were never heard of.", step.unheard)
            lines.append(f"  {never}")
    return "\n".join([*lines, "", *basis(report)]) + "\n"
