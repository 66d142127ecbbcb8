import { describe, expect, it } from 'vitest';
import { qualifiesTitle, saysGross, titleRole } from '../../../src/recognize/tables/column-titles.ts';

describe('titleRole', () => {
  it.each([
    ['Unit price (EUR)', 'unitPrice'],
    ['Price w/o Tax', 'unitPrice'],
    ['E-Preis', 'unitPrice'],
    ['P.U. HT', 'unitPrice'],
    ['Prezzo unitario', 'unitPrice'],
    ['Cena netto', 'unitPrice'],
    ['Montant HT', 'netAmount'],
    ['G-Preis', 'netAmount'],
    ['Wartość netto', 'netAmount'],
    ['Total excl. VAT', 'netAmount'],
    ['Total incl. VAT', 'grossAmount'],
    ['Wartość brutto', 'grossAmount'],
    ['Ilość', 'quantity'],
    ['Q.tà', 'quantity'],
    ['Hoeveelheid', 'quantity'],
    ['MwSt.-%', 'taxRate'],
    ['Art.-Nr.', 'sku'],
    ['Ihre Art.-Nr.', 'buyerSku'],
    ['Désignation', 'description'],
    ['Lfd. Nr.', 'number'],
    ['Bemessungsgrundlage', 'summary'],
  ])('%s is %s', (title, role) => {
    expect(titleRole(title)).toBe(role);
  });

  it.each(['Invoice', 'Dear customer', 'Total of the previous year'])('%s is no title', (text) => {
    expect(titleRole(text)).toBeUndefined();
  });

  it('knows words that only qualify a title, and titles with tax in them', () => {
    expect(qualifiesTitle(['ohne', 'mwst'])).toBe(true);
    expect(qualifiesTitle(['ohne', 'zucker'])).toBe(false);
    expect(saysGross('Prijs incl. BTW')).toBe(true);
    expect(saysGross('Prijs excl. BTW')).toBe(false);
  });
});
