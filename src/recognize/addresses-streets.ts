// What marks a line as a street, a box or a place inside a building, in the languages that we read.

import { remember } from './remember.ts';

/** Strong: the words alone make it a street. */
const STREET_STRONG: readonly RegExp[] = [
  // German, Dutch, Nordic compounds: "Musterstraße 1", "Lange Str. 5", "Keizersgracht 12".
  /\p{L}(?:stra(?:ß|ss)e|str\.)(?!\p{L})/iu,
  /(?<!\p{L})(?:\p{L}{2,30}[ -])?(?:stra(?:ß|ss)e|str\.) ?(?:des|der|\p{Lu}|\d)/iu,
  /\p{L}{2,30}(?:weg|platz|gasse|allee|ring|damm|ufer|chaussee|steig|stieg|pfad|graben|laan|lei|straat|plein|gracht|kade|dijk|singel|hof|park|markt|berg|vej|gade|v[äa]gen|gatan|veien|gata|katu|tie|stræde) \d{1,4} ?[a-zA-Z]?(?:[-–/]\d{1,4})?(?!\p{L}|\d|[.,]\d)/iu,
  // English: "1600 N Shoreline Blvd", "12 High Street".
  /(?<!\p{L})\d{1,5}[A-Za-z]?(?:[-–/]\d{1,5})?,? (?:[NSEW]{1,2}\.? )?(?:[\p{L}\d'’.-]{1,24} ){1,4}(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|highway|hwy|parkway|pkwy|close|crescent|cres|terrace|circle|cir|trail|trl|row|walk|mews|gardens|plaza|pike|turnpike|loop|alley|broadway|expressway|quay|wharf|hill|grove)(?!\p{L})/iu,
  /(?<!\p{L})\p{Lu}[\p{L}'’-]{1,24} (?:street|road|avenue|lane|boulevard|highway|parkway|crescent|expressway|marg|nagar|st\.|rd\.?|ave\.?|blvd\.?|hwy)(?!\p{L})/iu,
  // Romance and Slavic: the word comes first.
  /(?<!\p{L})(?:rue|avenue|av\.|boulevard|bd\.?|place|all[ée]e|chemin|route|impasse|quai|cours|faubourg|passage|rond-point|zone (?:industrielle|artisanale)|z\.?[ai]\.?) (?:\p{L}{1,3}[’' ])?(?:\p{L}|\d)/iu,
  /(?<!\p{L})(?:via|viale|v\.le|piazza|p\.zza|piazzale|corso|c\.so|largo|vicolo|strada|loc\.|localit[àa]) \p{Lu}/u,
  /(?<!\p{L})(?:Via|Viale|VIA|VIALE|Piazza|PIAZZA|Corso|CORSO|Largo|Strada|Località) ?\p{L}{2}/u,
  /(?<!\p{L})(?:calle|c\/|avda\.?|avenida|plaza|pza\.?|paseo|p[ºo]\.|carrer|carretera|ctra\.?|camino|ronda|pol[íi]gono(?: industrial| ind\.)?|pol\. ?ind\.|glorieta|traves[íi]a) ?\p{L}/iu,
  /(?<!\p{L})(?:rua|praça|pra[cç]a|travessa|estrada|alameda|rodovia|largo d[aeo]|urb\.|bairro) \p{L}/iu,
  /(?<!\p{L})(?:ul\.|ulica|al\.|aleja|aleje|pl\.|plac|os\.|osiedle) ?\p{Lu}/u,
  // Spanish American: the number has its own word.
  /(?<!\p{L})(?:blvd|boulevard|calz|calzada|calle|av|avda|avenida|priv|privada|prol|prolongaci[óo]n|circuito|carrera|cra|camino|paseo|carretera|jr|jir[óo]n)\.? [\p{L}\d][\p{L}\d.'’ -]{1,40} (?:No\.?|N[°º.]|N[úu]m\.?|Nro\.?|#) ?\d{1,5}/iu,
  // Malay and Indonesian.
  /(?<!\p{L})(?:jalan|jln\.?|jl\.?|lorong|lrg\.?|persiaran|lebuh|lebuhraya|leboh|taman|tmn\.?|kampung|kg\.|kawasan|bandar|medan|wisma|menara|pusat|lingkaran|komplek|seksyen|susur) ?(?:\p{L}|\d)/iu,
];

/** A box, unit or floor: part of an address, never a whole one. */
const BOX =
  /(?<!\p{L})(?:p\.? ?o\.? ?box|post(?:al)? box|postfach|postbus|boîte postale|bo[iî]te|b\.?p\.? \d|casella postale|apartado|apdo\.?|caixa postal|skr(?:ytka|\.) poczt\w*|cedex|c\.?p\.? \d{4,5})(?!\p{L})/iu;
const UNIT =
  /(?<!\p{L})(?:suite|ste\.?|unit|apt\.?|apartment|floor|fl\.|flr\.?|level|lvl|lot|plot|block|blk|bldg\.?|building|tower|room|rm\.?|shop|door|house|h\.? ?no|flat|phase|sector|etage|stock|og|étage|bâtiment|bât\.?|piso|planta|local|interno|int\.|scala|piano|lokal|lok\.|m\.) ?(?:no\.?|#)? ?[-:]? ?(?:[A-Z]{0,3}[- ]?\d[\w./&-]{0,12}|[A-Z](?!\p{L}))/iu;
const ORDINAL_FLOOR =
  /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th|\.|er|e|ème|º|ª)|ground|first|second|third|top) (?:floor|fl\.?|og|stock|etage|étage|piso|andar|planta)(?!\p{L})/iu;
const ESTATE =
  /(?<!\p{L})(?:industrial (?:estate|park|area|zone)|business (?:park|cent(?:re|er)|bay)|technology park|tech park|science park|trading estate|retail park|enterprise park|gewerbegebiet|gewerbepark|industriegebiet|industriepark|parc d['’]activit[ée]s|bedrijvenpark|business village|zona industriale|shopping (?:cent(?:re|er)|mall)|free zone|house|building|tower|towers|plaza|complex|mall|chambers|estate)(?!\p{L})/iu;
const NUMBER_FIRST =
  /^(?:no\.? ?:?|nr\.? |n[°º] ?|#)? ?\d{1,5}(?:[A-Za-z](?!\p{L}))?(?:[-–/&]\d{1,5}[A-Za-z]?)*(?: [A-Z](?=,))?,? \p{Lu}[\p{L}'’.]+/u;
const NUMBER_LABEL =
  /^(?:no|nos|lot|plot|unit|door no|h\.? ?no|shop|block|blk)\.? ?:?#? ?[A-Z]{0,2}-?\d[\w/&.-]{0,14}(?:,| |$)/i;
/** "No. 19 & 21" alone: a house number cut off, or just a number. */
const NUMBER_ALONE = /^no\.? ?\d{1,4}[A-Z]?(?: ?[&,-] ?\d{1,4}[A-Z]?){0,3},?$/i;
const NAME_NUMBER =
  /^(?:(?:am|an|auf|im|in|zum|zur|unter|bei|de|het|'t|la|le|el|den|der|alte[rn]?|neue[rn]?|große|kleine) ){0,2}\p{L}[\p{L}\p{M}'’.-]{2,30}(?: \p{L}[\p{L}\p{M}'’.-]{1,30}){0,3},? (?!(?:19|20)\d\d$)\d{1,4} ?[a-zA-Z]?(?:[-–/+] ?\d{1,4} ?[a-zA-Z]?)?$/iu;

/** Words before a number that are no street name. */
const LABEL_WORDS =
  /(?<!\p{L})(?:invoice|inv|receipt|bill no|order|page|seite|total|sub-?total|date|datum|qty|quantity|no|nr|item|rechnung\w*|kunden\w*|customer|account|konto|tel|fax|phone|mobile?|table|cashier|terminal|trans\w*|ref\w*|vat|tax|ust|gst|price|amount|version|chapter|section|article|figure|exhibit|job|lieferschein\w*|auftrag\w*|bestell\w*|facture|fattura|factura|fatura|faktura|factuur|pos|position|due|contract|visa|mastercard|card|model|type|serie[ns]?|change|cash|member|points?|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez)(?!\p{L})/iu;

/** A part of every strong pattern's words, without looking at letters around them: most lines have none. */
const STREET_HINT =
  /str(?:a(?:ß|ẞ|ss)e|\.)|(?:weg|platz|gasse|allee|ring|damm|ufer|chaussee|steig|stieg|pfad|graben|laan|lei|straat|plein|gracht|kade|dijk|singel|hof|park|markt|berg|vej|gade|v[äa]gen|gatan|veien|gata|katu|tie|stræde) \d| (?:st(?:reet)?|r(?:oa)?d|av(?:e|enue)?|la?ne?|dr(?:ive)?|boulevard|blvd|way|court|ct|place|pl|square|sq|highway|hwy|parkway|pkwy|cres(?:cent)?|close|terrace|circle|cir|trail|trl|row|walk|mews|gardens|plaza|pike|turnpike|loop|alley|broadway|expressway|quay|wharf|hill|grove|marg|nagar)(?![A-Za-z])|(?:rue|avenue|av\.|boulevard|bd\.?|place|all[ée]e|chemin|route|impasse|quai|cours|faubourg|passage|rond-point|zone (?:industrielle|artisanale)|z\.?[ai]\.?) |via|v\.le|piazza|p\.zza|corso|c\.so|largo|vicolo|strada|loc\.|localit|calle|c\/|avda|avenida|plaza|pza|paseo|p[ºo]\.|carrer|carretera|ctra|camino|ronda|pol[íi]gono|pol\.|glorieta|traves|rua |pra[çc]a |travessa|estrada|alameda|rodovia|urb\.|bairro|ul\.|ulica|al\.|alej[ae]|pl\.|plac|os\.|osiedle|jalan|jln|jl|lorong|lrg|persiaran|lebuh|leboh|taman|tmn|kampung|kg\.|kawasan|bandar|medan|wisma|menara|pusat|lingkaran|komplek|seksyen|susur|(?:no\.?|n[°º.]|n[úu]m\.?|nro\.?|#) ?\d/i;

export interface StreetSigns {
  /** 0–1: how surely the text holds a street or a box. */
  street: number;
  /** 0–1: how surely it holds a unit, floor, estate or building. */
  unit: number;
}

/** Looks for streets, boxes, units and buildings in one line or one comma-separated part of it. */
export const streetSigns: (text: string) => StreetSigns = remember(readStreetSigns);

function readStreetSigns(text: string): StreetSigns {
  const digit = /\d/.test(text);
  let street = 0;
  if (STREET_HINT.test(text) && STREET_STRONG.some((pattern) => pattern.test(text))) street = digit ? 0.85 : 0.6;
  if (street < 0.8 && BOX.test(text)) street = 0.8;
  if (street < 0.6 && digit && !LABEL_WORDS.test(text)) {
    if (NUMBER_LABEL.test(text)) street = 0.6;
    else if (NAME_NUMBER.test(text)) street = 0.45;
    else if (NUMBER_FIRST.test(text)) street = 0.4;
  }
  if (street < 0.4 && digit && NUMBER_ALONE.test(text)) street = 0.4;
  let unit = 0;
  if ((digit && UNIT.test(text)) || ORDINAL_FLOOR.test(text)) unit = 0.55;
  else if (ESTATE.test(text)) unit = 0.4;
  return { street, unit };
}

const BRITISH_COUNTIES =
  /^(?:(?:greater |west |east |north |south |co\.? |county )?(?:bedfordshire|berkshire|berks|buckinghamshire|bucks|cambridgeshire|cambs|cheshire|cornwall|cumbria|derbyshire|devon|dorset|durham|essex|gloucestershire|glos|hampshire|hants|herefordshire|hertfordshire|herts|huntingdonshire|kent|lancashire|lancs|leicestershire|leics|lincolnshire|lincs|london|manchester|merseyside|middlesex|middx|midlands|norfolk|northamptonshire|northants|northumberland|nottinghamshire|notts|oxfordshire|oxon|rutland|shropshire|somerset|staffordshire|staffs|suffolk|surrey|sussex|tyne and wear|warwickshire|wiltshire|wilts|worcestershire|worcs|yorkshire|yorks|antrim|armagh|down|fermanagh|tyrone|aberdeenshire|fife|lanarkshire|glamorgan|gwent|gwynedd|dyfed|clwyd|powys))$/i;

/** English, Scottish, Welsh and Northern Irish counties; London and Manchester count only with "Greater" before them. */
export function isBritishCounty(text: string): boolean {
  const name = text.trim().replace(/[.,]+$/, '');
  return BRITISH_COUNTIES.test(name) && !/^(?:london|manchester|durham)$/i.test(name);
}
