"""How is a process drawn? As a table of its rows on a screen, and as Markdown with its diagram for the docs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lexheller.cli.output import Column, named_rows
from lexheller.forms.lines import Line, wrapped
from lexheller.i18n.language import DEFAULT
from lexheller.i18n.words import Words, words_for
from lexheller.model.fields import Field
from lexheller.workflow import Need, Process, Step, mermaid

_KEYS = ("from", "to", "by", "needs")


def draw_process(process: Process, words: Words, width: int) -> list[Line]:
    """Draw a process: how it begins and ends, its steps, its actions."""
    lines: list[Line] = [[(words("process.title", name=process.name), "bold")], *wrapped(begins(process, words), width)]
    column = max(len(step.name) for step in process.steps)
    for key, steps in _parts(process):
        rows = [(step.name, _told(_cells(process, step, words), words)) for step in steps]
        lines += [[], [(words(key), "bold")], *named_rows(rows, width, "bold", column)]
    return lines


def process_rows(process: Process, words: Words) -> tuple[list[Column], list[dict[str, str]]]:
    """Give columns and rows for a pipe: a step or action a line."""
    columns = [Column(key, words(f"head.{key}")) for key in ("step", *_KEYS)]
    return columns, [{"step": step.name, **_cells(process, step, words)} for step in process.steps]


def _told(cells: dict[str, str], words: Words) -> str:
    """Say of a row from where to where, who takes it, and what it needs: a line each."""
    way = " → ".join(filter(None, (cells["from"], cells["to"])))
    needs = words("process.needs", needs=cells["needs"]) if cells["needs"] else ""
    return "\n".join(filter(None, (f"{way} · {cells['by']}", needs)))


def begins(process: Process, words: Words) -> str:
    """Say how a matter begins and ends."""
    guard = _listed(f"`{step}`" for step in sorted(process.guard))
    finals = _listed(words(f"state.{state}") for state in process.states if state in process.finals)
    key = "process.begins" if guard else "process.begins_free"
    return words(key, state=words(f"state.{process.initial}"), finals=finals, guard=guard)


def _parts(process: Process) -> tuple[tuple[str, list[Step]], ...]:
    steps = [step for step in process.steps if not step.is_action]
    return ("process.steps", steps), ("process.actions", [step for step in process.steps if step.is_action])


def _cells(process: Process, step: Step, words: Words) -> dict[str, str]:
    sources = words("process.any") if step.sources == process.states else _listed(_states(step.sources, words))
    return {
        "from": sources,
        "to": words(f"state.{step.to}") if step.to else "",
        "by": _listed(words(f"role.{role}") for role in step.by),
        "needs": _listed(_needs(step, words)),
    }


def _states(states: Iterable[str], words: Words) -> Iterator[str]:
    return (words(f"state.{state}") for state in states)


def _needs(step: Step, words: Words) -> Iterator[str]:
    if step.when is not None:
        yield words("process.when", need=_need(step.when, words))
    yield from (_need(need, words) for need in step.needs)


def _need(need: Need, words: Words) -> str:
    return words(f"need.{need.name}") if words.has(f"need.{need.name}") else need.name


def _listed(said: Iterable[str]) -> str:
    return ", ".join(said)


# --- Markdown -------------------------------------------------------------------------------------------


def markdown(process: Process, words: Words) -> str:
    """Write a process as Markdown: how it begins and ends, states, steps, actions, diagram."""
    return "\n".join(_markdown(process, words))


def _markdown(process: Process, words: Words) -> Iterator[str]:
    yield begins(process, words)
    yield f"\n### {words('process.states')}\n"
    rows = [(f"`{state}`", *_named(f"state.{state}", words), _turn(process, state, words)) for state in process.states]
    yield from _table((words("head.code"), *_heads("head.state", words), words("process.turn")), rows)
    for key, steps in _parts(process):
        yield f"\n### {words(key)}\n"
        yield from _table(*_of(process, steps, words, key))
    yield f"\n### {words('process.fields')}\n"
    yield from _table([words(f"head.{key}") for key in ("step", "asked", "may_be_given")], _fields_by_step(process))
    yield f"\n### {words('process.values')}\n"
    yield from _table([words(f"head.{key}") for key in ("field", "means", "allowed")], _values(process, words))
    yield f"\n### {words('process.diagram')}\n"
    yield "```mermaid"
    yield mermaid(process, lambda state: words(f"state.{state}")) + "```\n"


def _fields_by_step(process: Process) -> Iterator[tuple[str, str, str]]:
    """Give the keys of each step's fields: those that some need asks for, then the rest; rows of one name together."""
    for name in dict.fromkeys(step.name for step in process.steps):
        rows = process.named(name)
        asked = dict.fromkeys(need.field for row in rows for need in row.needs if need.field)
        rest = dict.fromkeys(key for row in rows for key in row.fields if key not in asked)
        if asked or rest:
            yield f"`{name}`", _codes(asked), _codes(rest)


def _values(process: Process, words: Words) -> Iterator[tuple[str, str, str]]:
    """Give each field with what it is, and what it may hold."""
    read = {key for step in process.steps for key in step.fields}
    for field in process.fields:
        if field.key in read:
            yield f"`{field.key}`", words(f"field.{field.key}"), _codes(_allowed(field), words(f"kind.{field.kind}"))


def _allowed(field: Field) -> Iterable[str]:
    return field.choices or ((" | ".join(field.columns),) if field.columns else ())


def _codes(codes: Iterable[str], otherwise: str = "") -> str:
    return ", ".join(f"`{code}`".replace("|", "\\|") for code in codes) or otherwise


def _of(process: Process, steps: Sequence[Step], words: Words, key: str) -> tuple[list[str], list[tuple[str, ...]]]:
    head = words("head.step" if key == "process.steps" else "head.action")
    keys = [k for k in _KEYS if k != "to" or key == "process.steps"]
    rows = []
    for step in steps:
        cells = _cells(process, step, words)
        name = _named(f"step.{step.name}", words)[1:]
        rows.append((f"`{step.name}`", *name, words(f"step.{step.name}.help"), *(cells[k] for k in keys)))
    return [head, *_heads(head, words)[1:], words("head.does"), *(words(f"head.{k}") for k in keys)], rows


def _named(key: str, words: Words) -> tuple[str, ...]:
    """Name something in the reader's language, and by its Swedish term where that is another one."""
    return (words(key),) if words.language == DEFAULT else (words(key), words_for(DEFAULT)(key))


def _heads(key: str, words: Words) -> tuple[str, ...]:
    head = words(key) if words.has(key) else key
    return (head,) if words.language == DEFAULT else (head, words("head.swedish"))


def _turn(process: Process, state: str, words: Words) -> str:
    turn = process.turns.get(state)
    return words(f"role.{turn}") if turn else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)


# --- JSON -----------------------------------------------------------------------------------------------


def process_row(process: Process) -> dict[str, object]:
    """Give a process as JSON has it."""
    return {
        "name": process.name,
        "initial": process.initial,
        "finals": sorted(process.finals),
        "guard": sorted(process.guard),
        "states": [{"name": state, "turn": process.turns.get(state)} for state in process.states],
        "steps": [
            {
                "name": step.name,
                "from": list(step.sources),
                "to": step.to,
                "by": list(step.by),
                "needs": [need.name for need in step.needs],
                "when": step.when.name if step.when else None,
                "takes": list(step.fields),
                "while_blocked": step.while_blocked,
            }
            for step in process.steps
        ],
    }
