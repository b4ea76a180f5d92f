// https://example.org/ns/policyc/schema/rules-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** The rules of law that were asked for, in the order of the statutes. */
export interface Rules {
  /** What this is. */
  readonly format: "policyc-rules-1";
  /** The day of the newest text that the rules were read from. */
  readonly rules_of: string;
  /** The day whose law is asked for. */
  readonly as_of: string;
  /** The rules. */
  readonly rules: readonly RuleRow[];
}

/** A text in both languages. */
export interface Both {
  /** In Japanese. */
  readonly ja: string;
  /** In English. */
  readonly en: string;
}

/** Two sources: one that the rule finds in order, one that it does not. */
export interface Examples {
  /** In order. */
  readonly good: string;
  /** Wanting. */
  readonly bad: string;
}

/** From when until when it is in force; null where nothing is known of it. */
export interface Force {
  /** The first day. */
  readonly from: string | null;
  /** The last day. */
  readonly until: string | null;
  /** The day by which it comes into force at the latest. */
  readonly latest: string | null;
  /** What is known of the day. */
  readonly note: string;
}

/** The provision that a rule is of. */
export interface Law {
  /** Statute, article, paragraph and item, such as appi:27(1). */
  readonly reference: string;
  /** The same as a lawyer cites it. */
  readonly citation: string;
  /** The name of the statute. */
  readonly statute: string;
  /** The number of the statute. */
  readonly number: string;
  /** The day of the consolidated text that was read. */
  readonly read: string;
}

/** A rule of law. */
export interface RuleRow {
  /** Its code. */
  readonly rule: string;
  /** Its provision. */
  readonly law: Law;
  /** What it is about. */
  readonly title: Both;
  /** The kinds of documents that it is put to. */
  readonly documents: readonly string[];
  /** How grave a gap is. */
  readonly severity: "error" | "warning" | "note";
  /** Why it is as grave as that; may be empty. */
  readonly severity_note: string;
  /** Its state on the day; `unanswerable` is in force, but no text can tell. */
  readonly state: "in-force" | "coming" | "unanswerable" | "over";
  /** From when until when. */
  readonly force: Force;
  /** What it looks at: facts, words, or nothing that a text has. */
  readonly how: Both;
  /** What must be stated, in its parts. */
  readonly states: readonly string[];
  /** What a finding says, with places for what a document has. */
  readonly message: Both;
  /** What to do about it. */
  readonly hint: Both;
  /** Why no text can tell; null where one can. */
  readonly unanswerable: Both | null;
  /** The guideline that explains it; may be empty. */
  readonly guideline: string;
  /** What was read for it. */
  readonly sources: readonly string[];
  /** Whether the article itself was read. */
  readonly verified: boolean;
  /** A remark; may be empty. */
  readonly note: string;
  /** Its examples; null where it has none, as no text can tell. */
  readonly examples: Examples | null;
}
