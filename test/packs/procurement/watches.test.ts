import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/document/value.ts';
import type { EarlierRecord, Watch, WatchedRecord } from '../../../src/match/watch-spec.ts';
import { splitBelowLimit, unusualRoundSum } from '../../../src/packs/procurement/watches/amount-patterns.ts';
import { changedBankAccount } from '../../../src/packs/procurement/watches/changed-bank-account.ts';
import { lookAlikeSeller, looksLike } from '../../../src/packs/procurement/watches/look-alike-seller.ts';

type Values = Record<string, Json>;
const usual: Values = {
  'seller.name': 'Nordlicht Papier GmbH',
  'seller.vatId': 'DE123456788',
  'seller.iban': 'DE02120300000000202051',
  currency: 'EUR',
  number: 'R-1',
};
const record = (values: Values): WatchedRecord => ({
  id: 'new',
  type: 'invoice',
  values: { ...usual, ...values },
  lines: [],
  readAt: '2026-05-01T10:00:00Z',
});
const earlier = (...papers: Values[]): EarlierRecord[] =>
  papers.map(({ suspected = false, ...values }, i) => ({
    ...record(values),
    id: `old-${i}`,
    readAt: '2026-04-01T10:00:00Z',
    suspected: suspected === true,
  }));
const judge = (watch: Watch, values: Values, papers: EarlierRecord[], limits: number[] = []) =>
  watch.judge(record(values), papers, { limits });

const otherAccount = { 'seller.iban': 'DE89370400440532013000' };

describe('another bank account', () => {
  it('of a known supplier is told, with the papers that named the old one', () => {
    const found = judge(changedBankAccount, otherAccount, earlier({ number: 'R-7' }, { number: 'R-8' }));
    expect(found).toMatchObject({ path: 'seller.iban', reasons: [{ record: 'old-0' }, { record: 'old-1' }] });
    expect(found!.message).toBe(
      'Nordlicht Papier GmbH asks for payment to DE89370400440532013000; 2 earlier papers named DE02120300000000202051.',
    );
  });

  it.each([
    ['nobody knew the supplier before', otherAccount, []],
    ['the account was used before', {}, earlier({})],
    ['white space is all that differs', { 'seller.iban': 'DE02 1203 0000 0000 2020 51' }, earlier({})],
    ['the earlier ones named no account', otherAccount, earlier({ 'seller.iban': '' })],
    ['the earlier one is of another VAT id', otherAccount, earlier({ 'seller.vatId': 'DE999999999' })],
  ])('is nothing odd when %s', (_, values, papers) => {
    expect(judge(changedBankAccount, values, papers)).toBeUndefined();
  });

  it('stays odd the second time, while nobody has said that the first was fine', () => {
    const first = { ...otherAccount, suspected: true };
    expect(judge(changedBankAccount, otherAccount, earlier(first, {}))).toBeDefined();
    expect(judge(changedBankAccount, otherAccount, earlier({ ...first, suspected: false }, {}))).toBeUndefined();
  });

  it('is found by the name where no VAT id is printed, legal form and accents aside', () => {
    const bare = { 'seller.vatId': '', 'seller.name': 'NORDLICHT PAPIER' };
    expect(judge(changedBankAccount, { ...bare, ...otherAccount }, earlier({}))).toBeDefined();
  });
});

describe('names that look alike', () => {
  it.each([
    ['nordlicht papier', 'nordlicht papler'],
    ['acme tools', 'acrne tools'],
    ['bergmann', 'bergrnann'],
    ['steiner logistik', 'steiner logisitk'],
    ['0rion supplies', 'orion supplies'],
  ])('%s and %s do', (a, b) => expect(looksLike(a, b)).toBe(true));
  it.each([
    ['nordlicht papier', 'nordlicht papier nord'],
    ['depot 12', 'depot 13'],
    ['abc', 'abd'],
    ['maier bau', 'huber bau'],
  ])('%s and %s do not', (a, b) => expect(looksLike(a, b)).toBe(false));
});

describe('a seller that looks like a known supplier', () => {
  const fake = {
    'seller.name': 'Nordlicht Papler GmbH',
    'seller.vatId': '',
    'seller.iban': 'DE89370400440532013000',
  };

  it('is told', () => {
    expect(judge(lookAlikeSeller, fake, earlier({}, { number: 'R-2' }))).toMatchObject({
      path: 'seller.name',
      message:
        '“Nordlicht Papler GmbH” looks like the supplier “Nordlicht Papier GmbH” of 2 earlier papers, and is not the same.',
    });
  });

  it.each([
    ['it has the VAT id of the supplier', { ...fake, 'seller.vatId': 'DE123456788' }, earlier({}, {})],
    ['it has its account', { ...fake, 'seller.iban': usual['seller.iban']! }, earlier({}, {})],
    ['only one paper is known of the other', fake, earlier({})],
    ['it is a supplier of its own, known too', fake, earlier({}, {}, fake)],
  ])('is nothing odd when %s', (_, values, papers) => {
    expect(judge(lookAlikeSeller, values, papers)).toBeUndefined();
  });
});

describe('invoices right below a limit', () => {
  const day = (issueDate: string, grossTotal: number, number: string): Values => ({ issueDate, grossTotal, number });

  it('within two weeks are told together', () => {
    const found = judge(
      splitBelowLimit,
      day('2026-05-10', 4900, 'R-3'),
      earlier(day('2026-05-04', 4800.5, 'R-2')),
      [5000],
    );
    expect(found!.message).toBe(
      '2 invoices within 14 days stay right below 5000.00 EUR each; together they are 9700.50 EUR.',
    );
  });

  it.each([
    ['they lie months apart', day('2026-05-10', 4900, 'R-3'), day('2026-01-04', 4800, 'R-2')],
    ['one is far below', day('2026-05-10', 4900, 'R-3'), day('2026-05-04', 900, 'R-2')],
    ['it is the same invoice again', day('2026-05-10', 4900, 'R-2'), day('2026-05-10', 4900, 'R-2')],
    ['the currency is another', day('2026-05-10', 4900, 'R-3'), { ...day('2026-05-04', 4800, 'R-2'), currency: 'SEK' }],
  ])('are nothing odd when %s', (_, values, paper) => {
    expect(judge(splitBelowLimit, values, earlier(paper), [5000])).toBeUndefined();
  });

  it('where nobody set a limit, only what lies right below a common one counts', () => {
    const near = earlier(day('2026-05-04', 9990, 'R-2'));
    expect(judge(splitBelowLimit, day('2026-05-10', 9800, 'R-3'), near)).toBeDefined();
    expect(judge(splitBelowLimit, day('2026-05-10', 8500, 'R-3'), near)).toBeUndefined();
  });
});

describe('a round sum', () => {
  const many = (grossTotal: number, count = 9) => earlier(...Array.from({ length: count }, () => ({ grossTotal })));
  it.each([
    ['from a supplier that has none', 5000, many(1234.56), true],
    ['from one that often has', 5000, many(2000), false],
    ['from one that is hardly known', 5000, many(1234.56, 3), false],
    ['that is small', 300, many(1234.56), false],
    ['that is none', 5000.5, many(1234.56), false],
  ])('%s', (_, grossTotal, papers, odd) => {
    expect(judge(unusualRoundSum, { grossTotal }, papers) !== undefined).toBe(odd);
  });
});
