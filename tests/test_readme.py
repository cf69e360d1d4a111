"""The three queries of the README run, and agree on which rows they keep."""

import re
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(python|sql)\n(.*?)```", README, re.DOTALL)

ROWS = [
    # company, claim, restates, quality: only the first is what the query is for.
    ("kept", "posted", None, "medium"),
    ("an ask", "negotiation", None, "medium"),
    ("said better elsewhere", "posted", "another", "high"),
    ("doubtful", "market", None, "low"),
]
OTHERS = [
    "role_title",
    "level_label",
    "region_label",
    "component",
    "currency",
    "period",
    "evidence",
    "document",
]


@pytest.fixture
def dataset(tmp_path, monkeypatch):
    table = pd.DataFrame(ROWS, columns=["company", "claim", "restates", "quality"]).assign(
        **dict.fromkeys(OTHERS, "x"), low=1.0, high=2.0, line_start=1
    )
    table = table.astype({"claim": "category", "quality": "category"})
    folder = tmp_path / "normalized" / "current"
    folder.mkdir(parents=True)
    table.to_parquet(folder / "observations.parquet", index=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("language", "code"), BLOCKS, ids=["pandas", "polars", "duckdb"])
def test_the_query_keeps_what_it_promises(language, code, dataset):
    if language == "sql":
        kept = [row[0] for row in duckdb.execute(code).fetchall()]
    else:
        names: dict[str, Any] = {}
        exec(code, names)
        kept = list(names["pay"]["company"])
    assert kept == ["kept"]
