"""Time, output and findings grow with the input, not faster (ratios within one run; no absolute time)."""

from __future__ import annotations

import gc
import time

import pytest

from conftest import build_files, check_files, dmm_files
from policyc import pipeline
from policyc.audit.findings import check
from policyc.pipeline import Output

HEAD = 'organization mihon "株式会社みほん" { called: "当社" }\n'
DOCUMENT = 'document big "大きな文書" {\n  kind: privacy-notice\n  url: <https://mihon.example/>\n  operator: mihon\n'


def source(n: int) -> str:
    """A document with n purposes, items, joint users, recipients, provisions and clauses."""
    out = [HEAD]
    out += [f'organization o{i} "第{i}みほん株式会社"' for i in range(n)]
    out += [f'data d{i} "みほん項目{i}" {{ is: name }}' for i in range(n)]
    out += [f'recipient r{i} "みほん提供先{i}" {{ is: advertising-business }}' for i in range(n)]
    out.append(DOCUMENT)
    out.append('  purposes uses "利用目的" {\n    text: ""')
    out += [f'    purpose p{i} "みほん目的{i}のため" {{ is: service-provision }}' for i in range(n)]
    out.append("  }")
    users = ", ".join(f"o{i}" for i in range(n))
    items = ", ".join(f"d{i}" for i in range(n))
    out.append(
        f'  joint-use "共同利用" {{\n    items: {items}\n    users: {users}\n    purposes: same as uses\n    responsible: mihon\n'
        '    text: """\n      {mihon}は、次のとおり共同利用します。\n      - {items}\n      - {users}\n'
        '      - {uses}と{purposes|同一の目的}\n      - {responsible.full}\n      """\n  }'
    )
    out.append('  third-party-provision provision "第三者提供" {\n    text: ""')
    out += [f'    provision v{i} {{ to: r{i}; text: "{{mihon}}は、{{to}}に提供します。" }}' for i in range(n)]
    out.append("  }")
    for i in range(n):
        out.append(
            f'  entrustment e{i} "委託{i}" {{ scope: within uses; text: "{{uses}}の{{scope|範囲内}}で委託します。" }}'
        )
    out.append("}")
    return "\n".join(out) + "\n"


def measured(n: int) -> tuple[float, int, int, Output]:
    files = {"big.policy": source(n)}
    best = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        output = build_files(files)
        best = min(best, time.process_time() - start)
    return best, len(files["big.policy"]), sum(map(len, output.files.values())), output


def test_time_and_output_are_linear() -> None:
    small_time, small_source, small_output, _ = measured(25)
    large_time, large_source, large_output, _ = measured(200)
    source_ratio = large_source / small_source
    assert large_output / small_output < source_ratio * 1.2, (large_output / small_output, source_ratio)
    # Twice the ratio leaves room for a busy machine; quadratic growth would be eight times it.
    assert large_time / small_time < source_ratio * 2, (large_time / small_time, source_ratio)


def test_findings_are_bounded() -> None:
    """A file of nothing but faults is reported without burying the reader."""
    checked = check_files({"bad.policy": "x: [\n" * 20_000})
    assert 1 <= len(checked.diagnostics) <= 500


@pytest.mark.slow
def test_the_law_is_asked_in_linear_time() -> None:
    """What the rules cost grows with the document: no rule looks at all of it once for each of its parts."""

    def cost(n: int) -> tuple[float, int]:
        text = source(n)
        checked = check_files({"big.policy": text})
        best = float("inf")
        for _ in range(3):
            gc.collect()
            start = time.process_time()
            check(checked.documents, checked.sources)
            best = min(best, time.process_time() - start)
        return best, len(text)

    small_time, small_source = cost(50)
    large_time, large_source = cost(800)
    assert large_time / small_time < large_source / small_source * 2, (large_time, small_time)


@pytest.mark.parametrize("released", [True, False])
def test_a_file_that_is_done_with_is_gone_at_once(released: bool) -> None:
    """No garbage is left to look for: the cycles of a file (a block knows the one around it) are taken apart."""
    raw = {name: text.encode("utf-8") for name, text in dmm_files().items()}

    def build() -> None:
        checked = pipeline.check("dmm-privacy.policy", raw["dmm-privacy.policy"], raw.get)
        assert pipeline.emit(checked)
        if released:
            pipeline.release(checked)

    build()
    gc.collect()
    gc.disable()
    try:
        build()
        left = gc.collect()
    finally:
        gc.enable()
    assert left == 0 if released else left > 100
