"""One hostile document in a good corpus: it is named, it costs its own rows, and the run ends in time."""

import time

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
    "long line": "Engineers earn " + "$100K - " * 20_000 + "\n",
    "spaces": "Engineers earn $100K" + " " * 100_000 + "x\n",
    "pipes": "|" * 60_000 + "\n|---|\n",
    "long table": "| Level | Base |\n|---|---|\n" + "| Senior | $100K |\n" * 3_000,
    "odd numbers": "---\nbase_low: 010\nbonus: 12:30\ndate: 2025-02-30\n2025: NO\n---\nPay is １２３ dollars, $１５０Ｋ.\n",
    "script": "<html><script>$100K</script><p>=HYPERLINK($100K) \x1b[31m$120K</p></html>",
}  # fmt: skip


def refreshed(tmp_path, bombs):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST + "limits: {seconds: 5}\n")
    for company in ("Acme", "Bolt", "Zinc"):
        world.put(f"guides/{company}.md", guide(company, "$150K-$180K"))
    world.refresh()
    good = world.rows("observations")
    for number, text in enumerate(bombs):
        world.put(f"guides/Bomb {number}.md", text)
    begun = time.monotonic()
    summary = world.refresh(workers=2)
    seconds = time.monotonic() - begun
    kept = [row for row in world.rows("observations") if "Bomb" not in row["document"]]
    assert kept == good
    failed = {name for name, _, _ in summary.failed}
    assert failed <= {f"guides/Bomb {number}.md" for number in range(len(bombs))}
    return world, summary, seconds


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_all_bombs_at_once(tmp_path):
    texts = list(BOMBS.values())
    world, summary, seconds = refreshed(tmp_path, texts)
    assert seconds < 60
    read = {r["document"]: r["status"] for r in world.rows("documents")}
    assert len(read) == 3 + len(texts)
    assert set(read.values()) <= {"read", "timeout", "memory"}, summary.failed


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", BOMBS)
def test_each_bomb_by_itself(tmp_path, name):
    _, summary, seconds = refreshed(tmp_path, [BOMBS[name]])
    assert seconds < 30
    assert all(status in ("timeout", "memory") for _, status, _ in summary.failed), summary.failed
