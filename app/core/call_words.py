"""What the call log says that was asked of a shop. It keeps short English names; here they become sentences' words."""

from collections.abc import Mapping

from app.core.text import N_, Text

VERBS: Mapping[str, Text] = {
    "add webhook": N_("add a webhook"),
    "ask what to pay back": N_("ask what to pay back"),
    "cancel order": N_("cancel an order"),
    "introduce": N_("read the shop’s name"),
    "list": N_("read listings"),
    "list webhooks": N_("list webhooks"),
    "look for caches": N_("look for caches"),
    "pause": N_("take off sale"),
    "poll orders": N_("read orders"),
    "put on sale": N_("put on sale"),
    "put photos back": N_("put photos back"),
    "read Etsy’s clock": N_("read the shop’s clock"),
    "read after writing": N_("read after writing"),
    "read an order’s listing": N_("read an order’s listing"),
    "read before writing": N_("read before writing"),
    "read listings": N_("read listings"),
    "read open orders": N_("read open orders"),
    "read order": N_("read an order"),
    "read orders": N_("read orders"),
    "read photos": N_("read photos"),
    "read product": N_("read a product"),
    "read stock": N_("read stock"),
    "read the cancel": N_("read how the cancel went"),
    "read the shop": N_("read the shop’s name"),
    "read the shop’s clock": N_("read the shop’s clock"),
    "read the shop’s name": N_("read the shop’s name"),
    "read who sends": N_("read which computer sends"),
    "refund": N_("refund"),
    "remove webhook": N_("remove a webhook"),
    "renew the sign-in": N_("renew the sign-in"),
    "resume": N_("put back on sale"),
    "say who sends": N_("say which computer sends"),
    "set status": N_("set on or off sale"),
    "set stock": N_("set stock"),
    "sign in": N_("sign in"),
    "sweep orders": N_("read orders once more"),
    "take off sale": N_("take off sale"),
    "test the key": N_("test the key"),
    "test the keys": N_("test the keys"),
}


def verb_words(verb: str) -> Text:
    """A verb of the log; one that an older Plimsoll wrote stands as it is."""
    return VERBS.get(verb) or Text("{verb}", {"verb": verb})
