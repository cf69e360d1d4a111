"""How often each check fires on a corpus, with a random few of each to be read by eye.

    python benchmarks/check_rates.py RELEASE RAW [--each 10] [--seed 1] [--code CODE]...

RELEASE is a folder with `issues.parquet`, RAW the folder of documents it was made of. A check that fires in more than 20 % of the
documents is marked: it is wrong, or should be no more than `info`.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

TOO_OFTEN = 0.2


def main() -> None:
    """Print the table, then the samples."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("release", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--code", action="append", default=[])
    given = parser.parse_args()
    issues = pq.read_table(given.release / "issues.parquet").to_pylist()
    documents = pq.read_metadata(given.release / "documents.parquet").num_rows
    by_code: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for issue in issues:
        by_code[issue["code"]].append(issue)
    print("| code | severity | rows | documents | share |\n|---|---|---|---|---|")
    for code, found in sorted(by_code.items(), key=lambda one: -len(one[1])):
        share = len({issue["document"] for issue in found}) / documents
        mark = " (!)" if share > TOO_OFTEN and found[0]["severity"] != "info" else ""
        count = len({issue["document"] for issue in found})
        print(f"| `{code}` | {found[0]['severity']} | {len(found):,} | {count:,} | {share:.1%}{mark} |")
    chosen = random.Random(given.seed)
    for code in given.code or sorted(by_code):
        print(f"\n{code}")
        for issue in chosen.sample(by_code[code], min(given.each, len(by_code[code]))):
            print(f"- {issue['document']}: {issue['message']}")
            lines = (given.raw / issue["document"]).read_text(encoding="utf-8", errors="replace").splitlines()
            for number in dict.fromkeys((issue["other_line"], issue["line"])):
                if number:
                    print(f"    {number}: {lines[number - 1].strip()[:300]}")


if __name__ == "__main__":
    main()
