// A first document pays for everything that is made on first use: patterns, indexes, code. Reading a made-up page of each
// type beforehand pays for it while nobody waits. The pages are put together from what the types themselves declare.

import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Page, ParsedDocument, Word } from '../document/parsed-document.ts';
import type { DocumentType, FieldKind } from './pack.ts';
import { runPipeline } from './run.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

/** A value of each kind as it may be printed; kinds without one are read as text. */
const SAMPLES: Partial<Record<FieldKind, string>> = {
  identifier: 'AB-2024/0017',
  money: '1.234,50 €',
  number: '12',
  percent: '19 %',
  date: '12.03.2024',
  daterange: '01.03.2024 – 31.03.2024',
  duration: '30 days',
  time: '14:05',
  party: 'Sample Trading Ltd.',
  person: 'Jane Sample',
  address: '12 Sample Street, 10115 Berlin',
  email: 'office@sample.example',
  phone: '+49 30 1234567',
  url: 'www.sample.example',
  iban: 'DE00 0000 0000 0000 0000 00',
  vatId: 'DE000000000',
  country: 'Germany',
  currency: 'EUR',
};

const LETTERHEAD = [
  ['Beispiel Handels GmbH · Musterstraße 1 · 10115 Berlin', 'Tel. 030 1234567'],
  ['Sample Trading Ltd.', 'www.sample.example'],
  ['Jane Sample', 'VAT No. GB000000000'],
  ['12 High Street', 'HRB 12345'],
  ['London SW1A 1AA', 'office@sample.example'],
];
const TABLE = [
  ['Pos', 'Description', 'Quantity', 'Unit price', 'Amount'],
  ['1', 'Steel screws M8 x 40', '100 pcs', '0,12', '12,00'],
  ['2', 'Delivery – per pallet', '2', '10,00', '20,00'],
  ['', 'Subtotal', '', '', '32,00 €'],
  ['', 'VAT 19 %', '', '', '6,08 €'],
  ['', 'Total', '', '', '38,08 €'],
];
const CLOSING = [
  'This Agreement is made and entered into as of March 12, 2024 by and between Sample Trading Ltd. and Beispiel GmbH.',
  'It is governed by the laws of England and ends two years after its effective date unless renewed in writing.',
  'Payable within 30 days net, 2 % discount within 10 days. Zahlbar innerhalb von 14 Tagen ohne Abzug.',
  'Bank: Sample Bank, IBAN DE00 0000 0000 0000 0000 00, BIC SAMPDEFFXXX',
];
const MOST_FIELDS = 30;
const SIZE = 10;
const LEADING = 14;
const COLUMNS = [50, 90, 300, 390, 480];

/**
 * Reads a made-up page of each type of the catalogue, one type for each step of the generator, so that the caller can
 * stop between two steps when real work arrives.
 */
export function* warmUp(catalogue: TypeCatalogue): Generator<string> {
  for (const type of catalogue.types) {
    runPipeline(samplePage(type), catalogue, { typeHint: type.id, clock: () => 0 });
    yield type.id;
  }
}

function samplePage(type: DocumentType): ParsedDocument {
  const title = type.signals.find((signal) => signal.where === 'title')?.phrases[0] ?? type.title;
  const pairs = type.fields
    .filter((field) => field.labels.length > 0 && !field.path.includes('[]'))
    .slice(0, MOST_FIELDS)
    .map((field, i) => [`${field.labels[i % 2 ? 0 : field.labels.length - 1]!}:`, SAMPLES[field.kind] ?? 'Sample']);
  const rows: { cells: readonly string[]; at: readonly number[] }[] = [
    ...LETTERHEAD.map((cells) => ({ cells, at: [50, 350] })),
    { cells: [title.toUpperCase()], at: [50] },
    ...pairs.map((cells) => ({ cells, at: [50, 250] })),
    ...(type.lineItems ? TABLE : []).map((cells) => ({ cells, at: COLUMNS })),
    ...CLOSING.map((text) => ({ cells: [text], at: [50] })),
  ];
  const words = rows.flatMap(({ cells, at }, row) =>
    cells.flatMap((text, column) => wordsOf(text, at[column] ?? 50, 40 + row * LEADING)),
  );
  const lines = groupLines(words, 1);
  const page: Page = {
    number: 1,
    width: 595,
    height: 842,
    source: 'text',
    rotation: 0,
    lines,
    blocks: groupBlocks(lines, 1),
    tables: [],
    images: [],
    rules: [],
  };
  return {
    sha256: '',
    mediaType: 'application/pdf',
    format: 'pdf',
    pageCount: 1,
    pages: [page],
    language: 'en',
    metadata: {},
    attachments: [],
    warnings: [],
    timings: { parse: 0, ocr: 0 },
  };
}

function wordsOf(text: string, left: number, top: number): Word[] {
  let x = left;
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const width = 0.5 * SIZE * word.length;
      const box = [x, top, x + width, top + SIZE] as const;
      x += width + 0.3 * SIZE;
      return { text: word, box, size: SIZE };
    });
}
