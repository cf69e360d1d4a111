"""The vocabularies: which words mean what, as files that a person can edit.

One file holds (a part of) one kind: a canonical entry and its spellings, in groups with a title.

    kind: place
    case: capitals              # any (default): case does not matter; capitals: capitals must be capitals; exact
    plural: yes                 # the last word may also stand in the plural
    groups:
      Cities of California:
        every: {country: US, subdivision: US-CA}      # holds for every entry of the group
        entries:
          San Francisco: {metro: "41860", spellings: [Frisco], exact: [SF]}
          Fresno:                                     # its own name is its only spelling
          Los Angeles: [L.A.]                         # short for `spellings`

`exact` spellings count only in exactly these capitals. Every other key of an entry is data that a reader may use.
Text stays text (`country: NO` is Norway); unquoted digits are numbers, `yes` and `no` as data are truth values
only where the whole value is `yes`, `no`, `true` or `false` in small letters.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cache
from pathlib import Path

import yaml

from schemas.fixed import fixed

FOLDER = Path(__file__).parent / "vocabularies"
CASES = ("any", "capitals", "exact")
FILE_KEYS = ("kind", "about", "case", "plural", "names", "several", "groups")
TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class VocabularyError(ValueError):
    """A vocabulary file that cannot be used; the message names file, line and remedy."""


@fixed
class Entry:
    """One canonical thing. `value` is its name, `data` what the file says of it, `where` is `file:line`."""

    kind: str
    value: str
    group: str
    where: str
    data: dict[str, object] = field(default_factory=dict, compare=False)


@fixed
class Spelling:
    """One way to write an entry; `case` is one of `CASES`, `plural` whether an added plural ending counts too."""

    text: str
    entry: Entry
    case: str
    plural: bool
    where: str


@fixed
class Vocabulary:
    """All entries of one kind by canonical name, and all their spellings."""

    kind: str
    entries: dict[str, Entry]
    spellings: tuple[Spelling, ...]


@cache
def load(folder: Path = FOLDER) -> dict[str, Vocabulary]:
    """All vocabularies of a folder, by kind.

    Files without a key `kind` are rules of another sort and are left alone. Raises VocabularyError.
    """
    entries: dict[str, dict[str, Entry]] = {}
    spellings: dict[str, list[Spelling]] = {}
    for path in sorted(folder.glob("*.yaml")):
        for spelling in read(path):
            entry = spelling.entry
            known = entries.setdefault(entry.kind, {}).setdefault(entry.value, entry)
            if known is not entry:
                raise VocabularyError(
                    f"{entry.where}: {entry.kind} {entry.value!r} is already an entry at {known.where}: make them one"
                )
            spellings.setdefault(entry.kind, []).append(spelling)
    wrong = [problem for kind in spellings for problem in _contradictions(spellings[kind])]
    if wrong:
        raise VocabularyError("\n".join(wrong))
    return {kind: Vocabulary(kind, entries[kind], tuple(spellings[kind])) for kind in entries}


def entries(kind: str) -> dict[str, Entry]:
    """The entries of one kind by canonical name; KeyError for a kind that no file has."""
    return load()[kind].entries


def read(path: Path) -> list[Spelling]:
    """The spellings of one file, every one with its entry. Raises VocabularyError."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise VocabularyError(
            f"{path.name}:{line}: is no YAML: {getattr(error, 'problem', error)}"
        ) from error
    top = _mapping(root, path.name)
    if "kind" not in top:
        return []
    for key in top:
        if key not in FILE_KEYS:
            raise VocabularyError(f"{path.name}: unknown key {key!r}; use one of {', '.join(FILE_KEYS)}")
    case = str(_plain(top["case"])) if "case" in top else "any"
    if case not in CASES:
        raise VocabularyError(f"{path.name}: case {case!r}; use one of {', '.join(CASES)}")
    plural = "plural" in top and _plain(top["plural"]) is True
    kind = str(_plain(top["kind"]))
    several = "several" in top and _plain(top["several"]) is True
    slugs = "names" in top and _plain(top["names"]) == "slugs"
    found: list[Spelling] = []
    for title, node in _mapping(top.get("groups"), path.name).items():
        group = _mapping(node, path.name)
        shared = {key: _plain(value) for key, value in _mapping(group.get("every"), path.name).items()}
        if slugs:
            shared.setdefault("unnamed", True)
        if several:
            shared.setdefault("several", True)
        for name, item in _mapping(group.get("entries"), path.name).items():
            found += _entry(kind, title, name, item, shared, case, plural, path.name)
    return found


def _entry(
    kind: str,
    group: str,
    name: str,
    node: yaml.Node,
    shared: dict[str, object],
    case: str,
    plural: bool,
    file: str,
) -> list[Spelling]:
    where = f"{file}:{node.start_mark.line + 1}"
    lists: dict[str, yaml.Node] = {}
    data = dict(shared)
    if isinstance(node, yaml.SequenceNode):
        lists["spellings"] = node
    elif isinstance(node, yaml.MappingNode):
        for key, value in _mapping(node, file).items():
            if key in ("spellings", "exact"):
                lists[key] = value
            else:
                data[key] = _plain(value)
    elif node.value not in ("", "~"):
        raise VocabularyError(f"{where}: {name}: write its spellings as a list: [{node.value}]")
    entry = Entry(kind, name, group, where, data)
    found = [] if data.pop("unnamed", False) else [Spelling(name, entry, case, plural, where)]
    for key, value in lists.items():
        for text in _texts(value, where, name):
            mark = f"{file}:{value.start_mark.line + 1}"
            found.append(Spelling(text, entry, "exact" if key == "exact" else case, plural, mark))
    return found


def _texts(node: yaml.Node, where: str, name: str) -> list[str]:
    if not isinstance(node, yaml.SequenceNode):
        raise VocabularyError(f"{where}: {name}: spellings are a list: [first, second]")
    for item in node.value:
        if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
            raise VocabularyError(f"{where}: {name}: a spelling is one piece of text; put it in quotes")
    return [item.value for item in node.value]


def _mapping(node: yaml.Node | None, file: str) -> dict[str, yaml.Node]:
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in ("", "~")):
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise VocabularyError(f"{file}:{node.start_mark.line + 1}: expected `name: value` lines here")
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value in found:
            raise VocabularyError(
                f"{file}:{key.start_mark.line + 1}: {key.value!r} stands here twice: make them one"
            )
        found[key.value] = value
    return found


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    text = str(node.value)
    if getattr(node, "style", None) in ("'", '"'):
        return text
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return TRUTH.get(text, text)


def _contradictions(spellings: list[Spelling]) -> list[str]:
    seen: dict[tuple[str, str], Spelling] = {}
    wrong = []
    for spelling in spellings:
        text = " ".join(spelling.text.replace("-", " ").split())
        key = (text, "exact") if spelling.case == "exact" else (text.casefold(), "any")
        other = seen.setdefault(key, spelling)
        if other.entry is not spelling.entry and "several" not in spelling.entry.data:
            wrong.append(
                f"{spelling.where}: {spelling.text!r} is a spelling of {spelling.entry.value!r} and, at {other.where}, "
                f"of {other.entry.value!r}: keep it in one of them"
            )
    return wrong
