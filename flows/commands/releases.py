"""`wagebook releases` and `wagebook releases rollback`."""

from __future__ import annotations

from pathlib import Path

from flows import build, disk
from flows.commands.shown import console, safe, table
from flows.errors import Damaged, Exit, Stop
from flows.lock import writing
from flows.releases import Release, Releases


def listed(out: Path) -> int:
    """List the releases, newest last."""
    releases = Releases(out)
    found = releases.all()
    try:
        current, damage = releases.current(), None
    except Damaged as error:
        current, damage = None, error
    if not found and damage is None:
        raise Stop(f"{out}: nothing was published yet", "`wagebook refresh` publishes a first release")
    shown = table("", "release", "as of", "#observations", "#documents", "#size", "what made it differ")
    before: Release | None = None
    for release in found:
        mark = "[bold green]->[/]" if current and release.name == current.name else ""
        shown.add_row(
            mark, release.name, release.as_of, *_numbers(release), safe(_difference(release, before))
        )
        before = release
    console().print(shown)
    if damage:
        raise damage
    return Exit.OK


def rolled_back(name: str | None, out: Path) -> int:
    """Point readers to an earlier release."""
    releases = Releases(out)
    if not releases.all():
        raise Stop(f"{out}: nothing was published yet", "`wagebook refresh` publishes a first release")
    with disk.explained(out), writing(out):
        releases.prepare()
        try:
            current = releases.current()
        except Damaged:
            current = None
        target = releases.named(name) if name else _before(releases, current)
        if current and target.name == current.name:
            raise Stop(f"{target.name} is the current release already")
        if wrong := build.damaged(target):
            raise Damaged(
                f"{target.path}: {', '.join(wrong)} do not hold what was published; readers stay where they are",
                "Name another release (`wagebook releases` lists them), or make one with `wagebook refresh --full`",
            )
        releases.point(target)
        releases.clear()
    was = current.name if current else "nothing"
    console().print(
        f"readers now see [bold]{target.name}[/] instead of {was}; the next refresh publishes anew"
    )
    return Exit.OK


def _before(releases: Releases, current: Release | None) -> Release:
    found = releases.all()
    names = [release.name for release in found]
    if current is None or current.name not in names:
        return found[-1]
    earlier = found[: names.index(current.name)]
    if not earlier:
        raise Stop(
            f"{current.name} is the oldest release that is kept",
            "Name the one to go to: wagebook releases rollback RELEASE"
            if found[1:]
            else "There is no other one: `wagebook refresh` makes the next",
        )
    return earlier[-1]


def _numbers(release: Release) -> tuple[str, str, str]:
    try:
        rows = {resource["name"]: resource["rows"] for resource in release.package["resources"]}
    except (Damaged, KeyError):
        return "damaged", "", ""
    size = sum(file.stat().st_size for file in release.path.rglob("*") if file.is_file())
    return f"{rows['observations']:,}", f"{rows['documents']:,}", f"{size / 1e6:,.1f} MB"


def _difference(release: Release, before: Release | None) -> str:
    """What had changed since the release before, as its run noted it."""
    try:
        noted = release.run.get("differs", "")
    except Damaged:
        return ""
    return str(noted) or ("first" if before is None else "")
