from __future__ import annotations

import hashlib
import shutil
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from lexheller.errors import UnreadableFile
from lexheller.vault import checkpoints, sshsig
from lexheller.vault.checkpoints import Checkpoint, Fault, FaultKind, Leaf
from lexheller.vault.merkle import root_of

if TYPE_CHECKING:
    from pathlib import Path

    from lexheller.vault.keys import KeyRing

AT = datetime(2026, 3, 1, 8, 30, 15, 999, tzinfo=UTC)
HOUSE = "installation-1"


def digest(*words: object) -> str:
    return hashlib.sha256(repr(words).encode()).hexdigest()


class History:
    """Cases with events, as a database would hold them, for the questions a checkpoint asks."""

    def __init__(self) -> None:
        self.events: dict[tuple[str, str, int], str] = {}

    def goes_on(self, federation: str, case: str) -> None:
        version = 1 + sum(key[:2] == (federation, case) for key in self.events)
        self.events[federation, case, version] = digest(federation, case, version)

    @property
    def heads(self) -> list[Leaf]:
        newest: dict[tuple[str, str], Leaf] = {}
        for (federation, case, version), found in sorted(self.events.items()):
            newest[federation, case] = Leaf(federation, case, version, found)
        return list(newest.values())[::-1]

    def __call__(self, federation: str, case: str, version: int) -> str | None:
        return self.events.get((federation, case, version))


@pytest.fixture
def history() -> History:
    """Three cases in two federations, with three, one and two events."""
    found = History()
    for federation, case in [("GBG", "a"), ("GBG", "b"), ("MLM", "a"), ("GBG", "a"), ("MLM", "a"), ("GBG", "a")]:
        found.goes_on(federation, case)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "checkpoints"


def write(folder: Path, history: History, ring: KeyRing, at: datetime = AT) -> Checkpoint:
    return checkpoints.write(folder, history.heads, ring, at=at, installation=HOUSE)


def examine(folder: Path, history: History, ring: KeyRing, installation: str = HOUSE) -> list[Fault]:
    return checkpoints.examine(folder, history, public_key_ssh=ring.public_key_ssh, installation=installation)


# --- writing and reading


def test_a_checkpoint_holds_where_every_case_stands(folder: Path, history: History, ring: KeyRing) -> None:
    written = write(folder, history, ring)
    lines = [
        f"GBG/a 3 {digest('GBG', 'a', 3)}",
        f"GBG/b 1 {digest('GBG', 'b', 1)}",
        f"MLM/a 2 {digest('MLM', 'a', 2)}",
    ]
    assert written == Checkpoint(1, AT.replace(microsecond=0), HOUSE, 3, root_of(line.encode() for line in lines))
    assert sorted(path.name for path in folder.iterdir()) == [
        "checkpoint-000001.leaves",
        "checkpoint-000001.txt",
        "checkpoint-000001.txt.sig",
    ]
    assert (folder / "checkpoint-000001.leaves").read_text() == "".join(line + "\n" for line in lines)
    assert (folder / "checkpoint-000001.txt").read_text() == (
        "lexheller checkpoint 1\n"
        "installation: installation-1\n"
        "number: 1\n"
        "at: 2026-03-01T08:30:15Z\n"
        "size: 3\n"
        f"root: {written.root}\n"
    )


def test_what_was_written_reads_back(folder: Path, history: History, ring: KeyRing) -> None:
    written = [write(folder, history, ring)]
    history.goes_on("GBG", "b")
    written.append(write(folder, history, ring, AT + timedelta(days=1)))
    stored = checkpoints.read_all(folder)
    assert [one.checkpoint for one in stored] == written
    assert [one.number for one in written] == [1, 2]
    assert checkpoints.leaves_of(stored[1]) == sorted(history.heads)
    assert [checkpoints.verify_signature(one, ring.public_key_ssh) for one in stored] == [sshsig.Verdict.SOUND] * 2


def test_the_order_of_the_leaves_makes_no_difference(tmp_path: Path, history: History, ring: KeyRing) -> None:
    one = checkpoints.write(tmp_path / "1", history.heads, ring, at=AT, installation=HOUSE)
    other = checkpoints.write(tmp_path / "2", sorted(history.heads), ring, at=AT, installation=HOUSE)
    assert one == other


def test_no_cases_yet_is_a_checkpoint_too(folder: Path, ring: KeyRing) -> None:
    assert write(folder, History(), ring).size == 0
    assert examine(folder, History(), ring) == []


