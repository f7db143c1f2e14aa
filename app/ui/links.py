"""Addresses that may be opened: public pages of a channel or a shop, and nothing else. Where none is known: no link."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.store.shops import Shop

_HERE = ("localhost", "127.0.0.1", "::1")


def public_page(address: str) -> QUrl | None:
    """The address as one that may be opened: https with a host that is not this computer. None for anything else."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    public = url.isValid() and url.scheme() == "https" and bool(url.host()) and url.host() not in _HERE
    return url if public and not url.userInfo() else None


def open_page(address: str) -> bool:
    """Open it in the browser. False: it may not be opened, or the system has no browser."""
    url = public_page(address)
    return url is not None and QDesktopServices.openUrl(url)


def access_page(shop: Shop) -> str:
    """Where the seller sees which programs may change stock; "" where no such page is known."""
    if shop.channel == "shopify" and shop.address.endswith(".myshopify.com"):
        handle = shop.address.removeprefix("https://").removesuffix(".myshopify.com")
        return f"https://admin.shopify.com/store/{handle}/settings/apps"
    if shop.channel == "woocommerce" and public_page(shop.address):
        return f"{shop.address.rstrip('/')}/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys"
    return ""
