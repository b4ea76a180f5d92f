// https://example.org/ns/policyc/schema/audit-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** The audit of documents by rules of law. */
export interface Audit {
  /** What this is. */
  readonly format: "policyc-audit-1";
  /** The day of the newest text that the rules were read from. */
  readonly rules_of: Date;
  /** Each document. */
  readonly documents: readonly Document[];
  /** The files of settings (policyc.yaml) that were read. */
  readonly settings?: readonly Settings[];
  /** What findings count for nothing: turned off by settings, or accepted in a source. */
  readonly suppressed?: readonly Suppressed[];
  /** What findings count as less grave than they are, by settings. */
  readonly weakened?: readonly Suppressed[];
}

/** A file of settings that was read. */
export interface Settings {
  /** The file, as the caller named its folder. */
  readonly file: string;
  /** The day whose law is applied, where the file sets it and the command line does not. */
  readonly as_of?: Date;
}

/** What put findings off, with how many of each code. Each finding is counted once. */
export interface Suppressed {
  /** What it is: a row of settings, or an acceptance in a source. */
  readonly by: "settings" | "source" | (string & {});
  /** The file that it stands in. */
  readonly file: string;
  /** The line. */
  readonly line?: number;
  /** For a row of settings: the code or pattern. */
  readonly pattern?: string;
  /** For a row of settings: the severity that it sets. */
  readonly set_to?: "warning" | "note" | "off";
  /** How many findings. */
  readonly count: number;
  /** How many of each severity that they have by themselves. */
  readonly severities: Readonly<Record<string, number>>;
  /** How many of each code. */
  readonly codes: readonly OfCode[];
}

/** How many findings there are of a code. */
export interface OfCode {
  /** The code. */
  readonly code: string;
  /** How many. */
  readonly count: number;
}

/** A day. */
export type Date = string;

/** A text in both languages. */
export interface Both {
  /** In Japanese. */
  readonly ja: string;
  /** In English. */
  readonly en: string;
}

/** What a document answers to a rule. */
export type Answer = "missing" | "contrary" | "satisfied" | "declared-none" | "on-request" | "carried" | "not-answerable" | "coming" | "not-triggered" | (string & {});

/** Where something stands. */
export interface Place {
  /** The file. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column in code points, from 1. */
  readonly column: number;
}

/** A sentence of the document. */
export interface Evidence {
  /** The sentence. */
  readonly text: string;
  /** The element of the HTML page that the sentence stands in. */
  readonly anchor: string;
  /** The file it is written in. */
  readonly file: string;
  /** The line it begins in, from 1. */
  readonly line: number;
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
  readonly read: Date;
}

/** The answers of one document. */
export interface Document {
  /** The id of the document in its source. */
  readonly document: string;
  /** The day whose law was applied. */
  readonly as_of: Date;
  /** The kind of document, such as privacy-notice. */
  readonly kind: string;
  /** Its title. */
  readonly title: string;
  /** The address it is published at; empty where it has none. */
  readonly url: string;
  /** Rules by answer; a rule that is asked of several parts counts once, with its gravest answer. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many rules are for other kinds of documents. */
  readonly rules_of_other_kinds: number;
  /** The rules with their answers. */
  readonly rows: readonly Row[];
}

/** A rule and what a document answers to it. */
export interface Row {
  /** The code of the rule. */
  readonly rule: string;
  /** The answer. */
  readonly answer: Answer;
  /** How grave a gap is. */
  readonly severity: "error" | "warning" | "note";
  /** The severity that the settings of the firm (policyc.yaml) give the rule instead of its own. */
  readonly set_to?: "error" | "warning" | "note" | "off";
  /** Why the source leaves what is wanting as it is, and the last day of that. */
  readonly accepted?: {
    /** The reason, as the source gives it. */
    readonly reason: string;
    /** The last day of it. */
    readonly until?: Date;
  };
  /** What the rule is about. */
  readonly title: Both;
  /** Its provision. */
  readonly law: Law;
  /** The guideline that explains it. */
  readonly guideline?: string;
  /** Whether the article itself was read. */
  readonly verified: boolean;
  /** Whether the answer rests on words, not on a declared fact. */
  readonly by_words: boolean;
  /** What was read for it. */
  readonly sources: readonly string[];
  /** The part of the document that this is the answer of. */
  readonly of: string;
  /** The sentences behind the answer. */
  readonly evidence: readonly Evidence[];
  /** What is wanting. */
  readonly message?: Both;
  /** What to do about it. */
  readonly hint?: Both;
  /** The parts that are wanting. */
  readonly lacking?: readonly string[];
  /** Where in the source it belongs, or is said. */
  readonly place?: Place;
  /** The document that a matter is left to; `checked` where it is one of those given. */
  readonly carried_by?: {
    /** The words of the link. */
    readonly label: string;
    /** The address it leads to. */
    readonly url: string;
    /** Whether that document was one of those given. */
    readonly checked: boolean;
    /** Its id. */
    readonly document?: string;
    /** Its title. */
    readonly title?: string;
    /** Its file. */
    readonly file?: string;
    /** The line it begins in, from 1. */
    readonly line?: number;
    /** What it answers to the rule. */
    readonly answer?: Answer;
    /** Whether the matter is in that document. */
    readonly found?: boolean;
    /** Its sentences on the matter. */
    readonly evidence?: readonly Evidence[];
  };
  /** Why no text can tell. */
  readonly reason?: Both;
  /** When the rule comes into force; null where nothing is known of it. */
  readonly force?: {
    /** The first day. */
    readonly from: Date | null;
    /** The day by which it comes into force at the latest. */
    readonly latest: Date | null;
    /** What is known of the day. */
    readonly note: string;
  };
  /** A remark on the rule. */
  readonly note?: string;
}
