"""Recognisers: each reads one kind of fact out of the words of a page. A fact that is not certain is a doubt.

`survey` reads the page as a whole; `read_section` reads a section as a clause. To add a recogniser: a module with
`read(section, path, survey)`, a row in `_READERS`, and a row in `kinds.CLAUSES` with its headings.

What the writer may count on, beyond what `draft.py` says:

- Marks are inside one piece of a row. They may stand inside one another, never across; of two over the same characters
  the first is the outer one. Where one covers a link whose address the value has (`procedure`, `desk.form`,
  `adheres-to`, `delegates`), the reference takes the place of the link.
- Entities of several sections with one name are one. A field `link` is no field: it is the address in the head of the
  block. `delegates` stands inside its clause.
- The clause at `Survey.uses` is to be named `uses`: others say `within uses` and `same as uses`.
- Children that share a row stand in its table: one for each row of the table (below its head for `transmission`).
- A `disclosures` reading with the field `is` is itself the entry, under its heading. `part` is no clause: its fields
  are those of a part.
"""

from __future__ import annotations

from ... import matters
from ..draft import Doubt, Reading, Section
from . import (
    amendment,
    children,
    collection,
    contact,
    entrustment,
    identity,
    joint_use,
    kinds,
    labels,
    part,
    provision,
    purposes,
    requests,
    retention,
    security,
    sensitive,
    transmission,
)
from .lines import quoted, readable
from .marks import settled
from .stated import only_stated
from .survey import Survey, survey
from .walk import Path, walk

__all__ = ["Path", "Survey", "read_section", "settled", "survey", "walk"]

_READERS = {
    "amendment": amendment.read,
    "children": children.read,
    "collection": collection.read,
    "contact": contact.read,
    "entrustment": entrustment.read,
    "external-transmission": transmission.read,
    "joint-use": joint_use.read,
    "operator-identity": identity.read,
    "purposes": purposes.read,
    "requests": requests.read,
    "retention": retention.read,
    "security-measures": security.read,
    "sensitive-data": sensitive.read,
    "third-party-provision": provision.read,
}


def read_section(section: Section, path: Path, survey: Survey) -> Reading | None:
    """What a section is and states, with the marks of the survey in it; None where it is prose to us.

    A section whose heading names a clause that its text does not speak of is an article with a doubt.
    """
    section = readable(section._replace(sections=()))
    if survey.kind in ("commerce-notice", "payment-notice"):
        return _with_survey(labels.read(section, path, survey), section, path, survey)
    word, agrees = kinds.clause(section, path in survey.personal)
    if not agrees and section.rows:
        remark = f"見出しは{quoted(section.title)}ですが、本文からはその事項を読み取れませんでした。"
        if word == "third-party-provision" and "外国" in section.title:
            remark = provision.ABROAD
        return _with_survey(Reading("article", doubts=(Doubt(0, remark),)), section, path, survey)
    if not word and survey.kind == "external-transmission-notice":
        word = "external-transmission"
    if word and word not in _READERS:
        remark = f"「{matters.matters()[word].ja}」（{word}）の条項のようです。項目は読み取れないので、確かめて宣言してください。"
        return _with_survey(Reading("article", doubts=(Doubt(0, remark),)), section, path, survey)
    made = _READERS[word](section, path, survey) if word else None
    if made is None and word == "amendment" and "目的" in section.title and path in survey.personal:
        made = purposes.read(section, path, survey)
    if made is None:
        made = part.read(section, path, survey)
    return _with_survey(made, section, path, survey)


def _with_survey(made: Reading | None, section: Section, path: Path, survey: Survey) -> Reading | None:
    """The reading with what the survey marked and doubted in its section."""
    marks, doubts = survey.marks.get(path, ()), survey.doubts.get(path, ())
    if made is None:
        return Reading("article", (), marks, doubts=doubts) if doubts else None
    # A definition must stay whole; after that a clause's own facts come before mentions.
    exact = [mark for mark in marks if mark.exact]
    rest = [mark for mark in marks if not mark.exact]
    kept = settled(section, [*exact, *made.marks, *rest])
    return only_stated(made, kept)._replace(doubts=(*made.doubts, *doubts))
