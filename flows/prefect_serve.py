"""The flows `capture`, `review` and `refresh`, each on a schedule of its own, on one machine, without a work pool: `wagebook serve`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from prefect import serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.errors import Stop
from flows.objects import is_far
from flows.prefect_capture import capture_flow
from flows.prefect_flows import refresh_flow
from flows.prefect_reviews import review_flow

NAME = "served"
ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)


def run(raw: str, out: str, times: Mapping[str, str], timezone: str) -> None:
    """Serve until interrupted. Raises Stop for a time that is no cron expression."""
    folders = {
        name: place if is_far(place) else str(Path(place).resolve())
        for name, place in (("raw", raw), ("out", out))
    }
    deployments = []
    for flow in (review_flow, refresh_flow) if is_far(raw) else (capture_flow, review_flow, refresh_flow):
        cron = times[flow.name]
        try:
            schedule = Cron(cron, timezone=timezone)
            deployment = flow.to_deployment(
                NAME,
                # By module: an installed Wagebook has no folder to be run in.
                entrypoint_type=EntrypointType.MODULE_PATH,
                schedule=schedule,
                parameters={"raw": folders["raw"]} if flow is capture_flow else folders,
                tags=["wagebook", flow.name],
                concurrency_limit=ONE_AT_A_TIME,
            )
            deployments.append(cast(RunnerDeployment, deployment))
        except ValueError as error:
            raise Stop(
                f"{cron!r} in {timezone!r} is no time for a schedule",
                "Write five fields, as in `0 5 * * *` for five in the morning, and a zone such as Europe/Berlin",
            ) from error
    serve(*deployments, limit=3)
