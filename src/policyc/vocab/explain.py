"""A finding about the form of a row, in words for the person who wrote the YAML."""

from __future__ import annotations

from typing import Any

from policyc.vocab.check import Fault, unknown

_FIELDS = {
    "": (
        *("id", "ja", "aliases", "en", "definition", "dpv", "own", "p3p"),
        *("open", "sensitive", "article", "parts", "equivalent"),
    ),
    "definition": ("ja", "en"),
    "dpv": ("terms", "fit", "note"),
    "p3p": ("terms", "categories", "fit", "note"),
}
_SHAPES = {
    "id": ("英小文字とハイフンの名前", "a name of small letters and hyphens"),
    "parts": ("英小文字とハイフンの名前", "names of small letters and hyphens"),
    "aliases": (
        "文字で始まる、空白や記号のない語",
        "words that begin with a letter, without blanks or signs",
    ),
    "terms": ("「dpv:Marketing」の形の語", "terms such as “dpv:Marketing”"),
    "own": ("自分の名前空間の URL", "a term of a namespace of your own, as a URL"),
}
_KINDS = {
    "string_type": ("文字列", "a string"),
    "list_type": ("一覧", "a list"),
    "bool_type": ("true か false", "true or false"),
    "too_short": ("空でない一覧", "a list that is not empty"),
}


def explain(finding: Any) -> Fault:
    """One of pydantic's findings as a place in the row and a message in Japanese and English."""
    path: tuple[str | int, ...] = finding["loc"]
    names = [part for part in path if isinstance(part, str)]
    key, kind, context = names[-1] if names else "", finding["type"], finding.get("ctx", {})
    if kind == "missing":
        return path, f"「{key}」がありません", f"“{key}” is missing"
    if kind == "extra_forbidden":
        return path, *unknown(key, _FIELDS.get(names[0] if len(names) > 1 else "", ()))
    if kind == "literal_error":
        ja, en = (context["expected"].replace(" or ", " か "), context["expected"])
    elif kind == "string_pattern_mismatch" and key in _SHAPES:
        ja, en = _SHAPES[key]
    elif kind in ("string_pattern_mismatch", "string_too_long"):
        ja, en = "前後に空白のない、長すぎない語句", "a text that is not too long and has no blanks around it"
    else:
        ja, en = _KINDS.get(kind, ("名前と値の組", "a mapping"))
    return path, f"「{key or '行'}」は{ja}です", f"“{key or 'row'}” must be {en}"
