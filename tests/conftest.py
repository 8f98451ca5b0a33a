"""What does every test stand on? A home of its own, golden files, and a database server if it asks for one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import hypothesis
import pytest

from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent / "golden"
SOAK = os.environ.get("LEXHELLER_SOAK") == "1"

# Two busy cores make single examples slow without anything being wrong; pytest's own time limit catches what hangs.
hypothesis.settings.register_profile("lexheller", deadline=None, print_blob=True)
hypothesis.settings.load_profile("lexheller")


class Golden(Protocol):
    """Hold an answer against the file of that name under tests/golden/."""

    def __call__(self, name: str, answer: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/, to be read as a diff")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests with large counts, unless they were asked for."""
    if SOAK:
        return
    large = [item for item in items if item.get_closest_marker("soak")]
    if large:
        config.hook.pytest_deselected(items=large)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]


def move_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything that looks for a home, its folders or settings find this one, and nothing of the developer's."""
    for name in list(os.environ):
        if name.startswith(("LEXHELLER_", "XDG_", "LC_")) or name in {"LANGUAGE", "FORCE_COLOR", "NO_COLOR", "COLUMNS"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LANG", "C.UTF-8")
    folders = {"DATA": ".local/share", "CONFIG": ".config", "STATE": ".local/state", "CACHE": ".cache"}
    for kind, folder in folders.items():
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / folder))


@pytest.fixture(scope="session", autouse=True)
def _shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep fixtures that outlive a test away from the developer's home as well."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        move_in(tmp_path_factory.mktemp("shared-home"), monkeypatch)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the test's own empty home folder; HOME and the XDG folders lie in it, no LEXHELLER_* is set."""
    folder = tmp_path_factory.mktemp("home")
    move_in(folder, monkeypatch)
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a function that holds an answer against its golden file; `--update-golden` rewrites the file instead."""

    update = bool(request.config.getoption("--update-golden"))
    return lambda name, answer: hold(GOLDEN / name, answer, update=update)


def hold(path: Path, answer: str, *, update: bool) -> None:
    """Hold an answer against a file, or write it there."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(answer, encoding="utf-8", newline="")
    assert path.exists(), f"{path} is missing; --update-golden writes it"
    with path.open(encoding="utf-8", newline="") as file:
        assert answer == file.read()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """Return a real PostgreSQL server that lasts for the session; without one, skip the test, or fail it in CI."""
    try:
        postgres.programs()
    except postgres.Unavailable as lack:
        if os.environ.get("CI"):
            pytest.fail(str(lack))
        pytest.skip(str(lack))
    with postgres.running() as server:
        yield server


@pytest.fixture
def postgres_database(postgres_server: postgres.Server) -> Iterator[str]:
    """Return the URL of a fresh, empty PostgreSQL database."""
    with postgres_server.database() as url:
        yield url
