"""How is a pattern kept from costing anything until a text needs it? It is compiled the first time it is asked for."""

import re


class Late:
    """A pattern that few texts need: call it to have it."""

    __slots__ = ("_pattern", "_said")

    def __init__(self, said: str) -> None:
        """Keep what to compile."""
        self._said = said
        self._pattern: re.Pattern[str] | None = None

    def __call__(self) -> re.Pattern[str]:
        """Give the pattern, compiled once."""
        if self._pattern is None:
            self._pattern = re.compile(self._said)
        return self._pattern
