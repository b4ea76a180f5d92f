// https://example.org/ns/policyc/schema/coverage-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** How much of the text of documents stands on declared facts. */
export interface CoverageFile {
  /** What this is. */
  readonly format: "policyc-coverage-1";
  /** Only where there is one document: as in `documents`. */
  readonly document?: string;
  /** Only where there is one document: as in `documents`. */
  readonly sentences?: Share;
  /** Only where there is one document: as in `documents`. */
  readonly characters?: Share;
  /** Only where there is one document: as in `documents`. */
  readonly bare?: readonly Bare[];
  /** Each document. */
  readonly documents: readonly DocumentCoverage[];
}

/** A sentence that no fact stands behind. */
export interface Bare {
  /** The sentence. */
  readonly text: string;
  /** The id of the clause or item it is in. */
  readonly node: string;
}

/** The figures of one document. */
export interface DocumentCoverage {
  /** The id of the document in its source. */
  readonly document: string;
  /** Of its sentences; headings do not count. */
  readonly sentences: Share;
  /** Of the characters of its sentences. */
  readonly characters: Share;
  /** The sentences that no fact stands behind. */
  readonly bare: readonly Bare[];
}

/** How many there are, and how many stand on facts. */
export interface Share {
  /** All of them. */
  readonly total: number;
  /** Those on declared facts. */
  readonly backed: number;
  /** Backed over total, four decimals. */
  readonly share: number;
}
