import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { splitBundle } from '../../src/pipeline/split-bundle.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { documentFromText } from '../support/document-from-text.ts';

const catalogue = createTypeCatalogue(packs);
const split = (...pages: string[]) => splitBundle(documentFromText(pages), catalogue);

const invoice = (number: string, seller = 'Nordlicht Papier GmbH', vatId = 'DE123456788') => `${seller}
VAT ID: ${vatId}

INVOICE

Invoice number: ${number}
Invoice date: 2026-03-02

Description      Quantity   Unit price   Amount
Paper A4         10         5.00         50.00

Total            50.00 EUR`;
const order = `Südhang Bau GmbH

PURCHASE ORDER

Order number: PO-771
Order date: 2026-02-01

Description      Quantity   Unit price   Amount
Paper A4         10         5.00         50.00`;
const prose = `the supplier shall deliver the goods to the place that is named in the order and bear the
costs of carriage until then, unless the parties agree otherwise in writing`;

describe('a file of several papers', () => {
  it.each([
    ['two invoices with numbers of their own', [invoice('R-1'), invoice('R-2')], [[0], [1]]],
    ['an order and an invoice', [order, invoice('R-1')], [[0], [1]]],
    [
      'each of which counts its pages',
      [`${invoice('R-1')}\nPage 1 of 2`, 'more\nPage 2 of 2', `${invoice('R-2')}\nPage 1 of 1`],
      [[0, 1], [2]],
    ],
    [
      'whose second page opens with labels of other papers',
      [
        `CREDIT NOTE No. CN-17 of 2026-03-02\n\n${invoice('R-1').split('INVOICE')[0]}`,
        'Goods recipient\nSüdhang Bau GmbH\n\nBestell-Nr        : B12345\nLieferschein-Nr        : L876543\nLieferschein-Datum : 05.02.2026\n\nTotal      -50.00 EUR',
      ],
      [[0, 1]],
    ],
    [
      'whose title stands on every page without its number',
      [
        invoice('R-1'),
        'INVOICE\n\nDescription      Quantity   Unit price   Amount\nPaper A3         10         8.00         80.00',
      ],
      [[0, 1]],
    ],
    ['an empty sheet between them', [invoice('R-1'), '', invoice('R-2')], [[0, 1], [2]]],
    ['of two sellers', [invoice('R-1'), invoice('R-9', 'Westwind Ltd', 'GB980780684')], [[0], [1]]],
  ])('%s is split', (_, pages, expected) => expect(split(...pages)).toEqual(expected));

  it.each([
    ['its title stands on each page, with its number', [invoice('R-1'), invoice('R-1')]],
    ['the second page says that it is the second', [invoice('R-1'), `Page 2 of 2\n${invoice('R-2')}`]],
    [
      'amounts are carried forward',
      [`${invoice('R-1')}\nCarried forward 50.00`, `Brought forward 50.00\nINVOICE\nmore`],
    ],
    ['terms are printed on its back', [invoice('R-1'), `General terms and conditions\nINVOICE\n${prose}`]],
    [
      'a later page refers to a paper of another kind',
      [
        'Nordlicht Papier GmbH, Hafenweg 9\n\nINVOICE\n\nInvoice number: R-1\nOrder number: B-17',
        `${'Hafenweg\n'.repeat(30)}Bestell-Nr: B-17\nLieferschein-Nr: L-99\nLieferschein-Datum: 26.02.2026`,
      ],
    ],
    ['the text runs on', [`CONTRACT\n${prose}`, `${prose}.`]],
  ])('stays one paper when %s', (_, pages) => expect(split(...pages)).toEqual([pages.map((_page, i) => i)]));
});

it('each paper is a record of its own, with the pages of the file', () => {
  const doc = documentFromText([order, invoice('R-1'), invoice('R-2')]);
  const { documents, trace } = runPipeline(doc, catalogue, { clock: () => 0, keepCandidates: true });
  expect(documents.map(({ type, pages, fields }) => [type, pages, fields.number?.value])).toEqual([
    ['purchase_order', [1], 'PO-771'],
    ['invoice', [2], 'R-1'],
    ['invoice', [3], 'R-2'],
  ]);
  expect(documents[2]!.fields.number!.evidence[0]!.page).toBe(3);
  expect(documents[2]!.lines[0]!.description!.evidence[0]!.page).toBe(3);
  expect(documents[2]!.candidates!.number![0]!.evidence[0]!.page).toBe(3);
  expect(trace[0]).toMatchObject({ stage: 'split', notes: { papers: 3 } });
});