def test_no_folder_has_no_checkpoints(folder: Path, history: History, ring: KeyRing) -> None:
    assert checkpoints.read_all(folder) == []
    assert examine(folder, history, ring) == []


@pytest.mark.parametrize(
    "leaf",
    [
        Leaf("GB G", "a", 1, digest()),
        Leaf("GBG", "a/b", 1, digest()),
        Leaf("GBG", "a\nGBG/b", 1, digest()),
        Leaf("", "a", 1, digest()),
        Leaf("GBG", "a", 0, digest()),
        Leaf("GBG", "a", 1, "short"),
        Leaf("GBG", "a", 1, digest().upper()),
    ],
)
def test_a_leaf_that_could_be_read_as_another_is_refused(folder: Path, ring: KeyRing, leaf: Leaf) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # says the line, whatever it is
        checkpoints.write(folder, [leaf], ring, at=AT, installation=HOUSE)
    assert checkpoints.read_all(folder) == []


def test_a_case_with_two_leaves_is_refused(folder: Path, ring: KeyRing) -> None:
    twice = [Leaf("GBG", "a", 1, digest(1)), Leaf("GBG", "a", 2, digest(2))]
    with pytest.raises(ValueError, match="GBG/a 2"):
        checkpoints.write(folder, twice, ring, at=AT, installation=HOUSE)


@pytest.mark.parametrize("name", ["", "two words", "line\nbreak", "Göteborg"])
def test_an_installation_is_one_plain_word(folder: Path, ring: KeyRing, name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}$"):
        checkpoints.write(folder, [], ring, at=AT, installation=name)
    assert checkpoints.read_all(folder) == []


def test_what_a_killed_writer_left_is_no_checkpoint_and_in_nobodys_way(
    folder: Path, history: History, ring: KeyRing
) -> None:
    write(folder, history, ring)
    for end in ("leaves", "txt.sig"):
        (folder / f"checkpoint-000002.{end}").write_text("half")
    assert len(checkpoints.read_all(folder)) == 1
    assert examine(folder, history, ring) == []
    assert write(folder, history, ring).number == 2
    assert examine(folder, history, ring) == []


def test_others_may_read_a_checkpoint_but_not_write_it(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    assert {stat.S_IMODE(path.stat().st_mode) & 0o133 for path in folder.iterdir()} == {0}


def test_no_checkpoint_holds_a_key(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    assert ring.file.signing.secret not in content


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("checkpoint 1", "checkpoint 2"),
        ("size: 3", "size: 03"),
        ("2026-03-01", "2026-13-01"),
        ("number: 1", "number: 2"),
        ("root: ", "root:"),
        ("\n", "\r\n"),
        ("installation-1", "Göteborg"),
        ("lexheller", "\nlexheller"),
    ],
)
def test_a_text_not_as_we_write_it_is_not_read(
    folder: Path, history: History, ring: KeyRing, right: str, wrong: str
) -> None:
    write(folder, history, ring)
    path = folder / "checkpoint-000001.txt"
    path.write_bytes(path.read_text().replace(right, wrong).encode())
    with pytest.raises(UnreadableFile) as error:
        checkpoints.read_all(folder)
    assert error.value.data == {"path": str(path), "why": "not_a_checkpoint"}
    assert examine(folder, history, ring) == [Fault(FaultKind.CHECKPOINT_UNREADABLE, 1)]


# --- what it brings to light


