import { describe, expect, it } from 'vitest';
import { findIncoterms } from '../../../../src/packs/procurement/extract/terms/find-incoterms.ts';
import { saysPaymentTerms } from '../../../../src/packs/procurement/extract/terms/says-payment-terms.ts';
import { daysOf } from '../../../../src/packs/procurement/extract/terms/spoken-terms.ts';
import { readStages } from '../../../../src/packs/procurement/infer/order-terms.ts';

describe('Incoterms', () => {
  it.each([
    ['DAP Hamburg', 'DAP', 'DAP Hamburg'],
    ['Delivery: FCA Rotterdam, Incoterms 2020', 'FCA', 'FCA Rotterdam'],
    ['CIF Port of Valencia (Incoterms® 2020)', 'CIF', 'CIF Port of Valencia'],
    ['EXW', 'EXW', 'EXW'],
    ['Lieferung ab Werk', 'EXW', 'ab Werk'],
    ['DDP Incoterms 2020 Lyon', 'DDP', 'DDP Lyon'],
  ])('reads %j', (text, rule, value) => {
    expect(findIncoterms(text)).toMatchObject({ rule, value });
  });

  it.each(['CIF B12345674', 'CIF: ES-A08123456', 'Exact amounts', 'the dap of the day', 'FOBOS Ltd'])(
    'reads none in %j',
    (text) => {
      expect(findIncoterms(text)).toBeUndefined();
    },
  );
});

describe('terms of payment', () => {
  it.each([
    '30 days net',
    'Vorkasse',
    'Zahlbar innerhalb von 14 Tagen',
    '50 % acompte à la commande, solde à la livraison',
    'Bonifico bancario 60 gg d.f.',
    'Transferencia a 45 días',
    'Fatura a 21 dias',
    'binnen 30 dagen',
    'Letter of credit at sight',
  ])('%j is one', (text) => {
    expect(saysPaymentTerms(text)).toBe(true);
  });

  it.each(['par', 'and conditions apply.', 'Beschreibung', 'Ansprechpartner', 'Monitor 27"', 'Harbour Light Ltd'])(
    '%j is none',
    (text) => {
      expect(saysPaymentTerms(text)).toBe(false);
    },
  );

  it('has stages only where shares of the whole are named', () => {
    expect(readStages('30% advance, 60% on delivery, 10% after acceptance')).toEqual([
      { percent: 30, event: 'advance' },
      { percent: 60, event: 'on delivery' },
      { percent: 10, event: 'after acceptance' },
    ]);
    expect(readStages('2 % Skonto innerhalb 10 Tagen')).toEqual([]);
    expect(readStages('80 % now, 80 % later')).toEqual([]);
  });
});

describe('validity', () => {
  it.each([
    [60, 'days', 60],
    [4, 'Wochen', 28],
    [2, 'settimane', 14],
    [2, 'months', undefined],
    [0, 'days', undefined],
  ])('%i %s', (count, unit, days) => {
    expect(daysOf(count, unit)).toBe(days);
  });
});
