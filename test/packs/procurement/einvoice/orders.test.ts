import { describe, expect, it } from 'vitest';
import { ublDocument, ublParty } from '../../../support/e-invoices.ts';
import { plainRecord, readMade } from '../../../support/read-made.ts';

const head = '<cbc:ID>D-17</cbc:ID><cbc:IssueDate>2024-05-02</cbc:IssueDate>';
const seller = `<cac:SellerSupplierParty>${ublParty('Nordlicht GmbH')}</cac:SellerSupplierParty>`;
const buyer = `<cac:BuyerCustomerParty>${ublParty('Havelland Bau AG')}</cac:BuyerCustomerParty>`;
const item = `<cac:Item><cbc:Description>Mit Koffer</cbc:Description><cbc:Name>Bohrhammer</cbc:Name>
  <cac:SellersItemIdentification><cbc:ID>BH-20</cbc:ID></cac:SellersItemIdentification>
  <cac:StandardItemIdentification><cbc:ID schemeID="0160">4006381333931</cbc:ID></cac:StandardItemIdentification></cac:Item>`;
const lineItem = `<cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="H87">200</cbc:Quantity>
  <cbc:LineExtensionAmount currencyID="EUR">300.00</cbc:LineExtensionAmount>
  <cac:Price><cbc:PriceAmount currencyID="EUR">150.00</cbc:PriceAmount><cbc:BaseQuantity unitCode="H87">100</cbc:BaseQuantity></cac:Price>${item}</cac:LineItem>`;
const line = {
  'lines[0].number': '1',
  'lines[0].quantity': 200,
  'lines[0].unit': 'H87',
  'lines[0].unitPrice': 1.5,
  'lines[0].netAmount': 300,
  'lines[0].sku': 'BH-20',
  'lines[0].gtin': '4006381333931',
  'lines[0].description': 'Bohrhammer',
  'lines[0].specification': 'Mit Koffer',
};
const total = (name: string) =>
  `<cac:${name}><cbc:TaxExclusiveAmount currencyID="EUR">300.00</cbc:TaxExclusiveAmount>
  <cbc:TaxInclusiveAmount currencyID="EUR">357.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">357.00</cbc:PayableAmount></cac:${name}>`;
const tax = '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">57.00</cbc:TaxAmount></cac:TaxTotal>';
const plain = async (xml: string) => plainRecord((await readMade(xml)).record);

