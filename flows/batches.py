"""The documents to be read, in pieces for worker processes."""

from __future__ import annotations

from collections.abc import Iterator

from flows import code
from flows.ask import Ask
from flows.plan import Plan, Task
from flows.pool import Batch
from schemas.manifest import Limits

BYTES_A_BATCH = 150_000
LEAST_BYTES_A_BATCH = 50_000
DOCUMENTS_A_BATCH = 250
"""At most; batches are smaller where that gives every worker a few of them."""


def batches(plan: Plan, workers: int) -> list[Batch[Ask]]:
    """What a plan wants read, for so many workers."""
    limits = {source.name: source.limits for source in plan.sources}
    asks = [_ask(task, limits[task.source]) for task in plan.to("read")]
    sizes = {task.document: task.size for task in plan.tasks}
    total = sum(sizes[ask.document] for ask in asks)
    most = min(BYTES_A_BATCH, max(total // (workers * 4), LEAST_BYTES_A_BATCH))
    return [Batch(f"{number:06}", piece) for number, piece in enumerate(_cut(asks, sizes, most))]


def _ask(task: Task, limits: Limits) -> Ask:
    return Ask(
        task.source,
        task.document,
        task.file,
        task.sha256,
        task.fingerprint,
        task.extractor,
        code.version(task.extractor),
        limits.seconds,
        limits.memory,
    )


def _cut(asks: list[Ask], sizes: dict[str, int], most: int) -> Iterator[tuple[Ask, ...]]:
    piece: list[Ask] = []
    total = 0
    for ask in asks:
        if piece and (total + sizes[ask.document] > most or len(piece) == DOCUMENTS_A_BATCH):
            yield tuple(piece)
            piece, total = [], 0
        piece.append(ask)
        total += sizes[ask.document]
    if piece:
        yield tuple(piece)
