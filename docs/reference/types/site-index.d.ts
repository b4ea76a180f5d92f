// https://example.org/ns/policyc/schema/site-index-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** The index of a site: groups of links to its legal pages, in the order of the page. */
export interface IndexFile {
  /** The schema of this file. */
  readonly "$schema": "https://example.org/ns/policyc/schema/site-index-1.schema.json";
  /** What this file is. */
  readonly format: "policyc-site-index";
  /** The version of the format. */
  readonly version: "1.0";
  /** The index itself. */
  readonly document: Document;
  /** In the order of the page. */
  readonly groups: readonly Group[];
}

/** The index as a document of its own. */
export interface Document {
  /** The id of the document in its source. */
  readonly id: string;
  /** Its title. */
  readonly title: string;
  /** As published: absolute, or a path of the same site. */
  readonly url: string;
  /** The name of the version, if it has one. */
  readonly version?: string;
  /** The address of the version that it replaces, where the source declares one. */
  readonly replaces?: string;
  /** Who publishes it. */
  readonly operator?: Operator;
  /** The language of all texts. */
  readonly language: "ja";
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** A link of the index, and the entries below it. */
export interface Entry {
  /** Unique in the file; the anchor in the HTML page, and the fragment of its IRI in JSON-LD. */
  readonly id: string;
  /** The words of the link. */
  readonly label: string;
  /** As published: absolute, or a path of the same site. */
  readonly url: string;
  /** The document of the same build that it leads to: the name of its output folder. */
  readonly document?: string;
  /** Entries below this one. */
  readonly entries?: readonly Entry[];
}

/** A headed group of entries. */
export interface Group {
  /** Its id in the source, and the anchor in the HTML page. */
  readonly id: string;
  /** Its heading. */
  readonly title: string;
  /** Its entries. */
  readonly entries: readonly Entry[];
}

/** Who publishes the site. */
export interface Operator {
  /** Its id in the source. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
}
