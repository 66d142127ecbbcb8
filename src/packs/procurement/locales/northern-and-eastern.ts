// Printed labels of invoices in further languages, by concept; sv da no fi cs sk hu ro tr. Data only, joined to the lists of each concept.

import { phrases } from './phrases.ts';

export const northernAndEastern = {
  invoiceTitle:
    phrases(`e fatura | e arşiv fatura | faktura | fakturaunderlag | lasku | faktúra | daňový doklad | faktura daňový doklad | faktúra daňový doklad |
      számla | áfás számla | factura fiscala | factură | factură fiscală`),
  creditNoteTitle: phrases(`
      kreditfaktura | kreditnota | hyvityslasku | opravný daňový doklad | dobropis | jóváíró számla | helyesbítő számla |
      factură storno`),
  invoiceNumber:
    phrases(`fatura no | fatura numarası | belge no | fakturanummer | faktura # | fakturanr | fakt nr | laskun numero | laskunumero | laskun nro | laskunro | číslo faktury |
      faktura číslo | faktura č | daňový doklad č | daňový doklad číslo | doklad č | číslo dokladu | evidenční číslo |
      faktúra č | faktúra číslo | číslo faktúry | számla sorszáma | számlaszám | számla száma | bizonylatszám | număr factură |
      nr factură | factura nr | seria și numărul | seria nr`),
  issueDate:
    phrases(`fatura tarihi | düzenleme tarihi | fakturadatum | utskriftsdatum | fakturadato | udstedelsesdato | utstedt | bilagsdato | laskun päiväys | laskun pvm |
      laskupäivä | laskun päivä | päiväys | pvm | päivämäärä | datum vystavení | vystaveno | datum vystavení dokladu | datum vystavenia |
      dátum vystavenia | vyhotovené | dátum vyhotovenia | számla kelte | kiállítás dátuma | kiállítás kelte | kelt | data facturii |
      data emiterii | data emitere`),
  anyDate: phrases('dato | dátum'),
  dueDate:
    phrases(`son ödeme tarihi | vade tarihi | vade | förfallodatum | förfallodag | förfaller | betalas senast | senast betald | oss tillhanda senast | oss tillhanda | sista betalningsdag |
      forfaldsdato | forfald | betalingsdato | betales senest | betalingsfrist | sidste rettidige betalingsdag | forfallsdato |
      forfall | eräpäivä | eräpvm | viimeistään | maksettava viimeistään | datum splatnosti | splatnost | splatnost do | splatné dne |
      den splatnosti | dátum splatnosti | fizetési határidő | esedékesség | fizetés határideje | data scadenței | scadența | termen de plată |
      data scadentei`),
  deliveryDate: phrases(`
      leveransdatum | leveringsdato | toimituspäivä | datum uskutečnění zdanitelného plnění | datum zdanitelného plnění | duzp |
      datum uskutečnění plnění | dátum dodania | dátum zdaniteľného plnenia | teljesítés dátuma | teljesítés kelte | teljesítés |
      data livrării`),
  period: phrases(
    'faktureringsperiod | faktureringsperiode | laskutuskausi | fakturační období | zúčtovacie obdobie | elszámolási időszak',
  ),
  purchaseOrderNumber: phrases(`
      ert ordernummer | ordrenummer | ordrenr | deres ordrenr | rekvisitionsnr | inköpsordernummer | beställningsnummer | er beställning |
      bestillingsnummer | tilausnumero | tilauksen numero | tilausnro | číslo objednávky | objednávka č | objednávka číslo |
      rendelésszám | megrendelés száma | număr comandă | nr comandă | er referens | deres ref | deres referanse`),
  customerNumber: phrases(`
      kundnummer | kundnr | kund # | kundenummer | kundenr | kunde # | asiakasnumero | asiakasnro | asiakas # | číslo zákazníka |
      zákaznícke číslo | ügyfélszám | vevőkód | cod client`),
  netTotal:
    phrases(`mal hizmet toplam tutarı | ara toplam | kdv matrahı | matrah | summa exkl moms | belopp exkl moms | totalt exkl moms | summa netto | netto | nettobelopp | exkl moms | momspliktigt belopp |
      subtotal | i alt ekskl moms | total ekskl moms | ekskl moms | momspligtigt beløb | momsgrundlag | nettobeløb | sum eks mva | sum ekskl mva |
      sum netto | netto beløp | nettobeløp | totalt eks mva | eks mva | mva grunnlag | avgiftspliktig | delsum | delsumma |
      veroton summa | veroton yhteensä | yhteensä veroton | veroton | veroton hinta | arvonlisäveroton | základ daně | základ dph | celkem bez dph |
      cena bez dph | základ dane | celkom bez dph | mezisoučet | medzisúčet | nettó összesen | nettó érték | nettó | összesen nettó |
      adóalap | total fără tva | valoare fără tva | bază impozabilă`),
  taxTotal:
    phrases(`hesaplanan kdv | kdv tutarı | kdv | toplam kdv | moms | momsbelopp | summa moms | varav moms | moms 25 % | heraf moms | momsbeløb | total moms | mva | mva beløp | merverdiavgift | sum mva |
      herav mva | alv | alv yhteensä | arvonlisävero | veron osuus | vero | alv osuus | dph | dph celkem | výše dph | celkem dph | dph spolu |
      áfa | áfa összesen | áfa összege | tva colectat | valoare tva`),
  grossTotal:
    phrases(`vergiler dahil toplam tutar | genel toplam | toplam tutar | toplam | summa inkl moms | belopp inkl moms | totalt inkl moms | totalt | totalbelopp | summa att betala | fakturabelopp | fakturasumma | total inkl moms |
      i alt inkl moms | i alt | ialt | fakturatotal | fakturabeløb | totalbeløb | total inkl mva | sum inkl mva | totalt inkl mva |
      fakturabeløp | totalbeløp | sum total | sum inkludert mva | yhteensä | loppusumma | laskun loppusumma | yhteensä sis alv | verollinen yhteensä |
      laskun summa | verollinen | celkem | celkem s dph | celkem vč dph | celková částka | cena celkem | celkem včetně dph | spolu | celkom | celkom s dph |
      spolu s dph | bruttó összesen | végösszeg | számla végösszege | összesen | bruttó | mindösszesen | total general | total de plată |
      total factură | total cu tva`),
  amountDue:
    phrases(`ödenecek tutar | ödenecek toplam tutar | att betala | summa att betala | belopp att betala | att betala sek | at betale | til betaling | beløb til betaling | å betale | beløp å betale | til gode |
      maksettava | maksettava yhteensä | maksettavaa | laskun maksettava | k úhradě | celkem k úhradě | částka k úhradě | zbývá uhradit | k zaplacení |
      na úhradu | suma na úhradu | celkom na úhradu | k úhrade | fizetendő | fizetendő összeg | fizetendő végösszeg | fizetendő összesen | rest de plată`),
  paidAmount: phrases(
    'betalt | forudbetalt | a conto | innbetalt | maksettu | ennakko | zaplaceno | uhrazeno zálohami | zaplacená záloha | zaplatené | uhradené | előleg | avans',
  ),
  discountTotal: phrases('rabat | alennus | sleva | zľava | kedvezmény'),
  shippingTotal: phrases(
    'frakt | fragt | porto | toimituskulut | postikulut | doprava | poštovné | szállítási költség | transport',
  ),
  rounding: phrases(
    'öresutjämning | avrundning | öresavrundning | øreafrunding | afrunding | øreavrunding | avrunding | pyöristys | zaokrouhlení | zaokrúhlenie | kerekítés | rotunjire',
  ),
  seller:
    phrases(`satıcı | gönderici | säljare | leverantör | sælger | leverandør | selger | myyjä | toimittaja | laskuttaja | dodavatel | prodávající | dodávateľ | predávajúci | szállító |
      eladó | szolgáltató | kibocsátó | furnizor | vânzător | prestator`),
  buyer:
    phrases(`alıcı | müşteri | sayın | köpare | kund | fakturaadress | fakturamottagare | beställare | faktureras | køber | kunde | faktureringsadresse | fakturaadresse | faktura til | kjøper |
      fakturamottaker | ostaja | asiakas | laskutusosoite | laskun saaja | tilaaja | odběratel | kupující | objednatel | zákazník | odberateľ | kupujúci |
      objednávateľ | vevő | megrendelő | vásárló | cumpărător | beneficiar`),
  shipTo: phrases(`
      leveransadress | leverans till | leveringsadresse | leveres til | toimitusosoite | místo určení | dodací adresa | adresa dodání | konečný příjemce | miesto dodania |
      dodacia adresa | szállítási cím | adresa de livrare`),
  contact: phrases(`
      vår referens | er referens | vores ref | vores reference | deres reference | vår referanse | vår ref | deres ref | er ref | kontaktperson | viitteemme | viitteenne |
      yhteyshenkilö | vyřizuje | vystavil | kontaktní osoba | vybavuje | vystavil`),
  other: phrases(`
      bankgiro | plusgiro | bankforbindelse | pankkiyhteys | tilinumero | bankovní spojení | číslo účtu | bankové spojenie | bankszámlaszám | cont bancar`),
  otherNumber: phrases(`
      org # | organisationsnummer | organisasjonsnummer | momsreg # | momsregistreringsnummer | cvr # | ocr # | ocr nummer | referensnummer | kid | kid nummer | bankgiro # |
      plusgiro # | kontonummer | reg # | y tunnus | viitenumero | viite | asiakkaan y tunnus | tilinumero | ičo | dič | ič dph | variabilní symbol | variabilný symbol |
      konstantní symbol | konštantný symbol | specifický symbol | číslo účtu | adószám | bankszámlaszám | cégjegyzékszám | cui | cif | reg com`),
  /** Words that labels of totals are made of; see total-words. */
  words: {
    sum: 'summa totalt belopp total ialt alt belob belop yhteensa loppusumma celkem celkom spolu castka suma osszesen osszeg vegosszeg',
    net: 'exkl ekskl eks uten utan veroton bez zaklad netto delsum delsumma mezisoucet nelkul adoalap fara',
    gross: 'inkl inkludert verollinen vcetne vratane brutto bruttoosszeg',
    tax: 'moms mva merverdiavgift alv arvonlisavero dph afa',
    due: 'betala betale betaling maksettava uhrade uhradu zaplaceni fizetendo splatne',
    paid: 'betalt innbetalt maksettu zaplaceno uhrazeno uhradene zaplatene',
    discount: 'rabatt alennus sleva zlava kedvezmeny',
    shipping: 'frakt fragt toimituskulut doprava postovne',
    rounding:
      'oresutjamning avrundning afrunding oreavrunding avrunding pyoristys zaokrouhleni zaokruhlenie kerekites rotunjire',
    filler: 'att til i s k na av sek dkk nok czk kc huf ft ron lei kr varav heraf herav sis',
  },
} as const;
