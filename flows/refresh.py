"""A refresh, step by step, in plain Python. `flows.prefect_flows` takes the same steps as Prefect tasks."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from flows import batches, build, code, contracts, disk, plan, pool
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
from flows.reading import Part, ReadDocuments
from flows.releases import Release, Releases
from flows.sources import discover, document_name
from flows.summary import Summary, count
from schemas.reviews import Entry, latest

NO_SOURCE = ("",)
"""No source is called so: nothing is asked for, and everything is carried over."""
MAY_SHRINK_TO = 0.5
"""Share of the last release's observations below which a release is only published when a person says so."""


@dataclass
class Refresh:
    """One refresh. Entered, it holds the lock; then `plan`, `read` all batches, `publish`."""

    options: Options
    today: dt.date
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
            self._workers = stack.enter_context(pool.Workers(self.workers, self.work))
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
        with self._timed("plan"):
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
        return self.options.workers or pool.workers_by_default()

    def read(
        self, plan: Plan, batches: Iterable[Batch[Ask]], progress: Callable[[int], None] = lambda done: None
    ) -> None:
        """Read batches; `progress` is told how many documents were done just now."""
        work = ReadDocuments(self.options.raw, self.work, {source.name: source for source in plan.sources})
        with self._timed("read"), ThreadPoolExecutor(1) as beside:
            # Workers need a while to begin. What goes wrong here is said where it is asked for, in `publish`.
            beside.submit(plan.get_ready)
            for batch, part in self._workers.run(work, batches):
                self._keep(batch, part)
                progress(len(batch.jobs))

    def take(self, returned: Iterable[Returned]) -> None:
        """Keep what was read elsewhere."""
        with self._timed("read"):
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
            with self._timed("push"):
                summary.retired = self._mirror.push(self.releases.named(None), self.options.keep)
        if self._mirror:
            summary.place = self._mirror.shown(summary.place)
        return summary

    def _published(self, plan: Plan) -> Summary:
        existing = self.unchanged(plan)
        if existing:
            return self._point(plan, existing)
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
            return self._point(plan, stopped)
        folder = self.work / "release"
        # They have nothing more to do, and their memory is wanted now.
        self._workers.stop()
        with self._timed("build"):
            rows = build.Rows(self._rows(plan))
            counts, warnings = build.release(folder, rows, self._context(plan), self.options.rows_a_file)
            self.warnings += warnings
        summary = self._summary(plan, self.name(plan))
        count(summary, folder, counts)
        return self._release(plan, folder, summary)

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

    def _release(self, plan: Plan, folder: Path, summary: Summary) -> Summary:
        place = self.releases.folder / summary.release
        if place.is_dir():
            return self._made_again(plan, folder, Release(place), summary)
        self._not_shrunk(summary)
        summary.seconds = self.seconds
        if self.options.dry_run:
            summary.why = "would be published (this was a dry run)"
            return summary
        with self._timed("publish"):
            build.describe_run(folder, self._run(plan, summary))
            published = self.releases.publish(folder, summary.release)
            summary.retired = self.releases.retire(self.options.keep, self.before)
        summary.published, summary.why, summary.place = True, "published", str(published.path)
        return summary

    def _made_again(self, plan: Plan, folder: Path, release: Release, summary: Summary) -> Summary:
        """The release is there already: it is the same, byte for byte, or is put right where its files are damaged."""
        try:
            other = build.differences(folder, release.path)
        except Damaged:
            other = []  # Without a data dictionary there is nothing to be different from.
        if other:
            raise Damaged(
                f"{release.path}: made again of the same input, {', '.join(other)} came out differently",
                "Look at it with `wagebook verify`; move it away and refresh with --full to have it made anew",
            )
        if self.options.dry_run:
            return self._point(plan, release, made_again=True, counted=summary)
        build.describe_run(folder, self._run(plan, summary))
        mended = build.mend(folder, release)
        summary = self._point(plan, Release(release.path), made_again=True, counted=summary)
        if mended:
            summary.published, summary.why = (
                True,
                f"made again: {', '.join(mended)} did not hold what was published",
            )
        return summary

    def _point(
        self, plan: Plan, release: Release, *, made_again: bool = False, counted: Summary | None = None
    ) -> Summary:
        """The release is there already: let readers see it, if they do not."""
        summary = counted or self._summary(plan, release.name)
        summary.place, summary.seconds = str(release.path), self.seconds
        if counted is None:
            count(summary, release.path, {})
        if made_again:
            summary.why = "made again, byte for byte the same"
        else:
            summary.why = "nothing has changed"
        if not self.options.dry_run and (self.before is None or self.before.name != release.name):
            self.releases.point(release)
            summary.published, summary.why = True, "published: it had been made before"
        if not self.options.dry_run:
            summary.retired = self.releases.retire(self.options.keep, self.before)
        return summary

    def _summary(self, plan: Plan, name: str) -> Summary:
        actions = Counter(task.action for task in plan.tasks)
        return Summary(
            name,
            published=False,
            why="",
            documents={**{str(action): count for action, count in actions.items()}, "gone": len(plan.gone)},
            sources=[(source.name, source.error) for source in plan.sources if source.error],
            warnings=self.warnings,
        )

    def _run(self, plan: Plan, summary: Summary) -> dict[str, object]:
        """What `run.json` says."""
        return {
            "made": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "as_of": self.as_of.isoformat(),
            "before": self.before.name if self.before else None,
            "differs": _differs(plan, self.before),
            **summary.run(),
            **code.environment(),
        }

    def _not_shrunk(self, summary: Summary) -> None:
        if self.before is None or self.options.allow_shrink:
            return
        rows = {r["name"]: r.get("rows", 0) for r in self.before.package.get("resources", [])}
        was, now = rows.get("observations", 0), summary.rows["observations"]
        if now < was * MAY_SHRINK_TO:
            raise Stop(
                f"there would be {now:,} observations instead of {was:,}; nothing was published",
                "If that is right, run it again with --allow-shrink",
            )

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0) + time.monotonic() - begun


def direct(
    options: Options,
    today: dt.date,
    started: Callable[[Plan], Callable[[int], None]] = lambda plan: lambda done: None,
) -> Summary:
    """A whole refresh in this process and its workers. `started` is told the plan and gives what is told the progress.

    Raises Stop when nothing can be published.
    """
    with Refresh(options, today) as refresh:
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


def _differs(plan: Plan, before: Release | None) -> str:
    """In words, what made this release differ from the one before."""
    if before is None:
        return "first release"
    reasons = Counter(task.why for task in plan.to("read"))
    parts = [f"{count} {why}" for why, count in reasons.most_common()]
    parts += [f"{len(plan.gone)} gone"] if plan.gone else []
    kept = {task.source for task in plan.to("keep")}
    parts += [f"kept as they were: {', '.join(sorted(kept))}"] if kept else []
    return "; ".join(parts) or "another day, or other code or manifests"
