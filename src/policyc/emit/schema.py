"""The JSON Schema of a file that a target writes, from its pydantic models; emitting never imports this."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode


def schema_text(model: type[BaseModel], identifier: str) -> str:
    """The schema (draft 2020-12) of a model under its `$id`; the same text each time."""

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
