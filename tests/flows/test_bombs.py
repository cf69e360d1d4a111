"""One hostile document in a good corpus: it is named, it costs its own rows, and the run ends in time.

Each bomb comes with the status that it ends with and the most rows that it may give: those of amounts that stand there.
"""

import time
from collections import Counter

import pytest

from tests.flows.world import MANIFEST, World, guide

BOMBS = {
    "deep front matter": "---\na: " + "[" * 30_000 + "\n---\n# Pay\n",
    "merge keys": "---\na: &a {x: 1}\n" + "".join(
        f"b{n}: &b{n} {{<<: [*{'a' if n == 0 else f'b{n - 1}'}{', *a' * 9}]}}\n" for n in range(40)
    ) + "---\n# Pay\n",
    "aliases": "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    ) + "---\n# Pay\n",
    "colspan": '<html><table><tr><td colspan="1000000000">Base</td></tr><tr><td>$100K</td></tr></table></html>',
    "rowspan": '<html><table><tr><td rowspan="1000000000">Base</td></tr><tr><td>$100K</td></tr></table></html>',
    "comments": "<html>" + "<!--" * 50_000,
    "unclosed tags": "<html>" + "<b><p>" * 5_000 + "$100K",
    "huge exponent": "---\nbase_low: 1e99999999\nbase_high: 2e99999999\n---\n# Pay\n",
    "long number": "Engineers earn $" + "9" * 100_000 + " a year.\n",
    "long line": "Engineers earn " + "$100K - " * 200_000 + "\n",
    "spaces": "Engineers earn $100K" + " " * 100_000 + "x\n",
    "pipes": "|" * 60_000 + "\n|---|\n",
    "long table": "| Level | Base |\n|---|---|\n" + "| Senior | $100K |\n" * 500,
    "odd numbers": "---\nbase_low: 010\nbonus: 12:30\ndate: 2025-02-30\n2025: NO\n---\nPay is １２３ dollars, $１５０Ｋ.\n",
    "script": "<html><script>$100K</script><p>=HYPERLINK($100K) \x1b[31m$120K</p></html>",
}  # fmt: skip
TIMEOUTS = {"long line"}
MOST_ROWS = {
    "colspan": 1,
    "rowspan": 1,
    "unclosed tags": 1,
    "spaces": 1,
    "long table": 500,
    "odd numbers": 3,
    "script": 2,
}
"""Of those that are not named: none."""


def refreshed(tmp_path, names):
    """A world with these bombs in it, and how long its refresh took; each did what is said of it."""
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST + "limits: {seconds: 10}\n")
    for company in ("Acme", "Bolt", "Zinc"):
        world.put(f"guides/{company}.md", guide(company, "$150K-$180K"))
    world.refresh()
    good = world.rows("observations")
    for name in names:
        world.put(f"guides/Bomb {name}.md", BOMBS[name])
    begun = time.monotonic()
    summary = world.refresh(workers=2)
    seconds = time.monotonic() - begun
    rows = world.rows("observations")
    assert [row for row in rows if "Bomb" not in row["document"]] == good
    found = {record["document"]: record["status"] for record in world.rows("documents")}
    expected = {f"guides/Bomb {name}.md": "timeout" if name in TIMEOUTS else "read" for name in names}
    assert found == dict.fromkeys((row["document"] for row in good), "read") | expected, summary.failed
    made = Counter(row["document"] for row in rows)
    most = {f"guides/Bomb {name}.md": MOST_ROWS.get(name, 0) for name in names}
    assert {name: made[name] for name in most if made[name] > most[name]} == {}
    return seconds


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_all_bombs_at_once(tmp_path):
    assert refreshed(tmp_path, list(BOMBS)) < 60


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", BOMBS)
def test_each_bomb_by_itself(tmp_path, name):
    assert refreshed(tmp_path, [name]) < 30


def test_what_is_said_of_bombs_is_said_of_bombs_that_there_are():
    assert TIMEOUTS | set(MOST_ROWS) <= set(BOMBS)
