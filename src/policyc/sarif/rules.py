"""The descriptors of rules (3.49): what a code means, what to do about it, how sure it is, and which article it rests on."""

from __future__ import annotations

import re

from .. import law
from ..audit.findings import kind as kind_of
from ..audit.rule_page import basis, markdown, page
from ..diagnostics import Kind
from .places import Json
from .statutes import Taxonomies

# How often a finding is right: declared facts, else words; words only; what is no finding.
_PRECISION = {"facts": "very-high", "either": "high", "words": "medium", "unanswerable": "medium", "coming": "medium"}
_FIELD = re.compile(r"\{[^{}]*\}")


def of_law(rule: law.Rule, lang: str, taxonomies: Taxonomies) -> Json:
    """A rule of law: its title, its message with the citation, its page, and its article as a taxon."""
    kind = kind_of(rule)
    titles = {"ja": rule.title_ja, "en": rule.title_en}
    return {
        "id": rule.id,
        "name": _name(rule.id),
        **_words(lang, titles, {"ja": kind.ja, "en": kind.en}, page(rule, lang), markdown(rule, lang)),
        "defaultConfiguration": {"level": kind.severity},
        "relationships": [taxonomies.relationship(rule)],
        "properties": {
            "tags": ["law", rule.statute, *rule.documents],
            "precision": _PRECISION[basis(rule)],
            "law": rule.reference,
            "verified": rule.verified,
            **_other(lang, titles, {"ja": kind.ja, "en": kind.en}, {"ja": page(rule, "ja"), "en": page(rule, "en")}),
        },
    }


def of_language(kind: Kind, told: str, lang: str) -> Json:
    """A diagnostic of the language; `told` is its page, in which both languages stand."""
    short = {"ja": plain(kind.ja), "en": plain(kind.en)}
    helps = {"ja": plain(kind.help_ja), "en": plain(kind.help_en)}
    full = {
        one: f"{short[one]}{'。' if one == 'ja' else '.'}{'' if one == 'ja' else ' '}{helps[one]}".strip()
        for one in short
    }
    return {
        "id": kind.code,
        "name": _name(kind.code),
        **_words(lang, short, full, helps[lang] or full[lang], told or helps[lang] or full[lang]),
        "defaultConfiguration": {"level": kind.severity},
        "properties": {
            "tags": [kind.code.partition("/")[0]],
            "precision": "very-high",
            **({"law": kind.law} if kind.law else {}),
            **_other(lang, short, full, helps),
        },
    }


def plain(template: str) -> str:
    """A template of a message as a sentence on all its occurrences: `…` where each has its own words."""
    return _FIELD.sub("…", template.replace("{{", "\0").replace("}}", "\1")).replace("\0", "{").replace("\1", "}")


def _name(code: str) -> str:
    """A code as the identifier that some services ask for (3.49.7): `model/unknown-field` is ModelUnknownField."""
    return "".join(part[:1].upper() + part[1:] for part in re.split("[/-]", code))


def _words(lang: str, short: dict[str, str], full: dict[str, str], text: str, marked: str) -> Json:
    return {
        "shortDescription": {"text": short[lang]},
        "fullDescription": {"text": full[lang]},
        "help": {"text": text, "markdown": marked},
    }


def _other(lang: str, short: dict[str, str], full: dict[str, str], help_: dict[str, str]) -> Json:
    """The same in the other language. SARIF has translations (3.14.9), which would double every rule of the log."""
    other = "en" if lang == "ja" else "ja"
    return {other: {"shortDescription": short[other], "fullDescription": full[other], "help": help_[other]}}
