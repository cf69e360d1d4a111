"""Whose pay the posts of a thread tell of: what each says at its beginning of its writer's job and place, and whom it quotes.

It holds down to the next post, and for what the same writer adds later. A reply that quotes an amount of another post speaks of
what that one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.readers.posts import OF_A_POST, QUOTES
from extractors.readers.records import labels_of_records
from extractors.readers.scope.labels import labels_in
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import pattern

LONGEST_BEGINNING = 110
_KEYS = ("role", "region")
_QUOTES_IN_LINE = re.compile(
    r"(?:Quote:? ?)?Originally posted by (?P<name>[\w.-]{2,30})\b.", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(r"[Cc]lick to expand(?:\.{3}|…)?")


def labels_of_posts(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """The job and the place that hold for a block because its post tells of them, by the block's number."""
    found: dict[int, dict[str, Label]] = {}
    stated: dict[tuple[str | None, float | None], Mapping[str, Label]] = {}
    records = labels_of_records(blocks) if any(block.level == OF_A_POST for block in blocks) else {}
    written: dict[str, Mapping[str, Label]] = {}
    for run in _runs(blocks):
        writer = blocks[run[0] - 1].cell.text.removesuffix(" OP")
        amounts = [(one.currency, one.high) for at in run for one in figures.find(blocks[at].cell)]
        own = next((records[at] for at in run if at in records), None) or _beginning(blocks[run[0]].cell)
        head = blocks[run[0] - 1].label
        quoted = next((stated[one] for one in amounts if one in stated and one[0] is not None), None)
        told = {key: own[key] for key in _KEYS if key in own}
        labels = {**(told or quoted or written.get(writer, {})), **_of_the_head(head, told)}
        written.setdefault(writer, labels)
        found.update(_quoted(blocks, run, written))
        if labels:
            for at in run:
                found.setdefault(at, labels)
            for one in amounts:
                stated.setdefault(one, labels)
    return found


def _quoted(
    blocks: Sequence[Block], run: Sequence[int], written: Mapping[str, Mapping[str, Label]]
) -> Iterator[tuple[int, dict[str, Label]]]:
    """The lines of a post that another writer wrote (`kilnhand said:`), with what is known of that one."""
    name: str | None = None
    for at in run:
        text = blocks[at].cell.text.strip()
        if (quotes := QUOTES.fullmatch(text)) is not None:
            name = quotes["name"]
        elif (quotes := _QUOTES_IN_LINE.match(text)) is not None and written.get(quotes["name"]):
            yield at, dict(written[quotes["name"]])
        elif _QUOTED.fullmatch(text) is not None:
            name = None
        elif name is not None and written.get(name):
            yield at, dict(written[name])


def _of_the_head(head: Cell | None, told: Mapping[str, Label]) -> dict[str, Label]:
    """What stands beside a writer's name, unless the post itself says otherwise: where they are, or who employs them."""
    if head is None:
        return {}
    where = mentions.find(head, ("place",))
    key, label = ("region", where[0].cell) if where else ("company", head)
    return {} if key in told else {key: label}


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of the blocks of each post, below its writer's name."""
    starts = [at for at, block in enumerate(blocks) if block.level == OF_A_POST]
    for start, stop in pairwise([*starts, len(blocks)]):
        if start + 1 < stop:
            yield list(range(start + 1, stop))


def _beginning(cell: Cell) -> Mapping[str, Label]:
    """`Pipe welder, Aberdeen, two years in.`: a job and a place in front of the first figure, as people begin to tell of their pay."""
    first = figures.find(cell)
    end = first[0].cell.start - cell.start if first else len(cell)
    begun = cell.cut(0, min(end, LONGEST_BEGINNING))
    keys = _KEYS if pattern("tells_of_others").match(begun.text.strip()) is None else ("region",)
    return {key: label for key, label in labels_in(begun).items() if key in keys}
