"""Numbers, days, eras, counters and periods: written, and read back, at every place where one could be off by one."""

from __future__ import annotations

import json
from datetime import date as day
from datetime import timedelta

import pytest

from conftest import HEAD, build_files, check_text, codes
from policyc.compose import figures
from policyc.importer.recognise import dates as recognised
from policyc.importer.recognise.retention import _UNITS
from policyc.model import numbers
from policyc.model.whole import iso_date
from policyc.published import counters

# ---- days and eras ----

# The first and the last day of each era, as laws and gazettes have them.
ERAS = [
    ("1868-01-25", "明治元年1月25日"),
    ("1912-07-29", "明治45年7月29日"),
    ("1912-07-30", "大正元年7月30日"),
    ("1926-12-24", "大正15年12月24日"),
    ("1926-12-25", "昭和元年12月25日"),
    ("1989-01-07", "昭和64年1月7日"),
    ("1989-01-08", "平成元年1月8日"),
    ("2019-04-30", "平成31年4月30日"),
    ("2019-05-01", "令和元年5月1日"),
    ("2019-12-31", "令和元年12月31日"),
    ("2020-01-01", "令和2年1月1日"),
    ("2023-07-26", "令和5年7月26日"),
]


@pytest.mark.parametrize(("iso", "written"), ERAS)
def test_days_of_eras(iso: str, written: str) -> None:
    year, month, number = iso.split("-")
    western = f"{int(year)}年{int(month)}月{int(number)}日"
    assert numbers.date(iso, "wareki") == written
    assert numbers.date(iso, "both") == written.replace("年", f"（{year}）年", 1)
    assert numbers.date(iso, "western") == western
    assert numbers.date(iso, "western-padded") == f"{year}年{month}月{number}日"
    assert iso_date(written) == iso_date(western) == iso_date(f"{year}年{month}月{number}日") == iso
    assert iso_date(written.translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == iso
    assert iso_date(written.replace("元年", "1年")) == iso
    # A page is read as it is written.
    assert recognised.styles(iso, written) == ("wareki",)
    found = recognised.event(f"制定日：{written}") if not written.startswith(("明治", "大正")) else None
    assert found is None or (found.iso, found.forms) == (iso, ("wareki",))


def test_every_day_comes_back() -> None:
    at = day(1868, 1, 25)
    while at < day(2101, 1, 1):
        iso = at.isoformat()
        assert numbers.is_day(iso)
        for style in ("western", "western-padded", "wareki"):
            assert iso_date(numbers.date(iso, style)) == iso
        at += timedelta(days=7)


@pytest.mark.parametrize(
    "written", ["令和0年5月1日", "令和００年5月1日", "令和五年5月1日", "2023年7月", "23年7月26日", "令和5年7月26", ""]
)
def test_what_is_no_day_of_an_era(written: str) -> None:
    assert iso_date(written) == ""
    assert not numbers.is_day(iso_date(written))


@pytest.mark.parametrize(
    ("iso", "is_day"),
    [
        ("2023-02-28", True),
        ("2023-02-29", False),
        ("2024-02-29", True),
        ("2024-02-30", False),
        ("1900-02-29", False),
        ("2000-02-29", True),
        ("2023-04-30", True),
        ("2023-04-31", False),
        ("2023-12-31", True),
        ("2023-12-32", False),
        ("2023-01-00", False),
        ("2023-00-01", False),
        ("2023-13-01", False),
        ("0000-01-01", False),
        ("0001-01-01", True),
    ],
)
def test_days_of_the_calendar(iso: str, is_day: bool) -> None:
    assert numbers.is_day(iso) is is_day


@pytest.mark.parametrize(
    ("row", "iso"),
    [
        ("制定日：令和元年5月1日", "2019-05-01"),
        ("制定日：令和1年5月1日", "2019-05-01"),
        ("制定日：平成31年4月30日", "2019-04-30"),
        ("制定日：平成元年1月8日", "1989-01-08"),
        ("制定日：昭和64年1月7日", "1989-01-07"),
        ("制定日：令和5(2023)年7月26日", "2023-07-26"),
        ("制定日：令和5(2022)年7月26日", ""),
        ("制定日：令和0年5月1日", ""),
        ("制定日：2023年2月29日", ""),
        ("制定日：2024年2月29日", "2024-02-29"),
        ("制定日：2024年4月31日", ""),
        ("制定日：20240229", "2024-02-29"),
    ],
)
def test_days_on_a_page(row: str, iso: str) -> None:
    found = recognised.event(row)
    assert (found.iso if found is not None else "") == iso


def _dated(enacted: str, revised: str) -> list[str]:
    text = 'article "改定" { text: "{enacted|制定}{revised|改定}" }'
    return codes(check_text(f"{HEAD.rstrip()}\n  enacted: {enacted}\n  revised: {revised}\n{text}\n}}\n"))


def test_a_revision_on_the_day_of_enactment_is_none_too_early() -> None:
    assert "text/revised-before-enacted" not in _dated("2020-01-01", "2020-01-01")
    assert "text/revised-before-enacted" not in _dated("2020-01-01", "2020-01-02")
    assert "text/revised-before-enacted" in _dated("2020-01-01", "2019-12-31")


# ---- counters ----

KANJI = {
    1: "一", 9: "九", 10: "十", 11: "十一", 19: "十九", 20: "二十", 21: "二十一", 99: "九十九", 100: "百", 101: "百一",
    110: "百十", 111: "百十一", 200: "二百", 999: "九百九十九", 1000: "一〇〇〇", 2023: "二〇二三",
}  # fmt: skip


def test_numbers_in_kanji() -> None:
    assert {n: numbers.fill("{n:kanji}", n) for n in KANJI} == KANJI


def test_numbers_come_back_from_a_page() -> None:
    """Whatever a number below a hundred is written with, it is the same number when a page is read."""
    for n in range(1, 100):
        for written in (
            numbers.fill("{n:kanji}、", n),
            numbers.fill("第{n:kanji}条", n),
            numbers.fill("（{n:kanji}）", n),
        ):
            assert counters.written_number(written + "あ") == n, written
        for pattern in ("{n}. ", "（{n}）", "第{n}条", "{n:full-width}．", "第{n:full-width}項"):
            assert counters.written_number(numbers.fill(pattern, n) + "あ") == n
        if n <= 20:
            assert counters.written_number(numbers.fill("{n:circled}", n)) == n
        assert counters.marker("cjk-ideographic", n) == numbers.fill("{n:kanji}、", n)


@pytest.mark.parametrize(
    "written",
    [
        "十十、あ",
        "十十一、あ",
        "一十十、あ",
        "五十十、あ",
        "一二、あ",
        "一二十、あ",
        "十一二、あ",
        "一部、あ",
        "十分に",
        "3年",
        "あ",
        "",
        "〇、あ",
    ],
)
def test_what_is_no_number_of_an_item(written: str) -> None:
    assert counters.written_number(written) == 0


@pytest.mark.parametrize(
    ("style", "n", "written"),
    [
        ("lower-roman", 1, "i. "), ("lower-roman", 4, "iv. "), ("lower-roman", 9, "ix. "), ("upper-roman", 14, "XIV. "),
        ("upper-roman", 40, "XL. "), ("upper-roman", 3999, "MMMCMXCIX. "), ("upper-roman", 4000, "4000. "),
        ("lower-alpha", 1, "a. "), ("lower-alpha", 26, "z. "), ("lower-alpha", 27, "aa. "), ("upper-latin", 52, "AZ. "),
        ("upper-alpha", 53, "BA. "), ("lower-alpha", 702, "zz. "), ("lower-alpha", 703, "aaa. "),
        ("katakana", 1, "ア、"), ("katakana", 48, "ン、"), ("katakana", 49, "49. "), ("hiragana-iroha", 1, "い、"),
        ("decimal-leading-zero", 9, "09. "), ("decimal-leading-zero", 10, "10. "), ("cjk-ideographic", 99, "九十九、"),
        ("cjk-ideographic", 100, "100. "), ("lower-alpha", 0, "0. "), ("none", 3, ""),
    ],
)  # fmt: skip
def test_markers_of_browsers(style: str, n: int, written: str) -> None:
    assert counters.marker(style, n) == written


@pytest.mark.parametrize(
    ("style", "n", "written"),
    [
        ("roman", 1, "Ⅰ"), ("roman", 4, "Ⅳ"), ("roman", 12, "Ⅻ"), ("roman", 13, "ＸＩＩＩ"), ("roman", 19, "ＸＩＸ"), ("roman", 24, "ＸＸＩＶ"),
        ("circled", 1, "①"), ("circled", 20, "⑳"), ("circled", 21, "㉑"), ("circled", 35, "㉟"), ("circled", 36, "㊱"),
        ("circled", 50, "㊿"), ("circled", 51, "(51)"),
        ("alpha", 1, "a"), ("alpha", 26, "z"), ("alpha", 27, "a2"), ("alpha", 52, "z2"), ("alpha", 53, "a3"),
        ("katakana", 1, "ア"), ("katakana", 46, "ン"), ("katakana", 47, "ア2"), ("iroha", 1, "イ"), ("iroha", 47, "ス"), ("iroha", 48, "イ2"),
        ("full-width", 10, "１０"), ("arabic", 10, "10"),
    ],
)  # fmt: skip
def test_styles_of_numbers(style: str, n: int, written: str) -> None:
    assert numbers.fill(f"{{n:{style}}}", n) == written


# ---- periods and amounts ----


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("年", "years"), ("年間", "years"), ("か月", "months"), ("ヶ月", "months"), ("カ月", "months"), ("ヵ月", "months"),
        ("ケ月", "months"), ("箇月", "months"), ("箇月間", "months"), ("週", "weeks"), ("週間", "weeks"), ("日", "days"), ("日間", "days"),
    ],
)  # fmt: skip
def test_units_of_periods(written: str, unit: str) -> None:
    from test_recognise_clauses import facts

    assert facts("保存期間", f"取得した個人データを3{written}保存します。") == {"": "retention", "period": f"3 {unit}"}
    assert set(_UNITS.values()) == {"years", "months", "weeks", "days"}


