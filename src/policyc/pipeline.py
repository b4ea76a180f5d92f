"""The whole compiler on one screen: bytes in, checked documents and files out. Pure: no IO, no clock."""

from __future__ import annotations

from typing import NamedTuple

from . import facts
from .clauses import WORDINGS
from .compose import Budget, Composition, compose
from .compose.checks import check_document, check_file
from .diagnostics import Diagnostic, has_errors, in_order
from .emit import Files, Loss, targets
from .loader import FileReader
from .lowering import lower
from .model import Node
from .model.unnamed import unnamed
from .project import Project, load
from .source import Source


class Document(NamedTuple):
    """One document of a file, composed and lowered."""

    node: Node
    composition: Composition
    policy: facts.Policy


class Checked(NamedTuple):
    """A file after all checks. `documents` is empty when the source is too broken to compose."""

    source: Source
    sources: list[Source]
    documents: list[Document]
    diagnostics: list[Diagnostic]

    @property
    def ok(self) -> bool:
        return not has_errors(self.diagnostics)


class Output(NamedTuple):
    """The files of one document and their media types, by name, and what no target could say exactly."""

    document: Document
    files: Files
    media_types: dict[str, str]
    losses: list[Loss]


def check(path: str, raw: bytes, read: FileReader) -> Checked:
    """Everything short of emitting. `path` is relative to the root, `read` gives the bytes of imports."""
    project = load(path, raw, read)
    documents: list[Document] = []
    found = project.found
    budget = Budget(project.source)
    for node in project.documents:
        composition = compose(node, project.names, WORDINGS, budget)
        policy = lower(node, project.names, composition)
        documents.append(Document(node, composition, policy))
        if project.names.counted:
            found += unnamed(node, project.names, policy.blocks())
        # After lowering: what it asks to be said may be too much as well.
        found += composition.found
        found += budget.found
        found += check_document(node, composition, project.names, found)
    found += check_file(project.documents, project.top, [d.composition for d in documents], found)
    return Checked(project.source, _by_path(project), documents, in_order(found))


def emit(checked: Checked, wanted: tuple[str, ...] = (), strict: tuple[str, ...] = ()) -> list[Output]:
    """The files of every document of a file without errors; `wanted` names the targets (all by default), `strict` those
    in their strict variant (none by default)."""
    outputs: list[Output] = []
    for document in checked.documents:
        files = Files()
        media_types: dict[str, str] = {}
        losses: list[Loss] = []
        for target in targets(wanted, document.policy.kind, strict):
            emission = target.emit(document.policy, document.composition.page, files)
            files.take(emission)
            media_types.update(target.files)
            losses += emission.losses
        outputs.append(Output(document, files, media_types, losses))
    return outputs


def release(checked: Checked) -> None:
    """Take apart what of a file refers to itself, once nobody asks for it any more: it then goes at once, and a run over
    many files need not look for garbage, which takes a tenth of its time."""
    for document in checked.documents:
        document.composition.inline.layout = None
        for node in document.composition.inline.nodes:
            for one in (node, *node.settings):
                one.parent = one.document = None


def _by_path(project: Project) -> list[Source]:
    return sorted(project.sources, key=lambda source: source.path)
