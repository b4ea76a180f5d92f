"""What a rule file may hold, checked when it is frozen: pydantic's part, so that no run of the compiler needs it."""

from __future__ import annotations

from textwrap import dedent
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

_DATE = r"^\d{4}-\d{2}-\d{2}$"
DOCUMENTS = (
    "privacy-notice",
    "external-transmission-notice",
    "specific-personal-information-policy",
    "commerce-notice",
    "payment-notice",
    "terms",
    "general-policy",
)


class _Strict(BaseModel):
    # Lax enough for YAML: a pair is written as a list of two.
    model_config = ConfigDict(extra="forbid")


class Both(_Strict):
    """A text in both languages."""

    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Unanswerable(Both):
    """Why no text can tell; with `when` only of the documents that it holds for, beside what is asked of the others."""

    when: dict[str, Any] = Field(default_factory=dict)


class Law(_Strict):
    """Where a rule stands: the key of the statute, article, paragraph and item, and how that is written."""

    statute: str
    article: str = ""
    paragraph: str = ""
    item: str = ""
    ja: str


class Force(_Strict):
    """From and until when; `latest` for a date that is not set yet."""

    start: str = Field("", alias="from", pattern=_DATE + "|^$")
    until: str = Field("", pattern=_DATE + "|^$")
    latest: str = Field("", pattern=_DATE + "|^$")
    note: str = ""


class Change(_Strict):
    """A bad example as a change of the good one: lines left out, or words replaced."""

    drop: list[str] = Field(default_factory=list)
    swap: list[tuple[str, str]] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one(self) -> Change:
        if bool(self.drop) == bool(self.swap):
            raise ValueError("either `drop: [words of a line]` or `swap: [[old, new]]`")
        return self

    def of(self, good: str) -> str:
        """The bad example; ValueError where the good one has not what is to be changed."""
        for old, new in self.swap:
            if old not in good:
                raise ValueError(f"the good example has no {old!r}")
            good = good.replace(old, new)
        for words in self.drop:
            lines = good.splitlines(keepends=True)
            if sum(words in line for line in lines) != 1:
                raise ValueError(f"{words!r} is not in exactly one line of the good example")
            good = "".join(line for line in lines if words not in line)
        return good


class RuleEntry(_Strict):
    """One rule."""

    id: str = Field(pattern=r"^[a-z0-9]+/[a-z0-9-]+$")
    law: Law
    title: Both
    force: Force = Field(default_factory=lambda: Force.model_validate({}))
    documents: list[str] = Field(min_length=1)
    topics: list[str] = Field(default_factory=list)
    each: dict[str, Any] = Field(default_factory=dict)
    when: dict[str, Any] = Field(default_factory=dict)
    require: dict[str, Any] = Field(default_factory=dict)
    forbid: dict[str, Any] = Field(default_factory=dict)
    unanswerable: Unanswerable | None = None
    on_request: dict[str, Any] | bool = Field(False, alias="on-request")
    carried: dict[str, Any] = Field(default_factory=dict)
    severity: Literal["error", "warning", "note"]
    severity_note: str = Field("", alias="severity-note")
    message: Both
    hint: Both
    states: list[str]
    guideline: str = ""
    source: list[str] = Field(min_length=1)
    verified: bool
    note: str = ""
    wants: str = ""
    good: str = ""
    bad: str | Change | None = None

    @field_validator("documents")
    @classmethod
    def _documents(cls, value: list[str]) -> list[str]:
        unknown = [word for word in value if word not in DOCUMENTS]
        if unknown:
            raise ValueError(f"no kind of document: {', '.join(unknown)}")
        return value

    @model_validator(mode="after")
    def _asks_one_thing(self) -> RuleEntry:
        never = self.unanswerable is not None and not self.unanswerable.when
        if sum((bool(self.require), bool(self.forbid), never)) != 1:
            raise ValueError("exactly one of `require`, `forbid`, `unanswerable` (which has a `when` beside another)")
        if not never and not (self.good and self.bad):
            raise ValueError("a rule that a text can answer has a good and a bad example")
        return self


class RuleFile(_Strict):
    """The rules of an article or a small group; `examples` are shared by their names."""

    examples: dict[str, str] = Field(default_factory=dict)
    rules: list[RuleEntry] = Field(min_length=1)


class StatuteEntry(_Strict):
    """A statute: names, number, the date of the consolidated text that was read, and the first day in force."""

    ja: str
    short: str
    en: str
    number: str
    read: str = Field(pattern=_DATE)
    force: str = Field("", pattern=_DATE + "|^$")


class StatuteFile(_Strict):
    """statutes.yaml: the statutes in the order of the audit, and the sources by key."""

    statutes: dict[str, StatuteEntry]
    sources: dict[str, str]


# What stands around an example: a notice of an invented firm, of the first kind of document that a rule speaks of.
_FRAME = """\
organization mihon "株式会社みほん" {
  called: "当社"
  address: "東京都", "千代田区", "見本町1丁目2番3号"
  representative: "代表取締役", "見本　花子"
}
subject customer "お客様" { is: customer }
document notice "文書" {
  kind: %s; url: <https://mihon.example/notice/>; operator: mihon; subjects: customer
%s}
"""


def example(file: RuleFile, rule: RuleEntry) -> tuple[str, str]:
    """The good and the bad example of a rule as whole sources; ValueError where one cannot be made of the other."""
    good = _whole(rule, file.examples.get(rule.good.strip(), rule.good))
    if isinstance(rule.bad, Change):
        return good, rule.bad.of(good)
    return good, _whole(rule, rule.bad or "")


def body(file: RuleFile, rule: RuleEntry) -> tuple[str, str]:
    """The same without what stands around both of them, so that only what matters is left."""
    head, _, end = (_FRAME % (rule.documents[0], "\0")).partition("\0")
    pair = example(file, rule)
    if not all(one.startswith(head) for one in pair):
        return pair
    good, bad = (dedent(one.removeprefix(head).removesuffix(end)) for one in pair)
    return good, bad


def _whole(rule: RuleEntry, body: str) -> str:
    indented = "".join(f"  {line}" if line.strip() else line for line in body.splitlines(keepends=True))
    return _FRAME % (rule.documents[0], indented)


class ArticleEntry(_Strict):
    """The structure of one article: see articles.yaml."""

    paragraphs: dict[int, int] = Field(default_factory=dict)
    items: int = 0
    extra: list[str] = Field(default_factory=list)
    also: dict[str, list[str]] = Field(default_factory=dict)
    without: dict[str, str] = Field(default_factory=dict)
    read: bool = True

    @model_validator(mode="after")
    def _one_form(self) -> ArticleEntry:
        if self.paragraphs and self.items:
            raise ValueError("an article has paragraphs with their items, or is one paragraph with items")
        return self


class ArticleFile(_Strict):
    """articles.yaml: reasons by their names, and the articles by statute."""

    reasons: dict[str, Both]
    statutes: dict[str, dict[str, ArticleEntry]]
