"""The docs say what is true: outputs are real, every command and option is explained, every link leads somewhere."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from sayso.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "bench" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
USE = ROOT / "docs" / "use.md"


def commands(command: Any, path: tuple[str, ...] = ("sayso",)) -> list[tuple[str, Any]]:
    below = getattr(command, "commands", {})
    return [(" ".join(path), command), *(row for name, sub in sorted(below.items()) for row in commands(sub, (*path, name)))]


COMMANDS = commands(typer.main.get_command(app))


@pytest.mark.parametrize(("name", "command"), [pytest.param(*row, id=row[0]) for row in COMMANDS])
def test_use_explains_every_command_and_option(name: str, command: Any) -> None:
    words = USE.read_text(encoding="utf-8")
    assert f"`{name}" in words or name == "sayso bench"
    for parameter in command.params:
        for option in parameter.opts:
            assert not option.startswith("--") or option == "--help" or re.search(rf"[` ]{option}\b", words), f"{name} {option}"


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_page_names_only_options_that_exist(page: Path) -> None:
    known = {option for _, command in COMMANDS for parameter in command.params for option in parameter.opts} | {"--help"}
    for line in re.findall(r"(?:^\$ |`)sayso ([^`\n]*)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_page_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_page_shows_the_outputs_that_commands_give(page: Path) -> None:
    spec = importlib.util.spec_from_file_location("outputs", ROOT / "docs" / "outputs.py")
    assert spec is not None and spec.loader is not None
    outputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(outputs)
    words = page.read_text(encoding="utf-8")
    assert outputs.refreshed(words) == words


def test_first_ledger_runs_in_python_as_shown() -> None:
    """The commands of the page run with the outputs of all pages, above; this is its Python."""
    spec = importlib.util.spec_from_file_location("outputs", ROOT / "docs" / "outputs.py")
    assert spec is not None and spec.loader is not None
    outputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(outputs)
    (code,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    with outputs.folder() as here:
        done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=True)
    assert "no such plan" in done.stdout  # what Ilan Brod says


def test_page_of_attributions_shows_what_is_found_today() -> None:
    page = ROOT / "docs" / "attributions.md"
    spec = importlib.util.spec_from_file_location("attributions_page", ROOT / "docs" / "attributions.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    words = page.read_text(encoding="utf-8")
    assert script.refreshed(words) == words


def test_every_makefile_target_named_in_the_docs_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"\bmake ([a-z]+)\b`", page.read_text(encoding="utf-8"))) <= targets, page.name


def test_changelog_knows_this_version() -> None:
    from sayso import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
