"""問い合わせ・苦情の窓口 — desks for inquiries and complaints (APPI art. 40; Enforcement Order art. 10(ii))."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node, Value
from ...model.types import Key, choice, clause, names


def lower(node: Node, out: Lowering) -> None:
    """One contact per desk, with what it takes; that of an accredited body takes disputes (`accredited`)."""
    if lowerings.silent(out, node):
        return
    lowerings.contacts(out, node, "desk", node.values("for"))
    lowerings.contacts(out, node, "accredited", (Value("choice", node.start, node.end, word="accredited"),))


CLAUSE = clause(
    "contact",
    "問い合わせ窓口",
    "個人情報の取扱いに関する問い合わせ・苦情の申出先。",
    "Where inquiries and complaints go.",
    (
        Key("desk", "窓口", names("窓口の名前", "names of desks", "desk"), "窓口。", "The desk.", whole=True),
        Key(
            "for",
            "用件",
            choice(
                ("inquiries", "問い合わせ", "お問い合わせ", "問合せ"),
                ("complaints", "苦情", "苦情"),
                ("requests", "請求", "開示等のご請求", "開示等の請求"),
            ),
            "窓口が受けるもの。",
            "What the desk takes.",
        ),
        Key(
            "accredited",
            "認定団体",
            names("窓口の名前", "the name of a desk", "desk"),
            "事業者が対象事業者となっている認定個人情報保護団体の、苦情の解決の申出先。名称は窓口の名称に含める。",
            "Where the accredited organization of which the operator is a member takes complaints.",
            many=False,
        ),
    ),
    package=__name__,
)
