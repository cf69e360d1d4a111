"""Records: runs of labelled lines about one job (`Title: ...`, `Location: ...`, `Base: ...`), as people post their own pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.readers.prose.sentences import lead
from normalizers import figures, keys, mentions
from schemas import Block, Cell, Inferred
from schemas.row import Label
from schemas.wordings import pattern

_KEYS = ("role", "company", "region", "level", "experience", "specialization", "education", "work_mode")
_BEGIN = ("role", "company")
Run = list[tuple[int, str, Label | None]]
"""The number of each block of a record, the row key that its label is, and the value."""
MOST_WORDS = 10
"""A longer value is a text about the label, and no label of the figures beside it."""


def labels_of_records(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """The labels that hold for a block because it is an entry of a record, by the block's number."""
    found: dict[int, dict[str, Label]] = {}
    for run in _runs(blocks):
        labels = {key: value for _, key, value in run if key and value is not None}
        if "role" in labels and (teller := _teller(blocks, run)) is not None:
            labels["claim"] = Inferred("anecdote", teller)
        if labels and len(run) > 1:
            found.update(dict.fromkeys((number for number, _, _ in run), labels))
    return found


def _teller(blocks: Sequence[Block], run: Run) -> Cell | None:
    """The name of the one person whose pay a record tells (`Name: Jess, 26`)."""
    entries = (_entry(blocks[number]) for number, _, _ in run)
    return next(
        (
            value
            for label, value in entries
            if label is not None and pattern("names_a_person").fullmatch(label.text.strip(" *_:"))
            if not mentions.find(value, ("company",)) and not figures.holds_money(value)
        ),
        None,
    )


def _runs(blocks: Sequence[Block]) -> Iterator[Run]:
    """Entries that follow each other: number of the block, row key (or none) and value.

    A label said again begins anew, and so does a job or a payer behind amounts: a record ends with its pay.
    """
    run: Run = []
    seen: set[str] = set()
    paid = False
    for number, block in enumerate(blocks):
        label, value = _entry(block)
        follows = run and number == run[-1][0] + 1 and blocks[number - 1].kind == block.kind
        said = " ".join(keys.words(label.text)) if label is not None else ""
        key, known = _label(said, value) if label is not None else ("", None)
        if run and (label is None or not follows or said in seen or (paid and key in _BEGIN)):
            yield run
            run, seen, paid = [], set(), False
        if label is not None:
            run.append((number, key, known))
            seen.add(said)
            paid = paid or figures.holds_money(value)
    if run:
        yield run


def _entry(block: Block) -> tuple[Cell | None, Cell]:
    if block.kind == "label_value":
        return block.label, block.cell
    return lead(block.cell) if block.kind == "item" else (None, block.cell)


def _label(said: str, value: Cell) -> tuple[str, Label | None]:
    """The row key that a label means, with its value as the label of a row."""
    meaning = keys.meaning(said)
    value = value.strip(" \t*_`.")
    if meaning is not None and meaning.name == "level":
        value = _without_amount(value)
    if meaning is None or not value or len(value.text.split()) > MOST_WORDS:
        return "", None
    name = "role" if meaning.name == "title" else meaning.name
    if meaning.sort not in ("label", "fact") or name not in _KEYS or figures.find(value):
        return "", None
    if name == "role" and not mentions.find(value, ("role",)):
        return ("level", value) if _is_level(value) else ("", None)
    if name == "company" and is_an_industry(said, value):
        return "", None
    return name, value


def _without_amount(value: Cell) -> Cell:
    """`Grade 7 (£39,900 to £47,300)`: the grade, in front of what it pays."""
    stated = figures.find(value)
    front = value.cut(0, value.offset(stated[0].cell.start)).strip(" (:,–-") if stated else value
    return front if front else value


def _is_level(value: Cell) -> bool:
    """`Title: L3`: nothing but a rung of the payer's ladder."""
    found = mentions.find(value, ("level",))
    return bool(found) and len(found[0].cell) == len(value)


def is_an_industry(label: str, value: Cell) -> bool:
    """Whether what stands behind a label for either (`Company/Industry: Insurance`) is no company that anybody knows."""
    return "industry" in keys.words(label) and not mentions.find(value, ("company",))
