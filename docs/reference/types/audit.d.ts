// https://example.org/ns/policyc/audit.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

export interface Audit {
  readonly format: "policyc-audit-1";
  /** The day of the newest text that the rules were read from. */
  readonly rules_of: Date;
  readonly documents: readonly Document[];
}

export type Date = string;

export interface Both {
  readonly ja: string;
  readonly en: string;
}

export type Answer = "missing" | "contrary" | "satisfied" | "declared-none" | "on-request" | "carried" | "not-answerable" | "coming" | "not-triggered";

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Evidence {
  readonly text: string;
  /** The element of the HTML page that the sentence stands in. */
  readonly anchor: string;
  readonly file: string;
  readonly line: number;
}

export interface Law {
  readonly reference: string;
  readonly citation: string;
  readonly statute: string;
  readonly number: string;
  /** The day of the consolidated text that was read. */
  readonly read: Date;
}

export interface Document {
  readonly document: string;
  readonly as_of: Date;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  /** Rules by answer; a rule that is asked of several parts counts once, with its gravest answer. */
  readonly counts: Readonly<Record<string, number>>;
  readonly rules_of_other_kinds: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly rule: string;
  readonly answer: Answer;
  readonly severity: "error" | "warning" | "note";
  /** The severity that the settings of the firm (policyc.yaml) give the rule instead of its own. */
  readonly set_to?: "error" | "warning" | "note" | "off";
  /** Why the source leaves what is wanting as it is, and the last day of that. */
  readonly accepted?: {
    readonly reason: string;
    readonly until?: Date;
  };
  readonly title: Both;
  readonly law: Law;
  readonly guideline?: string;
  /** Whether the article itself was read. */
  readonly verified: boolean;
  /** Whether the answer rests on words, not on a declared fact. */
  readonly by_words: boolean;
  readonly sources: readonly string[];
  /** The part of the document that this is the answer of. */
  readonly of: string;
  readonly evidence: readonly Evidence[];
  readonly message?: Both;
  readonly hint?: Both;
  readonly lacking?: readonly string[];
  readonly place?: Place;
  readonly carried_by?: {
    readonly label: string;
    readonly url: string;
    readonly checked: false;
  };
  readonly reason?: Both;
  readonly force?: {
    readonly from: Date | null;
    readonly latest: Date | null;
    readonly note: string;
  };
  readonly note?: string;
}
