// https://example.org/ns/policyc/schema/compare-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** A document held against its published page, to the character. */
export interface ComparisonFile {
  /** What this is. */
  readonly format: "policyc-compare-1";
  /** Whether there is no difference. */
  readonly identical: boolean;
  /** How many lines of text the page has. */
  readonly lines: number;
  /** How many characters of text the page has. */
  readonly characters: number;
  /** The id of the document in its source. */
  readonly document: string;
  /** The page. */
  readonly page: Page;
  /** In the order of the source. */
  readonly differences: readonly Difference[];
  /** What of the page was left out, such as its navigation. */
  readonly left: readonly Left[];
  /** Findings on the page. */
  readonly diagnostics: readonly Finding[];
}

/** A text in both languages. */
export interface Both {
  /** In Japanese. */
  readonly ja: string;
  /** In English. */
  readonly en: string;
}

/** The part or clause of the source that a difference is in. */
export interface Clause {
  /** Its heading with its number. */
  readonly heading: string;
  /** The file it is written in. */
  readonly file: string;
  /** The line it begins in. */
  readonly line: number;
}

/** A line that is not the same. */
export interface Difference {
  /** What differs: its characters; the page lacks it; only the page has it; its place; its addresses only. */
  readonly kind: "changed" | "missing" | "added" | "moved" | "links" | (string & {});
  /** Where in the source. */
  readonly clause: Clause;
  /** The line of the source; null where only the page has it. */
  readonly source: SourceLine | null;
  /** The line of the page; null where the page lacks it. */
  readonly page: PageLine | null;
  /** Where the two differ, for `changed`. */
  readonly spots?: readonly Spot[];
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

/** What of the page was left out. */
export interface Left {
  /** What it is, such as nav. */
  readonly what: string;
  /** The line it begins in. */
  readonly line: number;
  /** How many lines of text it has. */
  readonly rows: number;
}

/** The published page. */
export interface Page {
  /** Its path, as given. */
  readonly file: string;
  /** How it is written. */
  readonly format: "markdown" | "html" | "text" | (string & {});
  /** Its encoding, as given or found out. */
  readonly encoding: string;
}

/** A line of the page. */
export interface PageLine {
  /** Its characters. */
  readonly text: string;
  /** The addresses it links to, in order. */
  readonly links: readonly string[];
  /** The line of the file it begins in. */
  readonly line: number;
}

/** Two characters that look alike, or cannot be seen, by their names; empty for none. */
export interface Pair {
  /** In the source, such as U+301C WAVE DASH. */
  readonly source: string;
  /** On the page. */
  readonly page: string;
}

/** A line as the source says it. */
export interface SourceLine {
  /** Its characters. */
  readonly text: string;
  /** The addresses it links to, in order. */
  readonly links: readonly string[];
}

/** A place of two lines in which they differ. */
export interface Spot {
  /** Start and end in the text of the source, from 0, the end exclusive. */
  readonly source: readonly number[];
  /** Start and end in the text of the page. */
  readonly page: readonly number[];
  /** Characters that must be named to be told apart. */
  readonly characters: readonly Pair[];
}
