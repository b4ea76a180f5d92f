"""The model of findings as JSON (`render/json.py` writes it): for its JSON Schema, made when files are frozen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..json_schema import Both, Closed, Code, Day, Nth, Text, absent, open_list


class Place(Closed):
    """Where something stands: lines and columns from 1, columns in code points, the end exclusive."""

    file: str = Field(description="The file, as the caller named it or its folder.")
    line: Nth = Field(description="The line it begins in.")
    column: Nth = Field(description="The column it begins at.")
    end_line: Nth = Field(description="The line it ends in.")
    end_column: Nth = Field(description="The column behind its last character.")


class Label(Place):
    """Another place that a finding is about."""

    message: Both = Field(description="What is there.")


class Fix(Place):
    """What to write instead of a place."""

    replacement: str = Field(description="The text to write there; empty to delete it.")
    safe: bool = Field(description="Whether `check --fix` writes it: what the document says stays the same.")


class Finding(Place):
    """A finding."""

    code: Code = Field(description="Its code, such as syntax/missing-brace; `policyc explain CODE` tells more.")
    severity: Literal["error", "warning", "note"] = Field(description="How grave it is.")
    message: Both = Field(description="What is wrong.")
    help: Both = Field(description="What to do.")
    law: Text = absent("The provision of a finding of the law.")
    accepted: Text = absent("The reason for which the source leaves it as it is.")
    known: Literal[True] = absent("Present where the baseline holds it.")
    labels: list[Label] = absent("Other places that it is about.")
    fix: Fix = absent("What to write instead, where that is known.")


class Settings(Closed):
    """A file of settings (policyc.yaml) that was read."""

    file: str = Field(description="The file, as the caller named its folder.")
    as_of: Day = absent("The day whose law is applied, where the file sets it and the command line does not.")
    wording: Literal["off"] = absent("Present where, by this file, the wording was not looked at.")


class OfCode(Closed):
    """How many findings there are of a code."""

    code: Code = Field(description="The code.")
    count: Nth = Field(description="How many.")


class Suppressed(Closed):
    """What put findings off, with how many of each code. Each finding is counted once."""

    by: Literal["settings", "source", "baseline"] = open_list(
        "What it is: a row of settings, an acceptance in a source, or a baseline."
    )
    file: str = Field(description="The file that it stands in.")
    line: Nth = absent("The line, but for a baseline.")
    pattern: Text = absent("For a row of settings: the code or pattern.")
    set_to: Literal["warning", "note", "off"] = absent("For a row of settings: the severity that it sets.")
    count: Nth = Field(description="How many findings.")
    severities: dict[Literal["error", "warning", "note"], Nth] = Field(
        description="How many of each severity that they have by themselves."
    )
    codes: list[OfCode] = Field(description="How many of each code.")


class Findings(Closed):
    """Findings of a run: on sources (`policyc check`), or on a package (`policyc verify`)."""

    format: Literal["policyc-diagnostics-1"] = Field(description="What this is.")
    diagnostics: list[Finding] = Field(
        description="All findings in order but those that settings turn off; those accepted or known are marked."
    )
    settings: list[Settings] = absent("The files of settings that were read; with `policyc check` always there.")
    suppressed: list[Suppressed] = absent(
        "What findings count for nothing, turned off by settings, accepted in a source or held by a baseline; with `policyc "
        "check` always there."
    )
    weakened: list[Suppressed] = absent(
        "What findings are listed as less grave than they are, by settings; with `policyc check` always there."
    )
