"""Nouns to and from plain JSON, by the one schema and its version.

The shape is that of the dataclasses; pydantic (Colvin et al.) walks them, so that no field is spelled out twice. It is loaded on first
use: ``import sayso`` stays light.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from sayso.errors import UsageError
from sayso.model.reading import Reading
from sayso.model.span import Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = "sayso.reading/1"
_Noun = TypeVar("_Noun")


def to_json(reading: Reading) -> str:
    """Return a Reading as one line of JSON: the schema's name first, then the fields in the order of the noun."""
    fields = _adapter().dump_python(reading, mode="json")
    return json.dumps({"schema": SCHEMA, **fields}, ensure_ascii=False, separators=(",", ":"))


def from_json(line: str) -> Reading:
    """Return the Reading that ``to_json`` wrote, every span checked against the text; raise UsageError or UngroundedError otherwise."""
    from pydantic import ValidationError

    try:
        fields = json.loads(line)
        if not isinstance(fields, dict) or fields.pop("schema", None) != SCHEMA:
            raise UsageError(
                f'this is not a Reading: expected a JSON object whose "schema" is {SCHEMA!r}, as `sayso read --json` writes it'
            )
        reading = _adapter().validate_python(fields)
    except (json.JSONDecodeError, ValidationError) as error:
        raise UsageError(f"this is not a Reading of schema {SCHEMA!r}: {error}") from error
    for span in spans(reading):
        span.check(reading.article.text)
    return reading


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what ``to_json`` writes."""
    described = _adapter().json_schema(mode="serialization")
    described["properties"] = {"schema": {"const": SCHEMA, "title": "Schema"}, **described["properties"]}
    described["required"] = ["schema", *described["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}", **described}


def to_fields(noun: object) -> dict[str, Any]:
    """Return any noun as plain JSON values, its fields by name."""
    return cast(dict[str, Any], _adapter_of(type(noun)).dump_python(noun, mode="json"))


def from_fields(kind: type[_Noun], fields: object) -> _Noun:
    """Return the noun of this kind that ``to_fields`` gave; raise UsageError when the fields are not such a noun's."""
    from pydantic import ValidationError

    try:
        return cast(_Noun, _adapter_of(kind).validate_python(fields))
    except ValidationError as error:
        raise UsageError(f"this is no {kind.__name__}: {error}") from error


def spans(noun: object) -> list[Span]:
    """Return every Span inside a noun, at any depth, in field order."""
    found: list[Span] = []
    _collect(noun, found)
    return found


def _collect(noun: object, found: list[Span]) -> None:
    if isinstance(noun, Span):
        found.append(noun)
    elif isinstance(noun, tuple):
        for part in noun:
            _collect(part, found)
    elif noun is not None:
        for name in _holders(cast(Hashable, type(noun))):
            _collect(getattr(noun, name), found)


@cache
def _holders(kind: Hashable) -> tuple[str, ...]:
    """The fields of a noun that may hold a Span, by their types: of the ten thousand values in a Reading, few need be looked at."""
    hints = get_type_hints(kind) if is_dataclass(kind) else {}
    return tuple(name for name, hint in hints.items() if _may_hold(hint))


def _may_hold(hint: Any) -> bool:
    return hint is Span or bool(_holders(hint)) or any(_may_hold(part) for part in get_args(hint))


def _adapter() -> TypeAdapter[Reading]:
    return _adapter_of(Reading)


def _adapter_of(kind: type[Any]) -> TypeAdapter[Any]:
    return _adapters(cast(Hashable, kind))


@cache
def _adapters(kind: Hashable) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(cast("type[Any]", kind))
