"""The connection test: the app's keys, the sign-in, and each permission by name. Changes nothing."""

import msgspec

from app.channels.decoding import decode
from app.channels.etsy.api import EtsyApi
from app.channels.etsy.info import SCOPES
from app.channels.etsy.quota import Need
from app.channels.etsy.wire import Me, Scopes, ShopNow
from app.channels.http import Answer
from app.core.channel import Check, Introduction, wants_back
from app.core.text import N_, Text
from app.errors import ChannelError

REACH, SIGN_IN, SHOP = N_("Reach Etsy with the app’s keys"), N_("Sign in"), N_("Find your shop")
TEST = "test the connection"


def introduce(api: EtsyApi) -> Introduction:
    """Who the shop is, and each permission by name. Stops at the first thing without which the rest makes no sense."""
    checks: list[Check] = []
    try:
        checks.append(_reach(api))
        granted = _granted(api)
        checks.append(Check(name=SIGN_IN, ok=True, words=_until(api)))
        checks += [_scope(scope, granted) for scope in SCOPES]
        if "shops_r" not in granted:
            return Introduction(name="Etsy", checks=tuple(checks))
        return _shop(api, checks)
    except ChannelError as error:
        names = (REACH, SIGN_IN, SHOP)
        failed = names[min(len(checks), 2)]
        return Introduction(name="Etsy", checks=(*checks, Check(name=failed, ok=False, words=error.title)))


def _reach(api: EtsyApi) -> Check:
    api.call(TEST, "the app", "GET", "/openapi-ping", need=Need.ORDERS, signed=False)
    return Check(name=REACH, ok=True)


def _granted(api: EtsyApi) -> set[str]:
    """What the token may do: Etsy itself lists it."""
    api.get(TEST, "who signed in", "/users/me", need=Need.ORDERS, accept=(403,))  # renews a token that has ended
    form = {"token": api.tokens.access}
    answer = api.call(TEST, "permissions", "POST", "/scopes", need=Need.ORDERS, signed=False, data=form)
    return set(_scopes(answer))


def _scopes(answer: Answer) -> list[str]:
    """The specification leaves open how the list is wrapped."""
    try:
        return decode(answer.text, list[str])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return answer.decode(Scopes).scopes


def _scope(scope: str, granted: set[str]) -> Check:
    ok = scope in granted
    words = N_("Connect again, and allow everything on Etsy’s page: {scope} is missing.", scope=scope)
    return Check(name=SCOPES[scope], ok=ok, words=None if ok else words)


def _until(api: EtsyApi) -> Text | None:
    ends = api.tokens.refresh_ends
    if not wants_back(ends, api.clock()):
        return None
    return N_("Etsy wants you back before {date}.", date=ends)


def _shop(api: EtsyApi, checks: list[Check]) -> Introduction:
    me = api.get(TEST, "who signed in", "/users/me", need=Need.ORDERS).decode(Me)
    shop = api.get(TEST, "the shop", f"/shops/{me.shop_id}", need=Need.ORDERS).decode(ShopNow)
    words = N_("The shop is on vacation: buyers see nothing of what Plimsoll sends.") if shop.is_vacation else None
    return Introduction(
        name=shop.shop_name or "Etsy",
        checks=(*checks, Check(name=SHOP, ok=True, words=words)),
        currency=shop.currency_code,
        settings={"shop_id": str(me.shop_id), "user_id": str(me.user_id), "currency": shop.currency_code},
    )
