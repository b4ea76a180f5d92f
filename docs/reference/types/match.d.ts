// https://example.org/ns/policyc/match.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

export interface Match {
  readonly format: "policyc-match-1";
  /** The name of the demands, empty where they have none. */
  readonly name: string;
  /** Whether every document meets every demand that must be met. */
  readonly holds: boolean;
  readonly documents: readonly Document[];
  /** Files below the folders given that are no privacy notices, and were not asked. */
  readonly left_out: readonly string[];
}

export interface Document {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly operator: string;
  readonly holds: boolean;
  readonly answers: readonly Answer[];
}

export interface Answer {
  /** The id of the demand, or its number. */
  readonly demand: string;
  readonly says: string;
  readonly weight: "must" | "should";
  readonly answer: "met" | "violated" | "open" | "not-stated";
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly why: "stated" | "open-list" | "not-itemised" | "broader" | "within-scope" | "declared-none" | "declared-but-law" | "on-ground" | "aim-unsaid" | "recipient-unsaid" | "excluded" | "at-home" | "exceptions" | "kind-unsaid" | "place-unsaid" | "ground-unsaid" | "unsaid" | "others-unsaid" | "outside" | "within" | "elsewhere" | "on-request" | "criterion" | "longer";
  /** Words of the text that decide. */
  readonly about: readonly string[];
  readonly heading: string;
  /** What the page says, verbatim; empty where only a fact says it. */
  readonly sentence: string;
  /** File and line of the source. */
  readonly origin: string;
}
