// Rules for German invoices. XRechnung calls them BR-DE-*; Peppol asks the same of two German parties as DE-R-*.

import { isValidIBAN } from 'ibantools';
import type { Severity } from '../../../../../document/value.ts';
import { all, filled, plain, textAt } from '../../tree/navigate.ts';
import { type Rule, rulesFor, type Test, test } from '../rule.ts';
import type { GermanAddress, GermanPayment, GermanTerms } from './german-terms.ts';

/** Where a rule is asked, and what its number is in both rule sets. */
export interface GermanRule {
  xrechnung: string;
  /** Absent where Peppol does not ask it. */
  peppol?: string;
  rule: Rule<GermanTerms>;
}

const source = 'XRechnung 3.0';
const whole = (terms: GermanTerms) => [{ at: terms.invoice.at, terms }];
type Whole = ReturnType<typeof whole>[number];

function ask<Place extends { at: Whole['at'] }>(
  places: (terms: GermanTerms) => readonly Place[],
  tests: readonly (readonly [xrechnung: string, peppol: string | undefined, test: Test<Place, GermanTerms>])[],
): GermanRule[] {
  return tests.map(([xrechnung, peppol, one]) => ({
    xrechnung,
    ...(peppol === undefined ? {} : { peppol }),
    rule: rulesFor(places, source, [one])[0]!,
  }));
}

function that<Place>(
  message: string,
  holds: (place: Place, terms: GermanTerms) => boolean,
  severity?: Severity,
): Test<Place, GermanTerms> {
  return test('', message, holds, severity);
}

const taxedCodes = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M']);
const usualTypes = new Set(['326', '380', '384', '389', '381', '875', '876', '877']);

const documentRules = ask<Whole>(whole, [
  ['BR-DE-1', 'DE-R-001', that('Payment instructions (BG-16) are missing.', ({ terms }) => terms.payments.length > 0)],
  [
    'BR-DE-15',
    'DE-R-015',
    that('The buyer reference (BT-10) is missing.', ({ terms }) => filled(terms.buyerReference)),
  ],
  [
    'BR-DE-16',
    'DE-R-016',
    that(
      'The seller has no VAT or tax identifier (BT-31, BT-32) and no tax representative (BG-11).',
      ({ terms }) => !isTaxed(terms) || isIdentified(terms),
    ),
  ],
  [
    'BR-DE-17',
    'DE-R-017',
    that(
      'The type code (BT-3) is not one that is used.',
      ({ terms }) => usualTypes.has(plain(terms.invoice.typeCode)),
      'warning',
    ),
  ],
  [
    'BR-DE-18',
    'DE-R-018',
    that(
      'A line of payment terms (BT-20) that begins with # is no discount of the form #SKONTO#TAGE=n#PROZENT=n.nn#.',
      ({ terms }) => isDiscount(terms),
    ),
  ],
  ['BR-DE-22', 'DE-R-022', that('Two attachments have the same file name.', ({ terms }) => hasDifferentNames(terms))],
  [
    'BR-DE-26',
    'DE-R-026',
    that(
      'A corrected invoice (384) refers to no invoice (BG-3).',
      ({ terms }) => plain(terms.invoice.typeCode) !== '384' || terms.invoice.precedingInvoices.length > 0,
      'warning',
    ),
  ],
  [
    'BR-DE-29',
    undefined,
    that('A direct debit (BG-19) names no mandate (BT-89).', ({ terms }) => !hasDebit(terms) || terms.mandate),
  ],
  [
    'BR-DE-30',
    'DE-R-030',
    that(
      'A direct debit (BG-19) names no creditor identifier (BT-90).',
      ({ terms }) => !hasDebit(terms) || terms.creditorId,
    ),
  ],
  [
    'BR-DE-31',
    'DE-R-031',
    that('A direct debit (BG-19) names no debited account (BT-91).', ({ terms }) => !hasDebit(terms) || terms.debited),
  ],
  [
    'BR-DE-TMP-32',
    undefined,
    that('No delivery date (BT-72) and no period (BG-14, BG-26) is given.', ({ terms }) => saysWhen(terms), 'info'),
  ],
]);

