"""The kinds of documents as a call names them: by word, by the names of pages, or nearly so."""

from __future__ import annotations

from ..diagnostics.nearest import nearest
from ..model.document_kinds import DOCUMENT_KINDS, folded, kind_called


def kind_of_document(name: str) -> str:
    """The English word of the kind that goes by a name, "" where none does."""
    kind = kind_called(name)
    return kind.word if kind is not None else ""


def near_kind(name: str) -> str:
    """The name of a kind that a name is close to, as it is declared; "" where none is close."""
    names = {folded(one): one for kind in DOCUMENT_KINDS for one in kind.names}
    return names.get(nearest(folded(name), names), "")


def kinds_listed(ja: bool) -> list[str]:
    """Every kind by its words, that of the language first: 「利用規約（terms）」, `terms (利用規約)`."""
    return [f"{kind.ja}（{kind.word}）" if ja else f"{kind.word} ({kind.ja})" for kind in DOCUMENT_KINDS]
