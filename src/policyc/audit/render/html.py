"""An audit as a page that loads nothing: from the article to the sentence, and from each sentence back."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from ... import law
from .. import Audit, Row
from .. import words as w
from .style import STYLE
from .text import evidence, head, places

_WORDS = {
    "ja": ("監査", "本文と根拠", "この文を根拠とする規則はありません"),
    "en": ("Audit", "The text, and what rests on it", "No rule rests on this sentence"),
}


def render(audits: list[tuple[Audit, Callable[[str], str]]], lang: str) -> str:
    """All audits of a run as one page."""
    title = escape("、".join(audit.title for audit, _ in audits))
    out = [
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{_WORDS[lang][0]} {title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
    ]
    for audit, show in audits:
        out += _audit(audit, lang, show)
    out.append(f"<p class=caution>{escape(w.caution(lang))}</p>\n</main>\n</body>\n</html>\n")
    return "".join(out)


def _audit(audit: Audit, lang: str, show: Callable[[str], str]) -> list[str]:
    title, *rest = head(audit, lang)
    out = [f"<h1>{escape(title)}</h1>\n", *(f"<p>{escape(line)}</p>\n" for line in rest)]
    resting: dict[int, list[Markup]] = {}
    for key, groups in audit.groups():
        statute = law.statute(key)
        name = statute.ja if lang == "ja" else statute.en
        out.append(f"<h2>{escape(name)} <small>{escape(statute.number)}</small></h2>\n")
        for group in groups:
            id_ = _id(audit, group)
            out.append(_group(audit, id_, group, lang, show))
            link = Markup('<a href="#{}">{} {}</a>').format(id_, w.mark(group[0].answer.answer), group[0].rule.citation)
            for one in evidence(group):
                resting.setdefault(one.number, []).append(link)
    return out + _text(audit, resting, lang)


def _id(audit: Audit, group: list[Row]) -> str:
    return f"{audit.document}-{group[0].rule.id.replace('/', '-')}-{group[0].answer.answer}"


def _group(audit: Audit, id_: str, group: list[Row], lang: str, show: Callable[[str], str]) -> Markup:
    rule, answer = group[0].rule, group[0].answer.answer
    grave = Markup(" <b>{}</b>").format(w.severity(group[0], lang)) if answer in law.WANTING else ""
    body = [
        Markup('<li><a href="#{}">{}</a> <small>{}:{}</small></li>\n').format(
            f"{audit.document}-s{one.number}", one.text.strip(), show(one.span.source.path), one.span.line
        )
        for one in evidence(group)
    ]
    body += [
        Markup("<li>{} <small>{}</small></li>\n").format(row.of, where) for row in group for where in places(row, show)
    ]
    verdict = group[0].answer.verdict
    if answer == law.CARRIED and verdict.url.startswith(("https://", "http://")):
        body.append(Markup('<li><a href="{}">{}</a></li>\n').format(verdict.url, verdict.label or verdict.url))
    body += [Markup("<li class=remark>{}</li>\n").format(remark) for remark in w.remarks(group, lang)]
    source = Markup("<p class=id>{}</p>\n").format(rule.id + (f" ・ {rule.guideline}" if rule.guideline else ""))
    listed = Markup("<ul>\n{}</ul>\n").format(Markup("").join(body)) if body else ""
    heading = Markup("<h3><span class=mark>{}</span> {}　{} <span class=answer>{}{}</span></h3>\n").format(
        w.mark(answer), rule.cites, w.title(group, lang), w.said(answer, lang), grave
    )
    return Markup('<section class="{}" id="{}">\n{}{}{}</section>\n').format(answer, id_, heading, source, listed)


def _text(audit: Audit, resting: dict[int, list[Markup]], lang: str) -> list[str]:
    """Every sentence of the page, with the rules that rest on it."""
    out = [f"<h2>{_WORDS[lang][1]}</h2>\n<ol class=text>\n"]
    none = Markup("<i>{}</i>").format(_WORDS[lang][2])
    for number, sentence in enumerate(audit.sentences):
        links = Markup("、").join(dict.fromkeys(resting.get(number, [])))
        line = Markup('<li id="{}">{}<br><small>{}</small></li>\n')
        out.append(line.format(f"{audit.document}-s{number}", sentence.text.strip(), links or none))
    return [*out, "</ol>\n"]
