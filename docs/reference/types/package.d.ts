// https://example.org/ns/policyc/schema/package-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** What a package holds. Written in the form of RFC 8785; the manifest itself and SHA256SUMS are not among the files. */
export interface Manifest {
  /** The schema of this file. */
  readonly "$schema": "https://example.org/ns/policyc/schema/package-1.schema.json";
  /** What this file is. */
  readonly format: "policyc-package-1";
  /** The documents, by id. */
  readonly documents: readonly Document[];
  /** All files of their folders, by path. */
  readonly files: readonly File[];
}

/** What made the document. */
export interface Compiler {
  /** Its name. */
  readonly name: "policyc";
  /** Its version. */
  readonly version: string;
}

/** A document of the package: a folder of this name. */
export interface Document {
  /** The id of the document in its source, and the name of its folder. */
  readonly id: string;
  /** The kind of document, such as privacy-notice. */
  readonly kind: string;
  /** Its title. */
  readonly title: string;
  /** The address it is published at; empty where it has none. */
  readonly url: string;
  /** The name of the version; empty where it has none. */
  readonly version: string;
  /** What made it. */
  readonly compiler: Compiler;
  /** Its facts; absent where there is no JSON-LD. */
  readonly graph?: Graph;
}

/** A file of the package. */
export interface File {
  /** The document's id and the name of the file. */
  readonly path: string;
  /** Its media type. */
  readonly media_type: string;
  /** How many it has. */
  readonly bytes: number;
  /** Of its bytes. */
  readonly sha256: string;
}

/** What the JSON-LD of a document states, whatever the order and spelling of its text. */
export interface Graph {
  /** The document's id and the name of the file. */
  readonly path: string;
  /** W3C RDF Dataset Canonicalization. */
  readonly canonicalization: "RDFC-1.0";
  /** Of the canonical N-Quads. */
  readonly sha256: string;
}
