"""Which sources are stopped after reading: a correction does not fit any more, or less came of them than is usual.

Such a source keeps its last good rows, as one does whose manifest cannot be read; the others go on.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import pyarrow.compute as pc

from flows import build
from flows.ask import Ask
from flows.parts import Run, columns_of
from flows.plan import Plan, Task
from flows.releases import Release
from flows.sources import Source
from quality.expectations import AGAINST_LAST, Measured, judged
from schemas.manifest import Expect

CORRECTION = "correction"
"""Status of a document that its corrections do not fit any more (`flows.process`)."""

Runs = Mapping[tuple[str, str], Mapping[str, Run]]


def dated(sources: Iterable[Source], day: dt.date) -> list[Source]:
    """The sources; with an error where a correction was decided or a document reviewed after `day`."""
    found = []
    for source in sources:
        ahead = [
            f"{one.place}: `when` is {one.entry.when}, which is yet to come; write the day of the decision"
            for one in chain.from_iterable(source.corrections.values())
            if one.entry.when > day
        ]
        ahead += [
            f"{review.place}: `on` is {review.entry.on}, which is yet to come; write the day of the review"
            for review in chain.from_iterable(source.reviews.values())
            if review.entry.on > day
        ]
        found.append(replace(source, error="\n".join(ahead)) if ahead and not source.error else source)
    return found


def settled(
    plan: Plan,
    read: Runs,
    failed: Sequence[tuple[Ask, str, str]],
    *,
    may_shrink: bool = False,
) -> tuple[Plan, list[str]]:
    """The plan with sources stopped that did not keep what they promise, and warnings about the others.

    `read` says where the rows of documents stand that were read. Sources that were not asked for are judged as well:
    what is in a release has kept its promises or says that it has not.
    """
    why = _uncorrected(plan, failed)
    warnings = []
    tasks: defaultdict[str, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        tasks[task.source].append(task)
    for source in plan.sources:
        if source.error or source.name in why:
            continue
        expect = source.manifest.expect if source.manifest else Expect()
        measured = _measured(plan, source, tasks[source.name], read, list(expect.filled))
        verdict = judged(expect, measured, may_shrink=may_shrink)
        if verdict.failures:
            why[source.name] = "; ".join(verdict.failures) + _remedy(source, verdict.failures)
        warnings += [f"{source.name}: {warning}" for warning in verdict.warnings]
    return (plan.stopped(why) if why else plan), warnings


def left_out(plan: Plan, before: Release | None) -> list[str]:
    """Stopped sources whose last good rows cannot be kept, because another version of Wagebook wrote them."""
    stopped = {source.name for source in plan.sources if source.error}
    if plan.last is not None or before is None or not stopped:
        return []
    try:
        there = columns_of(before.table("documents"), ["source"])["source"]
    except (OSError, ValueError):
        return []
    return sorted(stopped & set(pc.unique(there).to_pylist()))


def _uncorrected(plan: Plan, failed: Sequence[tuple[Ask, str, str]]) -> dict[str, str]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for ask, status, reason in failed:
        if status == CORRECTION:
            found[ask.source].append((ask.document, reason))
    # In the order of the documents, whichever worker came first.
    return {source: "\n".join(reason for _, reason in sorted(reasons)) for source, reasons in found.items()}


def _measured(plan: Plan, source: Source, tasks: list[Task], read: Runs, columns: list[str]) -> Measured:
    runs = [read[t.source, t.document] if t.action == "read" else plan.runs(t) for t in tasks]
    found = [one["observations"] for one in runs if "observations" in one]
    rows = sum(run.count for run in found)
    quarantined = sum(one["quarantine"].count for one in runs if "quarantine" in one)
    return Measured(
        len(source.files), rows, quarantined, _filled(found, rows, columns), _before(plan, source)
    )


def _filled(runs: list[Run], rows: int, columns: list[str]) -> dict[str, float]:
    if not rows or not columns:
        return {}
    table = build.Rows({"observations": runs}).columns("observations", columns)
    return {name: pc.count(table[name]).as_py() / rows for name in columns}


def _before(plan: Plan, source: Source) -> int | None:
    if plan.last is None:
        return None
    return sum(int(r["observations"]) for (name, _), r in plan.last.documents.items() if name == source.name)


def _remedy(source: Source, failures: list[str]) -> str:
    shrunk = any(failure.startswith(f"expect.{AGAINST_LAST}") for failure in failures)
    more = ", or run again with --allow-shrink" if shrunk else ""
    return f". Look at what changed in the documents; if it is right, change `expect` in {source.name}/source.yaml{more}"
