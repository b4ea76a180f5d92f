"""What there is to say about a published page."""

from __future__ import annotations

from ..diagnostics import ERROR, NOTE, WARNING, Both, Kind

TOO_LARGE = Kind(
    "page/too-large",
    ERROR,
    "ページが大きすぎます（{limit} バイトまで）。中身は読んでいません",
    "the page is too large (at most {limit} bytes) and was not read",
    "本文だけを別のファイルに保存して、読み直してください。",
    "Save the text alone as a file, and read that.",
)
TOO_DEEP = Kind(
    "page/too-deep",
    ERROR,
    "要素・箇条書き・引用の入れ子が深すぎます（{limit} 段まで）。中身は読んでいません",
    "elements, lists or quotations are nested too deeply (at most {limit}); the page was not read",
    "閉じていない要素や、行頭に並んだ「>」「-」がないか確かめるか、本文だけを別のファイルに保存してください。",
    "Look for elements that are not closed and for rows of `>` or `-` before a line, or save the text alone as a file.",
)
NOT_TEXT = Kind(
    "page/not-text",
    ERROR,
    "文字のファイルではありません（{found}）。中身は読んでいません",
    "this is no file of text ({found}); it was not read",
    "PDF や Word の文書、画像は、文字をテキストか HTML として保存してから読み込みます。UTF-16 のページなら --encoding UTF-16 で指定してください。",
    "Save the text of a PDF, a Word document or a picture as plain text or HTML, and read that. If the page is in UTF-16, say so with --encoding UTF-16.",
)
UNKNOWN_ENCODING = Kind(
    "page/unknown-encoding",
    ERROR,
    "「{found}」という文字コードはありません",
    "there is no encoding `{found}`",
    "UTF-8、Shift_JIS、EUC-JP、ISO-2022-JP などの名前で指定します。指定しなければ推定します。",
    "Name one such as UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP, or none: it is then guessed.",
)
UNDECODABLE = Kind(
    "page/undecodable",
    ERROR,
    "{encoding} の文字として読めないバイトが {count} か所あります",
    "bytes in {count} places are no characters of {encoding}",
    "読めない所は「\ufffd」にしてあります。元のファイルの文字コードを確かめ、--encoding で指定してください。",
    "They are read as `\ufffd`. Find out the encoding of the file and name it with --encoding.",
)
CONVERTED = Kind(
    "page/converted",
    WARNING,
    "{encoding} から UTF-8 に変換して読みました",
    "read as {encoding} and converted to UTF-8",
    "「～」「－」のように、変換の仕方で別の文字になるものがあります。文字化けがないか確かめてください。",
    "Some characters, such as ～ and －, depend on how they are converted: see whether all is well.",
)
EMPTY = Kind(
    "page/empty",
    ERROR,
    "ページが空です",
    "the page is empty",
    "保存に失敗していないか、ファイルを開いて確かめてください。",
    "Open the file and see whether it was saved well.",
)
NO_TEXT = Kind(
    "page/no-text",
    ERROR,
    "本文が見つかりません{left}",
    "no text was found{left}",
    "本文が JavaScript で表示されるページなら、ブラウザーで表示してから保存してください。本文の場所は --select で指定できます。",
    "If scripts make the text, show the page in a browser and save it then. --select says where the text is.",
)
ONLY_PICTURES = Kind(
    "page/only-pictures",
    ERROR,
    "文字がなく、画像（{count} 個）だけのページです",
    "the page has no characters, only pictures ({count})",
    "画像の文字は読み取れません。文字のあるページやファイルを使ってください。",
    "What pictures show cannot be read. Use a page or file that has the characters.",
)
BAD_SELECTOR = Kind(
    "page/bad-selector",
    ERROR,
    "「{found}」は CSS セレクターとして読めません",
    "`{found}` is no CSS selector",
    "「main」「#content」「.entry-body」のように書きます。",
    "Write one such as `main`, `#content` or `.entry-body`.",
)
NO_MATCH = Kind(
    "page/no-match",
    ERROR,
    "「{found}」に当てはまる、文字のある要素がありません",
    "`{found}` selects no element with text",
    "ブラウザーの開発者ツールで本文の要素を選び、その id や class を指定してください。指定しなければ推定します。",
    "Find the element of the text with the browser's developer tools, or leave the choice to the program.",
)
NOT_HTML = Kind(
    "page/select-without-html",
    WARNING,
    "--select は HTML のページでだけ働きます。このページは {format} として読みました",
    "--select works on HTML pages only; this one was read as {format}",
    "HTML なら、ファイル名の終わりを .html にしてください。",
    "If it is HTML, give the file a name that ends with .html.",
)
NOT_JAPANESE = Kind(
    "page/not-japanese",
    WARNING,
    "日本語のページではないようです（仮名がありません）",
    "this does not seem to be a page in Japanese: it has no kana",
    "別の言語のページや、文字化けしたページを読んでいないか確かめてください。",
    "See whether it is the page of another language, or read in the wrong encoding.",
)
LEFT_OUT = Kind(
    "page/left-out",
    NOTE,
    "本文としなかったもの: {parts}",
    "left out of the text: {parts}",
    "本文が含まれているときは、--select で本文の要素を指定してください。",
    "If the text is among them, say with --select where it is.",
)

LEFT = {
    "navigation": Both("ナビゲーション", "navigation"),
    "header": Both("ページの上部", "the page's header"),
    "footer": Both("ページの下部", "the page's footer"),
    "aside": Both("余談・サイドバー", "an aside"),
    "outside": Both("本文の外", "what stands outside the text"),
    "hidden": Both("表示されない部分", "hidden parts"),
    "picture": Both("画像", "a picture"),
    "frame": Both("埋め込み", "an embedded page"),
    "form": Both("入力欄", "a form field"),
    "ruby": Both("ふりがな", "ruby"),
    "code": Both("プログラム", "program code"),
    "character": Both("表示されない文字", "characters that are not shown"),
    "front matter": Both("前付け", "front matter"),
}
"""What may be left out, by `Left.what`."""
