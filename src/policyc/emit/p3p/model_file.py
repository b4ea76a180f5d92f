"""The model of `policy.p3p.json` as a whole: for programs that read the file, and for its JSON Schema."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import create_model

from ...facts import BY_TABLE
from .model_facts import PRACTICES, of_member, of_table
from .model_p3p import P3p
from .models import Field, Id, Ids, Origin, Strict, Text, Url, absent


class Document(Strict):
    """The document that the policy was made from."""

    id: Id = Field(description="The id of the document in its source.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: Text = Field(description="Its title.")
    url: Url = absent("The address it is published at.")
    version: Text = absent("The name of the version, if it has one.")
    replaces: Url = absent("The address of the version that it replaces, where the source declares one.")
    language: Literal["ja"] = Field(description="The language of all texts.")
    subjects: Ids = Field(description="The people it speaks of: ids of `subjects`.")
    origin: Origin


class _Head(Strict):
    """What stands before the facts."""

    schema_: Literal["https://example.org/ns/policyc/schema/p3p-policy-1.schema.json"] = Field(
        alias="$schema", description="The schema of this file."
    )
    format: Literal["policyc-p3p-policy"] = Field(description="What this file is.")
    version: Literal["1.0"] = Field(description="The version of the format.")
    document: Document = Field(description="The document.")
    p3p: P3p = Field(description="The policy in the words of P3P.")


_ABOUT = """A privacy policy as a P3P 1.0 policy (`p3p`) and as the facts of the APPI that it was made from.

Ids are those of the source and the anchors of the HTML page. An empty member is left out, so a member that is
absent is not stated; `silences` are what the text declares that there is none of, or tells on request."""
_PARTIES = of_table("parties")
_OPERATOR = "The business operator that publishes the document (APPI art. 32(1)(i))."


def _members() -> dict[str, Any]:
    """The tables of facts as members: the operator apart from the other parties, practices by what they are."""
    found: dict[str, Any] = {"operator": (_PARTIES, Field(description=_OPERATOR))}
    for kind in BY_TABLE.values():
        if kind.table == "practices":
            for member, said in PRACTICES.items():
                found[member] = (list[of_member(member)], Field(description=said.rows))  # type: ignore[misc]
        else:
            row = _PARTIES if kind.table == "parties" else of_table(kind.table)
            found[kind.member] = (list[row], Field(description=kind.rows.en))  # type: ignore[valid-type]
    return found


PolicyFile = create_model("PolicyFile", __base__=_Head, __doc__=_ABOUT, **_members())
