"""What is said once of all amounts of a list: by its first entry (`Oslo: $279k median total`), or by a note below (`Annual mean wage.`)."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.readers.prose.sentences import sentences
from extractors.readers.scope.labels import labels_in
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import pattern

_ENTRIES = ("item", "label_value")
LEAST_OTHERS = 2
"""Entries that leave it open; one alone may well be something else."""
LONGEST_REMARK = 40
LONGEST_NOTE, LONGEST_REMARKS = 60, 100
"""Letters of a note, and of one that names the figures (`The figures are medians for ...`)."""
_TOLD = ("component", "statistic", "percentile")


def told(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """By the number of an entry, what is said once of all entries of its list; the first entry says it of itself anyway."""
    found: dict[int, dict[str, Label]] = {}
    run: list[int] = []
    for number, block in enumerate([*blocks, None]):
        if block is not None and block.kind in _ENTRIES and (not run or block.kind == blocks[run[0]].kind):
            run.append(number)
            continue
        if run and block is not None and _is_a_change(block):
            continue
        if len(run) > LEAST_OTHERS and (labels := _of_the_first(blocks, run)):
            found |= dict.fromkeys(run[1:], labels)
        elif len(run) > LEAST_OTHERS and block is not None and (labels := _of_the_note(blocks, run, block)):
            found |= dict.fromkeys(run, labels)
        run = [number] if block is not None and block.kind in _ENTRIES else []
    return found


def _is_a_change(block: Block) -> bool:
    """`▲ 15% vs. US` between the entries of a list: by how much more one is."""
    if len(block.cell) > LONGEST_REMARK:
        return False
    stated = figures.find(block.cell)
    return len(stated) == 1 and stated[0].unit == "percent"


def _of_the_note(blocks: Sequence[Block], run: Sequence[int], below: Block) -> dict[str, Label]:
    """What the sentence right below a list of bare amounts says of them, where it begins with it (`Annual mean wage. ...`)."""
    remarks = [_remark(blocks[number].cell) for number in run]
    bare = sum(rest is not None and not rest.text for rest in remarks)
    if below.kind != "paragraph" or bare < max(len(run) - 1, LEAST_OTHERS + 1):
        return {}  # one may say more (`£104,000, rising to £130,000 in the north`)
    said = next(iter(sentences(below.cell)), None)
    longest = LONGEST_REMARKS if said is not None and pattern("table_note").match(said.text) else LONGEST_NOTE
    if said is None or len(said) > longest or figures.find(said):
        return {}
    labels = labels_in(said)
    times = mentions.find(said, ("period",))
    begins = bool(times) and times[0].start == 0  # `Monthly, from adverts of the last year.`
    return (
        {key: labels[key] for key in (*_TOLD, "period") if key in labels}
        if "statistic" in labels or begins
        else {}
    )


def _of_the_first(blocks: Sequence[Block], run: Sequence[int]) -> dict[str, Label]:
    """The part of pay and statistic behind the amount of the first entry, where the others are names with bare amounts."""
    first, *others = (_remark(blocks[number].cell) for number in run)
    if not first or any(
        other is None or mentions.find(other, ("component", "statistic")) for other in others
    ):
        return {}
    said = labels_in(first, loose=True)
    return {key: said[key] for key in _TOLD if key in said}


def _remark(entry: Cell) -> Cell | None:
    """What stands behind the one amount of an entry; None where it holds none, or several, or speaks at length."""
    stated = figures.find(entry)
    if len(stated) != 1 or stated[0].unit != "currency":
        return None
    amount = stated[0].cell.text
    behind = entry.cut(entry.text.index(amount) + len(amount), len(entry)).strip(" .,;()*_")
    return behind if len(behind) <= LONGEST_REMARK else None
