import { describe, expect, it } from 'vitest';
import { findCurrencies, resolveCurrency } from '../../src/recognize/currencies.ts';
import { findMoney } from '../../src/recognize/money.ts';
import { applyNumberStyle } from '../../src/recognize/number-style.ts';

describe('findMoney reads', () => {
  it.each<[text: string, raw: string, amount: number, currency: string | null, certain: boolean]>([
    ['3 038,14 EUR', '3 038,14 EUR', 3038.14, 'EUR', true],
    ['EUR 12.-', 'EUR 12.-', 12, 'EUR', true],
    ['€ 12,-', '€ 12,-', 12, 'EUR', true],
    ['12,-- €', '12,-- €', 12, 'EUR', true],
    ['EUR: 5.00', 'EUR: 5.00', 5, 'EUR', true],
    ['12 euros', '12 euros', 12, 'EUR', true],
    ['5,00€/Stk', '5,00€', 5, 'EUR', true],
    ['0.1234 EUR', '0.1234 EUR', 0.1234, 'EUR', true],
    ['$ 5,625.00', '$ 5,625.00', 5625, 'USD', false],
    ['$5', '$5', 5, 'USD', false],
    ['US$ 5', 'US$ 5', 5, 'USD', true],
    ['C$5.00', 'C$5.00', 5, 'CAD', true],
    ['A$ 5.00', 'A$ 5.00', 5, 'AUD', true],
    ['5.00 $US', '5.00 $US', 5, 'USD', true],
    ['$5.00 CAD', '$5.00 CAD', 5, 'CAD', true],
    ['USD $5.00', 'USD $5.00', 5, 'USD', true],
    ['USD5.00', 'USD5.00', 5, 'USD', true],
    ['100 USD', '100 USD', 100, 'USD', true],
    ['5,00$', '5,00$', 5, 'USD', false],
    ['£1,234.50', '£1,234.50', 1234.5, 'GBP', true],
    ['RM8.20', 'RM8.20', 8.2, 'MYR', true],
    ['RM 8.20', 'RM 8.20', 8.2, 'MYR', true],
    ['Rs. 319', 'Rs. 319', 319, 'INR', false],
    ['Rs.319/-', 'Rs.319', 319, 'INR', false],
    ['₹1,23,456.00', '₹1,23,456.00', 123456, 'INR', true],
    ['INR 12,34,567.89', 'INR 12,34,567.89', 1234567.89, 'INR', true],
    ['12,50 zł', '12,50 zł', 12.5, 'PLN', true],
    ['1 234,50 PLN', '1 234,50 PLN', 1234.5, 'PLN', true],
    ['1 250 Kč', '1 250 Kč', 1250, 'CZK', true],
    ["CHF 1'200.–", "CHF 1'200.–", 1200, 'CHF', true],
    ["Fr. 1'200.50", "Fr. 1'200.50", 1200.5, 'CHF', true],
    ['12 kr', '12 kr', 12, 'SEK', false],
    ['12 kr.', '12 kr.', 12, 'SEK', false],
    ['kr 50', 'kr 50', 50, 'SEK', false],
    ['R$ 1.234,56', 'R$ 1.234,56', 1234.56, 'BRL', true],
    ['R150.00', 'R150.00', 150, 'ZAR', false],
    ['S$12.00', 'S$12.00', 12, 'SGD', true],
    ['¥1,200', '¥1,200', 1200, 'JPY', false],
    ['1.000.000 Ft', '1.000.000 Ft', 1000000, 'HUF', true],
    ['250 lei', '250 lei', 250, 'RON', true],
    ['-$5.00', '-$5.00', -5, 'USD', false],
    ['$-5.00', '$-5.00', -5, 'USD', false],
    ['($1,234.56)', '($1,234.56)', -1234.56, 'USD', false],
    ['-5,00 €', '-5,00 €', -5, 'EUR', true],
    ['5,00 €-', '5,00 €-', -5, 'EUR', true],
    ['5,00- EUR', '5,00- EUR', -5, 'EUR', true],
    ['EUR 5,00 CR', 'EUR 5,00 CR', -5, 'EUR', true],
    ['$5 million', '$5 million', 5e6, 'USD', false],
    ['€1.5M', '€1.5M', 1.5e6, 'EUR', true],
    ['2,5 Mio. EUR', '2,5 Mio. EUR', 2.5e6, 'EUR', true],
    ['$1.234 million', '$1.234 million', 1234000, 'USD', false],
    ['TOTAL 12.50', '12.50', 12.5, null, false],
    ['Summe 1.234,50', '1.234,50', 1234.5, null, false],
    ['1.234,56-', '1.234,56-', -1234.56, null, false],
    ['12.50 CR', '12.50 CR', -12.5, null, false],
    ['1,234 .56', '1,234 .56', 1234.56, null, false],
    ['TOTAL S8.20', 'S8.20', 8.2, null, false],
    ['PEN 5.00', 'PEN 5.00', 5, 'PEN', false],
    ['$.50', '$.50', 0.5, 'USD', false],
    ['1.234.56 EUR', '1.234.56 EUR', 1234.56, 'EUR', true],
  ])('%s', (text, raw, amount, currency, certain) => {
    const [mention, ...rest] = findMoney(text);
    expect(rest).toEqual([]);
    expect(mention?.raw).toBe(raw);
    expect(text.slice(mention!.start, mention!.end)).toBe(raw);
    expect(mention!.value).toMatchObject({ currency, currencyCertain: certain });
    expect(mention!.value.amounts[0]).toBe(amount);
  });

  it('gives each currency to one amount only', () => {
    const read = (text: string) => findMoney(text).map((m) => [m.value.amounts[0], m.value.currency]);
    expect(read('5,00 EUR 10,00 EUR')).toEqual([
      [5, 'EUR'],
      [10, 'EUR'],
    ]);
    expect(read('EUR 5,00 EUR 10,00')).toEqual([
      [5, 'EUR'],
      [10, 'EUR'],
    ]);
    expect(read('$5.00 $10.00')).toEqual([
      [5, 'USD'],
      [10, 'USD'],
    ]);
    expect(read('1 200,00 € 3 400,00 €')).toEqual([
      [1200, 'EUR'],
      [3400, 'EUR'],
    ]);
  });

  it('keeps both readings of an ambiguous amount', () => {
    const [money] = findMoney('1.234 €');
    expect(money!.value.amounts).toEqual([1234, 1.234]);
    expect(applyNumberStyle(money!, 'dot')).toBe(1.234);
  });

  it('is surer of an amount with a currency than of a bare one', () => {
    expect(findMoney('12.50 EUR')[0]!.certainty).toBeGreaterThan(findMoney('12.50')[0]!.certainty);
    expect(findMoney('S8.20')[0]!.certainty).toBeLessThan(findMoney('8.20')[0]!.certainty);
  });

  it.each([
    '',
    'Total',
    '19,00 %',
    '2,50 kg',
    '12.05. 2018',
    '12/05/2018',
    'INV2020.50',
    '12:30.50',
    'ALL 5',
    '5',
    '1234',
    '05.12',
    '192.168.10.12',
    '14.30 Uhr',
    'US12345',
    'PO-12.50',
    'AES8.20',
    'FR76 3000',
    'KR87654321',
    'FR 604 219 388',
    'Mo.-Fr. 08.30',
    '12 ft',
    'LEI 5299',
  ])('no money in %s', (text) => {
    expect(findMoney(text)).toEqual([]);
  });
});

