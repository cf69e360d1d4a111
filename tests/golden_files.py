"""Golden files: lines that somebody checked by eye, held against what is read now. WAGEBOOK_GOLDEN=write writes them anew."""

import json
import os
from difflib import SequenceMatcher
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
WRITE = os.environ.get("WAGEBOOK_GOLDEN") == "write"
REMEDY = (
    "Look at the document. If what is read is right, write the files anew and look at what `git diff` shows:\n"
    'WAGEBOOK_GOLDEN=write make test IN="tests/test_specimens.py tests/extractors/test_golden.py"'
)
MOST = 10


def hold(lines, file):
    """Fail where a file does not hold these lines, with its name, the line, what is written and what is read."""
    if WRITE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    fail(list(differences(lines, file.read_text(encoding="utf-8").splitlines(), shown(file))))


def fail(wrong):
    if wrong:
        more = [f"and {len(wrong) - MOST} more"] if len(wrong) > MOST else []
        pytest.fail("\n".join([*wrong[:MOST], *more, REMEDY]), pytrace=False)


def shown(file):
    return file.relative_to(ROOT) if file.is_relative_to(ROOT) else file


def differences(read, written, name):
    """Each difference in words."""
    if not written:
        yield f"{name}: is empty; {len(read)} lines are read"
        return
    for kind, start, end, first, last in SequenceMatcher(None, written, read, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(end - start, last - first)
        for at in range(both):
            yield f"{name}:{start + at + 1}: {_changed(written[start + at], read[first + at])}"
        for at in range(start + both, end):
            yield f"{name}:{at + 1}: is read no more: {written[at]}"
        for line in read[first + both : last]:
            yield f"{name}:{start + both + 1}: is read here, and not written: {line}"


def _changed(written, read):
    try:
        old, new = json.loads(written), json.loads(read)
    except ValueError as error:
        return f"no JSON: {error}"
    if not isinstance(old, dict):
        return f"{written} is written, {read} is read"
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return (
        "; ".join(
            f"{key}: {json.dumps(old.get(key), ensure_ascii=False)} is written, {json.dumps(new.get(key), ensure_ascii=False)} is read"
            for key in keys
        )
        or f"the same in another form; {read} is read"
    )
