"""The kind of document that a call names."""

from __future__ import annotations

from . import _common


def named(name: str, lang: str) -> str:
    """The English word of a kind by any of its names; a call that names none ends here, told which there are."""
    from ..format.kinds import kind_of_document, kinds_listed, near_kind

    word = kind_of_document(name)
    if not word:
        ja = lang == "ja"
        near = near_kind(name)
        listed = kinds_listed(ja)
        if ja:
            meant = f"「{near}」のことですか。" if near else ""
            _common.stop(f"「{name}」という種別の文書はありません。{meant}あるもの: {'、'.join(listed)}")
        meant = f"; did you mean `{near}`?" if near else ""
        _common.stop(f"no kind of document goes by `{name}`{meant} (known: {', '.join(listed)})")
    return word
