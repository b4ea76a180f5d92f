# Generated from ../namespaces.yaml by `python3 run.py freeze`: change that file, not this one.
# fmt: off
# ruff: noqa
"""Prefixes and categories of the vocabulary."""

NAMESPACES = {
    'dpv': 'https://w3id.org/dpv#',
    'pd': 'https://w3id.org/dpv/pd#',
    'loc': 'https://w3id.org/dpv/loc#',
    'tech': 'https://w3id.org/dpv/tech#',
    'legal-jp': 'https://w3id.org/dpv/legal/jp#',
    'jp-appi': 'https://example.org/ns/jp-appi#',
    'policyc': 'https://example.org/ns/policyc#',
    'p3p-appi': 'https://example.org/ns/policyc/p3p-appi#',
    'dct': 'http://purl.org/dc/terms/',
    'skos': 'http://www.w3.org/2004/02/skos/core#',
    'schema': 'https://schema.org/',
    'foaf': 'http://xmlns.com/foaf/0.1/',
    'xsd': 'http://www.w3.org/2001/XMLSchema#',
    'odrl': 'http://www.w3.org/ns/odrl/2/',
}
CATEGORIES = ('purposes', 'data', 'recipients', 'actions', 'rights', 'subjects', 'measures', 'bases', 'countries', 'labels', 'notices')
