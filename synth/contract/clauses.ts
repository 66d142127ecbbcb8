// The sentences of short contracts that every language has. `{ra}` and `{rb}` are the parties' roles.

export type ContractKind = 'services' | 'supply' | 'nda';

export interface Clauses {
  titles: Record<ContractKind, readonly string[]>;
  /** Roles of the two parties by kind. */
  roles: Record<ContractKind, readonly [string, string]>;
  between: readonly string[];
  and: string;
  /** How a party is introduced: `{name}`, `{address}`, `{role}`. */
  party: readonly string[];
  agreed: readonly string[];
  headings: Record<
    | 'subject'
    | 'term'
    | 'renewal'
    | 'value'
    | 'confidentiality'
    | 'liability'
    | 'termination'
    | 'law'
    | 'final'
    | 'changes'
    | 'original',
    string
  >;
  subject: Record<ContractKind, string>;
  effective: readonly string[];
  term: readonly string[];
  expires: readonly string[];
  renewal: readonly string[];
  noRenewal: string;
  notice: readonly string[];
  value: readonly string[];
  cap: readonly string[];
  law: readonly string[];
  courts: readonly string[];
  confidentiality: readonly string[];
  final: readonly string[];
  signedOn: readonly string[];
  months: string;
  years: string;
  days: string;
  terms: Record<
    'number' | 'effective' | 'term' | 'expires' | 'notice' | 'value' | 'law' | 'courts' | 'parties' | 'cap',
    string
  >;
  addendum: {
    title: readonly string[];
    refers: string;
    extend: string;
    raise: string;
    unchanged: string;
    effective: string;
  };
}
