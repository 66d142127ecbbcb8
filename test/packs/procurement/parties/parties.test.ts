import { describe, expect, it } from 'vitest';
import { readText } from '../../../support/document-from-text.ts';

function read(text: string, language: string, typeHint = 'invoice') {
  const { fields } = readText(text, { language, typeHint }).documents[0]!;
  return (path: string) => fields[path]?.value;
}

describe('parties under headings', () => {
  it('reads two columns and keeps the place of delivery apart from the billed party', () => {
    const value = read(
      `
Harbour Light Supplies Ltd
12 Quay Street, Bristol BS1 4DJ
Tel: 0117 496 0123

Bill To:                         Ship To:
Mossgate Bakery Ltd              Mossgate Depot
7 Mill Lane                      Unit 4, Canal Road
Leeds LS1 5AB                    Leeds LS12 2QF

Invoice No: HL-2041
Total: £120.00
`,
      'en',
    );
    expect(value('seller.name')).toBe('Harbour Light Supplies Ltd');
    expect(value('seller.address')).toBe('12 Quay Street, Bristol BS1 4DJ');
    expect(value('buyer.name')).toBe('Mossgate Bakery Ltd');
    expect(value('buyer.address')).toBe('7 Mill Lane, Leeds LS1 5AB');
  });

  it('reads a form: a section heading over labels and values', () => {
    const value = read(
      `
Rechnung Nr. 880412

Verkäufer
Globale Nummer:           4000001123452
Name:                     Brandt Technik GmbH
Ansprechpartner:          Max Beispiel
Anschrift:                Werkstraße 20
                          80333 München
E-Mail:                   post@brandt-technik.de
Steuernummer:             201/113/40209

Käufer/Leistungsempfänger
Nummer:                   GE2020211
Name:                     Nordlicht AG Mitte
Anschrift:                Kundenstraße 15
                          60311 Frankfurt

Gesamtbetrag: 119,00 EUR
`,
      'de',
    );
    expect(value('seller.name')).toBe('Brandt Technik GmbH');
    expect(value('seller.address')).toBe('Werkstraße 20, 80333 München');
    expect(value('seller.taxId')).toBe('201/113/40209');
    expect(value('seller.email')).toBe('post@brandt-technik.de');
    expect(value('buyer.name')).toBe('Nordlicht AG Mitte');
    expect(value('buyer.address')).toBe('Kundenstraße 15, 60311 Frankfurt');
  });

  it('reads a name behind its heading and the address under it', () => {
    const value = read(
      `
Parts & Bolts Co
400 Foundry Lane, Detroit, MI 48201

Bill To: Summit Systems Inc
         654 Enterprise Way, Boston, MA 02101

INVOICE #: INV-9
Total: $90.00
`,
      'en',
    );
    expect(value('seller.name')).toBe('Parts & Bolts Co');
    expect(value('buyer.name')).toBe('Summit Systems Inc');
    expect(value('buyer.address')).toBe('654 Enterprise Way, Boston, MA 02101');
  });

  it('takes whom an order is sent to for the seller', () => {
    const value = read(
      `
Mossgate Bakery Ltd                      PURCHASE ORDER
7 Mill Lane
Leeds LS1 5AB
Phone: 0113 496 0882
www.mossgate-bakery.co.uk

To:
Harbour Light Supplies Ltd
12 Quay Street
Bristol BS1 4DJ

Order No: PO-77
`,
      'en',
      'purchase_order',
    );
    expect(value('buyer.name')).toBe('Mossgate Bakery Ltd');
    expect(value('buyer.address')).toBe('7 Mill Lane, Leeds LS1 5AB');
    expect(value('seller.name')).toBe('Harbour Light Supplies Ltd');
  });
});

describe('parties without headings', () => {
  it('takes the address under a small sender line for the recipient', () => {
    const value = read(
      `


Brandt Technik GmbH · Werkstraße 20 · 80333 München

Herrn
Max Beispiel
Gartenweg 3
50667 Köln

Rechnung Nr. 4711
Sehr geehrter Herr Beispiel,

Gesamtbetrag: 119,00 EUR



Brandt Technik GmbH        IBAN DE89 3704 0044 0532 0130 00
USt-IdNr. DE136695976      www.brandt-technik.de
`,
      'de',
    );
    expect(value('seller.name')).toBe('Brandt Technik GmbH');
    expect(value('seller.address')).toBe('Werkstraße 20, 80333 München');
    expect(value('seller.iban')).toBe('DE89370400440532013000');
    expect(value('buyer.name')).toBe('Max Beispiel');
    expect(value('buyer.address')).toBe('Gartenweg 3, 50667 Köln');
  });

  it('tells the issuer with its own details from the bare address beside it', () => {
    const value = read(
      `
Moulin Vert SARL                              Hôtel du Stade
12 chemin du Lac                              42 rue du Stade
84340 Malaucène                               69003 Lyon
contact@moulinvert.fr
www.moulinvert.fr

Facture n° 2024-17

Total TTC : 119,00 €
`,
      'fr',
    );
    expect(value('seller.name')).toBe('Moulin Vert SARL');
    expect(value('buyer.name')).toBe('Hôtel du Stade');
    expect(value('buyer.address')).toBe('42 rue du Stade, 69003 Lyon');
  });

  it('reads who is paid when nobody else is named', () => {
    const value = read(
      `
INVOICE 88

Bill To:
Summit Systems Inc
654 Enterprise Way
Boston, MA 02101

Total: $90.00

Please make checks payable to Parts & Bolts Co
`,
      'en',
    );
    expect(value('seller.name')).toBe('Parts & Bolts Co');
    expect(value('buyer.name')).toBe('Summit Systems Inc');
  });

  it('prefers the legal entity in small print over the brand in the letterhead', () => {
    const value = read(
      `
Norvik Service Clients
75008 Paris

                                 Paul Exemple
                                 35 rue du Port
                                 69100 Villeurbanne

Facture n° 562044
Total TTC : 29,99 €

Norvik SAS au capital de 3.441.812 Euros
`,
      'fr',
    );
    expect(value('seller.name')).toBe('Norvik SAS');
    expect(value('buyer.name')).toBe('Paul Exemple');
  });
});

