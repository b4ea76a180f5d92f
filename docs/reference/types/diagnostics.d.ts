// https://example.org/ns/policyc/schema/diagnostics-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** Findings of a run: on sources (`policyc check`), or on a package (`policyc verify`). */
export interface Findings {
  /** What this is. */
  readonly format: "policyc-diagnostics-1";
  /** All findings in order but those that settings turn off; those accepted or known are marked. */
  readonly diagnostics: readonly Finding[];
  /** The files of settings that were read; with `policyc check` always there. */
  readonly settings?: readonly Settings[];
  /** What findings count for nothing, turned off by settings, accepted in a source or held by a baseline; with `policyc check` always there. */
  readonly suppressed?: readonly Suppressed[];
  /** What findings are listed as less grave than they are, by settings; with `policyc check` always there. */
  readonly weakened?: readonly Suppressed[];
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

/** How many findings there are of a code. */
export interface OfCode {
  /** The code. */
  readonly code: string;
  /** How many. */
  readonly count: number;
}

/** A file of settings (policyc.yaml) that was read. */
export interface Settings {
  /** The file, as the caller named its folder. */
  readonly file: string;
  /** The day whose law is applied, where the file sets it and the command line does not. */
  readonly as_of?: string;
  /** Present where, by this file, the wording was not looked at. */
  readonly wording?: "off";
}

/** What put findings off, with how many of each code. Each finding is counted once. */
export interface Suppressed {
  /** What it is: a row of settings, an acceptance in a source, or a baseline. */
  readonly by: "settings" | "source" | "baseline" | (string & {});
  /** The file that it stands in. */
  readonly file: string;
  /** The line, but for a baseline. */
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
