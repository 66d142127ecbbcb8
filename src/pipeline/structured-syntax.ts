// Files that state their values themselves (e-invoices, orders as XML): how a pack declares the syntaxes it reads and judges.

import type { Candidate, LineItem, Severity } from '../document/value.ts';
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
  /** By namespace and name of the root element. */
  recognises(root: XmlElement): boolean;
  /** Never throws on a tree of this syntax, whatever is missing. Absent = judged only. */
  read?(root: XmlElement): StructuredContent;
  /** Every rule set that can apply runs, whatever is missing. Absent = read only. */
  validate?(root: XmlElement): { profile: string | null; fired: FiredRule[] };
}
