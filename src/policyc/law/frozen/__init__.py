# Generated from ../statutes.yaml by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""Statutes, sources, and which folder speaks of which documents."""

NEWEST = '2026-07-17'
COUNT = 193
KINDS: dict[str, tuple[str, ...]] = {'appi': ('privacy-notice',), 'appi_order': ('privacy-notice',), 'appi_rule': ('privacy-notice',), 'guidelines': ('privacy-notice',), 'telecom': ('external-transmission-notice', 'privacy-notice'), 'mynumber': ('specific-personal-information-policy', 'privacy-notice', 'external-transmission-notice', 'commerce-notice', 'payment-notice', 'terms', 'general-policy'), 'tokusho': ('commerce-notice',), 'shikin': ('payment-notice',), 'civil': ('terms', 'privacy-notice'), 'appi_r8': ('privacy-notice',)}
STATUTES = {
    'appi': ('個人情報の保護に関する法律', '個人情報保護法', 'Act on the Protection of Personal Information', '平成15年法律第57号', '2026-07-17', '2005-04-01'),
    'appi-order': ('個人情報の保護に関する法律施行令', '個人情報保護法施行令', 'Enforcement Order of the APPI', '平成15年政令第507号', '2026-02-02', '2005-04-01'),
    'appi-rule': ('個人情報の保護に関する法律施行規則', '個人情報保護法施行規則', 'Enforcement Rules of the APPI', '平成28年個人情報保護委員会規則第3号', '2026-02-02', '2017-05-30'),
    'appi-gl': ('個人情報の保護に関する法律についてのガイドライン（通則編）', '個人情報保護法ガイドライン（通則編）', 'PPC Guidelines (General Rules)', '平成28年個人情報保護委員会告示第6号', '2025-09-24', '2017-05-30'),
    'telecom': ('電気通信事業法', '電気通信事業法', 'Telecommunications Business Act', '昭和59年法律第86号', '2026-02-02', '1985-04-01'),
    'telecom-rule': ('電気通信事業法施行規則', '電気通信事業法施行規則', 'Regulations for Enforcement of the Telecommunications Business Act', '昭和60年郵政省令第25号', '2026-02-02', '1985-04-01'),
    'mynumber': ('行政手続における特定の個人を識別するための番号の利用等に関する法律', '番号法', 'My Number Act', '平成25年法律第27号', '2026-02-02', '2015-10-05'),
    'mynumber-gl': ('特定個人情報の適正な取扱いに関するガイドライン（事業者編）', '特定個人情報ガイドライン（事業者編）', 'PPC Guidelines on Specific Personal Information (Business Operators)', '平成26年12月11日特定個人情報保護委員会（告示番号は未確認）', '2025-09-24', '2014-12-11'),
    'tokusho': ('特定商取引に関する法律', '特定商取引法', 'Act on Specified Commercial Transactions', '昭和51年法律第57号', '2026-02-02', '1976-12-03'),
    'tokusho-rule': ('特定商取引に関する法律施行規則', '特定商取引法施行規則', 'Enforcement Rules of the Act on Specified Commercial Transactions', '昭和51年通商産業省令第89号', '2026-02-02', '1976-12-03'),
    'shikin': ('資金決済に関する法律', '資金決済法', 'Payment Services Act', '平成21年法律第59号', '2026-02-02', '2010-04-01'),
    'shikin-rule': ('前払式支払手段に関する内閣府令', '前払式支払手段に関する内閣府令', 'Cabinet Office Order on Prepaid Payment Instruments', '平成22年内閣府令第3号', '2026-02-02', '2010-04-01'),
    'civil': ('民法', '民法', 'Civil Code', '明治29年法律第89号', '2026-02-02', '1898-07-16'),
    'appi-r8': ('個人情報の保護に関する法律等の一部を改正する法律', '令和8年改正法', '2026 Amendment Act', '令和8年法律第56号', '2026-07-17', ''),
}
SOURCES = {
    'appi': 'repo EtonMu/global-ai-data-regulation-map@ba4de2411db: data/v2/source-snapshots/jp-appi-415AC0000000057-current-2026-07-20.xml (e-Gov法令データ 415AC0000000057, 令和8年7月17日施行版)',
    'guideline-general': 'repo kaz-under-the-bridge/appi-related-laws@9369b993: sources/ppc-guideline/content.html (通則編 令和7年6月一部改正)',
    'appi-order': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/cabinet_orders/415CO0000000507.md (e-Gov, 2026-02)',
    'appi-rule': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/misc/428M60020000003.md (e-Gov, 2026-02)',
    'guideline-abroad': 'repo kaz-under-the-bridge/appi-related-laws@9369b993: sources/ppc-offshore/content.html (外国第三者提供編 令和7年4月一部改正)',
    'guideline-anonymous': 'repo kaz-under-the-bridge/appi-related-laws@9369b993: sources/ppc-anonymous/content.html (仮名加工情報・匿名加工情報編)',
    'telecom': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/acts/359AC0000000086.md (e-Gov, 2026-02)',
    'telecom-rule': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/misc/360M50001000025.md (e-Gov, 2026-02)',
    'guideline-mynumber': 'repo kaz-under-the-bridge/appi-related-laws@9369b993: sources/ppc-mynumber-biz/content.html (事業者編 令和7年6月)',
    'mynumber': 'repo kaz-under-the-bridge/appi-related-laws@9369b993: sources/mynumber-law/content.xml (e-Gov 425AC0000000027, 2025-09)',
    'tokusho': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/acts/351AC0000000057.md (e-Gov, 2026-02)',
    'tokusho-rule': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/misc/351M50000400089.md (e-Gov, 2026-02)',
    'shikin': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/acts/421AC0000000059.md (e-Gov, 2026-02)',
    'shikin-order': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/cabinet_orders/422CO0000000019.md (e-Gov, 2026-02)',
    'shikin-rule': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/misc/422M60000002003.md (e-Gov, 2026-02)',
    'civil': 'repo DaisukeHori/japan-law@ae3284ce: data/markdown/acts/129AC0000000089.md (e-Gov, 2026-02)',
    'ppc-amendment-status': 'repo EtonMu/global-ai-data-regulation-map@ba4de2411db: data/v2/source-snapshots/jp-appi-ppc-amendment-status-2026-07-17.html (個人情報保護委員会のページの写し)',
    'secondary': '二次資料（個人情報保護委員会「制度改正方針」を紹介する記事 blog.jpac-privacy.jp/?p=3738 ほか。条文は未確認）',
}