def test_a_history_that_only_grew_has_no_faults(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    history.goes_on("GBG", "a")
    history.goes_on("GBG", "new")
    write(folder, history, ring)
    history.goes_on("MLM", "a")
    assert examine(folder, history, ring) == []


def test_a_cut_tail_is_seen(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    del history.events["GBG", "a", 3]
    assert examine(folder, history, ring) == [Fault(FaultKind.EVENT_MISSING, 1, "GBG", "a", 3)]


def test_a_case_taken_away_whole_is_seen(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    del history.events["GBG", "b", 1]
    assert examine(folder, history, ring) == [Fault(FaultKind.EVENT_MISSING, 1, "GBG", "b", 1)]


def test_a_rewritten_history_is_seen_and_named_once(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    write(folder, history, ring)
    history.events["MLM", "a", 2] = digest("another")
    assert examine(folder, history, ring) == [Fault(FaultKind.EVENT_CHANGED, 1, "MLM", "a", 2)]


def test_a_later_checkpoint_over_a_cut_history_hides_nothing(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    del history.events["GBG", "b", 1]
    write(folder, history, ring)
    assert examine(folder, history, ring) == [Fault(FaultKind.EVENT_MISSING, 1, "GBG", "b", 1)]


def test_compare_names_every_fault(history: History) -> None:
    leaves = history.heads
    history.events.clear()
    history.events["GBG", "a", 3] = digest("another")
    found = checkpoints.compare(leaves, history, checkpoint=7)
    assert sorted(found, key=lambda fault: (fault.federation, fault.case)) == [
        Fault(FaultKind.EVENT_CHANGED, 7, "GBG", "a", 3),
        Fault(FaultKind.EVENT_MISSING, 7, "GBG", "b", 1),
        Fault(FaultKind.EVENT_MISSING, 7, "MLM", "a", 2),
    ]


# --- what may have been done to checkpoints themselves


def test_every_changed_byte_of_every_file_is_noticed(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        for at in range(len(content)):
            path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert examine(folder, history, ring), f"byte {at} of {path.name}"
        path.write_bytes(content)
    assert examine(folder, history, ring) == []


def test_a_line_taken_out_or_put_in_is_noticed(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    path = folder / "checkpoint-000001.leaves"
    lines = path.read_text().splitlines(keepends=True)
    for wrong in (lines[1:], lines[:-1], lines[::-1], lines * 2, [*lines, "\n"], [*lines[:-1], lines[-1].strip()]):
        path.write_text("".join(wrong))
        assert examine(folder, history, ring) == [Fault(FaultKind.LEAVES_CHANGED, 1)]


def test_a_checkpoint_taken_from_between_is_missed(folder: Path, history: History, ring: KeyRing) -> None:
    for _ in range(4):
        write(folder, history, ring)
    for path in folder.glob("checkpoint-000003.*"):
        path.unlink()
    assert examine(folder, history, ring) == [Fault(FaultKind.CHECKPOINT_MISSING, 3)]


def test_old_checkpoints_may_be_put_away(folder: Path, history: History, ring: KeyRing) -> None:
    for _ in range(3):
        write(folder, history, ring)
    for path in folder.glob("checkpoint-000001.*"):
        path.unlink()
    assert examine(folder, history, ring) == []
    assert write(folder, history, ring).number == 4


@pytest.mark.parametrize(
    ("name", "kind"),
    [("checkpoint-000001.txt.sig", FaultKind.NOT_SIGNED), ("checkpoint-000001.leaves", FaultKind.LEAVES_MISSING)],
)
def test_a_missing_half_is_missed(folder: Path, history: History, ring: KeyRing, name: str, kind: FaultKind) -> None:
    write(folder, history, ring)
    (folder / name).unlink()
    assert examine(folder, history, ring) == [Fault(kind, 1)]


def test_somebody_elses_signature_is_not_ours(
    folder: Path, history: History, ring: KeyRing, other_ring: KeyRing
) -> None:
    write(folder, history, other_ring)
    assert examine(folder, history, ring) == [Fault(FaultKind.OTHER_KEY, 1)]


def test_another_installations_checkpoint_is_not_ours(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    assert examine(folder, history, ring, "installation-2") == [Fault(FaultKind.OTHER_INSTALLATION, 1)]


def test_an_old_checkpoint_under_a_new_name_is_not_taken(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    for end in ("txt", "txt.sig", "leaves"):
        shutil.copy(folder / f"checkpoint-000001.{end}", folder / f"checkpoint-000002.{end}")
    assert examine(folder, history, ring) == [Fault(FaultKind.CHECKPOINT_UNREADABLE, 2)]


@pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed (Debian package openssh-client)"
)
def test_anybody_can_check_a_checkpoint_with_ssh_keygen(folder: Path, history: History, ring: KeyRing) -> None:
    write(folder, history, ring)
    signers = folder / "allowed_signers"
    signers.write_text(checkpoints.allowed_signers(ring.public_key_ssh))
    words = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", "lexheller", "-n", "lexheller-checkpoint"]
    text = folder / "checkpoint-000001.txt"
    for content, right in ((text.read_bytes(), True), (text.read_bytes().replace(b"size: 3", b"size: 2"), False)):
        asked = subprocess.run([*words, "-s", f"{text}.sig"], input=content, capture_output=True, check=False)
        assert (asked.returncode == 0) == right, asked.stderr
