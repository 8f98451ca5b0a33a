"""How is a feed written? Atom (RFC 4287), by the standard library's own writer, so that no text can break out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring  # nothing is read

ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, however it is written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story in a feed.

    Args:
        address: names it too.
        updated: RFC 3339.
        categories: codes with their words.
    """

    address: str
    title: str
    text: str
    updated: str
    categories: tuple[tuple[str, str], ...] = ()


def atom(address: str, page: str, title: str, entries: Sequence[Entry], language: str) -> bytes:
    """Write a feed.

    Args:
        address: where the feed itself is; `page` what it is a feed of.
    """
    register_namespace("", ATOM)
    feed = Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _said(feed, "id", page)
    _said(feed, "title", title)
    _said(feed, "updated", max((entry.updated for entry in entries), default="2000-01-01T00:00:00Z"))
    _said(SubElement(feed, f"{{{ATOM}}}author"), "name", "Lex Heller")
    SubElement(feed, f"{{{ATOM}}}link", {"rel": "self", "href": address, "type": "application/atom+xml"})
    SubElement(feed, f"{{{ATOM}}}link", {"rel": "alternate", "href": page, "type": "text/html"})
    for entry in entries:
        one = SubElement(feed, f"{{{ATOM}}}entry")
        _said(one, "id", entry.address)
        _said(one, "title", entry.title)
        _said(one, "updated", entry.updated)
        SubElement(one, f"{{{ATOM}}}link", {"rel": "alternate", "href": entry.address, "type": "text/html"})
        for term, label in entry.categories:
            SubElement(one, f"{{{ATOM}}}category", {"term": _clean(term), "label": _clean(label)})
        _said(one, "content", entry.text).set("type", "text")
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True))


def _said(parent: Element, name: str, text: str) -> Element:
    found = SubElement(parent, f"{{{ATOM}}}{name}")
    found.text = _clean(text)
    return found


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
