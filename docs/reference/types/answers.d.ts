// https://example.org/ns/policyc/schema/answers-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** What documents state, as asked. */
export type Answers = NamedQuestion | OwnQuery;

/** A practice of a document that answers the question. */
export interface Answer {
  /** The file it stands in; `!` and a path inside for one in a package. */
  readonly file: string;
  /** The IRI of the document. */
  readonly document: string;
  /** The title of the document. */
  readonly title: string;
  /** The IRI of the practice; of the document, where it answers as a whole. */
  readonly practice: string;
  /** The heading it stands under, with its number. */
  readonly heading: string;
  /** Who or what the answer names. */
  readonly others: readonly string[];
  /** Whether the text says it, only holds it within the purposes of a clause, an open-ended list may take it in, or the text names no items. */
  readonly certainty: "stated" | "within-purposes" | "open-ended" | "not-itemised" | (string & {});
  /** The sentence behind it. */
  readonly sentence: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** The answers to a named question. */
export interface NamedQuestion {
  /** What this is. */
  readonly format: "policyc-answers-1";
  /** The name of the question. */
  readonly question: string;
  /** The word it was asked of; empty where it takes none. */
  readonly of: string;
  /** Names like the word, where neither the vocabulary nor any of the documents has it; left out where one does. */
  readonly near?: readonly string[];
  /** By file, document, certainty and practice. */
  readonly answers: readonly Answer[];
}

/** The rows of a query in SPARQL (`--sparql`). */
export interface OwnQuery {
  /** What this is. */
  readonly format: "policyc-answers-1";
  /** The variables, in the order of the columns; `answer` for ASK. */
  readonly variables: readonly string[];
  /** The rows, sorted; an empty text where a variable has no value. */
  readonly rows: readonly (readonly string[])[];
}
