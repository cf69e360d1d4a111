"""Adds up the test reports of one run of the gate: prints `N passed, N failed, N skipped`."""

import sys
from pathlib import Path
from xml.etree import ElementTree

reports = [ElementTree.parse(path) for path in Path(sys.argv[1]).glob("*.xml")]  # noqa: S314 (pytest wrote them a moment ago)
suites = [suite for report in reports for suite in report.iter("testsuite")]


def total(kind: str) -> int:
    """How many of one kind there were in all reports."""
    return sum(int(suite.get(kind, "0")) for suite in suites)


failed, skipped = total("failures") + total("errors"), total("skipped")
print(f"{total('tests') - failed - skipped} passed, {failed} failed, {skipped} skipped")  # noqa: T201
