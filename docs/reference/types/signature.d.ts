// https://example.org/ns/policyc/schema/signature-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/**
 * The signature of a package: a DSSE envelope around an in-toto statement, in the form of RFC 8785.
 *
 * Both are formats of others; this is what policyc writes of them.
 */
export interface Envelope {
  /** The statement (package-statement), in Base64. */
  readonly payload: string;
  /** What the payload is. */
  readonly payloadType: "application/vnd.in-toto+json";
  /** One for each key that signed. */
  readonly signatures: readonly Signature[];
}

/** A signature of an envelope. */
export interface Signature {
  /** SHA-256 of the SubjectPublicKeyInfo of the key: a hint, no proof. */
  readonly keyid: string;
  /** Ed25519, of the pre-authentication encoding of DSSE 1.0. */
  readonly sig: string;
}
