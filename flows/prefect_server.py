"""Talking to a Prefect server: one that is not there, or refuses, is named with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from prefect.exceptions import PrefectException

from flows.errors import Stop

_NOT_REACHED = "Failed to reach API"
"""How Prefect begins the RuntimeError that it raises before a flow when its server does not answer."""


@contextmanager
def asked() -> Iterator[None]:
    """Turn what goes wrong between here and the server into a Stop; everything else comes out as it is."""
    try:
        yield
    except (httpx.HTTPError, PrefectException) as error:
        raise _stop(error) from error
    except RuntimeError as error:
        if not str(error).startswith(_NOT_REACHED):
            raise
        raise _stop(error) from error


def _stop(error: Exception) -> Stop:
    return Stop(
        f"the Prefect server cannot be reached or refused: {type(error).__name__}: {error}",
        "Start it (`prefect server start`) and name it (PREFECT_API_URL=http://HOST:4200/api); "
        "`wagebook refresh --direct` needs none",
    )
