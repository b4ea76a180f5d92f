// https://example.org/ns/policyc/schema/manifest-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** The manifest of an output folder, as `policyc build` writes it: what is there, from what, and what was lost. */
export interface OutputManifest {
  /** What this file is. */
  readonly format: "policyc-manifest-1";
  /** The id of the document in its source, and the name of the folder. */
  readonly document: string;
  /** The kind of document, such as privacy-notice. */
  readonly kind: string;
  readonly title: string;
  /** The address it is published at; empty where it has none. */
  readonly url: string;
  /** The name of the version; empty where it has none. */
  readonly version: string;
  readonly compiler: Compiler;
  readonly sources: readonly SourceFile[];
  readonly artefacts: readonly Artefact[];
  readonly losses: readonly Loss[];
}

/** A file of an output folder. */
export interface Artefact {
  readonly path: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What made the document. */
export interface Compiler {
  readonly name: "policyc";
  readonly version: string;
}

/** What a target cannot say exactly. */
export interface Loss {
  readonly target: string;
  /** The id of the fact. */
  readonly node: string;
  readonly fact: string;
  /** How near the target comes to it. */
  readonly fit: "exact" | "broader" | "none";
  readonly note: string;
}

/** A source that the document was compiled from, its imports included. */
export interface SourceFile {
  /** Relative to the root of the build. */
  readonly path: string;
  readonly sha256: string;
}
