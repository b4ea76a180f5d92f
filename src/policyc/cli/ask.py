"""`policyc ask`: questions to what was built, over one file, a folder or many packages."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from ..diagnostics import visible
from . import FINDINGS, OK, _common, _terminal
from ._linked import Documents, read

if TYPE_CHECKING:
    from ..ask import Question
    from ._asking import Asking

FORMAT = "policyc-answers-1"
_CERTAIN = {
    "stated": ("", ""),
    "within-purposes": (
        "利用目的の範囲内とされているだけで、どの目的のためかは書かれていない",
        "only held within the purposes; the text does not say for which of them",
    ),
    "open-ended": ("「その他…」に含まれ得る", "an open-ended list may take it in"),
    "not-itemised": ("項目は書かれていない", "the text names no items"),
}
_EXAMPLES = {"data": "メールアドレス", "purpose": "広告の表示", "party": "配送業者"}


@click.command()
@click.argument("question", required=False)
@click.argument("word", required=False, default="")
@click.option("--of", "paths", multiple=True, metavar="FILE|DIR", help="What to ask (default: out). May be repeated.")
@click.option("--sparql", metavar="QUERY", help="A query of your own instead (SELECT or ASK; `@file` reads one).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
@click.option(
    "--timeout",
    type=click.IntRange(1, 86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long reading a file, and finding the answer, may take.",
)
@_common.lang_option
def command(
    question: str | None, word: str, paths: tuple[str, ...], sparql: str | None, format_: str, timeout: int, lang: str
) -> None:
    """Ask what policies state, with the sentence behind each answer. / 文書が何を述べているかを尋ねます。

    Without a question, the questions are listed. A folder is searched for policy.jsonld and packages (.zip); a .policy
    source is compiled first. Words are those of the vocabulary (メールアドレス or email) or of the text itself.
    """
    from ..ask import NOTHING, questions

    known = questions()
    if question is None and sparql is None:
        _list(lang)
        return
    if sparql is None and question is not None:
        one = known.get(question)
        if one is None:
            ja = f"「{question}」という問いはありません。問いは {'、'.join(known)} です"
            _common.stop(ja if lang == "ja" else f"no question `{question}`; there are {', '.join(known)}")
        if one.takes == NOTHING and word:
            ja = f"「{question}」は、何についても問いません（「{word}」は要りません）"
            _common.stop(ja if lang == "ja" else f"`{question}` is asked of nothing: leave out `{word}`")
        if one.takes != NOTHING and not word:
            ja = f"「{question}」は、何について尋ねるかが要ります。例：policyc ask {question} {_EXAMPLES[one.takes]}"
            en = f"`{question}` needs a word, such as: policyc ask {question} {_EXAMPLES[one.takes]}"
            _common.stop(ja if lang == "ja" else en)
    if sparql is not None and sparql.startswith("@"):
        sparql = _query(sparql[1:], lang)
    from ._asking import Asking, Failed

    documents = Documents(paths or ("out",), lang)
    try:
        with Asking(timeout) as asking:
            bad = _taken_in(asking, documents, lang)
            if sparql is not None:
                _sparql(asking, sparql, format_, lang)
            elif question is not None:
                _show(known[question], word, asking, format_, lang)
    except Failed as error:
        _common.stop(error.what.ja if lang == "ja" else error.what.en)
    sys.exit(FINDINGS if bad or documents.refused else OK)


def _taken_in(asking: Asking, documents: Documents, lang: str) -> bool:
    """Whether a document was left out, which is told on stderr; ends the program where one cannot be read at all."""
    from ._asking import Failed

    bad = False
    for path, body in documents:
        try:
            why = asking.add(path, body)
        except Failed as error:
            _common.stop(f"{path}: {error.what.ja if lang == 'ja' else error.what.en}")
        if why is not None:
            bad = True
            ja, en = f"JSON-LD として読めません（{why.ja}）", f"this is no JSON-LD ({why.en})"
            _terminal.tell(f"{path}: {ja if lang == 'ja' else en}")
    return bad


def _query(path: str, lang: str) -> str:
    """The query in a file; ends the program when it cannot be read."""
    try:
        return read(path, lang).decode("utf-8-sig")
    except UnicodeDecodeError:
        _common.stop(f"{path}: {'UTF-8 ではありません' if lang == 'ja' else 'not UTF-8'}")


def _list(lang: str) -> None:
    from ..ask import NOTHING, questions

    for one in questions().values():
        takes = "" if one.takes == NOTHING else f" {one.takes.upper()}"
        _terminal.say(f"{one.name}{takes}", f"    {one.title(lang, '…')}")


def _show(question: Question, word: str, asking: Asking, format_: str, lang: str) -> None:
    answers, near = asking.ask(question.name, word)
    if format_ == "json":
        rows = [{**answer._asdict(), "others": list(answer.others)} for answer in answers]
        unknown = {} if near is None else {"near": near}
        body = {"format": FORMAT, "question": question.name, "of": word, **unknown, "answers": rows}
        _terminal.write_json(json.dumps(body, ensure_ascii=False, indent=1) + "\n")
        return
    ja = lang == "ja"
    _terminal.say(question.title(lang, word))
    if near is not None:
        _terminal.say(f"  {_unknown(word, near, ja)}")
    elif not answers:
        _terminal.say("  述べている文書はありません。" if ja else "  No document states it.")
    before = ""
    for answer in answers:
        if answer.file != before:
            _terminal.say(f"{answer.title} {answer.file}")
            before = answer.file
        certain = _CERTAIN[answer.certainty][0 if ja else 1]
        others = ("、" if ja else ", ").join(answer.others)
        parts = [answer.heading, f"→ {others}" if others else "", f"（{certain}）" if certain else ""]
        _terminal.say("  " + " ".join(filter(None, parts)))
        if answer.sentence:
            _terminal.say(f"      「{' '.join(answer.sentence.split())}」 {answer.origin}")


def _unknown(word: str, near: list[str], ja: bool) -> str:
    if ja:
        like = f"近い語：{'、'.join(f'「{one}」' for one in near)}" if near else ""
        return f"「{word}」は、語彙にも、調べた文書にもない語です。{like}"
    like = f" Near it: {', '.join(f'“{one}”' for one in near)}." if near else ""
    return f"“{word}” is a word of neither the vocabulary nor the documents that were asked.{like}"


def _sparql(asking: Asking, query: str, format_: str, lang: str) -> None:
    names, rows = asking.sparql(query)
    if format_ == "json":
        body = {"format": FORMAT, "variables": names, "rows": rows}
        _terminal.write_json(json.dumps(body, ensure_ascii=False, indent=1) + "\n")
        return
    _terminal.say("\t".join(names))
    for row in rows:
        _terminal.say("\t".join(visible(value.replace("\n", " ")) for value in row))
