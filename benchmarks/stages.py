"""Where the time of a further document goes: processor time of each stage, over the documents of a folder."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from policyc import files, manifest, pipeline
from policyc.clauses import WORDINGS
from policyc.compose import Budget, compose
from policyc.compose.checks import check_document
from policyc.emit import Files, targets
from policyc.loader import Loader
from policyc.lowering import lower
from policyc.output import staging
from policyc.project import load

Result = TypeVar("Result")


class Clock:
    """Processor time by stage. Of all documents the fastest tenth counts: the others were held up by other programs."""

    def __init__(self) -> None:
        self.times: dict[str, list[int]] = {}

    def __call__(self, stage: str, work: Callable[..., Result], *arguments: Any) -> Result:
        start = time.process_time_ns()
        result = work(*arguments)
        self.times.setdefault(stage, []).append(time.process_time_ns() - start)
        return result

    def milliseconds(self) -> dict[str, float]:
        """Each stage's time for one document."""
        return {stage: sorted(times)[len(times) // 10] / 1e6 for stage, times in self.times.items()}


def main(folder: str) -> None:
    """Print the stages in their order, and their sum."""
    gc.set_threshold(50_000, 20, 20)  # as in a build
    clock = Clock()
    readers = files.Readers()
    with tempfile.TemporaryDirectory() as out, staging(str(Path(out, "out"))) as stage:
        for row in files.inputs([folder]):
            raw = clock("read", files.read, str(Path(row.root, row.path)))
            document(clock, row.path, raw, readers[row.root], stage.put)
    times = clock.milliseconds()
    times["model"] -= times["parse"]
    shown = ", ".join(f"{stage} {ms:.2f}" for stage, ms in times.items())
    print(f"  ms of processor time by stage: {shown}; sum {sum(times.values()):.2f} (Python {sys.version.split()[0]})")


def document(clock: Clock, path: str, raw: bytes, read: files.FileReader, put: Callable[..., None]) -> None:
    """The documents of a file through all stages, in the order of `pipeline.check` and `pipeline.emit`."""
    # Under a name of its own: what was parsed is remembered by name, and loading would not parse it again.
    clock("parse", Loader(read).load, "parsed-" + path, raw, ())
    project = clock("model", load, path, raw, read)
    budget = Budget(project.source)
    for node in project.documents:
        composition = clock("compose", compose, node, project.names, WORDINGS, budget)
        policy = clock("lower", lower, node, project.names, composition)
        clock("checks", check_document, node, composition, project.names, project.found)
        output = pipeline.Output(pipeline.Document(node, composition, policy), Files(), {}, [])
        for target in targets((), policy.kind):
            emission = clock(target.name, target.emit, policy, composition.page, output.files)
            output.files.take(emission)
            output.media_types.update(target.files)
            output.losses.extend(emission.losses)
        clock("write", put, policy.id, clock("manifest", manifest.folder, output, project.sources))


if __name__ == "__main__":
    main(sys.argv[1])
