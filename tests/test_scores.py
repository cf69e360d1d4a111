"""A ratchet: how well labelled documents are read may rise, never fall.

The labels and the scorer lie beside the project; where they are not, these tests are skipped and say so; `test_specimens` pins
what a plain clone has. With other labels than the pinned ones they fail. The scorer maps the claim
`anecdote` to `prose` before it compares, so that every labelled anecdote counts as wrong: 16 of the 219 rows of the seeds.
"""

import importlib.util
import json
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from extractors import default
from flows.process import visible
from normalizers.observations import observe
from schemas import Document

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PINNED = json.loads((ROOT / "tests/scores.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "score.py").exists(), reason="the labelled documents are not here"
)


@pytest.mark.parametrize("name", sorted(PINNED))
def test_the_labelled_documents_are_read_no_worse_than_before(name, tmp_path, capsys):
    pinned = PINNED[name]
    gold = SHARED / "gold" / name
    assert _digest(gold) == pinned["labels"], f"the labels of {name} changed: pin its scores anew"
    found = [_observed(path) for path in sorted((SHARED / pinned["documents"]).iterdir())]
    records = [record for one in found for record in one.observations]
    ledger = [line for one in found for line in one.ledger]
    total, _ = _scorer().score(pd.DataFrame(records), gold, misses=False)
    scores = {
        "recall": total["found"] / total["gold"],
        "precision": 1 - total["spurious"] / total["observed"],
        "rows right": total["right"] / total["gold"],
    }
    assert {key: value for key, value in scores.items() if value < pinned[key]} == {}
    assert total["lookalikes_taken"] <= pinned["look-alikes taken"]
    assert sum(line["disposition"] == "unclaimed" for line in ledger) / len(ledger) <= pinned["unclaimed"]


def _observed(path):
    document = Document(path=path.name, text=path.read_text(encoding="utf-8"))
    return observe(document, default.extract(document), visible(document))


def _digest(folder):
    return sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.csv")))).hexdigest()


def _scorer():
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
