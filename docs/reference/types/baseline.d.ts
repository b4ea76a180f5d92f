// https://example.org/ns/policyc/schema/baseline-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** Findings that are known, as `policyc check --write-baseline` writes them. */
export interface Baseline {
  /** What this file is. */
  readonly format: "policyc-baseline-1";
  /** The findings, sorted. */
  readonly findings: readonly Known[];
}

/** A finding, by what it says and not by its line. */
export interface Known {
  /** The code of the finding, such as appi/22-accuracy. */
  readonly code: string;
  /** The id of the document; outside of all documents, the file. */
  readonly document: string;
  /** The block, and the field of it, that the finding is about. */
  readonly about: string;
  /** The words of the source or of the finding, in one line. */
  readonly words: string;
  /** How many are alike, where more than one. */
  readonly count?: number;
}
