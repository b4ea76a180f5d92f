"""What there is to say about what a package holds: its manifest, its sums, its documents."""

from __future__ import annotations

from ..diagnostics import ERROR, Both, Kind

_AGAIN = ("発行元から、もう一度受け取ってください。", "Get the package again from who publishes it.")
_BUILD = (
    "`policyc build` で出力し直してから、`policyc pack` を実行してください。",
    "Run `policyc build` again, then `policyc pack`.",
)


def _kind(code: str, ja: str, en: str, help_: tuple[str, str] = _AGAIN) -> Kind:
    return Kind(f"package/{code}", ERROR, ja, en, *help_)


# -- the manifest and the sums ----------------------------------------------------------------------------------------
NO_MANIFEST = _kind(
    "no-manifest",
    "パッケージに manifest.json がありません",
    "the package has no manifest.json",
    ("policyc のパッケージか、確かめてください。", "See whether this is a package of policyc."),
)
BAD_MANIFEST = _kind(
    "bad-manifest",
    "manifest.json がパッケージの目録として読めません（{where}: {what}）",
    "manifest.json is no manifest of a package ({where}: {what})",
)
UNKNOWN_VERSION = _kind(
    "unknown-version",
    "この版の policyc が知らない形式です: {found}（知っているもの: {known}）",
    "this policyc does not know the format {found} (it knows {known})",
    ("policyc を新しくしてください。", "Use a newer policyc."),
)
NOT_CANONICAL = _kind(
    "not-canonical",
    "manifest.json が正規形（RFC 8785）で書かれていません",
    "manifest.json is not in its canonical form (RFC 8785)",
)
WRONG_MANIFEST = _kind(
    "wrong-manifest",
    "manifest.json が、パッケージの中身から作られるものと違います",
    "manifest.json is not the one that is made of these contents",
)
NO_SUMS = _kind("no-sums", "パッケージに SHA256SUMS がありません", "the package has no SHA256SUMS")
BAD_SUMS = _kind(
    "bad-sums",
    "SHA256SUMS が決まった形で書かれていません（{line} 行目）",
    "SHA256SUMS is not written as it should be (line {line})",
)
SUM_DIFFERS = _kind(
    "sum-differs",
    "「{name}」が SHA256SUMS の値と合いません",
    "`{name}` does not fit its sum in SHA256SUMS",
)
SUMS_INCOMPLETE = _kind(
    "sums-incomplete",
    "「{name}」は、SHA256SUMS とパッケージの一方にしかありません",
    "`{name}` is in only one of SHA256SUMS and the package",
)

# -- files ------------------------------------------------------------------------------------------------------------
CHANGED_FILE = _kind(
    "changed-file",
    "「{name}」が、manifest.json に書かれたものから変わっています",
    "`{name}` is not the file that manifest.json lists",
)
MISSING_FILE = _kind(
    "missing-file",
    "manifest.json に書かれた「{name}」がありません",
    "`{name}` is listed in manifest.json, and missing",
)
EXTRA_FILE = _kind(
    "extra-file",
    "「{name}」は manifest.json に書かれていません",
    "`{name}` is not listed in manifest.json",
)

# -- documents --------------------------------------------------------------------------------------------------------
BAD_DOCUMENT = _kind(
    "bad-document",
    "「{name}」が policyc の出力の目録として読めません（{what}）",
    "`{name}` is no manifest of policyc's output ({what})",
    _BUILD,
)
DOCUMENT_DIFFERS = _kind(
    "document-differs",
    "文書「{name}」について、パッケージの目録と文書の目録の書くことが違います（{member}）",
    "the manifests of the package and of the document `{name}` differ ({member})",
)
ARTEFACT_CHANGED = _kind(
    "artefact-changed",
    "「{name}」が、文書の目録に書かれたものから変わっています",
    "`{name}` is not what the document's manifest lists",
    _BUILD,
)
ARTEFACT_MISSING = _kind(
    "artefact-missing",
    "文書の目録に書かれた「{name}」がありません",
    "`{name}` is listed in the document's manifest, and missing",
    _BUILD,
)
ARTEFACT_EXTRA = _kind(
    "artefact-extra",
    "「{name}」は文書の目録に書かれていません",
    "`{name}` is not listed in the document's manifest",
    _BUILD,
)
BAD_GRAPH = _kind(
    "bad-graph",
    "「{name}」を RDF のグラフとして読めません（{what}）",
    "`{name}` cannot be read as a graph of RDF ({what})",
    _BUILD,
)
GRAPH_DIFFERS = _kind(
    "graph-differs",
    "「{name}」の述べる事実が、manifest.json に書かれたものと違います",
    "the facts that `{name}` states are not those of manifest.json",
)

# -- what is filled in for {what} -------------------------------------------------------------------------------------
NOT_THE_SCHEMA = Both("決まりに合いません", "not as the schema says")
NO_OUTPUT = Both("決まった項目がありません", "its members are not those of an output")
