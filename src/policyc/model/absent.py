"""Notes on what a document may lack, and what is lost with it."""

from __future__ import annotations

from ..diagnostics import NOTE, Kind

NO_ADDRESS = Kind(
    "model/no-address",
    NOTE,
    "文書「{found}」に公表するアドレス（url）がありません",
    "the document `{found}` has no address (`url`)",
    "出力の識別子は「{urn}」で始まり、正規のアドレスへのリンクは付きません。公表先が決まっていれば「url: <https://…>」を加えてください。",
    "Identifiers in the outputs begin with `{urn}`, and no canonical link is written. Once it is known, add `url: <https://…>`.",
)
NO_OPERATOR = Kind(
    "model/no-operator",
    NOTE,
    "文書「{found}」に事業者（operator）がありません",
    "the document `{found}` has no operator",
    "JSON-LD は公表者と管理者を述べず、P3P は作られません。組織を宣言して「operator: 識別名」を加えてください。",
    "The JSON-LD states neither publisher nor controller, and no P3P is made. Declare an organization and add `operator: name`.",
)
