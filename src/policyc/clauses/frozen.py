PACKAGES = (
    "amendment",
    "article",
    "children",
    "collection",
    "contact",
    "entrustment",
    "external_transmission",
    "joint_use",
    "operator_identity",
    "purposes",
    "requests",
    "retention",
    "security_measures",
    "sensitive_data",
    "third_party_provision",
)
WORDINGS = {}
