"""A run of SARIF as it is made: its files, rules and results, and the indexes by which they name each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from .. import law
from ..diagnostics import Kind
from ..source import Source, Span
from ..version import VERSION
from . import places, rules, statutes
from .places import Json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PRINT = "policycFinding/v1"
_ROOT = ("ソースを置いたフォルダ。", "The folder that holds the sources.")


class Run:
    """One run of `command`, its words in `lang`; `pages` are the pages of codes that are no rules of law."""

    def __init__(self, command: str, lang: str, pages: Mapping[str, str]) -> None:
        self._command, self._lang, self._pages = command, lang, pages
        self._files: dict[str, int] = {}
        self._artifacts: list[Json] = []
        self._kinds: dict[str, Kind] = {}
        self._results: list[tuple[str, Json]] = []
        self._seen: dict[tuple[str, ...], int] = {}
        self._stopped: list[Json] = []

    def scanned(self, sources: Iterable[tuple[Source, Callable[[str], str]]]) -> None:
        """The files that were read, each once, with the digests of their bytes."""
        for source, show in sources:
            path = show(source.path)
            if path not in self._files:
                self._files[path] = len(self._artifacts)
                self._artifacts.append(
                    {
                        "location": places.artifact(path),
                        "roles": ["analysisTarget"],
                        "encoding": "UTF-8",
                        "hashes": {"sha-256": source.sha256},
                    }
                )

    def files(self, show: Callable[[str], str]) -> Callable[[str], Json]:
        """How the files of sources are named, with their index among the artifacts."""

        def named(path: str) -> Json:
            shown = show(path)
            return places.artifact(shown, self._files.get(shown))

        return named

    def add(self, kind: Kind, result: Json, span: Span, show: Callable[[str], str]) -> None:
        """A result of a kind; it gets a print that stays the same when lines above it come and go."""
        self._kinds.setdefault(kind.code, kind)
        # What is found, on which words, in which line, and the how manieth of its like in the file; no line numbers.
        line = span.source.line(span.line).strip()
        told = (kind.code, str(result.get("kind", "")), span.text, line)
        nth = self._seen[show(span.source.path), *told] = self._seen.get((show(span.source.path), *told), 0) + 1
        digest = sha256("\0".join((*told, str(nth))).encode("utf-8", "surrogatepass")).hexdigest()
        self._results.append((kind.code, {**result, "partialFingerprints": {_PRINT: digest[:32]}}))

    def stopped(self, notification: Json) -> None:
        """That something kept the run from its work on a file (3.58): then it did not succeed, whatever it found elsewhere."""
        self._stopped.append(notification)

    def text(self) -> str:
        """The log as JSON with a final newline: the same bytes for the same run."""
        return json.dumps(self._log(), ensure_ascii=False, indent=1) + "\n"

    def _log(self) -> Json:
        of_law = {rule.id: rule for rule in law.every_rule()}
        codes = {code: number for number, code in enumerate(sorted(self._kinds))}
        taxonomies = statutes.taxonomies([of_law[code] for code in codes if code in of_law], self._lang)
        driver: Json = {
            "name": "policyc",
            "version": VERSION,
            "semanticVersion": VERSION,
            "language": self._lang,
            "rules": [
                rules.of_law(of_law[code], self._lang, taxonomies)
                if code in of_law
                else rules.of_language(self._kinds[code], self._pages.get(code, ""), self._lang)
                for code in codes
            ],
        }
        if taxonomies.components:
            driver["supportedTaxonomies"] = [
                {"name": one["name"], "index": number} for number, one in enumerate(taxonomies.components)
            ]
        run: Json = {
            "tool": {"driver": driver},
            "language": self._lang,
            "columnKind": "unicodeCodePoints",
            "automationDetails": {"id": f"policyc-{self._command}/"},
            # Without an address: that would say where on this machine they lie.
            "originalUriBaseIds": {places.ROOT: {"description": {"text": _ROOT[0 if self._lang == "ja" else 1]}}},
            "invocations": [
                {
                    "executionSuccessful": not self._stopped,
                    **({"toolExecutionNotifications": self._stopped} if self._stopped else {}),
                }
            ],
            "artifacts": self._artifacts,
            "results": [{"ruleId": code, "ruleIndex": codes[code], **result} for code, result in self._results],
        }
        if taxonomies.components:
            run["taxonomies"] = taxonomies.components
        return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
