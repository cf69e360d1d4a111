"""The rooms are entered in one direction (the contracts stand in pyproject.toml)."""

from pathlib import Path

from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure


def test_imports_keep_their_direction(capsys):
    configure()
    kept = lint_imports(config_filename=str(Path(__file__).parent.parent / "pyproject.toml"), cache_dir=None)
    assert kept, capsys.readouterr().out
