"""JSON as I-JSON (RFC 7493) has it: no member twice, no number that is none, not nested without end; and its one form."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from ..diagnostics import Both

_DEEPEST = 32
_DEEP = Both("入れ子が深すぎます", "nested too deeply")


class NotJson(ValueError):
    """What is wrong with a text; `what` says it in both languages."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


def parse(body: bytes) -> Any:
    """The value of a JSON text in UTF-8. Raises NotJson."""
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise NotJson(Both("UTF-8 ではありません", "not UTF-8")) from None
    except json.JSONDecodeError as error:
        raise NotJson(Both(f"{error.lineno} 行目が JSON ではありません", f"line {error.lineno} is not JSON")) from None
    except RecursionError:
        raise NotJson(_DEEP) from None
    except ValueError as error:
        if isinstance(error, NotJson):
            raise
        # A number of thousands of digits, which Python does not convert.
        raise NotJson(Both("大きすぎる数があります", "a number is too large")) from None
    if _too_deep(value):
        raise NotJson(_DEEP)
    return value


def canonical(value: object) -> bytes:
    """The one form of a JSON value (RFC 8785, JCS). Raises NotJson for what has none."""
    import rfc8785

    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except (rfc8785.CanonicalizationError, UnicodeEncodeError):
        raise NotJson(Both("正規形にできない値があります", "a value has no canonical form")) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise NotJson(Both("同じ項目が二つあります", "a member stands twice"))
    return made


def _no_number(name: str) -> NoReturn:
    raise NotJson(Both(f"{name} は数ではありません", f"{name} is no number"))


def _too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True
