// https://example.org/ns/policyc/schema/diagnostics-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** Findings of a run: on sources (`policyc check`), or on a package (`policyc verify`). */
export interface Findings {
  /** What this is. */
  readonly format: "policyc-diagnostics-1";
  /** All findings in order; those accepted or known are marked. */
  readonly diagnostics: readonly Finding[];
}

/** A text in both languages. */
export interface Both {
  /** In Japanese. */
  readonly ja: string;
  /** In English. */
  readonly en: string;
}

/** A finding. */
export interface Finding {
  /** The file, as the caller named it or its folder. */
  readonly file: string;
  /** The line it begins in. */
  readonly line: number;
  /** The column it begins at. */
  readonly column: number;
  /** The line it ends in. */
  readonly end_line: number;
  /** The column behind its last character. */
  readonly end_column: number;
  /** Its code, such as syntax/missing-brace; `policyc explain CODE` tells more. */
  readonly code: string;
  /** How grave it is. */
  readonly severity: "error" | "warning" | "note";
  /** What is wrong. */
  readonly message: Both;
  /** What to do. */
  readonly help: Both;
  /** The provision of a finding of the law. */
  readonly law?: string;
  /** The reason for which the source leaves it as it is. */
  readonly accepted?: string;
  /** Present where the baseline holds it. */
  readonly known?: true;
  /** Other places that it is about. */
  readonly labels?: readonly Label[];
  /** What to write instead, where that is known. */
  readonly fix?: Fix;
}

/** What to write instead of a place. */
export interface Fix {
  /** The file, as the caller named it or its folder. */
  readonly file: string;
  /** The line it begins in. */
  readonly line: number;
  /** The column it begins at. */
  readonly column: number;
  /** The line it ends in. */
  readonly end_line: number;
  /** The column behind its last character. */
  readonly end_column: number;
  /** The text to write there; empty to delete it. */
  readonly replacement: string;
  /** Whether `check --fix` writes it: what the document says stays the same. */
  readonly safe: boolean;
}

/** Another place that a finding is about. */
export interface Label {
  /** The file, as the caller named it or its folder. */
  readonly file: string;
  /** The line it begins in. */
  readonly line: number;
  /** The column it begins at. */
  readonly column: number;
  /** The line it ends in. */
  readonly end_line: number;
  /** The column behind its last character. */
  readonly end_column: number;
  /** What is there. */
  readonly message: Both;
}
