"""The JSON Schema of `policy.p3p.json`, from its models; here is what they are made of.

The only module of the target that imports pydantic; emitting never imports this one. The models: `model_file` (the whole), `model_p3p`
(what the XML says), `model_facts` (what the kinds of facts declare). `python3 run.py freeze` writes the schema beside them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...facts.models import Strict
from ...json_schema import Text, absent
from ...json_schema import schema_text as made
from .document import SCHEMA

__all__ = ["Clause", "Field", "Id", "Ids", "Origin", "Strict", "Text", "Uri", "Url", "absent", "schema_text"]


Id = Annotated[str, Field(pattern=r"^\S+$", description="Unique in its member; the anchor in the HTML page.")]
Ids = list[Annotated[str, Field(pattern=r"^\S+$")]]
# As the source has it, absolute or a path or fragment of the page.
Url = Annotated[str, Field(pattern=r"^\S+$")]
Uri = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"]+$", json_schema_extra={"format": "iri"})]
Origin = Annotated[str, Field(pattern=r"^.+:[0-9]+$", description="Where it is declared: file and line.")]


Clause = Annotated[str, Field(pattern=r"^\S+$", description="The part or clause that states it: an id of `places`.")]


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the file; the same text each time."""
    from .model_file import PolicyFile

    return made(PolicyFile, SCHEMA)
