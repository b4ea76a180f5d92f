"""Further examples for the standard wordings: what the pages of the clauses do not show."""

# Each of these is a phrase of a sentence where it is the only exception.
_OF_ANY = ("law", "life-protection", "public-health", "state-cooperation", "consent-exemption", '"条約に定める場合"')
_OF_PROVISION = (
    *("academic-publication", "academic-joint-research", "academic-recipient"),
    *("entrustment", "business-succession", "joint-use"),
)

CASES: dict[str, tuple[str, ...]] = {
    "amendment": (
        "amendment { notice: none; effective: on-notice }",
        "amendment { notice: prior; effective: on-publication }",
        "amendment { delegates changes [改定について](https://www.mihon.example/changes/) }",
    ),
    "anonymised_information": (
        "anonymised-information { declared: on-request }",
        "anonymised-information { items: age }",
        "anonymised-information { delegates anonymous-page [匿名加工情報](https://www.mihon.example/anonymous/) }",
    ),
    "breach": (
        "breach { declared: on-request }",
        "breach { delegates incidents [漏えい等への対応](https://www.mihon.example/incidents/) }",
    ),
    "children": (
        "children { declared: none }",
        "children { declared: on-request }",
        "children { under: 12; consent: guardian-present }",
        "children { consent: guardian }",
        "children { under: 16 }",
        "children { delegates minors [未成年の方へ](https://www.mihon.example/minors/) }",
    ),
    "collection": (
        "collection { declared: none }",
        "collection { items: on-request }",
        "collection { items: delegated [取得する情報](https://www.mihon.example/items/) }",
        "collection { sources: automatic; purposes-shown: on-screen, in-document }",
        "collection { delegates items-page [取得する情報](https://www.mihon.example/items/) }",
    ),
    "contact": (
        "contact { declared: on-request }",
        'desk d1 "一般財団法人例示協会　苦情相談室" { hours: "平日10時から17時まで"; address: "東京都千代田区見本町1番1号" }\n'
        "contact { accredited: d1 }",
        "contact { accredited: privacy-desk }",
        "contact { delegates contact-page [窓口の一覧](https://www.mihon.example/desks/) }",
        'desk d1 "第一窓口" { phone: "03-0000-0001" }\n'
        'desk d2 "第二窓口" { hours: "平日10時から17時まで"; address: "東京都千代田区見本町1番1号" }\n'
        "contact { desk: d1, d2; for: inquiries, complaints, requests }",
    ),
    "disclosures": (
        "disclosures { declared: none }",
        "disclosures { declared: on-request }",
        "disclosures { delegates more [表示事項](https://www.mihon.example/commerce/) }",
        'disclosures { layout: table; disclosure { is: expiry; text: "ありません。" } }',
    ),
    "entrustment": (
        "entrustment { declared: on-request }",
        'entrustment { to: "例示運送株式会社" }',
        "entrustment { to: cloud-provider; country: US; basis: foreign-consent }",
        'entrustment { to: cloud-provider; country: DE; basis: equivalent-country, law, "条約に定める場合" }',
        "entrustment { delegates processors-page [委託先の一覧](https://www.mihon.example/processors/) }",
    ),
    "external_transmission": (
        "external-transmission { declared: on-request }",
        'external-transmission { transmission { to: "例示解析株式会社", reiji-kokoku; sends: page-url; for: support } }',
        "external-transmission { service: not-covered\n  transmission { to: reiji-kokoku; sends: page-url; for: support } }",
        "external-transmission { service: message-mediation, web-search }",
        "external-transmission { service: not-covered }",
        "external-transmission { service: on-request; transmission { to: reiji-kokoku; sends: page-url; for: support } }",
        "external-transmission { transmission { to: reiji-kokoku; sends: page-url; basis: essential-transmission, contract\n"
        "  essential-for: display, input-redisplay, fraud-detection, operation } }",
        "external-transmission { transmission { to: reiji-kokoku; sends: page-url; for: support\n"
        '  basis: transmission-opt-out; opt-out-kind: use, transmission; limitation: "広告の表示の設定"\n'
        "  opt-out: [停止の手続](https://ads.example/stop/) } }",
        "external-transmission { transmission { to: reiji-kokoku; sends: page-url; basis: transmission-consent\n"
        "  consent-method: [同意の画面](https://www.mihon.example/consent/) } }",
    ),
    "index": (
        "index { declared: none }",
        "index { declared: on-request }",
        "index { delegates more [サイトマップ](https://www.mihon.example/sitemap/) }",
    ),
    "joint_use": (
        "joint-use { declared: on-request }",
        "joint-use { scope: within uses; items: name; users: mihon, mihon-hanbai; purposes: within uses }",
        "joint-use { delegates joint-page [共同利用について](https://www.mihon.example/joint/) }",
    ),
    "operator_identity": (),
    "pseudonymised_information": (
        "pseudonymised-information { declared: on-request }",
        'pseudonymised-information { items: age; for: within uses; erases: "利用を終えた日から1年後に消去します。" }',
        "pseudonymised-information { delegates pseudonym-page [仮名加工情報](https://www.mihon.example/pseudonym/) }",
    ),
    "purposes": (
        "purposes uses { declared: on-request }",
        'purposes uses { purpose delivery "商品の発送のため" { is: goods-delivery }\n  except: law, consent-exemption, "条約に定める場合" }',
        *(
            f'purposes uses {{ purpose delivery "商品の発送のため" {{ is: goods-delivery }}\n  except: {one} }}'
            for one in _OF_ANY
        ),
        'purposes uses { purpose delivery "商品の発送のため" { is: goods-delivery }\n'
        '  beyond: "目的外の利用についての定めは、別に公表しています。" }',
        "purposes uses { delegates purposes-page [利用目的の一覧](https://www.mihon.example/purposes/) }",
    ),
    "related_information": (
        "related-information { declared: on-request }",
        "related-information { delegates dmp-page [個人関連情報の提供](https://www.mihon.example/dmp/) }",
        "related-information { to: reiji-kokoku; data: cookie; for: within uses; basis: law\n"
        '  confirmed: "提供先が取得した同意の記録の写しの提出を受ける方法"; country: US\n'
        '  foreign-information: "外国にある提供先についての情報は、提供先がご本人にお示ししていることを契約で定めています。"\n'
        '  system: "包括的な法令がない"; safeguards: "同等の措置" }',
        "related-information { from: reiji-kokoku; data: cookie; for: support; basis: law }",
        'related-information { from: reiji-kokoku; data: cookie; country: US; system: "包括的な法令がない"; safeguards: "同等の措置" }',
    ),
    "requests": (
        "requests { declared: on-request }",
        "requests { accepts: disclosure, opt-out, foreign-measures-information; fee: on-request; procedure: on-request }",
        "requests { accepts: disclosure; procedure: delegated [手続の案内](https://www.mihon.example/requests/)\n"
        '  refusal: "ご本人であることを確認できない場合は、ご請求に応じません。" }',
        'requests { accepts: disclosure, erasure; fee-method: "窓口における現金の支払"\n'
        '  refuses: "ご本人であることを確認できない場合"; grounds: "法令に定める場合" }',
        "requests { delegates requests-page [開示等の請求について](https://www.mihon.example/requests/) }",
        'desk d1 "第一窓口" { phone: "03-0000-0001" }\n'
        'desk d2 "第二窓口" { hours: "平日10時から17時まで"; address: "東京都千代田区見本町1番1号" }\n'
        'requests { accepts: disclosure "保有個人データの全部の開示"; desk: d1, d2 }',
    ),
    "retention": (
        "retention { declared: none }",
        "retention { declared: on-request }",
        'retention { period: 6 months; after: "期間の経過後の取扱いは、別に定めます。" }',
        "retention { period: delegated [保存期間の一覧](https://www.mihon.example/periods/) }",
        "retention { delegates periods-page [保存期間の一覧](https://www.mihon.example/periods/) }",
        'retention { kept "通話の録音" { data: voice; period: 90 days; after: "その後の取扱いは、別に定めます。" } }',
        'retention { kept { data: name }; kept "会員の情報" { from: "退会の日"; period: 1 years } }',
        "retention { data: name; period: on-request }",
        "retention { data: name; period: delegated [保存期間の一覧](https://www.mihon.example/periods/) }",
        "retention { data: name; period: none }",
    ),
    "security_measures": (
        "security-measures { measures: on-request }",
        "security-measures { measures: backup; country: none }",
        "security-measures { measures: delegated [安全管理措置](https://www.mihon.example/security/) }",
        "security-measures { delegates security-page [安全管理措置](https://www.mihon.example/security/) }",
        "security-measures {\n  measures: basic-policy, internal-rules, organizational-measures, personnel-measures,\n"
        "  physical-measures, technical-measures, external-environment, responsible-person, operation-by-rules,\n"
        "  handling-records, incident-response, audit, processor-supervision, certification, impact-assessment,\n"
        "  staff-training, confidentiality, area-control, theft-prevention, media-transport, secure-disposal,\n"
        "  access-control, authentication, multi-factor-authentication, intrusion-prevention, malware-protection,\n"
        "  leak-prevention, encryption, encryption-in-transit, encryption-at-rest, access-logging, backup,\n"
        "  vulnerability-testing, pseudonymisation\n}",
    ),
    "sensitive_data": (
        "sensitive-data { declared: none }",
        "sensitive-data { declared: on-request }",
        "sensitive-data { items: medical-history; basis: consent }",
        "sensitive-data { items: medical-history; basis: law }",
        "sensitive-data { except: public-health, state-cooperation, academic-recipient, consent-exemption }",
        "sensitive-data { declared: none; except: law, life-protection }",
        *(f"sensitive-data {{ basis: consent; except: {one} }}" for one in _OF_ANY),
        'sensitive-data { basis: consent; except: "裁判所の命令に従うとき。" }',
        "sensitive-data { delegates sensitive-page [要配慮個人情報](https://www.mihon.example/sensitive/) }",
    ),
    "succession": (
        "succession { declared: on-request }",
        "succession { data: name }",
        "succession { delegates mergers [事業の承継](https://www.mihon.example/mergers/) }",
    ),
    "third_party_provision": (
        "third-party-provision { declared: none }",
        "third-party-provision { declared: on-request }",
        "third-party-provision { basis: consent }",
        "third-party-provision { basis: consent-by-terms }",
        "third-party-provision { basis: consent-by-terms; except: consent-exemption; to: group-company; for: within uses }",
        "third-party-provision {\n  except: law, life-protection, public-health, state-cooperation, academic-publication,\n"
        "  academic-joint-research, academic-recipient, consent-exemption, entrustment, business-succession, joint-use,\n"
        '  "裁判所の命令に従う場合"\n}',
        "third-party-provision { basis: law }",
        # 外国にある第三者（条項の本文で）
        "third-party-provision { basis: equivalent-system; to: group-company; for: support; country: US\n"
        '  system: "米国の連邦には、個人情報の保護に関する包括的な法令がありません"\n'
        "  safeguards: [提供先の措置](https://www.mihon.example/measures/) }",
        # オプトアウト
        "third-party-provision { basis: opt-out; to: reiji-kokoku; data: name, address; for: advertising\n"
        '  acquisition: "公開されている名簿からの収集"; method: "電子媒体の交付"; update: "毎年4月の更新"\n'
        '  start: 2026-10-01; stop: "電話又は書面による申出" }',
        "third-party-provision { provision { to: reiji-kokoku; data: name; for: advertising; basis: opt-out\n"
        '  acquisition: "公開されている名簿からの収集"; method: "電子媒体の交付"; update: "毎年4月の更新"\n'
        "  start: 2026-10-01; stop: [停止の申出](https://www.mihon.example/stop/) } }",
        'third-party-provision { basis: foreign-consent; to: foreign-third-party; country-unknown: "提供先が未定であるため"\n'
        '  candidates: "候補となる国は、別に公表します"; safeguards-unknown: "提供先が未定であるため" }',
        'third-party-provision { provision { to: reiji-kokoku; basis: opt-out; notified: "届出番号第000号" } }',
        "third-party-provision { basis: consent; except: law; provision { to: reiji-kokoku; basis: opt-out } }",
        "third-party-provision { provision { to: reiji-kokoku; basis: consent-by-terms\n  except: law, life-protection } }",
        # 例外が一つだけのもの
        "third-party-provision { basis: consent-by-terms; except: law, life-protection }",
        "third-party-provision { declared: none; except: law, life-protection }",
        "third-party-provision { basis: consent, consent-by-terms; except: law }",
        *(f"third-party-provision {{ basis: consent; except: {one} }}" for one in (*_OF_ANY, *_OF_PROVISION)),
        *(
            f"third-party-provision {{ provision {{ to: reiji-kokoku; basis: consent; except: {one} }} }}"
            for one in (*_OF_ANY, *_OF_PROVISION)
        ),
        "third-party-provision { declared: none; not-third-parties: entrustment, joint-use }",
    ),
}

