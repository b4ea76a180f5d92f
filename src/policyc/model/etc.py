"""等 behind the values of a list: it says that there are more than those, once, last, and of a list only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import ERROR, Kind
from ..source import Span
from ..syntax import FieldShape, Phrase
from .types import Key
from .words import ETC

if TYPE_CHECKING:
    from .read import Reader

ETC_ALONE = Kind(
    "model/etc-alone",
    ERROR,
    "「{field}」に「等」のほかの値がありません",
    "`{field}` has nothing but `etc`",
    "「等」は、挙げたもののほかにもあることを述べます。その前に、挙げるものを書いてください。",
    "`etc` says that there is more than what is listed. List something before it.",
)
ETC_NOT_LAST = Kind(
    "model/etc-not-last",
    ERROR,
    "「{found}」が「{field}」の値の最後にありません",
    "`{found}` is not the last value of `{field}`",
    "「等」は、一覧の最後に一度だけ、それだけで書きます（例: 氏名, 住所, 等）。",
    "Write `etc` once, by itself, behind all other values, as in `name, address, etc`.",
)
ETC_WITHOUT_LIST = Kind(
    "model/etc-without-list",
    ERROR,
    "「{field}」は一覧ではないので、「{found}」を付けられません",
    "`{field}` is no list that could go on with `{found}`",
    "「{found}」を消してください。ほかにもあることを述べるなら、文章に書いてください。",
    "Remove `{found}`. If there is more to say, say it in the text.",
)


def is_etc(phrase: Phrase) -> bool:
    """Whether a phrase is the word that leaves a list open, and nothing else."""
    first = phrase.atoms[0]
    return first.raw in ETC and first.kind == "name" and len(phrase.atoms) == 1 and phrase.body is None


def leaves_open(reader: Reader, key: Key, shape: FieldShape, phrase: Phrase) -> bool:
    """Whether 等 leaves a list open: behind something else, once, last, and of a list only; what it does not is told."""
    listed = shape.phrases if shape.phrases[0].atoms[0].kind != "list" else shape.phrases[0].atoms[0].items
    if not key.takes_etc:
        kind = ETC_WITHOUT_LIST
    elif phrase.start != listed[-1].start:
        kind = ETC_NOT_LAST
    elif len(listed) == 1:
        kind = ETC_ALONE
    else:
        return True
    span = Span(reader.source, phrase.start, phrase.end)
    reader.found.append(kind.at(span, found=span.text, field=key.words))
    return False
