// What a document says, written down at the moment it is printed: a field that no layout prints is not in the truth.

export const SYNTH_TYPES = [
  'invoice',
  'credit_note',
  'receipt',
  'purchase_order',
  'quotation',
  'rfq',
  'boq',
  'delivery_note',
  'contract',
  'addendum',
  'resume',
  'job_posting',
] as const;
export type SynthType = (typeof SYNTH_TYPES)[number];

export type TruthValue = string | number | boolean;

/** A value as it stands on the page; `exact` = one unbroken string, else words that may be wrapped. */
export interface PrintedValue {
  path: string;
  text: string;
  exact: boolean;
}

export interface Truth {
  fields: Record<string, TruthValue>;
  lines: Record<string, TruthValue>[];
  printed: PrintedValue[];
}

export interface Ledger {
  /** Notes a field; a path that the type does not have is left out. `text` = how it is printed. */
  state(path: string, value: TruthValue, text: string, exact?: boolean): void;
  stateLine(index: number, key: string, value: TruthValue, text: string, exact?: boolean): void;
  truth(): Truth;
}

const list = (text: string): string[] => text.trim().split(/\s+/);
const SELLER = list('name vatId taxId registrationId address country email phone website iban bic');
const BUYER = list('name vatId address country email');
const underPrefix = (prefix: string, keys: readonly string[]): string[] => keys.map((key) => `${prefix}.${key}`);

const INVOICE = [
  ...list(`number issueDate dueDate currency purchaseOrderNumber contractNumber customerNumber deliveryDate periodStart periodEnd paymentTerms
    netTotal taxTotal grossTotal amountDue paidAmount discountTotal shippingTotal rounding precedingInvoiceNumber`),
  ...underPrefix('taxes[]', ['rate', 'category', 'base', 'amount']),
  ...underPrefix('seller', SELLER),
  ...underPrefix('buyer', BUYER),
];
const CONTRACT = [
  ...list(`title number effectiveDate executionDate expirationDate term renewalTerm noticePeriod governingLaw jurisdiction
    value currency liabilityCap autoRenew`),
  ...underPrefix('parties[]', ['name', 'role']),
];

const PERIOD = ['startDate', 'endDate'];
const RESUME = [
  ...underPrefix('basics', list('name label email phone url summary')),
  ...underPrefix('basics.location', list('address postalCode city region countryCode')),
  ...underPrefix('basics.profiles[]', list('network username url')),
  ...underPrefix('work[]', [...list('name position location description summary highlights[]'), ...PERIOD]),
  ...underPrefix('education[]', [...list('institution area studyType score location courses[]'), ...PERIOD]),
  ...underPrefix('skills[]', list('name level keywords[]')),
  ...underPrefix('languages[]', list('language fluency')),
  ...underPrefix('certificates[]', list('name issuer date')),
  ...underPrefix('projects[]', [...list('name description url highlights[]'), ...PERIOD]),
  ...underPrefix('publications[]', list('name publisher releaseDate url')),
  ...underPrefix('awards[]', list('title date awarder')),
  ...underPrefix('volunteer[]', [...list('organization position summary highlights[]'), ...PERIOD]),
  'interests[].name',
  ...underPrefix('references[]', list('name reference')),
];

const POSTING = [
  ...list(
    'title identifier jobLocation employmentType experienceYears datePosted validThrough responsibilities jobBenefits',
  ),
  ...list('hiringOrganization.name applicationContact.email'),
  ...underPrefix('baseSalary', list('min max currency')),
  ...underPrefix('requirements[]', list('text kind level value')),
];

/** Field paths by type, as the project's contracts name them. */
const PATHS: Record<SynthType, ReadonlySet<string>> = {
  invoice: new Set(INVOICE),
  credit_note: new Set(INVOICE),
  receipt: new Set([
    ...list('number currency date time subtotal tax tip total paymentMethod'),
    ...underPrefix('merchant', ['name', 'address', 'phone', 'taxId']),
  ]),
  purchase_order: new Set([
    ...list(`number issueDate revision currency deliveryDate deliveryAddress incoterms paymentTerms quotationNumber rfqNumber
      projectName netTotal taxTotal grossTotal`),
    ...underPrefix('buyer', SELLER),
    ...underPrefix('seller', SELLER),
  ]),
  quotation: new Set([
    ...list(`number issueDate validUntil rfqNumber currency leadTime incoterms paymentTerms warranty deviations exclusions
      netTotal taxTotal grossTotal`),
    ...underPrefix('buyer', SELLER),
    ...underPrefix('seller', SELLER),
  ]),
  rfq: new Set([
    ...list('number issueDate submissionDeadline validityDays projectName discipline scope deliveryDate currency'),
    ...underPrefix('evaluation[]', ['criterion', 'weight']),
    ...underPrefix('buyer', SELLER),
  ]),
  boq: new Set(list('number projectName discipline currency netTotal')),
  delivery_note: new Set([
    ...list('number date purchaseOrderNumber carrier'),
    ...underPrefix('buyer', SELLER),
    ...underPrefix('seller', SELLER),
  ]),
  contract: new Set(CONTRACT),
  addendum: new Set(CONTRACT),
  resume: new Set(RESUME),
  job_posting: new Set(POSTING),
};

/** An empty ledger for a document of the type. */
export function createLedger(type: SynthType): Ledger {
  const fields: Record<string, TruthValue> = {};
  const lines: Record<string, TruthValue>[] = [];
  const printed: PrintedValue[] = [];
  return {
    state(path, value, text, exact = true) {
      if (!PATHS[type].has(path.replace(/\[\d+\]/g, '[]'))) return;
      fields[path] = value;
      printed.push({ path, text, exact });
    },
    stateLine(index, key, value, text, exact = true) {
      while (lines.length <= index) lines.push({});
      lines[index]![key] = value;
      printed.push({ path: `lines[${index}].${key}`, text, exact });
    },
    truth: () => ({ fields, lines, printed }),
  };
}
