"""An audit as a page that loads nothing: from the article to the sentence, and from each sentence back.

On a wide screen the rules and the text stand side by side, each with its own scroll; no script is needed for it.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from ... import law
from ...compose.sentences import Heading
from .. import Audit, Evidence, Row
from .. import words as w
from .style import STYLE
from .text import elsewhere, evidence, head, places

_MOST_SENTENCES = 3
_WORDS = {
    "ja": {
        "audit": "監査",
        "text": "本文と根拠",
        "none": "根拠とする規則なし",
        "wanting": "対処の要る規則",
        "accepted": "理由を付して残した規則",
        "nothing": "足りないものは見つかりませんでした。",
        "untouched": "当たる記載がない規則",
        "more": "ほか {} 文",
        "statutes": "法令",
        "documents": "文書",
        "hint": "条項の行にある文を選ぶと本文のその文へ、本文の文の下にある条項を選ぶとその規則へ移ります。",
    },
    "en": {
        "audit": "Audit",
        "text": "The text, and what rests on it",
        "none": "no rule rests on this",
        "wanting": "Wanting something",
        "accepted": "Accepted with a reason",
        "nothing": "Nothing was found wanting.",
        "untouched": "Rules that nothing in the document touches",
        "more": "and {} more",
        "statutes": "Statutes",
        "documents": "Documents",
        "hint": "A sentence under a rule leads to its place in the text; an article under a sentence leads to its rule.",
    },
}


def render(audits: list[tuple[Audit, Callable[[str], str]]], lang: str, put_off: list[str] | None = None) -> str:
    """All audits of a run as one page; `put_off` are lines on what of it is not told."""
    said = _WORDS[lang]
    title = escape("、".join(audit.title for audit, _ in audits))
    out = [
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{said['audit']} {title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
    ]
    if len(audits) > 1:
        links = Markup("").join(
            Markup('<li><a href="#{}">{}</a></li>\n').format(_top(audit), audit.title) for audit, _ in audits
        )
        out.append(Markup("<nav aria-label={}>\n<ul>\n{}</ul>\n</nav>\n").format(said["documents"], links))
    for audit, show in audits:
        out += _audit(audit, lang, show)
    out += (Markup("<p>{}</p>\n").format(line) for line in put_off or ())
    out.append(f"<p class=caution>{escape(w.caution(lang))}</p>\n</main>\n</body>\n</html>\n")
    return "".join(out)


def _audit(audit: Audit, lang: str, show: Callable[[str], str]) -> list[str]:
    said = _WORDS[lang]
    title, *rest = head(audit, lang)
    out = [Markup('<article id="{}">\n<h1>{}</h1>\n').format(_top(audit), title)]
    out += (Markup("<p>{}</p>\n").format(line) for line in rest)
    out += [_wanting(audit, lang), Markup("<p class=hint>{}</p>\n").format(said["hint"])]
    groups = audit.groups()
    links = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>\n').format(_statute(audit, key), law.statute(key).short)
        for key, _ in groups
    )
    out.append(Markup('<nav aria-label="{}">\n<ul>\n{}</ul>\n</nav>\n').format(said["statutes"], links))
    out.append(
        Markup('<div class=beside>\n<div class=rules tabindex=0 role=region aria-label="{}">\n').format(
            said["statutes"]
        )
    )
    resting: dict[int, dict[Markup, None]] = {}
    for key, rows in groups:
        statute = law.statute(key)
        name = statute.ja if lang == "ja" else statute.en
        answered, untouched = w.untouched(rows)
        heading = Markup('<h2 id="{}">{} <small>{}</small></h2>\n')
        out.append(heading.format(_statute(audit, key), name, statute.number))
        for group in answered:
            id_ = _id(audit, group)
            out.append(_group(audit, id_, group, lang, show))
            link = Markup('<a href="#{}">{} {}</a>').format(id_, w.mark(group[0]), group[0].rule.citation)
            for one in evidence(group):
                resting.setdefault(one.number, {})[link] = None
        out.append(_untouched(audit, untouched, lang))
    return [*out, "</div>\n", *_text(audit, resting, lang), "</div>\n</article>\n"]


def _top(audit: Audit) -> str:
    return f"audit-{audit.document}"


def _statute(audit: Audit, key: str) -> str:
    return f"{audit.document}-law-{key}"


def _id(audit: Audit, group: list[Row]) -> str:
    row = group[0]
    there = f"-{row.there.document}" if row.there is not None else ""
    name = f"{audit.document}-{row.rule.id.replace('/', '-')}-{row.answer.answer}{there}"
    if not row.accepted:
        return name
    # Of one rule and answer there may be groups for several reasons.
    reasons = dict.fromkeys((r.accepted, r.until) for r in audit.rows if r.rule.id == row.rule.id and r.accepted)
    return f"{name}-accepted-{list(reasons).index((row.accepted, row.until)) + 1}"


def _wanting(audit: Audit, lang: str) -> Markup:
    """What wants an answer, the gravest first, each with the way to its rule."""
    said, accepted = _WORDS[lang], w.accepted(audit)
    made = _listed(audit, said["wanting"], w.wanting(audit), lang)
    if accepted:
        return made + _listed(audit, said["accepted"], accepted, lang)
    return made + Markup("" if w.wanting(audit) else "<p>{}</p>\n").format(said["nothing"])


def _listed(audit: Audit, heading: str, found: list[list[Row]], lang: str) -> Markup:
    """Rules with the ways to them, and how many they are."""
    head_ = Markup("<h2>{} {}</h2>\n").format(heading, len(found))
    line = Markup('<li class="{}"><b>{}</b> <a href="#{}">{}　{}</a></li>\n')
    rows = (
        line.format(
            w.level(group[0]),
            w.severity(group[0], lang),
            _id(audit, group),
            group[0].rule.citation,
            w.title(group, lang),
        )
        for group in found
    )
    listed = Markup("").join(rows)
    return head_ + (Markup("<ul class=wanting>\n{}</ul>\n").format(listed) if found else Markup(""))


def _untouched(audit: Audit, groups: list[list[Row]], lang: str) -> Markup:
    """The rules that ask nothing of the document, folded."""
    if not groups:
        return Markup("")
    line = Markup('<li id="{}">{}　{} <small>{}</small></li>\n')
    rows = (
        line.format(_id(audit, group), group[0].rule.cites, w.title(group, lang), group[0].rule.id) for group in groups
    )
    return Markup("<details>\n<summary>{} {}</summary>\n<ul>\n{}</ul>\n</details>\n").format(
        _WORDS[lang]["untouched"], len(groups), Markup("").join(rows)
    )


def _group(audit: Audit, id_: str, group: list[Row], lang: str, show: Callable[[str], str]) -> Markup:
    rule, answer = group[0].rule, group[0].answer.answer
    grave = Markup(" <b>{}</b>").format(w.severity(group[0], lang)) if group[0].wanting else ""
    shown = [_evidence(audit, one, show) for one in evidence(group)]
    body = shown[:_MOST_SENTENCES]
    if len(shown) > _MOST_SENTENCES:
        summary = _WORDS[lang]["more"].format(len(shown) - _MOST_SENTENCES)
        rest = Markup("").join(shown[_MOST_SENTENCES:])
        body.append(
            Markup("<li class=more><details><summary>{}</summary>\n<ul>\n{}</ul></details></li>\n").format(
                summary, rest
            )
        )
    body += [
        Markup("<li>{} <small>{}</small></li>\n").format(row.of, where) for row in group for where in places(row, show)
    ]
    body += [Markup("<li>→ {}</li>\n").format(one) for one in elsewhere(group[0])]
    verdict = group[0].answer.verdict
    if answer == law.CARRIED and verdict.url.startswith(("https://", "http://")):
        body.append(Markup('<li><a href="{}">{}</a></li>\n').format(verdict.url, verdict.label or verdict.url))
    body += [Markup("<li class=remark>{}</li>\n").format(remark) for remark in w.remarks(group, lang)]
    source = Markup("<p class=id>{}</p>\n").format(rule.id + (f" ・ {rule.guideline}" if rule.guideline else ""))
    listed = Markup("<ul>\n{}</ul>\n").format(Markup("").join(body)) if body else ""
    heading = Markup("<h3><span class=mark>{}</span> {}　{} <span class=answer>{}{}</span></h3>\n").format(
        w.mark(group[0]), rule.cites, w.title(group, lang), w.answered(group[0], lang), grave
    )
    look = law.MISSING if group[0].wanting and answer == law.CARRIED else answer
    classes = f"{look} {w.level(group[0])}" if group[0].wanting else answer
    classes += " accepted" if group[0].accepted else ""
    return Markup('<section class="{}" id="{}">\n{}{}{}</section>\n').format(classes, id_, heading, source, listed)


def _evidence(audit: Audit, one: Evidence, show: Callable[[str], str]) -> Markup:
    place = f"{show(one.span.source.path)}:{one.span.line}"
    line = Markup('<li><a href="#{}-s{}">{}</a> <small>{}</small></li>\n')
    return line.format(audit.document, one.number, one.text.strip(), place)


def _text(audit: Audit, resting: dict[int, dict[Markup, None]], lang: str) -> list[str]:
    """Every sentence of the page under its headings, with the rules that rest on it."""
    said = _WORDS[lang]
    out = [
        Markup('<div class=text tabindex=0 role=region aria-label="{}">\n<h2>{}</h2>\n').format(
            said["text"], said["text"]
        )
    ]
    headings: dict[int, list[Heading]] = {}
    for heading in audit.headings:
        headings.setdefault(heading.before, []).append(heading)
    none = Markup("<i>{}</i>").format(said["none"])
    for number, sentence in enumerate(audit.sentences):
        for heading in headings.get(number, ()):
            level = min(heading.level + 2, 6)
            out.append(Markup("<h{}>{}</h{}>\n").format(level, heading.text, level))
        links = Markup("、").join(resting.get(number, ()))
        line = Markup('<p id="{}">{}<br><small>{}</small></p>\n')
        out.append(line.format(f"{audit.document}-s{number}", sentence.text.strip(), links or none))
    return [*out, "</div>\n"]
