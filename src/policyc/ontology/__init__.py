"""The project's own vocabularies as published files: `jp-appi` (built like DPV's extensions for jurisdictions) and `policyc`.

Made from the same rows that the compiler reads, when the generated files are frozen; no command needs this room.
"""
