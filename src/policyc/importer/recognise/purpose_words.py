"""Which purposes of the vocabulary the words of one purpose name. Only what the words say, however much they imply."""

from __future__ import annotations

import re

from ...vocab import lookup
from .lines import fold

# 商品、サービス、キャンペーンの …: what is offered, in a row.
_GOODS = "(?<![本当])(?:(?:各種)?(?:(?:新)?(?:商品|サービス|製品|キャンペーン|イベント|セミナー|研修|セール|プログラム|新商品|新サービス|新機能)(?:等|など)?(?:、|・|や|及び|および|又は|または|並びに|に関する|の)*)+)"
_TELLS = "(?:ご?案内|ご?紹介|情報(?:の)?(?:ご)?提供|情報配信|情報の配信|宣伝|PR)"
_WORDS = (
    ("goods-delivery", "(?:商品|製品|賞品を除く物品)(?:等)?(?:の|を)?(?:発送|配送|お届け|送付)"),
    ("service-provision", "(?<!アフター)(?:サービス|役務)(?:等)?(?:の|を)?(?:ご?提供|(?:、|・)?運営|遂行)(?!者|会社|元|先)"),
    ("order-management", "(?:ご?注文)(?:の)?(?:受付|管理|確認)"),
    ("reservation-management", "予約(?:の)?(?:受付|管理|確認)"),
    ("payment-management", "(?:代金|料金|利用料金?|会費)(?:等)?(?:の|を|、|・)*(?:決済|ご?請求|精算|お支払)"),
    ("contract-performance", "契約(?:の|を)(?:履行)"),
    ("contract-conclusion", "契約(?:の|を)(?:締結)"),
    ("transaction-administration", "取引に関する(?:事務|管理)"),
    ("identity-verification", "本人(?:であること)?(?:の|を)?(?:ご)?確認"),
    ("age-verification", "年齢(?:の)?確認"),
    ("account-management", "アカウント(?:の)?(?:登録|管理|作成)"),
    ("membership-management", "会員(?:情報)?(?:の)?(?:登録|管理)"),
    ("inquiry-handling", "問い?合わ?せ(?:等|など)?(?:(?:や|・)[^。、]{0,10}|、[^。]{0,12})?(?:に|へ|への|に対する|に対して)?(?:の)?(?:ご?対応|回答|ご回答|返答|返信|対処)|問い?合わ?せ(?:等|など)?(?:へ|に)(?:対応|回答|お答え)"),
    ("complaint-handling", "苦情(?:等)?(?:の|へ|に|への)?(?:ご?対応|処理)"),
    ("after-sales-service", "アフター(?:サービス|ケア|フォロー)"),
    ("service-announcement", "重要(?:な|事項の)(?:お知らせ|ご連絡|通知)|メンテナンス[^。]{0,12}お知らせ|(?:規約|ポリシー|方針)(?:等)?(?:の)?変更(?:など|等)?(?:を|の|に関する)[^。]{0,6}(?:通知|お知らせ)"),
    ("necessary-contact", "必要な(?:ご)?(?:連絡|通知)|必要に応じた(?:ご)?連絡"),
    ("newsletter", "(?:メールマガジン|メルマガ|ニュースレター)(?:等)?(?:の|を)?(?:配信|送信|送付|発行|お届け)"),
    ("direct-marketing", f"{_GOODS}(?:に関する|についての)?[^。、(]{{0,6}}{_TELLS}|(?<![本当])(?:商品|サービス|キャンペーン|イベント|セミナー)[^。(]{{0,24}}に関する{_TELLS}|(?:新商品|新サービス|商品|キャンペーン|イベント|セミナー|セール)(?:情報)?(?:等)?(?:の|に関する)お知らせ|ダイレクトメール"),
    ("direct-marketing-for-others", f"(?:他社|第三者|提携先)(?:等)?の{_GOODS}[^。、]{{0,6}}{_TELLS}"),
    ("advertising-measurement", "広告(?:の)?効果(?:の)?測定"),
    ("personalised-advertising", "(?:嗜好|興味|関心|属性)(?:・関心)?(?:等)?(?:に|へ)(?:応じた|合わせた|基づ[^。、]{1,3}|合った)[^。、]{0,8}広告"),
    ("advertising", "(?<!じた)(?<!せた)広告(?:等)?(?:の|を)(?:表示|配信|掲載)"),
    ("campaign-operation", "(?:キャンペーン|懸賞|抽選)(?:等)?(?:の)?(?:実施|運営|抽選)"),
    ("prize-shipment", "(?:賞品|景品|プレゼント|謝礼)(?:等)?(?:の)?(?:発送|送付)"),
    ("product-recommendation", "(?:商品|サービス)(?:等)?(?:の|を)?ご?提案"),
    ("survey", "アンケート(?:調査)?(?:・分析|の実施|への|に|の送付|のお願い|を|及び|等)"),
    ("market-research", "マーケティング(?:調査|分析|リサーチ)|市場調査"),
    ("access-analysis", "アクセス(?:の)?解析|(?:利用|閲覧)状況(?:等)?の(?:分析|把握|解析)"),
    ("service-improvement", "(?:商品|サービス|製品|品質|コンテンツ|機能)(?:等|品質)?(?:、|・|や|及び|の)*(?:[^。、]{0,6})(?:改善|改良|向上)"),
    ("product-development", "(?:新)?(?:商品|サービス|製品|機能)(?:等)?(?:の)?(?:企画・?、?)?(?:研究・?)?(?:企画|開発)(?!者|会社)"),
    ("statistics", "統計(?:データ|情報|資料)?(?:等)?(?:の)?(?:作成|分析)"),
    ("misuse-prevention", "(?:不正(?:な)?(?:利用|行為|使用|アクセス)|迷惑行為)(?:等)?(?:の|を)?(?:防止|検知|調査)"),
    ("credit-decision", "与信"),
    ("debt-collection", "債権(?:の)?(?:回収|管理|保全)|債務[^。]{0,12}履行[^。]{0,4}(?:要求|請求|督促)"),
    ("legal-obligation", "法令(?:等)?(?:上の義務の履行|に基づく(?:義務|対応|手続)|への?(?:遵守|対応))"),
    ("dispute-resolution", "(?:紛争|訴訟)(?:等)?(?:の|へ|への)(?:解決|対応)"),
    ("recruitment", "採用(?:活動|選考|業務|に関)"),
    ("employment-management", "(?:人事|労務|雇用)(?:労務)?管理"),
    ("visitor-management", "(?:入退館|来訪者|来館者|入館者)(?:の)?管理"),
    ("event-management", "(?:セミナー|研修|イベント|講座|講習会)(?:等)?の(?:運営|開催|実施)"),
    ("incidental-purpose", "(?:付随|附随|附帯|付帯)(?:する|して|した)"),
    ("purpose-defined-elsewhere", "(?:規約|規程|方針)(?:等)?(?:で|に)(?:別途)?定める(?:利用)?目的"),
)  # fmt: skip
_PATTERNS = tuple((word, re.compile(says)) for word, says in _WORDS)
_OPEN = re.compile("^(?:その他|上記|前各?号)[^。]*(?:付随|附随|附帯|付帯|関連|目的|業務|利用|準ずる|必要)")
_END = re.compile("(?:(?:を)?(?:行う|する|おこなう|実施する)?ため(?:に)?|こと|の?目的|業務|場合)?[。]?\\Z")


def means(words: str) -> tuple[tuple[str, ...], bool]:
    """The vocabulary's purposes that a purpose names, and whether it is a catch-all."""
    folded = fold(words).strip()
    open_ = _OPEN.match(folded) is not None
    core = _END.sub("", folded)
    exact = lookup("purposes", core)
    if exact is not None:
        return (exact.id,), open_ or exact.open
    # What stands in brackets explains; what is done to prevent something is not that thing.
    outside = re.sub(r"\([^()]*\)", "", folded)
    found = [word for word, says in _PATTERNS if says.search(outside)]
    if "direct-marketing" in found and re.search(r"\([^()]*電話", folded):
        found.append("direct-marketing-telephone")
    if "incidental-purpose" in found or "purpose-defined-elsewhere" in found:
        return tuple(w for w in found if w in ("incidental-purpose", "purpose-defined-elsewhere")), True
    return tuple(found), open_
