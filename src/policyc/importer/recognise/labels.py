"""Labels of the notices under the commerce and payment acts: 販売業者, 支払方法, 有効期限 … and what each is."""

from __future__ import annotations

import re

from ...published.page import Table
from ..draft import Child, Reading, Section
from .lines import fold
from .survey import Survey
from .tables import text
from .walk import Path

_LABELS = (
    ("responsible-person", "(?:運営|販売|通信販売|業務|統括|サイト運営)?(?:統括)?責任者(?:の?(?:氏名|名))?|代表者(?:の?(?:氏名|名))?|代表取締役|店舗運営責任者|代表"),
    ("other-fees", "(?:商品|販売)?(?:代金|価格|料金)以外[^。]{0,24}(?:料金|費用|もの)?|(?:その他の?)?(?:必要|附?付?帯)(?:な)?(?:料金|費用)|送料(?:・手数料)?|商品(?:価格|代金)以外に{1,2}[^。]{0,20}|追加(?:手数料|費用)[^。]{0,10}|付帯費用"),
    ("payment-methods", "(?:お)?(?:支払|支払い|決済)(?:い)?(?:の)?(?:方法|手段)|(?:代金の)?(?:お)?支払(?:い)?方法"),
    ("payment-timing", "(?:代金の)?(?:お)?支払(?:い)?(?:の)?(?:時期|期限|期日)|決済(?:の)?時期"),
    ("delivery", "(?:商品|デジタルアイテム|サービス|役務|コンテンツ)?(?:等)?(?:商品|の)*(?:引き?渡し?|提供|お届け|配送|発送)(?:の)?(?:時期|期間|方法)[^。]{0,12}|[^。]{0,16}引き?渡し、?利用可能時期|商品の(?:引き?渡し|発送)|利用可能時期"),
    ("withdrawal", "クーリング・?オフ[^。]{0,12}|中途解約[^。]{0,8}|解約(?:について|方法|条件)?|申込(?:み)?の撤回[^。]{0,12}"),
    ("returns", "(?:返品|返金|交換|キャンセル|不良品)(?:(?:・|、|及び|および|又は|や|/)?(?:返品|返金|交換|キャンセル|不良品|解約))*(?:について|の取り?扱い?|に関する(?:事項|特約|条件)|の可否(?:と条件)?|特約|条件|ポリシー|期限|送料)?"),
    ("environment", "(?:推奨|動作|利用)(?:の)?(?:動作)?(?:環境|条件)|推奨(?:端末|ブラウザ)|システム要件"),
    ("quantity-limit", "(?:販売|申込)?(?:数量|個数)(?:の)?(?:制限|限定|条件)?|申込(?:み)?(?:の)?有効期限"),
    ("special-conditions", "(?:特別(?:な|の)?|その他の?)(?:販売)?(?:条件|特約|提供条件)|販売条件"),
    ("foreign-office", "(?:日本)?国内の?(?:事務所|営業所|事業所)(?:等)?(?:の?所在(?:地|場所))?|日本における(?:代表者(?:及び|・))?(?:営業所|事務所)"),
    ("document-fee", "(?:請求による)?書面(?:の交付|の送付)?(?:の|に係る|にかかる)(?:費用|代金|手数料)"),
    ("price", "(?:商品|サービス|商品等)?の?(?:販売)?(?:価格|料金|代金)|利用料金?|価格(?:\\(税込\\))?|対価"),
    ("issuer", "(?:前払式支払手段の)?(?:発行者|発行会社|発行事業者)(?:の?(?:氏名|名称|名|商号)(?:、?住所)?)?"),
    ("instrument-name", "前払式支払手段の(?:名称|種類)|(?:電子マネー|ゲーム内通貨|仮想通貨|通貨)の名称"),
    ("usable-amount", "(?:お)?支払(?:い)?可能(?:金額|額)(?:等)?|(?:利用|購入)(?:可能)?(?:上限|限度)額|上限額"),
    ("expiry", "有効(?:期間|期限)(?:(?:又は|または|・|、)(?:有効)?期限)?"),
    ("usable-at", "(?:ご?利用|使用)(?:(?:可能な|できる))?(?:場所|範囲|施設)(?:の範囲)?(?:等)?|使用場所"),
    ("complaints", "苦情(?:(?:又は|または|・|、|及び)(?:ご?相談))?[^。]{0,16}(?:窓口|連絡先|所在地)?|相談窓口"),
    ("balance", "(?:未使用)?残高(?:の)?(?:確認)?(?:方法)?"),
    ("refund", "(?:払い?戻し?|返金)(?:について|の可否|方法|に関する[^。]{0,8})?"),
    ("terms", "(?:利用規約|約款|規約)(?:等)?(?:について|の存在|の有無)?"),
    ("cautions", "(?:ご)?(?:利用|使用)?(?:上の)?(?:注意|留意)(?:事項|点)?(?:について)?"),
    ("seller", "(?:販売|通信販売)(?:業者|事業者|元|会社|者|店舗)(?:の?(?:名称|名|氏名|商号))?|(?:事業者|販売店|会社|店舗|ショップ|運営会社|運営者|提供会社|配信会社|運営団体|商号)(?:の)?(?:名称|名)?|サービス提供者|運営事業者"),
    ("address", "(?:本社|本店|販売業者の|事業者の)?(?:所在地|住所)"),
    ("phone", "(?:お)?(?:電話|TEL|Tel|tel)(?:番号)?"),
    ("email", "(?:E-?mail|e-?mail|Eメール|電子メール|メール)(?:アドレス)?"),
    ("contact", "(?:お)?(?:問い?合わ?せ|連絡)(?:先|窓口|方法)?(?:は[^。]{0,24})?"),
)  # fmt: skip
_PATTERNS = tuple((word, re.compile(rf"(?:{says})(?:\([^()]*\))?\Z")) for word, says in _LABELS)
_SIGNS = " ■●◆□○・※【】[]:"
# These two mean other things in the two notices.
_PAYMENT = {"seller": "issuer", "returns": "refund"}
_COMMERCE = {"expiry": "quantity-limit"}


