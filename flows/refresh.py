"""A refresh, step by step, in plain Python. `flows.prefect_flows` takes the same steps as Prefect tasks."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from flows import batches, build, contracts, disk, overlooked, plan, pool
from flows.ask import Ask
from flows.elsewhere import Returned
from flows.errors import Damaged, Stop
from flows.judge import Context
from flows.lock import writing
from flows.objects.mirror import Mirror, Wanted
from flows.options import Options
from flows.parts import Run
from flows.plan import PASSING, Last, OtherSchemaError, Plan
from flows.pool import Batch
from flows.publishing import Publishing, timed
from flows.reading import Part, ReadDocuments
from flows.releases import Release, Releases
from flows.sources import discover, document_name
from flows.summary import Summary, count
from schemas.reviews import Entry, latest

NO_SOURCE = ("",)
"""No source is called so: nothing is asked for, and everything is carried over."""


@dataclass
class Refresh:
    """One refresh. Entered, it holds the lock; then `plan`, `read` all batches, `publish`."""

    options: Options
    today: dt.date
    begun: pool.Workers | None = None
    """The processes that read, where one of them may have begun already."""
    warnings: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.releases = Releases(self.options.out)
        self._mirror: Mirror | None = None
        self._stack = ExitStack()
        self._results: dict[tuple[str, str], dict[str, Run]] = {}
        self._failed: list[tuple[Ask, str, str]] = []

    def __enter__(self) -> Refresh:
        """Take the lock and clear away what an interrupted run left. Raises Stop."""
        with ExitStack() as stack:
            if self.options.places:
                self._bring_near(stack, self.options.places)
            options = self.options
            _apart(options.raw, options.out)
            if options.dry_run:
                self.work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wagebook-")))
            else:
                stack.enter_context(disk.explained(options.out))
                options.out.mkdir(parents=True, exist_ok=True)
                stack.enter_context(writing(options.out))
                self.work = self.releases.prepare()
                stack.callback(self.releases.clear)
            self._workers = stack.enter_context(self.begun or pool.Workers(self.workers))
            self._stack = stack.pop_all()
        return self

    def _bring_near(self, stack: ExitStack, places: tuple[str, str]) -> None:
        mirror = stack.enter_context(Mirror(*places, Wanted(writing=not self.options.dry_run)))
        self.options = replace(self.options, raw=mirror.raw, out=mirror.out)
        self.releases = Releases(mirror.out)
        self.warnings += mirror.warnings
        self._mirror = mirror

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        """Remove what is not finished and free the lock."""
        return self._stack.__exit__(kind, error, trace)

    def plan(self) -> Plan:
        """What is to be done with each document. Raises Stop."""
        with timed("plan", self.seconds):
            options = self.options
            sources = discover(options.raw, options.only)
            self.before = self._before()
            self.as_of = self._as_of()
            last = self._last()
            sources = contracts.dated(sources, max(self.as_of, self.today))
            self.warnings += [
                f"{document_name(file)}: {note.url} could not be fetched again since {note.since.date()}: {note.reason}"
                for source in sources
                for file, note in source.not_fetched.items()
            ]
            if options.redate and last is None:
                raise Stop(
                    f"{options.out}: there are no rows to be dated anew", "Run `wagebook refresh` first"
                )
            self.warnings += overlooked.warnings(sources)
            only = NO_SOURCE if options.redate else options.only
            return plan.make(options.raw, sources, last, only=only, full=options.full)

    def _before(self) -> Release | None:
        try:
            return self.releases.current()
        except Damaged as damage:
            if not self.options.full:
                raise
            self.warnings.append(str(damage))
            return None

    def _last(self) -> Last | None:
        if self.before is None:
            return None
        try:
            return Last(self.before)
        except OtherSchemaError as other:
            self.warnings.append(f"{other}: everything is read again")
        except Damaged as damage:
            if not self.options.full:
                raise
            self.warnings.append(str(damage))
        return None

    def _as_of(self) -> dt.date:
        as_of, before = self.options.as_of or self.today, self.before
        if self.options.as_of is None and before and before.as_of > as_of.isoformat():
            raise Stop(
                f"the clock says {as_of}, but the current release is as of {before.as_of}",
                "Set the clock, or say the date with --as-of",
            )
        return as_of

    def batches(self, plan: Plan) -> list[Batch[Ask]]:
        """The documents to be read, in pieces for workers."""
        return batches.batches(plan, self.workers)

    @property
    def workers(self) -> int:
        """How many processes read."""
        return pool.how_many(self.options.workers)

    def read(
        self, plan: Plan, batches: Iterable[Batch[Ask]], progress: Callable[[int], None] = lambda done: None
    ) -> None:
        """Read batches; `progress` is told how many documents were done just now."""
        if not (waiting := list(batches)):
            return
        work = ReadDocuments(self.options.raw, self.work, {source.name: source for source in plan.sources})
        with timed("read", self.seconds), ThreadPoolExecutor(1) as beside:
            # Workers need a while to begin. What goes wrong here is said where it is asked for, in `publish`.
            beside.submit(plan.get_ready)
            beside.submit(build.get_ready)
            for batch, part in self._workers.run(work, waiting, self.work):
                self._keep(batch, part)
                progress(len(batch.jobs))

    def take(self, returned: Iterable[Returned]) -> None:
        """Keep what was read elsewhere."""
        with timed("read", self.seconds):
            for one in returned:
                self._keep(*one.unpacked(self.work))

    def _keep(self, batch: Batch[Ask], part: Part) -> None:
        for ask, runs in zip(batch.jobs, part.runs(), strict=True):
            self._results[ask.source, ask.document] = runs
        self._failed += [(batch.jobs[at], status, reason) for at, status, reason in part.failed]

    def unchanged(self, plan: Plan) -> Release | None:
        """The release that is already made of all this, if there is one; then nothing needs to be read."""
        release = Release(self.releases.folder / self.name(plan))
        return release if release.path.is_dir() and not self.options.full else None

    def name(self, plan: Plan) -> str:
        """What the release is called: its date and a short hash of what goes into it."""
        digest = sha256(plan.inputs.encode())
        if self.options.rows_a_file:
            digest.update(f"\n{self.options.rows_a_file} rows a file".encode())
        # A document that failed for want of time or memory may not fail the next time, with the same input.
        for task, status, _ in sorted(self._failed, key=lambda f: (f[0].source, f[0].document)):
            if status in PASSING:
                digest.update(f"\n{task.document} {status}".encode())
        return f"{self.as_of.isoformat()}-{digest.hexdigest()[:12]}"

    def publish(self, plan: Plan) -> Summary:
        """Build the release and let readers see it, unless it is there already. Raises Stop."""
        summary = self._published(plan)
        if self._mirror and not self.options.dry_run:
            with timed("push", self.seconds):
                current = self.releases.named(None)
                summary.retired = self._mirror.push(current, self.options.keep, again=summary.mended)
        if self._mirror:
            summary.place = self._mirror.shown(summary.place)
        return summary

    def _published(self, plan: Plan) -> Summary:
        existing = self.unchanged(plan)
        if existing:
            return self._publishing.there(existing, self._summary(plan, existing.name))
        plan, warnings = contracts.settled(
            plan,
            self._results,
            self._failed,
            may_shrink=self.options.allow_shrink,
        )
        self.warnings += warnings
        if not self.options.allow_shrink and (lost := contracts.left_out(plan, self.before)):
            reasons = "\n".join(f"{source.name}: {source.error}" for source in plan.sources if source.error)
            raise Stop(
                f"{', '.join(lost)} cannot be read, and the last good rows cannot be taken over from "
                f"a release that another version made; nothing was published\n{reasons}",
                "Mend what stops it, or leave it out of the next release with --allow-shrink",
            )
        if stopped := self.unchanged(plan):
            return self._publishing.there(stopped, self._summary(plan, stopped.name))
        folder = self.work / "release"
        with timed("build", self.seconds), ThreadPoolExecutor(1) as beside:
            # They have nothing more to do, and their memory is wanted now.
            ended = beside.submit(self._workers.stop)
            rows = build.Rows(self._rows(plan))
            counts, warnings = build.release(folder, rows, self._context(plan), self.options.rows_a_file)
            self.warnings += warnings
            ended.result()
        summary = self._summary(plan, self.name(plan))
        count(summary, folder, counts)
        return self._publishing.built(folder, plan, summary)

    @property
    def _publishing(self) -> Publishing:
        return Publishing(self.options, self.releases, self.before, self.as_of)

    def _context(self, plan: Plan) -> Context:
        manifests = {source.name: source.manifest for source in plan.sources if source.manifest}
        stale = frozenset(task.source for task in plan.to("keep"))
        notes = {document_name(f): n.day for source in plan.sources for f, n in source.captures.items()}
        failed = frozenset(document_name(f) for source in plan.sources for f in source.not_fetched)
        return Context(self.as_of, manifests, self.before, stale, notes, failed, _reviewed(plan, self.as_of))

    def _rows(self, plan: Plan) -> dict[str, list[Run]]:
        runs: dict[str, list[Run]] = {}
        for task in plan.tasks:
            if task.action == "read":
                found = self._results[task.source, task.document]
            else:
                found = plan.runs(task)
            for table, run in found.items():
                runs.setdefault(table, []).append(run)
        return runs

    def _summary(self, plan: Plan, name: str) -> Summary:
        actions = Counter(task.action for task in plan.tasks)
        return Summary(
            name,
            published=False,
            why="",
            documents={**{str(action): count for action, count in actions.items()}, "gone": len(plan.gone)},
            sources=[(source.name, source.error) for source in plan.sources if source.error],
            warnings=self.warnings,
            seconds=self.seconds,
        )


def direct(
    options: Options,
    today: dt.date,
    started: Callable[[Plan], Callable[[int], None]] = lambda plan: lambda done: None,
    begun: pool.Workers | None = None,
) -> Summary:
    """A whole refresh in this process and its workers. `started` is told the plan and gives what is told the progress.

    Raises Stop when nothing can be published.
    """
    with Refresh(options, today, begun) as refresh:
        plan = refresh.plan()
        if not refresh.unchanged(plan):
            refresh.read(plan, refresh.batches(plan), started(plan))
        return refresh.publish(plan)


def _reviewed(plan: Plan, as_of: dt.date) -> dict[str, Entry]:
    """The review of each document that counts on a day."""
    by_document = {name: found for source in plan.sources for name, found in source.reviews.items()}
    counting = {name: latest(found, as_of) for name, found in by_document.items()}
    return {name: entry for name, entry in counting.items() if entry is not None}


def _apart(raw: Path, out: Path) -> None:
    if out.resolve().is_relative_to(raw.resolve()):
        raise Stop(f"{out}: lies inside the raw folder {raw}", "Choose a folder outside of it with --out")
