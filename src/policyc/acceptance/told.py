"""How a run says what it did not tell: in lines for a reader, as JSON for a program."""

from __future__ import annotations

from .. import law
from ..diagnostics import SEVERITIES, visible
from ..diagnostics.render.counts import counted
from .severities import OFF
from .suppressed import BASELINE, SETTINGS, SOURCE, Cause, Count, Tally

# So many codes and files are named in a line; the others are counted, and JSON has them all.
_MOST = 20
_MOST_FILES = 3


def lines(tally: Tally, lang: str) -> list[str]:
    """A line for each row of settings that put findings off, with its place and the codes."""
    made = [_row(cause, count, lang) for cause, count in tally.rows() if cause.by == SETTINGS]
    for file, line in sorted(tally.no_wording.items()):
        at = f"{visible(file)}:{line}"
        made.append(
            f"{at} 「profile: off」により、文言は調べていません"
            if lang == "ja"
            else f"{at} `profile: off`: the wording was not looked at"
        )
    return made


def counts(tally: Tally, lang: str) -> list[str]:
    """How many findings were put off in each way, such as 「設定により示していないもの 12」; nothing where none was."""
    ja = lang == "ja"
    off, less = tally.count(SETTINGS), tally.count(SETTINGS, weakened=True)
    accepted, known = tally.count(SOURCE), tally.count(BASELINE)
    made = []
    if off:
        made.append(f"設定により示していないもの {off}" if ja else f"turned off by the settings: {off}")
    if less:
        made.append(f"設定により軽くしたもの {less}" if ja else f"made less grave by the settings: {less}")
    if tally.no_wording:
        made.append("文言は調べていない" if ja else "the wording was not looked at")
    if accepted:
        made.append(f"理由を付して残したもの {accepted}" if ja else f"accepted with a reason: {accepted}")
    if known:
        files = _files(tally.files(BASELINE), ja)
        made.append(f"控えにあるもの {known}（{files}）" if ja else f"in the baseline: {known} ({files})")
    return made


def settings(tally: Tally, lang: str) -> str:
    """Which files of settings were read, such as 「設定: policies/policyc.yaml」, and of which day they want the law: how many rules
    that leaves unasked is said. Empty where none was read."""
    ja = lang == "ja"
    files = _files([one.file for one in tally.settings], ja)
    said = [files and (f"設定: {files}" if ja else f"settings: {files}")]
    for day in dict.fromkeys(one.as_of for one in tally.settings if one.as_of):
        count = sum(_is_asked(rule, law.NEWEST) and not _is_asked(rule, day) for rule in law.every_rule())
        if count:
            said.append(
                f"{day} の法令による。規則 {count} 件は、その日に施行されていたと分からないので調べていません"
                if ja
                else f"the law of {day}: {count} rules are not known to have been in force then, and were not asked"
            )
    return ("、" if ja else "; ").join(filter(None, said))


def _is_asked(rule: law.Rule, day: str) -> bool:
    return not (rule.over(day) or rule.coming(day) or rule.undated(day))


def summary(tally: Tally, lang: str) -> list[str]:
    """The same as whole lines, for what has no line that counts findings; nothing where nothing was read or put off."""
    ja = lang == "ja"
    said = [*lines(tally, lang), ("、" if ja else ", ").join(counts(tally, lang)), settings(tally, lang)]
    return [one for one in said if one]


def by_settings(tally: Tally) -> bool:
    """Whether the settings put anything off, or weaken it: then it cannot be said that nothing is wrong."""
    early = any(one.as_of and one.as_of < law.NEWEST for one in tally.settings)
    return bool(tally.count(SETTINGS) or tally.count(SETTINGS, weakened=True) or tally.no_wording or early)


def as_json(tally: Tally) -> dict[str, object]:
    """The members `settings`, `suppressed` and `weakened` of what a command writes."""
    rows = tally.rows()
    return {
        "settings": [
            {
                "file": one.file,
                **({"as_of": one.as_of} if one.as_of else {}),
                **({"wording": OFF} if one.file in tally.no_wording else {}),
            }
            for one in tally.settings
        ],
        "suppressed": [_json(cause, count) for cause, count in rows if not cause.weakens],
        "weakened": [_json(cause, count) for cause, count in rows if cause.weakens],
    }


def _json(cause: Cause, count: Count) -> dict[str, object]:
    return {
        "by": cause.by,
        "file": cause.file,
        **({"line": cause.line} if cause.line else {}),
        **({"pattern": cause.pattern, "set_to": cause.level} if cause.by == SETTINGS else {}),
        "count": count.codes.total(),
        "severities": {one: count.severities[one] for one in SEVERITIES if count.severities[one]},
        "codes": [{"code": code, "count": number} for code, number in sorted(count.codes.items())],
    }


def _row(cause: Cause, count: Count, lang: str) -> str:
    ja = lang == "ja"
    codes = sorted(count.codes.items())
    named = [f"{code} {number}" for code, number in codes[:_MOST]]
    rest = codes[_MOST:]
    if rest:
        more = sum(number for _, number in rest)
        named.append(f"ほか {len(rest)} 種 {more} 件" if ja else f"{more} more of {len(rest)} codes")
    grave = counted(count.severities, lang)
    row, where = visible(f"{cause.pattern}: {cause.level}"), f"{visible(cause.file)}:{cause.line}"
    if ja:
        what = "軽くしたもの" if cause.weakens else "示していないもの"
        return f"{where} 「{row}」により{what}: {grave}（{'、'.join(named)}）"
    what = "made less grave" if cause.weakens else "turned off"
    return f"{where} {what} by `{row}`: {grave} ({', '.join(named)})"


def _files(files: list[str], ja: bool) -> str:
    rest = len(files) - _MOST_FILES
    named = [visible(one) for one in files[:_MOST_FILES]]
    if rest > 0:
        named.append(f"ほか {rest}" if ja else f"{rest} more")
    return ("、" if ja else ", ").join(named)
