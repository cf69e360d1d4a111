"""What a question says of its answer."""

from __future__ import annotations

from extractors.readers.prose.carried import PAYERS
from extractors.readers.prose.sentences import sentences
from extractors.readers.scope.labels import asked_for, labels_in
from schemas import Cell
from schemas.row import Label


def labels_of_question(question: Cell) -> dict[str, Label]:
    """Whose pay a question is about, and which part of it."""
    return {**_whose(question), **asked_for(question)}


def _whose(question: Cell) -> dict[str, Label]:
    """`One advert from Orbison made the job famous. What do riggers earn now?` asks about all riggers."""
    labels, last = labels_in(question), labels_in(list(sentences(question))[-1])
    if PAYERS & labels.keys() and "role" in last and not PAYERS & last.keys():
        return {key: label for key, label in labels.items() if key not in PAYERS}
    return labels
