// Whole papers from request to delivery, in the languages they come in.
import { describe, expect, it } from 'vitest';
import { readText } from '../../../support/document-from-text.ts';

function read(text: string, language: string) {
  const record = readText(text, { language }).documents[0]!;
  return { record, value: (path: string) => record.fields[path]?.value };
}

describe('a request for quotation', () => {
  const german = `
Hallermann Anlagenbau GmbH
Industrieweg 4, 70565 Stuttgart

Preisanfrage

Anfrage-Nr.         AF-24-0117
Datum               05.02.2024
Abgabetermin        01.03.2024
Bauvorhaben         Umbau Werk Nord
Gewerk              Elektro
Angebotsbindung     60 Kalendertage

Pos   Bezeichnung                   Menge    Einheit
1     Kabelkanal 60 x 40               120     m
2     Steckdose Aufputz                 40     Stk
3     Sicherungskasten                   3     Stk

Zuschlagskriterien
Preis                      60 %
Lieferzeit                 25 %
Technischer Wert           15 %
`;

  it('is read with its deadline, trade, validity and award criteria', () => {
    const { record, value } = read(german, 'de');
    expect(record.type).toBe('rfq');
    expect(value('number')).toBe('AF-24-0117');
    expect(value('issueDate')).toBe('2024-02-05');
    expect(value('submissionDeadline')).toBe('2024-03-01');
    expect(value('projectName')).toBe('Umbau Werk Nord');
    expect(value('discipline')).toBe('Elektro');
    expect(value('validityDays')).toBe(60);
    const criteria = [0, 1, 2].map((i) => [value(`evaluation[${i}].criterion`), value(`evaluation[${i}].weight`)]);
    expect(criteria).toEqual([
      ['Preis', 60],
      ['Lieferzeit', 25],
      ['Technischer Wert', 15],
    ]);
    expect(record.issues.map((issue) => issue.rule)).not.toContain('procurement/weights-sum');
  });

  it('is told when the weights of its criteria do not make 100', () => {
    const { record } = read(german.replace('15 %', '5 %'), 'de');
    expect(record.issues.map((issue) => issue.rule)).toContain('procurement/weights-sum');
  });

  it('keeps criteria that one sentence names', () => {
    const { value } = read(
      german.replace(
        /Zuschlagskriterien[\s\S]*$/,
        'Zuschlagskriterien: Preis 70 %, Qualität 20 % und Lieferzeit 10 %\n',
      ),
      'de',
    );
    expect(value('evaluation[0].criterion')).toBe('Preis');
    expect(value('evaluation[2].criterion')).toBe('Lieferzeit');
    expect(value('evaluation[2].weight')).toBe(10);
  });
});

describe('an offer', () => {
  const dutch = `
Molenaar Techniek B.V.
Havenkade 12
3011 AA Rotterdam

Offerte

Offertenummer            OF-3391
Offertedatum             12-03-2024
Geldig tot               11-04-2024
Uw aanvraag              AF-880
Levertijd                6 weken
Leveringscondities       DAP Utrecht
Betalingsvoorwaarden     30 dagen netto

Omschrijving              Aantal    Prijs     Bedrag
Pomp type 4                    2    450,00    900,00
Slang 20 m                     5     20,00    100,00

                          Totaal excl. btw    1.000,00
                          Btw 21%               210,00
                          Totaal incl. btw    1.210,00
`;

  it('answers a request with terms', () => {
    const { record, value } = read(dutch, 'nl');
    expect(record.type).toBe('quotation');
    expect(value('number')).toBe('OF-3391');
    expect(value('rfqNumber')).toBe('AF-880');
    expect(value('validUntil')).toBe('2024-04-11');
    expect(value('leadTime')).toBe('6 weken');
    expect(value('incoterms')).toBe('DAP Utrecht');
    expect(value('paymentTerms')).toBe('30 dagen netto');
    expect(value('grossTotal')).toBe(1210);
  });

  it('tells from the lead time when it can deliver, and that this is inferred', () => {
    const { record } = read(dutch, 'nl');
    expect(record.fields.deliveryDate).toMatchObject({ value: '2024-04-23', origin: 'inferred' });
  });
});

describe('an order', () => {
  const french = `
Ateliers Vasseur SARL
14 rue des Forges
69003 Lyon

Bon de commande

N° de commande           BC-5120
Date de commande         08/04/2024
Votre devis              D-771
Livraison le             30/04/2024
Conditions de paiement   30 % à la commande, 70 % à la livraison

Désignation               Qté    Prix unitaire    Montant
Tôle acier 3 mm            10            42,00     420,00
Vis inox M6                 8            10,00      80,00

                                     Total HT      500,00
                                     TVA 20%       100,00
                                     Total TTC     600,00
`;

  it('is read with the offer it accepts and its stages of payment', () => {
    const { record, value } = read(french, 'fr');
    expect(record.type).toBe('purchase_order');
    expect(value('number')).toBe('BC-5120');
    expect(value('quotationNumber')).toBe('D-771');
    expect(value('deliveryDate')).toBe('2024-04-30');
    expect(value('paymentTerms')).toBe('30 % à la commande, 70 % à la livraison');
    expect(record.fields.advancePercent).toMatchObject({ value: 30, origin: 'inferred' });
    expect(value('milestones[1].event')).toBe('à la livraison');
  });

  it('complains of a delivery before the order', () => {
    const { record } = read(french.replace('30/04/2024', '30/03/2024'), 'fr');
    expect(record.issues.map((issue) => issue.rule)).toContain('procurement/delivery-before-issue');
  });

  it('takes no label for a value', () => {
    const { value } = read(french.replace('30 % à la commande, 70 % à la livraison', '\nInterlocuteur'), 'fr');
    expect(value('paymentTerms')).toBeUndefined();
  });
});

describe('a delivery note', () => {
  it('is read in Portuguese, with its carrier and the order it fulfils', () => {
    const { record, value } = read(
      `
Ferragens do Lima Lda
Rua Nova 7, 4900-101 Viana do Castelo

Guia de remessa

N.º da guia           GR-2281
Data                  17/05/2024
V/ encomenda          E-4410
Transportadora        Expresso do Minho

Ref.      Designação             Quantidade    Unidade
A-10      Dobradiça 80 mm                50    un
A-22      Fechadura de porta              6    un
`,
      'pt',
    );
    expect(record.type).toBe('delivery_note');
    expect(value('number')).toBe('GR-2281');
    expect(value('date')).toBe('2024-05-17');
    expect(value('purchaseOrderNumber')).toBe('E-4410');
    expect(value('carrier')).toBe('Expresso do Minho');
  });
});
