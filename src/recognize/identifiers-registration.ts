// Numbers of company registers: Handelsregister, RCS, KvK, Companies House, Registro Mercantil, SSM …
// A number that is unique only within its court or place is kept with it, as printed; one with check digits is compact.

import { stdnum } from 'stdnum';
import { checkedBy, compileSchemes, findBySchemes, type IdMention, type IdScheme } from './identifiers.ts';

export type RegistrationIdMention = IdMention<'registrationId'>;

const NUMBER = '(?:[ .\\-]{0,2}(?:id|nr|no|num(?:ber|mer|éro|ero)|n[°º.]|#))*\\.?';
const squeeze = (raw: string): string => raw.replace(/\s+/g, ' ').trim();
/** One to three words: "Köln", "Frankfurt am Main", "La Rochelle". */
const PLACE = '[\\p{L}\\-]{1,24}(?:[ ][\\p{L}\\-]{2,24}){0,2}?';
const COURT = '(?:Amtsgericht|(?:Landes|Handels)gericht|AG|LG|HG)';
const SPANISH_PART =
  '(?:Tomo|Libro|Folio|Secci[oó]n|Hoja|Inscripci[oó]n|Vol(?:umen|\\.)|[TLFSHI][.:])[ :.]{0,2}(?:n[°º.]{1,2} ?)?(?:[A-Z]{1,2}[ \\-]{0,1})?\\d[\\d.ªº]{0,9}';
const siren = checkedBy(stdnum.FR?.siren);

