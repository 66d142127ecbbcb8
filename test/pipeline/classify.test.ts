import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { createReading } from '../../src/pipeline/reading.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { documentFromText } from '../support/document-from-text.ts';

const { classifier } = createTypeCatalogue(packs);

function typeOf(text: string, hint?: string): string {
  return classifier.classify(createReading(documentFromText(text)), hint)[0]!.type;
}

const amounts = `
Item                     Qty      Price     Amount
Lamp                       2      10.00      20.00
Cable                      1       5.00       5.00
                                  Total      25.00
`;

describe('classifying', () => {
  it.each([
    ['invoice', `INVOICE\nInvoice Number: 17\nBill To:\nAda Ltd\n${amounts}`],
    ['invoice', `RECHNUNG\nRechnungsnummer: 17\nRechnungsdatum: 1.2.2024\n${amounts}`],
    ['invoice', `Rechnung Nr. 2024-17 vom 01.02.2024\n${amounts}\nBitte überweisen Sie bis zum 01.03.2024`],
    ['credit_note', `CREDIT NOTE\nCredit note number: 4\nOriginal invoice: 17\n${amounts}`],
    ['credit_note', `GUTSCHRIFT\nGutschriftnummer: 4\nzu Rechnung Nr. 17\n${amounts}`],
    ['purchase_order', `PURCHASE ORDER\nPO Number: 8\nVendor:\nAda Ltd\nShip To:\nBob Ltd\n${amounts}`],
    ['quotation', `QUOTATION\nQuotation No: 5\nValid until: 1 May 2024\n${amounts}`],
    ['quotation', `DEVIS\nDevis n° 5\nValable jusqu'au 1 mai 2024\n${amounts}`],
    [
      'rfq',
      'REQUEST FOR QUOTATION\nRFQ No: 12\nSubmission deadline: 1 May 2024\nPlease quote your best price for the items below.\n',
    ],
    [
      'delivery_note',
      'DELIVERY NOTE\nDelivery note no: 3\nItem      Quantity delivered\nLamp      2\nReceived by: ________',
    ],
    [
      'unknown',
      'Dear Ada,\n\nthank you for the photographs. The invoice you asked about was paid last year.\n\nYours, Bob',
    ],
    [
      'unknown',
      `CERTIFICATE OF LIABILITY INSURANCE\nPolicy number: 17\nInsured: Ada Ltd\nThis certificate does not constitute a contract.`,
    ],
    ['unknown', 'Order: 4711\nColour: blue\nSize: 12'],
  ])('%s', (type, text) => {
    expect(typeOf(text)).toBe(type);
  });

  it('calls a self-billed credit an invoice, as the law does', () => {
    expect(typeOf(`Gutschrift (selbst ausgestellte Rechnung) Nr. 17 vom 01.02.2024\n${amounts}`)).toBe('invoice');
  });

  it('lets a hint win over a weak result but not over a strong one', () => {
    const weak = `Statement\n${amounts}`;
    const strong = `INVOICE\nInvoice Number: 17\nInvoice Date: 1 May 2024\nBill To:\nAda Ltd\n${amounts}`;
    expect(typeOf(weak, 'purchase_order')).toBe('purchase_order');
    expect(typeOf(strong, 'purchase_order')).toBe('invoice');
  });

  it('names the parts of a score', () => {
    const parts = classifier.explain(
      createReading(documentFromText(`INVOICE\nInvoice Number: 17\n${amounts}`)),
      'invoice',
    );
    expect(parts['title: invoice']).toBeGreaterThan(3);
  });

  it('gives confidences that sum to one', () => {
    const guesses = classifier.classify(createReading(documentFromText(amounts)));
    expect(guesses.reduce((sum, guess) => sum + guess.confidence, 0)).toBeCloseTo(1, 1);
  });
});