function isTaxed({ invoice }: GermanTerms): boolean {
  const categories = [
    ...invoice.allowancesAndCharges.map(({ category }) => category),
    ...invoice.lines.flatMap((line) => line.categories),
  ];
  return categories.some((category) => category !== undefined && taxedCodes.has(category.code));
}

function isIdentified({ invoice }: GermanTerms): boolean {
  return invoice.taxRepresentative !== undefined || (invoice.seller?.taxIds.some(filled) ?? false);
}

const discountLine = /#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;

/** White space at the end of the text is not kept, so that a line break after the last line is taken as given. */
function isDiscount({ paymentTerms }: GermanTerms): boolean {
  const text = paymentTerms[0]?.text ?? '';
  const lines = text.split(/\r?\n/).filter((line) => line.trim().startsWith('#'));
  if (lines.length === 0) return true;
  const rest = text.split(/#.+#/).at(-1)!;
  return lines.every((line) => discountLine.test(line.trim())) && (rest === '' || /^\s*\n/.test(rest));
}

function hasDifferentNames({ attachments }: GermanTerms): boolean {
  const names = attachments.flatMap(({ attributes }) => attributes.filename ?? []);
  return new Set(names).size === names.length;
}

/** In CII the three parts of a direct debit stand apart; any of them makes one. */
function hasDebit({ invoice, mandate, creditorId, debited }: GermanTerms): boolean {
  return invoice.syntax === 'ubl' ? mandate : mandate || creditorId || debited;
}

function saysWhen({ invoice }: GermanTerms): boolean {
  const { delivery, periods, lines } = invoice;
  return delivery.date !== undefined || periods.length > 0 || lines.every((line) => line.periods.length > 0);
}

const sellerRules = [
  ...ask(
    (terms: GermanTerms) => (terms.invoice.seller ? [terms.invoice.seller] : []),
    [
      [
        'BR-DE-2',
        'DE-R-002',
        that('The seller’s contact (BG-6) is missing.', (_, terms) => terms.contact !== undefined),
      ],
    ],
  ),
  ...ask(
    (terms: GermanTerms) => (terms.contact ? [terms.contact] : []),
    [
      ['BR-DE-5', 'DE-R-005', that('The seller’s contact point (BT-41) is missing.', ({ name }) => filled(name))],
      ['BR-DE-6', 'DE-R-006', that('The seller’s telephone number (BT-42) is missing.', ({ phone }) => filled(phone))],
      ['BR-DE-7', 'DE-R-007', that('The seller’s e-mail address (BT-43) is missing.', ({ email }) => filled(email))],
      [
        'BR-DE-27',
        'DE-R-027',
        that(
          'The telephone number (BT-42) has fewer than three digits.',
          ({ phone }) => /(?:\d\D*){3}/.test(plain(phone)),
          'warning',
        ),
      ],
      [
        'BR-DE-28',
        'DE-R-028',
        that('The e-mail address (BT-43) is none.', ({ email }) => isEmail(plain(email)), 'warning'),
      ],
    ],
  ),
];

const localPart = /^[\w!#$%&"*+/=?^`{|}~-]+(?:\.[\w!#$%&"*+/=?^`{|}~-]+)*$/;
const domainPart =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,80}[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,80}[a-zA-Z0-9])?$/;

function isEmail(text: string): boolean {
  const [local, domain, more] = text.split('@');
  return more === undefined && text.length <= 320 && localPart.test(local ?? '') && domainPart.test(domain ?? '');
}

function addressRules(
  places: (terms: GermanTerms) => GermanAddress | undefined,
  whose: string,
  numbers: readonly [number, number],
) {
  const ids = (number: number) => [`BR-DE-${number}`, `DE-R-${String(number).padStart(3, '0')}`] as const;
  return ask<GermanAddress>(
    (terms) => [places(terms)].filter((one): one is GermanAddress => one !== undefined),
    [
      [...ids(numbers[0]), that(`The city of the ${whose} is missing.`, ({ city }) => filled(city))],
      [...ids(numbers[1]), that(`The post code of the ${whose} is missing.`, ({ postCode }) => filled(postCode))],
    ],
  );
}

