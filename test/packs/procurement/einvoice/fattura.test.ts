import { expect, it } from 'vitest';
import { plainRecord, readMade } from '../../../support/read-made.ts';

const party = (
  tag: string,
  name: string,
  id: string,
) => `<${tag}><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>${id}</IdCodice></IdFiscaleIVA>
  <Anagrafica>${name}</Anagrafica></DatiAnagrafici>
  <Sede><Indirizzo>Via Roma</Indirizzo><NumeroCivico>5</NumeroCivico><CAP>20121</CAP><Comune>Milano</Comune><Provincia>MI</Provincia><Nazione>IT</Nazione></Sede></${tag}>`;

const fattura = (
  code: string,
) => `<p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
  <FatturaElettronicaHeader>${party('CedentePrestatore', '<Denominazione>Alfa Srl</Denominazione>', '01234567890')}${party('CessionarioCommittente', '<Nome>Ada</Nome><Cognome>Rossi</Cognome>', '09876543210')}</FatturaElettronicaHeader>
  <FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${code}</TipoDocumento><Divisa>EUR</Divisa><Data>2024-02-01</Data><Numero>12/A</Numero>
    <ImportoTotaleDocumento>232.00</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali>
  <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Consulenza</Descrizione><Quantita>2.00</Quantita><UnitaMisura>ore</UnitaMisura><PrezzoUnitario>50.00</PrezzoUnitario><PrezzoTotale>100.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
  <DettaglioLinee><NumeroLinea>2</NumeroLinea><Descrizione>Libro</Descrizione><PrezzoTotale>105.77</PrezzoTotale><AliquotaIVA>4.00</AliquotaIVA></DettaglioLinee>
  <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>100.10</ImponibileImporto><Imposta>22.02</Imposta></DatiRiepilogo>
  <DatiRiepilogo><AliquotaIVA>4.00</AliquotaIVA><ImponibileImporto>105.20</ImponibileImporto><Imposta>4.21</Imposta></DatiRiepilogo></DatiBeniServizi>
  <DatiPagamento><DettaglioPagamento><DataScadenzaPagamento>2024-03-01</DataScadenzaPagamento><ImportoPagamento>232.00</ImportoPagamento></DettaglioPagamento></DatiPagamento></FatturaElettronicaBody></p:FatturaElettronica>`;

it('reads a FatturaPA; sums over rates are marked as computed, and add up to the cent', async () => {
  const { record } = await readMade(fattura('TD01'));
  expect(plainRecord(record)).toMatchObject({
    type: 'invoice',
    number: '12/A',
    issueDate: '2024-02-01',
    dueDate: '2024-03-01',
    currency: 'EUR',
    'seller.name': 'Alfa Srl',
    'seller.vatId': 'IT01234567890',
    'seller.address': 'Via Roma 5, 20121 Milano, MI',
    'buyer.name': 'Ada Rossi',
    netTotal: 205.3,
    taxTotal: 26.23,
    grossTotal: 232,
    'taxes[1].rate': 4,
    'lines[0].description': 'Consulenza',
    'lines[0].unitPrice': 50,
    'lines[1].netAmount': 105.77,
  });
  expect(record.fields.netTotal?.origin).toBe('computed');
  expect(record.fields.grossTotal?.origin).toBe('xml');
});

it('tells a credit note by its code', async () => {
  expect((await readMade(fattura('TD04'))).record.type).toBe('credit_note');
});
