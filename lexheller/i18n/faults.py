"""What is wrong with the texts? Missing in one language, unfinished, in two rooms, or with other {braces}."""

from collections.abc import Iterator, Mapping
from string import Formatter

from babel.messages.catalog import Catalog, Message

Rooms = Mapping[str, Catalog]


def faults(languages: Mapping[str, Rooms]) -> list[str]:
    """Name every fault in the texts, one sentence each, in a steady order."""
    by_language = {language: _by_key(rooms) for language, rooms in languages.items()}
    found = [fault for language, rooms in languages.items() for fault in _in_two_rooms(language, rooms)]
    every_key = sorted({key for texts in by_language.values() for key in texts})
    for key in every_key:
        messages = {language: texts[key] for language, texts in by_language.items() if key in texts}
        found += [f"{key}: missing in {language}" for language in by_language if language not in messages]
        found += [f"{key}: {fault} in {language}" for language, m in messages.items() for fault in _unfinished(m)]
        if len({frozenset(braces(message)) for message in messages.values()}) > 1:
            told = "; ".join(f"{language} has {sorted(braces(m))}" for language, m in messages.items())
            found.append(f"{key}: different braces ({told})")
        if len({message.pluralizable for message in messages.values()}) > 1:
            found.append(f"{key}: counted in one language only")
    return found


def key_of(message: Message) -> str:
    """Give the key of a text, counted or not."""
    return str(message.id[0] if message.pluralizable else message.id)


def forms(message: Message) -> tuple[str, ...]:
    """Give every form of a text: one, or one for each number where it is counted."""
    return tuple(message.string) if isinstance(message.string, (list, tuple)) else (message.string or "",)


def braces(message: Message) -> set[str]:
    """Name the {braces} that a text has, in any of its forms; {n} of a counted text may be left out ("en dag")."""
    named = {name for form in forms(message) for _, name, _, _ in Formatter().parse(form) if name is not None}
    return named - {"n"} if message.pluralizable else named


def _by_key(rooms: Rooms) -> dict[str, Message]:
    return {key_of(message): message for catalogue in rooms.values() for message in catalogue if message.id}


def _in_two_rooms(language: str, rooms: Rooms) -> Iterator[str]:
    homes: dict[str, str] = {}
    for room, catalogue in rooms.items():
        for key in (key_of(message) for message in catalogue if message.id):
            if key in homes:
                yield f"{key}: defined in both {homes[key]}.po and {room}.po in {language}"
            homes.setdefault(key, room)


def _unfinished(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "marked fuzzy"
    if not all(form.strip() for form in forms(message)):
        yield "empty"
    if message.pluralizable and message.id[0] != message.id[1]:
        yield "msgid and msgid_plural differ"
    if key_of(message) in forms(message):
        yield "the text is its own key"