@pytest.mark.parametrize(
    ("declared", "iso", "said"),
    [("1 years", "P1Y", "1年"), ("6 months", "P6M", "6か月"), ("2 weeks", "P2W", "2週間"), ("30 days", "P30D", "30日")],
)
def test_periods_in_every_file(declared: str, iso: str, said: str) -> None:
    uses = 'purposes uses "利用目的" { purpose p1 "商品の配送のため" { is: goods-delivery } }\n'
    kept = f'retention "保存" {{ period: {declared}; text: "{{period}}保存します。" }}\n'
    output = build_files({"t.policy": HEAD + uses + kept + "}\n"})
    assert f"{said}保存します。" in output.files["policy.ja.txt"]
    (row,) = output.document.policy.retentions
    assert row.period == iso
    (row,) = json.loads(output.files["policy.p3p.json"])["retentions"]
    assert row["period"] == iso
    spelt = iso if "W" not in iso else "P14D"
    assert f'"{spelt}"' in output.files["policy.jsonld"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("十", 10), ("十一", 11), ("二十", 20), ("百", 100), ("百十", 110), ("千五百", 1500), ("一万", 10_000), ("1万5千", 15_000),
        ("二〇", 20), ("三〇〇", 300), ("1.5万", 15_000), ("一億二千万", 120_000_000), ("5千", 5000), ("十十", None), ("百千", None),
        ("万億", None), ("一万一万", None), ("一万二億", None), ("十百", None), ("1.5.5", None),
    ],
)  # fmt: skip
def test_numbers_in_words(written: str, number: float | None) -> None:
    assert figures.read(written) == number


@pytest.mark.parametrize(
    ("words", "number", "unit", "differs"),
    [
        ("5年間", "5", "years", False), ("60か月", "5", "years", False), ("59か月", "5", "years", True), ("五年", "5", "years", False),
        ("六年", "5", "years", True), ("1年6か月", "18", "months", False), ("1年半", "18", "months", False), ("1年半", "17", "months", True),
        ("2週間", "14", "days", False), ("2週間", "13", "days", True), ("六箇月", "6", "months", False), ("六箇月", "6", "weeks", False),
        ("七箇月", "6", "months", True), ("一千円", "1000", "yen", False), ("一千円", "1001", "yen", True), ("15歳以下", "16", "", False),
        ("15歳以下", "15", "", True), ("16歳未満", "16", "", False), ("十日", "10", "days", False), ("十日", "9", "days", True),
    ],
)  # fmt: skip
def test_words_for_an_amount(words: str, number: str, unit: str, differs: bool) -> None:
    assert bool(figures.differing(words, number, unit)) is differs
