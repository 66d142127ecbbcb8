import { describe, expect, it } from 'vitest';
import { findPaymentTerms, type PaymentTermsValue } from '../../src/recognize/payment-terms.ts';

describe('findPaymentTerms reads', () => {
  it.each<[string, PaymentTermsValue]>([
    ['net 30', { netDays: 30 }],
    ['Net 30 days', { netDays: 30 }],
    ['Payment terms: 30 days', { netDays: 30 }],
    ['N30', { netDays: 30 }],
    ['payable within 14 days', { netDays: 14 }],
    ['Please pay within 7 days.', { netDays: 7 }],
    ['Payment due within thirty (30) days of invoice date', { netDays: 30 }],
    ['2/10 net 30', { discountPercent: 2, discountDays: 10, netDays: 30 }],
    ['2% 10, net 30', { discountPercent: 2, discountDays: 10, netDays: 30 }],
    ['3 % discount if paid within 10 days', { discountPercent: 3, discountDays: 10 }],
    ['net 30 EOM', { netDays: 30, endOfMonth: true }],
    ['due on receipt', { due: 'on-receipt' }],
    ['Due upon receipt of invoice', { due: 'on-receipt' }],
    ['payment in advance', { due: 'in-advance' }],
    ['Cash on delivery', { due: 'on-delivery' }],
    ['COD', { due: 'on-delivery' }],
    ['30 Tage netto', { netDays: 30 }],
    ['Zahlungsziel: 30 Tage', { netDays: 30 }],
    ['Zahlbar innerhalb von 14 Tagen ohne Abzug', { netDays: 14 }],
    ['2 % Skonto innerhalb 10 Tagen', { discountPercent: 2, discountDays: 10 }],
    ['Skonto 2% bei Zahlung innerhalb 8 Tagen', { discountPercent: 2, discountDays: 8 }],
    ['14 Tage 2 % Skonto, 30 Tage netto', { discountPercent: 2, discountDays: 14, netDays: 30 }],
    ['2,5% Skonto innerhalb von 10 Tagen, 30 Tage netto', { discountPercent: 2.5, discountDays: 10, netDays: 30 }],
    ['zahlbar sofort ohne Abzug', { due: 'on-receipt' }],
    ['Vorkasse', { due: 'in-advance' }],
    ['à 30 jours fin de mois', { netDays: 30, endOfMonth: true }],
    ['Règlement à 45 jours', { netDays: 45 }],
    ['30 jours net', { netDays: 30 }],
    ['à réception de facture', { due: 'on-receipt' }],
    ['Paiement comptant', { due: 'cash' }],
    ['30 gg d.f.f.m.', { netDays: 30, endOfMonth: true }],
    ['60 dd ff', { netDays: 60, endOfMonth: true }],
    ['rimessa diretta', { due: 'on-receipt' }],
    ['pago a 60 días', { netDays: 60 }],
    ['30 días fecha factura', { netDays: 30 }],
    ['contado', { due: 'cash' }],
    ['Pagamento a 30 dias', { netDays: 30 }],
    ['pagamento antecipado', { due: 'in-advance' }],
    ['binnen 14 dagen te voldoen', { netDays: 14 }],
    ['Betalingstermijn: 30 dagen', { netDays: 30 }],
    ['Termin płatności: 14 dni', { netDays: 14 }],
    ['przelew 14 dni', { netDays: 14 }],
    ['gotówka', { due: 'cash' }],
  ])('%s', (text, value) => {
    const [mention, ...rest] = findPaymentTerms(text);
    expect(rest).toEqual([]);
    expect(mention?.value).toEqual(value);
    expect(text.slice(mention!.start, mention!.end)).toBe(mention!.raw);
  });

  it('terms deep inside a long paragraph', () => {
    const text = `${'The goods remain ours. '.repeat(40)}Payable within 14 days.`;
    const [mention] = findPaymentTerms(text);
    expect(mention?.value).toEqual({ netDays: 14 });
    expect(text.slice(mention!.start, mention!.end)).toBe('Payable within 14 days');
  });

  it.each([
    '',
    'Netto 119,00',
    'net weight 30 kg',
    'Net 30.00',
    'Nettobetrag 100',
    'Lieferung in 14 Tagen',
    'Cash 50.00',
    'Order N30',
    'Internet 30',
    'code 12',
    '30 days',
  ])('nothing in %s', (text) => {
    expect(findPaymentTerms(text)).toEqual([]);
  });
});
