// The label and value pairs a document carries beside its lines: numbers, dates, terms, references.
import type { Random } from '../random.ts';
import type { TruthValue } from '../truth.ts';
import type { MetaKey, TitleKey } from '../words/words.ts';
import type { Deal } from './deal.ts';
import { fill, type Manner } from './manner.ts';
import { personName } from './party.ts';

export interface Pair {
  key: string;
  label: string;
  text: string;
}

interface Fact {
  path: string;
  value: TruthValue;
  /** Where it differs from the whole text. */
  text?: string;
  exact?: boolean;
}

export interface DrawnPair extends Pair {
  /** `other`: says nothing that the truth knows. */
  key: MetaKey | 'other';
  facts: Fact[];
  /** Stands bare at the edge of the page. */
  loose?: boolean;
}

const PREFIXES: Record<string, readonly string[]> = {
  invoice: ['INV-', 'RE-', 'FA', 'F', 'R', 'SI', 'VF', ''],
  credit_note: ['CN-', 'GS-', 'AV', 'NC ', 'CR', ''],
  purchase_order: ['PO-', 'BE-', 'CF', 'PED-', 'OA ', '45000', ''],
  quotation: ['Q-', 'AN-', 'DEV-', 'P-', 'OFF', ''],
  rfq: ['RFQ-', 'AF-', 'DP', 'SOL-', 'RDO ', ''],
  boq: ['BOQ-', 'LV-', 'MQ-', ''],
  delivery_note: ['DN-', 'LS-', 'BL', 'ALB-', 'GR ', ''],
  contract: ['C-', 'V-', ''],
};

/** A number as bookkeeping programs count: by year, by series, or plain. Whose `habits` it is counted by keeps to one form. */
export function drawNumber(random: Random, type: string, issueDate: string, habits = random): string {
  const year = issueDate.slice(0, 4);
  const prefix = habits.pick(PREFIXES[type] ?? ['']);
  return habits.pick([
    () => `${prefix}${year}-${random.digits(4)}`,
    () => `${prefix}${year}/${random.int(100, 9999)}`,
    () => `${prefix}${random.int(10000, 999999)}`,
    () => `${prefix}${year.slice(2)}${issueDate.slice(5, 7)}${random.digits(3)}`,
    () => `${prefix}${year.slice(2)}-${random.digits(5)}`,
    () => `${random.int(1000000, 99999999)}`,
  ])();
}

