// https://example.org/ns/policyc/schema/law-coverage-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/** How far the rules cover the statutes. */
export interface LawCoverage {
  /** What this is. */
  readonly format: "policyc-law-coverage-1";
  /** The day of the newest text that the rules were read from. */
  readonly rules_of: string;
  /** Each statute. */
  readonly statutes: readonly StatuteRow[];
}

/** A text in both languages. */
export interface Both {
  /** In Japanese. */
  readonly ja: string;
  /** In English. */
  readonly en: string;
}

/** An article, paragraph or item. */
export interface ProvisionRow {
  /** Statute, article, paragraph and item. */
  readonly reference: string;
  /** The same as a lawyer cites it. */
  readonly cited: string;
  /** Whether it has paragraphs or items of its own, which are listed too. */
  readonly has_parts: boolean;
  /** The rules that answer it. */
  readonly rules: readonly string[];
  /** Whether the number of its items was verified. */
  readonly numbers_read: boolean;
  /** Why no rule answers it. */
  readonly reason?: Both;
  /** The provision that is answered instead. */
  readonly see?: string;
}

/** A statute with its provisions. */
export interface StatuteRow {
  /** Its short name, as codes of rules begin. */
  readonly statute: string;
  /** Its name. */
  readonly name: string;
  /** Its number. */
  readonly number: string;
  /** The day of the consolidated text that was read. */
  readonly read: string;
  /** Provisions without parts that a rule answers. */
  readonly with_rules: number;
  /** Of these: where no text can tell, or the law is to come. */
  readonly of_these_a_text_cannot_tell: number;
  /** Provisions without parts. */
  readonly parts: number;
  /** All of them, in the order of the statute. */
  readonly provisions: readonly ProvisionRow[];
}
