"""Is a word that no list knows built like a person's name? Its letters tell, two to four at a time, with its ends."""

from zlib import crc32

BUCKETS = 1 << 16
MIDDLE = 128  # a byte of this value says nothing
SCALE = 144.0  # of the sum of bytes for about one unit of evidence


def features(word: str) -> list[int]:
    """Give the buckets of a word in lower case, one for every two, three and four letters in a row."""
    framed = f"^{word}$".encode("utf-16-le")
    last = len(framed) + 1
    return [crc32(framed[start : start + size]) & 0xFFFF for size in (4, 6, 8) for start in range(0, last - size, 2)]


def likeness(table: bytes, word: str) -> float:
    """Tell how much likelier a word is a name than a Swedish word, a place or a thing: above 0 a name."""
    buckets = features(word)
    return (sum(map(table.__getitem__, buckets)) - MIDDLE * len(buckets)) / SCALE
