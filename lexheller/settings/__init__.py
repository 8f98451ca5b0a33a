"""What is set: where is it read from, and what does it mean?

Settings come from one file in TOML and from `LEXHELLER_*`; the environment wins. The file is the one named outright,
else by `LEXHELLER_SETTINGS`, else `lexheller.toml` in the user's configuration folder. The current folder is not
searched: a file that somebody else put there could point to another database and another key.
"""

from lexheller.settings.file import ALLOWED, KEYS, written_keys
from lexheller.settings.reading import Labels, Settings, default_file, is_loopback, load_settings, variable

__all__ = [
    "ALLOWED",
    "KEYS",
    "Labels",
    "Settings",
    "default_file",
    "is_loopback",
    "load_settings",
    "variable",
    "written_keys",
]
