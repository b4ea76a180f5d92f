"""What there is to say about the zip of a package, before its contents are looked at."""

from __future__ import annotations

from ..diagnostics import ERROR, Kind

_AGAIN_JA = "発行元から、もう一度受け取ってください。"
_AGAIN_EN = "Get the package again from who publishes it."
_PACK_JA = "`policyc pack` で作り直してください。"
_PACK_EN = "Make the package anew with `policyc pack`."


def _kind(code: str, ja: str, en: str, help_: tuple[str, str] = (_AGAIN_JA, _AGAIN_EN)) -> Kind:
    return Kind(f"package/{code}", ERROR, ja, en, *help_)


_PACK = (_PACK_JA, _PACK_EN)

# -- the file as a whole ----------------------------------------------------------------------------------------------
TOO_LARGE = _kind(
    "too-large",
    "パッケージが大きすぎます（{limit} バイトまで）。中身は読んでいません",
    "the package is too large (at most {limit} bytes) and was not read",
    ("文書を分けて、いくつかのパッケージにしてください。", "Put fewer documents into one package."),
)
TOO_MANY_FILES = _kind(
    "too-many-files",
    "パッケージのファイルが多すぎます（{limit} 件まで）。中身は読んでいません",
    "the package has too many files (at most {limit}) and was not read",
    ("文書を分けて、いくつかのパッケージにしてください。", "Put fewer documents into one package."),
)
NOT_A_ZIP = _kind("not-a-zip", "ZIP ファイルではないか、終わりが欠けています", "this is no zip, or its end is missing")
DAMAGED = _kind(
    "damaged", "ZIP の目次が壊れていて、読めません", "the directory of the zip is damaged and cannot be read"
)
LEADING_DATA = _kind(
    "leading-data", "ZIP の前に余分なデータが {count} バイトあります", "{count} bytes stand before the zip"
)
TRAILING_DATA = _kind(
    "trailing-data", "ZIP の後に余分なデータが {count} バイトあります", "{count} bytes stand behind the zip"
)
HIDDEN_DATA = _kind(
    "hidden-data",
    "ファイルとファイルの間に、どのファイルでもないデータが {count} バイトあります",
    "{count} bytes between the files belong to none of them",
)
OTHER_FORM = _kind(
    "other-form",
    "中身は読めますが、policyc の作る ZIP と同じ形ではありません（順序、日時、権限、注記など）",
    "the zip has not the form that policyc writes (order, times, modes, comments and the like)",
    _PACK,
)

# -- single entries ---------------------------------------------------------------------------------------------------
OVERLAPPING = _kind(
    "overlapping-entries",
    "「{name}」のデータが、ほかのファイルのデータと重なっています",
    "the data of `{name}` overlap those of another file",
)
TWO_HEADERS = _kind(
    "two-headers",
    "「{name}」について、ZIP の目次と本体の書くことが違います",
    "the zip says two different things about `{name}`, in its directory and before the data",
)
CHECKSUM = _kind(
    "checksum",
    "「{name}」のデータが、ZIP の書くチェックサムと合いません",
    "the data of `{name}` do not fit the checksum in the zip",
)
ENCRYPTED = _kind("encrypted-entry", "「{name}」は暗号化されています", "`{name}` is encrypted", _PACK)
COMPRESSED = _kind(
    "compressed-entry",
    "「{name}」は圧縮されています（展開すると {size} バイトと書かれています）。展開していません",
    "`{name}` is compressed (to {size} bytes, it says) and was not unpacked",
    _PACK,
)
SYMBOLIC_LINK = _kind("symbolic-link", "「{name}」はシンボリックリンクです", "`{name}` is a symbolic link")
NOT_A_FILE = _kind("not-a-file", "「{name}」は普通のファイルではありません", "`{name}` is no regular file")
DUPLICATE = _kind("duplicate-entry", "「{name}」が二つあります", "there are two files `{name}`")

# -- paths ------------------------------------------------------------------------------------------------------------
ABSOLUTE = _kind(
    "absolute-path",
    "「{name}」は絶対パスで、展開すると別の場所に書き込まれます",
    "`{name}` is an absolute path: unpacked, it would be written elsewhere",
)
DRIVE = _kind(
    "drive-letter",
    "「{name}」はドライブ名で始まり、展開すると別の場所に書き込まれます",
    "`{name}` begins with a drive: unpacked, it would be written elsewhere",
)
BACKSLASH = _kind(
    "backslash",
    "「{name}」に「\\」があり、システムによって別のファイルになります",
    "`{name}` holds a backslash, and is another file on another system",
)
ESCAPES = _kind(
    "path-escapes",
    "「{name}」は「..」を含み、展開する場所の外に書き込まれます",
    "`{name}` holds `..`: unpacked, it would be written outside",
)
BAD_NAME = _kind(
    "bad-name",
    "「{name}」は、どのシステムでも使える名前ではありません",
    "`{name}` is no name that every system can take",
)
COLLIDING = _kind(
    "names-collide",
    "「{name}」と「{other}」は、同じ場所に展開されて、一方しか残りません（大文字と小文字を区別しないシステムなど）",
    "`{name}` and `{other}` would be unpacked to one place (where capitals do not count, for one)",
)