const schemes: readonly IdScheme[] = [
  {
    id: 'de-hr',
    bareCertainty: 0.95,
    country: 'DE',
    form: `(?:${COURT} ${PLACE},?[ ]{1,2})?HR ?[AB][ :.\\-]{0,3}(?:Nr\\.? ?)?\\d{1,6}(?: ?[A-Z]{1,2}(?![\\p{L}]))?(?:,? {1,2}\\(?(?:Amtsgericht|AG) [\\p{L}\\-]{2,24}\\)?)?`,
    selfEvident: true,
    canonical: (raw) =>
      squeeze(raw).replace(
        /HR ?([AB])[ :.-]{0,3}(?:Nr\.? ?)?(\d+)/i,
        (_, section: string, digits: string) => `HR${section.toUpperCase()} ${digits}`,
      ),
  },
  {
    id: 'at-fn',
    country: 'AT',
    label: '(?:FN|Firmenbuch(?:nummer|[ -]?nr\\.?)?)',
    form: '\\d{1,6} ?[a-z](?![\\p{L}])',
    canonical: (raw) => `FN ${raw.replace(' ', '').toLowerCase()}`,
  },
  {
    id: 'at-fn',
    country: 'AT',
    bareCertainty: 0.96,
    form: `FN[ :.]{0,2}\\d{4,6} ?[a-z](?![\\p{L}])(?:,? {1,2}${COURT} [\\p{L}\\-.]{2,24})?`,
    selfEvident: true,
    canonical: (raw) => squeeze(raw).replace(/^FN[ :.]{0,2}(\d+) ?([a-z])/, 'FN $1$2'),
  },
  {
    id: 'ch-register',
    country: 'CH',
    bareCertainty: 0.95,
    form: 'CH-\\d{3}\\.\\d\\.\\d{3}\\.\\d{3}-\\d',
    selfEvident: true,
    canonical: squeeze,
  },
  {
    id: 'fr-rcs',
    country: 'FR',
    label: '(?:R\\.?C\\.?S\\.?)(?: ?n[°º.]{1,2})?',
    form: `(?:${PLACE} )?(?:[AB] )?(?:n[°º] ?)?\\d{3}[ .]?\\d{3}[ .]?\\d{3}`,
    canonical: squeeze,
    check: (value) => siren(value.replace(/\D/g, '')),
  },
  {
    id: 'fr-siret',
    country: 'FR',
    label: `SIRET${NUMBER}`,
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{5}',
    check: checkedBy(stdnum.FR?.siret),
  },
  {
    id: 'fr-siren',
    country: 'FR',
    label: `SIREN${NUMBER}`,
    form: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}',
    check: checkedBy(stdnum.FR?.siren),
  },
  {
    id: 'lu-rcs',
    country: 'LU',
    label: '(?:R\\.?C\\.?S\\.?(?: ?L(?:uxembourg|\\.)?)?)',
    form: 'B ?\\d{2,3}[ .]?\\d{3}(?!\\d)',
  },
  {
    id: 'nl-kvk',
    country: 'NL',
    label: `(?:KvK|K\\.v\\.K\\.?|Kamer van Koophandel|Handelsregister|CoC|Chamber of Commerce)(?:[ -]?(?:nummer|number))?${NUMBER}`,
    form: '\\d{2}[ .]?\\d{3}[ .]?\\d{3}',
  },
  {
    id: 'be-rpr',
    country: 'BE',
    label: "(?:KBO|BCE|Ondernemingsnummer|Num[ée]ro d[’']entreprise)",
    form: '[01]?\\d{3}\\.?\\d{3}\\.?\\d{3}',
  },
  {
    id: 'be-rpr',
    country: 'BE',
    label: '(?:RPR|RPM|R\\.P\\.[RM]\\.)',
    form: `(?:${PLACE}[ ,:]{1,3})?(?:[01]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}|\\d{5,6})`,
    canonical: squeeze,
  },
  {
    id: 'gb-company',
    country: 'GB',
    label:
      '(?:(?:Company|Co\\.?)(?: Reg(?:istration|istered|\\.)?)?|Registered(?: in (?:England(?: (?:and|&) Wales)?|Scotland|Wales))?|Reg(?:istered|\\.)? in (?:England(?: (?:and|&) Wales)?|Scotland|Wales))[ ,:.]{0,3}(?:with )?(?:(?:company )?(?:no|nr|number|#)(?![\\p{L}])\\.?)',
    form: '(?:\\d{7,8}|(?:SC|NI|OC|SO|NC)\\d{6})',
  },
  {
    id: 'ie-cro',
    country: 'IE',
    label:
      '(?:(?:Company|Co\\.?)(?: Reg(?:istration|istered|\\.)?)? ?|CRO ?|Registered in Ireland[ ,:.]{0,3}(?:with )?)(?:no|nr|number|#)(?![\\p{L}])\\.?',
    form: '\\d{5,6}',
  },
  {
    id: 'us-license',
    country: 'US',
    label: "(?:State |Business |Contractor(?:[’']?s)? )?Lic(?:en[sc]e|\\.) ?(?:no\\.?|number|#)",
    form: '[A-Z]{2}[ \\-]?\\d{5,9}',
    canonical: squeeze,
  },
  {
    id: 'mx-patronal',
    country: 'MX',
    label: 'Reg(?:istro|\\.) Patronal(?: IMSS)?',
    form: '[A-Z](?:\\d{2}[ \\-]?\\d{5}[ \\-]?\\d{2}[ \\-]?\\d|\\d{7,10})',
    canonical: squeeze,
  },
  {
    id: 'br-ie',
    country: 'BR',
    label: '(?:Insc(?:ri[çc][ãa]o|\\.) ?(?:Est(?:adual|\\.)|Mun(?:icipal|\\.)))',
    form: '\\d{2,3}\\.?\\d{3}\\.?\\d{3}(?:[./\\-]\\d{1,4})?',
    canonical: squeeze,
  },
  {
    id: 'pt-crc',
    country: 'PT',
    bareCertainty: 0.95,
    form: `(?:C\\.? ?R\\.? ?C\\.?|Cons(?:ervat[óo]ria|\\.)(?: do)? Reg(?:isto|\\.) Com(?:ercial|\\.)) (?:de |do )?${PLACE}[, ]{1,2}(?:sob )?(?:o )?(?:matr[íi]cula )?(?:n\\.?[°ºo]?\\.? ?)?\\d{1,3}(?:[. ]?\\d{3}){0,3}\\d{0,2}`,
    selfEvident: true,
    canonical: squeeze,
  },
  {
    id: 'my-ssm',
    country: 'MY',
    form: '\\(?(?:\\d{4,7}|\\d{12}) ?-? ?[A-HJ-NP-X](?![\\p{L}])\\)|(?:\\d{12} ?\\(\\d{4,7}-[A-Z]\\))',
    selfEvident: true,
    canonical: (raw) => raw.replace(/^\(|\)$/g, '').replace(/ ?- ?/, '-'),
  },
  {
    id: 'my-ssm',
    country: 'MY',
    label: `(?:Co(?:mpany|\\.)? ?(?:Reg(?:istration|\\.)?)?|ROC|Business Reg(?:istration|\\.)?|Reg(?:istration|\\.)?)${NUMBER}`,
    form: '(?:\\d{5,7} ?- ?[A-Z]|\\d{12}(?: ?\\(\\d{5,7}-[A-Z]\\))?)',
    canonical: (raw) => raw.replace(/ ?- ?/, '-'),
  },
  {
    id: 'sg-uen',
    country: 'SG',
    label: `(?:UEN|ROC|Co(?:mpany|\\.)? ?Reg(?:istration|\\.)?)${NUMBER}`,
    form: '(?:\\d{9}[A-Z]|\\d{8}[A-Z]|[TSR]\\d{2}[A-Z]{2}\\d{4}[A-Z])',
  },
  {
    id: 'in-cin',
    country: 'IN',
    label: `CIN${NUMBER}`,
    form: '[LU]\\d{5}[A-Z]{2}\\d{4}[A-Z]{3}\\d{6}',
    selfEvident: true,
  },
  { id: 'pl-krs', country: 'PL', label: `KRS${NUMBER}`, form: '\\d{10}' },
  {
    id: 'pl-regon',
    country: 'PL',
    label: `REGON${NUMBER}`,
    form: '(?:\\d{14}|\\d{9})',
    check: checkedBy(stdnum.PL?.regon),
  },
  {
    id: 'it-rea',
    country: 'IT',
    label: `(?:R\\.?E\\.?A\\.?)${NUMBER}(?:[ :]{0,2}(?:di )?[\\p{L}]{2,20})??`,
    form: '(?:[A-Z]{2}[ \\-]{1,3})?\\d{5,7}',
    canonical: squeeze,
  },
  {
    id: 'es-rm',
    country: 'ES',
    label: 'Reg(?:istro|\\.)? ?Merc(?:antil|\\.)(?: de)?',
    form: `(?:${PLACE}[,.:; ]{1,3})?(?:${SPANISH_PART})(?:[ ,;.\\-]{1,3}(?:${SPANISH_PART})){0,5}`,
    canonical: squeeze,
  },
  {
    id: 'es-rm',
    country: 'ES',
    label: 'Hoja(?: n[°º.]| núm\\.?)?',
    form: '[A-Z]{1,2}[ \\-]?\\d{2,3}\\.?\\d{3}',
    canonical: squeeze,
  },
  {
    id: 'ch-uid',
    country: 'CH',
    form: 'CHE[ \\-]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
    check: checkedBy(stdnum.CH?.uid),
    selfEvident: true,
    bareCertainty: 0.85,
  },
  { id: 'cz-ico', country: 'CZ', label: 'I[ČC]O?', form: '\\d{3} ?\\d{2} ?\\d{3}', check: checkedBy(stdnum.CZ?.ico) },
  {
    id: 'au-acn',
    country: 'AU',
    label: `A\\.?C\\.?N\\.?${NUMBER}`,
    form: '\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.AU?.acn),
  },
  {
    id: 'au-abn',
    country: 'AU',
    label: `A\\.?B\\.?N\\.?${NUMBER}`,
    form: '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.AU?.abn),
  },
  {
    id: 'no-orgnr',
    country: 'NO',
    label: '(?:Foretaksregisteret|Org(?:anisasjons)?[ .\\-]{0,2}(?:nr|nummer))\\.?(?: NO)?',
    form: '\\d{3} ?\\d{3} ?\\d{3}',
    check: checkedBy(stdnum.NO?.orgnr),
  },
  {
    id: 'se-orgnr',
    country: 'SE',
    label: '(?:Org(?:anisations)?[ .\\-]{0,2}(?:nr|nummer))',
    form: '\\d{6}-\\d{4}',
    check: checkedBy(stdnum.SE?.orgnr),
    canonical: (raw) => raw,
  },
  {
    id: 'dk-cvr',
    country: 'DK',
    label: `CVR${NUMBER}`,
    form: '\\d{2} ?\\d{2} ?\\d{2} ?\\d{2}',
    check: checkedBy(stdnum.DK?.cvr),
  },
];

const compiled = compileSchemes(schemes);

/**
 * Company register numbers in one line. `value` is as printed with single spaces, court or place included ("Amtsgericht Köln HRB 1234",
 * "Lille B 552 081 317"); schemes that number a whole country are compact ("41644186").
 */
export function findRegistrationIds(text: string): RegistrationIdMention[] {
  return findBySchemes(text, compiled, 'registrationId');
}
