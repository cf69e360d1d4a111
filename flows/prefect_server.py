"""Talking to a Prefect server: one that is not there, or refuses, is named with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import prefect
from prefect.client.orchestration import get_client
from prefect.exceptions import PrefectException
from prefect.settings import get_current_settings

from flows.errors import Stop

_NOT_REACHED = "Failed to reach API"
"""How Prefect begins the RuntimeError that it raises before a flow when its server does not answer."""


@contextmanager
def asked() -> Iterator[None]:
    """Turn what goes wrong between here and the server into a Stop; everything else comes out as it is.

    A server of another version is refused before anything is asked of it: it may take a request and do another thing.
    """
    try:
        _check_version()
        yield
    except (httpx.HTTPError, PrefectException) as error:
        raise _stop(error) from error
    except RuntimeError as error:
        if not str(error).startswith(_NOT_REACHED):
            raise
        raise _stop(error) from error


def named() -> None:
    """Raises Stop where no server is named: Prefect would start one for as long as the command takes, and nobody would watch it."""
    if not get_current_settings().api.url:
        raise Stop(
            "no Prefect server is named",
            "Start one (`prefect server start`), and name it: export PREFECT_API_URL=http://HOST:4200/api",
        )


def _check_version() -> None:
    if not get_current_settings().api.url:
        return  # it is started by this process
    with get_client(sync_client=True) as client:
        theirs = client.api_version()
    if theirs.split(".")[:2] != prefect.__version__.split(".")[:2]:
        raise Stop(
            f"the Prefect server is version {theirs}, and this is {prefect.__version__}",
            "Install the same one on both sides: pip install -r requirements.txt",
        )


def _stop(error: Exception) -> Stop:
    return Stop(
        f"the Prefect server cannot be reached or refused: {type(error).__name__}: {error}",
        "Start it (`prefect server start`) and name it (PREFECT_API_URL=http://HOST:4200/api); "
        "`wagebook refresh --direct` needs none",
    )
