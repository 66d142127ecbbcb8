import { describe, expect, it } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function read(text: string, language: string) {
  const { fields } = readText(text, { language, typeHint: 'invoice' }).documents[0]!;
  return (path: string) => fields[path]?.value;
}

describe('taxes[]', () => {
  it('reads a summary in columns, the rate in the label over its amount', () => {
    const value = read(
      `
FACTURE  F-2041
Date: 12/03/2024

Désignation                    Qté     PU HT     TVA      Montant HT
Profilé acier                   60      2,00     20 %         120,00
Motoréducteur                    3    711,75     20 %        2135,25

Total hors taxes               TVA 20.0 %               Total TTC
2255,25                        451,05                   2706,30
`,
      'fr',
    );
    expect(value('taxes[0].rate')).toBe(20);
    expect(value('taxes[0].amount')).toBe(451.05);
    expect(value('taxes[0].base')).toBe(2255.25);
    expect(value('grossTotal')).toBe(2706.3);
  });

  it('takes taxes from the totals, not from an item that states its own', () => {
    const value = read(
      `
Fattura n. 2041
Data: 12/03/2024

Descrizione              Q.tà     Prezzo     IVA     Imposta     Totale
Workshop                    6     100,00     22%      132,00     600,00
Studio                      1     400,00     22%       88,00     400,00

Imponibile:                                                     1000,00
IVA (22%):                                                       220,00
Totale fattura:                                                 1220,00
`,
      'it',
    );
    expect(value('taxes[0].amount')).toBe(220);
    expect(value('taxes[0].rate')).toBe(22);
  });

  it('knows a tax by its local name', () => {
    const value = read(
      `
Fatura n.º 2041
Data: 12/03/2024

Designação               Qtd.     Preço      Valor
Limpeza                     2     100,00     200,00

Mercadoria                                   200,00
ISS (5,0%)                                    10,00
Total da fatura                              210,00
`,
      'pt',
    );
    expect(value('taxes[0].rate')).toBe(5);
    expect(value('taxes[0].amount')).toBe(10);
  });
});

describe('currency', () => {
  it('takes no article number for money', () => {
    const value = read(
      `
Fatura n.º 2041
Data: 12/03/2024

Referência     Designação               Qtd.     Preço      Valor (EUR)
TZS144.89      Polia                       2     100,00          200,00
QQQ358.60      Marcadores                  1      10,00           10,00

Total da fatura                                                  210,00
`,
      'pt',
    );
    expect(value('currency')).toBe('EUR');
  });
});
