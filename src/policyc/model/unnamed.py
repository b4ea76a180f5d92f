"""Blocks without a name whose identifiers depend on the order of the source."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..diagnostics import NOTE, Both, Diagnostic, Fix, Kind
from .names import Names
from .tree import Node

UNNAMED_SECOND = Kind(
    "model/unnamed-second",
    NOTE,
    "識別名のない{kind}が二つ以上あり、ここの識別子「{name}」は並ぶ順によって決まっています",
    "several blocks `{kind}` have no name, so the identifier of this one, `{name}`, depends on their order",
    "前にブロックを加えたり、順を入れ替えたりすると、公表した識別子とリンクが別のものを指します。「{keyword} {name}」のように、識別名を付けてください。",
    "Once a block is put before it, or they change places, published identifiers and links mean another one. Give it a name, such as `{keyword} {name}`.",
)


def unnamed(document: Node, names: Names, stating: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for each block of a document that has no name, states facts, and is not the first such of its type.

    In: `stating`, the ids of the blocks that state facts. The name that the fix gives it is the identifier that it has, so that
    no output changes, and none does when blocks come or go later.
    """
    for node in names.counted:
        if node.document is document and node.id in stating:
            keyword = node.named_at
            end = keyword._replace(start=keyword.end)
            yield UNNAMED_SECOND.at(
                keyword,
                kind=Both(node.type.ja, node.type.word),
                keyword=keyword.text,
                name=node.id,
                fix=Fix(end, f" {node.id}", safe=True),
            )