# A row that the vocabulary of the program does not have.
OWN_ROWS = "rights: [{id: copy, ja: 写しの交付, en: Copy of the data}]"

# Whole documents, for the text before the first clause and after the last. REGISTER stands for web or articles.
DOCUMENTS: tuple[str, ...] = (
    """document a "個人情報の取扱いについて" {
      kind: privacy-notice; url: <https://www.mihon.example/a/>; operator: mihon; register: REGISTER
      enacted: 2020-04-01; published: 2020-03-01; effective: 2020-05-01; revised: 2021-04-01; revised: 2022-04-01
      operator-identity { of: mihon }
      collection { items: name, email }
      requests { accepts: copy }
    }
    """,
    """document b "個人情報の取扱いについて" {
      kind: privacy-notice; url: <https://www.mihon.example/b/>; operator: mihon; register: REGISTER
      subjects: customer, employee
      enacted:   2020-04-01 as "{date}制定"
      revised:   2021-04-01 as "{date}改定"
      published: 2020-03-01 as "{date}公表"
      effective: 2020-05-01 as "{date}施行"
      operator-identity { of: mihon }
    }
    """,
    """document c "情報の取扱いに関する方針" {
      kind: general-policy; url: <https://www.mihon.example/c/>; operator: mihon; register: REGISTER
      effective: 2020-05-01
      amendment { notice: on-change }
      amendment { declared: none }
      amendment { declared: on-request }
    }
    """,
    """document d "利用規約" {
      kind: terms; url: <https://www.mihon.example/d/>; operator: mihon; register: REGISTER
      effective: 2020-05-01
      amendment { notice: prior; effective: on-stated-date }
      amendment { declared: none }
      amendment { declared: on-request }
    }
    """,
)
