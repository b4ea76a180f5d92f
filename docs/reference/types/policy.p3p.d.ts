// https://example.org/ns/policyc/schema/p3p-policy-1.schema.json
// Made by policyc.dev.freeze of the schema; do not edit.

/**
 * A privacy policy as a P3P 1.0 policy (`p3p`) and as the facts of the APPI that it was made from.
 *
 * Ids are those of the source and the anchors of the HTML page. An empty member is left out, so a member that is
 * absent is not stated; `silences` are what the text declares that there is none of, or tells on request.
 */
export interface PolicyFile {
  /** The schema of this file. */
  readonly "$schema": "https://example.org/ns/policyc/schema/p3p-policy-1.schema.json";
  /** What this file is. */
  readonly format: "policyc-p3p-policy";
  /** The version of the format. */
  readonly version: "1.0";
  /** The document. */
  readonly document: Document;
  /** The policy in the words of P3P. */
  readonly p3p: P3p;
  /** The business operator that publishes the document (APPI art. 32(1)(i)). */
  readonly operator: Party;
  /** The other organisations that are named. */
  readonly parties: readonly Party[];
  /** Groups of organisations. */
  readonly groups: readonly Group[];
  /** The people whose data the document speaks of. */
  readonly subjects: readonly Subject[];
  /** The items of personal data, groups after their parts. */
  readonly data: readonly DataItem[];
  /** The purposes of use (APPI art. 17(1)). */
  readonly purposes: readonly Purpose[];
  /** Recipients and classes of recipients. */
  readonly recipients: readonly Recipient[];
  /** The operator's own uses. */
  readonly uses: readonly Use[];
  /** What is collected, and from where. */
  readonly collections: readonly Collection[];
  /** Provision to third parties (APPI arts. 27(1), 28). */
  readonly provisions: readonly Provision[];
  /** Entrustment of handling (APPI art. 27(5)(i)). */
  readonly entrustments: readonly Entrustment[];
  /** Joint use (APPI art. 27(5)(iii)). */
  readonly jointUses: readonly JointUse[];
  /** External transmission (Telecommunications Business Act art. 27-12). */
  readonly transmissions: readonly Transmission[];
  /** The requests that are accepted (APPI arts. 32 to 35). */
  readonly rights: readonly Right[];
  /** How requests are made (APPI arts. 37, 38). */
  readonly procedures: readonly Procedure[];
  /** Security measures that are stated (APPI art. 23). */
  readonly safeguards: readonly Safeguard[];
  /** How long data are kept (APPI art. 22). */
  readonly retentions: readonly Retention[];
  /** Desks (APPI art. 40). */
  readonly contacts: readonly Contact[];
  /** Dates of the document. */
  readonly events: readonly Event[];
  /** How the document is changed. */
  readonly amendments: readonly Amendment[];
  /** Matters that are left to other documents. */
  readonly delegations: readonly Delegation[];
  /** Laws and policies that the document stands under. */
  readonly frames: readonly Frame[];
  /** What the text declares none of, or tells on request. */
  readonly silences: readonly Silence[];
  /** Defined terms. */
  readonly terms: readonly Term[];
  /** The entries of indexes of pages. */
  readonly entries: readonly Entry[];
  /** What is disclosed under labels. */
  readonly disclosures: readonly Disclosure[];
  /** The parts and clauses of the text, which other members name by id. */
  readonly places: readonly Place[];
}

/** ACCESS (REC 3.2.5). */
export interface Access {
  /** The element within ACCESS. */
  readonly value: "nonident" | "ident-contact" | "other-ident" | "contact-and-other" | "all" | "none";
  /** Whether the text says so; if not, `none` stands as the least promise. */
  readonly stated: boolean;
}

/** How the document is changed. */
export interface Amendment {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** none, prior or on-change. */
  readonly notice?: string;
  /** on-publication, on-stated-date or on-notice. */
  readonly effective?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** The reason; changes that need consent. */
  readonly details?: readonly Detail[];
}

/** An element of CATEGORIES (REC 3.4). */
export interface CategoryRow {
  /** The element. */
  readonly element: "physical" | "online" | "uniqueid" | "purchase" | "financial" | "computer" | "navigation" | "interactive" | "demographic" | "content" | "state" | "political" | "health" | "preference" | "location" | "government" | "other-category";
  /** Only with `other-category`. */
  readonly text?: string;
}

