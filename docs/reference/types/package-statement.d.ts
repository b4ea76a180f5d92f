// https://example.org/ns/policyc/schema/package-statement-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** The payload of a package's signature: an in-toto Statement v1 on the zip and on each file in it. */
export interface Statement {
  /** What this is. */
  readonly _type: "https://in-toto.io/Statement/v1";
  /** The zip, then its files by path. */
  readonly subject: readonly Subject[];
  /** What the predicate is. */
  readonly predicateType: "https://example.org/ns/policyc/predicate/package-1";
  /** The documents of the package. */
  readonly predicate: Predicate;
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

/** What the JSON-LD of a document states, whatever the order and spelling of its text. */
export interface Graph {
  /** The document's id and the name of the file. */
  readonly path: string;
  /** W3C RDF Dataset Canonicalization. */
  readonly canonicalization: "RDFC-1.0";
  /** Of the canonical N-Quads. */
  readonly sha256: string;
}

/** What a statement says of its subjects. */
export interface Predicate {
  /** The format of the package. */
  readonly format: "policyc-package-1";
  /** As in the package's manifest. */
  readonly documents: readonly Document[];
}

/** A file that a statement is about. */
export interface Subject {
  /** The name of the zip, or the path of a file in it. */
  readonly name: string;
  /** Its digest. */
  readonly digest: SubjectDigest;
}

/** The digest of a file. */
export interface SubjectDigest {
  /** Of its bytes. */
  readonly sha256: string;
}
