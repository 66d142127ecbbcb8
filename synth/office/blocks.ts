// A document as Office programs hold it: paragraphs, label and value pairs, tables, in order and without places on a page.

import type { Agreement } from '../contract/agreement.ts';
import type { Random } from '../random.ts';
import { fill } from '../trade/manner.ts';
import type { Sheet } from '../trade/sheet.ts';

/** A cell as printed; `number` where a spreadsheet would hold one. */
export interface OfficeCell {
  text: string;
  number?: number;
}

export type OfficeBlock =
  | { kind: 'title' | 'heading' | 'text'; text: string }
  | { kind: 'lines'; lines: string[] }
  | { kind: 'pairs'; pairs: { label: string; value: OfficeCell }[] }
  /** `sums` stand under the last columns, in the table's own grid. */
  | { kind: 'table'; header: string[]; rows: OfficeCell[][]; sums: { label: string; value: OfficeCell }[] };

/** Lays a trade document out and writes what it says into the sheet's ledger. */
export function composeTrade(sheet: Sheet, random: Random): OfficeBlock[] {
  const blocks: OfficeBlock[] = [];
  const pairsOf = (pairs: readonly { label: string; text: string }[]) =>
    pairs.map(({ label, text }) => ({ label: sheet.manner.label(label), value: { text } }));
  blocks.push({ kind: 'lines', lines: sheet.partyLines('issuer') });
  blocks.push({ kind: 'pairs', pairs: pairsOf([...sheet.contactPairs(), ...sheet.registrationPairs()]) });
  blocks.push({ kind: 'title', text: random.chance(0.4) ? sheet.titleWithNumber() : sheet.title() });
  if (sheet.deal.type !== 'boq') {
    blocks.push({ kind: 'heading', text: sheet.partyLabel('recipient') });
    blocks.push({ kind: 'lines', lines: sheet.partyLines('recipient', { taxNumber: random.chance(0.5) }) });
  }
  if (sheet.deal.shipTo) {
    blocks.push({ kind: 'heading', text: sheet.partyLabel('shipTo') });
    blocks.push({ kind: 'lines', lines: sheet.shipToLines() });
  }
  // The last of the terms are said in the closing sentences.
  blocks.push({ kind: 'pairs', pairs: pairsOf(sheet.takeMeta({ except: ['paymentTerms'] })) });
  const intro = sheet.intro();
  if (intro !== undefined) blocks.push({ kind: 'text', text: intro });
  blocks.push(itemTable(sheet));
  for (const text of sheet.closing()) blocks.push({ kind: 'text', text });
  if (sheet.priced && sheet.deal.type === 'invoice') blocks.push({ kind: 'pairs', pairs: pairsOf(sheet.bankPairs()) });
  return blocks.filter((block) => block.kind !== 'pairs' || block.pairs.length > 0);
}

function itemTable(sheet: Sheet): OfficeBlock {
  const columns = sheet.columns();
  sheet.stateLines(columns, false);
  const { lines } = sheet.ledger.truth();
  const rows = sheet.rows().map((line, index) =>
    columns.map((column): OfficeCell => {
      const text = column.text(line, index);
      const value = lines[index]?.[column.key];
      return typeof value === 'number' && text !== '' ? { text, number: value } : { text };
    }),
  );
  const sums = sheet.priced ? sheet.totals().map(({ label, text }) => ({ label, value: amountCell(text) })) : [];
  return { kind: 'table', header: columns.map((column) => column.label), rows, sums };
}

/** Amounts are written with two decimals, whatever parts their digits. */
function amountCell(text: string): OfficeCell {
  const digits = text.replace(/[^\d]/g, '');
  if (!/[.,]\d\d(?!\d)/.test(text) || digits === '') return { text };
  return { text, number: (Number(digits) / 100) * (/[-−(]/.test(text) ? -1 : 1) };
}

/** A contract or addendum as paragraphs. */
export function composeAgreement(agreement: Agreement, { word }: Sheet['manner'], random: Random): OfficeBlock[] {
  const { clauses } = agreement;
  const blocks: OfficeBlock[] = [{ kind: 'title', text: agreement.title }];
  blocks.push({ kind: 'text', text: word(clauses.between) });
  for (const [i, { party, role }] of agreement.parties.entries()) {
    if (i === 1) blocks.push({ kind: 'text', text: clauses.and });
    const address = `${party.street}, ${party.region.cityLine(party.city)}`;
    blocks.push({ kind: 'text', text: fill(word(clauses.party), { name: party.name, address, role }) });
  }
  blocks.push({ kind: 'text', text: word(clauses.agreed) });
  if (random.chance(0.4)) {
    blocks.push({ kind: 'pairs', pairs: agreement.terms.map(({ label, text }) => ({ label, value: { text } })) });
  }
  for (const [i, { heading, text }] of agreement.sections.entries()) {
    blocks.push({ kind: 'heading', text: `${i + 1}. ${heading}` }, { kind: 'text', text });
  }
  blocks.push({ kind: 'text', text: agreement.signedOn });
  for (const { party, role } of agreement.parties) blocks.push({ kind: 'lines', lines: [party.name, role] });
  return blocks;
}
