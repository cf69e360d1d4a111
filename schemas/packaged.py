"""The data files that come with the package."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def load(name: str, package: str = "schemas") -> Any:
    """A YAML file of the project (`vocabularies/wordings.yaml`), by libyaml: ten times as fast as in Python.

    Raises FileNotFoundError when there is none. Only for files of the project: documents are read by `readers.yaml_tree`.
    """
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def texts(name: str, package: str = "schemas") -> Any:
    """The same with every scalar as the text that is written: `no` and `on` are words, and no truth values."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds text only
