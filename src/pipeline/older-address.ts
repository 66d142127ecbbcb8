// One row of the table of older addresses (api/older-addresses.ts). Packs declare those that lead to operations of theirs.

type Json = Record<string, unknown>;

export interface OlderAddress {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Without a slash at the end: every address is taken with one and without. `{id}` stands for one segment. */
  older: string;
  /** Of the same method; may bring a query, which outranks what the caller says. */
  real: string;
  /** Their names in the query → ours. What has our name already stays. */
  query?: Readonly<Record<string, string>>;
  /** Their names of fields → ours. What has our name already stays. */
  body?: (given: Json) => Json;
  /** Our answer → theirs. */
  answer?: (given: Json) => Json;
  note?: string;
}
