"""What may be opened in the browser: public pages, and where none is known, nothing."""

import dataclasses

import pytest
from PySide6.QtGui import QDesktopServices

from app.channels import CHANNELS
from app.ui.links import access_page, open_page, public_page
from tests.life import add_shop, fresh


@pytest.mark.parametrize(
    "address",
    [
        "", "mug", "http://shop.example/mug", "javascript:alert(1)", "file:///etc/passwd", "https:///mug",
        "https://127.0.0.1:8080/mug", "https://localhost/mug", "https://user:word@shop.example/", "https://a b/",
    ],
)  # fmt: skip
def test_nothing_else_is_opened(address, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("it was opened"))
    assert public_page(address) is None
    assert not open_page(address)


def test_a_public_page_is_opened(monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    assert open_page("https://shop.example/mug?x=1")
    assert opened == ["https://shop.example/mug?x=1"]


@pytest.mark.parametrize("key", sorted(CHANNELS))
def test_what_a_channel_calls_its_instructions_is_a_public_page_or_nothing(key):
    url = CHANNELS[key].info.help_url
    assert not url or public_page(url) is not None


@pytest.mark.parametrize(
    ("channel", "address", "page"),
    [
        ("shopify", "kiln.myshopify.com", "https://admin.shopify.com/store/kiln/settings/apps"),
        ("shopify", "127.0.0.1:5000", ""),
        (
            "woocommerce",
            "https://kiln.example/",
            "https://kiln.example/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys",
        ),
        ("woocommerce", "http://127.0.0.1:5000", ""),
        ("etsy", "", ""),
    ],
)
def test_the_permissions_page_is_the_channels_own(tmp_path, channel, address, page):
    shop = dataclasses.replace(add_shop(fresh(tmp_path)), channel=channel, address=address)
    assert access_page(shop) == page
