"""Runs that the server still takes for running though their process is dead: they hold the one slot of their deployment.

A worker that is killed together with its flow can tell nobody. The lock of the output folder knows better: the kernel frees it when
its holder ends. It only speaks of runs that write to that folder: a run of `capture` holds other locks, and is left alone.
"""

from __future__ import annotations

from pathlib import Path

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowFilter, FlowRunFilter
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Crashed

from flows.cli.options import OUT
from flows.lock import writing
from flows.objects import is_far
from flows.objects.lease import holding
from flows.objects.store import Store
from flows.prefect_server import asked, named

_GOING_ON = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]
TAG = "wagebook"
WRITING = ("refresh", "review")
"""The flows that hold the lock of the folder that their parameter `out` names."""


def free(out: str) -> list[str]:
    """Set runs for `out` that cannot be alive to Crashed; gives their names.

    Raises Stop while somebody is writing there, or without a server.
    """
    named()
    # Entering raises Busy when a run is alive after all.
    alone = holding(Store(out)) if is_far(out) else writing(Path(out))
    with alone, asked():
        return _crash_all(out)


def _crash_all(out: str) -> list[str]:
    wanted = FlowRunFilter.model_validate(
        {"state": {"type": {"any_": [kind.value for kind in _GOING_ON]}}, "tags": {"all_": [TAG]}}
    )
    freed = []
    with get_client(sync_client=True) as client:
        flows = FlowFilter.model_validate({"name": {"any_": list(WRITING)}})
        for run in client.read_flow_runs(flow_filter=flows, flow_run_filter=wanted):
            if _place(_out(run)) != _place(out):
                continue
            client.set_flow_run_state(
                run.id, Crashed(message="its process is dead (wagebook free-slot)"), force=True
            )
            freed.append(run.name)
    return freed


def _out(run: FlowRun) -> str:
    return str(run.parameters.get("out", OUT))


def _place(out: str) -> str:
    """A folder or url, however it is written. A relative one is taken from here: a worker starts where this is called."""
    return out.rstrip("/") if is_far(out) else str(Path(out).resolve())
