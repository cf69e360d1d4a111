import pyarrow as pa

from quality.lookups import NEEDS, Unmapped, lost, unmapped, unused

COLUMNS = tuple(dict.fromkeys(NEEDS))


def table(*rows):
    plain = {"source": "a", "document": "a/x.md", "line_start": 1, "component": "base", "flags": []}
    records = [dict.fromkeys(COLUMNS) | plain | row for row in rows]
    types = {"line_start": pa.int64(), "flags": pa.list_(pa.string())}
    schema = pa.schema([pa.field(name, types.get(name, pa.string())) for name in COLUMNS])
    return pa.Table.from_pylist(records, schema=schema)


def test_a_label_without_meaning_is_counted_and_has_its_first_place():
    rows = table(
        {"role_title": "Nurse", "role": "registered-nurse"},
        {"role_title": "ML  Wizard", "line_start": 7},
        {"role_title": "ml wizard", "line_start": 9},
        {"role_title": "ML Wizard", "source": "b", "document": "b/y.md"},
        {"level_label": "Z9", "level": None},
        {"region_label": "Oz", "flags": ["unmapped_label"]},
        {"region_label": "Remote", "work_mode": "remote"},
        {"component": "other", "figure_label": "Kicker"},
        {"component": "base", "figure_label": "Pay"},
    )
    assert unmapped(rows) == [
        Unmapped("a", "role", "ML  Wizard", 2, "a/x.md", 7),
        Unmapped("a", "level", "Z9", 1, "a/x.md", 1),
        Unmapped("a", "place", "Oz", 1, "a/x.md", 1),
        Unmapped("a", "component", "Kicker", 1, "a/x.md", 1),
        Unmapped("b", "role", "ML Wizard", 1, "b/y.md", 1),
    ]


def test_the_most_frequent_label_comes_first():
    rows = table(*[{"role_title": "B"}] * 2, {"role_title": "A"}, {"role_title": "C"})
    assert [(one.text, one.rows) for one in unmapped(rows)] == [("B", 2), ("A", 1), ("C", 1)]


def test_labels_that_stand_in_no_column_are_counted_apart():
    rows = table(
        {"flags": ["unmapped_label"], "observation_id": "lost"},
        {"flags": ["unmapped_label"], "level_label": "Z9"},
        {"flags": ["wide_range"]},
    )
    assert lost(rows)["observation_id"].to_pylist() == ["lost"]


def test_spellings_that_no_row_has_are_named():
    rows = table({"role_title": "ML  Wizard", "role": "ml-engineer"}, {"figure_label": "**Kicker**"})
    lookups = {
        "role": {"ml wizard": "ml-engineer", "ML Witch": "ml-engineer"},
        "component": {"kicker": "bonus", "Carrot": "bonus"},
        "period": {"per moon": "month", "per sun": "day"},
    }
    labels = [{"column": "period", "text": "Per Moon"}, {"column": "statistic", "text": "per sun"}]
    assert unused(lookups, rows, labels) == [
        ("role", "ML Witch"),
        ("component", "Carrot"),
        ("period", "per sun"),
    ]
