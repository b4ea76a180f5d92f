"""利用目的: each item of the list is a purpose."""

from __future__ import annotations

import re

from ...vocab import lookup
from ..draft import Child, Doubt, Mark, Reading, Section
from .lines import fold, sentences
from .purpose_words import means
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_ELSE = "(?:以外の(?:利用)?目的|目的以外|新たな(?:利用)?目的|利用目的(?:を|の)変更|変更後の(?:利用)?目的)"
RULES = (
    rule("new-purposes", "notified-or-published", f"{_ELSE}[^。]*(?P<m>通知(?:し)?、?(?:又は|または|もしくは|若しくは)[^。、]{{0,16}}公表)"),
    rule("new-purposes", "published", f"{_ELSE}[^。]*(?P<m>公表)", "通知"),
    rule("new-purposes", "notified", f"{_ELSE}[^。]*(?P<m>(?:ご?本人に)?(?:ご)?通知)", "公表"),
    rule("new-purposes", "consent", f"{_ELSE}[^。]*(?P<m>(?:ご?本人の)?同意を(?:得|いただ|頂))", "なく|公表|通知|除|ません"),
    rule("beyond", "with-consent", "(?:範囲を超え|範囲外)[^。]*(?P<m>同意を得(?:る)?(?:こと)?(?:なく|ないで|ずに|た|て|ます))", "第三者"),
)  # fmt: skip
_ANALYSES = re.compile("(?P<m>[^。を]{2,60})を(?:分析|解析)(?:し|いた)")
_DERIVES = re.compile("(?P<m>趣味・?嗜好|嗜好|興味・?関心|趣味)(?:に|へ)(?:応じ|合わせ|合った|基づ)")
_USES = re.compile("目的|ため|利用|使用|取り?扱")
# 「目的」 alone may head the aim of the rules themselves; there the lines before the list have to say what it lists.
_NAMED = re.compile("(?:利用|収集|取得|使用).*目的|目的.*利用")
_LEADS = re.compile(
    "(?:情報|データ)[^。]*(?:目的|ため)(?!と(?:する|し))|(?:目的|ため)(?!と(?:する|し))[^。]*(?:情報|データ)"
)
# 「利用者は、この規約に同意する。」 is a rule of its own.
_RULE = re.compile("[^。、]{1,30}(?<![にで])は、[^。]*(?<!ため)(?<!こと)(?<!目的)。\\Z")


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """The purposes, and what is said of others."""
    found, doubts = apply(RULES, sentences(section))
    spans, nested = _items(section)
    children, marks = [], []
    for n, (first, end) in enumerate(spans, 1):
        analysed = _analysed(section, first)
        fields = (*_fields(section.rows[first].text), *reading("", analysed).fields)
        children.append(Child("purpose", f"目的-{n}", first, end, fields))
        marks += [mark for one in analysed for mark in one.marks]
    if nested:
        doubts.append(Doubt(nested, "利用目的が入れ子の一覧で書かれているため、一つずつの宣言はしていません。"))
    return reading("purposes", found, tuple(children), doubts, marks) if found or children else None


def _analysed(section: Section, row: int) -> list[Found]:
    """What a purpose says is analysed, and what is inferred by that: 「閲覧履歴を分析して、趣味・嗜好に応じた」."""
    words = fold(section.rows[row].text)
    hit = _ANALYSES.search(words)
    if hit is None:
        return []
    found = []
    for part in re.finditer(
        "[^、やと]+?(?=、|や|と|及び|および|又は|または|(?:等|など)?(?:の(?:情報|データ))?\\Z)", hit["m"]
    ):
        # ウェブサイトの閲覧履歴: the item is what the vocabulary knows at its end.
        starts = (n for n in range(len(part.group())) if lookup("data", part.group()[n:]) is not None)
        start = next(starts, None)
        concept = lookup("data", part.group()[start:]) if start is not None else None
        if concept is None or start is None:
            continue
        at = hit.start("m") + part.start() + start
        found.append(
            Found("analyses", concept.id, (Mark(row, at, hit.start("m") + part.end(), f"analyses.{concept.id}"),))
        )
    derived = _DERIVES.search(words, hit.end())
    if found and derived is not None:
        found.append(Found("derives", "interests", (Mark(row, *derived.span("m"), "derives.interests"),)))
    return found


def _fields(words: str) -> tuple[tuple[str, str], ...]:
    meant, open_ = means(words)
    fields = [("is", ", ".join(meant))] if meant else []
    return (*fields, *([("open", "yes")] if open_ else []))


def _items(section: Section) -> tuple[list[tuple[int, int]], int]:
    """The items of the first list; or the row in which a list within it begins."""
    rows = section.rows
    starts = [n for n, row in enumerate(rows) if row.depth == 1 and row.marker]
    if not starts or any(row.table is not None for row in rows):
        return [], 0
    nested = next((n for n, row in enumerate(rows) if row.depth > 1), 0)
    if nested:
        return [], nested
    before = " ".join(fold(row.text) for row in rows[: starts[0]]) + fold(section.title)
    if not (_USES if _NAMED.search(fold(section.title)) else _LEADS).search(before):
        return [], 0
    spans = []
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        end = next((n for n in range(start + 1, stop) if rows[n].depth == 0), stop)
        if rows[start].text.strip():
            spans.append((start, end))
        if end < stop and any("。" in row.text or len(row.text) > 40 for row in rows[end:stop]):
            # What follows a sentence is another list; a short line only says whose purposes come next.
            break
    return (spans, 0) if all(_is_purpose(fold(rows[start].text)) for start, _ in spans) else ([], 0)


def _is_purpose(words: str) -> bool:
    """Whether an item names a purpose and no rule of its own: 「当社は、…利用します。」"""
    return (
        len(words) <= 200
        and not _RULE.match(words)
        and not re.search(
            "(?:当社|当法人|当会|当グループ)は、|ません。|行います。\\Z|(?:個人情報|に関する情報|個人データ|の方|の皆様|について)\\Z",
            words,
        )
    )