describe('details of the parties', () => {
  it('gives a VAT id to whom its label names', () => {
    const value = read(
      `
Moulin Vert SARL
12 chemin du Lac
84340 Malaucène
TVA : FR40303265045

Facturé à :
Hôtel du Stade
42 rue du Stade
69003 Lyon

Facture n° 17
N° TVA client : FR83404833048
Total TTC : 119,00 €
`,
      'fr',
    );
    expect(value('seller.vatId')).toBe('FR40303265045');
    expect(value('buyer.vatId')).toBe('FR83404833048');
  });

  it('reads details whose label stands above them', () => {
    const value = read(
      `
Officine Velati S.r.l.
Via Roma, 12
20121 Milano

Cliente:
Bar Centrale S.n.c.
Via Po, 3
10123 Torino

Fattura n. 12
Totale: 119,00 EUR

Partita IVA
IT00743110157

BIC
UNCRITMM
`,
      'it',
    );
    expect(value('seller.vatId')).toBe('IT00743110157');
    expect(value('seller.bic')).toBe('UNCRITMM');
  });

  it('shows where each value stands', () => {
    const { fields } = readText(
      `
Rechnungsempfänger
Nordlicht AG Mitte
Kundenstraße 15
60311 Frankfurt

Rechnung Nr. 1
`,
      { language: 'de', typeHint: 'invoice' },
    ).documents[0]!;
    expect(fields['buyer.name']!.evidence.map((place) => place.text)).toEqual(['Nordlicht AG Mitte']);
    expect(fields['buyer.address']!.evidence.map((place) => place.text)).toEqual([
      'Kundenstraße 15',
      '60311 Frankfurt',
    ]);
  });

  it('names no party that the page does not', () => {
    const value = read(
      `
Invoice No: 12
Customer: SC0303006280
Item                 Qty    Amount
Network Router         2     90.00
Total: 90.00
`,
      'en',
    );
    expect(value('seller.name')).toBeUndefined();
    expect(value('buyer.name')).toBeUndefined();
  });

  it('does not take the value of another label for the issuer', () => {
    const value = read(
      `
Remit Address:
KQRS Media
4614 Collection Center Drive
Chicago, IL 60693

Advertiser:  Summit Brands, Inc
Bill To:
Larkspur Interiors Ltd
711 Third Avenue
New York, NY 10017

Invoice No: 950658
Total: $90.00
`,
      'en',
    );
    expect(value('seller.name')).toBe('KQRS Media');
    expect(value('buyer.name')).toBe('Larkspur Interiors Ltd');
  });

  it('does not take a column title for the heading of a party', () => {
    const value = read(
      `
Suministros Alba S.L.
Calle Mayor, 12
28004 Madrid
www.suministros-alba.es

Factura 17

Ref.        Descripción            Uds.     Importe
cliente
X15656      Rodamiento de bolas       2      200,80
Total: 200,80 EUR
`,
      'es',
    );
    expect(value('seller.name')).toBe('Suministros Alba S.L.');
    expect(value('buyer.name')).toBeUndefined();
  });
});

describe('ids of the issuer', () => {
  it('reads register entries that a footer breaks over two lines, court and place included', () => {
    const value = read(
      `
FACTURA  F-2041
Fecha: 12/03/2024
Cliente:
Panadería Ejemplo S.L.
Calle Mayor 7
28013 Madrid

Base imponible: 100,00 EUR
IVA 21 %: 21,00 EUR
Total factura: 121,00 EUR


Talleres Muestra S.A. - Avenida del Puerto 3 - 46023 Valencia - Tel. 963 000 000 - Reg. Mercantil Valencia, Tomo 1234, Folio
56, Hoja V-78901 - www.talleres-muestra.es
`,
      'es',
    );
    expect(value('seller.registrationId')).toBe('Valencia, Tomo 1234, Folio 56, Hoja V-78901');
  });

  it('reads a label at the end of a line over its number', () => {
    const value = read(
      `
FACTUUR 2024-118
Datum: 12-03-2024
Aan:
Voorbeeld Bakkerij BV
Dorpsstraat 7
1234 AB Utrecht

Totaal: 121,00 EUR


Molen Techniek BV - Kade 9 - 2312 XC Leiden - Tel: 071 000 0000 - KvK-nummer:
12345678
`,
      'nl',
    );
    expect(value('seller.registrationId')).toBe('12345678');
  });
});
