"""What a build says of the output folder: what it does not replace, what could not be written, what is left over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics import visible
from ._system import reason

if TYPE_CHECKING:
    from ..output import Refused


def words(refused: Refused, lang: str) -> str:
    """What is in the way of a build, and what to do."""
    from ..output import Edited, Taken

    path = visible(refused.path)
    if isinstance(refused, Edited):
        more = len(refused.paths) - 1
        if lang == "ja":
            others = f"（ほか {more} 件）" if more else ""
            return (
                f"{path}{others} は、コンパイルしたあとに手で直されているので、置き換えません。"
                "直した所をソースに移すか、捨ててよければ --overwrite-edited を付けてください"
            )
        others = f" (and {more} more)" if more else ""
        return (
            f"{path}{others} was edited after it was built and is not replaced: move the change into the source, "
            "or give --overwrite-edited to lose it"
        )
    if isinstance(refused, Taken):
        if lang == "ja":
            return f"{path} は policyc が作業に使う名前ですが、policyc のものではありません。別の場所へ移してください"
        return f"{path} is the name policyc works under, but was not made by policyc: move it elsewhere"
    if lang == "ja":
        return f"{path} は policyc が書いたものではないので、置き換えません。別の場所へ移してください"
    return f"{path} was not written by policyc and is not replaced: move it elsewhere"


def prune_of_one(lang: str) -> str:
    """Why a build of one document removes nothing."""
    if lang == "ja":
        return (
            "--prune は、フォルダか複数のソースをコンパイルするときに使えます（一つの文書だけでは、残りが分かりません）"
        )
    return "--prune needs a folder or several sources: one document does not tell what is left over"


def unwritten(error: OSError, out: str, lang: str) -> str:
    """Where and why nothing could be written."""
    return f"{visible(str(error.filename or out))}: {reason(error, lang)}"


def stale(out: str, changed: list[str], left: list[str], lang: str) -> Iterator[str]:
    """What is not what a build would write, and what one would not have written."""
    for name in changed:
        path = visible(f"{out}/{name}")
        yield f"{path} は最新ではありません" if lang == "ja" else f"{path} is not current"
    for name in left:
        yield _left(out, name, lang)


def left_over(out: str, left: list[str], kept: list[str], prune: bool, lang: str) -> Iterator[str]:
    """Folders of documents that no source declares: `kept` of them are still there, and what to do about them."""
    for name in left:
        if name not in kept:
            path = visible(f"{out}/{name}")
            yield f"{path} を消しました" if lang == "ja" else f"removed {path}"
    for name in kept:
        yield _left(out, name, lang)
    if kept and prune:
        yield (
            "  コンパイルしたままではないので、消していません。要らなければ手で消してください"
            if lang == "ja"
            else "  not removed, for it is not as it was built: remove it by hand if it is not wanted"
        )
    elif kept:
        yield (
            "  --prune を付けると消します（コンパイルしたままのものだけ）"
            if lang == "ja"
            else "  --prune removes it, where it is as it was built"
        )


def _left(out: str, name: str, lang: str) -> str:
    path = visible(f"{out}/{name}")
    return (
        f"{path} は、今のソースにない文書の残りです" if lang == "ja" else f"{path} is left over: no source declares it"
    )
