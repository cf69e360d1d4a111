"""The queries of `docs/recipes.md` run, and its three ways to the same medians agree."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from tests.flows.world import MANIFEST, World, guide

PAGE = (Path(__file__).parent.parent / "docs/recipes.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"## ([^\n]+)\n(?:(?!## ).)*?```sql\n(.*?)```", PAGE, re.DOTALL)
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("recipes"))
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.put("guides/beta.md", guide("Beta", "$120K", "Austin"))
    world.put(
        "guides/split.md", "# Welders\n\nThe median wage of a welder is $30.60 an hour, or $68,000 a year.\n"
    )
    world.put(
        "guides/parts.md", "# Riggers\n\n| Level | Base | Total |\n|---|---|---|\n| Mid | $90K | $99K |\n"
    )
    world.refresh(as_of=date(2026, 9, 1))
    (world.folder / "normalized").symlink_to(world.out)
    return world.folder


@pytest.mark.parametrize(("title", "query"), QUERIES, ids=[title for title, _ in QUERIES])
def test_a_query_has_an_answer(title, query, dataset, monkeypatch):
    monkeypatch.chdir(dataset)
    assert duckdb.execute(query).fetchall(), title


def test_the_medians_are_the_same_in_all_three(dataset, monkeypatch):
    monkeypatch.chdir(dataset)
    asked = {row[:3]: row[3] for row in duckdb.execute(QUERIES[0][1]).fetchall()}
    assert asked == {
        ("acme", "Boston", "USD"): 165_000,
        ("beta", "Austin", "USD"): 120_000,
        (None, None, "USD"): 90_000,
    }
    in_pandas, in_polars = (_bases(program) for program in PROGRAMS)
    assert {
        tuple(None if pd.isna(one) else one for one in key): base for key, base in in_pandas.items()
    } == asked
    assert {row[:3]: row[3] for row in in_polars.iter_rows()} == asked


def _bases(program: str) -> Any:
    names: dict[str, Any] = {}
    exec(program, names)
    return names["bases"]
