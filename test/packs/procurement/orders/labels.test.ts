import { describe, expect, it } from 'vitest';
import {
  ownDateLabels,
  ownNumberLabels,
  referredNumberLabels,
  theirNumberLabels,
} from '../../../../src/packs/procurement/locales/document-nouns.ts';
import { createLabelIndex } from '../../../../src/recognize/labels/label-index.ts';
import { documentFromText } from '../../../support/document-from-text.ts';

function finds(phrases: readonly string[], printed: string): boolean {
  const index = createLabelIndex(phrases.map((phrase) => ({ key: 'x', phrase, weight: 0 })));
  const line = documentFromText(printed).pages[0]!.lines[0]!;
  return index.find(line, false).some((hit) => hit.start === 0 && hit.end >= printed.replace(/[.:]+$/, '').length);
}

describe('labels composed of nouns', () => {
  it.each([
    ['quotation', 'Angebots-Nr.:'],
    ['quotation', 'N° de devis'],
    ['quotation', 'Rif. offerta'],
    ['order', "Numero dell'ordine"],
    ['order', 'Encomenda n.º'],
    ['rfq', 'Offerteaanvraagnummer'],
    ['deliveryNote', 'Bon de livraison n°'],
    ['customer', 'Código de cliente'],
  ] as const)('%s: %s', (noun, printed) => {
    expect(finds(ownNumberLabels(noun), printed)).toBe(true);
  });

  it.each([
    ['quotation', "Data dell'offerta"],
    ['order', 'Date de commande'],
    ['rfq', 'Datum der Anfrage'],
  ] as const)('date of %s: %s', (noun, printed) => {
    expect(finds(ownDateLabels(noun), printed)).toBe(true);
  });

  it.each([
    ['quotation', 'Ihr Angebot vom'],
    ['rfq', 'V/ consulta'],
    ['order', 'S/ pedido'],
    ['invoice', 'Ref. factura'],
  ] as const)("the other side's %s: %s", (noun, printed) => {
    expect(finds(theirNumberLabels(noun), printed)).toBe(true);
  });

  it('leaves the own label out where a paper of the same kind is referred to', () => {
    expect(finds(referredNumberLabels('invoice'), 'Invoice No.')).toBe(false);
    expect(finds(referredNumberLabels('invoice'), 'Original invoice')).toBe(true);
  });
});
