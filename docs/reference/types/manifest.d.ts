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
  /** Its title. */
  readonly title: string;
  /** The address it is published at; empty where it has none. */
  readonly url: string;
  /** The name of the version; empty where it has none. */
  readonly version: string;
  /** What made it. */
  readonly compiler: Compiler;
  /** The sources, the document's own first. */
  readonly sources: readonly SourceFile[];
  /** The files of the folder but this one. */
  readonly artefacts: readonly Artefact[];
  /** What the targets cannot say exactly. */
  readonly losses: readonly Loss[];
}

/** A file of an output folder. */
export interface Artefact {
  /** Its name in the folder. */
  readonly path: string;
  /** Its media type. */
  readonly media_type: string;
  /** How many it has. */
  readonly bytes: number;
  /** Of its bytes. */
  readonly sha256: string;
}

/** What made the document. */
export interface Compiler {
  /** Its name. */
  readonly name: "policyc";
  /** Its version. */
  readonly version: string;
}

/** What a target cannot say exactly. */
export interface Loss {
  /** The target, such as p3p. */
  readonly target: string;
  /** The id of the fact. */
  readonly node: string;
  /** The member or kind of the fact. */
  readonly fact: string;
  /** How near the target comes to it. */
  readonly fit: "exact" | "broader" | "none" | (string & {});
  /** What is lost. */
  readonly note: string;
}

/** A source that the document was compiled from, its imports included. */
export interface SourceFile {
  /** Relative to the root of the build. */
  readonly path: string;
  /** Of its bytes. */
  readonly sha256: string;
}
