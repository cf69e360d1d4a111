"""The Prefect flow `refresh`: the steps of `flows.refresh` as tasks, and the summary as an artifact.

Only the modules `prefect_*` import Prefect (a second or more), and they are themselves imported only when they are needed.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator

# The start-up of an ephemeral server takes longer than Prefect's own 20 seconds on a busy machine.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
# Nothing is told to anybody, unless somebody wants it.
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")

from prefect import Flow, Task, flow, get_run_logger, tags, task
from prefect.artifacts import (
    create_markdown_artifact,
)
from prefect.assets import Asset, AssetProperties, add_asset_metadata, materialize
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.states import Completed

from flows.ask import Ask
from flows.commands.refresh import lines, markdown
from flows.commands.shown import plain
from flows.errors import Exit, Stop
from flows.options import Options, Runner
from flows.plan import Plan
from flows.pool import Batch
from flows.prefect_artifacts import Progress, asset_key, show_changes, show_quality
from flows.prefect_events import tell, tell_failure
from flows.prefect_reviews import announce, review_flow
from flows.prefect_server import asked
from flows.refresh import Refresh
from flows.releases import KEEP
from flows.summary import Summary

MOST_TAGS = 20
DOCUMENTS_A_TASK = 500
"""A task costs some milliseconds; reading 500 documents takes seconds."""


def _is_transient(task: Task[..., object], run: TaskRun, state: State[object]) -> bool:
    """Whether the disk, and not the input, was to blame: only then the same again may end differently."""
    try:
        state.result()
    except OSError:
        return True
    except Stop as stop:
        return type(stop) is Stop and isinstance(stop.__cause__, OSError)
    except Exception:  # noqa: BLE001 - whatever else it was is told by the run itself
        return False
    return False


# Only looking at the raw folder is tried again: it may lie on a network. What a release is made of is never tried twice.
@task(
    name="plan",
    cache_policy=NO_CACHE,
    retries=2,
    retry_delay_seconds=[2, 10],
    retry_condition_fn=_is_transient,
)
def _plan(refresh: Refresh) -> Plan:
    return refresh.plan()


@task(name="read", task_run_name="read from {first}", cache_policy=NO_CACHE)
def _read(refresh: Refresh, plan: Plan, batches: list[Batch[Ask]], first: str) -> None:
    refresh.read(plan, batches)


def _publish(refresh: Refresh, plan: Plan) -> Summary:
    """A task that says on the server that the dataset was made, and which release it is now."""
    asset = Asset(
        key=asset_key(refresh.options.shown[1]), properties=AssetProperties(name="Wagebook dataset")
    )

    def publish() -> Summary:
        summary = refresh.publish(plan)
        add_asset_metadata(asset, {"release": summary.release, "why": summary.why, "rows": summary.rows})
        return summary

    return materialize(asset, name="publish", cache_policy=NO_CACHE, persist_result=False)(publish)()


@flow(name="refresh", validate_parameters=False, persist_result=False)
def refresh_flow(
    raw: str = "raw",
    out: str = "normalized",
    as_of: dt.date | None = None,
    source: list[str] | None = None,
    workers: int = 0,
    full: bool = False,
    allow_shrink: bool = False,
    keep: int = KEEP,
    rows_a_file: int = 0,
    runner: Runner = "local",
    dask_address: str | None = None,
) -> Summary:
    """Read documents and publish a release."""
    options = Options.at(
        raw,
        out,
        as_of=as_of,
        only=tuple(source or ()),
        workers=workers,
        full=full,
        allow_shrink=allow_shrink,
        keep=keep,
        rows_a_file=rows_a_file,
        runner=runner,
        dask_address=dask_address,
    )
    today = dt.datetime.now().astimezone().date()
    # A cluster's task runner belongs to a flow, so the steps become one below this.
    summary = _steps(options, today) if runner == "local" else _named(options)(options, today)
    if summary.exit == Exit.OK:
        return summary
    # Published, but not everything: the run is no failure, and its state says what it lacks.
    told = [f"source {name} was stopped" for name, _ in summary.sources]
    told += [f"{len(summary.failed)} documents could not be read"] if summary.failed else []
    return Completed(name="Incomplete", message="; ".join(told), data=summary)  # type: ignore[return-value]


def _steps(options: Options, today: dt.date) -> Summary:
    try:
        return _refreshed(options, today)
    except Stop as stop:
        tell_failure(stop, options.shown[1])
        raise


def _refreshed(options: Options, today: dt.date) -> Summary:
    log = get_run_logger()
    with Refresh(options, today) as refresh:
        plan = _plan(refresh)
        if not refresh.unchanged(plan):
            _read_all(refresh, plan)
        summary = _publish(refresh, plan)
        for line in lines(summary):
            log.info(line)
        announce(refresh.before, refresh.releases.current() if summary.published else refresh.before)
        create_markdown_artifact(markdown(summary), key="wagebook-refresh", description=summary.release)
        show_quality(summary)
        if summary.published:
            show_changes(refresh.releases.current())
    tell(summary, options.shown[1])
    return summary


def _read_all(refresh: Refresh, plan: Plan) -> None:
    if refresh.options.runner == "dask":
        from flows import prefect_dask

        prefect_dask.read(refresh, plan, refresh.batches(plan), refresh.options.dask_address)
        return
    groups = list(_grouped(refresh.batches(plan)))
    progress = Progress()
    done, every = 0, sum(len(batch.jobs) for group in groups for batch in group)
    for batches in groups:
        names = sorted({ask.source for batch in batches for ask in batch.jobs})
        # A run can be looked for by source; one task of very many small sources is not.
        with tags(*(f"source:{plain(name)}" for name in names[:MOST_TAGS])):
            _read(refresh, plan, batches, batches[0].jobs[0].document)
        done += sum(len(batch.jobs) for batch in batches)
        progress.at(done / every)


def _grouped(batches: list[Batch[Ask]]) -> Iterator[list[Batch[Ask]]]:
    group: list[Batch[Ask]] = []
    for batch in batches:
        group.append(batch)
        if sum(len(one.jobs) for one in group) >= DOCUMENTS_A_TASK:
            yield group
            group = []
    if group:
        yield group


def run_refresh(options: Options, today: dt.date) -> Summary:
    """The flow, called from the command line; what stops it comes out as it is."""
    with asked():
        return _named(options)(options, today)


def _named(options: Options) -> Flow[[Options, dt.date], Summary]:
    """The steps as a flow, with the task runner that was chosen. Raises Stop when it cannot be had."""
    steps = flow(name="refresh", validate_parameters=False, persist_result=False)(_steps)
    if options.runner == "dask":
        from flows import pool, prefect_dask

        workers = pool.how_many(options.workers)
        return steps.with_options(task_runner=prefect_dask.runner(options.dask_address, workers))
    return steps


__all__ = ["refresh_flow", "review_flow", "run_refresh"]