const addresses = [
  ...addressRules((terms) => terms.sellerAddress, 'seller (BT-37, BT-38)', [3, 4]),
  ...addressRules((terms) => terms.buyerAddress, 'buyer (BT-52, BT-53)', [8, 9]),
  ...addressRules((terms) => terms.deliveryAddress, 'place delivered to (BT-77, BT-78)', [10, 11]),
];

const paidBy =
  (...codes: string[]) =>
  (terms: GermanTerms) =>
    terms.payments.filter(({ code }) => codes.includes(code));
const isIban = (account: string) => isValidIBAN(account.replace(/\s/g, '').toUpperCase());

const paymentRules = [
  ...ask<GermanPayment>(paidBy('30', '58'), [
    [
      'BR-DE-19',
      'DE-R-019',
      that(
        'The account of a SEPA transfer (58) is no IBAN (BT-84).',
        ({ code, account }) => code !== '58' || isIban(account),
        'warning',
      ),
    ],
    ['BR-DE-23-a', 'DE-R-023-1', that('A transfer (30, 58) lacks its account (BG-17).', ({ transfer }) => transfer)],
    [
      'BR-DE-23-b',
      'DE-R-023-2',
      that('A transfer (30, 58) names card (BG-18) or direct debit (BG-19).', ({ card, debit }) => !card && !debit),
    ],
  ]),
  ...ask<GermanPayment>(paidBy('48', '54', '55'), [
    ['BR-DE-24-a', 'DE-R-024-1', that('A card payment (48, 54, 55) lacks its card (BG-18).', ({ card }) => card)],
    [
      'BR-DE-24-b',
      'DE-R-024-2',
      that(
        'A card payment (48, 54, 55) names transfer (BG-17) or direct debit (BG-19).',
        ({ transfer, debit }) => !transfer && !debit,
      ),
    ],
  ]),
  ...ask<GermanPayment>(paidBy('59'), [
    [
      'BR-DE-20',
      'DE-R-020',
      that(
        'The debited account of a SEPA debit (59) is no IBAN (BT-91).',
        ({ debitedAccount }) => isIban(debitedAccount),
        'warning',
      ),
    ],
    ['BR-DE-25-a', 'DE-R-025-1', that('A direct debit (59) lacks its mandate (BG-19).', ({ debit }) => debit)],
    [
      'BR-DE-25-b',
      'DE-R-025-2',
      that('A direct debit (59) names transfer (BG-17) or card (BG-18).', ({ transfer, card }) => !transfer && !card),
    ],
  ]),
];

const otherRules = [
  ...ask(
    (terms: GermanTerms) => terms.rates,
    [['BR-DE-14', 'DE-R-014', that('The VAT category has no rate (BT-119).', ({ rate }) => filled(rate))]],
  ),
  ...ask(
    (terms: GermanTerms) => terms.externalLinks.map((at) => ({ at })),
    [
      [
        'BR-TMP-2',
        undefined,
        that(
          'The place of the document (BT-124) is no absolute URL.',
          ({ at }) => /[a-zA-Z][a-zA-Z0-9+.-]+:/.test(textAt(at, 'URI').slice(0, 2000)),
          'warning',
        ),
      ],
    ],
  ),
  ...ask(
    (terms: GermanTerms) => (terms.invoice.syntax === 'cii' ? whole(terms) : []),
    [
      [
        'BR-DE-18-a',
        undefined,
        that('Payment terms (BT-20) stand more than once.', ({ terms }) => terms.paymentTerms.length < 2),
      ],
    ],
  ),
  ...ask(
    (terms: GermanTerms) => (terms.invoice.syntax === 'cii' ? terms.invoice.lines : []),
    [
      [
        'BR-TMP-1',
        undefined,
        that(
          'The line does not have exactly one VAT category (BG-30).',
          ({ at }) => all(at, 'SpecifiedLineTradeSettlement/ApplicableTradeTax').length === 1,
          'warning',
        ),
      ],
    ],
  ),
];

export const germanRules: readonly GermanRule[] = [
  ...documentRules,
  ...sellerRules,
  ...addresses,
  ...paymentRules,
  ...otherRules,
];