describe('findCurrencies', () => {
  it.each([
    ['Currency: USD', 'USD'],
    ['Beträge in EUR', 'EUR'],
    ['(€)', 'EUR'],
    ['US$', 'USD'],
    ['amount in Euro', 'EUR'],
    ['in złotych', 'PLN'],
    ['EUR/MWh', 'EUR'],
    ['Currency: ALL', 'ALL'],
    ['TRY', 'TRY'],
    ['Montants en euros', 'EUR'],
    ['Schweizer Franken', 'CHF'],
    ['pounds sterling', 'GBP'],
  ])('%s names %s', (text, currency) => {
    const [first] = findCurrencies(text);
    expect(first?.value.currency).toBe(currency);
    expect(text.slice(first!.start, first!.end)).toBe(first!.raw);
  });

  it.each([
    '',
    'SENG HUAT SDN BHD',
    'SENG HUAT SDN. BHD.',
    'ALL ITEMS',
    'VAT AND TOP',
    'EURO-PALLETS'.slice(5),
    'europe',
    'INV-USD-1',
    'Usd',
    'AUDIT',
    'neuro',
  ])('none in %s', (text) => {
    expect(findCurrencies(text)).toEqual([]);
  });

  it('says when a sign has several currencies', () => {
    expect(findCurrencies('Price ($)')[0]!.value).toMatchObject({ currency: 'USD', certain: false });
  });
});

describe('resolveCurrency', () => {
  const dollars = findMoney('$5.00')[0]!.value.possible;

  it('takes the currency seen elsewhere, then the country', () => {
    expect(resolveCurrency(dollars, { country: 'US', seen: ['CAD', 'EUR'] })).toEqual({
      currency: 'CAD',
      certain: true,
    });
    expect(resolveCurrency(dollars, { country: 'AU' })).toEqual({ currency: 'AUD', certain: true });
    expect(resolveCurrency(['SEK', 'NOK', 'DKK'], { country: 'DK' })).toEqual({ currency: 'DKK', certain: true });
  });

  it('stays uncertain without a hint that fits', () => {
    expect(resolveCurrency(dollars, {})).toEqual({ currency: 'USD', certain: false });
    expect(resolveCurrency(dollars, { country: 'DE' })).toEqual({ currency: 'USD', certain: false });
    expect(resolveCurrency([], {})).toEqual({ currency: null, certain: false });
  });
});
