"""Models of the JSON that leaves the program: what they share, and their JSON Schema.

Imported by the `models` modules only, when files are frozen or a package is verified: nothing that checks or builds imports it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaMode

OPEN = "x-open"
"""The keyword of a list of values that may grow under the same `$id`: docs/compatibility.md."""
EXACT = "x-exact"
"""The keyword of a format to which nothing is added under the same `$id`, since its reader refuses what it does not know."""


class Closed(BaseModel):
    """No value is converted, and no member is let in that is not described."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def absent(about: str) -> Any:
    """A member that may be left out; None is no value of it."""
    return Field(default=None, description=about)


def open_list(about: str) -> Any:
    """A member whose values may become more; readers expect others than those listed."""
    return Field(description=about, json_schema_extra={OPEN: True})


Text = Annotated[str, Field(min_length=1)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Count = Annotated[int, Field(ge=0)]
Nth = Annotated[int, Field(ge=1)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]


class Both(Closed):
    """A text in both languages."""

    ja: Text = Field(description="In Japanese.")
    en: Text = Field(description="In English.")


def schema_text(model: type[BaseModel], identifier: str) -> str:
    """The schema (draft 2020-12) of a model under its `$id`; the same text each time."""
    from pydantic.json_schema import GenerateJsonSchema

    class Schema(GenerateJsonSchema):
        """No defaults, since absent means not stated; no titles of members, since they only repeat their names."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

        def default_schema(self, schema: Any) -> dict[str, Any]:
            return self.generate_inner(schema["schema"])

        def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
            made = super().generate(schema, mode)
            return {"$schema": self.schema_dialect, "$id": identifier, **made}

    made = model.model_json_schema(by_alias=True, schema_generator=Schema)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
