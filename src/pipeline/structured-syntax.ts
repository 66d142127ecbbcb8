// Files that state their values themselves (e-invoices, orders as XML, feeds as JSON or tables): how a pack declares the syntaxes it reads and judges.

import type { Candidate, Json, LineItem, Severity } from '../document/value.ts';
import type { XmlElement } from '../document/xml-element.ts';

/** What a structured file states. It is authoritative: origin `xml`, evidence with an XPath. */
export interface StructuredContent {
  /** A document type of the pack. */
  type: string;
  /** The specification it says it follows, by a short name: `en16931`, `peppol`, `xrechnung`, `factur-x-basic`; null = none known. */
  profile: string | null;
  candidates: Candidate[];
  lines: LineItem[];
}

/** One document of several that a file states. */
export interface StatedPart {
  /** To show. */
  name: string;
  /** What is kept of it, as JSON. */
  content: Json;
}

/** A rule that fired on a structured file. */
export interface FiredRule {
  /** Permanent id from its standard: `BR-05`, `PEPPOL-EN16931-R010`. */
  id: string;
  severity: Severity;
  /** XPath of the element it is about. */
  path: string;
  message: string;
}

export interface StructuredSyntax {
  /** `ubl-invoice`, `cii` … as the command `validate` prints it. */
  id: string;
  title: string;
  /** By namespace and name of the root element; of JSON and tables by what it holds. */
  recognises(root: XmlElement): boolean;
  /**
   * Of a file that states several documents (a feed): each as a file of its own, which this syntax recognises again. Undefined or
   * fewer than two = it states one. They are then held like the attachments of a mail.
   */
  split?(root: XmlElement): readonly StatedPart[] | undefined;
  /** Never throws on a tree of this syntax, whatever is missing. Absent = judged only. */
  read?(root: XmlElement): StructuredContent;
  /** Every rule set that can apply runs, whatever is missing. Absent = read only. */
  validate?(root: XmlElement): { profile: string | null; fired: FiredRule[] };
}