describe('UBL documents around an order', () => {
  it('reads an order', async () => {
    const delivery = `<cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>Kai 3</cbc:StreetName><cbc:CityName>Kiel</cbc:CityName>
      <cbc:PostalZone>24159</cbc:PostalZone></cac:Address></cac:DeliveryLocation>
      <cac:RequestedDeliveryPeriod><cbc:EndDate>2024-05-20</cbc:EndDate></cac:RequestedDeliveryPeriod></cac:Delivery>`;
    const terms = '<cac:DeliveryTerms><cbc:ID>DAP Kiel</cbc:ID></cac:DeliveryTerms>';
    const body = `${head}<cac:QuotationDocumentReference><cbc:ID>Q-5</cbc:ID></cac:QuotationDocumentReference>${buyer}${seller}${delivery}${terms}${tax}${total('AnticipatedMonetaryTotal')}<cac:OrderLine>${lineItem}</cac:OrderLine>`;
    expect(await plain(ublDocument('Order', body))).toMatchObject({
      type: 'purchase_order',
      number: 'D-17',
      issueDate: '2024-05-02',
      currency: 'EUR',
      quotationNumber: 'Q-5',
      'buyer.name': 'Havelland Bau AG',
      'seller.name': 'Nordlicht GmbH',
      'seller.address': 'Hafenstraße 7, 24103 Kiel',
      deliveryAddress: 'Kai 3, 24159 Kiel',
      deliveryDate: '2024-05-20',
      incoterms: 'DAP Kiel',
      netTotal: 300,
      taxTotal: 57,
      grossTotal: 357,
      ...line,
    });
  });

  it.each(['OrderResponse', 'OrderChange'])(
    'reads an %s as what is ordered, with the order it belongs to',
    async (name) => {
      const body = `${head}<cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>${seller}${buyer}<cac:OrderLine>${lineItem}</cac:OrderLine>`;
      expect(await plain(ublDocument(name, body))).toMatchObject({
        type: 'purchase_order',
        number: 'D-17',
        purchaseOrderNumber: 'PO-1',
        ...line,
      });
    },
  );

  it('reads a quotation', async () => {
    const valid = '<cac:ValidityPeriod><cbc:EndDate>2024-06-30</cbc:EndDate></cac:ValidityPeriod>';
    const rfq =
      '<cac:RequestForQuotationDocumentReference><cbc:ID>RFQ-9</cbc:ID></cac:RequestForQuotationDocumentReference>';
    const body = `${head}${valid}${rfq}${seller}${tax}${total('QuotedMonetaryTotal')}<cac:QuotationLine><cbc:ID>1</cbc:ID>${lineItem}</cac:QuotationLine>`;
    expect(await plain(ublDocument('Quotation', body))).toMatchObject({
      type: 'quotation',
      validUntil: '2024-06-30',
      rfqNumber: 'RFQ-9',
      netTotal: 300,
      grossTotal: 357,
      ...line,
    });
  });

  it('knows that OIOUBL writes the sum of taxes where others write the net', async () => {
    const oioubl = '<cbc:CustomizationID>OIOUBL-2.1</cbc:CustomizationID>';
    const sums = `<cac:QuotedMonetaryTotal><cbc:LineExtensionAmount currencyID="DKK">300.00</cbc:LineExtensionAmount>
      <cbc:TaxExclusiveAmount currencyID="DKK">75.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="DKK">375.00</cbc:TaxInclusiveAmount></cac:QuotedMonetaryTotal>`;
    expect(await plain(ublDocument('Quotation', `${oioubl}${head}${sums}`))).toMatchObject({
      netTotal: 300,
      taxTotal: 75,
      grossTotal: 375,
    });
  });

  it('reads a request for quotation', async () => {
    const body = `${head}<cbc:SubmissionDueDate>2024-05-31</cbc:SubmissionDueDate>${buyer}<cac:RequestForQuotationLine>${lineItem}</cac:RequestForQuotationLine>`;
    expect(await plain(ublDocument('RequestForQuotation', body))).toMatchObject({
      type: 'rfq',
      submissionDeadline: '2024-05-31',
      'buyer.name': 'Havelland Bau AG',
      ...line,
    });
  });

  it.each([
    ['DespatchAdvice', 'DespatchLine', 'DeliveredQuantity'],
    ['ReceiptAdvice', 'ReceiptLine', 'ReceivedQuantity'],
  ])('reads a %s as a delivery note', async (name, lineName, quantity) => {
    const body = `${head}<cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>
      <cac:DespatchSupplierParty>${ublParty('Nordlicht GmbH')}</cac:DespatchSupplierParty><cac:DeliveryCustomerParty>${ublParty('Havelland Bau AG')}</cac:DeliveryCustomerParty>
      <cac:${lineName}><cbc:ID>1</cbc:ID><cbc:${quantity} unitCode="KGM">90</cbc:${quantity}>
      <cac:OrderLineReference><cbc:LineID>4</cbc:LineID></cac:OrderLineReference>${item}</cac:${lineName}>`;
    expect(await plain(ublDocument(name, body))).toMatchObject({
      type: 'delivery_note',
      number: 'D-17',
      date: '2024-05-02',
      purchaseOrderNumber: 'PO-1',
      'seller.name': 'Nordlicht GmbH',
      'buyer.name': 'Havelland Bau AG',
      'lines[0].quantity': 90,
      'lines[0].unit': 'KGM',
      'lines[0].purchaseOrderLine': '4',
      'lines[0].description': 'Bohrhammer',
    });
  });

  it('reads a catalogue as an item list', async () => {
    const body = `${head}<cbc:Name>Werkzeuge 2024</cbc:Name><cac:CatalogueLine><cbc:ID>1</cbc:ID>
      <cac:RequiredItemLocationQuantity><cac:Price><cbc:PriceAmount currencyID="EUR">150.00</cbc:PriceAmount></cac:Price></cac:RequiredItemLocationQuantity>${item}</cac:CatalogueLine>`;
    expect(await plain(ublDocument('Catalogue', body))).toMatchObject({
      type: 'item_list',
      title: 'Werkzeuge 2024',
      date: '2024-05-02',
      currency: 'EUR',
      'lines[0].unitPrice': 150,
      'lines[0].description': 'Bohrhammer',
    });
  });

  it('reads an Order-X order', async () => {
    const date = (day: string) => `<udt:DateTimeString format="102">${day}</udt:DateTimeString>`;
    const xml = `<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
      <rsm:ExchangedDocument><ram:ID>PO-3</ram:ID><ram:TypeCode>220</ram:TypeCode><ram:IssueDateTime>${date('20240502')}</ram:IssueDateTime></rsm:ExchangedDocument>
      <rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
        <ram:SpecifiedTradeProduct><ram:GlobalID schemeID="0160">4006381333931</ram:GlobalID><ram:Name>Bohrhammer</ram:Name></ram:SpecifiedTradeProduct>
        <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>150</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
        <ram:SpecifiedLineTradeDelivery><ram:RequestedQuantity unitCode="H87">2</ram:RequestedQuantity></ram:SpecifiedLineTradeDelivery></ram:IncludedSupplyChainTradeLineItem>
      <ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Nordlicht GmbH</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Havelland Bau AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
      <ram:ApplicableHeaderTradeDelivery><ram:RequestedDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date('20240520')}</ram:OccurrenceDateTime></ram:RequestedDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
      <ram:ApplicableHeaderTradeSettlement><ram:OrderCurrencyCode>EUR</ram:OrderCurrencyCode></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:SCRDMCCBDACIOMessageStructure>`;
    expect(await plain(xml)).toMatchObject({
      type: 'purchase_order',
      number: 'PO-3',
      issueDate: '2024-05-02',
      currency: 'EUR',
      deliveryDate: '2024-05-20',
      'seller.name': 'Nordlicht GmbH',
      'buyer.name': 'Havelland Bau AG',
      'lines[0].quantity': 2,
      'lines[0].gtin': '4006381333931',
    });
  });

  it('lists what a cancellation says as pairs: it is no order', async () => {
    const { record } = await readMade(ublDocument('OrderCancellation', head));
    expect(record.type).toBe('unknown');
    expect(record.fields['pairs[0].value']).toMatchObject({ value: 'D-17' });
    expect(record.issues).toMatchObject([
      { rule: 'document/xml-not-read', message: expect.stringContaining('UBL order cancellation') },
    ]);
  });
});
