"""Invented documents that between them state a fact of every kind, and what the JSON-LD target makes of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from conftest import check_files, check_text, dmm_files
from policyc.compose.page import Page
from policyc.emit import Emission
from policyc.emit.jsonld import TARGET
from policyc.facts import Policy

URL = "https://mihon.example/privacy/"

# An invented firm that states a fact of every kind, some under Japanese names.
MIHON = f"""\
organization mihon "株式会社みほん" {{
  called: "当社"
  address: "東京都", "千代田区", "見本町1丁目2番3号", "見本ビル"
  representative: "代表取締役", "見本　花子"
  country: JP
  phone: "03-0000-0000"
  email: "info@mihon.example"
  site: <https://mihon.example/>
}}
organization torihiki "Torihiki Inc." {{ country: US; address: "見本市見本町1番地" }}
organization kogaisha "みほん販売株式会社" {{ country: JP }}
site list [一覧](https://mihon.example/group)
group みほんグループ "みほんグループ" {{ called: "当グループ"; members: mihon, kogaisha; listed-at: list }}
publication policy [みほん基本方針](/policy/)
statute appi "個人情報の保護に関する法律" {{ called: "法" }}
statute tba "電気通信事業法" {{ }}
subject customer "お客様" {{ is: customer }}
term 会員 "みほん会員" {{ means: "{{mihon}}に登録した{{customer}}"; is: member }}
recipient 海外の者 "米国及びシンガポールの事業者" {{ is: foreign-third-party; country: US, SG }}
recipient abroad "外国の事業者" {{ abroad: yes; listed-at: list }}
data 決済 "決済の情報" {{ is: payment-information; of: credit-card, bank-account }}
data misc "その他の情報" {{ open: yes }}
desk 窓口 "お客様相談室" {{
  phone: "03-0000-0001"; email: "desk@mihon.example"; address: "東京都千代田区見本町1丁目"; hours: "平日10時から17時まで"
  form: <https://mihon.example/form>
}}
desk 団体 "認定個人情報保護団体　見本協会" {{ phone: "03-0000-0002" }}
document notice "プライバシーポリシー" {{
  kind: privacy-notice; url: <{URL}>; operator: mihon; subjects: customer; version: "3.1"
  replaces: <https://mihon.example/privacy/2021/>
  enacted: 2020-01-31
  published: 2020-02-01
  revised: 2021-04-01
  revised: 2023-10-01 as "最終改定日：{{date}}"
  effective: 2020-03-01
  part 総則 "総則" {{
    adheres-to: policy
    published-under: appi, tba
    undefined-terms: appi
    text: "{{mihon}}は、{{torihiki.full}}（{{torihiki.address}}、{{torihiki.country}}）と、{{adheres-to|方針}}と{{published-under|法}}に基づき、{{会員}}の情報を扱います。{{みほんグループ}}は、{{みほんグループ.members}}です。{{undefined-terms|定義}}"
    operator-identity "事業者" {{
      of: mihon
      text: "{{of.full}} {{of.address}} {{of.representative}} {{of.phone}} {{of.email}} {{of.site}}"
    }}
    purposes 利用目的 "利用目的" {{
      purpose delivery "商品の配送のため" {{ is: goods-delivery }}
      purpose inquiries "お問い合わせに対応するため" {{ is: inquiry-handling; data: email }}
      purpose 分析 "閲覧履歴を分析し趣味・嗜好に応じた広告を表示するため" {{
        is: personalised-advertising; analyses: browsing-history; derives: interests
      }}
      purpose 付随 "上記に付随する目的のため" {{ is: incidental-purpose; open: yes }}
      purpose free "新しい目的のため" {{ defined-in: policy; text: "（{{policy}}に定めるもの）" }}
    }}
    collection 取得 "取得する情報" {{ items: name, 決済, misc; sources: person, automatic, third-parties, public }}
    sensitive-data "要配慮個人情報" {{ items: medical-history; basis: consent; except: law; for: delivery }}
    third-party-provision 提供 "第三者提供" {{
      not-third-parties: entrustment, business-succession, joint-use
      provision 同意提供 {{
        to: 海外の者, みほんグループ; for: advertising; data: name, email
        basis: consent {{ includes: acceptance-of-terms, checkbox, oral }}
        except: law, "緊急の場合"; method: "暗号化した通信による"; country: US
      }}
      provision 宣伝提供 {{ to: "広告会社"; for: publicity; basis: consent }}
      provision 報告だけ {{
        to: abroad; country-unknown: "未定であるため"; candidates: "米国"; safeguards-unknown: "未定であるため"; notified: 2027-01-01
      }}
      delegates foreign-transfer [外国への提供](https://mihon.example/abroad?x=1#y)
    }}
    entrustment 委託 "委託" {{ to: "委託先", torihiki; scope: within 利用目的; extent: part; supervision: contract; country: US; basis: equivalent-system }}
    related-information 関連 "個人関連情報" {{
      to: torihiki; from: "広告会社"; data: cookie; for: advertising; basis: related-information-consent
      confirmed: declaration; foreign-information: confirmed; country: US
    }}
    succession 承継 "事業の承継" {{ to: successor; data: name; scope: within 利用目的 }}
    breach 漏えい "漏えい等" {{ reported-to: commission; notifies: person }}
    pseudonymised-information 仮名 "仮名加工情報" {{
      source: made, received; items: browsing-history; for: advertising; refrains: matching; erases: when-unneeded
    }}
    anonymised-information 匿名 "匿名加工情報" {{
      source: made; items: browsing-history; provided: browsing-history; to: torihiki; method: "電送"; label: email
      safeguards: access-control, "窓口の設置"; refrains: matching
    }}
    joint-use 共同 "共同利用" {{
      subjects: 会員; items: name, 決済; users: mihon, kogaisha, みほんグループ; purposes: same as 利用目的; responsible: mihon
      method: "データベースの共有"
    }}
    joint-use 一部 "一部の共同利用" {{
      subjects: 会員; items: name; users: mihon, kogaisha; scope: within 利用目的; purposes: delivery; responsible: mihon
      method: on-request
    }}
    external-transmission 送信 "外部送信" {{
      service: user-posts, information
      transmission t1 {{ sends: browsing-history; to: torihiki; own-for: access-analysis; for: advertising; opt-out: <https://torihiki.example/stop> }}
      transmission t2 {{
        sends: browsing-history; to: torihiki; for: advertising; basis: transmission-opt-out, transmission-consent
        opt-out: "設定の画面"; opt-out-kind: transmission, use; limitation: "広告の設定"; consent-method: "最初の画面"
      }}
      transmission t3 {{ to: mihon; basis: essential-transmission; essential-for: display, operation; limitation: none }}
    }}
    security-measures 安全 "安全管理措置" {{
      measures: staff-training, "独自の措置"
      measure 外的 {{ is: area-control; country: US }}
    }}
    retention 保存 "保存期間" {{
      period: 5 years
      kept 注文 {{ data: name; period: 2 weeks }}
      kept 他 {{ data: email; period: "退会するまで" }}
    }}
    requests 請求 "開示等の請求" {{
      accepts: disclosure, opt-out; procedure: [手続](/request); identity: documents; agent: accepted; authority: documents; fee: 300 yen; desk: 窓口
      refuses: rights-harm, "不適当な場合"; grounds: no-longer-needed, breach; fee-method: bank-transfer
    }}
    contact 問合せ "窓口" {{ desk: 窓口; for: inquiries, complaints; accredited: 団体 }}
    children 子ども "未成年者" {{ under: 13; consent: guardian }}
    amendment 改定 "改定" {{ notice: prior; effective: on-stated-date; needing-consent: with-consent }}
    index 案内 "関連するページ" {{
      entry 規約 "規約" </terms/> {{ entry 本書 "この文書" {{ document: notice }} }}
    }}
    disclosures 表示 "表示事項" {{ disclosure 名称 {{ is: seller; text: "{{mihon.full}}" }}; disclosure "設立" {{ text: "2000年" }} }}
  }}
}}
"""
# What a silent document says: nothing is provided, and the rest is told on request.
SILENT = """\
organization mihon "株式会社みほん" { country: JP }
document silent "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/silent/>; operator: mihon
  third-party-provision 提供 "第三者提供" { declared: none }
  joint-use 共同 "共同利用" { declared: none }
  security-measures 安全 "安全管理措置" { declared: on-request }
}
"""

# In the standard wording: every rule that becomes ODRL.
RULES = """\
organization mihon "株式会社みほん" { called: "当社"; address: "東京都千代田区見本町1丁目2番3号"; representative: "代表取締役", "見本　花子" }
subject customer "お客様" { is: customer }
document rules "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/rules/>; operator: mihon; subjects: customer; version: "2.0"
  purposes 利用目的 {
    purpose 配送 "商品の配送のため" { is: goods-delivery }
    beyond: with-consent
  }
  sensitive-data 要配慮 { items: medical-history; for: goods-delivery; basis: consent }
  third-party-provision 提供 {
    provision 同意 { to: "物流会社"; for: advertising; data: name; basis: consent }
    provision 届出 { to: "名簿会社"; data: name, address; basis: opt-out; stop: <https://mihon.example/stop> }
  }
  entrustment 委託 { to: "物流会社"; data: name; supervision: contract }
  retention 保存 {
    kept 氏名 { data: name; period: 5 years; after: erase }
    kept その他 { period: "利用目的の達成に必要な期間"; after: erase }
  }
  children 子ども { under: 13; consent: guardian }
  amendment 改定 { notice: on-change; effective: on-publication }
}
"""
# The clauses whose "there is none" is a rule, and one whose exceptions it would forbid.
NEVER = """\
organization mihon "株式会社みほん" { called: "当社" }
document never "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/never/>; operator: mihon
  joint-use 共同 { declared: none }
  entrustment 委託 { declared: none }
  sensitive-data 要配慮 { declared: none }
  third-party-provision 提供 { declared: none; except: law; not-third-parties: joint-use }
  children 子ども { declared: none; under: 13 }
  external-transmission 送信 { declared: none }
  retention 保存 { period: 1 years; after: erase }
  amendment 改定 { notice: prior }
}
"""
INDEX = """\
organization mihon "株式会社みほん" { called: "当社" }
document site "みほんの文書" {
  kind: site-index; url: <https://mihon.example/site/>; operator: mihon; replaces: <https://mihon.example/old-site/>
  index 案内 "規約" { entry 利用 "利用規約" <https://mihon.example/terms/> }
}
"""


def emitted(checked: Any) -> tuple[Policy, Page, Emission]:
    """What the target makes of the first document, whatever the other rooms found in it."""
    document = checked.documents[0]
    page = document.composition.page
    return document.policy, page, TARGET.emit(document.policy, page, {})


@cache
def made(name: str) -> tuple[Policy, Page, Emission]:
    """The real page, and the invented documents."""
    sources: dict[str, Callable[[], Any]] = {
        "dmm": lambda: check_files(dmm_files()),
        "mihon": lambda: check_text(MIHON),
        "silent": lambda: check_text(SILENT),
        "rules": lambda: check_text(RULES),
        "never": lambda: check_text(NEVER),
        "index": lambda: check_text(INDEX),
    }
    return emitted(sources[name]())
