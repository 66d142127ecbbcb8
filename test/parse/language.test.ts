import { describe, expect, it } from 'vitest';
import { groupLines } from '../../src/document/layout/group-lines.ts';
import { detectLanguage } from '../../src/parse/language.ts';

function page(text: string) {
  const words = text.split(' ').map((word, i) => ({ text: word, box: [i * 40, 10, i * 40 + 35, 20] as const }));
  return [{ lines: groupLines(words, 1) }];
}

describe('detectLanguage', () => {
  it.each([
    ['en', 'Invoice number and date of issue. Please pay the total amount due within thirty days of receipt.'],
    [
      'de',
      'Rechnung vom ersten März. Bitte überweisen Sie den Gesamtbetrag innerhalb von dreißig Tagen auf unser Konto.',
    ],
    ['fr', 'Facture du premier mars. Nous vous remercions de régler le montant total dans les trente jours.'],
    ['es', 'Factura del primero de marzo. El importe total debe pagarse en los treinta días desde la fecha.'],
    ['it', 'Fattura del primo marzo. Il totale della fornitura deve essere pagato entro trenta giorni dalla data.'],
    ['pt', 'Fatura do primeiro de março. O valor total deve ser pago até trinta dias após a data de emissão.'],
    [
      'nl',
      'Factuur van de eerste maart. Wij verzoeken u het bedrag binnen dertig dagen over te maken op onze rekening.',
    ],
    ['pl', 'Faktura z dnia pierwszego marca. Prosimy o zapłatę kwoty razem w terminie trzydziestu dni na konto.'],
    ['el', 'Τιμολόγιο της πρώτης Μαρτίου. Παρακαλούμε να εξοφλήσετε το συνολικό ποσό.'],
    ['sv', 'Faktura från den första mars. Vi ber er att betala hela beloppet inom trettio dagar till vårt konto.'],
  ])('%s', async (language, text) => {
    expect(await detectLanguage(page(text))).toBe(language);
  });

  it('asks the statistical detector about languages it has no words for', async () => {
    const croatian =
      'Račun od prvog ožujka. Molimo vas da cjelokupni iznos uplatite u roku od trideset dana na naš žiro račun.';
    expect(['hr', 'bs', 'sr']).toContain(await detectLanguage(page(croatian)));
  });

  it('says nothing about codes and numbers', async () => {
    expect(await detectLanguage(page('INV-2024/17 1,234.56 12.03.2024 ABC-1 4711'))).toBeNull();
  });
});
