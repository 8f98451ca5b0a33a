"""How does a screenshot become small? A PNG of at most 256 colours; the browser that took it sorts out which."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Colours are gathered by their five highest bits; the commonest 256 stay, and the rest become the nearest of them.
_SORT = """async (address) => {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), pen = canvas.getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const points = pen.getImageData(0, 0, bitmap.width, bitmap.height).data, gathered = new Map();
  const key = (i) => ((points[i] >> 3) << 10) | ((points[i + 1] >> 3) << 5) | (points[i + 2] >> 3);
  for (let i = 0; i < points.length; i += 4) {
    const one = gathered.get(key(i)) ?? gathered.set(key(i), { count: 0, exact: new Map() }).get(key(i));
    const colour = (points[i] << 16) | (points[i + 1] << 8) | points[i + 2];
    one.count += 1;
    one.exact.set(colour, (one.exact.get(colour) ?? 0) + 1);
  }
  for (const one of gathered.values()) one.colour = [...one.exact].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const kept = [...gathered.values()].sort((a, b) => b.count - a.count).slice(0, 256).map((one) => one.colour);
  const far = (a, b) => [16, 8, 0].reduce((sum, bits) => sum + (((a >> bits) & 255) - ((b >> bits) & 255)) ** 2, 0);
  for (const one of gathered.values()) {
    const nearer = (best, colour, at) => (far(one.colour, colour) < far(one.colour, kept[best]) ? at : best);
    one.place = kept.reduce(nearer, 0);
  }
  let text = "";
  for (let i = 0; i < points.length; i += 4) text += String.fromCharCode(gathered.get(key(i)).place);
  return { width: bitmap.width, height: bitmap.height, kept, points: btoa(text) };
}"""


def in_few_colours(page: Page, picture: bytes) -> bytes:
    """Write a picture with a palette.

    Args:
        page: an empty page of the browser.
    """
    found = page.evaluate(_SORT, "data:image/png;base64," + base64.b64encode(picture).decode())
    width, height, points = found["width"], found["height"], base64.b64decode(found["points"])
    rows = b"".join(b"\0" + points[at : at + width] for at in range(0, width * height, width))
    palette = b"".join(colour.to_bytes(3) for colour in found["kept"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_part, parts))


def _part(named: tuple[bytes, bytes]) -> bytes:
    name, body = named
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
