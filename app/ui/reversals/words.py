"""What a cancel or a refund says to a person: before, while it is under way, and afterwards."""

from app.core.channel import ChannelInfo
from app.core.reversal import OPEN, Act, Reason, Step, StockAfter
from app.store.reversals import Reversal
from app.ui.words import say, tr


def short_words(act: Act, state: Step, order: str) -> str:
    """How far it is, as short as it stays clear: in place of the order's own row in the ledger."""
    cancel = act is Act.CANCEL
    if state in OPEN:
        return tr("Cancelling {order}", order=order) if cancel else tr("Refunding {order}", order=order)
    if state is Step.CONFIRMED:
        return tr("Sale {order}, cancelled", order=order) if cancel else tr("Sale {order}, refunded", order=order)
    return tr("Not cancelled {order}", order=order) if cancel else tr("Not refunded {order}", order=order)


def state_words(found: Reversal, shop: str) -> str:
    """How far it is, as sentences."""
    cancel = found.wish.act is Act.CANCEL
    match found.state:
        case Step.ASKED:
            return tr("It waits to be sent to {shop}.", shop=shop)
        case Step.BY_HAND:
            return tr("It waits for you: do it on {shop}’s own page. Plimsoll sees it in the order then.", shop=shop)
        case Step.SENT:
            return tr("It was sent, and {shop} does not show it yet. Plimsoll reads the order again.", shop=shop)
        case Step.UNSURE:
            return tr(
                "{shop} gave no answer. Plimsoll reads the order to find out, and does not send it a second time.",
                shop=shop,
            )
        case Step.CONFIRMED:
            done = tr("The order was cancelled.") if cancel else tr("The pieces were refunded.")
            return f"{done} {say(found.why)}" if found.why else done
    said = say(found.why) if found.why else ""
    if found.words:
        said = tr("{shop} said: {words}", shop=shop, words=found.words)
    undone = tr("The order was not cancelled.") if cancel else tr("Nothing was refunded.")
    return f"{undone} {said}".strip()


def stock_words(info: ChannelInfo, act: Act, *, restock: bool) -> str:
    """What the channel does to its own number, and what Plimsoll does then."""
    after = info.reversals.stock.get(act)
    if after is StockAfter.PUTS_BACK or (after is StockAfter.AS_TOLD and restock):
        said = tr("{channel} puts the pieces back on its own number.", channel=info.title)
    else:
        said = tr("{channel} leaves its own number as it is.", channel=info.title)
    return f"{said} " + tr("Plimsoll then reads the number and writes what is right for your stock.")


def money_words(info: ChannelInfo, act: Act, *, pay: bool) -> str:
    """What becomes of the buyer's money."""
    if act is Act.REFUND and info.reversals.pays_by_choice and not pay:
        return tr("{channel} only notes it. Pay the buyer back yourself.", channel=info.title)
    money = info.reversals.money.get(act)
    return say(money) if money else ""


def reason_words(reason: Reason) -> str:
    """A reason to choose."""
    return {
        Reason.OVERSOLD: tr("I cannot deliver it: it was sold twice, or is not there"),
        Reason.BUYER: tr("The buyer asked for it"),
        Reason.OTHER: tr("Another reason"),
    }[reason]
