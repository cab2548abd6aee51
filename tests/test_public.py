"""The public face: what `import sayso` offers, and how light it is."""

import subprocess
import sys

import sayso


def test_public_names_are_those_listed() -> None:
    assert all(hasattr(sayso, name) for name in sayso.__all__)
    assert sorted(sayso.__all__) == sayso.__all__


def test_import_is_light() -> None:
    """Nothing heavy is loaded before something is read: no parser, no extraction, no validation."""
    heavy = {"spacy", "numpy", "pydantic", "trafilatura", "py3langid", "rich", "jinja2", "lxml"}
    code = f"import sys, sayso; print(sorted({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
