// Words that a page in a language can hardly do without: function words, and the commonest words of business papers.

export const languageWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is for that on with as are this be by from or at not an shall will any your which have has been may such other its date invoice total amount due tax number page payment order name address price quantity between agreement party description we you it was were their please thank account balance description bill receipt change cash card sales',
  de: 'der die das und in den von zu mit ist für auf im dem des nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde bitte rechnung datum betrag gesamt summe mwst ust menge preis lieferung kunde kundennummer zahlung rechnungsnummer straße artikel bestellung steuernummer tage netto brutto angebot wir ihre ihnen ihr vielen dank bezeichnung einzelpreis gesamtpreis',
  fr: 'le la les des et en du une est que dans pour qui sur pas au par plus ce avec sont aux son ne se ou cette leur nous vous votre notre été être il elle ont ces sans facture date montant prix quantité tva ttc ht client commande livraison adresse total désignation règlement paiement échéance numéro société référence code postal',
  es: 'el la los las de y en que del un una por con para es se al lo como más no su sus o este esta son entre cuando sobre ser han muy sin hasta donde desde nos durante factura fecha importe precio cantidad iva cliente pedido dirección total número nif cif base imponible pago vencimiento empresa calle descripción',
  it: 'il lo la gli le di e del della dei delle in che un una per con non si da al alla sono nel nella più come anche dal ha ai se questo questa loro stato essere fattura data importo prezzo quantità iva cliente ordine indirizzo totale numero partita pagamento scadenza imponibile descrizione via spett codice fiscale euro',
  pt: 'o os a as de e do da dos das em que um uma para com não por no na se mais ao como mas foi seu sua ou ser quando muito nos já está também só pelo pela até isso fatura factura data valor preço quantidade iva cliente encomenda morada endereço total número contribuinte nif pagamento vencimento descrição nota fiscal empresa rua',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan door bij maar nog naar heeft ze wordt uit of hebben kan worden deze dit over wij uw onze factuur datum bedrag prijs aantal btw klant bestelling levering adres totaal nummer betaling vervaldatum omschrijving factuurnummer factuurdatum klantnummer excl incl binnen dagen rekening kvk',
  pl: 'w i na z do się nie że to jest o za od po przez jak oraz dla są być lub ale przy który która które jego ich tym być faktura data kwota cena ilość vat klient zamówienie adres razem numer nip sprzedawca nabywca płatności termin netto brutto wartość nazwa sposób słownie zapłaty ul towaru usługi stawka',
  da: 'og i at det er en den til af på for der med de ikke et har som fra vi var kan om men eller skal blev ved efter hvor denne faktura dato beløb pris antal moms kunde ordre levering adresse betaling forfaldsdato kundenr cvr',
  sv: 'och i att det som en på är av för den till med de inte om har ett från vi var kan så men eller ska vid efter där denna faktura datum belopp pris antal moms kund beställning leverans adress betalning förfallodatum kundnummer orgnr summa',
  nb: 'og i at det er en den til av på for som med de ikke et har fra vi var kan om men eller skal ble ved etter hvor denne faktura dato beløp pris antall mva kunde ordre levering adresse betaling forfallsdato kundenr orgnr',
  fi: 'ja on ei se että hän oli tai kun myös mutta niin kuin ovat joka sekä ole tämä sen ovat mukaan lasku päiväys summa hinta määrä alv asiakas tilaus toimitus osoite yhteensä numero maksu eräpäivä viite tilinumero',
  cs: 'a v se na je že s z do o i to ve by pro jsou za od jako které který po být také však nebo faktura datum částka cena množství dph odběratel dodavatel objednávka adresa celkem číslo platby splatnosti ičo dič bankovní',
  hu: 'a az és hogy nem is egy van ez meg volt vagy csak de mint már még ki el ha minden lesz számla dátum összeg ár mennyiség áfa vevő eladó megrendelés cím összesen szám fizetés határidő adószám teljesítés',
  ro: 'de și în la a cu din pe care pentru nu este un o să se că mai sau sunt prin fost ca după între factură factura data suma preț cantitate tva client comandă livrare adresa total număr plată furnizor cumpărător',
  tr: 've bir bu da de için ile olarak çok daha olan gibi kadar sonra ne var veya ancak en tarafından fatura tarih tutar fiyat miktar kdv müşteri sipariş teslimat adres toplam numara ödeme vergi',
};

/** Letters that few other languages write. */
export const languageLetters: Readonly<Record<string, RegExp>> = {
  de: /ß|[äöü]/g,
  fr: /[èêëçœùûî]|\b[ldnsqj]['’]\p{L}/gu,
  es: /[ñ¿¡]|ción\b/g,
  it: /[àòìù](?=\b|\s|$)|zione\b/gu,
  pt: /[ãõ]|ção\b/g,
  pl: /[łżśźćńęą]/g,
  da: /[æø]/g,
  nb: /[æø]/g,
  sv: /[äåö]/g,
  fi: /ää|yö|öö/g,
  cs: /[řěůž]/g,
  hu: /[őű]/g,
  ro: /[țșţşă]/g,
  tr: /[ğış]/g,
};

/** Scripts that one language all but owns; those shared by several are left to the statistical detector. */
export const scriptLanguages: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];
