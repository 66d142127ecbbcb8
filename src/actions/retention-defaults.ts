// How long the law of a country wants business documents kept, as data: what Sheaf starts from, not legal advice. Every
// entry names its statute; a workspace can override each. Written from general knowledge, as of 2025: check with your counsel.

export interface DefaultRule {
  /** Full calendar years after the year of issue. */
  keepYears: number;
  statute: string;
  note?: string;
}

type CountryRules = Readonly<Record<string, DefaultRule>>;

const none: DefaultRule = { keepYears: 0, statute: 'none known to Sheaf' };

/** One rule for several types. */
const forTypes = (types: readonly string[], rule: DefaultRule): CountryRules =>
  Object.fromEntries(types.map((type) => [type, rule]));

const bills = ['invoice', 'credit_note', 'receipt'];
const contracts = ['contract', 'addendum', 'sow'];

/** Country → record type → rule; `*` is every other type. */
export const retentionDefaults: Readonly<Record<string, CountryRules>> = {
  DE: {
    ...forTypes(bills, {
      keepYears: 8,
      statute: 'AO § 147 (1) no. 4, (3); HGB § 257 (1) no. 4, (4); UStG § 14b (1)',
      note: 'Vouchers: ten years until the end of 2024, eight since the Fourth Bureaucracy Relief Act (BEG IV). Longer while a tax assessment is open.',
    }),
    delivery_note: {
      keepYears: 8,
      statute: 'AO § 147 (1) no. 4, (3)',
      note: 'Where it serves as a voucher; otherwise the duty ends when the invoice has been received or sent.',
    },
    ...forTypes([...contracts, 'purchase_order', 'quotation', 'rfq'], {
      keepYears: 6,
      statute: 'AO § 147 (1) nos. 2, 3, (3); HGB § 257 (1) nos. 2, 3, (4)',
      note: 'Commercial letters received and sent. For contracts the period begins when they have ended.',
    }),
    '*': none,
  },
  US: {
    ...forTypes([...bills, 'purchase_order', 'delivery_note'], {
      keepYears: 7,
      statute: 'IRC § 6001; Treas. Reg. § 1.6001-1(e); limitation in IRC §§ 6501(a), 6501(e), 6511(d)',
      note: 'No fixed number: as long as it may matter for a tax; three, six or seven years by case. Seven covers the usual ones. States differ.',
    }),
    '*': none,
  },
  GB: {
    ...forTypes([...bills, 'purchase_order', 'delivery_note'], {
      keepYears: 6,
      statute: 'Finance Act 1998, Sch. 18 para. 21; VAT Act 1994, Sch. 11 para. 6; Companies Act 2006, s. 388',
    }),
    ...forTypes(contracts, {
      keepYears: 6,
      statute: 'Limitation Act 1980, s. 5',
      note: 'No duty to keep, but the time within which a claim from a simple contract can be brought. Deeds: twelve years.',
    }),
    '*': none,
  },
  FR: {
    ...forTypes([...bills, 'purchase_order', 'delivery_note'], {
      keepYears: 10,
      statute: 'Code de commerce, art. L123-22; LPF, art. L102 B (six years)',
    }),
    ...forTypes([...contracts, 'quotation'], { keepYears: 5, statute: 'Code de commerce, art. L110-4' }),
    '*': none,
  },
  CH: {
    ...forTypes([...bills, 'purchase_order', 'delivery_note'], {
      keepYears: 10,
      statute: 'OR Art. 957a, 958f; MWSTG Art. 70',
      note: 'Vouchers. The period begins with the end of the business year.',
    }),
    ...forTypes(contracts, {
      keepYears: 10,
      statute: 'OR Art. 127',
      note: 'The general limitation, unless the contract is itself a voucher (OR Art. 958f).',
    }),
    '*': none,
  },
};

/** The rule of a workspace that has chosen no country, or one that is not in the table: nothing is refused. */
export const defaultRule: DefaultRule = {
  keepYears: 0,
  statute: 'none: no country was chosen, or Sheaf knows no rules of it',
};
