"""The house keeps its own promises: what the README says exists, and nothing in it belongs to one machine."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))

# Taken apart, so that this file does not find itself.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "anaconda" + ".org",
]
MACHINE_PATH = re.compile(r"(?<![\w.:/*])/(?:home|root|Users|work)/\w")


def tracked_texts():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in listed.stdout.decode().split("\0"):
        # Documents under raw/ and in golden files are as received; they may say what they like.
        if not name or name.startswith(("raw/", "tests/golden/")) or not (ROOT / name).is_file():
            continue
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            yield name, content.decode("utf-8", errors="replace")


def test_no_tracked_file_names_a_registry():
    texts = list(tracked_texts())
    assert [(name, host) for name, text in texts for host in REGISTRIES if host in text] == []
    assert [
        name for name, text in texts if re.search(r"^\s*-{0,2}(?:extra-)?index-url\b", text, re.MULTILINE)
    ] == []


def test_no_tracked_file_names_a_path_of_one_machine():
    found = [(name, match[0]) for name, text in tracked_texts() if (match := MACHINE_PATH.search(text))]
    assert found == []


def test_every_make_command_in_the_docs_exists():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / ".pre-commit-config.yaml", ROOT / ".ci/run"]
    pages += [*(ROOT / "docs").glob("*.md")]
    commands = [
        (page.name, target)
        for page in pages
        for command in re.findall(
            r"(?:^|`|run |entry: ) *make ((?:[a-z-]+ ?)+)", page.read_text(encoding="utf-8"), re.M
        )
        for target in command.split()
    ]
    assert {target for page, target in commands if page == "README.md"} >= {"refresh", "test"}
    assert [(page, target) for page, target in commands if target not in TARGETS] == []


def test_make_help_lists_every_target():
    shown = subprocess.run(
        ["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split()[1] for line in shown.splitlines()} == TARGETS
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == TARGETS


def test_links_between_pages_lead_somewhere():
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "normalized/README.md"]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#:\s]+)[#)]", page.read_text(encoding="utf-8"))
    ]
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_the_lock_holds_every_dependency_within_its_bounds():
    locked = {}
    for line in re.findall(r"^\S+==[^\\\n]+", LOCK, re.MULTILINE):
        requirement = Requirement(line.strip())
        if requirement.marker is None or requirement.marker.evaluate():
            locked[requirement.name] = next(iter(requirement.specifier)).version
    extras = PROJECT["optional-dependencies"].values()
    for text in [*PROJECT["dependencies"], *(text for extra in extras for text in extra)]:
        wanted = Requirement(text)
        name = wanted.name.lower().replace("_", "-")
        assert name in locked, f"{name} is not locked: make lock"
        assert wanted.specifier.contains(locked[name]), (
            f"{name} {locked[name]} is outside {wanted.specifier}: make lock"
        )


def test_every_locked_version_has_a_hash_and_no_address():
    entries = re.split(r"\n(?=\S)", LOCK)
    entries = [entry for entry in entries if not entry.startswith("#")]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK


def test_every_switched_off_rule_has_its_reason_beside_it():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ignored = re.search(r"^ignore = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert ignored
    assert [line for line in ignored[1].splitlines() if "#" not in line] == []


def test_folders_are_named_for_what_is_in_them():
    folders = {part for name, _ in tracked_texts() for part in Path(name).parent.parts}
    assert folders & {"utils", "util", "helpers", "common", "core", "misc"} == set()
