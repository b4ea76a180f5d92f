"""Words that are written in kana or kanji by what they do: ただし, あらかじめ, できる, いたします, ください."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import NOTE, Both, Diagnostic, Kind
from ..passages import Reading
from ..spellings import Word, mixed

KANA = Kind(
    "wording/kana-or-kanji",
    NOTE,
    "「{found}」は「{other}」とそろえてください（{why}）",
    "write 「{other}」 for 「{found}」 ({why})",
    "同じ語を、文書の中で一つの書き方にします。",
    "Write a word in one way throughout.",
)
RULED = Both("法令や公用文の書き方です", "so laws and official documents write it")

# Auxiliary verbs are known by what they stand behind: 資料を頂く and 資料を下さい are no auxiliaries.
_AUXILIARY = "(?<=[ぁ-ん一-龥々])(?<![をはがもに])"
_WORDS = (
    Word(("ただし", "但し"), before="(?:^|(?<=[。、（]))", after="(?!書)"),
    Word(("全て", "すべて"), before="(?<![一-龥々])"),
    Word(("あらかじめ", "予め")),
    Word(("でき", "出来"), before="(?<=[がもは事と一-龥々])", after="(?=る|ま[すせし]|な[いくかけ]|た|て|ず|れば|、)"),
    Word(("かつ", "且つ"), before="(?<=[、に一-龥々])", after="(?=[、一-龥々])"),
    Word(("とともに", "と共に"), before="(?<=[るたうすくぶむ一-龥々ァ-ヶー])"),
    Word(("なお、", "尚、"), before="(?:^|(?<=。))"),
    Word(("ため", "為"), before="(?<=[るのた])", after="(?=に|、|の)"),
    Word(("いたし", "致し"), before="(?<![をに])", after="(?=ま[すせし])"),
    Word(("ください", "下さい"), before=_AUXILIARY),
    *(Word((f"いただ{end}", f"頂{end}"), before="(?<=[てで])") for end in "きくけい"),
    Word(("をいう", "を言う"), before="(?<=もの|こと)"),
    Word(("をいいます", "を言います"), before="(?<=もの|こと)"),
)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Such words written in two ways; as statutes, any that laws write otherwise."""
    return mixed(reading, _WORDS, KANA, RULED)
