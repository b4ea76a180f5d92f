"""Links and indexes: what is called by a title has that title, and what the build makes stands in its index."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import NOTE, WARNING, Both, Findings, Kind
from . import spelling
from .places import Places
from .record import Link, Record, Said

TITLE = Kind(
    "site/link-title",
    WARNING,
    "「{found}」とありますが、リンク先の文書の表題は「{title}」です",
    "it says `{found}`, but the document at that address is titled `{title}`",
    "表題に合わせるか、文書を import して {{{document}}} と書けば、表題とアドレスが自動で入ります。",
    "Use its title; or import the document and write {{{document}}}, which gives title and address.",
)
OTHER_DOCUMENT = Kind(
    "site/link-other-document",
    WARNING,
    "リンクの文言「{found}」は別の文書を指していますが、リンク先は「{title}」です",
    "the words of the link, `{found}`, mean another document than `{title}`, to which it leads",
    "アドレスか文言のどちらかが誤っています。",
    "Either the address or the words are wrong.",
)
OTHER_ADDRESS = Kind(
    "site/link-other-address",
    NOTE,
    "「{found}」は一緒に調べた文書の表題ですが、そのアドレスは {address} です",
    "`{found}` is the title of a document of this run, whose address is {address}",
    "アドレスが変わった文書への古いリンクではないかを確かめてください。",
    "See whether the link is left over from an earlier address.",
)
ENTRY_TITLE = Kind(
    "site/entry-title",
    NOTE,
    "索引の「{found}」が指す文書の表題は「{title}」です",
    "the entry `{found}` of the index leads to a document titled `{title}`",
    "見出しを消して document: {document} とすれば、文書の表題になります。",
    "With `document: {document}` and no words of its own it takes the title of the document.",
)
NOT_IN_INDEX = Kind(
    "site/not-in-index",
    NOTE,
    "「{title}」が、索引「{index}」にありません",
    "`{title}` is not in the index `{index}`",
    "公表する文書なら、索引に entry を加えてください。",
    "If it is published, add an entry to the index.",
)

DOCUMENT = Both("その文書はここ", "that document is here")
_LEADS = Both("リンク先の文書はここ", "it leads to this document")
_INDEX = Both("索引はここ", "the index is here")

# Words that say of which kind a document is.
_KINDS = (
    (("特定商取引", "特商法"), ("commerce-notice",)),
    (("資金決済",), ("payment-notice",)),
    (("外部送信", "情報送信指令"), ("external-transmission-notice", "privacy-notice")),
    (("特定個人情報", "マイナンバー"), ("specific-personal-information-policy", "privacy-notice")),
    (
        ("プライバシー", "個人情報", "privacy"),
        ("privacy-notice", "specific-personal-information-policy", "general-policy"),
    ),
    (("規約", "terms of"), ("terms",)),
)


class _Site(NamedTuple):
    """The documents of a run by their addresses, titles and names; of two with one title none is meant."""

    by_url: dict[str, Record]
    by_title: dict[str, Record | None]
    by_id: dict[str, Record]


def site(records: list[Record]) -> _Site:
    """The documents of a run, to be found."""
    made = _Site({}, {}, {})
    for record in records:
        if record.url:
            made.by_url.setdefault(spelling.url(record.url), record)
        made.by_id.setdefault(record.id, record)
        title = spelling.plain(record.title)
        made.by_title[title] = None if title in made.by_title else record
    return made


def check(records: list[Record], places: Places) -> Findings:
    """Links whose words and addresses mean different documents, entries of indexes, and what is in no index."""
    found = Findings()
    every = site(records)
    told: set[Said] = set()
    for record in records:
        for link in record.links:
            if link.words not in told:
                told.add(link.words)
                _link(link, record, every, places, found)
    _indexes(records, every, places, found)
    return found


def _link(link: Link, record: Record, every: _Site, places: Places, found: Findings) -> None:
    words = spelling.unquoted(link.words.words)
    named = every.by_title.get(spelling.plain(words))
    target = every.by_url.get(spelling.url(link.url))
    at = link.words.spot
    if target is None:
        if named is not None and named.url and named.operator == record.operator:
            places.report(found, OTHER_ADDRESS, at, named.spot, DOCUMENT, found=words, address=named.url)
        return
    # A link to a place within a document is called after that place.
    if target is named or target is record or "#" in link.url or _alike(words, target.title):
        return
    params = {"found": words, "title": target.title, "document": target.id}
    if named is not None or not _of_kind(words, target):
        places.report(found, OTHER_DOCUMENT, at, target.spot, _LEADS, **params)
    elif link.quoted:
        places.report(found, TITLE, at, target.spot, _LEADS, **params)


def _alike(words: str, title: str) -> bool:
    """Whether words are a title, or more or less of it."""
    one, other = spelling.plain(words), spelling.plain(title)
    return one == other or (len(one) > 3 and one in other) or (len(other) > 3 and other in one)


def _of_kind(words: str, target: Record) -> bool:
    """Whether words fit the kind of a document; those that say no kind fit all."""
    plain = spelling.plain(words)
    title = spelling.plain(target.title)
    meant = [(names, kinds) for names, kinds in _KINDS if any(name in plain for name in names)]
    return not meant or any(target.kind in kinds or any(name in title for name in names) for names, kinds in meant)


def _indexes(records: list[Record], every: _Site, places: Places, found: Findings) -> None:
    listed: set[str] = set()
    of: dict[str, Record] = {}
    for index in records:
        if index.kind != "site-index":
            continue
        of.setdefault(spelling.plain(index.operator), index)
        for entry in index.entries:
            target = every.by_id.get(entry.document) or every.by_url.get(spelling.url(entry.url))
            if target is None:
                words = Link(entry.words, True, entry.url)
                _link(words, index, every, places, found)
                continue
            listed.add(target.id)
            words_ = entry.words.words
            if words_ and not _alike(words_, target.title):
                params = {"found": words_, "title": target.title, "document": target.id}
                places.report(found, ENTRY_TITLE, entry.words.spot, target.spot, DOCUMENT, **params)
    for record in records:
        index_ = of.get(spelling.plain(record.operator)) if record.operator else None
        if index_ is not None and record.kind != "site-index" and record.id not in listed:
            params = {"title": record.title, "index": index_.title}
            places.report(found, NOT_IN_INDEX, record.spot, index_.spot, _INDEX, **params)
