// Data of units.ts. Codes: UN/ECE Recommendation 20 rev. 17; `X..` are Recommendation 21 packages as EN 16931 uses them.

export interface Unit {
  /** UN/ECE code. */
  code: string;
  /** Canonical English text. */
  text: string;
}

/** code | text | words (exact case when a capital is written, otherwise any case). */
const ROWS = `
H87|piece|stk stck stück stücke stueck pc pcs pce piece pieces pièce pièces pz pzs pza pzas pezzo pezzi pieza piezas peça peças pç stuk stuks st szt sztuk sztuka sztuki kpl db ks buc bucăți nr nos PCE PCS Stk St NMB H87
C62|one|unit units unité unités unidad unidades unidade unidades un und uds ud unità unita einheit einheiten eenheid eenheden item items article articles artikel artículo C62
EA|each|ea each je EA
HUR|hour|h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz godzina godziny godzin hod HUR Hr timer timmar
MIN|minute|min mins minute minutes minuten minuto minutos minuti minuut minut MIN
SEC|second|sec second seconds sekunden seconde secondes segundos secondi SEC
DAY|day|day days tag tage tagen jour jours día días dia dias giorno giorni gg dag dagen dzień dni PT DAY
WEE|week|week weeks woche wochen wo semaine semaines semana semanas settimana settimane weken tydzień tygodnie tygodni WEE
MON|month|month months mon monat monate mois mes meses mese mesi maand maanden miesiąc miesiące miesięcy mies MON
ANN|year|year years yr yrs jahr jahre jahren an ans année années año años ano anos anno anni jaar jaren rok lata lat ANN
KGM|kilogram|kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos chilogrammi KGM
GRM|gram|g gr gram grams gramm gramme grammes gramos grammi GRM
MGM|milligram|mg MGM
TNE|tonne|t tonne tonnes tonnen tonelada toneladas tonnellate ton tons TNE
LBR|pound|lb lbs LBR
ONZ|ounce|oz ounce ounces ONZ
MTR|metre|m mtr mtrs metre metres meter meters mètre mètres metro metros metri MTR
LM|linear metre|lfm lfdm lm rm LM|lfd m|lfd mtr|lin m
CMT|centimetre|cm CMT
MMT|millimetre|mm MMT
KMT|kilometre|km kms kilometer kilometre kilomètres kilómetros chilometri KMT
INH|inch|in inch inches INH
FOT|foot|ft foot feet FOT|lin ft|linear feet
YRD|yard|yd yds yard yards YRD
SMI|mile|mi mile miles SMI
MTK|square metre|m² m2 qm sqm mq MTK|sq m
FTK|square foot|sqft ft² ft2 sf FTK|sq ft|square feet
MTQ|cubic metre|m³ m3 cbm mc kbm MTQ|cu m
CMQ|cubic centimetre|cm³ cm3 ccm
FTQ|cubic foot|cft ft³ ft3 FTQ|cu ft
YDQ|cubic yard|cy yd³ yd3 YDQ|cu yd
HAR|hectare|ha hektar HAR
LTR|litre|l ltr ltrs liter litre litres liters litro litros litri LTR
MLT|millilitre|ml MLT
CLT|centilitre|cl CLT
HLT|hectolitre|hl HLT
GLL|gallon|gal gals gallon gallons GLL
KWH|kilowatt hour|kwh KWH
MWH|megawatt hour|mwh MWH
KWT|kilowatt|kw KWT
LS|lump sum|psch pschl pauschal pauschale lumpsum forfait ff global ryczałt ryczalt LS|lump sum|a corpo|l s
E48|service unit|leistung leistungen service services servizio usł E48
E49|working day|E49|man day|man days
C62|one|user users lizenz lizenzen licence license licenses
LO|lot|lot lots los lose lote lotes partij LO
SET|set|set sets satz sätze sada jeu jeux juego juegos conjunto garnitur kit kits zestaw SET
PR|pair|pair pairs paar paire paires par pares paio paia para pary PR
DZN|dozen|dozen dozens dz dutzend dtz docena dúzia dozzina douzaine DZN
CEN|hundred|hundert CEN
MIL|thousand|tsd MIL
XPK|pack|pack packs pkg packung packungen pckg paket pakete paquet paquets paquete paquetes pacote pacotes pacco pacchi confezione conf pak pakken opak opakowanie opakowania pk PK XPK PA
XBX|box|box boxes bx boîte boîtes caja cajas caixa caixas scatola scatole doos BX XBX
XCT|carton|carton cartons ctn ctns karton kartons krt kart cartone cartoni cartón kartony CT XCT
XCS|case|case cases kiste kisten caisse caisses cassa casse krat kratten CS XCS
XPX|pallet|pallet pallets palette paletten plt palettes palé palés palet bancale bancali PF XPX
XRO|roll|roll rolls rolle rollen rouleau rouleaux rollo rollos rolo rolos rotolo rotoli rol rolka rolki RO XRO
XBG|bag|bag bags beutel tüte tüten sachet sachets bolsa bolsas saco sacos sacchetto zak zakken torba worek BG XBG
XSA|sack|sack säcke sacks XSA
XBO|bottle|bottle bottles btl flasche flaschen fl bouteille bouteilles botella botellas garrafa garrafas bottiglia bottiglie fles flessen butelka butelki BO XBO
XCA|can|can cans dose dosen canette canettes lattina lattine blik puszka CA XCA
XTU|tube|tube tubes tuben tubo tubi TU XTU
XBE|bundle|bundle bundles bund bündel fascio BE XBE
XPL|pail|pail pails bucket buckets eimer XPL
XDR|drum|drum drums fass fässer fût XDR
ST|sheet|sheet sheets blatt bogen feuille feuilles hoja hojas folha foglio fogli vel arkusz
ZP|page|page pages seite seiten página páginas pagina pagine strona stron
D68|word|word words wörter mots palabras
E54|trip|trip trips fahrt fahrten
E51|job|job jobs auftrag
ACT|activity|activity
P1|percent|percent
`;

export const UNIT_WORDS: ReadonlyMap<string, Unit> = readRows(ROWS);

/** Earlier rows win, so that a word of two units means the commoner one. */
function readRows(rows: string): Map<string, Unit> {
  const map = new Map<string, Unit>();
  for (const row of rows.trim().split('\n')) {
    const [code, text, words, ...phrases] = row.split('|');
    const unit: Unit = { code: code!, text: text! };
    for (const word of [...words!.split(' '), ...phrases]) if (!map.has(word)) map.set(word, unit);
  }
  return map;
}
