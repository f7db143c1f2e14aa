"""Tooltips of what sellers and channels wrote: as it is, although Qt would take a title with a tag in it for HTML."""

from html import escape


def plain(words: str) -> str:
    """These words as a tooltip that shows them letter by letter."""
    return "<span>" + escape(words).replace("\n", "<br>") + "</span>" if "<" in words else words
