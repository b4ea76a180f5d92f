# Generated from clauses/*/matter.py and vocab/actions.yaml by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""Actions as files name them."""

# The members of policy.p3p.json in which the practices of an action stand; all others are in `OTHERS`.
MEMBERS = {
    'collect': 'collections',
    'provide': 'provisions',
    'provide-anonymised': 'provisions',
    'provide-related': 'provisions',
    'entrust': 'entrustments',
    'joint-use': 'jointUses',
    'transmit': 'transmissions',
    'succeed': 'provisions',
}
OTHERS = 'uses'
# The first term of dpv:hasProcessing: our own where the action has one.
ACTIONS = {
    'dpv:Acquire': 'collect',
    'dpv:Use': 'use',
    'jp-appi:UseBeyondPurposes': 'use-beyond-purposes',
    'jp-appi:ThirdPartyProvision': 'provide',
    'jp-appi:ReferableInformationProvision': 'provide-related',
    'jp-appi:Entrustment': 'entrust',
    'jp-appi:JointUse': 'joint-use',
    'jp-appi:ProvisionBySuccession': 'succeed',
    'jp-appi:ForeignProvision': 'transfer-abroad',
    'jp-appi:ExternalTransmission': 'transmit',
    'dpv:Store': 'retain',
    'dpv:Record': 'record',
    'dpv:Analyse': 'analyse',
    'dpv:Profiling': 'profile',
    'dpv:Infer': 'infer',
    'dpv:Match': 'match',
    'dpv:Aggregate': 'aggregate',
    'dpv:Tracking': 'track',
    'jp-appi:PseudonymousProcessing': 'pseudonymise',
    'jp-appi:AnonymousProcessing': 'anonymise',
    'jp-appi:PseudonymouslyProcessedInformationUse': 'use-pseudonymised',
    'jp-appi:AnonymouslyProcessedInformationUse': 'use-anonymised',
    'jp-appi:AnonymouslyProcessedInformationProvision': 'provide-anonymised',
    'jp-appi:DisclosureToPrincipal': 'disclose',
    'jp-appi:Publication': 'publish',
    'jp-appi:Correction': 'correct',
    'jp-appi:CessationOfUse': 'suspend',
    'dpv:Remove': 'delete',
    'jp-appi:Erasure': 'erase',
}
# The actions by which data go somewhere.
FLOWS: dict[str, tuple[str, ...]] = {
    'collected': ('collect',),
    'third-party': ('provide', 'provide-anonymised', 'provide-related'),
    'processor': ('entrust',),
    'joint-user': ('joint-use',),
    'sent-to': ('transmit',),
    'successor': ('succeed',),
    'own': ('analyse', 'anonymise', 'pseudonymise', 'use', 'use-anonymised', 'use-beyond-purposes', 'use-pseudonymised'),
}
