"""The form of a file of demands, checked by pydantic on its canonical tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from ..vocab import lookup
from .words import ANY, actions, choice

UNKNOWN_WORD, NOT_ONE = "unknown_word", "not_one"
FORMS = ("forbid", "limit", "require")
_PERIOD = re.compile(
    r"(?:P?(\d{1,4})\s*([YMWD])|(\d{1,4})\s*(年|か月|ヶ月|カ月|箇月|週間?|日間?|years?|months?|weeks?|days?))"
)
_DAYS = {"y": 365.0, "年": 365.0, "m": 365 / 12, "か": 365 / 12, "ヶ": 365 / 12, "カ": 365 / 12, "箇": 365 / 12}
_DAYS |= {"w": 7.0, "週": 7.0, "d": 1.0, "日": 1.0}


def days(period: str) -> float:
    """How many days a period such as `3年`, `6 months` or `P3Y` is; 0 for what is none. A month is a twelfth of a year."""
    hit = _PERIOD.fullmatch(period.strip())
    if hit is None:
        return 0
    count, unit = (hit[1], hit[2]) if hit[1] else (hit[3], hit[4])
    return int(count) * _DAYS[unit[0].lower()]


def _of(category: str) -> Callable[[str], str]:
    def known(word: str) -> str:
        if lookup(category, word) is None:
            raise PydanticCustomError(UNKNOWN_WORD, "{category}", {"category": category})
        return word

    return known


def _action(word: str) -> str:
    if not actions(word):
        raise PydanticCustomError(UNKNOWN_WORD, "{category}", {"category": "actions"})
    return word


def _chosen(name: str) -> Callable[[str], str]:
    def known(word: str) -> str:
        if not (found := choice(name, word)):
            raise ValueError(word)
        return found

    return known


def _any(word: str) -> str:
    if word not in ANY:
        raise ValueError(word)
    return "any"


def _period(word: str) -> str:
    if not days(word):
        raise ValueError(word)
    return word


_Word = Annotated[str, Field(min_length=1, max_length=200)]
Data = Annotated[_Word, AfterValidator(_of("data"))]
Aim = Annotated[_Word, AfterValidator(_of("purposes"))]
To = Annotated[_Word, AfterValidator(_of("recipients"))]
Basis = Annotated[_Word, AfterValidator(_of("bases"))]
Right = Annotated[_Word, AfterValidator(_of("rights"))]
Action = Annotated[_Word, AfterValidator(_action)]
Any_ = Annotated[_Word, AfterValidator(_any)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PatternModel(_Strict):
    """What `forbid` takes."""

    does: Annotated[list[Action], Field(min_length=1)] | None = None
    data: Annotated[list[Data], Field(min_length=1)] | None = None
    aims: Annotated[list[Aim], Field(min_length=1)] | None = Field(None, alias="for")
    to: Annotated[list[To], Field(min_length=1)] | None = None
    named: Annotated[list[_Word], Field(min_length=1)] | None = None
    abroad: Any_ | None = None
    without: Annotated[list[Basis], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _names_something(self) -> PatternModel:
        if not self.model_fields_set:
            raise ValueError("empty")
        return self


class LimitModel(_Strict):
    """What `limit` takes: which practice, and one or more of what it is limited to."""

    does: Annotated[list[Action], Field(min_length=1)]
    data: Annotated[list[Data], Field(min_length=1)] | None = None
    aims: Annotated[list[Aim], Field(min_length=1)] | None = Field(None, alias="for")
    to: Annotated[list[To], Field(min_length=1)] | None = None
    named: Annotated[list[_Word], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _limits_something(self) -> LimitModel:
        if not self.model_fields_set - {"does"}:
            raise ValueError("empty")
        return self


class RetentionModel(_Strict):
    """What `retention` takes: the longest period, and of which data; `any` is neither."""

    most: Annotated[_Word, AfterValidator(_period)] | None = Field(None, alias="at-most")
    data: Annotated[list[Data], Field(min_length=1)] | None = None


class NeedModel(_Strict):
    """What `require` takes: one matter."""

    right: Annotated[list[Right], Field(min_length=1)] | None = None
    contact: Annotated[list[Annotated[_Word, AfterValidator(_chosen("contact"))]], Field(min_length=1)] | None = None
    retention: RetentionModel | None = None
    none: Annotated[list[Annotated[_Word, AfterValidator(_chosen("declared-none"))]], Field(min_length=1)] | None = (
        Field(None, alias="declared-none")
    )
    opt_out: Annotated[list[Action], Field(min_length=1)] | None = Field(None, alias="opt-out")
    operator: Annotated[list[Annotated[_Word, AfterValidator(_chosen("operator"))]], Field(min_length=1)] | None = None
    children: Any_ | None = None

    @model_validator(mode="after")
    def _one(self) -> NeedModel:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError(NOT_ONE, "need")
        return self


class DemandModel(_Strict):
    """One demand."""

    id: Annotated[_Word, Field(pattern=r"^\S+$")] | None = None
    says: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    weight: Annotated[_Word, AfterValidator(_chosen("weight"))] = "must"
    forbid: PatternModel | None = None
    limit: LimitModel | None = None
    require: NeedModel | None = None

    @model_validator(mode="after")
    def _one(self) -> DemandModel:
        if len(self.model_fields_set & {"forbid", "limit", "require"}) != 1:
            raise PydanticCustomError(NOT_ONE, "demand")
        return self


class FileModel(_Strict):
    """The whole file."""

    format: Literal["policyc-demands-1"] | None = None
    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    demands: Annotated[list[DemandModel], Field(min_length=1, max_length=500)]
