"""What P3P 1.0 lets a row name: its element names, and the references of W3C's base data schema.

Kept as small tables so that a policy's own vocabulary can be checked without the W3C files;
a test holds that both say the same as `P3Pv1.xsd` and `dataschema-base.xml`.
"""

from __future__ import annotations

PURPOSES = (
    *("current", "admin", "develop", "tailoring", "pseudo-analysis", "pseudo-decision"),
    *(
        "individual-analysis",
        "individual-decision",
        "contact",
        "historical",
        "telemarketing",
        "other-purpose",
    ),
)
RECIPIENTS = ("ours", "delivery", "same", "other-recipient", "unrelated", "public")
ACCESS = ("nonident", "ident-contact", "other-ident", "contact-and-other", "all", "none")
REQUIRED = ("always", "opt-in", "opt-out")
DATA_CATEGORIES = (
    *("physical", "online", "uniqueid", "purchase", "financial", "computer", "navigation", "interactive"),
    *("demographic", "content", "state", "political", "health", "preference", "location", "government"),
    "other-category",
)

# The only two elements whose categories a policy chooses; those of all others are fixed.
VARIABLE_REFS = ("#dynamic.cookies", "#dynamic.miscdata")

# name -> its fields; `field:struct` says that the field has the fields of that structure.
_STRUCTS = {
    "date": "ymd.year ymd.month ymd.day hms.hour hms.minute hms.second fractionsecond timezone",
    "login": "id password",
    "personname": "prefix given middle family suffix nickname",
    "certificate": "key format",
    "telephonenum": "intcode loccode number ext comment",
    "postal": "name:personname street city stateprov postalcode organization country",
    "telecom": "telephone:telephonenum fax:telephonenum mobile:telephonenum pager:telephonenum",
    "online": "email uri",
    "contact": "postal:postal telecom:telecom online:online",
    "uri": "authority stem querystring",
    "ipaddr": "hostname partialhostname fullip partialip",
    "loginfo": "uri:uri timestamp:date clientip:ipaddr other.httpmethod other.bytes other.statuscode",
    "httpinfo": "referer:uri useragent",
}
_PERSON = (
    "name:personname bdate:date login:login cert:certificate gender jobtitle home-info:contact "
    "business-info:contact employer department"
)
_SETS = {
    "dynamic": "clickstream:loginfo http:httpinfo clientevents cookies searchtext interactionrecord miscdata",
    "user": _PERSON,
    "thirdparty": _PERSON,
    "business": "name department cert:certificate contact-info:contact",
}


def base_refs() -> frozenset[str]:
    """Every reference of the base data schema, sets included: `#user.home-info`, `#user.home-info.postal`."""
    found: set[str] = set()
    for root, fields in _SETS.items():
        _walk(f"#{root}", fields, found)
    return frozenset(found)


def _walk(path: str, fields: str, found: set[str]) -> None:
    for field in fields.split():
        name, _, struct = field.partition(":")
        # A dotted field (ymd.year) makes a set of its first part as well.
        steps = name.split(".")
        found.update(f"{path}.{'.'.join(steps[:n])}" for n in range(1, len(steps) + 1))
        if struct:
            _walk(f"{path}.{name}", _STRUCTS[struct], found)
