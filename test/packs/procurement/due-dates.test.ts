import { describe, expect, it } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

const bill = (...said: string[]) => `
Werkstatt Lindner GmbH
Hafenstraße 3, 18055 Rostock

Rechnung Nr. 4471                                        Rostock, 3. Mai 2024

Reparatur                                                100,00 €
19 % MwSt.                                                19,00 €
Gesamtbetrag                                             119,00 €

${said.join('\n')}
`;
const dueOf = (...said: string[]) => readText(bill(...said), { language: 'de' }).documents[0]!.fields.dueDate?.value;

describe('the day to pay', () => {
  it.each([
    ['Der Betrag ist bis zum 17. Mai 2024 zahlbar.', '2024-05-17'],
    ['Please settle this invoice by 20 May 2024.', '2024-05-20'],
    ['Merci de régler cette facture avant le 31 mai 2024.', '2024-05-31'],
    ['Il pagamento va effettuato entro il 02/06/2024.', '2024-06-02'],
    ['Le rogamos abonar el importe antes del 15 de junio de 2024.', '2024-06-15'],
    ['Gelieve te voldoen uiterlijk op 14 juni 2024.', '2024-06-14'],
  ])('is read from the sentence: %s', (said, expected) => expect(dueOf(said)).toBe(expected));

  it('is read over a line break', () => {
    expect(dueOf('Wir bitten Sie, den Betrag auf unser Konto zu überweisen bis zum', '17. Mai 2024.')).toBe(
      '2024-05-17',
    );
  });

  it.each([
    'Dieses Angebot ist gültig bis 17. Mai 2024.',
    'Lieferung bis 17. Mai 2024.',
    'Bei Zahlung bis zum 17. Mai 2024 gewähren wir 2 % Skonto.',
    'Please return the key by 20 May 2024.',
  ])('is none of what else is done by a day: %s', (said) => expect(dueOf(said)).toBeUndefined());

  it('follows from terms in a sentence beside which something else looks like a term', () => {
    expect(dueOf('Zahlbar innert 30 Tagen netto.', 'Konto CH93 0076 2011 6238 5295 7')).toBe('2024-06-02');
  });

  it('is not guessed from the end of a month', () => {
    expect(dueOf('Zahlungsbedingungen: 30 Tage netto, Monatsende')).toBeUndefined();
  });
});