def label(words: str, kind: str = "") -> str:
    """The id of what a label asks, "" where it is none that is known; `kind` is that of the document."""
    plain = fold(words).strip(_SIGNS)
    found = next((word for word, says in _PATTERNS if says.match(plain)), "")
    if kind == "payment-notice":
        return _PAYMENT.get(found, found) if not plain.startswith("キャンセル") else ""
    return "" if kind == "commerce-notice" and found in _COMMERCE else found


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """The entries of a section: its labelled rows; and where its heading is a label, the section itself, whose `is`
    is then a field of the reading and which ends before those rows."""
    own = label(section.title, survey.kind) if section.level else ""
    for index, row in enumerate(section.rows):
        if row.table is not None and (entries := _table(row.table, index, survey.kind)):
            return Reading("disclosures", (), (), entries)
    starts: list[tuple[int, str]] = []
    for index, row in enumerate(section.rows):
        head = fold(row.text).partition(":")[0]
        found = label(head, survey.kind) if len(head) <= 30 and not (own and row.marker) else ""
        value = row.text[len(head) + 1 :].strip()
        alone = not value and index + 1 < len(section.rows) and not row.depth
        if found and (alone or (value and not own)):
            starts.append((index, found))
    ends = [*(index for index, _ in starts[1:]), len(section.rows)] if starts else []
    children = [
        Child(
            "entry", f"{found}-{n}" if found in [f for _, f in starts[: n - 1]] else found, index, end, (("is", found),)
        )
        for n, ((index, found), end) in enumerate(zip(starts, ends, strict=True), 1)
    ]
    if own:
        return Reading("disclosures", (("is", own),), (), tuple(children))
    return Reading("disclosures", (), (), tuple(children)) if len(children) > 1 else None


def _table(table: Table, index: int, kind: str) -> tuple[Child, ...]:
    """Entries of a table of labels and values, one for each of its rows; one without `is` has another label."""
    if any(len(cells) != 2 for cells in table.rows):
        return ()
    found = [label(text(cells[0]), kind) for cells in table.rows]
    if sum(map(bool, found)) < 2:
        return ()
    return tuple(
        Child("entry", f"項目-{n}", index, index + 1, (("is", word),) if word else ())
        for n, word in enumerate(found, 1)
    )
