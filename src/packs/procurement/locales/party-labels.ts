// Printed headings of parties and their details; en de fr es it pt nl pl. Data only.

import { furtherLabels } from './further-labels.ts';
import { phrases } from './phrases.ts';

/** What a heading says of the party under it. Who issues and who receives depends on the type of the document. */
export const partyLabels = {
  /** Who sells, delivers, bills. */
  seller: [
    ...phrases(`
      seller | vendor | supplier | sold by | bill from | service provider | invoice from | billed by | vendor name |
      supplier name | seller name | supplier details | vendor details | seller details | ship from | dispatched by | vendor address |
      supplier address | seller address | to supplier | to vendor | contractor | vendor information | supplier information |
      seller information | service provided by | biller | invoicing party |
      supplier/seller | verkäufer | lieferant | auftragnehmer | rechnungssteller | rechnungsersteller | leistungserbringer |
      anbieter | rechnungsaussteller | lieferantenanschrift | lieferantenadresse | bieter | lieferantenname | dienstleister |
      leistungserbringer | verkäuferdaten | lieferantendaten |
      vendeur | fournisseur | prestataire | vendu par | nom du fournisseur | coordonnées fournisseur | facturé par | adresse fournisseur |
      vendedor | proveedor | datos del proveedor | datos del vendedor | contratista | nombre del proveedor | vendido por | acreedor |
      facturado por | venditore | fornitore | cedente | cedente/prestatore | cedente prestatore | prestatore | spett.le fornitore | dati fornitore |
      venduto da | dati del fornitore | fornecedor | prestador | dados do fornecedor | vendido por | prestador de serviços | verkoper |
      leverancier | opdrachtnemer | leverancier naam | dienstverlener | leveranciersgegevens | leverancier gegevens | verkocht door |
      gefactureerd door | sprzedawca | dostawca | usługodawca | wykonawca | dane sprzedawcy`),
    ...furtherLabels('seller'),
  ],
  /** Who buys, receives the bill. */
  buyer: [
    ...phrases(`
      buyer | bill to | billed to | invoice to | sold to | customer | client | invoiced to | bill to address | billing
      address | customer name | client name | purchaser | invoice address | bill-to | sold-to | customer
      details | buyer name | buyer details | buyer information | client details | customer information | prepared for | quote to |
      quotation to | quotation for | account name | ordered by | order from | customer address | client address | billing details |
      billing information | guest | guest details | passenger | passenger name | receptor | datos del receptor | razón social receptor | razón social del cliente | destinatario de la factura | billing to | purchased by | invoice for | quote for | guest name | customer/bill to | buyer (bill to) | subscriber |
      deliver invoice to | insured | policyholder | tenant | invoice recipient | purchasing organization | purchasing organisation |
      bill to party | sold to party | sold-to party | bill-to party | sold to address | account holder name | charge to | our client |
      käufer | kunde | rechnungsempfänger | auftraggeber | rechnung an | rechnungsadresse | rechnungsanschrift |
      käufer/leistungsempfänger | käufer leistungsempfänger | leistungsempfänger | kundenname | besteller | abweichender rechnungsempfänger | kundenanschrift |
      kundenadresse | kundendaten | angebot an | angebot für | bestellt von | auftraggeber/besteller | rechnungsempfänger/kunde | mieter |
      versicherungsnehmer | rechnung für | vertragspartner | abnehmer | käuferdaten | bestellerdaten |
      acheteur | client | facturé à | adresse de facturation | facturer à | acquéreur | nom du client | nom de l abonné | donneur d ordre |
      facture à | client facturé | commandé par | maître d ouvrage | coordonnées client | coordonnées du client | adresse client | preneur |
      adresse du client | abonné | client/acheteur | informations client | assuré |
      comprador | cliente | facturar a | datos del cliente | dirección de facturación | datos de facturación | facturado a | facturación |
      nombre del cliente | dirección fiscal | datos cliente | datos del comprador | razón social cliente | adquiriente | domicilio de facturación |
      titular del contrato | acquirente | cessionario | cessionario/committente | cessionario committente | intestatario |
      committente | fatturare a | intestazione | fatturato a | indirizzo di fatturazione | dati cliente | dati del cliente |
      intestatario fattura | intestatario della fattura | ragione sociale cliente |
      adquirente | faturar a | dados do cliente | faturado a | morada de faturação | nome do cliente | dados de faturação | tomador de serviços | tomador do serviço | tomador | destinatário remetente | endereço de faturação |
      koper | klant | factuuradres | opdrachtgever | factuur aan | debiteur | afnemer | klantgegevens | factuur voor | offerte voor | gefactureerd aan |
      offerte aan | besteller | klantnaam | klantadres | factuurgegevens | gegevens klant | nabywca | kupujący | zamawiający | klient | płatnik |
      dane nabywcy`),
    ...furtherLabels('buyer'),
  ],
  /** Whoever writes the document. */
  issuer: phrases(`
      from | issued by | sender | quoted by | quotation from | our details | issuer | prepared by company | company details | absender | aussteller | von | émetteur |
      expéditeur | de la part de | emisor | datos del emisor | remitente | expedidor | emittente | mittente | emitente | remetente | afzender | van | wystawca | nadawca`),
  /** Whoever it is addressed to. */
  recipient: phrases(`
      to | recipient | for | issued to | messrs | m/s | addressee | an | empfänger | destinataire | à l attention de |
      adressé à | à | destinatario | para | señores | señor(es) | sr(es) | sres | a la atención de | alla cortese attenzione di | all attenzione di | alla c.a. | spett.le | spettabile | spett | egr. sig | spett.le ditta | destinatário | exmo(s) sr(s) | exmo(s). sr(s). | exmo(s). senhor(es) | exmos. srs. | exmo. senhor | exma. senhora | exmos. senhores | exmos senhores |
      exmo. sr | exmos. srs | aan | geadresseerde | adresat`),
  /** Where goods go. */
  shipTo: [
    ...phrases(`
      ship to | deliver to | delivery address | shipping address | delivered to | ship-to | deliver-to | place of
      delivery | shipped to | delivery to | ship to address | delivery location | consignee | consignee (ship to) | goods recipient | ship-to party | ship to party |
      lieferadresse | lieferanschrift | lieferung an | warenempfänger | abweichender warenempfänger | abweichende lieferadresse |
      lieferort | versandadresse | empfänger der ware | leistungsort | versand an | liefern an | adresse de livraison | livré à | livrer à | lieu de livraison | à livrer à |
      destinataire de la livraison | livraison à | dirección de entrega | dirección de envío | entregar en | lugar de entrega | enviar a | entregado en |
      domicilio de entrega | destinatario de la mercancía | enviado a | indirizzo di consegna | luogo di consegna | destinazione | destinazione merce | consegnare a | luogo di
      destinazione | destinazione diversa | indirizzo di spedizione | destinatario merce | spedire a | local de entrega | morada de entrega | endereço de entrega |
      entregar em | local de descarga | enviar para | afleveradres | leveringsadres | bezorgadres | leveradres | verzendadres | levering aan | afleverlocatie | verzenden naar |
      adres dostawy | miejsce dostawy | adres wysyłki | odbiorca`),
    ...furtherLabels('shipTo'),
  ],
  /** Who is paid: mostly the seller, sometimes a factor or a person. */
  payee: phrases(`
      payee | remit to | remit address | remittance | remittance address | remit payments to | mail payments to | make check payable to | remit payment to | send payment to | make checks payable to | make cheques payable to | please remit to |
      mail payment to | beneficiary | beneficiary name | account holder | pay to | remittance to | payment to | zahlungsempfänger | kontoinhaber | kontoinhaberin | begünstigter |
      bénéficiaire | titulaire du compte | à l ordre de | beneficiario | titular de la cuenta | intestatario conto | intestatario del conto |
      beneficiário | titular da conta | rekeninghouder | ten name van | begunstigde | tenaamstelling | odbiorca przelewu | właściciel rachunku`),
  /** People to talk to; inside a party's block they stand among its lines. */
  contact: [
    ...phrases(`
      sales contact | sales person | salesperson | contact person | contact | contact name | attention | account manager | prepared by | requested by |
      approved by | requisitioner | ansprechpartner | sachbearbeiter | ihr ansprechpartner | kontaktperson | kontakt | bearbeiter | bearbeiterin | einkäufer |
      contact commercial | interlocuteur | votre contact | suivi par | contacto | persona de contacto | referente | contactpersoon | uw contactpersoon |
      osoba kontaktowa`),
    ...furtherLabels('contact'),
  ],
  /** Where the issuer has its seat. */
  office: phrases(`
      registered office | corporate office | head office | headquarters | registered address | regd office | hauptsitz | firmensitz | geschäftsanschrift | sitz der gesellschaft |
      siège social | siège | adresse du siège | domicilio social | sede social | oficina central | sede legale | sede amministrativa | sede operativa | sede | hoofdkantoor | vestigingsadres |
      siedziba`),
  /** Places and firms that are neither. */
  other: [
    ...phrases(`
      site address | installation address | carrier | notify party |
      project address | service address | property | ship via | bank details | bank |
      payment details | bank account | broker | agent | tax representative | shipper | consignor |
      loading address | pick up address | pickup address | place of supply | place of performance |
      bauvorhaben | abweichender zahlungsempfänger | objekt | leistungsadresse |
      steuerbevollmächtigter des verkäufers | steuervertreter | steuerlicher vertreter | bankverbindung | verwendungszweck | bemerkungen |
      unsere bankverbindung | abholadresse | ausführungsort | spediteur | frachtführer | adresse de l installation | chantier | coordonnées bancaires |
      représentant fiscal | transporteur | obra | dirección de suministro | datos bancarios | transportista |
      vettore | cantiere | coordinate bancarie | banca d appoggio | trasportatore | local de carga | descarga | carga | dados bancários | transportadora |
      werkadres | projectadres | bankgegevens | vervoerder | dane bankowe`),
    ...furtherLabels('other'),
  ],
};
