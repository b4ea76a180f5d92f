"""Sources drawn at random from the language itself: any clause types, any of their fields, any values these may have.

What is drawn need not be good: a name may be of the wrong kind of row for the law, a text may say little. It is only of
the language, so that its facts reach the targets. A clause type or field that is added is drawn from then on.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from policyc.clauses import catalogue
from policyc.model.structure import document_type
from policyc.model.types import BlockType, Key, ValueKind
from policyc.vocab import concepts

TOP = """\
organization mihon "株式会社みほん" {
  called: "当社"; address: "東京都", "千代田区", "見本町1丁目2番3号"; postal-code: "100-0000"
  representative: "代表取締役", "見本　花子"; phone: "03-0000-0000"; email: "info@mihon.example"; country: JP
  site: <https://mihon.example/>
}
organization reiji "株式会社れいじ" { address: "見本市れいじ町1番地"; country: US; phone: "03-0000-0009" }
site group-site [一覧](https://mihon.example/group)
group mihon-group "みほんグループ" { members: mihon, reiji; listed-at: group-site }
publication basic [みほん基本方針](https://mihon.example/basic/)
statute appi "個人情報の保護に関する法律" { number: "平成15年法律第57号" }
statute tba "電気通信事業法" { }
subject customer "お客様" { is: customer }
term member "会員" { means: "みほん会員に登録した者"; is: member }
recipient abroad "外国の事業者" { is: foreign-third-party; country: SG; listed-at: group-site }
recipient anyone "提携先" { }
data pay "決済の情報" { of: credit-card, bank-account }
data misc "その他の情報" { open: yes }
data shown "画面の表示の記録" { is: browsing-history }
desk window "お客様相談室" { phone: "03-0000-0001"; email: "desk@mihon.example"; address: "見本市見本町9番"; hours: "平日10時から17時まで" }
desk web "受付フォーム" { form: <https://mihon.example/form/> }
"""
# What the text says of entities, so that their parts are facts (decision 0009).
_SAYS = (
    "{mihon.full}、{mihon.address}、{mihon.representative}、{mihon.phone}、{mihon.email}、{mihon.site}",
    "{reiji.full}（{reiji.address}、{reiji.country}、{reiji.phone}）",
    "{mihon-group}は、{mihon-group.members}（{mihon-group.listed-at}）",
    "{customer}及び{member}",
    "{basic}と{appi}",
)
_ENTITIES = {
    "organization": ("mihon", "reiji"),
    "group": ("mihon-group",),
    "site": ("group-site",),
    "publication": ("basic",),
    "statute": ("appi", "tba"),
    "subject": ("customer",),
    "term": ("member",),
    "recipient": ("abroad", "anyone"),
    "data": ("pay", "misc", "shown"),
    "desk": ("window", "web"),
    "document": ("drawn",),
}


class Block(NamedTuple):
    """A block as it was drawn: its head, its fields, and the blocks inside it; `None` where it has no braces."""

    head: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...] | None

    def text(self) -> str:
        """The block as it stands in a source."""
        if self.blocks is None:
            return self.head
        lines = "\n".join((*self.lines, *(block.text() for block in self.blocks)))
        return f"{self.head} {{\n{lines}\n}}"


class Drawn:
    """Draws with `dice`; every text that it invents is another, so that it can be found again. Every block has a name, which
    begins with `prefix`."""

    def __init__(self, dice: random.Random, prefix: str = "c") -> None:
        self.dice = dice
        self._prefix = prefix
        self._count = 0
        self._purposes: list[str] = []
        self._listed: list[str] = []

    def source(self) -> str:
        """A file with one document of some clauses."""
        return TOP + self.document().text() + "\n"

    def document(self, kinds: int = 0) -> Block:
        """A document of some clauses: each of another type, or all of a few `kinds` of them."""
        dice = self.dice
        types = dice.sample(catalogue(), kinds or dice.randint(2, 8))
        types = dice.choices(types, k=3 * kinds) if kinds else types
        # Purposes first, so that other clauses can take theirs from them.
        types.sort(key=lambda type_: type_.word != "purposes")
        keys = ("adheres-to", "published-under", "undefined-terms", "enacted", "revised", "published", "effective")
        document = document_type(())
        fields = [
            self._field(key, "") for word in (*keys, "version", "replaces") for key in [document.key(word)] if key
        ]
        says = "。".join(dice.sample(_SAYS, dice.randint(0, len(_SAYS))))
        head = [
            "kind: privacy-notice",
            "url: <https://mihon.example/drawn/>",
            *(["operator: mihon"] if dice.random() < 0.95 else []),
            *(["subjects: customer"] if dice.random() < 0.7 else []),
            *(field for field in fields if dice.random() < 0.4),
        ]
        clauses = tuple(self._block(type_, f"{self._prefix}{n}") for n, type_ in enumerate(types))
        stated = (Block('article preface "前文"', (f'text: "{says}。"',), ()),) if says else ()
        return Block('document drawn "個人情報の取扱い"', tuple(head), (*stated, *clauses))

    def _block(self, type_: BlockType, name: str) -> Block:
        dice = self.dice
        if type_.word == "purposes":
            self._purposes.append(name)
        inner = [child for child in type_.children if child.role == "item"]
        declared = type_.key("declared")
        if declared is not None and dice.random() < 0.2:
            bounds = [self._field(key, name) for key in type_.keys if key.bounds and dice.random() < 0.5]
            fields = [f"declared: {dice.choice(declared.kind.choices).word}", *bounds]
            inner = []
        else:
            keys = [key for key in type_.keys if key.word not in ("declared", "text", "closing")]
            fields = [self._field(key, name) for key in keys if key.required or dice.random() < 0.6]
        blocks = [self._block(child, f"{name}-{child.word}{n}") for child in inner for n in range(dice.randint(0, 2))]
        if type_.word == "purpose":
            self._listed.append(name)
        if type_.role == "clause" and dice.random() < 0.1:
            blocks.append(
                Block(f"delegates {name}-more [別の文書](https://mihon.example/more/{self._text()})", (), None)
            )
        title = (
            f'"{self._text()}"'
            if type_.titled == "required" or type_.linked or (type_.titled != "no" and dice.random() < 0.6)
            else ""
        )
        link = (
            "<https://mihon.example/listed/>"
            if type_.linked and not any(f.startswith("document:") for f in fields)
            else ""
        )
        text = [f'text: "{self._text()}"'] if type_.worded or type_.word == "article" else []
        return Block(f"{type_.word} {name} {title} {link}", (*fields, *text), tuple(blocks))

    def _field(self, key: Key, inside: str) -> str:
        count = self.dice.randint(1, 3) if key.many else 1
        if key.takes_answers and inside and not key.required and self.dice.random() < 0.05:
            return f"{key.word}: on-request"
        values = dict.fromkeys(self._value(key, inside) for _ in range(count))
        if key.takes_etc and self.dice.random() < 0.2:
            values["etc"] = None
        return f"{key.word}: {', '.join(values)}"

    def _value(self, key: Key, inside: str) -> str:
        kind = key.kind
        ways = [way for way in (self._word(kind), self._known(kind, inside), self._plain(kind)) if way]
        made = self.dice.choice(ways)
        if key.fields and self.dice.random() < 0.3:
            made += " { " + "; ".join(self._field(inner, inside) for inner in key.fields) + " }"
        return made

    def _word(self, kind: ValueKind) -> str:
        return self.dice.choice(kind.choices).word if kind.choices else ""

    def _known(self, kind: ValueKind, inside: str) -> str:
        """A row of the vocabulary, something that is declared, or the purposes of a clause."""
        names = [name for entity in kind.entities for name in _ENTITIES.get(entity, ())]
        names += [id_ for category in kind.vocabulary for id_ in self.dice.sample(sorted(concepts(category)), 3)]
        if "purpose" in kind.entities:
            names += self._listed
        if kind.places and self._purposes and self.dice.random() < 0.6:
            return f"{self.dice.choice(('same as', 'within'))} {self.dice.choice(self._purposes)}"
        return self.dice.choice(names) if names else ""

    def _plain(self, kind: ValueKind) -> str:
        dice = self.dice
        number = dice.randint(1, 20)
        made = {
            "number": f"{number} {dice.choice(kind.units).word}" if kind.units else str(number),
            "string": f'"{self._text()}"',
            "date": f"20{dice.randint(10, 26)}-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}",
            "url": f"<https://mihon.example/{self._text()}>",
            "link": f"[{self._text()}](https://mihon.example/{self._text()})",
        }
        there = [word for word in made if word in kind.atoms]
        return made[dice.choice(there)] if there else ""

    def _text(self) -> str:
        self._count += 1
        return f"言葉{self._count}番"
