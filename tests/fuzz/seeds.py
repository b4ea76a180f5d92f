"""The pages that mutated pages are made of: small ones of our own, what the house builds, and real ones where they are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from policyc import pipeline

ROOT = Path(__file__).resolve().parents[2]
POLICIES = ROOT / "policies"
MOST = 10_000
"""Bytes of a mutated page, and of the piece of a page that it is made of."""


class Page(NamedTuple):
    """A page as a file: its name, whose ending tells the format, and its bytes."""

    name: str
    data: bytes


_HTML = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>個人情報の取扱いについて</title>
<style>.none { display: none } ol.kana { list-style: katakana } @media print { p { display: none } }</style></head>
<body><header class="site-header"><nav><a href="/">ホーム</a></nav></header>
<main><h1>個人情報の取扱いについて</h1>
<p>株式会社みほん（以下「<strong>当社</strong>」といいます。）は、<a href="https://mihon.example/">お客様</a>の個人情報を守ります。</p>
<h2>第1条（<ruby>目的<rt>もくてき</rt></ruby>）</h2>
<ol class="kana"><li>氏名<ul><li>姓<li>名</ul></li><li value="5">住所<br>電話番号</li></ol>
<h2>第2条（提供）</h2>
<table><caption>提供先</caption><thead><tr><th>提供先<th colspan="2">項目</thead>
<tr><td rowspan="2">委託先<td>氏名<td>配送のため<tr><td>住所<td>&lt;なし&gt;&amp;&#x3042;&nbsp;</table>
<h2>第3条（請求）</h2><dl><div><dt>窓口<dd>お客様相談室</div><dt>電話<dd><a href="tel:03-0000-0000">03-0000-0000</a></dl>
<p class="none">ない</p><blockquote><p>引用<q>二<q>重</q></q></p></blockquote><pre>  一
    二</pre><img src="a.png" alt="図"><svg><text>絵</text></svg><iframe src="b.html"></iframe>
<select><option>一</option></select><!-- 注 --><?php echo "x" ?><p hidden>隠れた文</p>
<p>制定日：2023年4月1日<br>改定日：令和５年１０月１日</p></main><footer>&copy; みほん</footer></body></html>
"""
_MARKDOWN = """---
title: 利用規約
layout: page
---
# 利用規約

株式会社みほん（以下「**当社**」という。）は、[お客様](https://mihon.example/ "題")に`code`を_示す_。
改行の後の行。\\[角括弧\\] <https://mihon.example/a> &amp; &#12354; ~~取消~~ ![図](a.png)

## 第1条（目的）

１ 当社は、次のとおり定める。
2. 会員は、守る。
   1. 第一に、
   2. 第二に、
      - 細目
      * 細目

> 引用
>> 二重の引用

| 種類 | 定め |
| :--- | ---: |
| 年会費 | 第1条により\\|定める |
| 手数料 | `a|b` |

## 第2条（提供）

(1) 氏名
（２） 住所
①　電話番号
・ 生年月日

```
コード
```

<div>HTML の<br>一部</div>

第3条の見出し
---

[参照][ref] と [^1] と [ref]。

[ref]: https://mihon.example/ref '題'
[^1]: 脚注
"""
_TEXT = """プライバシーポリシー

株式会社みほん（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。

１．利用目的
　（１）商品の発送のため
　（２）お問い合わせへの対応のため
２．第三者提供
　当社は、法令に基づく場合を除き、第三者に提供しません。

【お問い合わせ先】
〒000-0000　東京都千代田区見本町１－２－３
電話：03-0000-0000　メール：info@mihon.example

制定日　2023年4月1日
改定日　令和５年１０月１日
以上
"""
_NOTICE = """<h1>特定商取引法に基づく表記</h1><table>
<tr><th>販売業者<td>株式会社みほん<tr><th>運営責任者<td>見本　花子<tr><th>所在地<td>東京都千代田区見本町1-2-3
<tr><th>販売価格<td>商品ごとに表示します。<tr><th>支払方法<td><ul><li>クレジットカード<li>銀行振込</ul>
<tr><th>返品・交換<td>商品到着後8日以内</table>
"""
_FILES = ("policy.ja.html", "policy.ja.md", "policy.ja.txt")


def own() -> list[Page]:
    """Small pages of our own, one for each format and layout."""
    written = (("own.html", _HTML), ("own.md", _MARKDOWN), ("own.txt", _TEXT), ("notice.html", _NOTICE))
    return [Page(name, text.encode("utf-8")) for name, text in written]


def built(sources: str = "mihon-*.policy") -> list[Page]:
    """What policyc builds of the example policies, in all three formats of text."""
    files = {path.name: path.read_bytes() for path in POLICIES.glob("*.policy")}
    pages: list[Page] = []
    for path in sorted(POLICIES.glob(sources)):
        for output in pipeline.emit(pipeline.check(path.name, files[path.name], files.get)):
            pages += [Page(file, output.files[file].encode("utf-8")) for file in _FILES]
    return pages


def real(shared: Path) -> list[Page]:
    """Published pages beside the repository; none where there are none."""
    paths = [path for folder in ("pages", "corpus") for path in sorted((shared / folder).glob("*"))]
    return [Page(path.name, path.read_bytes()) for path in paths if path.suffix in (".html", ".md", ".txt")]
