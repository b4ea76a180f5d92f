"""What the system says of a file that could not be read or written, in the language of the call."""

from __future__ import annotations

import errno

from ..files import NotRegular

_JAPANESE = {
    errno.EACCES: "権限がありません",
    errno.EPERM: "操作が許可されていません",
    errno.EROFS: "書き込めない（読み出し専用の）場所です",
    errno.ENOSPC: "空き容量がありません",
    errno.EDQUOT: "割り当てられた容量を使い切りました",
    errno.EFBIG: "ファイルが大きすぎます",
    errno.EIO: "読み書きに失敗しました（装置の誤り）",
    errno.ENOENT: "ファイルもフォルダもありません",
    errno.EEXIST: "同じ名前のものが既にあります",
    errno.ENOTDIR: "フォルダではありません",
    errno.EISDIR: "フォルダです",
    errno.ENOTEMPTY: "フォルダが空ではありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクをたどれません",
    errno.EINVAL: "この場所では行えません",
    errno.ENOTSUP: "この場所では行えません",
    errno.EMFILE: "開いているファイルが多すぎます",
}


def reason(error: Exception, lang: str) -> str:
    """Why something failed, in a line: what the system says, in Japanese where its number is a known one; an error need not
    say it in words."""
    if isinstance(error, NotRegular) and lang == "ja":
        return "通常のファイルではありません"
    said = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())
    return _JAPANESE.get(getattr(error, "errno", None) or 0, said) if lang == "ja" else said
