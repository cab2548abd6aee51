#!/usr/bin/env bash
# Pin every dependency with its hashes, for all declared Pythons and platforms. Needs `uv`. Run from the project's folder.
set -euo pipefail
pin=(uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11)
"${pin[@]}" "$@" pyproject.toml -o requirements/base.txt
"${pin[@]}" "$@" pyproject.toml --extra dev -c requirements/base.txt -o requirements/dev.txt
printf "hatchling\neditables\n" | "${pin[@]}" "$@" - -c requirements/dev.txt -o requirements/build.txt
