"""The last step of a refresh: a finished release folder gets its name and readers, unless there is such a release already."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows import build, code
from flows.errors import Damaged, Stop
from flows.options import Options
from flows.plan import Plan
from flows.releases import RUN, Release, Releases
from flows.summary import Summary, recall

MAY_SHRINK_TO = 0.5
"""Share of the last release's observations below which a release is only published when a person says so."""
MADE_AGAIN = "made again, byte for byte the same"


@dataclass(frozen=True)
class Publishing:
    """Publishes what one refresh made. `before` is the release that readers see until then."""

    options: Options
    releases: Releases
    before: Release | None
    as_of: dt.date

    def there(self, release: Release, summary: Summary) -> Summary:
        """The release was made before of just this input: let readers see it, if they do not."""
        try:
            recall(summary, release.run)
        except (KeyError, TypeError, AttributeError) as error:
            raise Damaged(
                f"{release.path / RUN}: is not what Wagebook wrote", "`wagebook refresh --full` makes it anew"
            ) from error
        return self._point(release, summary, "nothing has changed")

    def built(self, folder: Path, plan: Plan, summary: Summary) -> Summary:
        """A release was built in `folder`, and `summary` counts what it holds. Raises Stop and Damaged."""
        place = self.releases.folder / summary.release
        if place.is_dir():
            return self._made_again(folder, Release(place), plan, summary)
        self._not_shrunk(summary)
        if self.options.dry_run:
            summary.why = "would be published (this was a dry run)"
            return summary
        with timed("publish", summary.seconds):
            self._describe(folder, plan, summary)
            published = self.releases.publish(folder, summary.release)
            summary.retired = self.releases.retire(self.options.keep, self.before)
        summary.published, summary.why, summary.place = True, "published", str(published.path)
        return summary

    def _made_again(self, folder: Path, release: Release, plan: Plan, summary: Summary) -> Summary:
        """The release is there already: it is the same, byte for byte, or is put right where its files are damaged."""
        try:
            other = build.differences(folder, release.path)
        except Damaged:
            other = []  # Without a data dictionary there is nothing to be different from.
        if other:
            raise Damaged(
                f"{release.path}: made again of the same input, {', '.join(other)} came out differently",
                "Look at it with `wagebook verify`; move it away and refresh with --full to have it made anew",
            )
        if self.options.dry_run:
            return self._point(release, summary, MADE_AGAIN)
        self._describe(folder, plan, summary)
        summary.mended = build.mend(folder, release)
        summary = self._point(Release(release.path), summary, MADE_AGAIN)
        if summary.mended:
            summary.published = True
            summary.why = f"made again: {', '.join(summary.mended)} did not hold what was published"
        return summary

    def _point(self, release: Release, summary: Summary, why: str) -> Summary:
        summary.place, summary.why = str(release.path), why
        if self.options.dry_run:
            return summary
        if self.before is None or self.before.name != release.name:
            self.releases.point(release)
            summary.published, summary.why = True, "published: it had been made before"
        summary.retired = self.releases.retire(self.options.keep, self.before)
        return summary

    def _not_shrunk(self, summary: Summary) -> None:
        if self.before is None or self.options.allow_shrink:
            return
        rows = {r["name"]: r.get("rows", 0) for r in self.before.package.get("resources", [])}
        was, now = rows.get("observations", 0), summary.rows["observations"]
        if now < was * MAY_SHRINK_TO:
            raise Stop(
                f"there would be {now:,} observations instead of {was:,}; nothing was published",
                "If that is right, run it again with --allow-shrink",
            )

    def _describe(self, folder: Path, plan: Plan, summary: Summary) -> None:
        """Write `run.json`."""
        run = {
            "made": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "as_of": self.as_of.isoformat(),
            "before": self.before.name if self.before else None,
            "differs": _differs(plan, self.before),
            **summary.run(),
            **code.environment(),
        }
        build.describe_run(folder, run)


@contextmanager
def timed(stage: str, seconds: dict[str, float]) -> Iterator[None]:
    """Add the wall clock of what is done inside to a stage."""
    begun = time.monotonic()
    try:
        yield
    finally:
        seconds[stage] = seconds.get(stage, 0) + time.monotonic() - begun


def _differs(plan: Plan, before: Release | None) -> str:
    """In words, what made this release differ from the one before."""
    if before is None:
        return "first release"
    reasons = Counter(task.why for task in plan.to("read"))
    parts = [f"{count} {why}" for why, count in reasons.most_common()]
    parts += [f"{len(plan.gone)} gone"] if plan.gone else []
    kept = {task.source for task in plan.to("keep")}
    parts += [f"kept as they were: {', '.join(sorted(kept))}"] if kept else []
    return "; ".join(parts) or "another day, or other code or manifests"
