"""What a clause declares of its matter for those who know no clauses. Nothing here says how a target maps it."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import NamedTuple

COLLECTED, THIRD_PARTY, PROCESSOR, JOINT_USER, SENT_TO, SUCCESSOR, OWN = FLOWS = (
    *("collected", "third-party", "processor", "joint-user", "sent-to", "successor"),
    "own",
)
"""Where data go by an action: in to the operator; to a third party (APPI art. 27(1)); to a processor, a joint user or a
successor, who are none (art. 27(5)); from the device of a user to somebody else; or nowhere, as the operator acts itself."""

PERSONAL, RELATED, ANONYMOUS = "personal", "related", "anonymous"
"""Which information an action is on: what was collected of a person; what need not be among that, though it is on a person;
or what is no information on a person."""


class Act(NamedTuple):
    """An action (a row of the vocabulary) that a clause is the place for: it says that it is done, or not done.

    `says` is the end of a Japanese sentence that tells it under the heading of the clause (`{whose}` stands for the people with
    the particle, or for nothing), `receiver` what one is called to whom data go by it.
    """

    action: str
    flow: str = OWN
    data: str = PERSONAL
    says: str = ""
    receiver: str = ""


class Answer(NamedTuple):
    """What a source would declare where a rule of law asks for a fact: the field of a block, by default of the clause.

    `kind` is a kind of rows of the law, `word` narrows it to rows of that word (an action, for practices), `part` to a field of
    them.
    """

    kind: str
    word: str = ""
    part: str = ""
    block: str = ""
    field: str = ""


class Term(NamedTuple):
    """What the Act speaks of in the provision on a matter where pages say 個人情報, what it calls the matter in English, and
    where."""

    term: str
    en: str
    article_ja: str
    article_en: str


class Headings(NamedTuple):
    """Patterns by which a section of a published page is known: its heading, words that its text cannot do without, headings
    that only look so. A lower `rank` is tried first. `of_data`: on a page about something else such a heading means
    something else (業務の委託, the 目的 of a set of rules)."""

    rank: int
    heading: str
    body: str
    unless: str = "(?!)"
    of_data: bool = False


class Matter(NamedTuple):
    """The matter of a clause type. `word` and `ja` are those of the clause, filled in when files are frozen.

    `name_ja` and `name_en` are what it is called where files name it (none: no file does). `acts` are the actions that it is
    the place for, `also` those of other clauses that it speaks of for some data or people. `asked` says whether a demand may
    ask for the declaration that there is none; `never` is the action that such a declaration rules out, as a rule.
    `data` and `people` are rows of the vocabulary that it is confined to. `tables` are those of the facts that it is the place
    for besides practices, `topics` items in it that are topics of rules. `words` stand in prose that speaks of it. `term`,
    `headings` and `answers` are for the lint of statutes, the importer and the hints of an audit.
    """

    word: str = ""
    ja: str = ""
    name_ja: str = ""
    name_en: str = ""
    acts: tuple[Act, ...] = ()
    also: tuple[str, ...] = ()
    asked: bool = True
    never: str = ""
    data: str = ""
    people: str = ""
    tables: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    term: Term | None = None
    headings: Headings | None = None
    answers: tuple[Answer, ...] = ()