/** Collection of data. */
export interface Collection {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** A row of the vocabulary's actions. */
  readonly action: string;
  /** Whether the text states it, declares none of it, tells it on request, or leaves it to another document. */
  readonly stance: "stated" | "none" | "on-request" | "delegated";
  /** Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done. */
  readonly modality?: "does" | "may" | "only-if" | "does-not";
  /** The heading it stands under. */
  readonly title?: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Whose data: ids of `subjects`. */
  readonly subjects?: readonly string[];
  /** Which data: ids of `data`. */
  readonly data?: readonly string[];
  /** For what: ids of `purposes`. */
  readonly purposes?: readonly string[];
  /** Ids of parties, groups or recipients. */
  readonly recipients?: readonly string[];
  /** The party responsible for managing data used jointly. */
  readonly responsible?: string;
  /** The grounds. */
  readonly basis?: readonly Ground[];
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** What else is said of it. */
  readonly details?: readonly Detail[];
  /** How to make it stop. */
  readonly optOut?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** Purposes it takes from a clause. */
  readonly purposesOf?: readonly PurposesOf[];
}

/** A row of policyc's vocabulary. */
export interface Concept {
  /** Its id in the vocabulary. */
  readonly id: string;
  /** Its Japanese name. */
  readonly label: string;
  /** How near P3P comes to it. */
  readonly fit: "exact" | "broader" | "none" | (string & {});
  /** What is lost in P3P. */
  readonly note?: string;
  /** The provision that names it, of the APPI unless it says another. */
  readonly article?: string;
  /** Special care-required personal information (APPI art. 2(3)). */
  readonly sensitive?: boolean;
}

/** A desk. */
export interface Contact {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** inquiries, complaints, requests; accredited: complaints, as an accredited organization. */
  readonly takes?: readonly string[];
  /** Its telephone number. */
  readonly phone?: string;
  /** Its e-mail address. */
  readonly email?: string;
  /** Its postal address. */
  readonly address?: string;
  /** When it is open. */
  readonly hours?: string;
  /** The address of its form. */
  readonly form?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Its postal code. */
  readonly postalCode?: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
}

/** An item of personal data, or a group of items. */
export interface DataItem {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** As the text says it. */
  readonly text: string;
  /** Which kind of data it is. */
  readonly concept?: Concept;
  /** The items of a group, by id. */
  readonly parts?: readonly string[];
  /** Whether it covers more than it names. */
  readonly open: boolean;
  /** Its place in the declarations. */
  readonly position: number;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which further kinds of data it is. */
  readonly also?: readonly Concept[];
  /** The DATA elements that stand for it. */
  readonly p3p: readonly DataRow[];
}

/** A DATA of a statement (REC 3.3.7). */
export interface DataRow {
  /** A reference of the base data schema. */
  readonly ref: string;
  /** Only with #dynamic.miscdata and #dynamic.cookies. */
  readonly categories?: readonly CategoryRow[];
}

/** A matter that another document carries. */
export interface Delegation {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The matter, a clause type. */
  readonly topic: string;
  /** The words of the link. */
  readonly label?: string;
  /** The document that carries it. */
  readonly url: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** What is said of it all the same. */
  readonly details?: readonly Detail[];
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
}

/** A further statement of a fact. */
export interface Detail {
  /** What it is about. */
  readonly name: string;
  /** What is said of it. */
  readonly value: string;
}

