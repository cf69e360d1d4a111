"""Which code a document goes through, as a hash.

A module counts when it can be reached by imports from the extractor of a source or from the steps that every document
takes. So a change of one source's extractor re-reads that source only, and a change of the grammar of figures re-reads
all. Imports are read out of the files, not asked of a running process: what would only be imported later counts too.
"""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

ROOMS = ("schemas", "normalizers", "extractors", "quality", "flows")
EVERY_DOCUMENT = "flows.reading"
"""The module whose imports are the steps that every document takes."""

_DISTRIBUTIONS = {"bs4": "beautifulsoup4", "yaml": "pyyaml", "frontmatter": "python-frontmatter"}
_IMPORT = re.compile(
    r"(?:^|[:;])[ \t]*((?:from[ \t]+[\w.]+[ \t]+)?import\b(?:[ \t]*\([^)]*\)|[^\n;]*))", re.MULTILINE
)
_DATA = frozenset({".yaml", ".json"})


@cache
def version(extractor: str) -> str:
    """A hash of everything but the document that can influence what is read from it by this extractor.

    `extractor` is a module's name, with a colon and what it offers where it is an entry point. Counts code, vocabularies,
    and the versions of Python, of imported libraries, and of the package that a third party's extractor comes in.
    """
    module = extractor.partition(":")[0]
    ours, others = reached(module, EVERY_DOCUMENT)
    # Data that lie beside its code change with its version.
    others |= {module.partition(".")[0]} - set(ROOMS)
    digest = sha256(f"python {'.'.join(map(str, sys.version_info[:3]))}".encode())
    for name in sorted(others - set(sys.stdlib_module_names)):
        digest.update(f"\n{name} {_version_of(name)}".encode())
    for name in sorted(ours):
        digest.update(f"\n{name} {_hash(ours[name])}".encode())
    for room in sorted(
        {name.partition(".")[0] for name in ours} & {"schemas", "normalizers", "extractors", "quality"}
    ):
        digest.update(f"\n{room} {_data_of(room)}".encode())
    return digest.hexdigest()[:16]


@cache
def version_of_release() -> str:
    """A hash of everything but the documents that can influence a release made of their rows."""
    return version("flows.refresh")


def environment() -> dict[str, object]:
    """Versions that matter when a release is to be made again."""
    ours, others = reached("flows.refresh", EVERY_DOCUMENT)
    libraries = {name: _version_of(name) for name in sorted(others - set(sys.stdlib_module_names))}
    return {
        "wagebook": _own_version(),
        "code": version_of_release(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "libraries": {name: found for name, found in libraries.items() if found},
        "modules": len(ours),
    }


def reached(*modules: str) -> tuple[dict[str, Path], set[str]]:
    """Files of our modules that can be reached from these, by module, and the top names of everybody else's.

    A module from somewhere else (a third party's extractor) counts as ours if it is named here.
    """
    found: dict[str, Path] = {}
    others: set[str] = set()
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        path = _file(name)
        if path is None:
            continue
        found[name] = path
        for wanted in (*_imports(path, name), *_packages_around(name)):
            if _is_ours(wanted, modules):
                waiting.append(wanted)
            else:
                others.add(wanted.partition(".")[0])
    return found, others


def _is_ours(name: str, modules: tuple[str, ...]) -> bool:
    top = name.partition(".")[0]
    return top in ROOMS or top in {module.partition(".")[0] for module in modules}


def _packages_around(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts))]


@cache
def _imports(path: Path, module: str) -> tuple[str, ...]:
    """Names of modules that a file imports anywhere; names that may be modules or what is in them come along."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    names: list[str] = []
    for node in _importing(path.read_bytes()):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                around = package.split(".")
                base = ".".join([*around[: len(around) - node.level + 1], *([base] if base else [])])
            names += [base, *(f"{base}.{alias.name}" for alias in node.names)]
    return tuple(names)


def _importing(content: bytes) -> list[ast.stmt]:
    """The import statements of a file, also those within others; where a text only looks like one, all statements.

    A whole file takes thirty times as long to parse, and this is done for all files at every start. Raises SyntaxError.
    """
    try:
        return ast.parse("\n".join(_IMPORT.findall(content.decode("utf-8-sig")))).body
    except (SyntaxError, UnicodeDecodeError):
        # Bytes, so that Python itself finds out how they are encoded.
        return [node for node in ast.walk(ast.parse(content)) if isinstance(node, ast.stmt)]


@cache
def _file(module: str) -> Path | None:
    """The source file of a module; None for what is no module or has no source."""
    top, _, rest = module.partition(".")
    if top not in ROOMS:
        try:
            spec = find_spec(module)
        # To find a module, Python imports the packages around it: a third party's, which may do anything.
        except Exception:  # noqa: BLE001
            return None
        return Path(spec.origin) if spec and spec.origin and spec.origin.endswith(".py") else None
    for folder in _room(top):
        base = folder.joinpath(*rest.split(".")) if rest else folder
        for path in (base / "__init__.py", base.with_suffix(".py")):
            if path.is_file():
                return path
    return None


@cache
def _room(name: str) -> tuple[Path, ...]:
    """The folders of a room: its own first."""
    spec = find_spec(name)
    if spec is None or spec.submodule_search_locations is None:
        raise ImportError(f"the package {name} is not there")
    return tuple(Path(folder) for folder in spec.submodule_search_locations)


@cache
def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


@cache
def _data_of(room: str) -> str:
    """One hash for the data files (vocabularies) of a room."""
    base = _room(room)[0]
    files = sorted(p for p in base.rglob("*") if p.suffix in _DATA and p.is_file())
    return sha256("\n".join(f"{p.relative_to(base)} {_hash(p)}" for p in files).encode()).hexdigest()


def _own_version() -> str:
    try:
        return metadata.version("wagebook")
    except metadata.PackageNotFoundError:
        return "not installed"


@cache
def _version_of(name: str) -> str:
    try:
        return metadata.version(_DISTRIBUTIONS.get(name, name))
    except metadata.PackageNotFoundError:
        owners = metadata.packages_distributions().get(name, [])
        return " ".join(f"{owner} {metadata.version(owner)}" for owner in sorted(owners))
