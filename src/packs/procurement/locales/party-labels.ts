// Printed headings of parties and their details; en de fr es it pt nl pl. Data only.

import { phrases } from './phrases.ts';

export const partyLabels = {
  /** Who sells, delivers, bills. */
  seller: phrases(`
      seller | vendor | supplier | from | sold by | bill from | issued by | service provider | invoice from | billed
      by | vendor name | supplier name | seller name | supplier details | vendor details | ship from | dispatched by |
      vendor address | to supplier | quoted by | quotation from | our details | payee | consignor | contractor |
      shipper | verkäufer | lieferant | auftragnehmer | rechnungssteller | absender | leistungserbringer | anbieter |
      verkäufer name | rechnungsaussteller | zahlungsempfänger | lieferantenanschrift | bieter | vendeur | fournisseur
      | émetteur | prestataire | emetteur | vendu par | expéditeur | bénéficiaire | titulaire | nom du fournisseur |
      vendedor | proveedor | emisor | datos del emisor | datos del proveedor | remitente | expedidor | contratista |
      venditore | fornitore | cedente | cedente/prestatore | emittente | mittente | prestatore | spett.le fornitore |
      fornecedor | vendedor | emitente | prestador | remetente | expedidor | verkoper | leverancier | opdrachtnemer |
      afzender | leverancier naam | dienstverlener | sprzedawca | wystawca | dostawca | usługodawca | wykonawca`),
  /** Who buys, receives the bill. */
  buyer: phrases(`
      buyer | bill to | billed to | invoice to | sold to | customer | client | invoiced to | bill to address | billing
      address | customer name | client name | purchaser | invoice address | recipient | bill-to | sold-to | customer
      details | buyer name | to | prepared for | quote to | quotation to | quotation for | for | account name |
      ordered by | order from | issued to | customer address | billing details | billing information | attention |
      purchased by | invoice for | quote for | prepared for | guest name | customer/bill to | consignee | buyer (bill
      to) | messrs | deliver invoice to | käufer | kunde | rechnungsempfänger | auftraggeber | rechnung an |
      rechnungsadresse | rechnungsanschrift | käufer/leistungsempfänger | leistungsempfänger | kundenname | besteller
      | an | empfänger | abweichender rechnungsempfänger | kundenanschrift | angebot an | angebot für | bestellt von |
      auftraggeber/besteller | rechnungsempfänger/kunde | acheteur | client | facturé à | adresse de facturation |
      destinataire | facturer à | acquéreur | nom du client | nom de l abonné | à l attention de | donneur d ordre |
      adressé à | facture à | client facturé | à | commandé par | maître d ouvrage | coordonnées client | comprador |
      cliente | facturar a | datos del cliente | dirección de facturación | destinatario | datos de facturación |
      facturado a | para | nombre del cliente | dirección fiscal | datos cliente | señores | acquirente | cliente |
      cessionario | cessionario/committente | intestatario | spett.le | destinatario | spettabile | committente |
      fatturare a | intestazione | spett | fatturato a | indirizzo di fatturazione | egr. sig | comprador | cliente |
      adquirente | destinatário | faturar a | exmo(s) sr(s) | dados do cliente | exmos senhores | faturado a | exmo.
      sr | morada de faturação | exmos. srs | koper | klant | factuuradres | opdrachtgever | factuur aan | debiteur |
      afnemer | aan | geadresseerde | klantgegevens | factuur voor | offerte voor | offerte aan | besteller | nabywca
      | odbiorca | kupujący | zamawiający | klient | płatnik`),
  /** Neither: places goods go to, payees, representatives. */
  other: phrases(`
      ship to | deliver to | delivery address | shipping address | delivered to | ship-to | deliver-to | place of
      delivery | shipped to | delivery to | site address | installation address | remit to | remittance address |
      sales contact | sales person | salesperson | contact person | carrier | notify party | ship to address | remit
      payment to | registered office | corporate office | head office | delivery location | project address | send
      payment to | service address | property | ship via | lieferadresse | lieferanschrift | lieferung an |
      warenempfänger | abweichender warenempfänger | lieferort | ansprechpartner | sachbearbeiter | versandadresse |
      empfänger der ware | leistungsort | kontoinhaber | bauvorhaben | ihr ansprechpartner | abweichender
      zahlungsempfänger | objekt | leistungsadresse | adresse de livraison | livré à | livrer à | lieu de livraison |
      contact commercial | titulaire du compte | adresse de l'installation | siège social | à livrer à | destinataire
      de la livraison | chantier | dirección de entrega | dirección de envío | entregar en | lugar de entrega | enviar
      a | contacto | entregado en | obra | domicilio social | dirección de suministro | indirizzo di consegna | luogo
      di consegna | destinazione | destinazione merce | consegnare a | luogo di destinazione | destinazione diversa |
      vettore | sede legale | indirizzo di spedizione | cantiere | local de entrega | morada de entrega | local de
      descarga | endereço de entrega | local de carga | descarga | entregar em | obra | sede | afleveradres |
      leveringsadres | bezorgadres | leveradres | verzendadres | contactpersoon | levering aan | werkadres |
      afleverlocatie | projectadres | adres dostawy | miejsce dostawy | adres wysyłki`),
};