/** Every pair the document carries, in the order that forms have them. `contents`: what its sender does not keep to. */
export function drawPairs(random: Random, deal: Deal, manner: Manner, contents = random): DrawnPair[] {
  const { words } = manner;
  const type = deal.type as TitleKey;
  const pairs: DrawnPair[] = [];
  const push = (key: MetaKey, label: string, text: string, facts: Fact[]): void => {
    pairs.push({ key, label, text, facts });
  };
  // A date with its month in letters may be wrapped in a narrow cell.
  const dateFact = (path: string, iso: string): Fact => ({ path, value: iso, exact: !/\p{L}/u.test(manner.date(iso)) });
  const addDate = (key: Exclude<MetaKey, 'number'>, iso: string): void =>
    push(key, manner.word(words.meta[key]), manner.date(iso), [dateFact(key, iso)]);
  const addText = (key: Exclude<MetaKey, 'number'>, text: string): void =>
    push(key, manner.word(words.meta[key]), text, [{ path: key, value: text, exact: false }]);
  const addNumber = (key: Exclude<MetaKey, 'number'>, of: string): void =>
    addText(key, drawNumber(contents, of, deal.issueDate));
  const weeks = (): string => fill(manner.word(words.weeks), { n: contents.int(2, 10) });

  const number = drawNumber(contents, type, deal.issueDate, random);
  push('number', manner.word(words.numbers[type]), number, [{ path: 'number', value: number }]);
  if (type !== 'boq' || random.chance(0.8)) {
    const path = type === 'delivery_note' ? 'date' : 'issueDate';
    push('issueDate', manner.word(words.dates[type] ?? words.meta.issueDate), manner.date(deal.issueDate), [
      dateFact(path, deal.issueDate),
    ]);
  }
  const terms = (): void => {
    const text = random.chance(0.85)
      ? fill(manner.word(words.termDays), { n: deal.termDays })
      : manner.word(words.termPlain);
    addText('paymentTerms', text);
  };
  const incoterms = (): void =>
    addText('incoterms', `${random.pick(['EXW', 'FCA', 'DAP', 'DDP', 'CPT', 'CIF'])} ${deal.seller.city.name}`);

  switch (type) {
    case 'invoice':
    case 'credit_note':
      if (type === 'credit_note' && random.chance(0.85)) addNumber('precedingInvoiceNumber', 'invoice');
      if (random.chance(0.6))
        addText(
          'customerNumber',
          random.pick([contents.digits(5), `K${contents.digits(4)}`, `C-${contents.digits(4)}`, contents.digits(7)]),
        );
      if (random.chance(0.5)) addNumber('purchaseOrderNumber', 'purchase_order');
      if (random.chance(0.12)) addNumber('contractNumber', 'contract');
      if (type === 'invoice' && random.chance(0.4)) addDate('deliveryDate', deal.deliveryDate);
      else if (type === 'invoice' && random.chance(0.2)) {
        const [start, end] = [manner.date(deal.periodStart), manner.date(deal.periodEnd)];
        push('period', manner.word(words.meta.period), `${start} - ${end}`, [
          { ...dateFact('periodStart', deal.periodStart), text: start },
          { ...dateFact('periodEnd', deal.periodEnd), text: end },
        ]);
      }
      if (type === 'invoice' && random.chance(0.75)) addDate('dueDate', deal.dueDate);
      if (type === 'invoice' && random.chance(0.45)) terms();
      break;
    case 'purchase_order':
      if (random.chance(0.25)) addText('revision', contents.pick(['0', '1', '2', 'A', 'B']));
      if (random.chance(0.5)) addNumber('quotationNumber', 'quotation');
      if (random.chance(0.2)) addNumber('rfqNumber', 'rfq');
      if (random.chance(0.35)) addText('projectName', contents.pick(words.projects));
      if (random.chance(0.7)) addDate('deliveryDate', deal.deliveryDate);
      if (random.chance(0.5)) incoterms();
      if (random.chance(0.6)) terms();
      break;
    case 'quotation':
      if (random.chance(0.8)) addDate('validUntil', deal.validUntil);
      if (random.chance(0.45)) addNumber('rfqNumber', 'rfq');
      if (random.chance(0.6)) addText('leadTime', weeks());
      if (random.chance(0.4)) incoterms();
      if (random.chance(0.6)) terms();
      if (random.chance(0.4)) {
        const years = contents.int(1, 5);
        addText('warranty', fill(manner.word(words.years), { n: years === 1 ? 2 : years, m: years * 12 }));
      }
      break;
    case 'rfq':
      if (random.chance(0.9)) addDate('submissionDeadline', deal.submissionDeadline);
      if (random.chance(0.6)) addText('projectName', contents.pick(words.projects));
      if (random.chance(0.4)) addText('discipline', contents.pick(words.disciplines));
      if (random.chance(0.5)) addDate('deliveryDate', deal.deliveryDate);
      if (random.chance(0.5)) {
        const days = contents.pick([30, 60, 90]);
        push('validityDays', manner.word(words.meta.validityDays), fill(manner.word(words.days), { n: days }), [
          { path: 'validityDays', value: days, text: String(days) },
        ]);
      }
      break;
    case 'boq':
      addText('projectName', contents.pick(words.projects));
      if (random.chance(0.7)) addText('discipline', contents.pick(words.disciplines));
      break;
    case 'delivery_note':
      if (random.chance(0.75)) addNumber('purchaseOrderNumber', 'purchase_order');
      if (random.chance(0.6)) addText('carrier', contents.pick(words.carriers));
      if (random.chance(0.5)) addText('customerNumber', contents.digits(5));
      break;
    default:
      break;
  }
  if (manner.currencyPlace === 'meta' && type !== 'delivery_note') {
    const code = manner.region.currency;
    push('currency', manner.word(words.meta.currency), code, [{ path: 'currency', value: code }]);
  }
  if (random.chance(0.35)) push('contact', manner.word(words.meta.contact), personName(random, manner.region), []);
  return pairs;
}
