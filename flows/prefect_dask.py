"""Reading on a Dask cluster, through prefect-dask's task runner: `--runner dask`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.settings import get_current_settings

from flows import elsewhere
from flows.ask import Ask
from flows.errors import Stop
from flows.plan import Plan
from flows.pool import Batch
from flows.refresh import Refresh

AHEAD = 16
"""Batches that are sent before the first has come back: enough for some machines, and never all documents at once."""
PATIENCE = 10.0
"""Seconds between two looks at whether there are workers left."""
CONNECT_SECONDS = 15


@task(name="read elsewhere", cache_policy=NO_CACHE)
def _read(parcel: bytes) -> bytes:
    return elsewhere.read(parcel)


def runner(address: str | None, workers: int) -> Any:
    """The task runner for a cluster, or for one of this machine's own when there is no address. Raises Stop."""
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise Stop("this installation knows no Dask", "Install it: pip install 'wagebook[dask]'") from error
    if not get_current_settings().api.url:
        raise Stop(
            "reading on Dask needs a Prefect server, or each worker would start one of its own",
            "Start it (`prefect server start`) and name it: PREFECT_API_URL=http://HOST:4200/api",
        )
    if address is None:
        return DaskTaskRunner(cluster_kwargs={"n_workers": workers, "threads_per_worker": 1})
    if not _workers(address):
        raise Stop(f"{address}: this Dask cluster has no workers", f"Start some: dask worker {address}")
    return DaskTaskRunner(address=address)


def _workers(address: str) -> int:
    """How many workers a scheduler knows. Raises Stop where there is none."""
    from distributed import Client

    try:
        # Dask ships types for part of itself only.
        with Client(address, timeout=CONNECT_SECONDS, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            return len(client.scheduler_info(n_workers=-1)["workers"])
    except (OSError, ValueError, TypeError) as error:
        raise Stop(
            f"{address}: no Dask scheduler answers there ({type(error).__name__})",
            "Start one (`dask scheduler`) and name it: --dask-address tcp://HOST:8786",
        ) from error


def read(refresh: Refresh, plan: Plan, batches: list[Batch[Ask]], address: str | None) -> None:
    """Have all batches read on the cluster; what it gives up is read here, where a pool finds the document to blame."""
    sources = {source.name: source for source in plan.sources}
    left = deque(batches)
    running: deque[tuple[Batch[Ask], Any]] = deque()
    here: list[Batch[Ask]] = []
    while left or running:
        while left and len(running) < AHEAD:
            batch = left.popleft()
            parcel = elsewhere.packed(refresh.options.raw, batch, sources)
            if parcel is None:
                here.append(batch)
            else:
                running.append((batch, _read.submit(parcel)))
        if running:
            batch, future = running.popleft()
            returned = _returned(future, address)
            if returned is None:
                here.append(batch)
                documents = f"{len(batch.jobs)} documents from {batch.jobs[0].document}"
                refresh.warnings.append(f"the cluster gave up {documents}: they were read on this machine")
            else:
                refresh.take(elsewhere.unpacked(returned))
    refresh.read(plan, here)


def _returned(future: Any, address: str | None) -> bytes | None:
    """What came back; None when the cluster gave up, or has no workers left. Raises Stop that a worker raised."""
    for state in _states(future):
        if state is None and address is not None and not _workers(address):
            return None
        if state is not None:
            if state.is_completed():
                result: bytes = state.result()
                return result
            error = state.result(raise_on_failure=False)
            if isinstance(error, Stop):
                raise error
    return None


def _states(future: Any) -> Iterator[Any]:
    """The final state of a task, and None for each time that it is not there yet; nothing more when the cluster lost it."""
    from distributed import TimeoutError as NotYetError

    while True:
        try:
            yield future.wrapped_future.result(timeout=PATIENCE)
            return
        except NotYetError:
            yield None
        except Exception:  # noqa: BLE001 - whatever made the cluster lose it (KilledWorker, ...), it is read here
            return
