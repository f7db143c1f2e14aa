"""What Shopify's refusals mean: at its door by HTTP status, inside by the code of each error."""

import re
from datetime import datetime

import msgspec

from app.channels.decoding import decode
from app.channels.http import Answer, clean_words, retry_after
from app.channels.shopify.info import SCOPES
from app.channels.shopify.wire import Cost, Reply
from app.core.text import N_
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable

FROZEN_WAIT_S = 3600.0
THROTTLED_WAIT_S = 2.0  # when Shopify does not say how full the bucket is
TOO_COSTLY = "MAX_COST_EXCEEDED"
BROKE_OFF = {"INTERNAL_SERVER_ERROR", "TIMEOUT"}  # Shopify began, and does not know how far it came


def reply_of(answer: Answer) -> Reply | None:
    """The answer's envelope; None for what is not Shopify's JSON."""
    try:
        return decode(answer.text, Reply)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def refusal(answer: Answer, reply: Reply | None, now: datetime) -> ChannelError | None:
    """What is wrong with an answer; None when nothing is, or when the usual meaning of its status says it all."""
    words = clean_words(reply.words) if reply else ""
    if reply and reply.error:
        return no_token(reply.error, words, answer.status)
    if answer.status in (429, 430):  # 430 is what Shopify's guards against robots say
        return _too_fast(answer, reply.extensions.cost if reply else None, now)
    if answer.status == 404:
        return _no_such_shop(words)
    if answer.status == 403:
        return _not_let_in(words)
    if answer.status in (402, 423):
        return _closed(words, answer.status)
    if answer.status != 200:
        return None
    if reply is None:
        return answer.not_understood("no JSON of Shopify’s")
    return _inside(answer, reply, words, now) if reply.errors is not None else None


def _inside(answer: Answer, reply: Reply, words: str, now: datetime) -> ChannelError | None:
    codes = reply.codes
    if "THROTTLED" in codes:
        return _too_fast(answer, reply.extensions.cost, now)
    if "ACCESS_DENIED" in codes:
        return _denied(reply, words)
    if _has_rows(reply):
        return None  # a change of several rows of which some were done: each row tells its own end
    if codes & BROKE_OFF:
        return ChannelUnavailable(N_("Shopify has a fault of its own."), words=words, status=answer.status)
    if "SHOP_INACTIVE" in codes:
        return _closed(words, answer.status)
    return ChannelRefused(
        N_("Shopify refused the request."), N_("Its own words are in the details."), words=words, status=answer.status
    )


def _has_rows(reply: Reply) -> bool:
    """Was a change of rows (`w0`, `w1`, ...) run at least in part?"""
    return bool(re.match(rb'\s*\{\s*"w\d+"', bytes(reply.data)))


def throttled(wait_s: float, status: int | None = None) -> ChannelUnavailable:
    """There are too few points for this call, and it was not run."""
    title = N_("Shopify asked us to wait: too many requests.")
    return ChannelUnavailable(title, retry_after=wait_s, sent=False, status=status)


def _too_fast(answer: Answer, cost: Cost | None, now: datetime) -> ChannelUnavailable:
    wait_s = retry_after(answer.headers.get("retry-after"), now)
    if wait_s is None and cost and cost.throttle_status and cost.throttle_status.restore_rate > 0:
        lacking = cost.requested_query_cost - cost.throttle_status.currently_available
        wait_s = max(lacking, 0.0) / cost.throttle_status.restore_rate
    return throttled(THROTTLED_WAIT_S if wait_s is None else wait_s, answer.status)


def no_token(code: str, words: str, status: int | None) -> ChannelError:
    """Shopify did not give a token for the app's client ID and secret."""
    if code == "shop_not_permitted":
        return ChannelSignedOut(
            N_("This app may not enter this shop: they belong to different organizations."),
            N_("Create the app in the organization that owns the shop."),
            words=words,
            status=status,
        )
    return ChannelSignedOut(
        N_("Shopify did not accept the client ID and the secret."),
        N_("Copy both from the app’s settings again, and check that the app is installed on this shop."),
        words=words,
        status=status,
    )


def _no_such_shop(words: str) -> ChannelError:
    return ChannelRefused(
        N_("There is no Shopify shop at this address."),
        N_("Check the shop’s name: the part before .myshopify.com."),
        words=words,
        status=404,
    )


def _not_let_in(words: str) -> ChannelError:
    return ChannelSignedOut(
        N_("Shopify does not let Plimsoll into this shop."),
        N_("Install the app on this shop, then connect the shop again."),
        words=words,
        status=403,
    )


def _closed(words: str, status: int) -> ChannelError:
    return ChannelUnavailable(
        N_("Shopify has closed this shop for now."),
        N_("Look at the shop’s admin: a bill may be open. Plimsoll tries again by itself."),
        retry_after=FROZEN_WAIT_S,
        sent=False,
        words=words,
        status=status,
    )


def _denied(reply: Reply, words: str) -> ChannelError:
    needed = " ".join(f"{error.extensions.required_access} {error.message}" for error in reply.refusals)
    scope = next((scope for scope in re.findall(r"`(\w+)`", needed) if scope in SCOPES), None)
    advice = N_("Add it to the app’s scopes, release the version, install it again, then connect the shop again.")
    title = N_("Shopify denies Plimsoll a permission that it needs.")
    if scope is not None:
        title = N_("Shopify denies Plimsoll the permission {scope}.", scope=scope)
    return ChannelSignedOut(title, advice, words=words, status=200)
