// How an answer is compared, by the field it belongs to. Independent of the packs: the judge brings its own idea.

/**
 * date: any order that reads as the same day; amount: same number; duration: same length; identifier: same without white space,
 * punctuation at the ends and case; registered: an id from a register, same letters and digits; vatId: the same, its country prefix
 * printed or not; name: token F1; text: same without case and repeated white space.
 */
export type AnswerKind =
  | 'date'
  | 'amount'
  | 'duration'
  | 'identifier'
  | 'registered'
  | 'vatId'
  | 'phone'
  | 'name'
  | 'text';

/** Kinds of user-defined types and packs → how to compare. */
const KINDS: Readonly<Record<string, AnswerKind>> = {
  date: 'date',
  money: 'amount',
  number: 'amount',
  percent: 'amount',
  duration: 'duration',
  identifier: 'identifier',
  iban: 'registered',
  bic: 'identifier',
  vatId: 'vatId',
  country: 'identifier',
  currency: 'identifier',
  enum: 'identifier',
  email: 'identifier',
  url: 'identifier',
  boolean: 'identifier',
  phone: 'phone',
  party: 'name',
  person: 'name',
  address: 'name',
  text: 'name',
  list: 'name',
  table: 'name',
};

const LEAVES: readonly [RegExp, AnswerKind][] = [
  [/(date|deadline|until|start|end|datePosted|validThrough)$|^(occurred(From|To))$/i, 'date'],
  [/(total|amount|price|value|liabilityCap|paid)$/i, 'amount'],
  [/^(quantity|rate|base|tax|subtotal|tip|discount|rounding|taxRate|weight|validityDays|min|max|lat|lon)$/i, 'amount'],
  [/(term|noticePeriod|leadTime)$/i, 'duration'],
  [/(phone|fax)$/i, 'phone'],
  [/^vatId$/i, 'vatId'],
  [/^(taxId|registrationId|iban|gtin)$/i, 'registered'],
  [
    /(id|number|sku|bic|currency|country|email|url|website|code|time|unit|incoterms|category|purchaseOrderLine)$/i,
    'identifier',
  ],
  [/(name|address|description|title|scope|terms|specification|summary|brand|warranty|deviations|exclusions)$/i, 'name'],
];

/** `given`: kinds declared for paths (user-defined types), which win. */
export function answerKindOf(path: string, given: Readonly<Record<string, string>> = {}): AnswerKind {
  const declared = given[path];
  if (declared !== undefined) return KINDS[declared] ?? 'text';
  const leaf = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d*\]$/, '');
  return LEAVES.find(([pattern]) => pattern.test(leaf))?.[1] ?? 'text';
}
