"""The command `wagebook`. Commands are imported when they are called, so that `--help` is quick."""

from __future__ import annotations

import sys

from flows import garbage
from flows.errors import Stop


def main() -> None:
    """Run the command line; a Stop is shown as its message and remedy."""
    garbage.look_seldom()
    # Here, since each worker process begins with what the command's own file imports (`multiprocessing` does so).
    # Each adds its commands; `--help` shows them in this order.
    from flows.cli import documents, looking, releases, reviews, serving  # noqa: F401
    from flows.cli.options import app

    try:
        app()
    except Stop as stop:
        from flows.commands.shown import error

        error(stop)
        sys.exit(stop.exit)
    except KeyboardInterrupt:
        sys.exit(130)