/** A matter that is disclosed under a label. */
export interface Disclosure {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The label. */
  readonly label: string;
  /** What is disclosed. */
  readonly text: string;
  /** Which matter it is. */
  readonly concept?: Concept;
  /** Its place in its clause, from 1. */
  readonly position: number;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** DISPUTES (REC 3.2.6). */
export interface Dispute {
  /** The procedure or contact that it was made from. */
  readonly of: string;
  /** The attribute resolution-type. */
  readonly resolutionType: "service" | "independent" | "court" | "law";
  /** Where to turn to. */
  readonly service: string;
  /** The attribute short-description. */
  readonly shortDescription: string;
  /** Telephone, address, hours and the like. */
  readonly longDescription?: string;
}

/** The document that the policy was made from. */
export interface Document {
  /** The id of the document in its source. */
  readonly id: string;
  /** The kind of document, such as privacy-notice. */
  readonly kind: string;
  /** Its title. */
  readonly title: string;
  /** The address it is published at. */
  readonly url?: string;
  /** The name of the version, if it has one. */
  readonly version?: string;
  /** The address of the version that it replaces, where the source declares one. */
  readonly replaces?: string;
  /** The language of all texts. */
  readonly language: "ja";
  /** The people it speaks of: ids of `subjects`. */
  readonly subjects: readonly string[];
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** A DATA of ENTITY (REC 3.2.4). */
export interface EntityData {
  /** A reference of the base data schema. */
  readonly ref: string;
  /** Its value. */
  readonly text: string;
}

/** Entrustment to processors. */
export interface Entrustment {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** A row of the vocabulary's actions. */
  readonly action: string;
  /** Whether the text states it, declares none of it, tells it on request, or leaves it to another document. */
  readonly stance: "stated" | "none" | "on-request" | "delegated";
  /** Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done. */
  readonly modality?: "does" | "may" | "only-if" | "does-not";
  /** The heading it stands under. */
  readonly title?: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Whose data: ids of `subjects`. */
  readonly subjects?: readonly string[];
  /** Which data: ids of `data`. */
  readonly data?: readonly string[];
  /** For what: ids of `purposes`. */
  readonly purposes?: readonly string[];
  /** Ids of parties, groups or recipients. */
  readonly recipients?: readonly string[];
  /** The party responsible for managing data used jointly. */
  readonly responsible?: string;
  /** The grounds. */
  readonly basis?: readonly Ground[];
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** What else is said of it. */
  readonly details?: readonly Detail[];
  /** How to make it stop. */
  readonly optOut?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** Purposes it takes from a clause. */
  readonly purposesOf?: readonly PurposesOf[];
  /** Whether a receiver is outside Japan (APPI art. 28); left out where the page does not say. */
  readonly foreign?: boolean;
}

/** An entry of an index of pages. */
export interface Entry {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The words of the link. */
  readonly text: string;
  /** Where it leads. */
  readonly url?: string;
  /** The document of the same build that it leads to. */
  readonly document?: string;
  /** The entry it stands below. */
  readonly parent?: string;
  /** Its place in its list, from 1. */
  readonly position: number;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** A date of the document. */
export interface Event {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** What was done on it. */
  readonly kind: "enacted" | "revised" | "published" | "effective" | (string & {});
  /** The day. */
  readonly date: string;
  /** As said. */
  readonly text?: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** EXPIRY (REC 2.3.2.3). */
export interface Expiry {
  /** Seconds for which the policy may be kept. */
  readonly maxAge: number;
}

/** What the document stands under. */
export interface Frame {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** How the document stands under it. */
  readonly kind: "adheres-to" | "published-under" | "undefined-terms" | (string & {});
  /** Its name. */
  readonly name: string;
  /** Its address. */
  readonly url?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** The number of a statute. */
  readonly number?: string;
}

/** A ground or an exception, as said. */
export interface Ground {
  /** As the text says it. */
  readonly text: string;
  /** Which ground or exception it is. */
  readonly concept?: Concept;
  /** What it is said to include. */
  readonly includes?: readonly string[];
}

/** A group of organisations. */
export interface Group {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Ids of parties. */
  readonly members?: readonly string[];
  /** Where its members are listed. */
  readonly listedAt?: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** Joint use; its `recipients` are the joint users. */
export interface JointUse {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** A row of the vocabulary's actions. */
  readonly action: string;
  /** Whether the text states it, declares none of it, tells it on request, or leaves it to another document. */
  readonly stance: "stated" | "none" | "on-request" | "delegated";
  /** Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done. */
  readonly modality?: "does" | "may" | "only-if" | "does-not";
  /** The heading it stands under. */
  readonly title?: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Whose data: ids of `subjects`. */
  readonly subjects?: readonly string[];
  /** Which data: ids of `data`. */
  readonly data?: readonly string[];
  /** For what: ids of `purposes`. */
  readonly purposes?: readonly string[];
  /** Ids of parties, groups or recipients. */
  readonly recipients?: readonly string[];
  /** The party responsible for managing data used jointly. */
  readonly responsible?: string;
  /** The grounds. */
  readonly basis?: readonly Ground[];
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** What else is said of it. */
  readonly details?: readonly Detail[];
  /** How to make it stop. */
  readonly optOut?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** Purposes it takes from a clause. */
  readonly purposesOf?: readonly PurposesOf[];
}

/** The POLICY of `policy.p3p.xml` (REC 3.2). */
export interface P3p {
  /** The name of the POLICY, an XML ID. */
  readonly name: string;
  /** The page in natural language. */
  readonly discuri: string;
  /** Where people may choose; present if anything may be chosen. */
  readonly opturi?: string;
  /** For how long the policy may be kept. */
  readonly expiry: Expiry;
  /** ENTITY: who publishes it. */
  readonly entity: readonly EntityData[];
  /** ACCESS: what a person may see. */
  readonly access: Access;
  /** DISPUTES: where to turn to. */
  readonly disputes: readonly Dispute[];
  /** The statements. */
  readonly statements: readonly Statement[];
}

/** An organisation. */
export interface Party {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** Its full name. */
  readonly name: string;
  /** Its short name in the text, such as 当社. */
  readonly short?: string;
  /** In the parts given: prefecture, city, rest; or in one. */
  readonly address?: readonly string[];
  /** The title of its representative. */
  readonly representativeTitle?: string;
  /** The name of its representative. */
  readonly representativeName?: string;
  /** The country it is in. */
  readonly country?: string;
  /** Its telephone number. */
  readonly phone?: string;
  /** Its e-mail address. */
  readonly email?: string;
  /** The address of its site. */
  readonly site?: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Its postal code. */
  readonly postalCode?: string;
  /** What stands here though no sentence of the page says it. */
  readonly unsaid?: readonly ("name" | (string & {}))[];
}

/** A part or clause of the text. */
export interface Place {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The keyword of its type. */
  readonly type: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Its heading. */
  readonly heading?: string;
  /** The part or document it stands in. */
  readonly parent?: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
}

/** How requests are made. */
export interface Procedure {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** What it is called. */
  readonly label?: string;
  /** The page that tells of it. */
  readonly url?: string;
  /** How the person's identity is checked. */
  readonly identity?: string;
  /** Whether agents may ask. */
  readonly agent?: string;
  /** The fee, or none, or on-request. */
  readonly fee?: string;
  /** Ids of contacts. */
  readonly desks?: readonly string[];
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** The form of disclosure, refusal, the grounds of requests, how a fee is paid, how an agent's authority is checked. */
  readonly details?: readonly Detail[];
  /** What the fee is said of: ids of `rights`, those of APPI art. 38(1). It says nothing of the others. */
  readonly feeFor?: readonly string[];
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
}

/** Provision to others: of personal data, or (by its action) of referable or anonymously processed information, or with the succession of a business. */
export interface Provision {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** A row of the vocabulary's actions. */
  readonly action: string;
  /** Whether the text states it, declares none of it, tells it on request, or leaves it to another document. */
  readonly stance: "stated" | "none" | "on-request" | "delegated";
  /** Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done. */
  readonly modality?: "does" | "may" | "only-if" | "does-not";
  /** The heading it stands under. */
  readonly title?: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Whose data: ids of `subjects`. */
  readonly subjects?: readonly string[];
  /** Which data: ids of `data`. */
  readonly data?: readonly string[];
  /** For what: ids of `purposes`. */
  readonly purposes?: readonly string[];
  /** Ids of parties, groups or recipients. */
  readonly recipients?: readonly string[];
  /** The party responsible for managing data used jointly. */
  readonly responsible?: string;
  /** The grounds. */
  readonly basis?: readonly Ground[];
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** What else is said of it. */
  readonly details?: readonly Detail[];
  /** How to make it stop. */
  readonly optOut?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** Purposes it takes from a clause. */
  readonly purposesOf?: readonly PurposesOf[];
  /** Whether a receiver is outside Japan (APPI art. 28); left out where the page does not say. */
  readonly foreign?: boolean;
  /** Whether consent is a ground. */
  readonly consent: boolean;
  /** Whether accepting terms counts as that consent. */
  readonly consentByTerms: boolean;
}

/** A purpose of use. */
export interface Purpose {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** As the text says it. */
  readonly text: string;
  /** Which purposes they are. */
  readonly concepts?: readonly Concept[];
  /** Whether it covers more than it names. */
  readonly open: boolean;
  /** Whether the text lists it as an item. */
  readonly listed: boolean;
  /** Its number in the text. */
  readonly marker?: string;
  /** Its place in its clause. */
  readonly position: number;
  /** Data that are analysed for it. */
  readonly analyses?: readonly string[];
  /** Data that are inferred by it. */
  readonly derives?: readonly string[];
  /** Data that are used for it. */
  readonly data?: readonly string[];
  /** The document that defines it. */
  readonly definedIn?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** The PURPOSE elements that stand for it. */
  readonly p3p: readonly ("current" | "admin" | "develop" | "tailoring" | "pseudo-analysis" | "pseudo-decision" | "individual-analysis" | "individual-decision" | "contact" | "historical" | "telemarketing" | "other-purpose")[];
  /** How near P3P comes to it. */
  readonly fit: "exact" | "broader" | "none" | (string & {});
}

/** An element of PURPOSE (REC 3.3.4). */
export interface PurposeRow {
  /** The element. */
  readonly element: "current" | "admin" | "develop" | "tailoring" | "pseudo-analysis" | "pseudo-decision" | "individual-analysis" | "individual-decision" | "contact" | "historical" | "telemarketing" | "other-purpose";
  /** Whether the person may choose; never with `current`. */
  readonly required?: "always" | "opt-in" | "opt-out";
  /** Only with `other-purpose`. */
  readonly text?: string;
}

/** All purposes of a clause: the `purposes` whose `clause` it is. */
export interface PurposesOf {
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Whether they are the same, or within them. */
  readonly scope: "same" | "within";
}

/** A recipient, or a class of recipients. */
export interface Recipient {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** As the text says it. */
  readonly text: string;
  /** Which kinds of recipients they are. */
  readonly concepts?: readonly Concept[];
  /** The countries it is in. */
  readonly countries?: readonly string[];
  /** Whether it is outside Japan; left out where the page does not say. */
  readonly abroad?: boolean;
  /** The page that lists or describes it. */
  readonly page?: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Whether it covers more than it names. */
  readonly open?: boolean;
  /** The RECIPIENT elements that stand for it in the statements. */
  readonly p3p: readonly ("ours" | "delivery" | "same" | "other-recipient" | "unrelated" | "public")[];
  /** How near P3P comes to it. */
  readonly fit: "exact" | "broader" | "none" | (string & {});
}

/** An element of RECIPIENT (REC 3.3.5). */
export interface RecipientRow {
  /** The element. */
  readonly element: "ours" | "delivery" | "same" | "other-recipient" | "unrelated" | "public";
  /** Whether the person may choose; never with `ours`. */
  readonly required?: "always" | "opt-in" | "opt-out";
  /** One recipient-description per party or class. */
  readonly descriptions?: readonly string[];
}

/** How long data are kept. */
export interface Retention {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The data it is about; all if absent. */
  readonly data?: readonly string[];
  /** An ISO 8601 period. */
  readonly period?: string;
  /** As said. */
  readonly text?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** What is done afterwards. */
  readonly details?: readonly Detail[];
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** The RETENTION element that stands for it. */
  readonly p3p: "no-retention" | "stated-purpose" | "legal-requirement" | "business-practices" | "indefinitely";
}

/** A request that a person may make. */
export interface Right {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** Which request. */
  readonly concept: Concept;
  /** The procedure for it. */
  readonly procedure: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** A security measure. */
export interface Safeguard {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** As the text says it. */
  readonly text: string;
  /** Which kinds of measures. */
  readonly concepts?: readonly Concept[];
  /** The countries whose rules it takes into account. */
  readonly countries?: readonly string[];
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
}

/** A matter that the text declares none of (`none`), or tells on request (`on-request`). */
export interface Silence {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The clause type, such as joint-use. */
  readonly topic: string;
  /** Declared none, or told on request. */
  readonly stance: "none" | "on-request";
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Whether it is not done, or only in the cases of `exceptions` (only-if). */
  readonly modality?: "only-if" | "does-not";
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** How far: below an age; who is no third party. */
  readonly details?: readonly Detail[];
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
}

/** A STATEMENT (REC 3.3): one per practice and way of keeping its data. */
export interface Statement {
  /** CONSEQUENCE: what is done, with the clause that says so. */
  readonly consequence: string;
  /** The practices it was made from, by id. */
  readonly practices: readonly string[];
  /** Elements of PURPOSE. */
  readonly purposes: readonly PurposeRow[];
  /** Elements of RECIPIENT. */
  readonly recipients: readonly RecipientRow[];
  /** The element within RETENTION. */
  readonly retention: "no-retention" | "stated-purpose" | "legal-requirement" | "business-practices" | "indefinitely";
  /** The DATA of the statement. */
  readonly data: readonly DataRow[];
}

/** A category of people. */
export interface Subject {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** As the text says it. */
  readonly text: string;
  /** Which category it is. */
  readonly concept?: Concept;
  /** What the text defines it as. */
  readonly definition?: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** A defined term. */
export interface Term {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** The word. */
  readonly name: string;
  /** What the text defines it as. */
  readonly meaning: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
}

/** Transmission of user information to outsiders. */
export interface Transmission {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** A row of the vocabulary's actions. */
  readonly action: string;
  /** Whether the text states it, declares none of it, tells it on request, or leaves it to another document. */
  readonly stance: "stated" | "none" | "on-request" | "delegated";
  /** Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done. */
  readonly modality?: "does" | "may" | "only-if" | "does-not";
  /** The heading it stands under. */
  readonly title?: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Whose data: ids of `subjects`. */
  readonly subjects?: readonly string[];
  /** Which data: ids of `data`. */
  readonly data?: readonly string[];
  /** For what: ids of `purposes`. */
  readonly purposes?: readonly string[];
  /** Ids of parties, groups or recipients. */
  readonly recipients?: readonly string[];
  /** The party responsible for managing data used jointly. */
  readonly responsible?: string;
  /** The grounds. */
  readonly basis?: readonly Ground[];
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** What else is said of it. */
  readonly details?: readonly Detail[];
  /** How to make it stop. */
  readonly optOut?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** Purposes it takes from a clause. */
  readonly purposesOf?: readonly PurposesOf[];
  /** Whether a receiver is outside Japan (APPI art. 28); left out where the page does not say. */
  readonly foreign?: boolean;
}

/** A use by the operator. */
export interface Use {
  /** Unique in its member; the anchor in the HTML page. */
  readonly id: string;
  /** A row of the vocabulary's actions. */
  readonly action: string;
  /** Whether the text states it, declares none of it, tells it on request, or leaves it to another document. */
  readonly stance: "stated" | "none" | "on-request" | "delegated";
  /** Whether it is done, may be done, is done only on a ground or in a case (only-if), or is not done. */
  readonly modality?: "does" | "may" | "only-if" | "does-not";
  /** The heading it stands under. */
  readonly title?: string;
  /** Its number in the text. */
  readonly marker?: string;
  /** Whose data: ids of `subjects`. */
  readonly subjects?: readonly string[];
  /** Which data: ids of `data`. */
  readonly data?: readonly string[];
  /** For what: ids of `purposes`. */
  readonly purposes?: readonly string[];
  /** Ids of parties, groups or recipients. */
  readonly recipients?: readonly string[];
  /** The party responsible for managing data used jointly. */
  readonly responsible?: string;
  /** The grounds. */
  readonly basis?: readonly Ground[];
  /** The cases it does not hold for. */
  readonly exceptions?: readonly Ground[];
  /** What else is said of it. */
  readonly details?: readonly Detail[];
  /** How to make it stop. */
  readonly optOut?: string;
  /** The part or clause that states it: an id of `places`. */
  readonly clause: string;
  /** Where it is declared: file and line. */
  readonly origin: string;
  /** Which of its lists are said to cover more than they name (A, B and the like): members of this row, or names of details; of a clause, the members that hold the facts it lists. */
  readonly openLists?: readonly string[];
  /** Purposes it takes from a clause. */
  readonly purposesOf?: readonly PurposesOf[];
}
