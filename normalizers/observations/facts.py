"""What a document says of itself, the levels it sets equal and the sources it cites, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from normalizers import labels as meaning
from normalizers.observations.subjects import written
from schemas import Comparison, Document, Facts

if TYPE_CHECKING:
    from normalizers.observations import Observed
    from normalizers.observations.record import Observation

QUALITIES = frozenset({"high", "medium", "low"})


def fill(document: Document, said: list[Facts], found: Observed, made: list[Observation]) -> None:
    """Fill facts, levels and citations; the document's own date and quality go to its rows."""
    values = {key: cell for facts in reversed(said) for key, cell in facts.values.items()}
    text = {key: " ".join(cell.text.split()) for key, cell in values.items()}
    updated, review, as_of = (meaning.date(text.get(key, "")) for key in ("updated", "next_review", "as_of"))
    quality = text.get("declared_quality", "").lower()
    found.facts = {
        "title": text.get("title"),
        "updated": updated[0] if updated else None,
        "updated_label": text.get("updated"),
        "next_review": review[0] if review else None,
        "as_of": as_of[0] if as_of else None,
        "as_of_label": text.get("as_of"),
        "cadence": meaning.duration(text["cadence"]) if "cadence" in text else None,
        "declared_quality": quality if quality in QUALITIES else None,
    }
    for one in made:
        record = one.record
        record["declared_quality"] = found.facts["declared_quality"]
        if record["as_of_label"] is None and found.facts["as_of"] is not None:
            record["as_of"], record["as_of_label"] = found.facts["as_of"], found.facts["as_of_label"]
            one.labels["as_of_label"] = values["as_of"]
    for facts in said:
        found.levels += [_level(document, one) for one in facts.levels]
        found.citations += [_citation(document, one) for one in facts.citations]
        found.comparisons += [_comparison(document, one) for one in facts.comparisons]


def _level(document: Document, one: Any) -> dict[str, Any]:
    return {
        "document": document.path,
        "source": document.source,
        "company": written(one.company),
        "label": written(one.label),
        "title": written(one.title),
        "years": written(one.years),
        "other_company": written(one.other_company),
        "other_label": written(one.other_label),
        "line": document.line(one.cell.start),
        "char_start": one.cell.start,
        "char_end": one.cell.end,
    }


def _citation(document: Document, one: Any) -> dict[str, Any]:
    return {
        "document": document.path,
        "source": document.source,
        "marker": one.marker or None,
        "text": one.text or None,
        "url": one.url or None,
        "line": document.line(one.cell.start),
        "char_start": one.cell.start,
        "char_end": one.cell.end,
    }


def _comparison(document: Document, one: Comparison) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "line": document.line(one.cell.start),
        "figure_start": one.figure.start if one.figure is not None else None,
        "levels": one.levels,
        "skills": one.skills,
        "role": one.role,
        "percentiles": one.percentiles,
        "amount": one.amount,
    }
