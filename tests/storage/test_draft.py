"""Is a sheet laid over a dictionary like a copy of it, until it is kept or thrown away?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.storage.draft import Draft

KEYS = st.integers(0, 5)
CHANGES = st.lists(st.tuples(st.sampled_from(["set", "delete", "pop", "setdefault"]), KEYS, st.integers()), max_size=20)


def change(mapping: dict[int, int] | Draft[int, int], how: str, key: int, value: int) -> object:
    match how:
        case "set":
            mapping[key] = value
        case "pop":
            return mapping.pop(key, None)
        case "setdefault":
            return mapping.setdefault(key, value)
        case _:
            try:
                del mapping[key]
            except KeyError:
                return "no such key"
    return None


@given(kept=st.dictionaries(KEYS, st.integers()), changes=CHANGES)
def test_it_is_like_a_copy_and_changes_nothing_until_it_is_kept(
    kept: dict[int, int], changes: list[tuple[str, int, int]]
) -> None:
    before, copy, draft = dict(kept), dict(kept), Draft(kept)
    for how, key, value in changes:
        assert change(draft, how, key, value) == change(copy, how, key, value)
        assert list(draft.items()) == list(copy.items())
        assert len(draft) == len(copy)
        assert [key in draft for key in range(6)] == [key in copy for key in range(6)]
    assert list(kept.items()) == list(before.items())
    draft.keep()
    assert list(kept.items()) == list(copy.items()) == list(draft.items())


def test_what_is_not_there_cannot_be_read() -> None:
    draft = Draft({1: 1})
    del draft[1]
    with pytest.raises(KeyError):
        draft[1]
