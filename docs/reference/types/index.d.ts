// https://example.org/ns/policyc/schema/index-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** What a build of several documents wrote: `index.json` of the folder given as `--out`. */
export interface BuildIndex {
  /** What this file is. */
  readonly format: "policyc-index-1";
  /** The version of policyc that wrote it. */
  readonly compiler: string;
  /** The documents, by id. */
  readonly documents: readonly IndexRow[];
}

/** A document of a build. */
export interface IndexRow {
  /** The id of the document in its source, and the name of its folder. */
  readonly id: string;
  /** The kind of document, such as privacy-notice. */
  readonly kind: string;
  /** Its title. */
  readonly title: string;
  /** The address it is published at; empty where it has none. */
  readonly url: string;
  /** Its manifest, below the folder of the build. */
  readonly path: string;
}
