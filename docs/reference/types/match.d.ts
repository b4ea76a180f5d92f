// https://example.org/ns/policyc/schema/match-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** What documents answer to demands, with the sentences behind each answer (`policyc match --format json`). */
export interface Match {
  /** The format and its number. */
  readonly format: "policyc-match-1";
  /** The name of the demands, empty where they have none. */
  readonly name: string;
  /** Whether every document meets every demand that must be met. */
  readonly holds: boolean;
  /** Each document that was asked. */
  readonly documents: readonly Document[];
  /** Files below the folders given that are no privacy notices, and were not asked. */
  readonly left_out: readonly string[];
}

/** A document that was asked. */
export interface Document {
  /** The file as it was given. */
  readonly file: string;
  /** The id of the document. */
  readonly id: string;
  /** Its title. */
  readonly title: string;
  /** Its address, empty where it has none. */
  readonly url: string;
  /** The name of its operator. */
  readonly operator: string;
  /** Whether it meets every demand that must be met. */
  readonly holds: boolean;
  /** What it answers to each demand, in the order of the demands. */
  readonly answers: readonly Answer[];
}

/** The answer to one demand. */
export interface Answer {
  /** The id of the demand, or its number. */
  readonly demand: string;
  /** The demand in its own words. */
  readonly says: string;
  /** Whether it must be met, or should be. */
  readonly weight: "must" | "should";
  /** What the document answers. */
  readonly answer: "met" | "violated" | "open" | "not-stated";
  /** Why, each with what the page says. */
  readonly reasons: readonly Reason[];
}

/** A reason for an answer. */
export interface Reason {
  /** What kind of reason it is. */
  readonly why: "stated" | "open-list" | "not-itemised" | "broader" | "within-scope" | "declared-none" | "declared-but-law" | "on-ground" | "aim-unsaid" | "recipient-unsaid" | "excluded" | "at-home" | "exceptions" | "kind-unsaid" | "place-unsaid" | "ground-unsaid" | "unsaid" | "others-unsaid" | "outside" | "within" | "elsewhere" | "on-request" | "criterion" | "longer";
  /** Words of the text that decide. */
  readonly about: readonly string[];
  /** The heading of the clause, with its number. */
  readonly heading: string;
  /** What the page says, verbatim; empty where only a fact says it. */
  readonly sentence: string;
  /** File and line of the source. */
  readonly origin: string;
}
