"""The categories of P3P's base data schema: of all elements but two they are fixed (REC 5.6, 5.7, Appendix 3)."""

from __future__ import annotations

from functools import cache

_PERSON = {
    "name": ("physical demographic", "personname"),
    "bdate": ("demographic", "date"),
    "login": ("uniqueid", "login"),
    "cert": ("uniqueid", "certificate"),
    "gender": ("demographic", ""),
    "jobtitle": ("demographic", ""),
    "home-info": ("physical online demographic", "contact"),
    "business-info": ("physical online demographic", "contact"),
    "employer": ("demographic", ""),
    "department": ("demographic", ""),
}
# set or structure -> element -> its categories, and the structure whose elements it has.
_ELEMENTS: dict[str, dict[str, tuple[str, str]]] = {
    "dynamic": {
        "clickstream": ("navigation computer demographic", "loginfo"),
        "http": ("navigation computer", "httpinfo"),
        "clientevents": ("navigation", ""),
        "cookies": ("", ""),
        "searchtext": ("interactive", ""),
        "interactionrecord": ("interactive", ""),
        "miscdata": ("", ""),
    },
    "user": _PERSON,
    "thirdparty": _PERSON,
    "business": {
        "name": ("demographic", ""),
        "department": ("demographic", ""),
        "cert": ("uniqueid", "certificate"),
        "contact-info": ("physical online demographic", "contact"),
    },
    "date": {},
    "login": {"id": ("uniqueid", ""), "password": ("uniqueid", "")},
    "personname": {
        **dict.fromkeys(("given", "middle", "family"), ("physical", "")),
        **dict.fromkeys(("prefix", "suffix", "nickname"), ("demographic", "")),
    },
    "certificate": dict.fromkeys(("key", "format"), ("uniqueid", "")),
    "telephonenum": dict.fromkeys(("intcode", "loccode", "number", "ext", "comment"), ("physical", "")),
    "postal": {
        "name": ("", "personname"),
        "street": ("physical", ""),
        **dict.fromkeys(("city", "stateprov", "postalcode", "organization", "country"), ("demographic", "")),
    },
    "telecom": dict.fromkeys(("telephone", "fax", "mobile", "pager"), ("physical", "telephonenum")),
    "online": dict.fromkeys(("email", "uri"), ("online", "")),
    "contact": {
        "postal": ("", "postal"),
        "telecom": ("physical", "telecom"),
        "online": ("online", "online"),
    },
    "uri": {},
    "ipaddr": {
        **dict.fromkeys(("hostname", "fullip"), ("computer", "")),
        **dict.fromkeys(("partialhostname", "partialip"), ("demographic", "")),
    },
    "loginfo": {
        "uri": ("navigation", "uri"),
        "timestamp": ("navigation", "date"),
        "clientip": ("", "ipaddr"),
        **dict.fromkeys(("other", "other.httpmethod", "other.bytes", "other.statuscode"), ("navigation", "")),
    },
    "httpinfo": {"referer": ("navigation", "uri"), "useragent": ("computer", "")},
}  # fmt: skip


@cache
def categories(ref: str) -> frozenset[str]:
    """The categories of a reference such as `#user.home-info.postal`; empty for one whose categories the policy chooses.

    An element without categories of its own has those of what it consists of, else those of what it is part of.
    """
    root, _, path = ref.removeprefix("#").partition(".")
    return frozenset(_of(root, path, ""))


def _of(structure: str, path: str, above: str) -> set[str]:
    elements = _ELEMENTS.get(structure, {})
    if path in elements:
        own, below = elements[path]
        return set(own.split()) or (_parts(below) if below else set()) or set(above.split())
    name, _, rest = path.partition(".")
    if name in elements:
        own, below = elements[name]
        return _of(below, rest, own or above) if below else set((own or above).split())
    return set(above.split())


def _parts(structure: str) -> set[str]:
    found: set[str] = set()
    for own, below in _ELEMENTS[structure].values():
        found |= set(own.split()) or (_parts(below) if below else set())
    return found
