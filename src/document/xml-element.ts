// An XML file as a tree that remembers where each element stands. Plain data; reading one safely is parse's business.

export interface XmlElement {
  /** Local name, without prefix: `InvoiceLine`. */
  name: string;
  /** As written: `cac:InvoiceLine`. */
  qualifiedName: string;
  /** Namespace URI; empty when it has none. */
  namespace: string;
  /** By name as written (`currencyID`, `xsi:schemaLocation`); namespace declarations are left out. */
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** Its own text without that of its children, entities resolved, white space at both ends removed. */
  text: string;
  /** XPath from the root with positions where a name repeats: `/Invoice/cac:InvoiceLine[2]/cbc:ID`. */
  path: string;
}
