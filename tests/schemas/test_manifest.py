import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.manifest import Manifest, ManifestError, json_schema, parse

HEAD = "title: A guide\npublisher: Somebody\n"


def mistakes(text):
    with pytest.raises(ManifestError) as caught:
        parse(text, "raw/a/source.yaml")
    return caught.value.messages


def test_the_shortest_manifest():
    manifest = parse(HEAD, "source.yaml")
    assert manifest.licence == "unknown"
    assert manifest.documents == ["**/*"]
    assert manifest.limits.size == 20_000_000


def test_scalars_stay_as_written():
    manifest = parse(HEAD + "defaults: {country: NO, currency: NOK, sample_size: 010}\n", "source.yaml")
    assert manifest.defaults == {"country": "NO", "currency": "NOK", "sample_size": "010"}


def test_sizes_durations_and_dates():
    text = (
        HEAD
        + "limits: {size: 1.5 MB, memory: 1 GiB}\ncadence: P3M\ncaptured: 2026-02-03\ndocuments: '*.md'\n"
    )
    manifest = parse(text, "source.yaml")
    assert (manifest.limits.size, manifest.limits.memory) == (1_500_000, 2**30)
    assert str(manifest.captured) == "2026-02-03"
    assert manifest.documents == ["*.md"]


def test_a_spelling_without_a_meaning_is_undecided():
    manifest = parse(HEAD + "lookups: {role: {a: nurse, b: }, level: }\n", "source.yaml")
    assert manifest.lookups == {"role": {"a": "nurse"}, "level": {}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A\npublishr: B\n", "raw/a/source.yaml:2: there is no key 'publishr'; did you mean 'publisher'?"),
        ("title: A\n", "raw/a/source.yaml:1: publisher is missing"),
        (HEAD + "defaults:\n  period: yaer\n", "raw/a/source.yaml:4: period cannot be 'yaer'; did you mean 'year'?"),
        (HEAD + "defaults:\n  curency: EUR\n", "raw/a/source.yaml:4: there is no key 'curency'; did you mean 'cur"),
        (HEAD + "lookups:\n  roles: {x: y}\n", "raw/a/source.yaml:4: there is no key 'roles'; did you mean 'role'?"),
        (HEAD + "lookups:\n  skill: {x: y}\n", "raw/a/source.yaml:4: there is no key 'skill'; known: role,"),
        (HEAD + "lookups:\n  period:\n    moon: mnth\n", "raw/a/source.yaml:5: 'moon' cannot mean 'mnth'; did you mean 'month'?"),
        (HEAD + "limits:\n  sise: 3\n", "raw/a/source.yaml:4: there is no key 'sise'; did you mean 'size'?"),
        (HEAD + "cadence: 3 months\n", "raw/a/source.yaml:3: cadence '3 months': not an ISO 8601 duration such as"),
        (HEAD + "limits:\n  size: 3 XB\n", "raw/a/source.yaml:4: limits.size '3 XB': not a size such as"),
        (HEAD + "encoding: idna\n", "raw/a/source.yaml:3: encoding 'idna': not a known character encoding"),
        (HEAD + "expect:\n  rows: {min: 5, max: 3}\n", "raw/a/source.yaml:4: expect.rows: min 5 is over max 3"),
        (HEAD + "captured: 2025-02-30\n", "raw/a/source.yaml:3: captured '2025-02-30': not a day such as 2026-03-15"),
        (HEAD + "captured: 15 March 2026\n", "raw/a/source.yaml:3: captured '15 March 2026': not a day such as 2026-03-15"),
        (HEAD + "defaults: {country: Netherlands}\n", "raw/a/source.yaml:3: country 'Netherlands': not a code of two letters"),
        (HEAD + "defaults: {country: UK}\n", "raw/a/source.yaml:3: country 'UK': not a code of two letters (ISO 3166-1), such as NL"),
        (HEAD + "defaults: {currency: Euro}\n", "raw/a/source.yaml:3: currency 'Euro': not a code of three letters"),
        (HEAD + "expect: {rows: {min: many}}\n", "raw/a/source.yaml:3: expect.rows.min 'many': not a number"),
        (HEAD + "expect: {rejected: {max: 2}}\n", "raw/a/source.yaml:3: expect.rejected.max '2': must be less than or equal to 1"),
        ("title: Pay: a guide\n", "raw/a/source.yaml:1: mapping values are not allowed here; put a value that holds `: ` in quotes"),
        ("title: A\n\tpublisher: B\n", "raw/a/source.yaml:2: found character '\\t' that cannot start any token; indent with spaces"),
        (HEAD + "documents: *.md\n", "raw/a/source.yaml:3: expected alphabetic or numeric character, but found '.'; put a value"),
        (HEAD + "url: @acme\n", "raw/a/source.yaml:3: found character '@' that cannot start any token; put the value in quotes"),
        (HEAD + "licence CC0\nurl: x\n", "raw/a/source.yaml:4: could not find expected ':'; behind a key stand a colon and a space"),
        (HEAD + "cadence: P9999Y\n", "raw/a/source.yaml:3: cadence 'P9999Y': longer than 100 years"),
        (HEAD + "cadence: P99999D\n", "raw/a/source.yaml:3: cadence 'P99999D': longer than 100 years"),
        (HEAD + "freshness: {fresh: 30, stale: 7}\n", "raw/a/source.yaml:3: stale 7 is less than fresh 30"),
        (HEAD + "freshness: {fersh: 30}\n", "raw/a/source.yaml:3: there is no key 'fersh'; did you mean 'fresh'"),
        (HEAD + "title: B\n", "raw/a/source.yaml:3: 'title' is given twice"),
        ("- a\n", "raw/a/source.yaml:1: a manifest is a list of"),
        ("", "raw/a/source.yaml:1: a manifest is a list of"),
        ("a: [\n", "raw/a/source.yaml:2: "),
        ("a: &x {b: c}\nd: *x\n", "raw/a/source.yaml:1: anchors and aliases are not allowed"),
        ("a: " + "[" * 40_000, "raw/a/source.yaml:1: "),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(text, message):
    assert any(found.startswith(message) for found in mistakes(text)), mistakes(text)


def test_all_mistakes_are_named_at_once():
    assert len(mistakes("titel: A\npublishr: B\n")) == 4


@given(st.text(max_size=200))
def test_any_text_is_a_manifest_or_a_mistake(text):
    try:
        assert isinstance(parse(HEAD + text, "source.yaml"), Manifest)
    except ManifestError as error:
        # Either outcome is right, each with its own promise.
        assert all(message.startswith("source.yaml:") for message in error.messages)  # noqa: PT017


def test_the_json_schema_knows_the_keys():
    schema = json.loads(json_schema())
    assert schema["required"] == ["title", "publisher"]
    assert "currency" in schema["properties"]["defaults"]["propertyNames"]["enum"]
    assert schema["additionalProperties"] is False
