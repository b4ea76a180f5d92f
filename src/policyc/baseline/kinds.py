"""Findings on a baseline."""

from __future__ import annotations

from ..diagnostics import ERROR, NOTE, Kind

NOT_A_BASELINE = Kind(
    "baseline/not-a-baseline",
    ERROR,
    "指摘の控え（baseline）として読めません: {why}",
    "this is no baseline: {why}",
    "「policyc check --write-baseline ファイル ソース」で作り直してください。",
    "Write it anew with `policyc check --write-baseline FILE SOURCES`.",
)
GONE = Kind(
    "baseline/gone",
    NOTE,
    "控えにある指摘のうち {count} 件は、もう見つかりません（{which}）",
    "{count} findings of the baseline are no longer found ({which})",
    "直ったものです。「policyc check --write-baseline ファイル ソース」で控えを書き直すと、同じ指摘が再び出たときに分かります。",
    "They were mended. Write the baseline anew with `--write-baseline`, so that they are told should they come back.",
)
