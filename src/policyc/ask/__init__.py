"""Questions to what was built: over one file, a folder or many packages, each answer with the sentence behind it.

A named question is one file in `questions/`: SPARQL with its titles and what it takes in its first lines. Experts bring
their own query.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "questions"
_HEAD = re.compile(r"^# (ja|en|takes): (.*)$", re.MULTILINE)
NOTHING = "nothing"
# What a question takes -> the category of the vocabulary whose words it understands.
TAKES = {"data": "data", "purpose": "purposes", "party": "recipients", NOTHING: ""}


class Question(NamedTuple):
    """A named question: `{}` in its titles stands for what it is asked of."""

    name: str
    ja: str
    en: str
    takes: str
    query: str

    def title(self, lang: str, word: str) -> str:
        """The question in words."""
        return (self.ja if lang == "ja" else self.en).replace("{}", word)


class Answer(NamedTuple):
    """One practice of one document that answers a question: who or what, by which sentence, declared where.

    `certainty`: `stated`; `within-purposes` where it is only held within the purposes of a clause, of which the one that
    is asked for is one, or one of several; `open-ended` where a list has an end like 「その他…全ての個人情報」 that may take the thing in;
    `not-itemised` where the text names no items at all.
    """

    file: str
    document: str
    title: str
    practice: str
    heading: str
    others: tuple[str, ...]
    certainty: str
    sentence: str
    origin: str


@cache
def questions() -> dict[str, Question]:
    """All named questions by name."""
    made = {}
    for path in sorted(_FOLDER.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        head = dict(_HEAD.findall(text))
        made[path.stem] = Question(path.stem, head["ja"], head["en"], head["takes"], text)
    return made
